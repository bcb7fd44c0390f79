//! What came out and what is still open.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ArticleEntry, FigureEntry, FindingEntry, Quote};
use crate::export::{direction, words};
use crate::lexicon::LANGUAGES;
use crate::project::{Project, Status};

/// What came out, on half a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Articles.
    pub articles: usize,
    /// Figures marked, those that are not claims left out.
    pub claims: usize,
    /// Those of them that deserve a check, as the window counts them; the others are of little weight. Programs count
    /// the quotes.
    #[serde(skip)]
    pub facts: usize,
    /// Figures marked that somebody set aside as no claims.
    #[serde(skip)]
    pub rejected: usize,
    /// Figures that stand in two or more places and were compared.
    pub compared: usize,
    /// How the compared figures came out, worst first; none at 0.
    pub answers: Vec<Tally>,
    /// Findings not set aside, heaviest first; none at 0.
    pub findings: Vec<Tally>,
    /// Findings set aside.
    pub set_aside: usize,
    /// How the claims stand.
    pub statuses: Vec<Tally>,
    /// Verdicts given, in the order of the project's scale.
    pub verdicts: Vec<Tally>,
    /// How far the check of each copy is; of all articles where none is a copy under check.
    pub coverage: Vec<Coverage>,
    /// Open questions.
    pub open: usize,
}

impl Summary {
    /// What came out, each list with its name; none that is empty.
    pub fn tallies(&self) -> impl Iterator<Item = (&'static str, &[Tally])> {
        [
            ("Compared figures", self.answers.as_slice()),
            ("Findings", &self.findings),
            ("Verdicts", &self.verdicts),
        ]
        .into_iter()
        .filter(|(_, tallies)| !tallies.is_empty())
    }

    /// The counts in a sentence or two.
    pub fn in_words(&self) -> String {
        let compared = match self.compared {
            0 => "no figure stands in more than one place".to_owned(),
            1 => "1 figure stands in more than one place and was compared".to_owned(),
            many => format!(
                "{} figures stand in more than one place and were compared",
                words::grouped(many)
            ),
        };
        let open = match self.open {
            0 => "No question is open.".to_owned(),
            open => format!(
                "{} open.",
                words::counted(open, "question is", "questions are")
            ),
        };
        let aside = (self.set_aside > 0).then(|| {
            let findings = words::counted(self.set_aside, "finding was", "findings were");
            format!("{findings} set aside. ")
        });
        format!(
            "{}, {}; {compared}. {}{open}",
            words::counted(self.articles, "article", "articles"),
            self.figures_in_words(),
            aside.unwrap_or_default(),
        )
    }

    /// "65 figures as printed (63 facts, 2 of little weight; 1 more set aside as no claim)": facts are what the window
    /// counts, so that nobody wonders at two numbers.
    pub(in crate::export) fn figures_in_words(&self) -> String {
        let all = words::counted(self.claims, "figure as printed", "figures as printed");
        let minor = self.claims.saturating_sub(self.facts);
        let weight = (minor > 0).then(|| {
            let facts = words::counted(self.facts, "fact", "facts");
            format!("{facts}, {} of little weight", words::grouped(minor))
        });
        let aside = (self.rejected > 0).then(|| {
            let rejected = words::grouped(self.rejected);
            format!("{rejected} more set aside as no claim")
        });
        let told: Vec<String> = weight.into_iter().chain(aside).collect();
        if told.is_empty() {
            all
        } else {
            format!("{all} ({})", told.join("; "))
        }
    }
}

/// How many of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Its key.
    pub key: String,
    /// Its name for a person.
    pub label: String,
    /// Its shape.
    pub shape: char,
    /// Its sort of colour, as [`words::tone`] names it.
    #[serde(skip)]
    pub tone: &'static str,
    /// How many; never 0.
    pub count: usize,
}

/// How far the check of an article is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Index of the article in the report.
    pub article: usize,
    /// Facts that deserve a check.
    pub facts: usize,
    /// Facts checked.
    pub checked: usize,
}

/// Something nobody has answered yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenQuestion {
    /// The question.
    pub question: String,
    /// Number of the figure it is about.
    pub figure: Option<u32>,
    /// Indices of the quotes it is about.
    pub quotes: Vec<usize>,
}

