//! Numbers as written: digits with their separators, words, scales, halves.

mod digits;
mod part;
mod words;

use super::line::Line;
use super::{Numeral, Precision, Value};
use crate::lexicon::{Class, NumberWord};

pub(super) use part::{Part, denominator, part};

/// A number of one text with how it was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// First token, a sign included.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    pub numeral: Numeral,
    /// Whether it was written in digits.
    pub digits: bool,
    /// Digits of the whole part, before any scale.
    pub length: usize,
    /// Whether separators, decimals, a sign or a scale make it a number for sure.
    pub marked: bool,
    /// Power of ten of its scale word or letter.
    pub power: u8,
    /// A letter that touches the digits and may be a scale ("m"): its power.
    pub letter: Option<u8>,
    /// Whether it has a minus or plus sign.
    pub signed: bool,
}

impl Number {
    /// With the letter after it read as a scale.
    pub fn with_letter(self) -> Self {
        match self.letter {
            Some(power) => Self {
                end: self.end + 1,
                letter: None,
                ..self.scaled(power).unwrap_or(self)
            },
            None => self,
        }
    }

    /// Multiplied by a power of ten that was written after it.
    pub fn scaled(self, power: u8) -> Option<Self> {
        let power = i8::try_from(power).ok()?;
        let value = self.numeral.value.times(Value::power_of_ten(power)?)?;
        let precision = self.numeral.precision.shifted(power)?;
        Some(Self {
            numeral: Numeral { value, precision },
            power: self.power.saturating_add(power.unsigned_abs()),
            marked: true,
            ..self
        })
    }

    /// The value, where it is a whole number that fits.
    pub fn whole(&self) -> Option<i64> {
        let value = self.numeral.value;
        value
            .is_whole()
            .then(|| value.to_string().parse().ok())
            .flatten()
    }

    /// Whether it is a bare run of digits without sign, separator or scale, of one to `length` digits.
    pub fn is_plain(&self, length: usize) -> bool {
        self.digits && !self.marked && self.length <= length
    }

    /// The number with the opposite sign.
    fn negated(self) -> Option<Self> {
        let value = Value::ZERO.minus(self.numeral.value)?;
        Some(Self {
            numeral: Numeral {
                value,
                ..self.numeral
            },
            ..self
        })
    }
}

/// A part of one as a number: "a third", where it reaches further than a number does.
pub(super) fn as_number(line: &Line<'_>, at: usize) -> Option<Number> {
    let part = part(line, at)?;
    Some(Number {
        start: at,
        end: part.end,
        numeral: Numeral {
            value: part.value,
            precision: Precision::Exact,
        },
        digits: false,
        length: 0,
        marked: true,
        power: 0,
        letter: None,
        signed: false,
    })
}

/// The number that begins at `at`, read as far as it goes.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Number> {
    if line.is(at, Class::Negative) {
        // "plus or minus three points": so much to either side.
        if line.follows(at, Class::Restating) {
            return None;
        }
        let number_at = if line.is_hyphen(at + 1) {
            at + 2
        } else {
            at + 1
        };
        let number = unsigned(line, number_at)?.negated()?;
        return Some(Number {
            start: at,
            marked: true,
            signed: true,
            ..number
        });
    }
    if line.is_sign(at, &['-', '−', '+', '–']) {
        if !line.glued(at)
            || (line.glued_before(at) && !line.follows_sign(at, &['(', '$', '€', '£', '[', '~']))
        {
            return None;
        }
        let number = unsigned(line, at + 1).filter(|number| number.digits)?;
        let number = if line.is_sign(at, &['+']) {
            number
        } else {
            number.negated()?
        };
        return Some(Number {
            start: at,
            marked: true,
            signed: true,
            ..number
        });
    }
    unsigned(line, at)
}

fn unsigned(line: &Line<'_>, at: usize) -> Option<Number> {
    let core = digits::read(line, at).or_else(|| words::read(line, at))?;
    let number = with_scale(line, with_half(line, core));
    let number = with_rest_of_hundred(line, number);
    Some(if number.power > core.power {
        with_half(line, number)
    } else {
        number
    })
}

/// "3 hundred and 21".
fn with_rest_of_hundred(line: &Line<'_>, number: Number) -> Number {
    let rest = number.end + 1;
    if !number.digits || number.power != 2 || !line.is(number.end, Class::Join) {
        return number;
    }
    let below = |rest: &Number| {
        let small = rest.whole().is_some_and(|rest| (1..100).contains(&rest));
        small && rest.power == 0 && !rest.marked
    };
    let sum = digits::read(line, rest)
        .or_else(|| words::read(line, rest))
        .filter(below)
        .and_then(|rest| Some((number.numeral.value.plus(rest.numeral.value)?, rest.end)));
    match sum {
        Some((value, end)) => Number {
            end,
            numeral: Numeral {
                value,
                precision: Precision::Place(0),
            },
            power: 0,
            ..number
        },
        None => number,
    }
}

