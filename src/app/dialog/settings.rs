//! How the person likes the window.

use egui::{Slider, Ui};

use super::super::context::{Context, Outbox, Request};
use super::super::preferences::{Light, Preferences};
use super::super::widget;
use super::{Sheet, foot_ui};

/// The preferences as they are being changed.
pub(super) struct SettingsSheet {
    preferences: Preferences,
}

impl SettingsSheet {
    pub(super) fn new(context: &Context<'_>) -> Self {
        Self {
            preferences: context.preferences.clone(),
        }
    }
}

impl Sheet for SettingsSheet {
    fn title(&self) -> String {
        "Settings".to_owned()
    }

    fn ui(&mut self, ui: &mut Ui, _context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let preferences = &mut self.preferences;
        widget::form_row_ui(ui, "Your name", |ui| {
            let field = ui.add(
                widget::line_edit(&mut preferences.name)
                    .hint_text("Name or initials, written under every change")
                    .desired_width(f32::INFINITY),
            );
            widget::name_field(ui, &field, "Your name");
        });
        widget::form_row_ui(ui, "Theme", |ui| {
            ui.horizontal(|ui| {
                for (light, words) in [
                    (Light::System, "As the system"),
                    (Light::Light, "Light"),
                    (Light::Dark, "Dark"),
                ] {
                    if widget::segment_ui(ui, preferences.light == light, words).clicked() {
                        preferences.light = light;
                    }
                }
            });
        });
        widget::form_row_ui(ui, "Size", |ui| {
            let slider = Slider::new(&mut preferences.zoom, 0.7..=2.0).step_by(0.05);
            let response = widget::slider_ui(ui, slider.suffix(" ×"));
            widget::name_control(ui, &response, "Size of everything");
        });
        widget::form_row_ui(ui, "Reading", |ui| {
            let slider = Slider::new(&mut preferences.reading_size, 13.0..=26.0).step_by(0.5);
            let response = widget::slider_ui(ui, slider.suffix(" pt"));
            widget::name_control(ui, &response, "Size of type in articles");
        });
        widget::form_row_ui(ui, "Decisions", |ui| {
            widget::checkbox_ui(
                ui,
                &mut preferences.advance,
                "Go on to the next open claim after a decision",
            );
            widget::checkbox_ui(
                ui,
                &mut preferences.trivial,
                "Show trivial claims, hardly worth checking",
            );
        });
        widget::form_row_ui(ui, "Originals", |ui| {
            widget::checkbox_ui(
                ui,
                &mut preferences.keep_originals,
                "Keep the file of each new article beside the project",
            );
        });
        widget::form_row_ui(ui, "Movement", |ui| {
            let mut still = !preferences.motion;
            widget::checkbox_ui(ui, &mut still, "No fading and no gliding");
            preferences.motion = !still;
        });
        widget::form_row_ui(ui, "Sample", |ui| {
            widget::checkbox_ui(ui, &mut preferences.guide, "Show the first steps");
        });
        widget::form_row_ui(ui, "Keys", |ui| {
            if ui.button("Change keys…").clicked() {
                outbox.want(Request::Ask(super::Ask::Keys));
            }
        });
        match foot_ui(ui, "Apply", true) {
            Some(true) => {
                outbox.want(Request::Prefer(Box::new(self.preferences.clone())));
                false
            }
            Some(false) => false,
            None => true,
        }
    }
}
