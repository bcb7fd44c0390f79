//! Parts of wholes: "**six** of the **20** people", of which one thing is said.

use super::super::figure::Figure;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// "1,100 of **1,840** members voted": what is said is said of the part.
pub(super) fn is_whole(syntax: &Syntax<'_>, figure: &Figure<'_>) -> bool {
    let Some(before) = figure.tokens.start.checked_sub(1) else {
        return false;
    };
    let determined = syntax.is(before, Class::Determiner) || syntax.is(before, Class::Possessive);
    let of = before.saturating_sub(usize::from(determined));
    syntax.reads(of, "of") && figure.siblings.iter().any(|part| part.end == of)
}

/// "**six** of the 20 people": whether the figure counts a part of another.
pub(super) fn is_part(syntax: &Syntax<'_>, figure: &Figure<'_>) -> bool {
    const NEAR: usize = 3;
    let end = figure.tokens.end;
    let near = end + 1..=end + NEAR;
    syntax.reads(end, "of") && figure.siblings.iter().any(|it| near.contains(&it.start))
}

/// Whether a participle stands at the token that may describe the noun before it.
pub(super) fn describes(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) == Some(Shape::Word)
        && (syntax.word(at).ends_with("ed")
            || syntax.is(at, Class::Participle)
            || syntax.is(at, Class::Harm))
}
