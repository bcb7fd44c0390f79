//! Other readings of the words of a figure: what rules found there that did not win.

use super::Mention;
use super::find::{enter, may_begin, mention};
use super::line::Line;
use super::prefix;
use super::rule::{Outcome, Place, RULES};
use crate::lexicon::Lexicon;
use crate::text::{self, Span, Text};

/// Readings offered at most.
const MOST: usize = 4;

/// Up to four readings of the words at `span`, longest first, each of them once; the one that won is among them.
///
/// `language` is that of the article, as for [`find`](super::find).
pub fn rivals(text: &Text, span: Span, language: Option<&str>) -> Vec<Mention> {
    let Some(main) = Lexicon::of(language.unwrap_or("en")) else {
        return Vec::new();
    };
    let sentences = text::sentences(text, &main.sentences);
    let Some(sentence) = sentences.into_iter().find(|known| known.overlaps(span)) else {
        return Vec::new();
    };
    let lexicon = main.for_line(text.slice(sentence));
    let (mut tokens, mut entries) = (Vec::new(), Vec::new());
    text::tokens_into(text, sentence, &mut tokens);
    if !lexicon.grammar.prefixes.is_empty() {
        prefix::part(text, lexicon, &mut tokens);
    }
    if !enter(text, lexicon, &tokens, &mut entries) {
        return Vec::new();
    }
    let line = Line {
        text,
        lexicon,
        span: sentence,
        tokens: &tokens,
        entries: &entries,
    };
    let mut found: Vec<Mention> = Vec::new();
    let inside = |at: &usize| {
        tokens
            .get(*at)
            .is_some_and(|token| token.span.overlaps(span))
    };
    for at in (0..line.len()).filter(inside) {
        if !may_begin(&line, at) {
            continue;
        }
        let place = Place::new(line, at, 0);
        for rule in RULES {
            let Some(Outcome::Figures(figures)) = (rule.matcher)(&place) else {
                continue;
            };
            for figure in figures {
                let (read, _) = mention(&line, rule, figure, 0);
                let new = read.filter(|read| {
                    read.span.overlaps(span)
                        && !text.before(read.span).ends_with(is_of_number)
                        && !found.iter().any(|known| {
                            (known.span, &known.quantity, known.kind)
                                == (read.span, &read.quantity, read.kind)
                        })
                });
                found.extend(new);
            }
        }
    }
    found.sort_by_key(|read| (std::cmp::Reverse(read.span.len()), read.span.start()));
    found.truncate(MOST);
    found
}

/// Whether a number before it goes on through `sign`: the end of "98,000" is no figure.
fn is_of_number(sign: char) -> bool {
    sign.is_ascii_digit() || ".,'’".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;

    fn readings(words: &str) -> Vec<String> {
        let text = Text::normalised(words);
        let won = &find(&text, Some("en"))[0];
        let rivals = rivals(&text, won.span, Some("en"));
        assert!(rivals.contains(won), "{rivals:?}");
        let words = rivals.iter().map(|read| text.slice(read.span).to_owned());
        words.collect()
    }

    #[test]
    fn what_a_longer_reading_won_over_is_told() {
        assert_eq!(
            readings("Two in five residents have left."),
            ["Two in five", "five", "Two"]
        );
    }

    #[test]
    fn a_figure_that_can_be_read_in_one_way_has_no_rival() {
        assert_eq!(readings("The office counted 541 boats."), ["541"]);
        assert_eq!(readings("It counted 98,000 people."), ["98,000"]);
    }
}
