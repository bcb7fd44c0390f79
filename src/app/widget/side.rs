//! Panels whose size a person sets: a window that is small for a while takes room from them, and gives it back.

use egui::containers::panel::PanelState;
use egui::{Rangef, Ui, Vec2};

/// The size that panel `name` of `ui` shall have along `axis` now: as a person has wished it, as far as `range` allows.
/// To be called before it is shown, with the same range.
pub fn keep_wish(ui: &Ui, name: &str, axis: usize, usual: f32, range: Rangef) {
    let ctx = ui.ctx();
    let panel = ui.scope_id().with(name);
    let id = panel.with("wished size");
    let Some(state) = PanelState::load(ctx, panel) else {
        return;
    };
    let shown = state.size()[axis];
    let (mut wished, set): (f32, f32) = ctx
        .data_mut(|data| data.get_persisted(id))
        .unwrap_or((usual, shown));
    // It was given another size than it was drawn with: by a person.
    if (shown - set).abs() > 1.0 {
        wished = shown;
    }
    let now = range.clamp(wished).round();
    let mut outer_rect = state.outer_rect;
    let mut size: Vec2 = outer_rect.size();
    size[axis] = now;
    outer_rect.set_width(size.x);
    outer_rect.set_height(size.y);
    ctx.data_mut(|data| {
        data.insert_persisted(panel, PanelState { outer_rect });
        data.insert_persisted(id, (wished, now));
    });
}
