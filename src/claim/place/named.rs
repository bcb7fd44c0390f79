//! The places a sentence names, without the names that only hold one: "Bank of England", "the Paris Agreement".

use std::ops::Range;

use super::Places;
use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::places::PlaceWords;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Most words of a place name.
const LONGEST_NAME: usize = 4;

/// Words after a demonym in which its noun stands.
const TO_NOUN: usize = 3;

/// A place named in a sentence.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Named {
    pub(super) tokens: Range<usize>,
    pub(super) text: String,
    /// Told by a demonym: "Kazakh officials".
    pub(super) demonym: bool,
    /// The name of a people: "Danes".
    pub(super) people: bool,
    /// In no list of places.
    pub(super) unlisted: bool,
    pub(super) country: Option<String>,
}

/// The places named in `range`, in order.
pub(in crate::claim) fn named(places: Places<'_>, range: &Range<usize>) -> Vec<Named> {
    let syntax = places.syntax;
    let titles = title_case(syntax, range);
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let listed = listed(places, at, range.end);
        let next = listed
            .as_ref()
            .map(|place| place.tokens.end)
            .or_else(|| after_lead(places, at, range, titles).map(|place| place.tokens.end));
        let place = match listed {
            Some(mut place) => is_place(places, &mut place, range, titles).then_some(place),
            None => after_lead(places, at, range, titles),
        };
        if let Some(place) = place {
            // "Indonesia's Aceh": the province, and not the whole country.
            let owner = found
                .last()
                .is_some_and(|owner: &Named| owns(syntax, owner, &place));
            if owner {
                found.pop();
            }
            found.push(place);
        }
        at = next.unwrap_or(at + 1);
    }
    found
}

/// Whether a country stands in the genitive right before a place in it.
fn owns(syntax: &Syntax<'_>, owner: &Named, place: &Named) -> bool {
    let before = owner.tokens.end + 1 == place.tokens.start
        && syntax.shape(owner.tokens.end) == Some(Shape::Genitive);
    before && !place.demonym && !place.people && (place.unlisted || owner.country == place.country)
}

/// Whether a name of a place stands anywhere in `range`, whatever it is part of.
pub(in crate::claim) fn holds_name(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    let places = Places {
        syntax,
        words: &PlaceWords::default(),
        gazetteer: Gazetteer::of("en"),
    };
    range
        .clone()
        .any(|at| listed(places, at, range.end).is_some())
}

/// A name of the gazetteer at the token, the longest; in a script without capitals also with letters written onto it.
fn listed(places: Places<'_>, at: usize, end: usize) -> Option<Named> {
    let (syntax, words) = (places.syntax, places.words);
    if words.glued.is_empty() && !syntax.tokens[at].is_capital() {
        return None;
    }
    let letters = || words.glued.iter().chain(&words.glued_loose);
    let begins = |word: &str| {
        places.gazetteer.begins(word)
            || letters().any(|letters| {
                word.strip_prefix(letters.as_str())
                    .is_some_and(|rest| places.gazetteer.begins(rest))
            })
    };
    let longest = if begins(syntax.word(at)) {
        LONGEST_NAME
    } else {
        1
    };
    (1..=longest.min(end - at)).rev().find_map(|length| {
        let tokens = at..at + length;
        let written = syntax.text.slice(syntax.span(&tokens)?);
        let known = |name| Some((name, places.gazetteer.place(name)?));
        let (name, place) = known(written).or_else(|| {
            letters().find_map(|letters| known(written.strip_prefix(letters.as_str())?))
        })?;
        Some(Named {
            tokens,
            text: place.demonym_of.clone().unwrap_or_else(|| name.to_owned()),
            demonym: place.demonym_of.is_some(),
            people: false,
            unlisted: false,
            country: place.country.clone(),
        })
    })
}

/// Whether most words begin with a capital, as in a headline; there a capital tells nothing.
fn title_case(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    let long = |t: &usize| syntax.tokens[*t].is_word() && syntax.word(*t).len() > 3;
    let words = range.clone().filter(long).count();
    let capitals = range
        .clone()
        .filter(long)
        .filter(|t| syntax.tokens[*t].is_capital())
        .count();
    capitals * 4 > words * 3
}

