//! The report as one self-contained web page: no script, no link outwards, made for screen, dark screen and paper.
//!
//! Every word of an article is escaped and isolated, so it can neither become markup nor turn the line around it.

mod figures;
mod quotes;

use std::fmt::Write as _;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Coverage, ExportError, FindingEntry, Format, Reader, Report, Section, Tally, words};
use words::tone;

pub(super) const FORMAT: Format = Format {
    name: "Web page",
    ending: "html",
    purpose: "One page to read, print and send, with number lines and links",
    reader: Reader::Person,
    write: |report, _| write(report),
    caution: None,
};

const STYLE: &str = include_str!("../../../assets/report/report.css");

#[expect(
    clippy::unnecessary_wraps,
    reason = "the registry asks for a result; other formats can fail"
)]
fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    Ok(page(report).into_string().into_bytes())
}

fn page(report: &Report) -> Markup {
    let chosen = report.layout.sections.iter();
    let sections: Vec<(Section, Markup)> = chosen
        .map(|section| (*section, self::section(report, *section)))
        .filter(|(_, content)| !content.0.is_empty())
        .collect();
    let policy = "default-src 'none'; style-src 'unsafe-inline'";
    let policy = match report.layout.logo {
        Some(_) => format!("{policy}; img-src data:"),
        None => policy.to_owned(),
    };
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(report.program);
                meta http-equiv="Content-Security-Policy" content=(policy);
                title { (report.title) " – verification report" }
                style { (PreEscaped(STYLE)) (PreEscaped(running_head(report, "Verification report"))) }
            }
            body {
                header {
                    @if let Some(logo) = &report.layout.logo {
                        img.logo src=(logo.data_address()) alt=(report.newsroom.as_deref().unwrap_or("Logo"));
                    }
                    p.kicker { "Verification report" @if let Some(newsroom) = &report.newsroom { " · " (newsroom) } }
                    h1 dir="auto" { (report.title) }
                    p.facts { (words::time(&report.generated)) " · " (report.program) }
                    nav aria-label="Contents" {
                        @for (section, _) in &sections { a href=(format!("#{}", section.key())) { (section.heading()) } }
                    }
                }
                main { @for (_, content) in &sections { (content) } }
                footer { "Made with " (report.program) ", " (words::time(&report.generated)) ". An open question is printed as an open question." }
            }
        }
    }
}

/// Size of the page, name and sort of the report and number of the page on paper. No word of an article is read as style: what is no letter or
/// digit of ASCII is written by its number.
pub(super) fn running_head(report: &Report, sort: &str) -> String {
    let mut title = String::new();
    for c in report.title.chars().take(90) {
        if c.is_ascii_alphanumeric() {
            title.push(c);
        } else if !c.is_control() {
            let _ = write!(title, "\\{:x} ", u32::from(c));
        }
    }
    let look = "font: 8pt sans-serif; color: #555;";
    format!(
        "@page {{ size: {}; @top-left {{ content: \"{title}\"; {look} }} @top-right {{ content: \"{sort}\"; {look} }} \
         @bottom-right {{ content: counter(page) \" / \" counter(pages); {look} }} }}",
        report.layout.paper.key()
    )
}

fn section(report: &Report, section: Section) -> Markup {
    match section {
        Section::Summary => summary(report),
        Section::Open => open(report),
        Section::Findings => findings(report),
        Section::Figures => figures::compared(report),
        Section::Alone => {
            let alone: Vec<_> = report.standing_alone().collect();
            figures::standing_alone(report, &alone)
        }
        // Of nothing no section is printed.
        Section::Quotes if report.quotes.is_empty() => html! {},
        Section::Articles if report.articles.is_empty() => html! {},
        Section::Quotes => quotes::section(report),
        Section::Articles => articles(report),
        Section::Notes => notes(report),
        Section::Method => method(report),
    }
}

fn summary(report: &Report) -> Markup {
    let summary = &report.summary;
    html! {
        section #summary {
            h2 { "Summary" }
            p.lead { (summary.in_words()) }
            @for (name, list) in summary.tallies() { (tallies(list, name)) }
            @if !summary.coverage.is_empty() {
                div.coverage { @for coverage in &summary.coverage { (coverage_bar(report, coverage)) } }
            }
        }
    }
}

fn tallies(tallies: &[Tally], name: &str) -> Markup {
    html! {
        p.kicker.over { (name) }
        ul.tallies aria-label=(name) {
            @for tally in tallies {
                li.tally.(tally.tone) {
                    span.shape aria-hidden="true" { (tally.shape) } span { (tally.label) } b { (tally.count) }
                }
            }
        }
    }
}

