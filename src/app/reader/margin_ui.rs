//! Drawing the coding margin.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::plot::paint_shape;
use super::super::theme::Theme;
use super::column::{Reader, ReaderResponse, Seen, small_galley};
use super::draw::on_screen;
use super::margin::place;
use super::mark::Mark;
use super::style::ReaderStyle;

/// Between what is counted and its figure.
const PART: &str = " · ";
/// Narrower than this there is room for shapes alone.
const NARROW: f32 = 60.0;

/// Draws the labels of all claims in sight; a click on one selects its claim.
pub(super) fn margin_ui(
    ui: &Ui,
    reader: &Reader<'_>,
    style: &ReaderStyle,
    seen: &[Seen],
    area: Rect,
    response: &mut ReaderResponse,
) {
    let mut marks: Vec<&Mark> = Vec::new();
    let mut places: Vec<(usize, f32)> = Vec::new();
    for piece in seen {
        let line = piece.paragraph.height() / piece.paragraph.lines.len().max(1) as f32;
        for mark in reader.marks.within(piece.start, piece.end) {
            if mark.span.start() < piece.start {
                continue;
            }
            if let Some(first) = on_screen(piece, mark.span.start()..mark.span.end()).first() {
                let top = ((line - style.small.size * 1.3) * 0.5)
                    .mul_add(1.0, first.min.y)
                    .round();
                places.push((marks.len(), top));
                marks.push(mark);
            }
        }
    }
    let height = (style.small.size * 1.36).round();
    let selected = marks
        .iter()
        .position(|mark| reader.selected == Some(mark.claim));
    for row in place(&places, height, selected) {
        let Some(mark) = marks.get(row.mark) else {
            continue;
        };
        let rect = Rect::from_min_size(pos2(area.min.x, row.top), vec2(area.width(), height));
        if !ui.clip_rect().intersects(rect) {
            continue;
        }
        let node = ui.interact(
            rect,
            ui.scope_id().with(("margin", mark.claim)),
            Sense::CLICK,
        );
        node.widget_info(|| {
            WidgetInfo::labeled(Role::Label, true, format!("margin: {}", mark.label))
        });
        let is_selected = reader.selected == Some(mark.claim);
        if is_selected || node.hovered() {
            let ink = if is_selected {
                style.accent
            } else {
                style.faint
            };
            ui.painter()
                .rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, ink.gamma_multiply(0.14));
        }
        let radius = style.small.size * 0.3;
        paint_shape(
            ui.painter(),
            mark.style.shape,
            pos2(rect.min.x + radius + 1.0, rect.center().y),
            radius,
            mark.style.ink,
        );
        if area.width() > NARROW {
            label_ui(
                ui,
                style,
                mark,
                rect,
                row.more.len(),
                is_selected || node.hovered(),
            );
        }
        if node.clicked() {
            // Clicking on goes through the claims for which there is no room.
            let next = row
                .more
                .first()
                .and_then(|next| marks.get(*next))
                .filter(|_| is_selected);
            response.clicked = Some(next.unwrap_or(mark).claim);
        }
        response.asks_for_menu(mark.claim, &node);
        let names: Vec<&str> = std::iter::once(row.mark)
            .chain(row.more)
            .filter_map(|at| marks.get(at))
            .map(|mark| mark.name.as_str())
            .collect();
        node.on_hover_ui(|ui| {
            for name in names {
                ui.label(super::line::label_job(
                    name,
                    &style.small,
                    ui.visuals().text_color(),
                ));
            }
        });
    }
}

fn label_ui(ui: &Ui, style: &ReaderStyle, mark: &Mark, rect: Rect, more: usize, strong: bool) {
    let ink = if strong { style.text } else { style.faint };
    let left = style.small.size.mul_add(1.15, rect.min.x);
    let mut right = rect.max.x;
    if more > 0 {
        let count = small_galley(ui, &format!("+{more}"), style, style.accent, 40.0);
        right -= count.size().x;
        ui.painter().galley(
            pos2(right, rect.center().y - count.size().y * 0.5),
            count,
            style.accent,
        );
        right -= 4.0;
    }
    if let Some(answer) = mark.answer {
        let radius = style.small.size * 0.3;
        right -= 2.0 * radius;
        let ink = Theme::at(ui).tone(answer.tone).ink.0;
        let at = pos2(right + radius, rect.center().y);
        paint_shape(ui.painter(), answer.shape, at, radius, ink);
        right -= 6.0;
    }
    // Where there is no room for both, what is counted is shortened, not the figure.
    let (name, figure) = mark.label.rsplit_once(PART).unwrap_or(("", &mark.label));
    let room = right - left;
    let figure = small_galley(ui, figure, style, ink, room);
    let part = small_galley(ui, PART, style, ink, room);
    let mut galleys = Vec::new();
    let for_name = room - figure.size().x - part.size().x;
    if !name.is_empty() && for_name > style.small.size * 2.0 {
        galleys.push(small_galley(ui, name, style, ink, for_name));
        galleys.push(part);
    }
    galleys.push(figure);
    let mut x = left;
    for galley in galleys {
        let at = pos2(x, rect.center().y - galley.size().y * 0.5);
        x += galley.size().x;
        ui.painter().galley(at, galley, ink);
    }
}
