//! All facets of a claim as texts and choices that can be typed and made, and the reading that comes of them.

use egui::{Align, Key, Ui};

use super::super::super::context::Outbox;
use super::super::super::widget;
use crate::claim::{
    AsOf, Attribution, Basis, Certainty, Claim, Directness, Period, Phrase, Reading,
};
use crate::export::words;
use crate::project::Command;
use crate::quantity::{self, Kind, Quantity, typed};

pub(super) const KINDS: [Kind; 10] = [
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
pub(super) const SENSES: [quantity::Sense; 4] = [
    quantity::Sense::Level,
    quantity::Sense::Up,
    quantity::Sense::Down,
    quantity::Sense::Difference,
];
const BASES: [Basis; 6] = [
    Basis::Count,
    Basis::Official,
    Basis::Estimate,
    Basis::Projection,
    Basis::Allegation,
    Basis::Poll,
];

/// Facets as they are being corrected; scope words are parted by semicolons.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// In the order of [`NAMES`].
    pub(super) texts: [String; NAMES.len()],
    kind: Kind,
    sense: quantity::Sense,
    basis: Option<Basis>,
    /// The field that the cursor is to be put into.
    wants: Option<usize>,
    /// Whether it was brought into sight.
    seen: bool,
}

/// What is wrong with what was typed, and in which field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    /// The field, in the order of [`NAMES`].
    pub(super) at: usize,
    /// What to tell.
    pub(super) words: String,
}

/// What the facets in words are called.
pub(super) const NAMES: [&str; 9] = [
    "Value",
    "Unit",
    "Counted",
    "What happened",
    "Scope",
    "Place",
    "Period",
    "As of",
    "Source",
];
pub(super) const VALUE: usize = 0;
pub(super) const UNIT: usize = 1;
pub(super) const CONCEPT: usize = 2;
pub(super) const PREDICATE: usize = 3;
pub(super) const SCOPE: usize = 4;
pub(super) const PLACE: usize = 5;
pub(super) const PERIOD: usize = 6;
pub(super) const AS_OF: usize = 7;
pub(super) const SOURCE: usize = 8;

impl Form {
    /// What is understood now.
    pub(super) fn of(claim: &Claim) -> Self {
        let reading = &claim.reading;
        let text = |phrase: Option<&Phrase>| phrase.map_or(String::new(), |p| p.text.clone());
        let scope: Vec<&str> = reading.scope.iter().map(|p| p.text.as_str()).collect();
        let as_of = reading.as_of.as_ref();
        Self {
            texts: [
                reading.quantity.amount.to_string(),
                reading.quantity.unit_text.clone().unwrap_or_default(),
                text(reading.concept.as_ref()),
                text(reading.predicate.as_ref()),
                scope.join("; "),
                text(reading.place.as_ref()),
                text(reading.period.as_ref().map(|period| &period.words)),
                as_of.map(|at| at.date.to_string()).unwrap_or_default(),
                text(reading.attribution.as_ref().map(|said| &said.source)),
            ],
            kind: reading.kind,
            sense: reading.sense,
            basis: reading.basis,
            wants: Some(VALUE),
            seen: false,
        }
    }

    /// Whether anything was corrected in it.
    pub(super) fn is_changed(&self, claim: &Claim) -> bool {
        let known = Self::of(claim);
        self.texts != known.texts
            || (self.kind, self.sense, self.basis) != (known.kind, known.sense, known.basis)
    }

    /// Puts the cursor into the field that cannot be read, else into the first, with the form in sight.
    pub(super) fn take_up(&mut self, claim: &Claim) {
        let wrong = self.reading(&claim.reading).err();
        self.wants = Some(wrong.map_or(VALUE, |wrong| wrong.at));
        self.seen = false;
    }

    fn text(&self, at: usize) -> &str {
        self.texts.get(at).map_or("", |text| text.trim())
    }

    /// The size with what was typed: what was left alone stays as it was read, to the last place.
    fn quantity(&self, old: &Quantity) -> Result<Quantity, Complaint> {
        let mut quantity = old.clone();
        let unit = some(self.text(UNIT));
        if unit != old.unit_text {
            let one = unit.as_ref().and_then(|unit| typed(&format!("5 {unit}")));
            quantity.unit = one.and_then(|one| one.unit);
            quantity.unit_text = unit;
        }
        let value = self.text(VALUE);
        if value != old.amount.to_string() {
            // "55x" is a figure only where it says how many times.
            let times = value.ends_with(['x', '×']) && self.kind != Kind::Ratio;
            let read = typed(value).filter(|_| !times).ok_or_else(|| Complaint {
                at: VALUE,
                words: format!("“{value}” is no figure such as 98,000, at least 3.4 million, 15 to 20 or dozens"),
            })?;
            quantity.amount = read.amount;
            if read.unit.is_some() {
                quantity.unit = read.unit;
                quantity.unit_text = read.unit_text;
            }
        }
        Ok(quantity)
    }

