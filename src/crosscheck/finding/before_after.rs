//! A change against the levels before and after it, and percent taken for percentage points.

use super::change::{Change, changes, is_fraction, is_percent, is_times};
use super::{ArticleView, Check, Look};
use crate::crosscheck::arithmetic::{
    difference, percent, quotient, readable, rounded, scaled, sum,
};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::{Value, events};
use crate::quantity::{End, Interval, Sense};

pub(super) const CHECK: Check = Check {
    code: "before_after",
    name: "Before and after",
    explanation: "Sets a stated change against the two levels of its sentence.",
    examples: &[
        ("Fares rose 50% from $20 to $24.", "14.6 to 25.6 %"),
        ("The fine rose from $60 to $90, an increase of $40.", "$40"),
        ("The herd has tripled to 90 goats from 45.", "about 2 times"),
        (
            "Users of the ferry tripled to 9 million from 4 million.",
            "about 2.25 times",
        ),
        (
            "Sales of wool more than doubled to $4.1m from $3.2m.",
            "about 1.28 times",
        ),
        (
            "Losses fell by a third to $2.1m from $6.3m.",
            "a fall of 65.6 to 67.7 %",
        ),
        ("Fares rose 20% to $24 from $30.", "a fall of"),
        (
            "The board approved $44 million, a 9.2 percent increase over this year's $38.1 million.",
            "a rise of 14 to 17 %",
        ),
        (
            "Sales of $5.2 billion were up 30% from $4.4 billion a year earlier.",
            "does not fit",
        ),
        (
            "The levy rises by £149 to £1,849, an increase of 12%.",
            "a rise of 8.7 to 8.8 %",
        ),
    ],
    counter_examples: &[
        "The herd has doubled to 91 goats from 45.",
        "Users of the ferry doubled to 5 million from 3 million.",
        "Users of the ferry more than doubled to 9 million from 4 million.",
        "Fares rise by 4% to $182m, while the debt of the line falls to $38m from $46m.",
        "Ticket sales rose 5% to $2.1m and fuel costs fell to $1.4m from $1.6m.",
        "Revenue rose to $900m from $750m, helped by a 4% increase in fares to $88.",
        "Thefts fell 6% last year while arsons climbed to 412 from 380.",
        "Wool exports rose 4.1% and imports 2.3%, narrowing the gap to $3.2m from $4.4m.",
        "Fares rose 20% from $20 to $24.",
        "The fine rose from $60 to $90, an increase of $30.",
        "Support rose by five percentage points to 25% from 20%.",
        "The board approved $41.6 million, a 9.2 percent increase over this year's $38.1 million.",
        "The firm made $5.2 billion, with fees up 30% from $4.4 billion.",
        "The levy rises by £149 to £1,849, an increase of 8.8%.",
        "Fares rose by $2 to $22, and wages by 4%.",
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

/// By how many percent the level changed, in the direction the text gives.
fn real(change: &Change<'_>) -> Option<Interval> {
    moved(
        change,
        change.from.profile.common()?,
        change.to.profile.common()?,
    )
}

/// As [`real`], with both levels taken as they are written.
fn real_of_points(change: &Change<'_>) -> Option<Interval> {
    moved(change, as_written(&change.from)?, as_written(&change.to)?)
}

/// The number of a level as it stands, without what it may have been rounded from.
fn as_written(level: &Side<'_>) -> Option<Interval> {
    let value = level.profile.value().filter(|_| !level.profile.is_wide());
    value.map(Interval::point).or(level.profile.common())
}

fn moved(change: &Change<'_>, from: Interval, to: Interval) -> Option<Interval> {
    let base = positive(from)?;
    // The extremes of (to − from) / from are at opposite ends of `from`.
    let ratio = match change.by.profile.sense {
        Sense::Up => difference(quotient(to, base)?, Interval::point(Value::ONE))?,
        Sense::Down => difference(Interval::point(Value::ONE), quotient(to, base)?)?,
        Sense::Level | Sense::Difference => return None,
    };
    ratio.high.is_some().then_some(())?;
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
        format!("From “{from}” to “{to}” is {} of {size}.", self.way())
    }

    /// That the levels do not come to the stated change.
    fn does_not_fit(&self, real: &str, stated: &str) -> Finding {
        let [by, from, to] = self.quotes();
        self.impossible(
            CHECK.code,
            format!("From “{from}” to “{to}” is not “{by}”"),
            [
                real.to_owned(),
                format!("“{by}” stands for {stated} and does not fit."),
            ],
        )
    }
}

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let mut findings = of_levels(view);
    findings.extend(told_twice(view));
    findings
}

