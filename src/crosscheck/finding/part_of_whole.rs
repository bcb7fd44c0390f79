//! A part and its whole: what share it is, and that it is not the larger.

use super::{ArticleView, Check, Look};
use crate::claim::RelationKind;
use crate::crosscheck::arithmetic::{percent, quotient, scaled};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::profile::Profile;
use crate::crosscheck::words::{goes_away, vocabulary};
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::{Value, events};
use crate::quantity::{Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "part_of_whole",
    name: "Part and whole",
    explanation: "Sets a part against its whole: its share, and that it cannot be the larger of the two.",
    examples: &[
        (
            "Only 30,000 residents remain in Arvo. The town had a pre-war population of 120,000.",
            "23.6 to 26.5 %",
        ),
        (
            "Donors have given $12 million of the $60 million that the town asked for, or 25%.",
            "does not fit",
        ),
        (
            "Some 90,000 of the port's 450,000 residents have stayed; that is 30%.",
            "does not fit",
        ),
        (
            "Turnout was 66.3 percent: 48,217 of the 78,650 voters on the roll came.",
            "does not fit",
        ),
        (
            "Nine people drowned, including 14 children.",
            "“14” is more than the whole",
        ),
    ],
    counter_examples: &[
        "Arvo counted 30,000 visitors. The county has 120,000 cows.",
        "Nineteen people drowned, including 14 children.",
        "A team of nine officers works with all who came over the bridge in the winter, including 14 children.",
    ],
    look: Look::Article(find),
};

/// Bytes within which a part and its whole are looked for.
pub(super) const NEAR: usize = 400;

/// Bytes between people counted and those among them, whom "including" tells of.
const CLOSE: usize = 50;

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in view.sides {
        let stated = part
            .claim
            .reading
            .relations
            .iter()
            .find(|relation| relation.kind == RelationKind::PartOf)
            .and_then(|relation| {
                view.sides
                    .iter()
                    .find(|side| side.claim.anchor.span.overlaps(relation.other))
            });
        if let Some(whole) = stated.filter(|whole| !are_siblings(view, *part, **whole)) {
            let share = share_before(view, *part).or_else(|| share_after(view, *part, *whole));
            findings.extend(working(*part, *whole, share));
        }
    }
    findings.extend(included(view).filter(|it| it.severity == Severity::Impossible));
    findings.extend(
        remaining(view)
            .into_iter()
            .filter_map(|(part, whole)| working(part, whole, share_after(view, part, whole))),
    );
    findings
}

/// Those named as some of the people counted just before: "nine people drowned, including 14 children".
fn included(view: &ArticleView<'_>) -> impl Iterator<Item = Finding> {
    view.sides.windows(2).filter_map(|pair| {
        let [whole, part] = pair else { return None };
        let between = view.between(*whole, *part).trim_end();
        let includes = || {
            let between = between.to_lowercase();
            let mut words = events().includes.iter();
            words.any(|words| between.ends_with(words.as_str()))
        };
        let is_some_of_them = between.len() < CLOSE
            && whole.profile.counts_persons
            && part.profile.counts_persons
            && part.profile.sense == whole.profile.sense
            && includes()
            && view.same_sentence(*whole, *part);
        is_some_of_them
            .then(|| working(*part, *whole, None))
            .flatten()
    })
}

/// Whether a part and what seems its whole are two parts of one whole: "of 90 goats, 50 swam, 30 waded". Not so "50 swam,
/// 30 of them at night".
fn are_siblings(view: &ArticleView<'_>, part: Side<'_>, whole: Side<'_>) -> bool {
    let mut relations = whole.claim.reading.relations.iter();
    let start = whole.claim.anchor.span.start();
    let is_part = relations.any(|it| it.kind == RelationKind::PartOf && it.other.start() < start);
    let text = view.article.text.as_str();
    let after = text.get(part.claim.anchor.span.end()..).unwrap_or_default();
    let after: String = after.trim_start().chars().take(24).collect();
    let after = after.to_lowercase();
    let mut of_those = events().of_those.iter();
    is_part
        && whole.profile.at < part.profile.at
        && view.same_sentence(whole, part)
        && !of_those.any(|words| after.starts_with(words.as_str()))
}

/// Those who remain, each with those who were there before.
fn remaining<'a>(view: &'a ArticleView<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let rest = |side: &&Side<'_>| counts_people(**side) && is_remaining(side.profile);
    let mut found = Vec::new();
    for part in view.sides.iter().filter(rest) {
        let whole = view
            .sides
            .iter()
            .filter(|whole| {
                counts_people(**whole)
                    && was_before(whole.profile)
                    && !is_remaining(whole.profile)
                    && !has_left(whole.profile)
                    && whole.profile.at.abs_diff(part.profile.at) < NEAR
            })
            .min_by_key(|whole| whole.profile.at.abs_diff(part.profile.at));
        found.extend(whole.map(|whole| (*part, *whole)));
    }
    found
}

pub(super) fn counts_people(side: Side<'_>) -> bool {
    side.profile.kind == Kind::Count
        && side.profile.sense == Sense::Level
        && side
            .profile
            .value()
            .is_some_and(|value| value >= Value::whole(100))
}

