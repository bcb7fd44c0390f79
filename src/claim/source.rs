//! What sort of source it is, how close the article keeps to its words, and whom a pronoun means.

use std::ops::Range;

use super::attribution::{Found, Means, is_respondents};
use super::clause;
use super::figure::phrase;
use super::{Attribution, Directness, Phrase, SourceKind, poll};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// How far back, in tokens, a pronoun may find its name.
const REACH: usize = 400;

/// The kinds a word can tell, the strongest first.
const KINDS: &[(Class, SourceKind)] = &[
    (Class::Poll, SourceKind::Poll),
    (Class::Document, SourceKind::Document),
    (Class::Official, SourceKind::Official),
    (Class::Media, SourceKind::Media),
    (Class::Organisation, SourceKind::Organisation),
    (Class::Anonymous, SourceKind::Anonymous),
];

/// The attribution facet of a figure at `token`.
pub(super) fn attribution(
    syntax: &Syntax<'_>,
    found: &Found,
    earlier: &[Found],
    token: usize,
) -> Option<Attribution> {
    let resolved = if is_respondents(syntax, &found.source) {
        poll::before(syntax, found.source.start)
    } else {
        resolved(syntax, &found.source, earlier)
    };
    let known = resolved.as_ref().unwrap_or(&found.source);
    let directness = match syntax.quotation_of(token).map(|q| syntax.quotations[q]) {
        Some(quotation) if quotation.is_scare(&syntax.tokens) => Directness::ScareQuote,
        Some(_) => Directness::Direct,
        None => Directness::Indirect,
    };
    Some(Attribution {
        source: phrase(syntax, &found.source)?,
        cue: phrase(syntax, &found.cue),
        content: found
            .content
            .iter()
            .find(|part| part.contains(&token))
            .or(found.content.first())
            .and_then(|part| syntax.span(part)),
        kind: kind(syntax, known, found.means),
        directness,
        resolved: resolved.and_then(|range| phrase(syntax, &range)),
        reported_by: None,
    })
}

/// The sort of a source, by its head first and its other words after; a name alone is a person.
fn kind(syntax: &Syntax<'_>, source: &Range<usize>, means: Means) -> Option<SourceKind> {
    let head = syntax.head(source);
    if is_respondents(syntax, source) {
        return Some(SourceKind::Poll);
    }
    // "It said": a thing nobody named.
    if source.len() == 1 && is_it(syntax, source.start) {
        return None;
    }
    let first_comma = source
        .clone()
        .find(|t| syntax.shape(*t) == Some(Shape::Comma))
        .unwrap_or(source.end);
    let named = source.start..first_comma;
    let titled = named
        .clone()
        .any(|t| syntax.is(t, Class::Title) || syntax.is(t, Class::Office));
    let of = |t: usize| {
        KINDS
            .iter()
            .find(|(class, _)| syntax.is(t, *class))
            .map(|(_, kind)| *kind)
    };
    let last_is_name = named
        .end
        .checked_sub(1)
        .is_some_and(|last| syntax.tokens[last].is_capital() && of(last).is_none());
    if titled && last_is_name {
        let office = source.clone().any(|t| {
            syntax.is(t, Class::Official)
                || syntax.is(t, Class::Title) && !syntax.is(t, Class::Honorific)
        });
        return Some(if office {
            SourceKind::Official
        } else {
            SourceKind::Person
        });
    }
    of(head)
        .or_else(|| named.clone().rev().find_map(of))
        .or_else(|| {
            let capitals = named
                .clone()
                .filter(|t| syntax.tokens[*t].is_capital())
                .count();
            let acronym = named.len() == 1 && syntax.shape(named.start) == Some(Shape::Capitals);
            // "Brightwater, which has 900 workers": no person is a "which".
            let thing = syntax.is(first_comma + 1, Class::Relative)
                && source.contains(&(first_comma + 1))
                && !syntax.reads(first_comma + 1, "who")
                && !syntax.reads(first_comma + 1, "whose");
            if thing || acronym && means != Means::Label {
                Some(SourceKind::Organisation)
            } else if named.len() == 1 && capitals == 1 && means != Means::Label {
                of_one_name(syntax, named.start, source.end)
            } else if capitals > 0 {
                Some(SourceKind::Person)
            } else {
                None
            }
        })
}

