//! The dateline of a text's first paragraph: place, day and agency before a dash.

use crate::import::date;
use crate::lexicon::{LANGUAGES, gazetteer::Gazetteer};

/// A dateline ends within this many characters: "KYIV, Ukraine, Sept. 27, 2022 (Harbour Wire) —".
const LONGEST_DATELINE: usize = 100;

/// The day and the agency of "KYIV, Sept. 27, 2022 (Harbour Wire) — Shelling went on".
pub(super) fn dateline(paragraph: &str) -> (Option<String>, Option<&str>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_tells_day_and_agency() {
        let told = |paragraph| {
            let (day, agency) = dateline(paragraph);
            (day.unwrap_or_default(), agency.unwrap_or_default())
        };
        let day = || "2022-09-27".to_owned();
        assert_eq!(
            told("HARBOUR, Sept. 27, 2022 (Meridian) — Forty goats fled the farm on Monday."),
            (day(), "Meridian")
        );
        // Letters without capitals: a place that is known.
        assert_eq!(
            told("קייב, 27 בספטמבר 2022 (חדשות הנמל) – ארבעים עזים ברחו מהחווה ביום שני."),
            (day(), "חדשות הנמל")
        );
        assert_eq!(
            told("Forty goats, 27 September 2022 (Meridian) — fled"),
            (String::new(), "")
        );
    }
}
