//! How answers, statuses, intervals and numbers are put into words, with a shape for each so that none rests on colour.

use crate::article::Role;
use crate::claim::{Basis, SourceKind};
use crate::crosscheck::{Answer, Severity};
use crate::lexicon::Lexicon;
use crate::lexicon::words::Class;
use crate::project::{Stance, Status};
use crate::quantity::{Kind, Sense};

/// A word for a person and a shape beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The word: "Conflicts".
    pub word: &'static str,
    /// A sign of its own, the same in every format and drawn in the window: "↯".
    pub shape: char,
    /// The name in files for other programs: "conflicts".
    pub key: &'static str,
}

const fn label(shape: char, word: &'static str, key: &'static str) -> Label {
    Label { word, shape, key }
}

/// An answer of a comparison.
pub const fn answer(answer: Answer) -> Label {
    match answer {
        Answer::NotComparable => label('⊘', "Not comparable", "not_comparable"),
        Answer::DifferentScope => label('■', "Different scope", "different_scope"),
        Answer::UpdatedOverTime => label('➚', "Updated over time", "updated_over_time"),
        Answer::Agrees => label('=', "Agrees", "agrees"),
        Answer::AgreesWithinRounding => {
            label('≈', "Agrees within rounding", "agrees_within_rounding")
        }
        Answer::CompatibleBound => label('↦', "Compatible bound", "compatible_bound"),
        Answer::Conflicts => label('↯', "Conflicts", "conflicts"),
        Answer::CannotTell => label('?', "Cannot tell", "cannot_tell"),
    }
}

/// How far the check of a claim is.
pub const fn status(status: Status) -> Label {
    match status {
        Status::Unchecked => label('○', "Unchecked", "unchecked"),
        Status::InProgress => label('◒', "In progress", "in_progress"),
        Status::Checked => label('●', "Checked", "checked"),
        Status::Rejected => label('✕', "Not a claim", "rejected"),
    }
}

/// The sign of a verdict, by how true its rating says the claim is: 5 for wholly. As the seals of the window show it: a
/// check, a tilde, a bar, a clock, a cross, a question mark.
pub const fn verdict_sign(value: Option<u8>) -> char {
    match value {
        Some(5..) => '✓',
        Some(4) => '∼',
        Some(3) => '⊖',
        Some(2) => '◷',
        Some(_) => '⊗',
        None => '⁇',
    }
}

/// The sort of colour of a verdict, as [`tone`] names it.
pub const fn verdict_tone(value: Option<u8>) -> &'static str {
    match value {
        Some(4..) => "good",
        Some(3) => "ask",
        Some(2) => "move",
        Some(_) => "bad",
        None => "calm",
    }
}

/// How much a finding weighs.
pub const fn severity(severity: Severity) -> Label {
    match severity {
        Severity::Impossible => label('▲', "Impossible", "impossible"),
        Severity::ConflictWithSlip => label('↯', "Conflict, likely slip", "conflict_with_slip"),
        Severity::ConflictSameRoot => {
            label('↯', "Conflict within one source", "conflict_same_root")
        }
        Severity::ConflictDifferentRoots => {
            label('↯', "Conflict between sources", "conflict_different_roots")
        }
        Severity::CannotTell => label('?', "Cannot tell", "cannot_tell"),
        Severity::Style => label('·', "Worth knowing", "style"),
    }
}

/// Which way evidence points.
pub const fn stance(stance: Stance) -> Label {
    match stance {
        Stance::Supports => label('+', "Supports", "supports"),
        Stance::Refutes => label('−', "Refutes", "refutes"),
        Stance::Context => label('·', "Context", "context"),
    }
}

/// What an article is for.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::CopyUnderCheck => "Copy under check",
        Role::Report => "Report",
        Role::PrimaryDocument => "Primary document",
    }
}

/// Every answer, those that need an eye first.
pub const ANSWERS: [Answer; 8] = [
    Answer::Conflicts,
    Answer::CannotTell,
    Answer::UpdatedOverTime,
    Answer::DifferentScope,
    Answer::NotComparable,
    Answer::CompatibleBound,
    Answer::AgreesWithinRounding,
    Answer::Agrees,
];

/// Every severity, heaviest first.
pub const SEVERITIES: [Severity; 6] = [
    Severity::Impossible,
    Severity::ConflictWithSlip,
    Severity::ConflictSameRoot,
    Severity::ConflictDifferentRoots,
    Severity::CannotTell,
    Severity::Style,
];

/// Every status, the farthest first.
pub const STATUSES: [Status; 4] = [
    Status::Checked,
    Status::InProgress,
    Status::Unchecked,
    Status::Rejected,
];

const STANCES: [Stance; 3] = [Stance::Supports, Stance::Refutes, Stance::Context];

/// Every role.
pub const ROLES: [Role; 3] = [Role::CopyUnderCheck, Role::Report, Role::PrimaryDocument];

/// The words of every answer, severity, status and stance.
pub fn labels() -> impl Iterator<Item = Label> {
    let judged = ANSWERS
        .map(answer)
        .into_iter()
        .chain(SEVERITIES.map(severity));
    judged
        .chain(STATUSES.map(status))
        .chain(STANCES.map(stance))
}

