//! What a figure counts or measures, in the smallest phrase a reader needs.
//!
//! What is counted stands with the number ("11 civilians"). What is measured stands in one of a few places, tried
//! in this order: in the figure before it that it restates ("7 miles (11 km)"), after "of" ("20% of the voters"),
//! right after the figure ("a $150,000 contract with the club"), before "of" ("sales of $5m"), as the thing priced
//! ("a notebook for €20"), as the subject of the clause ("the rate rose to 5%"), or just before the figure in a line
//! without a verb ("Base price: $59").

use std::ops::Range;

use super::clause::{self, trimmed, without_determiner};
use super::figure::Figure;
use crate::lexicon::words::Class;
use crate::quantity::{Kind, Sense};
use crate::syntax::{Shape, Syntax};

/// A place where the words for what is measured can stand; the third argument is what the figure before it measures.
type Reader = fn(&Syntax<'_>, &Figure<'_>, Option<&Range<usize>>) -> Option<Range<usize>>;

/// Where what is measured can stand; the first that holds something wins.
const MEASURED: &[Reader] = &[
    restated,
    whole,
    attributive,
    before_of,
    priced,
    ranging,
    object,
    carrier,
    labelled,
];

/// Where the part or the whole of a share can stand.
const SHARED: &[Reader] = &[
    restated,
    whole,
    attributive,
    counted,
    before_of,
    object,
    carrier,
    labelled,
];

/// Where a thing counted can stand; a number without a noun is a level of something.
const COUNTED: &[Reader] = &[
    counted, restated, whole, before_of, ranging, object, level, labelled,
];

/// Where what has a rank can stand: never the subject, of which the rank may tell nothing ("thousands at the 12th rally").
const RANKED: &[Reader] = &[counted, attributive, whole, before_of];

/// Where the one whose age it is can stand.
const AGED: &[Reader] = &[attributive, named_before_comma, carrier];

/// What takes a time.
const LASTING: &[Reader] = &[whole, hyphenated, before_of, carrier];

/// The words for what is counted or measured; `before` are those of the figure before it in the sentence.
pub(super) fn concept(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let readers = match figure.mention.kind {
        Kind::Count | Kind::Ratio => COUNTED,
        Kind::Rank => RANKED,
        Kind::Share => SHARED,
        Kind::Age => AGED,
        Kind::Duration => LASTING,
        Kind::Money | Kind::Measure | Kind::Rate | Kind::Average => MEASURED,
    };
    readers.iter().find_map(|reader| {
        reader(syntax, figure, before)
            .map(|range| with_those(syntax, range))
            .filter(|range| !range.is_empty() && names(syntax, range))
    })
}

/// "those left in the city": what is left is named by "those" alone.
fn with_those(syntax: &Syntax<'_>, range: Range<usize>) -> Range<usize> {
    let those = range
        .start
        .checked_sub(1)
        .filter(|those| syntax.reads(*those, "those") && !range.is_empty());
    match those {
        Some(those) => those..range.end,
        None => range,
    }
}

/// Whether a phrase names something: no pronoun, and more than a verb.
fn names(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    let first = range.start;
    if range.len() > 1 {
        return true;
    }
    let stands_for_another = syntax.shape(first) != Some(Shape::Capitals)
        && syntax.tokens[first].classes.has_any(&[
            Class::Pronoun,
            Class::Relative,
            Class::Adverb,
            Class::TimeNoun,
        ]);
    !stands_for_another && !happens(syntax, first)
}

/// "thousands expected at the march", "6 lightly hurt": the one word tells what happens, not to whom.
fn happens(syntax: &Syntax<'_>, at: usize) -> bool {
    if syntax.shape(at) != Some(Shape::Word) {
        return false;
    }
    let word = syntax.word(at);
    word.ends_with("ed") && syntax.is(at + 1, Class::Preposition)
        || word.ends_with("ly") && syntax.is(at + 1, Class::Harm)
}

/// The noun the quantity itself names.
fn counted(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let phrase = figure.mention.counted?.phrase;
    let start = syntax.token_at(phrase.start());
    let end = syntax.token_at(phrase.end().saturating_sub(1)) + 1;
    // "18 others wounded", "5 people dead": what happened to them is no part of what is counted.
    let end = (start + 1..end)
        .find(|t| syntax.is(*t, Class::Harm))
        .unwrap_or(end);
    let range = without_determiner(syntax, start..end);
    if range.is_empty() {
        before_of(syntax, figure, before).or(Some(range))
    } else {
        Some(range)
    }
}

