//! What was looked up: a list, and a form to add to it.

use std::path::{Path, PathBuf};

use egui::{Align, Key, Modifiers, RichText, Ui};

use super::super::super::action::Action;
use super::super::super::clock;
use super::super::super::context::{Context, Outbox, Request};
use super::super::super::job::Choice;
use super::super::super::theme::Tone;
use super::super::super::toast::Toast;
use super::super::super::widget;
use crate::claim::Claim;
use crate::export::words;
use crate::project::{Command, Evidence, Stamp, Stance};

/// Frames in which the form is brought to the top of the inspector.
const OPENING: u8 = 4;

/// Evidence as it is typed.
#[derive(Clone, Debug)]
pub(super) struct Form {
    citation: String,
    url: String,
    quote: String,
    locator: String,
    method: String,
    /// A file to be kept with the project.
    file: String,
    stance: Stance,
    /// In how many frames it was drawn since it was opened.
    drawn: u8,
    /// What is being corrected, with its place in the list; nothing where evidence is new.
    corrects: Option<(usize, Evidence)>,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            citation: String::new(),
            url: String::new(),
            quote: String::new(),
            locator: String::new(),
            method: String::new(),
            file: String::new(),
            stance: Stance::Supports,
            drawn: 0,
            corrects: None,
        }
    }
}

impl Form {
    /// The evidence at a place in the list, to be corrected.
    fn of(index: usize, evidence: &Evidence) -> Self {
        let text = |item: &Option<String>| item.clone().unwrap_or_default();
        Self {
            citation: evidence.citation.clone(),
            url: text(&evidence.url),
            quote: evidence.quote.clone(),
            locator: text(&evidence.locator),
            method: text(&evidence.method),
            stance: evidence.stance,
            corrects: Some((index, evidence.clone())),
            ..Self::default()
        }
    }

    /// Whether anything was typed into it that is not there yet.
    pub(super) fn is_typed(&self) -> bool {
        let typed = [
            &self.citation,
            &self.url,
            &self.quote,
            &self.locator,
            &self.method,
            &self.file,
        ];
        self.corrects.is_some() || typed.iter().any(|text| !text.trim().is_empty())
    }

    /// Puts the keyboard into its first field again.
    pub(super) const fn take_up(&mut self) {
        self.drawn = 0;
    }

    fn is_of(&self, index: usize) -> bool {
        self.corrects.as_ref().is_some_and(|(at, _)| *at == index)
    }
}

/// Draws list and form; says whether the form shall open.
pub(super) fn evidence_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    claim: &Claim,
    form: &mut Option<Form>,
    outbox: &mut Outbox,
) -> bool {
    let mut wanted = false;
    widget::section_ui(ui, "Evidence", |ui| {
        let review = context.project().reviews.get(&claim.id);
        let list = review.map(|review| review.evidence.as_slice());
        for (index, evidence) in list.unwrap_or_default().iter().enumerate() {
            if form.as_ref().is_some_and(|form| form.is_of(index)) {
                open_form_ui(ui, context, claim, form, outbox);
                continue;
            }
            match ui
                .push_id(("evidence", index), |ui| item_ui(ui, evidence))
                .inner
            {
                Some(Wish::Remove) => outbox.change(Command::RemoveEvidence {
                    claim: claim.id,
                    index,
                }),
                Some(Wish::Correct) => *form = Some(Form::of(index, evidence)),
                None => {}
            }
        }
        match form {
            Some(open) if open.corrects.is_none() => {
                open_form_ui(ui, context, claim, form, outbox);
            }
            _ => {
                wanted = ui
                    .button("Add evidence…")
                    .on_hover_text(Action::Evidence.tip(ui.ctx()))
                    .clicked();
            }
        }
    });
    wanted
}

/// What is wanted with a piece of evidence.
enum Wish {
    Correct,
    Remove,
}

/// The form, and what becomes of it.
fn open_form_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    claim: &Claim,
    form: &mut Option<Form>,
    outbox: &mut Outbox,
) {
    let Some(open) = form else {
        return;
    };
    let done = open.form_ui(ui, context, outbox);
    if let Done::Attached(evidence) = &done {
        let evidence = evidence.clone();
        let id = claim.id;
        match (&open.corrects, open.file()) {
            (Some((index, _)), _) => {
                match context.project().evidence_corrected(id, *index, *evidence) {
                    Ok(Some(command)) => outbox.change(command),
                    Ok(None) => {}
                    Err(refused) => outbox.want(Request::Say(Toast::refused(refused.to_string()))),
                }
            }
            (None, Some(file)) => outbox.want(Request::Attach {
                claim: id,
                evidence,
                file,
            }),
            (None, None) => outbox.change(Command::AddEvidence {
                claim: id,
                evidence: *evidence,
            }),
        }
    }
    if done != Done::NotYet {
        *form = None;
    }
}

const fn tone(stance: Stance) -> Tone {
    match stance {
        Stance::Supports => Tone::Good,
        Stance::Refutes => Tone::Alarm,
        Stance::Context => Tone::Neutral,
    }
}

