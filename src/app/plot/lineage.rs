//! From reports to the sources they go back to.

use egui::epaint::CubicBezierShape;
use egui::{Color32, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::style::{PlotStyle, draw_label, label};
use crate::claim::ArticleId;

/// Height of a row, in points.
const ROW: f32 = 26.0;

/// An independent source with the reports that go back to it.
#[derive(Clone, Debug)]
pub struct LineageRoot {
    /// Who it is.
    pub name: String,
    /// Why those reports are one: "same attribution", "shared sentences".
    pub why: String,
    /// The reports.
    pub articles: Vec<ArticleId>,
}

/// What was done with the lineage in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineageResponse {
    /// A report was clicked.
    pub article: Option<ArticleId>,
    /// A source was clicked, by index.
    pub root: Option<usize>,
}

/// "6 reports, 2 sources".
pub fn lineage_words(articles: usize, roots: usize) -> String {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    format!(
        "{articles} report{}, {roots} source{}",
        plural(articles),
        plural(roots)
    )
}

/// Draws reports at the left, sources at the right and a line for each report that goes back to a source: agreement
/// counts sources, not reports.
pub fn lineage_ui(
    ui: &mut Ui,
    style: &PlotStyle,
    articles: &[(ArticleId, String)],
    roots: &[LineageRoot],
) -> LineageResponse {
    let mut response = LineageResponse::default();
    let rows = articles.len().max(roots.len()) as f32;
    let (room, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), rows.mul_add(ROW, 24.0)),
        Sense::hover(),
    );
    let words = label(
        ui,
        &lineage_words(articles.len(), roots.len()),
        &style.label,
        style.text,
        room.width(),
    );
    draw_label(ui.painter(), words, room.left_top(), (0.0, 0.0));
    let body = Rect::from_min_max(room.min + vec2(0.0, 24.0), room.max);
    let side = (body.width() * 0.38).min(280.0);
    let place = |nth: usize, of: usize, right: bool| {
        let step = body.height() / of.max(1) as f32;
        let y = step.mul_add(nth as f32 + 0.5, body.min.y);
        let left = if right { body.max.x - side } else { body.min.x };
        Rect::from_center_size(pos2(left + side * 0.5, y), vec2(side, ROW - 4.0))
    };
    // A source stands as high as its reports on average, so that lines cross as little as may be.
    let mut order: Vec<usize> = (0..roots.len()).collect();
    let height_of = |root: &LineageRoot| {
        let at: Vec<f32> = root
            .articles
            .iter()
            .filter_map(|id| articles.iter().position(|(article, _)| article == id))
            .map(|at| at as f32)
            .collect();
        at.iter().sum::<f32>() / at.len().max(1) as f32
    };
    order.sort_by(|a, b| height_of(&roots[*a]).total_cmp(&height_of(&roots[*b])));
    let mut lit_roots = vec![false; roots.len()];
    let mut lit_articles = vec![false; articles.len()];
    let mut boxes = Vec::new();
    for (nth, (id, name)) in articles.iter().enumerate() {
        let rect = place(nth, articles.len(), false);
        let node = ui.interact(
            rect,
            ui.scope_id().with(("lineage article", id)),
            Sense::click(),
        );
        node.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("report: {name}")));
        if node.hovered() || node.has_focus() {
            lit_articles[nth] = true;
            roots
                .iter()
                .zip(&mut lit_roots)
                .filter(|(root, _)| root.articles.contains(id))
                .for_each(|(_, lit)| *lit = true);
        }
        if node.clicked() {
            response.article = Some(*id);
        }
        boxes.push((rect, name.clone(), false, nth));
        node.on_hover_text(name);
    }
    for (nth, at) in order.iter().enumerate() {
        let root = &roots[*at];
        let rect = place(nth, roots.len(), true);
        let node = ui.interact(
            rect,
            ui.scope_id().with(("lineage root", *at)),
            Sense::click(),
        );
        node.widget_info(|| {
            WidgetInfo::labeled(
                Role::Button,
                true,
                format!("source: {}, {}", root.name, root.why),
            )
        });
        if node.hovered() || node.has_focus() {
            lit_roots[*at] = true;
            articles
                .iter()
                .zip(&mut lit_articles)
                .filter(|((id, _), _)| root.articles.contains(id))
                .for_each(|(_, lit)| *lit = true);
        }
        if node.clicked() {
            response.root = Some(*at);
        }
        boxes.push((rect, root.name.clone(), true, *at));
        node.on_hover_text(format!("{}\n{}", root.name, root.why));
    }
    for (nth, at) in order.iter().enumerate() {
        let to = place(nth, roots.len(), true).left_center();
        for (from_nth, _) in articles
            .iter()
            .enumerate()
            .filter(|(_, (id, _))| roots[*at].articles.contains(id))
        {
            let from = place(from_nth, articles.len(), false).right_center();
            let lit = lit_roots[*at] && lit_articles[from_nth];
            let stroke = if lit {
                Stroke::new(2.2, style.accent)
            } else {
                Stroke::new(1.3, style.quiet.gamma_multiply(0.7))
            };
            let bend = (to.x - from.x) * 0.5;
            let points = [from, from + vec2(bend, 0.0), to - vec2(bend, 0.0), to];
            ui.painter().add(CubicBezierShape::from_points_stroke(
                points,
                false,
                Color32::TRANSPARENT,
                stroke,
            ));
            ui.painter().circle_filled(to, 2.5, stroke.color);
        }
    }
    for (rect, name, right, at) in boxes {
        let lit = if right {
            lit_roots[at]
        } else {
            lit_articles[at]
        };
        let ink = if lit { style.accent } else { style.line };
        ui.painter().rect(
            rect,
            5.0,
            style.paper,
            Stroke::new(if right { 1.6 } else { 1.0 }, ink),
            egui::StrokeKind::Inside,
        );
        let words = label(ui, &name, &style.label, style.text, rect.width() - 14.0);
        draw_label(
            ui.painter(),
            words,
            rect.left_center() + vec2(7.0, 0.0),
            (0.0, 0.5),
        );
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_and_sources_are_counted_apart() {
        assert_eq!(lineage_words(6, 2), "6 reports, 2 sources");
        assert_eq!(lineage_words(1, 1), "1 report, 1 source");
    }
}
