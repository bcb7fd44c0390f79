//! The headline of a document: what its first page prints in the largest type, though a menu may stand above it.

use std::collections::BTreeMap;

use super::glyphs::{Direction, Length};
use super::line::Line;

/// A headline is larger than the text by this, in hundredths.
const LARGER: Length = 120;
/// It stands among the first so many bytes of the text.
const NEAR: usize = 600;
/// Fewer letters are a mark of the house.
const FEWEST_LETTERS: usize = 6;

/// The first line in the largest type of a page, where the text is in smaller type.
pub(super) fn of(page: &[Line]) -> Option<String> {
    let upright = || {
        page.iter()
            .filter(|line| line.direction == Direction::Right)
    };
    let letters = |line: &Line| line.text.chars().filter(|c| c.is_alphabetic()).count();
    let mut sizes: BTreeMap<Length, usize> = BTreeMap::new();
    for line in upright() {
        *sizes.entry(line.size).or_default() += letters(line);
    }
    let (body, _) = sizes.into_iter().max_by_key(|(_, letters)| *letters)?;
    let named = || upright().filter(|line| letters(line) > 1);
    let largest = named().map(|line| line.size).max()?;
    let first = named().find(|line| line.size == largest)?;
    let is_one = largest * 100 >= body * LARGER && letters(first) >= FEWEST_LETTERS;
    is_one.then(|| first.text.clone())
}

/// The text with its headline first.
pub(super) fn first(text: &str, headline: Option<&str>) -> String {
    let found = headline.and_then(|headline| text.find(headline));
    let Some((above, rest)) = found
        .filter(|at| *at <= NEAR)
        .and_then(|at| text.split_at_checked(at))
    else {
        return text.to_owned();
    };
    let (line, below) = rest.split_once('\n').unwrap_or((rest, ""));
    [line, "\n\n", above.trim(), "\n", below].concat()
}

#[cfg(test)]
mod tests {
    use super::super::line::{lines_of, tests::set};
    use super::*;

    #[test]
    fn the_largest_type_is_the_headline() {
        let mut headline = set("Goats at large", 0, 3000);
        for glyph in &mut headline {
            glyph.size = 2000;
        }
        let menu = set("Farms Weather", 0, 0);
        let body = set("Forty goats fled the old farm.", 0, 6000);
        let lines = lines_of([menu, headline, body].concat());
        assert_eq!(of(&lines).as_deref(), Some("Goats at large"));
        assert_eq!(
            first(
                "Farms Weather\n\nGoats at large\n\nForty fled.",
                Some("Goats at large")
            ),
            "Goats at large\n\nFarms Weather\n\nForty fled."
        );
        assert_eq!(of(&lines_of(set("Forty goats fled.", 0, 0))), None);
    }
}
