//! Lists that leave the verb out: "Aske won 58% and Born **42%**", "level with Born on **24%**".

use std::ops::Range;

use super::super::clause::{self, without_determiner};
use super::super::figure::Figure;
use super::bounds::{is_source, opening};
use crate::lexicon::words::Class;
use crate::quantity::{Kind, Sense};
use crate::syntax::{Shape, Syntax};

/// Most words of a name in a list.
const LONGEST: usize = 6;

/// Whose share it is, in a list without verbs.
pub(super) fn listed_owner(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    owner(syntax, figure).or_else(|| standing(syntax, figure))
}

/// Whether `concept` is such an owner: then nobody else is.
pub(super) fn is_listed(syntax: &Syntax<'_>, figure: &Figure<'_>, concept: &Range<usize>) -> bool {
    gapped_subject(syntax, figure, None)
        .or_else(|| listed_owner(syntax, figure, None))
        .is_some_and(|owner| owner.start == concept.start)
}

/// "seats" of "Aske won 41 seats, Born 12": what the figure before it counts.
pub(super) fn same_counted(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    figure.mention.counted.is_none().then_some(())?;
    // "40 ships sank in May, 12 in June": the quantity has its noun from the figure before.
    let left_out =
        figure.mention.kind == Kind::Count && figure.mention.quantity.unit_text.is_some();
    (left_out || owner(syntax, figure).is_some()).then_some(())?;
    before.cloned()
}

/// "the vote" of "47% of the vote to 45% for the Reds": what the figure before it measures.
pub(super) fn of_rival(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    rival(syntax, figure).and(before).cloned()
}

/// "Profit came to $310m and **net debt** to $1.8bn": what a clause without its verb is about, where it leads to its
/// figure as the clause before it does.
pub(super) fn gapped_subject(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let before = figure
        .siblings
        .iter()
        .rfind(|other| other.end <= figure.floor)?;
    let lead = opening(syntax, figure)
        .checked_sub(1)
        .filter(|lead| *lead > figure.floor && syntax.is(*lead, Class::Preposition))?;
    let led_alike = before
        .start
        .checked_sub(1)
        .is_some_and(|lead_before| syntax.reads(lead_before, syntax.word(lead)));
    let phrase = led_alike
        .then(|| syntax.noun_phrase_before(lead, figure.floor))
        .flatten()?;
    let joint = phrase.start.checked_sub(1).filter(|t| *t >= figure.floor)?;
    let joined = syntax.is(joint, Class::Coordinator)
        || matches!(syntax.shape(joint), Some(Shape::Comma | Shape::Semicolon));
    let plain = (figure.floor..joint)
        .all(|t| syntax.is_nounish(t) || matches!(syntax.shape(t), Some(Shape::Comma)));
    (joined && plain && names(syntax, &phrase))
        .then(|| without_determiner(syntax, phrase))
        .filter(|phrase| !phrase.is_empty() && !is_source(figure, phrase))
}

/// "47% of the vote to 45% **for the Reds**", "against 30% **for Born**": whose the second is.
pub(super) fn rival(syntax: &Syntax<'_>, figure: &Figure<'_>) -> Option<Range<usize>> {
    let lead = opening(syntax, figure)
        .checked_sub(1)
        .filter(|lead| *lead >= figure.floor && figure.floor > figure.sentence.start)?;
    let set_against = syntax.reads(lead, "to") || syntax.is(lead, Class::Comparing);
    let given = syntax.reads(figure.tokens.end, "for")
        && matches!(figure.mention.kind, Kind::Share | Kind::Count);
    let phrase = (set_against && given)
        .then(|| {
            let at = figure.tokens.end + 1;
            // "for the ruling Reds"
            let described = syntax.is(at, Class::Determiner)
                && syntax.word(at + 1).ends_with("ing")
                && syntax
                    .tokens
                    .get(at + 2)
                    .is_some_and(crate::syntax::Token::is_capital);
            syntax.noun_phrase_after(at + 2 * usize::from(described), figure.sentence.end)
        })
        .flatten()?;
    let called = syntax.is(figure.tokens.end + 1, Class::Determiner)
        || syntax.tokens[phrase.start].is_capital();
    let cut = (phrase.start + 1..phrase.end)
        .find(|t| {
            syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of")
                || clause::is_finite(syntax, *t, phrase.start) && !syntax.word(*t).ends_with("ing")
        })
        .unwrap_or(phrase.end);
    let name = without_determiner(syntax, phrase.start..cut);
    let time = name.clone().any(|t| {
        syntax.tokens[t]
            .classes
            .has_any(&[Class::TimeNoun, Class::Month, Class::Weekday])
    });
    (called && !time && !name.is_empty()).then_some(name)
}

