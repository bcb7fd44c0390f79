//! The system's own dialogs for paths, and what comes of them.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::context::Request;
use super::job::{Choice, Outcome};
use super::workbench::Workbench;
use crate::export::FORMATS;

/// Nobody sees a dialog and closes it in less.
const QUICKEST: Duration = Duration::from_millis(250);

/// What is told where the system shows no dialog.
pub(super) const NO_FILE_DIALOG: &str = "The system showed no dialog for files (on Linux it comes from a desktop portal); type the path instead";

impl Workbench {
    /// Asks the system for a path; the path field is there where it does not answer.
    pub(super) fn choose(&mut self, ctx: &egui::Context, choice: Choice) {
        if !self.options.system_dialogs {
            return;
        }
        let title = self.session.project().title.clone();
        self.start(ctx, "file dialog", "", move |_| {
            let asked = Instant::now();
            let paths = chosen(choice, &title);
            Some(Outcome::Chosen {
                choice,
                paths,
                at_once: asked.elapsed() < QUICKEST,
            })
        });
    }

    /// Does with the paths what they were asked for.
    pub(super) fn take_chosen(&mut self, ctx: &egui::Context, choice: Choice, paths: Vec<PathBuf>) {
        let asked = self
            .dialog
            .as_ref()
            .is_some_and(|dialog| dialog.asks_for(choice));
        let Some(first) = paths.first().cloned() else {
            return;
        };
        if let Some(dialog) = &mut self.dialog
            && dialog.take_path(choice, &first)
        {
            return;
        }
        if asked {
            self.dialog = None;
        }
        // Their sheet, which asks for more than a path, has been closed meanwhile.
        let is_of_sheet = |name| {
            let mut formats = FORMATS.iter();
            formats.any(|format| format.name == name && format.is_of_judged_claims())
        };
        match choice {
            Choice::Export(format) if is_of_sheet(format) => {}
            Choice::Open => self.outbox.want(Request::Open(first)),
            Choice::SaveAs => self.save_to(ctx, first, false),
            Choice::Import => self.import(ctx, paths),
            Choice::Export(format) => self.export(ctx, format, first, None),
            Choice::TakeFacts => self.take_facts(ctx, first),
            Choice::WriteFacts => self.write_facts(ctx, first),
            Choice::Revise(article) => self.revise(ctx, article, first),
            Choice::Attach => self.panels.attach(&first),
            // Their sheet has been closed meanwhile.
            Choice::Theirs | Choice::Base | Choice::Logo => {}
        }
    }
}

/// The system's dialog for a choice. Where there is none, no path comes back.
fn chosen(choice: Choice, title: &str) -> Vec<PathBuf> {
    let dialog = rfd::FileDialog::new();
    match choice {
        Choice::Open => dialog
            .set_title("Open a project")
            .add_filter("Countercheck project", &["ron"])
            .pick_file()
            .into_iter()
            .collect(),
        Choice::SaveAs => dialog
            .set_title("Save the project")
            .add_filter("Countercheck project", &["ron"])
            .set_file_name(format!("{title}.ron"))
            .save_file()
            .into_iter()
            .collect(),
        Choice::Import => dialog
            .set_title("Import articles")
            .pick_files()
            .unwrap_or_default(),
        Choice::TakeFacts => dialog
            .set_title("Take in a fact sheet")
            .add_filter("Tables", &["csv", "tsv", "txt"])
            .pick_file()
            .into_iter()
            .collect(),
        Choice::WriteFacts => dialog
            .set_title("Write a fact sheet")
            .set_file_name(format!("{title}-facts.csv"))
            .save_file()
            .into_iter()
            .collect(),
        Choice::Theirs | Choice::Base => dialog
            .set_title("Choose a copy of the project")
            .add_filter("Countercheck project", &["ron"])
            .pick_file()
            .into_iter()
            .collect(),
        Choice::Revise(_) => dialog
            .set_title("Choose the corrected article")
            .pick_file()
            .into_iter()
            .collect(),
        Choice::Attach => dialog
            .set_title("Choose a file to attach")
            .pick_file()
            .into_iter()
            .collect(),
        Choice::Logo => dialog
            .set_title("Choose a logo")
            .add_filter("Pictures", &["png", "jpg", "jpeg"])
            .pick_file()
            .into_iter()
            .collect(),
        Choice::Export(name) => {
            let ending = FORMATS
                .iter()
                .find(|format| format.name == name)
                .map_or("html", |format| format.ending);
            dialog
                .set_title(format!("Export as {name}"))
                .set_file_name(format!("{title}.{ending}"))
                .save_file()
                .into_iter()
                .collect()
        }
    }
}
