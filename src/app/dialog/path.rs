//! Asking for a path: the system's dialog opens beside it, this field is there where that one is not.

use std::path::{Path, PathBuf};

use egui::{Key, Ui};

use super::super::context::{Context, Outbox, Request};
use super::super::job::Choice;
use super::super::widget;
use super::{Sheet, foot_ui};
use crate::export::FORMATS;
use crate::import::is_address;
use crate::project::holds_project;

/// The field with what is typed so far.
pub(super) struct PathSheet {
    choice: Choice,
    path: String,
    /// The folder of the project: where a file is written that is given by its name alone.
    folder: PathBuf,
    focused: bool,
    /// The file that is there already and that was said to be replaced.
    replaced: Option<PathBuf>,
    /// Why the path led to nothing, until it is changed.
    because: Option<String>,
}

impl PathSheet {
    pub(super) fn new(choice: Choice, context: &Context<'_>) -> Self {
        let name = name_for_file(&context.project().title);
        let folder = folder_of(context);
        let path = match choice {
            Choice::Open
            | Choice::Import
            | Choice::TakeFacts
            | Choice::Revise(_)
            | Choice::Theirs
            | Choice::Base
            | Choice::Attach
            | Choice::Logo => String::new(),
            Choice::WriteFacts => {
                let name = format!("{name}-facts.csv");
                folder.join(name).display().to_string()
            }
            Choice::SaveAs => folder.join(format!("{name}.ron")).display().to_string(),
            Choice::Export(format) => {
                let ending = FORMATS
                    .iter()
                    .find(|other| other.name == format)
                    .map_or("html", |format| format.ending);
                folder
                    .join(format!("{name}.{ending}"))
                    .display()
                    .to_string()
            }
        };
        Self {
            choice,
            path,
            folder,
            focused: false,
            replaced: None,
            because: None,
        }
    }

    /// With the path that was typed, and why it led to nothing.
    pub(super) fn again(
        choice: Choice,
        path: &Path,
        because: String,
        context: &Context<'_>,
    ) -> Self {
        Self {
            path: path.display().to_string(),
            because: Some(because),
            ..Self::new(choice, context)
        }
    }

    const fn writes(&self) -> bool {
        matches!(
            self.choice,
            Choice::SaveAs | Choice::Export(_) | Choice::WriteFacts
        )
    }

    /// The file that writing would replace; the project's own is saved over as ever.
    fn replaces(&self, context: &Context<'_>) -> Option<PathBuf> {
        let path = self.written();
        let own = context.session.path() == Some(path.as_path());
        (self.writes() && !own && path.is_file()).then_some(path)
    }

    /// Does what was asked; where a file is there already, only once that was said. Whether the sheet stays open.
    fn go(&mut self, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let replaces = self.replaces(context);
        if replaces != self.replaced && replaces.is_some() {
            self.replaced = replaces;
            return true;
        }
        outbox.want(self.request());
        false
    }

    /// The path as typed; a file to be written that has only a name is put beside the project, and a project has its
    /// ending.
    fn written(&self) -> PathBuf {
        let mut path = from_home(self.path.trim());
        if self.choice == Choice::SaveAs && path.extension().is_none() {
            path.set_extension("ron");
        }
        if self.writes() {
            beside(path, &self.folder)
        } else {
            path
        }
    }

    fn request(&self) -> Request {
        let path = self.written();
        match self.choice {
            Choice::Open => Request::Open(path),
            Choice::SaveAs => Request::SaveTo(path),
            Choice::Import => Request::Import(paths_in(&self.path)),
            Choice::Export(format) => Request::ExportTo {
                format,
                path,
                claims: None,
            },
            Choice::TakeFacts => Request::TakeFacts(path),
            Choice::WriteFacts => Request::WriteFacts(path),
            Choice::Revise(article) => Request::Revise { article, path },
            // Asked in a sheet of their own, which takes the path itself.
            Choice::Theirs | Choice::Base | Choice::Attach | Choice::Logo => {
                Request::Choose(self.choice)
            }
        }
    }

    /// What is wrong with the path, if that can be told before trying.
    fn complaint(&self) -> Option<String> {
        let path = self.written();
        match self.choice {
            Choice::Revise(_) if is_address(&path.to_string_lossy()) => None,
            Choice::Open
            | Choice::TakeFacts
            | Choice::Revise(_)
            | Choice::Theirs
            | Choice::Base
            | Choice::Attach
            | Choice::Logo => (!path.is_file()).then(|| "There is no such file.".to_owned()),
            Choice::Import => paths_in(&self.path)
                .into_iter()
                .find(|path| !path.exists() && !is_address(&path.to_string_lossy()))
                .map(|path| format!("There is no {}.", path.display())),
            Choice::SaveAs => missing_folder(&path),
            Choice::Export(_) | Choice::WriteFacts => missing_folder(&path).or_else(|| {
                let holds = holds_project(&path);
                holds.then(|| "This file holds a project. Choose another name.".to_owned())
            }),
        }
    }
}

/// The name of a project as that of a file.
pub(super) fn name_for_file(title: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    title.chars().map(plain).collect()
}

/// Where a file is written that is given by its name alone: beside the project, else at home.
pub(super) fn folder_of(context: &Context<'_>) -> PathBuf {
    let of_project = context.session.path().and_then(Path::parent);
    let folder = of_project.map(Path::to_owned);
    folder.or_else(std::env::home_dir).unwrap_or_default()
}

/// A path to write to, as typed; one that is a name alone is put into `folder`.
pub(super) fn written_beside(path: &str, folder: &Path) -> PathBuf {
    beside(from_home(path.trim()), folder)
}

