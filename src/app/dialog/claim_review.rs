//! Publishing judged claims as ClaimReview: where the report is published, which of the claims, into which file.

use std::path::{Path, PathBuf};

use egui::{ScrollArea, Ui};

use super::super::context::{Context, Outbox, Request};
use super::super::job::Choice;
use super::super::theme::{Tone, metrics};
use super::super::widget;
use super::path::{folder_of, replaced_ui};
use super::{Sheet, complaint_ui, foot_ui, path_field_ui};
use crate::claim::ClaimId;
use crate::export::{Format, must_be_address, unnamed_reviewers, words};
use crate::project::{Command, ReportStyle};

/// Height of a claim in the list, in points: two lines.
const ROW: f32 = 44.0;
/// Name of the field for the address.
const NAME: &str = "Address of the published report";
/// Letters of a sentence that are shown on either side of the figure.
const AROUND: usize = 30;

/// The address, the claims and the file, as they are being chosen.
pub(super) struct ClaimReviewSheet {
    format: &'static Format,
    address: String,
    path: String,
    judged: Vec<Judged>,
    folder: PathBuf,
    /// The file that is there already and that was said to be replaced.
    replaced: Option<PathBuf>,
    focused: bool,
}

/// A claim with a verdict.
struct Judged {
    claim: ClaimId,
    wanted: bool,
    /// The figure as written, with the words about it.
    words: String,
    /// Verdict and article.
    about: String,
    /// Who judged it.
    by: String,
}

impl ClaimReviewSheet {
    pub(super) fn new(format: &'static Format, context: &Context<'_>) -> Self {
        let project = context.project();
        // Where a claim stood that was lost other words stand now.
        let claims = project.claims.values().filter(|it| !project.is_lost(it));
        let judged = claims.filter_map(|claim| {
            let verdict = project.reviews.get(&claim.id)?.verdict.as_ref()?;
            let article = project.articles.get(&claim.article)?;
            let rating = project.rating_label(&verdict.rating);
            Some(Judged {
                claim: claim.id,
                wanted: true,
                words: context_of(article.text.as_str(), claim.anchor.span),
                about: format!("{rating} · {}", article.name()),
                by: verdict.by.clone(),
            })
        });
        let folder = folder_of(context);
        let name = super::path::name_for_file(&project.title);
        let file = folder.join(format!("{name}.{}", format.ending));
        Self {
            format,
            address: project.report_style.address.clone().unwrap_or_default(),
            path: file.display().to_string(),
            judged: judged.collect(),
            folder,
            replaced: None,
            focused: false,
        }
    }

    fn wanted(&self) -> usize {
        self.judged.iter().filter(|judged| judged.wanted).count()
    }

    /// What stands in the way, in the order of the fields. An address that was not begun yet is only asked for.
    fn complaint(&self) -> Option<String> {
        let address = self.address.trim();
        if self.judged.is_empty() {
            return Some(
                "No claim has a verdict yet. Judge the claims that shall be published first."
                    .to_owned(),
            );
        }
        if let Err(refused) = must_be_address(address)
            && !address.is_empty()
        {
            return Some(refused.to_string());
        }
        if self.wanted() == 0 {
            return Some("Tick at least one claim.".to_owned());
        }
        super::path::missing_folder(&self.file())
    }

    fn file(&self) -> PathBuf {
        super::path::written_beside(&self.path, &self.folder)
    }

    fn claims_ui(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let wanted = self.wanted();
            let judged = words::counted(self.judged.len(), "judged claim", "judged claims");
            ui.label(widget::quiet(format!("{wanted} of {judged}")));
            for (name, wanted) in [("Take all", true), ("Take none", false)] {
                if widget::quiet_button(ui, name).clicked() {
                    self.judged.iter_mut().for_each(|it| it.wanted = wanted);
                }
            }
        });
        ScrollArea::vertical()
            .id_salt("judged claims")
            .max_height((ui.ctx().content_rect().height() * 0.36).max(ROW * 3.0))
            .auto_shrink([false, true])
            .show_rows(ui, ROW, self.judged.len(), |ui, rows| {
                widget::follow_focus_ui(ui);
                for judged in self.judged.get_mut(rows).unwrap_or_default() {
                    row_ui(ui, judged);
                }
            });
    }

    /// Writes the file; where one is there already, only once that was said. Whether the sheet stays open.
    fn go(&mut self, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let path = self.file();
        if path.is_file() && self.replaced.as_ref() != Some(&path) {
            self.replaced = Some(path);
            return true;
        }
        let address = Some(self.address.trim().to_owned());
        let known = &context.project().report_style;
        if known.address != address {
            let style = ReportStyle {
                address,
                ..known.clone()
            };
            outbox.change(Command::SetReportStyle { style });
        }
        let wanted = self.judged.iter().filter(|judged| judged.wanted);
        outbox.want(Request::ExportTo {
            format: self.format.name,
            path,
            claims: Some(wanted.map(|judged| judged.claim).collect()),
        });
        false
    }
}

