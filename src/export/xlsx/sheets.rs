//! What stands on each sheet.

use crate::export::csv::{COLUMNS, rows};
use crate::export::{Quote, Report, words};

/// A sheet: columns and the cells of its rows.
pub(super) struct Sheet {
    pub(super) name: &'static str,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<String>>,
}

/// A column.
pub(super) struct Column {
    pub(super) name: String,
    /// In letters.
    pub(super) width: u16,
    /// Whether it holds numbers to sort by.
    pub(super) number: bool,
}

impl Column {
    pub(super) fn letters(&self) -> usize {
        usize::from(self.width)
    }
}

impl Sheet {
    /// Widths below 0 are those of columns that hold numbers.
    fn new(name: &'static str, columns: &[(&str, i16)], rows: Vec<Vec<String>>) -> Self {
        let columns = columns.iter().map(|(name, width)| Column {
            name: (*name).to_owned(),
            width: width.unsigned_abs(),
            number: *width < 0,
        });
        Self {
            name,
            columns: columns.collect(),
            rows,
        }
    }
}

/// Every sheet, in order.
pub(super) fn of(report: &Report) -> Vec<Sheet> {
    vec![
        summary(report),
        figures(report),
        quotes(report),
        comparisons(report),
        findings(report),
        articles(report),
        evidence(report),
        method(report),
    ]
}

fn or_empty(words: Option<&String>) -> String {
    words.cloned().unwrap_or_default()
}

fn label_of(report: &Report, quote: &Quote) -> String {
    let article = report.article_of(quote);
    article.map_or_else(String::new, |article| article.label.clone())
}

/// “23” in Harbour Wire, line 4
fn place(report: &Report, index: usize) -> Option<String> {
    let quote = report.quotes.get(index)?;
    let label = label_of(report, quote);
    Some(format!("“{}” in {label}, line {}", quote.text, quote.line))
}

fn places(report: &Report, indices: &[usize]) -> String {
    let places = indices.iter().filter_map(|index| place(report, *index));
    places.collect::<Vec<_>>().join("\n")
}

fn summary(report: &Report) -> Sheet {
    let summary = &report.summary;
    let row = |part: &str, what: &str, count: String| vec![part.to_owned(), what.to_owned(), count];
    let mut rows = vec![
        row("Report", &report.title, String::new()),
        row("Made", &words::time(&report.generated), String::new()),
        row("In short", &summary.in_words(), String::new()),
    ];
    for (part, tallies) in [
        ("Compared figures", &summary.answers),
        ("Findings", &summary.findings),
        ("Check", &summary.statuses),
        ("Verdicts", &summary.verdicts),
    ] {
        rows.extend(
            tallies
                .iter()
                .map(|it| row(part, &it.label, it.count.to_string())),
        );
    }
    for coverage in &summary.coverage {
        let article = report.articles.get(coverage.article);
        let label = article.map_or("", |it| it.label.as_str());
        let (facts, checked) = (coverage.facts, coverage.checked);
        rows.push(row("Facts of a copy", label, facts.to_string()));
        rows.push(row("of these checked", label, checked.to_string()));
    }
    for question in &report.open {
        let words = format!(
            "{}\n{}",
            question.question,
            places(report, &question.quotes)
        );
        rows.push(row("Open question", words.trim_end(), String::new()));
    }
    Sheet::new(
        "Summary",
        &[("part", 20), ("what", 100), ("count", -10)],
        rows,
    )
}

fn figures(report: &Report) -> Sheet {
    let rows = report.figures.iter().map(|figure| {
        let decided = figure.decision.as_ref();
        vec![
            figure.id.to_string(),
            figure.title.clone(),
            figure
                .answer
                .map_or("", |it| words::of_key(it).word)
                .to_owned(),
            figure.why.clone(),
            figure.kind.unwrap_or_default().to_owned(),
            or_empty(figure.unit.as_ref()),
            figure.quotes.len().to_string(),
            figure.roots.len().to_string(),
            places(report, &figure.quotes),
            or_empty(decided.and_then(|it| it.accepted.as_ref())),
            or_empty(decided.and_then(|it| it.wording.as_ref())),
            or_empty(figure.wording.as_ref()),
            or_empty(decided.and_then(|it| it.recheck_by.as_ref())),
        ]
    });
    Sheet::new(
        "Figures",
        &[
            ("figure_id", -8),
            ("figure", 34),
            ("answer", 18),
            ("why", 60),
            ("kind", 10),
            ("unit", 9),
            ("quotes", -8),
            ("sources", -8),
            ("places", 44),
            ("accepted", 14),
            ("wording", 30),
            ("suggested_wording", 40),
            ("recheck_by", 12),
        ],
        rows.collect(),
    )
}

/// Columns of numbers as written: each gets a neighbour to reckon with.
const EXACT: [&str; 3] = ["value", "low", "high"];
/// Columns of whole numbers of ours.
const COUNTS: [&str; 6] = ["figure_id", "page", "line", "start", "end", "claim_id"];

fn quotes(report: &Report) -> Sheet {
    let column = |name: String, width: u16, number: bool| Column {
        name,
        width,
        number,
    };
    let mut columns = Vec::new();
    for name in COLUMNS {
        let width = match name {
            "sentence" => 70,
            "figure" | "rationale" => 34,
            "article" | "quote" | "source" | "concept" | "url" => 24,
            "page" | "line" | "start" | "end" => 7,
            _ => 13,
        };
        columns.push(column(name.to_owned(), width, COUNTS.contains(&name)));
        if EXACT.contains(&name) {
            columns.push(column(format!("{name}_number"), 13, true));
        }
    }
    let rows = rows(report).into_iter().map(|cells| {
        let named = COLUMNS.iter().zip(cells);
        let both = named.flat_map(|(name, cell)| {
            let copy = EXACT.contains(name).then(|| cell.clone());
            [Some(cell), copy]
        });
        both.flatten().collect()
    });
    Sheet {
        name: "Quotes",
        rows: rows.collect(),
        columns,
    }
}

