//! Parts of one: "a third", "two-thirds", "half", "1/3", "¾".

use super::super::Value;
use super::super::line::Line;
use crate::lexicon::{Class, NumberWord};

/// A part of one.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Part {
    /// One past the last token.
    pub end: usize,
    pub value: Value,
    /// Whether it can follow "and" in a number: "two and a half".
    pub joins: bool,
    /// Whether the words alone tell a part, whatever follows: "two-thirds", not "a third".
    pub sure: bool,
    /// Whether it is several parts in words: "two-thirds".
    pub plural: bool,
}

/// The part that begins at `at`.
pub(in super::super) fn part(line: &Line<'_>, at: usize) -> Option<Part> {
    if let Some(value) = line.sign(at).and_then(vulgar) {
        return Some(Part {
            end: at + 1,
            value,
            joins: false,
            sure: true,
            plural: false,
        });
    }
    if let Some((value, end)) = slashed(line, at) {
        return Some(Part {
            end,
            value,
            joins: false,
            sure: true,
            plural: false,
        });
    }
    // Without an article in the language a part needs none: Hebrew “half”, “third”.
    let articles = !line.lexicon.numerals.articles.is_empty();
    if line.is(at, Class::Half) {
        return Some(Part {
            end: at + 1,
            value: Value::ratio(1, 2)?,
            joins: !articles,
            sure: false,
            plural: false,
        });
    }
    if line.is(at, Class::Article) {
        let (parts, end) = denominator(line, at + 1)?;
        let joins = parts == 2 || parts == 4;
        return Some(Part {
            end,
            value: Value::ratio(1, parts)?,
            joins,
            sure: false,
            plural: false,
        });
    }
    let numerator = match line.entry(at).number {
        NumberWord::Part(parts) if !articles => {
            return Some(Part {
                end: at + 1,
                value: Value::ratio(1, parts.into())?,
                joins: parts == 2 || parts == 4,
                sure: false,
                plural: false,
            });
        }
        NumberWord::Cardinal(value) if (1..100).contains(&value) => i128::from(value),
        _ if line.is_digits(at) && line.word(at).len() < 3 => line.word(at).parse().ok()?,
        _ => return None,
    };
    let under = if line.is_hyphen(at + 1) {
        at + 2
    } else {
        at + 1
    };
    let (parts, end) = denominator(line, under)?;
    let word = end - 1;
    let plural = matches!(line.entry(word).number, NumberWord::Part(_)) && parts != 2 && parts != 4
        || line.word(word).ends_with('s');
    // "two and three-quarter hours"
    let adjective = line.is_hyphen(at + 1)
        && matches!(line.entry(word).number, NumberWord::Part(4))
        && numerator == 3;
    let agrees = plural == (numerator != 1) || !articles || adjective;
    // "fifty fifths" alone is one, but "forty sevenths" is rather forty of something.
    let small = numerator < 20 || end > under + 1;
    (agrees && small && numerator > 0).then_some(())?;
    Some(Part {
        end,
        value: Value::ratio(numerator, parts)?,
        joins: true,
        sure: parts != 4 || numerator != 1,
        plural,
    })
}

/// The denominator that words name, and one past them: "third", "twenty-fifths".
pub(in super::super) fn denominator(line: &Line<'_>, at: usize) -> Option<(i128, usize)> {
    match line.entry(at).number {
        NumberWord::Part(parts) => Some((parts.into(), at + 1)),
        NumberWord::Ordinal(parts) if parts > 2 => Some((parts.into(), at + 1)),
        NumberWord::OrdinalScale(power) => Some((10_i128.checked_pow(power.into())?, at + 1)),
        NumberWord::Cardinal(tens) if tens >= 20 && tens % 10 == 0 => {
            let unit = at + 1 + usize::from(line.is_hyphen(at + 1));
            let units = match line.entry(unit).number {
                NumberWord::Part(units) => i128::from(units),
                NumberWord::Ordinal(units) => i128::from(units),
                _ => return None,
            };
            (1..10)
                .contains(&units)
                .then_some((i128::from(tens) + units, unit + 1))
        }
        _ => None,
    }
}

/// A fraction in digits: "1/3", with the bar or the fraction slash.
pub(super) fn slashed(line: &Line<'_>, at: usize) -> Option<(Value, usize)> {
    let joined = line.is_digits(at)
        && line.glued(at)
        && line.is_sign(at + 1, &['/', '⁄'])
        && line.glued(at + 1)
        && line.is_digits(at + 2);
    let alone = !(line.glued_before(at) && line.follows_sign(at, &['/', '.', ',', ':']))
        && !(line.glued(at + 2) && (line.is_sign(at + 3, &['/', ':']) || line.is_word(at + 3)));
    if !joined || !alone {
        return None;
    }
    let (over, under) = (line.word(at), line.word(at + 2));
    if over.len() > 3 || under.len() > 4 || over.starts_with('0') || under.starts_with('0') {
        return None;
    }
    let (over, under): (i128, i128) = (over.parse().ok()?, under.parse().ok()?);
    (over < under)
        .then(|| Value::ratio(over, under))
        .flatten()
        .map(|value| (value, at + 3))
}

/// The fraction that one character stands for.
pub(super) fn vulgar(sign: char) -> Option<Value> {
    let (over, under) = match sign {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    };
    Value::ratio(over, under)
}
