//! A count of days since a date, on the day of the article: "nineteen days after the attack of May 3".

use super::day_name::day_at;
use super::{ArticleView, Check, Look};
use crate::article::Moment;
use crate::crosscheck::words::vocabulary;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::{Value, events};
use crate::quantity::{Interval, Kind};

pub(super) const CHECK: Check = Check {
    code: "day_count",
    name: "Days since a date",
    explanation: "Counts the days from a date to the day of the article and sets them against the number stated.",
    examples: &[(
        "2024-05-22\nTwelve days since the quake of May 3, schools in Velmar are still closed.",
        "19 days",
    )],
    counter_examples: &[
        "2024-05-22\nNineteen days since the quake of May 3, schools in Velmar are still closed.",
        "2024-05-22\nThe trial begins twelve days after the hearing of May 3.",
        "Twelve days since the quake of May 3, schools in Velmar are still closed.",
        "2024-11-20\nOne thousand days since the war began on 24 February 2022, schools in Velmar are still closed.",
        "2025-01-12\nThirty-one days since the quake of December 12, schools in Velmar are still closed.",
    ],
    look: Look::Article(find),
};

/// Words from the count to the date.
const NEAR: usize = 6;

/// Characters of the words behind the count.
const LONGEST: usize = 120;

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let Some(today) = view.article.metadata.published.as_ref().map(Moment::date) else {
        return Vec::new();
    };
    let days = |side: &&crate::crosscheck::comparison::Side<'_>| {
        let unit = side.claim.reading.quantity.unit.as_ref();
        side.profile.kind == Kind::Duration
            && unit.is_some_and(|unit| unit.0 == "d")
            && !side.profile.is_wide()
    };
    view.sides
        .iter()
        .filter(days)
        .filter_map(|side| {
            let after = view.article.text.after(side.claim.anchor.span);
            let cut = after.find(['.', '\n', ';']).map_or(after.len(), |stop| {
                // "May. 3" goes on after the stop.
                after
                    .get(stop + 1..)
                    .and_then(|rest| rest.find(['.', '\n', ';']))
                    .map_or(after.len(), |next| stop + 1 + next)
            });
            let window = after.get(..cut).unwrap_or(after);
            let end = window.char_indices().nth(LONGEST).map(|(at, _)| at);
            let window = end.and_then(|end| window.get(..end)).unwrap_or(window);
            let tokens = vocabulary().tokens(window);
            let opens = tokens
                .first()
                .and_then(|token| window.get(token.start..token.end))?;
            if !events()
                .since
                .iter()
                .any(|word| word == &opens.to_lowercase())
            {
                return None;
            }
            let (day, _) =
                (1..tokens.len().min(NEAR)).find_map(|at| day_at(window, tokens.get(at..)?))?;
            let start = match day.year {
                Some(year) => day.of(year)?,
                // Since December, in January.
                None => [today.year(), today.year() - 1]
                    .into_iter()
                    .filter_map(|year| day.of(year))
                    .find(|start| *start <= today)?,
            };
            let passed = i128::from(start.until(today).ok()?.get_days());
            let stated = side.claim.reading.quantity.value()?;
            let real = Interval::closed(Value::whole(passed - 1), Value::whole(passed + 1));
            (passed > 0 && !real.meets(Interval::point(stated))).then(|| Finding {
                code: CHECK.code,
                severity: Severity::Impossible,
                claims: vec![side.claim.id],
                title: format!("“{}” does not fit the date", side.claim.anchor.quote),
                working: vec![format!(
                    "From {start} to {today}, the day of the article, are {passed} days."
                )],
            })
        })
        .collect()
}
