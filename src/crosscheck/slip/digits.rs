//! Slips of the pen in the digits of a number and in the word for its scale.

use super::{SlipKind, meets_times, ordered, quote};
use crate::crosscheck::comparison::Side;
use crate::lexicon::Value;
use crate::quantity::Kind;

pub(super) const SCALE_WORD: SlipKind = SlipKind {
    code: "scale_word",
    name: "Scale word",
    explanation: "One figure is a thousand or a million times the other: million for billion.",
    examples: &[
        "2024-02-10\nThe Marlow tram tunnel will cost $3.4 billion, mayor Ines Rowe said in Marlow.\n---\n2024-02-10\nThe Marlow tram tunnel will cost $3.4 million, mayor Ines Rowe said in Marlow.",
        "2025-02-11\nTarnow will spend €1.2 billion on new homes over five years, mayor Ela Brandt said.\n---\n2025-02-13\nMayor Ela Brandt said that Tarnow wants to spend 1.2 million euros on new homes.",
    ],
    counter_examples: &[
        "2025-02-11\nTarnow will spend €1.2 billion on new homes over five years, mayor Ela Brandt said.\n---\n2025-02-11\nMayor Ela Brandt said that Tarnow wants to spend 1.2 million euros on a park by the river.",
        "2024-02-10\nThe Marlow tram tunnel will cost $3.4 billion, mayor Ines Rowe said in Marlow.\n---\n2024-02-10\nThe Marlow tram tunnel will cost $4.4 million, mayor Ines Rowe said in Marlow.",
    ],
    test: scale_word,
};

pub(super) const TRANSPOSITION: SlipKind = SlipKind {
    code: "transposition",
    name: "Digits exchanged",
    explanation: "Two neighbouring digits stand in the other order.",
    examples: &[
        "2024-05-20\nA crowd of 52,340 saw Redport win the cup final against Ashton at Redport stadium.\n---\n2024-05-20\nA crowd of 53,240 saw Redport win the cup final against Ashton at Redport stadium.",
    ],
    counter_examples: &[
        "2024-05-20\nA crowd of 52,340 saw Redport win the cup final against Ashton at Redport stadium.\n---\n2024-05-20\nA crowd of 58,240 saw Redport win the cup final against Ashton at Redport stadium.",
    ],
    test: transposition,
};

pub(super) const DIGIT: SlipKind = SlipKind {
    code: "digit",
    name: "Digit lost or doubled",
    explanation: "One figure is ten times the other, with the same digits.",
    examples: &[
        "2024-05-20\nA crowd of 52,340 saw Redport win the cup final against Ashton at Redport stadium.\n---\n2024-05-20\nA crowd of 523,400 saw Redport win the cup final against Ashton at Redport stadium.",
    ],
    counter_examples: &[
        "2024-05-20\nA crowd of 4,000 saw Redport win the cup final against Ashton at Redport stadium.\n---\n2024-05-20\nA crowd of 40,000 saw Redport win the cup final against Ashton at Redport stadium.",
    ],
    test: digit,
};

fn scale_word(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let (small, large, ..) = ordered(a, b)?;
    // "3.4 tonnes", "3.4 kilograms": the unit is another.
    if a.profile.kind == Kind::Measure && a.profile.unit != b.profile.unit {
        return None;
    }
    let millions = small.profile.value()? >= Value::whole(1_000_000);
    let words = [
        (
            1_000,
            "a thousand",
            if millions {
                "million for billion"
            } else {
                "thousand for million"
            },
        ),
        (
            1_000_000,
            "a million",
            if millions {
                "million for trillion"
            } else {
                "thousand for billion"
            },
        ),
    ];
    words.into_iter().find_map(|(times, factor, words)| {
        meets_times(small, large, Value::whole(times)).then(|| {
            format!(
                "{} is {factor} times {}: a scale word such as {words} may be wrong.",
                quote(large),
                quote(small)
            )
        })
    })
}

/// The digits that say something, without the zeros around them.
fn digits(value: Value) -> Option<String> {
    let digits: String = value
        .to_string()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let digits = digits.trim_matches('0').to_owned();
    (!value.to_string().contains('/') && !digits.is_empty()).then_some(digits)
}

fn digit(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let (small, large, x, y) = ordered(a, b)?;
    let alike = digits(x)? == digits(y)? && digits(x)?.len() > 1;
    (alike && x.times(Value::whole(10)) == Some(y)).then(|| {
        format!(
            "{} is ten times {}: a digit may be lost or doubled.",
            quote(large),
            quote(small)
        )
    })
}

fn transposition(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let (_, _, x, y) = ordered(a, b)?;
    let (x, y) = (x.to_string(), y.to_string());
    if x.len() != y.len() || x.find('.') != y.find('.') || x.contains('/') {
        return None;
    }
    // "66.4", "64.6": the point stays where it is.
    let (x, y) = (x.replace('.', ""), y.replace('.', ""));
    if x.len() < 2 {
        return None;
    }
    let unlike: Vec<(usize, (u8, u8))> = x
        .bytes()
        .zip(y.bytes())
        .enumerate()
        .filter(|(_, (one, other))| one != other)
        .collect();
    match unlike.as_slice() {
        [(first, was), (second, is)] if second - first == 1 && (was.0, was.1) == (is.1, is.0) => {
            Some(format!(
                "{} and {} have the same digits with two of them exchanged.",
                quote(a),
                quote(b)
            ))
        }
        _ => None,
    }
}
