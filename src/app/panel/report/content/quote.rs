//! A quote in its sentence, with its place, what was understood, and what people decided.

use egui::text::LayoutJob;
use egui::{FontFamily, FontId, RichText, TextFormat, Ui};

use super::super::super::super::theme::{READING, Theme, metrics};
use super::super::super::super::widget;
use super::paper;
use crate::export::{EvidenceEntry, Quote, Report, isolated, words};

/// Draws it.
pub(super) fn quote_ui(ui: &mut Ui, report: &Report, at: usize, quote: &Quote) {
    sentence_ui(ui, quote);
    widget::wrapped_ui(ui, widget::small(understood(report, at, quote)));
    if let Some(verdict) = &quote.verdict {
        ui.horizontal_wrapped(|ui| {
            let words = format!("{} {}", verdict.sign(), verdict.label);
            widget::chip_ui(ui, paper::tone(verdict.tone()), &words);
            let decided = format!("{}, {}", isolated(&verdict.by), words::time(&verdict.at));
            ui.label(widget::small(decided));
        });
        if !verdict.rationale.trim().is_empty() {
            widget::wrapped_ui(ui, verdict.rationale.as_str());
        }
    }
    for evidence in &quote.evidence {
        evidence_ui(ui, evidence);
    }
    if let Some(note) = &quote.note {
        let note = format!("Note: {}{}", isolated(note), quote.note_signature());
        widget::wrapped_ui(ui, widget::small(note));
    }
    if let Some(day) = &quote.recheck_by {
        widget::wrapped_ui(ui, widget::small(format!("Look again by {day}")));
    }
    ui.add_space(metrics().space.normal);
}

fn sentence_ui(ui: &mut Ui, quote: &Quote) {
    let colours = &Theme::at(ui).colours;
    let family = FontFamily::Name(READING.into());
    let reading = FontId::new(metrics().type_scale.heading, family);
    let plain = TextFormat::simple(reading, colours.text.0);
    let mut marked = plain.clone();
    marked.background = colours.accent_soft.0;
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    job.append(&quote.before, 0.0, plain.clone());
    job.append(&quote.text, 0.0, marked);
    job.append(&quote.after, 0.0, plain);
    ui.label(job);
}

/// Where it stands and what was understood of it, on a line.
fn understood(report: &Report, at: usize, quote: &Quote) -> String {
    let spot = words::capitalised(&quote.spot());
    let mut parts = vec![format!("{} {spot}", quote.number())];
    let compared = report.figures.iter();
    let figure = compared
        .filter(|figure| figure.quotes.len() > 1)
        .find(|figure| figure.quotes.contains(&at));
    parts.extend(figure.map(|figure| isolated(&figure.title)));
    parts.push(format!("stands for {}", quote.meaning()));
    for (name, value) in quote.facets() {
        parts.push(format!("{name} {}", isolated(&value)));
    }
    parts.push(match (&quote.source, &quote.cue) {
        (Some(source), Some(cue)) => {
            format!("source: {} (“{}”)", isolated(source), isolated(cue))
        }
        (Some(source), None) => format!("source: {}", isolated(source)),
        (None, _) => "no source given".to_owned(),
    });
    if quote.verdict.is_none() {
        let label = words::of_key(quote.status);
        parts.push(format!("{} {}", label.shape, label.word));
    }
    parts.join(" · ")
}

fn evidence_ui(ui: &mut Ui, evidence: &EvidenceEntry) {
    ui.horizontal_wrapped(|ui| {
        paper::badge_ui(ui, evidence.stance);
        ui.label(evidence.citation.as_str());
    });
    if !evidence.quote.is_empty() {
        let words = format!("“{}”", evidence.quote);
        widget::wrapped_ui(ui, RichText::new(words).italics());
    }
    let facts = evidence.facts().into_iter();
    let facts: Vec<String> = facts
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    widget::wrapped_ui(ui, widget::small(facts.join(" · ")));
}

/// The quotes that something is about, each with its number and place: " · [3] “23” in Harbour Wire, line 4".
pub(super) fn places(report: &Report, indices: &[usize]) -> String {
    let (indices, more) = report.first_places(indices);
    let quotes = indices.iter().filter_map(|index| report.quotes.get(*index));
    let places: Vec<String> = quotes
        .map(|quote| {
            let (number, text) = (quote.number(), isolated(&quote.text));
            format!("{number} “{text}” in {}", report.place_of(quote))
        })
        .collect();
    match places.as_slice() {
        [] => more,
        places => format!(" · {}{more}", places.join("; ")),
    }
}
