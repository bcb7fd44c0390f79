//! Updated over time: the days differ, and so do the figures, of a thing that moves.

use jiff::civil::Date;

use super::course::{has_aged, moves, of_one_day, of_one_period, own_day};
use super::doubt::doubt_of_thing;
use super::scope::length;
use super::{Ruling, Side, day, meeting, said, slip};
use crate::crosscheck::Answer;
use crate::crosscheck::profile::{Form, Profile, overlap};
use crate::crosscheck::words::{course_of, lives};
use crate::lexicon::{Course, Value};
use crate::quantity::Kind;

/// Whether each is told by somebody of its own.
fn two_counters(p: &Profile, q: &Profile) -> bool {
    let (one, other) = (p.source(), q.source());
    !one.is_empty() && !other.is_empty() && overlap(one, other) == 0
}

/// Whether both hold for one time: `None` where a day is unknown.
pub(super) fn same_time(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    if let (Some((one, _)), Some((other, _))) = (a.profile.as_of, b.profile.as_of) {
        return Some(one == other);
    }
    let one_period = of_one_period(a.profile, b.profile);
    (one_period || a.claim.article == b.claim.article).then_some(true)
}

/// Whether two totals are of one happening, by a name, place or source that both tell; what is new or comes on top has none.
fn anchored(p: &Profile, q: &Profile) -> bool {
    let whole = |p: &Profile| !(p.recent || p.added || p.partitive || p.denied);
    let named = overlap(p.names(), q.names()) > 0
        || overlap(p.place(), q.place()) > 0
        // One who counts both counts one toll.
        || overlap(p.source(), q.source()) > 0;
    whole(p) && whole(q) && named
}

/// The day on whose evening the night began in which it happened.
fn night(p: &Profile) -> Option<Date> {
    let told = || p.as_of.and_then(|(day, _)| day.yesterday().ok());
    p.nightly.then(|| own_day(p).or_else(told))?
}

/// Whether each happened in a night of its own.
fn nights_differ(p: &Profile, q: &Profile) -> bool {
    let either = |p: &Profile| night(p).or(own_day(p));
    (p.nightly || q.nightly)
        && either(p)
            .zip(either(q))
            .is_some_and(|(one, other)| one != other)
}

/// A toll that one text tells as an earlier count, against one that holds.
fn replaced<'a>(a: Side<'a>, b: Side<'a>) -> Option<Ruling<'a>> {
    let (p, q) = (a.profile, b.profile);
    let toll = p.class.or(q.class).map(course_of) == Some(Course::Toll);
    if !toll || p.former == q.former || p.same_value(q) || p.meets(q) {
        return None;
    }
    let (earlier, later) = if p.former { (a, b) } else { (b, a) };
    Some(Ruling::new(Answer::UpdatedOverTime, "as-of", move || {
        format!(
            "{} is told as an earlier count, {} as one that holds: the figure has moved on.",
            said(earlier),
            said(later)
        )
    }))
}

/// A result that is not the last, against another of the same: provisional results, an exit poll, the first offer.
fn unsettled<'a>(a: Side<'a>, b: Side<'a>) -> Option<Ruling<'a>> {
    let (p, q) = (a.profile, b.profile);
    if !(p.unsettled || q.unsettled) || p.same_value(q) || meeting(p, q).flatten().is_some() {
        return None;
    }
    let day = |p: &Profile| p.as_of.map(|(day, _)| day);
    let (earlier, later) = match (p.unsettled, q.unsettled) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ if day(p) < day(q) => (a, b),
        _ => (b, a),
    };
    let both = p.unsettled && q.unsettled;
    let (first, last) = (day(earlier.profile), day(later.profile));
    // Two of one day may be of two hours.
    let moved = first
        .zip(last)
        .is_some_and(|(first, last)| first < last || first == last && !both);
    Some(if moved {
        Ruling::new(Answer::UpdatedOverTime, "as-of", move || {
            format!(
                "{} is no final result, {} is told after it: the figure has moved on.",
                said(earlier),
                said(later)
            )
        })
    } else {
        Ruling::new(Answer::CannotTell, "as-of", move || {
            format!(
                "{} and {} differ, but at least one of them is no final result.",
                said(a),
                said(b)
            )
        })
    })
}

