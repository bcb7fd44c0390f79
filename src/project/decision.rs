//! What was decided about figures and findings, found again however the figures are grouped since.

use super::{Dismissal, FigureDecision, Project, Status};
use crate::claim::{ArticleId, ClaimId};
use crate::crosscheck::{Crosscheck, Figure, Finding, Severity};

impl Project {
    /// What was decided about a figure, and the claim it is kept under: one of the figure's claims. Where that claim
    /// has been rejected since, the first of the others with which the decision was taken stands in for it. A figure
    /// that was parted from the decision's claim has none. To change a decision, use the same claim again.
    pub fn decision_of(&self, figure: &Figure) -> Option<(ClaimId, &FigureDecision)> {
        let of_claim = |claim: &ClaimId| Some((*claim, self.figures.get(claim)?));
        figure.claims.iter().find_map(of_claim).or_else(|| {
            let rejected = |claim: &ClaimId| self.status(*claim) == Status::Rejected;
            let stands_in = |decision: &FigureDecision| {
                let heir = decision.claims.iter().find(|claim| !rejected(claim));
                heir.is_some_and(|heir| figure.claims.contains(heir))
            };
            self.figures
                .iter()
                .find(|(claim, decision)| rejected(claim) && stands_in(decision))
                .map(|(claim, decision)| (*claim, decision))
        })
    }

    /// The claim under which a decision about `figure` is to be recorded.
    pub fn decision_key(&self, figure: &Figure) -> ClaimId {
        self.decision_of(figure)
            .map_or(figure.id, |(claim, _)| claim)
    }

    /// The title of a finding, with the name that a person gave to its figure.
    pub fn finding_title(&self, finding: &Finding, crosscheck: &Crosscheck) -> String {
        let any = self
            .figures
            .values()
            .any(|decision| decision.title.is_some());
        let mut figures = crosscheck.figures.iter().filter(|_| any);
        let figure = figures.find(|figure| {
            let inside = |claim| figure.claims.contains(claim);
            finding.title.starts_with(&figure.title) && finding.claims.iter().all(inside)
        });
        let name = figure.and_then(|figure| {
            let (_, decision) = self.decision_of(figure)?;
            let rest = finding.title.strip_prefix(&figure.title)?;
            Some(format!("{}{rest}", decision.title.as_ref()?))
        });
        name.unwrap_or_else(|| finding.title.clone())
    }

    /// The word that sets a finding aside, if there is one.
    pub fn dismissal_of(&self, finding: &Finding) -> Option<&Dismissal> {
        let mut dismissals = self.dismissals.iter();
        dismissals.find(|dismissal| dismissal.is_of(finding.code, &finding.claims))
    }

    /// The first finding of an article that cannot be and is not set aside: until then its copy is not signed off.
    pub fn impossible_open<'a>(
        &self,
        crosscheck: &'a Crosscheck,
        article: ArticleId,
    ) -> Option<&'a Finding> {
        let of_article = |claim: &ClaimId| {
            let claim = self.claims.get(claim);
            claim.is_some_and(|claim| claim.article == article)
        };
        let mut findings = crosscheck.findings.iter().map(AsRef::as_ref);
        findings.find(|finding: &&Finding| {
            finding.severity == Severity::Impossible
                && self.dismissal_of(finding).is_none()
                && finding.claims.iter().any(of_article)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crosscheck::LinkKind;
    use crate::project::samples::{by_ana, session};
    use crate::project::{Command, Session};

    fn link(session: &mut Session, kind: LinkKind) {
        let command = Command::LinkClaims {
            a: ClaimId(1),
            b: ClaimId(3),
            kind,
        };
        session.apply(command, by_ana()).expect("fits");
    }

    /// The name that was given to the figure of a claim.
    fn name_of(session: &Session, claim: u32) -> Option<String> {
        let figures = &session.crosscheck().figures;
        let figure = figures
            .iter()
            .find(|figure| figure.claims.contains(&ClaimId(claim)))?;
        session.project().decision_of(figure)?.1.title.clone()
    }

    #[test]
    fn a_decision_stays_with_its_figure_however_the_claims_are_grouped() {
        let mut session = session();
        link(&mut session, LinkKind::Must);
        let figures = session.crosscheck().figures.clone();
        let figure = figures
            .iter()
            .find(|figure| figure.claims == [ClaimId(1), ClaimId(3)])
            .expect("one figure");
        let decide = Command::DecideFigure {
            claim: session.project().decision_key(figure),
            decision: FigureDecision {
                title: Some("Ferries in port".to_owned()),
                claims: figure.claims.clone(),
                ..FigureDecision::default()
            },
        };
        session.apply(decide, by_ana()).expect("fits");
        let name = Some("Ferries in port".to_owned());
        assert_eq!(
            (name_of(&session, 1), name_of(&session, 3)),
            (name.clone(), name.clone())
        );

        let crosscheck = session.crosscheck();
        let figure = crosscheck.figures.iter().find(|it| it.claims.len() == 2);
        let conflict = Finding {
            code: "conflict",
            severity: Severity::ConflictDifferentRoots,
            claims: vec![ClaimId(1), ClaimId(3)],
            title: format!("{}: they conflict", figure.expect("one").title),
            working: Vec::new(),
        };
        assert_eq!(
            session.project().finding_title(&conflict, crosscheck),
            "Ferries in port: they conflict"
        );

        link(&mut session, LinkKind::Cannot);
        assert_eq!(
            (name_of(&session, 1), name_of(&session, 3)),
            (name.clone(), None)
        );

        let reject = Command::SetStatus {
            claims: vec![ClaimId(1)],
            status: Status::Rejected,
        };
        session.apply(reject, by_ana()).expect("fits");
        assert_eq!(name_of(&session, 3), name, "the other stands in");
        while session.undo_label() != Some("Keep “12” and “14” together") {
            assert!(session.undo(by_ana()));
        }
        assert_eq!(name_of(&session, 1), None);
    }
}
