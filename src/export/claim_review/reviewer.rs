//! Who answers for a review. Whoever reads one asks that first, and “anonymous” is no answer.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::super::{Report, direction::isolated, words};

/// Words in place of a name, in small letters.
static NAMELESS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let listed = include_str!("../../../assets/report/nameless.ron");
    ron::from_str(listed).unwrap_or_default()
});

/// Whether a name names nobody: it is empty, a dash, or a word such as “unknown”.
fn names_nobody(name: &str) -> bool {
    let plain: String = name
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '/'))
        .collect();
    let plain = plain.trim().to_lowercase();
    let letters = plain.chars().any(char::is_alphabetic);
    !letters || NAMELESS.contains(&plain)
}

/// What to know before reviews are published under these names; nothing where each names somebody. A newsroom answers
/// for all of them.
pub fn unnamed<'a>(
    newsroom: Option<&str>,
    judges: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    /// Names that are repeated to the person.
    const TOLD: usize = 3;
    if let Some(newsroom) = newsroom.filter(|name| !name.trim().is_empty()) {
        return names_nobody(newsroom).then(|| {
            let name = isolated(newsroom.trim());
            format!(
                "The reviews would be published by “{name}”, which names nobody who answers for them. Give the name of the newsroom under “Look of the report”"
            )
        });
    }
    let nameless: Vec<&str> = judges
        .into_iter()
        .map(str::trim)
        .filter(|name| names_nobody(name))
        .collect();
    let said: BTreeSet<&str> = nameless
        .iter()
        .copied()
        .filter(|it| !it.is_empty())
        .collect();
    let said: Vec<String> = said
        .iter()
        .take(TOLD)
        .map(|name| format!("“{}”", isolated(name)))
        .collect();
    let by = if said.is_empty() {
        "without the name of a reviewer".to_owned()
    } else {
        format!("by {}, which names nobody", said.join(", "))
    };
    let reviews = match nameless.len() {
        0 => return None,
        1 => "One review would be published".to_owned(),
        many => format!("{} reviews would be published", words::grouped(many)),
    };
    Some(format!(
        "{reviews} {by}. Readers and search engines ask who answers for a review: give the name of the newsroom under “Look of the report”, or judge again under your own name"
    ))
}

/// The same for all that a report publishes.
pub(super) fn caution(report: &Report) -> Option<String> {
    let chosen = report
        .quotes
        .iter()
        .filter(|it| super::is_chosen(report, it));
    let judges = chosen.filter_map(|quote| Some(quote.verdict.as_ref()?.by.as_str()));
    unnamed(report.newsroom.as_deref(), judges)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn words_in_place_of_a_name_name_nobody() {
        for name in [
            "",
            "  ",
            "-",
            "?",
            "123",
            "Anonymous",
            "(unknown)",
            "ME",
            "N/A",
            "אנונימי",
        ] {
            assert!(names_nobody(name), "“{name}”");
        }
        for name in ["M. Ash", "Mea", "Ivy", "Harbour Wire", "אבי כהן"] {
            assert!(!names_nobody(name), "“{name}”");
        }
    }

    #[test]
    fn who_publishes_without_a_name_is_warned() {
        assert_eq!(unnamed(None, ["M. Ash", "A. Ferry"]), None);
        assert_eq!(unnamed(Some("Harbour Wire"), ["me"]), None, "it answers");
        let told = unnamed(None, ["me", "M. Ash", "Unknown", "me"]).expect("a warning");
        assert!(
            told.starts_with("3 reviews would be published by “Unknown”, “me”, which"),
            "{told}"
        );
        let told = unnamed(Some(" "), [""]).expect("a warning");
        assert!(
            told.starts_with("One review would be published without the name"),
            "{told}"
        );
        assert!(unnamed(Some("anonymous"), ["M. Ash"]).is_some());
        let mut report = sample::report();
        assert_eq!(caution(&report), None);
        for verdict in report
            .quotes
            .iter_mut()
            .filter_map(|it| it.verdict.as_mut())
        {
            verdict.by = "nobody".to_owned();
        }
        assert!(caution(&report).is_some());
        report.reviewed = Some(Vec::new());
        assert_eq!(caution(&report), None, "none is published");
    }
}
