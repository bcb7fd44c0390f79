//! What a figure stands for, packed: a corpus has as many sizes as claims, and nearly all their numbers are small.

use super::{Form, Profile};
use crate::lexicon::Value;
use crate::quantity::{End, Interval};

/// A number, in sixteen bytes where it is small. One number is packed in one way only, so packed numbers can be
/// compared.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Number {
    /// Numerator and denominator.
    Small(i64, u32),
    Large(Box<Value>),
}

impl Number {
    fn of(value: Value) -> Self {
        let (numerator, denominator) = value.parts();
        match (i64::try_from(numerator), u32::try_from(denominator)) {
            (Ok(numerator), Ok(denominator)) => Self::Small(numerator, denominator),
            _ => Self::Large(Box::new(value)),
        }
    }

    fn value(&self) -> Value {
        match self {
            Self::Small(numerator, denominator) => small(*numerator, *denominator),
            Self::Large(value) => **value,
        }
    }
}

fn small(numerator: i64, denominator: u32) -> Value {
    Value::of_parts(i128::from(numerator), i128::from(denominator))
}

/// Marks of one end of a packed interval: whether it is there, and whether it is open.
const THERE: u8 = 1;
const OPEN: u8 = 2;
/// The marks of the upper end stand so many bits further up.
const UPPER: u8 = 2;

/// An interval, in 32 bytes where its ends are small; packed in one way only.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Extent {
    Small {
        numerators: (i64, i64),
        denominators: (u32, u32),
        marks: u8,
    },
    Large(Box<Interval>),
}

impl Extent {
    fn of(interval: Interval) -> Self {
        let packed = |end: Option<End>| match end.map(|end| (Number::of(end.value), end.open)) {
            None => Some((0, 1, 0)),
            Some((Number::Small(numerator, denominator), open)) => {
                Some((numerator, denominator, THERE | if open { OPEN } else { 0 }))
            }
            Some((Number::Large(_), _)) => None,
        };
        match (packed(interval.low), packed(interval.high)) {
            (Some(low), Some(high)) => Self::Small {
                numerators: (low.0, high.0),
                denominators: (low.1, high.1),
                marks: low.2 | high.2 << UPPER,
            },
            _ => Self::Large(Box::new(interval)),
        }
    }

    fn interval(&self) -> Interval {
        match self {
            Self::Small {
                numerators,
                denominators,
                marks,
            } => {
                let end = |numerator: i64, denominator: u32, marks: u8| {
                    (marks & THERE != 0).then(|| End {
                        value: small(numerator, denominator),
                        open: marks & OPEN != 0,
                    })
                };
                Interval {
                    low: end(numerators.0, denominators.0, *marks),
                    high: end(numerators.1, denominators.1, marks >> UPPER),
                }
            }
            Self::Large(interval) => **interval,
        }
    }
}

/// What a figure stands for in its own unit and in that of its family.
#[derive(Clone, Debug)]
pub(super) struct Size {
    own: Extent,
    /// The same in the unit of the family.
    common: Common,
    value: Option<Number>,
}

#[derive(Clone, Debug)]
enum Common {
    /// Nearly always: there is nothing to convert.
    Own,
    Other(Box<Interval>),
    /// It does not convert.
    None,
}

impl Size {
    pub(super) fn of(own: Interval, common: Option<Interval>, value: Option<Value>) -> Self {
        Self {
            own: Extent::of(own),
            common: match common {
                None => Common::None,
                Some(common) if common == own => Common::Own,
                Some(common) => Common::Other(Box::new(common)),
            },
            value: value.map(Number::of),
        }
    }

    fn same_common(&self, other: &Self) -> bool {
        match (&self.common, &other.common) {
            (Common::Own, Common::Own) => self.own == other.own,
            _ => self.common() == other.common(),
        }
    }

    fn common(&self) -> Option<Interval> {
        match &self.common {
            Common::Own => Some(self.own.interval()),
            Common::Other(common) => Some(**common),
            Common::None => None,
        }
    }
}

