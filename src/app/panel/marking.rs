//! Claims made of words of a text, and their ends moved.

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::reader::{Lit, nudged};
use super::super::toast::Toast;
use crate::claim::{ArticleId, Claim};
use crate::project::Command;
use crate::text::{Span, Text};

/// Moves an end of the claim that is looked at by a word.
pub(super) fn resize(action: Action, context: &Context<'_>, outbox: &mut Outbox) {
    let Some(claim) = context.claim() else {
        return;
    };
    let Some(article) = context.project().articles.get(&claim.article) else {
        return;
    };
    let start = matches!(action, Action::StartBack | Action::StartForward);
    let forward = matches!(action, Action::StartForward | Action::EndForward);
    if let Some(span) = nudged(&article.text, claim.anchor.span, start, forward) {
        outbox.change(Command::MoveClaim {
            claim: claim.id,
            span,
        });
    }
}

/// A selection without the white space at its ends, and with the whole of the words that it cuts.
fn trimmed(text: &Text, span: Span) -> Span {
    let words = text.slice(span);
    let start = span.start() + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    if start == end {
        return text.span(start, end).unwrap_or(span);
    }
    let all = text.as_str();
    let (before, behind) = (all.get(..start), all.get(end..));
    let lead = before.map_or(0, |before| rest_of_word(before.chars().rev()));
    let tail = behind.map_or(0, |behind| rest_of_word(behind.chars()));
    let inside = words.trim();
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let start = start
        - if is_part(inside.chars().next()) {
            lead
        } else {
            0
        };
    let end = end
        + if is_part(inside.chars().next_back()) {
            tail
        } else {
            0
        };
    text.span(start, end).unwrap_or(span)
}

/// How many bytes of a word or number stand at the beginning of `characters`: of "8,000 goats" five.
fn rest_of_word(characters: impl Iterator<Item = char>) -> usize {
    let mut characters = characters.peekable();
    let (mut length, mut last_is_digit) = (0, true);
    while let Some(c) = characters.next() {
        let digit_next = characters.peek().is_some_and(char::is_ascii_digit);
        let within_number = matches!(c, ',' | '.') && last_is_digit && digit_next;
        if !c.is_alphanumeric() && !within_number {
            break;
        }
        last_is_digit = c.is_ascii_digit();
        length += c.len_utf8();
    }
    length
}

/// Makes a claim of `span`, or of the first figure of several paragraphs; says whether a figure can be read there.
pub(super) fn add_claim(
    context: &Context<'_>,
    article: ArticleId,
    span: Span,
    outbox: &mut Outbox,
) -> bool {
    let Some(text) = context.project().articles.get(&article) else {
        return false;
    };
    let span = trimmed(&text.text, span);
    let found = crate::claim::extract(text)
        .into_iter()
        .find(|found| found.span.overlaps(span));
    let is_read = found.is_some();
    match found {
        Some(found) => {
            // No claim goes on over paragraphs: of a large selection its first figure is meant.
            let span = if text.text.slice(span).contains('\n') {
                found.span
            } else {
                span
            };
            let known = context.project().claims.values();
            let mut known = known.filter(|claim| claim.article == article);
            match known.find(|claim| claim.anchor.span == span) {
                Some(known) => {
                    outbox.look(known.id);
                    outbox.want(Request::Say(Toast::done(format!(
                        "“{}” is a claim already.",
                        known.anchor.quote
                    ))));
                }
                None => outbox.change(Command::AddClaim {
                    article,
                    span,
                    reading: found.reading,
                }),
            }
        }
        None => outbox.want(Request::Say(Toast::refused(
            "No figure can be read in these words: dates, years and numbers of a list are none. Select words that hold one, such as “98,000 people”.",
        ))),
    }
    is_read
}

/// The words in the text that fill the facets of a claim.
pub(super) fn lit_of(claim: &Claim) -> Vec<Lit> {
    let reading = &claim.reading;
    let mut lit = Vec::new();
    let mut light = |label: &str, span: Option<Span>| {
        if let Some(span) = span {
            lit.push(Lit {
                span,
                label: label.to_owned(),
            });
        }
    };
    light("counted", reading.concept.as_ref().and_then(|p| p.span));
    light("place", reading.place.as_ref().and_then(|p| p.span));
    light("period", reading.period.as_ref().and_then(|p| p.words.span));
    if let Some(attribution) = &reading.attribution {
        light("source", attribution.source.span);
    }
    lit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_at_its_ends_is_no_part_of_a_selection() {
        let text = Text::verbatim("Then  12 goats\n left.");
        let trimmed =
            |start, end| text.slice(trimmed(&text, text.span(start, end).expect("a span")));
        assert_eq!(trimmed(4, 16), "12 goats");
        assert_eq!(trimmed(6, 8), "12");
        assert_eq!(trimmed(4, 6), "");
    }

    #[test]
    fn a_word_that_is_cut_is_marked_whole() {
        let text = Text::verbatim("About 98,000 shepherds came.");
        let trimmed =
            |start, end| text.slice(trimmed(&text, text.span(start, end).expect("a span")));
        assert_eq!(trimmed(7, 16), "98,000 shepherds");
        assert_eq!(trimmed(10, 12), "98,000");
        assert_eq!(trimmed(6, 13), "98,000");
    }
}