/// "7 miles (11 km)", "8 or 9 euros": of the same thing as the figure before it.
fn restated(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let start = figure.tokens.start;
    let joint = start
        .checked_sub(1)
        .filter(|joint| *joint >= figure.floor)?;
    let adjoins = figure.floor > figure.sentence.start && joint < figure.floor + 2;
    let same = syntax.shape(joint) == Some(Shape::Open)
        || syntax.word(joint) == "/"
        || syntax.reads(joint, "or");
    (adjoins && same).then(|| before.cloned()).flatten()
}

/// "of the estimated remaining residents" after a share, "of wind power" or "in damage" after an amount: without
/// "of", article and number.
fn whole(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let (at, end) = (after_aside(syntax, figure), figure.sentence.end);
    let of = syntax.reads(at, "of")
        || syntax.reads(at, "off")
            && matches!(figure.mention.kind, Kind::Money | Kind::Share)
            && syntax.is(at + 1, Class::Determiner);
    let within = syntax.reads(at, "in")
        && figure.mention.sense == Sense::Level
        && match figure.mention.kind {
            Kind::Share | Kind::Ratio | Kind::Count => syntax.is(at + 1, Class::Determiner),
            Kind::Money => syntax.shape(at + 1) == Some(Shape::Word) && syntax.is_nounish(at + 1),
            _ => false,
        };
    if !of && !within {
        return None;
    }
    let range = trimmed(syntax, plain_after(syntax, at + 1, end)?);
    let time = within && range.clone().any(|t| syntax.is(t, Class::TimeNoun));
    (!time).then_some(range)
}

/// "a $150,000 contract with the club", "a 25% tax on cars": the noun right after.
fn attributive(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let at = after_aside(syntax, figure);
    let end = ceiling_from(figure, at);
    let token = syntax.tokens.get(at).filter(|_| at < end)?;
    let determined = (figure.floor..figure.tokens.start)
        .rev()
        .find(|t| syntax.is(*t, Class::Determiner) || syntax.is(*t, Class::Possessive))
        .is_some_and(|t| t + 4 > figure.tokens.start)
        || syntax.is(figure.tokens.start, Class::Determiner);
    let noun = match token.shape {
        Shape::Word => syntax.is_nounish(at),
        Shape::Capital | Shape::Capitals => determined && syntax.is_nounish(at),
        _ => false,
    };
    if !noun
        || token.is(Class::TimeNoun)
        || token.is(Class::Movement)
        || clause::is_finite(syntax, at, figure.sentence.start)
        || syntax.word(at).ends_with("ing")
        || (syntax.word(at).ends_with("er") || token.is(Class::Adjective))
            && (at + 1 >= end || !syntax.is_nounish(at + 1) || syntax.is(at + 1, Class::TimeNoun))
    {
        return None;
    }
    Some(trimmed(syntax, linked_after(syntax, at, end)?))
}

/// "a population of 541,000", "sales of $5m": the noun before "of"; not a mere "total" or "average".
fn before_of(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let of = opening(syntax, figure)
        .checked_sub(1)
        .filter(|of| *of > figure.sentence.start)?;
    if !syntax.reads(of, "of") {
        return None;
    }
    let mut range = syntax.noun_phrase_before(of, figure.floor)?;
    if let Some(link) = range.clone().rev().find(|t| {
        syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of")
            || clause::is_finite(syntax, *t, range.start)
            || clause::governs(syntax, *t, figure.floor)
    }) {
        range.start = link + 1;
    }
    if syntax.word(range.start).ends_with("ing")
        && let Some(of) = range.clone().rev().find(|t| syntax.reads(*t, "of"))
    {
        range.start = of + 1;
    }
    let range = without_determiner(syntax, range);
    let head = range.end.checked_sub(1)?;
    let empty = syntax.is(head, Class::Running) || syntax.is(head, Class::Mean);
    (!empty).then_some(range)
}

