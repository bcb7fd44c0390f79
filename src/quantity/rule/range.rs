//! Ranges, and changes from one figure to another.

use super::super::hedge;
use super::super::line::Line;
use super::super::measure::{self, Measure};
use super::super::number::{self, Number};
use super::super::{Kind, Qualifier, Value};
use super::{Figure, Outcome, Place, Rule, Size, age, date, measured};
use crate::lexicon::{Class, NumberWord};

pub(super) const RANGE: Rule = Rule {
    name: "between <number> and <quantity>",
    explanation: "A range: both ends are kept, and a scale or unit on one side holds for both.",
    matcher: range,
    examples: &[
        (
            "«between 3 and 4 million» people",
            "3000000..4000000 person",
        ),
        ("It costs «$3–5bn».", "3000000000..5000000000 USD"),
        ("«15-20 km» away", "15..20 km"),
        ("a turnout of «45%-50%»", "45..50 %"),
        ("a walk of «two to three hours»", "2..3 h"),
        (
            "prices ranging from «$200 to $4 million»",
            "200..4000000 USD",
        ),
        ("«about 40 to 50» houses", "~ 40..50 houses"),
        ("an «8- to 16-metre» telescope", "8..16 m"),
        (
            "From «2 to 3 million litres» were lost.",
            "2000000..3000000 L",
        ),
        (
            "Takings fell in the year to June 30 to «$2 billion».",
            "2000000000 USD",
        ),
        (
            "flats starting from «450 up to 900 sq ft»",
            "450..900 [sft_i]",
        ),
    ],
    counter_examples: &[],
};

pub(super) const BOUNDS: Rule = Rule {
    name: "more than <quantity> but less than <quantity>",
    explanation: "A range given by its two bounds; its ends are kept, whether or not they are left out.",
    matcher: bounds,
    examples: &[
        (
            "It sells for «more than $10 but less than $20».",
            "10..20 USD",
        ),
        ("«at least 30 and no more than 50» houses", "30..50 houses"),
        (
            "«More than a third but less than half» of members left.",
            "1/3..0.5 members share",
        ),
    ],
    counter_examples: &[],
};

pub(super) const FROM_TO: Rule = Rule {
    name: "from <quantity> to <quantity>",
    explanation: "A change from one figure to another: two figures that share scale and unit.",
    matcher: from_to,
    examples: &[
        ("It fell from «18» to «12 tonnes».", "18 t; 12 t"),
        (
            "It grew from «$10» to «$15 billion».",
            "10000000000 USD; 15000000000 USD",
        ),
    ],
    counter_examples: &[],
};

/// Two numbers with what stands between them.
struct Pair {
    low: Number,
    high: Number,
    low_unit: Option<Measure>,
    high_unit: Option<Measure>,
    /// First token of the second number or of the sign before it.
    second: usize,
}

fn pair(place: &Place<'_>) -> Option<Pair> {
    let line = &place.line;
    let first = place.number?;
    // "in the six months to June 30 to $2 billion"
    if date::is_dated(line, place.at) {
        return None;
    }
    let (low, low_unit) = place.measured(first);
    let low_end = low_unit
        .as_ref()
        .map_or(low.end, |unit| unit.end.max(low.end));
    // "8- to 16-metre": the unit of both follows the second.
    let suspended = line.is_sign(low_end, &['-', '‐', '‑'])
        && line.glued_before(low_end)
        && !line.glued(low_end)
        && line.is(low_end + 1, Class::RangeJoiner);
    let low_end = low_end + usize::from(suspended);
    // "450 up to 900"
    let stretched = line.is(low_end, Class::Up)
        && line.is(low_end, Class::Preposition)
        && line.is(low_end + 1, Class::RangeJoiner)
        && !line.is(low_end + 1, Class::Join);
    let low_end = low_end + usize::from(stretched);
    let dash = line.is_dash(low_end) || line.is_sign(low_end, &['~']);
    let spaced_dash = dash && !line.glued_before(low_end) && !line.is_sign(low_end, &['–', '-']);
    if !(dash || line.is(low_end, Class::RangeJoiner)) || spaced_dash {
        return None;
    }
    let next = low_end + 1;
    let hedged = hedge::before(line, low_end, low_end).map_or(next, |(start, _)| start);
    let mut second = hedged.max(next);
    // Up to three tokens of a sign of money before the second number.
    let number_at = (second..second + 4).find(|at| {
        number::read(line, *at).is_some_and(|number| number.start == *at && !line.is_dash(*at))
    })?;
    let high = number::read(line, number_at)?;
    let prefix = measure::before(line, number_at).filter(|(start, _)| *start >= next);
    if let Some((start, _)) = &prefix {
        second = *start;
    }
    if prefix.is_none() && number_at != next || second != next {
        return None;
    }
    let (high, high_unit) = match &prefix {
        Some((_, unit)) => measured(line, high, Some(unit)),
        None => match place.sign_of_money() {
            Some(unit) => measured(line, high, Some(unit)),
            None => measured(line, high, None),
        },
    };
    let low = shared_scale(low, &high);
    Some(Pair {
        low,
        high,
        low_unit,
        high_unit,
        second,
    })
}