impl Summary {
    pub(super) fn of(
        project: &Project,
        articles: &[ArticleEntry],
        quotes: &[Quote],
        figures: &[FigureEntry],
        findings: &[FindingEntry],
        open: &[OpenQuestion],
    ) -> Self {
        let answers = count(figures.iter().filter_map(|figure| figure.answer));
        let severities = count(
            findings
                .iter()
                .filter(|finding| finding.set_aside.is_none())
                .map(|finding| finding.severity),
        );
        let statuses = count(quotes.iter().map(|quote| quote.status));
        let verdicts = count(
            quotes
                .iter()
                .filter_map(|quote| quote.verdict.as_ref())
                .map(|verdict| verdict.rating.as_str()),
        );
        let rejected = words::status(Status::Rejected).key;
        let (aside, claims): (Vec<&Quote>, Vec<&Quote>) =
            quotes.iter().partition(|quote| quote.status == rejected);
        Self {
            articles: articles.len(),
            claims: claims.len(),
            facts: claims.iter().filter(|quote| quote.notable).count(),
            rejected: aside.len(),
            compared: figures
                .iter()
                .filter(|figure| figure.quotes.len() > 1)
                .count(),
            answers: tallies(&answers, words::ANSWERS.map(words::answer)),
            findings: tallies(&severities, words::SEVERITIES.map(words::severity)),
            set_aside: findings.iter().filter(|it| it.set_aside.is_some()).count(),
            statuses: tallies(&statuses, words::STATUSES.map(words::status)),
            verdicts: project
                .ratings
                .iter()
                .filter_map(|rating| {
                    Some(Tally {
                        key: rating.key.clone(),
                        label: rating.label.clone(),
                        shape: words::verdict_sign(rating.value),
                        tone: words::verdict_tone(rating.value),
                        count: *verdicts.get(rating.key.as_str())?,
                    })
                })
                .collect(),
            coverage: coverage(articles, quotes),
            open: open.len(),
        }
    }
}

fn count<'a>(keys: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_insert(0) += 1;
    }
    counts
}

fn tallies<const N: usize>(
    counts: &BTreeMap<&str, usize>,
    labels: [words::Label; N],
) -> Vec<Tally> {
    labels
        .into_iter()
        .filter_map(|label| {
            Some(Tally {
                key: label.key.to_owned(),
                label: label.word.to_owned(),
                shape: label.shape,
                tone: words::tone(label.key),
                count: *counts.get(label.key)?,
            })
        })
        .collect()
}

/// Of each copy, or of each article where there is no copy and few articles, how far it is.
fn coverage(articles: &[ArticleEntry], quotes: &[Quote]) -> Vec<Coverage> {
    /// A longer list of articles that nobody has to check through is no summary.
    const FEW: usize = 12;
    let copies = articles
        .iter()
        .any(|article| article.role == "copy_under_check");
    if !copies && articles.len() > FEW {
        return Vec::new();
    }
    articles
        .iter()
        .enumerate()
        .filter(|(_, article)| !copies || article.role == "copy_under_check")
        .map(|(index, _)| {
            let facts = || {
                quotes.iter().filter(|quote| {
                    quote.article == index && quote.notable && quote.status != "rejected"
                })
            };
            Coverage {
                article: index,
                facts: facts().count(),
                checked: facts().filter(|quote| quote.status == "checked").count(),
            }
        })
        .collect()
}

