//! Lines of live pages and tickers that are nothing but a time of day.

use super::words::Words;

/// A time of day is no longer, in characters.
const LONGEST: usize = 24;

/// Such lines belong to the lines below them from this many on.
pub(super) const CLOCKS: usize = 2;

/// "14:35", "2:35 p.m.", "14:35 GMT", "5 min ago".
pub(super) fn is_clock(words: &str) -> bool {
    let words = words.trim();
    if words.len() > 2 * LONGEST || !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    if is_ago(words) {
        return true;
    }
    let end = words
        .find(|c: char| !(c.is_ascii_digit() || c == ':'))
        .unwrap_or(words.len());
    let (clock, rest) = words.split_at(end);
    let rest_is_short = rest.chars().count() <= 8
        && rest
            .chars()
            .all(|c| c.is_alphabetic() || c == '.' || c.is_whitespace());
    let parts: Vec<&str> = clock.split(':').collect();
    let within = |part: &str, most: u8| part.parse().is_ok_and(|it: u8| it < most);
    rest_is_short
        && (2..=3).contains(&parts.len())
        && parts.iter().all(|part| (1..=2).contains(&part.len()))
        && parts
            .iter()
            .skip(1)
            .all(|part| part.len() == 2 && within(part, 60))
        && parts.first().is_some_and(|hours| within(hours, 25))
}

/// A short span of time that ends now, in figures, with nothing beside it: "5 min ago", "il y a 5 min".
fn is_ago(words: &str) -> bool {
    let all = Words::all();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = || words.split(' ').filter(|word| is_number(word)).count();
    words.chars().count() <= LONGEST
        && words.starts_with(|c: char| c.is_alphanumeric())
        && numbers() == 1
        && (2..=5).contains(&words.split(' ').count())
        && (words
            .split(' ')
            .next_back()
            .is_some_and(|last| all.is_ago(last))
            || words
                .match_indices(' ')
                .filter_map(|(at, _)| words.get(..at))
                .any(|first| all.is_ago(first)))
}

/// The text with each time of day on the line of its item, where it has lines with nothing but times.
pub(super) fn with_times_in_line(text: String) -> String {
    if text.lines().filter(|line| is_clock(line)).count() < CLOCKS {
        return text;
    }
    let mut joined = String::new();
    let mut after_clock = false;
    for line in text.lines() {
        if after_clock && line.trim().is_empty() {
            continue;
        }
        let clock = is_clock(line);
        if !joined.is_empty() {
            joined.push(if after_clock && !clock { ' ' } else { '\n' });
        }
        joined.push_str(line);
        after_clock = clock;
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_times_and_figures_are_not() {
        for clock in [
            "9:05",
            "18:04",
            "2:35 p.m.",
            "06:10:59",
            "11:00 Uhr",
            "5 min ago",
            "vor 12 Minuten",
            "il y a 5 min",
        ] {
            assert!(is_clock(clock), "{clock}");
        }
        for figure in [
            "2:1",
            "18.04",
            "1,250",
            "30:00",
            "18:04 forty goats fled",
            "18:75",
            "years ago",
            "12 goats fled",
            "",
        ] {
            assert!(!is_clock(figure), "{figure}");
        }
    }

    #[test]
    fn a_time_on_a_line_of_its_own_joins_its_item() {
        let text = "Goats\n\n18:04\n\n12 came back\n\n17:30\n40 fled";
        assert_eq!(
            with_times_in_line(text.to_owned()),
            "Goats\n\n18:04 12 came back\n\n17:30 40 fled"
        );
        let once = "Goats\n\n18:04\n\nForty goats fled.";
        assert_eq!(with_times_in_line(once.to_owned()), once);
    }
}
