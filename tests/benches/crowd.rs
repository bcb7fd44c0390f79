//! A project as large as one likes, the same for the same size.

use countercheck::article::{Article, Metadata, Role};
use countercheck::claim;
use countercheck::project::{Command, Session, Stamp};
use countercheck::text::Text;

/// Long names, as some papers have them.
const OUTLETS: &[&str] = &[
    "Harbour Wire",
    "The Ostermouth and Lower Dunning Evening Gazette and Advertiser",
    "Radio Nord",
    "Vale Courier",
    "Karsk Information Agency, Department of the Interior and of Rural Affairs",
];

/// A session with so many articles of about `bytes` bytes and at most so many claims each.
pub fn session(articles: usize, bytes: usize, claims: usize) -> Session {
    let mut session = Session::new("A crowded week on the coast");
    let all = super::news::news(articles * bytes);
    let paragraphs: Vec<&str> = all.split("\n\n").collect();
    let each = (paragraphs.len() / articles.max(1)).max(1);
    for (at, text) in paragraphs.chunks(each).take(articles).enumerate() {
        let outlet = OUTLETS[at % OUTLETS.len()];
        let day = at % 28 + 1;
        let headline: String = text[0].chars().take(90).collect();
        let metadata = Metadata {
            title: Some(format!("{}: {headline}", at + 1)),
            publisher: Some(outlet.to_owned()),
            published: format!("2024-03-{day:02}").parse().ok(),
            language: Some("en".to_owned()),
            role: match at {
                0 => Role::CopyUnderCheck,
                1 => Role::PrimaryDocument,
                _ => Role::Report,
            },
            ..Metadata::default()
        };
        let article = Article {
            text: Text::normalised(&text.join("\n\n")),
            metadata,
        };
        let mut found = claim::extract(&article);
        found.truncate(claims);
        session
            .apply(
                Command::AddArticle { article, found },
                Stamp {
                    by: "Ana".to_owned(),
                    at: "2024-03-29T09:00:00Z".to_owned(),
                },
            )
            .expect("an article fits");
    }
    session
}
