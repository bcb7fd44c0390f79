//! When the item of a live page or ticker was written: the time, with its day or without, at the head of its paragraph.

use std::ops::Range;

use jiff::civil::Date;

use crate::claim::{Period, Phrase, period};
use crate::lexicon::periods::PeriodWords;
use crate::syntax::{Shape, Syntax};

/// Words of a day with its time at most: "29 November 2026, 23:50".
const HEAD: usize = 6;

/// The head of an item.
pub(in crate::claim) struct Item {
    /// The words of its time, with its day where that is told.
    tokens: Range<usize>,
    /// Its day, where that is told: the day of writing of all of its paragraph.
    pub(in crate::claim) day: Option<Date>,
}

impl Item {
    /// The item that a sentence belongs to. `published` is the day of the article.
    pub(in crate::claim) fn of(
        syntax: &Syntax<'_>,
        words: &PeriodWords,
        sentence: &Range<usize>,
        published: Option<Date>,
    ) -> Option<Self> {
        let paragraph = syntax.tokens.get(sentence.start)?.paragraph;
        let first = syntax
            .tokens
            .partition_point(|token| token.paragraph < paragraph);
        if syntax.shape(first) != Some(Shape::Number) {
            return None;
        }
        if is_clock(syntax, first) {
            let tokens = first..first + 1;
            return Some(Self { tokens, day: None });
        }
        let head = first..(first + HEAD).min(syntax.tokens.len());
        let times = period::times(syntax, words, &head, published);
        let day = times.first().filter(|time| time.tokens.start == first)?;
        let comma = syntax.shape(day.tokens.end) == Some(Shape::Comma);
        let clock = day.tokens.end + usize::from(comma);
        let date = day.to.filter(|to| day.from == Some(*to))?;
        is_clock(syntax, clock).then(|| Self {
            tokens: first..clock + 1,
            day: Some(date),
        })
    }

    /// The sentence without the time that it begins with.
    pub(in crate::claim) fn after(&self, sentence: &Range<usize>) -> Range<usize> {
        if self.day.is_some() && sentence.contains(&self.tokens.start) {
            self.tokens.end.min(sentence.end)..sentence.end
        } else {
            sentence.clone()
        }
    }

    /// The time that a sentence begins with, as it is written; it says when the item came, not of when it tells.
    pub(in crate::claim) fn period(
        &self,
        syntax: &Syntax<'_>,
        sentence: &Range<usize>,
    ) -> Option<Period> {
        let span = syntax
            .span(&self.tokens)
            .filter(|_| sentence.start == self.tokens.start)?;
        Some(Period {
            words: Phrase {
                text: syntax.text.slice(span).to_owned(),
                span: Some(span),
            },
            from: None,
            to: None,
            epoch: None,
        })
    }
}

/// "23:50"
fn is_clock(syntax: &Syntax<'_>, at: usize) -> bool {
    let digits = |part: &str| {
        !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())
    };
    syntax.shape(at) == Some(Shape::Number)
        && syntax
            .word(at)
            .split_once(':')
            .is_some_and(|(hour, minute)| digits(hour) && digits(minute))
}