/// A number that the text of the other says not to be so: "it was 224, not 242".
fn denied<'a>(a: Side<'a>, b: Side<'a>) -> Option<Ruling<'a>> {
    let denies = |side: Side<'_>, other: &Profile| {
        !side.profile.denied
            && !other.denied
            && side.siblings.iter().any(|seen| {
                seen.profile.denied
                    && seen.profile.sentence_at == side.profile.sentence_at
                    && seen.profile.same_value(other)
            })
    };
    let (wrong, right) = match (denies(a, b.profile), denies(b, a.profile)) {
        (false, true) => (a, b),
        (true, false) => (b, a),
        _ => return None,
    };
    Some(Ruling::new(Answer::UpdatedOverTime, "value", move || {
        format!(
            "The text that has {} says that it is not {}: the figure was corrected.",
            said(right),
            said(wrong)
        )
    }))
}

/// Whether one is several times the other within a few days.
fn leaps(a: Side<'_>, b: Side<'_>) -> bool {
    /// Days within which nothing but a toll moves so far,
    const DAYS: i32 = 14;
    /// and how many times over.
    const TIMES: i128 = 4;
    let (p, q) = (a.profile, b.profile);
    let soon = p.as_of.zip(q.as_of);
    let soon = soon.is_some_and(|((one, _), (other, _))| length(one, other).abs() <= DAYS);
    let far = p.value().zip(q.value()).is_some_and(|(x, y)| {
        let (small, large) = (
            x.magnitude().min(y.magnitude()),
            x.magnitude().max(y.magnitude()),
        );
        small > Value::ZERO
            && small
                .times(Value::whole(TIMES))
                .is_some_and(|times| times <= large)
    });
    let course = p.class.or(q.class);
    let stays = course.is_some_and(lives)
        || course.is_none() && p.kind == Kind::Count
        || p.is_classed_by_noun() && q.is_classed_by_noun();
    soon && far && stays
}