    /// The reading with what was typed, or what is wrong with it.
    pub(super) fn reading(&self, old: &Reading) -> Result<Reading, Complaint> {
        let mut reading = old.clone();
        reading.quantity = self.quantity(&old.quantity)?;
        reading.concept = phrase(old.concept.as_ref(), self.text(CONCEPT));
        reading.predicate = phrase(old.predicate.as_ref(), self.text(PREDICATE));
        reading.place = phrase(old.place.as_ref(), self.text(PLACE));
        reading.place_inferred &= reading.place == old.place;
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
                let date = written.parse().ok().ok_or_else(|| Complaint {
                    at: AS_OF,
                    words: format!("“{written}” is not a date such as 2022-09-27"),
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
        let begins = !std::mem::replace(&mut self.seen, true);
        let wrong = self.reading(&claim.reading).err();
        let top = ui.cursor().top();
        widget::section_ui(ui, "Correct the reading", |ui| {
            let (mut entered, mut escaped) = (false, false);
            let mut fields = Vec::new();
            for (at, (name, text)) in NAMES.iter().zip(&mut self.texts).enumerate() {
                widget::form_row_ui(ui, name, |ui| {
                    let field = widget::line_edit(text)
                        .hint_text("unknown")
                        .desired_width(f32::INFINITY);
                    let response = ui.add(field);
                    widget::name_field(ui, &response, name);
                    widget::ordered_field_ui(ui, &response, text);
                    if self.wants.take_if(|wants| *wants == at).is_some()
                        || widget::is_reached_by_tab(ui, &response)
                    {
                        widget::focus_whole_ui(ui, &response, text);
                    }
                    if let Some(wrong) = wrong.as_ref().filter(|wrong| wrong.at == at) {
                        widget::wrong_field_ui(ui, &response, &wrong.words);
                    }
                    if response.lost_focus() {
                        entered |= ui.input(|input| input.key_pressed(Key::Enter));
                        escaped |= ui.input(|input| input.key_pressed(Key::Escape));
                    }
                    fields.push(response);
                });
            }
            widget::form_row_ui(ui, "Kind", |ui| {
                ui.horizontal(|ui| {
                    let half = (ui.available_width() - ui.spacing().item_spacing.x) / 2.0;
                    choose_ui(ui, ("Kind", half), &mut self.kind, &KINDS, words::kind);
                    choose_ui(ui, ("Sense", half), &mut self.sense, &SENSES, words::sense);
                });
            });
            widget::form_row_ui(ui, "Basis", |ui| {
                let width = ui.available_width();
                choose_ui(ui, ("Basis", width), &mut self.basis, &bases(), basis_words);
            });
            let reading = self.reading(&claim.reading);
            if let (true, Err(wrong)) = (entered, &reading)
                && let (Some(field), Some(text)) = (fields.get(wrong.at), self.texts.get(wrong.at))
            {
                // To be mended at once: a letter that is typed next is no key of an action.
                widget::focus_whole_ui(ui, field, text);
            }
            ui.horizontal(|ui| {
                ui.add_enabled_ui(reading.is_ok(), |ui| {
                    if widget::primary_button(ui, "Apply").clicked() || entered && reading.is_ok() {
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
                if ui.button("Cancel").clicked() || escaped {
                    open = false;
                }
            });
        });
        if begins {
            // Wherever the inspector was scrolled to: the form is looked at now.
            ui.scroll_to_rect(ui.min_rect().with_min_y(top), Some(Align::TOP));
        }
        open
    }
}

pub(super) fn bases() -> Vec<Option<Basis>> {
    std::iter::once(None).chain(BASES.map(Some)).collect()
}

pub(super) fn basis_words(basis: Option<Basis>) -> &'static str {
    basis.map_or("unknown", words::basis)
}

pub(super) fn some(words: &str) -> Option<String> {
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
    (name, width): (&str, f32),
    value: &mut T,
    all: &[T],
    named: impl Fn(T) -> &'static str,
) {
    let all: Vec<(T, String)> = all.iter().map(|it| (*it, named(*it).to_owned())).collect();
    let response = widget::drop_down_ui(ui, name, Some(width), value, &all);
    widget::name_field(ui, &response, name);
}
