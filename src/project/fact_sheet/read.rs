//! From a table to one change of a project.

use std::ops::Range;

use super::table::{Row, day, rows};
use super::{AS_IN_SHEET, FactSheetError, OF_FIGURE, RATIONALE, on_fact};
use crate::article::{Article, Metadata, Role};
use crate::claim::{ArticleId, ClaimId, extract};
use crate::import;
use crate::project::command::counted;
use crate::project::{Command, Evidence, Patch, Project, Stamp, Stance, Status, Subject, Verdict};
use crate::text::Text;

/// A fact sheet, ready to be taken in.
#[derive(Clone, Debug)]
pub struct Taken {
    /// What takes it in, as one change.
    pub command: Command,
    /// How many facts it holds.
    pub facts: usize,
    /// How many claims they make.
    pub claims: usize,
    /// What a person should look at, with the line of the table.
    pub notices: Vec<String>,
}

/// The change that takes the facts of the table in `bytes` into `project`; `name` is its path.
pub fn take(
    project: &Project,
    name: &str,
    bytes: &[u8],
    stamp: &Stamp,
) -> Result<Taken, FactSheetError> {
    let mut notices = Vec::new();
    let rows = rows(name, bytes, &mut notices)?;
    // Lines in a row with the same fact are several sources of one fact.
    let mut facts: Vec<&[Row]> = rows
        .chunk_by(|row, next| next.fact.is_empty() || row.fact == next.fact)
        .collect();
    let any = facts
        .iter()
        .any(|rows| rows.iter().any(|row| !row.fact.is_empty()));
    facts.retain(|rows| !is_known(project, rows, &mut notices));
    if any && facts.is_empty() {
        return Err(FactSheetError::AllKnown {
            name: name.to_owned(),
        });
    }
    let lines: Vec<&str> = facts
        .iter()
        .filter_map(|rows| Some(rows.first()?.fact.as_str()))
        .collect();
    if lines.iter().all(|fact| fact.is_empty()) {
        return Err(FactSheetError::Empty {
            name: name.to_owned(),
        });
    }
    let article = article(name, &lines.join("\n"));
    let places = lines_of(&article.text);
    let found = extract(&article);
    let id = ArticleId(project.next_article);
    let mut sheet = Sheet {
        name,
        stamp,
        taken: Command::AddArticle { article, found }.apply(project)?,
        notices,
    };
    for (rows, place) in facts.iter().zip(places) {
        let claims: Vec<ClaimId> = sheet
            .taken
            .claims_of(id)
            .filter(|claim| place.contains(&claim.anchor.span.start()))
            .map(|claim| claim.id)
            .collect();
        if claims.is_empty() {
            sheet.note_fact(id, rows)?;
        } else {
            sheet.judge(&claims, rows)?;
        }
    }
    let claims = sheet.taken.claims_of(id).count();
    Ok(Taken {
        command: Command::Patch {
            label: format!(
                "Take in the fact sheet “{name}”: {}",
                counted(lines.len(), "fact")
            ),
            patch: Box::new(Patch::between(project, &sheet.taken)),
        },
        facts: lines.len(),
        claims,
        notices: sheet.notices,
    })
}

/// Whether a fact is a line of the project already: the sheet was taken in before, or written from the project.
fn is_known(project: &Project, rows: &[Row], notices: &mut Vec<String>) -> bool {
    let Some(row) = rows.first().filter(|row| !row.fact.is_empty()) else {
        return false;
    };
    let known = project.articles.values().any(|article| {
        article
            .text
            .as_str()
            .lines()
            .any(|line| line.trim() == row.fact)
    });
    if known {
        notices.push(format!(
            "line {}: “{}” stands in the project already and was left out",
            row.line, row.fact
        ));
    }
    known
}

/// A fact sheet being taken in.
struct Sheet<'a> {
    name: &'a str,
    stamp: &'a Stamp,
    /// The project with all that was taken in so far.
    taken: Project,
    notices: Vec<String>,
}

