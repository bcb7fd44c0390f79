//! What words such as "dozens" stand for in the house: a row for each that this project's claims use, and for others.

use std::collections::BTreeMap;

use egui::{ScrollArea, Ui};

use super::super::context::Context;
use super::super::widget;
use crate::quantity::{Amount, Value};

/// A word with its ends as they are typed; empty is as usual.
struct Row {
    word: String,
    low: String,
    high: String,
    /// Its usual ends, where a claim uses it.
    usual: Option<(Value, Value)>,
}

/// The rows.
pub(super) struct VagueWords {
    rows: Vec<Row>,
}

impl VagueWords {
    pub(super) fn new(context: &Context<'_>) -> Self {
        let project = context.project();
        let mut words: BTreeMap<&str, Option<(Value, Value)>> = BTreeMap::new();
        for word in project.house_rules.vague.keys() {
            words.insert(word, None);
        }
        for claim in project.claims.values() {
            if let Amount::Vague { word, low, high } = &claim.reading.quantity.amount {
                words.insert(word, Some((*low, *high)));
            }
        }
        let ruled = &project.house_rules.vague;
        let rows = words.into_iter().map(|(word, usual)| {
            let own = ruled.get(word);
            let written = |end: Option<Value>| end.map_or_else(String::new, |end| end.to_string());
            Row {
                word: word.to_owned(),
                low: written(own.map(|(low, _)| *low)),
                high: written(own.map(|(_, high)| *high)),
                usual,
            }
        });
        Self {
            rows: rows.collect(),
        }
    }

    /// The rules as typed, or what is wrong with them. A word without ends has its usual ones.
    pub(super) fn rules(&self) -> Result<BTreeMap<String, (Value, Value)>, String> {
        let mut rules = BTreeMap::new();
        for row in &self.rows {
            let word = row.word.trim().to_lowercase();
            let (low, high) = (row.low.trim(), row.high.trim());
            if low.is_empty() && high.is_empty() {
                continue;
            }
            if word.is_empty() {
                return Err("Write the word that these ends belong to.".to_owned());
            }
            if low.is_empty() || high.is_empty() {
                return Err(format!(
                    "“{word}” needs both ends, or none for the usual ones."
                ));
            }
            let ends: (Value, Value) = (low.parse()?, high.parse()?);
            if ends.0 > ends.1 {
                return Err(format!("“{word}” must not end before it starts."));
            }
            if rules.insert(word.clone(), ends).is_some() {
                return Err(format!("“{word}” stands twice."));
            }
        }
        Ok(rules)
    }

    /// Draws the rows.
    pub(super) fn rows_ui(&mut self, ui: &mut Ui) {
        ScrollArea::vertical()
            .id_salt("vague words")
            .max_height(150.0)
            .show(ui, |ui| {
                widget::follow_focus_ui(ui);
                for (at, row) in self.rows.iter_mut().enumerate() {
                    ui.push_id(at, |ui| row_ui(ui, at + 1, row));
                }
            });
        if widget::quiet_button(ui, "Add a word").clicked() {
            self.rows.push(Row {
                word: String::new(),
                low: String::new(),
                high: String::new(),
                usual: None,
            });
        }
    }
}

fn row_ui(ui: &mut Ui, number: usize, row: &mut Row) {
    ui.horizontal(|ui| {
        let (low, high) = row.usual.map_or_else(
            || ("from".to_owned(), "up to".to_owned()),
            |(low, high)| (low.to_string(), high.to_string()),
        );
        let fields = [
            ("Vague word", "dozens".to_owned(), 160.0, &mut row.word),
            ("begins at", low, 110.0, &mut row.low),
            ("ends below", high, 110.0, &mut row.high),
        ];
        for (name, hint, width, text) in fields {
            let field = widget::line_edit(text).hint_text(hint).desired_width(width);
            let field = ui.add(field);
            widget::name_field(ui, &field, &format!("{name} {number}"));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(rows: &[(&str, &str, &str)]) -> Result<BTreeMap<String, (Value, Value)>, String> {
        let rows = rows.iter().map(|(word, low, high)| Row {
            word: (*word).to_owned(),
            low: (*low).to_owned(),
            high: (*high).to_owned(),
            usual: None,
        });
        VagueWords {
            rows: rows.collect(),
        }
        .rules()
    }

    #[test]
    fn a_word_has_both_ends_or_its_usual_ones() {
        let ruled = rules(&[("Dozens", "24", "60"), ("scores", "", "")]).expect("sound");
        assert_eq!(ruled.len(), 1);
        assert!(ruled.contains_key("dozens"));
        for wrong in [
            ("dozens", "24", ""),
            ("dozens", "60", "24"),
            ("", "1", "2"),
            ("dozens", "few", "60"),
        ] {
            assert!(rules(&[wrong]).is_err(), "{wrong:?}");
        }
    }
}
