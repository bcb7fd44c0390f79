//! A project of a thousand articles and a hundred thousand claims: opened, saved, changed.

use std::path::{Path, PathBuf};

use countercheck::article::{Article, Metadata};
use countercheck::claim::{Attribution, ClaimId, Directness, Found, Phrase, Reading, SourceKind};
use countercheck::project::{Command, Session, Stamp, Status};
use countercheck::quantity::{Amount, Kind, Numeral, Qualifier, Quantity, Sense};
use countercheck::text::{Span, Text};

const ARTICLES: u32 = 1_000;
const CLAIMS_EACH: u32 = 100;

fn main() {
    divan::main();
}

fn stamp() -> Stamp {
    Stamp {
        by: "Ana".to_owned(),
        at: "2026-01-05T10:00:00+01:00".to_owned(),
    }
}

/// Words of the sentence at `from`, as a facet.
fn phrase(text: &Text, sentence: Span, words: &str) -> Option<Phrase> {
    let at = text.slice(sentence).find(words)? + sentence.start();
    Some(Phrase {
        text: words.to_owned(),
        span: text.span(at, at + words.len()),
    })
}

fn figure(text: &Text, sentence: Span, number: u32) -> Option<Found> {
    let concept = phrase(text, sentence, "ferries")?;
    let reading = Reading {
        quantity: Quantity {
            amount: Amount::Single {
                qualifier: Qualifier::About,
                number: Numeral::whole(i128::from(number)),
            },
            unit: None,
            unit_text: Some("ferries".to_owned()),
        },
        kind: Kind::Count,
        sense: Sense::Level,
        concept: Some(concept),
        predicate: phrase(text, sentence, "had left the harbour"),
        scope: phrase(text, sentence, "registered").into_iter().collect(),
        place: phrase(text, sentence, "Port Anna"),
        place_inferred: false,
        period: None,
        as_of: None,
        basis: None,
        aggregate: None,
        attribution: Some(Attribution {
            source: phrase(text, sentence, "the port office")?,
            cue: phrase(text, sentence, "said"),
            content: Some(sentence),
            kind: Some(SourceKind::Official),
            directness: Directness::Indirect,
            resolved: None,
            reported_by: None,
        }),
        relations: Vec::new(),
        worth: "0.8".parse().ok()?,
        rule: "<qualifier> <number>".to_owned(),
    };
    let written = format!("About {number}");
    Some(Found {
        span: phrase(text, sentence, &written)?.span?,
        sentence,
        reading,
    })
}

fn article(number: u32) -> Command {
    let mut words = String::new();
    let mut sentences = Vec::new();
    for claim in 0..CLAIMS_EACH {
        let start = words.len();
        let value = 1_000 + number * 7 + claim;
        let sentence = format!(
            "About {value} registered ferries had left the harbour of Port Anna, the port office said."
        );
        words.push_str(&sentence);
        sentences.push((start, words.len(), value));
        words.push(if claim % 4 == 3 { '\n' } else { ' ' });
    }
    let text = Text::normalised(&words);
    let found = sentences
        .into_iter()
        .filter_map(|(start, end, value)| figure(&text, text.span(start, end)?, value))
        .collect();
    Command::AddArticle {
        article: Article {
            text,
            metadata: Metadata {
                title: Some(format!("Harbour notes, part {number}")),
                publisher: Some("The Harbour Post".to_owned()),
                ..Metadata::default()
            },
        },
        found,
    }
}

fn large() -> Session {
    let mut session = Session::new("A year of harbour notes");
    for number in 1..=ARTICLES {
        session.apply(article(number), stamp()).expect("fits");
    }
    assert_eq!(session.project().claims.len(), 100_000);
    session
}

fn path() -> PathBuf {
    std::env::temp_dir().join(format!("countercheck-bench-{}.ron", std::process::id()))
}

/// Takes the project away, and its backup.
fn tidy(path: &Path) {
    std::fs::remove_file(path).expect("there");
    // There is none before the second save.
    let _ = std::fs::remove_file(path.with_extension("ron.bak"));
}

fn judged(claim: u32) -> Command {
    Command::SetStatus {
        claims: vec![ClaimId(claim)],
        status: Status::Checked,
    }
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn save(bencher: divan::Bencher<'_, '_>) {
    let mut session = large();
    let path = path();
    let mut claim = 0;
    bencher.bench_local(|| {
        claim += 1;
        session.apply(judged(claim), stamp()).expect("fits");
        session.save(&path).expect("saved");
    });
    tidy(&path);
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn open(bencher: divan::Bencher<'_, '_>) {
    let path = path();
    large().save(&path).expect("saved");
    bencher.bench_local(|| Session::open(&path).expect("opens"));
    tidy(&path);
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn first_undo_after_opening(bencher: divan::Bencher<'_, '_>) {
    let path = path();
    large().save(&path).expect("saved");
    bencher
        .with_inputs(|| Session::open_read_only(&path).expect("opens"))
        .bench_local_values(|mut session| session.undo(stamp()));
    tidy(&path);
}

#[divan::bench]
fn a_change_with_its_journal(bencher: divan::Bencher<'_, '_>) {
    let path = path();
    let mut session = large();
    session.save(&path).expect("saved");
    let mut claim = 0;
    bencher.bench_local(|| {
        claim = claim % 100_000 + 1;
        session.apply(judged(claim), stamp()).expect("fits");
    });
    drop(session);
    tidy(&path);
}