pub(super) fn update<'a>(a: Side<'a>, b: Side<'a>) -> Option<Ruling<'a>> {
    let (p, q) = (a.profile, b.profile);
    let told = replaced(a, b)
        .or_else(|| denied(a, b))
        .or_else(|| unsettled(a, b));
    if told.is_some() {
        return told;
    }
    // "20%" after "about 20%" has not moved on, nor has "14" after "at least 14", nor "around 4,200" after 4,187.
    let toll = p.class.or(q.class).map(course_of) == Some(Course::Toll);
    let ages = p.kind == Kind::Age && q.kind == Kind::Age;
    if ages && !p.same_value(q) && has_aged(a, b) {
        return Some(Ruling::new(Answer::UpdatedOverTime, "as-of", move || {
            format!("{} and {}: time has passed between them.", said(a), said(b))
        }));
    }
    let same_number = p.rounds(q)
        || q.rounds(p)
        || !toll && (p.bounds_closely(q) || q.bounds_closely(p))
        // "2,300", then "between 2,000 and 2,500".
        || meeting(p, q).flatten().is_some() && (p.form == Form::Range) != (q.form == Form::Range)
        || p.same_value(q) && (p.has_value() || (p.form == q.form && p.same_common(q)));
    if same_number || same_time(a, b) != Some(false) || moves(p, q) != Some(true) {
        return None;
    }
    // "€1.2 billion", two days later "1.2 million euros": nothing moves so far.
    if slip::is_of_scale(a, b) {
        return None;
    }
    let course = p.class.or(q.class).map(course_of);
    // Who lives in a place is counted anew by others, and does not change for that within days.
    if p.class.or(q.class).is_some_and(lives) && two_counters(p, q) {
        return None;
    }
    // "2,300 homes", then "23,000 homes": a toll may grow so, but hardly in the same digits.
    if toll && slip::is_of_digit(a, b) {
        return Some(Ruling::new(Answer::CannotTell, "value", move || {
            format!(
                "{} and {} have the same digits, ten times apart: the figure may have moved on, or a digit is wrong.",
                said(a),
                said(b)
            )
        }));
    }
    if !toll && leaps(a, b) {
        return Some(Ruling::new(Answer::CannotTell, "value", move || {
            format!(
                "{} and {} are so far apart that the figure can hardly have moved on within days: they may be of two \
                 things, or one is wrong.",
                said(a),
                said(b)
            )
        }));
    }
    // A number of employees does not fall to a tenth from one day to the next.
    if course != Some(Course::Toll) && slip::is_of_digit(a, b) {
        return None;
    }
    // "98,000 in a week" is no earlier reading of "100,000 since the call-up", whatever the days of the articles.
    // A toll that has risen need not say so again.
    let totals = p.total && q.total;
    if !totals && nights_differ(p, q) {
        let of = "each tells of a night of its own";
        return Some(if course.is_some() {
            // An attack told of again a day later may be the same.
            Ruling::new(Answer::CannotTell, "event", move || {
                format!("{} and {}: {of}, or so it seems.", said(a), said(b))
            })
        } else {
            Ruling::new(Answer::DifferentScope, "period", move || {
                format!(
                    "{} and {} are about different things: {of}.",
                    said(a),
                    said(b)
                )
            })
        });
    }
    let told = |p: &Profile| !p.spell().is_empty();
    if p.spell() != q.spell() && (!toll || told(p) && told(q)) {
        return None;
    }
    let (earlier, later) = if p.as_of.map(|(day, _)| day) < q.as_of.map(|(day, _)| day) {
        (a, b)
    } else {
        (b, a)
    };
    // Two arrested on Monday, five on Thursday: what happened on a day of its own is no later reading of one total.
    if (toll || course.is_none())
        && !p.total
        && !q.total
        && own_day(p).zip(own_day(q)).is_some_and(|(a, b)| a != b)
    {
        return None;
    }
    let less = (later.profile.value()).zip(earlier.profile.value());
    let less = less.is_some_and(|(later, earlier)| later < earlier);
    let falls = match (
        later.profile.common().and_then(|interval| interval.high),
        earlier.profile.common().and_then(|interval| interval.low),
    ) {
        (Some(high), Some(low)) => high.value < low.value,
        _ => false,
    };
    let days = move || {
        format!(
            "{} on {}, {} on {}",
            said(earlier),
            day(earlier),
            said(later),
            day(later)
        )
    };
    if toll && less && !falls && !later.profile.revised {
        return None;
    }
    if falls && toll {
        if two_counters(p, q) && !later.profile.revised && !of_one_day(p, q) {
            return Some(Ruling::new(Answer::CannotTell, "source", move || {
                format!(
                    "{}: the later is the smaller, but another source counts.",
                    days()
                )
            }));
        }
        if let Some((facet, what)) = doubt_of_thing(a, b).filter(|_| !later.profile.revised) {
            return Some(Ruling::new(Answer::CannotTell, facet, move || {
                format!("{}: the later is the smaller, but {what}.", days())
            }));
        }
        // Only what is told as a total of one thing, or is of one day that both name, cannot fall: two raids are two counts.
        let sure = (totals || of_one_day(p, q)) && anchored(p, q);
        if !sure && !later.profile.revised {
            return Some(Ruling::new(Answer::CannotTell, "event", move || {
                format!(
                    "{}: the later is the smaller, but they may be of two happenings or of one day each.",
                    days()
                )
            }));
        }
        return Some(if later.profile.revised {
            Ruling::new(Answer::UpdatedOverTime, "as-of", move || {
                format!(
                    "{}: the total falls, and the later text says that it was corrected.",
                    days()
                )
            })
        } else if totals {
            Ruling::new(Answer::Conflicts, "as-of", move || {
                format!(
                    "{}: a running total cannot fall, and the later text does not say that it was revised.",
                    days()
                )
            })
        } else {
            // Two papers may have asked at two hours: no proof that one of them is wrong, as with a total.
            Ruling::new(Answer::Conflicts, "value", move || {
                format!(
                    "{}: both count what happened on one day, the later is the smaller and does not say that it was revised.",
                    days()
                )
            })
        });
    }
    Some(Ruling::new(Answer::UpdatedOverTime, "as-of", move || {
        format!("{}: the figure has moved on.", days())
    }))
}
