//! Texts that break careless readers: read in time that grows with their length and no faster.

use std::time::{Duration, Instant};

use countercheck::article::Article;
use countercheck::claim;
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

/// A longest time for a megabyte, generous enough for a debug build on a busy machine; a quadratic reader needs hours.
const LIMIT: Duration = Duration::from_mins(2);

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
fn a_megabyte_is_read_in_reasonable_time() {
    for piece in ["7", "one hundred ", "(", "1-"] {
        let text = Text::verbatim(&repeated(piece, 1_000_000));
        let begin = Instant::now();
        let quantities = quantity::find(&text, None).len();
        let took = begin.elapsed();
        assert!(
            took < LIMIT,
            "a megabyte of {piece:?} took {took:?}: {quantities} quantities"
        );
    }
}

#[test]
#[ignore = "measures time: run by hand on a quiet machine"]
fn time_grows_with_length_and_no_faster() {
    let mut slow = Vec::new();
    for piece in PIECES {
        let took = |bytes: usize| {
            let article = Article::of_text(Text::verbatim(&repeated(piece, bytes)));
            let once = || {
                let begin = Instant::now();
                let claims = claim::extract(&article).len();
                (begin.elapsed(), claims)
            };
            // The shorter of two, since others may use the machine.
            once().0.min(once().0)
        };
        // Four times the length is four times the work; a quadratic reader needs sixteen.
        let (short, long) = (took(20_000), took(80_000));
        if long > short * 10 && long > Duration::from_millis(300) {
            slow.push(format!("{piece:?}: {short:?}, then {long:?}"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn characters_from_everywhere_are_read_without_harm() {
    let all: String = ('\0'..=char::MAX)
        .step_by(101)
        .flat_map(|c| [c, '5', c, ' '])
        .collect();
    check(&all, "characters from everywhere");
}
