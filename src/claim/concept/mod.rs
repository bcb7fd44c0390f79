//! What a figure counts or measures, in the smallest phrase a reader needs.
//!
//! What is counted stands with the number ("11 civilians"). What is measured stands in one of a few places, tried
//! in this order: in the figure before it that it restates ("7 miles (11 km)"), after "of" ("20% of the voters"),
//! right after the figure ("a $150,000 contract with the club"), before "of" ("sales of $5m"), as the thing priced
//! ("a notebook for €20"), as the subject of the clause ("the rate rose to 5%"), or just before the figure in a line
//! without a verb ("Base price: $59").

mod beside;
mod bounds;
mod change;
mod clausal;
mod gapped;
mod lead;
mod loose;
mod owner;
#[cfg(test)]
mod tests;

use std::ops::Range;

use beside::{
    attributive, before_of, counted, earlier_level, hyphenated, listed, of_an_age, restated, whole,
};
use change::{change_of, compared, same_change};
pub(super) use change::{is_compared, leads_on};
use clausal::{carrier, left_higher, level, object, of_economy, rising};
pub(super) use clausal::{deed, suffered};
use gapped::{claimed, fewer, gapped_subject, listed_owner, of_rival, of_them_named, same_counted};
pub(super) use lead::lead;
pub(super) use owner::owner;

use super::clause::without_determiner;
use loose::{bracketed, labelled, made_more, named_before_comma, priced, ranging, sized};

use super::figure::Figure;
use crate::lexicon::words::Class;
use crate::quantity::Kind;
use crate::syntax::{Shape, Syntax};

/// A place where the words for what is measured can stand; the third argument is what the figure before it measures.
type Reader = fn(&Syntax<'_>, &Figure<'_>, Option<&Range<usize>>) -> Option<Range<usize>>;

/// Where what is measured can stand; the first that holds something wins.
const MEASURED: &[Reader] = &[
    restated,
    left_higher,
    earlier_level,
    compared,
    change_of,
    whole,
    attributive,
    before_of,
    same_change,
    bracketed,
    gapped_subject,
    listed_owner,
    priced,
    made_more,
    ranging,
    sized,
    object,
    rising,
    listed,
    carrier,
    labelled,
];

/// Where the part or the whole of a share can stand.
const SHARED: &[Reader] = &[
    restated,
    of_them_named,
    of_rival,
    left_higher,
    of_economy,
    earlier_level,
    compared,
    change_of,
    whole,
    attributive,
    counted,
    before_of,
    bracketed,
    same_change,
    gapped_subject,
    listed_owner,
    object,
    rising,
    listed,
    carrier,
    labelled,
];

/// Where a thing counted can stand; a number without a noun is a level of something.
const COUNTED: &[Reader] = &[
    counted,
    restated,
    of_them_named,
    of_rival,
    claimed,
    fewer,
    compared,
    change_of,
    whole,
    before_of,
    same_change,
    gapped_subject,
    same_counted,
    ranging,
    object,
    earlier_level,
    listed,
    level,
    labelled,
];

/// Where what has a rank can stand: never the subject, of which the rank may tell nothing ("thousands at the 12th rally").
const RANKED: &[Reader] = &[counted, attributive, whole, before_of];

/// Where the one whose age it is can stand.
const AGED: &[Reader] = &[of_an_age, attributive, named_before_comma, carrier];

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
            .map(|range| without_mark(syntax, range))
            .map(|range| without_verb(syntax, range))
            .map(|range| behind_place(syntax, range))
            .map(|range| before_verb(syntax, figure, range))
            .map(|range| last_counted(figure, range))
            .map(|range| before_another(figure, range))
            .filter(|range| !range.is_empty() && names(syntax, range))
            // "(Save £30)"
            .filter(|range| {
                range.len() > 1
                    || range.end != figure.tokens.start
                    || syntax.deed(range.start).is_none()
            })
            // "According to the Courier, 30 tonnes were seized": no place of what is measured.
            .filter(|range| !syntax.is(range.start, Class::According))
            .filter(|range| !is_by_count(syntax, range))
    })
}

/// "**By the agency's latest tally**, 3 million have fled": who counted, which is not what is counted.
fn is_by_count(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    let reckoning = |t: usize| syntax.is(t, Class::Reckoning);
    let opening = (0..range.start)
        .rev()
        .find(|t| !syntax.is(*t, Class::Determiner));
    opening.is_some_and(|t| syntax.is(t, Class::Preposition))
        && (reckoning(range.end.saturating_sub(1)) || reckoning(range.end))
}

/// A phrase that ends inside another figure, without it: "ל-1" of "ל-1,250", to 1,250, is none at all.
fn before_another(figure: &Figure<'_>, range: Range<usize>) -> Range<usize> {
    let mut others = figure.siblings.iter().filter(|it| **it != figure.tokens);
    let cut = others.find(|other| (other.start + 1..other.end).contains(&range.end));
    match cut {
        Some(other) => range.start..other.start.max(range.start),
        None => range,
    }
}

