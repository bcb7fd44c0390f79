//! What has changed from one text to the next, by lines and in them by words.

use similar::{ChangeTag, DiffOp, TextDiff};

use crate::text::Text;

/// A place where two texts differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Line of the new text at which it stands, from 1.
    pub line: usize,
    /// The words there; what is gone stands in `[-…-]`, what is new in `{+…+}`.
    pub marked: String,
}

/// Where `new` differs from `old`, in order; nothing where they are the same.
pub fn differences(old: &Text, new: &Text) -> Vec<Difference> {
    let lines = TextDiff::from_lines(old.as_str(), new.as_str());
    let slice = |lines: &[&str], from: usize, count: usize| {
        lines
            .iter()
            .skip(from)
            .take(count)
            .copied()
            .collect::<String>()
    };
    lines
        .ops()
        .iter()
        .filter_map(|op| {
            let (old, new) = match op {
                DiffOp::Equal { .. } => return None,
                DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                    (op.old_range(), op.new_range())
                }
            };
            let gone = slice(lines.old_slices(), old.start, old.len());
            let come = slice(lines.new_slices(), new.start, new.len());
            let marked = marked(gone.trim(), come.trim());
            // Blank lines are no words.
            (!marked.is_empty()).then_some(Difference {
                line: new.start + 1,
                marked,
            })
        })
        .collect()
}

fn marked(old: &str, new: &str) -> String {
    let words = TextDiff::from_words(old, new);
    let mut marked = String::new();
    let mut open = ChangeTag::Equal;
    let mut turn = |tag: ChangeTag, marked: &mut String| {
        if tag == open {
            return;
        }
        marked.push_str(match open {
            ChangeTag::Equal => "",
            ChangeTag::Delete => "-]",
            ChangeTag::Insert => "+}",
        });
        marked.push_str(match tag {
            ChangeTag::Equal => "",
            ChangeTag::Delete => "[-",
            ChangeTag::Insert => "{+",
        });
        open = tag;
    };
    for change in words.iter_all_changes() {
        turn(change.tag(), &mut marked);
        marked.push_str(change.value());
    }
    turn(ChangeTag::Equal, &mut marked);
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corrected_figure_is_marked_in_its_line() {
        let old = Text::verbatim("Goats\n\nAbout 98,000 goats crossed.\nIt rained.");
        let new =
            Text::verbatim("Goats\n\nAbout 99,000 goats crossed.\nIt rained.\nThen 5 came back.");
        let told: Vec<(usize, String)> = differences(&old, &new)
            .into_iter()
            .map(|change| (change.line, change.marked))
            .collect();
        assert_eq!(told.first().map(|(line, _)| *line), Some(3));
        assert!(
            told[0].1.contains("About [-98,000-]{+99,000+} goats"),
            "{told:?}"
        );
        assert!(
            told.iter()
                .any(|(_, marked)| marked.contains("Then 5 came back.+}")),
            "{told:?}"
        );
        assert_eq!(differences(&old, &old), []);
    }
}
