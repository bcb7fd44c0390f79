//! Where a quote stands, in the words that every format uses.

use super::{FigureEntry, Quote, Report, Section};
use crate::export::{direction::isolated_once, words};

impl Quote {
    /// "[3]": its number in the project, by which charts, rows and the list of quotes name it.
    pub fn number(&self) -> String {
        format!("[{}]", self.id)
    }

    /// "line 4", where the text knows of pages "page 2, paragraph 4".
    pub(in crate::export) fn line_in_print(&self) -> String {
        match self.page {
            Some(page) => format!("page {page}, paragraph {}", self.line),
            None => format!("line {}", self.line),
        }
    }

    /// What was understood of it beside its number, each with the word that begins it: "where:", "the old town".
    pub fn facets(&self) -> Vec<(&'static str, String)> {
        let scope = (!self.scope.is_empty()).then(|| self.scope.join(", "));
        [
            ("of", self.concept.clone()),
            ("where:", self.place.clone()),
            ("when:", self.period.clone()),
            ("only:", scope),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }

    /// "page 2, paragraph 4, characters 40–46".
    pub fn spot(&self) -> String {
        let line = self.line_in_print();
        format!("{line}, characters {}–{}", self.start, self.end)
    }
}

impl Report {
    /// Whose quote it is, with its number: "[3] Harbour Wire". The name keeps its direction to itself.
    pub fn numbered(&self, quote: &Quote) -> String {
        let label = self.article_of(quote).map_or("", |it| it.label.as_str());
        format!("{} {}", quote.number(), isolated_once(label))
    }

    /// Where a quote stands: "Harbour Wire, line 4".
    pub fn place_of(&self, quote: &Quote) -> String {
        let label = self.article_of(quote).map_or("", |it| it.label.as_str());
        format!("{}, {}", isolated_once(label), quote.line_in_print())
    }

    /// What a quote of a figure stands for, with its place and what narrows it where other quotes of the figure differ
    /// from it in that: "40 people; where: the old town".
    pub(in crate::export) fn meaning_in(&self, figure: &FigureEntry, quote: &Quote) -> String {
        let others = || figure.quotes.iter().filter_map(|it| self.quotes.get(*it));
        let differs = |name: &str| match name {
            "where:" => others().any(|other| other.place != quote.place),
            "only:" => others().any(|other| other.scope != quote.scope),
            _ => false,
        };
        let facets = quote.facets().into_iter();
        let telling = facets.filter(|(name, _)| differs(name));
        let telling = telling.map(|(name, value)| format!("; {name} {}", isolated_once(&value)));
        telling.fold(quote.meaning(), |said, facet| said + &facet)
    }

    /// The places that a question is about: all of them, or of very many the first and where the others are listed,
    /// " and 976 more, listed under “Quotes”".
    pub fn first_places<'a>(&self, places: &'a [usize]) -> (&'a [usize], String) {
        const MOST: usize = 24;
        let listed = |place: &usize| self.quotes.get(*place).is_none_or(|quote| quote.notable);
        match places.split_at_checked(MOST) {
            Some((first, rest))
                if !rest.is_empty()
                    && self.layout.sections.contains(&Section::Quotes)
                    && rest.iter().all(listed) =>
            {
                let heading = Section::Quotes.heading();
                let more = words::grouped(rest.len());
                (first, format!(" and {more} more, listed under “{heading}”"))
            }
            _ => (places, String::new()),
        }
    }

    /// Figures that stand in one place only and are worth a line.
    pub fn standing_alone(&self) -> impl Iterator<Item = (&FigureEntry, &Quote)> {
        self.figures.iter().filter_map(|figure| {
            let [only] = figure.quotes.as_slice() else {
                return None;
            };
            let quote = self.quotes.get(*only)?;
            (quote.notable && quote.status != "rejected").then_some((figure, quote))
        })
    }

    /// What is said of figures that have no line of their own; nothing where all have one.
    pub fn left_out(&self) -> Option<String> {
        let trivial = self.quotes.iter().filter(|quote| !quote.notable).count();
        let counted = words::counted(
            trivial,
            "figure of little weight is",
            "figures of little weight are",
        );
        (trivial > 0).then(|| {
            format!(
                "{counted} left out here and listed in the JSON and table forms of this report."
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn a_place_names_its_page_where_there_are_pages() {
        let mut quote = sample::report().quotes[0].clone();
        quote.line = 4;
        assert_eq!(quote.line_in_print(), "line 4");
        assert_eq!(sample::report().numbered(&quote), "[1] Harbour Wire");
        quote.page = Some(2);
        assert!(quote.spot().starts_with("page 2, paragraph 4, characters "));
    }

    #[test]
    fn quotes_of_a_figure_say_their_places_where_these_differ() {
        let mut report = sample::report();
        report.quotes[0].place = Some("the old town".to_owned());
        report.quotes[2].place = Some("the old town".to_owned());
        report.quotes[3].place = Some("the old town".to_owned());
        let meaning = |report: &Report| report.meaning_in(&report.figures[0], &report.quotes[0]);
        assert_eq!(meaning(&report), "93,100 to 102,900 people");
        report.quotes[3].place = None;
        report.quotes[0].scope = vec!["kids".to_owned()];
        assert_eq!(
            meaning(&report),
            "93,100 to 102,900 people; where: the old town; only: kids"
        );
        assert_eq!(report.place_of(&report.quotes[0]), "Harbour Wire, line 2");
    }

    #[test]
    fn places_that_are_not_named_are_listed_elsewhere() {
        let mut report = sample::report();
        let many = vec![0; 30];
        let (first, more) = report.first_places(&many);
        assert_eq!(first.len(), 24);
        assert_eq!(more, " and 6 more, listed under “Quotes”");
        report.layout.sections = vec![Section::Open];
        assert_eq!(report.first_places(&many), (many.as_slice(), String::new()));
    }
}
