//! Every quote of the document in its sentence, with its place and what people decided.

use super::sections::named;
use super::xml::{MARKED, PLAIN, bookmark, run, turned, words as plain};
use crate::export::{Quote, Report, direction, words};

pub(super) fn section(report: &Report) -> String {
    let mut text = String::new();
    for (index, article) in report.articles.iter().enumerate() {
        let its = || {
            let quotes = report.quotes.iter();
            quotes.filter(|quote| quote.article == index && quote.notable)
        };
        if its().next().is_some() {
            text.push_str(&plain("Heading2", &article.label));
            its().for_each(|it| text.push_str(&quote(it)));
        }
    }
    if let Some(left) = report.left_out() {
        text.push_str(&plain("Small", &left));
    }
    text
}

fn quote(quote: &Quote) -> String {
    let number = usize::try_from(quote.id).unwrap_or_default();
    let runs = [
        bookmark(number, &format!("q{}", quote.id)),
        run(&quote.before, PLAIN),
        run(&quote.text, MARKED),
        run(&quote.after, PLAIN),
    ];
    let mut text = turned("Quotation", quote.leftward, &runs.concat());
    let spot = words::capitalised(&quote.spot());
    let spot = format!("{} {spot}", quote.number());
    let mut facts = vec![spot, format!("stands for {}", quote.meaning())];
    let facets = quote.facets().into_iter();
    facts.extend(facets.map(|(name, value)| format!("{name} {}", direction::isolated(&value))));
    facts.push(match (&quote.source, &quote.cue) {
        (None, _) => "no source given".to_owned(),
        (Some(source), None) => format!("source: {}", direction::isolated(source)),
        (Some(source), Some(cue)) => {
            let [source, cue] = [source, cue].map(|words| direction::isolated(words));
            format!("source: {source} (“{cue}”)")
        }
    });
    if quote.verdict.is_none() {
        let label = words::of_key(quote.status);
        facts.push(format!("{} {}", label.shape, label.word));
    }
    text.push_str(&plain("Small", &facts.join(" · ")));
    if let Some(verdict) = &quote.verdict {
        let by = format!(
            "{}, {}",
            direction::isolated(&verdict.by),
            words::time(&verdict.at)
        );
        let said = match verdict.rationale.trim() {
            "" => by,
            rationale => format!("{} – {by}", direction::isolated(rationale)),
        };
        let name = format!("{} {}", verdict.sign(), verdict.label);
        text.push_str(&named("Note", &name, &said));
    }
    for evidence in &quote.evidence {
        let mut said = direction::isolated(&evidence.citation);
        if !evidence.quote.is_empty() {
            said = format!("{said}: “{}”", direction::isolated(&evidence.quote));
        }
        for (name, value) in evidence.facts() {
            said = format!("{said} · {name}: {}", direction::isolated_once(&value));
        }
        text.push_str(&named("Note", words::of_key(evidence.stance).word, &said));
    }
    if let Some(note) = &quote.note {
        let note = format!("{note}{}", quote.note_signature());
        text.push_str(&named("Note", "Note", &note));
    }
    if let Some(day) = &quote.recheck_by {
        text.push_str(&named("Note", "Look again by", day));
    }
    text
}
