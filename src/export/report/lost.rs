//! Claims whose words are no longer in their article: nothing of the article can be quoted for them, so they are told
//! as open questions, with the words that once stood around them.

use super::OpenQuestion;
use crate::claim::Claim;
use crate::export::direction;
use crate::project::{Project, Status};

/// What is still to be decided about claims that stand nowhere; rejected ones need no decision.
pub(super) fn questions(project: &Project, labels: &[String]) -> Vec<OpenQuestion> {
    let open =
        |claim: &&Claim| project.is_lost(claim) && project.status(claim.id) != Status::Rejected;
    let claims = project.claims.values().map(AsRef::as_ref);
    claims
        .filter(open)
        .map(|claim| OpenQuestion {
            question: question(
                project,
                claim,
                &super::label_of(project, labels, claim.article),
            ),
            figure: None,
            quotes: Vec::new(),
        })
        .collect()
}

fn question(project: &Project, claim: &Claim, label: &str) -> String {
    let anchor = &claim.anchor;
    let quote = direction::isolated(anchor.quote.trim());
    let stood = direction::isolated(&anchor.in_context());
    let review = project.reviews.get(&claim.id);
    let verdict = review.and_then(|review| review.verdict.as_ref());
    let judged = verdict.map_or_else(String::new, |verdict| {
        let rating = direction::isolated(project.rating_label(&verdict.rating));
        let by = direction::isolated(&verdict.by);
        let why = direction::isolated(&verdict.rationale);
        format!(" It was judged “{rating}” by {by}: {why}")
    });
    format!(
        "{}: “{quote}” is lost, its words no longer stand in the article; they stood in “{stood}”. It is not compared \
         until it is placed again or rejected.{judged}",
        direction::isolated(label)
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::article::Article;
    use crate::claim::extract;
    use crate::export::{FORMATS, Report};
    use crate::project::{Command, Session, Stamp};
    use crate::text::Text;

    #[test]
    fn what_is_lost_is_an_open_question_and_no_quote() {
        let stamp = || Stamp {
            by: "Ana".to_owned(),
            at: "2026-03-02T10:00:00Z".to_owned(),
        };
        let of = |words: &str| Article::of_text(Text::verbatim(words));
        let mut session = Session::new("Boats");
        for words in [
            "At least 14 boats sank at Tolan.",
            "About 19 boats sank at Tolan.",
        ] {
            let article = of(words);
            let found = extract(&article);
            session
                .apply(Command::AddArticle { article, found }, stamp())
                .expect("fits");
        }
        let article = *session.project().articles.keys().next().expect("one");
        let revise = Command::ReviseArticle {
            article,
            revised: of("Nobody counted them."),
            found: Vec::new(),
            reread: Vec::new(),
        };
        session.apply(revise, stamp()).expect("fits");
        let project = Arc::clone(session.project());
        let [lost] = project.lost_anchors()[..] else {
            panic!("one claim stands nowhere");
        };

        let crosscheck = Arc::clone(session.crosscheck());
        assert!(crosscheck.figure_of(lost).is_none(), "it is not compared");
        let report = Report::new(&project, &crosscheck, "2026-03-02");
        let quoted: Vec<&str> = report
            .quotes
            .iter()
            .map(|quote| quote.text.as_str())
            .collect();
        assert_eq!(quoted, ["About 19"]);
        for format in FORMATS
            .iter()
            .filter(|format| ["md", "html"].contains(&format.ending))
        {
            let page = format.write(&report).expect("written");
            let page = String::from_utf8_lossy(&page);
            assert!(
                page.contains("is lost, its words no longer stand"),
                "{}",
                format.name
            );
        }
        assert!(session.undo(stamp()));
        assert!(
            session.crosscheck().figure_of(lost).is_some(),
            "it stands again"
        );
    }
}
