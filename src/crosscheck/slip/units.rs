//! Slips of the unit: the same number with another unit, a number that was never converted, percent for points.

use super::{SlipKind, meets_times, ordered, quote};
use crate::crosscheck::arithmetic::{difference, quotient, scaled};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::profile::Profile;
use crate::lexicon::Value;
use crate::lexicon::units::{convert_difference, units};
use crate::quantity::{Interval, Kind, Sense};

pub(super) const SAME_NUMBER: SlipKind = SlipKind {
    code: "unit_mixed_up",
    name: "Same number, other unit",
    explanation: "The same number stands with two units of one sort: 12 miles and 12 km.",
    examples: &[
        "2024-12-01\nThe Mirren institute said the glacier above Mirren lost 12 miles of its length since 1900.\n---\n2024-12-01\nThe glacier above Mirren lost 12 kilometres of its length since 1900, the Mirren institute said.",
    ],
    counter_examples: &[
        "2024-12-01\nThe Mirren institute said the glacier above Mirren lost 12 miles of its length since 1900.\n---\n2024-12-01\nThe glacier above Mirren lost 14 kilometres of its length since 1900, the Mirren institute said.",
    ],
    test: same_number,
};

pub(super) const FACTOR: SlipKind = SlipKind {
    code: "unit_factor",
    name: "Unit not converted",
    explanation: "One figure is the other in another unit of the same sort: 12 km where 12 miles are 19 km.",
    examples: &[
        "2024-12-01\nThe Mirren institute said the glacier above Mirren lost 19.3 kilometres of its length since 1900.\n---\n2024-12-01\nThe glacier above Mirren lost 12 kilometres of its length since 1900, the Mirren institute said.",
    ],
    counter_examples: &[
        "2024-12-01\nThe Mirren institute said the glacier above Mirren lost 17.2 kilometres of its length since 1900.\n---\n2024-12-01\nThe glacier above Mirren lost 12 kilometres of its length since 1900, the Mirren institute said.",
    ],
    test: factor,
};

pub(super) const POINTS: SlipKind = SlipKind {
    code: "points",
    name: "Percent for percentage points",
    explanation: "One text gives the change of a percentage in percent, the other gives the points between its two levels.",
    examples: &[
        "2024-05-20\nUnemployment in Brandia rose 25% from 4% to 5% in April, the Brandia labour office said.\n---\n2024-05-20\nUnemployment in Brandia rose 1% in April, the Brandia labour office said.",
    ],
    counter_examples: &[
        "2024-05-20\nUnemployment in Brandia rose 25% from 4% to 5% in April, the Brandia labour office said.\n---\n2024-05-20\nUnemployment in Brandia rose 3% in April, the Brandia labour office said.",
    ],
    test: points,
};

fn same_number(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let (one, other) = (
        a.claim.reading.quantity.unit.as_ref()?,
        b.claim.reading.quantity.unit.as_ref()?,
    );
    let same_number = a.claim.reading.quantity.value()? == b.claim.reading.quantity.value()?;
    (one != other && same_number).then(|| {
        format!(
            "{} and {} have the same number with different units: one unit may be wrong.",
            quote(a),
            quote(b)
        )
    })
}

fn factor(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let (small, large, ..) = ordered(a, b)?;
    if a.profile.kind != Kind::Measure || b.profile.kind != Kind::Measure {
        return None;
    }
    let own = small.claim.reading.quantity.unit.as_ref()?;
    let mine = units().iter().find(|unit| unit.code == *own)?;
    // Factors near one say nothing, and great ones are told by the number alone.
    let (least, most) = (Value::ratio(6, 5)?, Value::whole(5));
    units()
        .iter()
        .filter(|unit| unit.dimension == mine.dimension && unit.code != *own)
        .find_map(|unit| {
            let times = convert_difference(Value::ONE, &unit.code, own)?;
            let tells = times > least && times < most && meets_times(small, large, times);
            tells.then(|| {
                format!(
                    "{} is {} read in {} and converted: one of them may be in another unit than it says.",
                    quote(large),
                    quote(small),
                    unit.code.0
                )
            })
        })
}

fn points(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let percent = |side: Side<'_>| {
        let unit = side.claim.reading.quantity.unit.as_ref();
        unit.is_some_and(|unit| unit.0 == "%")
            && matches!(side.profile.sense, Sense::Up | Sense::Down)
    };
    if !percent(a) || !percent(b) {
        return None;
    }
    let one_way = |relative: Side<'_>, absolute: Side<'_>| {
        let levels: Vec<&Profile> = [relative, absolute]
            .iter()
            .flat_map(|side| {
                side.siblings
                    .iter()
                    .map(|seen| &seen.profile)
                    .filter(|level| {
                        level.family == side.profile.family
                            && level.sense == Sense::Level
                            && level.sentence_at == side.profile.sentence_at
                    })
            })
            .collect();
        levels.iter().enumerate().any(|(at, from)| {
            levels
                .iter()
                .skip(at + 1)
                .any(|to| moved(from, to, relative, absolute) == Some(true))
        })
    };
    let (relative, absolute) = if one_way(a, b) {
        (a, b)
    } else if one_way(b, a) {
        (b, a)
    } else {
        return None;
    };
    Some(format!(
        "{} is the change in percent, {} the percentage points between the two levels.",
        quote(relative),
        quote(absolute)
    ))
}

/// Whether from one level to another is so much in percent and so much in points.
fn moved(from: &Profile, to: &Profile, relative: Side<'_>, absolute: Side<'_>) -> Option<bool> {
    let (low, high) = if from.value()? < to.value()? {
        (from, to)
    } else {
        (to, from)
    };
    let (base, top) = match relative.profile.sense {
        Sense::Up => (low.common()?, high.common()?),
        _ => (high.common()?, low.common()?),
    };
    let share = quotient(top, base)?;
    let change = match relative.profile.sense {
        Sense::Up => difference(share, Interval::point(Value::ONE))?,
        _ => difference(Interval::point(Value::ONE), share)?,
    };
    let gap = difference(high.common()?, low.common()?)?;
    // Shares are compared in percent.
    let change = scaled(change, Value::whole(100))?;
    Some(change.meets(relative.profile.common()?) && gap.meets(absolute.profile.common()?))
}