/// "a notebook for €20", "€5 for a ticket": the thing that has the price.
fn priced(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    if figure.mention.kind != Kind::Money {
        return None;
    }
    let (at, end) = (after_aside(syntax, figure), figure.sentence.end);
    let end = ceiling_from(figure, at).min(end);
    if at < end && syntax.reads(at, "for") && !syntax.is(at + 1, Class::Pronoun) {
        let range = trimmed(syntax, linked_after(syntax, at + 1, end)?);
        let person = range.clone().any(|t| {
            syntax.tokens[t]
                .classes
                .has_any(&[Class::TimeNoun, Class::People])
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
    let object = syntax.noun_phrase_before(preposition, figure.floor)?;
    let after_verb = object
        .start
        .checked_sub(1)
        .is_some_and(|verb| verb >= figure.sentence.start && !syntax.is(verb, Class::Preposition));
    let object = without_determiner(syntax, object);
    (after_verb && !syntax.is(object.start, Class::Pronoun)).then_some(object)
}

/// The subject of the clause the figure stands in: "the unemployment rate" of "… rose to 5%".
fn carrier(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let after_cue = figure.said.as_ref().and_then(|(_, cue_end)| {
        clause::subject(
            syntax,
            figure.tokens.start,
            &(*cue_end..figure.sentence.end),
        )
    });
    let subject = after_cue
        .or_else(|| clause::subject(syntax, figure.tokens.start, &figure.sentence))
        .filter(|subject| !is_source(figure, subject))?;
    Some(without_figures(syntax, figure, subject))
}

/// "The index rose to 4,100": a number without a noun is a level of the subject only after a preposition; else it
/// counts what the reader knows of ("at least 50 were hurt").
fn level(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let leads = opening(syntax, figure)
        .checked_sub(1)
        .filter(|t| *t >= figure.floor)?;
    let leads_on = syntax.is(leads, Class::Preposition) && !syntax.is(leads, Class::Linking)
        || syntax.is(leads, Class::Auxiliary)
        || syntax.is(leads, Class::NounVerb)
            && clause::is_finite(syntax, leads, figure.sentence.start);
    let moved = (figure.tokens.end..figure.sentence.end.min(figure.tokens.end + 3))
        .any(|t| syntax.is(t, Class::Harm) || syntax.is(t, Class::Others));
    (!moved && leads_on)
        .then(|| carrier(syntax, figure, before))
        .flatten()
}

/// "savings ranging from $2m", "a house worth €300,000": the noun before the word that leads to the size.
fn ranging(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let start = opening(syntax, figure);
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
    let range = trimmed(
        syntax,
        syntax.noun_phrase_before(word - comma, figure.floor)?,
    );
    (!syntax.is(range.start, Class::Pronoun)).then_some(range)
}

/// "grow sales by 35%", "cut the price to $5": what is made to change.
fn object(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let preposition = opening(syntax, figure)
        .checked_sub(1)
        .filter(|t| *t > figure.floor)?;
    if !["by", "to", "from"]
        .iter()
        .any(|word| syntax.reads(preposition, word))
    {
        return None;
    }
    let object = syntax.noun_phrase_before(preposition, figure.floor)?;
    // "The line cut fees by 5%", "will lower fees to 2%": the verb reads like a noun.
    if let Some(verb) = object.clone().rev().skip(1).find(|t| {
        clause::governs(syntax, *t, figure.floor)
            || syntax.is(*t, Class::NounVerb) && *t > object.start
    }) {
        return Some(trimmed(syntax, verb + 1..object.end));
    }
    let mut verb = object
        .start
        .checked_sub(1)
        .filter(|verb| *verb >= figure.floor)?;
    if verb > figure.floor
        && syntax.is(verb, Class::Movement)
        && syntax.is(verb, Class::Preposition)
    {
        verb -= 1;
    }
    let word = syntax.word(verb);
    let acts = syntax.shape(verb) == Some(Shape::Word)
        && (clause::is_finite(syntax, verb, figure.sentence.start)
            && !syntax.tokens[verb]
                .classes
                .has_any(&[Class::Auxiliary, Class::Modal])
            || word.ends_with("ing")
            || clause::governs(syntax, verb, figure.floor));
    let object = trimmed(syntax, object);
    let time = object.clone().any(|t| {
        syntax.tokens[t]
            .classes
            .has_any(&[Class::TimeNoun, Class::Month, Class::Weekday])
    });
    (acts && !time && !object.is_empty() && !syntax.is(object.start, Class::Pronoun))
        .then_some(object)
}

/// "a five-year contract": the noun after a length written with a hyphen.
fn hyphenated(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let written = syntax.text.slice(figure.mention.span);
    written
        .contains('-')
        .then(|| attributive(syntax, figure, before))
        .flatten()
}

/// A phrase from the last figure in it on, unless that figure belongs to a noun: "the 30-year rate".
fn without_figures(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    mut phrase: Range<usize>,
) -> Range<usize> {
    for other in figure.siblings {
        let inside = other.end > phrase.start && other.end <= phrase.end;
        let of_noun = syntax.is_nounish(other.end) && !syntax.is(other.end, Class::Adjective);
        if inside && !of_noun {
            phrase.start = other.end;
        }
    }
    while phrase.start < phrase.end
        && matches!(
            syntax.shape(phrase.start),
            Some(Shape::Close | Shape::Open | Shape::Comma)
        )
    {
        phrase.start += 1;
    }
    without_determiner(syntax, phrase)
}

/// Where the first figure from `at` on begins, or the sentence ends.
fn ceiling_from(figure: &Figure<'_>, at: usize) -> usize {
    figure
        .siblings
        .iter()
        .find(|other| other.start > at)
        .map_or(figure.sentence.end, |other| other.start)
}

/// The token after the figure, and after what restates it in brackets.
fn after_aside(syntax: &Syntax<'_>, figure: &Figure<'_>) -> usize {
    let at = figure.tokens.end;
    if syntax.shape(at) != Some(Shape::Open) || figure.ceiling() > at + 2 {
        return at;
    }
    (at..figure.sentence.end.min(at + 8))
        .find(|t| syntax.shape(*t) == Some(Shape::Close))
        .map_or(at, |close| close + 1)
}

/// "Maria Telles, 45": the name before a comma.
fn named_before_comma(
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
fn labelled(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let mut end = opening(syntax, figure);
    let start = (figure.floor..end)
        .rev()
        .find(|t| matches!(syntax.shape(*t), Some(Shape::Open | Shape::Semicolon)))
        .unwrap_or(figure.sentence.start);
    if (start..end).any(|t| clause::is_finite(syntax, t, start)) {
        return None;
    }
    while end > figure.floor
        && (end >= 2 && syntax.is(end - 1, Class::NounVerb) && syntax.reads(end - 2, "to")
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
    (!range.is_empty() && !syntax.is(range.start, Class::Pronoun) && !is_source(figure, &range))
        .then_some(range)
}

/// Whether a phrase is part of who says it.
fn is_source(figure: &Figure<'_>, phrase: &Range<usize>) -> bool {
    figure
        .said
        .as_ref()
        .is_some_and(|(source, _)| source.contains(&phrase.start) && phrase.end <= source.end)
}

/// Where the words of the figure begin, with what leads to the number: "some", "a staggering".
fn opening(syntax: &Syntax<'_>, figure: &Figure<'_>) -> usize {
    let mut start = figure.tokens.start;
    while start > figure.floor
        && (syntax.is(start - 1, Class::Determiner)
            || syntax.is(start - 1, Class::Approximator)
                && !syntax.is(start - 1, Class::Preposition)
            || syntax.is(start - 1, Class::Possessive))
    {
        start -= 1;
    }
    start
}

/// A noun phrase without what prepositions other than "of" add.
fn plain_after(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let phrase = syntax.noun_phrase_after(at, end)?;
    let cut = (phrase.start + 1..phrase.end)
        .find(|t| {
            syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of")
                || clause::is_finite(syntax, *t, phrase.start)
        })
        .unwrap_or(phrase.end);
    // "of those left in the city"
    let cut = if syntax.reads(phrase.start, "those") {
        phrase.end
    } else {
        cut
    };
    Some(phrase.start..cut)
}

/// A noun phrase with what "of", "on", "in", "for", "with" add, and without a participle that follows it.
fn linked_after(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let phrase = syntax.noun_phrase_after(at, end)?;
    let cut = (phrase.start + 1..phrase.end)
        .find(|t| {
            syntax.is(*t, Class::Preposition) && !syntax.is(*t, Class::Linking)
                || syntax.shape(*t) == Some(Shape::Word)
                    && syntax.word(*t).ends_with("ed")
                    && !syntax.is_nounish(*t + 1)
                || clause::is_finite(syntax, *t, phrase.start)
        })
        .unwrap_or(phrase.end);
    Some(phrase.start..cut)
}
