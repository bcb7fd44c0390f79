//! The bar above a list: a field that filters, and what can be chosen.

use egui::containers::menu::MenuButton;
use egui::{Button, Frame, Margin, Role, ScrollArea, Ui, WidgetInfo, vec2};

use super::super::theme::{Theme, metrics};
use super::text::{line_edit, name_field, small, strong};
use crate::export::words;

/// The words of a filter.
#[derive(Debug, Default)]
pub struct Filter {
    /// As typed.
    pub words: String,
    wants_focus: bool,
}

impl Filter {
    /// Puts the cursor into the field.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// In small letters, as lists are searched.
    pub fn sought(&self) -> String {
        self.words.trim().to_lowercase()
    }

    /// Draws the field called `name`, and beside it what can be chosen.
    pub fn bar_ui(&mut self, ui: &mut Ui, name: &str, choices: impl FnOnce(&mut Ui)) {
        Frame::new()
            .inner_margin(Margin::symmetric(14, 10))
            .show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = metrics().space.tight;
                    let field = ui.add(
                        line_edit(&mut self.words)
                            .hint_text(name)
                            .desired_width(190.0),
                    );
                    name_field(ui, &field, name);
                    if std::mem::take(&mut self.wants_focus) {
                        field.request_focus();
                    }
                    ui.add_space(metrics().space.normal);
                    choices(ui);
                });
            });
    }
}

/// A value that can be chosen, and how many it would leave.
pub struct Choice<'a, T> {
    /// The value.
    pub value: T,
    /// As shown.
    pub label: &'a str,
    /// How many.
    pub count: usize,
    /// Whether it is chosen.
    pub on: bool,
}

/// So many values are offered at once; the rest one step further.
const AT_ONCE: usize = 12;

/// A menu of values with their counts; returns the one that was pressed. Strong while something in it is chosen.
pub fn facet_ui<T>(ui: &mut Ui, label: &str, choices: Vec<Choice<'_, T>>) -> Option<T> {
    let on = choices.iter().any(|choice| choice.on);
    let shown = if on {
        strong(label).color(Theme::at(ui).colours.accent.0)
    } else {
        egui::RichText::new(label)
    };
    let mut pressed = None;
    let button = Button::new(shown).right_text("▾").gap(3.0);
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_width(210.0);
        let mut choices = choices.into_iter();
        for choice in choices.by_ref().take(AT_ONCE) {
            pressed = pressed.take().or(choice_ui(ui, choice));
        }
        let rest = choices.len();
        if rest > 0 {
            ui.menu_button(format!("More… ({})", words::grouped(rest)), |ui| {
                ui.set_width(250.0);
                ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                    for choice in choices {
                        pressed = pressed.take().or(choice_ui(ui, choice));
                    }
                });
            });
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    pressed
}

fn choice_ui<T>(ui: &mut Ui, choice: Choice<'_, T>) -> Option<T> {
    let row = Button::selectable(choice.on, choice.label)
        .truncate()
        .right_text(small(words::grouped(choice.count)))
        .min_size(vec2(ui.available_width(), 0.0));
    let row = ui.add_enabled(choice.count > 0 || choice.on, row);
    let name = format!("{} ({})", choice.label, choice.count);
    row.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, choice.on, &name));
    row.clicked().then_some(choice.value)
}
