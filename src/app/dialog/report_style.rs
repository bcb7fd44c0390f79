//! How the reports of the project look: under whose name, with which sections, in which order, on which paper.

use std::path::Path;

use egui::Ui;

use super::super::context::{Context, Outbox};
use super::super::documents;
use super::super::job::Choice;
use super::super::widget;
use super::{Sheet, foot_ui, path_field_ui};
use crate::export::{Layout, Logo, PAPERS, Paper, SECTIONS, Section};
use crate::project::{Command, ReportStyle};

/// The look as it is being chosen.
pub(super) struct ReportStyleSheet {
    newsroom: String,
    /// Every section in order, and whether it is printed.
    sections: Vec<(Section, bool)>,
    paper: Paper,
    logo: Option<Logo>,
    /// Where the report is published; asked for with the format that needs it.
    address: Option<String>,
    /// The path of a new logo, and what the file there gave.
    path: String,
    read: Option<(String, Result<Logo, String>)>,
}

impl ReportStyleSheet {
    pub(super) fn new(context: &Context<'_>) -> Self {
        let style = &context.project().report_style;
        let layout = Layout::of(style);
        let chosen = layout.sections.iter().map(|section| (*section, true));
        let others = SECTIONS.iter().map(|(section, ..)| (*section, false));
        let others = others.filter(|(section, _)| !layout.sections.contains(section));
        Self {
            newsroom: style.newsroom.clone().unwrap_or_default(),
            sections: chosen.chain(others).collect(),
            paper: layout.paper,
            logo: layout.logo,
            address: style.address.clone(),
            path: String::new(),
            read: None,
        }
    }

    /// What was chosen; what is usual is not written down.
    fn style(&mut self) -> Result<ReportStyle, String> {
        let logo = match self.path.trim() {
            "" => self.logo.clone(),
            path => Some(logo_at(path, &mut self.read)?),
        };
        let printed = self.sections.iter().filter(|(_, printed)| *printed);
        let sections: Vec<Section> = printed.map(|(section, _)| *section).collect();
        if sections.is_empty() {
            return Err("A report needs at least one section.".to_owned());
        }
        let usual = sections == Layout::default().sections;
        let newsroom = self.newsroom.trim();
        Ok(ReportStyle {
            newsroom: (!newsroom.is_empty()).then(|| newsroom.to_owned()),
            sections: if usual {
                Vec::new()
            } else {
                sections
                    .iter()
                    .map(|section| section.key().to_owned())
                    .collect()
            },
            logo: logo.as_ref().map(Logo::to_base64),
            paper: (self.paper != Paper::default()).then(|| self.paper.key().to_owned()),
            address: self.address.clone(),
        })
    }

    fn sections_ui(&mut self, ui: &mut Ui) {
        let mut moved = None;
        let last = self.sections.len().saturating_sub(1);
        for (at, (section, printed)) in self.sections.iter_mut().enumerate() {
            let name = section.heading();
            ui.horizontal(|ui| {
                for (sign, words, to) in [
                    ("▴", "earlier", at.checked_sub(1)),
                    ("▾", "later", (at < last).then_some(at + 1)),
                ] {
                    let button = ui.add_enabled(to.is_some(), egui::Button::new(sign));
                    widget::name_control(ui, &button, &format!("{name} {words}"));
                    if let (true, Some(to)) = (button.clicked(), to) {
                        moved = Some((at, to));
                    }
                }
                widget::checkbox_ui(ui, printed, name);
            });
        }
        if let Some((from, to)) = moved {
            self.sections.swap(from, to);
        }
    }
}

/// The picture at `path`; the file is read once.
fn logo_at(path: &str, read: &mut Option<(String, Result<Logo, String>)>) -> Result<Logo, String> {
    let known = read.take().filter(|(of, _)| of == path);
    let (_, logo) = read.insert(known.unwrap_or_else(|| {
        let logo = documents::read(Path::new(path)).and_then(Logo::new);
        (path.to_owned(), logo)
    }));
    logo.clone()
}

impl Sheet for ReportStyleSheet {
    fn title(&self) -> String {
        "Look of the report".to_owned()
    }

    fn width(&self) -> f32 {
        560.0
    }

    fn take_path(&mut self, choice: Choice, path: &Path) -> bool {
        let own = choice == Choice::Logo;
        if own {
            self.path = path.display().to_string();
        }
        own
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        widget::form_row_ui(ui, "Newsroom", |ui| {
            let field = widget::line_edit(&mut self.newsroom)
                .hint_text("Who publishes the report")
                .desired_width(f32::INFINITY);
            let field = ui.add(field);
            widget::name_field(ui, &field, "Newsroom");
            widget::ordered_field_ui(ui, &field, &self.newsroom);
        });
        let hint = "Path of a PNG or JPEG picture";
        path_field_ui(ui, "Logo", hint, &mut self.path, Choice::Logo, outbox);
        if self.logo.is_some() {
            widget::form_row_ui(ui, "", |ui| {
                ui.horizontal(|ui| {
                    ui.label(widget::quiet("A logo is set."));
                    if widget::quiet_button(ui, "Take it away").clicked() {
                        self.logo = None;
                    }
                });
            });
        }
        widget::form_row_ui(ui, "Paper", |ui| {
            ui.horizontal(|ui| {
                for paper in PAPERS {
                    if widget::segment_ui(ui, self.paper == paper, paper.name()).clicked() {
                        self.paper = paper;
                    }
                }
            });
        });
        widget::form_row_ui(ui, "Sections", |ui| self.sections_ui(ui));
        let style = self.style();
        if let Err(complaint) = &style {
            let ink = ui.visuals().error_fg_color;
            widget::wrapped_ui(ui, egui::RichText::new(complaint).color(ink));
        }
        match (foot_ui(ui, "Apply", style.is_ok()), style) {
            (Some(true), Ok(style)) => {
                if style != context.project().report_style {
                    outbox.change(Command::SetReportStyle { style });
                }
                false
            }
            (Some(false), _) => false,
            _ => true,
        }
    }
}
