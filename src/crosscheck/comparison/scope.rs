//! Different scope: a facet that both claims know, and that differs.

use jiff::civil::Date;

use super::course::{is_past, moves, of_one_period};
use super::doubt::{doubt, scale_slipped};
use super::slip;
use super::time::same_time;
use super::{Ruling, Side, Words, knows, meeting, phrase, said, written};
use crate::claim::{Aggregate, Basis};
use crate::crosscheck::Answer;
use crate::crosscheck::profile::{Profile, overlap};
use crate::crosscheck::words::{Word, course_of, vocabulary};
use crate::lexicon::{Course, Value};
use crate::quantity::Kind;

/// Days from which a period is long.
const LONG: i32 = 60;
/// Days by which two articles on one thing may be apart.
const SOON: i32 = 30;

/// Whether the article of a claim counts the same at the other's place as well: "800 in one town, 401 in the other".
fn tells_of_both(side: Side<'_>, other: &Profile) -> bool {
    side.siblings.iter().any(|seen| {
        let p = &seen.profile;
        p.class == side.profile.class
            && p.head == side.profile.head
            && !p.place_inferred
            && overlap(p.place(), other.place()) > 0
            && overlap(p.place(), side.profile.place()) == 0
    })
}

/// A known facet that differs. A part larger than its whole is a conflict.
pub(super) fn scope<'a>(a: Side<'a>, b: Side<'a>) -> Option<Ruling<'a>> {
    let differs = |facet: &'static str, what: Words<'a>| {
        let why = move || {
            format!(
                "{} and {} are about different things: {}.",
                said(a),
                said(b),
                what()
            )
        };
        Some(Ruling::new(Answer::DifferentScope, facet, why))
    };
    let simply =
        |facet: &'static str, what: &'static str| differs(facet, Box::new(move || what.to_owned()));
    let (p, q) = (a.profile, b.profile);
    let slipped = scale_slipped(a, b);
    if !p.place().is_empty()
        && !q.place().is_empty()
        && overlap(p.place(), q.place()) == 0
        && !of_one_event(p, q)
        // Where a text was written is not where all happened that it tells.
        && !p.place_inferred
        && !q.place_inferred
        && (!knows(a, q) || !knows(b, p) || tells_of_both(a, q) || tells_of_both(b, p))
    {
        let named = |side: Side<'a>| phrase(side.claim.reading.place.as_ref());
        return differs(
            "place",
            Box::new(move || format!("one in {}, the other in {}", named(a), named(b))),
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
        return differs(
            "period",
            Box::new(move || format!("{} against {}", of(a), of(b))),
        );
    }
    if let (Some((Some(from), Some(to))), Some((Some(since), Some(until)))) = (p.period, q.period)
        && periods_differ(
            (from, to),
            (since, until),
            moves(p, q) == Some(true) && !(is_past(p) && is_past(q)),
        )
        && !(from == since && runs_on(p, to) && runs_on(q, until))
        // "14.6 million taken between 2016 and 2019", "jailed on Friday for taking 14.6 million": the day is another's.
        && !(p.same_number(q) && (from == to) != (since == until))
    {
        let of = |side: Side<'_>| {
            side.claim
                .reading
                .period
                .as_ref()
                .map_or(String::new(), |period| period.words.text.clone())
        };
        return differs(
            "period",
            Box::new(move || {
                let (one, other) = (of(a), of(b));
                if one == other {
                    let (one, other) = (stretch(from, to), stretch(since, until));
                    format!("{one} against {other}")
                } else {
                    format!("“{one}” against “{other}”")
                }
            }),
        );
    }
    if let (Some(one), Some(other)) = (p.account, q.account)
        && one != other
        && !p.same_value(q)
    {
        return differs(
            "period",
            Box::new(move || format!("one covers {one} months, the other {other}")),
        );
    }
    if !p.spell().is_empty()
        && !q.spell().is_empty()
        && p.spell() != q.spell()
        && !of_one_period(p, q)
        && !p.same_value(q)
    {
        return simply("period", "they cover stretches of time of different length");
    }
    let one_year = overlap(p.years(), q.years()) > 0;
    if !p.same_value(q) && !one_year && (long_before(p, q) || long_before(q, p)) {
        // A profit without a year may be that of last year, where a slip would make them one.
        if slip::possible(a, b).is_none() {
            return simply("period", "one is of an earlier time");
        }
        let why = move || {
            format!(
                "{} and {} differ, but only one of them says for which time it holds.",
                said(a),
                said(b)
            )
        };
        return Some(Ruling::new(Answer::CannotTell, "period", why));
    }
    if !p.same_value(q) && p.recent && q.recent && same_time(a, b) == Some(false) {
        return simply("period", "each counts what was new at its time");
    }
    if !slipped
        && meeting(p, q).flatten().is_none()
        && (p.basis == Some(Basis::Projection)) != (q.basis == Some(Basis::Projection))
    {
        return simply("basis", "one looks ahead, the other back");
    }
    if p.kind != Kind::Count && !p.same_value(q) && p.is_of_other_make(q) {
        let named = |side: Side<'a>| phrase(side.claim.reading.concept.as_ref());
        return differs(
            "measure",
            Box::new(move || format!("one is of {}, the other of {}", named(a), named(b))),
        );
    }
    if p.denied != q.denied {
        return simply("scope", "one is said not to be so");
    }
    if !p.same_value(q) && totals_differ(p.aggregate, q.aggregate) {
        return simply("aggregation", "they are totals of different sorts");
    }
    if opposite(p, q) {
        let whole = p.value().zip(q.value()).and_then(|(x, y)| x.plus(y));
        let what = if whole == Some(Value::whole(100)) {
            "they count opposite groups, and make 100 % together"
        } else {
            "they count opposite groups"
        };
        return simply("population", what);
    }
    let meets = meeting(p, q).flatten().is_some();
    match (p.group, q.group) {
        // "320,000 pupils", "320,000 children": one number of one story, in two nouns.
        (Some(one), Some(other)) if one != other && !p.same_number(q) => {
            return simply("population", "they count different groups of people");
        }
        (Some(_), None) if q.anyone && !p.same_value(q) => {
            return Some(part_of_whole(a, b));
        }
        (None, Some(_)) if p.anyone && !p.same_value(q) => {
            return Some(part_of_whole(b, a));
        }
        _ => {}
    }
    if p.narrowing() != q.narrowing() && !slipped {
        let inside = |small: &Profile, large: &Profile| {
            overlap(small.narrowing(), large.narrowing()) == large.narrowing().len()
        };
        let sort = of_other_sort(p, q);
        // "A profit of $2.06 billion", "a net profit of $2.1 billion".
        if sort && meets && plainly(p) == plainly(q) {
            return None;
        }
        if sort && !p.same_value(q) {
            return simply(
                "measure",
                "words such as “core”, “net” or “on the year” make another measure of one of them",
            );
        }
        // Who is "seriously hurt" is hurt; the larger number is never the part.
        if inside(p, q) && !meets && below(p, q) {
            return Some(part_of_whole(a, b));
        }
        if inside(q, p) && !meets && below(q, p) {
            return Some(part_of_whole(b, a));
        }
        if !p.same_value(q) {
            return simply(
                "scope",
                "words such as “remaining” or “daily” narrow one of them",
            );
        }
    }
    None
}