/// "$10 to $15 billion": the scale of the second holds for the first, where the first has none and is the smaller.
fn shared_scale(low: Number, high: &Number) -> Number {
    if low.power > 0 || high.power == 0 {
        return low;
    }
    let coefficient = i8::try_from(high.power)
        .ok()
        .and_then(Value::power_of_ten)
        .and_then(|ten| high.numeral.value.over(ten));
    match low.scaled(high.power) {
        Some(scaled) if coefficient.is_some_and(|coefficient| low.numeral.value < coefficient) => {
            scaled
        }
        _ => low,
    }
}

impl Pair {
    fn end(&self) -> usize {
        self.high_unit
            .as_ref()
            .map_or(self.high.end, |unit| unit.end.max(self.high.end))
    }

    /// Whether the units of the two go together.
    fn agree(&self) -> bool {
        match (&self.low_unit, &self.high_unit) {
            (Some(low), Some(high)) => {
                low.code == high.code
                    || self
                        .high_unit
                        .as_ref()
                        .is_some_and(|unit| unit.code.0.starts_with(&low.code.0))
            }
            (None, Some(unit)) => unit.kind != Kind::Age,
            (Some(unit), None) => {
                unit.kind == Kind::Money && self.low.start != unit.end && self.low.end >= unit.end
            }
            _ => true,
        }
    }

    fn unit(&self) -> Option<Measure> {
        self.high_unit.clone().or_else(|| self.low_unit.clone())
    }
}

fn bounds(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let is_lower = |qualifier| matches!(qualifier, Qualifier::AtLeast | Qualifier::MoreThan);
    let is_upper = |qualifier| matches!(qualifier, Qualifier::AtMost | Qualifier::LessThan);
    let (start, first) = hedge::before(line, place.start(), place.floor)
        .filter(|(_, qualifier)| is_lower(*qualifier) || is_upper(*qualifier))?;
    let part = number::as_number(line, place.at);
    let share = part.is_some();
    let (low, low_unit) = match part {
        Some(part) => (part, None),
        None => place.measured(place.number?),
    };
    let low_end = low_unit
        .as_ref()
        .map_or(low.end, |unit| unit.end.max(low.end));
    let joint = low_end + usize::from(line.is_sign(low_end, &[',']));
    if !line.is(joint, Class::Conjunction) {
        return None;
    }
    let number_at = (joint + 2..joint + 8).find(|at| {
        let digits = line.is_digits(*at);
        digits
            || line.entry(*at).number != NumberWord::None
            || share && number::as_number(line, *at).is_some()
    })?;
    let next = number::as_number(line, number_at)
        .filter(|_| share)
        .or_else(|| number::read(line, number_at))?;
    let prefix = measure::before(line, number_at).filter(|(start, _)| *start > joint);
    let second = prefix.as_ref().map_or(number_at, |(start, _)| *start);
    let (hedged, other) = hedge::before(line, second, joint + 1)?;
    let (high, high_unit) = measured(line, next, prefix.as_ref().map(|(_, unit)| unit));
    let opposite = is_lower(first) && is_upper(other) || is_upper(first) && is_lower(other);
    if hedged != joint + 1 || !opposite {
        return None;
    }
    let pair = Pair {
        low,
        high,
        low_unit,
        high_unit,
        second,
    };
    let (one, two) = (pair.low.numeral, pair.high.numeral);
    let (least, most) = if is_lower(first) {
        (one, two)
    } else {
        (two, one)
    };
    if !pair.agree() || least.value >= most.value {
        return None;
    }
    let unit = pair.unit();
    let end = pair.end();
    let bare = if share { Kind::Share } else { Kind::Count };
    let kind = unit.as_ref().map_or(bare, |unit| unit.kind);
    let mut figure = Figure::new(start, end, Size::Range(least, most), kind);
    figure.counts_at = (kind == Kind::Count || unit.is_none()).then_some(end);
    figure.unit = unit.map(|unit| Measure { end, ..unit });
    figure.qualifier = Some(Qualifier::Stated);
    Some(Outcome::one(figure))
}

