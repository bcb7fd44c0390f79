//! The left of Read: articles, or claims of all articles, or places of words in them.

mod articles;
mod card;
mod claims;
mod pick;
mod saved_views;
mod search;
mod words;

pub(in crate::app) use card::linked_words;
use egui::{Panel, Rangef, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::theme::{Theme, metrics};
use super::super::widget;
use crate::claim::{ArticleId, ClaimId};
use crate::export::words::grouped;
use crate::text::Span;

/// In a column narrower than this the names of the lists stand closer, in points.
const CLOSE: f32 = 100.0;
/// Width of a letter of them, in points.
const LETTER: f32 = 7.0;

/// What is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Articles,
    Claims,
    Words,
}

/// The three lists.
#[derive(Default)]
pub struct Sidebar {
    tab: Tab,
    articles: articles::ArticleList,
    claims: claims::ClaimList,
    words: words::WordList,
    /// Asked for in a narrow window, while the claim that is looked at was brought into sight so many times.
    asked_at: Option<u64>,
    /// Whether it was drawn in the last frame of Read.
    pub(super) seen: bool,
}

/// What is listed beside the text and walked by the keys.
pub enum Listed<'a> {
    /// Claims that a search has chosen.
    Claims(&'a [ClaimId]),
    /// Places of words.
    Places(&'a [(ArticleId, Span)]),
}

impl Sidebar {
    /// Does the actions that are about the lists.
    pub fn perform(&mut self, action: Action, context: &Context<'_>, outbox: &mut Outbox) {
        match action {
            Action::FindClaims => {
                self.asked_at = Some(context.selection.reveal);
                self.tab = Tab::Claims;
                self.claims.find();
            }
            Action::FindEverywhere => {
                self.asked_at = Some(context.selection.reveal);
                self.tab = Tab::Words;
                self.words.find();
            }
            Action::NextArticle | Action::PreviousArticle => {
                let forward = action == Action::NextArticle;
                if let Some(article) = self.articles.beside(context, forward) {
                    outbox.want(Request::OpenArticle(article));
                }
            }
            _ => {}
        }
    }

    /// What a search has chosen and shows, to be walked; nothing where articles are listed, or every claim.
    pub fn listed(&self) -> Option<Listed<'_>> {
        if !self.seen {
            return None;
        }
        match self.tab {
            Tab::Articles => None,
            Tab::Claims => self.claims.chosen().map(Listed::Claims),
            Tab::Words => Some(self.words.found())
                .filter(|found| !found.is_empty())
                .map(Listed::Places),
        }
    }

    /// Comes in the place of the inspector, in a window that is too narrow for both.
    pub const fn bring(&mut self, context: &Context<'_>) {
        self.asked_at = Some(context.selection.reveal);
    }

    /// Lists the claims that `line` chooses.
    pub fn search(&mut self, line: String, context: &Context<'_>) {
        self.asked_at = Some(context.selection.reveal);
        self.tab = Tab::Claims;
        self.claims.search(line);
    }

    /// Whether it stands in the place of the inspector, in a window that is too narrow for both: where no claim is looked
    /// at, or a list was asked for since.
    pub fn is_in_front(&self, context: &Context<'_>) -> bool {
        context.selection.claim.is_none() || self.asked_at == Some(context.selection.reveal)
    }

    /// Draws it at the left.
    pub fn panel_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let colours = &Theme::at(ui).colours;
        let most = (ui.ctx().content_rect().width() * 0.23).clamp(216.0, 460.0);
        let range = Rangef::new(210.0, most);
        widget::keep_wish(ui, "articles", 0, 276.0, range);
        Panel::left("articles")
            .frame(super::ground(
                colours.window,
                egui::Margin::symmetric(10, 10),
            ))
            .default_size(276.0)
            .size_range(range)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                self.tabs_ui(ui, context);
                ui.add_space(metrics().space.tight);
                match self.tab {
                    Tab::Articles => self.articles.list_ui(ui, context, outbox),
                    Tab::Claims => self.claims.list_ui(ui, context, outbox),
                    Tab::Words => self.words.list_ui(ui, context, outbox),
                }
            });
    }

    fn tabs_ui(&mut self, ui: &mut Ui, context: &Context<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = metrics().space.hair;
            let articles = format!("Articles {}", grouped(context.project().articles.len()));
            let claims = format!("Claims {}", grouped(context.digest.facts));
            // In a narrow column, and beside large numbers, the names stand closer.
            let letters = u8::try_from(articles.len() + claims.len()).unwrap_or(u8::MAX);
            let close = ui.available_width() < CLOSE + LETTER * f32::from(letters);
            let space = &metrics().space;
            ui.spacing_mut().button_padding.x = if close { space.tight } else { space.normal };
            for (tab, words, tip) in [
                (Tab::Articles, articles.as_str(), "Articles".to_owned()),
                (
                    Tab::Claims,
                    claims.as_str(),
                    Action::FindClaims.tip(ui.ctx()),
                ),
                (Tab::Words, "Words", Action::FindEverywhere.tip(ui.ctx())),
            ] {
                let tapped = widget::segment_ui(ui, self.tab == tab, words).on_hover_text(tip);
                if tapped.clicked() {
                    self.tab = tab;
                }
            }
        });
    }
}
