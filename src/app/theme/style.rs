//! The style of egui, made of the tokens.

use egui::style::{ScrollStyle, WidgetVisuals, Widgets};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals,
    vec2,
};

use super::{Theme, metrics};

/// Lets things fade and glide, or not.
pub(super) fn set_motion(style: &mut Style, motion: bool) {
    style.animation_time = if motion { ANIMATION } else { 0.0 };
    style.scroll_animation = if motion {
        egui::style::ScrollAnimation::default()
    } else {
        egui::style::ScrollAnimation::none()
    };
}

/// Seconds that things take to fade.
const ANIMATION: f32 = 0.08;

/// The style of light or dark.
pub(super) fn style(theme: egui::Theme) -> Style {
    let metrics = metrics();
    let (space, sizes) = (&metrics.space, &metrics.type_scale);
    let mut style = Style {
        visuals: visuals(theme),
        ..Style::default()
    };
    style.text_styles = [
        (TextStyle::Small, FontId::proportional(sizes.small)),
        (TextStyle::Body, FontId::proportional(sizes.body)),
        (TextStyle::Button, FontId::proportional(sizes.body)),
        (
            TextStyle::Heading,
            FontId::new(sizes.heading, FontFamily::Name(super::STRONG.into())),
        ),
        (TextStyle::Monospace, FontId::monospace(sizes.body)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space.normal, space.snug);
    spacing.button_padding = vec2(space.roomy - 2.0, space.tight);
    spacing.interact_size = vec2(metrics.control_height, metrics.control_height);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::symmetric(5, 5);
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 9.0;
    spacing.icon_spacing = space.snug;
    spacing.indent = space.wide;
    spacing.combo_width = 120.0;
    spacing.tooltip_width = 380.0;
    spacing.scroll = ScrollStyle {
        bar_width: 9.0,
        floating_width: 5.0,
        ..ScrollStyle::floating()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
    style.animation_time = ANIMATION;
    style.url_in_tooltip = true;
    style
}

fn visuals(theme: egui::Theme) -> Visuals {
    let radius = &metrics().radius;
    let colours = &Theme::of(theme).colours;
    let tones = &Theme::of(theme).tones;
    let ink = |colour: super::Colour| Color32::from(colour);
    let corner = CornerRadius::from(radius.control);
    let widget = |fill: Color32, line: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: corner,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    let shadow = |offset: i8, blur: u8| Shadow {
        offset: [0, offset],
        blur,
        spread: 0,
        color: ink(colours.shadow),
    };
    let mut visuals = match theme {
        egui::Theme::Light => Visuals::light(),
        egui::Theme::Dark => Visuals::dark(),
    };
    let text = ink(colours.text);
    visuals.widgets = Widgets {
        noninteractive: widget(ink(colours.surface), ink(colours.line), text),
        // Words make a button known; its edge steps back. Fields draw a stronger one of their own.
        inactive: widget(ink(colours.raised), ink(colours.button_line), text),
        hovered: widget(ink(colours.hover), ink(colours.control_line), text),
        active: widget(ink(colours.pressed), ink(colours.accent), text),
        open: widget(ink(colours.hover), ink(colours.control_line), text),
    };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(ink(colours.quiet));
    visuals.selection.bg_fill = ink(colours.text_selection);
    visuals.selection.stroke = Stroke::new(1.5, ink(colours.accent));
    visuals.hyperlink_color = ink(colours.accent);
    visuals.faint_bg_color = ink(colours.surface);
    visuals.extreme_bg_color = ink(colours.raised);
    visuals.text_edit_bg_color = Some(ink(colours.raised));
    visuals.code_bg_color = ink(colours.hover);
    visuals.warn_fg_color = ink(tones.doubt.ink);
    visuals.error_fg_color = ink(tones.alarm.ink);
    visuals.window_fill = ink(colours.surface);
    visuals.window_stroke = Stroke::new(1.0, ink(colours.line));
    visuals.window_corner_radius = CornerRadius::from(radius.window);
    visuals.window_shadow = shadow(8, 32);
    visuals.menu_corner_radius = CornerRadius::from(radius.card);
    visuals.popup_shadow = shadow(4, 16);
    visuals.panel_fill = ink(colours.window);
    visuals.text_cursor.stroke = Stroke::new(1.5, ink(colours.accent));
    visuals.striped = false;
    visuals.indent_has_left_vline = false;
    visuals.interact_cursor = Some(egui::CursorIcon::PointingHand);
    visuals.disabled_alpha = 0.55;
    visuals
}
