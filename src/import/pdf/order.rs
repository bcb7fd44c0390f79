//! From the order in which a line is seen to the order in which it is read.
//!
//! A page holds glyphs from left to right, whatever their script. In a line of Hebrew or Arabic words the whole is
//! turned round, and what runs to the right in it, figures above all, is turned back. This is the bidirectional
//! algorithm (UAX #9) the other way about; where two orders look the same on paper, the likelier one is taken.

use super::bracket::{self, mirror};
use super::figure::{self, is_figure, joined};

/// Whether a letter is of a script that is read from right to left.
const fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
        && !is_arabic_digit(letter)
        // The signs inside its numbers.
        && !matches!(letter, '\u{66A}'..='\u{66C}')
}

const fn is_arabic_digit(character: char) -> bool {
    matches!(character, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

/// What a piece does to the order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Right,
    Left,
    Neutral,
}

/// What stands between the cells of a row; no run goes over it.
pub(super) const BORDER: &str = "\u{1F}";

fn run_of(piece: &str) -> Run {
    match piece.chars().next() {
        Some(c) if is_right_to_left(c) => Run::Left,
        Some(c) if c.is_alphanumeric() => Run::Right,
        _ => Run::Neutral,
    }
}

/// Whether most letters of a page run from right to left.
pub(super) fn is_leftward<'a>(pieces: impl Iterator<Item = &'a str>) -> bool {
    let letters = pieces.filter_map(|piece| piece.chars().next());
    let (leftward, rightward): (Vec<char>, Vec<char>) = letters
        .filter(|c| c.is_alphabetic())
        .partition(|c| is_right_to_left(*c));
    leftward.len() > rightward.len()
}

/// A line with so many letters of one direction in a hundred runs that way, whatever its page.
const CLEAR: usize = 80;

/// What a page tells of the order of its lines.
#[derive(Clone, Copy, Default)]
pub(super) struct Setting {
    /// Most letters of the page run from right to left.
    pub(super) leftward: bool,
    /// Whether the line itself runs from right to left, where that is known.
    pub(super) runs_left: Option<bool>,
}

/// Whether all but a few letters of a line run from right to left, and whether more than half of them do.
pub(super) fn share_of_leftward<'a>(pieces: impl Iterator<Item = &'a str>) -> (bool, bool) {
    let letters: Vec<char> = pieces
        .filter_map(|piece| piece.chars().next())
        .filter(|c| c.is_alphabetic())
        .collect();
    let leftward = letters.iter().filter(|c| is_right_to_left(**c)).count();
    let share = leftward * 100;
    (
        leftward > 0 && share >= letters.len() * CLEAR,
        leftward > 0 && share > letters.len() * 50,
    )
}

/// The pieces of a line as they are read, and whether the line runs from right to left.
pub(super) fn logical(seen: Vec<String>, setting: Setting) -> (Vec<String>, bool) {
    if !setting.leftward && seen.iter().any(|piece| piece == BORDER) {
        // The cells of a row follow one another as the page runs.
        let cells: Vec<Vec<String>> = seen
            .split(|piece| piece == BORDER)
            .map(|cell| logical(cell.to_vec(), setting).0)
            .collect();
        return (cells.join(&BORDER.to_owned()), false);
    }
    let count = |run| seen.iter().filter(|piece| run_of(piece) == run).count();
    let letters = seen
        .iter()
        .filter(|piece| piece.chars().next().is_some_and(char::is_alphabetic))
        .count();
    if count(Run::Left) == 0 && setting.runs_left != Some(true) {
        return (seen, false);
    }
    let share = count(Run::Left) * 100;
    let leftward = match setting.runs_left {
        Some(left) => left,
        None => share >= letters * CLEAR || (setting.leftward && share > letters * (100 - CLEAR)),
    };
    let mut pieces = seen;
    if leftward {
        pieces.reverse();
        mirror(&mut pieces);
        bracket::turn_wrong_pairs(&mut pieces);
        turn(&mut pieces, Run::Right, Run::Left, false);
        if bracket::stand_wrong(&pieces) {
            mirror(&mut pieces);
        }
        // In a paragraph that runs to the right its mark at the end is seen on the right, where such a line begins.
        let ends = |piece: Option<&String>| {
            piece.is_some_and(|piece| [".", ",", ";", ":", "!", "?"].contains(&piece.as_str()))
        };
        if ends(pieces.first()) && !ends(pieces.last()) && !ends(pieces.get(1)) {
            pieces.rotate_left(1);
        }
    } else {
        turn(&mut pieces, Run::Left, Run::Right, setting.leftward);
    }
    (pieces, leftward)
}

