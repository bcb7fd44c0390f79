//! The difference of two figures that are named just before it: "by 52 votes to 45, a margin of nine".

use super::{ArticleView, Check, Look};
use crate::crosscheck::arithmetic::{difference, readable};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::events;
use crate::quantity::{Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "margin",
    name: "Margin between two figures",
    explanation: "Sets a margin, a majority or a lead against the two figures named before it.",
    examples: &[
        (
            "The motion passed by 52 votes to 45, a margin of nine.",
            "come to exactly 7",
        ),
        (
            "He won 48,211 votes to her 44,209, a majority of 5,002.",
            "does not fit",
        ),
    ],
    counter_examples: &[
        "The motion passed by 52 votes to 45, a margin of seven.",
        "He won 48,211 votes to her 44,209, a majority of 4,002.",
        "The Reds won 411 seats to the 121 of the Blues, a majority of 172.",
        "It took 52 votes in 2019 and 45 now, with a margin of error of nine.",
    ],
    look: Look::Article(find),
};

/// Bytes between the figures and between them and their difference.
const NEAR: usize = 60;

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let triples = view.sides.windows(3).filter_map(|three| match three {
        [a, b, margin] => Some([*a, *b, *margin]),
        _ => None,
    });
    triples
        .filter(|three| is_margin(view, three))
        .filter_map(working)
        .collect()
}

fn is_margin(view: &ArticleView<'_>, [a, b, margin]: &[Side<'_>; 3]) -> bool {
    let counts =
        |side: &Side<'_>| matches!(side.profile.kind, Kind::Count | Kind::Share | Kind::Measure);
    let is_level = |side: &Side<'_>| counts(side) && side.profile.sense == Sense::Level;
    let before = view.between(*b, *margin);
    let leads = || {
        let before = before.trim_end().to_lowercase();
        // Of seats a majority is that over all others, or over one.
        let of_votes = a.profile.class.is_some() || b.profile.class.is_some();
        let majorities = events().majorities.iter().filter(|_| of_votes);
        let mut words = events().margins.iter().chain(majorities);
        words.any(|words| before.ends_with(words.as_str()))
    };
    is_level(a)
        && is_level(b)
        && counts(margin)
        && a.profile.kind == b.profile.kind
        && a.profile.family == b.profile.family
        && view.between(*a, *b).len() < NEAR
        && before.len() < NEAR
        && before.trim_start().starts_with([',', '(', '–', '—'])
        && leads()
        && view.same_sentence(*a, *margin)
}

fn working(sides: [Side<'_>; 3]) -> Option<Finding> {
    let [a, b, margin] = sides;
    let (larger, smaller) = if a.profile.value() >= b.profile.value() {
        (a, b)
    } else {
        (b, a)
    };
    let real = difference(larger.profile.common()?, smaller.profile.common()?)?;
    let stated = margin.profile.interval();
    let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
    (!real.meets(stated)).then(|| Finding {
        code: CHECK.code,
        severity: Severity::Impossible,
        claims: sides.map(|side| side.claim.id).into(),
        title: format!(
            "“{}” is not what lies between “{}” and “{}”",
            quote(margin),
            quote(a),
            quote(b)
        ),
        working: vec![
            format!(
                "“{}” less “{}” come to {}.",
                quote(larger),
                quote(smaller),
                readable(real, 1)
            ),
            format!("“{}” stands for {stated} and does not fit.", quote(margin)),
        ],
    })
}
