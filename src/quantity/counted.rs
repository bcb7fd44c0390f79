//! The noun that a number counts: "12 newly built schools" counts schools.

use super::Kind;
use super::line::Line;
use super::{Counted, measure, number};
use crate::lexicon::{Class, NumberWord, UnitCode};
use crate::text::TokenKind;

/// Words looked at after a number.
const REACH: usize = 9;

/// The noun phrase that begins at the token `at` after a number; `one` says that the number is one.
pub(super) fn phrase(line: &Line<'_>, at: usize, one: bool) -> Option<Counted> {
    if line.is_hyphen(at) && line.is_word(at + 1) {
        // "a 5,000-strong crowd"
        if line.is(at + 1, Class::Strong) {
            return line
                .is_word(at + 2)
                .then(|| spans(line, at + 2, at + 3, at + 2))
                .flatten();
        }
        let counted = !line.is(at + 1, Class::Hyphenated);
        return counted
            .then(|| spans(line, at + 1, at + 2, at + 1))
            .flatten();
    }
    let start = skip_of(line, at)?;
    if is_clitic(line, start) {
        return None;
    }
    let noun = past_measure(line, start);
    let end = run_end(line, noun);
    if line.lexicon.nouns.head_first {
        let completed = start + 1 < end && is_construct(line, start);
        let last = start + 1 + usize::from(completed);
        return (start < end).then(|| spans(line, start, last, start))?;
    }
    let head = if one && start == at {
        singular_head(line, start, end)
    } else {
        plural_head(line, noun, end)
    }?;
    spans(line, start, head + 1, head)
}

/// Whether the next noun completes this one: "בני אדם".
fn is_construct(line: &Line<'_>, at: usize) -> bool {
    let endings = &line.lexicon.nouns.construct_endings;
    let word = line.word(at);
    word.chars().count() > 2
        && line.kind(at + 1) == Some(TokenKind::Word)
        && (endings.iter()).any(|ending| word.ends_with(ending.as_str()))
}

/// Past "of the", "of his": "two of the deputies"; `None` where "of" is followed by no noun.
fn skip_of(line: &Line<'_>, at: usize) -> Option<usize> {
    let mut start = at;
    if line.is(start, Class::Of) {
        start += 1;
        while line.is(start, Class::Determiner) {
            start += 1;
        }
        // "two of his five sheds"
        let number = number::read(line, start).filter(|number| line.is_lower(number.end));
        if let Some(number) = number.filter(|number| !line.glued(number.end - 1)) {
            start = number.end;
        }
    } else if matches!(line.entry(start).number, NumberWord::Cardinal(_))
        && !line.is_hyphen(start + 1)
    {
        // "56,042 two years earlier"
        return None;
    }
    if line.is_sign(start, &['“', '‘', '"']) {
        start += 1;
    }
    let counted = line.is_word(start)
        || line.is_digits(start) && (start > at || past_measure(line, start) > start);
    counted.then_some(start)
}

/// Past a measure of the thing counted: "eight 250ml bottles".
fn past_measure(line: &Line<'_>, start: usize) -> usize {
    if !line.is_digits(start) {
        return start;
    }
    let unit =
        number::read(line, start).and_then(|number| measure::after(line, start, number.end, false));
    unit.filter(|unit| line.is_word(unit.end))
        .map_or(start, |unit| unit.end)
}