fn range(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let pair = pair(place)?;
    if !pair.agree() || pair.low.numeral.value >= pair.high.numeral.value {
        return None;
    }
    let year = pair.low.is_plain(4)
        && pair.low.length == 4
        && line.follows(place.at, Class::SureBeforeYear);
    if year && !pair.high.is_plain(4) {
        return None;
    }
    let hedge =
        hedge::before(line, place.start(), place.floor).map_or(place.start(), |(start, _)| start);
    // "gained $1.23 to $84.50": by so much, to so much.
    let moved = hedge > 0
        && (line.is(hedge - 1, Class::Up) || line.is(hedge - 1, Class::Down))
        && !line.is(hedge - 1, Class::Preposition);
    let between = hedge > place.floor && line.follows(hedge, Class::RangeOpener);
    // "fell by 4,000 to 300,000": an amount of change, and where it ended.
    let changed = moved || line.follows(hedge, Class::By) && follows_change(line, hedge - 1);
    let told_twice = pair.low_unit.is_some() && pair.high_unit.is_some();
    if changed && line.is_word(pair.second - 1) && (told_twice || far_apart(&pair)) {
        return None;
    }
    let from = line.follows(hedge, Class::From);
    // "From 2 to 3 million litres were lost": nothing before it that could have changed.
    let told = |back: usize| hedge > back + 1 && line.is(hedge - 2 - back, Class::Ranging);
    let ranging = from && (hedge == 1 || (0..3).any(told));
    let joint = pair.second - 1;
    let and = line.is(joint, Class::Join);
    let aged = age::is_told(line, &pair.low);
    let plain_to = !and && !from;
    if !(between || ranging || plain_to || (aged && !and)) {
        return None;
    }
    let start = if between { hedge - 1 } else { place.start() };
    let end = pair.end();
    let touched = line.glued(end - 1) && line.is_word(end);
    if touched && !matches!(line.word(end), "’s" | "'s") {
        return None;
    }
    let unit = pair.unit();
    let (low, high) = (pair.low.numeral, pair.high.numeral);
    let mut figure = Figure::new(
        start,
        end,
        Size::Range(low, high),
        unit.as_ref().map_or(Kind::Count, |unit| unit.kind),
    );
    figure.unit = unit.map(|unit| Measure { end, ..unit });
    if aged
        && figure
            .unit
            .as_ref()
            .is_none_or(|unit| unit.kind == Kind::Duration)
    {
        // "aged 5 to 36 months"
        let unit = figure.unit.take().unwrap_or_else(|| age::years(end));
        figure.unit = Some(Measure {
            kind: Kind::Age,
            ..unit
        });
        figure.kind = Kind::Age;
    }
    figure.counts_at = (figure.kind == Kind::Count || line.is(end, Class::Of)).then_some(end);
    Some(Outcome::one(figure))
}

/// Whether a verb of change stands just before the token `at`, an object between them or not.
fn follows_change(line: &Line<'_>, at: usize) -> bool {
    let reach = at.saturating_sub(4)..at;
    reach
        .into_iter()
        .any(|word| line.is(word, Class::Up) || line.is(word, Class::Down))
}

/// Whether the second number is so much larger that nobody gives them as the ends of one range.
fn far_apart(pair: &Pair) -> bool {
    let thrice = pair.low.numeral.value.times(Value::whole(3));
    thrice.is_some_and(|thrice| thrice <= pair.high.numeral.value)
}

fn from_to(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let hedge =
        hedge::before(line, place.start(), place.floor).map_or(place.start(), |(start, _)| start);
    if !line.follows(hedge, Class::From) {
        return None;
    }
    let pair = pair(place)?;
    let joint = pair.second - 1;
    if !pair.agree() || line.is(joint, Class::Join) {
        return None;
    }
    let end = pair.end();
    let low_end = pair
        .low_unit
        .as_ref()
        .map_or(pair.low.end, |unit| unit.end.max(pair.low.end));
    let unit = pair.unit();
    let kind = unit.as_ref().map_or(Kind::Count, |unit| unit.kind);
    let mut low = Figure::new(place.start(), low_end, Size::Single(pair.low.numeral), kind);
    low.unit = pair
        .low_unit
        .clone()
        .or_else(|| unit.clone())
        .map(|unit| Measure {
            end: low_end,
            ..unit
        });
    let mut high = Figure::new(pair.second, end, Size::Single(pair.high.numeral), kind);
    high.unit = unit;
    if kind == Kind::Count {
        low.counts_at = Some(end);
        high.counts_at = Some(end);
    }
    Some(Outcome::Figures(vec![low, high]))
}
