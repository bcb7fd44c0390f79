//! What two copies decided differently, after a merge.

use egui::{ScrollArea, Ui};

use super::super::context::{Context, Outbox, View};
use super::super::widget;
use super::Sheet;
use crate::claim::ClaimId;
use crate::export::words;
use crate::project::{About, Command, Conflict, Parted};

/// The list.
pub(super) struct MergedSheet {
    conflicts: Vec<Conflict>,
    /// The two copies, where their side can be taken.
    parted: Option<Box<Parted>>,
    /// The change that takes their side of each, where there is one; made anew when one was taken.
    offers: Option<Vec<Option<Command>>>,
    taken: Vec<Conflict>,
}

impl MergedSheet {
    pub(super) const fn new(conflicts: Vec<Conflict>, parted: Option<Box<Parted>>) -> Self {
        Self {
            conflicts,
            parted,
            offers: None,
            taken: Vec::new(),
        }
    }

    fn offer(&mut self, context: &Context<'_>) {
        let (Some(parted), None) = (&self.parted, &self.offers) else {
            return;
        };
        let offers = self.conflicts.iter().map(|conflict| {
            if self.taken.contains(conflict) {
                return None;
            }
            parted.theirs_taken(context.project(), conflict, &self.taken)
        });
        self.offers = Some(offers.collect());
    }
}

impl Sheet for MergedSheet {
    fn title(&self) -> String {
        "To decide after the merge".to_owned()
    }

    fn width(&self) -> f32 {
        680.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        self.offer(context);
        let offers = self.offers.clone().unwrap_or_default();
        let differ = words::counted(self.conflicts.len(), "thing", "things");
        widget::wrapped_ui(
            ui,
            format!(
                "{differ} had been changed in both copies. They stay as they were here; what the other copy says waits under “Lost claims and notices” until it is decided."
            ),
        );
        ui.add_space(8.0);
        let mut open = true;
        let mut took = None;
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            widget::follow_focus_ui(ui);
            for (at, conflict) in self.conflicts.iter().enumerate() {
                ui.push_id(at, |ui| {
                    widget::card_ui(ui, |ui| {
                        ui.set_width(ui.available_width());
                        widget::wrapped_ui(ui, conflict.to_string());
                        if self.taken.contains(conflict) {
                            ui.label(widget::strong("Theirs is taken."));
                        }
                        let claim = match conflict.about {
                            About::Claim(claim) => Some(claim),
                            About::Project | About::Article(_) => None,
                        };
                        let there = |id: &ClaimId| context.project().claims.contains_key(id);
                        ui.horizontal(|ui| {
                            if let Some(Some(command)) = offers.get(at)
                                && ui.button("Take theirs").clicked()
                            {
                                outbox.change(command.clone());
                                took = Some(conflict.clone());
                            }
                            if let Some(claim) = claim.filter(there)
                                && widget::quiet_button(ui, "Look at it").clicked()
                            {
                                outbox.look_in(claim, View::Read);
                                open = false;
                            }
                        });
                    });
                });
            }
        });
        if let Some(conflict) = took {
            self.taken.push(conflict);
            // For the project as it will be.
            self.offers = None;
        }
        ui.add_space(12.0);
        open && !widget::answer_button(ui, "Close").clicked()
    }
}
