//! Every check is run on its examples and its counter-examples.
//!
//! A text may hold several articles, parted by a line "---". An article may begin with its day, "2024-05-01", and
//! then with its headline, "# Five hurt".

use std::sync::Arc;

use imbl::OrdMap;

use super::CHECKS;
use crate::article::{Article, Metadata};
use crate::claim::{self, ArticleId, Claim, ClaimId, Origin};
use crate::crosscheck::{Corpus, Crosscheck, crosscheck};
use crate::quantity::HouseRules;
use crate::text::{Anchor, Text};

fn article(text: &str) -> Article {
    let mut metadata = Metadata {
        language: Some("en".to_owned()),
        ..Metadata::default()
    };
    let mut rest = text.trim();
    if let Some((day, after)) = rest.split_once('\n')
        && let Ok(day) = day.parse()
    {
        (metadata.published, rest) = (Some(day), after);
    }
    if let Some((title, after)) = rest.split_once('\n')
        && let Some(title) = title.strip_prefix("# ")
    {
        (metadata.title, rest) = (Some(title.to_owned()), after);
    }
    Article {
        text: Text::normalised(rest),
        metadata,
    }
}

/// The crosscheck of a text of examples.
pub(in crate::crosscheck) fn found(text: &str) -> Crosscheck {
    let mut articles = OrdMap::new();
    let mut claims = OrdMap::new();
    for (text, number) in text.split("\n---\n").zip(1..) {
        let article = article(text);
        for found in claim::extract(&article) {
            let id = ClaimId(u32::try_from(claims.len()).unwrap_or(u32::MAX) + 1);
            let claim = Claim {
                id,
                article: ArticleId(number),
                anchor: Anchor::new(&article.text, found.span),
                origin: Origin::Rule,
                reading: found.reading,
            };
            claims.insert(id, Arc::new(claim));
        }
        articles.insert(ArticleId(number), Arc::new(article));
    }
    crosscheck(Corpus {
        articles: &articles,
        claims: &claims,
        links: &[],
        rules: &HouseRules::default(),
    })
}

fn told(found: &Crosscheck) -> Vec<String> {
    found
        .findings
        .iter()
        .map(|f| format!("{}: {} | {}", f.code, f.title, f.working.join(" ")))
        .collect()
}

#[test]
fn every_check_finds_its_examples() {
    let mut wrong = Vec::new();
    for check in CHECKS {
        assert!(!check.examples.is_empty(), "{} has an example", check.code);
        for (text, words) in check.examples {
            let found = found(text);
            let fits = found.findings.iter().any(|f| {
                f.code == check.code
                    && format!("{} {}", f.title, f.working.join(" ")).contains(words)
            });
            if !fits {
                wrong.push(format!("{}: {text} -> {:?}", check.code, told(&found)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_check_finds_anything_in_its_counter_examples() {
    let mut wrong = Vec::new();
    for check in CHECKS {
        assert!(
            !check.counter_examples.is_empty(),
            "{} has a counter-example",
            check.code
        );
        for text in check.counter_examples {
            let found = found(text);
            if found.findings.iter().any(|f| f.code == check.code) {
                wrong.push(format!("{}: {text} -> {:?}", check.code, told(&found)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_check_has_a_code_of_its_own() {
    for (at, check) in CHECKS.iter().enumerate() {
        assert!(
            !CHECKS
                .iter()
                .skip(at + 1)
                .any(|other| other.code == check.code)
        );
        assert!(!check.name.is_empty() && check.explanation.ends_with(['.', ')']));
    }
}