/// "40 died in Mosul", "40 died in Iraq": what befell people in a town is told of its country too, unless more did there.
fn of_one_event(p: &Profile, q: &Profile) -> bool {
    let toll = p.class == q.class
        && p.class
            .is_some_and(|class| course_of(class) == Course::Toll);
    let nested = p.lies_in(q) && !below(p, q) || q.lies_in(p) && !below(q, p);
    // "Off Yemen", "off Hodeida": one number of one story.
    let perhaps = p.same_number(q) && (p.may_lie_in(q) || q.may_lie_in(p));
    toll && (nested || perhaps)
}

/// Whether a period reaches to the day of its own figure: "since Monday".
fn runs_on(p: &Profile, to: Date) -> bool {
    p.as_of.is_some_and(|(day, _)| day == to)
}

/// "2 March 2026 to 4 March 2026".
fn stretch(from: Date, to: Date) -> String {
    if from == to {
        return written(from);
    }
    format!("{} to {}", written(from), written(to))
}

/// Whether two groups that make up a whole are named, one beside each share: "women hold 31%", "men hold 69%".
fn opposite(p: &Profile, q: &Profile) -> bool {
    let share = |p: &Profile| p.kind == Kind::Share;
    let names = |p: &Profile, word: Word| p.sentence().binary_search(&word).is_ok();
    let alone = |p: &Profile, one: Word, other: Word| names(p, one) && !names(p, other);
    let mut pairs = vocabulary().opposites.iter().copied();
    share(p)
        && share(q)
        && pairs.any(|(one, other)| {
            alone(p, one, other) && alone(q, other, one)
                || alone(p, other, one) && alone(q, one, other)
        })
}

