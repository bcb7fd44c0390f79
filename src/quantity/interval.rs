//! What a quantity can stand for.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Amount, Numeral, Precision, Qualifier, Value};

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct End {
    /// Where it ends.
    pub value: Value,
    /// Whether the value itself is left out.
    pub open: bool,
}

/// The numbers a quantity can stand for; an end of `None` is unbounded.
///
/// Invariant: `low ≤ high` where both are bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// Lower end.
    pub low: Option<End>,
    /// Upper end.
    pub high: Option<End>,
}

/// How words stand for intervals, by the rules of the house: visible and editable in each project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseRules {
    /// "about v" reaches at least this share of v to both sides; 0.05 by default.
    #[serde(with = "rust_decimal::serde::str")]
    pub about_share: Decimal,
    /// "nearly v" starts at this share of v; 0.9 by default.
    #[serde(with = "rust_decimal::serde::str")]
    pub nearly_share: Decimal,
    /// At least so many written figures are believed although they are zeros; 2 by default.
    pub believed_figures: u8,
    /// Vague words with a meaning of the house, low and high; others have the lexicon's.
    pub vague: BTreeMap<String, (Value, Value)>,
}

impl Default for HouseRules {
    fn default() -> Self {
        Self {
            about_share: Decimal::new(5, 2),
            nearly_share: Decimal::new(9, 1),
            believed_figures: 2,
            vague: BTreeMap::new(),
        }
    }
}

impl Interval {
    /// Only `value`.
    pub const fn point(value: Value) -> Self {
        Self::closed(value, value)
    }

    /// `[low, high]`; the caller keeps `low ≤ high`.
    pub const fn closed(low: Value, high: Value) -> Self {
        Self {
            low: Some(End {
                value: low,
                open: false,
            }),
            high: Some(End {
                value: high,
                open: false,
            }),
        }
    }

    /// What both can stand for; `None` where they have no number in common.
    pub fn meet(self, other: Self) -> Option<Self> {
        let low = match (self.low, other.low) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) if a.value == b.value => Some(End {
                value: a.value,
                open: a.open || b.open,
            }),
            (Some(a), Some(b)) => Some(if a.value < b.value { a } else { b }),
            (a, b) => a.or(b),
        };
        let empty = match (low, high) {
            (Some(low), Some(high)) => {
                low.value > high.value || (low.value == high.value && (low.open || high.open))
            }
            _ => false,
        };
        (!empty).then_some(Self { low, high })
    }

    /// Whether the two have a number in common.
    pub fn meets(self, other: Self) -> bool {
        self.meet(other).is_some()
    }
}

/// The interval of an amount; `counts` says that the unit is counted in wholes (people, things).
pub(super) fn interval_from(amount: &Amount, counts: bool, rules: &HouseRules) -> Interval {
    match amount {
        Amount::Vague { word, low, high } => {
            let (low, high) = rules.vague.get(word).copied().unwrap_or((*low, *high));
            Interval {
                low: Some(End {
                    value: low,
                    open: false,
                }),
                high: Some(End {
                    value: high,
                    open: true,
                }),
            }
        }
        Amount::Range {
            qualifier,
            low,
            high,
        } => {
            let low = single(*qualifier, *low, counts, rules);
            let high = single(*qualifier, *high, counts, rules);
            match qualifier {
                Qualifier::Stated | Qualifier::Exactly | Qualifier::About | Qualifier::Nearly => {
                    Interval {
                        low: mid(amount, true),
                        high: mid(amount, false),
                    }
                }
                _ => Interval {
                    low: low.low,
                    high: high.high,
                },
            }
        }
        Amount::Single { qualifier, number } => single(*qualifier, *number, counts, rules),
    }
}

fn mid(amount: &Amount, lower: bool) -> Option<End> {
    match amount {
        Amount::Range { low, high, .. } => Some(End {
            value: if lower { low.value } else { high.value },
            open: false,
        }),
        _ => None,
    }
}

fn single(qualifier: Qualifier, number: Numeral, counts: bool, rules: &HouseRules) -> Interval {
    let value = number.value;
    let at = |open| Some(End { value, open });
    match qualifier {
        Qualifier::Exactly => Interval::point(value),
        Qualifier::AtLeast => Interval {
            low: at(false),
            high: None,
        },
        Qualifier::MoreThan => Interval {
            low: at(true),
            high: None,
        },
        Qualifier::AtMost => Interval {
            low: None,
            high: at(false),
        },
        Qualifier::LessThan => Interval {
            low: None,
            high: at(true),
        },
        Qualifier::Nearly => match value.times(Value::from(rules.nearly_share)) {
            Some(low) if low <= value => Interval {
                low: Some(End {
                    value: low,
                    open: false,
                }),
                high: at(true),
            },
            _ => Interval::point(value),
        },
        Qualifier::Stated => around(value, half_step(number, counts, rules)),
        Qualifier::About => {
            let share = value.magnitude().times(Value::from(rules.about_share));
            let half = half_step(number, counts, rules);
            around(value, half.max(share.unwrap_or(half)))
        }
    }
}