/// "300 goats, **11 fewer** than last year": of what the figure before counts.
pub(super) fn fewer(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let comma = opening(syntax, figure)
        .checked_sub(1)
        .filter(|comma| *comma >= figure.floor)?;
    let apposed = syntax.shape(comma) == Some(Shape::Comma);
    let differs = figure.mention.sense == Sense::Difference && figure.mention.counted.is_none();
    (apposed && differs).then(|| before.cloned()).flatten()
}

/// "4,000, police say; organisers **claimed** 12,000": of the crowd that another puts at a number.
pub(super) fn claimed(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let cue = opening(syntax, figure)
        .checked_sub(1)
        .filter(|cue| *cue >= figure.floor && syntax.is(*cue, Class::Cue))?;
    let put = (figure.sentence.start..figure.floor).any(|t| syntax.is(t, Class::Puts));
    let closed = !syntax.tokens.get(figure.tokens.end)?.is_word();
    (put && closed && figure.mention.counted.is_none() && cue > figure.floor)
        .then(|| before.cloned())
        .flatten()
}

/// "…, **Born** on 17% and 38 seats": whose the second of two figures is, where the first stands behind a name.
pub(super) fn owner_of_pair(syntax: &Syntax<'_>, figure: &Figure<'_>) -> Option<Range<usize>> {
    let joint = opening(syntax, figure).checked_sub(1)?;
    let first = figure
        .siblings
        .iter()
        .rfind(|other| other.end <= figure.tokens.start)?;
    let on = first.start.checked_sub(1)?;
    let pair = joint == first.end && syntax.is(joint, Class::Coordinator) && leads(syntax, on);
    let phrase = pair
        .then(|| syntax.noun_phrase_before(on, figure.sentence.start))
        .flatten()?;
    let parted = phrase.start.checked_sub(1).is_some_and(|comma| {
        comma > figure.sentence.start
            && matches!(syntax.shape(comma), Some(Shape::Comma | Shape::Semicolon))
    });
    let called =
        syntax.tokens[phrase.start].is_capital() || syntax.is(phrase.start, Class::Determiner);
    (parted && called && names(syntax, &phrase))
        .then(|| without_determiner(syntax, phrase))
        .filter(|name| !name.is_empty())
}

/// The noun between the figure before and this one, that a comma or "and" parts from the former.
pub(super) fn owner(syntax: &Syntax<'_>, figure: &Figure<'_>) -> Option<Range<usize>> {
    let sentence = &figure.sentence;
    if figure.floor <= sentence.start + 1 {
        return None;
    }
    let mut end = opening(syntax, figure);
    let genitive = end > figure.floor && syntax.shape(end - 1) == Some(Shape::Genitive);
    let stands = end > figure.floor && leads(syntax, end - 1);
    let measured = matches!(figure.mention.kind, Kind::Share | Kind::Count | Kind::Money);
    if !measured || genitive && figure.mention.kind != Kind::Share {
        return None;
    }
    end -= usize::from(genitive || stands);
    let phrase = syntax.noun_phrase_before(end, figure.floor)?;
    let joint = phrase.start.checked_sub(1).filter(|t| *t >= figure.floor)?;
    let joined = matches!(syntax.shape(joint), Some(Shape::Comma | Shape::Semicolon))
        || syntax.is(joint, Class::Coordinator)
        || genitive && syntax.is(joint, Class::Preposition);
    // What is counted may stand between the figure before and the joint, no clause of its own.
    // "$410m on schools and transport $720m"
    let linked = figure.mention.kind == Kind::Money
        && syntax.is(figure.floor, Class::Preposition)
        && !syntax.is(figure.floor, Class::Extent);
    let plain = (figure.floor + usize::from(linked)..joint)
        .all(|t| syntax.is_nounish(t) || matches!(syntax.shape(t), Some(Shape::Comma)));
    let verb = (sentence.start..figure.floor).any(|t| clause::is_finite(syntax, t, sentence.start));
    // "…, deport 300 people": no bare verb.
    let called = syntax.tokens[phrase.start].is_capital()
        || syntax.is(phrase.start, Class::Determiner)
        || figure.mention.kind == Kind::Money && phrase.len() == 1
        || figure.mention.kind == Kind::Share
            && (phrase.len() > 1
                || syntax.is(joint, Class::Coordinator)
                    && syntax.word(phrase.start).ends_with('s'));
    (joined && plain && verb && called && names(syntax, &phrase))
        .then(|| without_determiner(syntax, phrase))
        .filter(|name| !name.is_empty() && !is_source(figure, name))
}

