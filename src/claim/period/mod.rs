//! The time a figure is about: stated dates, relative ones and windows, laid against the article's date.

mod calendar;
mod relative;

use std::ops::Range;

use jiff::civil::Date;

use super::{Period, Phrase};
use crate::lexicon::periods::PeriodWords;
use crate::syntax::{Shape, Syntax};

/// A time written in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Time {
    pub(super) tokens: Range<usize>,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) epoch: bool,
    /// "since …": open towards the article's date.
    pub(super) since: bool,
}

impl Time {
    /// A time of these tokens without more than its days.
    const fn new(tokens: Range<usize>, from: Option<Date>, to: Option<Date>) -> Self {
        Self {
            tokens,
            from,
            to,
            epoch: false,
            since: false,
        }
    }

    /// As a facet.
    pub(super) fn period(&self, syntax: &Syntax<'_>) -> Option<Period> {
        let span = syntax.span(&self.tokens)?;
        let text = syntax.text.slice(span).to_owned();
        Some(Period {
            epoch: self.epoch.then(|| text.clone()),
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

/// Every form, the first that fits wins.
const READERS: &[Reader] = &[
    calendar::window,
    relative::units_from_now,
    relative::since,
    relative::deictic,
    relative::epoch,
    calendar::day,
    calendar::weekday,
    relative::ago,
    relative::in_units,
    calendar::year,
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
        let time = READERS
            .iter()
            .find_map(|reader| reader(text, at, sentence.end));
        match time {
            Some(time) => {
                at = time.tokens.end.max(at + 1);
                found.push(time);
            }
            None => at += 1,
        }
    }
    found
}

impl Times<'_> {
    /// Whether one of `words` stands at the token.
    fn reads(self, at: usize, words: &[String]) -> bool {
        words.iter().any(|word| self.syntax.reads(at, word))
    }

    /// What a list of words with meanings has for the token, without the stop of an abbreviation.
    fn meaning<T: Copy>(self, at: usize, list: &[(String, T)]) -> Option<T> {
        let word = self.syntax.word(at).trim_end_matches('.');
        list.iter()
            .find(|(other, _)| other.eq_ignore_ascii_case(word))
            .map(|(_, meaning)| *meaning)
    }

    /// The place in a list of names of the token.
    fn place(self, at: usize, list: &[Vec<String>]) -> Option<i8> {
        let word = self.syntax.word(at).trim_end_matches('.');
        let place = list
            .iter()
            .position(|names| names.iter().any(|name| name.eq_ignore_ascii_case(word)))?;
        i8::try_from(place).ok()
    }

    /// A small number in digits: "24", "2nd".
    fn digits(self, at: usize) -> Option<i32> {
        (self.syntax.shape(at) == Some(Shape::Number))
            .then(|| {
                self.syntax
                    .word(at)
                    .trim_end_matches(|c: char| c.is_alphabetic())
                    .parse()
                    .ok()
            })
            .flatten()
    }

    /// A small number of units: "24", "five", "a".
    fn count(self, at: usize) -> Option<i32> {
        self.digits(at)
            .or_else(|| self.meaning(at, &self.words.numbers))
    }
}
