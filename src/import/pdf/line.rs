//! From glyphs to lines: what stands on one baseline, in reading order.

use super::glyphs::{Direction, Glyph, Length};
use super::order::{self, BORDER, Setting};
use super::{alignment, gutter, justified, soft_hyphen, table, tracking};
use crate::import::raised::DIGITS;

/// A line of print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) direction: Direction,
    pub(super) left: Length,
    pub(super) right: Length,
    pub(super) baseline: Length,
    pub(super) size: Length,
    /// Width of its first word.
    pub(super) first_word: Length,
    /// Whether it is read from right to left.
    pub(super) right_to_left: bool,
    /// Baseline of its first line, where it is a row of a table with cells of several lines; else its baseline.
    pub(super) top: Length,
    /// Whether it begins an item of a list.
    pub(super) item: bool,
    /// Its cells from left to right; most lines have one.
    pub(super) cells: Vec<Cell>,
}

/// What stands between two gaps of a row that are wider than a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) left: Length,
    pub(super) right: Length,
    /// Baseline of its last line.
    pub(super) baseline: Length,
}

/// What is printed between the cells of a row.
pub(super) const BETWEEN_CELLS: &str = " | ";

/// Shares of the size of type, in hundredths.
pub(super) mod share {
    /// A gap from here on is a space.
    pub(in super::super) const SPACE: i64 = 18;
    /// Between digits a gap must be wider: a figure is never torn.
    pub(super) const SPACE_IN_FIGURE: i64 = 28;
    /// A gap from here on parts the cells of a row: no word stands that far from its neighbour without a space.
    pub(in super::super) const CELL: i64 = 70;
    /// The same where a space was set in it: a line set to full width has wide ones.
    pub(super) const CELL_WITH_SPACE: i64 = 220;
    /// A line set to full width has no wider gaps.
    pub(in super::super) const WIDEST_IN_PROSE: i64 = 700;
    /// No column of prose is narrower.
    pub(in super::super) const NARROWEST_COLUMN: i64 = 800;
    /// Edges nearer than this are one.
    pub(in super::super) const SAME_EDGE: i64 = 40;
    /// Baselines nearer than this are one.
    pub(in super::super) const SAME_BASELINE: i64 = 18;
    /// A raised or lowered sign is off its line by at most this.
    pub(super) const RAISED: i64 = 65;
    /// A sign of less than this part of its line's size can be raised or lowered.
    pub(super) const SMALL: i64 = 85;
    /// The same character this near is the same one, printed twice to look bold.
    pub(super) const PRINTED_TWICE: i64 = 12;
}

pub(super) const fn part(of: Length, hundredths: i64) -> Length {
    of * hundredths / 100
}

/// The lines of a page in the order in which it draws them. That is the order of reading in what programs print; to
/// sort by place would mix columns.
pub(super) fn lines_of(glyphs: Vec<Glyph>) -> Vec<Line> {
    let rows = rows_of(soft_hyphen::without(glyphs));
    let settings = alignment::settings(&rows);
    let full = justified::rows(&rows);
    let borders = gutter::borders(&rows);
    let mut lines = rows
        .into_iter()
        .zip(full)
        .zip(borders)
        .zip(settings)
        .filter_map(|(((row, full), borders), setting)| line(row, full, &borders, setting))
        .collect::<Vec<_>>();
    // Upright lines first, what is turned behind them.
    lines.sort_by_key(|line| line.direction);
    table::whole_rows(lines)
}

pub(super) fn rows_of(glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.iter_mut().next_back() {
            Some(row) if is_of(row, &glyph) => row.push(glyph),
            _ => rows.push(vec![glyph]),
        }
    }
    mended(rows)
}

/// The size of a row is that of its largest glyph, which also gives its baseline.
pub(super) fn leading(row: &[Glyph]) -> Option<&Glyph> {
    row.iter().rev().max_by_key(|glyph| glyph.size)
}

/// Whether a glyph stands on the line of a row.
fn is_of(row: &[Glyph], glyph: &Glyph) -> bool {
    leading(row).is_some_and(|leading| {
        let off = (leading.baseline - glyph.baseline).abs();
        let size = leading.size.max(glyph.size);
        let small = leading.size.min(glyph.size) < part(size, share::SMALL);
        let near = row
            .iter()
            .next_back()
            .is_some_and(|last| glyph.left >= last.left && glyph.left - last.right < size);
        leading.direction == glyph.direction
            && (off <= part(size, share::SAME_BASELINE)
                || (small && near && off <= part(size, share::RAISED)))
    })
}

/// Rows looked back at; words drawn later are drawn soon after.
const BACK: usize = 60;