/// Whether a listed name stands for the place here; a demonym is told apart from the name of a people.
fn is_place(places: Places<'_>, place: &mut Named, range: &Range<usize>, titles: bool) -> bool {
    let (syntax, words) = (places.syntax, places.words);
    let Range { start, end } = place.tokens;
    let before = start.checked_sub(1).filter(|t| *t >= range.start);
    let paragraph = syntax.tokens[start].paragraph;
    let capital = |t: usize| {
        syntax
            .tokens
            .get(t)
            .is_some_and(|token| token.is_capital() && token.paragraph == paragraph)
    };
    let office = |t: usize| {
        syntax.tokens.get(t).is_some_and(|token| {
            token.classes.has_any(&[
                Class::Official,
                Class::Office,
                Class::Title,
                Class::Respondent,
            ])
        })
    };
    let in_noun = |classes: &dyn Fn(usize) -> bool| {
        (end..(end + TO_NOUN).min(range.end))
            .take_while(|t| {
                syntax.tokens[*t].is_word()
                    && (syntax.is_nounish(*t) || syntax.is(*t, Class::Adjective))
            })
            .any(classes)
    };
    let territory = |t: usize| places.reads(t, &words.territory);
    let force = |t: usize| syntax.is(t, Class::Force);
    // "wounded by Russian shells", "Russian shelling": the name of who did it, not of where.
    if place.demonym && (in_noun(&force) || before.is_some_and(|by| syntax.reads(by, "by"))) {
        return false;
    }
    if places.reads(end, &words.money) {
        return false;
    }
    // "the channel France 24"
    let led = before.is_none() || places.leading(start, range.start).is_some();
    if syntax.shape(end) == Some(Shape::Number) && !led && !titles {
        return false;
    }
    // "based in Paris", "born in Kenya"
    if before.is_some_and(|lead| {
        syntax.is(lead, Class::Preposition)
            && lead > range.start
            && places.reads(lead - 1, &words.homes)
    }) {
        return false;
    }
    if syntax.shape(end) == Some(Shape::Genitive) {
        // "Germany's Norpump", not "Indonesia's Aceh"
        let named = capital(end + 1)
            && !titles
            && !syntax.is(end + 1, Class::Weekday)
            && listed(places, end + 1, range.end).is_none();
        let governs = (end + 1..(end + 1 + TO_NOUN).min(range.end)).any(office);
        if places.reads(end + 1, &words.ranks) || named && !governs {
            return false;
        }
    }
    let dated = |t: usize| syntax.is(t, Class::Weekday) || syntax.is(t, Class::Month);
    if capital(end) && !titles {
        let stays = dated(end)
            || places.reads(end, &words.heads)
            || in_noun(&office)
            || syntax.is(end, Class::Preposition)
            || syntax.is(end, Class::Force);
        if !stays {
            return false;
        }
    }
    if let Some(before) = before.filter(|before| capital(*before) && !titles) {
        let starts = before == range.start || !syntax.tokens[before - 1].is_word();
        let small = syntax.tokens[before].classes.has_any(&[
            Class::Preposition,
            Class::Determiner,
            Class::Coordinator,
            Class::Subordinator,
            Class::Adverb,
        ]);
        let stays = small
            // "Flood-hit Valencia", not "Air India"
            || starts && (syntax.word(before).contains('-') || syntax.is(before, Class::Adjective))
            || places.reads(before, &words.modifiers)
            || dated(before)
            || listed(places, before, range.end).is_some();
        if !stays {
            return false;
        }
    }
    // "Bank of England", "the University of Texas"
    if let Some(head) = before
        .filter(|of| syntax.reads(*of, "of") && *of > range.start && !titles)
        .map(|of| of - 1)
        .filter(|head| capital(*head))
    {
        let starts = head == range.start;
        let institution = syntax.tokens.get(head).is_some_and(|token| {
            token
                .classes
                .has_any(&[Class::Organisation, Class::Official])
        });
        let stays = places.reads(head, &words.heads_of) || syntax.is(head, Class::Title);
        if !stays && (!starts || institution) {
            return false;
        }
    }
    let noun_follows = syntax.shape(end) == Some(Shape::Word)
        && (syntax.is_nounish(end) || syntax.is(end, Class::Adjective))
        && !syntax.tokens[end]
            .classes
            .has_any(&[Class::Adverb, Class::Cue]);
    if place.demonym {
        let word = syntax.word(end - 1);
        let plural = word.ends_with('s') && !word.ends_with("ss");
        place.people = plural || !noun_follows && !capital(end);
        return place.people || in_noun(&office) || in_noun(&territory);
    }
    // "the US plan": an acronym before a noun is like a demonym.
    let acronym = syntax.shape(start) == Some(Shape::Capitals) && place.tokens.len() == 1;
    let verb_follows = syntax.tokens.get(end).is_some_and(|next| {
        next.classes.has_any(&[
            Class::Finite,
            Class::Auxiliary,
            Class::Modal,
            Class::CueBare,
            Class::NounVerb,
            Class::Movement,
        ])
    });
    // "a 28-point U.S. plan"
    let described = before.is_some_and(|before| {
        syntax.shape(before) == Some(Shape::Number) || syntax.is(before, Class::Adjective)
    });
    !(acronym && noun_follows && (!verb_follows || described) && !titles)
        || in_noun(&office)
        || in_noun(&territory)
}

