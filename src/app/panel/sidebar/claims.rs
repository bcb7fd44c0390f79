//! Claims of all articles: searched, chosen by facets with counts, kept as views.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use egui::{
    Align, EventFilter, Id, Key, Layout, Modifiers, Rect, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use super::super::super::context::{Context, Outbox, View};
use super::super::super::query::{FACETS, Facet, Known, Query, SOURCE, named, toggled};
use super::super::super::theme::metrics;
use super::super::super::widget;
use super::super::claim_menu::claim_menu_ui;
use super::pick::Pick;
use super::saved_views::SavedViews;
use crate::claim::{Claim, ClaimId};
use crate::export::words;
use crate::project::Status;

/// Height of a row, in points.
const ROW: f32 = 46.0;

/// What the rows were chosen for.
type ChosenFor = (u64, usize, bool, String);

/// The list.
#[derive(Default)]
pub struct ClaimList {
    line: String,
    wants_find: bool,
    pick: Pick,
    views: SavedViews,
    shown: Vec<ClaimId>,
    /// How many claims each value of each facet would leave.
    counts: Vec<Vec<usize>>,
    /// The sources by name, and how many claims each would leave; most first.
    sources: Vec<(String, usize)>,
    chosen_for: Option<ChosenFor>,
    /// What every claim is searched by, and what it was gathered for.
    known: Vec<Known>,
    gathered_for: Option<(u64, usize, bool)>,
    revealed: u64,
    /// Whether something else is searched than in the last frame.
    asked_anew: bool,
    /// How many of those shown are rejected.
    rejected: usize,
    /// How far the list was scrolled in the last frame, in points.
    offset: f32,
}

impl ClaimList {
    /// Puts the cursor into the search field.
    pub fn find(&mut self) {
        self.wants_find = true;
    }

    /// Searches by `line`.
    pub fn search(&mut self, line: String) {
        self.line = line;
    }

    /// The claims that a search has chosen; nothing where there is no search.
    pub fn chosen(&self) -> Option<&[ClaimId]> {
        (!self.line.trim().is_empty()).then_some(self.shown.as_slice())
    }

