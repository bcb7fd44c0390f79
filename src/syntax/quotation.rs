//! Quotations: what stands between quotation marks, over sentences and paragraphs.

use super::token::{Shape, Token};

/// Words between quotation marks within one paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Quotation {
    /// First token inside.
    pub first: usize,
    /// One past the last token inside.
    pub end: usize,
    /// Whether a closing mark follows; a paragraph without one goes on in the next.
    pub closed: bool,
    /// Whether it goes on from the quotation before it, whose paragraph had no closing mark.
    pub goes_on: bool,
}

impl Quotation {
    /// Whether it is a few words borrowed within a sentence, not a sentence of its own.
    pub fn is_scare(&self, tokens: &[Token]) -> bool {
        let inside = &tokens[self.first..self.end];
        let ends = inside
            .last()
            .is_some_and(|t| matches!(t.shape, Shape::Stop | Shape::Exclamation | Shape::Comma));
        let begins = inside.first().is_some_and(Token::is_capital);
        inside.len() < 7 && !(ends && begins)
    }
}

/// The quotations of a text, in order, never overlapping; quotes within quotes are part of the outer one.
pub(super) fn quotations(tokens: &[Token]) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut line_start = 0;
    let mut goes_on = false;
    while line_start < tokens.len() {
        let paragraph = tokens[line_start].paragraph;
        let length = tokens[line_start..]
            .iter()
            .take_while(|t| t.paragraph == paragraph)
            .count();
        let line_end = line_start + length;
        let mut open: Option<usize> = None;
        let mut depth = 0_usize;
        for (at, token) in tokens.iter().enumerate().take(line_end).skip(line_start) {
            match token.shape {
                Shape::QuoteOpen if open.is_none() => {
                    open = Some(at + 1);
                    depth = 1;
                }
                Shape::QuoteOpen => depth += 1,
                Shape::QuoteClose => {
                    depth = depth.saturating_sub(1);
                    if depth == 0
                        && let Some(first) = open.take()
                    {
                        let starts_line = first == line_start + 1;
                        found.push(Quotation {
                            first,
                            end: at,
                            closed: true,
                            goes_on: goes_on && starts_line,
                        });
                        if starts_line {
                            goes_on = false;
                        }
                    }
                }
                _ => {}
            }
        }
        let unclosed = open.is_some();
        if let Some(first) = open {
            let starts_line = first == line_start + 1;
            found.push(Quotation {
                first,
                end: line_end,
                closed: false,
                goes_on: goes_on && starts_line,
            });
        }
        goes_on = unclosed;
        line_start = line_end;
    }
    found
}
