//! Findings: checks on figures and on the prose around them, one entry each in [`CHECKS`].

mod conflict;
mod printed_twice;

use super::comparison::Side;
use super::{Figure, Finding};
use crate::article::Article;
use crate::quantity::HouseRules;

/// What a check looks at.
#[derive(Clone, Copy)]
enum Look {
    /// One figure with all its claims.
    Figure(fn(&FigureView<'_>) -> Vec<Finding>),
    /// One article with all its claims.
    Article(fn(&ArticleView<'_>) -> Vec<Finding>),
}

/// A check.
pub struct Check {
    /// Its name in files: "percent_of".
    pub code: &'static str,
    /// Its name as shown: "Percentage of a number".
    pub name: &'static str,
    /// What it looks for and what it says of it.
    pub explanation: &'static str,
    /// Texts in which it finds something, with words of its working. Several articles are parted by a line "---".
    pub examples: &'static [(&'static str, &'static str)],
    /// Texts in which it finds nothing.
    pub counter_examples: &'static [&'static str],
    look: Look,
}

/// Every check.
pub const CHECKS: &[Check] = &[conflict::CHECK, printed_twice::CHECK];

/// A figure as checks see it.
pub(super) struct FigureView<'a> {
    pub figure: &'a Figure,
    /// Its claims, in order.
    pub sides: &'a [Side<'a>],
}

/// An article as checks see it.
pub(super) struct ArticleView<'a> {
    pub article: &'a Article,
    /// Its claims, in order of place.
    pub sides: &'a [Side<'a>],
    pub rules: &'a HouseRules,
}

/// What the checks of figures find.
pub(super) fn of_figure(view: &FigureView<'_>) -> Vec<Finding> {
    if view.sides.len() < 2 {
        return Vec::new();
    }
    CHECKS
        .iter()
        .filter_map(|check| match check.look {
            Look::Figure(look) => Some(look),
            Look::Article(_) => None,
        })
        .flat_map(|look| look(view))
        .collect()
}

/// What the checks of articles find.
pub(super) fn of_article(view: &ArticleView<'_>) -> Vec<Finding> {
    CHECKS
        .iter()
        .filter_map(|check| match check.look {
            Look::Article(look) => Some(look),
            Look::Figure(_) => None,
        })
        .flat_map(|look| look(view))
        .collect()
}
