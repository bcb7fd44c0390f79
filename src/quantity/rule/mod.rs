//! Rules that find quantities, and numbers that are none.
//!
//! A rule looks at one place of a sentence where a number may begin. Of the rules that match there the one that
//! reaches furthest wins, then the one listed first; so rules for what is no quantity come first.

mod age;
mod clock;
mod code;
mod date;
mod either;
mod multiple;
mod name;
mod plain;
mod range;
mod rank;
mod score;
mod share;
mod vague;

use std::cell::OnceCell;

pub(super) use plain::may_be_one_and_a_half;

use super::line::Line;
use super::measure::{self, Measure};
use super::number::{self, Number};
use super::{Kind, Numeral, Precision, Qualifier, Value};
use crate::lexicon::units::{Joint, Setting};
use crate::lexicon::{Class, NumberWord};

/// A rule: data around one function.
pub struct Rule {
    /// The shape it matches: `between <number> and <quantity>`.
    pub name: &'static str,
    /// What it finds, in a sentence for the reader of "why was this found?".
    pub explanation: &'static str,
    pub(super) matcher: fn(&Place<'_>) -> Option<Outcome>,
    /// Sentences with the figure between « », and what it means: `["killed «at least 40» people", ">= 40 person"]`.
    pub examples: &'static [(&'static str, &'static str)],
    /// Sentences without any figure.
    pub counter_examples: &'static [&'static str],
}

/// All rules, in the order that decides between matches of one length.
pub const RULES: &[Rule] = &[
    code::CODE,
    clock::CLOCK,
    date::DATE,
    date::YEAR,
    score::TALLY,
    score::SCORE,
    name::NAME,
    age::YEARS_OLD,
    age::AFTER_NAME,
    range::BOUNDS,
    range::RANGE,
    share::PARTS,
    range::FROM_TO,
    either::EITHER,
    score::ODDS,
    share::ONE_IN,
    share::PART,
    multiple::TIMES,
    vague::VAGUE,
    rank::RANK,
    plain::QUANTITY,
];

/// A place where a number may begin, with what is read there once for all rules.
pub(super) struct Place<'a> {
    pub line: Line<'a>,
    pub at: usize,
    /// First token that is free: nothing before it may be taken.
    pub floor: usize,
    pub number: Option<Number>,
    /// A unit before it: "US$".
    pub prefix: Option<(usize, Measure)>,
    /// The unit after it, looked up when a rule first asks.
    unit: OnceCell<Option<Measure>>,
}

/// What a rule found.
pub(super) enum Outcome {
    /// Nothing to report up to this token.
    Nothing(usize),
    /// Figures, in order.
    Figures(Vec<Figure>),
}

/// The size as written, without hedge.
#[derive(Clone, Debug)]
pub(super) enum Size {
    Single(Numeral),
    Range(Numeral, Numeral),
    Vague(String, Value, Value),
}

/// A figure as a rule found it; hedge, sense and person are read by all rules alike.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// First token of number and unit.
    pub start: usize,
    /// One past their last token.
    pub end: usize,
    pub size: Size,
    pub unit: Option<Measure>,
    pub kind: Kind,
    /// Where the phrase counted begins, if something is counted.
    pub counts_at: Option<usize>,
    /// Whether the number is one, so that the noun is a singular.
    pub one: bool,
    /// A hedge that the rule itself read.
    pub qualifier: Option<Qualifier>,
    /// Sign written before the number.
    pub sign: Option<char>,
}

impl Figure {
    pub fn new(start: usize, end: usize, size: Size, kind: Kind) -> Self {
        // Who is 54 is not nearly 55: ages are counted, not rounded.
        let size = match size {
            Size::Single(numeral) if kind == Kind::Age => Size::Single(Numeral {
                precision: Precision::Exact,
                ..numeral
            }),
            size => size,
        };
        Self {
            start,
            end,
            size,
            unit: None,
            kind,
            counts_at: None,
            one: false,
            qualifier: None,
            sign: None,
        }
    }
}

impl Outcome {
    pub fn end(&self) -> usize {
        match self {
            Self::Nothing(end) => *end,
            Self::Figures(figures) => figures.last().map_or(0, |figure| figure.end),
        }
    }

    pub fn one(figure: Figure) -> Self {
        Self::Figures(vec![figure])
    }
}

impl<'a> Place<'a> {
    pub fn new(line: Line<'a>, at: usize, floor: usize) -> Self {
        let number = number::read(&line, at);
        let prefix = number
            .and_then(|_| measure::before(&line, at))
            .filter(|(start, _)| *start >= floor);
        Self {
            line,
            at,
            floor,
            number,
            prefix,
            unit: OnceCell::new(),
        }
    }

    /// The unit after the number, as its digits or words stand.
    pub fn unit(&self) -> Option<&Measure> {
        let look = || {
            let number = self.number?;
            measure::after(&self.line, number.start, number.end, false)
        };
        self.unit.get_or_init(look).as_ref()
    }

    /// The number with its unit, read as far as they go together.
    pub fn measured(&self, number: Number) -> (Number, Option<Measure>) {
        match self.sign_of_money() {
            Some(prefix) => measured(&self.line, number, Some(prefix)),
            None => with_unit(&self.line, number, self.unit().cloned()),
        }
    }

    /// First token of number and unit.
    pub fn start(&self) -> usize {
        self.prefix.as_ref().map_or(self.at, |(start, _)| *start)
    }

