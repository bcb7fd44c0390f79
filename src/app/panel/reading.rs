//! The middle of Read: the article that is open, with its claims marked.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{CentralPanel, Key, Modifiers, Panel, Ui, vec2};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::marks::{dateline, mark_of};
use super::super::plot::{PlotStyle, Share, coverage_bar_ui};
use super::super::reader::{Finder, Lit, MarkSet, Reader, ReaderState, ReaderStyle, nudged};
use super::super::theme::{Shape, Theme, Tone, status_mark};
use super::super::toast::Toast;
use super::super::widget::{self, Icon, icon_button};
use crate::article::{Article, Role};
use crate::claim::{ArticleId, Claim};
use crate::project::{Command, Status};
use crate::text::Span;

/// What the marks of an article were made from.
#[derive(Clone, Debug, PartialEq)]
struct MarksOf {
    article: ArticleId,
    revision: u64,
    /// The crosscheck, by its place in memory.
    crosscheck: usize,
    dark: bool,
    trivial: bool,
    struck: bool,
}

/// Places of the articles, marks of the open one, words looked for.
#[derive(Default)]
pub struct Reading {
    states: BTreeMap<ArticleId, ReaderState>,
    marks: Option<(MarksOf, MarkSet)>,
    finder: Option<(Finder, bool)>,
    revealed: u64,
    jump: Option<Span>,
}

impl Reading {
    /// Opens the line in which words are looked for.
    pub fn find(&mut self) {
        let finder = self.finder.take().map(|(finder, _)| finder);
        let mut finder = finder.unwrap_or_default();
        finder.open = true;
        self.finder = Some((finder, false));
    }

    /// Makes a claim of the words that are selected.
    pub fn mark_selected(&mut self, context: &Context<'_>, outbox: &mut Outbox) {
        let Some(article) = context.selection.article else {
            return;
        };
        match self.states.get(&article).and_then(ReaderState::selection) {
            Some(span) => {
                add_claim(context, article, span, outbox);
                if let Some(state) = self.states.get_mut(&article) {
                    state.clear_selection();
                }
            }
            None => outbox.want(Request::Say(Toast::done(
                "Select the figure in the text first, then mark it.",
            ))),
        }
    }

    /// Puts the claim that is looked at where the selected words stand.
    pub fn place_at_selected(&mut self, context: &Context<'_>, outbox: &mut Outbox) {
        let Some(claim) = context.claim() else {
            outbox.want(Request::Say(Toast::done("Select a claim first.")));
            return;
        };
        let open = context.selection.article == Some(claim.article);
        let state = self.states.get_mut(&claim.article);
        let selected = state.and_then(|state| Some((state.selection()?, state)));
        match selected.filter(|_| open) {
            Some((span, state)) => {
                state.clear_selection();
                outbox.change(Command::MoveClaim {
                    claim: claim.id,
                    span,
                });
            }
            None => outbox.want(Request::Say(Toast::done(
                "Select the words in the article of the claim, then put it there.",
            ))),
        }
    }

