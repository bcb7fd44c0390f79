//! Whether a project hangs together.

use super::Project;
use super::Subject;
use super::command::{has_grounds, house_rules_sound, ratings_sound};
use crate::claim::ClaimId;

impl Project {
    /// Whether every id resolves and every rule of a project holds; else what is wrong, in a sentence.
    ///
    /// Anchors are not looked at: see [`lost_anchors`](Self::lost_anchors).
    pub fn soundness(&self) -> Result<(), String> {
        self.numbering()?;
        self.claims_resolve()?;
        house_rules_sound(&self.house_rules)?;
        ratings_sound(self)?;
        let mut signed = std::collections::BTreeSet::new();
        for sign_off in &self.sign_offs {
            if !self.articles.contains_key(&sign_off.article) {
                return Err(format!("{} is signed off but not there", sign_off.article));
            }
            if !signed.insert((sign_off.article, sign_off.by.as_str())) {
                return Err(format!(
                    "{} is signed off twice by {}",
                    sign_off.article, sign_off.by
                ));
            }
        }
        for (view, next) in self.views.iter().zip(self.views.iter().skip(1)) {
            if view.name >= next.name {
                return Err(format!("the views are not in order at “{}”", next.name));
            }
        }
        Ok(())
    }

    fn numbering(&self) -> Result<(), String> {
        if let Some((id, _)) = self.articles.get_max()
            && id.0 >= self.next_article
        {
            return Err(format!("{id} has a number that is still to be given"));
        }
        if let Some((id, _)) = self.claims.get_max()
            && id.0 >= self.next_claim
        {
            return Err(format!("{id} has a number that is still to be given"));
        }
        for (id, claim) in &self.claims {
            if claim.id != *id {
                return Err(format!("{id} is kept as if it were {}", claim.id));
            }
            if !self.articles.contains_key(&claim.article) {
                return Err(format!(
                    "{id} stands in {}, which is not there",
                    claim.article
                ));
            }
        }
        Ok(())
    }

    fn claims_resolve(&self) -> Result<(), String> {
        let known = |claim: &ClaimId, what: &str| {
            if self.claims.contains_key(claim) {
                Ok(())
            } else {
                Err(format!("a {what} names {claim}, which is not there"))
            }
        };
        for (claim, review) in &self.reviews {
            known(claim, "review")?;
            if !has_grounds(review) {
                return Err(format!("the verdict on {claim} has no grounds"));
            }
        }
        for link in &self.links {
            known(&link.a, "link")?;
            known(&link.b, "link")?;
            if link.a >= link.b {
                return Err(format!("a link names {} before {}", link.a, link.b));
            }
        }
        for (link, next) in self.links.iter().zip(self.links.iter().skip(1)) {
            if (link.a, link.b) >= (next.a, next.b) {
                return Err(format!(
                    "the links are not in order, each pair once, at {} and {}",
                    next.a, next.b
                ));
            }
        }
        for (claim, decision) in &self.figures {
            known(claim, "decision")?;
            for claim in &decision.claims {
                known(claim, "decision")?;
            }
        }
        for dismissal in &self.dismissals {
            for claim in &dismissal.claims {
                known(claim, "finding set aside")?;
            }
        }
        for note in &self.notes {
            match note.subject {
                Subject::Project => {}
                Subject::Article(article) if self.articles.contains_key(&article) => {}
                Subject::Article(article) => {
                    return Err(format!("a note names {article}, which is not there"));
                }
                Subject::Figure(claim) => known(&claim, "note")?,
            }
        }
        Ok(())
    }
}
