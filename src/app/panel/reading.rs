//! The middle of Read: the article that is open, with its claims marked.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{CentralPanel, Key, Modifiers, Panel, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::marks::{dateline, mark_of};
use super::super::reader::{Finder, MarkSet, Reader, ReaderState, ReaderStyle, word_at};
use super::super::theme::Theme;
use super::super::toast::Toast;
use super::super::widget::{self, Icon, icon_button};
use super::claim_menu::claim_menu_ui;
use super::marking::{add_claim, lit_of};
use crate::article::{Article, Role};
use crate::claim::{ArticleId, Claim, ClaimId};
use crate::project::Command;
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
    /// The claim that is looked at: drawn although it is trivial.
    selected: Option<ClaimId>,
}

/// Places of the articles, marks of the open one, words looked for.
#[derive(Default)]
pub struct Reading {
    states: BTreeMap<ArticleId, ReaderState>,
    marks: Option<(MarksOf, MarkSet)>,
    finder: Option<(Finder, bool)>,
    /// The article that was drawn last.
    drawn: Option<ArticleId>,
    revealed: u64,
    jump: Option<Span>,
    /// Whether a caret shall be put into the text.
    wants_caret: bool,
    /// Whether the caret shall be taken away.
    leaves_text: bool,
}

impl Reading {
    /// Opens the line in which words are looked for.
    pub fn find(&mut self) {
        let finder = self.finder.take().map(|(finder, _)| finder);
        let mut finder = finder.unwrap_or_default();
        finder.open = true;
        self.finder = Some((finder, false));
    }

    /// Puts a caret into the text that is open.
    pub fn start_caret(&mut self) {
        self.wants_caret = true;
    }

    /// Whether a caret moves in the text of an article.
    pub fn has_caret(&self, ctx: &egui::Context, article: ArticleId) -> bool {
        self.wants_caret
            || self
                .states
                .get(&article)
                .is_some_and(|state| state.has_caret(ctx))
    }

    /// Whether a claim of the open article stands above what is seen of it.
    pub fn is_above(&self, claim: &Claim) -> bool {
        let state = self.states.get(&claim.article);
        state.is_some_and(|state| state.is_above(claim.id, claim.anchor.span.start()))
    }

    /// Makes a claim of the words that are selected, or of the figure at the caret.
    pub fn mark_selected(&mut self, context: &Context<'_>, outbox: &mut Outbox) {
        let Some(article) = context.selection.article else {
            return;
        };
        let state = self.states.get_mut(&article);
        let at_caret = |state: &ReaderState| {
            let text = &context.project().articles.get(&article)?.text;
            Some(word_at(text, state.caret()?.start()))
        };
        let marked = state.and_then(|state| {
            let span = state.selection().or_else(|| at_caret(state))?;
            Some((span, state))
        });
        match marked {
            Some((span, state)) => {
                if add_claim(context, article, span, outbox) {
                    state.clear_selection();
                    self.leaves_text = true;
                }
            }
            None => outbox.want(Request::Say(Toast::done(
                "Select the words in the text first, then mark them as a claim.",
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
        self.find_ui(ui, id, article);
        if article.metadata.role == Role::CopyUnderCheck {
            super::coverage::coverage_ui(ui, context, id, outbox);
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
            let state = self.states.entry(id).or_default();
            if let Some(place) = place {
                state.select(place);
            } else if claim.is_some() {
                self.leaves_text = true;
            }
        }
        if std::mem::take(&mut self.leaves_text) {
            // Who looks at a claim has left the text: arrows go on from claim to claim.
            let state = self.states.entry(id).or_default();
            if state.caret().is_some() {
                state.clear_selection();
            }
            state.leave_caret(ui.ctx());
        }
        if std::mem::take(&mut self.wants_caret) {
            self.begin_caret(id, article, claim.map(|claim| claim.anchor.span));
        }
        if self.drawn.replace(id) != Some(id) {
            self.states.entry(id).or_default().come_back();
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
        for (claim, place) in response.menus {
            claim_menu_ui(&place, context, claim, outbox);
        }
        if let Some(span) = response.add_claim {
            add_claim(context, id, span, outbox);
        }
        if let Some((claim, span)) = response.resized {
            outbox.change(Command::MoveClaim { claim, span });
        }
    }

    /// Begins at what is selected, else at the place that was found, the claim that is looked at, the top of the window.
    fn begin_caret(&mut self, id: ArticleId, article: &Article, claim: Option<Span>) {
        let found = self.finder.as_ref().and_then(|(finder, _)| finder.place());
        let state = self.states.entry(id).or_default();
        let before = |byte| article.text.span(byte, byte);
        let start = state
            .selection()
            .or(found)
            .or_else(|| before(claim?.start()))
            .or_else(|| before(state.top()));
        if let Some(start) = start {
            state.put_caret(start);
            self.jump = Some(start);
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
            selected: hidden_selected(context, id),
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
            .chain(&of.selected)
            .filter_map(|claim| context.project().claims.get(claim))
            .map(|claim| mark_of(theme, context, claim, of.struck))
            .collect();
        let marks = MarkSet::new(marks);
        self.marks = Some((of, marks.clone()));
        marks
    }

    fn find_ui(&mut self, ui: &mut Ui, id: ArticleId, article: &Article) {
        let Some((finder, focused)) = &mut self.finder else {
            return;
        };
        let colours = &Theme::at(ui).colours;
        let mut open = true;
        let mut jump = None;
        let mut gone = None;
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
                    let before = finder.place();
                    // Another article may have been opened, or its text corrected, since it was sought in.
                    let first = finder.seek(&article.text, 0);
                    if field.changed() {
                        jump = first;
                        gone = before.filter(|_| finder.place().is_none());
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
        // What was found stays selected only as long as it is what is sought.
        if let Some(state) = self.states.get_mut(&id)
            && gone.is_some()
            && state.selection() == gone
        {
            state.clear_selection();
        }
        if let Some(place) = jump {
            // What is found is selected, and can be marked as a claim.
            self.states.entry(id).or_default().select(place);
            self.jump = jump;
        }
        if !open {
            self.finder = None;
            self.wants_caret = self
                .states
                .get(&id)
                .is_some_and(|s| s.selection().is_some());
        }
    }
}

/// The claim of an article that is looked at, where it is none of those that are shown.
fn hidden_selected(context: &Context<'_>, article: ArticleId) -> Option<ClaimId> {
    let claim = context.claim().filter(|claim| claim.article == article)?;
    let standing = context.digest.articles.get(&article)?;
    let is_hidden = standing.all.contains(&claim.id) && !standing.claims.contains(&claim.id);
    is_hidden.then_some(claim.id)
}

fn nothing_ui(ui: &mut Ui, outbox: &mut Outbox) {
    widget::empty_ui(
        ui,
        "Add the articles to check",
        "Drop files on this window, or paste a text or its address with Ctrl+V. Every figure is found and marked.",
        |ui| {
            ui.horizontal(|ui| {
                let used = 240.0;
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
