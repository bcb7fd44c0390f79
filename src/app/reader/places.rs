//! Where each byte of a paragraph is seen, and which byte stands where.

use std::ops::Range;

use egui::{Pos2, Rect, pos2, vec2};

use super::line::Placed;
use super::paragraph::Paragraph;

impl Paragraph {
    /// Where a caret before `byte` stands: its top end.
    pub(super) fn caret(&self, byte: usize) -> Pos2 {
        let at = self.line_of(byte);
        let Some(line) = self.lines.get(at) else {
            return Pos2::ZERO;
        };
        let x = line
            .placed
            .iter()
            .filter(|placed| self.tokens[placed.token].bytes.start <= byte)
            .max_by_key(|placed| self.tokens[placed.token].bytes.start)
            .map_or(
                if self.rtl {
                    line.left + line.width
                } else {
                    line.left
                },
                |placed| self.x_in(placed, byte),
            );
        pos2(x, self.top(at))
    }

    /// Where a caret after the character that ends at `byte` stands: its top end. Differs from [`Self::caret`] where a
    /// line ends and where the direction changes.
    pub(super) fn caret_after(&self, byte: usize) -> Pos2 {
        let at = self.line_of(byte.saturating_sub(1));
        let placed = self.lines.get(at).and_then(|line| {
            line.placed.iter().find(|placed| {
                let bytes = &self.tokens[placed.token].bytes;
                bytes.start < byte && byte <= bytes.end
            })
        });
        placed.map_or_else(
            || self.caret(byte),
            |placed| pos2(self.x_in(placed, byte), self.top(at)),
        )
    }

    /// Where the words of `range` begin or end, as a reader sees them on that line: its top end. Where the direction
    /// changes within them, the caret would stand in their midst.
    pub(super) fn edge(&self, range: Range<usize>, start: bool) -> Pos2 {
        let caret = if start {
            self.caret(range.start)
        } else {
            self.caret_after(range.end)
        };
        let rects = self.rects(range).into_iter();
        let on_line = rects.filter(|rect| (rect.top() - caret.y).abs() < 0.5);
        let x = if start == self.rtl {
            on_line.map(|rect| rect.right()).reduce(f32::max)
        } else {
            on_line.map(|rect| rect.left()).reduce(f32::min)
        };
        pos2(x.unwrap_or(caret.x), caret.y)
    }

    /// The byte whose caret is nearest to `at`.
    pub(super) fn byte_at(&self, at: Pos2) -> usize {
        let row = (at.y / self.line_height).floor().max(0.0) as usize;
        let Some(line) = self.lines.get(row.min(self.lines.len().saturating_sub(1))) else {
            return 0;
        };
        let nearest = line
            .placed
            .iter()
            .filter(|placed| placed.width > 0.0)
            .flat_map(|placed| {
                let stops = self.stops[placed.token].as_slice();
                stops
                    .iter()
                    .map(move |stop| (stop.byte, self.x_in(placed, stop.byte), placed))
            })
            .map(|(byte, x, placed)| {
                // Of two carets in one place, the one of the token under the pointer.
                let outside = at.x < placed.left || at.x > placed.left + placed.width;
                (byte, (x - at.x).abs(), outside)
            })
            .min_by(|a, b| a.1.total_cmp(&b.1).then(a.2.cmp(&b.2)));
        nearest.map_or(line.bytes.start, |(byte, ..)| byte)
    }