/// A claim: its box, its words, and under them how it was judged.
fn row_ui(ui: &mut Ui, judged: &mut Judged) {
    let size = egui::vec2(ui.available_width(), ROW - ui.spacing().item_spacing.y);
    let layout = egui::Layout::left_to_right(egui::Align::Min);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_size(size);
        let tick = widget::checkbox_ui(ui, &mut judged.wanted, "");
        let name = format!("Publish {}: {}", judged.words, judged.about);
        widget::name_control(ui, &tick, &name);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = metrics().space.hair;
            widget::label_ui(ui, egui::RichText::new(judged.words.as_str()));
            widget::label_ui(ui, widget::small(judged.about.as_str()));
        });
    });
}

/// A figure with the words before and after it on its line.
fn context_of(text: &str, span: crate::text::Span) -> String {
    let before = text.get(..span.start()).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let rest = text.get(span.start()..).unwrap_or_default();
    let rest = rest.split('\n').next().unwrap_or_default();
    let from = before.char_indices().rev().nth(AROUND).map(|(at, _)| at);
    let (start, dots) = from.map_or((before, ""), |at| {
        let cut = before.get(at..).unwrap_or_default();
        (cut.split_once(' ').map_or(cut, |(_, rest)| rest), "… ")
    });
    format!("{dots}{start}{rest}")
}

impl Sheet for ClaimReviewSheet {
    fn title(&self) -> String {
        format!("Export as {}", self.format.name)
    }

    fn width(&self) -> f32 {
        680.0
    }

    fn take_path(&mut self, choice: Choice, path: &Path) -> bool {
        let own = choice == Choice::Export(self.format.name);
        if own {
            self.path = path.display().to_string();
            // The system has asked already.
            self.replaced = Some(path.to_owned());
        }
        own
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        widget::wrapped_ui(
            ui,
            widget::quiet(
                "Each review names the page on which it can be read. The program asks for its address and invents none; the project remembers it.",
            ),
        );
        let name = ui.label(NAME);
        let field = widget::line_edit(&mut self.address)
            .hint_text("https://…")
            .desired_width(f32::INFINITY);
        let field = ui.add(field).labelled_by(name.id);
        widget::name_field(ui, &field, NAME);
        if !std::mem::replace(&mut self.focused, true) {
            widget::focus_whole_ui(ui, &field, &self.address);
        }
        if !self.judged.is_empty() {
            self.claims_ui(ui);
        }
        let choice = Choice::Export(self.format.name);
        path_field_ui(
            ui,
            "File",
            "Path to write to",
            &mut self.path,
            choice,
            outbox,
        );
        let newsroom = context.project().report_style.newsroom.as_deref();
        let wanted = self.judged.iter().filter(|judged| judged.wanted);
        if let Some(warning) = unnamed_reviewers(newsroom, wanted.map(|it| it.by.as_str())) {
            widget::tint_card_ui(ui, Tone::Doubt, |ui| {
                ui.set_width(ui.available_width());
                widget::wrapped_ui(ui, format!("{warning}."));
            });
        }
        let complaint = self.complaint();
        complaint_ui(ui, complaint.as_deref());
        if self.replaced.as_ref().is_some_and(|it| *it != self.file()) {
            self.replaced = None;
        }
        let main = replaced_ui(ui, self.replaced.as_deref(), "Export");
        let filled = ![&self.address, &self.path]
            .iter()
            .any(|it| it.trim().is_empty());
        match foot_ui(ui, main, filled && complaint.is_none()) {
            Some(true) => self.go(context, outbox),
            Some(false) => false,
            None => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn a_claim_is_shown_with_the_words_about_it() {
        let line = "The ferry master said on Monday evening, when all were over, that about 40 goats had crossed.";
        let text = Text::verbatim(&format!("Goats\n{line}\nRain"));
        let start = text.as_str().find("40").expect("a figure");
        let span = text.span(start, start + 2).expect("a span");
        assert_eq!(
            context_of(text.as_str(), span),
            "… all were over, that about 40 goats had crossed."
        );
    }
}
