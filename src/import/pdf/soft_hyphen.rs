//! Hyphens that stand only where a line ends, and are printed in mid-line all the same.

use super::glyphs::Glyph;
use super::line::part;

/// Glyphs without the spaces that take no room: as such a browser prints a hyphen that only stands where a line ends.
pub(super) fn without(mut glyphs: Vec<Glyph>) -> Vec<Glyph> {
    /// Hundredths of the size of type.
    const NO_ROOM: i64 = 2;
    let roomless: Vec<bool> = glyphs
        .iter()
        .zip(glyphs.iter().skip(1))
        .map(|(space, next)| {
            space.text == " "
                && next.text != " "
                && space.baseline == next.baseline
                && space.direction == next.direction
                && (next.left - space.left).abs() <= part(space.size, NO_ROOM)
        })
        .collect();
    let mut at = 0;
    glyphs.retain(|_| {
        at += 1;
        !roomless.get(at - 1).copied().unwrap_or_default()
    });
    glyphs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::pdf::glyphs::Length;

    fn glyphs(printed: &[(&str, Length, Length)]) -> Vec<Glyph> {
        let glyph = |(text, left, right): &(&str, Length, Length)| Glyph {
            text: (*text).to_owned(),
            left: *left,
            right: *right,
            size: 1000,
            ..Glyph::default()
        };
        printed.iter().map(glyph).collect()
    }

    #[test]
    fn a_space_without_room_is_none() {
        let printed = [
            ("i", 0, 300),
            (" ", 300, 550),
            ("c", 301, 800),
            (" ", 800, 1050),
            ("l", 1050, 1300),
        ];
        let kept = without(glyphs(&printed));
        let text: String = kept.iter().map(|glyph| glyph.text.as_str()).collect();
        assert_eq!(text, "ic l");
    }
}