fn item_ui(ui: &mut Ui, evidence: &Evidence) -> Option<Wish> {
    let mut wish = None;
    widget::card_ui(ui, |ui| {
        ui.set_width(ui.available_width());
        let label = words::stance(evidence.stance);
        ui.horizontal(|ui| {
            widget::chip_ui(
                ui,
                tone(evidence.stance),
                &format!("{} {}", label.shape, label.word),
            );
            widget::at_right_ui(ui, "wishes", |ui| {
                let edit = widget::quiet_button(ui, "Correct");
                if edit
                    .on_hover_text("Change what it says, in its place")
                    .clicked()
                {
                    wish = Some(Wish::Correct);
                }
                if widget::quiet_button(ui, "Remove").clicked() {
                    wish = Some(Wish::Remove);
                }
            });
        });
        widget::wrapped_ui(ui, evidence.citation.as_str());
        if !evidence.quote.is_empty() {
            widget::wrapped_ui(ui, RichText::new(format!("“{}”", evidence.quote)).italics());
        }
        let mut aside: Vec<String> = Vec::new();
        aside.extend(evidence.locator.clone());
        aside.extend(evidence.method.clone());
        aside.extend(evidence.accessed.map(|day| format!("seen {day}")));
        aside.push(evidence.by.clone());
        widget::wrapped_ui(ui, widget::small(aside.join(" · ")));
        if let Some(file) = &evidence.attachment {
            widget::wrapped_ui(ui, widget::small(format!("File: {}", file.path)));
        }
        if let Some(url) = &evidence.url {
            ui.hyperlink_to(widget::small(url.as_str()), url);
        }
    });
    wish
}

/// Whether the form is filled in.
#[derive(PartialEq)]
enum Done {
    NotYet,
    GivenUp,
    Attached(Box<Evidence>),
}

impl Form {
    fn form_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> Done {
        let mut done = Done::NotYet;
        let first = self.drawn == 0;
        let card = widget::card_ui(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                for stance in [Stance::Supports, Stance::Refutes, Stance::Context] {
                    let word = words::stance(stance).word;
                    if widget::segment_ui(ui, self.stance == stance, word).clicked() {
                        self.stance = stance;
                    }
                }
            });
            let fields = [
                (
                    "Citation",
                    "Document, page, phone call …",
                    &mut self.citation,
                ),
                ("Quote", "The words that matter", &mut self.quote),
                ("Where in it", "Page, table, time", &mut self.locator),
                ("Address", "https://…", &mut self.url),
                ("How", "By phone, in the register …", &mut self.method),
                (
                    "File",
                    "A file; its path and fingerprint are kept",
                    &mut self.file,
                ),
            ];
            // What was typed is not lost to a key that leaves a field.
            let is_empty = fields.iter().all(|(.., text)| text.trim().is_empty());
            let mut attached =
                ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            let corrects = self.corrects.is_some();
            // The file of evidence stays what it is; another file is other evidence.
            let fields = fields
                .into_iter()
                .filter(|(name, ..)| !corrects || *name != "File");
            for (at, (name, hint, text)) in fields.enumerate() {
                let field = ui.add(
                    widget::line_edit(text)
                        .hint_text(format!("{name}: {hint}"))
                        .desired_width(f32::INFINITY),
                );
                widget::name_field(ui, &field, name);
                if at == 0 && first {
                    field.request_focus();
                }
                if field.lost_focus() {
                    attached |= ui.input(|input| input.key_pressed(Key::Enter));
                    if is_empty && ui.input(|input| input.key_pressed(Key::Escape)) {
                        done = Done::GivenUp;
                    }
                }
            }
            let complaint = self.complaint(context);
            if let Some(complaint) = &complaint {
                let ink = ui.visuals().error_fg_color;
                widget::wrapped_ui(ui, RichText::new(complaint).color(ink));
            }
            ui.horizontal(|ui| {
                let ready = !self.citation.trim().is_empty() && complaint.is_none();
                ui.add_enabled_ui(ready, |ui| {
                    let main = if corrects { "Apply" } else { "Attach" };
                    if widget::primary_button(ui, main).clicked() || (ready && attached) {
                        done = Done::Attached(Box::new(self.evidence(context)));
                    }
                });
                if ui.button("Cancel").clicked() {
                    done = Done::GivenUp;
                }
                if !corrects && widget::quiet_button(ui, "Choose a file…").clicked() {
                    outbox.want(Request::Choose(Choice::Attach));
                }
            });
        });
        // Wherever the inspector was scrolled to: the form is filled in now. What follows the focus comes a frame later.
        if self.drawn < OPENING {
            ui.scroll_to_rect(card.response.rect, Some(Align::TOP));
            ui.ctx().request_repaint();
            self.drawn += 1;
        }
        done
    }

    /// Takes a file that was chosen.
    pub(super) fn attach(&mut self, file: &Path) {
        self.file = file.display().to_string();
        if self.citation.trim().is_empty() {
            let name = file.file_name().unwrap_or_default();
            self.citation = name.to_string_lossy().into_owned();
        }
    }

    fn file(&self) -> Option<PathBuf> {
        let typed = self.file.trim();
        (!typed.is_empty()).then(|| PathBuf::from(typed))
    }

    /// What stands in the way of attaching the file.
    fn complaint(&self, context: &Context<'_>) -> Option<String> {
        let file = self.file()?;
        if context.session.path().is_none() {
            return Some(
                "Save the project first: files are named by their path from it.".to_owned(),
            );
        }
        (!file.is_file()).then(|| format!("There is no file {}.", file.display()))
    }

    fn evidence(&self, context: &Context<'_>) -> Evidence {
        let some = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        let by = context.preferences.signature();
        let now = Stamp {
            by: by.clone(),
            at: context.now.to_owned(),
        };
        let written = Evidence {
            citation: self.citation.trim().to_owned(),
            url: some(&self.url),
            quote: self.quote.trim().to_owned(),
            stance: self.stance,
            locator: some(&self.locator),
            accessed: clock::day(&now),
            by,
            method: some(&self.method),
            attachment: None,
        };
        match &self.corrects {
            // Who found it when stays; the log says who has corrected it.
            Some((_, known)) => Evidence {
                accessed: known.accessed,
                by: known.by.clone(),
                attachment: known.attachment.clone(),
                ..written
            },
            None => written,
        }
    }
}
