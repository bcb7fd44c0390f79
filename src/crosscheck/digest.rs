//! What the crosscheck keeps of an article: the words of its parts and the fingerprints of its text.

use rustc_hash::FxHashMap;

use super::reuse::{self, Print};
use super::words::{Sort, Sym, Token, Word, vocabulary};
use crate::article::Article;

/// An article as it is compared with others.
#[derive(Clone, Debug, Default)]
pub(super) struct Digest {
    /// The article as one, or each line of a page of headlines by itself.
    pub parts: Vec<Part>,
    /// Fingerprints of its text.
    pub prints: Vec<Print>,
    /// Every content word, sorted: whether a name is known to the article.
    pub vocabulary: Vec<Word>,
    /// Hash of the text, for an order that does not hang on ids.
    pub key: u64,
}

/// A piece of text about one story.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Words with how often they stand there and whether they are names; sorted by word.
    pub terms: Vec<Term>,
}

/// A word of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// The word.
    pub word: Sym,
    /// How often it stands there.
    pub count: u32,
    /// Whether it is written as a name wherever it stands.
    pub name: bool,
    /// Whether it is written as a name inside a sentence.
    pub proper: bool,
}

/// So many lines that begin with a clock time make a page of headlines.
const TICKER_LINES: usize = 4;

/// An article's digest and its words, which are needed while its claims are read.
pub(super) fn digest(article: &Article) -> (Digest, Vec<Token>) {
    let text = article.text.as_str();
    let tokens = vocabulary().tokens(text);
    let mut parts: Vec<Part> = if is_ticker(text) {
        lines(text)
            .map(|(start, end)| Part {
                start,
                end,
                terms: Vec::new(),
            })
            .collect()
    } else {
        vec![Part {
            start: 0,
            end: text.len(),
            terms: Vec::new(),
        }]
    };
    let title = article.metadata.title.as_deref().unwrap_or_default();
    let whole = parts.len() == 1;
    for part in &mut parts {
        let from = tokens.partition_point(|token| token.start < part.start);
        let to = tokens.partition_point(|token| token.start < part.end);
        let mut inside = tokens.get(from..to).unwrap_or_default().to_vec();
        if whole {
            inside.extend(vocabulary().tokens(title));
        }
        part.terms = terms(&inside);
    }
    let mut words: Vec<Word> = tokens
        .iter()
        .filter(|token| token.sort == Sort::Content)
        .map(|token| token.stem.short())
        .collect();
    words.sort_unstable();
    words.dedup();
    words.shrink_to_fit();
    let digest = Digest {
        parts,
        prints: reuse::prints(&tokens),
        vocabulary: words,
        key: Sym::of(text).0,
    };
    (digest, tokens)
}

/// Lines of a text as byte ranges.
fn lines(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = (start, start + line.len());
        start += line.len();
        range
    })
}

fn is_ticker(text: &str) -> bool {
    text.lines()
        .filter(|line| begins_with_clock(line.trim_start()))
        .take(TICKER_LINES)
        .count()
        == TICKER_LINES
}

fn begins_with_clock(line: &str) -> bool {
    let Some((hour, rest)) = line.split_once(':') else {
        return false;
    };
    let minute = rest.as_bytes();
    (1..=2).contains(&hour.len())
        && hour.bytes().all(|b| b.is_ascii_digit())
        && minute.len() > 2
        && minute.iter().take(2).all(u8::is_ascii_digit)
        && minute.get(2).is_some_and(u8::is_ascii_whitespace)
}

/// Words with their counts. A name is written with a capital inside a sentence, or nowhere without one.
pub(super) fn terms(tokens: &[Token]) -> Vec<Term> {
    #[derive(Default)]
    struct Seen {
        count: u32,
        small: u32,
        inside: u32,
    }
    let mut seen: FxHashMap<Sym, Seen> = FxHashMap::default();
    for token in tokens {
        let counts = match token.sort {
            Sort::Content => true,
            // Years tell two events of one sort apart.
            Sort::Number => token.end - token.start == 4,
            Sort::Function => false,
        };
        if counts {
            let entry = seen.entry(token.sense).or_default();
            entry.count += 1;
            entry.small += u32::from(!token.capital);
            entry.inside += u32::from(token.capital && !token.after_break);
        }
    }
    #[expect(
        clippy::iter_over_hash_type,
        reason = "sorted right below, so the order of the map does not matter"
    )]
    let mut terms: Vec<Term> = {
        let mut terms = Vec::with_capacity(seen.len());
        for (word, seen) in seen {
            terms.push(Term {
                word,
                count: seen.count,
                name: seen.small == 0,
                proper: seen.inside > 0,
            });
        }
        terms
    };
    terms.sort_unstable_by_key(|term| term.word);
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn a_page_of_headlines_has_a_part_a_line() {
        let page = "9:15 Storm nears coast\n9:10 Minister resigns\n8:59 Bridge reopens\n8:40 Team wins\nFooter";
        let (page, _) = digest(&Article::of_text(Text::verbatim(page)));
        assert_eq!(page.parts.len(), 5);
        let (story, _) = digest(&Article::of_text(Text::verbatim("One thing.\nAnother: 5.")));
        assert_eq!(story.parts.len(), 1);
    }
}
