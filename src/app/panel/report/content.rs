//! What stands on the page of the report.

use egui::{RichText, Ui};

use super::super::super::context::{Context, Outbox};
use super::super::super::plot::Division;
use super::super::super::theme::{READING, Theme, Tone, metrics};
use super::super::super::widget;
use super::super::figures::drawn;
use super::Block;
use crate::claim::ClaimId;
use crate::export::{FigureEntry, Quote, Report, isolated, words};

/// Draws a piece.
pub(super) fn block_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    report: &Report,
    block: Block,
    division: &mut Division,
    outbox: &mut Outbox,
) {
    match block {
        Block::Title => {
            let newsroom = report.newsroom.as_deref();
            let kicker = newsroom.map(|newsroom| format!("Verification report · {newsroom}"));
            let kicker = kicker.unwrap_or_else(|| "Verification report".to_owned());
            widget::wrapped_ui(ui, widget::small(kicker));
            widget::wrapped_ui(ui, widget::title(report.title.as_str()).size(26.0));
            ui.label(widget::small(format!(
                "{} · {}",
                report.program,
                words::time(&report.generated)
            )));
        }
        Block::Summary => summary_ui(ui, report),
        Block::Heading(words) => heading_ui(ui, words),
        Block::Question(at) => {
            if let Some(question) = report.open.get(at) {
                bullet_ui(ui, &question.question);
            }
        }
        Block::Finding(at) => {
            let Some(finding) = report.findings.get(at) else {
                return;
            };
            widget::wrapped_ui(ui, widget::strong(finding.title.as_str()));
            label_ui(ui, finding.severity);
            for line in &finding.working {
                widget::wrapped_ui(ui, line.as_str());
            }
            if let Some((reason, by)) = &finding.set_aside {
                widget::wrapped_ui(ui, widget::small(format!("Set aside by {by}: {reason}")));
            }
            ui.add_space(metrics().space.normal);
        }
        Block::Figure(at) => {
            if let Some(figure) = report.figures.get(at) {
                figure_ui(ui, context, report, figure, division, outbox);
            }
        }
        Block::NoFigure => {
            ui.label(widget::quiet(
                "No figure stands in more than one place yet.",
            ));
        }
        Block::Claim(at) => {
            if let Some(quote) = report.quotes.get(at) {
                quote_ui(ui, report, quote);
            }
        }
        Block::Article(at) => {
            let Some(article) = report.articles.get(at) else {
                return;
            };
            widget::wrapped_ui(ui, widget::strong(article.label.as_str()));
            let mut aside: Vec<String> = vec![article.role.replace('_', " ")];
            aside.extend(article.title.as_deref().map(isolated));
            aside.extend(article.published.clone());
            aside.extend(article.url.clone());
            widget::wrapped_ui(ui, widget::small(aside.join(" · ")));
        }
        Block::Method(at) => {
            if let Some(line) = report.method.get(at) {
                widget::wrapped_ui(ui, line.as_str());
            }
        }
    }
}

/// An answer or how grave a finding is, in its shape and word.
fn label_ui(ui: &mut Ui, key: &str) {
    let label = words::of_key(key);
    let tone = match words::tone(key) {
        "good" => Tone::Good,
        "move" => Tone::Info,
        "bad" => Tone::Alarm,
        "ask" => Tone::Doubt,
        _ => Tone::Neutral,
    };
    widget::chip_ui(ui, tone, &format!("{} {}", label.shape, label.word));
}

fn heading_ui(ui: &mut Ui, words: &str) {
    ui.add_space(metrics().space.wide);
    ui.label(widget::title(words));
    widget::separator_ui(ui);
}

fn bullet_ui(ui: &mut Ui, words: &str) {
    ui.horizontal_top(|ui| {
        ui.label("•");
        widget::wrapped_ui(ui, words);
    });
}

fn summary_ui(ui: &mut Ui, report: &Report) {
    let summary = &report.summary;
    heading_ui(ui, "Summary");
    widget::wrapped_ui(ui, summary.in_words());
    for (name, tallies) in [
        ("Answers", &summary.answers),
        ("Findings", &summary.findings),
        ("Claims", &summary.statuses),
        ("Verdicts", &summary.verdicts),
    ] {
        let counts: Vec<String> = tallies
            .iter()
            .filter(|tally| tally.count > 0)
            // A shape, its word and its count stay on one line.
            .map(|tally| {
                let count = words::grouped(tally.count);
                format!("{} {} {count}", tally.shape, tally.label).replace(' ', "\u{A0}")
            })
            .collect();
        if !counts.is_empty() {
            widget::field_ui(ui, name, |ui| {
                widget::wrapped_ui(ui, counts.join("   "));
            });
        }
    }
    let coverages = summary.coverage.iter();
    for (nth, coverage) in coverages.filter(|it| it.facts > 0).enumerate() {
        if let Some(article) = report.articles.get(coverage.article) {
            let name = if nth == 0 { "Coverage" } else { "" };
            widget::field_ui(ui, name, |ui| {
                widget::wrapped_ui(
                    ui,
                    format!(
                        "{} of {} facts of “{}” checked",
                        coverage.checked, coverage.facts, article.label
                    ),
                );
            });
        }
    }
}

fn figure_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    report: &Report,
    figure: &FigureEntry,
    division: &mut Division,
    outbox: &mut Outbox,
) {
    widget::wrapped_ui(ui, widget::strong(figure.title.as_str()));
    if let Some(answer) = figure.answer {
        label_ui(ui, answer);
    }
    widget::wrapped_ui(ui, figure.why.as_str());
    if let (Some(known), true) = (context.figure_of(ClaimId(figure.id)), figure.plot.is_some()) {
        drawn::line_ui(ui, context, known, division, outbox);
    }
    for at in &figure.quotes {
        let Some(quote) = report.quotes.get(*at) else {
            continue;
        };
        let article = report.article_of(quote);
        let from = article.map_or("", |article| article.label.as_str());
        let source = quote.source.as_deref().unwrap_or("no source given");
        bullet_ui(ui, &format!("{} – {from}, {source}", quote.text));
    }
    if let Some(wording) = &figure.wording {
        widget::wrapped_ui(ui, widget::quiet(format!("Safe to write: {wording}")));
    }
    ui.add_space(metrics().space.roomy);
}

fn quote_ui(ui: &mut Ui, report: &Report, quote: &Quote) {
    let theme = Theme::at(ui);
    let reading = egui::FontId::new(
        metrics().type_scale.heading,
        egui::FontFamily::Name(READING.into()),
    );
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let plain = egui::TextFormat::simple(reading.clone(), theme.colours.text.0);
    let mut marked = plain.clone();
    marked.background = theme.colours.accent_soft.0;
    job.append(&quote.before, 0.0, plain.clone());
    job.append(&quote.text, 0.0, marked);
    job.append(&quote.after, 0.0, plain);
    ui.label(job);
    let article = report.article_of(quote);
    let mut aside = vec![
        article
            .map_or("", |article| article.label.as_str())
            .to_owned(),
    ];
    aside.push(quote.stands_for.clone());
    aside.extend(
        quote
            .source
            .clone()
            .or_else(|| Some("no source given".to_owned())),
    );
    aside.push(quote.status.replace('_', " "));
    widget::wrapped_ui(ui, widget::small(aside.join(" · ")));
    if let Some(verdict) = &quote.verdict {
        widget::wrapped_ui(
            ui,
            RichText::new(format!(
                "{}: {} ({})",
                verdict.label, verdict.rationale, verdict.by
            )),
        );
    }
    ui.add_space(metrics().space.normal);
}
