//! The parts of the window, one file each.

mod claim_menu;
mod coverage;
mod document_state;
mod drop_zone;
mod figures;
mod findings;
mod guide;
mod inspector;
mod marking;
mod names;
mod read_only;
mod reading;
mod report;
mod sidebar;
mod status_bar;
mod top_bar;
mod welcome;

use egui::Ui;

use super::action::Action;
use super::context::{Context, Outbox, Selection, View};

pub(super) use coverage::impossible;
pub use drop_zone::drop_zone_ui;
pub use sidebar::Listed;
pub(super) use sidebar::linked_words;
pub use status_bar::{FieldKeys, Moment};
pub use welcome::welcome_ui;

/// One of the four views as the window shows it.
#[derive(Clone, Copy, Debug)]
pub struct ViewEntry {
    /// Which.
    pub view: View,
    /// What goes there.
    pub action: Action,
}

/// The views from left to right.
pub const VIEWS: &[ViewEntry] = &[
    ViewEntry {
        view: View::Read,
        action: Action::GoRead,
    },
    ViewEntry {
        view: View::Figures,
        action: Action::GoFigures,
    },
    ViewEntry {
        view: View::Findings,
        action: Action::GoFindings,
    },
    ViewEntry {
        view: View::Report,
        action: Action::GoReport,
    },
];

/// Narrower than this, in points, there is no room for both sides of Read: large type, small window.
const NARROW: f32 = 720.0;

/// What every panel remembers between frames: half-typed words, filters, places scrolled to.
#[derive(Default)]
pub struct Panels {
    sidebar: sidebar::Sidebar,
    guide: Option<guide::Guide>,
    reading: reading::Reading,
    inspector: inspector::Inspector,
    figures: figures::Figures,
    findings: findings::Findings,
    report: report::ReportView,
}

impl Panels {
    /// Draws the window of an open project.
    pub fn show_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        moment: Moment<'_>,
        outbox: &mut Outbox,
    ) {
        top_bar::top_bar_ui(ui, context, outbox);
        if let (Some(guide), true) = (&mut self.guide, context.preferences.guide) {
            guide.strip_ui(ui, context, outbox);
        }
        let caret = self.has_caret(ui.ctx(), context.selection);
        let keys = if let Some(asked) = moment.asked {
            status_bar::KeysOf::Field(asked)
        } else if ui.ctx().text_edit_focused() {
            status_bar::KeysOf::Field(self.inspector.field_keys())
        } else if caret {
            status_bar::KeysOf::Caret
        } else {
            status_bar::KeysOf::View
        };
        read_only::read_only_ui(ui, context, outbox);
        status_bar::status_bar_ui(ui, context, moment, keys, outbox);
        match context.selection.view {
            View::Read => {
                let narrow = ui.available_width() < NARROW;
                let in_front = self.sidebar.is_in_front(context);
                self.sidebar.seen = !narrow || in_front;
                if !narrow || in_front {
                    self.sidebar.panel_ui(ui, context, outbox);
                }
                if (!narrow || !in_front) && self.inspector.panel_ui(ui, context, narrow, outbox) {
                    self.sidebar.bring(context);
                }
                self.reading.panel_ui(ui, context, outbox);
            }
            View::Figures => {
                // What is typed about a claim needs its room; else a narrow window has none but for the grid.
                if ui.available_width() >= NARROW || self.inspector.is_typed_in() {
                    self.inspector.panel_ui(ui, context, false, outbox);
                }
                self.figures.panel_ui(ui, context, outbox);
            }
            View::Findings => {
                if ui.available_width() >= NARROW || self.inspector.is_typed_in() {
                    self.inspector.panel_ui(ui, context, false, outbox);
                }
                self.findings.panel_ui(ui, context, outbox);
            }
            View::Report => self.report.panel_ui(ui, context, outbox),
        }
    }

    /// Shows the first steps; for the sample.
    pub fn guide(&mut self) {
        self.guide = Some(guide::Guide::default());
    }

    /// Whether a caret moves in the article that is open.
    pub fn has_caret(&self, ctx: &egui::Context, selection: &Selection) -> bool {
        let article = selection.article.filter(|_| selection.view == View::Read);
        article.is_some_and(|article| self.reading.has_caret(ctx, article))
    }

    /// Whether a claim stands above what is seen of its article.
    pub fn is_above(&self, claim: &crate::claim::Claim) -> bool {
        self.reading.is_above(claim)
    }

    /// What a search has chosen beside the text, where it is seen.
    pub fn listed(&self, selection: &Selection) -> Option<Listed<'_>> {
        self.sidebar
            .listed()
            .filter(|_| selection.view == View::Read)
    }

    /// Lists the claims that `line` chooses.
    pub fn search(&mut self, line: String, context: &Context<'_>) {
        self.sidebar.search(line, context);
    }

    /// Takes the file that was chosen for the evidence that is being typed.
    pub fn attach(&mut self, file: &std::path::Path) {
        self.inspector.attach(file);
    }

    /// Whether a correction of the claim that is looked at is typed and not applied; it is taken up again.
    pub fn has_unapplied(&mut self, context: &Context<'_>) -> bool {
        self.inspector.has_unapplied(context)
    }

    /// Hands an action to the panel that does it.
    pub fn perform(&mut self, action: Action, context: &Context<'_>, outbox: &mut Outbox) {
        match action {
            Action::Find => match context.selection.view {
                View::Read => self.reading.find(),
                View::Figures => self.figures.find(),
                View::Findings => self.findings.find(),
                View::Report => {}
            },
            Action::Rename => self.figures.rename(context, outbox),
            Action::Rate(_) | Action::Evidence | Action::Note | Action::Edit | Action::Recheck => {
                self.inspector.perform(action, context, outbox);
            }
            Action::NextClaim | Action::PreviousClaim => {
                let forward = action == Action::NextClaim;
                match context.selection.view {
                    View::Figures => self.figures.step(forward, context, outbox),
                    View::Report => self.report.step(forward),
                    View::Findings | View::Read => self.findings.step(forward, context, outbox),
                }
            }
            Action::NextInRow | Action::PreviousInRow
                if context.selection.view == View::Figures =>
            {
                self.figures
                    .step_across(action == Action::NextInRow, context, outbox);
            }
            Action::Caret => self.reading.start_caret(),
            Action::SetAside => self.findings.set_aside(context),
            Action::Mark => self.reading.mark_selected(context, outbox),
            Action::PlaceAgain => self.reading.place_at_selected(context, outbox),
            Action::FindClaims
            | Action::FindEverywhere
            | Action::NextArticle
            | Action::PreviousArticle => self.sidebar.perform(action, context, outbox),
            Action::StartBack | Action::StartForward | Action::EndBack | Action::EndForward => {
                marking::resize(action, context, outbox);
            }
            _ => {}
        }
    }
}

/// The frame of a panel at the side or in the middle, by the colour of its ground.
fn ground(fill: super::theme::Colour, margin: egui::Margin) -> egui::Frame {
    egui::Frame::new().fill(fill.0).inner_margin(margin)
}
