//! Results of games and votes: "2-1".

use super::super::counted;
use super::super::line::Line;
use super::super::measure;
use super::{Outcome, Place, Rule};
use crate::lexicon::{Class, NumberWord};

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
    ],
};

fn find(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    let (first, second) = (number(line, at)?, number(line, at + 2)?);
    let joined = line.is_dash(at + 1) && line.glued(at) && line.glued(at + 1);
    let goes_on = line.glued_before(at)
        && line.follows_sign(at, &['$', '€', '£', '-', '.', ',', '/', '~', '–']);
    let end = at + 3;
    let longer = line.glued(at + 2)
        && (line.is_word(end) && !matches!(line.word(end), "’s" | "'s")
            || line.is_sign(end, &['%', '°'])
            || line.is_sign(end, &['.', ',', '/']) && line.glued(end) && line.is_digits(end + 1));
    if !joined || goes_on || longer || place.prefix.is_some() {
        return None;
    }
    let noun = line.is_word(end) && counted::is_plural(line, end) && !line.is(end, Class::Score);
    let range = first < second && (noun || measure::after(line, at, end, false).is_some());
    let after_name =
        at > 0 && line.is_capital(at - 1) && !line.is(at - 1, Class::NeverName) && second < 20;
    let game = first >= second || line.is(end, Class::Score) || after_name;
    (game && !range).then_some(Outcome::Nothing(end))
}

fn number(line: &Line<'_>, at: usize) -> Option<u16> {
    match line.entry(at).number {
        NumberWord::Cardinal(value) => Some(value),
        _ if line.is_digits(at) && line.word(at).len() <= 3 => line.word(at).parse().ok(),
        _ => None,
    }
}
