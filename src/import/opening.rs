//! What the first lines of a plain text say of it: headline, author, day, and the dateline of its first paragraph.

mod dateline;

use self::dateline::dateline;
use super::words::Words;
use super::{Provenance, clock, date, plain_text};
use crate::article::Moment;
use crate::lexicon::{LANGUAGES, gazetteer::Gazetteer};

/// Lines looked at, and how long one may be to be about the text rather than of it, in characters.
const LINES: usize = 8;
const LONGEST: usize = 90;

/// The facet of a day that can be read in two ways: what was published then is not known.
pub(super) const EITHER_DAY: &str = "either day";

/// How such a day was read.
pub(super) const EITHER_SOURCES: [&str; 2] = ["date read day first", "date read month first"];

/// Words of a line that is no more than a date.
const SHORT: usize = 5;

/// The source of a day of a later edition.
pub(super) const OF_UPDATE: &str = "line with the day of an update";

/// Every statement of the first lines, best first.
pub(super) fn statements(words: &str) -> Vec<Provenance> {
    let mut said = Vec::new();
    let mut say = |facet, value: &str, source| {
        said.push(Provenance {
            facet,
            value: value.to_owned(),
            source,
        });
    };
    let title = plain_text::headline(words);
    if let Some(title) = title {
        say("title", title, "first line");
    }
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines.skip(usize::from(title.is_some())).take(LINES) {
        let line = without_marks(line);
        let sentence = line.ends_with(['.', '!', '?', ':', '”', '"']) && line.contains(' ');
        if line.chars().count() > LONGEST || (sentence && !is_credit(line)) {
            let (day, agency) = dateline(line);
            if let Some(day) = day {
                say("published", &day, "dateline");
            }
            if let Some(agency) = agency {
                say("publisher", agency, "dateline");
            }
            break;
        }
        for (facet, value, source) in credits(line) {
            say(facet, &value, source);
        }
    }
    // The day of publication before that of an update, whichever stands above.
    said.sort_by_key(|it| it.facet == "published" && it.source == OF_UPDATE);
    said
}

/// "*Ida Moor, Harbour Wire*" without the marks of Markdown around it.
fn without_marks(line: &str) -> &str {
    let bare = ["**", "__", "*", "_"].iter().find_map(|mark| {
        let bare = line.strip_prefix(mark)?.strip_suffix(mark)?;
        (!bare.is_empty()).then_some(bare)
    });
    bare.unwrap_or(line)
}

/// Whether it has no more words than a date.
fn is_short(part: &str) -> bool {
    part.split_whitespace().count() <= SHORT
}

/// The two days that a date can be, each as it was read.
fn readings(days: [Moment; 2]) -> impl Iterator<Item = (&'static str, String, &'static str)> {
    let days = days.into_iter().zip(EITHER_SOURCES);
    days.map(|(day, source)| (EITHER_DAY, day.to_string(), source))
}

/// What a line of credits says: facet, value, and where it says it.
fn credits(line: &str) -> Vec<(&'static str, String, &'static str)> {
    let mut said = Vec::new();
    for part in parts(line) {
        let part = part.as_str();
        let mut pieces = part.splitn(2, ", ");
        let (first, rest) = (pieces.next().unwrap_or_default(), pieces.next());
        let day = |words: &str| date::parse(after_label(words)).map(|day| day.to_string());
        if let Some((name, after)) = author(part) {
            let source = "line with the author";
            said.push(("byline", name, source));
            let outlet = rest.filter(|rest| is_outlet(rest));
            said.extend(outlet.map(|outlet| ("publisher", outlet.to_owned(), source)));
            let day = Some(after).filter(|rest| is_date_alone(rest)).and_then(day);
            let source = if is_of_update(after) {
                OF_UPDATE
            } else {
                source
            };
            said.extend(day.map(|day| ("published", day, source)));
            let either = date::either(after_label(after)).filter(|_| is_short(after));
            said.extend(either.into_iter().flat_map(readings));
        } else if (is_outlet(first) && rest.map_or(first.contains(' '), is_date_alone))
            || (begins_as_a_paper(first) && rest.is_some_and(is_date_alone))
        {
            let source = "line with the outlet";
            said.push(("publisher", first.to_owned(), source));
            said.extend(rest.and_then(day).map(|day| ("published", day, source)));
        } else if is_date_alone(part) {
            let source = if is_of_update(part) {
                OF_UPDATE
            } else {
                "line with the date"
            };
            said.extend(day(part).map(|day| ("published", day, source)));
        } else if is_short(part)
            && let Some(days) = date::either(after_label(part))
        {
            said.extend(readings(days));
        }
    }
    // The first edition before later ones.
    said.sort_by_key(|(facet, _, source)| *facet == "published" && *source == OF_UPDATE);
    said
}

