//! An age against the year of birth given beside it, on the day of the article.

use super::{ArticleView, Check, Look};
use crate::crosscheck::words::vocabulary;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::{Value, events};
use crate::quantity::{Interval, Kind};

pub(super) const CHECK: Check = Check {
    code: "age_and_birth",
    name: "Age and year of birth",
    explanation: "Sets an age against the year of birth in its sentence and the year of the article.",
    examples: &[(
        "2024-05-01\nAda Lenz, 45, who was born in 1969 in Ulm, runs the shelter.",
        "54 or 55",
    )],
    counter_examples: &[
        "2024-05-01\nAda Lenz, 54, who was born in 1969 in Ulm, runs the shelter.",
        "2024-05-01\nThe painter, born in 1869, died aged 45.",
        "Ada Lenz, 45, who was born in 1969 in Ulm, runs the shelter.",
    ],
    look: Look::Article(find),
};

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let Some(today) = view
        .article
        .metadata
        .published
        .as_ref()
        .map(|day| day.date().year())
    else {
        return Vec::new();
    };
    let text = view.article.text.as_str();
    let ages = view
        .sides
        .iter()
        .filter(|side| side.profile.kind == Kind::Age);
    ages.filter_map(|side| {
        let line = text.get(side.profile.sentence_at..)?.lines().next()?;
        let tokens = vocabulary().tokens(line);
        let word = |at: usize| line.get(tokens.get(at)?.start..tokens.get(at)?.end);
        let to = (1..tokens.len())
            .find(|at| tokens.get(*at).is_some_and(|token| token.after_break))
            .unwrap_or(tokens.len());
        let is = |at: usize, list: &[String]| {
            word(at).is_some_and(|w| list.iter().any(|l| l == &w.to_lowercase()))
        };
        // The age of the dead is that of another year.
        if (0..to).any(|at| is(at, &events().late)) {
            return None;
        }
        let born = (0..to).find(|at| is(*at, &events().born))?;
        let year: i16 = (born + 1..to.min(born + 5)).find_map(|at| {
            let word = word(at).filter(|word| word.len() == 4)?;
            word.parse()
                .ok()
                .filter(|year| (1880..=today).contains(year))
        })?;
        let turned = i128::from(today - year);
        let real = Interval::closed(Value::whole(turned - 1), Value::whole(turned));
        let stated = side.profile.value()?;
        (!real.meets(Interval::point(stated))).then(|| Finding {
            code: CHECK.code,
            severity: Severity::Impossible,
            claims: vec![side.claim.id],
            title: format!("“{}” does not fit birth in {year}", side.claim.anchor.quote),
            working: vec![format!(
                "Who was born in {year} is {} or {turned} in {today}, not {stated}.",
                turned - 1
            )],
        })
    })
    .collect()
}