/// "three points ahead of **Born** on 24%": the name right before the figure.
fn standing(syntax: &Syntax<'_>, figure: &Figure<'_>) -> Option<Range<usize>> {
    let on = opening(syntax, figure)
        .checked_sub(1)
        .filter(|on| *on > figure.floor && leads(syntax, *on))?;
    if figure.floor == figure.sentence.start || figure.mention.kind != Kind::Share {
        return None;
    }
    let phrase = syntax.noun_phrase_before(on, figure.floor)?;
    let link = phrase
        .clone()
        .rev()
        .find(|t| syntax.is(*t, Class::Preposition));
    let name = without_determiner(
        syntax,
        link.map_or(phrase.start, |link| link + 1)..phrase.end,
    );
    let led = link.is_some()
        || phrase.start > figure.floor && {
            syntax.is(phrase.start - 1, Class::Preposition)
                || syntax.is(phrase.start - 1, Class::Coordinator)
        };
    let capital = !name.is_empty() && syntax.tokens[name.start].is_capital();
    (led && capital && names(syntax, &name)).then_some(name)
}

/// "on", "at" and the like between a name and its share.
fn leads(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.is(at, Class::Stands)
}

/// Whether the words name somebody or something, and are no time, harm or verb.
fn names(syntax: &Syntax<'_>, phrase: &Range<usize>) -> bool {
    let last = phrase.end - 1;
    let verb = phrase.len() == 1
        && syntax.shape(last) == Some(Shape::Word)
        && (syntax.word(last).ends_with("ed") || syntax.word(last).ends_with("ing"));
    phrase.len() <= LONGEST
        && !verb
        && !phrase.clone().any(|t| {
            matches!(syntax.shape(t), Some(Shape::Number))
                || clause::is_finite(syntax, t, phrase.start)
                || syntax.tokens[t].classes.has_any(&[
                    Class::Pronoun,
                    Class::TimeNoun,
                    Class::Weekday,
                    Class::Month,
                    Class::Harm,
                    Class::Others,
                    Class::NumberWord,
                    Class::Movement,
                    Class::Adjective,
                ])
                || syntax.is(t, Class::Preposition) && !syntax.reads(t, "of")
        })
}

/// "18 of them **nurses**", "two of whom **children**", "of the 40 there, 31% were **nurses**": who those are.
pub(super) fn of_them_named(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let at = figure.tokens.end;
    let them = syntax.reads(at, "of")
        && (syntax.reads(at + 1, "them") || syntax.is(at + 1, Class::Relative));
    let are = figure.mention.kind == Kind::Share
        && syntax.reads(figure.sentence.start, "of")
        && figure.floor > figure.sentence.start
        && syntax.shape(figure.tokens.start - 1) == Some(Shape::Comma)
        && syntax.is(at, Class::Auxiliary);
    let at = if are { at + 1 } else { at + 2 };
    let noun = syntax.tokens.get(at)?;
    let named = noun.is_word()
        && syntax.is_nounish(at)
        && !noun.is(Class::Harm)
        && !syntax.word(at).ends_with("ed")
        && !syntax.word(at).ends_with("ing")
        && !clause::is_finite(syntax, at, at - 1);
    if !(them || are) || !named {
        return None;
    }
    let phrase = syntax.noun_phrase_after(at, figure.sentence.end)?;
    let cut = (phrase.start + 1..phrase.end)
        .find(|t| syntax.is(*t, Class::Preposition))
        .unwrap_or(phrase.end);
    // "12 of them affordable"
    let head = cut - 1;
    let noun = syntax.word(head).ends_with('s')
        || syntax.is(head, Class::People)
        || syntax.tokens[head].is_capital();
    noun.then_some(phrase.start..cut)
}
