//! The bar at the top: menus, the project's name, the four views, undo and redo, the palette.

use egui::containers::menu::MenuButton;
use egui::{
    Align, Button, Frame, Layout, Margin, Panel, RichText, Role, Ui, UiBuilder, WidgetInfo,
};

use super::super::action::{self, ACTIONS, Action, MENUS};
use super::super::context::{Context, Outbox, View};
use super::super::theme::{Theme, metrics};
use super::super::widget;
use super::VIEWS;

/// Draws it.
pub fn top_bar_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    let colours = &Theme::at(ui).colours;
    let frame = Frame::new()
        .fill(colours.surface.0)
        .inner_margin(Margin::symmetric(12, 0));
    Panel::top("top bar")
        .frame(frame)
        .exact_size(metrics().top_bar_height)
        .show(ui, |ui| {
            let whole = ui.max_rect();
            ui.scope_builder(
                UiBuilder::new()
                    .max_rect(whole)
                    .layout(Layout::left_to_right(Align::Center)),
                |ui| {
                    ui.spacing_mut().item_spacing.x = metrics().space.hair;
                    menus_ui(ui, context, outbox);
                    ui.add_space(metrics().space.roomy);
                    let width = (whole.width() * 0.5
                        - views_width(context) * 0.5
                        - (ui.cursor().left() - whole.left())
                        - metrics().space.wide)
                        .max(60.0);
                    title_ui(ui, context, width);
                },
            );
            ui.scope_builder(
                UiBuilder::new()
                    .max_rect(whole)
                    .layout(Layout::right_to_left(Align::Center)),
                |ui| {
                    let palette = Button::new(widget::quiet("Search…")).shortcut_text(
                        RichText::new(Action::Palette.keys(ui.ctx())).small().weak(),
                    );
                    let response = ui.add(palette).on_hover_text(Action::Palette.tip(ui.ctx()));
                    response.widget_info(|| {
                        WidgetInfo::labeled(Role::Button, true, "Search actions and claims")
                    });
                    if response.clicked() {
                        outbox.act(Action::Palette);
                    }
                    history_button(ui, outbox, Action::Redo, context.session.redo_label());
                    history_button(ui, outbox, Action::Undo, context.session.undo_label());
                },
            );
            let mut centre = whole;
            centre.set_width(views_width(context));
            centre.set_center(whole.center());
            ui.scope_builder(
                UiBuilder::new()
                    .max_rect(centre)
                    .layout(Layout::left_to_right(Align::Center)),
                |ui| views_ui(ui, context, outbox),
            );
        });
}

/// The menu bar's contents: every action under its menu.
pub fn menus_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    for (menu, name) in MENUS {
        let button = Button::new(*name).frame_when_inactive(false);
        MenuButton::from_button(button).ui(ui, |ui| {
            ui.set_min_width(230.0);
            for entry in ACTIONS.iter().filter(|entry| entry.menu == *menu) {
                let button = Button::new(action::label_in(entry, context))
                    .shortcut_text(RichText::new(entry.action.keys(ui.ctx())).weak());
                if ui.add(button).on_hover_text(entry.help).clicked() {
                    outbox.act(entry.action);
                    ui.close();
                }
            }
        });
    }
}

fn title_ui(ui: &mut Ui, context: &Context<'_>, width: f32) {
    ui.scope(|ui| {
        ui.set_max_width(width);
        let title = &context.project().title;
        let title = if title.is_empty() { "Untitled" } else { title };
        if context.session.is_dirty() {
            let ink = Theme::at(ui).tones.doubt.ink.0;
            let response = ui
                .label(RichText::new("●").color(ink).small())
                .on_hover_text("Changes that are in no file yet");
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, "Unsaved changes"));
            ui.add_space(metrics().space.tight);
        }
        widget::label_ui(ui, widget::strong(title));
    });
}

fn views_width(context: &Context<'_>) -> f32 {
    if context.digest.open_findings > 0 {
        366.0
    } else {
        332.0
    }
}

fn views_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing.x = metrics().space.tight;
    for entry in VIEWS {
        let label = entry.action.label();
        let open = context.digest.open_findings;
        let words = if entry.view == View::Findings && open > 0 {
            format!("{label} ({open})")
        } else {
            label.to_owned()
        };
        let on = context.selection.view == entry.view;
        let response = widget::segment_ui(ui, on, &words).on_hover_text(entry.action.tip(ui.ctx()));
        if response.clicked() {
            outbox.act(entry.action);
        }
    }
}

fn history_button(ui: &mut Ui, outbox: &mut Outbox, action: Action, what: Option<&str>) {
    let button = Button::new(action.label()).frame_when_inactive(false);
    let response = ui
        .add_enabled(what.is_some(), button)
        .on_hover_text(format!(
            "{}: {}  ({})",
            action.label(),
            what.unwrap_or_default(),
            action.keys(ui.ctx())
        ));
    if response.clicked() {
        outbox.act(action);
    }
}
