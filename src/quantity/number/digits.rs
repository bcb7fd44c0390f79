//! Numbers in digits: "98,000", "1 234 567", "12,34,567.89", "1.234.567", ".5", "3·4", "1e10", "10³".

use super::super::hedge;
use super::super::line::Line;
use super::super::{Numeral, Precision, Value};
use super::Number;
use crate::lexicon::Class;

/// More groups of digits than this are a code, not a number.
const GROUPS: usize = 10;
/// How far back a text shows its style of separators, in tokens.
const STYLE: usize = 40;
/// The decimal sign of some British journals: "3·4 million".
const RAISED_POINT: char = '·';
/// More digits than this are a code, not a number.
const DIGITS: usize = 26;

/// The number in digits at `at`, without sign and scale.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Number> {
    let leading_point = line.is_sign(at, &['.'])
        && line.glued(at)
        && line.is_digits(at + 1)
        && !line.glued_before(at);
    if leading_point {
        let fraction = line.word(at + 1);
        return number(at, at + 2, "0", fraction, true);
    }
    if !line.is_digits(at) || is_inside(line, at) {
        return None;
    }
    let (groups, separators) = groups(line, at)?;
    let end_of = |groups: usize| at + 2 * groups - 1;
    let first = *groups.first()?;
    let Some(last_separator) = separators.last().copied() else {
        if let Some(spaced) = spaced(line, at, first).or_else(|| comma_and_space(line, at, first)) {
            return Some(spaced);
        }
        return Some(exponent(line, number(at, at + 1, first, "", false)?));
    };
    let (body, last) = (separators.get(..separators.len() - 1)?, *groups.last()?);
    let thousands = |separator: char, groups: &[&str], separators: &[char]| {
        separators.iter().all(|other| *other == separator) && are_thousands(groups)
    };
    let all = groups.len();
    if matches!(last_separator, '.' | ',')
        && let Some(separator) = body.first().copied()
        && separator != last_separator
        && thousands(separator, groups.get(..all - 1)?, body)
    {
        return number(
            at,
            end_of(all),
            &groups.get(..all - 1)?.concat(),
            last,
            true,
        );
    }
    if last_separator != '.' && thousands(last_separator, &groups, &separators) {
        return number(at, end_of(all), &groups.concat(), "", true);
    }
    if last_separator == '.' && separators.len() == 1 {
        return Some(exponent(line, number(at, end_of(2), first, last, true)?));
    }
    if last_separator == '.' {
        let whole = separators.iter().all(|separator| *separator == '.') && are_thousands(&groups);
        return whole
            .then(|| number(at, end_of(all), &groups.concat(), "", true))
            .flatten();
    }
    if last_separator == ',' && separators.len() == 1 && last.len() <= 2 && first.len() <= 3 {
        return number(at, end_of(2), first, last, true);
    }
    number(at, at + 1, first, "", false)
}

/// Whether the digits go on a number that began before: the "5" of "1.5".
fn is_inside(line: &Line<'_>, at: usize) -> bool {
    at >= 2
        && line.glued(at - 1)
        && line.glued(at - 2)
        && line.is_sign(at - 1, &['.', RAISED_POINT])
        && line.is_digits(at - 2)
}

/// Groups of digits from `at` on with the separators between them.
fn groups<'a>(line: &Line<'a>, at: usize) -> Option<(Vec<&'a str>, Vec<char>)> {
    let mut groups = vec![line.word(at)];
    let mut separators = Vec::new();
    let mut here = at;
    while line.glued(here) && line.glued(here + 1) && line.is_digits(here + 2) {
        let Some(separator) = line
            .sign(here + 1)
            .filter(|sign| matches!(sign, ',' | '.' | '\'' | '’' | &RAISED_POINT))
        else {
            break;
        };
        separators.push(if separator == RAISED_POINT {
            '.'
        } else {
            separator
        });
        groups.push(line.word(here + 2));
        here += 2;
        if groups.len() > GROUPS {
            return None;
        }
    }
    Some((groups, separators))
}