/// With a part that follows: "3½", "2 1/2", "two and a half", "a million and a half", "a billion and a half million".
fn with_half(line: &Line<'_>, number: Number) -> Number {
    if !number.numeral.value.is_whole() {
        return number;
    }
    let end = number.end;
    let (fraction, end) = if let Some(value) = line.sign(end).and_then(part::vulgar) {
        (value, end + 1)
    } else if number.digits
        && number.power == 0
        && !line.glued(end - 1)
        && let Some((value, after)) = part::slashed(line, end)
    {
        (value, after)
    } else if line.is(end, Class::Join)
        && let Some(found) = part(line, end + 1)
        && found.joins
    {
        (found.value, found.end)
    } else if let Some(found) = hyphenated_half(line, end) {
        found
    } else {
        return number;
    };
    // A part of the scale before it, or of the smaller one that it brings: hundreds are not parted.
    let own = match line.entry(end).number {
        NumberWord::Scale(power) if number.power > power => Some(power),
        _ => None,
    };
    let power = own.unwrap_or(if number.power >= 3 { number.power } else { 0 });
    let sum = i8::try_from(power).ok().and_then(|power| {
        let fraction = fraction.times(Value::power_of_ten(power)?)?;
        let value = number.numeral.value.plus(fraction)?;
        Some((value, Precision::Place(power - 1)))
    });
    match sum {
        Some((value, precision)) => Number {
            end: end + usize::from(own.is_some()),
            numeral: Numeral { value, precision },
            marked: true,
            ..number
        },
        None => number,
    }
}

/// "-and-a-half" after a number: its value, and one past it.
fn hyphenated_half(line: &Line<'_>, at: usize) -> Option<(Value, usize)> {
    let (join, article, half) = (at + 1, at + 3, at + 5);
    let hyphens = [at, at + 2, at + 4]
        .into_iter()
        .all(|at| line.is_hyphen(at));
    let words = line.is(join, Class::Join) && line.is(article, Class::Article);
    let value = match line.entry(half).number {
        NumberWord::Part(parts @ (2 | 4)) => Value::ratio(1, parts.into())?,
        _ => return None,
    };
    (hyphens && words).then_some((value, half + 1))
}

/// With the scale words that follow: "million", "lakh crore", "dozen"; a letter is noted.
fn with_scale(line: &Line<'_>, number: Number) -> Number {
    let mut number = number;
    for _ in 0..3 {
        let at = if line.is_hyphen(number.end) || is_note_mark(line, &number) {
            number.end + 1
        } else {
            number.end
        };
        let next = match line.entry(at).number {
            NumberWord::Scale(power) if !is_plural_scale(line, at) => number.scaled(power),
            NumberWord::Collective(many) => so_many(&number, many).map(|value| Number {
                numeral: Numeral {
                    value,
                    ..number.numeral
                },
                marked: true,
                ..number
            }),
            _ => None,
        };
        match next {
            Some(next) => {
                number = Number {
                    end: at + 1,
                    ..next
                }
            }
            None => break,
        }
    }
    // "Rs 2,400-cr"
    if number.digits
        && number.power == 0
        && line.is_hyphen(number.end)
        && let Some(scaled) =
            scale_letters(line, number.end + 1).and_then(|power| number.scaled(power))
    {
        return Number {
            end: number.end + 2,
            ..scaled
        };
    }
    if number.digits
        && number.power == 0
        && line.is_word(number.end)
        && let Some(power) = line.lexicon.numerals.letters.get(line.word(number.end))
    {
        let glued = line.glued(number.end - 1);
        let noun = line.is_word(number.end + 1) && !line.is_capital(number.end + 1);
        let spaced = line.word(number.end).chars().all(char::is_uppercase) && noun;
        if glued || spaced || line.word(number.end).len() > 1 {
            number.letter = Some(*power);
        }
    }
    number
}

/// The power of ten of letters that are nothing but a scale: "cr", "bn".
fn scale_letters(line: &Line<'_>, at: usize) -> Option<u8> {
    let letters = Some(line.word(at)).filter(|word| word.len() > 1)?;
    line.lexicon.numerals.letters.get(letters).copied()
}

/// Whether a raised digit after the digits points to a note: "12³ million".
fn is_note_mark(line: &Line<'_>, number: &Number) -> bool {
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '†' | '‡');
    let mark = line.word(number.end);
    number.digits && line.glued(number.end - 1) && !mark.is_empty() && mark.chars().all(raised)
}

/// Times a dozen; in words only what stands after the hundreds: "three hundred and two dozen".
fn so_many(number: &Number, many: u16) -> Option<Value> {
    let many = Value::whole(many.into());
    let rest = number.whole().map_or(0, |whole| whole % 100);
    if number.digits || rest == 0 || number.whole() == Some(rest) {
        return number.numeral.value.times(many);
    }
    let rest = Value::whole(rest.into());
    let hundreds = number.numeral.value.minus(rest)?;
    hundreds.plus(rest.times(many)?)
}

/// "5 millions of" is a number; "millions" alone is vague.
fn is_plural_scale(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Class::Vague)
        && !line.is_digits(at.saturating_sub(1))
        && line.entry(at.saturating_sub(1)).number == NumberWord::None
}
