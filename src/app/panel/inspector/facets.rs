//! What was understood of a claim, and its correction.

use egui::{
    ComboBox, CursorIcon, Key, Popup, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox};
use super::super::super::theme::{Theme, metrics};
use super::super::super::widget;
use super::rivals::Rivals;
use crate::claim::{
    AsOf, Attribution, Basis, Certainty, Claim, Directness, Period, Phrase, Reading,
};
use crate::export::words;
use crate::project::Command;
use crate::quantity::{self, Kind};

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
const SENSES: [quantity::Sense; 4] = [
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

/// Draws every facet, each to be corrected in its place; says whether all shall be corrected at once.
pub(super) fn facets_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    claim: &Claim,
    edit: &mut Option<InPlace>,
    rivals: &mut Rivals,
    outbox: &mut Outbox,
) -> bool {
    let reading = &claim.reading;
    let mut all = false;
    widget::section_ui(ui, "Understood as", |ui| {
        let mut rows = Rows {
            claim,
            edit,
            outbox: &mut *outbox,
        };
        let interval = reading.quantity.interval(&context.project().house_rules);
        widget::field_ui(ui, "Stands for", |ui| {
            widget::wrapped_ui(ui, words::interval(interval));
        });
        // What is counted has a row of its own; shares, ranks and ratios have no unit to miss.
        let unitless = matches!(
            reading.kind,
            Kind::Count | Kind::Share | Kind::Rank | Kind::Ratio
        );
        if !unitless || (reading.kind != Kind::Count && reading.quantity.unit_text.is_some()) {
            rows.text_ui(ui, UNIT, reading.quantity.unit_text.clone());
        }
        rows.kind_ui(ui);
        let text = |phrase: &Option<Phrase>| phrase.as_ref().map(|phrase| phrase.text.clone());
        rows.text_ui(ui, CONCEPT, text(&reading.concept));
        rows.text_ui(ui, PREDICATE, text(&reading.predicate));
        let scope: Vec<&str> = reading.scope.iter().map(|p| p.text.as_str()).collect();
        rows.text_ui(ui, SCOPE, some(&scope.join(", ")));
        rows.text_ui(ui, PLACE, text(&reading.place));
        let period = reading.period.as_ref();
        rows.text_ui(ui, PERIOD, period.map(|period| period.words.text.clone()));
        rows.text_ui(ui, AS_OF, reading.as_of.as_ref().map(as_of_words));
        rows.basis_ui(ui);
        rows.source_ui(ui);
        widget::field_ui(ui, "Found by", |ui| {
            let figure = claim.anchor.quote.as_str();
            let Some(why) = quantity::why(&reading.rule, &reading.quantity, figure) else {
                widget::wrapped_ui(ui, widget::small(reading.rule.as_str()));
                return;
            };
            widget::wrapped_ui(ui, widget::small(why.explanation))
                .on_hover_text(reading.rule.as_str());
            for entry in &why.entries {
                widget::wrapped_ui(ui, widget::small(entry.to_string()));
            }
        });
        rivals.rivals_ui(ui, context, claim, outbox);
        ui.add_space(metrics().space.hair);
        all = widget::link_button(ui, "Correct all…")
            .on_hover_text(Action::Edit.tip(ui.ctx()))
            .clicked();
    });
    all
}

/// A facet that is being corrected in its place.
pub(super) struct InPlace {
    /// Which of the form's texts.
    at: usize,
    form: Form,
    focused: bool,
}

/// The rows of facets of a claim.
struct Rows<'a> {
    claim: &'a Claim,
    edit: &'a mut Option<InPlace>,
    outbox: &'a mut Outbox,
}

