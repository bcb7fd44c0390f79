//! A small project for the tests of the formats: three reports, one of them in Hebrew, that agree, conflict and stay open.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::Report;
use crate::article::{Article, Metadata, Role};
use crate::claim::{
    ArticleId, AsOf, Attribution, Certainty, Claim, ClaimId, Directness, Origin, Phrase, Reading,
};
use crate::crosscheck::{
    Answer, Comparison, Crosscheck, Figure, Finding, Priority, Root, Severity, Slip,
};
use crate::lexicon::UnitCode;
use crate::project::{Evidence, Project, Review, Stance, Status, Verdict};
use crate::quantity::{Amount, Kind, Numeral, Precision, Qualifier, Quantity, Sense, Value};
use crate::text::{Anchor, Text};

/// What an article of the sample says: outlet, role, text, and its figures as quote, hedge, number and source.
type Told = (
    &'static str,
    Role,
    &'static str,
    &'static [(&'static str, Qualifier, i128, Option<&'static str>)],
);

const TOLD: [Told; 3] = [
    (
        "Harbour Wire",
        Role::CopyUnderCheck,
        "Goats loose in the old town\nAbout 98,000 goats crossed the bridge, shepherds said. <b>\"Never\"</b> & nowhere: 12 bridges closed.",
        &[
            ("About 98,000", Qualifier::About, 98_000, Some("shepherds")),
            ("12", Qualifier::Stated, 12, None),
        ],
    ),
    (
        "Meridian Post",
        Role::Report,
        "More than 110,000 goats have crossed, according to the ferry master.",
        &[(
            "More than 110,000",
            Qualifier::MoreThan,
            110_000,
            Some("the ferry master"),
        )],
    ),
    (
        "קול הנמל",
        Role::Report,
        "לפי משרד החקלאות חצו את הגשר 98,417 עיזים מאז יום שני (Monday).",
        &[("98,417", Qualifier::Exactly, 98_417, Some("משרד החקלאות"))],
    ),
];

/// The report on the sample.
pub(super) fn report() -> Report {
    let (project, crosscheck) = project();
    Report::new(&project, &crosscheck, "2026-03-02T14:05:00+01:00")
}

fn project() -> (Project, Crosscheck) {
    let mut project = Project::new("Goats on the bridge");
    let mut next = 1;
    for (article, (outlet, role, words, figures)) in (1..).map(ArticleId).zip(TOLD) {
        let text = Text::verbatim(words);
        for (quote, qualifier, number, source) in figures {
            let span = text.find_all(quote)[0];
            let id = ClaimId(next);
            next += 1;
            project.claims.insert(
                id,
                Arc::new(Claim {
                    id,
                    article,
                    anchor: Anchor::new(&text, span),
                    origin: Origin::Rule,
                    reading: reading(&text, *qualifier, *number, *source),
                }),
            );
        }
        project.articles.insert(
            article,
            Arc::new(Article {
                text,
                metadata: Metadata {
                    title: Some(format!("{outlet} on goats")),
                    publisher: Some(outlet.to_owned()),
                    published: "2026-03-01T09:00+01:00".parse().ok(),
                    url: Some("javascript:alert(1)".to_owned()),
                    role,
                    ..Metadata::default()
                },
            }),
        );
    }
    project.reviews.insert(ClaimId(1), review().into());
    (project, crosscheck())
}

fn reading(text: &Text, qualifier: Qualifier, number: i128, source: Option<&str>) -> Reading {
    let phrase = |words: &str| Phrase {
        text: words.to_owned(),
        span: text.find_all(words).first().copied(),
    };
    Reading {
        quantity: Quantity {
            amount: Amount::Single {
                qualifier,
                number: Numeral {
                    value: Value::whole(number),
                    precision: Precision::Place(0),
                },
            },
            unit: (number > 100).then(|| UnitCode("person".to_owned())),
            unit_text: None,
        },
        kind: Kind::Count,
        sense: Sense::Level,
        concept: Some(phrase("goats")),
        predicate: None,
        scope: Vec::new(),
        place: None,
        place_inferred: false,
        period: None,
        as_of: Some(AsOf {
            date: jiff::civil::date(2026, 3, 1),
            certainty: Certainty::Inferred,
        }),
        basis: None,
        aggregate: None,
        attribution: source.map(|source| Attribution {
            source: phrase(source),
            cue: None,
            content: None,
            kind: None,
            directness: Directness::Indirect,
            resolved: None,
            reported_by: None,
        }),
        relations: Vec::new(),
        worth: Decimal::new(9, 1),
        rule: "number".to_owned(),
    }
}

