//! Figures in lines that run from right to left: they run to the right themselves, one by one.

/// Turns each number of a run of numbers alone. Numbers follow one another to the left as words do: "14–16" is seen as
/// "16–14". Only the signs inside a number hold it together (UAX #9, W4 and W5), and among Arabic letters fewer do (W2).
pub(super) fn turn_numbers(run: &mut [String], arabic: bool) {
    let inside = |piece: &str| {
        [",", ".", "/", ":", "٬", "٫"].contains(&piece)
            || !arabic && ["+", "-", "−"].contains(&piece)
    };
    let mut start = 0;
    while start < run.len() {
        let rest = || run.iter().enumerate().skip(start);
        let belongs = |at: usize, piece: &String| {
            let beside = |at: Option<usize>| at.and_then(|at| run.get(at));
            is_figure(piece)
                || !arabic && is_of_figure(piece)
                || inside(piece)
                    && [at.checked_sub(1), Some(at + 1)]
                        .into_iter()
                        .all(|at| beside(at).is_some_and(|piece| is_figure(piece)))
        };
        let end = rest()
            .find(|(at, piece)| !belongs(*at, piece))
            .map_or(run.len(), |(at, _)| at);
        let number = run.get(start..end).unwrap_or_default();
        let signs = run.get(end..).unwrap_or_default();
        let end = end + usize::from(!arabic && is_signed(number, signs));
        if let Some(number) = run.get_mut(start..end) {
            number.reverse();
        }
        start = end.max(start) + 1;
    }
}

/// Whether what is left of a run is the sign of this number. It stands on the far side of it only where a mark of
/// direction, which nobody sees, holds it there: without one a minus is seen on the near side. A plus behind a plain
/// number is none: "40+" looks so.
fn is_signed(number: &[String], rest: &[String]) -> bool {
    match rest {
        [sign] if sign == "-" || sign == "−" => number.iter().any(|piece| is_figure(piece)),
        [sign] if sign == "+" => number.iter().any(|piece| is_of_figure(piece)),
        _ => false,
    }
}

/// Puts back the mark of direction before the sign of a figure that is joined to a word: with it "ב-\u{200E}-5%" is a fall,
/// and without it two dashes are one.
pub(super) fn part_sign(pieces: &mut [String], at: usize) {
    let is = |at: Option<usize>, signs: &[&str]| {
        at.and_then(|at| pieces.get(at))
            .is_some_and(|piece| signs.contains(&piece.as_str()))
    };
    let joined = is(at.checked_sub(1), &["-", "–", "־"]);
    if joined
        && is(Some(at), &["-", "−", "+"])
        && let Some(sign) = pieces.get_mut(at)
    {
        sign.insert(0, '\u{200E}');
    }
}

/// A figure behind words looks the same as one before them: before a word that is no name it counts. "1.2 million", but
/// "Airbus 320".
pub(super) fn count_before_its_unit(run: &mut [String]) {
    let unit = run
        .first()
        .is_some_and(|piece| piece.starts_with(char::is_lowercase));
    let figure = run
        .iter()
        .rev()
        .take_while(|piece| is_inside(piece))
        .count();
    let gap = run
        .len()
        .checked_sub(figure + 1)
        .and_then(|at| run.get(at))
        .is_some_and(|piece| piece == " ");
    if unit && figure > 0 && gap {
        run.rotate_right(figure);
        if let Some(rest) = run.get_mut(figure..) {
            rest.rotate_right(1);
        }
    }
}

/// Whether a piece is a digit or stands inside or beside one.
pub(super) fn is_inside(piece: &str) -> bool {
    is_figure(piece)
        || is_of_figure(piece)
        || [",", ".", "/", ":", "٬", "٫", "-", "−", "+"].contains(&piece)
}

pub(super) fn is_figure(piece: &str) -> bool {
    piece.starts_with(char::is_numeric)
}

/// How many pieces from here are the minus of the figure before them: it stands alone on its other side.
pub(super) fn minus(pieces: &[String]) -> usize {
    let is = |at: usize, signs: &[&str]| pieces.get(at).map(|it| signs.contains(&it.as_str()));
    let alone = is(0, &["-"]) == Some(true) && is(1, &[" "]) != Some(false);
    usize::from(alone)
}

/// How many pieces from here belong to a figure beside them.
pub(super) fn joined<'a>(pieces: impl Iterator<Item = &'a String>) -> usize {
    pieces
        .take_while(|piece| is_of_figure(piece) || ["+", "−"].contains(&piece.as_str()))
        .count()
}

/// A sign that stands with a number.
fn is_of_figure(piece: &str) -> bool {
    ["%", "$", "€", "£", "₪", "‰", "°"].contains(&piece)
}
