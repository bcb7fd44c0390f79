//! When the item of a live page or ticker was written: the time, with its day or without, at the head of its first
//! paragraph.

use std::ops::Range;

use jiff::civil::Date;

use crate::claim::{Period, Phrase, period};
use crate::lexicon::periods::PeriodWords;
use crate::syntax::{Shape, Syntax};

/// Words of a day with its time at most: "29 November 2026, 23:50".
const HEAD: usize = 6;

/// The item that a sentence belongs to.
#[derive(Clone)]
pub(in crate::claim) struct Item {
    /// The words of its time, with its day where that is told.
    tokens: Range<usize>,
    /// Its day, where that is told: the day of writing of all of it.
    pub(in crate::claim) day: Option<Date>,
}

/// The items of an article.
pub(in crate::claim) struct Items {
    /// The heads of items with their paragraphs, in order.
    heads: Vec<(usize, Item)>,
    /// How many paragraphs the longest item has that another follows.
    longest: usize,
}

impl Items {
    /// The items of an article that came out on the day `published`.
    pub(in crate::claim) fn of(
        syntax: &Syntax<'_>,
        words: &PeriodWords,
        published: Option<Date>,
    ) -> Self {
        let mut heads: Vec<(usize, Item)> = Vec::new();
        let mut last = None;
        for (at, token) in syntax.tokens.iter().enumerate() {
            if last != Some(token.paragraph) {
                last = Some(token.paragraph);
                let item = Item::at(syntax, words, at, published);
                heads.extend(item.map(|item| (token.paragraph, item)));
            }
        }
        let lengths = heads.windows(2).map(|pair| match pair {
            [(one, _), (next, _)] => next - one,
            _ => 0,
        });
        let longest = lengths.max().unwrap_or(0);
        Self { heads, longest }
    }

    /// The item of a sentence: what its paragraph begins with, else the one above it, as far down as another follows or
    /// as others go.
    pub(in crate::claim) fn item(
        &self,
        syntax: &Syntax<'_>,
        sentence: &Range<usize>,
    ) -> Option<Item> {
        let paragraph = syntax.tokens.get(sentence.start)?.paragraph;
        let next = self.heads.partition_point(|(head, _)| *head <= paragraph);
        let (head, item) = self.heads.get(next.checked_sub(1)?)?;
        let goes_on = || {
            let is_last = next == self.heads.len();
            item.day.is_some() && (!is_last || paragraph - head < self.longest)
        };
        (*head == paragraph || goes_on()).then(|| item.clone())
    }
}

impl Item {
    /// The item whose head is at the first token of a paragraph.
    fn at(
        syntax: &Syntax<'_>,
        words: &PeriodWords,
        first: usize,
        published: Option<Date>,
    ) -> Option<Self> {
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
