//! From a project to a table.

use std::sync::Arc;

use super::read::lines_of;
use super::{AS_IN_SHEET, COLUMNS, FactSheetError, OF_FIGURE, RATIONALE, neutral, on_fact};
use crate::article::{Article, Role};
use crate::claim::{ArticleId, Claim, sentences_of};
use crate::project::{Evidence, Project, Review, Status, Subject};

type Cells = [String; COLUMNS.len()];

/// The facts of the copies under check, or of all articles where none is: a line for each fact and each piece of
/// evidence on it, as CSV in UTF-8.
pub fn write(project: &Project) -> Result<Vec<u8>, FactSheetError> {
    let failed = |error: csv::Error| FactSheetError::Unwritten(error.to_string());
    let is_copy = |article: &Article| article.metadata.role == Role::CopyUnderCheck;
    let has_copy = project.articles.values().any(|article| is_copy(article));
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(failed)?;
    for (id, article) in &project.articles {
        if has_copy && !is_copy(article) {
            continue;
        }
        for cells in rows_of(project, *id, article) {
            table.write_record(cells.map(neutral)).map_err(failed)?;
        }
    }
    table
        .into_inner()
        .map_err(|error| FactSheetError::Unwritten(error.to_string()))
}

fn rows_of(project: &Project, id: ArticleId, article: &Article) -> Vec<Cells> {
    let origin = article.metadata.origin.as_deref().unwrap_or_default();
    let from_sheet = origin.to_lowercase().ends_with(".csv");
    // A fact sheet's facts are its lines, whatever they hold; a text's facts are its sentences with figures.
    let places = if from_sheet {
        lines_of(&article.text)
    } else {
        sentences_of(article)
            .into_iter()
            .map(|span| span.start()..span.end())
            .collect()
    };
    let claims: Vec<&Arc<Claim>> = project.claims_of(id).collect();
    let mut rows = Vec::new();
    for place in places {
        let fact = article.text.as_str().get(place.clone()).unwrap_or_default();
        // Each review with the figures that it is of.
        let mut reviews: Vec<(&Review, Vec<&str>)> = Vec::new();
        let nothing = Review::default();
        for claim in &claims {
            if place.contains(&claim.anchor.span.start()) {
                let review = project.reviews.get(&claim.id).map_or(&nothing, |r| &**r);
                let quote = claim.anchor.quote.as_str();
                match reviews.iter_mut().find(|(known, _)| *known == review) {
                    Some((_, quotes)) => quotes.push(quote),
                    None => reviews.push((review, vec![quote])),
                }
            }
        }
        // What is said of one figure of a sentence holds for no other of it.
        let is_one = reviews.len() == 1;
        if !is_one {
            // Claims that nobody has looked at say nothing beside those that somebody has.
            reviews.retain(|(review, _)| **review != nothing && review.status != Status::Rejected);
        }
        for (review, quotes) in &reviews {
            let figures = if is_one { &[][..] } else { quotes.as_slice() };
            rows.extend(rows_of_review(project, fact, review, figures));
        }
        if reviews.is_empty() && from_sheet {
            rows.extend(rows_of_notes(project, id, fact));
        }
    }
    rows
}

/// The rows of a review; `figures` are those of the fact that it is of, none where it is of all.
fn rows_of_review(project: &Project, fact: &str, review: &Review, figures: &[&str]) -> Vec<Cells> {
    let verdict = review.verdict.as_ref();
    let status = verdict.map_or_else(
        || review.status.name().to_owned(),
        |verdict| project.rating_label(&verdict.rating).to_owned(),
    );
    let rationale = verdict
        .map(|verdict| verdict.rationale.trim())
        .filter(|words| !words.is_empty() && !words.starts_with(AS_IN_SHEET))
        .map(|words| format!("{RATIONALE}{words}"));
    let of_figures: Vec<String> = figures
        .iter()
        .map(|figure| format!("{OF_FIGURE}{figure}"))
        .collect();
    let note = (!review.note.is_empty()).then(|| review.note.clone());
    let note: Vec<String> = of_figures
        .iter()
        .cloned()
        .chain(note)
        .chain(rationale)
        .collect();
    let row = |evidence: Option<&Evidence>, note: String| {
        let [source, method, date] = evidence.map_or_else(Default::default, cells_of);
        [fact.to_owned(), source, method, date, status.clone(), note]
    };
    let first = row(review.evidence.first(), note.join("\n"));
    let more = review.evidence.iter().skip(1);
    std::iter::once(first)
        .chain(more.map(|evidence| row(Some(evidence), of_figures.join("\n"))))
        .collect()
}

/// Source, method and date.
fn cells_of(evidence: &Evidence) -> [String; 3] {
    let mut source = Vec::new();
    if !evidence.citation.is_empty() && !evidence.citation.starts_with(AS_IN_SHEET) {
        source.push(evidence.citation.clone());
    }
    if let Some(url) = evidence.url.as_ref().filter(|url| !source.contains(url)) {
        source.push(url.clone());
    }
    source.extend(evidence.locator.clone());
    if !evidence.quote.is_empty() {
        source.push(format!("“{}”", evidence.quote));
    }
    [
        source.join(", "),
        evidence.method.clone().unwrap_or_default(),
        evidence
            .accessed
            .map(|date| date.to_string())
            .unwrap_or_default(),
    ]
}

/// A fact without figures, with what was noted of it.
fn rows_of_notes(project: &Project, article: ArticleId, fact: &str) -> Vec<Cells> {
    let start = on_fact(fact);
    let row = |note: &str| {
        let mut cells = Cells::default();
        let [of_fact, .., of_note] = &mut cells;
        fact.clone_into(of_fact);
        note.clone_into(of_note);
        cells
    };
    let rows: Vec<Cells> = project
        .notes
        .iter()
        .filter(|note| note.subject == Subject::Article(article))
        .filter_map(|note| note.text.strip_prefix(&start))
        .map(row)
        .collect();
    if rows.is_empty() { vec![row("")] } else { rows }
}
