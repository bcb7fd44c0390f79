//! The palette: any action, any article, any claim, by name.

use std::collections::BTreeMap;

use egui::{Key, Modifiers, Role, ScrollArea, Ui, WidgetInfo};

use super::super::action::{self, ACTIONS, Action};
use super::super::context::{Context, Outbox, Request, View};
use super::super::keymap::KeyMap;
use super::super::query;
use super::super::widget;
use super::Sheet;
use crate::claim::{ArticleId, ClaimId};
use crate::export::words;

/// How many lines are offered.
const OFFERED: usize = 60;

/// Letters of the name of an outlet that stand beside a claim at most.
const ASIDE: usize = 24;

/// Somewhere to go or something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Goal {
    Act(Action),
    /// All claims by one source.
    Source(String),
    Article(ArticleId),
    Claim(ClaimId),
}

/// Something offered.
struct Line {
    goal: Goal,
    words: String,
    /// The same in small letters, to be searched.
    small: String,
    aside: String,
}

/// What is typed and which line is chosen.
#[derive(Default)]
pub(super) struct PaletteSheet {
    words: String,
    at: usize,
    focused: bool,
    /// All there is to offer, once it has been gathered.
    lines: Option<Vec<Line>>,
    /// Places of the lines that fit the words, best first.
    fitting: Vec<usize>,
}

/// How well `line` fits `words`, both in small letters: each word must stand in it; earlier and at the start of a word
/// is better.
fn rank(line: &str, words: &str) -> Option<usize> {
    let mut rank = 0;
    for word in words.split_whitespace() {
        let at = line.find(word)?;
        let starts = at == 0 || line.get(..at).is_some_and(|before| before.ends_with(' '));
        rank += at + if starts { 0 } else { 100 };
    }
    Some(rank)
}

/// Every action, article, source and claim.
fn lines_of(ctx: &egui::Context, context: &Context<'_>) -> Vec<Line> {
    let line = |goal, words: String, aside: String| Line {
        goal,
        small: words.to_lowercase(),
        words,
        aside,
    };
    let keys = KeyMap::at(ctx);
    let actions = ACTIONS
        .iter()
        .filter(|entry| entry.action != Action::Palette)
        .map(|entry| {
            let words = action::label_in(entry, context);
            line(Goal::Act(entry.action), words, keys.written(entry.action))
        });
    let articles = context.project().articles.iter().map(|(id, article)| {
        let title = article.metadata.title.clone().unwrap_or_default();
        line(Goal::Article(*id), title, "article".to_owned())
    });
    let claims = context.digest.claims().filter_map(|id| {
        let claim = context.project().claims.get(&id)?;
        let concept = claim.reading.concept.as_ref();
        let concept = concept.map_or("", |phrase| phrase.text.as_str());
        let words = format!("{} {concept}", claim.anchor.quote);
        let article = context.project().articles.get(&claim.article)?;
        let published = article.metadata.published.as_ref();
        let day = published.map(|at| format!(", {}", at.date()));
        let from = widget::shortened(&article.outlet(), ASIDE);
        let aside = format!("claim, {from}{}", day.unwrap_or_default());
        Some(line(Goal::Claim(id), words, aside))
    });
    let mut sources: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for id in context.digest.claims() {
        let claim = context.project().claims.get(&id);
        let source = claim.map_or("", |claim| query::source_of(claim));
        if !source.is_empty() {
            let known = sources.entry(query::named(source)).or_insert((source, 0));
            known.1 += 1;
        }
    }
    let sources = sources.into_iter().map(|(key, (source, count))| {
        let aside = words::counted(count, "claim", "claims");
        let goal = Goal::Source(format!("source:{key}"));
        line(goal, source.to_owned(), format!("source, {aside}"))
    });
    let lines = actions.chain(articles).chain(sources);
    lines.chain(claims).collect()
}

/// Places of the lines that fit `words`, best first; only actions while nothing is typed.
fn fitting(lines: &[Line], words: &str) -> Vec<usize> {
    let words = words.to_lowercase();
    let mut ranked: Vec<(usize, usize)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !words.trim().is_empty() || matches!(line.goal, Goal::Act(_)))
        .filter_map(|(at, line)| Some((rank(&line.small, &words)?, at)))
        .collect();
    ranked.sort_unstable();
    ranked.truncate(OFFERED);
    ranked.into_iter().map(|(_, at)| at).collect()
}

fn go(goal: Goal, outbox: &mut Outbox) {
    match goal {
        Goal::Act(action) => outbox.act(action),
        Goal::Article(article) => outbox.want(Request::OpenArticle(article)),
        Goal::Source(line) => outbox.want(Request::SearchClaims(line)),
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
            widget::line_edit(&mut self.words)
                .hint_text("Search actions, articles and claims")
                .desired_width(f32::INFINITY)
                .margin(egui::Margin::symmetric(10, 8)),
        );
        widget::name_field(ui, &field, "Search actions, articles and claims");
        if !self.focused {
            field.request_focus();
            self.focused = true;
        }
        let first = self.lines.is_none();
        let lines = self
            .lines
            .get_or_insert_with(|| lines_of(ui.ctx(), context));
        if field.changed() || first {
            self.at = 0;
            self.fitting = fitting(lines, &self.words);
        }
        let offers: Vec<&Line> = self
            .fitting
            .iter()
            .filter_map(|at| lines.get(*at))
            .collect();
        if down {
            self.at = (self.at + 1).min(offers.len().saturating_sub(1));
        }
        if up {
            self.at = self.at.saturating_sub(1);
        }
        let mut chosen = enter
            .then(|| offers.get(self.at).map(|line| line.goal.clone()))
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
                for (at, line) in offers.iter().enumerate() {
                    let width = ui.available_width();
                    let words = egui::RichText::new(line.words.as_str());
                    let words = widget::said(ui, words, width * 0.6);
                    let aside = widget::small(line.aside.as_str());
                    let aside = widget::said(ui, aside, width * 0.4);
                    let row = egui::Button::selectable(at == self.at, words)
                        .truncate()
                        .min_size(egui::vec2(width, 28.0))
                        .right_text(aside);
                    let row = ui.add(row);
                    row.widget_info(|| {
                        let words = format!("{} {}", line.words, line.aside);
                        WidgetInfo::selected(Role::Button, true, at == self.at, words)
                    });
                    if at == self.at && (up || down) {
                        row.scroll_to_me(None);
                    }
                    if row.clicked() {
                        chosen = Some(line.goal.clone());
                    }
                }
            });
        let open = chosen.is_none();
        if let Some(goal) = chosen {
            go(goal, outbox);
        }
        open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_typed_word_must_stand_in_the_line_and_starts_of_words_win() {
        assert!(rank("next open claim", "claim next").is_some());
        assert!(rank("next open claim", "figure").is_none());
        assert!(rank("redo", "red") < rank("report covered", "red"));
    }
}
