//! Labels: "X: …", "X on Y: …", "MR. SMITH: …", "… – report".

use std::ops::Range;

use super::super::place;
use super::{Found, Means};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Most tokens a label may have.
const LONGEST_LABEL: usize = 9;

pub(super) fn find(syntax: &Syntax<'_>, sentence: &Range<usize>, all: &mut Vec<Found>) {
    if let Some(found) = leading(syntax, sentence) {
        all.push(found);
    } else {
        // "said of Weiss: “…”": the verb attributes it.
        let labelled = before_quotation(syntax, sentence).filter(|label| {
            !all.iter()
                .any(|found| sentence.contains(&found.cue.start) && found.covers(label.cue.end))
        });
        all.extend(labelled);
    }
    all.extend(trailing(syntax, sentence).or_else(|| signature(syntax, sentence)));
}

/// "X: …" at the start of a line.
fn leading(syntax: &Syntax<'_>, sentence: &Range<usize>) -> Option<Found> {
    let mut start = sentence.start;
    let starts_line =
        start == 0 || syntax.tokens[start - 1].paragraph != syntax.tokens[start].paragraph;
    if !starts_line {
        return None;
    }
    // A clock time before a ticker line, a dash before a list item.
    while start < sentence.end
        && matches!(
            syntax.shape(start),
            Some(Shape::Number | Shape::Dash | Shape::Sign | Shape::QuoteOpen)
        )
    {
        start += 1;
    }
    let colon = (start..sentence.end.min(start + LONGEST_LABEL))
        .find(|t| syntax.shape(*t) == Some(Shape::Colon))?;
    if colon == start || colon + 2 >= sentence.end {
        return None;
    }
    let name_end = (start..colon)
        .find(|t| *t > start && matches!(syntax.word(*t), "on" | "about" | "to"))
        .unwrap_or(colon);
    let names = (start..name_end)
        .filter(|t| syntax.tokens[*t].is_capital())
        .count();
    let bracket = (start..name_end)
        .find(|t| syntax.shape(*t) == Some(Shape::Open))
        .unwrap_or(name_end);
    let clean = (start..bracket).all(|t| {
        syntax.tokens[t].is_capital()
            || matches!(
                syntax.shape(t),
                Some(Shape::Open | Shape::Close | Shape::Genitive | Shape::Comma)
            )
            || syntax.is(t, Class::Coordinator)
            || syntax.is(t, Class::Title)
            || syntax.is(t, Class::Office)
            || syntax.tokens[t].classes.has_any(&[
                Class::Poll,
                Class::Document,
                Class::Official,
                Class::Media,
            ])
            || matches!(syntax.word(t), "of" | "the" | "for")
    });
    let source_noun = (start..name_end).any(|t| {
        syntax.tokens[t].classes.has_any(&[
            Class::Poll,
            Class::Document,
            Class::Official,
            Class::Media,
            Class::Organisation,
        ])
    });
    let line_label = name_end == start + 1 && syntax.is(start, Class::LineLabel);
    if names == 0 || !clean || line_label {
        return None;
    }
    let quoted = matches!(syntax.shape(colon + 1), Some(Shape::QuoteOpen));
    let transcript = (start..name_end).any(|t| syntax.shape(t) == Some(Shape::Capitals))
        && (start..name_end)
            .all(|t| syntax.shape(t) != Some(Shape::Capital) || syntax.is(t, Class::Title));
    let person = name_end < colon
        || quoted
        || transcript
        || source_noun
        || ticker(syntax, sentence, start..name_end, colon);
    // "Peru: gunmen seize 25 lorries": where it happens.
    let dateline = !quoted
        && name_end == colon
        && syntax.shape(colon + 1) == Some(Shape::Word)
        && place::holds_name(syntax, &(start..name_end));
    (person && !dateline).then(|| Found {
        means: Means::Label,
        source: start..name_end,
        cue: colon..colon + 1,
        content: std::iter::once(colon + 1..line_end(syntax, colon, sentence.end)).collect(),
    })
}

