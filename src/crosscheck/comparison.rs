//! Two claims laid side by side: the eight answers, the first whose rule fires.

use jiff::civil::Date;

use super::digest::Digest;
use super::measure;
use super::profile::{Form, Profile, overlap};
use super::slip::{self, Siblings};
use super::words::course_of;
use super::{Answer, Comparison};
use crate::claim::{Aggregate, Basis, Claim};
use crate::lexicon::Course;
use crate::quantity::{Interval, Kind};

/// One of the two claims with what is known about it.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub claim: &'a Claim,
    pub profile: &'a Profile,
    pub digest: &'a Digest,
    /// The other figures of its article.
    pub siblings: Siblings<'a>,
}

/// The answer of a rule, the facet that decided, and the sentence.
struct Ruling {
    answer: Answer,
    facet: &'static str,
    why: String,
}

impl Ruling {
    fn new(answer: Answer, facet: &'static str, why: String) -> Self {
        Self { answer, facet, why }
    }
}

/// Lays two claims side by side. Swapping them gives the same answer.
pub(super) fn compare(a: Side<'_>, b: Side<'_>) -> Comparison {
    let (a, b) = if b.claim.id < a.claim.id {
        (b, a)
    } else {
        (a, b)
    };
    let values_meet = meeting(a.profile, b.profile).map(|meet| meet.is_some());
    let ruling = comparability(a, b)
        .or_else(|| scope(a, b))
        .or_else(|| update(a, b))
        .unwrap_or_else(|| values(a, b));
    let own = b.profile.interval;
    let in_unit_of_a = measure::in_base(
        own,
        b.claim.reading.quantity.unit.as_ref(),
        a.claim
            .reading
            .quantity
            .unit
            .as_ref()
            .filter(|_| values_meet.is_some() && a.profile.base.is_some()),
        b.profile.sense,
    );
    let slip = (ruling.answer == Answer::Conflicts)
        .then(|| slip::explain(a, b))
        .flatten();
    Comparison {
        a: a.claim.id,
        b: b.claim.id,
        answer: ruling.answer,
        values_meet,
        intervals: (a.profile.interval, in_unit_of_a.unwrap_or(own)),
        facet: ruling.facet,
        why: ruling.why,
        slip,
    }
}

/// What both can stand for: `None` where they cannot be laid side by side, `Some(None)` where they do not meet.
#[expect(
    clippy::option_option,
    reason = "cannot be laid side by side, or have nothing in common"
)]
pub(super) fn meeting(a: &Profile, b: &Profile) -> Option<Option<Interval>> {
    (a.family == b.family).then_some(())?;
    Some(a.common?.meet(b.common?))
}

fn comparability(a: Side<'_>, b: Side<'_>) -> Option<Ruling> {
    let no = |facet, what: &str| {
        Some(Ruling::new(
            Answer::NotComparable,
            facet,
            format!(
                "{} and {} cannot be laid side by side: {what}.",
                said(a),
                said(b)
            ),
        ))
    };
    if a.profile.family != b.profile.family {
        return no("unit", "they measure different things");
    }
    if a.profile.sense != b.profile.sense {
        return no(
            "sense",
            "one is a level and the other a change, or the changes go opposite ways",
        );
    }
    if a.profile.common.is_none() || b.profile.common.is_none() {
        return no("unit", "their units do not convert");
    }
    if a.profile.kind != b.profile.kind
        && [a, b].iter().any(|side| side.profile.kind == Kind::Average)
    {
        return no("kind", "one is an average");
    }
    None
}

/// A known facet that differs. A part larger than its whole is a conflict.
fn scope(a: Side<'_>, b: Side<'_>) -> Option<Ruling> {
    let differs = |facet: &'static str, what: String| {
        Some(Ruling::new(
            Answer::DifferentScope,
            facet,
            format!(
                "{} and {} are about different things: {what}.",
                said(a),
                said(b)
            ),
        ))
    };
    let (p, q) = (a.profile, b.profile);
    if !p.place.is_empty()
        && !q.place.is_empty()
        && overlap(&p.place, &q.place) == 0
        && (!knows(a, q) || !knows(b, p))
    {
        let named = |side: Side<'_>| phrase(side.claim.reading.place.as_ref()).to_owned();
        return differs(
            "place",
            format!("one in {}, the other in {}", named(a), named(b)),
        );
    }
    if p.epoch != q.epoch {
        let of = |side: Side<'_>| {
            side.claim
                .reading
                .period
                .as_ref()
                .and_then(|period| period.epoch.clone())
                .unwrap_or_else(|| "no such time".to_owned())
        };
        return differs("period", format!("{} against {}", of(a), of(b)));
    }
    if let (Some((Some(from), Some(to))), Some((Some(since), Some(until)))) = (p.period, q.period)
        && periods_differ((from, to), (since, until), moves(p, q))
    {
        let of = |side: Side<'_>| {
            side.claim
                .reading
                .period
                .as_ref()
                .map_or(String::new(), |period| period.words.text.clone())
        };
        return differs("period", format!("“{}” against “{}”", of(a), of(b)));
    }
    if (p.basis == Some(Basis::Projection)) != (q.basis == Some(Basis::Projection)) {
        return differs("basis", "one looks ahead, the other back".to_owned());
    }
    if p.value != q.value && totals_differ(p.aggregate, q.aggregate) {
        return differs(
            "aggregation",
            "they are totals of different sorts".to_owned(),
        );
    }
    let meets = meeting(p, q).flatten().is_some();
    match (p.group, q.group) {
        (Some(one), Some(other)) if one != other => {
            return differs(
                "population",
                "they count different groups of people".to_owned(),
            );
        }
        (Some(_), None) if q.anyone && p.value != q.value => {
            return Some(part_of_whole(a, b));
        }
        (None, Some(_)) if p.anyone && p.value != q.value => {
            return Some(part_of_whole(b, a));
        }
        _ => {}
    }
    if p.narrowing != q.narrowing {
        let inside = |small: &Profile, large: &Profile| {
            overlap(&small.narrowing, &large.narrowing) == large.narrowing.len()
        };
        if inside(p, q) && !meets {
            return Some(part_of_whole(a, b));
        }
        if inside(q, p) && !meets {
            return Some(part_of_whole(b, a));
        }
        if p.value != q.value {
            return differs(
                "scope",
                "words such as “remaining” or “daily” narrow one of them".to_owned(),
            );
        }
    }
    None
}

