//! `check`: the claims of all articles laid side by side, as one JSON object.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use imbl::OrdMap;
use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value as Json;

use super::claim_json::Place;
use super::lines::{self, Identified};
use super::skipped_lines::SkippedLines;
use super::{CliError, Outcome, source, tell, written};
use crate::article::Article;
use crate::claim::{self, ArticleId, Claim, ClaimId, Origin};
use crate::crosscheck::{self, Answer, Corpus, Crosscheck, Severity, Slip};
use crate::quantity::{HouseRules, Kind};
use crate::text::{Anchor, CodePoints};

/// Articles and claims with the ids they were given, and what follows from them.
#[derive(Debug, Default)]
struct Checked {
    names: BTreeMap<ArticleId, Json>,
    points: BTreeMap<ArticleId, CodePoints>,
    articles: OrdMap<ArticleId, Arc<Article>>,
    claims: OrdMap<ClaimId, Arc<Claim>>,
    crosscheck: Crosscheck,
}

#[derive(Debug, Serialize)]
struct CheckJson<'a> {
    figures: Vec<FigureJson<'a>>,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Debug, Serialize)]
struct FigureJson<'a> {
    concept: &'a str,
    unit: Option<&'a str>,
    kind: Option<Kind>,
    roots: Vec<RootJson<'a>>,
    answer: Option<Answer>,
    why: &'a str,
    together: &'a str,
    wording: Option<&'a str>,
    priority: u32,
    claims: Vec<ClaimPlace<'a>>,
    comparisons: Vec<ComparisonJson<'a>>,
}

#[derive(Debug, Serialize)]
struct RootJson<'a> {
    name: &'a str,
    claims: Vec<usize>,
    why: &'a str,
}

#[derive(Debug, Serialize)]
struct ComparisonJson<'a> {
    a: usize,
    b: usize,
    answer: Answer,
    values_meet: Option<bool>,
    why: String,
    slip: Option<&'a Slip>,
}

#[derive(Debug, Serialize)]
struct FindingJson<'a> {
    code: &'a str,
    severity: Severity,
    claims: Vec<ClaimPlace<'a>>,
    title: &'a str,
    working: String,
}

#[derive(Debug, Serialize)]
struct ClaimPlace<'a> {
    article: &'a Json,
    #[serde(flatten)]
    place: Place,
}

pub(super) fn run(paths: &[PathBuf], jsonl: bool, pretty: bool) -> Result<Outcome, CliError> {
    let (articles, skipped) = if jsonl {
        from_lines(paths)?
    } else {
        from_files(paths)?
    };
    let checked = Checked::of(articles);
    let answer = checked.json();
    let mut json = if pretty {
        serde_json::to_vec_pretty(&answer)
    } else {
        serde_json::to_vec(&answer)
    }
    .map_err(|error| CliError::Stream {
        doing: "writing JSON",
        because: error.into(),
    })?;
    json.push(b'\n');
    written(std::io::stdout().lock().write_all(&json))?;
    Ok(if skipped > 0 {
        Outcome::Skipped
    } else if conflicts(&checked.crosscheck) {
        Outcome::Conflicts
    } else {
        Outcome::Fine
    })
}

/// Whether anything cannot be true together with the rest.
fn conflicts(crosscheck: &Crosscheck) -> bool {
    let of_figures = crosscheck
        .figures
        .iter()
        .flat_map(|figure| &figure.comparisons)
        .any(|comparison| comparison.answer == Answer::Conflicts);
    let of_findings = crosscheck
        .findings
        .iter()
        .any(|finding| finding.severity <= Severity::ConflictDifferentRoots);
    of_figures || of_findings
}

fn from_lines(paths: &[PathBuf]) -> Result<(Vec<Identified>, usize), CliError> {
    let mut articles = Vec::new();
    let mut skipped = 0;
    for path in paths {
        let mut input = source::lines(path)?;
        let mut number = 0;
        let mut without = SkippedLines::of(path);
        loop {
            let batch = lines::batch(&mut *input, &mut number, usize::MAX).map_err(|because| {
                CliError::Stream {
                    doing: "reading lines",
                    because,
                }
            })?;
            if batch.is_empty() {
                break;
            }
            for line in &batch {
                match lines::article(line) {
                    Ok(article) => {
                        without.article();
                        articles.push(article);
                    }
                    Err(wrong) => without.skip(line.number, &wrong),
                }
            }
        }
        skipped += without.end();
    }
    Ok((articles, skipped))
}

