//! What stands below an article and was taken with it: buttons to share it, titles of others.

use crate::import::words::Words;

/// Lines below an article that are none of it are rarely more, nor longer, in characters.
const MOST: usize = 12;
const LONGEST: usize = 80;

/// A text without the lines at its end that begin with "Share this:" or the like and are all short and no sentences.
pub(super) fn without_closing(text: &str) -> &str {
    let mut end = text.len();
    let (mut at, mut lines) = (text.len(), 0);
    for line in text.split_inclusive('\n').rev() {
        at -= line.len();
        let words = line.trim();
        let is_sentence = words.ends_with(['.', '!', '?']) && !Words::all().is_closer(words);
        lines += usize::from(!words.is_empty());
        if is_sentence || words.chars().count() > LONGEST || lines > MOST {
            break;
        }
        if Words::all().is_closer(words) {
            end = at;
        }
    }
    let kept = text.get(..end).unwrap_or(text).trim_end();
    if kept.is_empty() { text } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_below_an_article_goes_and_its_own_lines_stay() {
        let of = |below: &str| {
            without_closing(&format!("Forty goats fled.\n\n{below}"))
                .replace("Forty goats fled.", "")
        };
        assert_eq!(
            of("Share this:\n\nX\nClick to share 41\n\nLike this:\n\nLoading…"),
            ""
        );
        assert_eq!(of("Related\nHens lay 40% more"), "");
        assert_eq!(
            of("Related\nHens lay 40% more.").trim(),
            "Related\nHens lay 40% more."
        );
        assert_eq!(of("Hens: 40\nSheep: 12").trim(), "Hens: 40\nSheep: 12");
    }
}
