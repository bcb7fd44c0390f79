//! Letters set apart, as in a heading: the gaps between them are no spaces.

use super::glyphs::{Glyph, Length};
use super::line::{part, share};

/// Fewer gaps tell nothing.
const FEWEST: usize = 6;
/// Letters stand no farther apart, in hundredths of their size.
const WIDEST: i64 = 60;

/// By how much the letters of a row, sorted from left to right, are set apart.
pub(super) fn of(row: &[Glyph], size: Length) -> Length {
    let blank = |glyph: &Glyph| glyph.text.trim().is_empty();
    let mut gaps: Vec<Length> = row
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if !blank(a) && !blank(b) => Some(b.left - a.right),
            _ => None,
        })
        .collect();
    gaps.sort_unstable();
    let letters = row
        .iter()
        .filter(|glyph| glyph.text.starts_with(char::is_alphabetic));
    let inked = row.iter().filter(|glyph| !blank(glyph)).count();
    // The narrowest fourth may hold pairs that were moved together.
    let narrow = gaps.get(gaps.len() / 4).copied().unwrap_or(0);
    let apart = gaps.len() >= FEWEST
        && letters.count() * 2 > inked
        && narrow >= part(size, share::SPACE)
        && narrow <= part(size, WIDEST);
    if apart { narrow } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::line::{lines_of, tests::set};

    #[test]
    fn a_heading_set_apart_has_its_words_and_its_figure() {
        let mut glyphs = set("Goats: 1,250 in all", 0, 0);
        for (nth, glyph) in (0..).zip(&mut glyphs) {
            glyph.left += nth * 300;
            glyph.right += nth * 300;
        }
        let lines = lines_of(glyphs);
        let texts: Vec<_> = lines.into_iter().map(|line| line.text).collect();
        assert_eq!(texts, ["Goats: 1,250 in all"]);
    }
}
