//! How the check was done, and what words stand for, so that a reader can repeat it.

use super::RuleEntry;
use crate::export::direction;
use crate::lexicon::{Lexicon, Value};
use crate::project::Project;

/// How the check was done.
pub(super) fn method() -> Vec<String> {
    [
        "Every figure that rules found in articles in English and Hebrew was marked by them, with its unit, its hedge (“about”, “at least”), what is counted, where, when and who says so; editors corrected what the rules had wrong.",
        "A figure as printed stands for an interval, by the house rules below. Figures about the same thing were laid side by side, and their intervals compared; all arithmetic is exact.",
        "The first of these that fits is the answer: not comparable, different scope, updated over time, agrees, agrees within rounding, compatible bound, conflicts. Where a facet that decides is unknown, the answer is “cannot tell”.",
        "Agreement counts independent sources, not articles: texts that share sentences or name the same source are one.",
        "Verdicts are a person’s, with name, time and grounds. A question nobody has answered stays in this report as an open question.",
        "Places are given as line and as Unicode code points in the text whose SHA-256 is printed with the article.",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// The house rules in words.
pub(super) fn house_rules(project: &Project) -> Vec<RuleEntry> {
    let rules = &project.house_rules;
    let percent = |share| {
        Value::from(share)
            .times(Value::whole(100))
            .map_or_else(String::new, |percent| format!("{}%", percent.grouped()))
    };
    let fixed = [
        (
            "541,000".to_owned(),
            format!(
                "plus or minus half of the last significant place; at least {} figures are believed, even where they are zeros",
                rules.believed_figures
            ),
        ),
        (
            "98,417 people".to_owned(),
            "exactly that: a whole count written to its last unit".to_owned(),
        ),
        (
            "about v".to_owned(),
            format!(
                "the wider of half of the last place and {} of v, to both sides",
                percent(rules.about_share)
            ),
        ),
        (
            "at least v; more than v".to_owned(),
            "v or more; more than v".to_owned(),
        ),
        (
            "up to v; fewer than v".to_owned(),
            "v or less; less than v".to_owned(),
        ),
        (
            "nearly v".to_owned(),
            format!("from {} of v to just under v", percent(rules.nearly_share)),
        ),
        (
            "a to b".to_owned(),
            "from a to b, both ends included".to_owned(),
        ),
    ];
    let vague = vague_words(project);
    fixed
        .into_iter()
        .chain(vague)
        .map(|(written, stands_for)| RuleEntry {
            written,
            stands_for,
        })
        .collect()
}

/// What the words for numbers that nobody counted stand for: those of the languages of the articles, one row for words
/// of one meaning, and in place of theirs what the project has set.
fn vague_words(project: &Project) -> Vec<(String, String)> {
    let set = &project.house_rules.vague;
    let mut languages: Vec<&str> = project
        .articles
        .values()
        .map(|article| article.metadata.language.as_deref().unwrap_or("en"))
        .collect();
    languages.sort_unstable();
    languages.dedup();
    let mut rows: Vec<(Vec<&str>, (Value, Value))> = Vec::new();
    let mut tens: Vec<(&str, Value)> = Vec::new();
    for lexicon in languages.into_iter().filter_map(Lexicon::of) {
        for (word, low, high) in &lexicon.vague.words {
            let meant = set.get(word).copied().unwrap_or((*low, *high));
            match rows.iter_mut().find(|(_, of)| *of == meant) {
                Some((words, _)) => words.push(word),
                None => rows.push((vec![word], meant)),
            }
        }
        tens.extend(
            lexicon
                .vague
                .multiplied
                .iter()
                .map(|(word, of)| (word.as_str(), *of)),
        );
    }
    for (word, meant) in set {
        if !rows.iter().any(|(words, _)| words.contains(&word.as_str())) {
            rows.push((vec![word], *meant));
        }
    }
    let isolated = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|it| direction::isolated(it)).collect();
        words.join("; ")
    };
    let rows = rows.into_iter().map(|(words, (low, high))| {
        let meant = format!("{} to just under {}", low.grouped(), high.grouped());
        (isolated(&words), meant)
    });
    let tens = tens.into_iter().map(|(word, factor)| {
        let meant = format!(
            "{} times what the word after it stands for",
            factor.grouped()
        );
        (format!("{} of …", direction::isolated(word)), meant)
    });
    rows.chain(tens).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vague_words_of_the_languages_are_listed_as_the_house_means_them() {
        let mut project = Project::new("Goats");
        let article = |language: &str| crate::article::Article {
            text: crate::text::Text::verbatim("Dozens of goats."),
            metadata: crate::article::Metadata {
                language: Some(language.to_owned()),
                ..crate::article::Metadata::default()
            },
        };
        project.articles.insert(
            crate::claim::ArticleId(1),
            std::sync::Arc::new(article("en")),
        );
        project
            .house_rules
            .vague
            .insert("dozens".to_owned(), (Value::whole(20), Value::whole(90)));
        let rules = house_rules(&project);
        let stands_for = |word: &str| {
            let rule = rules.iter().find(|rule| rule.written.contains(word));
            rule.map(|rule| rule.stands_for.as_str())
        };
        assert_eq!(stands_for("dozens"), Some("20 to just under 90"));
        assert_eq!(stands_for("thousands"), Some("1,000 to just under 10,000"));
        assert_eq!(
            stands_for("tens of …"),
            Some("10 times what the word after it stands for")
        );
    }
}