/// One past the last token that can belong to the noun phrase.
fn run_end(line: &Line<'_>, start: usize) -> usize {
    let mut at = start;
    while at < start + REACH {
        let goes_on = match line.kind(at) {
            Some(TokenKind::Word) => !ends_phrase(line, at, start),
            // "Leopard 2 tanks"
            Some(TokenKind::Digits) => {
                line.glued_before(at)
                    || at > start
                        && line.is_capital(at - 1)
                        && line.word(at).len() == 1
                        && line.is_lower(at + 1)
                        && is_plural(line, at + 1)
            }
            Some(TokenKind::Punctuation) => {
                line.is_hyphen(at)
                    || (line.is_sign(at, &['’', '\''])
                        && line.glued_before(at)
                        && line.word(at - 1).ends_with('s')
                        && line.is_word(at + 1))
                    || (line.is_sign(at, &['.']) && line.glued(at) && line.glued_before(at))
                    || (line.is_sign(at, &[',']) && at > start && is_adjective_list(line, at))
                    || (line.is_sign(at, &['&']) && line.is_capital(at + 1))
            }
            Some(TokenKind::Symbol) => line.is_sign(at, &['&']) && line.is_capital(at + 1),
            None => false,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    at
}

/// "Hamas, PIJ terrorists", "tall, old trees": a comma inside the phrase.
fn is_adjective_list(line: &Line<'_>, at: usize) -> bool {
    let before = !is_plural(line, at - 1) && line.is_word(at - 1);
    before
        && line.is_word(at + 1)
        && !ends_phrase(line, at + 1, at)
        && line.is_word(at + 2)
        && is_plural(line, at + 2)
}

/// Whether the word ends a noun phrase that began at `start`.
fn ends_phrase(line: &Line<'_>, at: usize, start: usize) -> bool {
    let entry = line.entry(at);
    if entry.is(Class::Join) {
        // "Kia and Hyundai vehicles": capitals on both sides and a noun to come.
        let names = at > start
            && line.is_capital(at - 1)
            && line.is_capital(at + 1)
            && !is_plural(line, at - 1);
        return !names;
    }
    if matches!(line.word(at), "’s" | "'s") {
        return !line.glued_before(at);
    }
    let small = [
        Class::Preposition,
        Class::Conjunction,
        Class::Pronoun,
        Class::Auxiliary,
        Class::Determiner,
        Class::Relative,
    ];
    if small.into_iter().any(|class| entry.is(class)) {
        return !(line.is_capital(at) && line.is_capital(at + 1)) || at == start;
    }
    let weak = entry.is(Class::Verb) || entry.is(Class::Adverb);
    weak && (at > start || entry.is(Class::Casualty))
        && !(line.is_hyphen(at + 1) || line.is_hyphen(at.saturating_sub(1)))
        && (at > start && (is_plural(line, at - 1) || !noun_follows(line, at))
            || entry.is(Class::Casualty) && !noun_follows(line, at))
}

/// Whether a plural noun stands right after: "4 killed soldiers".
fn noun_follows(line: &Line<'_>, at: usize) -> bool {
    line.is_word(at + 1)
        && (is_plural(line, at + 1) || (line.is_word(at + 2) && is_plural(line, at + 2)))
        && !line.is(at + 1, Class::Preposition)
        && !line.is(at + 1, Class::Determiner)
        && !line.is(at + 1, Class::Auxiliary)
        && !line.is(at + 1, Class::Conjunction)
}

/// Head of a phrase after a number above one: the first plural noun, and plural nouns right after it.
fn plural_head(line: &Line<'_>, start: usize, end: usize) -> Option<usize> {
    let words = || (start..end).filter(|at| line.is_word(*at) && !is_clitic(line, *at));
    let mut first = words()
        .find(|at| {
            is_plural(line, *at)
                && !is_name_before_noun(line, *at, end)
                && !line.is_hyphen(at + 1)
                && !is_clitic(line, at + 1)
        })?
        .to_owned();
    while first + 1 < end
        && line.is_word(first + 1)
        && is_plural(line, first + 1)
        && !line.is(first + 1, Class::Verb)
    {
        first += 1;
    }
    Some(first)
}

/// A capitalised name that ends in s and has a plural noun after it: "Texas oil wells".
fn is_name_before_noun(line: &Line<'_>, at: usize, end: usize) -> bool {
    line.is_capital(at)
        && !is_people(line, at)
        && line.is_word(at + 1)
        && at + 1 < end
        && (at + 1..end).any(|later| line.is_word(later) && is_plural(line, later))
}

/// Head of a phrase after "one", and of a phrase without a plural: its last word before a verb.
fn singular_head(line: &Line<'_>, start: usize, end: usize) -> Option<usize> {
    let mut head = None;
    for at in start..end {
        if !line.is_word(at) || is_clitic(line, at) {
            continue;
        }
        let verb_like = at > start
            && (is_plural(line, at) || is_past(line, at))
            && !line.is_hyphen(at - 1)
            && !line.is_hyphen(at + 1);
        if verb_like {
            break;
        }
        head = Some(at);
    }
    head
}

/// The last word of the phrase: "11 member trade agreement".
pub(super) fn last_word(line: &Line<'_>, at: usize) -> Option<Counted> {
    let start = skip_of(line, at)?;
    if line.is(start, Class::Verb)
        || line.is(start, Class::Adverb)
        || is_past(line, start)
        || is_gerund(line, start)
        || is_time(line, start)
    {
        return None;
    }
    let end = run_end(line, start);
    let head = singular_head(line, start, end)?;
    spans(line, start, head + 1, head)
}

/// "last year": when, not what.
fn is_time(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Class::PronounMaker)
        && measure::of(line, at + 1).is_some_and(|unit| unit.kind == Kind::Duration)
}

/// Whether the word at `at` looks like a verb of the past: "backed".
pub(super) fn is_past(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    word.len() > 4 && word.ends_with("ed") && !line.is_capital(at)
}

fn is_gerund(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    word.len() > 5 && word.ends_with("ing") && !line.is_capital(at)
}

fn is_clitic(line: &Line<'_>, at: usize) -> bool {
    matches!(line.word(at), "’s" | "'s")
}

/// Whether a word looks like a plural noun.
pub(super) fn is_plural(line: &Line<'_>, at: usize) -> bool {
    let entry = line.entry(at);
    if entry.is(Class::Plural) || (line.lexicon.nouns.head_first && entry.is(Class::Person)) {
        return true;
    }
    if entry.is(Class::NotPlural) || is_clitic(line, at) {
        return false;
    }
    let word = line.word(at);
    let plain = word.len() > 2
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    plain
        || is_people(line, at)
        || (word.len() > 4 && word.ends_with("men"))
        || (word.len() > 2
            && word.ends_with('s')
            && word.chars().rev().skip(1).all(char::is_uppercase))
}

/// The plural name of a people: "Russians", "Israelis".
fn is_people(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    line.is_capital(at)
        && word.len() > 5
        && line
            .lexicon
            .nouns
            .peoples
            .iter()
            .any(|end| word.ends_with(end.as_str()))
        && !line.is(at, Class::NotPlural)
}

/// "person" where the head names people.
pub(super) fn unit_of(line: &Line<'_>, counted: Counted) -> Option<UnitCode> {
    let head = line
        .tokens
        .binary_search_by_key(&counted.head, |token| token.span)
        .ok()?;
    let people = line.is(head, Class::Person)
        || line.is(head, Class::Casualty)
        || (is_people(line, head) && is_plural(line, head))
        || line.word(head).ends_with("men");
    people.then(|| UnitCode("person".to_owned()))
}

fn spans(line: &Line<'_>, start: usize, end: usize, head: usize) -> Option<Counted> {
    Some(Counted {
        phrase: line.cover(start, end)?,
        head: line.token(head)?.span,
    })
}
