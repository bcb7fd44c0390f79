//! What was understood of a claim, and its correction.

use egui::{ComboBox, RichText, Ui};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox};
use super::super::super::widget;
use crate::claim::{
    AsOf, Attribution, Basis, Certainty, Claim, Directness, Period, Phrase, Reading,
};
use crate::export::words;
use crate::project::Command;
use crate::quantity::{self, Kind, Sense};

const KINDS: [Kind; 10] = [
    Kind::Count,
    Kind::Share,
    Kind::Money,
    Kind::Measure,
    Kind::Rate,
    Kind::Average,
    Kind::Duration,
    Kind::Age,
    Kind::Rank,
    Kind::Ratio,
];
const SENSES: [Sense; 4] = [Sense::Level, Sense::Up, Sense::Down, Sense::Difference];
const BASES: [Basis; 6] = [
    Basis::Count,
    Basis::Official,
    Basis::Estimate,
    Basis::Projection,
    Basis::Allegation,
    Basis::Poll,
];

/// Draws every facet; says whether it shall be corrected.
pub(super) fn facets_ui(ui: &mut Ui, context: &Context<'_>, claim: &Claim) -> bool {
    let reading = &claim.reading;
    let mut edit = false;
    widget::section_ui(ui, "Understood as", |ui| {
        let interval = reading.quantity.interval(&context.project().house_rules);
        let unit = reading.quantity.unit_text.clone().unwrap_or_default();
        widget::field_ui(ui, "Stands for", |ui| {
            widget::wrapped_ui(ui, words::interval(interval));
        });
        // What is counted has a row of its own.
        if reading.kind != Kind::Count {
            known_ui(ui, "Unit", Some(unit).filter(|unit| !unit.is_empty()));
        }
        widget::field_ui(ui, "Kind", |ui| {
            let (kind, sense) = (words::kind(reading.kind), words::sense(reading.sense));
            ui.label(format!("{kind}, {sense}"));
        });
        let text = |phrase: &Option<Phrase>| phrase.as_ref().map(|phrase| phrase.text.clone());
        known_ui(ui, "Counted", text(&reading.concept));
        known_ui(ui, "What happened", text(&reading.predicate));
        let scope: Vec<&str> = reading.scope.iter().map(|p| p.text.as_str()).collect();
        if !scope.is_empty() {
            known_ui(ui, "Scope", Some(scope.join(", ")));
        }
        known_ui(ui, "Place", text(&reading.place));
        let period = reading
            .period
            .as_ref()
            .map(|period| period.words.text.clone());
        known_ui(ui, "Period", period);
        known_ui(ui, "As of", reading.as_of.as_ref().map(as_of_words));
        let basis = reading.basis.map(|basis| words::basis(basis).to_owned());
        known_ui(ui, "Basis", basis);
        source_ui(ui, reading);
        widget::field_ui(ui, "Found by", |ui| {
            widget::wrapped_ui(ui, widget::small(reading.rule.as_str()));
            let figure = claim.anchor.quote.as_str();
            if let Some(why) = quantity::why(&reading.rule, &reading.quantity, figure) {
                widget::wrapped_ui(ui, widget::small(why.explanation));
                for entry in &why.entries {
                    widget::wrapped_ui(ui, widget::small(entry.to_string()));
                }
            }
        });
        edit = ui
            .button("Correct…")
            .on_hover_text(Action::Edit.tip(ui.ctx()))
            .clicked();
    });
    edit
}

fn known_ui(ui: &mut Ui, name: &str, value: Option<String>) {
    widget::field_ui(ui, name, |ui| match value {
        Some(value) => widget::wrapped_ui(ui, value),
        None => ui.label(widget::quiet("unknown")),
    });
}

fn as_of_words(as_of: &AsOf) -> String {
    match as_of.certainty {
        Certainty::Stated => as_of.date.to_string(),
        Certainty::Inferred => format!("{} (from the article’s date)", as_of.date),
    }
}

fn source_ui(ui: &mut Ui, reading: &Reading) {
    widget::field_ui(ui, "Source", |ui| {
        let Some(attribution) = &reading.attribution else {
            let ink = ui.visuals().warn_fg_color;
            ui.label(RichText::new("no source given").color(ink));
            return;
        };
        let name = match &attribution.resolved {
            Some(full) => format!("{} ({})", attribution.source.text, full.text),
            None => attribution.source.text.clone(),
        };
        widget::wrapped_ui(ui, name);
        if let Some(cue) = &attribution.cue {
            ui.label(widget::small(format!("“{}”", cue.text)));
        }
    });
}

