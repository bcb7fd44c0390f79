//! The bar at the bottom: how far the check is, jobs that run, what was just done, the keys of the moment.

use egui::{Align, Frame, Layout, Margin, Panel, ProgressBar, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request, View};
use super::super::dialog::Ask;
use super::super::job::Shown;
use super::super::theme::{Theme, metrics};
use super::super::toast::Toasts;
use super::super::widget;
use crate::export::words::grouped;

/// Keys of a field or a question, with what they do.
pub type FieldKeys = &'static [(&'static str, &'static str)];

/// Where the keyboard is, by which other keys matter.
#[derive(Clone, Copy, Debug)]
pub enum KeysOf {
    /// In no field.
    View,
    /// At the caret in the text.
    Caret,
    /// In a field or a question, whose keys these are.
    Field(FieldKeys),
}

/// What it tells of the moment.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    /// What runs.
    pub jobs: &'a [Shown],
    /// What was just done.
    pub toasts: &'a Toasts,
    /// The keys of the question that is in front.
    pub asked: Option<FieldKeys>,
}

/// Draws it.
pub fn status_bar_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    moment: Moment<'_>,
    keys: KeysOf,
    outbox: &mut Outbox,
) {
    let colours = &Theme::at(ui).colours;
    let frame = Frame::new()
        .fill(colours.surface.0)
        .inner_margin(Margin::symmetric(12, 0));
    Panel::bottom("status bar")
        .frame(frame)
        .exact_size(metrics().status_bar_height)
        .show(ui, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                coverage_ui(ui, context);
                super::document_state::document_state_ui(ui, context, outbox);
                unsigned_ui(ui, context, outbox);
                for job in moment.jobs {
                    job_ui(ui, job, outbox);
                }
                moment.toasts.line_ui(ui, outbox);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    keys_ui(ui, context, keys);
                });
            });
        });
}

fn coverage_ui(ui: &mut Ui, context: &Context<'_>) {
    let (checked, facts) = (context.digest.checked, context.digest.facts);
    if facts == 0 {
        ui.label(widget::small("No claims yet"));
        return;
    }
    let words = format!(
        "{} of {} claims checked, {} open",
        grouped(checked),
        grouped(facts),
        grouped(facts - checked)
    );
    let share = match (u16::try_from(checked), u16::try_from(facts)) {
        (Ok(checked), Ok(facts)) => f32::from(checked) / f32::from(facts),
        _ => 0.0,
    };
    widget::progress_ui(ui, 90.0, share, &words);
    ui.label(widget::small(words));
}

/// Offers to give a name, once changes were signed without one.
fn unsigned_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    let unnamed = context.preferences.name.trim().is_empty();
    if !unnamed || context.session.latest_change().is_none() {
        return;
    }
    ui.separator();
    ui.label(widget::small("Signed as anonymous"));
    let link = widget::link_button(ui, "Set your name…");
    if link
        .on_hover_text(
            "Your name or initials stand under every decision, in the history and the report",
        )
        .clicked()
    {
        outbox.want(Request::Ask(Ask::Settings));
    }
}

fn job_ui(ui: &mut Ui, job: &Shown, outbox: &mut Outbox) {
    ui.separator();
    ui.label(widget::small(job.words()));
    if let Some(share) = job.share() {
        // So that it is seen to move.
        ui.ctx()
            .request_repaint_after(std::time::Duration::from_millis(100));
        ui.add(
            ProgressBar::new(share)
                .desired_width(80.0)
                .desired_height(5.0),
        );
    }
    if job.can_cancel && ui.small_button("Cancel").clicked() {
        outbox.want(Request::Cancel(job.id));
    }
}

/// Room that a key with its words takes, in points; few take more.
const KEY: f32 = 96.0;

fn keys_ui(ui: &mut Ui, context: &Context<'_>, keys: KeysOf) {
    ui.spacing_mut().item_spacing.x = metrics().space.snug;
    let ctx = ui.ctx().clone();
    let mut key_ui = |keys: &str, words: &str| {
        // In a narrow bar the last of them have no room.
        if ui.available_width() < KEY {
            return;
        }
        ui.label(widget::small(words));
        widget::keycap_ui(ui, keys);
        ui.add_space(metrics().space.tight);
    };
    if let KeysOf::Field(keys) = keys {
        for (keys, words) in keys.iter().rev() {
            key_ui(keys, words);
        }
        return;
    }
    if matches!(keys, KeysOf::Caret) {
        key_ui("Esc", "leave the text");
        key_ui("Ctrl+C", "copy");
        key_ui(&Action::Mark.keys(&ctx), "mark as a claim");
        key_ui("Shift+arrows", "select");
        return;
    }
    let rate = rate_keys(&ctx, context);
    let actions: &[(Action, &str)] = match context.selection.view {
        View::Report => &[
            (Action::Export, "export"),
            (Action::Palette, "search"),
            (Action::Keys, "all keys"),
        ],
        _ if context.digest.facts == 0 => &[
            (Action::Import, "import"),
            (Action::Paste, "paste"),
            (Action::Keys, "all keys"),
        ],
        _ if context.selection.claim.is_none() => &[
            (Action::NextClaim, "next claim"),
            (Action::Palette, "search"),
            (Action::Keys, "all keys"),
        ],
        _ => &[
            (Action::NextClaim, "next"),
            (Action::PreviousClaim, "previous"),
            (Action::Accept, "accept"),
            (Action::Reject, "reject"),
            (Action::Rate(1), "rate"),
            (Action::Keys, "all keys"),
        ],
    };
    for (action, words) in actions.iter().rev() {
        match action {
            Action::Rate(_) => key_ui(&rate, words),
            _ => key_ui(&action.keys(&ctx), words),
        }
    }
}

/// The keys of all verdicts: from the first to the last where they are those of the numbers, else each of them.
fn rate_keys(ctx: &egui::Context, context: &Context<'_>) -> String {
    let steps = context.project().ratings.len().min(6);
    let steps = u8::try_from(steps).unwrap_or(6);
    let keys: Vec<String> = (1..=steps).map(|at| Action::Rate(at).keys(ctx)).collect();
    let usual = keys
        .iter()
        .zip(1..=steps)
        .all(|(key, at)| *key == at.to_string());
    match (keys.first(), keys.last()) {
        (Some(first), Some(last)) if usual && first != last => format!("{first} to {last}"),
        _ => keys.join(" ").trim().to_owned(),
    }
}
