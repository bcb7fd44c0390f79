//! Shares of one whole that come to more than the whole.

use super::{ArticleView, Check, Look};
use crate::crosscheck::arithmetic::{percent, sum};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::{Value, events};
use crate::quantity::{Interval, Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "shares_to_100",
    name: "Shares to 100",
    explanation: "Adds up three or more shares of one sentence; parts of one whole come to 100%.",
    examples: &[
        (
            "The oil is split: 50% for export, 30% for heating and 20% for cars.",
            "100",
        ),
        (
            "The state spends 90 billion crowns. Of that, 60% is for pensions, 35% for schools and 12% for the army.",
            "more than 100%",
        ),
        (
            "Of those asked, 62% were for the bridge, 28% against it and 15% undecided.",
            "more than 100%",
        ),
    ],
    counter_examples: &["Of those asked, 60% had a dog, 55% a cat and 40% a bird."],
    look: Look::Article(find),
};

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let shares: Vec<&Side<'_>> = view
        .sides
        .iter()
        .filter(|side| {
            side.profile.kind == Kind::Share
                && side.profile.sense == Sense::Level
                && side
                    .claim
                    .reading
                    .quantity
                    .unit
                    .as_ref()
                    .is_some_and(|unit| unit.0 == "%")
        })
        .collect();
    shares
        .chunk_by(|a, b| view.same_sentence(**a, **b))
        .filter(|run| run.len() >= 3)
        .filter_map(|run| {
            let total = run
                .iter()
                .try_fold(Interval::point(Value::ZERO), |total, side| {
                    sum(total, side.profile.interval())
                })?;
            let fits = total.meets(Interval::point(Value::whole(100)));
            let beyond = total.low.is_some_and(|low| low.value > Value::whole(100));
            // People may name several things, so a total beyond 100 says something only of what is shared out.
            let tells = fits || beyond && shared_out(view, run);
            if !tells {
                return None;
            }
            let come = format!("Together they come to {}", percent(total, 1));
            Some(Finding {
                code: CHECK.code,
                severity: if fits {
                    Severity::Style
                } else {
                    Severity::CannotTell
                },
                claims: run.iter().map(|side| side.claim.id).collect(),
                title: if fits {
                    "The shares come to 100%".to_owned()
                } else {
                    "The shares come to more than 100%".to_owned()
                },
                working: vec![if fits {
                    format!("{come}, which 100 % fits.")
                } else {
                    format!("{come}: some overlap, or one of them is wrong.")
                }],
            })
        })
        .collect()
}

/// Whether the sentence says that one whole is shared out: "is split", "of that, 60% is for".
fn shared_out(view: &ArticleView<'_>, run: &[&Side<'_>]) -> bool {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return false;
    };
    let text = view.article.text.as_str();
    let behind = text.get(last.profile.at..).unwrap_or_default();
    let ends = behind
        .find(['\n', ';'])
        .into_iter()
        .chain(behind.find(". "));
    let end = ends.min().unwrap_or(behind.len());
    let sentence = text
        .get(first.profile.sentence_at..last.profile.at + end)
        .unwrap_or_default()
        .to_lowercase();
    let words = events();
    let opens = words
        .of_that
        .iter()
        .any(|opening| sentence.starts_with(opening.as_str()));
    opens
        || words
            .split
            .iter()
            .any(|word| sentence.contains(word.as_str()))
}
