//! The time a figure is about: stated dates, relative ones and windows, laid against the article's date.

mod calendar;
mod moved;
mod part;
mod relative;
#[cfg(test)]
mod tests;
mod window;
mod year;

use std::ops::Range;

use jiff::civil::Date;

use super::{Period, Phrase};
use crate::lexicon::periods::{PeriodWords, TimeUnit};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// What sort of time it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// Days, or a day.
    Stretch,
    /// "pre-war".
    Epoch,
    /// "since …": open towards the article's date.
    Since,
    /// The start of a record: "the highest since 2021".
    Record,
    /// A point in time, whose days may be unknown: "at the end of June".
    Point,
    /// "as of June 30".
    AsOf,
}

/// A time written in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Time {
    pub(super) tokens: Range<usize>,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) nature: Nature,
    /// Units from another time of the sentence: "the year before".
    shift: Option<(i32, TimeUnit)>,
}

impl Time {
    /// A time of these tokens without more than its days.
    const fn new(tokens: Range<usize>, from: Option<Date>, to: Option<Date>) -> Self {
        Self {
            tokens,
            from,
            to,
            nature: Nature::Stretch,
            shift: None,
        }
    }

    /// Whether it begins with "since".
    pub(super) const fn is_since(&self) -> bool {
        matches!(self.nature, Nature::Since | Nature::Record)
    }

    /// Whether it is a named time.
    pub(super) fn is_epoch(&self) -> bool {
        self.nature == Nature::Epoch
    }

    /// Whether it is a point and no stretch.
    pub(super) const fn is_point(&self) -> bool {
        matches!(self.nature, Nature::Point | Nature::AsOf)
    }

    /// Whether it tells of a record and of no figure.
    pub(super) fn is_record(&self) -> bool {
        self.nature == Nature::Record
    }

    /// Whether it says on which day a figure held.
    pub(super) fn holds(&self) -> bool {
        self.nature == Nature::AsOf
    }

    /// Whether it is told from another time: "a year earlier".
    pub(super) const fn is_relative(&self) -> bool {
        self.shift.is_some()
    }

    /// The same words, of days that nobody knows.
    pub(super) fn without_days(&self) -> Self {
        Self {
            from: None,
            to: None,
            ..self.clone()
        }
    }

    /// As a facet.
    pub(super) fn period(&self, syntax: &Syntax<'_>) -> Option<Period> {
        let span = syntax.span(&self.tokens)?;
        let text = syntax.text.slice(span).to_owned();
        Some(Period {
            epoch: self.is_epoch().then(|| text.clone()),
            words: Phrase {
                text,
                span: Some(span),
            },
            from: self.from,
            to: self.to,
        })
    }
}

/// A text whose times are read: its words for times, and the article's date.
#[derive(Clone, Copy)]
struct Times<'a> {
    syntax: &'a Syntax<'a>,
    words: &'a PeriodWords,
    published: Option<Date>,
}

/// A reader of one form of time at a token of a sentence that ends at another; the times it gives begin there.
type Reader = fn(Times<'_>, usize, usize) -> Option<Time>;

/// Most words that lead to the first word of a time: "as of the five weeks".
const LEADING: usize = 4;

/// Every form, the first that fits wins.
const READERS: &[Reader] = &[
    window::days,
    window::window,
    part::led,
    relative::former,
    relative::units_from_now,
    relative::since,
    relative::deictic,
    relative::current,
    relative::epoch,
    calendar::day,
    calendar::weekday,
    relative::earlier,
    relative::ago,
    relative::recent,
    relative::in_units,
    year::year,
];

/// The times written in `sentence`, in order, never overlapping; `published` is the article's date.
pub(super) fn times(
    syntax: &Syntax<'_>,
    words: &PeriodWords,
    sentence: &Range<usize>,
    published: Option<Date>,
) -> Vec<Time> {
    let text = Times {
        syntax,
        words,
        published,
    };
    let mut found: Vec<Time> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let time = text
            .may_begin(at)
            .then(|| {
                READERS
                    .iter()
                    .find_map(|reader| reader(text, at, sentence.end))
            })
            .flatten();
        match time {
            Some(time) => {
                at = time.tokens.end.max(at + 1);
                found.push(time);
            }
            None => at += 1,
        }
    }
    moved::settle(&mut found, published);
    found
}