/// Facets as they are being corrected; scope words are parted by semicolons.
#[derive(Clone, Debug)]
pub(super) struct Form {
    texts: [(&'static str, String); 8],
    kind: Kind,
    sense: Sense,
    basis: Option<Basis>,
}

const UNIT: usize = 0;
const CONCEPT: usize = 1;
const PREDICATE: usize = 2;
const SCOPE: usize = 3;
const PLACE: usize = 4;
const PERIOD: usize = 5;
const AS_OF: usize = 6;
const SOURCE: usize = 7;

impl Form {
    /// What is understood now.
    pub(super) fn of(claim: &Claim) -> Self {
        let reading = &claim.reading;
        let text = |phrase: &Option<Phrase>| {
            phrase
                .as_ref()
                .map(|phrase| phrase.text.clone())
                .unwrap_or_default()
        };
        let scope: Vec<&str> = reading.scope.iter().map(|p| p.text.as_str()).collect();
        let as_of = reading.as_of.as_ref();
        let attribution = reading.attribution.as_ref();
        Self {
            texts: [
                (
                    "Unit",
                    reading.quantity.unit_text.clone().unwrap_or_default(),
                ),
                ("Counted", text(&reading.concept)),
                ("What happened", text(&reading.predicate)),
                ("Scope", scope.join("; ")),
                ("Place", text(&reading.place)),
                (
                    "Period",
                    reading
                        .period
                        .as_ref()
                        .map(|period| period.words.text.clone())
                        .unwrap_or_default(),
                ),
                (
                    "As of",
                    as_of.map(|at| at.date.to_string()).unwrap_or_default(),
                ),
                (
                    "Source",
                    attribution
                        .map(|attribution| attribution.source.text.clone())
                        .unwrap_or_default(),
                ),
            ],
            kind: reading.kind,
            sense: reading.sense,
            basis: reading.basis,
        }
    }

    fn text(&self, at: usize) -> &str {
        self.texts.get(at).map_or("", |(_, text)| text.trim())
    }

    /// The reading with what was typed, or what is wrong with it.
    pub(super) fn reading(&self, old: &Reading) -> Result<Reading, String> {
        let mut reading = old.clone();
        reading.quantity.unit_text = some(self.text(UNIT));
        reading.concept = phrase(old.concept.as_ref(), self.text(CONCEPT));
        reading.predicate = phrase(old.predicate.as_ref(), self.text(PREDICATE));
        reading.place = phrase(old.place.as_ref(), self.text(PLACE));
        reading.scope = self
            .text(SCOPE)
            .split(';')
            .filter_map(|word| {
                let known = old.scope.iter().find(|phrase| phrase.text == word.trim());
                phrase(known, word.trim())
            })
            .collect();
        reading.period = phrase(old.period.as_ref().map(|p| &p.words), self.text(PERIOD)).map(
            |words| match &old.period {
                Some(period) if period.words == words => period.clone(),
                _ => Period {
                    words,
                    from: None,
                    to: None,
                    epoch: None,
                },
            },
        );
        reading.as_of = match self.text(AS_OF) {
            "" => None,
            written => {
                let date = written.parse().map_err(|error| {
                    format!("“{written}” is not a date such as 2022-09-27: {error}")
                })?;
                let same = old.as_of.clone().filter(|as_of| as_of.date == date);
                Some(same.unwrap_or(AsOf {
                    date,
                    certainty: Certainty::Stated,
                }))
            }
        };
        let old_source = old.attribution.as_ref().map(|a| &a.source);
        reading.attribution =
            phrase(old_source, self.text(SOURCE)).map(|source| match &old.attribution {
                Some(attribution) if attribution.source == source => attribution.clone(),
                _ => Attribution {
                    source,
                    cue: None,
                    content: None,
                    kind: None,
                    directness: Directness::Indirect,
                    resolved: None,
                    reported_by: None,
                },
            });
        reading.kind = self.kind;
        reading.sense = self.sense;
        reading.basis = self.basis;
        Ok(reading)
    }

    /// Draws the form; `false` when it is done.
    pub(super) fn form_ui(&mut self, ui: &mut Ui, claim: &Claim, outbox: &mut Outbox) -> bool {
        let mut open = true;
        widget::section_ui(ui, "Correct the reading", |ui| {
            for (name, text) in &mut self.texts {
                widget::field_ui(ui, name, |ui| {
                    let field = widget::line_edit(text)
                        .hint_text("unknown")
                        .desired_width(f32::INFINITY);
                    let response = ui.add(field);
                    widget::name_field(ui, &response, name);
                });
            }
            widget::field_ui(ui, "Kind", |ui| {
                ui.horizontal(|ui| {
                    choose_ui(ui, "Kind", &mut self.kind, &KINDS, words::kind);
                    choose_ui(ui, "Sense", &mut self.sense, &SENSES, words::sense);
                });
            });
            widget::field_ui(ui, "Basis", |ui| {
                let named = |basis: Option<Basis>| basis.map_or("unknown", words::basis);
                let all: Vec<Option<Basis>> =
                    std::iter::once(None).chain(BASES.map(Some)).collect();
                choose_ui(ui, "Basis", &mut self.basis, &all, named);
            });
            let reading = self.reading(&claim.reading);
            if let Err(complaint) = &reading {
                let ink = ui.visuals().error_fg_color;
                widget::wrapped_ui(ui, RichText::new(complaint).color(ink));
            }
            ui.horizontal(|ui| {
                ui.add_enabled_ui(reading.is_ok(), |ui| {
                    if widget::primary_button(ui, "Apply").clicked() {
                        open = false;
                    }
                });
                if let (false, Ok(reading)) = (open, reading)
                    && reading != claim.reading
                {
                    outbox.change(Command::EditClaim {
                        claim: claim.id,
                        reading,
                    });
                }
                if ui.button("Cancel").clicked() {
                    open = false;
                }
            });
        });
        open
    }
}

fn some(words: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.to_owned())
}

/// The words as a facet: with their place where they are the article's own, without where they are the editor's.
fn phrase(old: Option<&Phrase>, words: &str) -> Option<Phrase> {
    if words.is_empty() {
        return None;
    }
    let same = old.filter(|phrase| phrase.text == words).cloned();
    Some(same.unwrap_or_else(|| Phrase {
        text: words.to_owned(),
        span: None,
    }))
}

fn choose_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    all: &[T],
    named: impl Fn(T) -> &'static str,
) {
    let response = ComboBox::from_id_salt(name)
        .selected_text(named(*value))
        .show_ui(ui, |ui| {
            for one in all {
                ui.selectable_value(value, *one, named(*one));
            }
        })
        .response;
    widget::name_field(ui, &response, name);
}