impl Sheet<'_> {
    fn make(&mut self, command: &Command) -> Result<(), FactSheetError> {
        self.taken = command.apply(&self.taken)?;
        Ok(())
    }

    /// Gives the claims of a fact what its lines say: those that name figures, to these alone.
    fn judge(&mut self, claims: &[ClaimId], rows: &[Row]) -> Result<(), FactSheetError> {
        for alike in rows.chunk_by(|one, next| figures_of(one) == figures_of(next)) {
            let figures: Vec<String> = alike.first().map(figures_of).unwrap_or_default();
            let is_of = |claim: &&ClaimId| {
                let known = self.taken.claims.get(*claim);
                known.is_some_and(|claim| figures.contains(&claim.anchor.quote))
            };
            let named: Vec<ClaimId> = claims.iter().filter(is_of).copied().collect();
            // A figure that is not found in the fact is named in the note.
            let claims = if named.is_empty() { claims } else { &named };
            self.judge_alike(claims, alike, !named.is_empty())?;
        }
        Ok(())
    }

    fn judge_alike(
        &mut self,
        claims: &[ClaimId],
        rows: &[Row],
        is_of_figures: bool,
    ) -> Result<(), FactSheetError> {
        let mut notes = Vec::new();
        let mut rationale = None;
        let mut judgement: Option<(u64, &str)> = None;
        for row in rows {
            let accessed = day(&row.date);
            for line in row.note.lines() {
                if let Some(reason) = line.strip_prefix(RATIONALE) {
                    rationale = Some(reason.to_owned());
                } else if !(is_of_figures && line.starts_with(OF_FIGURE)) {
                    notes.push(line.to_owned());
                }
            }
            notes.extend(
                row.other
                    .iter()
                    .map(|(name, cell)| format!("{name}: {cell}")),
            );
            if accessed.is_none() && !row.date.is_empty() {
                self.notices.push(format!(
                    "line {}: “{}” is not a date such as 2026-01-05; it is kept in the note",
                    row.line, row.date
                ));
                notes.push(format!("date: {}", row.date));
            }
            if let Some(evidence) = self.evidence(row, accessed) {
                for claim in claims {
                    self.make(&Command::AddEvidence {
                        claim: *claim,
                        evidence: evidence.clone(),
                    })?;
                }
            }
            match judgement {
                None if !row.status.is_empty() => judgement = Some((row.line, &row.status)),
                Some((_, first)) if !row.status.is_empty() && !same(first, &row.status) => {
                    notes.push(format!("status: {}", row.status));
                }
                _ => {}
            }
        }
        if let Some((line, status)) = judgement
            && !self.set_status(claims, (line, status), rationale.as_deref())?
        {
            self.notices.push(format!(
                "line {line}: “{status}” is no rating of this project and no status; it is kept in the note"
            ));
            notes.push(format!("status: {status}"));
        }
        if notes.is_empty() {
            return Ok(());
        }
        let note = notes.join("\n");
        for claim in claims {
            self.make(&Command::SetNote {
                claim: *claim,
                note: note.clone(),
            })?;
        }
        Ok(())
    }

    fn evidence(&self, row: &Row, accessed: Option<jiff::civil::Date>) -> Option<Evidence> {
        if row.source.is_empty() && row.method.is_empty() && accessed.is_none() {
            return None;
        }
        let is_address = row.source.starts_with("https://") || row.source.starts_with("http://");
        let citation = match (row.source.as_str(), row.method.as_str()) {
            // Evidence must say something.
            ("", "") => format!("{AS_IN_SHEET} “{}”", self.name),
            (source, _) => source.to_owned(),
        };
        Some(Evidence {
            citation,
            url: is_address.then(|| row.source.clone()),
            quote: String::new(),
            stance: Stance::Context,
            locator: None,
            accessed,
            by: self.stamp.by.clone(),
            method: some(&row.method),
            attachment: None,
        })
    }

    /// Judges the claims; `false` where the word is on no scale.
    fn set_status(
        &mut self,
        claims: &[ClaimId],
        (line, word): (u64, &str),
        rationale: Option<&str>,
    ) -> Result<bool, FactSheetError> {
        let claims = claims.to_vec();
        let rating = self.taken.ratings.iter().find(|rating| {
            same(&rating.label, word)
                || same(&rating.key, word)
                || same(&rating.key.replace('_', " "), word)
        });
        let command = if let Some(rating) = rating {
            Command::SetVerdict {
                claims,
                verdict: Some(Verdict {
                    rating: rating.key.clone(),
                    rationale: rationale.map_or_else(
                        || format!("{AS_IN_SHEET} “{}”, line {line}", self.name),
                        str::to_owned,
                    ),
                    by: self.stamp.by.clone(),
                    at: self.stamp.at.clone(),
                }),
            }
        } else if let Some((_, status)) = Status::NAMES.iter().find(|(name, _)| same(name, word)) {
            Command::SetStatus {
                claims,
                status: *status,
            }
        } else {
            return Ok(false);
        };
        self.make(&command)?;
        Ok(true)
    }

    /// Keeps in words what is said of a fact without figures.
    fn note_fact(&mut self, article: ArticleId, rows: &[Row]) -> Result<(), FactSheetError> {
        for row in rows {
            let fact = rows.first().map_or("", |row| row.fact.as_str());
            let cells = [&row.source, &row.method, &row.date, &row.status, &row.note];
            let mut said: Vec<String> = cells.into_iter().filter_map(|cell| some(cell)).collect();
            said.extend(
                row.other
                    .iter()
                    .map(|(name, cell)| format!("{name}: {cell}")),
            );
            self.notices.push(format!(
                "line {}: no figure was found in “{fact}”; what is said of it is a note on the article",
                row.line
            ));
            if said.is_empty() {
                continue;
            }
            self.make(&Command::AddNote {
                subject: Subject::Article(article),
                text: format!("{}{}", on_fact(fact), said.join(" · ")),
                by: self.stamp.by.clone(),
                at: self.stamp.at.clone(),
            })?;
        }
        Ok(())
    }
}

/// The figures that a row is of; none where it is of all of its fact.
fn figures_of(row: &Row) -> Vec<String> {
    let lines = row.note.lines();
    let named = lines.filter_map(|line| line.strip_prefix(OF_FIGURE));
    named.map(str::to_owned).collect()
}

fn some(cell: &str) -> Option<String> {
    (!cell.is_empty()).then(|| cell.to_owned())
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

fn article(name: &str, facts: &str) -> Article {
    let text = Text::normalised(facts);
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    Article {
        metadata: Metadata {
            title: Some(
                file.rsplit_once('.')
                    .map_or(file, |(stem, _)| stem)
                    .to_owned(),
            ),
            language: import::language_of(text.as_str()),
            origin: Some(name.to_owned()),
            role: Role::CopyUnderCheck,
            ..Metadata::default()
        },
        text,
    }
}

/// The bytes of each line.
pub(super) fn lines_of(text: &Text) -> Vec<Range<usize>> {
    let mut start = 0;
    text.as_str()
        .split('\n')
        .map(|line| {
            let place = start..start + line.len();
            start = place.end + 1;
            place
        })
        .collect()
}
