//! The sheets of quotes and of their comparisons.

use super::{Column, Sheet, label_of};
use crate::export::csv::{COLUMNS, rows};
use crate::export::{Report, words};

/// Columns of numbers as written: each gets a neighbour to reckon with.
const EXACT: [&str; 3] = ["value", "low", "high"];
/// Columns of whole numbers of ours.
const COUNTS: [&str; 6] = ["figure_id", "page", "line", "start", "end", "claim_id"];

/// What is printed of a quote, with the width of each column. "stands_for" is in no table for programs, which have the
/// numbers.
const PRINTED: [(&str, u16); 12] = [
    ("claim_id", 8),
    ("figure", 20),
    ("quote", 17),
    ("stands_for", 22),
    ("sentence", 48),
    ("article", 20),
    ("source", 20),
    ("as_of", 11),
    ("answer", 14),
    ("status", 11),
    ("verdict", 13),
    ("rationale", 24),
];

pub(super) fn sheet(report: &Report) -> Sheet {
    let mut columns: Vec<Column> = PRINTED
        .iter()
        .map(|(name, width)| Column {
            name: (*name).to_owned(),
            width: *width,
            number: COUNTS.contains(name),
        })
        .collect();
    let is_printed = |name: &str| PRINTED.iter().any(|(printed, _)| *printed == name);
    for name in COLUMNS.into_iter().filter(|name| !is_printed(name)) {
        columns.push(Column {
            name: name.to_owned(),
            width: match name {
                "concept" | "url" | "published" => 24,
                "at" => 22,
                "note" => 30,
                "page" | "line" | "start" | "end" => 7,
                _ => 13,
            },
            number: COUNTS.contains(&name),
        });
        if EXACT.contains(&name) {
            columns.push(Column {
                name: format!("{name}_number"),
                width: 13,
                number: true,
            });
        }
    }
    let rows = rows(report).into_iter().zip(&report.quotes);
    let rows = rows.map(|(cells, quote)| {
        let cell = |name: &str| {
            let at = COLUMNS.iter().position(|column| *column == name);
            at.and_then(|at| cells.get(at)).cloned().unwrap_or_default()
        };
        let printed = PRINTED.iter().map(|(name, _)| match *name {
            "stands_for" => quote.meaning(),
            "answer" | "status" if !cell(name).is_empty() => {
                words::of_key(&cell(name)).word.to_owned()
            }
            name => cell(name),
        });
        let others = COLUMNS.iter().filter(|name| !is_printed(name));
        let others = others.flat_map(|name| {
            let copy = EXACT.contains(name).then(|| cell(name));
            let words = match *name {
                "at" => words::time(&cell(name)),
                name => cell(name),
            };
            [Some(words), copy]
        });
        printed.chain(others.flatten()).collect()
    });
    Sheet {
        name: "Quotes",
        rows: rows.collect(),
        printed: PRINTED.len(),
        columns,
    }
}

pub(super) fn comparisons(report: &Report) -> Sheet {
    let mut rows = Vec::new();
    for figure in &report.figures {
        for comparison in &figure.comparisons {
            let side = |index: usize| {
                let quote = report.quotes.get(index);
                let known =
                    quote.map(|it| (it.id.to_string(), it.text.clone(), label_of(report, it)));
                known.unwrap_or_default()
            };
            let (a, b) = (side(comparison.a), side(comparison.b));
            rows.push(vec![
                figure.title.clone(),
                words::of_key(comparison.answer).word.to_owned(),
                a.1,
                a.2,
                b.1,
                b.2,
                comparison.why.clone(),
                comparison
                    .slip
                    .as_ref()
                    .map(|slip| slip.why.clone())
                    .unwrap_or_default(),
                figure.id.to_string(),
                a.0,
                b.0,
                comparison.facet.to_owned(),
                match comparison.values_meet {
                    Some(true) => "yes".to_owned(),
                    Some(false) => "no".to_owned(),
                    None => String::new(),
                },
            ]);
        }
    }
    Sheet::new(
        "Comparisons",
        &[
            ("figure", 28),
            ("answer", 14),
            ("a", 16),
            ("a_article", 20),
            ("b", 16),
            ("b_article", 20),
            ("why", 58),
            ("likely_slip", 30),
        ],
        &[
            ("figure_id", -8),
            ("a_claim_id", -8),
            ("b_claim_id", -8),
            ("decided_by", 12),
            ("values_meet", 9),
        ],
        rows,
    )
}
