//! What is told of the lines of a stream that hold no article: each of them in an archive of articles, all at once in
//! a file of another sort.

use std::path::Path;

use super::tell;

/// So many lines without an article are told one by one, whatever the file is.
const FEW: usize = 3;
/// Lines told of at the most before the first article is found.
const HELD: usize = 1_000;

/// The lines of one input that were skipped, held back until one of its lines is an article.
#[derive(Debug)]
pub(super) struct SkippedLines<'a> {
    path: &'a Path,
    held: Vec<String>,
    /// The first, and what was wrong with it.
    first: Option<String>,
    count: usize,
    has_article: bool,
}

impl<'a> SkippedLines<'a> {
    pub(super) const fn of(path: &'a Path) -> Self {
        Self {
            path,
            held: Vec::new(),
            first: None,
            count: 0,
            has_article: false,
        }
    }

    /// A line was an article.
    pub(super) fn article(&mut self) {
        self.has_article = true;
        self.held.drain(..).for_each(|said| tell(&said));
    }

    /// A line was skipped.
    pub(super) fn skip(&mut self, number: usize, wrong: &str) {
        self.count += 1;
        self.first
            .get_or_insert_with(|| format!("line {number}: {wrong}"));
        let said = format!("{}, line {number}: {wrong}; skipped", self.path.display());
        if self.has_article {
            tell(&said);
        } else if self.held.len() < HELD {
            self.held.push(said);
        }
    }

    /// How many were skipped, at the end of the input.
    pub(super) fn end(self) -> usize {
        self.told_at_end().iter().for_each(|said| tell(said));
        self.count
    }

    fn told_at_end(&self) -> Vec<String> {
        match &self.first {
            Some(wrong) if self.count > FEW && !self.has_article => vec![format!(
                "{}: none of its {} lines can be read ({wrong}); leave out --jsonl where it is a file of another sort",
                self.path.display(),
                self.count
            )],
            _ => self.held.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_another_sort_is_told_in_one_line() {
        let mut skipped = SkippedLines::of(Path::new("goats.pdf"));
        skipped.skip(1, "not an article");
        assert_eq!(
            skipped.told_at_end(),
            ["goats.pdf, line 1: not an article; skipped"]
        );
        (2..=9).for_each(|number| skipped.skip(number, "not an article"));
        let told = skipped.told_at_end();
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("none of its 9 lines"), "{told:?}");
        skipped.article();
        assert!(skipped.told_at_end().is_empty());
        assert_eq!(skipped.end(), 9);
    }
}