fn around(value: Value, half: Value) -> Interval {
    match (value.minus(half), value.plus(half)) {
        (Some(low), Some(high)) => Interval::closed(low, high),
        _ => Interval::point(value),
    }
}

/// Half of the last believed place: 500 for "98,000", 5,000 for "100,000", 0 for the count "98,417".
fn half_step(number: Numeral, counts: bool, rules: &HouseRules) -> Value {
    let (written, believed) = match number.precision {
        Precision::Exact => return Value::ZERO,
        Precision::Place(written) => (written, false),
        Precision::Zeros(written) => (written, true),
    };
    let Some(unit) = Value::power_of_ten(written) else {
        return Value::ZERO;
    };
    let Some(digits) = number
        .value
        .magnitude()
        .over(unit)
        .filter(|digits| digits.is_whole())
    else {
        return Value::ZERO;
    };
    let digits = digits.to_string();
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    if counts && written == 0 && zeros == 0 {
        return Value::ZERO;
    }
    let zeros = if believed { 0 } else { zeros };
    let doubtful = zeros.min(
        digits
            .len()
            .saturating_sub(usize::from(rules.believed_figures)),
    );
    i8::try_from(doubtful)
        .ok()
        .and_then(|doubtful| Value::power_of_ten(written.checked_add(doubtful)?))
        .and_then(|step| step.over(Value::whole(2)))
        .unwrap_or(Value::ZERO)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Notation;
    use super::*;

    fn any_interval() -> impl Strategy<Value = Interval> {
        let end = |value: i128, open: bool| End {
            value: Value::whole(value),
            open,
        };
        (
            -9_i128..9,
            0_i128..9,
            any::<Option<bool>>(),
            any::<Option<bool>>(),
        )
            .prop_map(move |(low, width, lower, upper)| Interval {
                low: lower.map(|open| end(low, open && width > 0)),
                high: upper.map(|open| end(low + width, open && width > 0)),
            })
    }

    proptest! {
        #[test]
        fn a_meet_is_what_both_hold(a in any_interval(), b in any_interval(), c in any_interval(), halves in -40_i128..40) {
            prop_assert_eq!(a.meet(b), b.meet(a));
            prop_assert_eq!(a.meet(a), Some(a));
            let both = a.meet(b).and_then(|meet| meet.meet(c));
            prop_assert_eq!(both, b.meet(c).and_then(|meet| a.meet(meet)));
            let number = Interval::point(Value::ratio(halves, 2).unwrap_or(Value::ZERO));
            let held = a.meet(b).is_some_and(|meet| meet.meets(number));
            prop_assert_eq!(held, a.meets(number) && b.meets(number));
        }
    }

    fn interval(qualifier: Qualifier, value: i128, place: i8, counts: bool) -> [String; 2] {
        let number = Numeral {
            value: Value::whole(value),
            precision: Precision::Place(place),
        };
        let interval = interval_from(
            &Amount::Single { qualifier, number },
            counts,
            &HouseRules::default(),
        );
        [interval.to_string(), Notation(interval).to_string()]
    }

    #[test]
    fn words_stand_for_intervals() {
        use Qualifier::{About, AtLeast, AtMost, Exactly, LessThan, MoreThan, Nearly, Stated};
        for (qualifier, value, place, meant, noted) in [
            (
                Stated,
                541_000,
                0,
                "540,500 to 541,500",
                "[540,500, 541,500]",
            ),
            (Stated, 100_000, 0, "95,000 to 105,000", "[95,000, 105,000]"),
            (Stated, 98_417, 0, "exactly 98,417", "exactly 98,417"),
            (
                Stated,
                3_400_000,
                5,
                "3.35 to 3.45 million",
                "[3,350,000, 3,450,000]",
            ),
            (Exactly, 98_000, 0, "exactly 98,000", "exactly 98,000"),
            (About, 98_000, 0, "93,100 to 102,900", "[93,100, 102,900]"),
            (AtLeast, 11, 0, "11 or more", "[11, ∞)"),
            (MoreThan, 100, 0, "more than 100", "(100, ∞)"),
            (AtMost, 11, 0, "11 or less", "(−∞, 11]"),
            (LessThan, 11, 0, "less than 11", "(−∞, 11)"),
            (Nearly, 100, 0, "90 to just under 100", "[90, 100)"),
        ] {
            assert_eq!(
                interval(qualifier, value, place, true),
                [meant, noted],
                "{qualifier:?} {value}"
            );
        }
        assert_eq!(
            interval(Stated, 20, 0, false),
            ["19.5 to 20.5", "[19.5, 20.5]"],
            "a share is never a whole count"
        );
    }

    #[test]
    fn open_ends_that_only_touch_do_not_meet() {
        let above = Interval {
            low: Some(End {
                value: Value::whole(5),
                open: true,
            }),
            high: None,
        };
        let up_to = Interval {
            low: None,
            high: Some(End {
                value: Value::whole(5),
                open: false,
            }),
        };
        assert!(!above.meets(up_to) && !up_to.meets(above));
        assert!(Interval::point(Value::whole(5)).meets(up_to));
    }
}