    /// Draws field, facets and rows.
    pub fn list_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let id = Id::unique("search of all claims");
        self.pick.arrows(ui, id, self.shown.len());
        let field = ui.add(
            widget::line_edit(&mut self.line)
                .id(id)
                .hint_text("Search all claims")
                .desired_width(f32::INFINITY),
        );
        widget::name_field(ui, &field, "Search all claims");
        widget::ordered_field_ui(ui, &field, &self.line);
        if std::mem::take(&mut self.wants_find) {
            field.request_focus();
        }
        self.choose(context);
        let entered = self.pick.entered(ui, &field);
        if let Some(claim) = entered.and_then(|row| self.shown.get(row)) {
            outbox.look_in(*claim, View::Read);
        }
        self.facets_ui(ui);
        self.views.views_ui(ui, context, &mut self.line, outbox);
        widget::wrapped_ui(ui, widget::small(self.summary(context)));
        if self.shown.is_empty() {
            let words = if self.line.trim().is_empty() {
                "No claims yet. They are found in the articles that you add."
            } else {
                "No claim fits. Take a word or a facet out."
            };
            widget::wrapped_ui(ui, widget::quiet(words));
        }
        let reveal = self.revealed != context.selection.reveal;
        self.revealed = context.selection.reveal;
        let mut area = ScrollArea::vertical()
            .id_salt("claims")
            .auto_shrink([false, false]);
        if std::mem::take(&mut self.asked_anew) {
            area = area.vertical_scroll_offset(0.0);
        }
        let height = ui.available_height();
        let looked_at = context.selection.claim.filter(|_| reveal);
        let looked_at = self.shown.iter().position(|id| Some(*id) == looked_at);
        if let Some(offset) = self
            .pick
            .moved_to()
            .or(looked_at)
            .and_then(|row| self.offset_to(row, height))
        {
            area = area.vertical_scroll_offset(offset);
        }
        // The rows touch, and are counted as they lie.
        ui.spacing_mut().item_spacing.y = 0.0;
        let output = area.show_rows(ui, ROW, self.shown.len(), |ui, rows| {
            // Tab comes to the list once: to the claim that is looked at, or to the first in sight.
            let drawn = self.shown.get(rows.clone()).unwrap_or_default();
            let selected = context.selection.claim.filter(|id| drawn.contains(id));
            let stop = selected.or_else(|| drawn.first().copied());
            for row in rows {
                let claim = self.shown.get(row);
                if let Some(claim) = claim.and_then(|id| context.project().claims.get(id)) {
                    let is_stop = stop == Some(claim.id);
                    let rect = claim_ui(ui, context, claim, is_stop, outbox);
                    self.pick.mark_ui(ui, row, rect);
                }
            }
        });
        self.offset = output.state.unclamped_offset().y;
        self.walk(ui, context, outbox);
    }

    /// Goes on from the row that has the keyboard by the arrow keys.
    fn walk(&self, ui: &Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let focused = ui.memory(egui::Memory::focused);
        let is_focused = |claim: &ClaimId| focused == Some(row_id(*claim));
        let Some(at) = focused.and_then(|_| self.shown.iter().position(is_focused)) else {
            return;
        };
        let next = [
            (Key::ArrowDown, at.checked_add(1)),
            (Key::ArrowUp, at.checked_sub(1)),
        ]
        .into_iter()
        .find_map(|(key, next)| {
            let pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            next.filter(|_| pressed)
        });
        if let Some(claim) = next.and_then(|next| self.shown.get(next)) {
            outbox.look_in(*claim, context.selection.view);
            ui.memory_mut(|memory| memory.request_focus(row_id(*claim)));
        }
    }

    /// How many are listed, and which of them the count of claims leaves out.
    fn summary(&self, context: &Context<'_>) -> String {
        let mut said = words::counted(self.shown.len(), "claim", "claims");
        if self.rejected > 0 {
            said = format!("{said}, {} rejected", words::grouped(self.rejected));
        }
        let hidden = context.digest.articles.values();
        let hidden: usize = hidden.map(|standing| standing.trivial).sum();
        if self.line.trim().is_empty() && hidden > 0 {
            said = format!("{said}; {} trivial hidden", words::grouped(hidden));
        }
        said
    }

    /// How far to scroll for a row to be in sight, unless it is.
    fn offset_to(&self, at: usize, height: f32) -> Option<f32> {
        let top = u16::try_from(at).map_or(f32::MAX, f32::from) * ROW;
        let is_in_sight = top >= self.offset && top + ROW <= self.offset + height;
        (!is_in_sight).then(|| height.mul_add(-0.4, top).max(0.0))
    }

    fn facets_ui(&mut self, ui: &mut Ui) {
        let query = Query::parse(&self.line);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metrics().space.hair, metrics().space.hair);
            ui.spacing_mut().button_padding.x = 4.0;
            for (at, facet) in FACETS.iter().enumerate() {
                let counts = self.counts.get(at).into_iter().flatten();
                let choices = facet.values.iter().zip(counts);
                let choices = choices.map(|((value, label), count)| widget::Choice {
                    value: (*value).to_owned(),
                    label,
                    count: *count,
                    on: query.has(at, value),
                });
                let mut choices: Vec<_> = choices.collect();
                if at == SOURCE {
                    let sources = self.sources.iter();
                    choices.extend(sources.map(|(name, count)| widget::Choice {
                        value: named(name),
                        label: name,
                        count: *count,
                        on: query.has_named(name),
                    }));
                }
                if let Some(value) = widget::facet_ui(ui, facet.label, choices) {
                    self.line = toggled(&self.line, facet, &value);
                }
            }
        });
    }

    /// Chooses the rows and counts the facets, when anything has changed.
    fn choose(&mut self, context: &Context<'_>) {
        let of = (
            context.session.revision(),
            std::sync::Arc::as_ptr(context.crosscheck).addr(),
            context.preferences.trivial,
            self.line.clone(),
        );
        if self.chosen_for.as_ref() == Some(&of) {
            return;
        }
        let before = self.chosen_for.as_ref().map(|before| &before.3);
        self.asked_anew = before.is_some_and(|before| *before != of.3);
        let gathered_for = (of.0, of.1, of.2);
        if self.gathered_for != Some(gathered_for) {
            let claims = context.digest.claims();
            let claims = claims.filter_map(|id| context.project().claims.get(&id));
            self.known = claims.map(|claim| Known::of(context, claim)).collect();
            self.gathered_for = Some(gathered_for);
        }
        let query = Query::parse(&self.line);
        self.shown.clear();
        let none = |facet: &Facet| vec![0; facet.values.len()];
        self.counts = FACETS.iter().map(none).collect();
        let mut sources: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
        for known in &self.known {
            let Some(misses) = query.misses(known) else {
                continue;
            };
            if misses == 0 {
                self.shown.push(known.claim);
            }
            if misses & !(1 << SOURCE) == 0 && !known.source.is_empty() {
                let source = (0, known.source.as_str());
                sources.entry(known.source_key()).or_insert(source).0 += 1;
            }
            let facets = self.counts.iter_mut().zip(FACETS).zip(known.values);
            for (at, ((counts, facet), value)) in facets.enumerate() {
                // How many a value would leave, whatever is chosen of its own facet.
                let place = facet.values.iter().position(|(known, _)| *known == value);
                if misses & !(1 << at) == 0
                    && let Some(count) = place.and_then(|place| counts.get_mut(place))
                {
                    *count += 1;
                }
            }
        }
        let project = context.project();
        let is_rejected = |claim: &&ClaimId| project.status(**claim) == Status::Rejected;
        self.rejected = self.shown.iter().filter(is_rejected).count();
        let mut sources: Vec<(usize, &str)> = sources.into_values().collect();
        sources.sort_by_key(|(count, _)| Reverse(*count));
        self.sources = sources
            .into_iter()
            .map(|(count, name)| (name.to_owned(), count))
            .collect();
        self.chosen_for = Some(of);
    }
}

