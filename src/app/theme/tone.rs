//! What marks mean: a tone and a shape for each status, answer and severity. Never colour alone.

use crate::crosscheck::{Answer, Severity};
use crate::export::words;
use crate::project;

/// A meaning of colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Tone {
    Neutral,
    Good,
    Info,
    Scope,
    Doubt,
    Alarm,
}

/// A shape that can be told from the others without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Shape {
    Ring,
    HalfDisc,
    Check,
    Cross,
    Equals,
    AlmostEquals,
    Bound,
    Arrow,
    Square,
    Slash,
    Bolt,
    Question,
    Triangle,
    Dot,
    SealedCheck,
    RingedTilde,
    SealedBar,
    SealedClock,
    SealedCross,
    SealedQuestion,
}

/// How a thing is marked and called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// Its colour.
    pub tone: Tone,
    /// Its shape.
    pub shape: Shape,
    /// Its name.
    pub label: &'static str,
}

const fn mark(tone: Tone, shape: Shape, label: &'static str) -> Status {
    Status { tone, shape, label }
}

/// How the window draws the sign that reports print: one list, in [`words`], for both.
const fn drawn(sign: char) -> Shape {
    match sign {
        '○' => Shape::Ring,
        '◒' => Shape::HalfDisc,
        '●' => Shape::Check,
        '✕' => Shape::Cross,
        '=' => Shape::Equals,
        '≈' => Shape::AlmostEquals,
        '↦' => Shape::Bound,
        '➚' => Shape::Arrow,
        '■' => Shape::Square,
        '⊘' => Shape::Slash,
        '↯' => Shape::Bolt,
        '?' => Shape::Question,
        '▲' => Shape::Triangle,
        _ => Shape::Dot,
    }
}

const fn labelled(tone: Tone, label: words::Label) -> Status {
    mark(tone, drawn(label.shape), label.word)
}

/// The mark of how far a claim is.
pub const fn status_mark(status: project::Status) -> Status {
    let tone = match status {
        project::Status::Unchecked => Tone::Doubt,
        project::Status::InProgress => Tone::Info,
        project::Status::Checked => Tone::Good,
        project::Status::Rejected => Tone::Neutral,
    };
    labelled(tone, words::status(status))
}

/// The mark of an answer.
pub const fn answer_mark(answer: Answer) -> Status {
    let tone = match answer {
        Answer::NotComparable => Tone::Neutral,
        Answer::DifferentScope => Tone::Scope,
        Answer::UpdatedOverTime => Tone::Info,
        Answer::Agrees | Answer::AgreesWithinRounding | Answer::CompatibleBound => Tone::Good,
        Answer::Conflicts => Tone::Alarm,
        Answer::CannotTell => Tone::Doubt,
    };
    labelled(tone, words::answer(answer))
}

/// The mark of a finding's weight.
pub const fn severity_mark(severity: Severity) -> Status {
    let tone = match severity {
        Severity::Impossible
        | Severity::ConflictWithSlip
        | Severity::ConflictSameRoot
        | Severity::ConflictDifferentRoots => Tone::Alarm,
        Severity::CannotTell => Tone::Doubt,
        Severity::Style => Tone::Neutral,
    };
    labelled(tone, words::severity(severity))
}

/// The mark of the answer, weight or status that a report names so.
pub fn mark_of_key(key: &str) -> Option<Status> {
    let answers = words::ANSWERS.map(|it| (words::answer(it).key, answer_mark(it)));
    let severities = words::SEVERITIES.map(|it| (words::severity(it).key, severity_mark(it)));
    let statuses = words::STATUSES.map(|it| (words::status(it).key, status_mark(it)));
    let mut all = answers.into_iter().chain(severities).chain(statuses);
    all.find_map(|(known, mark)| (known == key).then_some(mark))
}

/// The mark of a verdict, by how true its rating says the claim is: 5 for wholly. A seal, because a person has decided;
/// what the program found out is drawn in lines. Reports print the same in letters: [`words::verdict_sign`].
pub const fn verdict_mark(value: Option<u8>) -> Status {
    match value {
        Some(5..) => mark(Tone::Good, Shape::SealedCheck, "Judged true"),
        Some(4) => mark(Tone::Good, Shape::RingedTilde, "Judged mostly true"),
        Some(3) => mark(Tone::Doubt, Shape::SealedBar, "Judged disputed"),
        Some(2) => mark(Tone::Info, Shape::SealedClock, "Judged outdated"),
        Some(_) => mark(Tone::Alarm, Shape::SealedCross, "Judged wrong"),
        None => mark(Tone::Neutral, Shape::SealedQuestion, "Judged open"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_that_is_printed_is_drawn_as_one_shape_and_none_stands_for_two_answers() {
        let mut shapes: Vec<Shape> = words::ANSWERS.map(|it| answer_mark(it).shape).to_vec();
        shapes.extend(words::STATUSES.map(|it| status_mark(it).shape));
        let all = shapes.len();
        shapes.sort_unstable();
        shapes.dedup();
        assert_eq!(shapes.len(), all);
        assert!(!shapes.contains(&Shape::Dot), "each sign is known");
    }
}
