//! Short messages that come and go; a change can be undone from its message.

use egui::{Align2, Area, Id, Key, Modifiers, Order, Ui, vec2};

use super::action::Action;
use super::context::Outbox;
use super::theme::{Theme, Tone, metrics};
use super::widget;

/// Seconds a message stays.
const SECONDS: f64 = 6.0;
/// Messages shown at once.
const SHOWN: usize = 3;

/// Width of one that goes by itself, in points: that of the inspector, so that what stands beside it can be reached.
const WIDTH: f32 = 344.0;
/// Width of one that stays until it is closed, in points: it tells more.
const ALARM_WIDTH: f32 = 620.0;
/// Room for the button of a message, in points.
const BUTTON: f32 = 84.0;

/// A message.
#[derive(Clone, Debug)]
pub struct Toast {
    /// Its words.
    pub words: String,
    /// What it means.
    pub tone: Tone,
    /// Whether the change it speaks of can be undone from it.
    pub undo: bool,
}

impl Toast {
    /// Something was done.
    pub fn done(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            tone: Tone::Neutral,
            undo: false,
        }
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
}

/// The messages on the screen.
#[derive(Debug, Default)]
pub struct Toasts {
    shown: Vec<(f64, u64, Toast)>,
    next: u64,
}

impl Toasts {
    /// Shows a message; only the latest change can be undone from one.
    pub fn say(&mut self, now: f64, toast: Toast) {
        if toast.undo {
            self.shown.retain(|(_, _, other)| !other.undo);
        }
        // What failed twice is told once.
        self.shown
            .retain(|(_, _, other)| other.tone != Tone::Alarm || other.words != toast.words);
        self.shown.push((now, self.next, toast));
        self.next += 1;
        let extra = self.shown.len().saturating_sub(SHOWN);
        self.shown.drain(..extra);
    }

    /// Takes all messages of changes away, after an undo.
    pub fn forget_changes(&mut self) {
        self.shown.retain(|(_, _, toast)| !toast.undo);
    }

    /// Takes away what failed, once it is of a project that is no longer open.
    pub fn forget_failures(&mut self) {
        self.shown.retain(|(_, _, toast)| toast.tone != Tone::Alarm);
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

    /// Draws them at the lower edge, the latest below. Failures stay until they are closed.
    pub fn show_ui(&mut self, ui: &Ui, outbox: &mut Outbox) {
        let now = ui.input(|input| input.time);
        self.shown
            .retain(|(since, _, toast)| toast.tone == Tone::Alarm || now - since < SECONDS);
        self.close_by_key(ui);
        let mut closed = None;
        // In the corner, over the names of keys: nothing that is looked at is covered.
        let mut offset = metrics().space.hair;
        for (since, id, toast) in self.shown.iter().rev() {
            let area = Area::new(Id::unique("toast").with(id))
                .order(Order::Foreground)
                .anchor(Align2::RIGHT_BOTTOM, vec2(-metrics().space.normal, -offset))
                .show(ui.ctx(), |ui| {
                    widget::popup_frame(ui).show(ui, |ui| {
                        ui.set_max_width(ALARM_WIDTH);
                        ui.horizontal(|ui| {
                            let theme = Theme::at(ui);
                            if toast.tone == Tone::Alarm {
                                ui.label(widget::strong("Not done").color(theme.tones.alarm.ink.0));
                            }
                            let most = if toast.tone == Tone::Alarm {
                                ALARM_WIDTH
                            } else {
                                WIDTH
                            };
                            let width = ui.available_width().min(most - BUTTON);
                            ui.scope(|ui| {
                                ui.set_max_width(width);
                                widget::wrapped_ui(ui, toast.words.as_str());
                            });
                            if toast.undo && widget::quiet_button(ui, "Undo").clicked() {
                                outbox.act(Action::Undo);
                            }
                            if toast.tone == Tone::Alarm
                                && widget::quiet_button(ui, "Close").clicked()
                            {
                                closed = Some(*id);
                            }
                        });
                    });
                });
            offset += area.response.rect.height() + metrics().space.normal;
            let left = SECONDS - (now - since);
            if toast.tone != Tone::Alarm && left.is_finite() {
                ui.ctx()
                    .request_repaint_after(std::time::Duration::from_secs_f64(left.max(0.05)));
            }
        }
        self.shown.retain(|(_, id, _)| Some(*id) != closed);
    }
}
