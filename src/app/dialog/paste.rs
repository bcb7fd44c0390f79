//! Adding an article from pasted text.

use egui::{ScrollArea, TextEdit, Ui};

use super::super::clipboard;
use super::super::context::{Context, Outbox, Request};
use super::super::panel::FieldKeys;
use super::super::toast::Toast;
use super::super::widget;
use super::{Sheet, foot_ui};
use crate::article::{Metadata, Moment, Role};
use crate::export::words;
use crate::import::{is_address, pasted};

/// Every role, in the order of the choice.
pub(in crate::app) const ROLES: [Role; 3] =
    [Role::Report, Role::CopyUnderCheck, Role::PrimaryDocument];

/// What is known about an article, as it is typed.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct MetadataFields {
    title: String,
    publisher: String,
    byline: String,
    published: String,
    language: String,
    url: String,
    role: Role,
}

impl MetadataFields {
    /// What is known now.
    pub(in crate::app) fn of(metadata: &Metadata) -> Self {
        let text = |item: &Option<String>| item.clone().unwrap_or_default();
        Self {
            title: text(&metadata.title),
            publisher: text(&metadata.publisher),
            byline: text(&metadata.byline),
            published: metadata
                .published
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            language: text(&metadata.language),
            url: text(&metadata.url),
            role: metadata.role,
        }
    }

    /// What is typed, or what is wrong with it. `origin` is kept.
    pub(in crate::app) fn metadata(&self, origin: Option<String>) -> Result<Metadata, String> {
        let some = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        let published = match some(&self.published) {
            Some(written) => Some(written.parse::<Moment>()?),
            None => None,
        };
        Ok(Metadata {
            title: some(&self.title),
            byline: some(&self.byline),
            publisher: some(&self.publisher),
            published,
            language: some(&self.language),
            url: some(&self.url),
            origin,
            role: self.role,
        })
    }

    /// Draws the fields; an empty one shows what the article itself tells.
    pub(in crate::app) fn ui(&mut self, ui: &mut Ui, told: &Self) {
        widget::form_row_ui(ui, "Role", |ui| {
            ui.horizontal_wrapped(|ui| {
                for role in ROLES {
                    if widget::segment_ui(ui, self.role == role, words::role(role)).clicked() {
                        self.role = role;
                    }
                }
            });
        });
        for (name, hint, text, told) in [
            ("Title", "Headline", &mut self.title, &told.title),
            (
                "Publisher",
                "Which paper, agency or station",
                &mut self.publisher,
                &told.publisher,
            ),
            (
                "Author",
                "Who signed it, as printed",
                &mut self.byline,
                &told.byline,
            ),
            (
                "Published",
                "2022-09-27 or 2022-09-27T18:04+03:00",
                &mut self.published,
                &told.published,
            ),
            (
                "Language",
                "en, he, ar, uk …",
                &mut self.language,
                &told.language,
            ),
            ("Address", "https://…", &mut self.url, &told.url),
        ] {
            let hint = if told.is_empty() {
                hint.to_owned()
            } else {
                format!("{told} (from the text)")
            };
            widget::form_row_ui(ui, name, |ui| {
                let field = widget::line_edit(text)
                    .hint_text(hint.as_str())
                    .desired_width(f32::INFINITY);
                let response = ui.add(field);
                widget::name_field(ui, &response, name);
                if text.is_empty() {
                    widget::ordered_hint_ui(ui, &response, &hint);
                } else {
                    widget::ordered_field_ui(ui, &response, text);
                }
            });
        }
        if let Err(complaint) = self.metadata(None) {
            let ink = ui.visuals().error_fg_color;
            ui.label(egui::RichText::new(complaint).color(ink));
        }
    }
}

/// The text with what is known about it.
#[derive(Clone, Debug, Default)]
pub(super) struct PasteSheet {
    words: String,
    fields: MetadataFields,
    /// What the text tells of itself.
    told: MetadataFields,
    focused: bool,
}

impl PasteSheet {
    /// As it was given up before, if it was; the draft lasts as long as the window.
    pub(super) fn taken_up(ctx: &egui::Context) -> Self {
        let draft: Option<Self> = ctx.data_mut(|data| data.remove_temp(draft_id()));
        Self {
            focused: false,
            ..draft.unwrap_or_default()
        }
    }

