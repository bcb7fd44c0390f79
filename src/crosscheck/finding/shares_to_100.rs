//! Shares of one whole that come to more than the whole.

use super::{ArticleView, Check, Look};
use crate::crosscheck::arithmetic::{percent, sum};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::words::vocabulary;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::words::Class;
use crate::lexicon::{Lexicon, Value, events};
use crate::quantity::{Interval, Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "shares_to_100",
    name: "Shares to 100",
    explanation: "Adds up the shares of one sentence, three or more or two that are contrary; parts of one whole come to 100%.",
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
        (
            "Of those asked, 71% said yes and 34% said no.",
            "more than 100%",
        ),
        (
            "Some 71% wanted an inquiry and 34% did not.",
            "more than 100%",
        ),
    ],
    counter_examples: &[
        "Of those asked, 64% said yes and 34% said no.",
        "Some 71% had jobs and 34% had no savings.",
        "Of those asked, 60% had a dog, 55% a cat and 40% a bird.",
    ],
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
        .filter(|run| run.len() >= 3 || are_contrary(run))
        .filter_map(|run| {
            let total = run
                .iter()
                .try_fold(Interval::point(Value::ZERO), |total, side| {
                    sum(total, side.profile.interval())
                })?;
            let fits = total.meets(Interval::point(Value::whole(100)));
            let beyond = total.low.is_some_and(|low| low.value > Value::whole(100));
            // People may name several things, so a total beyond 100 says something only of what is shared out.
            let tells = match run.len() {
                2 => beyond,
                _ => fits || beyond && shared_out(view, run),
            };
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

/// Whether two shares are of those who did and those who did not: "said yes", "said no"; "want it", "do not".
fn are_contrary(run: &[&Side<'_>]) -> bool {
    let [one, other] = run else {
        return false;
    };
    let (p, q) = (one.profile, other.profile);
    let words = |side: &Side<'_>| -> Vec<String> {
        let said = side.claim.reading.predicate.as_ref();
        let said = said.map_or("", |said| said.text.as_str()).to_lowercase();
        let words = said.split_whitespace();
        words
            .map(|word| word.trim_end_matches(|c: char| c.is_ascii_punctuation()))
            .map(str::to_owned)
            .collect()
    };
    let (did, did_not) = (words(one), words(other));
    let negates = |word: &String| vocabulary().negations.contains(word.as_str());
    let helps = |word: &String| {
        Lexicon::of("en").is_some_and(|own| own.words.classes(word).has(Class::Auxiliary))
    };
    // "had jobs", "had no savings": of another thing.
    let of_the_same = (did_not.iter())
        .filter(|word| !negates(word) && !helps(word))
        .all(|word| did.contains(word));
    !did.is_empty()
        && did_not.iter().any(negates)
        && !did.iter().any(negates)
        && of_the_same
        && p.group == q.group
        && p.narrowing() == q.narrowing()
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
