//! What was understood of a claim, each facet to be corrected in its place.

use egui::{
    CursorIcon, Key, Popup, Response, RichText, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox};
use super::super::super::theme::{Theme, metrics};
use super::super::super::widget;
use super::form::{
    AS_OF, CONCEPT, Form, KINDS, NAMES, PERIOD, PLACE, PREDICATE, SCOPE, SENSES, SOURCE, UNIT,
    VALUE, bases, basis_words, some,
};
use super::rivals::Rivals;
use crate::claim::{AsOf, Certainty, Claim, Phrase, Reading};
use crate::export::words;
use crate::project::Command;
use crate::quantity::{self, Kind};

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
        rows.value_ui(ui, interval.to_string());
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
        rows.text_ui(ui, PLACE, place_words(reading));
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

    /// What it stands for; pressed, it is corrected as a figure that may be hedged, a range or vague.
    fn value_ui(&mut self, ui: &mut Ui, interval: String) {
        self.named_ui(ui, "Stands for", VALUE, RichText::new(interval), None);
    }

    fn words_ui(&mut self, ui: &mut Ui, at: usize, words: RichText, aside: Option<String>) {
        let name = NAMES.get(at).copied().unwrap_or_default();
        self.named_ui(ui, name, at, words, aside);
    }

    fn named_ui(
        &mut self,
        ui: &mut Ui,
        name: &str,
        at: usize,
        words: RichText,
        aside: Option<String>,
    ) {
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
            widget::focus_whole_ui(ui, &field, text);
            return;
        }
        let reading = edit.form.reading(&self.claim.reading);
        if let Err(complaint) = &reading {
            let ink = ui.visuals().error_fg_color;
            widget::wrapped_ui(ui, RichText::new(&complaint.words).color(ink).small());
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
                ui.spacing_mut().item_spacing.x = metrics().space.tight;
                choice_ui(ui, "Kind", &mut reading.kind, &KINDS, words::kind);
                ui.label(widget::quiet("·"));
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
    let response = widget::pressed_words_ui(ui, words);
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

fn place_words(reading: &Reading) -> Option<String> {
    let place = &reading.place.as_ref()?.text;
    Some(match reading.place_certainty() {
        Certainty::Stated => place.clone(),
        Certainty::Inferred => format!("{place} (from the dateline)"),
    })
}

fn as_of_words(as_of: &AsOf) -> String {
    match as_of.certainty {
        Certainty::Stated => as_of.date.to_string(),
        Certainty::Inferred => format!("{} (from the article’s date)", as_of.date),
    }
}
