//! The report as the template wants it: every section a list of items, all words chosen, all links named, so that the
//! template has nothing to work out or to look up.

mod drawing;
mod figures;
mod quotes;

use serde_json::{Value, json};

use crate::export::direction::isolated as its;
use crate::export::{Coverage, FindingEntry, Quote, Report, Section, Tally, words};

/// One item of a section, and about how many lines of a page it takes.
pub(super) struct Item {
    pub(super) lines: usize,
    pub(super) value: Value,
}

/// What a section holds; nothing where it is not printed.
pub(super) fn items(report: &Report, section: Section) -> Vec<Item> {
    match section {
        Section::Summary => vec![summary(report)],
        Section::Open => open(report),
        Section::Findings => findings(report),
        Section::Figures => figures::compared(report),
        Section::Alone => figures::alone(report),
        Section::Quotes => quotes::items(report),
        Section::Articles => articles(report),
        Section::Notes => notes(report),
        Section::Method => vec![method(report)],
    }
}

/// What goes before the sections and behind them.
pub(super) fn frame(report: &Report, logo: Option<&str>) -> Value {
    let date = report
        .generated
        .get(..10)
        .and_then(|date| date.parse::<jiff::civil::Date>().ok());
    json!({
        "title": report.title,
        "newsroom": report.newsroom,
        "author": report.newsroom.as_deref().unwrap_or(&report.program),
        "program": report.program,
        "made": words::time(&report.generated),
        "date": date.map(|date| json!({ "year": date.year(), "month": date.month(), "day": date.day() })),
        "paper": report.layout.paper.key(),
        "logo": logo,
    })
}

/// A word and a shape in a frame.
fn badge(key: &str) -> Value {
    let label = words::of_key(key);
    json!({ "words": format!("{} {}", label.shape, label.word), "tone": words::tone(key) })
}

/// How far the check of a quote is, or how it came out.
fn verdict(quote: &Quote) -> Value {
    let outcome = quote.outcome();
    json!({
        "words": format!("{}\u{a0}{}", outcome.sign, its(outcome.word)),
        "tone": outcome.tone,
    })
}

/// Whether a section is printed.
fn prints(report: &Report, section: Section) -> bool {
    report.layout.sections.contains(&section)
}

/// The number by which a quote is linked to; nothing where it has no place of its own.
fn to(report: &Report, quote: &Quote) -> Option<u32> {
    (prints(report, Section::Quotes) && quote.notable).then_some(quote.id)
}

fn label(report: &Report, quote: &Quote) -> String {
    let article = report.article_of(quote);
    article.map_or_else(String::new, |article| its(&article.label))
}

/// Quotes in a line, the name of the article behind the last one of each.
fn places(report: &Report, indices: &[usize]) -> Value {
    let (indices, more) = report.first_places(indices);
    let quote = |nth: usize| report.quotes.get(*indices.get(nth)?);
    let places = (0..indices.len()).filter_map(|nth| {
        let quote_here = quote(nth)?;
        let next = quote(nth + 1);
        let is_last = next.is_none_or(|next| next.article != quote_here.article);
        let mut after = String::new();
        if is_last {
            after = format!(" in {}", label(report, quote_here));
        }
        after.push_str(if nth + 1 < indices.len() { ", " } else { &more });
        Some(json!([
            format!("{} “{}”", quote_here.number(), its(&quote_here.text)),
            to(report, quote_here),
            after
        ]))
    });
    places.collect()
}

fn summary(report: &Report) -> Item {
    let summary = &report.summary;
    let tallies = |name: &str, tallies: &[Tally]| {
        let rows = tallies
            .iter()
            .map(|tally| json!([tally.shape, its(&tally.label), tally.count, tally.tone]));
        json!({ "name": name, "rows": rows.collect::<Value>() })
    };
    let coverage = |coverage: &Coverage| {
        let article = report.articles.get(coverage.article);
        let share = coverage.checked * 100 / coverage.facts.max(1);
        json!({
            "label": article.map_or_else(String::new, |article| its(&article.label)),
            "share": share,
            "said": format!(
                "{} of {}, {} open",
                coverage.checked,
                words::counted(coverage.facts, "fact", "facts"),
                coverage.facts - coverage.checked
            ),
        })
    };
    let lists = summary.tallies();
    let lists = lists.map(|(name, list)| tallies(name, list));
    Item {
        lines: 20 + summary.coverage.len() * 2,
        value: json!({
            "lead": summary.in_words(),
            "tallies": lists.collect::<Value>(),
            "coverage": summary.coverage.iter().map(coverage).collect::<Value>(),
        }),
    }
}

fn open(report: &Report) -> Vec<Item> {
    let cards = figures::with_cards(report);
    let questions = report.open.iter().map(|question| Item {
        lines: 3,
        value: json!({
            "words": question.question,
            "to": question.figure.filter(|figure| cards.contains(figure)),
            "places": places(report, &question.quotes),
        }),
    });
    questions.collect()
}

fn findings(report: &Report) -> Vec<Item> {
    // Nothing is wrong: a line is enough.
    let is_light =
        |finding: &&FindingEntry| finding.severity == "style" && finding.set_aside.is_none();
    let heavy = report.findings.iter().filter(|finding| !is_light(finding));
    let light = report.findings.iter().filter(is_light);
    let heading = (light.clone().count() > 0).then(|| Item {
        lines: 2,
        value: json!({ "heading": words::of_key("style").word }),
    });
    let light = light.map(|finding| (finding, false));
    let items = heavy.map(|finding| (finding, true)).map(Ok);
    let items = items.chain(heading.map(Err)).chain(light.map(Ok));
    items
        .map(|item| match item {
            Err(heading) => heading,
            Ok((finding, heavy)) => Item {
                lines: 3 + finding.working.len() + 2 * usize::from(heavy),
                value: json!({
                    "title": finding.title,
                    "badge": heavy.then(|| badge(finding.severity)),
                    "working": finding.working,
                    "places": places(report, &finding.quotes),
                    "aside": finding.aside().map(|(by, reason)| json!([format!("{by}:"), its(reason)])),
                }),
            },
        })
        .collect()
}

fn articles(report: &Report) -> Vec<Item> {
    let items = report.articles.iter().map(|article| {
        let facts = article.facts().into_iter();
        let facts: Vec<_> = facts
            .map(|(name, value)| json!([name, its(&value)]))
            .collect();
        Item {
            lines: facts.len() + 4,
            value: json!({
                "title": article.title.as_deref().unwrap_or(&article.label),
                "facts": facts,
                "sha256": article.sha256,
            }),
        }
    });
    items.collect()
}

fn notes(report: &Report) -> Vec<Item> {
    let notes = report.notes.iter().map(|note| {
        let below = format!(
            "On {}; {}, {}",
            note.about,
            its(&note.by),
            words::time(&note.at)
        );
        json!({ "words": note.text, "below": below })
    });
    let signed = report.sign_offs.iter().map(|signed| {
        let words = format!("Signed off: {}", its(&signed.article));
        json!({ "words": words, "below": format!("{}, {}", its(&signed.by), signed.standing()) })
    });
    let items = notes.chain(signed).map(|value| Item { lines: 4, value });
    items.collect()
}

fn method(report: &Report) -> Item {
    let rules = report.house_rules.iter();
    let rules = rules.map(|rule| json!([its(&rule.written), its(&rule.stands_for)]));
    Item {
        lines: report.method.len() * 3 + report.house_rules.len() * 2,
        value: json!({ "paragraphs": report.method, "rules": rules.collect::<Value>() }),
    }
}
