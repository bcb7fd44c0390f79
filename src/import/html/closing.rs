//! What stands below an article and was taken with it: buttons to share it, titles of others.

use super::blocks::Line;
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

/// Leaves out lines between paragraphs that are links to other articles and say so: "Read more: Hens lay 40% more".
pub(super) fn without_pointers(lines: &[Line], taken: &mut [bool]) {
    for (line, taken) in lines.iter().zip(taken) {
        let label = line.text.split(':').next().unwrap_or_default();
        let points = label.len() < line.text.len() && Words::all().is_closer(label.trim());
        let is_link = line.linked * 2 > line.text.len() - label.len();
        *taken &= !(points && is_link);
    }
}

#[cfg(test)]
mod tests {
    use super::super::blocks::lines_of;
    use super::*;
    use scraper::Html;

    #[test]
    fn a_link_to_another_article_goes() {
        let page = Html::parse_document(
            "<p>Read more: <a href=/1>Hens lay 40% more</a></p><p>Related: 12 hens fled.</p><p>Goats: <a href=/2>all 40 of them",
        );
        let lines = lines_of(page.root_element());
        let mut taken = vec![true; lines.len()];
        without_pointers(&lines, &mut taken);
        assert_eq!(taken, [false, true, true]);
    }

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
