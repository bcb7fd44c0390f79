//! The widget: an article in a column that scrolls, laid out only where it is seen.

use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::{
    Color32, FontId, Galley, Pos2, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

use super::caret;
use super::draw::draw_piece;
use super::gesture;
use super::margin_ui::margin_ui;
use super::mark::{Lit, MarkSet};
use super::outline::PieceKind;
use super::paragraph::{Paragraph, Setting};
use super::state::{Geometry, ReaderState, line_height};
use super::style::ReaderStyle;
use super::token::tokenise;
use crate::claim::ClaimId;
use crate::text::{Span, Text};

/// Points laid out beyond the window, so that a turn of the wheel finds its lines ready.
const AHEAD: f32 = 240.0;

/// An article to be read. Draw it with [`Reader::show`].
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The text.
    pub text: &'a Text,
    /// Headline; shown above the text unless the text begins with it.
    pub title: Option<&'a str>,
    /// Publisher, author, date in a line; may be empty.
    pub dateline: &'a str,
    /// The claims.
    pub marks: &'a MarkSet,
    /// The claim that is looked at.
    pub selected: Option<ClaimId>,
    /// Words of its facets.
    pub lit: &'a [Lit],
    /// Words found, by place.
    pub hits: &'a [Span],
    /// Index of the one looked at.
    pub current_hit: Option<usize>,
    /// Brings a place into view, once.
    pub scroll_to: Option<Span>,
    /// The button that adds a claim from a selection, with its key: "Add claim (A)".
    pub add_label: &'a str,
}

/// What the reader of an article did in this frame.
#[derive(Clone, Debug, Default)]
pub struct ReaderResponse {
    /// A claim was clicked, in the text or in the margin.
    pub clicked: Option<ClaimId>,
    /// Places where a press with the other button asks for the menu of a claim.
    pub menus: Vec<(ClaimId, Response)>,
    /// The claim under the pointer.
    pub hovered: Option<ClaimId>,
    /// What is selected.
    pub selection: Option<Span>,
    /// A claim is wanted on these words.
    pub add_claim: Option<Span>,
    /// An end of a claim was dragged: it shall stand on these words.
    pub resized: Option<(ClaimId, Span)>,
    /// The first piece of text in sight begins here.
    pub top: usize,
}

impl ReaderResponse {
    /// Takes note of a menu that is open or about to open.
    pub(super) fn asks_for_menu(&mut self, claim: ClaimId, node: &Response) {
        if node.secondary_clicked() || node.context_menu_opened() {
            self.menus.push((claim, node.clone()));
        }
    }
}

/// A piece in sight.
pub(super) struct Seen {
    /// Where its words begin on the screen.
    pub at: Pos2,
    /// First byte of the text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Its layout.
    pub paragraph: Arc<Paragraph>,
}

/// Where the parts of the column stand, in points.
#[derive(Clone, Copy, Debug)]
struct Columns {
    left: f32,
    text: f32,
    margin_left: f32,
    margin: f32,
}

