//! Short messages that come and go; a change can be undone from its message.
//!
//! What was done is told in the status bar, where it covers nothing. What failed, what would be lost with its message
//! and what is too long for a line stands on a card until it is read.

mod draw;
mod line;
mod place;

use std::path::{Path, PathBuf};

use egui::{Area, Id, Key, Modifiers, Order, Ui};

use super::arrival::Arrival;
use super::context::Outbox;
use super::theme::{Tone, metrics};
use super::told::Told;
use super::widget;
use crate::claim::ClaimId;
use draw::toast_ui;
use place::Place;

/// Seconds a message stays.
const SECONDS: f64 = 6.0;
/// Messages shown at once.
const SHOWN: usize = 3;
/// Failures among them.
const FAILURES: usize = 2;
/// Characters that a line of the status bar has room for beside its buttons.
const LINE: usize = 90;

/// What a message offers beside its words.
#[derive(Clone, Debug)]
pub enum Offer {
    /// To write a note on the claim that was just decided, while the next one is looked at already.
    Note(ClaimId),
    /// To look again at articles that were not added.
    LookAgain(Vec<Arrival>),
    /// To show the folder of a file that was written.
    Show(PathBuf),
    /// To see all that an import has told.
    Told(Vec<Told>),
}

/// A message.
#[derive(Clone, Debug)]
pub struct Toast {
    /// Its words.
    pub words: String,
    /// What it means.
    pub tone: Tone,
    /// Whether the change it speaks of can be undone from it.
    pub undo: bool,
    /// What else can be done from it.
    pub offer: Option<Offer>,
    /// Of what failed: what makes it old news once it succeeds.
    pub ends_with: Option<Success>,
}

/// What may succeed after a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Success {
    /// A change was made.
    Change,
    /// A file was written.
    Writing,
}

impl Toast {
    /// Something was done.
    pub fn done(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            tone: Tone::Neutral,
            undo: false,
            offer: None,
            ends_with: None,
        }
    }

    /// A file was written.
    pub fn written(path: &Path) -> Self {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        Self::done(format!("Written to {}", path.display())).offering(Offer::Show(path))
    }

    /// Something was changed and can be undone.
    pub fn changed(words: impl Into<String>) -> Self {
        Self {
            undo: true,
            ..Self::done(words)
        }
    }

    /// Something could not be done.
    pub fn failed(words: impl Into<String>) -> Self {
        Self {
            tone: Tone::Alarm,
            ..Self::done(words)
        }
    }

    /// A change was refused: told until one is made.
    pub fn refused(words: impl Into<String>) -> Self {
        Self {
            ends_with: Some(Success::Change),
            ..Self::failed(words)
        }
    }

    /// A file could not be written: told until one is.
    pub fn unwritten(words: impl Into<String>) -> Self {
        Self {
            ends_with: Some(Success::Writing),
            ..Self::failed(words)
        }
    }

    /// What it says has succeeded.
    const fn success(&self) -> Option<Success> {
        match self.offer {
            Some(Offer::Show(_)) => Some(Success::Writing),
            _ if self.undo => Some(Success::Change),
            _ => None,
        }
    }

    /// The same, with something that can be done from it.
    #[must_use]
    pub fn offering(self, offer: Offer) -> Self {
        Self {
            offer: Some(offer),
            ..self
        }
    }

    /// Whether it stays until it is closed: what failed, and what would be lost with it.
    const fn stays(&self) -> bool {
        matches!(self.tone, Tone::Alarm) || self.holds()
    }

    /// Whether something would be lost with it.
    const fn holds(&self) -> bool {
        matches!(self.offer, Some(Offer::LookAgain(_) | Offer::Told(_)))
    }

    /// Whether it is told in a line of the status bar, if there is one. The name of a change is cut off there; the
    /// history has it whole.
    fn fits_line(&self) -> bool {
        let offers = matches!(self.offer, None | Some(Offer::Note(_)));
        !self.stays() && offers && (self.undo || self.words.chars().count() <= LINE)
    }

    /// The claim that a note is offered on.
    const fn decided(&self) -> Option<ClaimId> {
        match self.offer {
            Some(Offer::Note(claim)) => Some(claim),
            _ => None,
        }
    }
}

/// The messages on the screen.
#[derive(Debug, Default)]
pub struct Toasts {
    shown: Vec<(f64, u64, Toast)>,
    next: u64,
    place: Place,
    /// The claim that was decided by the latest step, none once another was taken.
    decided: Option<ClaimId>,
}

