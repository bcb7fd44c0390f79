//! What stands on the page of the report.

use egui::{RichText, Ui, vec2};

use super::super::super::context::{Context, Outbox};
use super::super::super::plot::Division;
use super::super::super::theme::{
    READING, READING_STRONG, Theme, mark_of_key, metrics, verdict_mark,
};
use super::super::super::widget;
use super::super::figures::drawn;
use super::Block;
use crate::claim::ClaimId;
use crate::export::{FigureEntry, Quote, Report, Tally, isolated, words};

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
            widget::wrapped_ui(ui, serif_strong(&report.title, 28.0));
            ui.label(widget::small(format!(
                "{} · {}",
                report.program,
                words::time(&report.generated)
            )));
        }
        Block::Summary => summary_ui(ui, context, report),
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
            widget::wrapped_ui(ui, strong_line(&finding.title));
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
            ui.label(serif("No figure stands in more than one place yet.").weak());
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
            widget::wrapped_ui(ui, strong_line(&article.label));
            let mut aside: Vec<String> = vec![article.role.replace('_', " ")];
            aside.extend(article.title.as_deref().map(isolated));
            aside.extend(article.published.clone());
            aside.extend(article.url.clone());
            widget::wrapped_ui(ui, widget::small(aside.join(" · ")));
        }
        Block::Method(at) => {
            if let Some(line) = report.method.get(at) {
                widget::wrapped_ui(ui, serif(line));
            }
        }
    }
}

/// An answer or how grave a finding is, in the shape and word that it has everywhere in the window.
fn label_ui(ui: &mut Ui, key: &str) {
    if let Some(mark) = mark_of_key(key) {
        widget::mark_ui(ui, mark);
    }
}

/// Words as the page sets them: in the typeface of reading.
fn serif(words: &str) -> RichText {
    of_reading(words, READING, metrics().type_scale.heading)
}

/// The same for headings.
fn serif_strong(words: &str, size: f32) -> RichText {
    of_reading(words, READING_STRONG, size)
}

fn of_reading(words: &str, family: &'static str, size: f32) -> RichText {
    let family = egui::FontFamily::Name(family.into());
    RichText::new(words).font(egui::FontId::new(size, family))
}

/// The name of an entry.
fn strong_line(words: &str) -> RichText {
    serif_strong(words, metrics().type_scale.heading)
}

fn heading_ui(ui: &mut Ui, words: &str) {
    ui.add_space(metrics().space.wide);
    ui.label(serif_strong(words, metrics().type_scale.title));
    widget::separator_ui(ui);
}

fn bullet_ui(ui: &mut Ui, words: &str) {
    ui.horizontal_top(|ui| {
        ui.label(serif("•"));
        widget::wrapped_ui(ui, serif(words));
    });
}

/// Counts beside their shapes: each with its word on one line.
fn tallies_ui(ui: &mut Ui, context: &Context<'_>, tallies: &[Tally]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metrics().space.tight, metrics().space.tight);
        for tally in tallies.iter().filter(|tally| tally.count > 0) {
            let rating = || {
                let ratings = &context.project().ratings;
                let rating = ratings.iter().find(|rating| rating.key == tally.key);
                rating.map(|rating| verdict_mark(rating.value))
            };
            let words = format!("{} {}", tally.label, words::grouped(tally.count));
            match mark_of_key(&tally.key).or_else(rating) {
                Some(mark) => {
                    widget::shaped_chip_ui(ui, mark.tone, Some(mark.shape), &words);
                }
                None => {
                    ui.label(words);
                }
            }
        }
    });
}

fn summary_ui(ui: &mut Ui, context: &Context<'_>, report: &Report) {
    let summary = &report.summary;
    heading_ui(ui, "Summary");
    widget::wrapped_ui(ui, serif(&summary.in_words()));
    ui.add_space(metrics().space.snug);
    for (name, tallies) in [
        ("Answers", &summary.answers),
        ("Findings", &summary.findings),
        ("Claims", &summary.statuses),
        ("Verdicts", &summary.verdicts),
    ] {
        if tallies.iter().any(|tally| tally.count > 0) {
            widget::field_ui(ui, name, |ui| tallies_ui(ui, context, tallies));
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
    widget::wrapped_ui(ui, strong_line(&figure.title));
    if let Some(answer) = figure.answer {
        label_ui(ui, answer);
    }
    widget::wrapped_ui(ui, serif(&figure.why));
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
        widget::wrapped_ui(ui, serif(&format!("Safe to write: {wording}")).weak());
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
            serif(&format!(
                "{}: {} ({})",
                verdict.label, verdict.rationale, verdict.by
            )),
        );
    }
    ui.add_space(metrics().space.normal);
}
