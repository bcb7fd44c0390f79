//! Texts that break careless readers. That their cost grows with their length and no faster is counted beside the
//! rules and measured by the bench of extraction.

use countercheck::quantity;
use countercheck::text::Text;

use super::spans::check;

/// What is repeated without end in a broken or hostile text.
const PIECES: &[&str] = &[
    "7",
    "7,",
    "7.",
    "7 ",
    "1-",
    "1–",
    "1/",
    "1:",
    "1 to ",
    "-1 ",
    "+",
    "$",
    "£1 ",
    "%",
    "5% ",
    "(",
    ")",
    "“",
    "\"",
    "'",
    "’s ",
    ".",
    ". ",
    "…",
    "\n",
    "\t",
    " ",
    "\0",
    "\u{301}",
    "\u{200f}",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "😀",
    "½",
    "1½",
    "²",
    "a",
    "a ",
    "one hundred ",
    "one ",
    "hundred ",
    "million ",
    "and ",
    "half ",
    "a third of ",
    "dozens of ",
    "at least ",
    "more than ",
    "between 1 and ",
    "from 1 to ",
    "one in ",
    "twice ",
    "five-",
    "five–six ",
    "12-year-old ",
    "km ",
    "5 km ",
    "5km",
    "pounds ",
    "per ",
    "a year ",
    "of the ",
    "people ",
    "Mr. ",
    "U.S. ",
    "1.000.000,",
    "1,000,000.",
    "e1",
    "1e",
    "5 m",
    "5c",
    "5\"",
    "5'",
    "יותר מ-",
    "שלוש מאות ",
    "אלף ",
    "ו",
    "כ־100 ",
    "ש\"ח ",
    "۱۲",
    "１２ ",
    "١,",
    "x100 ",
    "№5 ",
    "#5 ",
    "Said 5. ",
    "“5” he said ",
];

fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len() + 1)
}

#[test]
fn repetitions_are_read_without_harm() {
    for piece in PIECES {
        check(&repeated(piece, 3_000), &format!("{piece:?} repeated"));
    }
}

#[test]
fn pairs_of_repetitions_are_read_without_harm() {
    for (at, first) in PIECES.iter().enumerate() {
        let second = PIECES[(at * 7 + 3) % PIECES.len()];
        let source = format!(
            "{}{}{first}{second}",
            repeated(first, 300),
            repeated(second, 300)
        );
        check(&source, &format!("{first:?} and {second:?}"));
    }
}

#[test]
fn a_long_line_is_read_to_its_end() {
    for piece in ["7", "one hundred ", "(", "1-", "1/", "1m "] {
        let text = Text::verbatim(&format!("{} and 36 goats", repeated(piece, 100_000)));
        let last = quantity::find(&text, None).pop().expect("a quantity");
        assert_eq!(text.slice(last.span), "36", "{piece:?}");
    }
}

#[test]
fn characters_from_everywhere_are_read_without_harm() {
    let all: String = ('\0'..=char::MAX)
        .step_by(101)
        .flat_map(|c| [c, '5', c, ' '])
        .collect();
    check(&all, "characters from everywhere");
}
