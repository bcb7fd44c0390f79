//! Whether two sources are one speaker: "police" and "police spokesman Juan Rey", "RiskCo" and "the firm RiskCo".

use super::comparison::Side;
use super::profile::{Profile, overlap};
use super::words::{Word, vocabulary};
use crate::claim::SourceKind;

/// Whether two claims that name their sources name the same one.
pub(super) fn is_one(a: Side<'_>, b: Side<'_>) -> bool {
    let (p, q) = (a.profile, b.profile);
    if p.of_another != q.of_another {
        return false;
    }
    let shorter = p.source().len().min(q.source().len());
    let longer = p.source().len().max(q.source().len());
    // "The company" is whichever the text is about.
    if is_nameless(a) && is_nameless(b) && p.article != q.article {
        return overlap(p.names(), q.names()) > 0 || overlap(p.own_names(), q.own_names()) > 0;
    }
    // The headline's "ministry" is the ministry of the text below it.
    can_be_one(a, b)
        && (shorter > 1
            || longer == 1
            || p.article == q.article
            || is_surname(a, b)
            || is_body(a, b)
            || speak_for_known(p, q))
}

/// Whether both are of one body that has a name known everywhere: "UNICEF chief Ana Rey", "the UN children's agency".
fn speak_for_known(p: &Profile, q: &Profile) -> bool {
    let mut shared = p.source().iter().filter(|word| {
        let other = q.source();
        other.binary_search(word).is_ok()
    });
    shared.any(|word| vocabulary().is_known_body(*word))
}

/// Whether a source is told by no more than what sort of body it is: "the company".
fn is_nameless(side: Side<'_>) -> bool {
    let sorts = &vocabulary().beside_names;
    let is_sort = |word: &Word| sorts.iter().any(|sort| sort.short() == *word);
    let source = side.profile.source();
    !source.is_empty() && source.iter().all(is_sort)
}

/// Whether one name holds all words of the other, or its letters: "police", "police in the valley"; "UN", "United
/// Nations".
pub(super) fn can_be_one(a: Side<'_>, b: Side<'_>) -> bool {
    let (p, q) = (a.profile, b.profile);
    overlap(p.source(), q.source()) == p.source().len().min(q.source().len())
        || names(a, b).is_some_and(|((x, _), (y, _))| is_short_for(x, y) || is_short_for(y, x))
}

/// A source as the text names it in full, and of what kind it is.
type Named<'a> = (&'a str, Option<SourceKind>);

fn names<'a>(a: Side<'a>, b: Side<'a>) -> Option<(Named<'a>, Named<'a>)> {
    let named = |side: Side<'a>| {
        let attribution = side.claim.reading.attribution.as_ref()?;
        let source = attribution.resolved.as_ref().unwrap_or(&attribution.source);
        Some((source.text.as_str(), attribution.kind))
    };
    Some((named(a)?, named(b)?))
}

/// The shorter of the two names first.
fn by_length<'a>(a: Side<'a>, b: Side<'a>) -> Option<(Named<'a>, Named<'a>)> {
    names(a, b).map(|(x, y)| {
        if x.0.len() < y.0.len() {
            (x, y)
        } else {
            (y, x)
        }
    })
}

/// Whether one names by the surname whom the other names in full: "Ada Brandt, the mayor", "Brandt".
fn is_surname(a: Side<'_>, b: Side<'_>) -> bool {
    let Some((short, full)) = by_length(a, b) else {
        return false;
    };
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = full
        .0
        .split(' ')
        .map(|word| word.trim_end_matches(','))
        .collect();
    let follows_name = words
        .windows(2)
        .any(|pair| matches!(pair, [first, last] if capital(first) && *last == short.0));
    let of_a_body = matches!(
        short.1,
        Some(SourceKind::Official | SourceKind::Organisation | SourceKind::Media)
    );
    follows_name && capital(&short.0) && !of_a_body
}

/// Whether one is the body that the other describes or speaks for: "the chip maker Orbix", "police spokesman Juan Rey",
/// "a spokeswoman for Orbix"; never "the Orbix union".
fn is_body(a: Side<'_>, b: Side<'_>) -> bool {
    by_length(a, b).is_some_and(|((short, _), (long, _))| speaks_for(short, long))
}

/// Whether who is named `long` is `body` or speaks for it.
fn speaks_for(body: &str, long: &str) -> bool {
    let head = phrases(body)
        .first()
        .and_then(|words| words.last().cloned());
    let offices = &vocabulary().speaks_for;
    let named = head.is_some_and(|head| {
        phrases(long).iter().any(|words| {
            let holds_office = words.windows(2).any(
                |pair| matches!(pair, [of, office] if *of == head && offices.contains(office)),
            );
            words.last() == Some(&head) || holds_office
        })
    });
    named || is_short_for(body, long)
}

/// The phrases of a name in small letters, without their small words: parted at signs and prepositions.
fn phrases(name: &str) -> Vec<Vec<String>> {
    let prepositions = &vocabulary().small_words;
    let mut phrases = vec![Vec::new()];
    for word in name.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        let parted = prepositions.contains(&lower) || word.starts_with(['(', ',']);
        if parted {
            phrases.push(Vec::new());
        }
        if !bare.is_empty()
            && !prepositions.contains(&lower)
            && let Some(phrase) = phrases.last_mut()
        {
            phrase.push(lower);
        }
        if word.ends_with([',', ')']) {
            phrases.push(Vec::new());
        }
    }
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}

/// Whether a word in capitals in `short` holds the first letters of names in `long`: "a UN spokeswoman", "the United
/// Nations".
fn is_short_for(short: &str, long: &str) -> bool {
    let letters = |word: &&str| {
        (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let mut short = short
        .split(|c: char| !c.is_alphanumeric())
        .filter(letters)
        .peekable();
    if short.peek().is_none() {
        return false;
    }
    let initials: String = long
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .filter(|first| first.is_uppercase())
        .collect();
    short.any(|word| initials.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_speaks_for_a_body_is_that_body() {
        assert!(speaks_for("police", "police spokesman Juan Rey"));
        assert!(speaks_for("RiskCo", "the modelling firm RiskCo"));
        assert!(speaks_for("Orbix", "a spokeswoman for Orbix"));
        assert!(speaks_for("the police", "police in the valley"));
        assert!(speaks_for("the NFU", "the Norland Farmers Union (NFU)"));
    }

    #[test]
    fn who_belongs_to_a_body_is_another() {
        assert!(!speaks_for("Orbix", "the Orbix workers' union"));
        assert!(!speaks_for("government", "government critics"));
    }

    #[test]
    fn letters_stand_for_a_name() {
        assert!(is_short_for("a UN spokeswoman", "the United Nations"));
        assert!(!is_short_for("the NFU", "the Norland Bank"));
        assert!(!is_short_for("Ana", "Anton Nagel Archive"));
    }
}
