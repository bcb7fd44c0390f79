//! From lines to paragraphs and pages. A page begins with a form feed, as in plain text since the line printer.

use super::glyphs::Length;
use super::hyphen::{flow, words_of};
use super::line::{BETWEEN_CELLS, Line};
use crate::article::PAGE_BREAK;
use crate::import::timed::{CLOCKS, is_clock, with_times_in_line};

/// How a line follows the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// In the same paragraph.
    Flows,
    /// On a line of its own.
    Line,
    /// In a new paragraph.
    Paragraph,
}

/// The text of all pages.
pub(super) fn text_of(pages: &[Vec<Line>]) -> String {
    let spelled = words_of(pages);
    let clocks = pages.iter().flatten().filter(|it| is_clock(&it.text));
    let is_ticker = clocks.take(CLOCKS).count() == CLOCKS;
    let mut text = String::new();
    for (number, page) in pages.iter().enumerate() {
        let mut last: Option<(usize, &Line)> = None;
        for (place, line) in page.iter().enumerate() {
            match last {
                // A time on a line of its own begins an item.
                Some(_) if is_ticker && is_clock(&line.text) => text.extend(["\n\n", &line.text]),
                Some((before, above)) => match joint(page, before, above, line) {
                    Joint::Flows => flow(&mut text, &line.text, &spelled, ' '),
                    Joint::Line => text.extend(["\n", &line.text]),
                    Joint::Paragraph
                        if is_next_column(above, line) && continues(&text, &line.text) =>
                    {
                        flow(&mut text, &line.text, &spelled, ' ');
                    }
                    Joint::Paragraph => text.extend(["\n\n", &line.text]),
                },
                None if number == 0 => text.push_str(&line.text),
                None if continues(&text, &line.text) => {
                    flow(&mut text, &line.text, &spelled, PAGE_BREAK);
                }
                None => text.extend(["\n\n\u{C}", &line.text]),
            }
            last = Some((place, line));
        }
        if page.is_empty() && number > 0 {
            // A page of pictures is a page.
            text.push_str("\n\n\u{C}");
        }
    }
    with_times_in_line(text)
}

/// Whether a line begins a column beside the one that ends above.
fn is_next_column(above: &Line, line: &Line) -> bool {
    let size = line.size.max(above.size);
    line.baseline <= above.baseline
        && line.direction == above.direction
        && (line.size - above.size).abs() * 100 <= size * 12
}

/// Whether a sentence goes on over the edge of a page or of a column.
pub(super) fn continues(text: &str, next: &str) -> bool {
    /// A line that ends without a mark and is no shorter is no heading.
    const PROSE: usize = 60;
    let text = text.trim_end();
    let open = text.ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == '-');
    let caseless = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    let item = || {
        let rest = next.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.starts_with([')', '.']) && !rest.starts_with(|c: char| c.is_ascii_digit())
    };
    let goes_on = next.starts_with(char::is_lowercase)
        || (next.starts_with(caseless)
            || next.starts_with(|c: char| c.is_ascii_digit()) && !item())
            && text
                .lines()
                .next_back()
                .is_some_and(|last| last.chars().count() >= PROSE);
    open && goes_on
}

/// Sizes of type left over to the edge of its column behind a sentence that ends its line.
const COLUMN_LEFT: Length = 6;

/// No column of prose is narrower, in sizes of its type.
const NARROWEST_PROSE: Length = 12;

const fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