    /// Where the bytes of `range` are seen, a rectangle for each stretch of a line, from top left.
    pub(super) fn rects(&self, range: Range<usize>) -> Vec<Rect> {
        let mut rects: Vec<Rect> = Vec::new();
        if range.is_empty() {
            return rects;
        }
        let first = self.line_of(range.start);
        for (row, line) in self.lines.iter().enumerate().skip(first) {
            if line.bytes.start >= range.end {
                break;
            }
            let from = rects.len();
            for placed in &line.placed {
                let bytes = &self.tokens[placed.token].bytes;
                let start = bytes.start.max(range.start);
                let end = bytes.end.min(range.end);
                if start >= end || placed.width <= 0.0 {
                    continue;
                }
                let (a, b) = (self.x_in(placed, start), self.x_in(placed, end));
                let (left, right) = (a.min(b), a.max(b));
                match rects.get_mut(from..).and_then(<[Rect]>::last_mut) {
                    Some(last) if (left - last.max.x).abs() < 0.5 => last.max.x = right,
                    _ => rects.push(Rect::from_min_size(
                        pos2(left, self.top(row)),
                        vec2(right - left, self.line_height),
                    )),
                }
            }
        }
        rects
    }

    /// Bytes of a token on a line where a caret can stand, with its place.
    pub(super) fn stops_in(&self, placed: &Placed) -> impl Iterator<Item = (usize, f32)> {
        let stops = self.stops[placed.token].iter();
        stops.map(|stop| (stop.byte, self.x_in(placed, stop.byte)))
    }

    /// One past the last byte of a token on a line.
    pub(super) fn end_of(&self, placed: &Placed) -> usize {
        self.tokens[placed.token].bytes.end
    }

