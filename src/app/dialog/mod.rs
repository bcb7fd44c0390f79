//! What is asked in front of everything else, one thing at a time.

mod arrivals;
mod article;
mod attachments;
mod claim_review;
mod differences;
mod figure;
mod history;
mod house_rules;
mod keys;
mod left_behind;
mod link;
mod merge;
mod merged;
mod not_saved;
mod notes;
mod on_disk;
mod opening;
mod palette;
mod paste;
mod path;
mod ratings;
mod read_only;
mod recover;
mod rename;
mod report_style;
mod settings;
mod side_by_side;
mod sign_off;
mod told;
mod unsaved;
mod vague_words;
mod why;

use std::path::{Path, PathBuf};

use egui::{Id, Key, Modal, Popup, ScrollArea, Ui};

use super::context::{Context, Outbox, Request};
use super::job::Choice;
use super::left_behind::LeftBehind;
use super::panel::FieldKeys;
use super::theme::{Theme, metrics};
use super::widget;
use crate::claim::{ArticleId, ClaimId};
use crate::export::Format;
use crate::project::{Attached, Attachment, Conflict, Parted, Subject};

/// What to ask.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Ask {
    Path(Choice),
    /// The same again, after what was typed led to nothing.
    PathAgain {
        choice: Choice,
        path: PathBuf,
        because: String,
    },
    /// Publish judged claims, in that format.
    Publish(&'static Format),
    Arrivals(Vec<super::arrival::Arrival>),
    ReportStyle,
    Paste,
    Pasted(String),
    Article(ArticleId),
    Rename,
    Settings,
    Keys,
    History,
    Link(ClaimId),
    SideBySide(ClaimId),
    Palette,
    Unsaved(After),
    Recover,
    OnDisk,
    HouseRules,
    Ratings,
    Notes(Subject),
    Figure(ClaimId),
    /// The same, with the keyboard in its name.
    FigureName(ClaimId),
    SignOff(ArticleId),
    /// Why the change at that place in the log was made.
    Why(usize),
    /// Merge a copy; the other copy, where only the common beginning is still asked for.
    Merge(Option<PathBuf>),
    Merged(Vec<Conflict>, Option<Box<Parted>>),
    Opening,
    ReadOnly,
    NotSaved {
        because: String,
        is_gone: bool,
    },
    Attachments(Vec<(ClaimId, Attachment, Attached)>),
    LeftBehind(Vec<LeftBehind>),
    /// What a corrected text would change.
    Revise(Box<super::revision::Revision>, Box<super::revision::Newer>),
    /// What imports have told.
    Told(Vec<super::told::Told>),
}

/// What was to be done when unsaved changes stood in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum After {
    New,
    Sample,
    Open(PathBuf),
    Close,
    Quit,
}

/// A question with its half-typed answer.
trait Sheet {
    /// Heading.
    fn title(&self) -> String;
    /// Widest it may be, in points.
    fn width(&self) -> f32 {
        520.0
    }
    /// Takes a path that was chosen in the system's dialog, if it is asked for here.
    fn take_path(&mut self, _choice: Choice, _path: &Path) -> bool {
        false
    }
    /// Its keys, for the bar at the bottom.
    fn keys(&self) -> FieldKeys {
        &[("Tab", "next"), ("Esc", "close")]
    }
    /// Whether a press beside it leaves it as it is: too much would be given up by a slip.
    fn is_held(&self) -> bool {
        false
    }
    /// Takes a refusal of what was asked from it, to be told in it; `false` where it has no place for one.
    fn take_refusal(&mut self, _words: &str) -> bool {
        false
    }
    /// Given up by Esc, by a press beside it, or because another question takes its place: nothing may be lost silently.
    fn leave(&mut self, _ctx: &egui::Context, _outbox: &mut Outbox) {}
    /// Draws it; `false` when it is answered.
    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool;
}

/// The question that is open.
pub struct Dialog {
    sheet: Box<dyn Sheet>,
    /// Of which choice it asks the path.
    choice: Option<Choice>,
    /// In how many frames it was drawn.
    drawn: u8,
    /// Whether a list was open in it when it was drawn last.
    has_list: bool,
}

/// Where it is kept whether Ctrl+Enter was pressed in this frame.
const ANSWERED: &str = "answered by keys";

/// Room that is left above and below a question, its own margins included, in points.
const BESIDE: f32 = 48.0;
/// Room about a control for the ring of the keyboard, in points.
const RING: f32 = 4.0;