fn joint(page: &[Line], before: usize, above: &Line, line: &Line) -> Joint {
    let pitch = line.top - above.baseline;
    let size = line.size.max(above.size);
    let same_type = (line.size - above.size).abs() * 100 <= size * 12;
    if line.direction != above.direction || pitch <= 0 || !same_type {
        return Joint::Paragraph;
    }
    let spread = |a: &Line, b: &Line| {
        let pitch = b.top - a.baseline;
        let alike = (a.size - b.size).abs() * 100 <= size * 12 && a.direction == b.direction;
        (pitch > 0 && alike).then_some(pitch)
    };
    // What is printed between two lines of this type at the least.
    let usual = page
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if (a.size - size).abs() * 100 <= size * 12 => spread(a, b),
            _ => None,
        })
        .min()
        .unwrap_or(pitch)
        .max(size);
    let close = |a: &Line, b: &Line| spread(a, b).is_some_and(|pitch| pitch * 100 <= usual * 130);
    if !close(above, line) {
        return Joint::Paragraph;
    }
    // The block is the lines that stand close to one another here. It reaches as far as the longest of them; a word
    // that would have fitted was put on a new line on purpose.
    let (head, tail) = page.split_at((before + 1).min(page.len()));
    let up = head
        .windows(2)
        .rev()
        .take_while(|pair| matches!(pair, [a, b] if close(a, b)));
    let down = tail
        .windows(2)
        .take_while(|pair| matches!(pair, [a, b] if close(a, b)));
    let first_of_block = head.len().saturating_sub(1 + up.count());
    let last_of_block = before + 1 + down.count();
    let block = || {
        page.get(first_of_block..=last_of_block)
            .unwrap_or_default()
            .iter()
    };
    let room = |line: &Line| {
        if above.right_to_left {
            above.left - line.left
        } else {
            line.right - above.right
        }
    };
    let reaches = block().map(room).max().unwrap_or(0);
    // A sentence that ends well before the edge of its column ends a line as well.
    let column = || {
        let edge = |line: &Line| {
            if above.right_to_left {
                line.right
            } else {
                line.left
            }
        };
        let of_column = |line: &&Line| {
            line.direction == above.direction && (edge(line) - edge(above)).abs() < size * 4
        };
        page.iter().filter(of_column).map(room).max().unwrap_or(0)
    };
    let ended =
        above.text.ends_with(['.', '!', '?']) && column() > COLUMN_LEFT * size + line.first_word;
    let indented = if above.right_to_left {
        above.right - line.right
    } else {
        line.left - above.left
    };
    let row = [above, line]
        .iter()
        .any(|line| line.text.contains(BETWEEN_CELLS));
    let range = |text: &str| {
        text.strip_suffix('-')
            .is_some_and(|it| it.ends_with(is_digit))
    };
    // "Franco-" above "German"
    let compound = |text: &str| {
        text.strip_suffix('-')
            .is_some_and(|it| it.ends_with(char::is_alphabetic))
    };
    let parted = above.text.ends_with('-') && line.text.starts_with(char::is_lowercase)
        || compound(&above.text) && line.text.starts_with(char::is_alphabetic)
        || range(&above.text) && line.text.starts_with(is_digit);
    // Lines that all begin anew below one another, each short of the column, are a list.
    let entry = |line: &Line| {
        line.text
            .starts_with(|c: char| c.is_uppercase() || is_digit(c))
    };
    let widest = block()
        .map(|line| line.right - line.left)
        .max()
        .unwrap_or(0);
    let listed = indented.abs() < size / 2
        && block().all(entry)
        && (widest < NARROWEST_PROSE * size || column() > COLUMN_LEFT * size + line.first_word);
    // Where few lines are set in, one between a sentence that ends and words that go on at the edge is a first one,
    // however little it is set in and however full the line above. In a list an item follows at the edge.
    let edge = |line: &Line| {
        if above.right_to_left {
            -line.right
        } else {
            line.left
        }
    };
    let base = block().map(edge).min().unwrap_or(0);
    let is_set_in = |line: &Line| (size / 3..6 * size).contains(&(edge(line) - base));
    let few = block().filter(|line| is_set_in(line)).count() * 2 < block().count();
    let anew = above.text.ends_with(['.', '!', '?', '"', '”', '»'])
        && !line.text.starts_with(char::is_lowercase);
    let goes_on = tail.get(1).is_some_and(|below| {
        close(line, below) && !is_set_in(below) && below.text.starts_with(char::is_lowercase)
    });
    let is_first = few && anew && goes_on && is_set_in(line);
    if parted && !row {
        Joint::Flows
    } else if row || line.item || ended || listed || reaches > line.first_word + size / 3 {
        Joint::Line
    } else if is_first || indented >= size && indented < 6 * size && before > first_of_block {
        // A first line that is set in; a list whose later lines are set in has only its first one before.
        Joint::Paragraph
    } else {
        Joint::Flows
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::line::{lines_of, tests::set};
    use super::super::running::without_running_heads;
    use super::*;

    /// A page of lines set one below the other, 12 points apart.
    pub(in crate::import::pdf) fn page(lines: &[&str]) -> Vec<Line> {
        let glyphs = (1..)
            .zip(lines)
            .flat_map(|(row, line)| set(line, 5000, row * 1200));
        lines_of(glyphs.collect())
    }

    #[test]
    fn lines_flow_into_paragraphs_and_a_short_line_ends_one() {
        let page = page(&[
            "About 98,000 goats crossed the bridge be-",
            "fore noon, as the ferry master said.",
            "He was tired.",
            "Then they went home to sleep in a barn.",
        ]);
        assert_eq!(
            text_of(&[page]),
            "About 98,000 goats crossed the bridge before noon, as the ferry master said.\nHe was tired.\nThen they went home to sleep in a barn."
        );
    }

    #[test]
    fn a_compound_is_parted_at_its_hyphen() {
        let page = page(&[
            "by 2025 in a Franco-",
            "German project for goats on the coast.",
        ]);
        assert_eq!(
            text_of(&[page]),
            "by 2025 in a Franco-German project for goats on the coast."
        );
    }

    #[test]
    fn a_time_on_a_line_of_its_own_begins_its_item() {
        let page = page(&[
            "18:04",
            "Some 12 of the goats came back to the old farm over the bridge,",
            "the ferry master said, and the farmer gave them oats.",
            "17:30",
            "Forty goats fled.",
        ]);
        assert_eq!(
            text_of(&[page]),
            "18:04 Some 12 of the goats came back to the old farm over the bridge, the ferry master said, and the farmer gave them oats.\n\n17:30 Forty goats fled."
        );
    }

    #[test]
    fn every_item_of_a_list_has_its_line() {
        let page = page(&[
            "• Forty goats went over it.",
            "• Ten sheep did not go at all.",
            "They were told on the other side of the river.",
        ]);
        assert_eq!(
            text_of(&[page]),
            "• Forty goats went over it.\n• Ten sheep did not go at all.\nThey were told on the other side of the river."
        );
    }

    #[test]
    fn a_sentence_goes_on_over_a_page_and_running_heads_are_left_out() {
        let mut pages = vec![
            page(&[
                "Goat report, page 1",
                "",
                "The herd of the old farm above the river had",
                "grown to",
            ]),
            page(&[
                "Goat report, page 2",
                "",
                "1,250 goats by the end of the year, and then",
                "it fell.",
            ]),
            page(&[
                "Goat report, page 3",
                "",
                "and by the spring there were no more than 40",
                "left.",
            ]),
        ];
        assert_eq!(without_running_heads(&mut pages), 3);
        let text = text_of(&pages);
        assert!(text.starts_with("The herd"), "{text}");
        assert_eq!(text.matches(PAGE_BREAK).count(), 2, "{text}");
        assert!(text.contains("grown to\n\n\u{C}1,250"), "{text}");
    }

    #[test]
    fn a_first_line_that_is_set_in_a_little_begins_a_paragraph() {
        let rows = [
            (5400, "The herd of the old farm above the river grew"),
            (5000, "to forty goats that summer, as the farmer said."),
            (5400, "Twelve of them crossed the bridge one morning"),
            (5000, "and were seen on the quay, Mr Lind had written."),
            (5000, "They came home by the evening, all but one kid."),
        ];
        let glyphs = (1..)
            .zip(rows)
            .flat_map(|(row, (left, line))| set(line, left, row * 1200));
        let text = text_of(&[lines_of(glyphs.collect())]);
        assert_eq!(text.matches("\n\n").count(), 1, "{text}");
        assert!(text.contains("said.\n\nTwelve"), "{text}");
    }

    #[test]
    fn short_lines_that_begin_anew_are_a_list() {
        let page = page(&["Old Farm: 45 goats", "Hill: 12 goats", "New Farm: 3 goats"]);
        assert_eq!(
            text_of(&[page]),
            "Old Farm: 45 goats\nHill: 12 goats\nNew Farm: 3 goats"
        );
    }
}
