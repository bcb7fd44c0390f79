//! The logo at the head of the page.

use egui::{ColorImage, Image, TextureHandle, TextureOptions, Ui, Vec2, vec2};
use image::{ImageFormat, ImageReader, Limits};

use super::super::super::super::theme::metrics;
use super::super::super::super::widget;
use crate::export::Logo;

/// Largest it is drawn, in points: as on a web page.
const LARGEST: Vec2 = vec2(272.0, 58.0);
/// Pixels to a point that are kept, for sharp screens.
const PIXELS: f32 = 2.0;
/// Pixels of a side that a picture may have to be unpacked here.
const MOST: u32 = 8_192;

/// A logo, unpacked once.
#[derive(Default)]
pub(in super::super) struct LogoMade {
    of: Option<Logo>,
    /// Nothing where it cannot be unpacked.
    picture: Option<TextureHandle>,
}

impl LogoMade {
    /// The same where it is of this logo already.
    pub(in super::super) fn keep(&mut self, ctx: &egui::Context, logo: Option<&Logo>) {
        if self.of.as_ref() == logo {
            return;
        }
        self.of = logo.cloned();
        let unpacked = logo.and_then(unpacked);
        self.picture = unpacked
            .map(|picture| ctx.load_texture("logo of the report", picture, TextureOptions::LINEAR));
    }

    /// Draws it, where the report has one.
    pub(super) fn logo_ui(&self, ui: &mut Ui, newsroom: Option<&str>) {
        if let Some(picture) = &self.picture {
            let image = Image::new(picture)
                .fit_to_exact_size(size(picture.size_vec2()))
                .alt_text(newsroom.unwrap_or("Logo"));
            ui.add(image);
            ui.add_space(metrics().space.normal);
        } else if self.of.is_some() {
            ui.label(widget::small("The logo is printed here."));
        }
    }
}

/// Its size on the page: no larger than its place, and nothing is made larger than it is.
fn size(pixels: Vec2) -> Vec2 {
    let share = LARGEST / pixels.max(Vec2::splat(1.0));
    pixels * share.min_elem().min(1.0)
}

/// Its pixels, no more than are seen.
fn unpacked(logo: &Logo) -> Option<ColorImage> {
    let (ending, bytes) = logo.file();
    let mut reader = ImageReader::new(std::io::Cursor::new(bytes));
    reader.set_format(ImageFormat::from_extension(ending)?);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST);
    limits.max_image_height = Some(MOST);
    reader.limits(limits);
    let mut picture = reader.decode().ok()?;
    let most = LARGEST * PIXELS;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pixels of a picture on the screen"
    )]
    let (width, height) = (most.x as u32, most.y as u32);
    if picture.width() > width || picture.height() > height {
        picture = picture.thumbnail(width, height);
    }
    let pixels = picture.to_rgba8();
    let sides = [pixels.width(), pixels.height()].map(|side| side.try_into().unwrap_or(0));
    Some(ColorImage::from_rgba_unmultiplied(sides, pixels.as_raw()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_keeps_its_proportions_within_its_place() {
        assert_eq!(size(vec2(100.0, 20.0)), vec2(100.0, 20.0), "as it is");
        assert_eq!(size(vec2(116.0, 116.0)), vec2(58.0, 58.0));
        assert_eq!(size(vec2(2720.0, 20.0)), vec2(272.0, 2.0));
    }

    #[test]
    fn a_picture_is_unpacked_and_what_is_broken_is_not() {
        let mut bytes = Vec::new();
        let goat = image::RgbImage::from_pixel(1200, 300, image::Rgb([20, 90, 60]));
        let mut file = std::io::Cursor::new(&mut bytes);
        goat.write_to(&mut file, ImageFormat::Png)
            .expect("a picture");
        let logo = Logo::new(bytes.clone()).expect("a logo");
        assert_eq!(unpacked(&logo).expect("pixels").size, [464, 116]);
        bytes.truncate(60);
        let broken = Logo::new(bytes).expect("a head");
        assert!(unpacked(&broken).is_none());
    }
}
