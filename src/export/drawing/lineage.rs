//! Where the reports have a figure from: sources on the left, the articles that go back to each on the right.

use super::{Align, Drawing, Look, Shape, WIDTH, cut, length, numbered};
use crate::export::{FigureEntry, Report};

/// Columns and rows of the drawing.
const SOURCE_END: i32 = 250;
const ARTICLE_START: i32 = 400;
const ROW: i32 = 20;
/// More rows than this are a list, not a picture.
const MOST_ROWS: usize = 24;
/// Characters for which there is room left of the sources, and right of the reports.
const SOURCE: usize = 33;
const REPORT: usize = 44;
/// Those of them that a figure as printed may take in any case.
const FIGURE: usize = 20;

/// The lineage; nothing where no source stands behind two reports: the list of sources says it all then.
pub(super) fn draw(report: &Report, figure: &FigureEntry) -> Option<Drawing> {
    let rows: usize = figure.roots.iter().map(|root| root.quotes.len()).sum();
    let article = |quote: &usize| report.quotes.get(*quote).map(|quote| quote.article);
    let shared = figure.roots.iter().any(|root| {
        let mut articles = root.quotes.iter().filter_map(article);
        let first = articles.next();
        articles.any(|other| Some(other) != first)
    });
    if !shared || rows > MOST_ROWS {
        return None;
    }
    let y = |row: i32| ROW * row + 14;
    let mut shapes = Vec::new();
    let mut row = 0;
    for root in figure.roots.iter().filter(|root| !root.quotes.is_empty()) {
        let first = row;
        let last = row + length(root.quotes.len()) - 1;
        let middle = i32::midpoint(y(first), y(last));
        shapes.push(Shape::Words {
            look: Look::Name,
            at: (SOURCE_END - 14, middle + 4),
            align: Align::End,
            words: cut(&root.name, SOURCE),
        });
        shapes.push(Shape::Circle {
            look: Look::Root,
            centre: (SOURCE_END, middle),
            radius: 5,
        });
        for quote in &root.quotes {
            shapes.push(Shape::Curve {
                from: (SOURCE_END + 5, middle),
                to: (ARTICLE_START - 4, y(row)),
            });
            leaf(report, *quote, y(row), &mut shapes);
            row += 1;
        }
    }
    Some(Drawing {
        size: (WIDTH, ROW * row + 12),
        description: format!(
            "Sources of “{}”: {} behind {rows} quotes",
            figure.title,
            figure.roots.len()
        ),
        caption: "Sources on the left, the reports that go back to each on the right.".to_owned(),
        shapes,
    })
}

fn leaf(report: &Report, index: usize, y: i32, shapes: &mut Vec<Shape>) {
    shapes.push(Shape::Circle {
        look: Look::Cap,
        centre: (ARTICLE_START, y),
        radius: 3,
    });
    shapes.push(Shape::Words {
        look: Look::Name,
        at: (ARTICLE_START + 12, y + 4),
        align: Align::Start,
        words: name(report, index),
    });
}

/// "[3] Harbour Wire: 98,417": what one of them leaves free the other may take.
fn name(report: &Report, index: usize) -> String {
    let text = report.quotes.get(index).map_or("", |it| it.text.as_str());
    let written = text.chars().count().min(FIGURE);
    let whose = numbered(report, index, REPORT - written - 2);
    let room = REPORT.saturating_sub(whose.chars().count() + 2);
    format!("{whose}: {}", cut(text, room))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn names_are_cut_only_where_there_is_no_room() {
        let mut report = sample::report();
        assert_eq!(name(&report, 0), "[1] Harbour Wire: About 98,000");
        report.quotes[0].text = "between 98,000 and some 102,000".to_owned();
        let beside = name(&report, 0);
        assert!(beside.ends_with(": between 98,000 an…102,000"), "{beside}");
        report.articles[0].label = "The Harbour Wire of the Northern Isles".to_owned();
        let beside = name(&report, 0);
        assert!(beside.chars().count() <= REPORT, "{beside}");
        assert!(beside.starts_with("[1] The Harbour"), "{beside}");
    }
}