    /// Draws the column in the room that is left.
    pub fn panel_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let colours = &Theme::at(ui).colours;
        let open = context.selection.article.and_then(|id| {
            let article = context.project().articles.get(&id)?;
            Some((id, article))
        });
        let Some((id, article)) = open else {
            CentralPanel::no_frame()
                .frame(super::ground(colours.page, egui::Margin::same(24)))
                .show(ui, |ui| nothing_ui(ui, outbox));
            return;
        };
        self.find_ui(ui, article);
        if article.metadata.role == Role::CopyUnderCheck {
            coverage_ui(ui, context, id, outbox);
        }
        CentralPanel::no_frame()
            .frame(super::ground(colours.page, egui::Margin::ZERO))
            .show(ui, |ui| self.column_ui(ui, context, id, article, outbox));
    }

    fn column_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        id: ArticleId,
        article: &Article,
        outbox: &mut Outbox,
    ) {
        let theme = Theme::at(ui);
        let marks = self.marks_of(ui, context, id, article);
        let style = ReaderStyle::of(theme, context.preferences.reading_size);
        let claim = context.claim().filter(|claim| claim.article == id);
        let lit = claim.map(|claim| lit_of(claim)).unwrap_or_default();
        if self.revealed != context.selection.reveal {
            self.revealed = context.selection.reveal;
            let place = context.selection.place;
            self.jump = claim.map(|claim| claim.anchor.span).or(place);
            if let Some(place) = place {
                self.states.entry(id).or_default().select(place);
            }
        }
        let dateline = dateline(article);
        let hits = self.finder.as_ref().map(|(finder, _)| finder);
        let response = Reader {
            text: &article.text,
            title: article.metadata.title.as_deref(),
            dateline: &dateline,
            marks: &marks,
            selected: claim.map(|claim| claim.id),
            lit: &lit,
            hits: hits.map(Finder::hits).unwrap_or_default(),
            current_hit: hits.and_then(Finder::current),
            scroll_to: self.jump.take(),
            add_label: &format!("Mark as a claim ({})", Action::Mark.keys(ui.ctx())),
        }
        .show(ui, &style, self.states.entry(id).or_default());
        if let Some(claim) = response.clicked {
            outbox.look(claim);
        }
        if let Some(span) = response.add_claim {
            add_claim(context, id, span, outbox);
        }
        if let Some((claim, span)) = response.resized {
            outbox.change(Command::MoveClaim { claim, span });
        }
    }

    fn marks_of(
        &mut self,
        ui: &Ui,
        context: &Context<'_>,
        id: ArticleId,
        article: &Article,
    ) -> MarkSet {
        let of = MarksOf {
            article: id,
            revision: context.session.revision(),
            crosscheck: Arc::as_ptr(context.crosscheck).addr(),
            dark: ui.visuals().dark_mode,
            trivial: context.preferences.trivial,
            struck: article.metadata.role == Role::CopyUnderCheck,
        };
        if let Some((known, marks)) = &self.marks
            && *known == of
        {
            return marks.clone();
        }
        let theme = Theme::at(ui);
        let claims = context
            .digest
            .articles
            .get(&id)
            .map(|standing| standing.claims.as_slice())
            .unwrap_or_default();
        let marks = claims
            .iter()
            .filter_map(|claim| context.project().claims.get(claim))
            .map(|claim| mark_of(theme, context, claim, of.struck))
            .collect();
        let marks = MarkSet::new(marks);
        self.marks = Some((of, marks.clone()));
        marks
    }

    fn find_ui(&mut self, ui: &mut Ui, article: &Article) {
        let Some((finder, focused)) = &mut self.finder else {
            return;
        };
        let colours = &Theme::at(ui).colours;
        let mut open = true;
        let mut jump = None;
        Panel::top("find")
            .frame(super::ground(
                colours.surface,
                egui::Margin::symmetric(12, 6),
            ))
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    let field = ui.add(
                        widget::line_edit(&mut finder.words)
                            .hint_text("Find in this article")
                            .desired_width(260.0),
                    );
                    widget::name_field(ui, &field, "Find in this article");
                    if !*focused {
                        field.request_focus();
                        *focused = true;
                    }
                    if field.changed() {
                        jump = finder.seek(&article.text, 0);
                    }
                    let enter =
                        field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                    let back = ui.input(|input| input.modifiers.shift);
                    if enter {
                        jump = finder.go(!back);
                        field.request_focus();
                    }
                    ui.label(widget::small(finder.summary()));
                    let some = !finder.hits().is_empty();
                    if icon_button(ui, Icon::Previous, "Previous place", some).clicked() {
                        jump = finder.go(false);
                    }
                    if icon_button(ui, Icon::Next, "Next place", some).clicked() {
                        jump = finder.go(true);
                    }
                    if icon_button(ui, Icon::Close, "Close the search", true).clicked()
                        || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
                    {
                        open = false;
                    }
                });
            });
        self.jump = jump.or(self.jump);
        if !open {
            self.finder = None;
        }
    }
}