/// Turns round every run of one kind, with the neutral pieces inside it; `goes_on` where a figure before the first run
/// is likelier its last than its first.
fn turn(pieces: &mut [String], kind: Run, other: Run, goes_on: bool) {
    let arabic = pieces.iter().any(|piece| is_arabic(piece));
    let mut start = 0;
    while start < pieces.len() {
        let first = pieces.iter().skip(start).position(|p| run_of(p) == kind);
        let Some(first) = first.map(|at| at + start) else {
            return;
        };
        let end = pieces
            .iter()
            .enumerate()
            .skip(first)
            // A figure between words to the left is inside their run.
            .take_while(|(_, piece)| {
                piece.as_str() != BORDER
                    && (run_of(piece) != other || (kind == Run::Left && is_figure(piece)))
            })
            .filter(|(_, piece)| run_of(piece) == kind)
            .map(|(at, _)| at + 1)
            .last()
            .unwrap_or(first + 1);
        let (mut first, mut end) = in_brackets(pieces, first, end, kind);
        if kind == Run::Right {
            // A sign of money or per cent belongs to its figure.
            let figure_at = |at: Option<usize>| {
                at.and_then(|at| pieces.get(at))
                    .is_some_and(|piece| is_figure(piece))
            };
            if !arabic && figure_at(end.checked_sub(1)) {
                end += joined(pieces.iter().skip(end));
                end += figure::minus(pieces.get(end..).unwrap_or_default());
            }
            if !arabic && figure_at(Some(first)) {
                first -= joined(pieces.iter().take(first).skip(start).rev());
            }
        } else {
            first = with_last_figure(pieces, start, first..end, goes_on);
        }
        if let Some(run) = pieces.get_mut(first..end) {
            if kind == Run::Right && !run.iter().any(|piece| is_word(piece)) {
                figure::turn_numbers(run, arabic);
            } else {
                run.reverse();
                mirror(run);
                if kind == Run::Right {
                    figure::count_before_its_unit(run);
                }
            }
            if kind == Run::Left {
                turn(run, Run::Right, Run::Left, false);
            }
        }
        if kind == Run::Right {
            figure::part_sign(pieces, first);
        }
        start = end;
    }
}

/// A run with the brackets that belong to it, and without those of which only one does (UAX #9, N0).
fn in_brackets(pieces: &[String], first: usize, end: usize, kind: Run) -> (usize, usize) {
    let is = |at: Option<usize>, signs: [&str; 2]| {
        at.and_then(|at| pieces.get(at))
            .is_some_and(|piece| signs.contains(&piece.as_str()))
    };
    let mut open = Vec::new();
    for at in first..end {
        if is(Some(at), ["(", "["]) {
            open.push(at);
        } else if is(Some(at), [")", "]"]) && open.pop().is_none() {
            // Its partner stands before the run, and before the sign of its first figure.
            let signs = joined(pieces.iter().take(first).rev());
            let before = first.checked_sub(signs + 1);
            let words = pieces.get(at + 1..end).unwrap_or_default();
            let name = words.first().is_some_and(|piece| piece == " ")
                && words.iter().skip(1).all(|piece| !is_figure(piece));
            if is(before, ["(", "["]) && (kind == Run::Left || name) {
                let (_, end) = in_brackets(pieces, at + 1, end, kind);
                return (first - signs - 1, end.max(at + 1));
            }
            return (first, last_of(pieces, first, at, kind));
        }
    }
    match open.first() {
        None => (first, end),
        Some(at) => (first, last_of(pieces, first, *at, kind)),
    }
}

