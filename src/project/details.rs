//! What is known of an article edited: its readings follow, for "on Tuesday" is a day once the article has one.

use std::sync::Arc;

use super::{Command, CommandError, Patch, Project};
use crate::article::{Article, Metadata};
use crate::claim::{ArticleId, Claim, Found, Reading, extract};

impl Project {
    /// The change that puts `metadata` to an article. What its claims say is read again in the light of it, where nobody
    /// has edited it.
    pub fn with_details(
        &self,
        article: ArticleId,
        metadata: Metadata,
    ) -> Result<Command, CommandError> {
        let plain = Command::EditMetadata { article, metadata };
        let mut next = plain.apply(self)?;
        let (Some(before), Some(after)) =
            (self.articles.get(&article), next.articles.get(&article))
        else {
            return Ok(plain);
        };
        let reread = reread(before, after, self.claims_of(article).map(AsRef::as_ref));
        if reread.is_empty() {
            return Ok(plain);
        }
        for claim in reread {
            next.claims.insert(claim.id, Arc::new(claim));
        }
        Ok(Command::Patch {
            label: plain.describe(self),
            patch: Box::new(Patch::between(self, &next)),
        })
    }
}

/// The claims that read otherwise in `after`, which has the text of `before`.
fn reread<'a>(
    before: &Article,
    after: &Article,
    claims: impl Iterator<Item = &'a Claim>,
) -> Vec<Claim> {
    let told = |article: &Article| {
        let metadata = &article.metadata;
        (
            metadata.published.clone(),
            metadata.language.clone(),
            metadata.publisher.clone(),
            metadata.byline.clone(),
        )
    };
    if told(before) == told(after) {
        return Vec::new();
    }
    let (old, new) = (extract(before), extract(after));
    let at = |found: &[Found], claim: &Claim| -> Option<Reading> {
        let same = found.iter().find(|found| found.span == claim.anchor.span)?;
        Some(same.reading.clone())
    };
    claims
        .filter_map(|claim| {
            let (old, new) = (at(&old, claim)?, at(&new, claim)?);
            let reading = in_the_light(&claim.reading, &old, new)?;
            (reading != claim.reading).then(|| Claim {
                reading,
                ..claim.clone()
            })
        })
        .collect()
}

/// A reading as it is now: the new one where it was as found, its times where those were.
fn in_the_light(own: &Reading, old: &Reading, new: Reading) -> Option<Reading> {
    if own == old {
        return Some(new);
    }
    (own.period == old.period && own.as_of == old.as_of).then(|| Reading {
        period: new.period,
        as_of: new.as_of,
        ..own.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::super::Session;
    use super::super::samples::by_ana;
    use super::*;
    use crate::claim::ClaimId;
    use crate::text::Text;

    const WORDS: &str = "Some 98,000 people crossed the lake, officials said on Tuesday. At least 14 boats sank over the past week.";

    fn session() -> Session {
        let article = Article::of_text(Text::verbatim(WORDS));
        let found = extract(&article);
        let mut session = Session::new("Boats");
        session
            .apply(Command::AddArticle { article, found }, by_ana())
            .expect("fits");
        session
    }

    fn dated(session: &mut Session, day: &str) {
        let metadata = Metadata {
            published: day.parse().ok(),
            ..Metadata::default()
        };
        let edit = session
            .project()
            .with_details(ArticleId(1), metadata)
            .expect("fits");
        session.apply(edit, by_ana()).expect("fits");
    }

    fn as_of(session: &Session, claim: u32) -> Option<String> {
        let reading = &session.project().claims.get(&ClaimId(claim))?.reading;
        Some(reading.as_of.as_ref()?.date.to_string())
    }

    #[test]
    fn a_day_given_later_dates_what_the_text_says() {
        let mut session = session();
        assert_eq!(as_of(&session, 1), None);
        // A Wednesday.
        dated(&mut session, "2022-09-28");
        assert_eq!(as_of(&session, 1).as_deref(), Some("2022-09-27"));
        let period = |session: &Session| {
            let claim = session.project().claims.get(&ClaimId(2)).expect("there");
            claim.reading.period.clone().and_then(|period| period.from)
        };
        assert!(period(&session).is_some(), "the past week has days");
        session.undo(by_ana());
        assert_eq!(as_of(&session, 1), None);
        assert_eq!(period(&session), None, "taken back as one");
    }

    #[test]
    fn a_time_that_somebody_has_set_stays() {
        let mut session = session();
        let claim = session.project().claims.get(&ClaimId(1)).expect("there");
        let mut reading = claim.reading.clone();
        reading.as_of = Some(crate::claim::AsOf {
            date: "2022-09-20".parse().expect("a day"),
            certainty: crate::claim::Certainty::Stated,
        });
        let edit = Command::EditClaim {
            claim: ClaimId(1),
            reading,
        };
        session.apply(edit, by_ana()).expect("fits");
        dated(&mut session, "2022-09-28");
        assert_eq!(as_of(&session, 1).as_deref(), Some("2022-09-20"));
    }
}
