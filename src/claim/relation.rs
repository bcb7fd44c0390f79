//! How figures of one sentence hang together.

use std::ops::Range;

use super::antecedent::antecedent;
use super::figure::Figure;
use super::{Relation, RelationKind};
use crate::lexicon::words::Class;
use crate::quantity::{Kind, Mention};
use crate::syntax::{Shape, Syntax};
use crate::text::Span;

/// Words between "20%" and "the 100,000" at most.
const NEAR: usize = 4;

/// The links of the figure with number `index` to the figures before and after it.
pub(super) fn of(
    syntax: &Syntax<'_>,
    mentions: &[Mention],
    index: usize,
    figure: &Figure<'_>,
) -> Vec<Relation> {
    let mut links = Vec::new();
    let place = |mention: &Mention| {
        let start = syntax.token_at(mention.span.start());
        start..syntax.token_at(mention.span.end().saturating_sub(1)) + 1
    };
    let here = &figure.tokens;
    if let Some(next) = mentions.get(index + 1) {
        let there = place(next);
        let of = (here.end..there.start.min(here.end + NEAR)).any(|t| syntax.reads(t, "of"));
        let lead = there.start.saturating_sub(1);
        let whole = (here.end..there.start).find(|t| syntax.reads(*t, "of"));
        let other_whole = whole.is_some_and(|of| names_another(syntax, of + 1..there.start));
        let article = there.start > here.end && syntax.is(lead, Class::Determiner)
            || syntax.is(lead, Class::Possessive)
            || syntax.shape(lead) == Some(Shape::Genitive);
        // "20% of them, or 150": the next number is the part.
        let apart = (here.end..there.start).any(|t| syntax.shape(t) == Some(Shape::Comma));
        // "Cut deaths by 18% in a trial of 6,204 patients": the trial has so many.
        let apart = apart
            || whole.is_some_and(|of| (here.end..of).any(|t| syntax.is(t, Class::Preposition)));
        if there.end <= figure.sentence.end
            && there.start <= here.end + NEAR
            // "Two thirds of voters under 30": who they are, and not how many.
            && next.kind != Kind::Age
            && of
            && !apart
            && !other_whole
            // "66% of them are under 18"
            && !of_them(syntax, here.end)
            && (article || figure.mention.kind == Kind::Share)
        {
            let share = matches!(figure.mention.kind, Kind::Share | Kind::Ratio);
            links.push(other(
                next.span,
                if share {
                    RelationKind::ShareOf
                } else {
                    RelationKind::PartOf
                },
            ));
        }
        // "to 5 from 3"
        if there.start <= here.end + 4
            && there.start > here.end
            && syntax.reads(there.start - 1, "from")
            && here.start > figure.sentence.start
            && syntax.reads(here.start - 1, "to")
        {
            links.push(other(next.span, RelationKind::ChangedFrom));
        }
    }
    if let Some(last) = index.checked_sub(1).and_then(|before| mentions.get(before)) {
        let there = place(last);
        let same_sentence = there.start >= figure.sentence.start;
        let between = there.end..here.start;
        // "from 3 to 5"
        if same_sentence
            && there.start > figure.sentence.start
            && syntax.reads(there.start - 1, "from")
            && here.start > there.end
            && between.len() <= 5
            && syntax.reads(here.start - 1, "to")
        {
            links.push(other(last.span, RelationKind::ChangedFrom));
        }
        // "18 of them": of those counted before, if in the same sentence or the one before.
        let whom = same_sentence && of_whom(syntax, here.end);
        let first = !same_sentence && begins_of_them(syntax, figure.sentence.start);
        if of_them(syntax, here.end) || whom || first {
            let told = syntax.sentence_of(there.start);
            let whole = antecedent(syntax, mentions, index, told);
            let share = |whole: &Mention| matches!(whole.kind, Kind::Share | Kind::Ratio);
            links.extend(whole.map(|whole| {
                // "20% of the 3,000 stayed; half of them": a share of a share.
                let kind = if share(whole) {
                    RelationKind::ShareOf
                } else {
                    RelationKind::PartOf
                };
                other(whole.span, kind)
            }));
        }
        // "Of the 40 residents, 31 are women."
        let of = (figure.sentence.start..there.start)
            .rev()
            .take(NEAR)
            .find(|t| syntax.reads(*t, "of"));
        let fronted = of.is_some_and(|of| {
            of == figure.sentence.start
                || syntax.shape(of - 1) == Some(Shape::Comma)
                || syntax.is(of - 1, Class::That)
        });
        let adjoins = (there.end..here.start)
            .all(|t| syntax.is_nounish(t) || syntax.shape(t) == Some(Shape::Comma))
            && between.len() <= NEAR;
        let opens = same_sentence
            && fronted
            && (adjoins || syntax.shape(here.start.saturating_sub(1)) == Some(Shape::Comma));
        if opens && counts(last, figure) {
            links.push(other(last.span, RelationKind::PartOf));
        }
        // "Of the 40 residents, 30% are women."
        if opens && last.kind == Kind::Count && figure.mention.kind == Kind::Share {
            links.push(other(last.span, RelationKind::ShareOf));
        }
        let joined = same_sentence
            && (between
                .clone()
                .any(|t| syntax.is(t, Class::Coordinator) && !syntax.reads(t, "nor"))
                || between
                    .clone()
                    .any(|t| syntax.shape(t) == Some(Shape::Comma)))
            && !between.clone().any(|t| {
                matches!(
                    syntax.shape(t),
                    Some(Shape::Semicolon | Shape::Colon | Shape::QuoteOpen | Shape::QuoteClose)
                )
            })
            && between.len() <= 12;
        let harm = |low: usize, high: usize| {
            (low..high.min(figure.sentence.end)).any(|t| syntax.is(t, Class::Harm))
        };
        if joined
            && counts(last, figure)
            && (syntax.is(here.end, Class::Others)
                || harm(there.end, here.start) && harm(here.end, here.end + 5)
                // "killed 3 workers and injured 8"
                || harm(there.start.saturating_sub(1), there.start)
                    && harm(here.start.saturating_sub(1), here.start))
        {
            links.push(other(last.span, RelationKind::Beside));
        }
    }
    links
}