fn comparisons(report: &Report) -> Sheet {
    let mut rows = Vec::new();
    for figure in &report.figures {
        for comparison in &figure.comparisons {
            let side = |index: usize| {
                let quote = report.quotes.get(index);
                let known =
                    quote.map(|it| (it.id.to_string(), it.text.clone(), label_of(report, it)));
                known.unwrap_or_default()
            };
            let (a, b) = (side(comparison.a), side(comparison.b));
            rows.push(vec![
                figure.id.to_string(),
                figure.title.clone(),
                words::of_key(comparison.answer).word.to_owned(),
                a.0,
                a.1,
                a.2,
                b.0,
                b.1,
                b.2,
                comparison.facet.to_owned(),
                match comparison.values_meet {
                    Some(true) => "yes".to_owned(),
                    Some(false) => "no".to_owned(),
                    None => String::new(),
                },
                comparison.why.clone(),
                comparison
                    .slip
                    .as_ref()
                    .map(|slip| slip.why.clone())
                    .unwrap_or_default(),
            ]);
        }
    }
    Sheet::new(
        "Comparisons",
        &[
            ("figure_id", -8),
            ("figure", 30),
            ("answer", 18),
            ("a_claim_id", -8),
            ("a", 18),
            ("a_article", 20),
            ("b_claim_id", -8),
            ("b", 18),
            ("b_article", 20),
            ("decided_by", 12),
            ("values_meet", 9),
            ("why", 70),
            ("likely_slip", 34),
        ],
        rows,
    )
}

fn findings(report: &Report) -> Sheet {
    let rows = report.findings.iter().map(|finding| {
        let claims = finding
            .quotes
            .iter()
            .filter_map(|it| report.quotes.get(*it));
        let claims: Vec<String> = claims.map(|quote| quote.id.to_string()).collect();
        let aside = finding.set_aside.as_ref();
        vec![
            words::of_key(finding.severity).word.to_owned(),
            finding.code.to_owned(),
            finding.title.clone(),
            finding.working.join("\n"),
            places(report, &finding.quotes),
            claims.join(", "),
            aside
                .map(|(reason, by)| format!("{reason} ({by})"))
                .unwrap_or_default(),
        ]
    });
    Sheet::new(
        "Findings",
        &[
            ("severity", 20),
            ("code", 18),
            ("title", 44),
            ("working", 70),
            ("claims", 44),
            ("claim_ids", 14),
            ("set_aside", 24),
        ],
        rows.collect(),
    )
}

fn articles(report: &Report) -> Sheet {
    let rows = report.articles.iter().map(|article| {
        vec![
            article.id.to_string(),
            article.label.clone(),
            or_empty(article.title.as_ref()),
            words::of_role_key(article.role).to_owned(),
            or_empty(article.publisher.as_ref()),
            or_empty(article.byline.as_ref()),
            or_empty(article.published.as_ref()),
            or_empty(article.language.as_ref()),
            or_empty(article.url.as_ref()),
            or_empty(article.origin.as_ref()),
            or_empty(article.arrival().as_ref()),
            article.characters.to_string(),
            article.sha256.clone(),
        ]
    });
    Sheet::new(
        "Articles",
        &[
            ("article_id", -8),
            ("article", 24),
            ("title", 44),
            ("role", 16),
            ("publisher", 20),
            ("author", 18),
            ("published", 24),
            ("language", 9),
            ("url", 40),
            ("imported_from", 30),
            ("imported", 26),
            ("characters", -10),
            ("sha256", 66),
        ],
        rows.collect(),
    )
}

fn evidence(report: &Report) -> Sheet {
    let rows = report.quotes.iter().flat_map(|quote| {
        quote.evidence.iter().map(|evidence| {
            let (path, hash) = evidence.file.clone().unwrap_or_default();
            vec![
                quote.id.to_string(),
                quote.text.clone(),
                label_of(report, quote),
                words::of_key(evidence.stance).word.to_owned(),
                evidence.citation.clone(),
                evidence.quote.clone(),
                or_empty(evidence.locator.as_ref()),
                or_empty(evidence.url.as_ref()),
                or_empty(evidence.method.as_ref()),
                or_empty(evidence.accessed.as_ref()),
                evidence.by.clone(),
                path,
                hash,
            ]
        })
    });
    Sheet::new(
        "Evidence",
        &[
            ("claim_id", -8),
            ("quote", 20),
            ("article", 24),
            ("stance", 10),
            ("citation", 40),
            ("words", 50),
            ("locator", 14),
            ("url", 40),
            ("method", 16),
            ("accessed", 12),
            ("by", 14),
            ("file", 24),
            ("file_sha256", 66),
        ],
        rows.collect(),
    )
}

fn method(report: &Report) -> Sheet {
    let steps = report
        .method
        .iter()
        .map(|step| vec!["How".to_owned(), step.clone()]);
    let rules = report
        .house_rules
        .iter()
        .map(|rule| vec![rule.written.clone(), rule.stands_for.clone()]);
    Sheet::new(
        "Method",
        &[("written", 34), ("stands_for", 110)],
        steps.chain(rules).collect(),
    )
}
