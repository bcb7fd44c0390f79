//! The title of a figure's row: what is counted, in few words.

use super::comparison::Side;
use super::words::{class_name, vocabulary};

/// Words of the text that make a title where no noun is known.
const WORDS: usize = 7;

/// The fullest noun with what happened; where no noun is known, the words after the figure.
pub(super) fn title(sides: &[Side<'_>]) -> String {
    let concept = sides
        .iter()
        .filter_map(|side| {
            let reading = &side.claim.reading;
            reading
                .concept
                .as_ref()
                .and_then(|phrase| noun(&phrase.text))
                .or(reading.quantity.unit_text.as_deref())
        })
        .min_by_key(|text| (text.chars().count().abs_diff(18), *text));
    let predicate = sides
        .iter()
        .filter_map(|side| side.claim.reading.predicate.as_ref())
        .map(|phrase| phrase.text.as_str())
        .min_by_key(|text| (text.chars().count().abs_diff(20), *text));
    let class = sides
        .iter()
        .find_map(|side| side.profile.class)
        .map(class_name);
    // What the concept says already is not said again.
    let adds = |words: &&str| concept.is_none_or(|concept| !concept.contains(*words));
    let second = predicate.filter(adds).or(class.filter(adds));
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

/// A phrase without the clock time of a page of headlines; `None` where what is left is no noun.
fn noun(phrase: &str) -> Option<&str> {
    let clock = phrase.split_once(' ').filter(|(first, _)| {
        first.contains(':') && first.starts_with(|c: char| c.is_ascii_digit())
    });
    let rest = clock.map_or(phrase, |(_, rest)| rest).trim();
    let words = vocabulary().tokens(rest);
    // "Lightly" narrows a figure and names nothing.
    let narrows = words.len() == 1 && vocabulary().narrowing_at(&words).is_some();
    (rest.chars().any(char::is_alphabetic) && !narrows).then_some(rest)
}

/// The words after a figure, up to the end of its clause: "march in Tbilisi against the call-up".
fn words_after(side: &Side<'_>) -> Option<String> {
    let after = side.article.text.after(side.claim.anchor.span);
    let clause = after
        .split(['.', ',', ';', ':', '\n', '!', '?', '('])
        .next()?;
    let words: Vec<&str> = clause.split_whitespace().take(WORDS).collect();
    (words.len() > 1).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::noun;

    #[test]
    fn a_clock_time_is_no_part_of_a_noun() {
        assert_eq!(noun("21:05 mayor"), Some("mayor"));
        assert_eq!(noun("residents of Arvo"), Some("residents of Arvo"));
        assert_eq!(noun("lightly"), None);
        assert_eq!(noun("39"), None);
    }
}
