//! A message as it is drawn, with what can be done from it.

use std::path::Path;

use egui::Ui;
use egui::accesskit::Live;

use super::super::action::Action;
use super::super::context::{Outbox, Request};
use super::super::dialog::Ask;
use super::super::theme::{Theme, Tone};
use super::super::widget;
use super::place::WIDTH;
use super::{Offer, Toast};

/// Room for a button of a message, in points.
const BUTTON: f32 = 64.0;
/// Draws a message: its words in as many lines as they take, its buttons beside or below. Says whether it is closed.
pub(super) fn toast_ui(ui: &mut Ui, toast: &Toast, by_key: bool, outbox: &mut Outbox) -> bool {
    if toast.tone == Tone::Alarm {
        let ink = Theme::at(ui).tones.alarm.ink.0;
        ui.label(widget::strong("Not done").color(ink));
    }
    if toast.stays() || toast.offer.is_some() {
        ui.set_width(WIDTH);
        words_ui(ui, toast);
        return widget::at_right_ui(ui, "buttons of a message", |ui| {
            buttons_ui(ui, toast, by_key, outbox)
        });
    }
    ui.horizontal(|ui| {
        let room = if toast.undo { BUTTON } else { 0.0 };
        ui.scope(|ui| {
            ui.set_max_width(WIDTH - room);
            words_ui(ui, toast);
        });
        buttons_ui(ui, toast, by_key, outbox)
    })
    .inner
}

/// Its words, which are read aloud as they come: failures at once.
fn words_ui(ui: &mut Ui, toast: &Toast) {
    let words = widget::sentence_ui(ui, &toast.words);
    let live = if toast.tone == Tone::Alarm {
        Live::Assertive
    } else {
        Live::Polite
    };
    ui.ctx()
        .accesskit_node_builder(words.id, |node| node.set_live(live));
}

/// What can be done from a message; says whether it is closed.
fn buttons_ui(ui: &mut Ui, toast: &Toast, by_key: bool, outbox: &mut Outbox) -> bool {
    let mut closed = false;
    match &toast.offer {
        Some(Offer::Note(claim)) => {
            let keys = Action::Note.keys(ui.ctx());
            // The key writes on the claim that is looked at once anything else was done.
            let keys = if by_key { keys.as_str() } else { "" };
            if widget::quiet_button(ui, "Note").clicked() {
                outbox.want(Request::NoteOn(*claim));
            }
            widget::keycap_ui(ui, keys);
        }
        Some(Offer::LookAgain(arrivals)) => {
            closed = widget::quiet_button(ui, "Look again").clicked();
            if closed {
                outbox.want(Request::Ask(Ask::Arrivals(arrivals.clone())));
            }
        }
        Some(Offer::Show(file)) => {
            let shown = widget::quiet_button(ui, "Show").clicked();
            if let Some(folder) = folder_of(file).filter(|_| shown) {
                ui.ctx().open_url(egui::OpenUrl::new_tab(folder));
            }
        }
        Some(Offer::Told(told)) => {
            let pressed = widget::quiet_button(ui, "See all").clicked();
            if pressed {
                outbox.want(Request::Ask(Ask::Told(told.clone())));
            }
        }
        None => {}
    }
    if toast.undo && widget::quiet_button(ui, "Undo").clicked() {
        outbox.act(Action::Undo);
    }
    if toast.stays() && widget::quiet_button(ui, "Close").clicked() {
        closed = true;
    }
    closed
}

/// The address of the folder that a file with a whole path is in.
fn folder_of(file: &Path) -> Option<String> {
    let folder = url::Url::from_directory_path(file.parent()?).ok()?;
    Some(folder.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_an_address_whatever_its_name() {
        let folder = folder_of(Path::new("/desk/goats & ewes/report.html"));
        assert_eq!(folder.as_deref(), Some("file:///desk/goats%20&%20ewes/"));
        assert_eq!(folder_of(Path::new("report.html")), None);
    }
}
