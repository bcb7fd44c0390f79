//! How much of a copy is checked.

use egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::Status;
use super::style::{PlotStyle, draw_label, label};
use super::symbol::paint_shape;

/// However few, a part is wide enough to be seen; the others give way.
const LEAST: f32 = 10.0;
/// Between parts.
const GAP: f32 = 2.0;

/// Facts in one state.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// The state.
    pub status: Status,
    /// How many facts are in it.
    pub count: usize,
    /// Whether they are dealt with.
    pub done: bool,
}

/// "61 of 64 facts checked (struck through), 3 open".
pub fn coverage_words(shares: &[Share]) -> String {
    let all: usize = shares.iter().map(|share| share.count).sum();
    let done: usize = shares
        .iter()
        .filter(|share| share.done)
        .map(|share| share.count)
        .sum();
    match (all, all - done) {
        (0, _) => "no facts yet".to_owned(),
        (1, 0) => "the one fact is checked".to_owned(),
        (all, 0) => format!("all {all} facts checked"),
        (all, open) => {
            let facts = if all == 1 { "fact" } else { "facts" };
            let struck = if done > 0 { " (struck through)" } else { "" };
            format!("{done} of {all} {facts} checked{struck}, {open} open")
        }
    }
}

/// A bar with a part for each state, full where dealt with and hollow where open; the words stand below it.
pub fn coverage_bar_ui(ui: &mut Ui, style: &PlotStyle, shares: &[Share]) {
    let words = coverage_words(shares);
    let all: usize = shares.iter().map(|share| share.count).sum();
    let (room, node) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    node.widget_info(|| {
        WidgetInfo::labeled(Role::ProgressIndicator, true, format!("coverage: {words}"))
    });
    let bar = Rect::from_min_size(room.min, vec2(room.width(), 10.0));
    let present: Vec<&Share> = shares.iter().filter(|share| share.count > 0).collect();
    if present.is_empty() {
        ui.painter()
            .rect_stroke(bar, 3.0, Stroke::new(1.0, style.line), StrokeKind::Inside);
    }
    let free = (GAP + LEAST)
        .mul_add(-(present.len() as f32), bar.width() + GAP)
        .max(0.0);
    let mut left = bar.min.x;
    for share in present {
        let width = LEAST + free * (share.count as f32 / all as f32);
        let part = Rect::from_min_size(pos2(left, bar.min.y), vec2(width, bar.height()));
        let ink = style.ink(share.status);
        if share.done {
            ui.painter().rect_filled(part, 2.0, ink);
        } else {
            // What is open is what is not full yet.
            ui.painter().rect_filled(part, 2.0, style.line);
        }
        let on = if share.done { style.paper } else { ink };
        paint_shape(
            ui.painter(),
            share.status.shape,
            pos2(part.center().x, part.center().y),
            3.2,
            on,
        );
        left += width + GAP;
    }
    let text = label(ui, &words, &style.label, style.text, room.width());
    draw_label(ui.painter(), text, pos2(room.min.x, room.max.y), (0.0, 1.0));
    let lines: Vec<String> = shares
        .iter()
        .map(|share| format!("{} {}", share.count, share.status.label.to_lowercase()))
        .collect();
    node.on_hover_text(lines.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::super::super::theme::status_mark;
    use super::*;
    use crate::project;

    fn words(done: usize, open: usize) -> String {
        let share = |status, count, done| Share {
            status: status_mark(status),
            count,
            done,
        };
        coverage_words(&[
            share(project::Status::Checked, done, true),
            share(project::Status::Unchecked, open, false),
        ])
    }

    #[test]
    fn coverage_is_said_in_words() {
        assert_eq!(
            words(61, 3),
            "61 of 64 facts checked (struck through), 3 open"
        );
        assert_eq!(words(64, 0), "all 64 facts checked");
        assert_eq!(words(0, 1), "0 of 1 fact checked, 1 open");
        assert_eq!(words(0, 0), "no facts yet");
    }
}