/// Rows without a decision, findings that still stand, and for each copy (each article where there is no copy) the
/// facts that nobody has judged.
pub(super) fn open_questions(
    articles: &[ArticleEntry],
    quotes: &[Quote],
    figures: &[FigureEntry],
    findings: &[FindingEntry],
) -> Vec<OpenQuestion> {
    let judged = |index: &usize| {
        quotes
            .get(*index)
            .is_none_or(|quote| quote.verdict.is_some() || quote.status == "rejected")
    };
    let mut open = Vec::new();
    for figure in figures {
        let asks = match figure.answer {
            Some("conflicts") => "which of these figures is right?",
            Some("cannot_tell") => "do these figures speak of the same thing?",
            _ => continue,
        };
        let decided = figure
            .decision
            .as_ref()
            .is_some_and(|decision| decision.accepted.is_some());
        // Who sets the conflict aside has answered it.
        let conflicts = figure.answer == Some("conflicts");
        let set_aside = conflicts
            && findings.iter().any(|finding| {
                let inside = |quote: &usize| figure.quotes.contains(quote);
                finding.set_aside.is_some()
                    && finding.severity.starts_with("conflict")
                    && finding.quotes.iter().all(inside)
            });
        if !decided && !set_aside && !figure.quotes.iter().all(judged) {
            open.push(OpenQuestion {
                question: format!("{}: {asks}", direction::isolated(&figure.title)),
                figure: Some(figure.id),
                quotes: figure.quotes.clone(),
            });
        }
    }
    for finding in findings {
        let weighs = finding.severity != "style";
        let answered = finding.set_aside.is_some() || finding.quotes.iter().all(judged);
        let in_row = open.iter().any(|question| {
            finding
                .quotes
                .iter()
                .all(|quote| question.quotes.contains(quote))
        });
        if weighs && !answered && !in_row {
            open.push(OpenQuestion {
                question: finding.title.clone(),
                figure: None,
                quotes: finding.quotes.clone(),
            });
        }
    }
    // Nobody may take an article without figures for one whose figures were all looked at.
    for (index, article) in articles.iter().enumerate() {
        let language = article.language.as_deref();
        let is_marked = quotes.iter().any(|quote| quote.article == index);
        let has_rules = |it: &str| LANGUAGES.iter().any(|(known, _)| *known == it);
        if !is_marked && language.is_some_and(|it| !has_rules(it)) {
            open.push(OpenQuestion {
                question: format!(
                    "{}: no rules read its language ({}); which figures does it have?",
                    direction::isolated(&article.label),
                    language.unwrap_or_default()
                ),
                figure: None,
                quotes: Vec::new(),
            });
        }
    }
    let is_open = |quote: &Quote| {
        let open = quote.status == "unchecked" || quote.status == "in_progress";
        quote.notable && open
    };
    let coverage = coverage(articles, quotes);
    let waiting = quotes.iter().filter(|quote| is_open(quote)).count();
    if coverage.is_empty() && waiting > 0 {
        open.push(OpenQuestion {
            question: format!(
                "{} of {} not judged yet",
                words::counted(waiting, "figure", "figures"),
                words::counted(articles.len(), "article is", "articles are")
            ),
            figure: None,
            quotes: Vec::new(),
        });
    }
    for coverage in coverage {
        let waits = |quote: &Quote| quote.article == coverage.article && is_open(quote);
        let waiting: Vec<usize> = quotes
            .iter()
            .enumerate()
            .filter(|(_, quote)| waits(quote))
            .map(|(index, _)| index)
            .collect();
        let label = articles
            .get(coverage.article)
            .map_or("", |article| article.label.as_str());
        if !waiting.is_empty() {
            open.push(OpenQuestion {
                question: format!(
                    "{}: {} not judged yet",
                    direction::isolated(label),
                    words::counted(waiting.len(), "figure is", "figures are")
                ),
                figure: None,
                quotes: waiting,
            });
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use crate::export::sample;

    #[test]
    fn figures_that_the_window_does_not_count_are_told_apart() {
        let mut summary = sample::report().summary;
        (summary.claims, summary.facts, summary.rejected) = (40, 40, 0);
        assert_eq!(summary.figures_in_words(), "40 figures as printed");
        summary.facts = 37;
        assert_eq!(
            summary.figures_in_words(),
            "40 figures as printed (37 facts, 3 of little weight)"
        );
        summary.rejected = 2;
        summary.set_aside = 1;
        let said = summary.in_words();
        assert!(said.contains(". 1 finding was set aside. "), "{said}");
        assert!(
            summary
                .in_words()
                .contains("; 2 more set aside as no claim)")
        );
        (summary.claims, summary.facts) = (1, 1);
        assert_eq!(
            summary.figures_in_words(),
            "1 figure as printed (2 more set aside as no claim)"
        );
    }
}