/// Tokens before and behind a name in which the whole of it is looked for: a long article.
const WHOLE_NAME: usize = 2_000;

/// Tokens behind a name in which a pronoun may stand for it.
const SPOKEN_OF: usize = 30;

/// The sort of a source that is one name and no more: a person where the text has the whole name somewhere or goes on
/// with "he", a body where it goes on with "it"; else nobody can tell "Brook" from "Amnesty".
fn of_one_name(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<SourceKind> {
    let name = syntax.word(at);
    let from = at.saturating_sub(WHOLE_NAME).max(1);
    let to = syntax.tokens.len().min(at + WHOLE_NAME);
    let whole = (from..to).any(|t| {
        syntax.word(t) == name
            && syntax.tokens[t - 1].is_capital()
            && syntax.tokens[t - 1].is_word()
            && syntax.tokens[t].paragraph == syntax.tokens[t - 1].paragraph
    });
    if whole {
        return Some(SourceKind::Person);
    }
    let sentence = syntax.sentences.get(syntax.sentence_of(at))?;
    (end..sentence.end.min(end + SPOKEN_OF)).find_map(|t| {
        if syntax.is(t, Class::Person) {
            Some(SourceKind::Person)
        } else if syntax.reads(t, "it") {
            Some(SourceKind::Organisation)
        } else {
            None
        }
    })
}

/// Whether the word is a pronoun for a thing or for several: "it", "they".
fn is_it(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.is(at, Class::Pronoun)
        && syntax.shape(at) != Some(Shape::Capitals)
        && (syntax.reads(at, "it") || syntax.reads(at, "they"))
}

/// The full name of a source written as a pronoun or a short name.
fn resolved(syntax: &Syntax<'_>, source: &Range<usize>, earlier: &[Found]) -> Option<Range<usize>> {
    let word = syntax.word(source.start).to_ascii_lowercase();
    if source.len() == 1 && syntax.is(source.start, Class::Relative) && word != "that" {
        let comma =
            usize::from(source.start > 0 && syntax.shape(source.start - 1) == Some(Shape::Comma));
        return syntax.noun_phrase_before(source.start - comma, source.start.saturating_sub(REACH));
    }
    let wanted: fn(&Syntax<'_>, &Range<usize>) -> bool = match word.as_str() {
        "he" | "she" if source.len() == 1 => is_person,
        "they" if source.len() == 1 => is_plural,
        "it" if source.len() == 1 => is_thing,
        _ => return full_name(syntax, source),
    };
    let near = |found: &&Found| {
        found.source.end <= source.start
            && found.source.start + REACH >= source.start
            && wanted(syntax, &found.source)
    };
    let said = earlier
        .iter()
        .rev()
        .take_while(|found| found.cue.start + 2 * REACH >= source.start)
        .find(near)
        .map(|found| found.source.clone());
    let one = word == "he" || word == "she";
    // "Berg said … Olaf Hay runs the mill. He said": spoken of after the last who spoke.
    let spoken_of = one.then(|| person_before(syntax, source.start)).flatten();
    let newer = spoken_of.filter(|name| said.as_ref().is_none_or(|said| name.start > said.end));
    let found = newer.or(said).or_else(|| {
        let name = one.then(|| last_name(syntax, source.start)).flatten();
        name.or_else(|| subject_before(syntax, source.start, word == "they"))
    })?;
    full_name(syntax, &found).or(Some(found))
}

/// The subject of the sentence before the one at `at`: "**Officials** came to the camp. They said …".
fn subject_before(syntax: &Syntax<'_>, at: usize, plural: bool) -> Option<Range<usize>> {
    let earlier = syntax
        .sentences
        .get(syntax.sentence_of(at).checked_sub(1)?)?;
    let subject = syntax.noun_phrase_after(earlier.start, earlier.end)?;
    let first = subject.start;
    let head = syntax.word(syntax.head(&subject));
    let name = !plural && syntax.tokens[syntax.head(&subject)].is_capital();
    let fits =
        name || head.ends_with('s') == plural || syntax.is(syntax.head(&subject), Class::People);
    (fits && !syntax.is(first, Class::Pronoun) && clause::is_finite(syntax, subject.end, first))
        .then_some(subject)
}

/// The person of two names or more who is the subject of the sentence before the one at `at`.
fn person_before(syntax: &Syntax<'_>, at: usize) -> Option<Range<usize>> {
    let subject = subject_before(syntax, at, false)?;
    let names = subject.clone().filter(|t| syntax.tokens[*t].is_capital());
    (names.count() > 1
        && subject.clone().all(|t| syntax.tokens[t].is_capital())
        && is_person(syntax, &subject))
    .then_some(subject)
}

fn is_person(syntax: &Syntax<'_>, source: &Range<usize>) -> bool {
    let comma = source
        .clone()
        .find(|t| syntax.shape(*t) == Some(Shape::Comma))
        .unwrap_or(source.end);
    let head = syntax.head(&(source.start..comma));
    syntax.tokens[head].is_capital()
        && !syntax.is(head, Class::Pronoun)
        && KINDS.iter().all(|(class, _)| !syntax.is(head, *class))
        || syntax.is(head, Class::Office)
}

fn is_plural(syntax: &Syntax<'_>, source: &Range<usize>) -> bool {
    let head = syntax.head(source);
    syntax.word(head).ends_with('s') && !syntax.tokens[head].is_capital()
}

fn is_thing(syntax: &Syntax<'_>, source: &Range<usize>) -> bool {
    let head = syntax.head(source);
    KINDS.iter().any(|(class, _)| syntax.is(head, *class))
}

/// The last name of two or more words before `at`.
fn last_name(syntax: &Syntax<'_>, at: usize) -> Option<Range<usize>> {
    let low = at.saturating_sub(REACH / 4);
    let mut end = at;
    while end > low {
        let mut start = end;
        while start > low
            && syntax.tokens[start - 1].is_capital()
            && !syntax.is(start - 1, Class::Weekday)
            && !syntax.is(start - 1, Class::Month)
            && !syntax.is(start - 1, Class::Determiner)
        {
            start -= 1;
        }
        if end - start >= 2 {
            return Some(start..end);
        }
        end = if start < end { start } else { end - 1 };
    }
    None
}

/// The first longer name that ends with this one's last word: "Vadym Boychenko" for "Boychenko".
fn full_name(syntax: &Syntax<'_>, source: &Range<usize>) -> Option<Range<usize>> {
    let last = source.end.checked_sub(1)?;
    let plain = source.len() <= 2
        && syntax.tokens[last].is_capital()
        && source
            .clone()
            .all(|t| t == last || syntax.is(t, Class::Title));
    if !plain {
        return None;
    }
    let name = syntax.word(last);
    let from = source.start.saturating_sub(REACH * 5);
    (from + 1..source.start).find_map(|at| {
        let fits = syntax.word(at) == name
            && syntax.tokens[at - 1].is_capital()
            && !syntax.is(at - 1, Class::Title)
            && !syntax.is(at - 1, Class::Determiner);
        fits.then(|| {
            let mut start = at - 1;
            while start > from && syntax.tokens[start - 1].is_capital() && start + 5 > at {
                start -= 1;
            }
            start..at + 1
        })
    })
}

/// Whether the words of a phrase belong to a class.
pub(super) fn has(syntax: &Syntax<'_>, range: &Range<usize>, class: Class) -> bool {
    range.clone().any(|t| syntax.is(t, class))
}

/// An empty phrase is no facet.
pub(super) fn spoken(phrase: Option<Phrase>) -> Option<Phrase> {
    phrase.filter(|phrase| !phrase.text.trim().is_empty())
}

/// Whether two attributions name one source, as far as their words tell.
pub(super) fn is_same(a: &Attribution, b: &Attribution) -> bool {
    let full = |attribution: &Attribution| {
        attribution
            .resolved
            .as_ref()
            .unwrap_or(&attribution.source)
            .text
            .to_lowercase()
    };
    let (one, other) = (full(a), full(b));
    one.contains(&other) || other.contains(&one)
}