/// Groups of three after the first, or the Indian way: of two, the last of three.
fn are_thousands(groups: &[&str]) -> bool {
    let Some((first, rest)) = groups.split_first() else {
        return false;
    };
    let Some((last, middle)) = rest.split_last() else {
        return true;
    };
    let western = middle.iter().all(|group| group.len() == 3);
    let indian = first.len() <= 2 && middle.iter().all(|group| group.len() == 2);
    last.len() == 3 && first.len() <= 3 && (western || indian)
}

/// Groups of three parted by spaces: "1 234 567,8".
fn spaced(line: &Line<'_>, at: usize, first: &str) -> Option<Number> {
    // "an i7 860": digits of a name go on in no number.
    let named =
        line.glued_before(at) && at > 0 && line.word(at - 1).len() == 1 && line.is_lower(at - 1);
    if first.len() > 3 || first.starts_with('0') || named || (at > 0 && line.is_digits(at - 1)) {
        return None;
    }
    let mut whole = first.to_owned();
    let mut here = at;
    while line.is_digits(here + 1)
        && line.word(here + 1).len() == 3
        && is_thin(line.gap(here), whole.len() > 3)
    {
        whole.push_str(line.word(here + 1));
        here += 1;
        if whole.len() > DIGITS {
            return None;
        }
    }
    if here == at || (line.is_digits(here + 1) && !line.gap(here).is_empty()) {
        return None;
    }
    // "29 737 MAX": so many of a model.
    if line.is(here + 1, Class::Model) && line.is_capital(here + 1) {
        return None;
    }
    let point = line.glued(here)
        && line.is_sign(here + 1, &['.', ','])
        && line.glued(here + 1)
        && line.is_digits(here + 2);
    if point {
        return number(at, here + 3, &whole, line.word(here + 2), true);
    }
    number(at, here + 1, &whole, "", true)
}

/// Groups of three after a comma and a space: "10, 000". Only where a group begins with a zero, or the first stands
/// behind a hedge; "7, 100 and 250" is a list.
fn comma_and_space(line: &Line<'_>, at: usize, first: &str) -> Option<Number> {
    if first.len() > 3 || first.starts_with('0') || line.follows_sign(at, &[',']) {
        return None;
    }
    let is_group = |here: usize| {
        line.is_sign(here, &[','])
            && line.glued_before(here)
            && line.gap(here) == " "
            && line.is_digits(here + 1)
            && line.word(here + 1).len() == 3
    };
    if !is_group(at + 1) {
        return None;
    }
    let mut whole = first.to_owned();
    let mut here = at + 1;
    // A group that begins with a zero shows how this text is written.
    let shown = |here: usize| is_group(here) && line.word(here + 1).starts_with('0');
    let mut sure = line.follows(at, Class::Auxiliary)
        || hedge::before(line, at, 0).is_some()
        || (at.saturating_sub(STYLE)..at).any(shown);
    while is_group(here) {
        sure |= line.word(here + 1).starts_with('0');
        whole.push_str(line.word(here + 1));
        here += 2;
        if whole.len() > DIGITS {
            return None;
        }
    }
    let listed = line.is_sign(here, &[',']) && line.is_digits(here + 1)
        || line.is(here, Class::Conjunction) && line.is_digits(here + 1)
        || line.follows(at, Class::Month);
    (here > at + 1 && sure && !listed)
        .then(|| number(at, here, &whole, "", true))
        .flatten()
}

/// One space that parts groups of digits.
fn is_thin(gap: &str, _begun: bool) -> bool {
    matches!(gap, "\u{a0}" | "\u{2009}" | "\u{202f}" | " ")
}

