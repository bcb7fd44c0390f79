//! A figure of the headline against the same figure in the text below it.

use super::{ArticleView, Check, Look};
use crate::article::Article;
use crate::claim::{ArticleId, Claim, ClaimId, Origin, extract};
use crate::crosscheck::digest::Digest;
use crate::crosscheck::profile::{Profile, Reader};
use crate::crosscheck::words::vocabulary;
use crate::crosscheck::{Finding, Severity};
use crate::quantity::{HouseRules, Kind};
use crate::text::{Anchor, Text};

pub(super) const CHECK: Check = Check {
    code: "headline_and_body",
    name: "Headline and text",
    explanation: "A figure of the headline must be the same figure of the text, rounded or as a bound.",
    examples: &[(
        "# More than 20,000 rail workers on strike in Norland\nSome 12,000 rail workers walked out across Norland on Monday, the union said. Trains stood still.",
        "12,000",
    )],
    counter_examples: &[
        "# More than 10,000 rail workers on strike in Norland\nSome 12,000 rail workers walked out across Norland on Monday, the union said.",
        "# 17 dead as ferry sinks off Tarn Island\nAt least 11 people were killed on Monday. By Tuesday 17 had died.",
        "# Twelve rescued off Tarn Island\nAt least 40 people were killed when a ferry sank.",
    ],
    look: Look::Article(find),
};

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let Some(title) = view.article.metadata.title.as_deref() else {
        return Vec::new();
    };
    headline(title)
        .into_iter()
        .filter_map(|(quote, head)| {
            let below: Vec<_> = view
                .sides
                .iter()
                .filter(|side| same_thing(&head, side.profile))
                .collect();
            let fits = below.iter().any(|side| {
                head.common()
                    .zip(side.profile.common())
                    .is_none_or(|(a, b)| a.meets(b))
            });
            if below.is_empty() || fits {
                return None;
            }
            let quotes: Vec<String> = below
                .iter()
                .take(4)
                .map(|side| format!("“{}”", side.claim.anchor.quote))
                .collect();
            Some(Finding {
                code: CHECK.code,
                severity: Severity::ConflictSameRoot,
                claims: below.iter().map(|side| side.claim.id).collect(),
                title: format!(
                    "The headline says “{quote}”, the text {}",
                    quotes.join(", ")
                ),
                working: vec![format!(
                    "“{quote}” stands for {}; the text has {}, which does not meet it.",
                    head.interval(),
                    quotes.join(", ")
                )],
            })
        })
        .collect()
}

/// The figures of a headline as they are compared.
fn headline(title: &str) -> Vec<(String, Profile)> {
    let article = Article::of_text(Text::normalised(title));
    let tokens = vocabulary().tokens(article.text.as_str());
    let (digest, rules) = (Digest::default(), HouseRules::default());
    let reader = Reader {
        tokens: &tokens,
        digest: &digest,
        rules: &rules,
    };
    extract(&article)
        .into_iter()
        .map(|found| {
            let claim = Claim {
                id: ClaimId(0),
                article: ArticleId(0),
                anchor: Anchor::new(&article.text, found.span),
                origin: Origin::Rule,
                reading: found.reading,
            };
            (claim.anchor.quote.clone(), reader.profile(&claim))
        })
        .collect()
}

/// Whether a figure of the text is surely the one of the headline: what happened, to whom, in the same measure.
fn same_thing(head: &Profile, body: &Profile) -> bool {
    let noun = match (head.head, body.head) {
        (Some(one), Some(other)) => one == other || head.anyone && body.anyone,
        _ => head.counts_persons && body.counts_persons,
    };
    matches!(head.kind, Kind::Count | Kind::Money)
        && head.kind == body.kind
        && head.family == body.family
        && head.sense == body.sense
        && head.class.is_some()
        && head.class == body.class
        && noun
        && head.narrowing() == body.narrowing()
        && head.group == body.group
        && body.period == head.period
        && !head.partitive
        && !body.partitive
        && !body.added
}
