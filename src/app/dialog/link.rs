//! Saying that a claim is about the same figure as another one.

use std::collections::BTreeSet;

use egui::{ScrollArea, Ui};

use super::super::context::{Context, Outbox, Request};
use super::super::toast::Toast;
use super::super::widget;
use super::Sheet;
use crate::claim::{Claim, ClaimId, Phrase};
use crate::quantity::HouseRules;

/// Height of a row, in points.
const ROW: f32 = 28.0;

/// The claim and what is looked for.
pub(super) struct LinkSheet {
    claim: ClaimId,
    words: String,
    focused: bool,
    /// The claims that are offered, those most like it first.
    others: Vec<Offered>,
}

/// A claim that is offered.
struct Offered {
    claim: ClaimId,
    /// Its figure and what it is of.
    words: String,
    /// The article it stands in.
    from: String,
    /// Both in small letters, as they are searched.
    sought: String,
}

impl LinkSheet {
    pub(super) fn new(claim: ClaimId, context: &Context<'_>) -> Self {
        Self {
            claim,
            words: String::new(),
            focused: false,
            others: offered(claim, context),
        }
    }
}

/// The claims of other figures: those most like `claim` first, then in the order of the articles.
fn offered(claim: ClaimId, context: &Context<'_>) -> Vec<Offered> {
    let claims = &context.project().claims;
    let Some(own) = claims.get(&claim) else {
        return Vec::new();
    };
    let together = context.figure_of(claim).map(|figure| &figure.claims);
    let others = context.digest.claims();
    let others = others
        .filter(|other| *other != claim)
        .filter(|other| !together.is_some_and(|together| together.contains(other)))
        .filter_map(|other| claims.get(&other));
    let rules = &context.project().house_rules;
    let mut others: Vec<(usize, &Claim)> = others
        .map(|other| (likeness(own, other, rules), other.as_ref()))
        .collect();
    others.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    others
        .into_iter()
        .map(|(_, other)| {
            let (words, from) = line_of(context, other);
            Offered {
                claim: other.id,
                sought: format!("{words}\n{from}").to_lowercase(),
                words,
                from,
            }
        })
        .collect()
}

/// How much speaks for two claims being of one figure: words in common, the same sort and unit, values that meet.
fn likeness(a: &Claim, b: &Claim, rules: &HouseRules) -> usize {
    let (x, y) = (&a.reading, &b.reading);
    let common = |a: &Option<Phrase>, b: &Option<Phrase>| {
        let [a, b] = [a, b].map(|phrase| {
            let text = phrase.as_ref().map_or("", |phrase| phrase.text.as_str());
            text.to_lowercase()
        });
        let words = |text: &'_ str| -> BTreeSet<String> {
            let words = text.split(|c: char| !c.is_alphanumeric());
            words
                .filter(|word| word.chars().count() > 2)
                .map(stem)
                .collect()
        };
        words(&a).intersection(&words(&b)).count()
    };
    let same_sort = x.kind == y.kind && x.sense == y.sense && x.quantity.unit == y.quantity.unit;
    let meet = same_sort && x.quantity.interval(rules).meets(y.quantity.interval(rules));
    6 * common(&x.concept, &y.concept)
        + 3 * common(&x.predicate, &y.predicate)
        + 2 * common(&x.place, &y.place)
        + 2 * usize::from(same_sort)
        + 2 * usize::from(meet)
        + usize::from(a.article != b.article)
}

/// The beginning of a word, which its forms have in common: "crossed" and "crossing".
fn stem(word: &str) -> String {
    const LETTERS: usize = 5;
    word.chars().take(LETTERS).collect()
}

/// "About 40 · boats · sank", and the article it stands in.
fn line_of(context: &Context<'_>, claim: &Claim) -> (String, String) {
    let phrase = |phrase: &Option<Phrase>| phrase.as_ref().map(|phrase| phrase.text.clone());
    let mut parts = vec![claim.anchor.quote.clone()];
    parts.extend(phrase(&claim.reading.concept));
    parts.extend(phrase(&claim.reading.predicate));
    let article = context.project().articles.get(&claim.article);
    let from = article.map(|article| article.outlet()).unwrap_or_default();
    (parts.join(" · "), from)
}