/// Whether the day of a line is that of a later edition.
fn is_of_update(line: &str) -> bool {
    // "Last updated"
    let mut words = line.split([' ', ':']).take(2);
    words.any(|word| Words::all().is_updated(word))
}

/// Where a line of two days is parted: "Updated 4 May 2024, first published 3 May 2024".
fn by_label(line: &str) -> Vec<&str> {
    let words = |piece: &str| {
        piece
            .split([' ', ':'])
            .take(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let label = |word: &String| Words::all().is_published(word) || Words::all().is_updated(word);
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, sign) in line.match_indices([',', ';', '(']) {
        let (head, rest) = (line.get(start..at), line.get(at + sign.len()..));
        let (Some(head), Some(rest)) = (head, rest) else {
            continue;
        };
        if words(head.trim()).first().is_some_and(label) && words(rest.trim()).iter().any(label) {
            pieces.push(head.trim());
            start = at + sign.len();
        }
    }
    let last = line.get(start..).unwrap_or_default().trim();
    pieces.push(if start > 0 {
        last.trim_end_matches(')')
    } else {
        last
    });
    pieces
}

/// The parts of a line between bars; a time of day belongs to the date before it.
fn parts(line: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let barred = line.split(['|', '·', '•']).map(str::trim);
    for part in barred.flat_map(by_label) {
        match parts.last_mut() {
            Some(last)
                if date::parse(part).is_none()
                    && clock::beside_date(part).is_some()
                    && date::parse(last).is_some() =>
            {
                last.push(' ');
                last.push_str(part);
            }
            _ => parts.push(part.to_owned()),
        }
    }
    parts
}

/// Whether a line tells author, outlet or day and nothing else.
pub fn is_credit(line: &str) -> bool {
    let parts = parts(line);
    let mut told = parts.iter().filter(|part| !part.is_empty()).peekable();
    line.chars().count() <= LONGEST
        && told.peek().is_some()
        && told.all(|part| !credits(part).is_empty())
}

/// What a document says, in its first lines before its properties: a person reads those, and the properties may be of
/// another draft. A title of the properties that stands in the first lines is the better one.
pub(super) fn before_properties(words: &str, properties: Vec<Provenance>) -> Vec<Provenance> {
    let is_title = |said: &&Provenance| said.facet == "title";
    let stands = |said: &Provenance| {
        let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
        // A headline may go on where the title of the properties ends.
        let mut first = lines.by_ref().take(LINES);
        first.any(|line| line.starts_with(&said.value))
    };
    let seen = statements(words);
    if properties.iter().find(is_title).is_some_and(stands) {
        let (titles, seen): (Vec<_>, Vec<_>) =
            seen.into_iter().partition(|said| said.facet == "title");
        seen.into_iter().chain(properties).chain(titles).collect()
    } else {
        seen.into_iter().chain(properties).collect()
    }
}

/// "Published: 27 Sept. 2022" without its label.
fn after_label(line: &str) -> &str {
    line.split_once(": ").map_or(line, |(_, date)| date)
}

/// A date with little beside it.
fn is_date_alone(line: &str) -> bool {
    date::parse(after_label(line)).is_some() && line.split_whitespace().count() <= 9
}

/// "By Ida Moor, Harbour Wire" is Ida Moor; and what stands after the name, which may be the day.
fn author(line: &str) -> Option<(String, &str)> {
    let (first, rest) = line.split_once(' ')?;
    if !Words::all().is_by(first.trim_end_matches(':')) {
        return None;
    }
    let end = rest.find([',', '(']).unwrap_or(rest.len());
    // "By Ida Moor Fri 3 May 2024": the day begins at its number, or at the word before that tells it.
    let figure = rest
        .find(|c: char| c.is_ascii_digit())
        .filter(|at| *at < end);
    let (name, after) = rest.split_at(figure.unwrap_or(end));
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let is_of_day = |word: &str| {
        let word = word.trim_end_matches(['.', ',']);
        Words::all().month(word).is_some() || Words::all().is_weekday(word)
    };
    let mut after = after.trim_start_matches([',', '(', ' ']);
    // "By Ida Moor Published 3 May 2024"
    let is_label = |word: &str| {
        let word = word.trim_end_matches(':').to_lowercase();
        Words::all().is_published(&word) || Words::all().is_updated(&word)
    };
    while figure.is_some()
        && let Some(word) = words.pop_if(|word| is_of_day(word) || is_label(word))
    {
        let start = rest.rfind(word).unwrap_or_default();
        after = rest.get(start..).unwrap_or(after);
    }
    let small = |word: Option<&&str>| word.is_none_or(|word| word.starts_with(char::is_lowercase));
    // "By Staff" names nobody, and says so.
    let is_staff = matches!(words.as_slice(), [only] if Words::all().is_staff(only));
    let has_length = (2..=8).contains(&words.len()) || is_staff;
    let is_name = has_length && !small(words.first()) && !small(words.last());
    is_name.then(|| (words.join(" "), after))
}

/// "Harbour Times", "The Vale Gazette": a short name with a word of papers, agencies or stations in it.
fn is_outlet(name: &str) -> bool {
    is_name(name) && words_of(name).any(|part| Words::all().is_of_an_outlet(part))
}

/// "The Beacon": before a day, a name with an article is one of a paper unless it is a place, as The Hague is.
fn begins_as_a_paper(name: &str) -> bool {
    let begins = words_of(name).next();
    begins.is_some_and(|word| Words::all().is_article_of_a_paper(word))
        && words_of(name).nth(1).is_some()
        && is_name(name)
        && !LANGUAGES
            .iter()
            .any(|(language, _)| Gazetteer::of(language).place(name).is_some())
}

fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split_whitespace()
}