    /// Where in the line the caret before `byte` stands, by the token `placed`.
    fn x_in(&self, placed: &Placed, byte: usize) -> f32 {
        let token = &self.tokens[placed.token];
        let stops = &self.stops[placed.token];
        let next = stops.partition_point(|stop| stop.byte < byte);
        let along = stops
            .get(next)
            .or(stops.last())
            .map_or(0.0, |stop| stop.along)
            .min(placed.width);
        if token.level.is_rtl() {
            placed.left + placed.width - along
        } else {
            placed.left + along
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, FontId};

    use super::super::paragraph::Setting;
    use super::super::stops::Measured;
    use super::super::token::attaches;
    use super::*;

    const EM: f32 = 10.0;

    /// Laid out in a typeface whose letters are all 10 points wide, and whose joined "لا" is one of them.
    fn laid_out(text: &str, width: f32) -> Paragraph {
        let setting = Setting {
            font: FontId::monospace(EM),
            line_height: 20.0,
            width,
            ink: Color32::BLACK,
        };
        Paragraph::measured_by(text, &[], &setting, |pieces| {
            pieces
                .iter()
                .map(|piece| {
                    let joined = piece.replace("لا", "ل");
                    let mut glyphs: Vec<_> = joined
                        .chars()
                        .map(|c| (c, if attaches(c) { 0.0 } else { EM }))
                        .collect();
                    if piece.chars().any(|c| ('\u{590}'..'\u{700}').contains(&c)) {
                        glyphs.reverse();
                    }
                    Measured {
                        width: glyphs.iter().map(|(_, width)| width).sum(),
                        glyphs,
                    }
                })
                .collect()
        })
    }

    #[test]
    fn the_middle_of_every_letter_leads_back_to_it() {
        for text in [
            "Twelve boats, then 98,417 people came ashore.",
            "המשרד ספר 98,417 אנשים (שוב) ב-Tel Aviv אתמול.",
            "قال 12 شخصا (على الأقل) إنهم وصلوا.",
        ] {
            let paragraph = laid_out(text, 170.0);
            for (byte, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
                let range = byte..byte + c.len_utf8();
                let rects = paragraph.rects(range.clone());
                assert_eq!(rects.len(), 1, "{c} is seen in one place");
                let center = rects[0].center();
                let edges = [-0.3_f32, 0.3].map(|side| {
                    paragraph.byte_at(pos2(side.mul_add(rects[0].width(), center.x), center.y))
                });
                assert!(
                    edges.contains(&range.start) && edges.contains(&range.end),
                    "{c} at {range:?} is bounded by {edges:?}"
                );
            }
        }
    }

    #[expect(clippy::float_cmp, reason = "places are taken over, not worked out")]
    #[test]
    fn the_edges_of_words_are_where_a_reader_sees_them_begin_and_end() {
        let text = "בסך הכול לפחות 14 בני אדם";
        let paragraph = laid_out(text, 900.0);
        let claim = "לפחות 14";
        let start = text.find(claim).expect("in the text");
        let range = start..start + claim.len();
        let rects = paragraph.rects(range.clone());
        let right = rects.iter().map(Rect::right).fold(f32::MIN, f32::max);
        let left = rects.iter().map(Rect::left).fold(f32::MAX, f32::min);
        assert_eq!(paragraph.edge(range.clone(), true).x, right);
        assert_eq!(paragraph.edge(range.clone(), false).x, left);
        assert_ne!(
            paragraph.caret_after(range.end).x,
            left,
            "the caret stands in the midst"
        );
        let latin = laid_out("at least 14 people", 900.0);
        assert_eq!(latin.edge(3..11, true).x, 3.0 * EM);
        assert_eq!(latin.edge(3..11, false).x, 11.0 * EM);
    }

    #[test]
    fn hebrew_stands_at_the_right_and_reads_leftwards() {
        let text = "אבג 12";
        let paragraph = laid_out(text, 200.0);
        assert_eq!(
            paragraph.caret(0),
            pos2(200.0, 0.0),
            "it begins at the right"
        );
        let digits = paragraph.rects(7..9);
        assert_eq!((digits[0].min.x, digits[0].max.x), (140.0, 160.0));
        let one = paragraph.rects(7..8);
        assert!(
            (one[0].min.x - 140.0).abs() < 0.01,
            "digits read rightwards"
        );
    }

    #[test]
    fn a_selection_in_a_mixed_line_may_be_in_two_places() {
        let text = "abc אבג";
        let paragraph = laid_out(text, 200.0);
        // From "c" to the first Hebrew letter, which stands at the far right.
        let rects = paragraph.rects(2..6);
        let spans: Vec<_> = rects.iter().map(|rect| (rect.min.x, rect.max.x)).collect();
        assert_eq!(spans, [(20.0, 40.0), (60.0, 70.0)]);
    }

    #[test]
    fn letters_joined_into_one_glyph_share_its_width() {
        let paragraph = laid_out("لا", 100.0);
        let alef = paragraph.rects(2..4);
        assert_eq!((alef[0].min.x, alef[0].max.x), (90.0, 95.0));
    }

    #[test]
    fn marks_stay_with_their_letter() {
        let text = "שׁם";
        let paragraph = laid_out(text, 100.0);
        assert!((paragraph.rects(0..text.len())[0].width() - 20.0).abs() < 0.01);
        assert_eq!(
            paragraph.byte_at(pos2(91.0, 5.0)),
            4,
            "no caret between letter and mark"
        );
    }

    #[test]
    fn an_address_wider_than_the_column_is_cut_into_lines_that_fit() {
        let text = "see https://example.org/a/very_long_name_of_a_page now";
        let paragraph = laid_out(text, 150.0);
        assert!(paragraph.lines.iter().all(|line| line.width <= 150.0));
        let whole: String = paragraph
            .lines
            .iter()
            .map(|line| text.get(line.bytes.clone()).unwrap_or_default())
            .collect();
        assert_eq!(whole, text);
    }

    proptest::proptest! {
        #[test]
        fn lines_hold_every_byte_once_in_any_script(
            text in "[a-z0-9 ,.()£אבגשׁ־علا\u{301}\u{200F}—-]{0,80}", width in 15_u16..300
        ) {
            let paragraph = laid_out(&text, f32::from(width));
            let mut at = 0;
            for line in &paragraph.lines {
                proptest::prop_assert_eq!(line.bytes.start, at);
                at = line.bytes.end;
            }
            proptest::prop_assert_eq!(at, text.len());
            for (byte, _) in text.char_indices() {
                let caret = paragraph.caret(byte);
                let again = paragraph.caret(paragraph.byte_at(caret + vec2(0.0, 1.0)));
                proptest::prop_assert!(caret.x.is_finite() && again.x.is_finite());
            }
        }
    }
}
