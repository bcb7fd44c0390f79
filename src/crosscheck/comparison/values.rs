//! The values themselves: they agree, they meet, or nobody can tell, or they conflict.

use super::doubt::doubt;
use super::time::{moves, same_time};
use super::{Ruling, Side, day, knows, meeting, said, shown, stands};
use crate::crosscheck::Answer;
use crate::crosscheck::profile::Profile;

pub(super) fn values<'a>(a: Side<'a>, b: Side<'a>) -> Ruling<'a> {
    let (p, q) = (a.profile, b.profile);
    let laid = move || format!("{} {}, {} {}", said(a), stands(a), said(b), stands(b));
    if let Some(Some(meet)) = meeting(p, q) {
        return if p.value == q.value && p.form == q.form && p.common == q.common {
            Ruling::new(Answer::Agrees, "value", move || {
                format!("Both say {}.", said(a))
            })
        } else if p.is_wide() || q.is_wide() {
            Ruling::new(Answer::CompatibleBound, "value", move || {
                format!("{}: both hold where they meet, {}.", laid(), shown(meet, a))
            })
        } else {
            Ruling::new(Answer::AgreesWithinRounding, "value", move || {
                format!(
                    "{}: they meet, so rounding explains the difference.",
                    laid()
                )
            })
        };
    }
    let cannot = |facet: &'static str, what: &'static str| {
        Ruling::new(Answer::CannotTell, facet, move || {
            format!(
                "{}: no common value, but {what}, so nobody can say whether they conflict.",
                laid()
            )
        })
    };
    if let Some((facet, what)) = doubt(a, b) {
        return cannot(facet, what);
    }
    if p.place().is_empty() != q.place().is_empty() && !(knows(a, q) && knows(b, p)) {
        return cannot("place", "the place of one is unknown");
    }
    let stretch = |p: &Profile| {
        p.period
            .is_some_and(|(from, to)| from.is_none() || from != to)
    };
    if stretch(p) != stretch(q) && moves(p, q) != Some(false) {
        return cannot("period", "the period of one is unknown");
    }
    if p.spell() != q.spell() {
        return cannot("period", "only one of them says over how long a time");
    }
    if p.years() != q.years() && (p.years().is_empty() || q.years().is_empty()) {
        return cannot("period", "only one of them names its year");
    }
    match (same_time(a, b), moves(p, q)) {
        (_, Some(false)) | (Some(true), _) => Ruling::new(Answer::Conflicts, "value", move || {
            let when = match same_time(a, b) {
                Some(true) if a.claim.article == b.claim.article => {
                    ", and both stand in one article".to_owned()
                }
                Some(true) if p.as_of.is_none() => ", and both are of one period".to_owned(),
                Some(true) => format!(", and both are of {}", day(a)),
                _ => ", and the thing does not change".to_owned(),
            };
            format!("{}: no number fits both{when}.", laid())
        }),
        (Some(false), None) => cannot("as-of", "their days differ and the thing may have moved"),
        (Some(false), Some(true)) => cannot("as-of", "their days differ"),
        (None, _) => cannot("as-of", "the day of at least one is unknown"),
    }
}
