//! What stands before a measure and describes the noun after it: "an **old** 30-tonne crane", "an **abrupt** 6% drop".

use std::ops::Range;

use super::super::figure::Figure;
use super::bounds::after_aside;
use crate::lexicon::words::Class;
use crate::quantity::Kind;
use crate::syntax::{Shape, Syntax};

/// Most words that describe; more are a phrase of their own.
const LONGEST: usize = 4;

/// The words between article and measure, where what is measured follows the measure at once.
pub(in crate::claim) fn lead(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    let measure = matches!(
        figure.mention.kind,
        Kind::Money | Kind::Measure | Kind::Share | Kind::Rate | Kind::Duration
    );
    // "provide 300 tests a day": counted, not described.
    let counted = figure.mention.kind == Kind::Rate && figure.mention.counted.is_some();
    if !measure || counted || concept.start != after_aside(syntax, figure) {
        return None;
    }
    let end = figure.tokens.start;
    let mut start = end;
    while start > figure.floor && describes(syntax, start - 1) {
        start -= 1;
    }
    let opened = start.checked_sub(1).is_some_and(|t| {
        syntax.tokens[t].classes.has_any(&[
            Class::Determiner,
            Class::Possessive,
            Class::Preposition,
        ]) || syntax.shape(t) == Some(Shape::Genitive)
    });
    (opened && start < end && end - start <= LONGEST).then_some(start..end)
}

fn describes(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.tokens[at].is_word()
        && syntax.is_nounish(at)
        && !syntax.tokens[at].classes.has_any(&[
            Class::Approximator,
            Class::Movement,
            Class::NumberWord,
            Class::Others,
            Class::Running,
            Class::Determiner,
        ])
}
