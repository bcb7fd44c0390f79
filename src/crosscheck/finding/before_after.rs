//! A change against the levels before and after it, and percent taken for percentage points.

use super::{ArticleView, Check, Look};
use crate::crosscheck::arithmetic::{difference, percent, quotient, readable, scaled};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::Value;
use crate::quantity::{Interval, Sense};

pub(super) const CHECK: Check = Check {
    code: "before_after",
    name: "Before and after",
    explanation: "Sets a stated change against the two levels of its sentence.",
    examples: &[
        ("Fares rose 50% from $20 to $24.", "14.6 to 25.6 %"),
        ("The fine rose from $60 to $90, an increase of $40.", "$40"),
    ],
    counter_examples: &[
        "Fares rose 20% from $20 to $24.",
        "The fine rose from $60 to $90, an increase of $30.",
        "Support rose by five percentage points to 25% from 20%.",
    ],
    look: Look::Article(find),
};

pub(super) const POINTS: Check = Check {
    code: "percent_vs_points",
    name: "Percent and percentage points",
    explanation: "A change between two percentages that is given in percent where it is so many percentage points.",
    examples: &[("Support rose 5% from 20% to 25%.", "percentage points")],
    counter_examples: &["Support rose five percentage points from 20% to 25%."],
    look: Look::Article(find_points),
};

/// A change with the level before and the level after it, all in one sentence.
struct Change<'a> {
    by: Side<'a>,
    from: Side<'a>,
    to: Side<'a>,
}

fn changes<'a>(view: &'a ArticleView<'a>) -> Vec<Change<'a>> {
    let mut found = Vec::new();
    for change in view.sides {
        if !matches!(change.profile.sense, Sense::Up | Sense::Down) {
            continue;
        }
        let near = |side: &&Side<'a>| {
            side.profile.at.abs_diff(change.profile.at) < 120
                && side.claim.id != change.claim.id
                && view.same_sentence(**side, *change)
        };
        let after = |word: &str| {
            view.sides
                .iter()
                .filter(near)
                .find(|side| view.word_before(**side).eq_ignore_ascii_case(word))
        };
        if let (Some(from), Some(to)) = (after("from"), after("to"))
            && from.profile.family == to.profile.family
            && (is_percent(change) || change.profile.family == from.profile.family)
        {
            found.push(Change {
                by: *change,
                from: *from,
                to: *to,
            });
        }
    }
    found
}

fn is_percent(side: &Side<'_>) -> bool {
    side.claim
        .reading
        .quantity
        .unit
        .as_ref()
        .is_some_and(|unit| unit.0 == "%")
}

/// By how many percent the level changed, in the direction the text gives.
fn real(change: &Change<'_>) -> Option<Interval> {
    let (from, to) = (change.from.profile.common()?, change.to.profile.common()?);
    let moved = match change.by.profile.sense {
        Sense::Up => difference(to, from)?,
        Sense::Down => difference(from, to)?,
        Sense::Level | Sense::Difference => return None,
    };
    let base = positive(from)?;
    // The extremes of (to − from) / from are at opposite ends of `from`.
    let ratio = match change.by.profile.sense {
        Sense::Up => difference(quotient(to, base)?, Interval::point(Value::ONE))?,
        _ => difference(Interval::point(Value::ONE), quotient(to, base)?)?,
    };
    moved.high.is_some().then_some(())?;
    scaled(ratio, Value::whole(100))
}

fn positive(interval: Interval) -> Option<Interval> {
    interval
        .low
        .is_some_and(|low| low.value > Value::ZERO)
        .then_some(interval)
}

fn points(change: &Change<'_>) -> Option<Interval> {
    let all = [&change.by, &change.from, &change.to].map(is_percent);
    (all == [true; 3]).then_some(())?;
    gap(change)
}

/// How far the levels are apart, in the direction the text gives.
fn gap(change: &Change<'_>) -> Option<Interval> {
    let (from, to) = (change.from.profile.common()?, change.to.profile.common()?);
    match change.by.profile.sense {
        Sense::Up => difference(to, from),
        _ => difference(from, to),
    }
}

impl Change<'_> {
    fn quotes(&self) -> [String; 3] {
        [self.by, self.from, self.to].map(|side| side.claim.anchor.quote.clone())
    }

    /// A finding about all three.
    fn impossible(&self, code: &'static str, title: String, working: [String; 2]) -> Finding {
        Finding {
            code,
            severity: Severity::Impossible,
            claims: [self.by, self.from, self.to]
                .map(|side| side.claim.id)
                .into(),
            title,
            working: working.into(),
        }
    }

    /// "From “8%” to “10%” is a rise of 1 to 3 percentage points."
    fn told(&self, size: &str) -> String {
        let [_, from, to] = self.quotes();
        let what = match self.by.profile.sense {
            Sense::Up => "a rise",
            Sense::Down => "a fall",
            Sense::Level | Sense::Difference => "a change",
        };
        format!("From “{from}” to “{to}” is {what} of {size}.")
    }

    /// That the levels do not come to the stated change.
    fn does_not_fit(&self, real: &str, stated: &str) -> Finding {
        let [by, from, to] = self.quotes();
        self.impossible(
            CHECK.code,
            format!("From “{from}” to “{to}” is not “{by}”"),
            [
                self.told(real),
                format!("“{by}” stands for {stated} and does not fit."),
            ],
        )
    }
}

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    changes(view)
        .iter()
        .filter_map(|change| {
            if !is_percent(&change.by) {
                return by_so_much(change);
            }
            let real = real(change)?;
            let stated = change.by.profile.interval();
            let slip = points(change).is_some_and(|points| points.meets(stated));
            (!stated.meets(real) && !slip)
                .then(|| change.does_not_fit(&percent(real, 1), &format!("{stated} %")))
        })
        .collect()
}

/// A change in the unit of its levels: "by $40 to $90 from $60".
fn by_so_much(change: &Change<'_>) -> Option<Finding> {
    let real = gap(change)?;
    let stated = change.by.profile.common()?;
    (!stated.meets(real)).then(|| change.does_not_fit(&readable(real, 2), &stated.to_string()))
}

fn find_points(view: &ArticleView<'_>) -> Vec<Finding> {
    changes(view)
        .iter()
        .filter(|change| is_percent(&change.by))
        .filter_map(|change| {
            let (real, points) = (real(change)?, points(change)?);
            let stated = change.by.profile.interval();
            if !points.meets(stated) || stated.meets(real) {
                return None;
            }
            let [by, ..] = change.quotes();
            Some(change.impossible(
                POINTS.code,
                format!("“{by}” should read percentage points"),
                [
                    change.told(&format!("{} percentage points", readable(points, 1))),
                    format!("In percent the change is {}.", percent(real, 1)),
                ],
            ))
        })
        .collect()
}