    /// With words that have been pasted already.
    pub(super) fn with(words: String) -> Self {
        let mut sheet = Self {
            words,
            ..Self::default()
        };
        sheet.look();
        sheet
    }

    /// Finds what the text tells of itself; not in one so long that typing would stall.
    fn look(&mut self) {
        const LONGEST: usize = 200_000;
        let read = (self.words.len() <= LONGEST).then(|| pasted(&self.words));
        let told = read.and_then(Result::ok);
        self.told = told
            .map(|imported| MetadataFields::of(&imported.article.metadata))
            .unwrap_or_default();
    }

    /// Whether what was pasted is where the article is, not the article.
    fn is_address(&self) -> bool {
        let words = self.words.trim();
        is_address(words) && !words.contains(char::is_whitespace)
    }
}

/// Where the draft is kept.
fn draft_id() -> egui::Id {
    egui::Id::unique("draft of a pasted article")
}

impl Sheet for PasteSheet {
    fn title(&self) -> String {
        if self.is_address() {
            "Fetch an article from the web".to_owned()
        } else {
            "Paste an article".to_owned()
        }
    }

    fn width(&self) -> f32 {
        720.0
    }

    fn keys(&self) -> FieldKeys {
        if self.is_address() {
            &[("Enter", "fetch"), ("Esc", "keep as a draft")]
        } else {
            &[("Ctrl+Enter", "add"), ("Esc", "keep as a draft")]
        }
    }

    fn leave(&mut self, ctx: &egui::Context, outbox: &mut Outbox) {
        if !self.words.trim().is_empty() {
            ctx.data_mut(|data| data.insert_temp(draft_id(), self.clone()));
            let kept = "The text is kept as a draft: “Paste an article…” opens it again.";
            outbox.want(Request::Say(Toast::done(kept)));
        }
    }

    fn ui(&mut self, ui: &mut Ui, _context: &Context<'_>, outbox: &mut Outbox) -> bool {
        if !self.focused && self.words.is_empty() {
            *self = Self::taken_up(ui.ctx());
        }
        let fetches = self.is_address();
        let name = ui.label(if fetches {
            "Address of the article"
        } else {
            "Text of the article"
        });
        if self.focused {
            clipboard::enrich(ui);
        }
        let mut entered = false;
        ScrollArea::vertical()
            .id_salt("pasted")
            .max_height(ui.ctx().content_rect().height() * 0.32)
            .show(ui, |ui| {
                widget::follow_focus_ui(ui);
                let text = TextEdit::multiline(&mut self.words);
                // An address has one line.
                let text = if fetches { text.return_key(None) } else { text };
                let field = ui
                    .add(
                        text.hint_text(
                            "Paste or type the text here, or the address of the article",
                        )
                        .desired_rows(if fetches { 2 } else { 9 })
                        .desired_width(f32::INFINITY),
                    )
                    .labelled_by(name.id);
                if !self.focused {
                    widget::focus_end_ui(ui, &field, &self.words);
                    self.focused = true;
                }
                if field.changed() {
                    self.look();
                }
                entered = fetches
                    && field.has_focus()
                    && ui.input(|input| input.key_pressed(egui::Key::Enter));
            });
        ui.add_space(8.0);
        if fetches {
            widget::wrapped_ui(
                ui,
                widget::quiet(
                    "The page is fetched from this address, and from nowhere else; its title, publisher and date come with it.",
                ),
            );
        } else {
            self.fields.ui(ui, &self.told);
        }
        let metadata = self.fields.metadata(Some("pasted text".to_owned()));
        let ready = metadata.is_ok() && !self.words.trim().is_empty();
        let main = if fetches {
            "Fetch the article"
        } else {
            "Add article"
        };
        let answer = foot_ui(ui, main, ready).or((entered && ready).then_some(true));
        match (answer, metadata) {
            (Some(false), _) => {
                self.leave(ui.ctx(), outbox);
                false
            }
            (Some(true), Ok(metadata)) => {
                outbox.want(Request::Paste {
                    words: std::mem::take(&mut self.words),
                    metadata,
                });
                false
            }
            _ => true,
        }
    }
}
