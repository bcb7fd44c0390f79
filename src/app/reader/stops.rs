//! Where carets can stand in a token, and how wide it is: tokens measured as they will be drawn.

use egui::epaint::text::{FontsView, LayoutJob};
use egui::{Color32, FontId};

use super::bidi::mirrored;
use super::token::{Token, TokenKind, attaches};

/// How wide something drawn is: each glyph from left to right with its character and advance.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Measured {
    /// Its whole width.
    pub width: f32,
    /// Glyphs from left to right.
    pub glyphs: Vec<(char, f32)>,
}

/// A place in a token where a caret can stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stop {
    /// Byte of the paragraph.
    pub byte: usize,
    /// Distance from the side where the token begins: left, or right for one that runs from right to left.
    pub along: f32,
}

/// Measures each piece on a row of its own, all in one pass.
pub(super) fn measure(
    fonts: &mut FontsView<'_>,
    pieces: &[String],
    font: &FontId,
) -> Vec<Measured> {
    let mut job = LayoutJob::simple(
        pieces.join("\n"),
        font.clone(),
        Color32::PLACEHOLDER,
        f32::INFINITY,
    );
    // One below the maximum: or egui would keep each row in its cache, which costs more than it saves here.
    job.wrap.max_rows = usize::MAX - 1;
    let galley = fonts.layout_job(job);
    let rows = galley.rows.iter().map(|placed| Measured {
        width: placed.row.size.x,
        glyphs: placed
            .row
            .glyphs
            .iter()
            .map(|glyph| (glyph.chr, glyph.advance_width))
            .collect(),
    });
    rows.take(pieces.len()).collect()
}

/// The measure of each piece from that of all of them in a row; `None` where their glyphs cannot be told apart.
pub(super) fn parted(pieces: &[String], row: &Measured) -> Option<Vec<Measured>> {
    let mut rest = row.glyphs.as_slice();
    let mut parts = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let (glyphs, more) = rest.split_at_checked(piece.chars().count())?;
        if !piece.chars().eq(glyphs.iter().map(|(c, _)| *c)) {
            return None;
        }
        rest = more;
        parts.push(Measured {
            width: glyphs.iter().map(|(_, width)| width).sum(),
            glyphs: glyphs.to_vec(),
        });
    }
    rest.is_empty().then_some(parts)
}

pub(super) fn width_of(stops: &[Stop]) -> f32 {
    match (stops.first(), stops.last()) {
        (Some(first), Some(last)) => last.along - first.along,
        _ => 0.0,
    }
}

/// Where carets can stand in a token: between clusters, a ligature's width shared out among its letters.
pub(super) fn stops_of(token: &Token, text: &str, measured: &Measured) -> Vec<Stop> {
    let backwards = token.level.is_rtl();
    // Shaping adds letters without width, at the wrong end of what runs from right to left.
    let is_drawn = |(c, width): &(char, f32)| *width > 0.0 || attaches(*c);
    let glyphs = measured.glyphs.iter().copied().filter(is_drawn);
    let mut glyphs: Vec<(char, f32)> = glyphs.collect();
    if backwards {
        glyphs.reverse();
    }
    let mut glyphs = glyphs.into_iter().peekable();
    // Start of each cluster, its width, and how many clusters since the last glyph share it.
    let mut clusters: Vec<(usize, f32)> = Vec::new();
    let mut sharing = 0_usize;
    let share_out = |clusters: &mut Vec<(usize, f32)>, sharing: usize| {
        let from = clusters.len().saturating_sub(sharing);
        if let Some(group) = clusters.get_mut(from..).filter(|group| group.len() > 1) {
            let each = group.iter().map(|(_, width)| width).sum::<f32>() / group.len() as f32;
            for (_, width) in group {
                *width = each;
            }
        }
    };
    for (offset, c) in text
        .get(token.bytes.clone())
        .unwrap_or_default()
        .char_indices()
    {
        if attaches(c) && !clusters.is_empty() {
            while glyphs
                .next_if(|(chr, width)| *chr == c || *width <= 0.0)
                .is_some()
            {}
            continue;
        }
        let drawn = if backwards && token.kind != TokenKind::RtlLetters {
            mirrored(c)
        } else {
            c
        };
        let mut width = glyphs
            .next_if(|(chr, _)| *chr == drawn)
            .map_or(0.0, |(_, width)| width);
        while let Some((_, more)) = glyphs.next_if(|(chr, more)| *chr == drawn && *more <= 0.0) {
            width += more;
        }
        if width > 0.0 {
            share_out(&mut clusters, sharing);
            sharing = 1;
        } else {
            sharing += 1;
        }
        clusters.push((token.bytes.start + offset, width));
    }
    share_out(&mut clusters, sharing);
    let known: f32 = clusters.iter().map(|(_, width)| width).sum();
    let scale = if known > 0.0 {
        measured.width / known
    } else {
        0.0
    };
    let mut along = 0.0;
    let mut stops = Vec::with_capacity(clusters.len() + 1);
    for (byte, width) in clusters {
        stops.push(Stop { byte, along });
        along += width * scale;
    }
    stops.push(Stop {
        byte: token.bytes.end,
        along: measured.width,
    });
    stops
}

/// The token, or its pieces where it is wider than the column.
pub(super) fn fitting(token: Token, stops: Vec<Stop>, width: f32) -> Vec<(Token, Vec<Stop>)> {
    if token.kind == TokenKind::Space || width_of(&stops) <= width || stops.len() < 3 {
        return vec![(token, stops)];
    }
    let mut pieces = Vec::new();
    let mut from = 0;
    for at in 1..stops.len() {
        let is_last = at + 1 == stops.len();
        let next = stops.get(at + 1).map_or(f32::INFINITY, |stop| stop.along);
        if is_last || next - stops[from].along > width {
            let start = stops[from];
            pieces.push((
                Token {
                    bytes: start.byte..stops[at].byte,
                    breaks: !is_last || token.breaks,
                    ..token.clone()
                },
                stops[from..=at]
                    .iter()
                    .map(|stop| Stop {
                        byte: stop.byte,
                        along: stop.along - start.along,
                    })
                    .collect(),
            ));
            from = at;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_parted_where_each_character_has_a_glyph_of_its_own() {
        let pieces = ["two", " ", "goats"].map(str::to_owned);
        let mut row = Measured {
            width: 90.0,
            glyphs: "two goats".chars().map(|c| (c, 10.0)).collect(),
        };
        let widths = |row: &Measured| {
            let parts = parted(&pieces, row)?;
            Some(parts.iter().map(|part| part.width).collect::<Vec<_>>())
        };
        assert_eq!(widths(&row), Some(vec![30.0, 10.0, 50.0]));
        row.glyphs.swap(2, 3);
        assert_eq!(
            widths(&row),
            None,
            "glyphs in another order than their characters"
        );
        row.glyphs.pop();
        assert_eq!(widths(&row), None, "fewer glyphs than characters");
    }
}
