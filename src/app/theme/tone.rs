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

/// The mark of how far a claim is.
pub const fn status_mark(status: project::Status) -> Status {
    let word = words::status(status).word;
    match status {
        project::Status::Unchecked => mark(Tone::Doubt, Shape::Ring, word),
        project::Status::InProgress => mark(Tone::Info, Shape::HalfDisc, word),
        project::Status::Checked => mark(Tone::Good, Shape::Check, word),
        project::Status::Rejected => mark(Tone::Neutral, Shape::Cross, word),
    }
}

/// The mark of an answer.
pub const fn answer_mark(answer: Answer) -> Status {
    let word = words::answer(answer).word;
    match answer {
        Answer::NotComparable => mark(Tone::Neutral, Shape::Slash, word),
        Answer::DifferentScope => mark(Tone::Scope, Shape::Square, word),
        Answer::UpdatedOverTime => mark(Tone::Info, Shape::Arrow, word),
        Answer::Agrees => mark(Tone::Good, Shape::Equals, word),
        Answer::AgreesWithinRounding => mark(Tone::Good, Shape::AlmostEquals, word),
        Answer::CompatibleBound => mark(Tone::Good, Shape::Bound, word),
        Answer::Conflicts => mark(Tone::Alarm, Shape::Bolt, word),
        Answer::CannotTell => mark(Tone::Doubt, Shape::Question, word),
    }
}

/// The mark of a finding's weight.
pub const fn severity_mark(severity: Severity) -> Status {
    let word = words::severity(severity).word;
    match severity {
        Severity::Impossible => mark(Tone::Alarm, Shape::Triangle, word),
        Severity::ConflictWithSlip
        | Severity::ConflictSameRoot
        | Severity::ConflictDifferentRoots => mark(Tone::Alarm, Shape::Bolt, word),
        Severity::CannotTell => mark(Tone::Doubt, Shape::Question, word),
        Severity::Style => mark(Tone::Neutral, Shape::Dot, word),
    }
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
