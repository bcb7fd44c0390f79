//! The list of a batch: which articles are taken, and which one is looked at.

use egui::{
    Align, EventFilter, Key, Layout, Modifiers, Response, ScrollArea, TextWrapMode, Ui, vec2,
};

use super::super::super::arrival::Arrival;
use super::super::super::theme::metrics;
use super::super::super::widget;
use crate::export::words;

/// From so many articles on there is a field that filters them.
const MANY: usize = 9;
/// How far the ring about a row stands out of it, in points.
const RING: f32 = 3.0;
/// Width of the days.
const DAY: f32 = 78.0;

/// The list; arrows go through it, Space ticks.
pub(super) struct List {
    words: String,
    /// Whether the keyboard is on a row.
    on_row: bool,
    /// Whether the keyboard, or only the eye, follows to the row that was gone to.
    follows: Option<Follows>,
    /// Whether the keyboard is on its way to that row: a second arrow may be pressed before it is there.
    on_its_way: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    Keyboard,
    Eye,
}

impl List {
    /// The list with the keyboard on the first row.
    pub(super) const fn new() -> Self {
        Self {
            words: String::new(),
            on_row: false,
            follows: Some(Follows::Keyboard),
            on_its_way: true,
        }
    }

    /// How high the list is with a row for each article, in points.
    pub(super) fn wished_height(ui: &Ui, arrivals: usize) -> f32 {
        let above = if arrivals < MANY { 1 } else { 2 };
        let rows = u16::try_from(arrivals + above).unwrap_or(u16::MAX);
        f32::from(rows) * step(ui)
    }

    /// Draws the articles in a list of `height`; `at` is the place of the one that is looked at.
    pub(super) fn list_ui(
        &mut self,
        ui: &mut Ui,
        arrivals: &mut [Arrival],
        at: &mut usize,
        height: f32,
    ) {
        let top = ui.cursor().top();
        let shown = self.shown(arrivals);
        head_ui(ui, arrivals, &shown);
        let in_field = arrivals.len() >= MANY && self.field_ui(ui);
        self.keys_ui(ui, arrivals, &shown, at, in_field);
        let row = metrics().control_height;
        let left = height - (ui.cursor().top() - top);
        let mut area = ScrollArea::vertical()
            .id_salt("arrivals")
            .max_height(left)
            .auto_shrink([false, true]);
        if self.follows.is_some()
            && let Some(place) = shown.iter().position(|place| place == at)
        {
            // In the middle, where there are rows enough above and below.
            let above = u16::try_from(place).map_or(f32::MAX, f32::from) * step(ui);
            area = area.vertical_scroll_offset((above - left * 0.5).max(0.0));
        }
        self.on_row = false;
        area.show_rows(ui, row, shown.len(), |ui, rows| {
            widget::follow_focus_ui(ui);
            // The ring about the first row stands out of the list.
            ui.set_clip_rect(ui.clip_rect().expand(RING));
            for place in shown.get(rows).unwrap_or_default() {
                if let Some(arrival) = arrivals.get_mut(*place) {
                    self.row_ui(ui, arrival, *place, at);
                }
            }
        });
        if shown.is_empty() {
            ui.label(widget::quiet("No article fits the filter."));
        }
        self.follows = None;
        self.on_its_way &= shown.contains(at);
    }

    /// The places of the articles that fit the filter.
    fn shown(&self, arrivals: &[Arrival]) -> Vec<usize> {
        let sought = self.words.trim().to_lowercase();
        let says = |words: String| words.to_lowercase().contains(&sought);
        let fits = |arrival: &Arrival| {
            let article = &arrival.imported.article;
            sought.is_empty() || says(article.name()) || says(article.outlet())
        };
        let all = arrivals.iter().enumerate();
        all.filter(|(_, arrival)| fits(arrival))
            .map(|(place, _)| place)
            .collect()
    }

