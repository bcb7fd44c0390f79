//! Exact numbers.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use num_rational::Ratio;
use num_traits::{
    CheckedAdd as _, CheckedDiv as _, CheckedMul as _, CheckedSub as _, Signed as _, Zero as _,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An exact number: any decimal that can be written in news, and any ratio of whole numbers.
///
/// Never a binary float, which would flip a comparison at the edge of an interval.
/// Written as a decimal where it ends ("98000", "0.25") and as a fraction where it does not ("1/3").
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Value(Ratio<i128>);

impl Value {
    /// Zero.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// A whole number.
    pub const fn whole(number: i128) -> Self {
        Self(Ratio::new_raw(number, 1))
    }

    /// What [`parts`](Self::parts) has given: numerator and denominator in lowest terms, the denominator above zero.
    pub(crate) const fn of_parts(numerator: i128, denominator: i128) -> Self {
        Self(Ratio::new_raw(numerator, denominator))
    }

    /// `part / whole`; `None` where `whole` is zero.
    pub fn ratio(part: i128, whole: i128) -> Option<Self> {
        (whole != 0).then(|| Self(Ratio::new(part, whole)))
    }

    /// Ten to the power `exponent`; `None` beyond ±37.
    pub fn power_of_ten(exponent: i8) -> Option<Self> {
        let power = 10_i128.checked_pow(u32::from(exponent.unsigned_abs()))?;
        if exponent < 0 {
            Self::ratio(1, power)
        } else {
            Some(Self::whole(power))
        }
    }

    /// Numerator and denominator, in lowest terms; the denominator is positive.
    pub const fn parts(self) -> (i128, i128) {
        (*self.0.numer(), *self.0.denom())
    }

    /// The sum; `None` where it is too large to hold exactly.
    pub fn plus(self, other: Self) -> Option<Self> {
        match self.whole_parts(other) {
            Some((one, other)) => one.checked_add(other).map(Self::whole),
            None => self.0.checked_add(&other.0).map(Self),
        }
    }

    /// The difference; `None` where it is too large to hold exactly.
    pub fn minus(self, other: Self) -> Option<Self> {
        match self.whole_parts(other) {
            Some((one, other)) => one.checked_sub(other).map(Self::whole),
            None => self.0.checked_sub(&other.0).map(Self),
        }
    }

    /// The product; `None` where it is too large to hold exactly.
    pub fn times(self, other: Self) -> Option<Self> {
        match self.whole_parts(other) {
            Some((one, other)) => one.checked_mul(other).map(Self::whole),
            None => self.0.checked_mul(&other.0).map(Self),
        }
    }

    /// Both as whole numbers, where they are: then nothing is to be reduced, which is most of the work of a ratio.
    fn whole_parts(self, other: Self) -> Option<(i128, i128)> {
        (self.is_whole() && other.is_whole()).then(|| (*self.0.numer(), *other.0.numer()))
    }

    /// The quotient; `None` where `other` is zero or the result is too large to hold exactly.
    pub fn over(self, other: Self) -> Option<Self> {
        if other.0.is_zero() {
            None
        } else {
            self.0.checked_div(&other.0).map(Self)
        }
    }

    /// Without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self(self.0.abs())
    }

    /// The greatest whole number that is not greater.
    pub fn floor(self) -> i128 {
        self.0.floor().to_integer()
    }

    /// Its binary logarithm in parts of 65,536, near enough to draw by; `None` for zero and below.
    pub fn binary_logarithm(self) -> Option<i64> {
        let part = u128::try_from(*self.0.numer()).ok()?;
        let whole = u128::try_from(*self.0.denom()).ok()?;
        Some(logarithm(part)? - logarithm(whole)?)
    }

    /// The power of two next to it, up or down: 9 of 1,000 and of 600; `None` for zero and below.
    pub fn binary_order(self) -> Option<u32> {
        let part = u128::try_from(*self.0.numer()).ok()?.checked_ilog2()?;
        let whole = u128::try_from(*self.0.denom()).ok()?.checked_ilog2()?;
        part.checked_sub(whole)
    }

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.0.is_integer()
    }

    /// The decimal, where the number ends within 28 digits.
    pub fn decimal(self) -> Option<Decimal> {
        let (digits, scale) = self.digits()?;
        Decimal::try_from_i128_with_scale(digits, scale)
            .ok()
            .map(|decimal| decimal.normalize())
    }

    /// Its digits without the decimal sign, and how many of them stand behind it; `None` where the number does not end.
    fn digits(self) -> Option<(i128, u32)> {
        let mut denominator = *self.0.denom();
        let mut scale = 0_u32;
        let mut factor = 1_i128;
        while denominator != 1 {
            let (by, times) = if denominator % 10 == 0 {
                (10, 1)
            } else if denominator % 5 == 0 {
                (5, 2)
            } else if denominator % 2 == 0 {
                (2, 5)
            } else {
                return None;
            };
            denominator /= by;
            factor = factor.checked_mul(times)?;
            scale += 1;
        }
        Some((self.0.numer().checked_mul(&factor)?, scale))
    }

    /// How many of its digits say something, the zeros around them left out: two in 98,000 and in 0.25. Of a fraction
    /// that does not end, those of both its numbers.
    pub fn figures(self) -> usize {
        match self.digits() {
            Some((digits, _)) => figures(digits),
            None => figures(*self.0.numer()) + figures(*self.0.denom()),
        }
    }

    /// What its last digit that is no zero counts: 100 of 4,200, a tenth of 2.5; `None` of zero and of a fraction that
    /// does not end.
    pub fn last_place(self) -> Option<Self> {
        let (mut digits, scale) = self.digits().filter(|(digits, _)| *digits != 0)?;
        let mut power = i8::try_from(scale).ok()?.checked_neg()?;
        while digits % 10 == 0 {
            digits /= 10;
            power = power.checked_add(1)?;
        }
        Self::power_of_ten(power)
    }

    /// Written for reading: thousands parted, a true minus; never rounded. "98,000", "1/3".
    pub fn grouped(self) -> String {
        grouped(&self.to_string())
    }
}

