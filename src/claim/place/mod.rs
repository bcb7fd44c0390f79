//! Where a figure holds: the nearest place in its clause, else in its sentence, else the dateline's.

mod dateline;
mod named;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub(super) use dateline::{Dateline, dateline};
pub(super) use named::{Named, holds_name, named};

use super::Phrase;
use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::places::PlaceWords;
use crate::lexicon::words::Class;
use crate::quantity::Kind;
use crate::syntax::{Shape, Syntax};

/// Sentences before a figure's, of its paragraph, whose places tell whether the dateline's still holds.
const BEFORE: usize = 3;

/// A text whose places are read.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) words: &'a PlaceWords,
    pub(super) gazetteer: &'a Gazetteer,
}

impl Places<'_> {
    /// Whether one of `words` stands at the token.
    fn reads(self, at: usize, words: &[String]) -> bool {
        let read = self.syntax.word(at);
        words.iter().any(|word| read.eq_ignore_ascii_case(word))
    }

    /// The place of a figure among those `named` in its sentence: one after "in", "into", "from" near it counts most,
    /// then any other name, then a demonym ("Kazakh officials"). Places inside `source` count last.
    pub(super) fn of_figure(
        self,
        named: &[Named],
        sentence: &Range<usize>,
        figure: &Range<usize>,
        kind: Kind,
        source: Option<&Range<usize>>,
    ) -> Option<Phrase> {
        let syntax = self.syntax;
        let cost = |place: &&Named| {
            let at = place.tokens.start;
            let between = if at >= figure.end {
                figure.end..at
            } else {
                place.tokens.end.min(figure.start)..figure.start
            };
            let clauses: usize = between
                .clone()
                .map(|t| match syntax.shape(t) {
                    Some(Shape::Semicolon | Shape::Dash) => 40,
                    Some(Shape::Comma) if syntax.is(t + 1, Class::Subordinator) => 40,
                    Some(Shape::Comma) => 2,
                    _ if syntax.is(t, Class::Coordinator) => 6,
                    _ => 0,
                })
                .sum();
            let leading = self.leading(at, sentence.start);
            let introduced = leading.is_some() || !syntax.tokens[at].is_capital();
            let origin = leading.is_some_and(|lead| self.reads(lead, &self.words.origins));
            between.len()
                + clauses
                + if introduced { 0 } else { 12 }
                + if origin { 25 } else { 0 }
                + if place.demonym { 30 } else { 0 }
                + if place.unlisted { 20 } else { 0 }
                + if source.is_some_and(|s| s.contains(&at)) {
                    60
                } else {
                    0
                }
        };
        // "…; Moscow puts its losses at 40": a later clause tells of nothing before it, and who says it is no place.
        let apart = |place: &Named| {
            let at = place.tokens.start;
            let behind = at >= figure.end
                && (figure.end..at).any(|t| syntax.shape(t) == Some(Shape::Semicolon));
            let leading = self.leading(at, sentence.start);
            let by = leading.is_some_and(|lead| {
                syntax.reads(lead, "by")
                    || lead > sentence.start && self.reads(lead - 1, &self.words.aside_nouns)
            });
            let of_part =
                at >= figure.end && (figure.end..at).any(|t| self.reads(t, &self.words.including));
            // "the firm from Japan sold 300 boats"
            let from = at < figure.start
                && leading.is_some_and(|lead| self.reads(lead, &self.words.origins));
            behind
                || by
                || from
                || of_part
                || source.is_some_and(|source| *source == place.tokens && !place.demonym)
        };
        let best = named
            .iter()
            .filter(|place| !place.people || self.of_people(place, figure, kind))
            .filter(|place| !apart(place))
            .min_by_key(cost)?;
        Some(Phrase {
            text: best.text.clone(),
            span: syntax.span(&best.tokens),
        })
    }

    /// "52% of Danes", "nine in ten Kenyans": a share of a people is of their country, "300 Swedes" may be anywhere.
    fn of_people(self, people: &Named, figure: &Range<usize>, kind: Kind) -> bool {
        let start = people.tokens.start;
        let of = start.checked_sub(1).filter(|t| self.syntax.reads(*t, "of"));
        let share = matches!(kind, Kind::Share | Kind::Ratio | Kind::Average);
        share
            && (figure.end == start
                || of.is_some_and(|of| of >= figure.end && of <= figure.end + 2))
    }

    /// The preposition that leads to the name at `at`: "in Spain", "across the northern Punjab".
    fn leading(self, at: usize, floor: usize) -> Option<usize> {
        let syntax = self.syntax;
        // "in Indonesia's Aceh"
        let owned = at > floor + 1 && syntax.shape(at - 1) == Some(Shape::Genitive);
        let at = if owned { at - 2 } else { at };
        let mut before = at;
        while before > floor
            && at - before < 3
            && (self.reads(before - 1, &self.words.modifiers)
                || syntax.is(before - 1, Class::Adjective)
                || syntax.is(before - 1, Class::Determiner))
        {
            before -= 1;
        }
        let lead = before.checked_sub(1).filter(|lead| *lead >= floor)?;
        syntax.is(lead, Class::Preposition).then_some(lead)
    }

    /// The place of the dateline for a figure of a sentence without one: in the paragraph it opens, and for what `harm`
    /// people suffered after it; not where the sentence tells of the whole world, nor where the sentences before it in
    /// its paragraph are of another country.
    pub(super) fn of_dateline(
        self,
        dateline: &Dateline,
        number: usize,
        harm: bool,
    ) -> Option<Phrase> {
        let syntax = self.syntax;
        let sentence = syntax.sentences.get(number)?;
        if sentence
            .clone()
            .any(|t| self.reads(t, &self.words.everywhere))
        {
            return None;
        }
        let paragraph = syntax.tokens.get(sentence.start)?.paragraph;
        let opens = syntax.tokens.get(dateline.end)?.paragraph == paragraph;
        if !opens && !harm {
            return None;
        }
        let elsewhere = syntax
            .sentences
            .get(number.saturating_sub(BEFORE)..number)?
            .iter()
            .rev()
            .filter(|before| syntax.tokens[before.start].paragraph == paragraph)
            .find_map(|before| {
                let places = named(self, &dateline.after(before));
                places.into_iter().rfind(|place| !place.people)
            })
            .is_some_and(|place| place.country != dateline.country);
        (!elsewhere).then(|| dateline.place.clone())
    }
}