fn coverage_bar(report: &Report, coverage: &Coverage) -> Markup {
    let name = report
        .articles
        .get(coverage.article)
        .map_or("", |article| article.label.as_str());
    let open = coverage.facts - coverage.checked;
    let width = coverage.checked * 1000 / coverage.facts.max(1);
    let said = format!(
        "{} of {} facts, {open} open",
        coverage.checked, coverage.facts
    );
    html! {
        div {
            span { bdi { (name) } }
            svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label=(said) {
                rect.tip x="0" y="0" width=(width) height="10" {}
            }
            span { (said) }
        }
    }
}

fn open(report: &Report) -> Markup {
    html! {
        @if !report.open.is_empty() {
            section #open {
                h2 { "Open questions" }
                ul.plain {
                    @for question in &report.open {
                        li {
                            span.shape.ask aria-hidden="true" { "?" } " "
                            @match question.figure {
                                Some(figure) => a href=(format!("#f{figure}")) { bdi dir="ltr" { (question.question) } },
                                None => bdi dir="ltr" { (question.question) },
                            }
                            (quotes::links(report, &question.quotes))
                        }
                    }
                }
            }
        }
    }
}

fn findings(report: &Report) -> Markup {
    html! {
        @if !report.findings.is_empty() {
            section #findings {
                h2 { "Findings" }
                @for finding in report.findings.iter().filter(|finding| !is_light(finding)) { (self::finding(report, finding)) }
                @let light: Vec<_> = report.findings.iter().filter(|finding| is_light(finding)).collect();
                @if !light.is_empty() {
                    p.kicker.over { (words::of_key("style").word) }
                    ul.plain {
                        @for finding in light {
                            li {
                                bdi dir="ltr" { (finding.title) } (quotes::links(report, &finding.quotes))
                                @for step in &finding.working { p.place { bdi dir="ltr" { (step) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Nothing is wrong: a line is enough.
fn is_light(finding: &FindingEntry) -> bool {
    finding.severity == "style" && finding.set_aside.is_none()
}

fn finding(report: &Report, finding: &FindingEntry) -> Markup {
    let heavy = finding.set_aside.is_none() && tone(finding.severity) == "bad";
    // A longer one breaks on paper.
    let brief = finding.working.len() <= 8 && finding.quotes.len() <= 24;
    html! {
        article.card.brief[brief].heavy[heavy] {
            div.head { h3 dir="ltr" { (finding.title) } (badge(finding.severity)) }
            @if !finding.working.is_empty() {
                ul.steps { @for step in &finding.working { li.step { bdi dir="ltr" { (step) } } } }
            }
            p.place { (quotes::links(report, &finding.quotes)) }
            @if let Some((by, reason)) = finding.aside() {
                p.more { b { (by) ":" } " " bdi { (reason) } }
            }
        }
    }
}

fn articles(report: &Report) -> Markup {
    html! {
        section #articles {
            h2 { "Articles" }
            @for (index, article) in report.articles.iter().enumerate() {
                div.quote id=(format!("a{index}")) {
                    h3 dir="auto" { (article.title.as_deref().unwrap_or(&article.label)) }
                    dl {
                        @for (name, value) in article.facts() {
                            dt { (name) } dd { bdi { (value) } }
                        }
                        dt { "SHA-256" } dd.hash { (article.sha256) }
                    }
                }
            }
        }
    }
}

fn notes(report: &Report) -> Markup {
    html! {
        @if !report.notes.is_empty() || !report.sign_offs.is_empty() {
            section #notes {
                h2 { "Notes and signatures" }
                ul.plain {
                    @for note in &report.notes {
                        li { p dir="auto" { (note.text) } p.place { "On " bdi { (note.about) } "; " bdi { (note.by) } ", " (words::time(&note.at)) } }
                    }
                    @for signed in &report.sign_offs {
                        li { "Signed off: " bdi { (signed.article) } p.place { bdi { (signed.by) } ", " (signed.standing()) } }
                    }
                }
            }
        }
    }
}

fn method(report: &Report) -> Markup {
    html! {
        section #method {
            h2 { "Method" }
            @for paragraph in &report.method { p.why { (paragraph) } }
            div.wide {
                table {
                    thead { tr { th { "Written" } th { "Stands for" } } }
                    tbody { @for rule in &report.house_rules { tr { td.first { bdi { (rule.written) } } td data-name="Stands for" { bdi { (rule.stands_for) } } } } }
                }
            }
        }
    }
}

/// A word and a shape in a frame.
fn badge(key: &str) -> Markup {
    let label = words::of_key(key);
    html! { span.badge.(tone(key)) { span aria-hidden="true" { (label.shape) } (label.word) } }
}
