//! What stands a word or two off: the thing that has a price, the noun before "worth" or a colon.

use std::ops::Range;

use super::super::clause::{self, trimmed, without_determiner};
use super::super::figure::Figure;
use super::bounds::{after_aside, ceiling_from, is_source, linked_after, opening};
use crate::lexicon::words::Class;
use crate::quantity::Kind;
use crate::syntax::{Shape, Syntax};

/// "a notebook for €20", "€5 for a ticket": the thing that has the price.
pub(super) fn priced(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    if figure.mention.kind != Kind::Money {
        return None;
    }
    // "raised £3m for the hospital"
    let taken = opening(syntax, figure)
        .checked_sub(1)
        .is_some_and(|verb| syntax.is(verb, Class::Taking));
    if taken {
        return None;
    }
    let (at, end) = (after_aside(syntax, figure), figure.sentence.end);
    let end = ceiling_from(figure, at).min(end);
    // "paid $400 for a 60-litre tank"
    if at < end
        && syntax.reads(at, "for")
        && let Some(size) = figure.siblings.iter().find(|other| other.start == end)
        && (at + 1..end).all(|t| syntax.is(t, Class::Determiner))
        && syntax.shape(size.end) == Some(Shape::Word)
        && syntax.is_nounish(size.end)
        && let Some(range) = linked_after(syntax, size.end, ceiling_from(figure, size.end))
        && !range.clone().any(|t| syntax.is(t, Class::TimeNoun))
    {
        return Some(trimmed(syntax, range));
    }
    if at < end && syntax.reads(at, "for") && !syntax.is(at + 1, Class::Pronoun) {
        let range = trimmed(syntax, linked_after(syntax, at + 1, end)?);
        let person = range.clone().any(|t| {
            syntax.tokens[t].classes.has_any(&[
                Class::TimeNoun,
                Class::Weekday,
                Class::Month,
                Class::People,
            ])
        });
        if !range.is_empty() && !person {
            return Some(range);
        }
    }
    let preposition = opening(syntax, figure)
        .checked_sub(1)
        .filter(|t| *t > figure.floor)?;
    if !syntax.reads(preposition, "for") && !syntax.reads(preposition, "at") {
        return None;
    }
    // "left the fee unchanged at £12"
    let steady = usize::from(syntax.is(preposition - 1, Class::Steady));
    // "bought the mill in 1998 for €20", "on Monday"
    let end = clause::before_time(syntax, preposition - steady, figure.floor);
    let object = syntax.noun_phrase_before(end, figure.floor)?;
    let after_verb = object
        .start
        .checked_sub(1)
        .is_some_and(|verb| verb >= figure.sentence.start && !syntax.is(verb, Class::Preposition));
    let whole = object.start;
    let object = without_determiner(syntax, object);
    // "finished 34% higher at 3.23 shekels"
    let compared = object.len() == 1
        && object.start == whole
        && (syntax.is(object.start, Class::Movement) || syntax.word(object.start).ends_with("er"));
    (after_verb && !compared && !syntax.is(object.start, Class::Pronoun))
        .then(|| trimmed(syntax, object))
}

/// "adding $10,000 to the price of a home", "wiping $340m from its value": what is made more or less.
pub(super) fn made_more(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let participle = opening(syntax, figure)
        .checked_sub(1)
        .filter(|t| *t > figure.floor)?;
    let at = after_aside(syntax, figure);
    let leads = syntax.shape(participle) == Some(Shape::Word)
        && syntax.word(participle).ends_with("ing")
        && !syntax.is(participle, Class::Taking)
        && syntax.is(at, Class::Affected);
    if !leads || figure.mention.kind != Kind::Money {
        return None;
    }
    Some(trimmed(
        syntax,
        linked_after(syntax, at + 1, figure.sentence.end)?,
    ))
}

/// "loans under €5m", "with acid levels at 9 grams": the noun right before the figure, or before "at" after "with".
pub(super) fn sized(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let start = figure.tokens.start;
    let hedged = syntax.is(start, Class::Preposition) && syntax.is(start, Class::Approximator);
    let end = start.checked_sub(1).filter(|end| *end > figure.floor)?;
    let at = syntax.reads(end, "at");
    let end = if at { end } else { start };
    let phrase = syntax.noun_phrase_before(end, figure.floor)?;
    let last = phrase.end - 1;
    let link = phrase.clone().rev().find(|t| {
        syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of")
            || clause::is_finite(syntax, *t, figure.sentence.start)
            || clause::governs(syntax, *t, figure.floor)
    });
    let first = link.map_or(phrase.start, |link| link + 1);
    let after_with = first > 0 && syntax.reads(first - 1, "with");
    let phrase = trimmed(syntax, first..phrase.end);
    let noun = syntax.word(last).ends_with('s') && syntax.shape(last) == Some(Shape::Word);
    let fits = if at { after_with } else { hedged && noun };
    (fits && !phrase.is_empty() && !syntax.is(last, Class::TimeNoun)).then_some(phrase)
}

