//! The first screen: new, open, recent, sample.

use std::path::PathBuf;

use egui::{Button, CentralPanel, Frame, RichText, Ui, vec2};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::dialog::Ask;
use super::super::job::Shown;
use super::super::left_behind::{LeftBehind, Waiting};
use super::super::theme::{Theme, Tone, metrics};
use super::super::widget;

/// Draws it. The first of what is offered was never saved in any file; the second are recent projects with changes that
/// wait.
pub fn welcome_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    (left_behind, waiting): (&[LeftBehind], &[(PathBuf, Waiting)]),
    jobs: &[Shown],
    outbox: &mut Outbox,
) {
    let colours = &Theme::at(ui).colours;
    let frame = Frame::new().fill(colours.window.0);
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        let whole = ui.max_rect();
        let width = 760.0_f32.min(whole.width() - 48.0);
        let height = 430.0_f32;
        let mut middle = whole;
        middle.set_width(width);
        middle.set_height(height.min(whole.height() - 24.0));
        middle.set_center(whole.center() - vec2(0.0, whole.height() * 0.04));
        ui.scope_builder(egui::UiBuilder::new().max_rect(middle), |ui| {
            ui.label(
                widget::title("Countercheck").size(metrics().type_scale.display),
            );
            ui.label(
                widget::quiet("Check the figures in the news: what agrees, what moved on, what cannot both be true.")
                    .size(metrics().type_scale.heading),
            );
            ui.add_space(metrics().space.broad);
            ui.horizontal_top(|ui| {
                let half = (width - metrics().space.broad) / 2.0;
                ui.vertical(|ui| {
                    ui.set_width(half);
                    start_ui(ui, outbox);
                });
                ui.add_space(metrics().space.broad);
                ui.vertical(|ui| {
                    ui.set_width(half - metrics().space.normal);
                    for job in jobs {
                        job_ui(ui, job, outbox);
                    }
                    left_behind_ui(ui, left_behind, outbox);
                    recent_ui(ui, &context.preferences.recent, waiting, outbox);
                });
            });
            ui.add_space(metrics().space.broad);
            ui.label(widget::small(
                "Or drop articles or a project anywhere on this window, or paste a text or its address.",
            ));
        });
    });
}

fn start_ui(ui: &mut Ui, outbox: &mut Outbox) {
    ui.label(widget::strong("Start"));
    ui.add_space(metrics().space.tight);
    ui.spacing_mut().item_spacing.y = metrics().space.normal;
    for (action, words, aside) in [
        (
            Action::OpenSample,
            "Open the sample project",
            "Five articles on one story, with agreements, updates and conflicts",
        ),
        (
            Action::NewProject,
            "New project",
            "Then drop in the articles to check",
        ),
        (Action::Open, "Open a project", "A .ron file"),
    ] {
        if choice_ui(ui, words, aside, &action.keys(ui.ctx())).clicked() {
            outbox.act(action);
        }
    }
}

/// What is under way: a long import, a large project being opened.
fn job_ui(ui: &mut Ui, job: &Shown, outbox: &mut Outbox) {
    widget::tint_card_ui(ui, Tone::Info, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let cancel = metrics().space.broad * 3.0;
            ui.scope(|ui| {
                ui.set_width((ui.available_width() - cancel).max(80.0));
                widget::wrapped_ui(ui, widget::strong(job.words()));
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if job.can_cancel && ui.button("Cancel").clicked() {
                    outbox.want(Request::Cancel(job.id));
                }
            });
        });
        match job.share() {
            Some(share) => {
                widget::progress_ui(ui, ui.available_width(), share, &job.words());
                // So that it is seen to move.
                ui.ctx()
                    .request_repaint_after(std::time::Duration::from_millis(100));
            }
            None => {
                ui.label(widget::small("This may take a moment."));
            }
        }
    });
    ui.add_space(metrics().space.normal);
}

/// Work that was never saved, to be taken up again.
///
/// The latest has a card; the others wait in a sheet, where each can be looked into.
fn left_behind_ui(ui: &mut Ui, left_behind: &[LeftBehind], outbox: &mut Outbox) {
    let Some(latest) = left_behind.first() else {
        return;
    };
    widget::tint_card_ui(ui, Tone::Doubt, |ui| {
        ui.set_width(ui.available_width());
        ui.label(widget::strong("Not saved when the program ended"));
        widget::wrapped_ui(ui, format!("“{}”, {}", latest.title, latest.about));
        ui.horizontal(|ui| {
            if ui.button("Take it up again").clicked() {
                outbox.want(Request::TakeUp(latest.journal.clone()));
            }
            let words = match left_behind.len() {
                1 => "Look into it…".to_owned(),
                more => format!("All {more} that were not saved…"),
            };
            if widget::quiet_button(ui, &words).clicked() {
                outbox.want(Request::Ask(Ask::LeftBehind(left_behind.to_vec())));
            }
        });
    });
    ui.add_space(metrics().space.normal);
}

fn recent_ui(ui: &mut Ui, recent: &[PathBuf], waiting: &[(PathBuf, Waiting)], outbox: &mut Outbox) {
    ui.label(widget::strong("Recent"));
    ui.add_space(metrics().space.tight);
    if recent.is_empty() {
        ui.label(widget::quiet(
            "Projects you open or save will be listed here.",
        ));
    }
    for path in recent {
        let name = path
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let folder = path
            .parent()
            .map(|folder| folder.display().to_string())
            .unwrap_or_default();
        let waits = waiting.iter().find(|(other, _)| other == path);
        let aside = match waits {
            Some((_, Waiting::NotSaved)) => "changes not saved".to_owned(),
            Some((_, Waiting::PutOff)) => "changes put off".to_owned(),
            None => shortened(&folder),
        };
        let button = Button::new(RichText::new(&name))
            .frame_when_inactive(waits.is_some())
            .truncate()
            .right_text(widget::small(aside))
            .min_size(vec2(ui.available_width(), metrics().control_height));
        if ui
            .add(button)
            .on_hover_text(path.display().to_string())
            .clicked()
        {
            outbox.want(Request::Open(path.clone()));
        }
    }
}

/// The end of a long path, which tells more than its beginning.
fn shortened(path: &str) -> String {
    const MOST: usize = 28;
    let count = path.chars().count();
    if count <= MOST {
        return path.to_owned();
    }
    let tail: String = path.chars().skip(count - MOST).collect();
    format!("…{tail}")
}

fn choice_ui(ui: &mut Ui, words: &str, aside: &str, keys: &str) -> egui::Response {
    let card = widget::card_ui(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = metrics().space.hair;
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal(|ui| {
            ui.label(widget::strong(words));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                widget::keycap_ui(ui, keys);
            });
        });
        widget::wrapped_ui(ui, widget::small(aside));
    })
    .response;
    // A widget of its own: what a frame answers to never gets the keyboard.
    let response = ui.interact(card.rect, ui.scope_id().with(words), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
    if response.hovered() || response.has_focus() {
        let colours = &Theme::at(ui).colours;
        ui.painter().rect_stroke(
            response.rect,
            metrics().radius.card,
            egui::Stroke::new(1.5, colours.accent.0),
            egui::StrokeKind::Inside,
        );
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
