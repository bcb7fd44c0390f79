//! Figures put together and claims taken out of them: several links as one change.

use super::{Command, CommandError, Patch, Project};
use crate::claim::{ArticleId, ClaimId};
use crate::crosscheck::{Figure, Link, LinkKind};

impl Project {
    /// The change that takes a claim out of its figure: apart from each of the others, so that these stay together.
    pub fn taken_out(&self, claim: ClaimId, figure: &Figure) -> Result<Command, CommandError> {
        let words = self.words_of(claim);
        self.linked(
            apart(claim, figure),
            format!("Take {words} out of its figure"),
        )
    }

    /// The change that says two claims are about one figure: what stands together with either comes along, so that no
    /// figure is torn. A claim that is in no figure comes alone.
    pub fn same_figure(
        &self,
        (a, of_a): (ClaimId, Option<&Figure>),
        (b, of_b): (ClaimId, Option<&Figure>),
    ) -> Result<Command, CommandError> {
        let around = |claim: ClaimId, figure: Option<&Figure>| {
            figure.map_or_else(|| vec![claim], |figure| figure.claims.clone())
        };
        let both = [around(a, of_a), around(b, of_b)].concat();
        let others = both.into_iter().filter(|other| *other != a);
        let links = others.map(|other| (a, other, LinkKind::Must));
        let (words, other) = (self.words_of(a), self.words_of(b));
        self.linked(links, format!("Put {words} together with {other}"))
    }

    /// The change that takes a claim out of `figure` into `onto`, which stays whole.
    pub fn moved(
        &self,
        claim: ClaimId,
        figure: &Figure,
        onto: &Figure,
    ) -> Result<Command, CommandError> {
        let stays = onto
            .claims
            .iter()
            .map(|other| (claim, *other, LinkKind::Must));
        let links = apart(claim, figure).chain(stays);
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

    /// The change that leaves it to the program how `claim` stands to others that a person has linked with it.
    pub fn unlinked(&self, claim: ClaimId, links: &[Link]) -> Result<Command, CommandError> {
        let unlink = |link: &Link| Command::UnlinkClaims {
            a: link.a,
            b: link.b,
        };
        if let [one] = links {
            return Ok(unlink(one));
        }
        let mut unlinked = self.clone();
        for link in links {
            unlinked = unlink(link).apply(&unlinked)?;
        }
        let (words, others) = (self.words_of(claim), links.len());
        Ok(Command::Patch {
            label: format!("Unlink {words} and {others} others"),
            patch: Box::new(Patch::between(self, &unlinked)),
        })
    }

    /// The change that takes back all that keeps claims of one article together with those of another.
    pub fn parted(&self, one: ArticleId, other: ArticleId) -> Result<Command, CommandError> {
        let article_of = |claim| self.claims.get(&claim).map(|claim| claim.article);
        let mut parted = self.clone();
        for Link { a, b, kind } in self.links.iter().copied() {
            let of = (article_of(a), article_of(b));
            let between = of == (Some(one), Some(other)) || of == (Some(other), Some(one));
            if between && kind == LinkKind::Must {
                parted = Command::UnlinkClaims { a, b }.apply(&parted)?;
            }
        }
        let name = |id| {
            let article = self.articles.get(&id);
            article.map_or_else(String::new, |article| article.name())
        };
        Ok(Command::Patch {
            label: format!("Unlink the claims of “{}” and “{}”", name(one), name(other)),
            patch: Box::new(Patch::between(self, &parted)),
        })
    }

    /// The words of a claim and where they stand: "“52” in Harbour Wire".
    pub(super) fn words_and_outlet(&self, claim: ClaimId) -> String {
        let words = self.words_of(claim);
        let article = self.claims.get(&claim).map(|claim| claim.article);
        match article.and_then(|article| self.articles.get(&article)) {
            Some(article) => format!("{words} in {}", article.outlet()),
            None => words,
        }
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

    /// Two figures that share a text: a second number of one text is kept apart by grouping alone.
    fn boats_and_pupils() -> (Session, Figure, Figure) {
        let session = told(&[
            "Some 40 boats sank at Tolan. About 900 pupils sang in Varda.",
            "Some 40 boats sank at Tolan.",
            "About 900 pupils sang in Varda.",
        ]);
        let (boats, pupils) = (figure_of(&session, 1), figure_of(&session, 2));
        (session, boats, pupils)
    }

    #[test]
    fn one_claim_told_to_be_of_another_figure_tears_neither() {
        let (mut session, boats, pupils) = boats_and_pupils();
        assert_eq!((boats.claims.len(), pupils.claims.len()), (2, 2));
        let (one, other) = (*boats.claims.last().expect("two"), pupils.id);
        let join = session
            .project()
            .same_figure((one, Some(&boats)), (other, Some(&pupils)))
            .expect("fits");
        session.apply(join, by_ana()).expect("fits");
        assert_eq!(figure_of(&session, 1).claims.len(), 4);
        session.undo(by_ana());
        assert_eq!(figure_of(&session, 1).claims, boats.claims);
    }

    #[test]
    fn what_was_put_together_is_taken_back_as_one_and_refused_by_name() {
        let (mut session, boats, pupils) = boats_and_pupils();
        let join = session.project().put_together(&boats, &pupils);
        session.apply(join.expect("fits"), by_ana()).expect("fits");
        let whole = figure_of(&session, 1);
        let refused = session.project().taken_out(ClaimId(3), &whole);
        let refused = refused.expect_err("linked by hand").to_string();
        assert!(refused.starts_with('“'), "{refused}");
        let links: Vec<Link> = session.project().links.iter().copied().collect();
        let back = session.project().unlinked(pupils.id, &links).expect("fits");
        session.apply(back, by_ana()).expect("fits");
        assert_eq!(figure_of(&session, 1).claims, boats.claims);
    }

    #[test]
    fn articles_are_parted_whole() {
        let mut session = told(&["Some 40 boats sank at Tolan."; 2]);
        let link = Command::LinkClaims {
            a: ClaimId(1),
            b: ClaimId(2),
            kind: LinkKind::Must,
        };
        session.apply(link, by_ana()).expect("fits");
        let parted = session.project().parted(ArticleId(2), ArticleId(1));
        session
            .apply(parted.expect("fits"), by_ana())
            .expect("fits");
        assert!(session.project().links.is_empty());
    }

    #[test]
    fn a_claim_moved_joins_a_figure_that_stays_whole() {
        let (mut session, boats, pupils) = boats_and_pupils();
        let moved = session
            .project()
            .moved(boats.id, &boats, &pupils)
            .expect("fits");
        session.apply(moved, by_ana()).expect("fits");
        let mut whole = [vec![boats.id], pupils.claims].concat();
        whole.sort_unstable();
        assert_eq!(figure_of(&session, boats.id.0).claims, whole);
    }
}