/// A short name, and nobody's who signs: "By Reporter 7".
fn is_name(name: &str) -> bool {
    let parts = || words_of(name);
    let is_short = (1..=5).contains(&parts().count())
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || " .'’&-".contains(c))
        && parts().all(|part| !part.starts_with(char::is_lowercase) || part.chars().count() <= 3);
    is_short && parts().next().is_none_or(|word| !Words::all().is_by(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &str) -> Vec<(&'static str, String)> {
        let all = statements(words).into_iter();
        all.map(|said| (said.facet, said.value)).collect()
    }

    #[test]
    fn a_line_may_be_signed_by_nobody_in_particular() {
        let text = "Goats at sea\n\nBy Staff\nVELDEN, March 3, 2025 — Forty goats fled on Monday.";
        let said = statements(text);
        let byline = said.iter().find(|said| said.facet == "byline");
        assert_eq!(byline.map(|said| said.value.as_str()), Some("Staff"));
        assert!(!is_credit("By noon"));
    }

    #[test]
    fn author_and_day_stand_below_the_headline() {
        assert_eq!(
            said(
                "Goats on the loose\nBy Ida Moor, Harbour Wire | 27 Sept. 2022\n\nForty goats fled the farm on Monday, police said."
            ),
            [
                ("title", "Goats on the loose".to_owned()),
                ("byline", "Ida Moor".to_owned()),
                ("publisher", "Harbour Wire".to_owned()),
                ("published", "2022-09-27".to_owned()),
            ]
        );
        assert_eq!(
            said("Goats on the loose\n\nPublished: September 27, 2022 at 6 p.m.\nForty fled."),
            [
                ("title", "Goats on the loose".to_owned()),
                ("published", "2022-09-27T18:00".to_owned()),
            ]
        );
    }

    #[test]
    fn author_day_and_time_stand_on_one_line_in_many_ways() {
        let of = |line: &str| {
            let said = said(&format!("Goats\n{line}\n\nForty goats fled the farm."));
            let values = said.into_iter().skip(1).map(|(_, value)| value);
            values.collect::<Vec<_>>().join(" / ")
        };
        for (line, told) in [
            ("3 May 2024 | 09:15 IDT", "2024-05-03T09:15+03:00"),
            (
                "By Ida Moor | May 3, 2024 | 12:05 a.m. EST",
                "Ida Moor / 2024-05-03T00:05-05:00",
            ),
            (
                "By Ida Moor, 3 May 2024, 09:15 GMT",
                "Ida Moor / 2024-05-03T09:15Z",
            ),
            (
                "By Ida Moor and Bo Lind Fri 3 May 2024 09.15 CEST",
                "Ida Moor and Bo Lind / 2024-05-03T09:15+02:00",
            ),
            (
                "By Ida Moor Published: 3 May 2024 09:15 GMT",
                "Ida Moor / 2024-05-03T09:15Z",
            ),
            (
                "Updated 4 May 2024 09:15, first published 3 May 2024",
                "2024-05-03 / 2024-05-04T09:15",
            ),
            (
                "Published: 3 May 2024 (updated 4 May 2024)",
                "2024-05-03 / 2024-05-04",
            ),
            ("Updated May 4, 2024", "2024-05-04"),
            ("23/05/2024 09:15", "2024-05-23T09:15"),
            ("05/23/2024", "2024-05-23"),
            // Nobody can tell which of them is the month.
            ("03/05/2024", "2024-05-03 / 2024-03-05"),
            ("Home | News | Sport", ""),
        ] {
            assert_eq!(of(line), told, "{line}");
        }
    }

    #[test]
    fn a_paper_and_its_day_stand_on_a_line() {
        assert_eq!(
            said(
                "Goats on the loose\nHarbour Times, 27 September 2022\n\nForty goats fled the farm."
            ),
            [
                ("title", "Goats on the loose".to_owned()),
                ("publisher", "Harbour Times".to_owned()),
                ("published", "2022-09-27".to_owned()),
            ]
        );
        assert_eq!(
            said("Goats on the loose\nLondon, 27 September 2022\n\nForty goats fled the farm."),
            [
                ("title", "Goats on the loose".to_owned()),
                ("published", "2022-09-27".to_owned()),
            ]
        );
        assert_eq!(
            said("Goats on the loose\nGood News Today\n\nForty goats were found."),
            [
                ("title", "Goats on the loose".to_owned()),
                ("publisher", "Good News Today".to_owned()),
            ]
        );
    }

    #[test]
    fn a_name_with_an_article_before_a_day_is_a_paper_and_a_signature_is_none() {
        let of = |line: &str| {
            let said = statements(&format!("Goats\n{line}\n\nForty goats fled the farm."));
            let publisher = said.iter().find(|said| said.facet == "publisher");
            publisher.map_or_else(String::new, |said| said.value.clone())
        };
        assert_eq!(of("The Beacon, 13 May 2025"), "The Beacon");
        assert_eq!(of("The Hague, 13 May 2025"), "");
        assert_eq!(of("The Goats of Varda"), "");
        assert_eq!(of("By Reporter 7"), "");
    }

    #[test]
    fn a_sentence_with_a_date_is_no_date_of_the_text() {
        assert_eq!(
            said("Goats\n\nBy Monday forty goats had fled.\nThe farm burned down on 3 March 2019."),
            [("title", "Goats".to_owned())]
        );
        assert_eq!(
            said("By hand or by foot\nthe goats"),
            [("title", "By hand or by foot".to_owned())]
        );
    }
}
