//! Two claims laid side by side: the eight answers, the first whose rule fires.

mod course;
mod doubt;
mod scope;
mod side;
mod time;
mod values;
mod working;

use jiff::civil::Date;

pub(super) use self::side::{Page, Seen, Side};
pub(super) use self::working::Working;
use super::arithmetic::readable;
use super::measure;
use super::profile::{Form, Profile};
use super::slip;
use super::{Answer, Comparison};
use crate::lexicon::Value;
use crate::quantity::{Interval, Kind};

/// A sentence that is put into words when somebody asks for it: most comparisons are never read.
type Words<'a> = Box<dyn FnOnce() -> String + 'a>;

/// The answer of a rule, the facet that decided, and the sentence.
struct Ruling<'a> {
    answer: Answer,
    facet: &'static str,
    why: Words<'a>,
}

impl<'a> Ruling<'a> {
    fn new(answer: Answer, facet: &'static str, why: impl FnOnce() -> String + 'a) -> Self {
        let why = Box::new(why);
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
    let ruling = ruling(a, b);
    let slip = (ruling.answer == Answer::Conflicts)
        .then(|| slip::explain(a, b))
        .flatten();
    Comparison {
        a: a.claim.id,
        b: b.claim.id,
        answer: ruling.answer,
        values_meet,
        facet: ruling.facet,
        slip: slip.map(Box::new),
        working: Working::between(a, b),
    }
}

/// The first rule that fires.
fn ruling<'a>(a: Side<'a>, b: Side<'a>) -> Ruling<'a> {
    comparability(a, b)
        .or_else(|| scope::scope(a, b))
        .or_else(|| time::update(a, b))
        .unwrap_or_else(|| values::values(a, b))
}

/// What each stands for, in the unit of `a` where that can be.
pub(super) fn intervals(a: Side<'_>, b: Side<'_>) -> (Interval, Interval) {
    let meets = meeting(a.profile, b.profile).is_some();
    let unit = a.claim.reading.quantity.unit.as_ref();
    let own = b.profile.interval();
    let in_unit_of_a = measure::in_base(
        own,
        b.claim.reading.quantity.unit.as_ref(),
        unit.filter(|_| meets && a.profile.measured),
        b.profile.sense,
    );
    (a.profile.interval(), in_unit_of_a.unwrap_or(own))
}

/// What both can stand for: `None` where they cannot be laid side by side, `Some(None)` where they do not meet.
#[expect(
    clippy::option_option,
    reason = "cannot be laid side by side, or have nothing in common"
)]
pub(super) fn meeting(a: &Profile, b: &Profile) -> Option<Option<Interval>> {
    (a.family == b.family).then_some(())?;
    let meet = a.common()?.meet(b.common()?);
    Some(meet.filter(|meet| !is_border(*meet, a, b)))
}

/// Whether two roundings do no more than touch: 4% may be 4.5% and 5% may be, but nobody has said 4.5.
fn is_border(meet: Interval, a: &Profile, b: &Profile) -> bool {
    let (Some(low), Some(high)) = (meet.low, meet.high) else {
        return false;
    };
    let said = |p: &Profile| p.is_wide() || p.value() == Some(low.value);
    low.value == high.value && !said(a) && !said(b)
}

fn comparability<'a>(a: Side<'a>, b: Side<'a>) -> Option<Ruling<'a>> {
    let no = |facet, what: &'static str| {
        let why = move || {
            format!(
                "{} and {} cannot be laid side by side: {what}.",
                said(a),
                said(b)
            )
        };
        Some(Ruling::new(Answer::NotComparable, facet, why))
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
    if !a.profile.converts() || !b.profile.converts() {
        return no("unit", "their units do not convert");
    }
    if a.profile.kind != b.profile.kind
        && [a, b].iter().any(|side| side.profile.kind == Kind::Average)
    {
        return no("kind", "one is an average");
    }
    let part = |side: Side<'_>| matches!(side.profile.kind, Kind::Share | Kind::Ratio);
    if part(a) != part(b) {
        return no("kind", "one is a share of something and the other is not");
    }
    None
}

/// Whether the article of a claim mentions the other's place.
fn knows(side: Side<'_>, other: &Profile) -> bool {
    other
        .place()
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
            format!("stands for {}", shown(side.profile.interval(), side))
        }
    }
}

/// An interval in the unit of a claim, as a person writes it.
pub(super) fn shown(interval: Interval, side: Side<'_>) -> String {
    let quantity = &side.claim.reading.quantity;
    // A measure in the words of the text: its code, such as "[mi_i]", is for machines.
    if matches!(side.profile.kind, Kind::Measure | Kind::Rate)
        && let Some(written) = quantity.unit_text.as_deref()
        && (written.starts_with(char::is_alphabetic) || written.contains(' '))
    {
        let said = interval.to_string();
        // What is converted seldom ends as a decimal.
        return if said.contains('/') {
            format!("{} {written}", readable(interval, 2))
        } else {
            format!("{said} {written}")
        };
    }
    match quantity.unit.as_ref().filter(|unit| !unit.counts()) {
        Some(unit) => {
            let one = interval == Interval::point(Value::ONE);
            format!("{interval} {}", unit.spoken(one))
        }
        None => interval.to_string(),
    }
}

fn phrase(phrase: Option<&crate::claim::Phrase>) -> &str {
    phrase.map_or("a place not known", |phrase| phrase.text.as_str())
}

/// A day as it is written in a sentence: "27 September 2022".
pub(super) fn written(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

fn day(side: Side<'_>) -> String {
    side.profile
        .as_of
        .map_or_else(|| "a day not known".to_owned(), |(day, _)| written(day))
}
