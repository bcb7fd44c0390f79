//! Pages that hold more than one article: nobody but a reader can say which is meant.

use scraper::{ElementRef, Html};

use super::blocks::line_of;

/// Paragraphs of prose that make an article beside another one, and how long each is at the least, in characters.
const PARAGRAPHS: usize = 2;
const SHORTEST: usize = 60;
/// With more than so many, a page is a list of posts, which are read as one.
const MOST: usize = 3;

/// The headlines of the articles of a page, where it holds two or three; nothing for one, or for a list of posts.
pub(super) fn headlines(page: &Html) -> Vec<String> {
    let elements = page.tree.root().descendants().filter_map(ElementRef::wrap);
    let articles = elements.filter(|it| it.value().name() == "article");
    let found: Vec<String> = articles
        .filter(|it| !is_inside_another(*it))
        .filter_map(headline)
        .collect();
    if (2..=MOST).contains(&found.len()) {
        found
    } else {
        Vec::new()
    }
}

fn is_inside_another(article: ElementRef<'_>) -> bool {
    let around = article.ancestors().filter_map(ElementRef::wrap);
    around
        .into_iter()
        .any(|outer| ["article", "aside", "nav", "footer"].contains(&outer.value().name()))
}

/// The headline of an element that is an article by its prose.
fn headline(article: ElementRef<'_>) -> Option<String> {
    let inside = || article.descendants().filter_map(ElementRef::wrap);
    let heading = inside().find(|it| ["h1", "h2"].contains(&it.value().name()))?;
    let prose = inside()
        .filter(|it| it.value().name() == "p")
        .filter(|it| line_of(*it).chars().count() >= SHORTEST);
    let headline = line_of(heading);
    (prose.take(PARAGRAPHS).count() == PARAGRAPHS && !headline.is_empty()).then_some(headline)
}

#[cfg(test)]
mod tests {
    use crate::import::{Doubt, read};

    #[test]
    fn a_page_of_two_articles_is_looked_at_by_a_person() {
        let article = |headline: &str, number: u32| {
            let prose = format!(
                "<p>About {number} goats have fled over the hill of Arvo since Monday, the shepherds say.</p>"
            );
            format!("<article><h2>{headline}</h2>{}</article>", prose.repeat(3))
        };
        let page = |articles: &str| {
            let page = format!("<html lang=en><body><main>{articles}</main></body></html>");
            read("goats.html", page.as_bytes())
                .expect("a page")
                .remove(0)
        };
        let both = page(&(article("Goats flee", 40) + &article("Hay is dear", 12)));
        let doubt = |doubt: &Doubt| matches!(doubt, Doubt::SeveralArticles(_));
        assert!(both.doubts().iter().any(doubt), "{both:?}");
        assert!(both.notices.iter().any(|it| it.contains("“Hay is dear”")));
        assert!(!page(&article("Goats flee", 40)).doubts().iter().any(doubt));
    }
}