/// Behind the last piece of a kind before a place.
fn last_of(pieces: &[String], first: usize, until: usize, kind: Run) -> usize {
    let run = pieces.get(first..until).unwrap_or_default();
    let last = run.iter().rposition(|piece| run_of(piece) == kind);
    first + last.map_or(1, |at| at + 1)
}

/// Where a run of words to the left begins that ends with a figure: it is seen before them. The same is seen where the
/// figure stands before the run; a unit behind the run, or the start of a line, tells that it does not.
fn with_last_figure(
    pieces: &[String],
    start: usize,
    run: std::ops::Range<usize>,
    goes_on: bool,
) -> usize {
    let before = pieces.get(start..run.start).unwrap_or_default();
    let spaces = before.iter().rev().take_while(|it| *it == " ").count();
    let signs = before.iter().rev().skip(spaces);
    let signs: Vec<&String> = signs.take_while(|piece| figure::is_inside(piece)).collect();
    let from = run.start - spaces - signs.len();
    let arabic = signs.iter().any(|piece| piece.starts_with(is_arabic_digit));
    let after = pieces.get(run.end..).unwrap_or_default();
    let unit = after
        .iter()
        .find(|piece| *piece != " ")
        .is_some_and(|piece| piece.starts_with(char::is_lowercase));
    let words_before = pieces.iter().take(from).any(|piece| is_word(piece));
    let begins = from
        .checked_sub(1)
        .and_then(|at| pieces.get(at))
        .is_none_or(|piece| piece == BORDER);
    let figure = signs.iter().any(|piece| is_figure(piece));
    if figure && (arabic || unit && words_before || goes_on && begins) {
        from
    } else {
        run.start
    }
}

fn is_arabic(piece: &str) -> bool {
    piece.starts_with(|c: char| matches!(c, '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}'))
}