fn review() -> Review {
    Review {
        status: Status::Checked,
        verdict: Some(Verdict {
            rating: "mostly_right".to_owned(),
            rationale: "The bridge counter shows 98,417.".to_owned(),
            by: "M. Ash".to_owned(),
            at: "2026-03-02T13:58+01:00".to_owned(),
        }),
        evidence: vec![Evidence {
            citation: "Bridge counter, daily log".to_owned(),
            url: Some("https://bridge.example/log".to_owned()),
            quote: "Goats, total: 98,417".to_owned(),
            stance: Stance::Supports,
            locator: Some("row 7".to_owned()),
            accessed: Some(jiff::civil::date(2026, 3, 2)),
            by: "M. Ash".to_owned(),
            method: None,
            attachment: None,
        }],
        note: "Ask who counted.".to_owned(),
        ..Review::default()
    }
}

fn crosscheck() -> Crosscheck {
    let goats = [1, 3, 4].map(ClaimId);
    let rules = crate::quantity::HouseRules::default();
    let meant = |qualifier, number| {
        Quantity {
            amount: Amount::Single {
                qualifier,
                number: Numeral::whole(number),
            },
            unit: None,
            unit_text: None,
        }
        .interval(&rules)
    };
    let comparison = |a, b, answer, why: &str, slip| {
        let intervals = (
            meant(Qualifier::About, 98_000),
            meant(Qualifier::Exactly, 98_417),
        );
        let pair = (ClaimId(a), ClaimId(b));
        Comparison::written(pair, (answer, "value"), intervals, why, slip)
    };
    let root = |name: &str, claim| Root {
        name: name.to_owned(),
        claims: vec![ClaimId(claim)],
        why: "its own source".to_owned(),
        shared: Vec::new(),
    };
    let figure = |claims: &[ClaimId], title: &str| Figure {
        id: claims[0],
        title: title.to_owned(),
        claims: claims.to_vec(),
        together: String::new(),
        roots: Vec::new(),
        comparisons: Vec::new(),
        answer: None,
        why: String::new(),
        wording: None,
        priority: Priority::default(),
    };
    let compared = Figure {
        together: "same: goats · crossed · bridge".to_owned(),
        roots: vec![
            root("shepherds", 1),
            root("the ferry master", 3),
            root("משרד החקלאות", 4),
        ],
        comparisons: vec![
            comparison(
                1,
                3,
                Answer::Conflicts,
                "93,100 to 102,900 and more than 110,000 have no number in common.",
                Some(Slip {
                    code: "digit",
                    why: "98,000 and 110,000 differ by a digit.".to_owned(),
                }),
            ),
            comparison(
                1,
                4,
                Answer::AgreesWithinRounding,
                "98,417 lies in 93,100 to 102,900.",
                None,
            ),
        ],
        answer: Some(Answer::Conflicts),
        why: "Two sources give numbers that cannot both be right.".to_owned(),
        wording: Some("about 98,000, according to two of three sources".to_owned()),
        ..figure(&goats, "goats · crossed the bridge")
    };
    let mut crosscheck = Crosscheck::default();
    crosscheck.figures = vec![
        Arc::new(compared),
        Arc::new(figure(&[ClaimId(2)], "bridges · closed")),
    ];
    crosscheck.findings = vec![Arc::new(Finding {
        code: "conflict",
        severity: Severity::ConflictDifferentRoots,
        claims: vec![ClaimId(1), ClaimId(3)],
        title: "About 98,000 or more than 110,000 goats?".to_owned(),
        working: vec![
            "About 98,000 stands for 93,100 to 102,900.".to_owned(),
            "More than 110,000 stands for more than 110,000.".to_owned(),
        ],
    })];
    crosscheck
}