impl Sheet for LinkSheet {
    fn title(&self) -> String {
        "Same figure as…".to_owned()
    }

    fn width(&self) -> f32 {
        680.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        if let Some(claim) = context.project().claims.get(&self.claim) {
            let (words, from) = line_of(context, claim);
            widget::label_ui(ui, widget::quiet(format!("{words} · {from}")));
        }
        let field = ui.add(
            widget::line_edit(&mut self.words)
                .hint_text("Search claims")
                .desired_width(f32::INFINITY),
        );
        widget::name_field(ui, &field, "Search claims");
        if !self.focused {
            field.request_focus();
            self.focused = true;
        }
        let sought = self.words.trim().to_lowercase();
        let fits = |other: &&Offered| other.sought.contains(&sought);
        let candidates: Vec<&Offered> = self.others.iter().filter(fits).collect();
        // Enter in the field takes the first that was found.
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let first = candidates.first().filter(|_| entered && !sought.is_empty());
        let mut chosen = first.map(|other| other.claim);
        if candidates.is_empty() {
            ui.label(widget::quiet("No other claim has these words."));
        }
        // As high as all of them take, whatever is typed: the sheet stays where it is.
        let all = u16::try_from(self.others.len()).map_or(f32::MAX, f32::from);
        let height = (ui.ctx().content_rect().height() - 300.0).min(360.0);
        let height = height.min(all * (ROW + ui.spacing().item_spacing.y));
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, false])
            .show_rows(ui, ROW, candidates.len(), |ui, rows| {
                widget::follow_focus_ui(ui);
                let taken = candidates.first().filter(|_| !sought.is_empty());
                let taken = taken.map(|first| first.claim);
                for other in candidates.get(rows).unwrap_or_default() {
                    let (words, from) = (&other.words, &other.from);
                    let width = ui.available_width();
                    let quote = egui::RichText::new(words.as_str());
                    let aside = widget::small(widget::shortened(from, 30));
                    let words_of = widget::said(ui, quote, width * 0.7);
                    // The one that Enter takes is lit.
                    let on = taken == Some(other.claim);
                    let button = egui::Button::selectable(on, words_of)
                        .truncate()
                        .frame_when_inactive(false)
                        .right_text(widget::said(ui, aside, width))
                        .min_size(egui::vec2(width, 26.0));
                    let button = ui.add(button);
                    button.widget_info(|| {
                        let words = format!("{words} ({from})");
                        egui::WidgetInfo::selected(egui::Role::Button, true, on, words)
                    });
                    if button.on_hover_text(format!("{words}\n{from}")).clicked() {
                        chosen = Some(other.claim);
                    }
                }
            });
        if let Some(b) = chosen {
            let beside = |claim| (claim, context.figure_of(claim));
            match context.project().same_figure(beside(self.claim), beside(b)) {
                Ok(command) => outbox.change(command),
                Err(error) => outbox.want(Request::Say(Toast::refused(error.to_string()))),
            }
        }
        ui.add_space(12.0);
        chosen.is_none() && !ui.button("Cancel").clicked()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::claim::extract;
    use crate::project::{Command, Session, Stamp};
    use crate::text::Text;

    #[test]
    fn a_claim_about_the_same_thing_is_more_like_it_than_one_of_another() {
        let mut session = Session::new("goats");
        for text in [
            "About 400 goats crossed the old bridge on Monday.",
            "The bridge is 400 years old. Some 380 goats were crossing the bridge, and 12 sheep drowned.",
        ] {
            let article = Article {
                text: Text::verbatim(text),
                metadata: crate::article::Metadata::default(),
            };
            let found = extract(&article);
            let stamp = Stamp {
                by: "Ana".to_owned(),
                at: "2024-03-29T09:00:00Z".to_owned(),
            };
            let add = Command::AddArticle { article, found };
            session.apply(add, stamp).expect("an article fits");
        }
        let claims: Vec<_> = session.project().claims.values().collect();
        let rules = &session.project().house_rules;
        let best = claims[1..]
            .iter()
            .max_by_key(|other| likeness(claims[0], other, rules));
        let quote = best.map(|claim| claim.anchor.quote.as_str());
        assert!(
            quote.is_some_and(|quote| quote.contains("380")),
            "{quote:?}"
        );
    }
}
