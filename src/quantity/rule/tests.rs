//! The examples of all rules, and the work they do.

use super::super::line::work;
use super::*;
use crate::quantity::{Amount, Mention, Sense, find};
use crate::text::Text;

/// The meaning of a mention in the notation of the examples.
fn meaning(text: &Text, mention: &Mention) -> String {
    let sense = match mention.sense {
        Sense::Level => "",
        Sense::Up => "up ",
        Sense::Down => "down ",
        Sense::Difference => "difference ",
    };
    let sign = |qualifier| match qualifier {
        Qualifier::Stated => "",
        Qualifier::Exactly => "= ",
        Qualifier::About => "~ ",
        Qualifier::AtLeast => ">= ",
        Qualifier::MoreThan => "> ",
        Qualifier::AtMost => "<= ",
        Qualifier::LessThan => "< ",
        Qualifier::Nearly => "~< ",
    };
    let amount = match &mention.quantity.amount {
        Amount::Single { qualifier, number } => format!("{}{}", sign(*qualifier), number.value),
        Amount::Range {
            qualifier,
            low,
            high,
        } => format!("{}{}..{}", sign(*qualifier), low.value, high.value),
        Amount::Vague { low, high, .. } => format!("{low}..<{high}"),
    };
    let head = mention
        .counted
        .map(|counted| text.slice(counted.head).to_owned());
    let unit = mention
        .quantity
        .unit
        .as_ref()
        .map(|unit| unit.0.clone())
        .or(head);
    let kind = match mention.kind {
        Kind::Age => Some("age"),
        Kind::Rank => Some("rank"),
        Kind::Ratio => Some("ratio"),
        Kind::Share if mention.quantity.unit.is_none() => Some("share"),
        _ => None,
    };
    let words = [Some(amount), unit, kind.map(str::to_owned)];
    format!(
        "{sense}{}",
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    )
}

/// The sentence with its figures marked, and what they mean.
fn marked(sentence: &str) -> (String, String) {
    let text = Text::verbatim(sentence);
    let mut marked = String::new();
    let mut from = 0;
    let mut meanings = Vec::new();
    for mention in find(&text, Some("en")) {
        marked.push_str(sentence.get(from..mention.span.start()).unwrap_or_default());
        marked.extend(["«", text.slice(mention.span), "»"]);
        from = mention.span.end();
        meanings.push(meaning(&text, &mention));
    }
    marked.push_str(sentence.get(from..).unwrap_or_default());
    (marked, meanings.join("; "))
}

#[test]
fn every_rule_finds_its_examples() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for (example, meant) in rule.examples {
            let plain = example.replace(['«', '»'], "");
            let found = marked(&plain);
            if found != ((*example).to_owned(), (*meant).to_owned()) {
                wrong.push(format!(
                    "{}: {example} ({meant})\n   found {} ({})",
                    rule.name, found.0, found.1
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_rule_finds_a_figure_in_the_counter_examples() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for example in rule.counter_examples {
            let (found, meaning) = marked(example);
            if !meaning.is_empty() {
                wrong.push(format!("{}: {found} ({meaning})", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Most looks at a token for each byte of a text.
const MOST_LOOKS: usize = 260;

/// What broken or hostile texts repeat without end.
const ODD: &[&str] = &[
    "7",
    "7,",
    "7.",
    "7 ",
    "1-",
    "1–",
    "1/",
    "1:",
    "1 to ",
    "-1 ",
    "+",
    "$",
    "£1 ",
    "%",
    "5% ",
    "(",
    ")",
    "“",
    "'",
    "’s ",
    ".",
    "½",
    "1½",
    "a ",
    "one hundred ",
    "one ",
    "hundred ",
    "million ",
    "and ",
    "half ",
    "a third of ",
    "dozens of ",
    "at least ",
    "more than ",
    "between ",
    "between 1 and ",
    "from 1 to ",
    "one in ",
    "twice ",
    "five-",
    "12-year-old ",
    "km ",
    "5 km ",
    "5km",
    "pounds ",
    "per ",
    "a year ",
    "of the ",
    "people ",
    "1.000.000,",
    "1m ",
    "e1",
    "1e",
    "5 m",
    "5c",
    "5\"",
    "x100 ",
    "#5 ",
    "A 1 ",
    "1, 1",
    "a hundred and ",
    "1\u{a0}",
    "1^2",
    "US$ ",
    "2 ft ",
    "7 (",
    "several ",
    "point one ",
    "5 per 100,000 ",
    "two-and-a-half ",
    "a year and a half ",
    "people over 65 ",
    "aged nine and ",
    "one million, two hundred ",
    "40-odd ",
    "more than a third but less than half ",
];

#[test]
fn the_work_grows_with_the_text_and_no_faster() {
    let work = |source: &str| {
        work::take();
        let found = find(&Text::verbatim(source), Some("en"));
        let ordered = |pair: &[Mention]| pair[0].span.end() <= pair[1].span.start();
        assert!(found.windows(2).all(ordered), "{source}");
        work::take()
    };
    let mut slow = Vec::new();
    for odd in ODD {
        let (short, long) = (odd.repeat(2_000 / odd.len()), odd.repeat(8_000 / odd.len()));
        let (less, more) = (work(&short), work(&long));
        if more > less * 5 + 5_000 || more > long.len() * MOST_LOOKS {
            slow.push(format!(
                "{odd:?}: {less} looks, then {more}, {} a byte",
                more / long.len()
            ));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