/// Whether it counts those who are still there.
pub(super) fn is_remaining(profile: &Profile) -> bool {
    let remaining = &vocabulary().remaining;
    profile
        .narrowing()
        .iter()
        .any(|list| remaining.contains(list))
}

/// Whether it counts those who were there before all that happened.
pub(super) fn was_before(profile: &Profile) -> bool {
    profile.epoch.is_some()
}

/// Whether it counts those who went away.
pub(super) fn has_left(profile: &Profile) -> bool {
    profile.class.is_some_and(goes_away)
}

fn working(part: Side<'_>, whole: Side<'_>, stated: Option<Side<'_>>) -> Option<Finding> {
    let like = part.profile.family == whole.profile.family
        && part.profile.kind == whole.profile.kind
        && part.claim.id != whole.claim.id;
    if !like {
        return None;
    }
    let (small, large) = (part.profile.common()?, whole.profile.common()?);
    let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
    let impossible = match (small.low, large.high) {
        (Some(low), Some(high)) => low.value > high.value,
        _ => false,
    };
    let stands = format!(
        "“{}” stands for {small}, “{}” for {large}.",
        quote(part),
        quote(whole)
    );
    if impossible {
        return Some(Finding {
            code: CHECK.code,
            severity: Severity::Impossible,
            claims: vec![part.claim.id, whole.claim.id],
            title: format!(
                "“{}” is more than the whole, “{}”",
                quote(part),
                quote(whole)
            ),
            working: vec![stands, "A part cannot be larger than its whole.".to_owned()],
        });
    }
    let share = scaled(quotient(small, large)?, Value::whole(100))?;
    let mut claims = vec![part.claim.id, whole.claim.id];
    let mut lines = vec![
        stands,
        format!("The part is {} of the whole.", percent(share, 1)),
    ];
    let mut severity = Severity::Style;
    if let Some(said) = stated {
        claims.push(said.claim.id);
        if said.profile.interval().meets(share) {
            lines.push(format!("“{}” fits.", quote(said)));
        } else {
            severity = Severity::Impossible;
            lines.push(format!(
                "“{}” stands for {} % and does not fit.",
                quote(said),
                said.profile.interval()
            ));
        }
    }
    let title = match stated.filter(|_| severity == Severity::Impossible) {
        Some(said) => format!(
            "“{}” is not “{}” of “{}”",
            quote(part),
            quote(said),
            quote(whole)
        ),
        None => format!(
            "“{}” is {} of “{}”",
            quote(part),
            percent(share, 1),
            quote(whole)
        ),
    };
    Some(Finding {
        code: CHECK.code,
        severity,
        claims,
        title,
        working: lines,
    })
}

/// The share that a part and its whole are set out to be: "turnout was 61%: 48,000 of the 78,650", "61% (48,000 of …)".
fn share_before<'a>(view: &'a ArticleView<'a>, part: Side<'_>) -> Option<Side<'a>> {
    let at = view
        .sides
        .iter()
        .position(|side| side.claim.id == part.claim.id)?;
    let before = view.sides.get(at.checked_sub(1)?)?;
    let percent = before.claim.reading.quantity.unit.as_ref();
    let between = view.between(*before, part).trim();
    (percent.is_some_and(|unit| unit.0 == "%")
        && before.profile.sense == Sense::Level
        && [":", "(", ", or", "–", "—"].contains(&between))
    .then_some(*before)
}

/// The share named right after part and whole: "$12 million of the $60 million, or 20%".
fn share_after<'a>(view: &'a ArticleView<'a>, part: Side<'_>, whole: Side<'_>) -> Option<Side<'a>> {
    let place = |side: Side<'_>| view.sides.iter().position(|s| s.claim.id == side.claim.id);
    let last = place(part)?.max(place(whole)?);
    let next = view.sides.get(last + 1)?;
    let between = view.between(*view.sides.get(last)?, *next).to_lowercase();
    let percent = next.claim.reading.quantity.unit.as_ref();
    (percent.is_some_and(|unit| unit.0 == "%")
        && next.profile.sense == Sense::Level
        && between.len() < 60
        && view.same_sentence(part, *next)
        && events()
            .restatements
            .iter()
            .any(|sign| between.trim_end().ends_with(sign.trim_end())))
    .then_some(*next)
}

#[cfg(test)]
mod tests {
    use super::super::examples::found;

    #[test]
    fn two_parts_of_one_whole_have_no_share_of_one_another() {
        let titles = |text: &str| {
            let found = found(text);
            let its = found.findings.iter();
            let its = its.filter(|it| it.code == super::CHECK.code);
            its.map(|it| it.title.clone()).collect::<Vec<_>>()
        };
        let told = titles("Of 99 goats, 52 swam across, 38 waded and 9 stayed behind.");
        assert_eq!(told, ["“52” is about 52.5 % of “99”"]);
        let told = titles("Of 90 goats, 60 swam across, 30 of them at night.");
        assert!(told.iter().any(|it| it.starts_with("“30” is")), "{told:?}");
    }
}
