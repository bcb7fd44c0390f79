//! The coding margin: what each claim of a line is, beside the line, no two labels on one another.

/// A label to draw.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// Top, in points.
    pub top: f32,
    /// Index of the mark it names.
    pub mark: usize,
    /// Indices of marks of this line for which there is no room.
    pub more: Vec<usize>,
}

/// Places labels `height` points high for `marks`: index and top of line, by line. Where a line has more claims than
/// there is room before the next line with claims, the last label stands for the rest; `selected` is never hidden.
pub(super) fn place(marks: &[(usize, f32)], height: f32, selected: Option<usize>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::with_capacity(marks.len());
    let mut lines = marks
        .chunk_by(|a, b| a.1.total_cmp(&b.1).is_eq())
        .peekable();
    let mut free = f32::NEG_INFINITY;
    while let Some(line) = lines.next() {
        let Some((_, y)) = line.first() else {
            continue;
        };
        let top = y.max(free);
        let until = lines
            .peek()
            .and_then(|next| next.first())
            .map_or(f32::INFINITY, |(_, y)| *y);
        let room = ((until - top) / height).floor().clamp(1.0, 99.0) as usize;
        let mut order: Vec<usize> = line.iter().map(|(mark, _)| *mark).collect();
        if let Some(at) = order.iter().position(|mark| Some(*mark) == selected)
            && at >= room
        {
            order.swap(at, room - 1);
        }
        let hidden = order.split_off(room.min(order.len()));
        for (nth, mark) in order.into_iter().enumerate() {
            rows.push(Row {
                top: top + height * nth as f32,
                mark,
                more: Vec::new(),
            });
        }
        if let Some(last) = rows.last_mut() {
            last.more = hidden;
            free = last.top + height;
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_never_lie_on_one_another() {
        let marks = [
            (0, 0.0),
            (1, 0.0),
            (2, 0.0),
            (3, 26.0),
            (4, 100.0),
            (5, 104.0),
        ];
        let rows = place(&marks, 15.0, None);
        for pair in rows.windows(2) {
            assert!(pair[1].top >= pair[0].top + 15.0, "{pair:?}");
        }
        let shown: usize = rows.iter().map(|row| 1 + row.more.len()).sum();
        assert_eq!(shown, marks.len(), "none is forgotten");
        assert_eq!(
            rows[0],
            Row {
                top: 0.0,
                mark: 0,
                more: vec![1, 2]
            }
        );
    }

    #[test]
    fn the_selected_claim_has_its_label() {
        let rows = place(&[(0, 0.0), (1, 0.0), (2, 26.0)], 15.0, Some(1));
        assert_eq!((rows[0].mark, rows[0].more.as_slice()), (1, [0].as_slice()));
    }
}
