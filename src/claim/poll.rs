//! Polls: what was answered is theirs, over several sentences.

use std::ops::Range;

use super::attribution::{self, is_respondents};
use super::figure::{Figure, phrase};
use super::{Attribution, Directness, Found, SourceKind};
use crate::lexicon::words::Class;
use crate::quantity::{Kind, Sense};
use crate::syntax::{Shape, Syntax};

/// How far back, in tokens, a poll may be named.
const REACH: usize = 400;

/// Paragraphs over which a poll goes on being the source of what was answered.
const POLL_PARAGRAPHS: usize = 3;

/// The attribution of a figure that counts people asked, to the poll named before it: "A Norpoll survey asked 900
/// people. **43% of voters** said …".
pub(super) fn of_respondents(
    syntax: &Syntax<'_>,
    asked: &attribution::Found,
) -> Option<Attribution> {
    let poll = before(syntax, asked.source.start)?;
    Some(Attribution {
        source: phrase(syntax, &poll)?,
        cue: None,
        content: asked.content.first().and_then(|part| syntax.span(part)),
        kind: Some(SourceKind::Poll),
        directness: Directness::Indirect,
        resolved: None,
        reported_by: None,
    })
}

/// The poll last named before `at`; one with a name, or else with an article, in these few paragraphs.
pub(super) fn before(syntax: &Syntax<'_>, at: usize) -> Option<Range<usize>> {
    let paragraph = syntax.tokens.get(at)?.paragraph;
    let low = at.saturating_sub(REACH);
    let polls = (low..at).rev().filter(|t| {
        syntax.is(*t, Class::Poll) && syntax.tokens[*t].paragraph + POLL_PARAGRAPHS >= paragraph
    });
    let mut nearest = None;
    for poll in polls {
        let Some(sentence) = syntax.sentences.get(syntax.sentence_of(poll)) else {
            continue;
        };
        let Some(named) = syntax.noun_phrase_before(poll + 1, sentence.start) else {
            continue;
        };
        let named = with_pollster(syntax, named, sentence.end);
        let has_name = named.clone().skip(1).any(|t| syntax.tokens[t].is_capital());
        if has_name {
            return Some(named);
        }
        nearest = nearest.or_else(|| syntax.is(named.start, Class::Determiner).then_some(named));
    }
    nearest
}

/// "A poll **by Norpoll**": the poll with the name of who made it.
fn with_pollster(syntax: &Syntax<'_>, poll: Range<usize>, ceiling: usize) -> Range<usize> {
    let by = poll.end;
    if !syntax.reads(by, "by") {
        return poll;
    }
    match syntax.noun_phrase_after(by + 1, ceiling) {
        Some(maker) => poll.start..maker.end,
        None => poll,
    }
}

/// The attribution of a share without a source that begins a clause and goes on with the answers to a poll: "The survey
/// found 51% want rain. **A further 12% had no opinion**."
pub(super) fn going_on(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Found>,
) -> Option<Attribution> {
    let before = before?;
    let poll = before.reading.attribution.as_ref()?;
    let place = |at: usize| (syntax.sentence_of(at), syntax.tokens[at].paragraph);
    let (sentence, paragraph) = place(figure.tokens.start);
    let (earlier, its_paragraph) = place(syntax.token_at(before.span.start()));
    let named = poll.resolved.as_ref().unwrap_or(&poll.source);
    let tokens = named.span.map(|span| {
        syntax.token_at(span.start())..syntax.token_at(span.end().saturating_sub(1)) + 1
    })?;
    let goes_on = poll.kind == Some(SourceKind::Poll)
        && !is_respondents(syntax, &tokens)
        && poll.reported_by.is_none()
        && before.reading.kind == Kind::Share
        && (figure.mention.kind, figure.mention.sense) == (Kind::Share, Sense::Level)
        && paragraph == its_paragraph
        && earlier + 1 >= sentence
        && begins_clause(syntax, figure.tokens.start);
    goes_on.then(|| Attribution {
        source: named.clone(),
        cue: None,
        content: None,
        kind: poll.kind,
        directness: Directness::Indirect,
        resolved: None,
        reported_by: None,
    })
}

/// "A further 12%", "while 12%": whether no more than small words stand between the beginning of a clause and `at`.
fn begins_clause(syntax: &Syntax<'_>, at: usize) -> bool {
    let start =
        (syntax.sentences.get(syntax.sentence_of(at))).map_or(at, |sentence| sentence.start);
    let mut first = at;
    while first > start
        && syntax.tokens[first - 1].classes.has_any(&[
            Class::Determiner,
            Class::Approximator,
            Class::Adjective,
            Class::Adverb,
            Class::Striking,
        ])
    {
        first -= 1;
    }
    first == start
        || syntax.is(first - 1, Class::Subordinator)
        || syntax.is(first - 1, Class::Coordinator)
            && first > start + 1
            && syntax.shape(first - 2) == Some(Shape::Comma)
}