    /// The field that filters; says whether it is typed in.
    fn field_ui(&mut self, ui: &mut Ui) -> bool {
        let name = "Filter the articles";
        let field = widget::line_edit(&mut self.words).hint_text(name);
        let field = ui.add(field.desired_width(f32::INFINITY));
        widget::name_field(ui, &field, name);
        field.has_focus()
    }

    /// Arrows go to the article above or below, Space ticks it.
    fn keys_ui(
        &mut self,
        ui: &Ui,
        arrivals: &mut [Arrival],
        shown: &[usize],
        at: &mut usize,
        in_field: bool,
    ) {
        let idle = ui.memory(|memory| memory.focused().is_none());
        if !(in_field || idle || self.on_row || self.on_its_way) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let last = shown.len().saturating_sub(1);
        let here = shown.iter().position(|place| place == at);
        let next = here.map_or(0, |here| (here + down).saturating_sub(up).min(last));
        let next = shown.get(next).filter(|_| down + up > 0);
        if let Some(next) = next {
            *at = *next;
            let with = if in_field {
                Follows::Eye
            } else {
                Follows::Keyboard
            };
            self.on_its_way = with == Follows::Keyboard;
            self.follows = Some(with);
        }
        let ticks = !in_field && pressed(Key::Space) % 2 == 1;
        if let Some(arrival) = arrivals.get_mut(*at).filter(|_| ticks) {
            arrival.take = !arrival.take;
        }
    }

    /// A row; the one that the keyboard comes to is looked at.
    fn row_ui(&mut self, ui: &mut Ui, arrival: &mut Arrival, place: usize, at: &mut usize) {
        let name = name_ui(ui, arrival, *at == place);
        if self.on_its_way {
            if *at == place {
                self.on_its_way = self.follows.is_some() || !name.has_focus();
                name.request_focus();
            }
        } else if name.clicked() || name.gained_focus() {
            *at = place;
        }
        if name.has_focus() {
            self.on_row = true;
            let arrows = EventFilter {
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(name.id, arrows));
        }
    }
}

/// How many articles are shown, and taking all of these or none.
fn head_ui(ui: &mut Ui, arrivals: &mut [Arrival], shown: &[usize]) {
    ui.horizontal(|ui| {
        let all = words::counted(arrivals.len(), "article", "articles");
        let all = match shown.len() {
            some if some < arrivals.len() => format!("{} of {all}", words::grouped(some)),
            _ => all,
        };
        ui.label(widget::strong(all));
        for (name, take) in [("Take all", true), ("Take none", false)] {
            if widget::quiet_button(ui, name).clicked() {
                for place in shown {
                    if let Some(arrival) = arrivals.get_mut(*place) {
                        arrival.take = take;
                    }
                }
            }
        }
    });
}

/// From one row to the next, in points.
fn step(ui: &Ui) -> f32 {
    metrics().control_height + ui.spacing().item_spacing.y
}

/// Whether an article is taken, its name, its day; what was done to the name.
fn name_ui(ui: &mut Ui, arrival: &mut Arrival, on: bool) -> Response {
    let row = vec2(ui.available_width(), metrics().control_height);
    let from_left = Layout::left_to_right(Align::Center);
    let shown = ui.allocate_ui_with_layout(row, from_left, |ui| {
        let metadata = &arrival.imported.article.metadata;
        let published = metadata.published.as_ref().map(|at| at.date().to_string());
        let name = arrival.imported.article.name();
        let tick = widget::checkbox_ui(ui, &mut arrival.take, "");
        widget::name_control(ui, &tick, &format!("Take “{name}”"));
        let from_right = Layout::right_to_left(Align::Center);
        let rest = ui.with_layout(from_right, |ui| {
            ui.allocate_ui_with_layout(vec2(DAY, row.y), from_left, |ui| {
                ui.set_min_width(DAY);
                if let Some(day) = published {
                    ui.label(widget::small(day));
                }
            });
            ui.with_layout(from_left, |ui| {
                ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
                widget::segment_ui(ui, on, &name)
            })
        });
        rest.inner.inner
    });
    shown.inner
}
