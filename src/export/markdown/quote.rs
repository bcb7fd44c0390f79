//! A quote in its sentence, with its place and what people decided.

use std::fmt::{self, Write as _};

use super::escape::{inline, sentence_of};
use crate::export::{Quote, words};

pub(super) fn quote(quote: &Quote, page: &mut String) -> fmt::Result {
    let facets = quote.facets().into_iter();
    let facets = facets.map(|(name, value)| format!("{name} {}; ", inline(&value)));
    let facets: String = facets.collect();
    writeln!(
        page,
        "- {} {} ({}; stands for {}; {facets}{}; {})",
        inline(&quote.number()),
        sentence_of(quote),
        quote.spot(),
        inline(&quote.meaning()),
        quote.source.as_ref().map_or_else(
            || "no source given".to_owned(),
            |source| format!("source: {}", inline(source))
        ),
        words::of_key(quote.status).word,
    )?;
    if let Some(verdict) = &quote.verdict {
        writeln!(
            page,
            "  - {} {}{} ({}, {})",
            verdict.sign(),
            inline(&verdict.label),
            match verdict.rationale.trim() {
                "" => String::new(),
                rationale => format!(": {}", inline(rationale)),
            },
            inline(&verdict.by),
            inline(&words::time(&verdict.at))
        )?;
    }
    for evidence in &quote.evidence {
        writeln!(
            page,
            "  - {}: {}",
            words::of_key(evidence.stance).word,
            inline(&evidence.citation)
        )?;
        if !evidence.quote.is_empty() {
            writeln!(page, "    - Quote: “{}”", inline(&evidence.quote))?;
        }
        for (name, value) in evidence.facts() {
            writeln!(page, "    - {name}: {}", inline(&value))?;
        }
    }
    if let Some(note) = &quote.note {
        let signature = inline(&quote.note_signature());
        writeln!(page, "  - Note: {}{signature}", inline(note))?;
    }
    if let Some(day) = &quote.recheck_by {
        writeln!(page, "  - Look again by {day}")?;
    }
    Ok(())
}
