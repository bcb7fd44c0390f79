//! Findings: checks on figures and on the prose around them, one entry each in [`CHECKS`].

mod age_and_birth;
mod before_after;
mod change;
mod conflict;
mod count_against_list;
mod cumulative_falls;
mod currency;
mod dates_and_duration;
mod day_count;
mod day_name;
#[cfg(test)]
pub(super) mod examples;
mod finer_than_inputs;
mod grim;
mod grim_average;
mod headline_and_body;
mod lead;
mod ledger;
mod margin;
mod outlier;
mod part_of_whole;
mod parts_sum;
mod per_head;
mod percent_of;
mod possible_slip;
mod printed_twice;
mod rate_duration;
mod same_number;
mod shares_to_100;
mod unit_conversion;

use super::comparison::Side;
use super::profile::Profile;
use super::{Figure, Finding};
use crate::article::Article;

/// Of so many claims with one number pairs are looked at.
const SAME_NUMBER: usize = 24;

/// What a check looks at.
#[derive(Clone, Copy)]
enum Look {
    /// One figure with all its claims.
    Figure(fn(&FigureView<'_>) -> Vec<Finding>),
    /// One article with all its claims.
    Article(fn(&ArticleView<'_>) -> Vec<Finding>),
    /// All the claims of one story with one number.
    Number(fn(&NumberView<'_>) -> Vec<Finding>),
    /// Those claims of one story, in however many articles, that the first function lets in.
    Story(fn(&Profile) -> bool, fn(&StoryView<'_>) -> Vec<Finding>),
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
pub const CHECKS: &[Check] = &[
    conflict::CHECK,
    cumulative_falls::CHECK,
    possible_slip::CHECK,
    headline_and_body::CHECK,
    percent_of::CHECK,
    part_of_whole::CHECK,
    parts_sum::CHECK,
    ledger::CHECK,
    before_after::CHECK,
    before_after::POINTS,
    lead::CHECK,
    margin::CHECK,
    rate_duration::CHECK,
    per_head::CHECK,
    dates_and_duration::CHECK,
    day_count::CHECK,
    age_and_birth::CHECK,
    count_against_list::CHECK,
    shares_to_100::CHECK,
    grim::CHECK,
    grim_average::CHECK,
    finer_than_inputs::CHECK,
    unit_conversion::CHECK,
    currency::CHECK,
    same_number::CHECK,
    outlier::CHECK,
    printed_twice::CHECK,
];

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
}

/// Claims of one story, in however many articles.
pub(super) struct StoryView<'a> {
    /// They, in order.
    pub sides: &'a [Side<'a>],
}

/// The claims of one story that have one unusual number.
pub(super) struct NumberView<'a> {
    /// They, in order.
    pub sides: &'a [Side<'a>],
}

impl ArticleView<'_> {
    /// The text between two claims; empty where they cross.
    fn between(&self, a: Side<'_>, b: Side<'_>) -> &str {
        self.article
            .text
            .slice(a.claim.anchor.span.gap(b.claim.anchor.span))
    }

    /// Whether no sentence ends between two claims.
    fn same_sentence(&self, a: Side<'_>, b: Side<'_>) -> bool {
        let between = if a.profile.at <= b.profile.at {
            self.between(a, b)
        } else {
            self.between(b, a)
        };
        !between.contains(". ") && !between.contains(['\n', '!', '?'])
    }

    /// The word right before a claim.
    fn word_before(&self, side: Side<'_>) -> &str {
        let before = self.article.text.before(side.claim.anchor.span);
        before.split_whitespace().next_back().unwrap_or_default()
    }
}

/// What the checks of figures find.
pub(super) fn of_figure(view: &FigureView<'_>) -> Vec<Finding> {
    if view.sides.len() < 2 {
        return Vec::new();
    }
    let looks = CHECKS.iter().filter_map(|check| match check.look {
        Look::Figure(look) => Some(look),
        _ => None,
    });
    looks.flat_map(|look| look(view)).collect()
}

/// What the checks of articles find.
pub(super) fn of_article(view: &ArticleView<'_>) -> Vec<Finding> {
    let looks = CHECKS.iter().filter_map(|check| match check.look {
        Look::Article(look) => Some(look),
        _ => None,
    });
    looks.flat_map(|look| look(view)).collect()
}

/// What the checks of numbers find among claims with one number.
fn of_number(view: &NumberView<'_>) -> Vec<Finding> {
    let looks = CHECKS.iter().filter_map(|check| match check.look {
        Look::Number(look) => Some(look),
        _ => None,
    });
    looks.flat_map(|look| look(view)).collect()
}

/// What the checks of stories and of numbers find among the claims of one story.
pub(super) fn of_story(mut sides: Vec<Side<'_>>) -> Vec<Finding> {
    sides.sort_unstable_by_key(|side| side.claim.id);
    let mut findings: Vec<Finding> = stories()
        .flat_map(|(lets_in, look)| {
            let sides: Vec<Side<'_>> = sides
                .iter()
                .filter(|side| lets_in(side.profile))
                .copied()
                .collect();
            look(&StoryView { sides: &sides })
        })
        .collect();
    sides.retain(|side| side.profile.base.is_none() && side.profile.is_unusual());
    sides.sort_by_key(|side| side.profile.value());
    for same in sides.chunk_by(|a, b| a.profile.value() == b.profile.value()) {
        let sides = same.get(..same.len().min(SAME_NUMBER)).unwrap_or_default();
        if sides.len() > 1 {
            findings.extend(of_number(&NumberView { sides }));
        }
    }
    findings
}

#[expect(clippy::type_complexity, reason = "the two functions of a check")]
fn stories() -> impl Iterator<Item = (fn(&Profile) -> bool, fn(&StoryView<'_>) -> Vec<Finding>)> {
    CHECKS.iter().filter_map(|check| match check.look {
        Look::Story(lets_in, look) => Some((lets_in, look)),
        _ => None,
    })
}
