//! The sentences of an article, by the rules of its language.

use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::text::{Span, Text, sentences};

/// The sentences of an article, in order.
pub fn sentences_of(article: &Article) -> Vec<Span> {
    split(article, &article.text)
}

/// The sentence of an article in which a figure at `span` begins; all of its line where no sentence holds it. Looks at
/// nothing but the line, however long the article.
pub fn sentence_around(article: &Article, span: Span) -> &str {
    let text = article.text.as_str();
    let start = article.text.before(span).rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next());
    let line = line.unwrap_or_default();
    let at = span.start() - start;
    let own = split(article, &Text::verbatim(line))
        .into_iter()
        .find(|sentence| sentence.end() > at);
    own.and_then(|own| line.get(own.start()..own.end()))
        .unwrap_or(line)
}

fn split(article: &Article, text: &Text) -> Vec<Span> {
    let language = article.metadata.language.as_deref().unwrap_or("en");
    Lexicon::of(language)
        .or_else(|| Lexicon::of("en"))
        .map_or_else(Vec::new, |lexicon| sentences(text, &lexicon.sentences))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_in_its_sentence() {
        let article = Article::of_text(Text::verbatim(
            "Goats fled.\n\nForty left. Some 12 of them came back, é. Rain fell.",
        ));
        let around = |words: &str| {
            let start = article.text.as_str().find(words).expect("in the text");
            let span = article.text.span(start, start + words.len());
            sentence_around(&article, span.expect("between letters"))
        };
        assert_eq!(around("12").trim(), "Some 12 of them came back, é.");
        assert_eq!(around("Forty").trim(), "Forty left.");
        assert_eq!(around("Goats").trim(), "Goats fled.");
        assert_eq!(sentences_of(&article).len(), 4);
    }
}