impl Dialog {
    /// Opens a question.
    pub fn new(ask: Ask, context: &Context<'_>) -> Self {
        let choice = match ask {
            Ask::Path(choice) | Ask::PathAgain { choice, .. } => Some(choice),
            _ => None,
        };
        let sheet: Box<dyn Sheet> = match ask {
            Ask::Path(choice) => Box::new(path::PathSheet::new(choice, context)),
            Ask::PathAgain {
                choice,
                path,
                because,
            } => Box::new(path::PathSheet::again(choice, &path, because, context)),
            Ask::Publish(format) => Box::new(claim_review::ClaimReviewSheet::new(format, context)),
            Ask::Arrivals(arrivals) => Box::new(arrivals::ArrivalsSheet::new(arrivals)),
            Ask::ReportStyle => Box::new(report_style::ReportStyleSheet::new(context)),
            Ask::Paste => Box::new(paste::PasteSheet::default()),
            Ask::Pasted(words) => Box::new(paste::PasteSheet::with(words)),
            Ask::Article(article) => Box::new(article::ArticleSheet::new(article, context)),
            Ask::Rename => Box::new(rename::RenameSheet::new(context)),
            Ask::Settings => Box::new(settings::SettingsSheet::new(context)),
            Ask::Keys => Box::new(keys::KeysSheet::default()),
            Ask::History => Box::new(history::HistorySheet::default()),
            Ask::Link(claim) => Box::new(link::LinkSheet::new(claim, context)),
            Ask::SideBySide(claim) => Box::new(side_by_side::SideBySideSheet::new(claim, context)),
            Ask::Palette => Box::new(palette::PaletteSheet::default()),
            Ask::Recover => Box::new(recover::RecoverSheet::default()),
            Ask::HouseRules => Box::new(house_rules::HouseRulesSheet::new(context)),
            Ask::OnDisk => Box::new(on_disk::OnDiskSheet),
            Ask::Unsaved(after) => Box::new(unsaved::UnsavedSheet::new(after)),
            Ask::Ratings => Box::new(ratings::RatingsSheet::new(context)),
            Ask::Notes(subject) => Box::new(notes::NotesSheet::new(subject)),
            Ask::Figure(claim) => Box::new(figure::FigureSheet::new(claim, context)),
            Ask::FigureName(claim) => Box::new(figure::FigureSheet::to_name(claim, context)),
            Ask::SignOff(article) => Box::new(sign_off::SignOffSheet::new(article, context)),
            Ask::Why(event) => Box::new(why::WhySheet::new(event, context)),
            Ask::Merge(theirs) => Box::new(merge::MergeSheet::new(theirs)),
            Ask::Merged(conflicts, parted) => Box::new(merged::MergedSheet::new(conflicts, parted)),
            Ask::Opening => Box::new(opening::OpeningSheet),
            Ask::ReadOnly => Box::new(read_only::ReadOnlySheet),
            Ask::NotSaved { because, is_gone } => {
                Box::new(not_saved::NotSavedSheet::new(because, is_gone))
            }
            Ask::Attachments(files) => Box::new(attachments::AttachmentsSheet::new(files)),
            Ask::Revise(revision, newer) => {
                Box::new(differences::ReviseSheet::new(revision, newer))
            }
            Ask::Told(told) => Box::new(told::ToldSheet::new(told)),
            Ask::LeftBehind(offers) => Box::new(left_behind::LeftBehindSheet::new(offers)),
        };
        Self {
            sheet,
            choice,
            drawn: 0,
            has_list: false,
        }
    }

    /// Whether it asks for the path of `choice`.
    pub fn asks_for(&self, choice: Choice) -> bool {
        self.choice == Some(choice)
    }

    /// Takes a path that was chosen in the system's dialog, if it has a field for it.
    pub fn take_path(&mut self, choice: Choice, path: &Path) -> bool {
        self.sheet.take_path(choice, path)
    }

    /// Takes a refusal of what was asked from it, if it has a place for one.
    pub fn take_refusal(&mut self, words: &str) -> bool {
        self.sheet.take_refusal(words)
    }

    /// Its keys, for the bar at the bottom.
    pub fn keys(&self) -> FieldKeys {
        self.sheet.keys()
    }

    /// Gives it up.
    pub fn leave(mut self, ctx: &egui::Context, outbox: &mut Outbox) {
        self.sheet.leave(ctx, outbox);
    }