/// Whether two periods make two figures of one. A single day is no more than the day on which a moving thing was counted.
fn periods_differ(a: (Date, Date), b: (Date, Date), moves: Option<bool>) -> bool {
    let lengths = (length(a.0, a.1), length(b.0, b.1));
    let days = lengths.0 == 0 && lengths.1 == 0;
    if days && moves == Some(true) {
        return false;
    }
    a.1 < b.0 || b.1 < a.0 || lengths.0 != lengths.1
}

/// Whether two totals are of different sorts. How many there are and how many there have been so far is one and the
/// same for a toll, and texts seldom say which they mean.
fn totals_differ(a: Option<Aggregate>, b: Option<Aggregate>) -> bool {
    let running = |of: Aggregate| matches!(of, Aggregate::Stock | Aggregate::Cumulative);
    match (a, b) {
        (Some(a), Some(b)) => a != b && !(running(a) && running(b)),
        _ => false,
    }
}

fn length(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// One figure counts part of what the other counts: fine, unless the part is the larger.
fn part_of_whole(part: Side<'_>, whole: Side<'_>) -> Ruling {
    let larger = match (
        part.profile.common.and_then(|interval| interval.low),
        whole.profile.common.and_then(|interval| interval.high),
    ) {
        (Some(low), Some(high)) => low.value > high.value,
        _ => false,
    };
    // Only a plain group inside plain people is surely a part of them.
    let sure = part.profile.group.is_some() && whole.profile.group.is_none();
    let dated = part.profile.as_of.is_some() && part.profile.as_of == whole.profile.as_of
        || part.claim.article == whole.claim.article;
    if larger && sure && dated {
        Ruling::new(
            Answer::Conflicts,
            "population",
            format!(
                "{} count only part of what {} count, and yet are more: a part cannot be larger than its whole.",
                said(part),
                said(whole)
            ),
        )
    } else {
        Ruling::new(
            Answer::DifferentScope,
            if sure { "population" } else { "scope" },
            format!(
                "{} count only part of what {} count.",
                said(part),
                said(whole)
            ),
        )
    }
}

/// How the thing behaves in time: `None` where nobody can tell.
fn moves(a: &Profile, b: &Profile) -> Option<bool> {
    if a.epoch.is_some() {
        return Some(false);
    }
    let over = |p: &Profile| match (p.period, p.as_of) {
        (Some((_, Some(to))), Some((as_of, _))) => to < as_of,
        _ => false,
    };
    if over(a) && over(b) {
        return Some(false);
    }
    match a.class.or(b.class).map(course_of) {
        Some(Course::Fixed) => Some(false),
        Some(Course::Toll | Course::Moving) => Some(true),
        None => match a.aggregate.or(b.aggregate) {
            Some(Aggregate::Cumulative | Aggregate::Stock) => Some(true),
            _ => None,
        },
    }
}

/// Whether both hold for one time: `None` where a day is unknown.
fn same_time(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    match (a.profile.as_of, b.profile.as_of) {
        (Some((one, _)), Some((other, _))) => Some(one == other),
        _ => (a.claim.article == b.claim.article).then_some(true),
    }
}

fn update(a: Side<'_>, b: Side<'_>) -> Option<Ruling> {
    let (p, q) = (a.profile, b.profile);
    let written_alike = p.value == q.value && p.form == q.form && p.common == q.common;
    if written_alike || same_time(a, b) != Some(false) || moves(p, q) != Some(true) {
        return None;
    }
    let (earlier, later) = if p.as_of.map(|(day, _)| day) < q.as_of.map(|(day, _)| day) {
        (a, b)
    } else {
        (b, a)
    };
    let course = p.class.or(q.class).map(course_of);
    let falls = match (
        later.profile.common.and_then(|interval| interval.high),
        earlier.profile.common.and_then(|interval| interval.low),
    ) {
        (Some(high), Some(low)) => high.value < low.value,
        _ => false,
    };
    let days = format!(
        "{} on {}, {} on {}",
        said(earlier),
        day(earlier),
        said(later),
        day(later)
    );
    if falls && course == Some(Course::Toll) {
        return Some(if later.profile.revised {
            Ruling::new(
                Answer::UpdatedOverTime,
                "as-of",
                format!("{days}: the total falls, and the later text says that it was corrected."),
            )
        } else {
            Ruling::new(
                Answer::Conflicts,
                "as-of",
                format!(
                    "{days}: a running total cannot fall, and the later text does not say that it was revised."
                ),
            )
        });
    }
    Some(Ruling::new(
        Answer::UpdatedOverTime,
        "as-of",
        format!("{days}: the figure has moved on."),
    ))
}

fn values(a: Side<'_>, b: Side<'_>) -> Ruling {
    let (p, q) = (a.profile, b.profile);
    let laid = format!("{} {}, {} {}", said(a), stands(a), said(b), stands(b));
    if let Some(Some(meet)) = meeting(p, q) {
        return if p.value == q.value && p.form == q.form && p.common == q.common {
            Ruling::new(Answer::Agrees, "value", format!("Both say {}.", said(a)))
        } else if p.is_wide() || q.is_wide() {
            Ruling::new(
                Answer::CompatibleBound,
                "value",
                format!("{laid}: both hold where they meet, {}.", shown(meet, a)),
            )
        } else {
            Ruling::new(
                Answer::AgreesWithinRounding,
                "value",
                format!("{laid}: they meet, so rounding explains the difference."),
            )
        };
    }
    let cannot = |facet: &'static str, what: &str| {
        Ruling::new(
            Answer::CannotTell,
            facet,
            format!(
                "{laid}: no common value, but {what}, so nobody can say whether they conflict."
            ),
        )
    };
    if p.class.is_none() && q.class.is_none() && (p.head.is_none() || p.head != q.head) {
        return cannot("concept", "what is counted is not known of both");
    }
    if p.place.is_empty() != q.place.is_empty() && !(knows(a, q) && knows(b, p)) {
        return cannot("place", "the place of one is unknown");
    }
    if p.period.is_some() != q.period.is_some() && moves(p, q) != Some(false) {
        return cannot("period", "the period of one is unknown");
    }
    if p.years != q.years && (p.years.is_empty() || q.years.is_empty()) {
        return cannot("period", "only one of them names its year");
    }
    match (same_time(a, b), moves(p, q)) {
        (_, Some(false)) | (Some(true), _) => {
            let when = match same_time(a, b) {
                Some(true) if a.claim.article == b.claim.article => " in one article".to_owned(),
                Some(true) => format!(" on {}", day(a)),
                _ => ", for a thing that does not change".to_owned(),
            };
            Ruling::new(
                Answer::Conflicts,
                "value",
                format!("{laid}: no number is in both{when}."),
            )
        }
        (Some(false), None) => cannot("as-of", "their days differ and the thing may have moved"),
        (Some(false), Some(true)) => cannot("as-of", "their days differ"),
        (None, _) => cannot("as-of", "the day of at least one is unknown"),
    }
}

