//! What stands on each sheet; quotes and comparisons in a file of their own.

mod quotes;

use crate::export::direction::isolated;
use crate::export::{Quote, Report, words};

/// A sheet: columns and the cells of its rows.
pub(super) struct Sheet {
    pub(super) name: &'static str,
    pub(super) columns: Vec<Column>,
    /// How many of them are printed, from the first: together as wide as a page lying down can be read. The others are
    /// for sorting and reckoning.
    pub(super) printed: usize,
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
    /// Columns that are printed, and others; widths below 0 are those of columns that hold numbers.
    fn new(
        name: &'static str,
        printed: &[(&str, i16)],
        others: &[(&str, i16)],
        rows: Vec<Vec<String>>,
    ) -> Self {
        let columns = printed.iter().chain(others).map(|(name, width)| Column {
            name: (*name).to_owned(),
            width: width.unsigned_abs(),
            number: *width < 0,
        });
        Self {
            name,
            columns: columns.collect(),
            printed: printed.len(),
            rows,
        }
    }
}

/// Every sheet, in order.
pub(super) fn of(report: &Report) -> Vec<Sheet> {
    vec![
        summary(report),
        figures(report),
        quotes::sheet(report),
        quotes::comparisons(report),
        findings(report),
        articles(report),
        evidence(report),
        notes(report),
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

/// [3] “23” in Harbour Wire, line 4
fn place(report: &Report, index: usize) -> Option<String> {
    let quote = report.quotes.get(index)?;
    let (number, text) = (quote.number(), isolated(&quote.text));
    Some(format!("{number} “{text}” in {}", report.place_of(quote)))
}

fn places(report: &Report, indices: &[usize]) -> String {
    let (indices, more) = report.first_places(indices);
    let places = indices.iter().filter_map(|index| place(report, *index));
    places.collect::<Vec<_>>().join("\n") + &more
}

fn summary(report: &Report) -> Sheet {
    let summary = &report.summary;
    let row = |part: &str, what: &str, count: String| vec![part.to_owned(), what.to_owned(), count];
    let newsroom = report.newsroom.as_ref();
    let newsroom = newsroom.map(|newsroom| row("Newsroom", newsroom, String::new()));
    let mut rows = vec![row("Report", &report.title, String::new())];
    rows.extend(newsroom);
    rows.extend([
        row("Made", &words::time(&report.generated), String::new()),
        row("Made by", &report.program, String::new()),
        row("In short", &summary.in_words(), String::new()),
    ]);
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
        rows.push(row("Facts of an article", label, facts.to_string()));
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
        &[],
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
            places(report, &figure.quotes),
            figure.roots.len().to_string(),
            or_empty(decided.and_then(|it| it.accepted.as_ref())),
            or_empty(decided.and_then(|it| it.wording.as_ref())),
            or_empty(figure.wording.as_ref()),
            or_empty(decided.and_then(|it| it.recheck_by.as_ref())),
            decided
                .and_then(|it| it.decided.as_ref())
                .map(|(by, at)| format!("{}, {}", isolated(by), words::time(at)))
                .unwrap_or_default(),
            figure.kind.unwrap_or_default().to_owned(),
            or_empty(figure.unit.as_ref()),
            figure.quotes.len().to_string(),
        ]
    });
    Sheet::new(
        "Figures",
        &[
            ("figure_id", -8),
            ("figure", 28),
            ("answer", 14),
            ("why", 45),
            ("places", 36),
            ("sources", -8),
            ("accepted", 12),
            ("wording", 24),
            ("suggested_wording", 30),
            ("recheck_by", 11),
            ("decided_by", 14),
        ],
        &[("kind", 10), ("unit", 9), ("quotes", -8)],
        rows.collect(),
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
            finding.title.clone(),
            finding.working.join("\n"),
            places(report, &finding.quotes),
            aside
                .map(|(reason, by)| {
                    let at = finding.set_aside_at.as_deref().map(words::time);
                    let at = at.map(|at| format!(", {at}")).unwrap_or_default();
                    format!("{} ({}{at})", isolated(reason), isolated(by))
                })
                .unwrap_or_default(),
            finding.code.to_owned(),
            claims.join(", "),
        ]
    });
    Sheet::new(
        "Findings",
        &[
            ("severity", 18),
            ("title", 40),
            ("working", 64),
            ("claims", 40),
            ("set_aside", 24),
        ],
        &[("code", 18), ("claim_ids", 14)],
        rows.collect(),
    )
}

fn articles(report: &Report) -> Sheet {
    let rows = report.articles.iter().map(|article| {
        vec![
            article.label.clone(),
            or_empty(article.title.as_ref()),
            words::of_role_key(article.role).to_owned(),
            or_empty(article.publisher.as_ref()),
            or_empty(article.byline.as_ref()),
            or_empty(article.published.as_ref()),
            or_empty(article.url.as_ref()),
            or_empty(article.arrival().as_ref()),
            article.sha256.clone(),
            article.id.to_string(),
            or_empty(article.language.as_ref()),
            or_empty(article.origin.as_ref()),
            article.characters.to_string(),
        ]
    });
    Sheet::new(
        "Articles",
        &[
            ("article", 20),
            ("title", 36),
            ("role", 14),
            ("publisher", 18),
            ("author", 18),
            ("published", 20),
            ("url", 34),
            ("imported", 22),
            ("sha256", 36),
        ],
        &[
            ("article_id", -8),
            ("language", 9),
            ("imported_from", 30),
            ("characters", -10),
        ],
        rows.collect(),
    )
}

fn evidence(report: &Report) -> Sheet {
    let rows = report.quotes.iter().flat_map(|quote| {
        quote.evidence.iter().map(|evidence| {
            let (path, hash) = evidence.file.clone().unwrap_or_default();
            vec![
                quote.text.clone(),
                label_of(report, quote),
                words::of_key(evidence.stance).word.to_owned(),
                evidence.citation.clone(),
                evidence.quote.clone(),
                or_empty(evidence.locator.as_ref()),
                or_empty(evidence.url.as_ref()),
                or_empty(evidence.accessed.as_ref()),
                evidence.by.clone(),
                path,
                quote.id.to_string(),
                or_empty(evidence.method.as_ref()),
                hash,
            ]
        })
    });
    Sheet::new(
        "Evidence",
        &[
            ("quote", 16),
            ("article", 20),
            ("stance", 10),
            ("citation", 34),
            ("words", 46),
            ("locator", 12),
            ("url", 30),
            ("accessed", 12),
            ("by", 14),
            ("file", 20),
        ],
        &[("claim_id", -8), ("method", 16), ("file_sha256", 66)],
        rows.collect(),
    )
}

/// Notes on the whole check, on articles and on figures, those on quotes, and signatures.
fn notes(report: &Report) -> Sheet {
    let line = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let mut rows = Vec::new();
    for note in &report.notes {
        rows.push(line([
            &note.about,
            &note.text,
            &note.by,
            &words::time(&note.at),
        ]));
    }
    for (index, quote) in report.quotes.iter().enumerate() {
        if let Some(note) = &quote.note {
            let about = place(report, index).unwrap_or_default();
            let (by, at) = quote.noted.clone().unwrap_or_default();
            rows.push(line([&about, note, &by, &words::time(&at)]));
        }
    }
    for signed in &report.sign_offs {
        rows.push(line([
            &signed.article,
            "Signed off",
            &signed.by,
            &signed.standing(),
        ]));
    }
    Sheet::new(
        "Notes",
        &[("about", 50), ("note", 90), ("by", 20), ("at", 30)],
        &[],
        rows,
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
        &[],
        steps.chain(rules).collect(),
    )
}