    /// Draws it; `false` when it is answered or given up.
    pub fn ui(&mut self, ui: &Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let colours = &Theme::at(ui).colours;
        let width = self
            .sheet
            .width()
            .min(ui.ctx().content_rect().width() - 48.0);
        // Each kind of question has its own size.
        let modal = Modal::new(Id::unique("dialog").with(self.sheet.title()))
            .backdrop_color(colours.backdrop.0)
            .frame(
                egui::Frame::window(ui.style())
                    .fill(colours.surface.0)
                    .inner_margin(egui::Margin::same(20)),
            );
        // Where the question itself has put the cursor nowhere, its first control has it.
        self.drawn = self.drawn.saturating_add(1);
        if self.drawn == 2 {
            ui.ctx().memory_mut(|memory| {
                if memory.focused().is_none() {
                    memory.move_focus(egui::FocusDirection::Next);
                }
            });
        }
        // Ctrl+Enter answers and presses nothing else, whatever has the keyboard.
        let answered =
            ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::Enter));
        ui.data_mut(|data| data.insert_temp(Id::unique(ANSWERED), answered));
        // A list that is open in it has the first Esc.
        let list = Popup::is_any_open(ui.ctx()) || self.has_list;
        let response = modal.show(ui.ctx(), |ui| {
            ui.set_width(width);
            let title = self.sheet.title();
            if !title.is_empty() {
                ui.label(widget::title(title));
                ui.add_space(metrics().space.normal);
            }
            // A sheet that is higher than a small window is scrolled, foot and all.
            let height = ui.ctx().content_rect().height() - BESIDE - ui.min_rect().height();
            let area = ScrollArea::vertical().id_salt("sheet").max_height(height);
            // A question may grow while it is asked.
            let open = area.min_scrolled_height(height).show(ui, |ui| {
                ui.set_width(width);
                // Rings about controls at the edge are seen whole.
                ui.set_clip_rect(ui.clip_rect().expand(RING));
                widget::follow_focus_ui(ui);
                let open = self.sheet.ui(ui, context, outbox);
                widget::scroll_by_keys_ui(ui, height);
                open
            });
            let escaped =
                ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
            (open.inner, escaped && !list)
        });
        let (open, escaped) = response.inner;
        self.has_list = Popup::is_any_open(ui.ctx());
        let beside = response.should_close() && !list && !self.sheet.is_held();
        let given_up = escaped || beside;
        if open && given_up {
            self.sheet.leave(ui.ctx(), outbox);
        }
        open && !given_up
    }
}

/// The buttons at the foot of a sheet: the main one at the right, "Cancel" beside it. Says which was pressed.
fn foot_ui(ui: &mut Ui, main: &str, enabled: bool) -> Option<bool> {
    ui.add_space(metrics().space.wide);
    // Enter in a line of the form lets its focus go, and answers.
    let free = ui.memory(|memory| memory.focused().is_none());
    let entered = enabled && free && ui.input(|input| input.key_pressed(Key::Enter));
    // With Ctrl it answers from wherever the keyboard is: from a button of the form, from a field of several lines.
    let anywhere = ui.data(|data| data.get_temp(Id::unique(ANSWERED))) == Some(true);
    let entered = entered || enabled && anywhere;
    let mut pressed = entered.then_some(true);
    widget::at_right_ui(ui, "foot", |ui| {
        if ui.button("Cancel").clicked() {
            pressed = Some(false);
        }
        ui.add_enabled_ui(enabled, |ui| {
            if widget::primary_button(ui, main).clicked() {
                pressed = Some(true);
            }
        });
    });
    pressed
}

/// A field for a path, with the system's dialog beside it.
fn path_field_ui(
    ui: &mut Ui,
    name: &str,
    hint: &str,
    path: &mut String,
    choice: Choice,
    outbox: &mut Outbox,
) {
    widget::form_row_ui(ui, name, |ui| {
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 96.0).max(80.0);
            let field = widget::line_edit(path).hint_text(hint).desired_width(width);
            let field = ui.add(field);
            widget::name_field(ui, &field, name);
            let browse = widget::quiet_button(ui, "Browse…");
            widget::name_field(ui, &browse, &format!("Browse: {name}"));
            if browse.clicked() {
                outbox.want(Request::Choose(choice));
            }
        });
    });
}

/// What stands in the way, if anything does.
fn complaint_ui(ui: &mut Ui, complaint: Option<&str>) {
    if let Some(complaint) = complaint {
        let ink = ui.visuals().error_fg_color;
        widget::wrapped_ui(ui, egui::RichText::new(complaint).color(ink));
    }
}