/// Whether what narrows only one of them is a sort of measure, or what a change is set against.
fn of_other_sort(p: &Profile, q: &Profile) -> bool {
    let sorts = |p: &Profile| p.narrowing().len() - plainly(p).len();
    p.narrowing().get(plainly(p).len()..) != q.narrowing().get(plainly(q).len()..)
        && sorts(p) + sorts(q) > 0
}

/// What narrows a figure but for its sort.
fn plainly(p: &Profile) -> &[u16] {
    let first = vocabulary().first_sort;
    let until = p.narrowing().partition_point(|list| *list < first);
    p.narrowing().get(..until).unwrap_or_default()
}

/// Whether two periods make two figures of one. A single day is no more than the day on which a moving thing was counted.
fn periods_differ(a: (Date, Date), b: (Date, Date), moves: bool) -> bool {
    let lengths = (length(a.0, a.1), length(b.0, b.1));
    let days = lengths.0 == 0 && lengths.1 == 0;
    if days && moves {
        return false;
    }
    // "Since 1900" reaches to the day of each article.
    let one_start = a.0 == b.0 && lengths.0 > LONG && length(a.1, b.1).abs() < SOON;
    !one_start && (a.1 < b.0 || b.1 < a.0 || lengths.0 != lengths.1)
}

/// Whether one covers months that were over when the other held: "last year" beside a figure of today.
fn long_before(p: &Profile, q: &Profile) -> bool {
    match (p.period, q.period, q.as_of) {
        (Some((Some(from), Some(to))), None, Some((day, _))) => length(from, to) > LONG && to < day,
        _ => false,
    }
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

pub(super) fn length(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// Whether all that one stands for is less than what the other stands for.
fn below(small: &Profile, large: &Profile) -> bool {
    let high = small.common().and_then(|interval| interval.high);
    let low = large.common().and_then(|interval| interval.low);
    high.zip(low)
        .is_some_and(|(high, low)| high.value <= low.value)
}

/// One figure counts part of what the other counts: fine, unless the part is the larger.
fn part_of_whole<'a>(part: Side<'a>, whole: Side<'a>) -> Ruling<'a> {
    let larger = match (
        part.profile.common().and_then(|interval| interval.low),
        whole.profile.common().and_then(|interval| interval.high),
    ) {
        (Some(low), Some(high)) => low.value > high.value,
        _ => false,
    };
    // Only a plain group inside plain people is surely a part of them.
    let sure = part.profile.group.is_some() && whole.profile.group.is_none();
    let dated = part.profile.as_of.is_some() && part.profile.as_of == whole.profile.as_of
        || part.claim.article == whole.claim.article;
    let doubtful = doubt(part, whole);
    if larger && sure && dated && doubtful.is_none() {
        Ruling::new(Answer::Conflicts, "population", move || {
            format!(
                "{} is only part of what {} counts, and yet it is more: a part cannot be larger than its whole.",
                said(part),
                said(whole)
            )
        })
    } else if larger
        && sure
        && let Some((facet, what)) = doubtful
    {
        Ruling::new(Answer::CannotTell, facet, move || {
            format!(
                "{} would be only part of what {} counts, and yet it is more; but {what}, so nobody can say whether \
                 they conflict.",
                said(part),
                said(whole)
            )
        })
    } else {
        Ruling::new(
            Answer::DifferentScope,
            if sure { "population" } else { "scope" },
            move || {
                format!(
                    "{} is only part of what {} counts.",
                    said(part),
                    said(whole)
                )
            },
        )
    }
}