/// Rows on one baseline that touch are one: a program may draw the bold or linked words of a line after the others.
fn mended(rows: Vec<Vec<Glyph>>) -> Vec<Vec<Glyph>> {
    let extent = |row: &[Glyph]| {
        let left = row.iter().map(|glyph| glyph.left).min();
        let right = row.iter().map(|glyph| glyph.right).max();
        left.unwrap_or(0)..right.unwrap_or(0)
    };
    let blank = |row: &[Glyph]| row.iter().all(|glyph| glyph.text.trim().is_empty());
    let mut whole: Vec<Vec<Glyph>> = Vec::new();
    for row in rows {
        let its = extent(&row);
        let found = whole.iter_mut().rev().take(BACK).find(|other| {
            let (Some(a), Some(b)) = (leading(other), leading(&row)) else {
                return false;
            };
            // Between a heading and the column beside it the gap is no gap of the larger type.
            let size = a.size.min(b.size);
            let theirs = extent(other);
            a.direction == b.direction
                && (a.baseline - b.baseline).abs() <= part(size, share::SAME_BASELINE)
                && its.start < theirs.end + part(size, 60)
                && theirs.start < its.end + part(size, 60)
        });
        match found {
            Some(other) => other.extend(row),
            None if blank(&row) => {}
            None => whole.push(row),
        }
    }
    whole
}

/// The text of a row from left to right, then as it is read; `full` where it is set to the width of its column,
/// `borders` where cells begin that stand nearer to one another than words of prose may.
fn line(mut row: Vec<Glyph>, full: bool, borders: &[Length], setting: Setting) -> Option<Line> {
    row.sort_by_key(|glyph| glyph.left);
    let top = leading(&row)?;
    let (direction, baseline, size) = (top.direction, top.baseline, top.size);
    let apart = tracking::of(&row, size);
    let mut pieces: Vec<String> = Vec::new();
    let mut last: Option<&Glyph> = None;
    let mut first_word = None;
    // Where the word begins that is the first of a line to the left.
    let mut rightmost = None;
    let (mut left, mut right) = (None, 0);
    let mut extents: Vec<(Length, Length)> = Vec::new();
    for glyph in &row {
        let blank = glyph.text.trim().is_empty();
        if let Some(before) = last {
            let twice = before.text == glyph.text
                && !blank
                && glyph.left - before.left <= part(glyph.size, share::PRINTED_TWICE);
            if twice {
                continue;
            }
        }
        if blank {
            if !pieces.is_empty() && pieces.last().is_some_and(|piece| piece != " ") {
                first_word.get_or_insert(right - left.unwrap_or(right));
                pieces.push(" ".to_owned());
            }
            continue;
        }
        if let Some(before) = last {
            let gap = glyph.left - before.right - apart;
            let size = before.size.max(glyph.size);
            let figure = before.text.ends_with(is_digit) && glyph.text.starts_with(is_digit);
            let space = if figure {
                share::SPACE_IN_FIGURE
            } else {
                share::SPACE
            };
            let parted = pieces.last().is_some_and(|piece| piece == " ");
            let cell = if parted {
                share::CELL_WITH_SPACE
            } else {
                share::CELL
            };
            if (gap >= part(size, cell) || borders.contains(&glyph.left)) && !full {
                if parted {
                    pieces.pop();
                }
                pieces.push(BORDER.to_owned());
                extents.push((glyph.left, glyph.right));
                first_word.get_or_insert(right - left.unwrap_or(right));
            } else if gap >= part(size, space) && !parted {
                pieces.push(" ".to_owned());
                first_word.get_or_insert(right - left.unwrap_or(right));
            }
        }
        if pieces
            .last()
            .is_none_or(|piece| piece == " " || piece == BORDER)
        {
            rightmost = Some(glyph.left);
        }
        pieces.push(raised(glyph, baseline, size));
        left.get_or_insert(glyph.left);
        right = right.max(glyph.right);
        if extents.is_empty() {
            extents.push((glyph.left, glyph.right));
        }
        if let Some((_, end)) = extents.last_mut() {
            *end = glyph.right.max(*end);
        }
        last = Some(glyph);
    }
    let (pieces, mut right_to_left) = order::logical(pieces, setting);
    let text = pieces.concat();
    let mut cells: Vec<&str> = text.split(BORDER).map(str::trim).collect();
    // A row of figures alone runs as its page does.
    let without_letters = !text.contains(char::is_alphabetic);
    if setting.leftward && !right_to_left && without_letters && cells.len() > 1 {
        cells.reverse();
        right_to_left = true;
    }
    let (mut left, mut right) = (left?, right);
    // The mark of an item stands before its text, however wide the gap between them is.
    let marked = cells.len() > 1 && cells.first().is_some_and(|cell| is_mark(cell));
    let item = marked || text.trim_start().starts_with(BULLETS);
    let first = if marked {
        let mark = cells.remove(0);
        if right_to_left {
            extents.pop();
            right = extents.last().map_or(right, |(_, right)| *right);
        } else {
            extents.remove(0);
            left = extents.first().map_or(left, |(left, _)| *left);
        }
        cells.first().map(|text| format!("{mark} {text}"))
    } else {
        cells.first().map(|text| after_bullet(text))
    };
    let mut cells: Vec<String> = first
        .into_iter()
        .chain(cells.into_iter().skip(1).map(str::to_owned))
        .collect();
    let text = cells.join(BETWEEN_CELLS);
    if right_to_left {
        cells.reverse();
    }
    let cells = cells.into_iter().zip(extents);
    let cells = cells.map(|(text, (left, right))| Cell {
        text,
        left,
        right,
        baseline,
    });
    if right_to_left {
        first_word = rightmost.map(|start| right - start);
    }
    Some(Line {
        first_word: first_word.unwrap_or(right - left),
        text,
        direction,
        left,
        right,
        baseline,
        size,
        right_to_left,
        top: baseline,
        item,
        cells: cells.collect(),
    })
}