fn row_id(claim: ClaimId) -> Id {
    Id::unique(("claim in the list", claim))
}

/// A row, to which Tab may come; says where it is.
fn claim_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    claim: &Claim,
    is_stop: bool,
    outbox: &mut Outbox,
) -> Rect {
    let on = context.selection.claim == Some(claim.id);
    let (mark, standing) = (context.mark_of(claim.id), context.standing_of(claim.id));
    let sense = if is_stop {
        Sense::click()
    } else {
        Sense::CLICK
    };
    let size = vec2(ui.available_width(), ROW);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, row_id(claim.id), sense);
    if response.has_focus() {
        // The arrows go from claim to claim, not from control to control.
        let arrows = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    }
    let concept = claim.reading.concept.as_ref();
    let concept = concept.map_or("", |phrase| phrase.text.as_str());
    response.widget_info(|| {
        let words = format!("{} {concept}, {standing}", claim.anchor.quote);
        WidgetInfo::selected(egui::Role::RadioButton, true, on, words)
    });
    widget::row_ground_ui(ui, &response, on);
    let row = UiBuilder::new()
        .max_rect(rect.shrink2(vec2(8.0, 5.0)))
        .layout(Layout::top_down(Align::Min));
    {
        // Beside the flow of the list: the next row follows this one, not the words in it.
        let ui = &mut ui.new_child(row);
        ui.spacing_mut().item_spacing = vec2(metrics().space.tight, 1.0);
        ui.horizontal(|ui| {
            ui.set_max_height(18.0);
            widget::named_shape_ui(ui, mark, standing);
            widget::label_ui(ui, widget::strong(claim.anchor.quote.as_str()));
        });
        let article = context.project().articles.get(&claim.article);
        let from = article.map_or_else(String::new, |article| article.outlet());
        let aside = if concept.is_empty() {
            from
        } else {
            format!("{concept} · {from}")
        };
        widget::label_ui(ui, widget::small(aside));
    }
    let article = context.project().articles.get(&claim.article);
    let response = match article {
        Some(article) => response.on_hover_text(article.name()),
        None => response,
    };
    if response.clicked() {
        outbox.look_in(claim.id, View::Read);
    }
    claim_menu_ui(&response, context, claim.id, outbox);
    rect
}
