//! "…, as X had claimed": who told what stands before it.

use std::ops::Range;

use super::{Found, Means};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

pub(super) fn find(syntax: &Syntax<'_>, sentence: &Range<usize>, all: &mut Vec<Found>) {
    let found = (sentence.start + 1..sentence.end).filter_map(|at| told(syntax, sentence, at));
    all.extend(found);
}

/// What "as" at a token attributes, where somebody who has said it follows and nothing else.
fn told(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<Found> {
    if !syntax.reads(at, "as") {
        return None;
    }
    let source = syntax.noun_phrase_after(at + 1, sentence.end)?;
    let verb = (source.end..sentence.end)
        .find(|t| !syntax.is(*t, Class::Auxiliary) && !syntax.is(*t, Class::Modal))?;
    let ends = matches!(
        syntax.shape(verb + 1),
        None | Some(Shape::Stop | Shape::Comma | Shape::Semicolon | Shape::Dash | Shape::Close)
    );
    if !ends || !syntax.is(verb, Class::Cue) {
        return None;
    }
    let comma = usize::from(syntax.shape(at - 1) == Some(Shape::Comma));
    let end = at - comma;
    // "not 214 as the operator had claimed": of the rest another is told.
    let start = (sentence.start..end)
        .rev()
        .find(|t| syntax.is_clause_mark(*t) || syntax.is(*t, Class::Negation))
        .map_or(sentence.start, |mark| mark + 1);
    (start < end).then(|| Found {
        means: Means::According,
        source,
        cue: verb..verb + 1,
        content: std::iter::once(start..end).collect(),
    })
}
