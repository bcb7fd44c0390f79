//! The report as it will be, and its way out.

use std::sync::Arc;

use egui::{CentralPanel, CornerRadius, Frame, Margin, Panel, RichText, ScrollArea, Ui};

use super::super::context::{Context, Outbox, Request};
use super::super::dialog::Ask;
use super::super::job::Choice;
use super::super::theme::{READING, Theme, metrics};
use super::super::widget;
use crate::export::{FORMATS, FigureEntry, Quote, Report, words};

/// The report of a revision.
#[derive(Default)]
pub struct ReportView {
    made: Option<((u64, usize), Arc<Report>)>,
}

impl ReportView {
    /// Draws it, with a bar of formats.
    pub fn panel_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let colours = &Theme::at(ui).colours;
        let report = self.report(context);
        Panel::top("export")
            .frame(super::ground(colours.window, Margin::symmetric(14, 8)))
            .show(ui, |ui| export_ui(ui, outbox));
        CentralPanel::no_frame()
            .frame(super::ground(colours.window, Margin::ZERO))
            .show(ui, |ui| {
                ScrollArea::vertical()
                    .id_salt("report")
                    .auto_shrink([false, false])
                    .show(ui, |ui| page_ui(ui, &report));
            });
    }

    fn report(&mut self, context: &Context<'_>) -> Arc<Report> {
        let of = (
            context.session.revision(),
            Arc::as_ptr(context.crosscheck).addr(),
        );
        if let Some((known, report)) = &self.made
            && *known == of
        {
            return Arc::clone(report);
        }
        let report = Report::new(context.project(), context.crosscheck, context.now);
        let report = Arc::new(report);
        self.made = Some((of, Arc::clone(&report)));
        report
    }
}

fn export_ui(ui: &mut Ui, outbox: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        ui.label(widget::strong("Export as"));
        for (at, format) in FORMATS.iter().enumerate() {
            let pressed = if at == 0 {
                widget::primary_button(ui, format.name)
            } else {
                ui.button(format.name)
            };
            if pressed.on_hover_text(format.purpose).clicked() {
                outbox.want(Request::Ask(Ask::Path(Choice::Export(format.name))));
            }
        }
    });
}

fn page_ui(ui: &mut Ui, report: &Report) {
    let colours = &Theme::at(ui).colours;
    let width = (ui.available_width() - 48.0).min(860.0);
    let side = ((ui.available_width() - width) / 2.0).max(0.0);
    ui.add_space(metrics().space.wide);
    ui.horizontal_top(|ui| {
        ui.add_space(side);
        Frame::new()
            .fill(colours.page.0)
            .stroke(egui::Stroke::new(1.0, colours.line.0))
            .corner_radius(CornerRadius::from(metrics().radius.card))
            .inner_margin(Margin::symmetric(44, 36))
            .show(ui, |ui| {
                ui.set_width(width - 90.0);
                ui.vertical(|ui| content_ui(ui, report));
            });
    });
    ui.add_space(metrics().space.vast);
}

fn content_ui(ui: &mut Ui, report: &Report) {
    ui.label(widget::title(report.title.as_str()).size(26.0));
    ui.label(widget::small(format!(
        "{} · {}",
        report.program,
        words::time(&report.generated)
    )));
    summary_ui(ui, report);
    if !report.open.is_empty() {
        heading_ui(ui, "Open questions");
        for question in &report.open {
            bullet_ui(ui, &question.question);
        }
    }
    if !report.findings.is_empty() {
        heading_ui(ui, "Findings");
        for finding in &report.findings {
            widget::wrapped_ui(ui, widget::strong(finding.title.as_str()));
            for line in &finding.working {
                widget::wrapped_ui(ui, line.as_str());
            }
            if let Some((reason, by)) = &finding.set_aside {
                ui.label(widget::small(format!("Set aside by {by}: {reason}")));
            }
            ui.add_space(metrics().space.normal);
        }
    }
    heading_ui(ui, "Figures");
    let compared = |figure: &&FigureEntry| figure.answer.is_some();
    for figure in report.figures.iter().filter(compared) {
        figure_ui(ui, report, figure);
    }
    if !report.figures.iter().any(|figure| figure.answer.is_some()) {
        ui.label(widget::quiet(
            "No figure stands in more than one place yet.",
        ));
    }
    heading_ui(ui, "Claims");
    for quote in report.quotes.iter().filter(|quote| quote.notable) {
        quote_ui(ui, report, quote);
    }
    heading_ui(ui, "Articles");
    for article in &report.articles {
        widget::wrapped_ui(ui, widget::strong(article.label.as_str()));
        let mut aside: Vec<String> = vec![article.role.replace('_', " ")];
        aside.extend(article.title.clone());
        aside.extend(article.published.clone());
        aside.extend(article.url.clone());
        widget::wrapped_ui(ui, widget::small(aside.join(" · ")));
    }
    heading_ui(ui, "Method");
    for line in &report.method {
        widget::wrapped_ui(ui, line.as_str());
    }
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
    widget::wrapped_ui(
        ui,
        format!(
            "{} with {}; {} stand in more than one place; {}.",
            words::counted(summary.articles, "article", "articles"),
            words::counted(summary.claims, "claim", "claims"),
            summary.compared,
            words::counted(summary.open, "open question", "open questions"),
        ),
    );
    for (name, tallies) in [
        ("Answers", &summary.answers),
        ("Findings", &summary.findings),
        ("Claims", &summary.statuses),
        ("Verdicts", &summary.verdicts),
    ] {
        let counts: Vec<String> = tallies
            .iter()
            .filter(|tally| tally.count > 0)
            .map(|tally| format!("{} {} {}", tally.shape, tally.label, tally.count))
            .collect();
        if !counts.is_empty() {
            widget::field_ui(ui, name, |ui| {
                widget::wrapped_ui(ui, counts.join("   "));
            });
        }
    }
    for coverage in summary
        .coverage
        .iter()
        .filter(|coverage| coverage.facts > 0)
    {
        if let Some(article) = report.articles.get(coverage.article) {
            widget::field_ui(ui, "Coverage", |ui| {
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

fn figure_ui(ui: &mut Ui, report: &Report, figure: &FigureEntry) {
    widget::wrapped_ui(ui, widget::strong(figure.title.as_str()));
    widget::wrapped_ui(ui, figure.why.as_str());
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
