//! The families of the window, made of the bundled typefaces.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use crate::export::TYPEFACES;

/// Family of strong words in the interface.
pub const STRONG: &str = "strong";
/// Family of running text in articles.
pub const READING: &str = "reading";
/// Family of headlines and strong words in articles.
pub const READING_STRONG: &str = "reading strong";
/// Family with figures of one width, for columns of numbers.
pub const TABULAR: &str = "tabular";

const SANS: &[&str] = &[
    "Inter-Regular.otf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
];
const SANS_STRONG: &[&str] = &[
    "Inter-SemiBold.otf",
    "NotoSansHebrew-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
];
const SERIF: &[&str] = &[
    "NotoSerif-Regular.ttf",
    "NotoSerifHebrew-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "Inter-Regular.otf",
];
const SERIF_STRONG: &[&str] = &[
    "NotoSerif-Bold.ttf",
    "NotoSerifHebrew-Bold.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "Inter-SemiBold.otf",
];
const FIGURES: &[&str] = &[
    "Inter-Tabular.otf",
    "Inter-Regular.otf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
];
/// What every family falls back on.
const LAST: &[&str] = &["NotoSansCurrency.ttf", "DejaVuSans.ttf"];

/// Every bundled font, and which families they make.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in TYPEFACES {
        fonts
            .font_data
            .insert((*name).to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for (family, names) in [
        (FontFamily::Proportional, SANS),
        (FontFamily::Monospace, FIGURES),
        (FontFamily::Name(STRONG.into()), SANS_STRONG),
        (FontFamily::Name(READING.into()), SERIF),
        (FontFamily::Name(READING_STRONG.into()), SERIF_STRONG),
        (FontFamily::Name(TABULAR.into()), FIGURES),
    ] {
        let names = names.iter().chain(LAST).map(|name| (*name).to_owned());
        fonts.families.insert(family, names.collect());
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_is_made_of_bundled_fonts() {
        let fonts = definitions();
        for (family, names) in &fonts.families {
            for name in names {
                assert!(fonts.font_data.contains_key(name), "{family:?}: {name}");
            }
        }
    }

    #[test]
    fn every_currency_sign_and_script_has_a_glyph() {
        let ctx = egui::Context::default();
        super::super::install(&ctx);
        let probe = "aé£€¥₹₪₽₺₴₩₫₦₱₡₲₵₸₼₾₿฿৳៛ Жщїґ אבגד אַ ابجد ٠١٢ ≈≥≤−½⅓→ ✓∼⊖◷⊗⁇ ⊘■➚=≈↦↯?○◒●✕▲·";
        for family in [
            FontFamily::Proportional,
            FontFamily::Name(READING.into()),
            FontFamily::Name(READING_STRONG.into()),
            FontFamily::Name(STRONG.into()),
            FontFamily::Name(TABULAR.into()),
        ] {
            let font = egui::FontId::new(14.0, family);
            let mut missing = Vec::new();
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                missing = ui.fonts_mut(|fonts| {
                    probe
                        .chars()
                        .filter(|c| !c.is_whitespace() && !fonts.has_glyph(&font, *c))
                        .collect()
                });
            });
            output.textures_delta.clear();
            assert!(missing.is_empty(), "{font:?} has no {missing:?}");
        }
    }
}