impl Reader<'_> {
    /// Draws the column in all the room there is.
    pub fn show(
        &self,
        ui: &mut Ui,
        style: &ReaderStyle,
        state: &mut ReaderState,
    ) -> ReaderResponse {
        let room = ui.available_rect_before_wrap();
        ui.painter().rect_filled(room, 0.0, style.paper);
        let columns = columns(ui, room, style);
        let geometry = Geometry {
            width: columns.text,
            scale: ui.pixels_per_point(),
            style: style.clone(),
            title: self.title.map(str::to_owned),
        };
        state.sync(self.text, &geometry);
        state.window = room.height();
        let head = Head::new(ui, self, style, state, columns.text);
        let before = state.offset;
        if let Some(span) = self.scroll_to {
            self.bring_into_view(ui, state, span, head.height);
        }
        caret::keys(ui, self, state, head.height);
        gesture::scroll_by_keys(ui, state);
        let mut seen_pieces = self.lay_out(ui, state);
        // Room below, so that the last line need not be read at the edge; none where all is in sight anyway.
        let fits = head.height + state.heights.total() < state.window;
        let below = if fits { 0.0 } else { state.window * 0.35 };
        let lowest = (state.heights.total() + below - state.window).max(-head.height);
        if state.offset < -head.height || state.offset > lowest {
            state.offset = state.offset.clamp(-head.height, lowest);
            seen_pieces = self.lay_out(ui, state);
        }
        let height = head.height + state.heights.total() + below;
        // The page runs on under the edge; a shade there would be taken for something in the text.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        let mut area = ScrollArea::vertical()
            .id_salt("reading column")
            .auto_shrink(false);
        if (state.offset - before).abs() > 0.01 || state.area.is_none() {
            area = area.vertical_scroll_offset((state.offset + head.height).max(0.0));
        }
        let output = area.show_viewport(ui, |ui, _| {
            let origin = ui.max_rect().min;
            ui.allocate_space(vec2(ui.available_width(), height));
            let left = room.min.x + columns.left;
            head.draw(ui, pos2(left, origin.y), style);
            let seen: Vec<Seen> = seen_pieces
                .into_iter()
                .filter_map(|(piece, paragraph)| {
                    let bytes = &state.pieces.get(piece)?.bytes;
                    let y = origin.y + head.height + state.heights.top(piece) + state.gap(piece);
                    let at = pos2(left, y).round_to_pixels(ui.pixels_per_point());
                    Some(Seen {
                        at,
                        start: bytes.start,
                        end: bytes.end,
                        paragraph,
                    })
                })
                .collect();
            let area =
                Rect::from_x_y_ranges(left - 16.0..=left + columns.text + 8.0, room.y_range());
            let mut response = self.text_ui(ui, style, state, &seen, area);
            let margin = Rect::from_x_y_ranges(
                room.min.x + columns.margin_left
                    ..=room.min.x + columns.margin_left + columns.margin,
                room.y_range(),
            );
            margin_ui(ui, self, style, &seen, margin, &mut response);
            let top = state.pieces.get(state.heights.at(state.offset));
            response.top = top.map_or(0, |top| top.bytes.start);
            response
        });
        state.offset = output.state.clamped_offset().y - head.height;
        output.inner
    }

    fn text_ui(
        &self,
        ui: &mut Ui,
        style: &ReaderStyle,
        state: &mut ReaderState,
        seen: &[Seen],
        area: Rect,
    ) -> ReaderResponse {
        let mut response = ReaderResponse::default();
        let column = ui.interact(
            area,
            ui.scope_id().with("article text"),
            Sense::click_and_drag(),
        );
        column.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Document, true, "Article text");
            info.current_text_value = caret::spoken(self.text, state);
            info
        });
        gesture::select(ui, self.text, state, seen, &column);
        caret::hold_focus(ui, state, &column);
        state.area = Some(area);
        let pointer = ui
            .ctx()
            .pointer_latest_pos()
            .filter(|at| area.contains(*at) && column.contains_pointer());
        state.drawn.clear();
        for piece in seen {
            draw_piece(ui, self, style, state, piece, &mut response);
        }
        caret::caret_ui(ui, style, state, seen, &column);
        // Of claims within claims, the shortest.
        response.hovered = pointer
            .and_then(|at| {
                let under = state.drawn.iter().filter(|(_, rect)| rect.contains(at));
                under
                    .filter_map(|(claim, _)| self.marks.of(*claim))
                    .min_by_key(|mark| mark.span.len())
            })
            .map(|mark| mark.claim);
        gesture::finish(ui, self, style, state, seen, &column, &mut response);
        response.selection = state.selection();
        response
    }

    /// Lays out what is in sight and a little beyond; pieces by index, from the top.
    fn lay_out(&self, ui: &Ui, state: &mut ReaderState) -> Vec<(usize, Arc<Paragraph>)> {
        let mut seen = Vec::new();
        ui.ctx().fonts_mut(|fonts| {
            let mut piece = state.heights.at(state.offset - AHEAD * 0.5);
            while piece < state.pieces.len()
                && state.heights.top(piece) < state.offset + state.window + AHEAD
            {
                if let Some(paragraph) = state.paragraph(fonts, piece, self.marks) {
                    seen.push((piece, paragraph));
                }
                piece += 1;
            }
        });
        seen
    }

    /// Scrolls so that `span` stands in the upper part of the window, unless it is well in sight.
    fn bring_into_view(&self, ui: &Ui, state: &mut ReaderState, span: Span, head: f32) {
        // Heights of what was never laid out are guesses: once it is, the place is looked at again.
        const MOST: usize = 4;
        let piece = state.piece_of(span.start());
        let Some(start) = state.pieces.get(piece).map(|piece| piece.bytes.start) else {
            return;
        };
        for _ in 0..MOST {
            let paragraph = ui
                .ctx()
                .fonts_mut(|fonts| state.paragraph(fonts, piece, self.marks));
            let Some(paragraph) = paragraph else {
                return;
            };
            let line = paragraph.caret(span.start().saturating_sub(start)).y;
            let y = |state: &ReaderState| state.heights.top(piece) + state.gap(piece) + line;
            let guessed = y(state);
            let comfortable =
                state.window.mul_add(0.08, state.offset)..state.window.mul_add(0.8, state.offset);
            if !comfortable.contains(&guessed) {
                state.offset = state.window.mul_add(-0.3, guessed).max(-head);
            }
            let before = state.offset;
            self.lay_out(ui, state);
            if (y(state) - guessed - (state.offset - before)).abs() < 0.5 {
                return;
            }
        }
    }
}

