//! Small projects for the tests of this module.

use rust_decimal::Decimal;

use super::{Command, Session, Stamp, Verdict};
use crate::article::{Article, Metadata};
use crate::claim::{Found, Phrase, Reading};
use crate::quantity::{Amount, Kind, Numeral, Qualifier, Quantity, Sense};
use crate::text::Text;

/// The stamp of a test's user.
pub(super) fn by_ana() -> Stamp {
    Stamp {
        by: "Ana".to_owned(),
        at: "2026-01-05T10:00:00+01:00".to_owned(),
    }
}

/// A verdict by the test's user.
pub(super) fn verdict(rating: &str, rationale: &str) -> Verdict {
    Verdict {
        rating: rating.to_owned(),
        rationale: rationale.to_owned(),
        by: "Ana".to_owned(),
        at: "2026-01-05T10:00:00+01:00".to_owned(),
    }
}

/// A plain count.
pub(super) fn reading(number: i128, concept: Phrase) -> Reading {
    Reading {
        quantity: Quantity {
            amount: Amount::Single {
                qualifier: Qualifier::Stated,
                number: Numeral::whole(number),
            },
            unit: None,
            unit_text: Some(concept.text.clone()),
        },
        kind: Kind::Count,
        sense: Sense::Level,
        concept: Some(concept),
        predicate: None,
        scope: Vec::new(),
        place: None,
        place_inferred: false,
        period: None,
        as_of: None,
        basis: None,
        aggregate: None,
        attribution: None,
        relations: Vec::new(),
        worth: Decimal::new(9, 1),
        rule: "<number>".to_owned(),
    }
}

/// An article whose every digit run is a figure that counts the next word.
pub(super) fn article(title: &str, text: &str) -> Command {
    let text = Text::normalised(text);
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.as_str().split(' ') {
        let end = at + word.len();
        if let (Ok(number), Some(span)) = (word.parse::<i128>(), text.span(at, end)) {
            let next = text.after(span).trim_start().split([' ', '.', '\n']).next();
            let concept = next.unwrap_or_default();
            let concept = Phrase {
                text: concept.to_owned(),
                span: text.span(end + 1, end + 1 + concept.len()),
            };
            found.push(Found {
                span,
                sentence: text.whole(),
                reading: reading(number, concept),
            });
        }
        at = end + 1;
    }
    Command::AddArticle {
        article: Article {
            text,
            metadata: Metadata {
                title: Some(title.to_owned()),
                ..Metadata::default()
            },
        },
        found,
    }
}

/// Two articles with three claims.
pub(super) fn project_commands() -> [Command; 2] {
    [
        article(
            "Harbour fills",
            "By dusk 12 ferries lay in the harbour.\nThe port office expects 30 more.",
        ),
        article("Ferries return", "Officials counted 14 ferries on Tuesday."),
    ]
}

/// A session that has taken them in.
pub(super) fn session() -> Session {
    let mut session = Session::new("Crossing");
    for command in project_commands() {
        session.apply(command, by_ana()).expect("fits");
    }
    session
}