/// Whether the article of a claim mentions the other's place.
fn knows(side: Side<'_>, other: &Profile) -> bool {
    other
        .place
        .iter()
        .all(|word| side.digest.vocabulary.binary_search(word).is_ok())
}

/// The figure as written, with what is counted.
fn said(side: Side<'_>) -> String {
    let quote = &side.claim.anchor.quote;
    let concept = side
        .claim
        .reading
        .concept
        .as_ref()
        .map(|phrase| phrase.text.as_str())
        .or(side.claim.reading.quantity.unit_text.as_deref());
    match concept {
        Some(concept) if !quote.contains(concept) && concept.len() <= 40 => {
            format!("“{quote}” ({concept})")
        }
        _ => format!("“{quote}”"),
    }
}

fn stands(side: Side<'_>) -> String {
    match side.profile.form {
        Form::Exactly | Form::Stated | Form::About | Form::Nearly | Form::Bound | Form::Range => {
            format!("stands for {}", shown(side.profile.interval, side))
        }
    }
}

fn shown(interval: Interval, side: Side<'_>) -> String {
    let unit = side.claim.reading.quantity.unit.as_ref();
    match unit.filter(|unit| !unit.counts()) {
        Some(unit) => format!("{interval} {}", unit.0),
        None => interval.to_string(),
    }
}

fn phrase(phrase: Option<&crate::claim::Phrase>) -> &str {
    phrase.map_or("a place not known", |phrase| phrase.text.as_str())
}

fn day(side: Side<'_>) -> String {
    side.profile
        .as_of
        .map_or_else(|| "a day not known".to_owned(), |(day, _)| day.to_string())
}