impl Profile {
    /// What it stands for, in its own unit.
    pub(in crate::crosscheck) fn interval(&self) -> Interval {
        self.size.own.interval()
    }

    /// The same in the unit of its family; `None` where it does not convert.
    pub(in crate::crosscheck) fn common(&self) -> Option<Interval> {
        self.size.common()
    }

    /// The value as written in the unit of its family, where there is one.
    pub(in crate::crosscheck) fn value(&self) -> Option<Value> {
        self.size.value.as_ref().map(Number::value)
    }

    /// Whether it has a value.
    pub(in crate::crosscheck) fn has_value(&self) -> bool {
        self.size.value.is_some()
    }

    /// Whether it can be told in the unit of its family.
    pub(in crate::crosscheck) fn converts(&self) -> bool {
        !matches!(self.size.common, Common::None)
    }

    /// Whether both have the same value, or neither has one.
    pub(in crate::crosscheck) fn same_value(&self, other: &Self) -> bool {
        self.size.value == other.size.value
    }

    /// Whether both stand for the same in the unit of their family.
    pub(in crate::crosscheck) fn same_common(&self, other: &Self) -> bool {
        self.size.same_common(&other.size)
    }

    /// Whether one value is exactly a thousand or a million times the other, in the same two figures or more: too rare
    /// for chance, and nothing moves so far from one day to the next.
    pub(in crate::crosscheck) fn is_thousandfold(&self, other: &Self) -> bool {
        let (Some(x), Some(y)) = (self.value(), other.value()) else {
            return false;
        };
        let (small, large) = (x.min(y), x.max(y));
        if small <= Value::ZERO
            || ![1_000, 1_000_000]
                .into_iter()
                .any(|times| small.times(Value::whole(times)) == Some(large))
        {
            return false;
        }
        small.figures() > 1 && small.decimal().is_some()
    }

    /// Whether it is the other, rounded and hedged: "around 4,200" of 4,187.
    pub(in crate::crosscheck) fn rounds(&self, other: &Self) -> bool {
        let plain = matches!(other.form, Form::Stated | Form::Exactly);
        let (Some(value), Some(exact)) = (self.value(), other.value()) else {
            return false;
        };
        let off = value.minus(exact).map(Value::magnitude);
        let off = off.and_then(|off| off.plus(off));
        self.form == Form::About
            && plain
            && value.figures() < exact.figures()
            && (off.zip(value.last_place())).is_some_and(|(off, place)| off <= place)
    }

    /// Whether it is a bound just below the other's number: "more than 1,100" of 1,120.
    pub(in crate::crosscheck) fn bounds_closely(&self, other: &Self) -> bool {
        let plain = matches!(other.form, Form::Stated | Form::Exactly);
        let (Some(bound), Some(exact)) = (self.value(), other.value()) else {
            return false;
        };
        self.form == Form::Bound
            && plain
            && bound.figures() >= 2
            && bound.figures() < exact.figures()
            && self.meets(other)
            && (exact.minus(bound).zip(bound.last_place())).is_some_and(|(off, place)| off < place)
    }

    /// Whether they can stand for one number.
    pub(in crate::crosscheck) fn meets(&self, other: &Self) -> bool {
        let both = self.common().zip(other.common());
        both.is_some_and(|(a, b)| a.meets(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        let huge = Value::whole(i128::from(i64::MAX) + 1);
        let third = Value::ratio(1, 3).expect("a third");
        let end = |value, open| Some(End { value, open });
        let intervals = [
            Interval::point(Value::whole(98_417)),
            Interval {
                low: end(third, true),
                high: None,
            },
            Interval {
                low: None,
                high: end(Value::whole(-3), true),
            },
            Interval::closed(third, huge),
            Interval {
                low: None,
                high: None,
            },
        ];
        for interval in intervals {
            assert_eq!(Extent::of(interval).interval(), interval);
        }
        for value in [huge, third, Value::ZERO] {
            assert_eq!(Number::of(value).value(), value);
        }
    }

    #[test]
    fn a_size_is_small() {
        assert!(size_of::<Size>() <= 64, "{}", size_of::<Size>());
    }
}
