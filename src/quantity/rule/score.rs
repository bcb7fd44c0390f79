//! Results of games and votes: "2-1"; odds: "5/1".

use super::super::counted;
use super::super::line::Line;
use super::super::{Kind, Numeral, Precision, Value, measure};
use super::{Figure, Outcome, Place, Rule, Size};
use crate::lexicon::{Class, NumberWord};

/// The word that tells of a vote stands at most so many tokens away.
const NEAR: usize = 25;

pub(super) const SCORE: Rule = Rule {
    name: "<score>",
    explanation: "A result of a game: two numbers that are no range.",
    matcher: find,
    examples: &[],
    counter_examples: &[
        "City beat Rovers 2-1 at home.",
        "They held a 9-2 lead.",
        "It ended 89-89.",
        "a nil-nil draw",
        "She won 6-4, 3-6, 7-5.",
    ],
};

pub(super) const TALLY: Rule = Rule {
    name: "<for>-<against>",
    explanation: "The votes for and against: two numbers joined in a sentence that tells of a vote.",
    matcher: tally,
    examples: &[
        ("The Senate passed it «52»-«48».", "52; 48"),
        ("The council voted «6»–«1» to close the baths.", "6; 1"),
        ("By a «9»-«0» vote", "9; 0"),
    ],
    counter_examples: &[
        "Rovers lost 52-48 to City.",
        "He was voted best player after the 3-1 win.",
        "The vote is set for May 13-22.",
        "They voted on bill 12-044.",
    ],
};

fn tally(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    let told = || (at.saturating_sub(NEAR)..at + NEAR).any(|word| line.is(word, Class::Vote));
    let (votes_for, against) = joined(place)?;
    let game = line.is(at + 3, Class::Score) && !line.is(at + 3, Class::Vote);
    if votes_for < against || game || line.follows(at, Class::Month) || !told() {
        return None;
    }
    let figure = |at: usize, votes: u16| {
        let numeral = Numeral {
            value: Value::whole(votes.into()),
            precision: Precision::Exact,
        };
        Figure::new(at, at + 1, Size::Single(numeral), Kind::Count)
    };
    let figures = vec![figure(at, votes_for), figure(at + 2, against)];
    Some(Outcome::Figures(figures))
}

pub(super) const ODDS: Rule = Rule {
    name: "<number> to <number>",
    explanation: "Odds or a ratio: the first number over the second.",
    matcher: odds,
    examples: &[
        ("They offer odds of «5/1» on a snap poll.", "5 ratio"),
        ("a «10-1» outsider", "10 ratio"),
        ("a ratio of «3:1»", "3 ratio"),
        ("The motion passed by a «3-to-1» margin.", "3 ratio"),
        ("The odds are «two to one».", "2 ratio"),
        ("It is «100/1» to win the cup.", "100 ratio"),
        ("They outnumber us «three to one».", "3 ratio"),
    ],
    counter_examples: &["It ended 3-1 on Sunday.", "They won the final 2-0."],
};

fn odds(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    let first = number(line, at).filter(|first| *first > 0)?;
    let (sign, hyphens) = (at + 1, line.is_hyphen(at + 1));
    let joined = line.glued(at) && line.glued(at + 1);
    let signs = line.is_sign(sign, &['/', ':', '-', '–']) && joined && line.is_digits(at + 2);
    let to = |at: usize| line.is(at, Class::RangeJoiner) && !line.is(at, Class::Join);
    let last = if signs || to(sign) {
        at + 2
    } else if hyphens && to(at + 2) && line.is_hyphen(at + 3) {
        at + 4
    } else {
        return None;
    };
    let second = number(line, last).filter(|second| *second > 0)?;
    let end = last + 1;
    let told = (at.saturating_sub(4)..at).any(|word| line.is(word, Class::Odds))
        || (end..end + 2).any(|word| line.is(word, Class::Odds) && line.is_word(end));
    // "100/1" alone: no day of a month is so high.
    let told = told || line.is_sign(sign, &['/']) && first > 31 && second == 1;
    let goes_on = line.glued(last) && !line.is_sign(end, &['.', ',', ';', ')', '-', '”', '"', '?']);
    let value = Value::ratio(first.into(), second.into())?;
    (told && !goes_on && place.prefix.is_none()).then(|| {
        let numeral = Numeral {
            value,
            precision: Precision::Exact,
        };
        Outcome::one(Figure::new(at, end, Size::Single(numeral), Kind::Ratio))
    })
}

/// Two small numbers joined by a dash, with nothing that makes a longer code or a measure of them.
fn joined(place: &Place<'_>) -> Option<(u16, u16)> {
    let line = &place.line;
    let at = place.at;
    if !(line.is_dash(at + 1) && line.glued(at) && line.glued(at + 1)) {
        return None;
    }
    let (first, second) = (number(line, at)?, number(line, at + 2)?);
    let goes_on = line.glued_before(at)
        && line.follows_sign(at, &['$', '€', '£', '-', '.', ',', '/', '~', '–']);
    let end = at + 3;
    let longer = line.glued(at + 2)
        && (line.is_word(end) && !matches!(line.word(end), "’s" | "'s")
            || line.is_sign(end, &['%', '°'])
            || line.is_sign(end, &['.', ',', '/']) && line.glued(end) && line.is_digits(end + 1));
    let none = goes_on || longer || place.prefix.is_some() || odds(place).is_some();
    (!none).then_some((first, second))
}

fn find(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    let (first, second) = joined(place)?;
    let end = at + 3;
    let noun = line.is_word(end) && counted::is_plural(line, end) && !line.is(end, Class::Score);
    let range = first < second && (noun || measure::after(line, at, end, false).is_some());
    let after_name =
        at > 0 && line.is_capital(at - 1) && !line.is(at - 1, Class::NeverName) && second < 20;
    let game = first >= second || line.is(end, Class::Score) || after_name || is_of_sets(line, at);
    (game && !range).then_some(Outcome::Nothing(end))
}

/// "6-4, 3-6, 7-6": another of the list beside it can be no range.
fn is_of_sets(line: &Line<'_>, at: usize) -> bool {
    let fallen = |at: usize| {
        let pair = number(line, at).zip(number(line, at + 2));
        line.is_hyphen(at + 1) && pair.is_some_and(|(first, second)| first > second && first < 8)
    };
    let comma = |at: usize| line.is_sign(at, &[',']);
    at >= 4 && comma(at - 1) && fallen(at - 4) || comma(at + 3) && fallen(at + 4)
}

fn number(line: &Line<'_>, at: usize) -> Option<u16> {
    match line.entry(at).number {
        // "twenty-one" is one number.
        NumberWord::Cardinal(value) if value < 20 => Some(value),
        _ if line.is_digits(at) && line.word(at).len() <= 3 => line.word(at).parse().ok(),
        _ => None,
    }
}
