//! The figure grid of the document.

use super::sections::{named, to_quote};
use super::xml::{BOLD, Cell, PLAIN, cell, paragraph, run, table, words as plain};
use crate::export::drawing::{self, Drawing, Room};
use crate::export::{DecisionEntry, FigureEntry, Quote, Report, direction, pairs, words};

/// Numbers of drawings begin here; the logo has a lower one.
const FIRST_DRAWING: usize = 100;

fn drawn(drawing: &Drawing, number: &mut usize) -> String {
    let mut text = super::drawing::paragraph(drawing, *number);
    *number += 1;
    if !drawing.caption.is_empty() {
        text.push_str(&plain("Small", &drawing.caption));
    }
    text
}

/// Figures that are drawn. A word processor takes some hundredths of a second for each of the twenty shapes of a drawing,
/// and opened a report of a thousand claims only after minutes when all were drawn; with these it takes half a minute.
const DRAWN: usize = 20;

pub(super) fn compared(report: &Report) -> String {
    let figures: Vec<&FigureEntry> = report
        .figures
        .iter()
        .filter(|figure| figure.quotes.len() > 1)
        .collect();
    if figures.is_empty() {
        return plain("Body", "No figure stands in more than one place.");
    }
    let mut text = String::new();
    if figures.len() > DRAWN {
        let words = format!(
            "The first {DRAWN} of {} figures are drawn here; the web page of this report draws all of them.",
            words::grouped(figures.len())
        );
        text.push_str(&plain("Small", &words));
    }
    let mut number = FIRST_DRAWING;
    for (nth, it) in figures.into_iter().enumerate() {
        let number = (nth < DRAWN).then_some(&mut number);
        text.push_str(&figure(report, it, number));
    }
    text
}

/// A figure; it is drawn where its drawings have numbers, which are counted on.
fn figure(report: &Report, figure: &FigureEntry, mut number: Option<&mut usize>) -> String {
    let mut text = plain("Heading2", &figure.title);
    if let Some(answer) = figure.answer {
        let label = words::of_key(answer);
        let runs =
            run(&format!("{} {}. ", label.shape, label.word), BOLD) + &run(&figure.why, PLAIN);
        text.push_str(&paragraph("Answer", "", &runs));
    }
    if let Some(number) = number.as_deref_mut() {
        for drawing in drawing::drawings(report, figure, Room::Page) {
            text.push_str(&drawn(&drawing, number));
        }
    }
    let quotes = figure
        .quotes
        .iter()
        .filter_map(|index| report.quotes.get(*index));
    let rows: Vec<Vec<Cell>> = quotes
        .map(|quote| {
            vec![
                cell(&report.numbered(quote)),
                (quote.text.clone(), to_quote(quote, BOLD)),
                cell(&report.meaning_in(figure, quote)),
                cell(quote.source.as_deref().unwrap_or("no source given")),
                cell(&quote.held()),
                cell(&verdict(quote)),
            ]
        })
        .collect();
    text.push_str(&table(
        &FigureEntry::HEADS,
        &[205, 150, 180, 175, 125, 165],
        &rows,
    ));
    if let Some(number) = number
        && let Some(sources) = drawing::sources(report, figure)
    {
        text.push_str(&drawn(&sources, number));
    }
    if !figure.roots.is_empty() {
        let roots = figure.roots.iter();
        let names: Vec<String> = roots.map(|root| direction::isolated(&root.name)).collect();
        let count = words::counted(names.len(), "independent source", "independent sources");
        let runs = run(&format!("{count}: "), BOLD) + &run(&names.join("; "), PLAIN);
        text.push_str(&paragraph("Body", "", &runs));
    }
    let (pairs, left) = pairs::of(report, figure);
    for pairs in pairs {
        let mut runs = run(&format!("{}: ", pairs.heading()), BOLD);
        for (nth, (text, quotes)) in pairs.sides.iter().enumerate() {
            let articles = quotes.iter().filter_map(|quote| {
                let quote = report.quotes.get(*quote)?;
                Some(if pairs.brief {
                    quote.number()
                } else {
                    report.numbered(quote)
                })
            });
            let articles: Vec<String> = articles.collect();
            let and = match nth {
                0 => "",
                1 => " against ",
                _ => ", ",
            };
            let text = direction::isolated(text);
            if pairs.brief {
                let numbers = articles.join(" ");
                runs.push_str(&run(&format!("{and}“{text}” {numbers}"), PLAIN));
                continue;
            }
            runs.push_str(&run(
                &format!("{and}“{text}” in {}", articles.join(", ")),
                PLAIN,
            ));
        }
        runs.push_str(&run(
            &format!("{}{}", pairs.before_reason(), pairs.why),
            PLAIN,
        ));
        if let Some(slip) = &pairs.first.slip {
            runs.push_str(&run(" Likely slip: ", BOLD));
            runs.push_str(&run(&slip.why, PLAIN));
        }
        text.push_str(&paragraph("Step", "", &runs));
    }
    text.push_str(&left.map(|left| plain("Small", &left)).unwrap_or_default());
    for (name, words) in figure.decision.iter().flat_map(DecisionEntry::facts) {
        text.push_str(&named("Body", name, &words));
    }
    let suggested = figure.wording.as_ref();
    let suggested = suggested.map(|words| named("Body", "Suggested wording", words));
    text + &suggested.unwrap_or_default()
}

pub(super) fn alone(report: &Report) -> String {
    let rows: Vec<Vec<Cell>> = report
        .standing_alone()
        .map(|(figure, quote)| {
            let number = run(&format!("{} ", quote.number()), PLAIN);
            vec![
                (String::new(), number + &to_quote(quote, BOLD)),
                cell(&figure.title),
                cell(&report.place_of(quote)),
                cell(quote.source.as_deref().unwrap_or("no source given")),
                cell(&quote.held()),
                cell(&verdict(quote)),
            ]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    table(
        &FigureEntry::HEADS_ALONE,
        &[160, 230, 175, 165, 115, 155],
        &rows,
    )
}

/// How far the check of a quote is, or how it came out.
fn verdict(quote: &Quote) -> String {
    let outcome = quote.outcome();
    format!("{}\u{a0}{}", outcome.sign, outcome.word)
}
