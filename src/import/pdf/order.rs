//! From the order in which a line is seen to the order in which it is read.
//!
//! A page holds glyphs from left to right, whatever their script. In a line of Hebrew or Arabic words the whole is
//! turned round, and what runs to the right in it, figures above all, is turned back.

/// Whether a letter is of a script that is read from right to left.
const fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
        && !is_arabic_digit(letter)
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

/// The pieces of a line as they are read, and whether the line runs from right to left; `page` tells it of a line with
/// words of both.
pub(super) fn logical(seen: Vec<String>, page: bool) -> (Vec<String>, bool) {
    let count = |run| seen.iter().filter(|piece| run_of(piece) == run).count();
    let letters = seen
        .iter()
        .filter(|piece| piece.chars().next().is_some_and(char::is_alphabetic))
        .count();
    if count(Run::Left) == 0 {
        return (seen, false);
    }
    let share = count(Run::Left) * 100;
    let leftward = share >= letters * CLEAR || (page && share > letters * (100 - CLEAR));
    let mut pieces = seen;
    if leftward {
        pieces.reverse();
        mirror(&mut pieces);
        turn(&mut pieces, Run::Right, Run::Left);
        // Some programs say what a bracket means, others how it looks; where it stands tells.
        if stand_wrong(&pieces) {
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
        turn(&mut pieces, Run::Left, Run::Right);
    }
    (pieces, leftward)
}

/// Whether most brackets of a line are the wrong ones: one opens behind a space or before a word, one closes behind a
/// word.
fn stand_wrong(pieces: &[String]) -> bool {
    let open = |piece: &str| ["(", "["].contains(&piece);
    let close = |piece: &str| [")", "]"].contains(&piece);
    let edge = |piece: Option<&String>| piece.is_none_or(|piece| piece.trim().is_empty());
    let (mut right, mut wrong) = (0, 0);
    for (at, piece) in pieces.iter().enumerate() {
        let before = edge(at.checked_sub(1).and_then(|at| pieces.get(at)));
        let behind = edge(pieces.get(at + 1));
        if (!open(piece) && !close(piece)) || before == behind {
            continue;
        }
        if open(piece) == before {
            right += 1;
        } else {
            wrong += 1;
        }
    }
    wrong > right
}

/// Turns round every run of one kind, with the neutral pieces inside it.
fn turn(pieces: &mut [String], kind: Run, other: Run) {
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
                run_of(piece) != other || (kind == Run::Left && is_figure(piece))
            })
            .filter(|(_, piece)| run_of(piece) == kind)
            .map(|(at, _)| at + 1)
            .last()
            .unwrap_or(first + 1);
        // A sign of money or per cent belongs to its figure.
        let end = if kind == Run::Right {
            end + joined(pieces.iter().skip(end))
        } else {
            end
        };
        let back = if kind == Run::Right {
            joined(pieces.iter().take(first).skip(start).rev())
        } else {
            0
        };
        if let Some(run) = pieces.get_mut(first - back..end) {
            if kind == Run::Right && !run.iter().any(|piece| is_word(piece)) {
                turn_numbers(run);
            } else {
                run.reverse();
                mirror(run);
            }
            if kind == Run::Left {
                turn(run, Run::Right, Run::Left);
            }
        }
        start = end;
    }
}

fn is_word(piece: &str) -> bool {
    piece.starts_with(char::is_alphabetic)
}

/// Turns each number of a run of numbers alone. Numbers follow one another to the left as words do: "14–16" is seen as
/// "16–14". Only the signs inside a number hold it together (UAX #9, W4 and W5).
fn turn_numbers(run: &mut [String]) {
    let inside = |piece: &str| ["+", "-", "−", ",", ".", "/", ":"].contains(&piece);
    let mut start = 0;
    while start < run.len() {
        let rest = || run.iter().enumerate().skip(start);
        let belongs = |at: usize, piece: &String| {
            let beside = |at: Option<usize>| at.and_then(|at| run.get(at));
            is_figure(piece)
                || is_of_figure(piece)
                || inside(piece)
                    && [at.checked_sub(1), Some(at + 1)]
                        .into_iter()
                        .all(|at| beside(at).is_some_and(|piece| is_figure(piece)))
        };
        let end = rest()
            .find(|(at, piece)| !belongs(*at, piece))
            .map_or(run.len(), |(at, _)| at);
        if let Some(number) = run.get_mut(start..end) {
            number.reverse();
        }
        start = end.max(start) + 1;
    }
}

fn is_figure(piece: &str) -> bool {
    piece.starts_with(char::is_numeric)
}

/// How many pieces from here belong to a figure beside them.
fn joined<'a>(pieces: impl Iterator<Item = &'a String>) -> usize {
    pieces
        .take_while(|piece| is_of_figure(piece) || ["+", "−"].contains(&piece.as_str()))
        .count()
}

/// A sign that stands with a number.
fn is_of_figure(piece: &str) -> bool {
    ["%", "$", "€", "£", "₪", "‰", "°"].contains(&piece)
}

/// Brackets face the other way in a run that was turned.
fn mirror(pieces: &mut [String]) {
    for piece in pieces {
        let other = match piece.as_str() {
            "(" => ")",
            ")" => "(",
            "[" => "]",
            "]" => "[",
            "{" => "}",
            "}" => "{",
            "<" => ">",
            ">" => "<",
            "«" => "»",
            "»" => "«",
            _ => continue,
        };
        other.clone_into(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(seen: &str) -> String {
        read_on(seen, false)
    }

    fn read_on(seen: &str, page: bool) -> String {
        let seen = seen.chars().map(String::from).collect();
        logical(seen, page).0.concat()
    }

    #[test]
    fn a_line_to_the_right_stays() {
        assert_eq!(read("Forty (40) goats, 5%"), "Forty (40) goats, 5%");
    }

    #[test]
    fn a_line_to_the_left_is_turned_and_its_figures_are_not() {
        assert_eq!(read(".םיזע (98,417) כ"), "כ (98,417) עזים.");
        assert_eq!(read(".םיזע )98,417( כ"), "כ (98,417) עזים.");
        assert_eq!(read("םיזע (12 כ"), "כ 12) עזים");
        assert_eq!(read("םיזע( 12 כ"), "כ 12 (עזים");
        assert_eq!(read("םיזע) 12 כ"), "כ 12 (עזים");
        assert_eq!(read("רשגב ורבע 5.5% קר"), "רק 5.5% עברו בגשר");
        assert_eq!(read("םיזע 16–14 ונרפס"), "ספרנו 14–16 עזים");
        assert_eq!(read("םיזע 14-16 ונרפס"), "ספרנו 14-16 עזים");
        assert_eq!(read("6.5%–5 לש היילע"), "עלייה של 5–6.5%");
        assert_eq!(read("24/3/2026–ב"), "ב–24/3/2026");
        assert_eq!(read_on("םויב BBC News רמא", true), "אמר BBC News ביום");
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
}