/// Whether the words between "20% of" and a number name the whole themselves: "of the ball and 19 shots". Not so "of the
/// port's 40".
fn names_another(syntax: &Syntax<'_>, mut between: Range<usize>) -> bool {
    between.any(|t| {
        syntax.is(t, Class::Coordinator)
            || syntax.is(t, Class::Preposition) && !syntax.is(t, Class::Approximator)
    })
}

fn counts(last: &Mention, figure: &Figure<'_>) -> bool {
    figure.mention.kind == Kind::Count && last.kind == Kind::Count
}

/// "of them" at `at`, or "of those" with nothing that says which: not "of those left in the city".
pub(super) fn of_them(syntax: &Syntax<'_>, at: usize) -> bool {
    let which = |t: usize| {
        syntax.tokens.get(t).is_some_and(|token| {
            token.is_word()
                && !token
                    .classes
                    .has_any(&[Class::Auxiliary, Class::Modal, Class::Coordinator])
        })
    };
    let in_two = syntax.reads(at, "of")
        && (syntax.reads(at + 1, "them") || syntax.reads(at + 1, "those") && !which(at + 2));
    in_two || syntax.is(at, Class::OfThem)
}

/// "three **of whom**".
fn of_whom(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.reads(at, "of") && syntax.is(at + 1, Class::Relative)
}

/// "**Of those,** 12 …", "Among them were 12 …": a sentence about some of those counted in the one before.
fn begins_of_them(syntax: &Syntax<'_>, at: usize) -> bool {
    (syntax.reads(at, "of") || syntax.reads(at, "among"))
        && (syntax.reads(at + 1, "them") || syntax.reads(at + 1, "those"))
        && (syntax.shape(at + 2) == Some(Shape::Comma)
            || syntax.is(at + 2, Class::Auxiliary)
            || syntax.shape(at + 2) == Some(Shape::Number))
}

/// Where a relation's other figure stands.
const fn other(span: Span, kind: RelationKind) -> Relation {
    Relation { kind, other: span }
}
