//! What becomes of a file that was damaged: it is refused, or right, or the change is announced.

use std::path::Path;

use rayon::prelude::*;

use super::samples::{by_ana, session, verdict};
use super::{Command, Project, Session};
use crate::claim::ClaimId;

/// Ten thousand damaged files: none is opened in silence as something else than was saved.
#[test]
fn a_damaged_file_is_refused_or_right_or_announced() {
    let mut session = session();
    let judge = Command::SetVerdict {
        claims: vec![ClaimId(1)],
        verdict: Some(verdict("disputed", "the log")),
    };
    session.apply(judge, by_ana()).expect("fits");
    session.undo(by_ana());
    session.redo(by_ana());
    let text = session.to_text().expect("written");
    let outcomes: Vec<Opened> = (1..=10_000_u64)
        .into_par_iter()
        .map(|number| opened_damaged(&text, session.project(), number))
        .collect();
    let count = |wanted| {
        outcomes
            .iter()
            .filter(|outcome| **outcome == wanted)
            .count()
    };
    assert!(count(Opened::Refused) > 5_000, "{}", count(Opened::Refused));
    assert!(
        count(Opened::Announced) > 500,
        "{}",
        count(Opened::Announced)
    );
}

/// What came of a damaged file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    Refused,
    Announced,
    Right,
}

fn opened_damaged(text: &str, saved: &Project, number: u64) -> Opened {
    let mut numbers = Numbers(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let (kind, damaged) = damaged(text, &mut numbers);
    match Session::of_bytes(&damaged, Path::new("x.ron")) {
        Err(refusal) => {
            let words = refusal.to_string();
            assert!(words.len() > 20 && words.contains("x.ron"), "{words}");
            Opened::Refused
        }
        Ok(opened) => {
            assert_eq!(opened.project().soundness(), Ok(()), "{number}: {kind}");
            if !opened.notices().is_empty() {
                return Opened::Announced;
            }
            assert_eq!(**opened.project(), *saved, "{number}: {kind}");
            Opened::Right
        }
    }
}

/// Numbers that look random and are the same every time: Marsaglia's xorshift.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit.max(1)
    }
}

/// The file with some damage, and what was done to it.
fn damaged(text: &str, numbers: &mut Numbers) -> (&'static str, Vec<u8>) {
    let mut bytes = text.as_bytes().to_vec();
    let length = bytes.len();
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let count = lines.len();
    let kind = match numbers.below(8) {
        0..3 => {
            if let Some(byte) = bytes.get_mut(numbers.below(length)) {
                *byte ^= 1 << numbers.below(8);
            }
            return ("a bit flipped", bytes);
        }
        3 => {
            bytes.truncate(numbers.below(length));
            return ("cut off", bytes);
        }
        4 => {
            let from = numbers.below(length);
            let to = (from + 1 + numbers.below(512)).min(length);
            bytes.get_mut(from..to).unwrap_or_default().fill(0);
            return ("a block of zeros", bytes);
        }
        5 => {
            lines.swap(numbers.below(count), numbers.below(count));
            "two lines swapped"
        }
        6 => {
            let (from, size) = (numbers.below(count), 1 + numbers.below(12));
            let block: Vec<&str> = lines.drain(from..(from + size).min(count)).collect();
            let to = numbers.below(lines.len());
            lines.splice(to..to, block);
            "a block moved"
        }
        _ => {
            let (from, size) = (numbers.below(count), 1 + numbers.below(4));
            lines.drain(from..(from + size).min(count));
            "lines gone"
        }
    };
    (kind, lines.concat().into_bytes())
}
