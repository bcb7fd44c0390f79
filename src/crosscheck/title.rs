//! The title of a figure's row: what is counted, in few words.

use std::cmp::Reverse;

use super::comparison::Side;
use super::profile::class_in;
use super::words::{class_name, counts_people, vocabulary};
use crate::lexicon::words::Class;
use crate::lexicon::{Lexicon, events};

/// Words of the text that make a title where no noun is known.
const WORDS: usize = 7;

/// Claims of a row that are looked at for its title.
const LOOKED_AT: usize = 40;

/// The noun that most claims count with what happened; where no noun is known, the words after the figure.
pub(super) fn title(sides: &[Side<'_>]) -> String {
    let sides = sides.get(..LOOKED_AT).unwrap_or(sides);
    let class = sides.iter().find_map(|side| side.profile.class);
    let concept = concept(sides, class);
    // What the concept says already is not said again.
    let adds = |words: &&str| concept.is_none_or(|concept| !concept.contains(*words));
    let second = happening(sides, class, concept).filter(adds);
    match (concept, second) {
        (Some(concept), Some(second)) => format!("{concept} · {second}"),
        (Some(one), None) => one.to_owned(),
        (None, second) => sides
            .iter()
            .find_map(words_after)
            .or(second.map(str::to_owned))
            .or(sides.first().map(|side| side.claim.anchor.quote.clone()))
            .unwrap_or_default(),
    }
}

/// The noun of most claims; of nouns alike the one that names people where people are counted, and of a good length.
fn concept<'a>(sides: &[Side<'a>], class: Option<u16>) -> Option<&'a str> {
    let people = class.is_some_and(counts_people);
    sides
        .iter()
        .filter_map(|side| {
            let reading = &side.claim.reading;
            let concept = reading.concept.as_ref().map(|phrase| phrase.text.as_str());
            let text = concept
                .and_then(noun)
                .or_else(|| reading.quantity.unit_text.as_deref().and_then(noun))?;
            let like = |other: &&Side<'_>| other.profile.head == side.profile.head;
            let times = match side.profile.head {
                Some(_) => sides.iter().filter(like).count(),
                None => 0,
            };
            let counted = people && side.profile.counts_persons;
            let clean = !text.contains(|c: char| c.is_ascii_digit());
            let odd = text.chars().count().abs_diff(18);
            Some(((Reverse(times), !counted, !clean, odd, text), text))
        })
        .min_by_key(|(key, _)| *key)
        .map(|(_, text)| text)
}

/// What happened: a predicate that says what the row is about, else the class of happening.
fn happening<'a>(sides: &[Side<'a>], class: Option<u16>, concept: Option<&str>) -> Option<&'a str> {
    let deeds = || {
        sides
            .iter()
            .filter_map(|side| side.claim.reading.predicate.as_ref())
            .filter_map(|phrase| deed(&phrase.text))
            .filter(|text| concept.is_none_or(|concept| is_of_script(text, concept)))
    };
    let best = |says: &dyn Fn(&str) -> bool| {
        let said = deeds().filter(|text| says(text));
        let by_length = said.map(|text| (text.chars().count().abs_diff(20), text));
        by_length.min().map(|(_, text)| text)
    };
    let Some(class) = class else {
        return best(&|_| true);
    };
    let names = |text: &str| class_in(vocabulary(), &vocabulary().tokens(text)) == Some(class);
    best(&names).or_else(|| {
        if concept.is_some_and(names) {
            best(&|_| true)
        } else {
            // "The ship went down with 230 people": what is said of things says nothing of people.
            let of_people = sides.iter().any(|side| side.profile.counts_persons);
            let fits = counts_people(class) || !of_people;
            // The name of a class is English.
            let english = concept.is_none_or(|concept| is_of_script(concept, "a"));
            Some(class_name(class)).filter(|_| fits && english)
        }
    })
}

/// Whether two phrases are written in one script: a title is of one language.
fn is_of_script(one: &str, other: &str) -> bool {
    Lexicon::of("en").is_none_or(|own| own.for_line(one).script == own.for_line(other).script)
}