/// With a power after it: "1e10", "6.2×10^-4", "2^10", "10³".
fn exponent(line: &Line<'_>, number: Number) -> Number {
    let end = number.end;
    if number.numeral == Numeral::whole(10) && line.glued_before(end) {
        // Behind any other number a raised digit is the mark of a note.
        let ten = lowered(line.word(end)).and_then(Value::power_of_ten);
        if let Some(value) = ten {
            return Number {
                end: end + 1,
                numeral: Numeral {
                    value,
                    precision: Precision::Exact,
                },
                marked: true,
                ..number
            };
        }
    }
    if line.is_sign(end, &['^']) && line.glued_before(end) && line.glued(end) {
        return raised(line, number).unwrap_or(number);
    }
    let letter = line.glued(end - 1) && matches!(line.word(end), "e" | "E") && line.glued(end);
    let times = line.is_sign(end, &['×']) || (line.glued(end - 1) && line.word(end) == "x");
    // "18 × 10³": the power is raised.
    let raised_power = (times && line.word(end + 1) == "10" && line.glued(end + 1))
        .then(|| lowered(line.word(end + 2)))
        .flatten();
    if let Some(power) = raised_power {
        let ten = Value::power_of_ten(power).and_then(|ten| number.numeral.value.times(ten));
        if let (Some(value), Some(precision)) = (ten, number.numeral.precision.shifted(power)) {
            return Number {
                end: end + 3,
                numeral: Numeral { value, precision },
                marked: true,
                ..number
            };
        }
    }
    let (mut at, exact) = if letter {
        (end + 1, true)
    } else if times && line.word(end + 1) == "10" {
        (end + 2, false)
    } else {
        return number;
    };
    if !exact && line.is_sign(at, &['^']) {
        at += 1;
    }
    let negative = line.is_sign(at, &['-', '−', '–']);
    if negative || line.is_sign(at, &['+']) {
        at += 1;
    }
    if !line.is_digits(at) || !line.glued_before(at) {
        return number;
    }
    let Ok(power) = line.word(at).parse::<i8>() else {
        return number;
    };
    let power = if negative { -power } else { power };
    let value = Value::power_of_ten(power).and_then(|ten| number.numeral.value.times(ten));
    let precision = number.numeral.precision.shifted(power);
    match (value, precision) {
        (Some(value), Some(precision)) => Number {
            end: at + 1,
            numeral: Numeral { value, precision },
            marked: true,
            ..number
        },
        _ => number,
    }
}

/// The number in raised digits: "⁻³" is -3.
fn lowered(raised: &str) -> Option<i8> {
    let sign = raised.strip_prefix('⁻');
    let digits = sign.unwrap_or(raised);
    let digit = |c: char| match c {
        '⁰' => Some('0'),
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '⁴'..='⁹' => char::from_digit(u32::from(c) - u32::from('⁴') + 4, 10),
        _ => None,
    };
    let plain: String = digits.chars().map(digit).collect::<Option<_>>()?;
    let power: i8 = plain.parse().ok()?;
    Some(if sign.is_some() { -power } else { power })
}

/// "2^10", "2.5^-1".
fn raised(line: &Line<'_>, number: Number) -> Option<Number> {
    let negative = line.is_sign(number.end + 1, &['-', '−', '–']);
    let at = number.end + 1 + usize::from(negative || line.is_sign(number.end + 1, &['+']));
    let power: u8 = line
        .word(at)
        .parse()
        .ok()
        .filter(|_| line.glued_before(at))?;
    let mut value = Value::ONE;
    for _ in 0..power {
        value = value.times(number.numeral.value)?;
    }
    if negative {
        value = Value::ONE.over(value)?;
    }
    Some(Number {
        end: at + 1,
        numeral: Numeral {
            value,
            precision: Precision::Exact,
        },
        marked: true,
        ..number
    })
}

fn number(start: usize, end: usize, whole: &str, fraction: &str, marked: bool) -> Option<Number> {
    if whole.len() + fraction.len() > DIGITS {
        return None;
    }
    let places = i8::try_from(fraction.len()).ok()?;
    let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
    let value = Value::whole(digits).times(Value::power_of_ten(-places)?)?;
    Some(Number {
        start,
        end,
        numeral: Numeral {
            value,
            precision: if fraction.ends_with('0') {
                Precision::Zeros(-places)
            } else {
                Precision::Place(-places)
            },
        },
        digits: true,
        length: whole.len(),
        marked,
        power: 0,
        letter: None,
        signed: false,
    })
}
