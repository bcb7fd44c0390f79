//! The sheet of all keys, where they are changed too.

use egui::{Button, Grid, ScrollArea, Ui};

use super::super::action::{ACTIONS, Action, Entry, MENUS, label_in};
use super::super::context::{Context, Outbox, Request};
use super::super::keymap::{KeyMap, Refusal, assign};
use super::super::keys::Chord;
use super::super::preferences::Preferences;
use super::super::widget;
use super::Sheet;

/// Room for two columns of actions, in points.
const BOTH: f32 = 760.0;

/// Room for the keys of an action, in points.
const KEYS: f32 = 128.0;

/// The action that is about to get another key.
#[derive(Default)]
pub(super) struct KeysSheet {
    choosing: Option<Action>,
    /// What was pressed for it and cannot be had.
    refused: Option<(Chord, Refusal)>,
}

impl KeysSheet {
    /// Takes the key that is pressed for the action that waits for one.
    fn choose(&mut self, ui: &Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let Some(action) = self.choosing else {
            return;
        };
        let mut pressed = None;
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let chord = Chord::of(event);
                pressed = pressed.or(chord);
                chord.is_none()
            });
        });
        let Some(chord) = pressed else {
            return;
        };
        if chord.key == egui::Key::Escape {
            (self.choosing, self.refused) = (None, None);
            return;
        }
        match KeyMap::at(ui.ctx()).allows(chord, action) {
            Ok(()) => self.give(action, chord, context, outbox),
            // Pressed again, it is meant.
            Err(Refusal::Taken(_)) if self.refused.is_some_and(|(before, _)| before == chord) => {
                self.give(action, chord, context, outbox);
            }
            Err(refusal) => self.refused = Some((chord, refusal)),
        }
    }

    fn give(&mut self, action: Action, chord: Chord, context: &Context<'_>, outbox: &mut Outbox) {
        let mut preferences = context.preferences.clone();
        assign(&mut preferences.keys, action, chord);
        outbox.want(Request::Prefer(Box::new(preferences)));
        (self.choosing, self.refused) = (None, None);
    }

    fn choosing_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let Some(action) = self.choosing else {
            return;
        };
        widget::tint_card_ui(ui, super::super::theme::Tone::Info, |ui| {
            ui.set_width(ui.available_width());
            let label = label_in(action.entry(), context);
            ui.horizontal_wrapped(|ui| match self.refused {
                None => {
                    ui.label(format!(
                        "Press the key for “{label}”. Esc leaves it as it is."
                    ));
                }
                Some((chord, Refusal::Reserved)) => {
                    let key = chord.written();
                    ui.label(format!(
                        "{key} moves about in every window and cannot be given away. Press another."
                    ));
                }
                Some((chord, Refusal::Taken(other))) => {
                    let (key, other) = (chord.written(), label_in(other.entry(), context));
                    ui.label(format!(
                        "{key} is taken by “{other}”. Press it again to take it over, or press another."
                    ));
                    if ui.button("Take it over").clicked() {
                        self.give(action, chord, context, outbox);
                    }
                }
            });
        });
    }

    fn entry_ui(&mut self, ui: &mut Ui, context: &Context<'_>, entry: &Entry, keys: &KeyMap) {
        let label = label_in(entry, context);
        ui.horizontal(|ui| {
            // As wide in both columns.
            ui.set_min_width(KEYS);
            ui.set_max_width(KEYS);
            ui.spacing_mut().item_spacing.x = 3.0;
            let chords = keys.of_action(entry.action);
            for chord in chords {
                widget::keycap_ui(ui, &chord.written());
            }
            if chords.is_empty() {
                ui.label(widget::small("no key"));
            }
        });
        let on = self.choosing == Some(entry.action);
        let button = Button::selectable(on, label.as_str()).truncate();
        let response = ui
            .add(button)
            .on_hover_text(format!("{}. Press to give it another key.", entry.help));
        if response.clicked() {
            (self.choosing, self.refused) = (Some(entry.action), None);
            response.surrender_focus();
        }
        ui.end_row();
    }
}

impl Sheet for KeysSheet {
    fn title(&self) -> String {
        "All keys".to_owned()
    }

    fn width(&self) -> f32 {
        880.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        self.choose(ui, context, outbox);
        let keys = KeyMap::at(ui.ctx());
        let top = ui.cursor().top();
        self.choosing_ui(ui, context, outbox);
        let asked = ui.cursor().top() - top;
        let height = ui.ctx().content_rect().height() - 190.0 - asked;
        let area = ScrollArea::vertical().max_height(height);
        area.min_scrolled_height(height).show(ui, |ui| {
            widget::follow_focus_ui(ui);
            widget::scroll_by_keys_ui(ui, height);
            // Beside one another where the names of all actions are seen whole.
            let beside = ui.available_width() >= BOTH;
            ui.columns(if beside { 2 } else { 1 }, |columns| {
                for (at, (menu, name)) in MENUS.iter().enumerate() {
                    let column = usize::from(beside && matches!(at, 2 | 4));
                    let Some(ui) = columns.get_mut(column) else {
                        continue;
                    };
                    widget::section_ui(ui, name, |ui| {
                        Grid::new(name)
                            .num_columns(2)
                            .spacing([12.0, 2.0])
                            .show(ui, |ui| {
                                for entry in ACTIONS.iter().filter(|entry| entry.menu == *menu) {
                                    self.entry_ui(ui, context, entry, &keys);
                                }
                            });
                    });
                }
            });
        });
        ui.add_space(12.0);
        let mut open = true;
        ui.horizontal(|ui| {
            open = !ui.button("Close").clicked();
            let changed = !context.preferences.keys.is_empty();
            let usual = ui.add_enabled(changed, Button::new("Usual keys"));
            if usual
                .on_hover_text("Give every action the key it had at first")
                .clicked()
            {
                outbox.want(Request::Prefer(Box::new(Preferences {
                    keys: super::super::keymap::ChangedKeys::new(),
                    ..context.preferences.clone()
                })));
            }
            ui.label(widget::small("Press an action to give it another key."));
        });
        open
    }
}
