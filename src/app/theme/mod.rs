//! The look: tokens read from `assets/theme`, the fonts, the style of egui made of them.
//!
//! No colour and no size of type is written anywhere else.

mod colour;
mod fonts;
mod style;
mod tone;

use std::sync::LazyLock;

use serde::Deserialize;

pub use colour::Colour;
pub use fonts::{READING, READING_STRONG, STRONG, TABULAR};
pub use tone::{
    Shape, Status, Tone, answer_mark, mark_of_key, severity_mark, status_mark, verdict_mark,
};

/// A toned colour: ink for text, lines and shapes; soft for the ground behind it.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toned {
    /// For text, lines and shapes.
    pub ink: Colour,
    /// For the ground behind.
    pub soft: Colour,
}

/// Colours of one theme by their use.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Colours {
    pub window: Colour,
    pub surface: Colour,
    pub raised: Colour,
    pub page: Colour,
    pub line: Colour,
    pub control_line: Colour,
    pub button_line: Colour,
    pub hover: Colour,
    pub pressed: Colour,
    pub text: Colour,
    pub quiet: Colour,
    pub accent: Colour,
    pub on_accent: Colour,
    pub accent_soft: Colour,
    pub text_selection: Colour,
    pub found: Colour,
    pub found_line: Colour,
    pub shadow: Colour,
    pub backdrop: Colour,
}

/// What a mark can say by colour; a shape always says it too.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Tones {
    pub neutral: Toned,
    pub good: Toned,
    pub info: Toned,
    pub scope: Toned,
    pub doubt: Toned,
    pub alarm: Toned,
}

/// The tokens of light or dark.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// By use.
    pub colours: Colours,
    /// By meaning.
    pub tones: Tones,
}

/// Distances, in points.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Space {
    pub hair: f32,
    pub tight: f32,
    pub snug: f32,
    pub normal: f32,
    pub roomy: f32,
    pub wide: f32,
    pub broad: f32,
    pub vast: f32,
}

/// Sizes of type, in points.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TypeScale {
    pub caption: f32,
    pub small: f32,
    pub body: f32,
    pub heading: f32,
    pub title: f32,
    pub display: f32,
    pub reading: f32,
}

/// Line heights, as multiples of the size of type.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Leading {
    pub interface: f32,
    pub reading: f32,
}

/// Radii of corners, in points.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Radius {
    pub control: f32,
    pub card: f32,
    pub window: f32,
}

/// Sizes that light and dark share, in points.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
    /// Distances.
    pub space: Space,
    /// Sizes of type.
    pub type_scale: TypeScale,
    /// Line heights.
    pub leading: Leading,
    /// Corners.
    pub radius: Radius,
    /// Smallest height of a control.
    pub control_height: f32,
    /// Height of the bar at the top.
    pub top_bar_height: f32,
    /// Height of the bar at the bottom.
    pub status_bar_height: f32,
    /// Widest line of running text.
    pub measure: f32,
}

static LIGHT: LazyLock<Theme> =
    LazyLock::new(|| parse(include_str!("../../../assets/theme/light.ron")));
static DARK: LazyLock<Theme> =
    LazyLock::new(|| parse(include_str!("../../../assets/theme/dark.ron")));
static METRICS: LazyLock<Metrics> =
    LazyLock::new(|| parse(include_str!("../../../assets/theme/metrics.ron")));

/// Reads a token file built into the program; a test reads them all.
#[expect(
    clippy::expect_used,
    reason = "the file is part of the program, and a test reads it"
)]
fn parse<T: for<'de> Deserialize<'de>>(source: &str) -> T {
    ron::from_str(source).expect("a theme file of the program")
}

impl Theme {
    /// The tokens of light or dark.
    pub fn of(theme: egui::Theme) -> &'static Self {
        match theme {
            egui::Theme::Light => &LIGHT,
            egui::Theme::Dark => &DARK,
        }
    }

    /// The tokens in force where `ui` draws.
    pub fn at(ui: &egui::Ui) -> &'static Self {
        Self::of(if ui.visuals().dark_mode {
            egui::Theme::Dark
        } else {
            egui::Theme::Light
        })
    }

    /// The colours of a tone.
    pub const fn tone(&self, tone: Tone) -> Toned {
        match tone {
            Tone::Neutral => self.tones.neutral,
            Tone::Good => self.tones.good,
            Tone::Info => self.tones.info,
            Tone::Scope => self.tones.scope,
            Tone::Doubt => self.tones.doubt,
            Tone::Alarm => self.tones.alarm,
        }
    }
}

/// The sizes.
pub fn metrics() -> &'static Metrics {
    &METRICS
}

/// Lets things fade and glide, or not.
pub fn set_motion(style: &mut egui::Style, motion: bool) {
    style::set_motion(style, motion);
}

/// Installs fonts and both styles: the one way, for the program and its tests.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.set_style_of(theme, style::style(theme));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_controls_have_the_contrast_of_wcag_aa() {
        for theme in [egui::Theme::Light, egui::Theme::Dark] {
            let Theme { colours, tones } = *Theme::of(theme);
            let grounds = [
                ("window", colours.window),
                ("surface", colours.surface),
                ("raised", colours.raised),
                ("page", colours.page),
                ("hover", colours.hover),
            ];
            let mut pairs = vec![
                ("on accent", colours.on_accent, "accent", colours.accent),
                ("text", colours.text, "pressed", colours.pressed),
                (
                    "text",
                    colours.text,
                    "text selection",
                    colours.text_selection,
                ),
                ("text", colours.text, "found", colours.found),
                ("text", colours.text, "accent soft", colours.accent_soft),
                ("quiet", colours.quiet, "accent soft", colours.accent_soft),
            ];
            for (name, tone) in [
                ("neutral", tones.neutral),
                ("good", tones.good),
                ("info", tones.info),
                ("scope", tones.scope),
                ("doubt", tones.doubt),
                ("alarm", tones.alarm),
            ] {
                pairs.push((name, tone.ink, "its soft", tone.soft));
                pairs.push(("text", colours.text, name, tone.soft));
                for (ground, colour) in grounds {
                    pairs.push((name, tone.ink, ground, colour));
                }
            }
            for (ground, colour) in grounds {
                pairs.push(("text", colours.text, ground, colour));
                pairs.push(("quiet", colours.quiet, ground, colour));
                pairs.push(("accent", colours.accent, ground, colour));
            }
            for (ink, a, ground, b) in pairs {
                let contrast = a.contrast(b);
                assert!(
                    contrast >= 4.5,
                    "{theme:?}: {ink} on {ground} is {contrast:.2} : 1"
                );
            }
            for (ground, colour) in grounds {
                let contrast = colours.control_line.contrast(colour);
                assert!(
                    contrast >= 3.0,
                    "{theme:?}: border of a control on {ground} is {contrast:.2} : 1"
                );
            }
        }
    }

    #[test]
    fn the_sizes_are_read() {
        let metrics = metrics();
        assert!(metrics.type_scale.caption < metrics.type_scale.display && metrics.measure > 0.0);
    }
}
