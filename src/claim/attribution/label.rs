//! Labels: "X: …", "X on Y: …", "MR. SMITH: …", "… – report".

use std::ops::Range;

use super::super::place;
use super::{Found, Means};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Sentences before and after one in which the lines of a transcript show.
const NEARBY: usize = 60;

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
    let first = sentence.start;
    let starts_line =
        first == 0 || syntax.tokens[first - 1].paragraph != syntax.tokens[first].paragraph;
    if !starts_line {
        return None;
    }
    let start = past_marks(syntax, sentence);
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
    if caseless(syntax, start..colon) {
        return Some(label(syntax, start..colon, colon, sentence.end));
    }
    let line_label = name_end == start + 1 && syntax.is(start, Class::LineLabel);
    // "FOR IMMEDIATE RELEASE: …"
    let furniture = syntax.is(start, Class::Preposition) && syntax.tokens[start].is_capital();
    if names == 0 || !clean || line_label || furniture {
        return None;
    }
    let quoted = matches!(syntax.shape(colon + 1), Some(Shape::QuoteOpen));
    let transcript = (start..name_end).any(|t| syntax.shape(t) == Some(Shape::Capitals))
        && (start..name_end)
            .all(|t| syntax.shape(t) != Some(Shape::Capital) || syntax.is(t, Class::Title));
    let person = name_end < colon
        || quoted
        || transcript && (name_end > start + 1 || is_transcript(syntax, start..name_end))
        || source_noun
        || ticker(syntax, sentence, start..name_end, colon);
    // "Peru: gunmen seize 25 lorries": where it happens.
    let dateline = !quoted
        && name_end == colon
        && syntax.shape(colon + 1) == Some(Shape::Word)
        && place::holds_name(syntax, &(start..name_end));
    (person && !dateline).then(|| label(syntax, start..name_end, colon, sentence.end))
}

/// What a label before the colon at `colon` attributes: the rest of its line.
fn label(syntax: &Syntax<'_>, source: Range<usize>, colon: usize, end: usize) -> Found {
    Found {
        means: Means::Label,
        source,
        cue: colon..colon + 1,
        content: std::iter::once(colon + 1..line_end(syntax, colon, end)).collect(),
    }
}

/// Whether words of a script without capitals name who speaks: they begin with an office or a body, and tell nothing.
fn caseless(syntax: &Syntax<'_>, label: Range<usize>) -> bool {
    let speaks = syntax.tokens[label.start].classes.has_any(&[
        Class::Office,
        Class::Official,
        Class::Organisation,
        Class::Media,
        Class::Document,
        Class::Poll,
    ]);
    speaks
        && label.clone().all(|t| {
            syntax.shape(t) == Some(Shape::Word)
                && !syntax.is(t, Class::Finite)
                && !syntax.is(t, Class::Cue)
                && !syntax
                    .word(t)
                    .contains(|c: char| c.is_lowercase() || c.is_uppercase())
        })
}

/// Past the clock time before a ticker line, the dash before a list item, the mark that opens a quotation.
fn past_marks(syntax: &Syntax<'_>, sentence: &Range<usize>) -> usize {
    let is_mark = |t: &usize| {
        matches!(
            syntax.shape(*t),
            Some(Shape::Number | Shape::Dash | Shape::Sign | Shape::QuoteOpen)
        )
    };
    sentence.start + sentence.clone().take_while(is_mark).count()
}

/// Whether one word in capitals names who speaks: an office, or one of several such labels. "QUAKE: …" names none.
fn is_transcript(syntax: &Syntax<'_>, label: Range<usize>) -> bool {
    let office = syntax.tokens[label.start]
        .classes
        .has_any(&[Class::Office, Class::Title]);
    let here = syntax.sentence_of(label.start);
    let nearby = here.saturating_sub(NEARBY)..(here + NEARBY).min(syntax.sentences.len());
    office
        || nearby.filter(|other| *other != here).any(|other| {
            let line = &syntax.sentences[other];
            let line = past_marks(syntax, line)..line.end;
            let colon = (line.start + 1..line.end.min(line.start + LONGEST_LABEL))
                .find(|t| syntax.shape(*t) == Some(Shape::Colon));
            colon.is_some_and(|colon| {
                (line.start..colon).any(|t| syntax.shape(t) == Some(Shape::Capitals))
                    && (line.start..colon).all(|t| syntax.tokens[t].is_capital())
            })
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
                    Class::Organisation,
                    Class::Office,
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
