//! A figure of the headline against the same figure in the text below it.

use super::{ArticleView, Check, Look};
use crate::article::Article;
use crate::claim::{ArticleId, Claim, ClaimId, Origin, RelationKind, extract};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::digest::Digest;
use crate::crosscheck::profile::{Form, Profile, Reader, overlap};
use crate::crosscheck::words::vocabulary;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::Value;
use crate::quantity::{HouseRules, Interval, Kind};
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
        "# 900 jobs to go at Orbel\nOrbel is to shed 900 of its 4,200 jobs in Arvo.",
        "# 60 arrested at derby in Redport\nPolice arrested 61 fans after the derby in Redport; 14 remained in custody.",
        "# 85,000 march in Arvo\nIn Velmar, 12,000 people marched. The march in Arvo drew some 85,000 people.",
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
            let rounded = rounded(&head);
            let fits = view.sides.iter().any(|side| {
                head.family == side.profile.family
                    && rounded
                        .zip(side.profile.common())
                        .is_none_or(|(a, b)| a.meets(b))
            });
            let below = view.sides.iter().find(|side| {
                same_thing(&head, side.profile)
                    && in_one_place(&head, side.profile)
                    && !is_whole(view, side)
            });
            let below = below.filter(|_| !fits)?;
            let quoted = &below.claim.anchor.quote;
            Some(Finding {
                code: CHECK.code,
                severity: Severity::ConflictSameRoot,
                claims: vec![below.claim.id],
                title: format!("The headline says “{quote}”, the text “{quoted}”"),
                working: vec![format!(
                    "“{quote}” stands for {}; the text has “{quoted}”, which does not meet it.",
                    head.interval(),
                )],
            })
        })
        .collect()
}

/// What a figure of a headline stands for: it may be rounded to its last digit that is no zero, by a twentieth at most.
fn rounded(head: &Profile) -> Option<Interval> {
    let common = head.common()?;
    let (Some(value), Form::Stated | Form::Exactly) = (head.value(), head.form) else {
        return Some(common);
    };
    let text = value.to_string();
    let zeros = text.len() - text.trim_end_matches('0').len();
    let whole = !text.contains(['.', '/']) && (1..30).contains(&zeros);
    let zeros = u32::try_from(zeros).ok().filter(|_| whole);
    let half = zeros.and_then(|zeros| Value::ratio(10_i128.pow(zeros), 2));
    let twentieth = Value::ratio(1, 20).and_then(|part| value.times(part));
    let ends = half.zip(twentieth).and_then(|(half, twentieth)| {
        let by = half.min(twentieth);
        value.minus(by).zip(value.plus(by))
    });
    let about = ends.map(|(low, high)| Interval::closed(low, high));
    Some(about.unwrap_or(common))
}

/// Whether nothing says that they are of two places.
fn in_one_place(head: &Profile, body: &Profile) -> bool {
    let placed = |p: &Profile| !p.place().is_empty() && !p.place_inferred;
    !placed(head) || !placed(body) || overlap(head.place(), body.place()) > 0
}

/// Whether another figure of the text is a part of this one: the 4,200 of "900 of its 4,200 jobs".
fn is_whole(view: &ArticleView<'_>, side: &Side<'_>) -> bool {
    let mut relations = view
        .sides
        .iter()
        .flat_map(|other| &other.claim.reading.relations);
    relations.any(|it| {
        matches!(it.kind, RelationKind::PartOf | RelationKind::ShareOf)
            && it.other.overlaps(side.claim.anchor.span)
    })
}

/// The figures of a headline as they are compared.
fn headline(title: &str) -> Vec<(String, Profile)> {
    let article = Article::of_text(Text::normalised(title));
    let tokens = vocabulary().tokens(article.text.as_str());
    let (digest, rules) = (Digest::default(), HouseRules::default());
    let reader = Reader {
        tokens: &tokens,
        digest: &digest,
        day: None,
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