fn from_files(paths: &[PathBuf]) -> Result<(Vec<Identified>, usize), CliError> {
    let paths = source::with_files_of_folders(paths)?;
    let mut articles = Vec::new();
    let mut skipped = 0;
    for path in &paths {
        match source::articles(path) {
            Err(error) if paths.len() == 1 => return Err(error),
            Err(error) => {
                skipped += 1;
                tell(&format!("{error}; skipped"));
            }
            Ok(imported) => articles.extend(imported.into_iter().map(|imported| Identified {
                id: Json::from(imported.article.metadata.origin.clone()),
                article: imported.article,
            })),
        }
    }
    if articles.is_empty() {
        return Err(CliError::NothingRead(paths.len()));
    }
    Ok((articles, skipped))
}

impl Checked {
    fn of(articles: Vec<Identified>) -> Self {
        let found: Vec<_> = articles
            .par_iter()
            .map(|identified| claim::extract(&identified.article))
            .collect();
        let mut checked = Self::default();
        for ((id, identified), found) in (1_u32..).map(ArticleId).zip(articles).zip(found) {
            let text = &identified.article.text;
            for found in found {
                let claim = ClaimId(u32::try_from(checked.claims.len() + 1).unwrap_or(u32::MAX));
                checked.claims.insert(
                    claim,
                    Arc::new(Claim {
                        id: claim,
                        article: id,
                        anchor: Anchor::new(text, found.span),
                        origin: Origin::Rule,
                        reading: found.reading,
                    }),
                );
            }
            checked.points.insert(id, text.code_points());
            checked.names.insert(id, identified.id);
            checked.articles.insert(id, Arc::new(identified.article));
        }
        checked.crosscheck = crosscheck::crosscheck(Corpus {
            articles: &checked.articles,
            claims: &checked.claims,
            links: &[],
            rules: &HouseRules::default(),
        });
        checked
    }

    fn json(&self) -> CheckJson<'_> {
        CheckJson {
            figures: self
                .crosscheck
                .figures
                .iter()
                .map(|figure| self.figure(figure))
                .collect(),
            findings: self
                .crosscheck
                .findings
                .iter()
                .map(|finding| FindingJson {
                    code: finding.code,
                    severity: finding.severity,
                    claims: self.places(&finding.claims),
                    title: &finding.title,
                    working: finding.working.join("\n"),
                })
                .collect(),
        }
    }

    fn figure<'a>(&'a self, figure: &'a crosscheck::Figure) -> FigureJson<'a> {
        let first = self.claims.get(&figure.id);
        let index = |id: &ClaimId| figure.claims.iter().position(|claim| claim == id);
        FigureJson {
            concept: &figure.title,
            unit: first.and_then(|claim| Some(claim.reading.quantity.unit.as_ref()?.0.as_str())),
            kind: first.map(|claim| claim.reading.kind),
            roots: figure
                .roots
                .iter()
                .map(|root| RootJson {
                    name: &root.name,
                    claims: root.claims.iter().filter_map(index).collect(),
                    why: &root.why,
                })
                .collect(),
            answer: figure.answer,
            why: &figure.why,
            together: &figure.together,
            wording: figure.wording.as_deref(),
            priority: figure.priority.weight,
            claims: self.places(&figure.claims),
            comparisons: figure
                .comparisons
                .iter()
                .filter_map(|comparison| {
                    Some(ComparisonJson {
                        a: index(&comparison.a)?,
                        b: index(&comparison.b)?,
                        answer: comparison.answer,
                        values_meet: comparison.values_meet,
                        why: comparison.why(),
                        slip: comparison.slip.as_deref(),
                    })
                })
                .collect(),
        }
    }

    fn places(&self, claims: &[ClaimId]) -> Vec<ClaimPlace<'_>> {
        claims
            .iter()
            .filter_map(|id| {
                let claim = self.claims.get(id)?;
                Some(ClaimPlace {
                    article: self.names.get(&claim.article)?,
                    place: Place::of(claim.anchor.span, self.points.get(&claim.article)?),
                })
            })
            .collect()
    }
}
