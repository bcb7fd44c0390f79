//! Many pieces of different height under each other, of which only those in sight are drawn.

use egui::{Align, Layout, Rect, Ui, UiBuilder, vec2};

use super::super::heights::Heights;

/// The heights of the pieces, guessed until they are seen.
#[derive(Debug, Default)]
pub struct Column {
    heights: Heights,
    /// Width for which they were learnt, in points.
    width: Option<f32>,
    count: usize,
}

impl Column {
    /// Height of all pieces at `width`, in points; `guess` says how high one is that has not been seen.
    pub fn height(&mut self, count: usize, width: f32, guess: impl Fn(usize) -> f32) -> f32 {
        if self.width != Some(width) || self.count != count {
            (self.width, self.count) = (Some(width), count);
            self.heights = Heights::guessed((0..count).map(guess).collect());
        }
        self.heights.total()
    }

    /// Top of a piece, in points from that of the first.
    pub fn top(&self, at: usize) -> f32 {
        self.heights.top(at)
    }

    /// How many pieces there were when it was drawn last.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// Forgets what was learnt: the pieces are others now.
    pub fn forget(&mut self) {
        self.width = None;
    }

    /// Draws the pieces in sight within `inside`, which begins at the top of the first.
    pub fn pieces_ui(&mut self, ui: &mut Ui, inside: Rect, mut draw: impl FnMut(&mut Ui, usize)) {
        let clip = ui.clip_rect();
        let mut at = self.heights.at(clip.top() - inside.top());
        while at < self.count {
            let top = inside.top() + self.heights.top(at);
            if top > clip.bottom() {
                break;
            }
            let place = Rect::from_min_size(
                egui::pos2(inside.left(), top),
                vec2(inside.width(), f32::INFINITY),
            );
            let piece = UiBuilder::new()
                .max_rect(place)
                .id_salt(at)
                .layout(Layout::top_down(Align::Min));
            let height = ui
                .scope_builder(piece, |ui| {
                    ui.set_width(inside.width());
                    draw(ui, at);
                    ui.min_rect().height()
                })
                .inner;
            if self.heights.learn(at, height.round()).abs() > 0.5 {
                ui.ctx().request_repaint();
            }
            at += 1;
        }
    }
}
