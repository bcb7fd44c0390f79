//! One value that every format is written from: a plain view of a project, all words chosen, all places worked out.
//!
//! Its JSON form is read by other programs: deriving `Serialize` here is a promise.

mod axis;
mod entry;
mod figure;
mod history;
mod labels;
mod layout;
mod lost;
mod method;
mod outcome;
mod plot;
mod quote;
mod spot;
mod summary;
mod timeline;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

pub use axis::is_far_apart;
pub use entry::{ArticleEntry, FindingEntry, NoteEntry, RuleEntry, SignOffEntry};
pub use figure::{ComparisonEntry, DecisionEntry, FigureEntry, RootEntry};
pub use layout::{Layout, Logo, PAPERS, Paper, SECTIONS, Section};
pub use outcome::Outcome;
pub use plot::{Bar, BarEnd, EndKind, Plot, Tick};
use quote::without_page_breaks;
pub use quote::{EvidenceEntry, Quote, VerdictEntry};
pub use summary::{Coverage, OpenQuestion, Summary, Tally};
pub use timeline::{TimePoint, Timeline};

use super::words;
use crate::article::Article;
use crate::claim::{ArticleId, ClaimId};
use crate::crosscheck::{Crosscheck, Finding};
use crate::project::{Note, Project, Subject, notable};
use crate::quantity::Interval;
use crate::text::Text;

/// Name of the JSON form, with its version.
const SCHEMA: &str = "countercheck-report/1";

/// A plain view of a project, ready to be written in any format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Name and version of this form.
    pub schema: &'static str,
    /// Name of the project.
    pub title: String,
    /// When the report was made, as given by the caller; ISO 8601 with its zone is best.
    pub generated: String,
    /// Name and version of the program.
    pub program: String,
    /// What came out, on half a page.
    pub summary: Summary,
    /// The articles, in order of arrival.
    pub articles: Vec<ArticleEntry>,
    /// Every figure as printed, by article and place.
    pub quotes: Vec<Quote>,
    /// The figure grid, those with most to check first.
    pub figures: Vec<FigureEntry>,
    /// Findings, heaviest first.
    pub findings: Vec<FindingEntry>,
    /// What nobody has answered yet.
    pub open: Vec<OpenQuestion>,
    /// Notes on the project, its articles and figures.
    pub notes: Vec<NoteEntry>,
    /// Signatures under copies.
    pub sign_offs: Vec<SignOffEntry>,
    /// How the check was done, so that a reader can repeat it.
    pub method: Vec<String>,
    /// What words stand for.
    pub house_rules: Vec<RuleEntry>,
    /// Lowest and highest number of the scale of verdicts.
    pub scale: Option<(u8, u8)>,
    /// Where the report itself will be published; asked for, never invented.
    pub publication_url: Option<String>,
    /// The claims that are to be published as reviews, by number; all that are judged if `None`.
    #[serde(skip)]
    pub reviewed: Option<Vec<u32>>,
    /// Who publishes it.
    pub newsroom: Option<String>,
    /// Which sections, in which order.
    #[serde(skip)]
    pub layout: Layout,
}

impl Report {
    /// The view of `project` with what follows from it; `generated` is the time as it shall be printed.
    pub fn new(project: &Project, crosscheck: &Crosscheck, generated: &str) -> Self {
        let labels = labels::labels(project);
        let articles: Vec<ArticleEntry> = project
            .articles
            .iter()
            .zip(&labels)
            .map(|((id, article), label)| article_entry(*id, article, label))
            .collect();
        let quotes = quotes(project, &notable(project, crosscheck));
        let places: BTreeMap<ClaimId, usize> = quotes
            .iter()
            .enumerate()
            .map(|(index, quote)| (ClaimId(quote.id), index))
            .collect();
        let apart = project.told_apart(&crosscheck.figures);
        let figures: Vec<FigureEntry> = crosscheck
            .figures
            .iter()
            .enumerate()
            .map(|(at, figure)| {
                let mut entry = FigureEntry::of(project, (figure, crosscheck), &places);
                if let Some(words) = apart.get(&at) {
                    entry.title = format!("{} ({words})", entry.title);
                }
                entry
            })
            .collect();
        let findings: Vec<FindingEntry> = crosscheck
            .findings
            .iter()
            .map(|finding| finding_entry(project, crosscheck, finding, &places))
            .collect();
        let mut open = summary::open_questions(&articles, &quotes, &figures, &findings);
        open.extend(lost::questions(project, &labels));
        open.extend(project.notes.iter().filter_map(|note| {
            Some(OpenQuestion {
                question: format!("Two copies differ: {}", note.to_decide()?),
                figure: None,
                quotes: Vec::new(),
            })
        }));
        Self {
            schema: SCHEMA,
            title: project.title.clone(),
            generated: generated.to_owned(),
            program: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
            summary: Summary::of(project, &articles, &quotes, &figures, &findings, &open),
            notes: project
                .notes
                .iter()
                .map(|note| note_entry(note, project, &labels))
                .collect(),
            sign_offs: project
                .sign_offs
                .iter()
                .map(|signed| SignOffEntry {
                    article: label_of(project, &labels, signed.article),
                    by: signed.by.clone(),
                    at: signed.at.clone(),
                    changed_since: !project.is_current(signed),
                })
                .collect(),
            method: method::method(),
            house_rules: method::house_rules(project),
            scale: scale(project),
            publication_url: project.report_style.address.clone(),
            reviewed: None,
            newsroom: project.report_style.newsroom.clone(),
            layout: Layout::of(&project.report_style),
            articles,
            quotes,
            figures,
            findings,
            open,
        }
    }

