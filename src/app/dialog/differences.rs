//! What another text would change in place of an article's, to be seen before it is put in.

use egui::text::LayoutJob;
use egui::{Label, ScrollArea, Ui};

use super::super::context::{Context, Outbox, Request};
use super::super::panel::FieldKeys;
use super::super::reader::ordered;
use super::super::revision::{Newer, Revision};
use super::super::theme::Theme;
use super::super::widget;
use super::{Sheet, foot_ui};
use crate::export::words;

/// Differences that are shown.
const SHOWN: usize = 200;

/// Draws where the texts and their details differ, in a list of its own of up to `height` points.
pub(super) fn differences_ui(ui: &mut Ui, revision: &Revision, height: f32) {
    ScrollArea::vertical()
        .id_salt("differences")
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            widget::follow_focus_ui(ui);
            for detail in &revision.details {
                marked_ui(ui, &detail.marked());
            }
            for difference in revision.differences.iter().take(SHOWN) {
                let words = format!("Line {}: {}", difference.line, difference.marked);
                marked_ui(ui, &words);
            }
            let more = revision.differences.len().saturating_sub(SHOWN);
            if more > 0 {
                let more = words::counted(more, "more place", "more places");
                ui.label(widget::quiet(format!("… {more}")));
            }
            for lost in &revision.lost {
                let ink = ui.visuals().warn_fg_color;
                let words = format!("Lost: {lost}");
                widget::wrapped_ui(ui, egui::RichText::new(words).color(ink));
            }
        });
}

/// Whether details that are given otherwise are taken; nothing where there are none.
pub(super) fn take_details_ui(ui: &mut Ui, revision: &mut Revision) {
    if revision.details.is_empty() {
        return;
    }
    let names = revision.details.iter().map(|detail| detail.name);
    let names = names.collect::<Vec<_>>().join(", ");
    let words = format!("Also take the changed {}", names.to_lowercase());
    widget::checkbox_ui(ui, &mut revision.take_details, &words);
}

/// A line that has changed: what is gone struck through, what is new underlined.
fn marked_ui(ui: &mut Ui, words: &str) {
    // What runs to the left is put in order as a whole.
    if ordered(ui, &words.into(), ui.available_width(), 1).is_some() {
        widget::wrapped_ui(ui, words);
        return;
    }
    let theme = Theme::at(ui);
    let (gone, new) = (theme.tones.alarm.ink.0, theme.tones.good.ink.0);
    let font = egui::TextStyle::Body.resolve(ui.style());
    let plain = ui.visuals().text_color();
    let mut job = LayoutJob::default();
    let mut add = |words: &str, ink, struck: bool, lined: bool| {
        let mut format = egui::TextFormat::simple(font.clone(), ink);
        let line = egui::Stroke::new(1.0, ink);
        if struck {
            format.strikethrough = line;
        }
        if lined {
            format.underline = line;
        }
        job.append(words, 0.0, format);
    };
    let mut rest = words;
    while let Some(start) = [rest.find("[-"), rest.find("{+")]
        .into_iter()
        .flatten()
        .min()
    {
        let (before, marked) = rest.split_at(start);
        let is_gone = marked.starts_with("[-");
        let close = if is_gone { "-]" } else { "+}" };
        let end = marked
            .find(close)
            .map_or(marked.len(), |at| at + close.len());
        let (marked, after) = marked.split_at(end);
        add(before, plain, false, false);
        add(marked, if is_gone { gone } else { new }, is_gone, !is_gone);
        rest = after;
    }
    add(rest, plain, false, false);
    ui.add(Label::new(job).wrap());
}

/// What becomes of the claims: "12 claims are placed again by their words, 1 new figure; 2 are lost."
pub(super) fn summary_of(revision: &Revision) -> String {
    let placed = words::counted(revision.placed, "claim is", "claims are");
    let new = match revision.new {
        0 => String::new(),
        new => format!(
            ", {} found",
            words::counted(new, "new figure is", "new figures are")
        ),
    };
    let lost = match revision.lost.len() {
        0 => "; none is lost".to_owned(),
        lost => format!(
            "; {} lost, to be placed again or rejected",
            words::counted(lost, "is", "are")
        ),
    };
    format!("{placed} placed again by their words{new}{lost}.")
}

/// A corrected text that was read, and what it would change.
pub(super) struct ReviseSheet {
    revision: Box<Revision>,
    newer: Option<Box<Newer>>,
}

impl ReviseSheet {
    pub(super) const fn new(revision: Box<Revision>, newer: Box<Newer>) -> Self {
        Self {
            revision,
            newer: Some(newer),
        }
    }
}

impl Sheet for ReviseSheet {
    fn title(&self) -> String {
        "Put in a corrected text".to_owned()
    }

    fn width(&self) -> f32 {
        680.0
    }

    fn keys(&self) -> FieldKeys {
        &[("Ctrl+Enter", "replace"), ("Tab", "next"), ("Esc", "close")]
    }

    fn ui(&mut self, ui: &mut Ui, _context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let name = self.revision.current.name();
        widget::wrapped_ui(ui, widget::strong(format!("“{name}”")));
        let height = (ui.ctx().content_rect().height() - 280.0).max(120.0);
        differences_ui(ui, &self.revision, height);
        take_details_ui(ui, &mut self.revision);
        widget::wrapped_ui(ui, summary_of(&self.revision));
        let revision = &self.revision;
        let changes = !revision.differences.is_empty() || revision.take_details;
        match foot_ui(ui, "Replace the earlier text", changes) {
            Some(true) => {
                if let Some(newer) = self.newer.take() {
                    outbox.want(Request::PutIn {
                        revision: self.revision.clone(),
                        newer,
                    });
                }
                false
            }
            Some(false) => false,
            None => true,
        }
    }
}
