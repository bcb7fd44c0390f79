//! The palette: any action, any article, any claim, by name.

use egui::{Key, Modifiers, ScrollArea, TextEdit, Ui};

use super::super::action::{self, ACTIONS, Action};
use super::super::context::{Context, Outbox, Request, View};
use super::super::widget;
use super::Sheet;
use crate::claim::{ArticleId, ClaimId};

/// How many lines are offered.
const OFFERED: usize = 60;

/// Somewhere to go or something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goal {
    Act(Action),
    Article(ArticleId),
    Claim(ClaimId),
}

/// What is typed and which line is chosen.
#[derive(Default)]
pub(super) struct PaletteSheet {
    words: String,
    at: usize,
    focused: bool,
}

/// How well `line` fits `words`: each word must stand in it; earlier and at the start of a word is better.
fn rank(line: &str, words: &str) -> Option<usize> {
    let line = line.to_lowercase();
    let mut rank = 0;
    for word in words.to_lowercase().split_whitespace() {
        let at = line.find(word)?;
        let starts = at == 0 || line.get(..at).is_some_and(|before| before.ends_with(' '));
        rank += at + if starts { 0 } else { 100 };
    }
    Some(rank)
}

fn offers(context: &Context<'_>, words: &str) -> Vec<(Goal, String, String)> {
    let mut offers = Vec::new();
    let mut offer = |goal, line: String, aside: String| {
        if let Some(rank) = rank(&line, words) {
            offers.push((rank, goal, line, aside));
        }
    };
    for entry in ACTIONS {
        if entry.action != Action::Palette {
            offer(
                Goal::Act(entry.action),
                action::label_in(entry, context),
                entry.action.keys(),
            );
        }
    }
    if !words.trim().is_empty() {
        for (id, article) in &context.project().articles {
            let title = article.metadata.title.clone().unwrap_or_default();
            offer(Goal::Article(*id), title, "article".to_owned());
        }
        for id in context.digest.claims() {
            if let Some(claim) = context.project().claims.get(&id) {
                let concept = claim.reading.concept.as_ref();
                let concept = concept.map_or("", |phrase| phrase.text.as_str());
                let line = format!("{} {concept}", claim.anchor.quote);
                offer(Goal::Claim(id), line, "claim".to_owned());
            }
        }
    }
    offers.sort_by_key(|(rank, ..)| *rank);
    offers.truncate(OFFERED);
    offers
        .into_iter()
        .map(|(_, goal, line, aside)| (goal, line, aside))
        .collect()
}

fn go(goal: Goal, outbox: &mut Outbox) {
    match goal {
        Goal::Act(action) => outbox.act(action),
        Goal::Article(article) => outbox.want(Request::OpenArticle(article)),
        Goal::Claim(claim) => outbox.look_in(claim, View::Read),
    }
}

impl Sheet for PaletteSheet {
    fn title(&self) -> String {
        String::new()
    }

    fn width(&self) -> f32 {
        600.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let (up, down, enter) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        let field = ui.add(
            TextEdit::singleline(&mut self.words)
                .hint_text("Search actions, articles and claims")
                .desired_width(f32::INFINITY)
                .margin(egui::Margin::symmetric(10, 8)),
        );
        widget::name_field(ui, &field, "Search actions, articles and claims");
        if !self.focused {
            field.request_focus();
            self.focused = true;
        }
        if field.changed() {
            self.at = 0;
        }
        let offers = offers(context, &self.words);
        if down {
            self.at = (self.at + 1).min(offers.len().saturating_sub(1));
        }
        if up {
            self.at = self.at.saturating_sub(1);
        }
        let mut chosen = enter
            .then(|| offers.get(self.at).map(|(goal, ..)| *goal))
            .flatten();
        ui.add_space(6.0);
        let height = (ui.ctx().content_rect().height() - 220.0).min(420.0);
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                if offers.is_empty() {
                    ui.label(widget::quiet("Nothing by that name."));
                }
                for (at, (goal, line, aside)) in offers.iter().enumerate() {
                    let row = egui::Button::selectable(at == self.at, line.as_str())
                        .truncate()
                        .min_size(egui::vec2(ui.available_width(), 28.0))
                        .right_text(widget::small(aside.as_str()));
                    let row = ui.add(row);
                    if at == self.at && (up || down) {
                        row.scroll_to_me(None);
                    }
                    if row.clicked() {
                        chosen = Some(*goal);
                    }
                }
            });
        if let Some(goal) = chosen {
            go(goal, outbox);
        }
        chosen.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_typed_word_must_stand_in_the_line_and_starts_of_words_win() {
        assert!(rank("Next open claim", "claim next").is_some());
        assert!(rank("Next open claim", "figure").is_none());
        assert!(rank("Redo", "red") < rank("Report covered", "red"));
    }
}