fn is_word(piece: &str) -> bool {
    piece.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(seen: &str) -> String {
        read_on(seen, Setting::default())
    }

    const PAGE: Setting = Setting {
        leftward: true,
        runs_left: None,
    };

    fn read_on(seen: &str, setting: Setting) -> String {
        let seen = seen.chars().map(String::from).collect();
        logical(seen, setting).0.concat()
    }

    #[test]
    fn a_line_to_the_right_stays() {
        assert_eq!(read("Forty (40) goats, 5%"), "Forty (40) goats, 5%");
    }

    #[test]
    fn a_line_to_the_left_is_turned_and_its_figures_are_not() {
        assert_eq!(read(".םיזע (98,417) כ"), "כ (98,417) עזים.");
        assert_eq!(read(".םיזע )98,417( כ"), "כ (98,417) עזים.");
        assert_eq!(read(".(₪ 12 דע) םיזע"), "עזים (עד 12 ₪).");
        assert_eq!(read(".(₪ 12 דע( םיזע"), "עזים (עד 12 ₪).");
        assert_eq!(read("םיזע (12 כ"), "כ 12) עזים");
        assert_eq!(read("םיזע( 12 כ"), "כ 12 (עזים");
        assert_eq!(read("םיזע) 12 כ"), "כ 12 (עזים");
        let seen = ".OFU (2021) יפל )12% כ( םיזע";
        assert_eq!(read_on(seen, PAGE), "עזים (כ 12%) לפי OFU (2021).");
        assert_eq!(read("רשגב ורבע 5.5% קר"), "רק 5.5% עברו בגשר");
        assert_eq!(read("םיזע 16–14 ונרפס"), "ספרנו 14–16 עזים");
        assert_eq!(read("םיזע 14-16 ונרפס"), "ספרנו 14-16 עזים");
        assert_eq!(read("6.5%–5 לש היילע"), "עלייה של 5–6.5%");
        assert_eq!(read("24/3/2026–ב"), "ב–24/3/2026");
        assert_eq!(read_on("םויב BBC News רמא", PAGE), "אמר BBC News ביום");
    }

    #[test]
    fn the_mark_at_the_end_of_a_line_to_the_left_stays_there_whatever_its_paragraph() {
        assert_eq!(read("םיזע 12 ונרפס."), "ספרנו 12 עזים.");
        assert_eq!(read("...םיזע 12 ונרפס"), "ספרנו 12 עזים...");
    }

    #[test]
    fn a_quotation_inside_a_line_to_the_right_is_turned() {
        assert_eq!(
            read("The union said םיזע ןומה and left for home"),
            "The union said המון עזים and left for home"
        );
        assert_eq!(
            read("The union said “םיזע 12 ונרפס” on Monday"),
            "The union said “ספרנו 12 עזים” on Monday"
        );
    }

    #[test]
    fn the_page_tells_how_a_line_of_both_runs() {
        let seen = "רזח 12 רדעה. About 40 goats are left";
        assert_eq!(read(seen), "העדר 12 חזר. About 40 goats are left");
    }

    #[test]
    fn brackets_around_words_to_the_right_belong_to_the_line() {
        let seen = "םיזע 1,310 :(Old Farm) הוחב";
        assert_eq!(read_on(seen, PAGE), "בחוה (Old Farm): 1,310 עזים");
        assert_eq!(read_on("(OFU) 2,000 :ינש", PAGE), "שני: 2,000 (OFU)");
        let seen = "םיזע םיעברא ורבע ,Led by Old Farm (60%)";
        assert_eq!(
            read_on(seen, PAGE),
            "Led by Old Farm (60%), עברו ארבעים עזים"
        );
        let seen = "רמא Old Farm Union (OFU) דוגיאה";
        assert_eq!(read_on(seen, PAGE), "האיגוד Old Farm Union (OFU) אמר");
    }

    #[test]
    fn a_line_that_is_known_to_run_to_the_left_does_whatever_its_words_are() {
        let setting = Setting {
            leftward: true,
            runs_left: Some(true),
        };
        assert_eq!(
            read_on(".(OFU) Goat Union יפל", setting),
            "לפי Goat Union (OFU)."
        );
        assert_eq!(read_on(")Goat Union(", setting), "(Goat Union)");
        assert_eq!(read_on(".(Goat Union", setting), "Goat Union).");
        for seen in [".(₪ 900", ".)₪ 900"] {
            assert_eq!(read_on(seen, setting), "900 ₪).");
        }
        assert_eq!(read_on(".\"₪ 1,200", setting), "1,200 ₪\".");
        assert_eq!(read_on(".(₪500", setting), "₪500).");
    }

    #[test]
    fn a_figure_stands_before_its_unit() {
        let seen = "םויב million litres 1.2 ונרפס";
        assert_eq!(read_on(seen, PAGE), "ספרנו 1.2 million litres ביום");
        assert_eq!(read_on(". -4°C רוק", PAGE), "קור -4°C .");
        assert_eq!(read("יאמב -5%-ב דרי"), "ירד ב-\u{200E}-5% במאי");
        assert_eq!(read("םיזע −1,250-ל דרי"), "ירד ל-\u{200E}−1,250 עזים");
        assert_eq!(read("יאמב +5%-ב הלע"), "עלה ב-\u{200E}+5% במאי");
        assert_eq!(read("המוק +40-ל"), "ל-40+ קומה");
        assert_eq!(read("יאמב 5%- םיזע"), "עזים -5% במאי");
        let seen = "רזח Airbus 320 סוטמ";
        assert_eq!(read_on(seen, PAGE), "מטוס Airbus 320 חזר");
    }

    #[test]
    fn words_to_the_left_in_a_paragraph_that_begins_on_the_left() {
        let setting = Setting {
            leftward: true,
            runs_left: Some(false),
        };
        assert_eq!(
            read_on("רדעה OFU+ 1.2 ונתנ millions (17 םיזע).", setting),
            "העדר OFU+ נתנו 1.2 millions (17 עזים)."
        );
        assert_eq!(read_on("הנש\u{1F}1,250", setting), "שנה\u{1F}1,250");
        assert_eq!(read_on("(םיזע 17) 34 ורזח", setting), "חזרו 34 (17 עזים)");
    }

    #[test]
    fn signs_beside_figures_among_arabic_letters_are_turned_with_the_words() {
        assert_eq!(read("زعام %3.5 اندع"), "عدنا 3.5% ماعز");
        assert_eq!(read("زعام ٤٥٬٠٠٠ اندع"), "عدنا ٤٥٬٠٠٠ ماعز");
    }
}