impl Rows<'_> {
    /// A facet in words: pressed, it turns into a field.
    fn text_ui(&mut self, ui: &mut Ui, at: usize, value: Option<String>) {
        let words = value.map_or_else(|| widget::quiet("unknown"), RichText::new);
        self.words_ui(ui, at, words, None);
    }

    fn words_ui(&mut self, ui: &mut Ui, at: usize, words: RichText, aside: Option<String>) {
        let name = NAMES.get(at).copied().unwrap_or_default();
        widget::field_ui(ui, name, |ui| {
            if self.edit.as_ref().is_some_and(|edit| edit.at == at) {
                self.field_ui(ui, name);
                return;
            }
            if value_ui(ui, name, words).clicked() {
                *self.edit = Some(InPlace {
                    at,
                    form: Form::of(self.claim),
                    focused: false,
                });
            }
            if let Some(aside) = aside {
                widget::wrapped_ui(ui, widget::small(aside));
            }
        });
    }

    /// Enter or going elsewhere keeps what was typed, Esc leaves all as it was; what cannot be read is said below.
    fn field_ui(&mut self, ui: &mut Ui, name: &str) {
        let Some(edit) = self.edit.as_mut() else {
            return;
        };
        let Some(text) = edit.form.texts.get_mut(edit.at) else {
            return;
        };
        let field = widget::line_edit(text)
            .hint_text("unknown")
            .desired_width(f32::INFINITY);
        let field = ui.add(field);
        widget::name_field(ui, &field, name);
        if !edit.focused {
            edit.focused = true;
            field.request_focus();
            return;
        }
        let reading = edit.form.reading(&self.claim.reading);
        if let Err(complaint) = &reading {
            let ink = ui.visuals().error_fg_color;
            widget::wrapped_ui(ui, RichText::new(complaint).color(ink).small());
        }
        if !field.lost_focus() {
            return;
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            *self.edit = None;
        } else if let Ok(reading) = reading {
            *self.edit = None;
            self.correct(reading);
        } else {
            field.request_focus();
        }
    }

    fn correct(&mut self, reading: Reading) {
        if reading != self.claim.reading {
            self.outbox.change(Command::EditClaim {
                claim: self.claim.id,
                reading,
            });
        }
    }

    fn kind_ui(&mut self, ui: &mut Ui) {
        let mut reading = self.claim.reading.clone();
        widget::field_ui(ui, "Kind", |ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.horizontal(|ui| {
                choice_ui(ui, "Kind", &mut reading.kind, &KINDS, words::kind);
                choice_ui(ui, "Sense", &mut reading.sense, &SENSES, words::sense);
            });
        });
        self.correct(reading);
    }

    fn basis_ui(&mut self, ui: &mut Ui) {
        let mut reading = self.claim.reading.clone();
        widget::field_ui(ui, "Basis", |ui| {
            choice_ui(ui, "Basis", &mut reading.basis, &bases(), basis_words);
        });
        self.correct(reading);
    }

    fn source_ui(&mut self, ui: &mut Ui) {
        let Some(attribution) = &self.claim.reading.attribution else {
            let ink = ui.visuals().warn_fg_color;
            self.words_ui(
                ui,
                SOURCE,
                RichText::new("no source given").color(ink),
                None,
            );
            return;
        };
        let name = match &attribution.resolved {
            Some(full) => format!("{} ({})", attribution.source.text, full.text),
            None => attribution.source.text.clone(),
        };
        let cue = attribution.cue.as_ref();
        let cue = cue.map(|cue| format!("“{}”", cue.text));
        self.words_ui(ui, SOURCE, RichText::new(name), cue);
    }
}

/// A value that can be pressed: its words alone, and a frame about them while it is pointed at.
fn value_ui(ui: &mut Ui, name: &str, words: RichText) -> Response {
    let said = format!("{name}: {}", words.text());
    let response = widget::wrapped_ui(ui, words).interact(Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if response.hovered() || response.has_focus() {
        let colours = &Theme::at(ui).colours;
        let ink = if response.has_focus() {
            colours.accent
        } else {
            colours.control_line
        };
        let about = response.rect.expand2(vec2(4.0, 1.0));
        let stroke = Stroke::new(1.0, ink.0);
        let radius = metrics().radius.control;
        ui.painter()
            .rect_stroke(about, radius, stroke, StrokeKind::Inside);
    }
    response
        .on_hover_cursor(CursorIcon::Text)
        .on_hover_text("Press to correct it")
}

/// A value that is one of several: pressed, it offers the others.
fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    all: &[T],
    named: impl Fn(T) -> &'static str,
) {
    let words = match named(*value) {
        "unknown" => widget::quiet("unknown"),
        known => RichText::new(known),
    };
    let response = value_ui(ui, name, words);
    Popup::menu(&response).show(|ui| {
        for one in all {
            if ui.selectable_label(one == value, named(*one)).clicked() {
                *value = *one;
                ui.close();
            }
        }
    });
}

fn bases() -> Vec<Option<Basis>> {
    std::iter::once(None).chain(BASES.map(Some)).collect()
}

fn basis_words(basis: Option<Basis>) -> &'static str {
    basis.map_or("unknown", words::basis)
}

fn as_of_words(as_of: &AsOf) -> String {
    match as_of.certainty {
        Certainty::Stated => as_of.date.to_string(),
        Certainty::Inferred => format!("{} (from the article’s date)", as_of.date),
    }
}

/// Facets as they are being corrected; scope words are parted by semicolons.
#[derive(Clone, Debug)]
pub(super) struct Form {
    texts: [String; NAMES.len()],
    kind: Kind,
    sense: quantity::Sense,
    basis: Option<Basis>,
}

/// What the facets in words are called.
const NAMES: [&str; 8] = [
    "Unit",
    "Counted",
    "What happened",
    "Scope",
    "Place",
    "Period",
    "As of",
    "Source",
];
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
        let text = |phrase: Option<&Phrase>| phrase.map_or(String::new(), |p| p.text.clone());
        let scope: Vec<&str> = reading.scope.iter().map(|p| p.text.as_str()).collect();
        let as_of = reading.as_of.as_ref();
        Self {
            texts: [
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
        }
    }

    fn text(&self, at: usize) -> &str {
        self.texts.get(at).map_or("", |text| text.trim())
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
            for (name, text) in NAMES.iter().zip(&mut self.texts) {
                widget::form_row_ui(ui, name, |ui| {
                    let field = widget::line_edit(text)
                        .hint_text("unknown")
                        .desired_width(f32::INFINITY);
                    let response = ui.add(field);
                    widget::name_field(ui, &response, name);
                });
            }
            widget::form_row_ui(ui, "Kind", |ui| {
                ui.horizontal(|ui| {
                    choose_ui(ui, "Kind", &mut self.kind, &KINDS, words::kind);
                    choose_ui(ui, "Sense", &mut self.sense, &SENSES, words::sense);
                });
            });
            widget::form_row_ui(ui, "Basis", |ui| {
                choose_ui(ui, "Basis", &mut self.basis, &bases(), basis_words);
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