/// A name that no list has after "in" or "near": "in Akita", "near Port Anna".
fn after_lead(places: Places<'_>, at: usize, range: &Range<usize>, titles: bool) -> Option<Named> {
    let (syntax, words) = (places.syntax, places.words);
    let lead = at.checked_sub(1).filter(|lead| *lead >= range.start)?;
    let capital = syntax.shape(at) == Some(Shape::Capital);
    // "the eastern town of Akita"
    let of_town = || {
        lead > range.start
            && syntax.reads(lead, "of")
            && places.reads(lead - 1, &words.heads_of)
            && places.reads(lead - 1, &words.territory)
    };
    if titles || !capital || !(places.reads(lead, &words.leads) || of_town()) {
        return None;
    }
    let part = |t: usize| {
        syntax.shape(t) == Some(Shape::Capital)
            && syntax.word(t).starts_with(char::is_uppercase)
            && syntax.word(t).chars().count() > 2
            && !places.reads(t, &words.others)
            && syntax.tokens.get(t).is_some_and(|token| {
                !token.classes.has_any(&[
                    Class::Month,
                    Class::Weekday,
                    Class::Title,
                    Class::Official,
                    Class::Organisation,
                    Class::Office,
                    Class::Media,
                    Class::Document,
                    Class::Pronoun,
                    Class::Possessive,
                    Class::Determiner,
                    Class::NumberWord,
                    Class::Honorific,
                ])
            })
    };
    let length = (at..range.end.min(at + LONGEST_NAME))
        .take_while(|t| part(*t))
        .count();
    let tokens = at..at + length;
    let held = lead > range.start
        && (lead.saturating_sub(2).max(range.start)..lead)
            .any(|t| places.reads(t, &words.holdings) || places.reads(t, &words.homes));
    let goes_on = syntax.tokens.get(tokens.end).is_some_and(|next| {
        next.is_capital() && !next.is(Class::Weekday) && !next.is(Class::Month)
            || matches!(next.shape, Shape::Genitive | Shape::Sign)
            || next.shape == Shape::Number && lead > range.start
            // "in Medicaid funding"
            || next.shape == Shape::Word
                && syntax.is_nounish(tokens.end)
                && !next.is(Class::NumberWord)
            || places.reads(tokens.end, &words.others)
    });
    let people = tokens.clone().any(|t| {
        let listed = places.gazetteer.place(syntax.word(t));
        listed.is_some_and(|place| place.demonym_of.is_some())
    });
    (length > 0 && !held && !goes_on && !people).then(|| {
        let span = syntax.span(&tokens);
        Named {
            text: span.map_or("", |span| syntax.text.slice(span)).to_owned(),
            tokens,
            demonym: false,
            people: false,
            unlisted: true,
            country: None,
        }
    })
}
