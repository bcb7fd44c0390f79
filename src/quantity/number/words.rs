//! Numbers in words: "one hundred and six", "a hundred thousand", "three point one four".

use super::super::line::Line;
use super::super::{Numeral, Precision, Value};
use super::{Number, part};
use crate::lexicon::{Class, NumberWord};

/// Longer numbers in words are read in pieces.
const LONGEST: usize = 24;

/// The number in words at `at`, without sign; scales are read where more words follow them.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Number> {
    let (mut here, mut group) = match line.entry(at).number {
        NumberWord::Cardinal(value) => (at + 1, i128::from(value)),
        NumberWord::Scale(_) | NumberWord::Collective(_) if is_singular(line, at) => (at, 1),
        _ if line.is(at, Class::Article) => match line.entry(at + 1).number {
            NumberWord::Scale(_) | NumberWord::Collective(_) if is_singular(line, at + 1) => {
                (at + 1, 1)
            }
            _ => return None,
        },
        _ => return None,
    };
    let mut total = 0_i128;
    let mut place = 0_u8;
    let mut last_scale = u8::MAX;
    let mut bare = true;
    let rules = &line.lexicon.numerals;
    let scales = |at: usize| rules.plural_scales || is_singular(line, at);
    // One word for a round number: Hebrew has them for 200 and 2,000.
    if group >= 1000 {
        (total, group, place, last_scale, bare) = (group, 0, 3, 3, false);
    } else if group >= 100 {
        (place, bare) = (2, false);
    }
    while here < at + LONGEST {
        let joined = line.is(here, Class::Join)
            || line.is_hyphen(here)
            || is_spread_hyphen(line, here)
            || place >= 3 && group == 0 && is_comma(line, here);
        let word = if joined { here + 1 } else { here };
        // "six and three quarters", "thirty-fifths": the parts are read for themselves.
        if line.is(here, Class::Join) && part(line, word).is_some_and(|part| part.plural) {
            break;
        }
        match line.entry(word).number {
            NumberWord::Cardinal(value) if !bare_zero(line, word, joined) => {
                let value = i128::from(value);
                let teen = rules.ten_after_units
                    && value == 10
                    && place == 0
                    && (1..10).contains(&(group % 100));
                let fits = if teen {
                    !line.is(here, Class::Join)
                } else if group % 100 == 0 && (group > 0 || total > 0) && place > 0 {
                    value > 0 && (!line.is(here, Class::Join) || !bare)
                } else {
                    group % 100 >= 20
                        && group % 10 == 0
                        && (1..10).contains(&value)
                        && (rules.joins_tens || !line.is(here, Class::Join))
                };
                if !fits {
                    break;
                }
                group += value;
                place = 0;
            }
            NumberWord::Scale(2) if !line.is(here, Class::Join) && group < 100 && scales(word) => {
                group = group.max(1) * 100;
                place = 2;
                bare = false;
            }
            NumberWord::Scale(power)
                if !line.is(here, Class::Join) && power < last_scale && scales(word) =>
            {
                let ten = 10_i128.checked_pow(power.into())?;
                total = total.checked_add(group.max(1).checked_mul(ten)?)?;
                group = 0;
                place = power;
                last_scale = power;
                bare = false;
            }
            NumberWord::Scale(power)
                if !line.is(here, Class::Join) && total > 0 && group == 0 && scales(word) =>
            {
                total = total.checked_mul(10_i128.checked_pow(power.into())?)?;
                place = place.saturating_add(power);
                last_scale = u8::MAX;
            }
            _ => break,
        }
        here = word + 1;
    }
    // Without an article in the language a dozen needs none.
    let dozen =
        rules.articles.is_empty() && matches!(line.entry(at).number, NumberWord::Collective(_));
    if here == at && !dozen {
        return None;
    }
    let numeral = Numeral {
        value: Value::whole(total.checked_add(group)?),
        precision: Precision::Place(i8::try_from(place).ok()?),
    };
    let number = Number {
        start: at,
        end: here,
        numeral,
        digits: false,
        length: 0,
        marked: false,
        power: place,
        letter: None,
        signed: false,
    };
    Some(decimals(line, number).unwrap_or(number))
}

/// "twenty - five": the hyphen of a text cut into words, between tens and units.
fn is_spread_hyphen(line: &Line<'_>, at: usize) -> bool {
    let tens = at > 0
        && matches!(line.entry(at - 1).number, NumberWord::Cardinal(tens) if tens >= 20 && tens % 10 == 0);
    let units = matches!(line.entry(at + 1).number, NumberWord::Cardinal(units) if (1..10).contains(&units));
    tens && units && line.is_sign(at, &['-']) && line.gap(at - 1) == " " && line.gap(at) == " "
}

/// "three million, two hundred thousand": a comma between the groups of a number.
fn is_comma(line: &Line<'_>, at: usize) -> bool {
    line.is_sign(at, &[','])
        && matches!(line.entry(at + 1).number, NumberWord::Cardinal(_))
        && line.entry(at + 2).number == NumberWord::Scale(2)
}

/// "zero" after another number begins a new one.
fn bare_zero(line: &Line<'_>, at: usize, joined: bool) -> bool {
    line.entry(at).number == NumberWord::Cardinal(0) && !joined
}

/// "million", not "millions".
fn is_singular(line: &Line<'_>, at: usize) -> bool {
    !line.is(at, Class::Vague)
}

/// With the digits after "point".
fn decimals(line: &Line<'_>, number: Number) -> Option<Number> {
    if !line.is(number.end, Class::Point) {
        return None;
    }
    let mut digits = 0_i128;
    let mut places = 0_i8;
    let mut here = number.end + 1;
    while places < 12 {
        match line.entry(here).number {
            NumberWord::Cardinal(value) if value < 10 => {
                digits = digits * 10 + i128::from(value);
                places += 1;
            }
            NumberWord::Cardinal(value) if places == 0 => {
                let unit = match line.entry(here + 2).number {
                    NumberWord::Cardinal(unit)
                        if line.is_hyphen(here + 1) && unit < 10 && value % 10 == 0 =>
                    {
                        here += 2;
                        unit
                    }
                    _ => 0,
                };
                digits = i128::from(value + unit);
                places = 2;
                here += 1;
                break;
            }
            _ => break,
        }
        here += 1;
    }
    let fraction = Value::whole(digits).times(Value::power_of_ten(-places)?)?;
    (places > 0).then_some(Number {
        end: here,
        numeral: Numeral {
            value: number.numeral.value.plus(fraction)?,
            precision: Precision::Place(-places),
        },
        marked: true,
        ..number
    })
}
