//! The data that the template sets: what goes before the sections and behind them, and the items of each section.

use serde_json::{Value, json};

use super::letters::{STAND_IN, drawable};
use super::view::{self, Item};
use super::world::{STEPS, fonts};
use crate::export::{Report, words};

/// Lines that a page holds.
const LINES: usize = 52;
/// Lines of a section at the most: nobody turns more pages, and they take their time to set.
const MOST: usize = 300 * LINES;

/// What a report is set from.
pub(super) struct Data {
    pub(super) value: Value,
    /// About how many pages it takes.
    pub(super) pages: usize,
    /// How many items are left to the other forms.
    pub(super) left: usize,
}

/// The data of a report.
pub(super) fn of(report: &Report, logo: Option<&str>) -> Data {
    let mut sections = Vec::new();
    let (mut all, mut all_left) = (0, 0);
    for section in &report.layout.sections {
        let mut lines = 0;
        let (mut printed, mut left) = (Vec::<(usize, Value)>::new(), 0);
        for item in view::items(report, *section) {
            let Item { lines: its, value } = item;
            if lines + its > MOST && !printed.is_empty() {
                left += 1;
                continue;
            }
            printed.push((all + lines, value));
            lines += its;
        }
        if printed.is_empty() {
            continue;
        }
        (all, all_left) = (all + lines, all_left + left);
        sections.push((section, printed, left));
    }
    let sections = sections.into_iter().map(|(section, printed, left)| {
        let items = printed.into_iter().map(|(before, mut item)| {
            item["step"] = json!(before * STEPS / all.max(1));
            item
        });
        json!({
            "key": section.key(),
            "heading": section.heading(),
            "items": items.collect::<Value>(),
            "left": (left > 0).then(|| left_out(left)),
        })
    });
    let mut value = view::frame(report, logo);
    value["sections"] = sections.collect();
    let missing = drawable(&mut value, fonts());
    value["note"] = json!((missing > 0).then(|| {
        let letters = words::counted(missing, "letter", "letters");
        format!(
            "{letters} in this report have no shape in the typefaces of the document and stand as {STAND_IN}; the web page shows them."
        )
    }));
    Data {
        value,
        pages: all.div_ceil(LINES).max(1),
        left: all_left,
    }
}

/// "12 further entries are in the web page and the spreadsheet, which hold all."
pub(super) fn left_out(left: usize) -> String {
    let entries = words::counted(left, "further entry is", "further entries are");
    format!("{entries} in the web page and the spreadsheet of this report, which hold all.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Quote, sample};

    #[test]
    fn what_is_too_long_to_print_is_counted() {
        let mut report = sample::report();
        let small = of(&report, None);
        assert_eq!((small.left, small.pages < 6), (0, true));
        let quote = report.quotes[0].clone();
        let many = (0..6_000).map(|id| Quote {
            id,
            notable: true,
            evidence: Vec::new(),
            ..quote.clone()
        });
        report.quotes.extend(many);
        let large = of(&report, None);
        assert!(large.left > 1_000, "{}", large.left);
        let sections = large.value["sections"].as_array().expect("sections");
        let quotes = sections.iter().find(|section| section["key"] == "quotes");
        let quotes = quotes.expect("quotes");
        let printed = quotes["items"].as_array().expect("items").len();
        assert!(printed > 2_000, "{printed}");
        let left = quotes["left"].as_str().expect("told");
        assert!(left.ends_with("which hold all."), "{left}");
    }
}