/// What a key stands for, whichever of answer, severity, status or stance it is; a key of none reads "unknown".
pub fn of_key(key: &str) -> Label {
    labels()
        .find(|label| label.key == key)
        .unwrap_or(label('?', "Unknown", "unknown"))
}

/// The sort of colour of a key: "good", "move", "bad", "ask" or "calm"; shape and word beside it say the same.
pub fn tone(key: &str) -> &'static str {
    match key {
        "agrees" | "agrees_within_rounding" | "compatible_bound" | "checked" | "supports" => "good",
        "updated_over_time" | "in_progress" => "move",
        "conflicts"
        | "impossible"
        | "conflict_with_slip"
        | "conflict_same_root"
        | "conflict_different_roots"
        | "refutes" => "bad",
        "cannot_tell" | "unchecked" => "ask",
        _ => "calm",
    }
}

/// The words for the key of a role.
pub fn of_role_key(key: &str) -> &'static str {
    ROLES
        .into_iter()
        .find(|of| role_key(*of) == key)
        .map_or("Unknown", role)
}

/// Name of a role in files for other programs.
pub const fn role_key(role: Role) -> &'static str {
    match role {
        Role::CopyUnderCheck => "copy_under_check",
        Role::Report => "report",
        Role::PrimaryDocument => "primary_document",
    }
}

/// The sort of a figure.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "count",
        Kind::Share => "share",
        Kind::Money => "money",
        Kind::Measure => "measure",
        Kind::Rate => "rate",
        Kind::Average => "average",
        Kind::Duration => "duration",
        Kind::Age => "age",
        Kind::Rank => "rank",
        Kind::Ratio => "ratio",
    }
}

/// Level or change.
pub const fn sense(sense: Sense) -> &'static str {
    match sense {
        Sense::Level => "level",
        Sense::Up => "up",
        Sense::Down => "down",
        Sense::Difference => "difference",
    }
}

/// The sort of a source.
pub const fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "official",
        SourceKind::Organisation => "organisation",
        SourceKind::Person => "person",
        SourceKind::Document => "document",
        SourceKind::Poll => "poll",
        SourceKind::Media => "media",
        SourceKind::Anonymous => "anonymous",
    }
}

/// On what a figure rests.
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Count => "count",
        Basis::Official => "official",
        Basis::Estimate => "estimate",
        Basis::Projection => "projection",
        Basis::Allegation => "allegation",
        Basis::Poll => "poll",
    }
}

/// An ISO 8601 time as it is printed: "2026-03-02T14:05:09Z" as "2026-03-02 14:05 UTC"; anything else as it is.
pub fn time(written: &str) -> String {
    crate::article::to_the_minute(written)
}

/// "1 figure", "3 figures", "12,000 figures".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{} {noun}", grouped(count))
}

/// Words as a sentence begins: "Line 4" of "line 4".
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A name as it stands inside a sentence: "the harbour office" of "The harbour office", which began one.
pub fn in_sentence(name: &str) -> String {
    let begun = name.split_once(' ').filter(|(first, _)| {
        let words = Lexicon::of("en").map(|lexicon| &lexicon.words);
        words.is_some_and(|words| words.classes(&first.to_lowercase()).has(Class::Determiner))
    });
    match begun {
        Some((first, rest)) => format!("{} {rest}", first.to_lowercase()),
        None => name.to_owned(),
    }
}

/// A sentence with its full stop, if no other sign ends it.
pub fn ended(words: &str) -> String {
    let stop = if words.ends_with(['.', '?', '!', '…']) {
        ""
    } else {
        "."
    };
    format!("{words}{stop}")
}

/// A count with its thousands parted: "12,000".
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::default_ratings;

    #[test]
    fn counts_are_written_with_their_thousands_parted() {
        let written = [0, 12, 999, 1_000, 1_234_567].map(grouped);
        assert_eq!(written, ["0", "12", "999", "1,000", "1,234,567"]);
        assert_eq!(counted(1, "claim", "claims"), "1 claim");
        assert_eq!(counted(12_000, "claim", "claims"), "12,000 claims");
    }

    #[test]
    fn no_verdict_is_taken_for_another_one_nor_for_what_the_program_found() {
        let verdicts = default_ratings().into_iter().map(|it| it.value);
        let mut signs: Vec<char> = verdicts.map(verdict_sign).collect();
        assert!(
            signs
                .iter()
                .all(|sign| labels().all(|it| it.shape != *sign))
        );
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), default_ratings().len());
    }

    #[test]
    fn a_name_inside_a_sentence_begins_as_it_would_there() {
        for (name, inside) in [
            ("The harbour office", "the harbour office"),
            ("Mara Ellis", "Mara Ellis"),
            ("The", "The"),
            ("משרד החקלאות", "משרד החקלאות"),
        ] {
            assert_eq!(in_sentence(name), inside);
        }
    }

    #[test]
    fn a_time_is_printed_to_the_minute_with_its_zone() {
        assert_eq!(time("2026-03-02T14:05:09Z"), "2026-03-02 14:05 UTC");
        assert_eq!(time("2026-03-02T14:05+01:00"), "2026-03-02 14:05 +01:00");
        assert_eq!(time("2026-03-02"), "2026-03-02");
    }
}
