//! The report as it will be, and its way out.

mod content;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::{CentralPanel, CornerRadius, Key, Margin, Modifiers, Panel, Rect, ScrollArea, Ui, vec2};

use super::super::context::{Context, Outbox, Request};
use super::super::dialog::Ask;
use super::super::job::Choice;
use super::super::theme::{Theme, metrics};
use super::super::toast;
use super::super::widget;
use crate::export::{FORMATS, FindingEntry, Report, Section, words};
use content::{FigureMade, LogoMade};

/// The report of a revision.
#[derive(Default)]
pub struct ReportView {
    made: Option<Made>,
    logo: LogoMade,
    /// How far it is to be scrolled, in points.
    scroll: f32,
}

/// A report, cut into pieces that are drawn where they are in sight.
struct Made {
    /// Revision and crosscheck it was made of.
    of: (u64, usize),
    report: Report,
    blocks: Vec<Block>,
    column: widget::Column,
    /// What was worked out of the figures that were in sight.
    figures: BTreeMap<usize, FigureMade>,
}

/// How far one step of the keyboard goes, in points.
const STEP: f32 = 64.0;

impl ReportView {
    /// Goes on a little, or back.
    pub fn step(&mut self, forward: bool) {
        self.scroll += if forward { STEP } else { -STEP };
    }

    /// Page keys and the ends of the report, while nobody is typing.
    fn scroll_by_keys(&mut self, ui: &Ui) {
        const ALL: f32 = 1.0e7;
        if widget::keys_are_taken(ui) {
            return;
        }
        let page = ui.available_height() * 0.88;
        for (modifiers, key, by) in [
            (Modifiers::NONE, Key::PageDown, page),
            (Modifiers::NONE, Key::PageUp, -page),
            (Modifiers::NONE, Key::Home, -ALL),
            (Modifiers::NONE, Key::End, ALL),
            (Modifiers::COMMAND, Key::Home, -ALL),
            (Modifiers::COMMAND, Key::End, ALL),
        ] {
            if ui.input_mut(|input| input.consume_key(modifiers, key)) {
                self.scroll += by;
            }
        }
    }

    /// Draws it, with a bar of formats.
    pub fn panel_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let colours = &Theme::at(ui).colours;
        Panel::top("export")
            .frame(super::ground(colours.window, Margin::symmetric(14, 8)))
            .show(ui, |ui| export_ui(ui, context, outbox));
        CentralPanel::no_frame()
            .frame(super::ground(colours.window, Margin::ZERO))
            .show(ui, |ui| {
                self.scroll_by_keys(ui);
                let scroll = std::mem::take(&mut self.scroll);
                let mut logo = std::mem::take(&mut self.logo);
                let made = self.made(context);
                logo.keep(ui.ctx(), made.report.layout.logo.as_ref());
                made.page_ui(ui, &logo, scroll, outbox);
                self.logo = logo;
            });
    }

    fn made(&mut self, context: &Context<'_>) -> &mut Made {
        let of = (
            context.session.revision(),
            Arc::as_ptr(context.crosscheck).addr(),
        );
        let known = self.made.take().filter(|made| made.of == of);
        self.made.insert(known.unwrap_or_else(|| {
            let report = Report::new(context.project(), context.crosscheck, context.now)
                .with_arrivals(context.session.log());
            Made {
                of,
                blocks: blocks(&report),
                report,
                column: widget::Column::default(),
                figures: BTreeMap::new(),
            }
        }))
    }
}

fn export_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        ui.label(widget::strong("Export as"));
        // None of them stands out: it would be taken for the one that is chosen.
        for format in FORMATS {
            let pressed = ui.button(format.name).on_hover_text(format.purpose);
            if pressed.clicked() {
                let ask = if format.is_of_judged_claims() {
                    Ask::Publish(format)
                } else {
                    Ask::Path(Choice::Export(format.name))
                };
                outbox.want(Request::Ask(ask));
            }
        }
        if widget::flush_button(ui, "Look of the report…").clicked() {
            outbox.want(Request::Ask(Ask::ReportStyle));
        }
        if let Some(copy) = context.copy_in_view() {
            super::coverage::sign_off_ui(ui, context, copy, outbox);
        }
    });
}

/// A piece of the report, drawn by itself, so that only what is in sight is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    Title,
    Summary,
    Heading(Section),
    Kicker(&'static str),
    Question(usize),
    Finding(usize),
    Figure(usize),
    NoFigure,
    AloneHead,
    Alone(usize),
    ArticleName(usize),
    Claim(usize),
    LeftOut,
    Article(usize),
    Note(usize),
    Signature(usize),
    Method(usize),
    RuleHead,
    Rule(usize),
}

impl Block {
    /// About how high it is, in points.
    const fn guess(self) -> f32 {
        match self {
            Self::Title | Self::Heading(_) => 60.0,
            Self::Summary => 160.0,
            Self::Finding(_) | Self::Claim(_) => 100.0,
            Self::Figure(_) => 520.0,
            Self::Article(_) => 220.0,
            Self::Alone(_) | Self::Note(_) | Self::Signature(_) | Self::Rule(_) => 44.0,
            _ => 26.0,
        }
    }
}

/// The pieces of a report from top to bottom, in the order that its project has set.
fn blocks(report: &Report) -> Vec<Block> {
    let mut blocks = vec![Block::Title];
    for section in &report.layout.sections {
        let inside = inside(report, *section);
        if !inside.is_empty() && *section != Section::Summary {
            blocks.push(Block::Heading(*section));
        }
        blocks.extend(inside);
    }
    blocks
}

