//! What a signature stands under: whether the copy is still the one that was read.

use std::fmt::Write as _;

use super::{Project, SignOff};
use crate::claim::{ArticleId, Claim};
use crate::project::file::fingerprint;
use crate::quantity::{HouseRules, Notation};

impl Project {
    /// Fingerprint of a copy as its reader signs it: its words, and of each claim the place, the number and the unit as
    /// understood, and the judgement. Notes and evidence may be added under a signature.
    pub fn seal_of(&self, article: ArticleId) -> String {
        let mut signed = String::new();
        if let Some(article) = self.articles.get(&article) {
            signed.push_str(article.text.as_str());
        }
        for claim in self.claims_of(article) {
            signed.push('\n');
            // Writing to a string cannot fail.
            let _ = self.write_claim(&mut signed, claim);
        }
        fingerprint(signed.as_bytes())
    }

    fn write_claim(&self, signed: &mut String, claim: &Claim) -> std::fmt::Result {
        let (span, quantity) = (claim.anchor.span, &claim.reading.quantity);
        let interval = Notation(quantity.interval(&HouseRules::default()));
        let unit = quantity.unit_text.as_deref().unwrap_or_default();
        let status = self.status(claim.id).name();
        write!(
            signed,
            "{} {}..{} {interval} {unit} {status}",
            claim.id,
            span.start(),
            span.end()
        )?;
        let review = self.reviews.get(&claim.id);
        match review.and_then(|review| review.verdict.as_ref()) {
            Some(verdict) => write!(signed, " {}: {}", verdict.rating, verdict.rationale),
            None => Ok(()),
        }
    }

    /// Whether the copy still stands as it stood when it was signed.
    pub fn is_current(&self, sign_off: &SignOff) -> bool {
        let same = |seal: &String| *seal == self.seal_of(sign_off.article);
        self.tally(sign_off.article) == sign_off.tally && sign_off.seal.as_ref().is_none_or(same)
    }

    /// Whether two people have signed the copy as it stands now: the second reader's signature counts only beside
    /// another one.
    pub fn is_read_twice(&self, article: ArticleId) -> bool {
        let current =
            |sign_off: &&SignOff| sign_off.article == article && self.is_current(sign_off);
        self.sign_offs.iter().filter(current).count() > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::ClaimId;
    use crate::project::samples::{by_ana, session, verdict};
    use crate::project::{Command, Session};

    const COPY: ArticleId = ArticleId(1);

    fn make(session: &mut Session, command: Command) {
        session.apply(command, by_ana()).expect("fits");
    }

    fn judge(rating: &str) -> Command {
        Command::SetVerdict {
            claims: vec![ClaimId(1)],
            verdict: Some(verdict(rating, "the log")),
        }
    }

    fn sign(session: &mut Session, by: &str) {
        let seal = Some(session.project().seal_of(COPY));
        let command = Command::SignOff {
            article: COPY,
            by: by.to_owned(),
            at: by_ana().at,
            seal,
        };
        make(session, command);
    }

    fn is_current(session: &Session) -> bool {
        let project = session.project();
        project
            .sign_offs
            .iter()
            .all(|sign| project.is_current(sign))
    }

    #[test]
    fn a_signature_holds_until_what_was_signed_is_changed() {
        let mut session = session();
        make(&mut session, judge("confirmed"));
        sign(&mut session, "Ana");
        let note = Command::SetNote {
            claim: ClaimId(1),
            note: "filed in the red folder".to_owned(),
        };
        make(&mut session, note);
        assert!(is_current(&session), "a note may be added");
        make(&mut session, judge("wrong"));
        assert!(!is_current(&session), "as many are checked, but otherwise");
        session.undo(by_ana());
        assert!(is_current(&session));
    }

    #[test]
    fn a_copy_is_read_twice_when_two_people_have_signed_it_as_it_stands() {
        let mut session = session();
        sign(&mut session, "Ana");
        sign(&mut session, "Ana");
        assert!(!session.project().is_read_twice(COPY), "the same person");
        sign(&mut session, "Ben");
        assert!(session.project().is_read_twice(COPY));
        make(&mut session, judge("wrong"));
        assert!(!session.project().is_read_twice(COPY), "changed since");
    }
}
