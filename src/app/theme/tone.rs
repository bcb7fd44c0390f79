//! What marks mean: a tone beside the word and the shape of [`words`](crate::export::words). Never colour alone.

use crate::crosscheck::{Answer, Severity};
use crate::export::words::{self, Label};
use crate::project::Status;

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

/// How a thing is marked and called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its colour.
    pub tone: Tone,
    /// Its word and shape.
    pub label: Label,
}

/// The mark of how far a claim is.
pub const fn status_mark(status: Status) -> Mark {
    let tone = match status {
        Status::Unchecked => Tone::Doubt,
        Status::InProgress => Tone::Info,
        Status::Checked => Tone::Good,
        Status::Rejected => Tone::Neutral,
    };
    Mark {
        tone,
        label: words::status(status),
    }
}

/// The mark of an answer.
pub const fn answer_mark(answer: Answer) -> Mark {
    let tone = match answer {
        Answer::NotComparable => Tone::Neutral,
        Answer::DifferentScope => Tone::Scope,
        Answer::UpdatedOverTime => Tone::Info,
        Answer::Agrees | Answer::AgreesWithinRounding | Answer::CompatibleBound => Tone::Good,
        Answer::Conflicts => Tone::Alarm,
        Answer::CannotTell => Tone::Doubt,
    };
    Mark {
        tone,
        label: words::answer(answer),
    }
}

/// The mark of a finding's weight.
pub const fn severity_mark(severity: Severity) -> Mark {
    let tone = match severity {
        Severity::Impossible
        | Severity::ConflictWithSlip
        | Severity::ConflictSameRoot
        | Severity::ConflictDifferentRoots => Tone::Alarm,
        Severity::CannotTell => Tone::Doubt,
        Severity::Style => Tone::Neutral,
    };
    Mark {
        tone,
        label: words::severity(severity),
    }
}

/// The colour of a verdict: by how true its rating says the claim is, 5 for wholly.
pub const fn rating_tone(value: Option<u8>) -> Tone {
    match value {
        Some(4..) => Tone::Good,
        Some(2 | 3) => Tone::Doubt,
        Some(_) => Tone::Alarm,
        None => Tone::Neutral,
    }
}
