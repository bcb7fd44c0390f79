//! What a figure is about: what it counts or measures, and what is said to have happened, in its sentence or taken
//! over from the figure before it.

use std::ops::Range;

use super::figure::{Figure, phrase};
use super::{Found, Phrase, Relation, RelationKind, concept, predicate, relation, source};
use crate::lexicon::words::Class;
use crate::quantity::{Kind, Sense};
use crate::syntax::{Shape, Syntax};

/// Figures before one that can name what it counts.
const NEIGHBOURS: usize = 6;

/// What a figure is about.
pub(super) struct About {
    /// Tokens of what is counted, in the figure's own sentence.
    pub(super) concept_at: Option<Range<usize>>,
    /// Tokens of what happened.
    pub(super) predicate_at: Option<Range<usize>>,
    /// What is counted or measured, with its owner and what leads to it.
    pub(super) concept: Option<Phrase>,
    /// What happened.
    pub(super) predicate: Option<Phrase>,
    /// Whether people came to harm.
    pub(super) harm: bool,
}

/// A figure with what was read before it.
pub(super) struct Asked<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) figure: &'a Figure<'a>,
    /// The figures before it, in order.
    pub(super) earlier: &'a [Found],
    pub(super) relations: &'a [Relation],
}

impl Asked<'_> {
    /// What the figure is about; its words take nothing of `stops`, times and cues.
    pub(super) fn about(&self, stops: &[Range<usize>]) -> About {
        let (syntax, figure, before) = (self.syntax, self.figure, self.earlier.last());
        // "in 24 hours": how long it took, of which nothing has so many.
        let is_when = figure.mention.kind == Kind::Duration
            && stops
                .iter()
                .any(|stop| stop.start < figure.tokens.start && figure.tokens.end <= stop.end);
        let concept_at = (!is_when)
            .then(|| concept::concept(syntax, figure, self.shared().as_ref()))
            .flatten();
        let mut predicate_at = predicate::predicate(syntax, figure, concept_at.as_ref(), stops);
        let named = concept_at.as_ref().and_then(|range| self.named_here(range));
        let mut concept = self.others(named);
        if let Some(earlier) =
            before.filter(|before| self.is_of_those(before, concept_at.as_ref(), concept.as_ref()))
        {
            concept.clone_from(&earlier.reading.concept);
        }
        // "The levy is £40. The figure is 19% higher", "It fell to 3%": of what was named last.
        let generic = concept_at.as_ref().is_some_and(|concept| {
            concept.end <= figure.tokens.start && concept::is_generic(syntax, concept)
        });
        if (generic || concept_at.is_none() && concept::stands_for_it(syntax, figure))
            && let Some(named) = self.named_last()
        {
            concept = Some(named);
        }
        let told = has(syntax, predicate_at.as_ref(), Class::Harm);
        let befell = concept_at.as_ref().and_then(|concept| {
            if predicate_at.is_none() && predicate::is_harm(syntax, concept) {
                Some(concept.clone())
            } else if told {
                None
            } else {
                predicate::befell(syntax, concept)
            }
        });
        if befell.is_some() {
            predicate_at = befell;
            concept = None;
        }
        let mut predicate = predicate_at
            .as_ref()
            .and_then(|range| phrase(syntax, range));
        // "injured 100 people, against 53 last year": of the same thing the same is said.
        if predicate.is_none() && concept_at.is_some() && concept::is_compared(syntax, figure) {
            predicate = before.and_then(|before| before.reading.predicate.clone());
        }
        // "Three people died: two residents and a firefighter": of the parts the same is said.
        if predicate.is_none()
            && let Some(whole) = self.whole_before_colon()
        {
            predicate.clone_from(&whole.reading.predicate);
            concept = concept.or_else(|| whole.reading.concept.clone());
        }
        About {
            harm: has(syntax, predicate_at.as_ref(), Class::Harm)
                || has(syntax, concept_at.as_ref(), Class::Harm),
            concept_at,
            predicate_at,
            concept,
            predicate,
        }
    }

    /// The count before a colon that the figure is a part of: people behind people, or a number without a noun.
    fn whole_before_colon(&self) -> Option<&Found> {
        /// Words between the colon and the first part at most.
        const LEAD: usize = 2;
        let (syntax, figure) = (self.syntax, self.figure);
        let colon = (figure.sentence.start..figure.tokens.start)
            .rfind(|t| syntax.shape(*t) == Some(Shape::Colon))?;
        let first = figure.siblings.iter().find(|it| it.start > colon)?;
        let listed = first.start <= colon + 1 + LEAD
            && !(colon + 1..figure.tokens.start).any(|t| {
                matches!(
                    syntax.shape(t),
                    Some(Shape::Semicolon | Shape::QuoteOpen | Shape::QuoteClose)
                )
            });
        let whole = self
            .earlier
            .iter()
            .rfind(|found| syntax.token_at(found.span.start()) < colon)
            .filter(|found| syntax.token_at(found.span.start()) >= figure.sentence.start)?;
        let (part, all) = (&figure.mention.quantity, &whole.reading.quantity);
        let counted = figure.mention.kind == Kind::Count && whole.reading.kind == Kind::Count;
        let alike = part.unit == all.unit && part.unit.is_some()
            || part.unit.is_none() && part.unit_text.is_none();
        let less = part.value().zip(all.value()).is_some_and(|(x, y)| x < y);
        (listed && counted && alike && less).then_some(whole)
    }

    /// The tokens of what the figure before counts, where it stands in the same sentence and they can share it.
    fn shared(&self) -> Option<Range<usize>> {
        let (syntax, figure) = (self.syntax, self.figure);
        let span = self
            .earlier
            .last()
            .filter(|before| {
                let paid = |kind| matches!(kind, Kind::Money | Kind::Rate);
                before.reading.kind == figure.mention.kind
                    || paid(before.reading.kind) && paid(figure.mention.kind)
                    || concept::leads_on(syntax, figure)
            })
            .and_then(|before| before.reading.concept.as_ref()?.span)?;
        let tokens =
            syntax.token_at(span.start())..syntax.token_at(span.end().saturating_sub(1)) + 1;
        figure.sentence.contains(&tokens.start).then_some(tokens)
    }

    /// What stands at `range`, with what leads to it and whose it is: "median price (flats)".
    fn named_here(&self, range: &Range<usize>) -> Option<Phrase> {
        let (syntax, figure) = (self.syntax, self.figure);
        let mut named = phrase(syntax, range)?;
        if let Some(deed) = concept::deed(syntax, figure, range) {
            named.text = format!("{deed} ({})", named.text);
            return Some(named);
        }
        let lead = concept::lead(syntax, figure, range).and_then(|lead| phrase(syntax, &lead));
        if let Some(lead) = lead {
            named.text = format!("{} {}", lead.text, named.text);
        }
        let owner = concept::owner(syntax, figure, range).and_then(|owner| phrase(syntax, &owner));
        if let Some(deed) = concept::suffered(syntax, figure, range) {
            let whose = owner.as_ref().unwrap_or(&named);
            named.text = format!("{deed} ({})", whose.text);
            return Some(named);
        }
        if let Some(owner) = owner {
            named.text = format!("{} ({})", named.text, owner.text);
        }
        Some(named)
    }

    /// "11 civilians were killed and 18 others wounded": the others are civilians.
    fn others(&self, named: Option<Phrase>) -> Option<Phrase> {
        let whom = self
            .earlier
            .last()
            .filter(|_| self.counts_others() && self.is(RelationKind::Beside))
            .and_then(|before| before.reading.concept.as_ref());
        let Some(whom) = whom else { return named };
        Some(Phrase {
            text: format!(
                "{} {}",
                self.syntax
                    .word(self.figure.tokens.end)
                    .trim_end_matches('s'),
                whom.text.trim_start_matches("other ")
            ),
            span: named.and_then(|phrase| phrase.span),
        })
    }

    fn counts_others(&self) -> bool {
        self.syntax.is(self.figure.tokens.end, Class::Others)
    }

    fn is(&self, kind: RelationKind) -> bool {
        self.relations.iter().any(|relation| relation.kind == kind)
    }

    /// "18 of them were women", "six sailors drowned and two were hurt": of those counted just before.
    fn is_of_those(
        &self,
        before: &Found,
        concept_at: Option<&Range<usize>>,
        concept: Option<&Phrase>,
    ) -> bool {
        let end = self.figure.tokens.end;
        let named = concept_at.is_some_and(|concept| concept.start == end + 2);
        let mut to_before = (self.relations.iter()).filter(|other| other.other == before.span);
        to_before.any(|relation| match relation.kind {
            RelationKind::PartOf => {
                concept.is_none() || !named && relation::of_them(self.syntax, end)
            }
            RelationKind::Beside => concept_at.is_none() && !self.counts_others(),
            _ => false,
        })
    }

    /// What the first figure of the same sort counts or measures, in the sentence or the one before; for a difference
    /// that of any sort.
    fn named_last(&self) -> Option<Phrase> {
        let (syntax, mention) = (self.syntax, self.figure.mention);
        let number = syntax.sentence_of(self.figure.tokens.start);
        let near = self.earlier.iter().rev().take(NEIGHBOURS);
        let near = near.take_while(|found| {
            syntax.sentence_of(syntax.token_at(found.span.start())) + 1 >= number
        });
        let difference = mention.sense != Sense::Level && mention.kind == Kind::Share;
        near.filter(|found| {
            found.reading.concept.is_some() && (found.reading.kind == mention.kind || difference)
        })
        .last()
        .and_then(|found| found.reading.concept.clone())
    }
}

fn has(syntax: &Syntax<'_>, range: Option<&Range<usize>>, class: Class) -> bool {
    range.is_some_and(|range| source::has(syntax, range, class))
}
