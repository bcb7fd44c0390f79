//! The dateline of a report: "KYIV, Ukraine (AP) —", "NEW YORK —".

use std::ops::Range;

use super::Places;
use crate::claim::Phrase;
use crate::syntax::Shape;

/// Most words of its name.
const LONGEST_NAME: usize = 4;

/// Most tokens before the dash that ends it.
const LONGEST: usize = 14;

/// "KYIV, Ukraine (AP) —" before an article.
#[derive(Clone, Debug)]
pub(in crate::claim) struct Dateline {
    pub(in crate::claim) place: Phrase,
    /// Its country, where the name is known.
    pub(super) country: Option<String>,
    /// The dash that ends it.
    pub(super) end: usize,
}

impl Dateline {
    /// A sentence without the dateline in it.
    pub(in crate::claim) fn after(&self, sentence: &Range<usize>) -> Range<usize> {
        if sentence.contains(&self.end) {
            self.end..sentence.end
        } else {
            sentence.clone()
        }
    }
}

/// The dateline of a text. A name that no list has counts only with an agency or a region after it.
pub(in crate::claim) fn dateline(places: Places<'_>) -> Option<Dateline> {
    let syntax = places.syntax;
    for sentence in syntax.sentences.iter().take(6) {
        let start = sentence.start;
        let capitals = (start..sentence.end.min(start + LONGEST_NAME))
            .take_while(|t| syntax.shape(*t) == Some(Shape::Capitals))
            .count();
        let end = start + capitals;
        let dash = (end..sentence.end.min(start + LONGEST))
            .find(|t| syntax.shape(*t) == Some(Shape::Dash));
        let Some((dash, span)) = dash.zip(syntax.span(&(start..end))) else {
            continue;
        };
        let name = capitalised(syntax.text.slice(span));
        // "TORVALE, Norway —": no list has the town, but its country or state.
        let region = (syntax.shape(end) == Some(Shape::Comma))
            .then(|| {
                let region = (end + 1..dash).take_while(|t| syntax.tokens[*t].is_capital());
                syntax.span(&(end + 1..region.last()? + 1))
            })
            .flatten()
            .and_then(|span| places.gazetteer.place(syntax.text.slice(span)));
        let known = places.gazetteer.place(&name).or(region);
        let agency = (end..dash).any(|t| syntax.shape(t) == Some(Shape::Open));
        if known.is_some()
            || agency && syntax.tokens[start].paragraph == syntax.tokens[dash].paragraph
        {
            return Some(Dateline {
                country: known.and_then(|place| place.country.clone()),
                place: Phrase {
                    text: name,
                    span: Some(span),
                },
                end: dash,
            });
        }
    }
    None
}

/// "New York" of "NEW YORK".
fn capitalised(name: &str) -> String {
    let mut word_goes_on = false;
    let mut written = String::with_capacity(name.len());
    for letter in name.chars() {
        if word_goes_on {
            written.extend(letter.to_lowercase());
        } else {
            written.push(letter);
        }
        word_goes_on = letter.is_alphabetic();
    }
    written
}