/// "savings ranging from $2m", "a house worth €300,000": the noun before the word that leads to the size.
pub(super) fn ranging(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let mut start = opening(syntax, figure);
    while start > figure.floor && syntax.is(start - 1, Class::Adverb) {
        start -= 1;
    }
    let preposition = usize::from(start > figure.floor && syntax.is(start - 1, Class::Preposition));
    let word = (start - preposition)
        .checked_sub(1)
        .filter(|word| *word > figure.floor)?;
    let leads = syntax.reads(word, "worth")
        || preposition == 1
            && syntax.shape(word) == Some(Shape::Word)
            && syntax.word(word).ends_with("ing");
    if !leads {
        return None;
    }
    let comma = usize::from(syntax.shape(word - 1) == Some(Shape::Comma));
    let phrase = syntax.noun_phrase_before(word - comma, figure.floor)?;
    // "were arrested on suspicion of fraud worth £2m"
    let verb = phrase
        .start
        .checked_sub(1)
        .is_some_and(|before| syntax.is(before, Class::Auxiliary))
        .then(|| {
            let mut words = phrase.clone();
            words.rfind(|t| syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of"))
        })
        .flatten();
    let range = trimmed(
        syntax,
        verb.map_or(phrase.start, |verb| verb + 1)..phrase.end,
    );
    (!syntax.is(range.start, Class::Pronoun)).then_some(range)
}

/// "more than coal (12 TWh) and gas (29 TWh)": the noun before the bracket that holds nothing but the figure.
pub(super) fn bracketed(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let first = opening(syntax, figure);
    // "Norpump (up 3%)"
    let moved = first > figure.floor + 1 && syntax.is(first - 1, Class::Movement);
    let open = (first - usize::from(moved))
        .checked_sub(1)
        .filter(|open| *open > figure.floor)?;
    let alone = syntax.shape(open) == Some(Shape::Open)
        && syntax.shape(figure.tokens.end) == Some(Shape::Close);
    if !alone {
        return None;
    }
    let mut phrase = syntax.noun_phrase_before(open, figure.floor)?;
    let cut = phrase.clone().rev().find(|t| {
        syntax.is(*t, Class::Coordinator)
            || syntax.shape(*t) == Some(Shape::Close)
            || syntax.is(*t, Class::Auxiliary)
            || clause::is_finite(syntax, *t, figure.sentence.start)
    });
    phrase.start = cut.map_or(phrase.start, |cut| cut + 1);
    let phrase = trimmed(syntax, without_determiner(syntax, phrase));
    (!phrase.is_empty() && !is_source(figure, &phrase)).then_some(phrase)
}

/// "Maria Telles, 45": the name before a comma.
pub(super) fn named_before_comma(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let comma = figure
        .tokens
        .start
        .checked_sub(1)
        .filter(|comma| *comma > figure.floor)?;
    if syntax.shape(comma) != Some(Shape::Comma) {
        return None;
    }
    syntax
        .noun_phrase_before(comma, figure.floor)
        .map(|range| without_determiner(syntax, range))
}

/// "Base price: $59", "Index A +0.2%", "Norpump (up 3%)": the noun just before, in a line without a verb.
pub(super) fn labelled(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let mut end = opening(syntax, figure);
    let start = (figure.floor..end)
        .rev()
        .find(|t| matches!(syntax.shape(*t), Some(Shape::Open | Shape::Semicolon)))
        .unwrap_or(figure.sentence.start);
    // "Storm kills 9": a verb in a headline.
    let harmed = end > start && syntax.is(end - 1, Class::Harm);
    if harmed || (start..end).any(|t| clause::is_finite(syntax, t, start)) {
        return None;
    }
    while end > figure.floor
        && (end >= 2 && syntax.reads(end - 2, "to") && syntax.shape(end - 1) == Some(Shape::Word)
            || matches!(
                syntax.shape(end - 1),
                Some(Shape::Colon | Shape::Open | Shape::Sign | Shape::Comma)
            )
            || syntax.is(end - 1, Class::Movement)
            || syntax.is(end - 1, Class::Preposition)
            || syntax.is(end - 1, Class::Adverb))
    {
        end -= 1;
    }
    let range = trimmed(syntax, syntax.noun_phrase_before(end, figure.floor)?);
    let range = before_adverb(syntax, range);
    (!range.is_empty() && !syntax.is(range.start, Class::Pronoun) && !is_source(figure, &range))
        .then_some(range)
}

/// "**goats** typically stay": what stands before an adverb, behind which a verb hides that no list has.
fn before_adverb(syntax: &Syntax<'_>, range: Range<usize>) -> Range<usize> {
    let adverb = (range.start + 1..range.end).find(|t| {
        syntax.shape(*t) == Some(Shape::Word)
            && syntax.word(*t).ends_with("lly")
            && syntax.shape(*t - 1) != Some(Shape::Genitive)
    });
    range.start..adverb.unwrap_or(range.end)
}