/// "the figure", "the true total": a number that was named before.
pub(super) fn is_generic(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    range.clone().all(|t| syntax.is(t, Class::Generic))
}

/// Whether the figure is told of "it" or "they", with no noun between: "It fell to 3%".
pub(super) fn stands_for_it(syntax: &Syntax<'_>, figure: &Figure<'_>) -> bool {
    if figure.said.is_some() {
        return false;
    }
    let near = figure
        .sentence
        .start
        .max(figure.tokens.start.saturating_sub(REACH));
    let pronoun = (near..figure.tokens.start)
        .rev()
        .find(|t| syntax.is(*t, Class::Third));
    pronoun.is_some_and(|pronoun| {
        !syntax.is(pronoun, Class::Person)
            && (pronoun + 1..figure.tokens.start).all(|t| {
                syntax.tokens[t].classes.has_any(&[
                    Class::Auxiliary,
                    Class::Modal,
                    Class::Adverb,
                    Class::Movement,
                    Class::Preposition,
                    Class::NounVerb,
                    Class::Reaching,
                    Class::Finite,
                ])
            })
    })
}

/// Most words between "it" and its figure.
const REACH: usize = 7;

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

/// "a man and two **women** aged 31 and 29": an age is that of the last who were counted.
fn last_counted(figure: &Figure<'_>, range: Range<usize>) -> Range<usize> {
    if figure.mention.kind != Kind::Age {
        return range;
    }
    let counted = figure
        .siblings
        .iter()
        .rev()
        .find(|other| range.contains(&other.start) && other.end < range.end);
    counted.map_or(range.start, |other| other.end)..range.end
}

/// "Olmo about Dunn's £9,000": the name alone, and of it no more than stands after "about".
fn without_mark(syntax: &Syntax<'_>, range: Range<usize>) -> Range<usize> {
    let mark = range.end.checked_sub(1).filter(|mark| *mark > range.start);
    let Some(mark) = mark.filter(|mark| syntax.shape(*mark) == Some(Shape::Genitive)) else {
        return range;
    };
    let about = range
        .clone()
        .rev()
        .find(|t| syntax.is(*t, Class::Approximator));
    about.map_or(range.start, |about| about + 1)..mark
}

/// "had **expected** revenue of": behind "had" a word in "-ed", or one that reports, is the verb.
fn without_verb(syntax: &Syntax<'_>, range: Range<usize>) -> Range<usize> {
    let first = range.start;
    let perfect = first.checked_sub(1).is_some_and(|before| {
        syntax.is(before, Class::Auxiliary) && syntax.is(before, Class::Having)
    });
    let verb = range.len() > 1
        && syntax.shape(first) == Some(Shape::Word)
        && (syntax.word(first).ends_with("ed") || syntax.is(first, Class::Cue));
    if perfect && verb {
        without_determiner(syntax, first + 1..range.end)
    } else {
        range
    }
}

/// "one in eight adults **skips** meals": the verb of the one, behind a plural, with its object in the same phrase.
fn before_verb(syntax: &Syntax<'_>, figure: &Figure<'_>, range: Range<usize>) -> Range<usize> {
    let ends_in_s = |t: usize| {
        let word = syntax.word(t);
        syntax.shape(t) == Some(Shape::Word) && word.ends_with('s') && !word.ends_with("ss")
    };
    let one = figure.mention.kind == Kind::Share && range.start == figure.tokens.end;
    let verb_behind = syntax.tokens.get(range.end).is_some_and(|next| {
        next.classes
            .has_any(&[Class::Auxiliary, Class::Modal, Class::Finite])
    });
    let verb = (range.start + 1..range.end.saturating_sub(1))
        .find(|t| one && !verb_behind && ends_in_s(t - 1) && ends_in_s(*t));
    range.start..verb.unwrap_or(range.end)
}

/// "in **front of** a crowd", "on **top of** the hill": words that only place what is named behind them.
fn behind_place(syntax: &Syntax<'_>, range: Range<usize>) -> Range<usize> {
    let first = range.start;
    let places = range.len() > 2
        && syntax.is(first, Class::Placing)
        && syntax.reads(first + 1, "of")
        && first > 0
        && syntax.is(first - 1, Class::Preposition);
    if places {
        without_determiner(syntax, first + 2..range.end)
    } else {
        range
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
            Class::Deictic,
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
    let determined = at > 0 && syntax.is(at - 1, Class::Determiner);
    word.ends_with("ed") && !determined && syntax.is(at + 1, Class::Preposition)
        || word.ends_with("ly") && syntax.is(at + 1, Class::Harm)
}
