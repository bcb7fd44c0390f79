//! Notes on the project, an article or a figure.

use egui::{ScrollArea, TextEdit, Ui};

use super::super::context::{Context, Outbox};
use super::super::widget;
use super::Sheet;
use crate::project::{Command, Subject};

/// What the notes are about, and the next one as it is typed.
pub(super) struct NotesSheet {
    subject: Subject,
    words: String,
    focused: bool,
}

impl NotesSheet {
    pub(super) const fn new(subject: Subject) -> Self {
        Self {
            subject,
            words: String::new(),
            focused: false,
        }
    }
}

/// Whether two notes hang on the same thing: those on one figure may hang on different claims of it.
fn is_about(context: &Context<'_>, subject: Subject, noted: Subject) -> bool {
    match (subject, noted) {
        (Subject::Figure(claim), Subject::Figure(other)) => {
            claim == other
                || context
                    .figure_of(claim)
                    .is_some_and(|figure| figure.claims.contains(&other))
        }
        (subject, noted) => subject == noted,
    }
}

/// "“Harbour fills”", "figure “Ferries in port”".
fn named(context: &Context<'_>, subject: Subject) -> String {
    match subject {
        Subject::Project => format!("“{}”", context.project().title),
        Subject::Article(article) => {
            let article = context.project().articles.get(&article);
            format!("“{}”", article.map(|a| a.name()).unwrap_or_default())
        }
        Subject::Figure(claim) => {
            let figure = context.figure_of(claim);
            let decided = figure.and_then(|figure| context.project().decision_of(figure));
            let title = decided
                .and_then(|(_, decision)| decision.title.clone())
                .or_else(|| figure.map(|figure| figure.title.clone()));
            format!("the figure “{}”", title.unwrap_or_default())
        }
    }
}

impl Sheet for NotesSheet {
    fn title(&self) -> String {
        match self.subject {
            Subject::Project => "Notes on the project".to_owned(),
            Subject::Article(_) => "Notes on the article".to_owned(),
            Subject::Figure(_) => "Notes on the figure".to_owned(),
        }
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        widget::wrapped_ui(ui, widget::quiet(named(context, self.subject)));
        let notes = context.project().notes.iter().enumerate();
        let notes: Vec<_> = notes
            .filter(|(_, note)| is_about(context, self.subject, note.subject))
            .collect();
        ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
            widget::follow_focus_ui(ui);
            for (index, note) in notes {
                ui.push_id(index, |ui| {
                    widget::card_ui(ui, |ui| {
                        ui.set_width(ui.available_width());
                        widget::wrapped_ui(ui, note.text.as_str());
                        ui.horizontal(|ui| {
                            let day: String = note.at.chars().take(10).collect();
                            ui.label(widget::small(format!("{}, {day}", note.by)));
                            if widget::quiet_button(ui, "Remove the note").clicked() {
                                outbox.change(Command::RemoveNote { index });
                            }
                        });
                    });
                });
            }
        });
        ui.add_space(8.0);
        let field = ui.add(
            TextEdit::multiline(&mut self.words)
                .hint_text("What whoever reads this next should know")
                .desired_rows(3)
                .desired_width(f32::INFINITY),
        );
        widget::name_field(ui, &field, "New note");
        if !self.focused {
            field.request_focus();
            self.focused = true;
        }
        let mut open = true;
        ui.add_space(12.0);
        widget::at_right_ui(ui, "foot", |ui| {
            open &= !ui.button("Close").clicked();
            let written = self.words.trim();
            ui.add_enabled_ui(!written.is_empty(), |ui| {
                if widget::primary_button(ui, "Add the note").clicked() {
                    outbox.change(Command::AddNote {
                        subject: self.subject,
                        text: written.to_owned(),
                        by: context.preferences.signature(),
                        at: context.now.to_owned(),
                    });
                    open = false;
                }
            });
        });
        open
    }
}
