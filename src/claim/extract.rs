//! From an article to its figures with all facets.

use super::Found;
use super::reader::Reader;
use crate::article::Article;
use crate::lexicon::{LANGUAGES, Lexicon};
use crate::quantity;

/// Every figure of an article with all that its text says about it, in order, never overlapping. A sentence in another
/// script than the article's is read in the words of its own language.
pub fn extract(article: &Article) -> Vec<Found> {
    let text = &article.text;
    let language = article.metadata.language.as_deref();
    let mentions = quantity::find(text, language);
    let main = language.unwrap_or("en");
    let Some(lexicon) = Lexicon::of(main).or_else(|| Lexicon::of("en")) else {
        return Vec::new();
    };
    if mentions.is_empty() {
        return Vec::new();
    }
    let mut found = Reader::new(article, &mentions, main, lexicon).read();
    let is_of = |found: &Found, language: &Lexicon| {
        std::ptr::eq(lexicon.for_line(text.slice(found.sentence)), language)
    };
    for (code, _) in LANGUAGES {
        let other = Lexicon::of(code).filter(|other| !std::ptr::eq(*other, lexicon));
        if let Some(other) = other
            && found.iter().any(|figure| is_of(figure, other))
        {
            let mut read = Reader::new(article, &mentions, code, other)
                .read()
                .into_iter();
            for figure in &mut found {
                let again = read.find(|again| again.span.start() >= figure.span.start());
                if let Some(again) = again.filter(|again| again.span == figure.span)
                    && is_of(figure, other)
                {
                    *figure = again;
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    /// Figure, what is counted and who says so, of each figure of a text.
    fn read(language: &str, text: &str) -> Vec<[String; 3]> {
        let mut article = Article::of_text(Text::verbatim(text));
        article.metadata.language = Some(language.to_owned());
        let said = |found: &Found| {
            let source = found.reading.attribution.as_ref();
            [
                article.text.slice(found.span).to_owned(),
                (found.reading.concept.as_ref()).map_or_else(String::new, |c| c.text.clone()),
                source.map_or_else(String::new, |source| source.source.text.clone()),
            ]
        };
        extract(&article).iter().map(said).collect()
    }

    #[test]
    fn a_line_of_another_language_is_read_in_its_own_words() {
        let text = "The mayor said 40 houses burned.\nהמשטרה אמרה כי 12 אזרחים נפצעו.\nBakers sold 300 loaves, the guild said.";
        let expected = [
            ["40", "houses", "The mayor"],
            ["12", "אזרחים", "המשטרה"],
            ["300", "loaves (Bakers)", "the guild"],
        ];
        for language in ["en", "he"] {
            assert_eq!(read(language, text), expected, "{language}");
        }
    }

    #[test]
    fn and_written_onto_a_number_parts_two_figures() {
        let text = Text::verbatim("לפחות 7 חיילים נהרגו ו-15 נפצעו.");
        let mut article = Article::of_text(text);
        article.metadata.language = Some("he".to_owned());
        let said: Vec<String> = extract(&article)
            .into_iter()
            .map(|found| found.reading.predicate.map_or_else(String::new, |p| p.text))
            .collect();
        assert_eq!(said, ["נהרגו", "נפצעו"]);
    }
}
