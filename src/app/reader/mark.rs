//! What is marked in the text, and how it looks.

use std::sync::Arc;

use egui::Color32;

use super::super::theme::{Shape, Status, Theme};
use crate::claim::ClaimId;
use crate::text::Span;

/// The line under a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Underline {
    /// One line.
    #[default]
    Solid,
    /// Long dashes.
    Dashed,
    /// Dots.
    Dotted,
    /// Two lines.
    Double,
    /// A wave.
    Wavy,
    /// Through the words instead of under them.
    Strike,
}

/// How a claim looks: never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkStyle {
    /// Of the line, the shape and the label.
    pub ink: Color32,
    /// Behind the words; usually translucent.
    pub tint: Color32,
    /// The line under the words.
    pub underline: Underline,
    /// Beside the label in the margin.
    pub shape: Shape,
}

impl MarkStyle {
    /// The look of a status, answer or severity: its tone and shape, and a line that goes with the shape.
    pub fn of(theme: &Theme, status: Status) -> Self {
        let tone = theme.tone(status.tone);
        Self {
            ink: tone.ink.into(),
            tint: tone.soft.into(),
            underline: match status.shape {
                Shape::Bolt | Shape::Triangle | Shape::SealedCross => Underline::Wavy,
                Shape::Check
                | Shape::Equals
                | Shape::AlmostEquals
                | Shape::Bound
                | Shape::Dot
                | Shape::SealedCheck => Underline::Solid,
                Shape::Ring | Shape::Question | Shape::SealedQuestion => Underline::Dashed,
                Shape::Arrow
                | Shape::Square
                | Shape::RingedTilde
                | Shape::SealedBar
                | Shape::SealedClock => Underline::Double,
                Shape::HalfDisc | Shape::Slash => Underline::Dotted,
                Shape::Cross => Underline::Strike,
            },
            shape: status.shape,
        }
    }
}

/// A claim in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which.
    pub claim: ClaimId,
    /// Where.
    pub span: Span,
    /// In the coding margin: "98,000 · Russians".
    pub label: String,
    /// Read aloud after "claim: ": "About 98,000 Russians, unchecked".
    pub name: String,
    /// How it looks.
    pub style: MarkStyle,
    /// How its figure stands over all articles, or that it has a part in what cannot be; nothing where it stands alone.
    pub answer: Option<Status>,
    /// Whether it is dealt with: struck through, as checkers do on paper.
    pub struck: bool,
}

/// All claims of an article, quick to search by place; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct MarkSet {
    /// By start.
    marks: Arc<[Mark]>,
    /// The furthest end among the marks up to and including this one.
    reach: Arc<[usize]>,
}

impl MarkSet {
    /// Takes marks in any order.
    pub fn new(mut marks: Vec<Mark>) -> Self {
        marks.sort_by_key(|mark| {
            (
                mark.span.start(),
                std::cmp::Reverse(mark.span.end()),
                mark.claim,
            )
        });
        let reach = marks
            .iter()
            .scan(0, |furthest, mark| {
                *furthest = mark.span.end().max(*furthest);
                Some(*furthest)
            })
            .collect();
        Self {
            marks: marks.into(),
            reach,
        }
    }

    /// All of them, by place.
    pub fn all(&self) -> &[Mark] {
        &self.marks
    }

    /// The mark of a claim.
    pub fn of(&self, claim: ClaimId) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.claim == claim)
    }

    /// Those that share a byte with `start..end`, by place.
    pub fn within(&self, start: usize, end: usize) -> impl Iterator<Item = &Mark> {
        let from = self.reach.partition_point(|reach| *reach <= start);
        let to = self.marks.partition_point(|mark| mark.span.start() < end);
        self.marks
            .get(from..to)
            .unwrap_or_default()
            .iter()
            .filter(move |mark| mark.span.end() > start)
    }
}

/// Words that fill a facet of the selected claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lit {
    /// Where.
    pub span: Span,
    /// Name of the facet: "source", "place".
    pub label: String,
}

#[cfg(test)]
mod tests {
    use super::super::super::theme;
    use super::*;
    use crate::text::Text;

    fn set(places: &[(usize, usize)]) -> MarkSet {
        let text = Text::verbatim(&"x".repeat(100));
        let style = MarkStyle {
            ink: Color32::BLACK,
            tint: Color32::TRANSPARENT,
            underline: Underline::Solid,
            shape: Shape::Ring,
        };
        let mark = |(id, (start, end)): (u32, &(usize, usize))| Mark {
            claim: ClaimId(id),
            span: text.span(*start, *end).expect("within the text"),
            label: String::new(),
            name: String::new(),
            style,
            answer: None,
            struck: false,
        };
        MarkSet::new((0..).zip(places).map(mark).collect())
    }

    #[test]
    fn what_is_judged_otherwise_looks_otherwise_without_its_colour_too() {
        use crate::project::{self, default_ratings};
        let theme = Theme::of(egui::Theme::Light);
        let statuses = [
            project::Status::Unchecked,
            project::Status::InProgress,
            project::Status::Rejected,
        ];
        let statuses = statuses.map(theme::status_mark);
        let verdicts = default_ratings();
        let verdicts = verdicts
            .iter()
            .map(|rating| theme::verdict_mark(rating.value));
        let looks: Vec<MarkStyle> = statuses
            .into_iter()
            .chain(verdicts)
            .map(|mark| MarkStyle::of(theme, mark))
            .collect();
        for (at, one) in looks.iter().enumerate() {
            for other in looks.iter().skip(at + 1) {
                assert_ne!(one.shape, other.shape);
                let line = |look: &MarkStyle| (look.ink, look.underline);
                assert_ne!(line(one), line(other), "{one:?}");
            }
        }
    }

    #[test]
    fn a_long_mark_is_found_from_any_of_its_lines() {
        let marks = set(&[(0, 90), (5, 8), (40, 45), (50, 60)]);
        let found: Vec<u32> = marks.within(44, 50).map(|mark| mark.claim.0).collect();
        assert_eq!(found, [0, 2]);
        assert_eq!(marks.within(90, 99).count(), 0);
    }
}