impl Ord for Value {
    /// By cross-multiplying where that can be held: a ratio's own order divides, which costs a crosscheck much time.
    fn cmp(&self, other: &Self) -> Ordering {
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        if b == d {
            return a.cmp(&c);
        }
        match (a.checked_mul(d), c.checked_mul(b)) {
            (Some(one), Some(other)) => one.cmp(&other),
            _ => self.0.cmp(&other.0),
        }
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Decimal> for Value {
    fn from(decimal: Decimal) -> Self {
        if decimal.scale() == 0 {
            return Self::whole(decimal.mantissa());
        }
        let scale = 10_i128.checked_pow(decimal.scale()).unwrap_or(1);
        Self(Ratio::new(decimal.mantissa(), scale))
    }
}

/// The binary logarithm of a whole number in parts of 65,536, rounded down.
fn logarithm(number: u128) -> Option<i64> {
    let whole = number.checked_ilog2()?;
    // The leading digits as a number from 1 to 2, squared once for each digit of the result.
    let mut rest = if whole > 63 {
        number >> (whole - 63)
    } else {
        number << (63 - whole)
    };
    let mut log = i64::from(whole);
    for _ in 0..16 {
        rest = (rest * rest) >> 63;
        log *= 2;
        if rest >> 64 != 0 {
            log += 1;
            rest >>= 1;
        }
    }
    Some(log)
}

/// Digits of a whole number up to the last that is no zero.
fn figures(mut number: i128) -> usize {
    if number == 0 {
        return 0;
    }
    while number % 10 == 0 {
        number /= 10;
    }
    let digits = number.unsigned_abs().ilog10() + 1;
    usize::try_from(digits).unwrap_or(usize::MAX)
}

/// Digits as written by a machine, their thousands parted for reading.
pub fn grouped(written: &str) -> String {
    if written.contains('/') {
        return written.to_owned();
    }
    let (sign, digits) = written
        .strip_prefix('-')
        .map_or(("", written), |digits| ("−", digits));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut grouped = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.decimal() {
            Some(decimal) => write!(f, "{decimal}"),
            None => write!(f, "{}/{}", self.0.numer(), self.0.denom()),
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Value {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("“{text}” is not a number such as 98000, 0.25 or 1/3");
        if let Some((part, whole)) = text.split_once('/') {
            let part = part.trim().parse().ok();
            let whole = whole.trim().parse().ok();
            return part
                .zip(whole)
                .and_then(|(part, whole)| Self::ratio(part, whole))
                .ok_or_else(wrong);
        }
        Decimal::from_str_exact(text.trim())
            .ok()
            .map(Self::from)
            .ok_or_else(wrong)
    }
}

impl From<Value> for String {
    fn from(value: Value) -> Self {
        value.to_string()
    }
}

impl TryFrom<String> for Value {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_place_is_that_of_the_last_digit_that_says_something() {
        for (number, place) in [("4200", "100"), ("2.5", "0.1"), ("7", "1"), ("-90", "10")] {
            let number: Value = number.parse().expect("a number");
            let place: Value = place.parse().expect("a place");
            assert_eq!(number.last_place(), Some(place), "{number}");
        }
        assert_eq!(Value::ZERO.last_place(), None);
    }

    #[test]
    fn numbers_are_parted_for_reading_and_never_rounded() {
        for (written, read) in [
            ("98000", "98,000"),
            ("1250", "1,250"),
            ("125", "125"),
            ("-1234567.5", "−1,234,567.5"),
            ("1/3", "1/3"),
        ] {
            let value: Value = written.parse().expect("a number");
            assert_eq!(value.grouped(), read);
        }
    }

    #[test]
    fn decimals_and_fractions_keep_their_exact_value_in_writing() {
        for written in [
            "0",
            "98000",
            "-3.5",
            "0.000001",
            "1/3",
            "-22/7",
            "12345678901234567890123456",
        ] {
            assert_eq!(
                written.parse::<Value>().map(|v| v.to_string()),
                Ok(written.to_owned())
            );
        }
        assert_eq!(
            "2.50".parse::<Value>().map(|v| v.to_string()),
            Ok("2.5".to_owned())
        );
    }

    #[test]
    fn zeros_around_the_digits_say_nothing() {
        for (written, figures) in [
            ("0", 0),
            ("98000", 2),
            ("0.0025", 2),
            ("-100.5", 4),
            ("7", 1),
            ("1/3", 2),
        ] {
            assert_eq!(
                written.parse().map(Value::figures),
                Ok(figures),
                "{written}"
            );
        }
    }

    #[test]
    fn order_holds_where_cross_multiplying_does_not_fit() {
        let value = |part, whole| Value::ratio(part, whole).unwrap_or(Value::ZERO);
        assert!(value(1, 3) < value(34, 100));
        assert!(value(-1, 3) > value(-34, 100));
        assert!(value(i128::MAX, 3) > value(i128::MAX - 9, 4));
        assert!(value(1, i128::MAX) < value(1, i128::MAX - 1));
    }

    #[test]
    fn a_third_times_three_is_one() {
        let third = Value::ratio(1, 3).unwrap_or(Value::ZERO);
        assert_eq!(third.times(Value::whole(3)), Some(Value::ONE));
    }

    #[test]
    fn arithmetic_beyond_the_range_is_refused_not_wrapped() {
        let huge = Value::whole(i128::MAX);
        assert_eq!(huge.plus(Value::ONE), None);
        assert_eq!(Value::ONE.over(Value::ZERO), None);
    }
}
