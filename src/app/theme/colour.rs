//! A colour as written in a theme file: "#rrggbb" or "#rrggbbaa".

use egui::Color32;
use serde::{Deserialize, Deserializer, de::Error as _};

/// A colour of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub Color32);

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let hex = String::deserialize(from)?;
        Color32::from_hex(&hex)
            .map(Self)
            .map_err(|error| D::Error::custom(format!("“{hex}” is not a colour: {error:?}")))
    }
}

impl From<Colour> for Color32 {
    fn from(colour: Colour) -> Self {
        colour.0
    }
}

impl Colour {
    /// Contrast ratio by WCAG 2.2, 1 to 21: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance, 0 to 1: <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
    fn luminance(self) -> f32 {
        let linear = |channel: u8| {
            let share = f32::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.0.r()) + 0.7152 * linear(self.0.g()) + 0.0722 * linear(self.0.b())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_21_to_1() {
        let contrast = Colour(Color32::BLACK).contrast(Colour(Color32::WHITE));
        assert!((contrast - 21.0).abs() < 0.01, "{contrast}");
    }
}
