//! How the check of a claim came out, in a sign, a word and a sort of colour that say the same.

use super::{Quote, VerdictEntry};
use crate::export::words;

impl VerdictEntry {
    /// Its sign, which says the same as its colour.
    pub const fn sign(&self) -> char {
        words::verdict_sign(self.value)
    }

    /// Its sort of colour, as [`words::tone`] names it.
    pub const fn tone(&self) -> &'static str {
        words::verdict_tone(self.value)
    }

    /// "Wrong: the register shows 40"; the word alone where evidence is the only ground.
    pub(in crate::export) fn in_words(&self) -> String {
        match self.rationale.trim() {
            "" => self.label.clone(),
            rationale => format!("{}: {rationale}", self.label),
        }
    }
}

/// How the check of a claim came out, or how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome<'a> {
    /// A sign of its own.
    pub sign: char,
    /// The word.
    pub word: &'a str,
    /// The sort of colour, as [`words::tone`] names it.
    pub tone: &'static str,
}

impl Quote {
    /// The verdict, and where there is none how far the check is.
    pub fn outcome(&self) -> Outcome<'_> {
        if let Some(verdict) = &self.verdict {
            return Outcome {
                sign: verdict.sign(),
                word: &verdict.label,
                tone: verdict.tone(),
            };
        }
        let label = words::of_key(self.status);
        Outcome {
            sign: label.shape,
            word: label.word,
            tone: words::tone(self.status),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::export::sample;

    #[test]
    fn a_verdict_without_a_reason_is_a_word() {
        let mut verdict = sample::report().quotes[0].verdict.clone().expect("judged");
        verdict.rationale = "The log says so.".to_owned();
        assert_eq!(verdict.in_words(), "Mostly right: The log says so.");
        verdict.rationale.clear();
        assert_eq!(verdict.in_words(), "Mostly right");
    }

    #[test]
    fn a_verdict_comes_before_how_far_the_check_is() {
        let mut quote = sample::report().quotes[0].clone();
        let outcome = quote.outcome();
        assert_eq!(
            (outcome.sign, outcome.word, outcome.tone),
            ('∼', "Mostly right", "good")
        );
        quote.verdict = None;
        let outcome = quote.outcome();
        assert_eq!((outcome.sign, outcome.word), ('●', "Checked"));
    }
}
