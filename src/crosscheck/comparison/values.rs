//! The values themselves: they agree, they meet, or nobody can tell, or they conflict.

use super::course::{moves, of_one_period};
use super::doubt::{doubt, scale_slipped};
use super::time::same_time;
use super::{Ruling, Side, day, intervals, knows, meeting, said, shown, stands};
use crate::crosscheck::Answer;
use crate::crosscheck::profile::Profile;

pub(super) fn values<'a>(a: Side<'a>, b: Side<'a>) -> Ruling<'a> {
    let (p, q) = (a.profile, b.profile);
    let laid = move || format!("{} {}, {} {}", said(a), stands(a), said(b), stands(b));
    if let Some(Some(meet)) = meeting(p, q) {
        return if p.same_value(q) && p.form == q.form && p.same_common(q) {
            Ruling::new(Answer::Agrees, "value", move || {
                let (one, other) = (said(a), said(b));
                if one == other {
                    format!("Both say {one}.")
                } else {
                    format!("{one} and {other} say the same.")
                }
            })
        } else if p.is_wide() || q.is_wide() {
            Ruling::new(Answer::CompatibleBound, "value", move || {
                // In the unit that is written, not in the one they are compared in.
                let (one, other) = intervals(a, b);
                let meet = one.meet(other).unwrap_or(meet);
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
    let slipped = scale_slipped(a, b);
    if !slipped && let Some((facet, what)) = one_sided(a, b) {
        return cannot(facet, what);
    }
    match (same_time(a, b), moves(p, q)) {
        (at_once, moves) if moves == Some(false) || at_once == Some(true) || slipped => {
            Ruling::new(Answer::Conflicts, "value", move || {
                let when = match at_once {
                    Some(true) if a.claim.article == b.claim.article => {
                        ", and both stand in one article".to_owned()
                    }
                    Some(true) if p.as_of.is_none() => ", and both are of one period".to_owned(),
                    Some(true) => format!(", and both are of {}", day(a)),
                    _ if moves == Some(false) => ", and the thing does not change".to_owned(),
                    _ => ", and nothing moves so far in so short a time".to_owned(),
                };
                format!("{}: no number fits both{when}.", laid())
            })
        }
        (Some(false), None) => cannot("as-of", "their days differ and the thing may have moved"),
        (Some(false), _) => cannot("as-of", "their days differ"),
        _ => cannot("as-of", "the day of at least one is unknown"),
    }
}

/// A facet of place or time that only one of them tells.
fn one_sided(a: Side<'_>, b: Side<'_>) -> Option<(&'static str, &'static str)> {
    let (p, q) = (a.profile, b.profile);
    if p.place().is_empty() != q.place().is_empty() && !(knows(a, q) && knows(b, p)) {
        return Some(("place", "the place of one is unknown"));
    }
    let stretch = |p: &Profile| {
        p.period
            .is_some_and(|(from, to)| from.is_none() || from != to)
    };
    if stretch(p) != stretch(q) && moves(p, q) != Some(false) {
        return Some(("period", "the period of one is unknown"));
    }
    if of_one_period(p, q) {
        return None;
    }
    if p.spell() != q.spell() {
        return Some(("period", "only one of them says over how long a time"));
    }
    if p.years() != q.years() && (p.years().is_empty() || q.years().is_empty()) {
        return Some(("period", "only one of them names its year"));
    }
    None
}
