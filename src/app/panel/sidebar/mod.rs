//! The left of Read: articles, or claims of all articles, or places of words in them.

mod articles;
mod claims;
mod saved_views;
mod words;

use egui::{Panel, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::theme::{Theme, metrics};
use super::super::widget;

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
}

impl Sidebar {
    /// Does the actions that are about the lists.
    pub fn perform(&mut self, action: Action, context: &Context<'_>, outbox: &mut Outbox) {
        match action {
            Action::FindClaims => {
                self.tab = Tab::Claims;
                self.claims.find();
            }
            Action::FindEverywhere => {
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

    /// Draws it at the left.
    pub fn panel_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let colours = &Theme::at(ui).colours;
        let most = (ui.ctx().content_rect().width() * 0.23).clamp(216.0, 460.0);
        Panel::left("articles")
            .frame(super::ground(
                colours.window,
                egui::Margin::symmetric(10, 10),
            ))
            .default_size(276.0)
            .size_range(210.0..=most)
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
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metrics().space.hair;
            ui.spacing_mut().button_padding.x = metrics().space.normal;
            let articles = format!("Articles {}", context.project().articles.len());
            let claims = format!("Claims {}", context.digest.facts);
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
