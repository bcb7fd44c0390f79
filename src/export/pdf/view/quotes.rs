//! Every quote in its sentence, with its place, what was understood, and what people decided.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Item, badge, figures, its, verdict};
use crate::export::direction::isolated_once;
use crate::export::{EvidenceEntry, FigureEntry, Quote, Report, words};

/// Letters on a line of print.
const LETTERS: usize = 95;

pub(super) fn items(report: &Report) -> Vec<Item> {
    let cards = figures::with_cards(report);
    let mut of_quote: BTreeMap<usize, &FigureEntry> = BTreeMap::new();
    for figure in report
        .figures
        .iter()
        .filter(|figure| figure.quotes.len() > 1)
    {
        of_quote.extend(figure.quotes.iter().map(|index| (*index, figure)));
    }
    let mut by_article: BTreeMap<usize, Vec<(usize, &Quote)>> = BTreeMap::new();
    for (index, quote) in report
        .quotes
        .iter()
        .enumerate()
        .filter(|(_, quote)| quote.notable)
    {
        by_article
            .entry(quote.article)
            .or_default()
            .push((index, quote));
    }
    let mut items = Vec::new();
    for (article, quotes) in by_article {
        let article = report.articles.get(article);
        let language = article.and_then(|article| article.language.as_deref());
        let code = |code: &&str| {
            (2..=3).contains(&code.len()) && code.bytes().all(|c| c.is_ascii_lowercase())
        };
        let language = language.filter(code).unwrap_or("en");
        items.push(Item {
            lines: 3,
            value: json!({ "heading": article.map(|article| &article.label) }),
        });
        for (index, quote) in quotes {
            let figure = of_quote.get(&index).map(|figure| {
                let to = Some(figure.id).filter(|id| cards.contains(id));
                json!([its(&figure.title), to])
            });
            items.push(self::quote(quote, language, figure.as_ref()));
        }
    }
    if let Some(left) = report.left_out() {
        items.push(Item {
            lines: 2,
            value: json!({ "left": left }),
        });
    }
    items
}

fn quote(quote: &Quote, language: &str, figure: Option<&Value>) -> Item {
    let sentence = [&quote.before, &quote.text, &quote.after];
    let letters: usize = sentence.iter().map(|words| words.chars().count()).sum();
    let mut below = Vec::new();
    if let Some(note) = &quote.note {
        below.push(format!("Note: {}{}", its(note), quote.note_signature()));
    }
    if let Some(day) = &quote.recheck_by {
        below.push(format!("Look again by {day}"));
    }
    Item {
        lines: 4 + letters / LETTERS + below.len() + 5 * quote.evidence.len(),
        value: json!({
            "id": quote.id,
            "language": language,
            "leftward": quote.leftward,
            "before": quote.before,
            "text": isolated_once(&quote.text),
            "after": quote.after,
            "place": format!("{} {}", quote.number(), words::capitalised(&quote.spot())),
            "figure": figure,
            "understood": understood(quote),
            "status": quote.verdict.is_none().then(|| verdict(quote)),
            "verdict": quote.verdict.as_ref().map(|verdict| json!({
                "badge": { "words": format!("{} {}", verdict.sign(), its(&verdict.label)), "tone": verdict.tone() },
                "words": its(&verdict.rationale),
                "by": format!("{}, {}", its(&verdict.by), words::time(&verdict.at)),
            })),
            "below": below,
            "evidence": quote.evidence.iter().map(evidence).collect::<Value>(),
        }),
    }
}

fn understood(quote: &Quote) -> String {
    let mut said = format!(" · stands for {}", quote.meaning());
    for (name, value) in quote.facets() {
        said.extend([" · ", name, " ", &its(&value)]);
    }
    match &quote.source {
        Some(source) => {
            said.extend([" · source: ", &its(source)]);
            if let Some(cue) = &quote.cue {
                said.extend([" (“", &its(cue), "”)"]);
            }
        }
        None => said.push_str(" · no source given"),
    }
    said
}

fn evidence(evidence: &EvidenceEntry) -> Value {
    let address = evidence.url.as_deref();
    let address = address.filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let facts = evidence.facts();
    json!({
        "badge": badge(evidence.stance),
        "citation": its(&evidence.citation),
        "address": address,
        "words": evidence.quote,
        "facts": facts.into_iter().map(|(name, value)| json!([name, isolated_once(&value)])).collect::<Value>(),
    })
}
