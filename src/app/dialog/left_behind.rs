//! Projects that were in no file when the program last ended: to be looked into, taken up, forgotten one by one or all.

use std::path::PathBuf;

use egui::{ScrollArea, Ui};

use super::super::context::{Context, Outbox, Request};
use super::super::left_behind::LeftBehind;
use super::super::widget;
use super::Sheet;

/// The list, which of them is looked into, and what is about to be forgotten.
pub(super) struct LeftBehindSheet {
    offers: Vec<LeftBehind>,
    /// Whether they are changes of the project that is open.
    put_off: bool,
    shown: Option<PathBuf>,
    forgetting: Option<PathBuf>,
    forgetting_all: bool,
}

/// What was pressed.
enum Pressed {
    TakeUp,
    Forget,
}

impl LeftBehindSheet {
    pub(super) fn new(offers: Vec<LeftBehind>) -> Self {
        Self {
            put_off: offers.iter().all(|offer| offer.put_off),
            offers,
            shown: None,
            forgetting: None,
            forgetting_all: false,
        }
    }

    fn offer_ui(&mut self, ui: &mut Ui, offer: &LeftBehind) -> Option<Pressed> {
        let mut pressed = None;
        widget::card_ui(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(widget::strong(offer.title.as_str()));
            widget::wrapped_ui(ui, widget::small(offer.about.as_str()));
            let is = |path: &Option<PathBuf>| path.as_ref() == Some(&offer.journal);
            ui.horizontal(|ui| {
                let again = if self.put_off {
                    "Make them again"
                } else {
                    "Take it up again"
                };
                if ui.button(again).clicked() {
                    pressed = Some(Pressed::TakeUp);
                }
                let looked_into = is(&self.shown);
                let look = if looked_into {
                    "Close it"
                } else {
                    "Look into it"
                };
                if widget::quiet_button(ui, look).clicked() {
                    self.shown = (!looked_into).then(|| offer.journal.clone());
                }
                let sure = is(&self.forgetting);
                let forget = if sure {
                    "Forget it for good"
                } else {
                    "Forget it…"
                };
                if widget::danger_button(ui, forget).clicked() {
                    if sure {
                        pressed = Some(Pressed::Forget);
                    }
                    self.forgetting = Some(offer.journal.clone());
                }
            });
            if is(&self.shown) {
                changes_ui(ui, &offer.changes);
            }
        });
        pressed
    }
}

fn changes_ui(ui: &mut Ui, changes: &[[String; 3]]) {
    let row = ui.text_style_height(&egui::TextStyle::Body) + 6.0;
    ScrollArea::vertical()
        .max_height(160.0)
        .auto_shrink([false, true])
        .show_rows(ui, row, changes.len(), |ui, rows| {
            widget::follow_focus_ui(ui);
            for [at, by, label] in changes.get(rows).unwrap_or_default() {
                ui.horizontal(|ui| {
                    ui.label(widget::small(at.as_str()));
                    ui.label(widget::small(by.as_str()));
                    widget::label_ui(ui, egui::RichText::new(label.as_str()));
                });
            }
        });
}

impl Sheet for LeftBehindSheet {
    fn title(&self) -> String {
        if self.put_off {
            "Changes that were put off".to_owned()
        } else {
            "Projects that were not saved".to_owned()
        }
    }

    fn width(&self) -> f32 {
        680.0
    }

    fn ui(&mut self, ui: &mut Ui, _context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let mut open = true;
        let mut gone = None;
        let height = (ui.ctx().content_rect().height() - 220.0).max(160.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            widget::follow_focus_ui(ui);
            for (at, offer) in self.offers.clone().iter().enumerate() {
                ui.push_id(&offer.journal, |ui| match self.offer_ui(ui, offer) {
                    Some(Pressed::TakeUp) => {
                        outbox.want(Request::TakeUp(offer.journal.clone()));
                        open = false;
                    }
                    Some(Pressed::Forget) => {
                        outbox.want(Request::LetGo(vec![offer.journal.clone()]));
                        gone = Some(at);
                    }
                    None => {}
                });
                ui.add_space(6.0);
            }
        });
        if let Some(at) = gone {
            self.offers.remove(at);
            open &= !self.offers.is_empty();
        }
        ui.add_space(12.0);
        widget::at_right_ui(ui, "foot", |ui| {
            let words = if self.forgetting_all {
                format!("Forget all {} for good", self.offers.len())
            } else {
                "Forget all…".to_owned()
            };
            if self.offers.len() > 1 && widget::danger_button(ui, &words).clicked() {
                if self.forgetting_all {
                    let all = self.offers.iter().map(|offer| offer.journal.clone());
                    outbox.want(Request::LetGo(all.collect()));
                    open = false;
                }
                self.forgetting_all = true;
            }
            if ui.button("Close").clicked() {
                open = false;
            }
        });
        open
    }
}