/// The pieces of a section.
fn inside(report: &Report, section: Section) -> Vec<Block> {
    let all = |count: usize, block: fn(usize) -> Block| (0..count).map(block).collect();
    match section {
        Section::Summary => vec![Block::Summary],
        Section::Open => all(report.open.len(), Block::Question),
        Section::Findings => findings(report),
        Section::Figures => {
            let figures = report.figures.iter().enumerate();
            let compared = figures.filter(|(_, figure)| figure.quotes.len() > 1);
            let mut compared: Vec<Block> = compared.map(|(at, _)| Block::Figure(at)).collect();
            if compared.is_empty() {
                compared.push(Block::NoFigure);
            }
            compared
        }
        Section::Alone => {
            let alone: BTreeSet<u32> = report
                .standing_alone()
                .map(|(figure, _)| figure.id)
                .collect();
            let figures = report.figures.iter().enumerate();
            let figures = figures.filter(|(_, figure)| alone.contains(&figure.id));
            let rows: Vec<Block> = figures.map(|(at, _)| Block::Alone(at)).collect();
            under(Block::AloneHead, rows)
        }
        Section::Quotes => quotes(report),
        Section::Articles => all(report.articles.len(), Block::Article),
        Section::Notes => {
            let mut notes = all(report.notes.len(), Block::Note);
            notes.extend(all(report.sign_offs.len(), Block::Signature));
            notes
        }
        Section::Method => {
            let mut method = all(report.method.len(), Block::Method);
            let rules = all(report.house_rules.len(), Block::Rule);
            method.extend(under(Block::RuleHead, rules));
            method
        }
    }
}

/// Rows under their head; nothing where there are none.
fn under(head: Block, rows: Vec<Block>) -> Vec<Block> {
    if rows.is_empty() {
        return rows;
    }
    std::iter::once(head).chain(rows).collect()
}

/// Findings of weight, then in short those where nothing is wrong.
fn findings(report: &Report) -> Vec<Block> {
    let (light, heavy): (Vec<_>, Vec<_>) = report
        .findings
        .iter()
        .enumerate()
        .partition(|(_, finding)| is_light(finding));
    let block = |(at, _): (usize, &FindingEntry)| Block::Finding(at);
    let mut blocks: Vec<Block> = heavy.into_iter().map(block).collect();
    let light = light.into_iter().map(block).collect();
    blocks.extend(under(Block::Kicker(words::of_key("style").word), light));
    blocks
}

/// Nothing is wrong: a line is enough.
fn is_light(finding: &FindingEntry) -> bool {
    finding.severity == "style" && finding.set_aside.is_none()
}

/// Quotes of weight, each article's under its name.
fn quotes(report: &Report) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut of = None;
    for (at, quote) in report.quotes.iter().enumerate() {
        if !quote.notable {
            continue;
        }
        if of.replace(quote.article) != Some(quote.article) {
            blocks.push(Block::ArticleName(quote.article));
        }
        blocks.push(Block::Claim(at));
    }
    if report.left_out().is_some() {
        blocks.push(Block::LeftOut);
    }
    blocks
}

impl Made {
    /// Draws the page; of its pieces only those in sight.
    fn page_ui(&mut self, ui: &mut Ui, logo: &LogoMade, scroll: f32, outbox: &mut Outbox) {
        const SIDE: f32 = 44.0;
        const TOP: f32 = 36.0;
        // Paper is light whatever the window is.
        let colours = &Theme::of(egui::Theme::Light).colours;
        let room = ui.available_width();
        let page = (room - 48.0).min(860.0);
        // Words do not fade into the dark around the page.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        ScrollArea::vertical()
            .id_salt("report")
            .auto_shrink([false, false])
            .show(ui, |ui| {
                widget::follow_focus_ui(ui);
                if scroll != 0.0 {
                    let at_once = egui::style::ScrollAnimation::none();
                    ui.scroll_with_delta_animation(vec2(0.0, -scroll), at_once);
                }
                let origin = ui.max_rect().min + vec2(((room - page) / 2.0).max(0.0), 16.0);
                let width = 2.0_f32.mul_add(-SIDE, page);
                let (count, blocks) = (self.blocks.len(), &self.blocks);
                let guess = |at: usize| blocks.get(at).map_or(0.0, |block| block.guess());
                let height = self.column.height(count, width, guess) + 2.0 * TOP;
                // What stands under messages can be scrolled out from there.
                let below = 56.0 + toast::height_of_all(ui);
                ui.allocate_space(vec2(room, height + below));
                let sheet = Rect::from_min_size(origin, vec2(page, height));
                ui.painter().rect(
                    sheet,
                    CornerRadius::from(metrics().radius.card),
                    colours.page.0,
                    egui::Stroke::new(1.0, colours.line.0),
                    egui::StrokeKind::Inside,
                );
                let inside = sheet.shrink2(vec2(SIDE, TOP));
                let (report, figures) = (&self.report, &mut self.figures);
                content::paper_ui(ui);
                self.column.pieces_ui(ui, inside, |ui, at| {
                    if let Some(block) = blocks.get(at) {
                        let of_none = FigureMade::default();
                        let made = match block {
                            Block::Figure(at) => {
                                let made = figures.entry(*at).or_default();
                                made.keep_for(report, *at, width);
                                made
                            }
                            _ => &of_none,
                        };
                        let page = content::Page { report, made, logo };
                        content::block_ui(ui, &page, *block, outbox);
                        ui.add_space(metrics().space.snug);
                    }
                });
            });
    }
}
