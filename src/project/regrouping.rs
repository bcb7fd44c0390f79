//! Figures put together and claims taken out of them: several links as one change.

use super::{Command, CommandError, Patch, Project};
use crate::claim::ClaimId;
use crate::crosscheck::{Figure, LinkKind};

impl Project {
    /// The change that takes a claim out of its figure: apart from each of the others, so that these stay together.
    pub fn taken_out(&self, claim: ClaimId, figure: &Figure) -> Result<Command, CommandError> {
        let words = self.words_of(claim);
        self.linked(
            apart(claim, figure),
            format!("Take {words} out of its figure"),
        )
    }

    /// The change that takes a claim out of `figure` into `onto`.
    pub fn moved(
        &self,
        claim: ClaimId,
        figure: &Figure,
        onto: &Figure,
    ) -> Result<Command, CommandError> {
        let links = apart(claim, figure).chain([(claim, onto.id, LinkKind::Must)]);
        let (words, other) = (self.words_of(claim), self.words_of(onto.id));
        self.linked(links, format!("Put {words} to the figure of {other}"))
    }

    /// The change that makes one figure of two, whole: all claims of both are kept with the first of `onto`.
    pub fn put_together(&self, figure: &Figure, onto: &Figure) -> Result<Command, CommandError> {
        let others = onto.claims.iter().chain(&figure.claims);
        let links = others
            .filter(|claim| **claim != onto.id)
            .map(|claim| (onto.id, *claim, LinkKind::Must));
        let (one, other) = (self.words_of(figure.id), self.words_of(onto.id));
        self.linked(
            links,
            format!("Put the figures of {one} and {other} together"),
        )
    }

    fn words_of(&self, claim: ClaimId) -> String {
        let found = self.claims.get(&claim);
        found.map_or_else(
            || claim.to_string(),
            |claim| format!("“{}”", claim.anchor.quote),
        )
    }

    fn linked(
        &self,
        links: impl Iterator<Item = (ClaimId, ClaimId, LinkKind)>,
        label: String,
    ) -> Result<Command, CommandError> {
        let mut linked = self.clone();
        for (a, b, kind) in links {
            linked = Command::LinkClaims { a, b, kind }.apply(&linked)?;
        }
        Ok(Command::Patch {
            label,
            patch: Box::new(Patch::between(self, &linked)),
        })
    }
}

/// A claim apart from all others of its figure.
fn apart(
    claim: ClaimId,
    figure: &Figure,
) -> impl Iterator<Item = (ClaimId, ClaimId, LinkKind)> + '_ {
    let others = figure.claims.iter().filter(move |other| **other != claim);
    others.map(move |other| (claim, *other, LinkKind::Cannot))
}

#[cfg(test)]
mod tests {
    use super::super::Session;
    use super::super::samples::by_ana;
    use super::*;
    use crate::article::Article;
    use crate::claim::extract;
    use crate::text::Text;

    fn told(words: &[&str]) -> Session {
        let mut session = Session::new("Boats");
        for words in words {
            let article = Article::of_text(Text::verbatim(words));
            let found = extract(&article);
            session
                .apply(Command::AddArticle { article, found }, by_ana())
                .expect("fits");
        }
        session
    }

    fn figure_of(session: &Session, claim: u32) -> Figure {
        let crosscheck = session.crosscheck();
        crosscheck
            .figure_of(ClaimId(claim))
            .expect("compared")
            .clone()
    }

    #[test]
    fn a_claim_leaves_and_the_others_stay_together() {
        let mut session = told(&["Some 40 boats sank at Tolan."; 3]);
        let figure = figure_of(&session, 2);
        assert_eq!(figure.claims.len(), 3);
        let leave = session
            .project()
            .taken_out(ClaimId(2), &figure)
            .expect("fits");
        session.apply(leave, by_ana()).expect("fits");
        assert_eq!(figure_of(&session, 2).claims, [ClaimId(2)]);
        assert_eq!(figure_of(&session, 1).claims, [ClaimId(1), ClaimId(3)]);
        assert_eq!(
            session.undo_label(),
            Some("Take “Some 40” out of its figure")
        );
        session.undo(by_ana());
        assert_eq!(figure_of(&session, 1).claims.len(), 3, "taken back as one");
    }

    #[test]
    fn two_figures_become_one_whole() {
        let mut session = told(&[
            "Some 40 boats sank at Tolan.",
            "Some 40 boats sank at Tolan.",
            "About 900 pupils sang in Varda.",
            "About 900 pupils sang in Varda.",
        ]);
        let (one, other) = (figure_of(&session, 1), figure_of(&session, 3));
        assert_eq!((one.claims.len(), other.claims.len()), (2, 2));
        let join = session.project().put_together(&one, &other).expect("fits");
        session.apply(join, by_ana()).expect("fits");
        assert_eq!(figure_of(&session, 1).claims.len(), 4);
    }
}
