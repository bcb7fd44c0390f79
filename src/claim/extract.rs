//! From an article to its figures with all facets.

use rust_decimal::Decimal;

use super::attribution;
use super::{Attribution, Directness, Found, Phrase, Reading};
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::quantity::{self, Mention};
use crate::syntax::Syntax;
use crate::text::Span;

/// Every figure of an article with all that its text says about it, in order, never overlapping.
pub fn extract(article: &Article) -> Vec<Found> {
    let text = &article.text;
    let language = article.metadata.language.as_deref();
    let mentions = quantity::find(text, language);
    let Some(lexicon) = Lexicon::of(language.unwrap_or("en")).or_else(|| Lexicon::of("en")) else {
        return Vec::new();
    };
    if mentions.is_empty() {
        return Vec::new();
    }
    let syntax = Syntax::of(text, lexicon);
    let attributions = attribution::Attributions::of(&syntax);
    mentions
        .into_iter()
        .map(|mention| found(&syntax, &attributions, mention))
        .collect()
}

fn found(syntax: &Syntax<'_>, attributions: &attribution::Attributions, mention: Mention) -> Found {
    let token = syntax.token_at(mention.span.start());
    let sentence = syntax
        .sentences
        .get(syntax.sentence_of(token))
        .and_then(|range| syntax.span(range))
        .unwrap_or(mention.span);
    let attribution = attributions
        .of_token(syntax, token)
        .map(|found| attributed(syntax, found));
    let concept = mention
        .counted
        .map(|counted| phrase(syntax, counted.phrase));
    Found {
        span: mention.span,
        sentence,
        reading: Reading {
            quantity: mention.quantity,
            kind: mention.kind,
            sense: mention.sense,
            concept,
            predicate: None,
            scope: Vec::new(),
            place: None,
            period: None,
            as_of: None,
            basis: None,
            aggregate: None,
            attribution,
            relations: Vec::new(),
            worth: Decimal::new(5, 1),
            rule: mention.rule.to_owned(),
        },
    }
}

fn phrase(syntax: &Syntax<'_>, span: Span) -> Phrase {
    Phrase {
        text: syntax.text.slice(span).to_owned(),
        span: Some(span),
    }
}

fn attributed(syntax: &Syntax<'_>, found: &attribution::Found) -> Attribution {
    let words = |range| syntax.span(range).map(|span| phrase(syntax, span));
    Attribution {
        source: words(&found.source).unwrap_or(Phrase {
            text: String::new(),
            span: None,
        }),
        cue: words(&found.cue),
        content: found.content.first().and_then(|part| syntax.span(part)),
        kind: None,
        directness: Directness::Indirect,
        resolved: None,
        reported_by: None,
    }
}
