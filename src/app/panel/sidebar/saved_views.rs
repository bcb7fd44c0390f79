//! Searches that are kept with the project under a name.

use egui::containers::menu::MenuButton;
use egui::{Button, Key, Ui, vec2};

use super::super::super::context::{Context, Outbox};
use super::super::super::theme::metrics;
use super::super::super::widget;
use crate::project::{Command, SavedView};

/// Width of the menu of views, in points.
const MENU: f32 = 260.0;

/// The name of a view that is about to be kept.
#[derive(Default)]
pub struct SavedViews {
    naming: Option<(String, bool)>,
}

impl SavedViews {
    /// Draws the menu of views, and the field for a new one; `line` is the search.
    pub fn views_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        line: &mut String,
        outbox: &mut Outbox,
    ) {
        let views = &context.project().views;
        // A field that is drawn while its button is being pressed loses the keyboard to that very press.
        let naming = self.naming.is_some();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = metrics().space.tight;
            if !views.is_empty() {
                let label = format!("Views ({})", views.len());
                MenuButton::from_button(Button::new(label).right_text("▾")).ui(ui, |ui| {
                    ui.set_width(MENU);
                    for view in views {
                        view_ui(ui, view, line, outbox);
                    }
                });
            }
            let some = !line.trim().is_empty();
            if some
                && self.naming.is_none()
                && widget::quiet_button(ui, "Keep as a view…").clicked()
            {
                self.naming = Some((String::new(), false));
            }
            if some && widget::quiet_button(ui, "Clear").clicked() {
                line.clear();
            }
        });
        if naming {
            self.name_ui(ui, line, outbox);
        } else if self.naming.is_some() {
            ui.ctx().request_repaint();
        }
    }

    fn name_ui(&mut self, ui: &mut Ui, line: &str, outbox: &mut Outbox) {
        let Some((name, focused)) = &mut self.naming else {
            return;
        };
        let mut done = false;
        let field = ui.add(
            widget::line_edit(name)
                .hint_text("Name of the view")
                .desired_width(f32::INFINITY),
        );
        widget::name_field(ui, &field, "Name of the view");
        if !*focused {
            field.request_focus();
            *focused = true;
        }
        ui.horizontal(|ui| {
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let ready = !name.trim().is_empty();
            let keep = ui.add_enabled(ready, Button::new("Keep")).clicked();
            if ready && (keep || entered) {
                outbox.change(Command::SaveView {
                    view: SavedView {
                        name: name.trim().to_owned(),
                        query: line.trim().to_owned(),
                    },
                });
                done = true;
            }
            done |= ui.button("Cancel").clicked();
        });
        if done {
            self.naming = None;
        }
    }
}

fn view_ui(ui: &mut Ui, view: &SavedView, line: &mut String, outbox: &mut Outbox) {
    ui.horizontal(|ui| {
        let width = ui.available_width() - 64.0;
        let on = view.query == line.trim();
        let button = Button::selectable(on, view.name.as_str())
            .truncate()
            .right_text("")
            .min_size(vec2(width, 0.0));
        if ui.add(button).on_hover_text(view.query.as_str()).clicked() {
            line.clone_from(&view.query);
            ui.close();
        }
        if widget::quiet_button(ui, "Forget").clicked() {
            outbox.change(Command::RemoveView {
                name: view.name.clone(),
            });
            ui.close();
        }
    });
}