/// What stands above the text.
struct Head {
    title: Option<Paragraph>,
    dateline: Option<Arc<Galley>>,
    /// How far the dateline stands from the left of the column: it begins at the side where the article begins.
    indent: f32,
    height: f32,
}

impl Head {
    const TOP: f32 = 24.0;
    const BELOW: f32 = 18.0;

    fn new(
        ui: &Ui,
        reader: &Reader<'_>,
        style: &ReaderStyle,
        state: &ReaderState,
        width: f32,
    ) -> Self {
        let in_text = state
            .pieces
            .first()
            .is_some_and(|piece| piece.kind == PieceKind::Title);
        let setting = Setting {
            font: style.title.clone(),
            line_height: line_height(&style.title, style),
            width,
            ink: style.text,
        };
        let title = reader
            .title
            .filter(|title| !in_text && !title.trim().is_empty())
            .map(|title| {
                ui.ctx()
                    .fonts_mut(|fonts| Paragraph::new(fonts, title.trim(), &[], &setting))
            });
        let dateline = (!reader.dateline.is_empty()).then(|| {
            let mut job = super::line::label_job(reader.dateline, &style.small, style.faint);
            job.wrap.max_width = width;
            ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
        });
        let first = state.pieces.first();
        let begins = first.and_then(|piece| reader.text.as_str().get(piece.bytes.clone()));
        let rtl = title.as_ref().map_or_else(
            || tokenise(begins.unwrap_or_default(), &[]).rtl,
            |title| title.rtl,
        );
        let room = dateline.as_ref().map_or(0.0, |line| width - line.size().x);
        let indent = if rtl { room.max(0.0) } else { 0.0 };
        let mut height = Self::TOP;
        height += dateline.as_ref().map_or(0.0, |line| line.size().y + 8.0);
        height += title
            .as_ref()
            .map_or(0.0, |title| title.height() + Self::BELOW);
        Self {
            title,
            dateline,
            indent,
            height: height.round(),
        }
    }

    fn draw(&self, ui: &Ui, at: Pos2, style: &ReaderStyle) {
        let mut y = at.y + Self::TOP;
        if let Some(dateline) = &self.dateline {
            ui.painter().galley(
                pos2(at.x + self.indent, y),
                Arc::clone(dateline),
                style.faint,
            );
            y += dateline.size().y + 8.0;
        }
        if let Some(title) = &self.title {
            draw_words(ui, title, pos2(at.x, y.round()), style.text);
        }
    }
}

/// Draws the words of a paragraph, as far as they are in sight.
pub(super) fn draw_words(ui: &Ui, paragraph: &Paragraph, at: Pos2, ink: Color32) {
    let clip = ui.clip_rect();
    for (row, line) in paragraph.lines.iter().enumerate() {
        let top = at.y + paragraph.top(row);
        if top > clip.max.y
            || at.y + paragraph.top(row + 1) < clip.min.y
            || line.job.text.is_empty()
        {
            continue;
        }
        // Through egui's own cache, which knows when the typeface's texture is made anew.
        let galley = ui
            .ctx()
            .fonts_mut(|fonts| fonts.layout_job(line.job.clone()));
        ui.painter()
            .galley(pos2(at.x + line.left, top), galley, ink);
    }
}

fn columns(ui: &Ui, room: Rect, style: &ReaderStyle) -> Columns {
    const GAP: f32 = 22.0;
    const SIDE: f32 = 28.0;
    /// Characters in a line below which reading is no longer comfortable.
    const LEAST: f32 = 46.0;
    let measure = f32::from(style.measure) * letter_width(ui, &style.body);
    let all = room.width() - 2.0 * SIDE;
    let least = LEAST * letter_width(ui, &style.body);
    let margin = match all - measure - GAP {
        room if room >= 200.0 => room.min(300.0),
        // The column gives way to what stands beside it as far as it is read with ease.
        _ if all > 420.0 => (all - least - GAP).clamp(96.0, 200.0),
        _ => 20.0,
    };
    let text = (all - GAP - margin).min(measure).max(120.0).floor();
    let left = ((room.width() - text - GAP - margin) * 0.5)
        .max(SIDE)
        .floor();
    Columns {
        left,
        text,
        margin_left: left + text + GAP,
        margin,
    }
}

/// Mean width of a letter of ordinary prose.
fn letter_width(ui: &Ui, font: &FontId) -> f32 {
    const PROSE: &str = "the officials said on monday that some of them had left for the coast";
    let width: f32 = ui
        .ctx()
        .fonts_mut(|fonts| PROSE.chars().map(|c| fonts.glyph_width(font, c)).sum());
    width / PROSE.len() as f32
}

/// A label in the margin or on a grip, cut off with "…" where it is too long.
pub(super) fn small_galley(
    ui: &Ui,
    text: &str,
    style: &ReaderStyle,
    ink: Color32,
    width: f32,
) -> Arc<Galley> {
    super::line::label_galley(ui, text, &style.small, ink, width)
}