/// Signs before the items of a list.
const BULLETS: [char; 7] = ['•', '◦', '▪', '‣', '●', '○', '∙'];

/// The text of an item with a space behind its bullet.
fn after_bullet(text: &str) -> String {
    text.strip_prefix(BULLETS).map_or_else(
        || text.to_owned(),
        |item| {
            let bullet = text.strip_suffix(item).unwrap_or_default();
            format!("{bullet} {}", item.trim_start())
        },
    )
}

/// Whether a cell holds no more than the mark of an item: a bullet, a dash, a number or a letter with its sign.
fn is_mark(cell: &str) -> bool {
    let counts = |head: &str| {
        (1..=3).contains(&head.len()) && head.bytes().all(|it| it.is_ascii_digit())
            || head.chars().count() == 1 && head.starts_with(char::is_alphabetic)
    };
    let alone = |sign: char| cell.strip_suffix(sign).is_some_and(counts);
    let bullet = cell.chars().count() == 1
        && (cell.starts_with(BULLETS) || cell.starts_with(['-', '–', '—', '*', '·', 'o']));
    bullet || alone('.') || alone(')')
}

const fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// A raised or lowered digit as the sign it is, so that the note in "500,000¹" does not become part of the figure.
fn raised(glyph: &Glyph, baseline: Length, size: Length) -> String {
    let off = baseline - glyph.baseline;
    let small = glyph.size < part(size, share::SMALL);
    let first = match () {
        () if !small || off.abs() <= part(size, 8) => return glyph.text.clone(),
        () if off > 0 => DIGITS,
        () => ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'],
    };
    let sign = |c: char| {
        let digit = usize::try_from(c.to_digit(10)?).ok()?;
        first.get(digit).copied()
    };
    glyph.text.chars().map(|c| sign(c).unwrap_or(c)).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Words set in type of ten points at `left`, `baseline`; every glyph is half its size wide.
    pub(in super::super) fn set(words: &str, left: Length, baseline: Length) -> Vec<Glyph> {
        (0..)
            .zip(words.chars())
            .map(|(nth, character)| Glyph {
                text: character.to_string(),
                direction: Direction::Right,
                left: left + nth * 500,
                right: left + (nth + 1) * 500,
                baseline,
                size: 1000,
            })
            .collect()
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        lines_of(glyphs).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn gaps_are_spaces_and_wide_gaps_part_cells() {
        let row = [set("May", 0, 0), set("1,250", 1800, 0), set("5%", 9000, 0)].concat();
        assert_eq!(texts(row), ["May 1,250 | 5%"]);
    }

    #[test]
    fn words_drawn_later_fall_into_their_hole() {
        let glyphs = [
            set("About goats", 0, 0),
            set("fled.", 0, 1200),
            set("40", 5800, 0),
        ]
        .concat();
        assert_eq!(texts(glyphs), ["About goats 40", "fled."]);
    }

    #[test]
    fn a_bold_figure_printed_twice_is_one_and_a_note_is_no_digit_of_it() {
        let twice: Vec<Glyph> = set("98", 0, 0)
            .into_iter()
            .flat_map(|glyph| {
                let mut again = glyph.clone();
                again.left += 30;
                again.right += 30;
                [glyph, again]
            })
            .collect();
        let mut note = set("1", 1000, -350);
        for glyph in &mut note {
            glyph.size = 600;
        }
        assert_eq!(texts([twice, note].concat()), ["98¹"]);
    }
}
