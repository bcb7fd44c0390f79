//! The sample project, built into the program.

use crate::article::{Metadata, Role};
use crate::claim;
use crate::import;
use crate::project::{Command, Session, Stamp};

/// An unsaved copy of it, or why it cannot be opened.
pub fn session() -> Result<Session, String> {
    let mut session = Session::new("The week at the border");
    for (words, publisher, published, role) in [
        (
            include_str!("../../tests/fixtures/articles/our-draft.txt"),
            "Our draft",
            "2022-09-29",
            Role::CopyUnderCheck,
        ),
        (
            include_str!("../../tests/fixtures/articles/harbour-wire.txt"),
            "Harbour Wire",
            "2022-09-27",
            Role::Report,
        ),
        (
            include_str!("../../tests/fixtures/articles/meridian-post.txt"),
            "Meridian Post",
            "2022-09-28",
            Role::Report,
        ),
        (
            include_str!("../../tests/fixtures/articles/evening-line.txt"),
            "Evening Line",
            "2022-09-27",
            Role::Report,
        ),
        (
            include_str!("../../tests/fixtures/articles/interior-ministry-statement.txt"),
            "Interior Ministry",
            "2022-09-28",
            Role::PrimaryDocument,
        ),
    ] {
        let mut article = import::pasted(words)
            .map_err(|error| error.to_string())?
            .article;
        article.metadata = Metadata {
            publisher: Some(publisher.to_owned()),
            published: published.parse().ok(),
            role,
            ..article.metadata
        };
        let found = claim::extract(&article);
        let stamp = Stamp {
            by: "sample".to_owned(),
            at: "2022-09-29T09:00:00Z".to_owned(),
        };
        session
            .apply(Command::AddArticle { article, found }, stamp)
            .map_err(|error| error.to_string())?;
    }
    Ok(session)
}
