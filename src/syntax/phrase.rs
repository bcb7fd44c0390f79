//! Noun phrases, by the classes of their words.

use std::ops::Range;

use super::{Shape, Syntax};
use crate::lexicon::words::Class;

/// Classes whose words no noun phrase goes past.
const STOPS: &[Class] = &[
    Class::Determiner,
    Class::Pronoun,
    Class::Possessive,
    Class::Relative,
    Class::Preposition,
    Class::Coordinator,
    Class::Subordinator,
    Class::Auxiliary,
    Class::Modal,
    Class::Adverb,
    Class::Finite,
    Class::Participle,
    Class::Breaker,
    Class::Weekday,
    Class::CueIng,
];

/// Tokens a bracket may hold within a noun phrase: "Smith (R-Ohio)".
const LONGEST_BRACKET: usize = 10;

/// Tokens looked at for "between" before "and".
const LONGEST_BETWEEN: usize = 6;

impl Syntax<'_> {
    /// Whether the token can be part of the inside of a noun phrase: noun, adjective, name or number.
    pub fn is_nounish(&self, token: usize) -> bool {
        let Some(t) = self.tokens.get(token) else {
            return false;
        };
        match t.shape {
            Shape::Number | Shape::Genitive => true,
            Shape::Sign => matches!(
                self.word(token),
                "&" | "%" | "$" | "/" | "#" | "@" | "’" | "£" | "€"
            ),
            Shape::Word => {
                !t.classes.has_any(STOPS) && (!t.is(Class::Cue) || t.is(Class::CueNoun))
                    || t.is(Class::Finite) && (self.is_determined(token) || self.is_change(token))
            }
            // "in the US", "the WHO": an acronym that reads like a small word.
            Shape::Capitals
                if t.is(Class::Pronoun) && !t.is(Class::Auxiliary) && !self.shouts(token) =>
            {
                true
            }
            // "Sunday's election"
            Shape::Capital
                if t.is(Class::Weekday) && self.shape(token + 1) == Some(Shape::Genitive) =>
            {
                true
            }
            Shape::Capital | Shape::Capitals => {
                let starts = self
                    .sentences
                    .get(self.sentence_of(token))
                    .is_some_and(|s| s.start == token);
                !t.classes.has_any(STOPS)
                    || !starts && t.is(Class::Month)
                    || (!starts
                        && !t.classes.has_any(&[
                            Class::Weekday,
                            Class::Auxiliary,
                            Class::Modal,
                            Class::Pronoun,
                            Class::Determiner,
                            Class::Preposition,
                            Class::Coordinator,
                        ]))
            }
            _ => false,
        }
    }

    /// Whether an article or possessive stands just before: "the set".
    fn is_determined(&self, token: usize) -> bool {
        token.checked_sub(1).is_some_and(|before| {
            (self.is(before, Class::Determiner) || self.is(before, Class::Possessive))
                && !self.is(before, Class::Relative)
        })
    }

    /// "tax **rises** are": the noun of a change before the verb of which it is the subject.
    fn is_change(&self, token: usize) -> bool {
        let helps = self.is(token + 1, Class::Auxiliary) || self.is(token + 1, Class::Modal);
        self.is(token, Class::Change)
            && self.word(token).ends_with('s')
            && helps
            && self.shape(token + 1) == Some(Shape::Word)
    }

    /// Whether a word in capitals stands beside other small words in capitals, as in a headline.
    fn shouts(&self, token: usize) -> bool {
        let small = |at: usize| {
            self.shape(at) == Some(Shape::Capitals)
                && self
                    .tokens
                    .get(at)
                    .is_some_and(|t| t.classes.has_any(STOPS))
        };
        small(token + 1) || token.checked_sub(1).is_some_and(small)
    }

    /// The noun phrase that ends just before token `end`, not reaching below `floor`.
    pub fn noun_phrase_before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        if self.is(last, Class::Relative) || self.is(last, Class::Pronoun) && !self.is_nounish(last)
        {
            return Some(last..end);
        }
        let mut at = end;
        while at > floor {
            let before = at - 1;
            if self.shape(before) == Some(Shape::Close) {
                let Some(open) = self.opening(before, floor) else {
                    break;
                };
                at = open;
            } else if self.is_nounish(before) {
                at = before;
            } else if self.is(before, Class::Determiner) || self.is(before, Class::Possessive) {
                at = before;
                if !self.joins(at, floor) && (at == floor || !self.calls(at - 1)) {
                    break;
                }
                at -= 1;
            } else if at < end && (self.joins(at, floor) || self.leads_participle(before, floor)) {
                at -= 1;
            } else {
                break;
            }
        }
        while at < end && matches!(self.shape(at), Some(Shape::Genitive)) {
            at += 1;
        }
        (at < end).then_some(at..end)
    }

    /// "sales of **previously** owned homes": an adverb before a participle that describes a noun.
    fn leads_participle(&self, adverb: usize, floor: usize) -> bool {
        (self.is(adverb, Class::Adverb)
            || self.word(adverb).ends_with("ly") && !self.is(adverb, Class::LyNoun))
            && self.shape(adverb + 1) == Some(Shape::Word)
            && self.word(adverb + 1).ends_with("ed")
            && self.is_nounish(adverb + 2)
            && adverb > floor
            && (self.is(adverb - 1, Class::Preposition) || self.is(adverb - 1, Class::Determiner))
    }

    /// "**Save** the Goats": a verb that begins the name of a body.
    fn calls(&self, verb: usize) -> bool {
        let capital = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(super::token::Token::is_capital)
        };
        let the = self.reads(verb + 1, "the") || self.is(verb + 1, Class::Possessive);
        self.is(verb, Class::Calls)
            && capital(verb)
            && the
            && self.shape(verb + 1) == Some(Shape::Word)
            && capital(verb + 2)
            && (verb < 2 || !self.reads(verb - 1, "to") || self.is(verb - 2, Class::According))
    }

    /// Whether the token before `at` joins a noun before it to the phrase that starts at `at`.
    fn joins(&self, at: usize, floor: usize) -> bool {
        let Some(word) = at.checked_sub(1) else {
            return false;
        };
        if word <= floor {
            return false;
        }
        let before = word - 1;
        let noun = self.is_nounish(before) && self.shape(before) != Some(Shape::Genitive)
            || self.shape(before) == Some(Shape::Close);
        if self.is(word, Class::Preposition) {
            return noun && !self.reads(word, "according");
        }
        let name = self
            .tokens
            .get(before)
            .is_some_and(super::token::Token::is_capital);
        let source = |token: usize| {
            self.tokens.get(token).is_some_and(|t| {
                t.is_capital()
                    || t.classes.has_any(&[
                        Class::Official,
                        Class::Organisation,
                        Class::Media,
                        Class::Document,
                        Class::Office,
                        Class::People,
                        Class::Title,
                        Class::Poll,
                    ])
            })
        };
        // "southern and eastern Ukraine": two of one ending before a noun.
        let ending = |token: usize| {
            let word = self.word(token);
            word.len().checked_sub(3).and_then(|from| word.get(from..))
        };
        let alike = self.shape(before) == Some(Shape::Word)
            && self.shape(at) == Some(Shape::Word)
            && self.is_nounish(at + 1)
            && (ending(before) == Some("ern") && ending(at) == Some("ern")
                || self.is(before, Class::Adjective) && self.is(at, Class::Adjective));
        if self.is(word, Class::Coordinator) && noun && (alike || self.between(word, floor)) {
            return true;
        }
        self.is(word, Class::Coordinator)
            && noun
            && (name || source(before))
            && (source(at) || source(at + 1))
    }

    /// "the gap between rich and poor": whether the words before a coordinator begin with "between".
    fn between(&self, coordinator: usize, floor: usize) -> bool {
        let from = floor.max(coordinator.saturating_sub(LONGEST_BETWEEN));
        (from..coordinator)
            .rev()
            .find(|at| self.is(*at, Class::Preposition))
            .is_some_and(|at| self.reads(at, "between") && at > floor && self.is_nounish(at - 1))
    }

    /// The bracket that the one at `close` closes.
    fn opening(&self, close: usize, floor: usize) -> Option<usize> {
        (floor..close)
            .rev()
            .take(LONGEST_BRACKET)
            .find(|at| self.shape(*at) == Some(Shape::Open))
    }

    /// The noun phrase that starts at token `start`, not reaching past `ceiling`.
    pub fn noun_phrase_after(&self, start: usize, ceiling: usize) -> Option<Range<usize>> {
        if start < ceiling && (self.is(start, Class::Pronoun) && !self.is_nounish(start)) {
            return Some(start..start + 1);
        }
        let mut at = start;
        let mut nouns = 0;
        while at < ceiling {
            if self.is_nounish(at) {
                at += 1;
                nouns += 1;
            } else if self.is(at, Class::Determiner) || self.is(at, Class::Possessive) {
                if nouns > 0 && !self.calls(at - 1) {
                    break;
                }
                at += 1;
            } else if self.shape(at) == Some(Shape::Open) && nouns > 0 {
                let Some(close) = (at..ceiling.min(at + LONGEST_BRACKET))
                    .find(|close| self.shape(*close) == Some(Shape::Close))
                else {
                    break;
                };
                at = close + 1;
            } else if nouns > 0
                && (self.is(at, Class::Preposition)
                    || self.is(at, Class::Coordinator)
                        && self
                            .tokens
                            .get(at + 1)
                            .is_some_and(super::token::Token::is_capital))
            {
                let mut next = at + 1;
                while next < ceiling
                    && (self.is(next, Class::Determiner) || self.is(next, Class::Possessive))
                {
                    next += 1;
                }
                let number =
                    self.shape(next) == Some(Shape::Number) || self.is(next, Class::NumberWord);
                if next >= ceiling
                    || !self.is_nounish(next)
                    || self.is(next, Class::Month)
                    || number && !self.reads(at, "of")
                {
                    break;
                }
                at = next;
            } else if nouns == 0 && self.is(at, Class::Adverb) {
                at += 1;
            } else {
                break;
            }
        }
        (nouns > 0).then_some(start..at)
    }

    /// The head of a noun phrase: its last noun before "of", "from", a bracket or a relative.
    pub fn head(&self, phrase: &Range<usize>) -> usize {
        let mut head = phrase.start;
        for at in phrase.clone() {
            if self.is(at, Class::Preposition) || self.shape(at) == Some(Shape::Open) {
                if at > phrase.start {
                    // "**experts** polled by the agency"
                    let agent = self.reads(at, "by")
                        && head > phrase.start
                        && self.shape(head) == Some(Shape::Word)
                        && self.word(head).ends_with("ed")
                        && self.is_nounish(head - 1);
                    if agent {
                        return head - 1;
                    }
                    break;
                }
            } else if self.tokens[at].is_word() {
                head = at;
            }
        }
        head
    }
}
