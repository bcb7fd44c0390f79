//! What marks mean: a tone and a shape for each status, answer and severity. Never colour alone.

use crate::crosscheck::{Answer, Severity};
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
    SealedTilde,
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
    match status {
        project::Status::Unchecked => mark(Tone::Doubt, Shape::Ring, "Unchecked"),
        project::Status::InProgress => mark(Tone::Info, Shape::HalfDisc, "In progress"),
        project::Status::Checked => mark(Tone::Good, Shape::Check, "Checked"),
        project::Status::Rejected => mark(Tone::Neutral, Shape::Cross, "Not a claim"),
    }
}

/// The mark of an answer.
pub const fn answer_mark(answer: Answer) -> Status {
    match answer {
        Answer::NotComparable => mark(Tone::Neutral, Shape::Slash, "Not comparable"),
        Answer::DifferentScope => mark(Tone::Scope, Shape::Square, "Different scope"),
        Answer::UpdatedOverTime => mark(Tone::Info, Shape::Arrow, "Updated over time"),
        Answer::Agrees => mark(Tone::Good, Shape::Equals, "Agrees"),
        Answer::AgreesWithinRounding => {
            mark(Tone::Good, Shape::AlmostEquals, "Agrees within rounding")
        }
        Answer::CompatibleBound => mark(Tone::Good, Shape::Bound, "Compatible bound"),
        Answer::Conflicts => mark(Tone::Alarm, Shape::Bolt, "Conflicts"),
        Answer::CannotTell => mark(Tone::Doubt, Shape::Question, "Cannot tell"),
    }
}

/// The mark of a finding's weight.
pub const fn severity_mark(severity: Severity) -> Status {
    match severity {
        Severity::Impossible => mark(Tone::Alarm, Shape::Triangle, "Impossible"),
        Severity::ConflictWithSlip => mark(Tone::Alarm, Shape::Bolt, "Conflict, likely slip"),
        Severity::ConflictSameRoot => mark(Tone::Alarm, Shape::Bolt, "Conflict, one source"),
        Severity::ConflictDifferentRoots => mark(Tone::Alarm, Shape::Bolt, "Conflict of sources"),
        Severity::CannotTell => mark(Tone::Doubt, Shape::Question, "Cannot tell"),
        Severity::Style => mark(Tone::Neutral, Shape::Dot, "Worth knowing"),
    }
}

/// The mark of a verdict, by how true its rating says the claim is: 5 for wholly. A seal, because a person has decided;
/// what the program found out is drawn in lines.
pub const fn verdict_mark(value: Option<u8>) -> Status {
    match value {
        Some(5..) => mark(Tone::Good, Shape::SealedCheck, "Judged true"),
        Some(4) => mark(Tone::Good, Shape::SealedTilde, "Judged mostly true"),
        Some(3) => mark(Tone::Doubt, Shape::SealedBar, "Judged disputed"),
        Some(2) => mark(Tone::Info, Shape::SealedClock, "Judged outdated"),
        Some(_) => mark(Tone::Alarm, Shape::SealedCross, "Judged wrong"),
        None => mark(Tone::Neutral, Shape::SealedQuestion, "Judged open"),
    }
}