    /// The unit before the number.
    pub fn sign_of_money(&self) -> Option<&Measure> {
        self.prefix.as_ref().map(|(_, unit)| unit)
    }
}

/// A number with its unit: the number may reach further once the unit is known ("18.5m" of money).
pub(super) fn measured(
    line: &Line<'_>,
    number: Number,
    prefix: Option<&Measure>,
) -> (Number, Option<Measure>) {
    if let Some(prefix) = prefix {
        let number = letter_apart(line, number).with_letter();
        let end = past_nation(line, number.end);
        return (
            number,
            Some(measure::rate(
                line,
                Measure {
                    end,
                    ..prefix.clone()
                },
            )),
        );
    }
    let unit = measure::after(line, number.start, number.end, false);
    with_unit(line, number, unit)
}

/// "€1.35 m": behind a sign of money a small letter that stands apart is a scale, and no metre.
fn letter_apart(line: &Line<'_>, number: Number) -> Number {
    let may = number.digits && number.power == 0 && line.is_lower(number.end);
    let power = line.lexicon.numerals.letters.get(line.word(number.end));
    Number {
        letter: number.letter.or(power.copied().filter(|_| may)),
        ..number
    }
}

/// A number with the unit found after its digits or words.
fn with_unit(line: &Line<'_>, number: Number, unit: Option<Measure>) -> (Number, Option<Measure>) {
    if number.letter.is_some() && (unit.is_none() || scales(line, &number)) {
        let scaled = number.with_letter();
        let unit = measure::after(line, number.start, scaled.end, false);
        return (scaled, unit);
    }
    if unit.is_none()
        && let Some(found) = in_scaled_code(line, number)
    {
        return found;
    }
    // "75 USD million"
    if let Some(money) = unit.as_ref().filter(|unit| unit.kind == Kind::Money)
        && let NumberWord::Scale(power) = line.entry(money.end).number
        && number.power == 0
        && let Some(scaled) = number.scaled(power)
    {
        let unit = Measure {
            end: money.end + 1,
            ..money.clone()
        };
        return (scaled, Some(unit));
    }
    (number, unit)
}

/// "120 MEUR": a scale and a currency in one word.
fn in_scaled_code(line: &Line<'_>, number: Number) -> Option<(Number, Option<Measure>)> {
    let word = line.word(number.end);
    let code = word
        .get(1..)
        .filter(|code| code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()))?;
    let power = *line.lexicon.numerals.letters.get(word.get(..1)?)?;
    let setting = Setting {
        before: "",
        joint: Joint::Space,
        money: false,
    };
    let (bytes, form) = line.lexicon.units.read_after(code, &setting)?;
    // "T" before a code is a thousand in some countries.
    let money = bytes == code.len() && measure::kind_of(&form.code) == Kind::Money && power < 12;
    let end = number.end + 1;
    let number = number.scaled(power).filter(|_| money)?;
    let unit = Measure {
        end,
        code: form.code.clone(),
        words: code.to_owned(),
        kind: Kind::Money,
    };
    Some((Number { end, ..number }, Some(unit)))
}

/// Whether the letter after the digits is a scale although it is also a unit: "1.2m tons", "35m of them".
fn scales(line: &Line<'_>, number: &Number) -> bool {
    let letter = line.word(number.end);
    let next = number.end + 1;
    if letter.len() > 1 || matches!(letter, "k" | "B" | "M") {
        return true;
    }
    let spaced = line.is_word(next) && !line.glued(number.end);
    let unit =
        line.word(next).len() > 2 && measure::after(line, number.start, next, false).is_some();
    let counted = !line.is(next, Class::Preposition) && super::counted::is_plural(line, next);
    // "1.2t of ore" is a tonne.
    let tonne = letter == "t";
    let target = spaced && line.is(next, Class::Multitude);
    // "35m of them", not "within 300m of the blast".
    let of = line.is(next, Class::Of) && !is_length(line, number);
    spaced && (unit || counted || of) && !tonne
        || letter == "m" && (target || counts_many(line, number))
}

/// How far a telling word may stand from a number with a letter behind it, in tokens.
const NEAR: usize = 15;

/// Whether a word near the number tells of a length.
fn is_length(line: &Line<'_>, number: &Number) -> bool {
    let around = number.start.saturating_sub(NEAR)..number.end + 1 + NEAR;
    around.into_iter().any(|at| line.is(at, Class::Extent))
}

/// "Passengers hit 84.1m", "48m people here, 10m there": what is counted stands before, and nothing tells of a length.
fn counts_many(line: &Line<'_>, number: &Number) -> bool {
    let (start, end) = (number.start, number.end + 1);
    let fits = number.length < 4 && !line.is_hyphen(end);
    let told = || {
        (start.saturating_sub(NEAR)..start).any(|at| {
            line.is(at, Class::Multitude)
                || line.word(at) == "m"
                    && line.glued_before(at)
                    && (line.is(at + 1, Class::Multitude) || line.is(at + 1, Class::Person))
        })
    };
    fits && told() && !is_length(line, number)
}

/// Past "US" in "$75 US a barrel".
fn past_nation(line: &Line<'_>, at: usize) -> usize {
    if line.is(at, Class::Nation) && line.word(at).chars().all(char::is_uppercase) {
        at + 1
    } else if line.word(at) == "U"
        && line.word(at + 2) == "S"
        && line.glued(at)
        && line.glued(at + 1)
    {
        at + 3 + usize::from(line.glued(at + 2) && line.is_sign(at + 3, &['.']))
    } else {
        at
    }
}

#[cfg(test)]
mod tests;