/// A phrase without the clock time of a page of headlines; `None` where what is left is no noun.
fn noun(phrase: &str) -> Option<&str> {
    let clock = phrase.split_once(' ').filter(|(first, _)| {
        first.contains(':') && first.starts_with(|c: char| c.is_ascii_digit())
    });
    let rest = clock.map_or(phrase, |(_, rest)| rest).trim();
    // "The number of guests" counts guests.
    let of = rest.split_once(" of ").filter(|(first, _)| {
        let mut words = first.split(' ');
        words
            .next_back()
            .is_some_and(|last| events().tallies.iter().any(|tally| tally == last))
    });
    let rest = of.map_or(rest, |(_, rest)| rest);
    let words = vocabulary().tokens(rest);
    // "Lightly" narrows a figure and names nothing.
    let narrows = words.len() == 1 && vocabulary().narrowing_at(&words).is_some();
    (rest.chars().any(char::is_alphabetic) && !narrows).then_some(rest)
}

/// A predicate without its auxiliaries: "left" of "are left". `None` where it only puts a number to something ("was
/// put", "stood", "will be"), tells of another number, or is no more than a participle before its object.
fn deed(predicate: &str) -> Option<&str> {
    let words = &Lexicon::of("en")?.words;
    let is = |word: &str, class| words.classes(&word.to_lowercase()).has(class);
    let negates = |word: &str| events().negations.iter().any(|no| no == word);
    let spoken: Vec<&str> = predicate.split_whitespace().collect();
    let helps = |word: &&&str| is(word, Class::Auxiliary) || is(word, Class::Modal);
    let helpers = spoken.iter().take_while(helps).count();
    let verb = *spoken.get(helpers)?;
    let bare = spoken.len() == helpers + 1 && verb.ends_with("ing");
    let says_nothing = events().numbering.contains(&verb.to_lowercase())
        || is(verb, Class::Determiner)
        || bare
        || spoken.last().is_some_and(|last| is(last, Class::Pronoun))
        || predicate.contains(|c: char| c.is_ascii_digit());
    if says_nothing && !negates(verb) {
        return None;
    }
    // "Has not been found" says the contrary of "found", and who "will lose" has not lost.
    let kept = spoken
        .iter()
        .take(helpers + 1)
        .position(|word| is(word, Class::Modal) || negates(word))
        .map_or(helpers, |at| if negates(verb) { 0 } else { at });
    (0..kept).try_fold(predicate.trim(), |text, _| {
        let (_, rest) = text.split_once(char::is_whitespace)?;
        Some(rest.trim_start())
    })
}

/// The words after a figure, up to the end of its clause: "march in Tbilisi against the call-up".
fn words_after(side: &Side<'_>) -> Option<String> {
    let after = side.article.text.after(side.claim.anchor.span);
    let clause = after
        .split(|c: char| ".,;:\n!?()“”".contains(c) || c.is_ascii_digit())
        .next()?;
    let words: Vec<&str> = clause.split_whitespace().take(WORDS).collect();
    // Small words at its ends hang on what is not there.
    let lexicon = Lexicon::of("en")?;
    let says = |word: &&str| {
        let small = [
            Class::Preposition,
            Class::Coordinator,
            Class::Relative,
            Class::Auxiliary,
            Class::Determiner,
        ];
        let classes = lexicon.words.classes(&word.to_lowercase());
        word.contains(char::is_alphabetic) && !classes.has_any(&small)
    };
    let first = words.iter().position(says)?;
    let last = words.iter().rposition(says)?;
    let words = words.get(first..=last)?;
    (words.len() > 1).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::{deed, is_of_script, noun};

    #[test]
    fn a_title_says_what_happened_and_no_more() {
        assert_eq!(deed("are left"), Some("left"));
        assert_eq!(
            deed("have crossed into Kazakhstan"),
            Some("crossed into Kazakhstan")
        );
        assert_eq!(deed("has not been found"), Some("has not been found"));
        assert_eq!(deed("will lose their jobs"), Some("will lose their jobs"));
        assert_eq!(deed("has been"), None);
        assert_eq!(deed("was put"), None);
        assert_eq!(deed("could reach"), None);
        assert_eq!(deed("killing"), None);
        assert_eq!(deed("took his tally to 24"), None);
    }

    #[test]
    fn a_noun_and_what_happened_are_of_one_script() {
        assert!(is_of_script("goats", "crossed the bridge"));
        assert!(!is_of_script("goats", "חצו את הגשר"));
        assert!(is_of_script("עיזים", "חצו את הגשר"));
    }

    #[test]
    fn a_clock_time_is_no_part_of_a_noun() {
        assert_eq!(noun("21:05 mayor"), Some("mayor"));
        assert_eq!(noun("residents of Arvo"), Some("residents of Arvo"));
        assert_eq!(noun("lightly"), None);
        assert_eq!(noun("39"), None);
    }
}