    /// Findings that stand on a quote and say that something may be wrong.
    pub fn findings_on(&self, quote: usize) -> impl Iterator<Item = &FindingEntry> {
        self.findings.iter().filter(move |finding| {
            finding.set_aside.is_none()
                && finding.severity != "style"
                && finding.quotes.contains(&quote)
        })
    }

    /// The article of a quote.
    pub fn article_of(&self, quote: &Quote) -> Option<&ArticleEntry> {
        self.articles.get(quote.article)
    }
}

fn scale(project: &Project) -> Option<(u8, u8)> {
    let values = || project.ratings.iter().filter_map(|rating| rating.value);
    values().min().zip(values().max())
}

fn label_of(project: &Project, labels: &[String], article: ArticleId) -> String {
    project
        .articles
        .keys()
        .position(|id| *id == article)
        .and_then(|index| labels.get(index).cloned())
        .unwrap_or_else(|| format!("article {}, removed", article.0))
}

fn article_entry(id: ArticleId, article: &Article, label: &str) -> ArticleEntry {
    let metadata = article.metadata.clone();
    ArticleEntry {
        id: id.0,
        label: label.to_owned(),
        title: metadata.title,
        byline: metadata.byline,
        publisher: metadata.publisher,
        published: metadata.published.map(|moment| moment.to_string()),
        language: metadata.language,
        url: metadata.url,
        origin: metadata.origin,
        imported: None,
        role: words::role_key(metadata.role),
        characters: article.text.as_str().chars().count(),
        sha256: fingerprint(&article.text),
        text: article.text.clone(),
    }
}

/// SHA-256 in hexadecimal.
fn fingerprint(text: &Text) -> String {
    Sha256::digest(text.as_str().as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<_>>()
        .concat()
}

/// Every claim as printed, by article and place; those that stand nowhere are [`lost`].
fn quotes(project: &Project, notable: &BTreeSet<ClaimId>) -> Vec<Quote> {
    let readings: BTreeMap<ArticleId, quote::Reading<'_>> = project
        .articles
        .iter()
        .enumerate()
        .map(|(index, (id, article))| (*id, quote::Reading::of(article, index)))
        .collect();
    let mut quotes: Vec<Quote> = project
        .claims
        .values()
        .filter(|claim| !project.is_lost(claim))
        .filter_map(|claim| {
            Some(
                readings
                    .get(&claim.article)?
                    .quote(project, claim, notable.contains(&claim.id)),
            )
        })
        .collect();
    quotes.sort_by_key(|quote| (quote.article, quote.start, quote.id));
    quotes
}

fn finding_entry(
    project: &Project,
    crosscheck: &Crosscheck,
    finding: &Finding,
    places: &BTreeMap<ClaimId, usize>,
) -> FindingEntry {
    let dismissal = project.dismissal_of(finding);
    FindingEntry {
        code: finding.code,
        severity: words::severity(finding.severity).key,
        title: without_page_breaks(&project.finding_title(finding, crosscheck)),
        working: finding
            .working
            .iter()
            .map(|step| without_page_breaks(step))
            .collect(),
        quotes: finding
            .claims
            .iter()
            .filter_map(|claim| places.get(claim).copied())
            .collect(),
        set_aside_at: None,
        set_aside: dismissal.map(|dismissal| (dismissal.reason.clone(), dismissal.by.clone())),
    }
}

fn note_entry(note: &Note, project: &Project, labels: &[String]) -> NoteEntry {
    NoteEntry {
        about: match note.subject {
            Subject::Project => "the whole check".to_owned(),
            Subject::Article(article) => label_of(project, labels, article),
            Subject::Figure(claim) => project.claims.get(&claim).map_or_else(
                || format!("claim {}, removed", claim.0),
                |claim| format!("the figure of “{}”", claim.anchor.quote),
            ),
        },
        text: note.text.clone(),
        by: note.by.clone(),
        at: note.at.clone(),
    }
}
