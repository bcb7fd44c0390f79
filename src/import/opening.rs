//! What the first lines of a plain text say of it: headline, author, day, and the dateline of its first paragraph.

use super::words::Words;
use super::{Provenance, date, plain_text};
use crate::lexicon::{LANGUAGES, gazetteer::Gazetteer};

/// Lines looked at, and how long one may be to be about the text rather than of it, in characters.
const LINES: usize = 8;
const LONGEST: usize = 90;
/// A dateline ends within this many characters: "KYIV, Ukraine, Sept. 27, 2022 (Harbour Wire) —".
const LONGEST_DATELINE: usize = 100;

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
        let sentence = line.ends_with(['.', '!', '?', ':', '”', '"']) && line.contains(' ');
        if line.chars().count() > LONGEST || (sentence && !is_date_alone(line)) {
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
    said
}

/// What a line of credits says: facet, value, and where it says it.
fn credits(line: &str) -> Vec<(&'static str, String, &'static str)> {
    let mut said = Vec::new();
    for part in line.split(['|', '·', '•']).map(str::trim) {
        let mut pieces = part.splitn(2, ", ");
        let (first, rest) = (pieces.next().unwrap_or_default(), pieces.next());
        let day = |words: &str| date::parse(after_label(words)).map(|day| day.to_string());
        if let Some(name) = author(part) {
            let source = "line with the author";
            said.push(("byline", name.to_owned(), source));
            let outlet = rest.filter(|rest| is_outlet(rest));
            said.extend(outlet.map(|outlet| ("publisher", outlet.to_owned(), source)));
        } else if is_outlet(first) && rest.is_none_or(is_date_alone) {
            let source = "line with the outlet";
            said.push(("publisher", first.to_owned(), source));
            said.extend(rest.and_then(day).map(|day| ("published", day, source)));
        } else if is_date_alone(part) {
            let day = day(part).map(|day| ("published", day, "line with the date"));
            said.extend(day);
        }
    }
    said
}

/// Whether a line tells author, outlet or day and nothing else.
pub fn is_credit(line: &str) -> bool {
    let parts = line
        .split(['|', '·', '•'])
        .filter(|part| !part.trim().is_empty());
    line.chars().count() <= LONGEST
        && parts.clone().count() > 0
        && parts.clone().all(|part| !credits(part).is_empty())
}

/// What a document says, in its first lines before its properties: a person reads those. The title of the properties
/// is the better one.
pub(super) fn before_properties(words: &str, properties: Vec<Provenance>) -> Vec<Provenance> {
    let (titles, seen): (Vec<_>, Vec<_>) = statements(words)
        .into_iter()
        .partition(|statement| statement.facet == "title");
    seen.into_iter().chain(properties).chain(titles).collect()
}

/// "Published: 27 Sept. 2022" without its label.
fn after_label(line: &str) -> &str {
    line.split_once(": ").map_or(line, |(_, date)| date)
}

/// A date with little beside it.
fn is_date_alone(line: &str) -> bool {
    date::parse(after_label(line)).is_some() && line.split_whitespace().count() <= 9
}

/// "By Ida Moor, Harbour Wire" is Ida Moor.
fn author(line: &str) -> Option<&str> {
    let (first, rest) = line.split_once(' ')?;
    let name = rest.split([',', '(']).next().unwrap_or(rest).trim();
    let parts = || name.split_whitespace();
    let is_name = (2..=8).contains(&parts().count())
        && !name.contains(|c: char| c.is_ascii_digit())
        && parts()
            .next()
            .is_some_and(|part| !part.starts_with(char::is_lowercase))
        && parts()
            .last()
            .is_some_and(|part| !part.starts_with(char::is_lowercase));
    (is_name && Words::all().is_by(first.trim_end_matches(':'))).then_some(name)
}

/// "Harbour Times", "The Vale Gazette": a short name with a word of papers, agencies or stations in it.
fn is_outlet(name: &str) -> bool {
    let parts = || name.split_whitespace();
    let is_name = (1..=5).contains(&parts().count())
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || " .'’&-".contains(c))
        && parts().all(|part| !part.starts_with(char::is_lowercase) || part.chars().count() <= 3);
    is_name && parts().any(|part| Words::all().is_of_an_outlet(part))
}

/// Whether a dateline begins so: "KYIV", or a place of the gazetteer where letters have no case.
fn is_place(head: &str) -> bool {
    let first = head.split([',', ' ']).next().unwrap_or_default();
    let has_case = first.chars().any(|c| c.is_uppercase() || c.is_lowercase());
    if has_case {
        return first.chars().count() >= 2 && first.chars().all(|c| c.is_uppercase() || c == '.');
    }
    let name = head.split([',', '(']).next().unwrap_or_default().trim();
    LANGUAGES
        .iter()
        .any(|(language, _)| Gazetteer::of(language).place(name).is_some())
}

/// The day and the agency of "KYIV, Sept. 27, 2022 (Harbour Wire) — Shelling went on".
fn dateline(paragraph: &str) -> (Option<String>, Option<&str>) {
    let none = (None, None);
    let end = [" — ", " – ", " - ", " -- ", "— "]
        .iter()
        .filter_map(|dash| paragraph.find(dash))
        .min();
    let Some(head) = end.and_then(|end| paragraph.get(..end)) else {
        return none;
    };
    if !is_place(head) || head.chars().count() > LONGEST_DATELINE {
        return none;
    }
    let agency = head
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'))
        .map(|(agency, _)| agency.trim())
        .filter(|agency| !agency.is_empty());
    let head = head.split('(').next().unwrap_or(head);
    (date::parse(head).map(|moment| moment.to_string()), agency)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &str) -> Vec<(&'static str, String)> {
        let all = statements(words).into_iter();
        all.map(|said| (said.facet, said.value)).collect()
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
    fn a_dateline_tells_day_and_agency() {
        assert_eq!(
            said(
                "Goats\n\nHARBOUR, Sept. 27, 2022 (Meridian) — Forty goats fled the farm on Monday, the police said, and they were not seen again."
            ),
            [
                ("title", "Goats".to_owned()),
                ("published", "2022-09-27".to_owned()),
                ("publisher", "Meridian".to_owned()),
            ]
        );
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
    fn a_dateline_without_capitals_begins_with_a_place_that_is_known() {
        assert_eq!(
            said(
                "עזים\n\nקייב, 27 בספטמבר 2022 (חדשות הנמל) – ארבעים עזים ברחו מהחווה ביום שני, כך מסרה המשטרה, ולא נראו עוד מאז."
            ),
            [
                ("title", "עזים".to_owned()),
                ("published", "2022-09-27".to_owned()),
                ("publisher", "חדשות הנמל".to_owned()),
            ]
        );
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
