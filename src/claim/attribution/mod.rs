//! Who is said to have given a figure: source, cue and content.
//!
//! First every attribution of the text is found, whatever it is about; a figure then belongs to the one whose
//! content it stands in. Offsets here are token numbers of one [`Syntax`].

mod according;
mod as_told;
mod label;
mod reckoned;
mod speaker;
mod subject;
mod verb;

use std::ops::Range;

use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// How an attribution is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Means {
    /// A verb of saying: "X said".
    Verb,
    /// "according to X".
    According,
    /// "…, citing X": always within what another says.
    Citing,
    /// "X: …".
    Label,
    /// A sentence that announces a quotation: "He had this to say: …".
    Announced,
    /// "X denied that …": nobody says it.
    Denied,
}

/// An attribution in tokens.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) means: Means,
    pub(super) source: Range<usize>,
    pub(super) cue: Range<usize>,
    pub(super) content: Vec<Range<usize>>,
}

impl Found {
    pub(super) fn covers(&self, token: usize) -> bool {
        self.content.iter().any(|part| part.contains(&token))
            && !self.source.contains(&token)
            && !self.cue.contains(&token)
    }
}

/// A pattern of attribution: reads one sentence and adds what it finds.
type Pattern = fn(&Syntax<'_>, &Range<usize>, &mut Vec<Found>);

/// Every pattern, tried on each sentence in this order.
const PATTERNS: &[Pattern] = &[
    according::find,
    as_told::find,
    reckoned::find,
    verb::find,
    label::find,
];

/// Attributions that can hold one figure; more is no prose.
const DEEPEST: usize = 16;

/// Tokens between a cue and a figure it can reach.
const FARTHEST: usize = 1500;

/// Tokens between a cue and the words of its source.
const NEAR: usize = 60;

/// The attributions of a text.
#[derive(Debug, Default)]
pub(super) struct Attributions {
    all: Vec<Found>,
    /// For each quotation, who speaks it: a number in `all`.
    speakers: Vec<Option<usize>>,
    /// What somebody denies, in order.
    denied: Vec<Range<usize>>,
}

impl Attributions {
    /// Every attribution of the text.
    pub(super) fn of(syntax: &Syntax<'_>) -> Self {
        let mut all = Vec::new();
        let mut denied = Vec::new();
        for sentence in &syntax.sentences {
            let mut here = Vec::new();
            for pattern in PATTERNS {
                pattern(syntax, sentence, &mut here);
            }
            here.sort_by_key(|found| found.cue.start);
            denied.extend(take_denied(&mut here));
            part_speakers(syntax, &mut here);
            all.append(&mut here);
        }
        speaker::announce(syntax, &mut all);
        let speakers = speaker::of_quotations(syntax, &all);
        Self {
            all,
            speakers,
            denied,
        }
    }

    /// Whether somebody denies what the token at `token` is part of.
    pub(super) fn is_denied(&self, token: usize) -> bool {
        let at = self.denied.partition_point(|part| part.end <= token);
        self.denied
            .get(at)
            .is_some_and(|part| part.contains(&token))
    }

    /// The attributions before `found`, in order.
    pub(super) fn before(&self, found: &Found) -> &[Found] {
        let end = self
            .all
            .partition_point(|other| other.cue.start < found.cue.start);
        self.all.get(..end).unwrap_or_default()
    }

    /// The attribution a figure at `token` belongs to: who speaks its quotation, else the outermost whose
    /// content holds it.
    pub(super) fn of_token(&self, syntax: &Syntax<'_>, token: usize) -> Option<&Found> {
        if let Some(quotation) = syntax.quotation_of(token)
            && let Some(speaker) = self.speakers.get(quotation).copied().flatten()
        {
            return self.all.get(speaker);
        }
        let mut holding = self.holding(token);
        // "43% of voters would stay at home, the survey of 1,012 adults found": the sample is said by no voter.
        if self.of_source(token) {
            holding.retain(|found| !is_respondents(syntax, &found.source));
        }
        holding
            .iter()
            .copied()
            .find(|found| !holding.iter().any(|other| is_within(found, other)))
            .or_else(|| holding.first().copied())
    }

    /// Whom `outer`, to which a figure at `token` belongs, reports in turn: "The paper wrote that, according to the
    /// **clinic**, …"; the innermost.
    pub(super) fn reported(
        &self,
        syntax: &Syntax<'_>,
        token: usize,
        outer: &Found,
    ) -> Option<&Found> {
        let holding: Vec<&Found> = self
            .holding(token)
            .into_iter()
            .filter(|found| {
                found.cue != outer.cue
                    && found.means != Means::Label
                    && holds(outer, found)
                    && found.source.start != outer.source.start
                    && !is_respondents(syntax, &found.source)
                    && !syntax.is(found.source.start, Class::Pronoun)
            })
            .collect();
        holding
            .iter()
            .copied()
            .find(|found| !holding.iter().any(|other| is_within(other, found)))
    }

    /// Whether the token is one of those that name a source.
    fn of_source(&self, token: usize) -> bool {
        let from = self
            .all
            .partition_point(|found| found.cue.start + NEAR < token);
        let to = self
            .all
            .partition_point(|found| found.cue.start < token + NEAR);
        self.all
            .get(from..to)
            .unwrap_or_default()
            .iter()
            .any(|found| found.source.contains(&token))
    }

    /// The attributions whose content holds the token.
    fn holding(&self, token: usize) -> Vec<&Found> {
        let from = self
            .all
            .partition_point(|found| found.cue.start + FARTHEST < token);
        let to = self
            .all
            .partition_point(|found| found.cue.start < token + FARTHEST);
        let near = self.all.get(from..to).unwrap_or_default();
        near.iter()
            .filter(|found| found.covers(token))
            .take(DEEPEST)
            .collect()
    }

    /// The people asked among whom the figure at `token` counts: "**43% of voters** said …".
    pub(super) fn respondents(&self, syntax: &Syntax<'_>, token: usize) -> Option<&Found> {
        let from = self.all.partition_point(|found| found.cue.start < token);
        self.all
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take(2)
            .find(|found| found.source.contains(&token) && is_respondents(syntax, &found.source))
    }
}

/// Whether `found` is said by the source of `other`. Where each holds the other's cue, the later one is the
/// outer one: "Officials say …, the paper wrote".
fn is_within(found: &Found, other: &Found) -> bool {
    if other.means == Means::Citing {
        return false;
    }
    if found.means == Means::Citing {
        return holds(other, found);
    }
    other.covers(found.cue.start)
        && !(found.covers(other.cue.start) && found.cue.start > other.cue.start)
}

/// Whether `found` is made within what `outer` says, or within the words for who says it: "Reuters, citing officials, said".
fn holds(outer: &Found, found: &Found) -> bool {
    let aside = outer.source.start..outer.cue.start.max(outer.source.end);
    outer.covers(found.cue.start)
        || found.means == Means::Citing
            // "Citing officials, Reuters said"
            && (aside.contains(&found.cue.start) || found.source.end + 1 == outer.source.start)
}

/// Takes the denials out of a sentence's attributions: what each denies, up to the next verb of saying.
fn take_denied(here: &mut Vec<Found>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    for (number, found) in here.iter().enumerate() {
        if found.means != Means::Denied {
            continue;
        }
        let next = here.get(number + 1).map(|next| next.cue.start);
        parts.extend(found.content.iter().filter_map(|part| {
            let end = next
                .filter(|next| *next > part.start)
                .map_or(part.end, |next| next.min(part.end));
            (part.start < end).then_some(part.start..end)
        }));
    }
    here.retain(|found| found.means != Means::Denied);
    parts
}

/// Ends what one speaker of a sentence says where the clause of the next begins: "A said …, while B said …".
fn part_speakers(syntax: &Syntax<'_>, here: &mut [Found]) {
    for second in 1..here.len() {
        let next = here[second].clone();
        let forward = next.content.iter().all(|part| part.start > next.cue.start);
        let joint = next.source.start.checked_sub(1).is_some_and(|t| {
            matches!(
                syntax.shape(t),
                Some(
                    Shape::Comma
                        | Shape::Semicolon
                        | Shape::Dash
                        | Shape::QuoteClose
                        | Shape::Colon
                )
            ) || syntax.is(t, Class::Coordinator)
                || syntax.is(t, Class::Subordinator)
        });
        // "The poll found that 12% disagreed, and 30% said …": those asked speak within the poll.
        let asked = is_respondents(syntax, &next.source);
        if !forward || !joint || asked || next.source.start > next.cue.start {
            continue;
        }
        for earlier in here.iter_mut().take(second) {
            // "Citing police, the Courier said 40 …": within what the Courier says.
            let citing =
                earlier.means == Means::Citing && earlier.source.end + 1 == next.source.start;
            let apart = citing || earlier.means == Means::Label;
            if earlier.cue.start >= next.source.start || apart {
                continue;
            }
            for part in &mut earlier.content {
                if part.contains(&next.source.start) {
                    part.end = next.source.start;
                }
            }
        }
    }
}

/// Whether a source is people who were asked: "43% of voters", "most of those surveyed".
pub(super) fn is_respondents(syntax: &Syntax<'_>, source: &Range<usize>) -> bool {
    // "Norpump, which has 900 workers, said": the aside is not who says it.
    let end = source
        .clone()
        .find(|t| syntax.shape(*t) == Some(Shape::Comma))
        .unwrap_or(source.end);
    let source = source.start..end;
    // "the survey of 1,012 adults": the survey itself.
    let head = syntax.head(&source);
    if syntax.is(head, Class::Poll) || syntax.is(head, Class::Document) {
        return false;
    }
    let number = source.clone().any(|t| {
        syntax.shape(t) == Some(Shape::Number)
            || syntax.is(t, Class::NumberWord)
            || syntax.is(t, Class::Half)
    });
    number
        && source
            .clone()
            .any(|t| syntax.is(t, Class::Respondent) || syntax.word(t) == "%")
}

/// Whether the figure at `token` is of other people asked than those who say what `found` says: it begins a clause of
/// its own behind theirs.
pub(super) fn is_of_others(syntax: &Syntax<'_>, found: &Found, token: usize) -> bool {
    let joint = token.checked_sub(1).filter(|joint| *joint > found.cue.end);
    is_respondents(syntax, &found.source)
        && joint.is_some_and(|joint| {
            syntax.is(joint, Class::Subordinator) || syntax.is(joint, Class::Coordinator)
        })
}

/// Where a subject may begin at the earliest: after the last quotation mark before `at`.
fn floor(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> usize {
    (sentence.start..at)
        .rev()
        .find(|t| matches!(syntax.shape(*t), Some(Shape::QuoteClose | Shape::QuoteOpen)))
        .map_or(sentence.start, |t| t + 1)
}

/// Whether only marks are left from `at` to the end of the sentence.
fn is_over(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> bool {
    (at..sentence.end).all(|t| {
        matches!(
            syntax.shape(t),
            Some(Shape::Stop | Shape::QuoteClose | Shape::Close | Shape::Exclamation)
        )
    })
}
