//! What stands on the page of the report: the same as the web page prints, in the same order.

mod drawing;
mod figure;
mod logo;
mod paper;
mod quote;

use egui::Ui;

use super::super::super::context::Outbox;
use super::super::super::widget;
use super::Block;
use crate::export::{ArticleEntry, FindingEntry, Report, Section, isolated, words};

pub(super) use figure::FigureMade;
pub(super) use logo::LogoMade;
pub(super) use paper::paper_ui;

/// What a page is drawn of.
pub(super) struct Page<'a> {
    pub(super) report: &'a Report,
    /// What was worked out of the figure that is drawn.
    pub(super) made: &'a FigureMade,
    pub(super) logo: &'a LogoMade,
}

/// Draws a piece.
pub(super) fn block_ui(ui: &mut Ui, page: &Page<'_>, block: Block, outbox: &mut Outbox) {
    let report = page.report;
    match block {
        Block::Title => title_ui(ui, page),
        Block::Summary => summary_ui(ui, report),
        Block::Heading(section) => paper::heading_ui(ui, section.heading()),
        Block::Kicker(words) => paper::kicker_ui(ui, words),
        Block::Question(at) => {
            if let Some(question) = report.open.get(at) {
                let places = quote::places(report, &question.quotes);
                paper::bullet_ui(ui, &format!("{}{places}", question.question));
            }
        }
        Block::Finding(at) => {
            if let Some(finding) = report.findings.get(at) {
                finding_ui(ui, report, finding);
            }
        }
        Block::Figure(at) => {
            if let Some(figure) = report.figures.get(at) {
                figure::figure_ui(ui, page, figure, outbox);
            }
        }
        Block::NoFigure => {
            widget::wrapped_ui(ui, "No figure stands in more than one place.");
        }
        Block::AloneHead => figure::alone_head_ui(ui),
        Block::Alone(at) => figure::alone_ui(ui, report, at),
        Block::ArticleName(at) => {
            if let Some(article) = report.articles.get(at) {
                widget::wrapped_ui(ui, paper::strong(article.label.as_str()));
            }
        }
        Block::Claim(at) => {
            if let Some(quote) = report.quotes.get(at) {
                quote::quote_ui(ui, report, at, quote);
            }
        }
        Block::LeftOut => {
            if let Some(left) = report.left_out() {
                widget::wrapped_ui(ui, widget::small(left));
            }
        }
        Block::Article(at) => {
            if let Some(article) = report.articles.get(at) {
                article_ui(ui, article);
            }
        }
        Block::Note(at) => {
            if let Some(note) = report.notes.get(at) {
                paper::bullet_ui(ui, note.text.as_str());
                let (about, by) = (isolated(&note.about), isolated(&note.by));
                let aside = format!("On {about}; {by}, {}", words::time(&note.at));
                widget::wrapped_ui(ui, widget::small(aside));
            }
        }
        Block::Signature(at) => {
            if let Some(signed) = report.sign_offs.get(at) {
                let copy = isolated(&signed.article);
                paper::bullet_ui(ui, &format!("Signed off: {copy}"));
                let aside = format!("{}, {}", isolated(&signed.by), signed.standing());
                widget::wrapped_ui(ui, widget::small(aside));
            }
        }
        Block::Method(at) => {
            if let Some(line) = report.method.get(at) {
                widget::wrapped_ui(ui, line.as_str());
            }
        }
        Block::RuleHead => paper::head_row_ui(ui, &RULE, &["Written", "Stands for"]),
        Block::Rule(at) => {
            if let Some(rule) = report.house_rules.get(at) {
                paper::row_ui(ui, &RULE, &[&rule.written, &rule.stands_for]);
            }
        }
    }
}

/// Shares of the width that the columns of the house rules take.
const RULE: [f32; 2] = [0.4, 0.6];

fn title_ui(ui: &mut Ui, page: &Page<'_>) {
    let report = page.report;
    page.logo.logo_ui(ui, report.newsroom.as_deref());
    let newsroom = report.newsroom.as_deref();
    let kicker = newsroom.map(|newsroom| format!("Verification report · {newsroom}"));
    let kicker = kicker.unwrap_or_else(|| "Verification report".to_owned());
    widget::wrapped_ui(ui, widget::small(kicker));
    widget::wrapped_ui(ui, paper::strong(report.title.as_str()).size(26.0));
    let made = words::time(&report.generated);
    ui.label(widget::small(format!("{made} · {}", report.program)));
}

fn summary_ui(ui: &mut Ui, report: &Report) {
    let summary = &report.summary;
    paper::heading_ui(ui, Section::Summary.heading());
    widget::wrapped_ui(ui, summary.in_words());
    for (name, tallies) in summary.tallies() {
        let counts: Vec<String> = tallies
            .iter()
            // A shape, its word and its count stay on one line.
            .map(|tally| {
                let count = words::grouped(tally.count);
                format!("{} {} {count}", tally.shape, tally.label).replace(' ', "\u{A0}")
            })
            .collect();
        paper::named_ui(ui, name, &counts.join("   "));
    }
    for (nth, coverage) in summary.coverage.iter().enumerate() {
        if let Some(article) = report.articles.get(coverage.article) {
            let name = if nth == 0 { "Coverage" } else { "" };
            let open = coverage.facts - coverage.checked.min(coverage.facts);
            let said = format!(
                "{}: {} of {} facts, {open} open",
                isolated(&article.label),
                coverage.checked,
                coverage.facts
            );
            paper::named_ui(ui, name, &said);
        }
    }
}

fn finding_ui(ui: &mut Ui, report: &Report, finding: &FindingEntry) {
    if super::is_light(finding) {
        paper::bullet_ui(ui, finding.title.as_str());
        for line in &finding.working {
            widget::wrapped_ui(ui, widget::small(line.as_str()));
        }
        places_ui(ui, report, finding);
        return;
    }
    widget::wrapped_ui(ui, paper::strong(finding.title.as_str()));
    paper::badge_ui(ui, finding.severity);
    for line in &finding.working {
        paper::bullet_ui(ui, line.as_str());
    }
    places_ui(ui, report, finding);
    if let Some((by, reason)) = finding.aside() {
        widget::wrapped_ui(ui, format!("{by}: {}", isolated(reason)));
    }
    ui.add_space(8.0);
}

fn places_ui(ui: &mut Ui, report: &Report, finding: &FindingEntry) {
    let places = quote::places(report, &finding.quotes);
    if !places.is_empty() {
        widget::wrapped_ui(ui, widget::small(places.trim_start()));
    }
}

fn article_ui(ui: &mut Ui, article: &ArticleEntry) {
    let title = article.title.as_deref().unwrap_or(&article.label);
    widget::wrapped_ui(ui, paper::strong(title));
    for (name, value) in article.facts() {
        paper::named_ui(ui, name, &value);
    }
    paper::named_ui(ui, "SHA-256", &article.sha256);
    ui.add_space(8.0);
}