/// Height of all cards on the screen, in points: lists under them end higher by as much.
pub fn height_of_all(ui: &Ui) -> f32 {
    ui.data(|data| data.get_temp(Id::unique(HEIGHT)).unwrap_or_default())
}

const HEIGHT: &str = "height of all messages";

impl Toasts {
    /// Shows a message; only the latest change can be undone from one.
    pub fn say(&mut self, now: f64, toast: Toast) {
        if toast.undo {
            self.shown.retain(|(_, _, other)| !other.undo);
            self.decided = toast.decided();
        }
        // What is told twice stands there once.
        self.shown
            .retain(|(_, _, other)| other.holds() || other.undo || other.words != toast.words);
        if let Some(success) = toast.success() {
            self.shown
                .retain(|(_, _, other)| other.ends_with != Some(success));
        }
        if toast.tone == Tone::Alarm {
            self.make_room_for_failure();
        }
        if toast.fits_line() {
            // Of two that are told at once, the first goes on a card.
            self.shown
                .retain(|(since, _, other)| *since >= now || !other.fits_line());
        }
        self.shown.push((now, self.next, toast));
        self.next += 1;
        while self.shown.len() > SHOWN {
            // What would be lost with its message goes last.
            let first = self.shown.iter().position(|(_, _, toast)| !toast.holds());
            self.shown.remove(first.unwrap_or_default());
        }
    }

    /// Takes the older failures away, so that no more than [`FAILURES`] are shown with the next one.
    fn make_room_for_failure(&mut self) {
        let plain = |toast: &Toast| toast.tone == Tone::Alarm && !toast.holds();
        while self
            .shown
            .iter()
            .filter(|(_, _, toast)| plain(toast))
            .count()
            >= FAILURES
        {
            let Some(first) = self.shown.iter().position(|(_, _, toast)| plain(toast)) else {
                return;
            };
            self.shown.remove(first);
        }
    }

    /// The claim that was just decided, as long as its message is there and nothing else was done since: what is done
    /// next to “the claim” may well be meant for this one.
    pub fn just_decided(&self) -> Option<ClaimId> {
        let mut shown = self
            .shown
            .iter()
            .filter_map(|(_, _, toast)| toast.decided());
        self.decided
            .filter(|decided| shown.any(|claim| claim == *decided))
    }

    /// Takes refusals away that were there to be read, for whoever does something else has read them: later they would
    /// seem to be of that.
    pub fn outlive(&mut self, now: f64) {
        /// Seconds in which a line is read.
        const READ: f64 = 3.0;
        let is_read = |since: f64, toast: &Toast| {
            toast.ends_with == Some(Success::Change) && now - since > READ
        };
        self.shown
            .retain(|(since, _, toast)| !is_read(*since, toast));
    }

    /// Something else was done since a claim was decided.
    pub fn move_on(&mut self) {
        self.decided = None;
    }

    /// Takes all messages of changes away, after an undo.
    pub fn forget_changes(&mut self) {
        self.shown.retain(|(_, _, toast)| !toast.undo);
    }

    /// Takes away what is of a project that is no longer open: what failed, and what is offered for it alone.
    pub fn forget_project(&mut self) {
        self.shown.retain(|(_, _, toast)| !toast.stays());
    }

