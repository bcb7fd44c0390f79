//! The bar at the top: menus, the project's name, the four views, undo and redo, the palette.

use egui::containers::menu::MenuButton;
use egui::{
    Align, Button, FontFamily, FontId, Frame, Layout, Margin, Panel, Rect, RichText, Role,
    ScrollArea, Ui, UiBuilder, WidgetInfo,
};

use super::super::action::{self, ACTIONS, Action, MENUS, Menu};
use super::super::context::{Context, Outbox, View};
use super::super::theme::{STRONG, Theme, metrics};
use super::super::widget::{self, Icon};
use super::claim_menu::item_ui;
use super::{VIEWS, ViewEntry};
use crate::export::words::grouped;

/// Narrower than this, in points, all menus stand in one.
const NARROW: f32 = 1_120.0;

/// Room for the name of the project, at the least, in points.
const LEAST_TITLE: f32 = 40.0;

/// Room of a menu for the bar by which it is scrolled, in points.
const SCROLL_BAR: f32 = 12.0;

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
            let narrow = whole.width() < NARROW;
            let left = part_ui(ui, whole, Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = metrics().space.hair;
                if narrow {
                    one_menu_ui(ui, context, outbox);
                } else {
                    menus_ui(ui, context, outbox);
                }
            });
            let right = part_ui(ui, whole, Layout::right_to_left(Align::Center), |ui| {
                tools_ui(ui, context, outbox);
            });
            let gap = metrics().space.wide;
            let all = views_width(ui, context);
            let room = right.left() - left.right() - 2.0 * gap;
            // Where they do not all fit they stand behind the one that is open.
            let (views, folded) = if all <= room {
                (all, false)
            } else {
                (room, true)
            };
            // In the middle of the window, or as far to the left as the tools push them.
            let start = (whole.center().x - views * 0.5).min(right.left() - gap - views);
            let middle = Rect::from_x_y_ranges(start..=start + views, whole.y_range());
            part_ui(ui, middle, Layout::left_to_right(Align::Center), |ui| {
                if folded {
                    one_view_ui(ui, context, outbox);
                } else {
                    views_ui(ui, context, outbox);
                }
            });
            let title = Rect::from_x_y_ranges(left.right() + gap..=start - gap, whole.y_range());
            if title.width() > LEAST_TITLE {
                part_ui(ui, title, Layout::left_to_right(Align::Center), |ui| {
                    title_ui(ui, context);
                });
            } else {
                // The name can be looked up; whether all is saved must be seen.
                let dot = Rect::from_x_y_ranges(
                    left.right() + metrics().space.tight..=left.right() + gap,
                    whole.y_range(),
                );
                part_ui(ui, dot, Layout::left_to_right(Align::Center), |ui| {
                    unsaved_ui(ui, context);
                });
            }
        });
}

/// Draws a part of the bar and says where it stands.
fn part_ui(ui: &mut Ui, room: Rect, layout: Layout, draw: impl FnOnce(&mut Ui)) -> Rect {
    let part = UiBuilder::new().max_rect(room).layout(layout);
    ui.scope_builder(part, |ui| {
        draw(ui);
        ui.min_rect()
    })
    .inner
}

/// Undo, redo, the palette; drawn from the right.
fn tools_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing.x = metrics().space.tight;
    let palette = Button::new(widget::quiet("Search…"))
        .shortcut_text(RichText::new(Action::Palette.keys(ui.ctx())).small().weak());
    let response = ui.add(palette).on_hover_text(Action::Palette.tip(ui.ctx()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Search actions and claims"));
    if response.clicked() {
        outbox.act(Action::Palette);
    }
    ui.add_space(metrics().space.tight);
    let (redo, undo) = (context.session.redo_label(), context.session.undo_label());
    history_button(ui, outbox, Icon::Redo, Action::Redo, redo);
    history_button(ui, outbox, Icon::Undo, Action::Undo, undo);
}

/// The menus side by side.
fn menus_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    for (menu, name) in MENUS {
        let button = Button::new(*name).frame_when_inactive(false);
        MenuButton::from_button(button).ui(ui, |ui| menu_ui(ui, context, *menu, outbox));
    }
}

/// All menus behind one button, where there is no room for them.
fn one_menu_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    let button = Button::new("Menu").right_text("▾").gap(4.0);
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_min_width(140.0);
        for (menu, name) in MENUS {
            ui.menu_button(*name, |ui| menu_ui(ui, context, *menu, outbox));
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Menu"));
}