fn beside(path: PathBuf, folder: &Path) -> PathBuf {
    let parent = path.parent();
    if parent.is_some_and(|parent| parent.as_os_str().is_empty()) {
        folder.join(path)
    } else {
        path
    }
}

/// Says that there is no such folder to write into.
pub(super) fn missing_folder(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let missing = folder.filter(|folder| !folder.is_dir());
    missing.map(|folder| format!("There is no folder {}.", folder.display()))
}

/// Says which file would be replaced, if one would; the words for the main button.
pub(super) fn replaced_ui<'a>(ui: &mut Ui, replaced: Option<&Path>, main: &'a str) -> &'a str {
    let Some(path) = replaced else {
        return main;
    };
    let words = format!("There is a {} already. Replace it?", path.display());
    let ink = ui.visuals().warn_fg_color;
    widget::wrapped_ui(ui, egui::RichText::new(words).color(ink));
    "Replace"
}

/// Paths typed or pasted: one a line, or parted by semicolons.
fn paths_in(words: &str) -> Vec<PathBuf> {
    words
        .split(['\n', ';'])
        .map(str::trim)
        .filter(|path| !path.is_empty())
        .map(from_home)
        .collect()
}

/// "~/pile.ron" in the folder of the person, as shells write it.
fn from_home(path: &str) -> PathBuf {
    let home = path.strip_prefix("~/").zip(std::env::home_dir());
    home.map_or_else(|| PathBuf::from(path), |(rest, home)| home.join(rest))
}

impl Sheet for PathSheet {
    fn title(&self) -> String {
        match self.choice {
            Choice::Open => "Open a project".to_owned(),
            Choice::SaveAs => "Save the project".to_owned(),
            Choice::Import => "Import articles".to_owned(),
            Choice::Export(format) => format!("Export as {format}"),
            Choice::TakeFacts => "Take in a fact sheet".to_owned(),
            Choice::WriteFacts => "Write a fact sheet".to_owned(),
            Choice::Revise(_) => "Put in a corrected text".to_owned(),
            Choice::Theirs => "The other copy".to_owned(),
            Choice::Base => "What both began with".to_owned(),
            Choice::Attach => "Attach a file".to_owned(),
            Choice::Logo => "Choose a logo".to_owned(),
        }
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let (hint, main) = match self.choice {
            Choice::Open => ("Path of a .ron project file", "Open"),
            Choice::SaveAs => ("Path to save to, ending in .ron", "Save"),
            Choice::Import => (
                "Paths of files and folders, or addresses, parted by semicolons",
                "Import",
            ),
            Choice::Export(_) => ("Path to write to", "Export"),
            Choice::TakeFacts => (
                "Path of a CSV file: fact, source, method, date, status, note",
                "Take in",
            ),
            Choice::WriteFacts => ("Path to write to, ending in .csv", "Write"),
            Choice::Revise(_) => (
                "Path of the corrected article, or its address; or paste its text",
                "Put in",
            ),
            Choice::Theirs | Choice::Base => ("Path of a .ron project file", "Choose"),
            Choice::Attach => ("Path of the file", "Attach"),
            Choice::Logo => ("Path of a PNG or JPEG picture", "Choose"),
        };
        let ways = match self.choice {
            Choice::SaveAs | Choice::Export(_) | Choice::WriteFacts => {
                "Choose in the system’s dialog, or type a path."
            }
            Choice::Import => {
                "Choose in the system’s dialog, drop files on the window, or type paths or addresses."
            }
            _ => "Choose in the system’s dialog, drop the file on the window, or type its path.",
        };
        widget::wrapped_ui(ui, widget::quiet(ways));
        let name = ui.label("Path");
        let field = ui
            .add(
                widget::line_edit(&mut self.path)
                    .hint_text(hint)
                    .desired_width(f32::INFINITY),
            )
            .labelled_by(name.id);
        if !self.focused {
            self.focused = true;
            widget::focus_whole_ui(ui, &field, &self.path);
        }
        let empty = self.path.trim().is_empty();
        let complaint = if empty { None } else { self.complaint() };
        if let Some(complaint) = &complaint {
            let ink = ui.visuals().error_fg_color;
            ui.label(egui::RichText::new(complaint).color(ink));
        }
        if field.changed() {
            self.because = None;
        }
        super::complaint_ui(ui, self.because.as_deref());
        let replaced = self.replaces(context);
        if self.replaced.is_some() && self.replaced != replaced {
            self.replaced = None;
        }
        let main = replaced_ui(ui, self.replaced.as_deref(), main);
        let ready = !empty && complaint.is_none();
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered && !ready {
            // To be mended at once.
            field.request_focus();
        }
        if widget::flush_button(ui, "Browse…").clicked() {
            outbox.want(Request::Choose(self.choice));
        }
        match foot_ui(ui, main, ready) {
            Some(false) => false,
            Some(true) => self.go(context, outbox),
            None if entered && ready => {
                let open = self.go(context, outbox);
                if open {
                    field.request_focus();
                }
                open
            }
            None => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_may_begin_at_home() {
        let home = std::env::home_dir().expect("a home");
        assert_eq!(from_home("~/pile.ron"), home.join("pile.ron"));
        assert_eq!(from_home("~pile.ron"), PathBuf::from("~pile.ron"));
    }

    #[test]
    fn several_paths_are_parted_by_semicolons_or_lines() {
        assert_eq!(
            paths_in("a.txt; b c.html\n"),
            [PathBuf::from("a.txt"), PathBuf::from("b c.html")]
        );
    }
}
