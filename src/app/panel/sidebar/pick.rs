//! A row of a list that the arrow keys point at while words are typed into the field above it.

use egui::{Id, Key, Modifiers, Rect, Response, Stroke, StrokeKind, Ui};

use super::super::super::theme::{Theme, metrics};

/// The row.
#[derive(Default)]
pub(super) struct Pick {
    at: Option<usize>,
    moved: bool,
}

impl Pick {
    /// Takes the arrows that are pressed while the field is typed in; before it is drawn. The list has `count` rows.
    pub(super) fn arrows(&mut self, ui: &Ui, field: Id, count: usize) {
        if !ui.memory(|memory| memory.has_focus(field)) {
            self.at = None;
            return;
        }
        let (down, up) = ui.input_mut(|input| {
            (
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            )
        });
        for _ in 0..down {
            let below = self.at.map_or(0, |at| at + 1);
            self.at = Some(below.min(count.saturating_sub(1)));
        }
        for _ in 0..up {
            self.at = self.at.and_then(|at| at.checked_sub(1));
        }
        self.at = self.at.filter(|_| count > 0);
        self.moved = down + up > 0;
    }

    /// The row that Enter in the field chooses: the one pointed at, else the first.
    pub(super) fn entered(&self, ui: &Ui, field: &Response) -> Option<usize> {
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        entered.then(|| self.at.unwrap_or(0))
    }

    /// The row that is pointed at, where it was moved to in this frame and is to be brought into sight.
    pub(super) fn moved_to(&self) -> Option<usize> {
        self.at.filter(|_| self.moved)
    }

    /// Shows it: a frame about the row at `row`.
    pub(super) fn mark_ui(&self, ui: &Ui, row: usize, rect: Rect) {
        if self.at == Some(row) {
            let stroke = Stroke::new(2.0, Theme::at(ui).colours.accent.0);
            let radius = metrics().radius.control;
            ui.painter()
                .rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        }
    }
}
