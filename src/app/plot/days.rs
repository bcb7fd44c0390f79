//! The days under a timeline: where each stands, and which are written.

use egui::{Rect, Stroke, Ui, pos2};
use jiff::civil::Date;

use super::style::{PlotStyle, draw_label, label};

/// The days of a plot.
pub(super) struct Days {
    first: Option<Date>,
    span: f32,
}

impl Days {
    /// From the first of them to the last.
    pub(super) fn of(days: impl Iterator<Item = Date> + Clone) -> Self {
        let first = days.clone().min();
        let span = first
            .zip(days.max())
            .map_or(0, |(first, last)| days_between(first, last));
        Self {
            first,
            span: span as f32,
        }
    }

    /// From 0 to 1, with room on both sides.
    pub(super) fn at(&self, day: Date) -> f32 {
        const SIDE: f32 = 0.06;
        let since = self.first.map_or(0, |first| days_between(first, day)) as f32;
        if self.span > 0.0 {
            (1.0 - 3.5 * SIDE).mul_add(since / self.span, SIDE)
        } else {
            0.3
        }
    }

    /// Draws them under a plot.
    pub(super) fn axis_ui(&self, ui: &Ui, style: &PlotStyle, plot: Rect) {
        let Some(first) = self.first else {
            return;
        };
        let most = (plot.width() / 76.0).floor().max(2.0) as i64;
        for (day, words) in day_ticks(first, self.span as i64, most) {
            let x = plot.min.x + plot.width() * self.at(day);
            if x > plot.max.x {
                continue;
            }
            ui.painter().line_segment(
                [pos2(x, plot.max.y), pos2(x, plot.max.y + 4.0)],
                Stroke::new(1.0, style.quiet),
            );
            let words = label(ui, &words, &style.number, style.quiet, 90.0);
            draw_label(ui.painter(), words, pos2(x, plot.max.y + 6.0), (0.5, 0.0));
        }
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// Days to write under a plot that begins at `first` and is `span` days long, at most `most` or so; at least its two
/// ends, so that a length can be read.
fn day_ticks(first: Date, span: i64, most: i64) -> Vec<(Date, String)> {
    let ticks = even_ticks(first, span, most);
    let last = || {
        first
            .checked_add(jiff::Span::new().try_days(span).ok()?)
            .ok()
    };
    if let ([] | [_], true, Some(last)) = (ticks.as_slice(), span > 0, last()) {
        let written = |day: Date| (day, day.strftime("%-d %b %Y").to_string());
        return vec![written(first), written(last)];
    }
    ticks
}

fn even_ticks(first: Date, span: i64, most: i64) -> Vec<(Date, String)> {
    let step = [1, 2, 7, 14].into_iter().find(|step| span / step < most);
    if let Some(step) = step {
        return (0..=span / step)
            .filter_map(|nth| {
                first
                    .checked_add(jiff::Span::new().try_days(nth * step).ok()?)
                    .ok()
            })
            .enumerate()
            .map(|(nth, day)| {
                let format = if nth == 0 { "%-d %b %Y" } else { "%-d %b" };
                (day, day.strftime(format).to_string())
            })
            .collect();
    }
    let months = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1_200]
        .into_iter()
        .find(|step| span / (30 * step) < most)
        .unwrap_or(6_000);
    let format = if months >= 12 { "%Y" } else { "%b %Y" };
    let from = first.first_of_month();
    (0..=span / (30 * months) + 1)
        .filter_map(|nth| {
            from.checked_add(jiff::Span::new().try_months(nth * months).ok()?)
                .ok()
        })
        .filter(|day| (0..=span).contains(&days_between(first, *day)))
        .map(|day| (day, day.strftime(format).to_string()))
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_written_as_finely_as_there_is_room() {
        let words = |span, most| -> Vec<String> {
            day_ticks(date(2022, 9, 26), span, most)
                .into_iter()
                .map(|(_, words)| words)
                .collect()
        };
        assert_eq!(words(2, 6), ["26 Sep 2022", "27 Sep", "28 Sep"]);
        assert_eq!(
            words(28, 6),
            ["26 Sep 2022", "3 Oct", "10 Oct", "17 Oct", "24 Oct"]
        );
        assert_eq!(words(150, 5), ["Nov 2022", "Jan 2023"]);
        assert_eq!(words(0, 6), ["26 Sep 2022"]);
        assert_eq!(words(30, 2), ["26 Sep 2022", "26 Oct 2022"]);
    }
}