/// Changes told as an amount and in percent, with the level they led to: "rises by £149 to £1,849, an increase of 12%".
fn told_twice(view: &ArticleView<'_>) -> Vec<Finding> {
    let triples = view.sides.windows(3).filter_map(|three| match three {
        [by, to, share] => Some((by, to, share)),
        _ => None,
    });
    let found = triples.filter_map(|(by, to, share)| {
        let (b, t, s) = (by.profile, to.profile, share.profile);
        let between = view.between(*to, *share).trim_start();
        let is_restated = events().restates_change.iter().any(|words| {
            let rest = between.strip_prefix(words.as_str());
            rest.is_some_and(|rest| rest.len() < SHORT && !rest.contains([',', ';', ':']))
        });
        let fits = matches!(b.sense, Sense::Up | Sense::Down)
            && b.sense == s.sense
            && t.sense == Sense::Level
            && b.family == t.family
            && b.kind == t.kind
            && is_percent(share)
            && is_restated
            && view.word_before(*to).eq_ignore_ascii_case("to")
            && view.same_sentence(*by, *share);
        if !fits {
            return None;
        }
        let (step, level) = (b.common()?, t.common()?);
        let base = match b.sense {
            Sense::Up => difference(level, step)?,
            _ => sum(level, step)?,
        };
        let real = scaled(quotient(step, positive(base)?)?, Value::whole(100))?;
        let stated = s.interval();
        (!stated.meets(real)).then(|| {
            let way = if b.sense == Sense::Up {
                "a rise"
            } else {
                "a fall"
            };
            let quote = |side: &Side<'_>| side.claim.anchor.quote.clone();
            Finding {
                code: CHECK.code,
                severity: Severity::Impossible,
                claims: [by, to, share].map(|side| side.claim.id).into(),
                title: format!(
                    "By “{}” to “{}” is not “{}”",
                    quote(by),
                    quote(to),
                    quote(share)
                ),
                working: vec![
                    format!(
                        "By “{}” to “{}” is {way} of {}.",
                        quote(by),
                        quote(to),
                        percent(real, 1)
                    ),
                    format!(
                        "“{}” stands for {} and does not fit.",
                        quote(share),
                        percent(stated, 1)
                    ),
                ],
            }
        })
    });
    found.collect()
}

/// Bytes between a level and the change in percent that led to it.
const SHORT: usize = 30;

fn of_levels(view: &ArticleView<'_>) -> Vec<Finding> {
    changes(view)
        .iter()
        .filter_map(|change| {
            if is_times(&change.by) {
                return by_so_many_times(change);
            }
            if !is_percent(&change.by) && !is_fraction(&change.by) {
                return by_so_much(change);
            }
            let real = real(change)?;
            let stated = change.by.profile.interval();
            let (stated, fits) = if is_percent(&change.by) {
                (stated, stated.meets(real))
            } else {
                let stated = scaled(stated, Value::whole(100))?;
                (
                    loosely(stated)?,
                    fits(stated, real, real_of_points(change)?)?,
                )
            };
            let slip = points(change).is_some_and(|points| points.meets(stated));
            let shown = percent(turned(change, real)?, 1);
            (!fits && !slip).then(|| change.does_not_fit(&change.told(&shown), &percent(stated, 1)))
        })
        .collect()
}

/// The size of a change that may go the other way than its text says, without its minus.
fn turned(change: &Change<'_>, size: Interval) -> Option<Interval> {
    if change.goes_as_told() {
        return Some(size);
    }
    difference(Interval::point(Value::ZERO), size)
}

/// Whether a word such as "tripled" fits the levels: what it says is what they may have been rounded from, or, as they
/// are written, not far from it. Either leaves room; both together would let "tripled from 4 million to 9 million" pass.
fn fits(stated: Interval, real: Interval, written: Interval) -> Option<bool> {
    Some(stated.meets(real) || loosely(stated)?.meets(written))
}

/// Writers halve and triple freely: what such a word stands for, give or take an eighth.
fn loosely(interval: Interval) -> Option<Interval> {
    let end = |end: Option<End>, eighths: i128| match end {
        None => Some(None),
        Some(End { value, open }) => {
            let value = value.times(Value::ratio(eighths, 8)?)?;
            Some(Some(End { value, open }))
        }
    };
    Some(Interval {
        low: end(interval.low, 7)?,
        high: end(interval.high, 9)?,
    })
}

/// "Tripled to 90 from 30": the one level is so many times the other.
fn by_so_many_times(change: &Change<'_>) -> Option<Finding> {
    let stated = change.by.profile.interval();
    let [_, from_quote, to_quote] = change.quotes();
    let down = change.by.profile.sense == Sense::Down;
    let (large, small) = if down {
        (&change.from, &change.to)
    } else {
        (&change.to, &change.from)
    };
    let times = quotient(large.profile.common()?, positive(small.profile.common()?)?)?;
    let written = quotient(as_written(large)?, positive(as_written(small)?)?)?;
    let (large_quote, small_quote) = if down {
        (from_quote, to_quote)
    } else {
        (to_quote, from_quote)
    };
    let real = rounded(middle(written)?, 2);
    let told = format!("“{large_quote}” is about {real} times “{small_quote}”.");
    let by = format!("{} times", readable(stated, 1));
    (!fits(stated, times, written)?).then(|| change.does_not_fit(&told, &by))
}

/// Half way between the ends of an interval that has both.
fn middle(interval: Interval) -> Option<Value> {
    let (low, high) = (interval.low?.value, interval.high?.value);
    low.plus(high)?.times(Value::ratio(1, 2)?)
}

/// A change in the unit of its levels: "by $40 to $90 from $60".
fn by_so_much(change: &Change<'_>) -> Option<Finding> {
    let real = gap(change)?;
    let stated = change.by.profile.common()?;
    let shown = readable(turned(change, real)?, 2);
    (!stated.meets(real)).then(|| change.does_not_fit(&change.told(&shown), &stated.to_string()))
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