/// What a list of words with meanings has for a word.
fn meaning<T: Copy>(word: &str, list: &[(String, T)]) -> Option<T> {
    list.iter()
        .find(|(other, _)| other.eq_ignore_ascii_case(word))
        .map(|(_, meaning)| *meaning)
}

impl<'a> Times<'a> {
    /// The same text read as if the article were of another day.
    fn as_of(self, published: Option<Date>) -> Self {
        Self { published, ..self }
    }

    /// Whether a time may begin at the token: with a word of times, a number or a word in two, behind no more than a
    /// few words that lead to one. Most tokens of a text need no closer look.
    fn may_begin(self, at: usize) -> bool {
        let tokens = self.syntax.tokens.iter().skip(at);
        for (ahead, token) in tokens.take(LEADING + 1).enumerate() {
            if token.shape == Shape::Number
                || token.classes.has_any(&[
                    Class::Time,
                    Class::Month,
                    Class::Weekday,
                    Class::TimeNoun,
                    Class::Epoch,
                ])
                || self.is_mixed(at + ahead)
            {
                return true;
            }
            if !token
                .classes
                .has_any(&[Class::LeadsToTime, Class::Preposition])
            {
                return false;
            }
        }
        false
    }

    /// Whether the token is a word with digits, or of two parts.
    fn is_mixed(self, at: usize) -> bool {
        self.syntax
            .word(at)
            .bytes()
            .any(|byte| byte == b'-' || byte.is_ascii_digit())
            || self.halves(at).is_some()
    }

    /// Whether one of `words` stands at the token.
    fn reads(self, at: usize, words: &[String]) -> bool {
        let read = self.syntax.word(at);
        words.iter().any(|word| read.eq_ignore_ascii_case(word))
    }

    /// What a list of words with meanings has for the token, without the stop of an abbreviation.
    fn meaning<T: Copy>(self, at: usize, list: &[(String, T)]) -> Option<T> {
        meaning(self.syntax.word(at).trim_end_matches('.'), list)
    }

    /// The place in a list of names of the token.
    fn place(self, at: usize, list: &[Vec<String>]) -> Option<i8> {
        let word = self.syntax.word(at).trim_end_matches('.');
        let place = list
            .iter()
            .position(|names| names.iter().any(|name| name.eq_ignore_ascii_case(word)))?;
        i8::try_from(place).ok()
    }

    /// How many words lead to the time after them: "in" one, "as of" two; and whether they say when a figure held.
    fn lead(self, at: usize) -> (usize, bool) {
        let pair = |(first, second): &(String, String)| {
            self.syntax.reads(at, first) && self.syntax.reads(at + 1, second)
        };
        if self.words.as_of.iter().any(pair) {
            (2, true)
        } else {
            (usize::from(self.reads(at, &self.words.leads)), false)
        }
    }

    /// A word with a hyphen in two: "mid-2024", "first-half".
    fn halves(self, at: usize) -> Option<(&'a str, &'a str)> {
        let word = self.syntax.word(at);
        // Asked of every word: most hold no sign at all.
        if !word.bytes().any(|byte| byte == b'-' || !byte.is_ascii()) {
            return None;
        }
        let (first, second) = word.split_once(['-', '\u{2011}', '\u{2013}', '\u{5be}'])?;
        (!first.is_empty() && !second.is_empty()).then_some((first, second))
    }

    /// A small number in digits: "24", "2nd"; where letters are written onto numbers, without them.
    fn digits(self, at: usize) -> Option<i32> {
        let word = self.syntax.word(at);
        let digits = if self.syntax.shape(at) == Some(Shape::Number) {
            word
        } else {
            let (letters, digits) = self.halves(at)?;
            let glued = self.words.glued.iter().any(|other| other == letters);
            glued.then_some(digits)?
        };
        digits
            .trim_end_matches(|c: char| c.is_alphabetic())
            .parse()
            .ok()
    }

    /// A small number of units: "24", "five", "a".
    fn count(self, at: usize) -> Option<i32> {
        self.digits(at)
            .or_else(|| self.meaning(at, &self.words.numbers))
    }
}
