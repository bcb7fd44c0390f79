//! A change is one of something else: "an 18% drop in **profit**", "cut **output** by 3% to **5 tonnes**".

use std::ops::Range;

use super::super::clause::trimmed;
use super::super::figure::Figure;
use super::bounds::opening;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// What changes, where `phrase` after a figure names a change: "profit" of "drop in profit"; `None` where the words before
/// the figure tell: "Profit fell to $3m, an 18% drop".
pub(super) fn changed(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    phrase: Range<usize>,
) -> Option<Range<usize>> {
    let link = (phrase.start..phrase.end).find(|t| syntax.is(*t, Class::Preposition));
    let head = link.unwrap_or(phrase.end).checked_sub(1)?;
    if head < phrase.start || !syntax.is(head, Class::Change) {
        return Some(phrase);
    }
    if let Some(link) = link.filter(|link| syntax.is(*link, Class::Changed)) {
        let what = trimmed(syntax, link + 1..phrase.end);
        if !what.is_empty() && !syntax.is(what.start, Class::TimeNoun) {
            return Some(what);
        }
    }
    let apposed = opening(syntax, figure)
        .checked_sub(1)
        .is_some_and(|t| syntax.shape(t) == Some(Shape::Comma));
    (!apposed || head > phrase.start).then_some(phrase)
}

/// "a cut of 18% in spending": what changes stands after the figure.
pub(super) fn change_of(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let of = opening(syntax, figure).checked_sub(1)?;
    let named = syntax.reads(of, "of")
        && of > figure.sentence.start
        && syntax.is(of - 1, Class::Change)
        && syntax.is(figure.tokens.end, Class::Changed);
    let phrase = named
        .then(|| syntax.noun_phrase_after(figure.tokens.end + 1, figure.ceiling()))
        .flatten()?;
    let cut = (phrase.start + 1..phrase.end)
        .find(|t| syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of"))
        .unwrap_or(phrase.end);
    let what = trimmed(syntax, phrase.start..cut);
    (!what.is_empty() && !syntax.is(what.start, Class::TimeNoun)).then_some(what)
}

/// "rose by 12 **to 40**", "rose 5% **to 3 tonnes**": the level the change before it leads to.
pub(super) fn same_change(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    leads_on(syntax, figure).then(|| before.cloned()).flatten()
}

/// Whether only "to" or "from" stands between the figure before and this one.
pub(in crate::claim) fn leads_on(syntax: &Syntax<'_>, figure: &Figure<'_>) -> bool {
    let mut start = opening(syntax, figure);
    while start > figure.floor && syntax.is(start - 1, Class::Striking) {
        start -= 1;
    }
    start == figure.floor + 1
        && figure.floor > figure.sentence.start
        && syntax.is(figure.floor, Class::Extent)
        && !syntax.is(figure.tokens.end, Class::Change)
}

/// "was 41%, **against** 56%", "**compared with** 53": the same thing at another time or place.
pub(super) fn compared(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    is_compared(syntax, figure)
        .then(|| before.cloned())
        .flatten()
}

/// Whether the figure is one that the figure before it is compared with.
pub(in crate::claim) fn is_compared(syntax: &Syntax<'_>, figure: &Figure<'_>) -> bool {
    let Some(last) = opening(syntax, figure)
        .checked_sub(1)
        .filter(|last| *last >= figure.floor && figure.floor > figure.sentence.start)
    else {
        return false;
    };
    syntax.is(last, Class::Comparing)
        || last > figure.floor
            && syntax.is(last, Class::Preposition)
            && syntax.is(last - 1, Class::Compared)
}
