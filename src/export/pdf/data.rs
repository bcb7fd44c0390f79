//! The report as the template wants it: its JSON form, and beside it the words, drawings and look-ups that a template
//! should not have to work out.

use serde_json::{Map, Value, json};

use super::letters::drawable;
use super::world::fonts;
use crate::export::drawing::{self, Drawing};
use crate::export::{FigureEntry, Quote, Report, words};

/// The data of a report. Nothing where it cannot be put into JSON.
pub(super) fn of(report: &Report, logo: Option<&str>) -> Result<Value, serde_json::Error> {
    let prints = |key: &str| {
        let mut sections = report.layout.sections.iter();
        sections.any(|section| section.key() == key)
    };
    let compared = || {
        let figures = report.figures.iter();
        figures.filter(|figure| figure.quotes.len() > 1)
    };
    let date = report
        .generated
        .get(..10)
        .and_then(|date| date.parse::<jiff::civil::Date>().ok());
    let mut data = json!({
        "report": serde_json::to_value(report)?,
        "lead": report.summary.in_words(),
        "paper": report.layout.paper.key(),
        "sections": report.layout.sections.iter().map(|section| section.key()).collect::<Vec<_>>(),
        "author": report.newsroom.as_deref().unwrap_or(&report.program),
        "date": date.map(|date| json!({ "year": date.year(), "month": date.month(), "day": date.day() })),
        "logo": logo,
        "words": labels(report),
        "times": times(report),
        "drawings": drawings(report),
        "sources": sources(report),
        "cards": compared().filter(|_| prints("figures")).map(|figure| (figure.id.to_string(), json!(true))).collect::<Map<_, _>>(),
        "in_figure": compared().flat_map(|figure| in_figure(report, figure)).collect::<Map<_, _>>(),
        "shown": shown(report),
        "meanings": report.quotes.iter().map(|quote| (quote.id.to_string(), json!(quote.meaning()))).collect::<Map<_, _>>(),
        "trivial": report.quotes.iter().filter(|quote| !quote.notable).count(),
    });
    let missing = drawable(&mut data, fonts());
    data["note"] = json!((missing > 0).then(|| {
        format!(
            "{} in this report have no shape in the typefaces of the document and stand as {}; the web page shows them.",
            words::counted(missing, "letter", "letters"),
            super::letters::STAND_IN
        )
    }));
    Ok(data)
}

/// Numbers and words by the key that the template looks them up with.
type Lookup = Map<String, Value>;

fn labels(report: &Report) -> Lookup {
    let verdicts = report.summary.verdicts.iter();
    let ratings = verdicts.map(|tally| (tally.key.clone(), tally.label.clone(), tally.shape));
    let roles = words::ROLES.map(|role| {
        (
            words::role_key(role).to_owned(),
            words::role(role).to_owned(),
            ' ',
        )
    });
    words::labels()
        .map(|label| (label.key.to_owned(), label.word.to_owned(), label.shape))
        .chain(roles)
        .chain(ratings)
        .map(|(key, word, shape)| {
            let tone = words::tone(&key);
            (key, json!({ "word": word, "shape": shape, "tone": tone }))
        })
        .collect()
}

/// Every time in the report as it is printed.
fn times(report: &Report) -> Lookup {
    let verdicts = report
        .quotes
        .iter()
        .filter_map(|quote| quote.verdict.as_ref());
    let written = [&report.generated].into_iter();
    written
        .chain(verdicts.map(|verdict| &verdict.at))
        .chain(
            report
                .articles
                .iter()
                .filter_map(|it| Some(&it.imported.as_ref()?.0)),
        )
        .chain(report.notes.iter().map(|note| &note.at))
        .chain(report.sign_offs.iter().map(|signed| &signed.at))
        .map(|time| (time.clone(), json!(words::time(time))))
        .collect()
}

/// For each of its quotes, the figure that they stand in.
fn in_figure<'a>(
    report: &'a Report,
    figure: &'a FigureEntry,
) -> impl Iterator<Item = (String, Value)> + 'a {
    let quotes = figure
        .quotes
        .iter()
        .filter_map(|index| report.quotes.get(*index));
    quotes.map(move |quote| {
        let its = json!({ "id": figure.id, "title": figure.title });
        (quote.id.to_string(), its)
    })
}

/// For each article the indices of the quotes that are worth a place of their own.
fn shown(report: &Report) -> Vec<Vec<usize>> {
    let of = |article: usize| {
        let here = move |(_, quote): &(usize, &Quote)| quote.article == article && quote.notable;
        let quotes = report.quotes.iter().enumerate().filter(here);
        quotes.map(|(index, _)| index).collect()
    };
    (0..report.articles.len()).map(of).collect()
}

/// For each figure with drawings, these.
fn drawings(report: &Report) -> Value {
    let figures = report.figures.iter().filter_map(|figure| {
        let drawings = drawing::drawings(report, figure);
        let drawn: Vec<Value> = drawings.iter().map(drawn).collect();
        (!drawn.is_empty()).then(|| (figure.id.to_string(), Value::Array(drawn)))
    });
    Value::Object(figures.collect())
}

/// For each figure whose sources are worth a picture, this.
fn sources(report: &Report) -> Value {
    let figures = report.figures.iter().filter_map(|figure| {
        let sources = drawing::sources(report, figure)?;
        Some((figure.id.to_string(), drawn(&sources)))
    });
    Value::Object(figures.collect())
}

fn drawn(drawing: &Drawing) -> Value {
    json!({
        "svg": drawing::svg_alone(drawing),
        "description": drawing.description,
        "caption": drawing.caption,
    })
}