/// "1:30 Weiss: Nobody will pay": a name of up to three words before a headline.
fn ticker(syntax: &Syntax<'_>, sentence: &Range<usize>, name: Range<usize>, colon: usize) -> bool {
    let one_sentence = syntax
        .tokens
        .get(sentence.end)
        .is_none_or(|next| next.paragraph != syntax.tokens[colon].paragraph);
    let stopped = matches!(syntax.shape(sentence.end - 1), Some(Shape::Stop));
    one_sentence
        && !stopped
        && name.len() <= 3
        && name
            .clone()
            .all(|t| syntax.shape(t) == Some(Shape::Capital) && !syntax.is(t, Class::LineLabel))
        && syntax.tokens.get(colon + 1).is_some_and(|t| {
            t.is_word()
                    || t.shape == Shape::QuoteOpen
                    // "14:20 Duarte: 600 jobs", not "Lodz: 600 jobs"
                    || t.shape == Shape::Number
                        && name.start > sentence.start
                        && !place::holds_name(syntax, &name)
        })
        && sentence.end > colon + 4
}

/// "More from Weiss: “…”", "IT MOVED – Anna Weiss: “…”": a name and a colon before a quotation.
fn before_quotation(syntax: &Syntax<'_>, sentence: &Range<usize>) -> Option<Found> {
    let colon = sentence.clone().find(|t| {
        syntax.shape(*t) == Some(Shape::Colon)
            && syntax.shape(*t + 1) == Some(Shape::QuoteOpen)
            && syntax.quotation_of(*t).is_none()
    })?;
    let start = super::floor(syntax, sentence, colon);
    let source = syntax.noun_phrase_before(colon, start)?;
    let named = syntax.tokens[source.end - 1].is_capital();
    named.then(|| Found {
        means: Means::Label,
        source,
        cue: colon..colon + 1,
        content: std::iter::once(colon + 1..sentence.end).collect(),
    })
}

/// "… – report" at the end of a headline.
fn trailing(syntax: &Syntax<'_>, sentence: &Range<usize>) -> Option<Found> {
    let dash = (sentence.end.saturating_sub(4).max(sentence.start)..sentence.end)
        .rev()
        .find(|t| syntax.shape(*t) == Some(Shape::Dash))?;
    let source = dash + 1..sentence.end;
    let fits = !source.is_empty()
        && dash > sentence.start + 2
        && source.clone().all(|t| syntax.tokens[t].is_word())
        && (source.clone().all(|t| syntax.tokens[t].is_capital())
            && source.len() > 1
            && syntax.shape(dash - 1) == Some(Shape::QuoteClose)
            || source.clone().any(|t| {
                syntax.tokens[t].classes.has_any(&[
                    Class::Document,
                    Class::Poll,
                    Class::Official,
                    Class::Media,
                    Class::Anonymous,
                ])
            }));
    fits.then(|| Found {
        means: Means::Label,
        source,
        cue: dash..dash + 1,
        content: std::iter::once(sentence.start..dash).collect(),
    })
}

/// "“The game is long.” – Omar Haddad": a name after a dash below or beside what it said.
fn signature(syntax: &Syntax<'_>, sentence: &Range<usize>) -> Option<Found> {
    let dash = sentence.start;
    let close = dash.checked_sub(1)?;
    let source = dash + 1..sentence.end;
    let named = (2..=5).contains(&source.len())
        && source.clone().all(|t| {
            syntax.tokens[t].is_capital() || syntax.is(t, Class::Title) || syntax.reads(t, "of")
        });
    if syntax.shape(dash) != Some(Shape::Dash)
        || syntax.shape(close) != Some(Shape::QuoteClose)
        || !named
    {
        return None;
    }
    let said = syntax.quotations[syntax.quotation_of(close.checked_sub(1)?)?];
    Some(Found {
        means: Means::Label,
        source,
        cue: dash..dash + 1,
        content: std::iter::once(said.first..close).collect(),
    })
}

/// End of the line that holds `at`, from sentence end `from`.
fn line_end(syntax: &Syntax<'_>, at: usize, from: usize) -> usize {
    let paragraph = syntax.tokens[at].paragraph;
    from + syntax.tokens[from..]
        .iter()
        .take_while(|t| t.paragraph == paragraph)
        .count()
}