/// How far the copy under check is, fact by fact.
fn coverage_ui(ui: &mut Ui, context: &Context<'_>, id: ArticleId, outbox: &mut Outbox) {
    let Some(standing) = context.digest.articles.get(&id) else {
        return;
    };
    let count = |status: Status| {
        let claims = standing.claims.iter();
        claims
            .filter(|c| context.project().status(**c) == status)
            .count()
    };
    let shares = [
        (Status::Checked, true),
        (Status::InProgress, false),
        (Status::Unchecked, false),
    ]
    .map(|(status, done)| Share {
        status: status_mark(status),
        count: count(status),
        done,
    });
    let colours = &Theme::at(ui).colours;
    Panel::bottom("coverage")
        .frame(super::ground(
            colours.surface,
            egui::Margin::symmetric(28, 8),
        ))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                const BUTTON: f32 = 150.0;
                let room = vec2((ui.available_width() - BUTTON).max(60.0), 30.0);
                ui.allocate_ui(room, |ui| {
                    coverage_bar_ui(ui, &PlotStyle::of(Theme::at(ui)), &shares);
                });
                let right = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(right, |ui| sign_off_ui(ui, context, id, outbox));
            });
        });
}

/// Signing the copy off, or who has.
fn sign_off_ui(ui: &mut Ui, context: &Context<'_>, article: ArticleId, outbox: &mut Outbox) {
    let project = context.project();
    let signed = project.sign_offs.iter().rev();
    let signed = signed
        .filter(|sign| sign.article == article)
        .find(|sign| project.is_current(sign));
    if let Some(sign) = signed {
        let words = format!("Signed off by {}", sign.by);
        let check = Some(Shape::Check);
        widget::shaped_chip_ui(ui, Tone::Good, check, &words).on_hover_text(sign.at.as_str());
    } else if ui
        .button("Sign off…")
        .on_hover_text(
            "Say that this copy may be printed. Not possible while an impossible finding is open",
        )
        .clicked()
    {
        outbox.act(Action::SignOff);
    }
}

/// Moves an end of the claim that is looked at by a word.
pub(super) fn resize(action: Action, context: &Context<'_>, outbox: &mut Outbox) {
    let Some(claim) = context.claim() else {
        return;
    };
    let Some(article) = context.project().articles.get(&claim.article) else {
        return;
    };
    let start = matches!(action, Action::StartBack | Action::StartForward);
    let forward = matches!(action, Action::StartForward | Action::EndForward);
    if let Some(span) = nudged(&article.text, claim.anchor.span, start, forward) {
        outbox.change(Command::MoveClaim {
            claim: claim.id,
            span,
        });
    }
}

fn nothing_ui(ui: &mut Ui, outbox: &mut Outbox) {
    widget::empty_ui(
        ui,
        "Add the articles to check",
        "Drop text or HTML files on this window, or paste the text. Every figure in them is found and marked.",
        |ui| {
            ui.horizontal(|ui| {
                let used = 250.0;
                ui.add_space(((ui.available_width() - used) / 2.0).max(0.0));
                if widget::primary_button(ui, "Import articles").clicked() {
                    outbox.act(Action::Import);
                }
                if ui.button("Paste an article").clicked() {
                    outbox.act(Action::Paste);
                }
            });
        },
    );
}

fn add_claim(context: &Context<'_>, article: ArticleId, span: Span, outbox: &mut Outbox) {
    let Some(text) = context.project().articles.get(&article) else {
        return;
    };
    let reading = crate::claim::extract(text)
        .into_iter()
        .find(|found| found.span.overlaps(span))
        .map(|found| found.reading);
    match reading {
        Some(reading) => outbox.change(Command::AddClaim {
            article,
            span,
            reading,
        }),
        None => outbox.want(Request::Say(Toast::failed(
            "No number can be read in these words. Select words that hold the figure, such as “98,000 people”.",
        ))),
    }
}

/// The words in the text that fill the facets of a claim.
fn lit_of(claim: &Claim) -> Vec<Lit> {
    let reading = &claim.reading;
    let mut lit = Vec::new();
    let mut light = |label: &str, span: Option<Span>| {
        if let Some(span) = span {
            lit.push(Lit {
                span,
                label: label.to_owned(),
            });
        }
    };
    light("counted", reading.concept.as_ref().and_then(|p| p.span));
    light("place", reading.place.as_ref().and_then(|p| p.span));
    light("period", reading.period.as_ref().and_then(|p| p.words.span));
    if let Some(attribution) = &reading.attribution {
        light("source", attribution.source.span);
    }
    lit
}