    /// Closes the latest failure by Esc, where nothing else waits for that key.
    fn close_by_key(&mut self, ui: &Ui) {
        let latest = self
            .shown
            .iter()
            .rposition(|(_, _, toast)| toast.tone == Tone::Alarm);
        let idle =
            ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        if let Some(latest) = latest.filter(|_| idle)
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.shown.remove(latest);
        }
    }

    /// The latest that is told in a line.
    fn in_line(&self) -> Option<&(f64, u64, Toast)> {
        let mut latest_first = self.shown.iter().rev();
        latest_first.find(|(_, _, toast)| toast.fits_line())
    }

    /// Draws the latest change or notice in the status bar.
    pub fn line_ui(&self, ui: &mut Ui, outbox: &mut Outbox) {
        if let Some((_, _, toast)) = self.in_line() {
            line::line_ui(ui, toast, self.is_by_key(toast), outbox);
        }
    }

    /// Whether the key of a note still writes on the claim that a message is about.
    fn is_by_key(&self, toast: &Toast) -> bool {
        toast.decided().is_some() && toast.decided() == self.decided
    }

    /// Draws the cards at the lower edge, the latest below. Failures stay until they are closed. Where there is no
    /// status bar, every message is a card.
    pub fn show_ui(&mut self, ui: &Ui, has_bar: bool, outbox: &mut Outbox) {
        let now = ui.input(|input| input.time);
        self.shown
            .retain(|(since, _, toast)| toast.stays() || now - since < SECONDS);
        self.close_by_key(ui);
        let in_line = self.in_line().filter(|_| has_bar).map(|(_, id, _)| *id);
        let mut closed = None;
        // A button that is being pressed stays under the pointer, although the field has lost the keyboard by it.
        if !ui.input(|input| input.pointer.any_down()) {
            self.place = Place::now(ui);
        }
        // Above the names of the keys, which a decision is followed by.
        let mut offset = metrics().status_bar_height + metrics().space.hair;
        // A question in front is not covered; messages wait behind it.
        let asked = ui.memory(|memory| memory.top_modal_layer().is_some());
        let order = if asked {
            Order::Middle
        } else {
            Order::Foreground
        };
        for (since, id, toast) in self.shown.iter().rev() {
            let left = SECONDS - (now - since);
            if !toast.stays() && left.is_finite() {
                ui.ctx()
                    .request_repaint_after(std::time::Duration::from_secs_f64(left.max(0.05)));
            }
            if in_line == Some(*id) {
                continue;
            }
            let by_key = self.is_by_key(toast);
            let (corner, away) = self.place.anchor(offset);
            let area = Area::new(Id::unique("toast").with(id))
                .order(order)
                .anchor(corner, away)
                .show(ui.ctx(), |ui| {
                    widget::popup_frame(ui)
                        .show(ui, |ui| toast_ui(ui, toast, by_key, outbox))
                        .inner
                });
            if area.inner {
                closed = Some(*id);
            }
            offset += area.response.rect.height() + metrics().space.normal;
        }
        ui.data_mut(|data| data.insert_temp(Id::unique(HEIGHT), offset));
        self.shown.retain(|(_, id, _)| Some(*id) != closed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_noted_until_something_else_is_done() {
        let mut toasts = Toasts::default();
        assert_eq!(toasts.just_decided(), None);
        let goats = ClaimId(7);
        toasts.say(
            0.0,
            Toast::changed("Accept “7 goats”").offering(Offer::Note(goats)),
        );
        assert_eq!(toasts.just_decided(), Some(goats));
        toasts.move_on();
        assert_eq!(toasts.just_decided(), None);
        toasts.say(
            1.0,
            Toast::changed("Accept “7 goats”").offering(Offer::Note(goats)),
        );
        toasts.say(2.0, Toast::changed("Rename the project"));
        assert_eq!(toasts.just_decided(), None);
    }

    #[test]
    fn what_would_be_lost_with_its_message_is_not_pushed_out() {
        let mut toasts = Toasts::default();
        toasts.say(
            0.0,
            Toast::done("Not added").offering(Offer::LookAgain(Vec::new())),
        );
        for words in ["one", "two", "three"] {
            toasts.say(1.0, Toast::failed(words));
        }
        let words: Vec<_> = toasts
            .shown
            .iter()
            .map(|(_, _, toast)| &toast.words)
            .collect();
        assert_eq!(words, ["Not added", "two", "three"]);
    }

    #[test]
    fn a_failure_goes_once_the_like_succeeds_and_few_stay() {
        let mut toasts = Toasts::default();
        toasts.say(0.0, Toast::refused("No goats there"));
        toasts.say(0.0, Toast::unwritten("The disk is full"));
        toasts.say(1.0, Toast::changed("Mark “7 goats”"));
        let words = |toasts: &Toasts| -> Vec<String> {
            let shown = toasts.shown.iter();
            shown.map(|(_, _, toast)| toast.words.clone()).collect()
        };
        assert_eq!(words(&toasts), ["The disk is full", "Mark “7 goats”"]);
        toasts.say(2.0, Toast::failed("one"));
        toasts.say(2.0, Toast::failed("two"));
        assert_eq!(words(&toasts), ["Mark “7 goats”", "one", "two"]);
        toasts.say(
            3.0,
            Toast::done("Not added").offering(Offer::LookAgain(Vec::new())),
        );
        toasts.forget_project();
        assert!(!words(&toasts).iter().any(|words| words == "Not added"));
    }
}