/// Every action of a menu, with its key.
fn menu_ui(ui: &mut Ui, context: &Context<'_>, menu: Menu, outbox: &mut Outbox) {
    ui.set_width(300.0);
    ui.spacing_mut().interact_size.y = 23.0;
    ui.spacing_mut().button_padding.y = 1.0;
    ui.spacing_mut().item_spacing.y = 0.0;
    // The keys stand beside the bar, not under it.
    ui.spacing_mut().scroll.floating_allocated_width = SCROLL_BAR;
    let most = ui.ctx().content_rect().height() - metrics().top_bar_height - 24.0;
    ScrollArea::vertical()
        .max_height(most)
        .min_scrolled_height(most)
        .show(ui, |ui| {
            widget::follow_focus_ui(ui);
            for entry in ACTIONS.iter().filter(|entry| entry.menu == menu) {
                item_ui(ui, context, entry.action, outbox);
                if action::ends_group(entry.action) {
                    widget::separator_ui(ui);
                }
            }
        });
}

fn title_ui(ui: &mut Ui, context: &Context<'_>) {
    ui.scope(|ui| {
        let title = &context.project().title;
        let title = if title.is_empty() { "Untitled" } else { title };
        if unsaved_ui(ui, context) {
            ui.add_space(metrics().space.tight);
        }
        let file = context.session.path().map_or_else(
            || "In no file yet".to_owned(),
            |path| path.display().to_string(),
        );
        widget::label_ui(ui, widget::strong(title)).on_hover_text(file);
    });
}

/// Draws the sign of changes that are in no file, where there are any, and tells whether there are.
fn unsaved_ui(ui: &mut Ui, context: &Context<'_>) -> bool {
    let is_dirty = context.session.is_dirty();
    if is_dirty {
        let ink = Theme::at(ui).tones.doubt.ink.0;
        let response = ui
            .label(RichText::new("●").color(ink).small())
            .on_hover_text("Changes that are in no file yet");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, "Unsaved changes"));
    }
    is_dirty
}

/// The name of a view as it stands in the bar.
fn view_words(entry: ViewEntry, context: &Context<'_>) -> String {
    let (label, open) = (entry.action.label(), context.digest.open_findings);
    if entry.view == View::Findings && open > 0 {
        format!("{label} ({})", grouped(open))
    } else {
        label.to_owned()
    }
}

/// Room for the names of all views, the strong one among them.
fn views_width(ui: &Ui, context: &Context<'_>) -> f32 {
    let font = FontId::new(metrics().type_scale.body, FontFamily::Name(STRONG.into()));
    let padding = ui.spacing().button_padding.x * 2.0 + metrics().space.tight;
    let width = |entry: &ViewEntry| {
        let words = view_words(*entry, context);
        let galley = ui
            .painter()
            .layout_no_wrap(words, font.clone(), egui::Color32::PLACEHOLDER);
        galley.size().x + padding
    };
    VIEWS.iter().map(width).sum()
}

fn views_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing.x = metrics().space.tight;
    for entry in VIEWS {
        let on = context.selection.view == entry.view;
        let mut tip = entry.action.tip(ui.ctx());
        if entry.view == View::Findings && context.digest.open_findings > 0 {
            tip.push_str("\nThe number counts what cannot stay as it is; what is worth knowing is listed too.");
        }
        let response = widget::segment_ui(ui, on, &view_words(*entry, context)).on_hover_text(tip);
        if response.clicked() {
            outbox.act(entry.action);
        }
    }
}

/// The view that is open, with the others behind it.
fn one_view_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    let open = VIEWS
        .iter()
        .find(|entry| entry.view == context.selection.view);
    let name = open.map_or_else(String::new, |entry| view_words(*entry, context));
    let button = Button::new(name.clone())
        .right_text("▾")
        .gap(4.0)
        .truncate();
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_min_width(140.0);
        for entry in VIEWS {
            let on = context.selection.view == entry.view;
            let item = ui.selectable_label(on, view_words(*entry, context));
            if item.clicked() {
                outbox.act(entry.action);
            }
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("View: {name}")));
}

fn history_button(
    ui: &mut Ui,
    outbox: &mut Outbox,
    icon: Icon,
    action: Action,
    what: Option<&str>,
) {
    let (label, keys) = (action.label(), action.keys(ui.ctx()));
    let tip = match what {
        Some(what) => format!("{label}: {what}  ({keys})"),
        None => format!("Nothing to {}", label.to_lowercase()),
    };
    let response = widget::icon_button(ui, icon, label, what.is_some()).on_hover_text(tip);
    if response.clicked() {
        outbox.act(action);
    }
}
