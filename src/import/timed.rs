//! Lines of live pages and tickers that are nothing but a time of day.

use super::date;
use super::words::Words;

/// A time of day is no longer, in characters.
const LONGEST: usize = 24;

/// The same with its day, in characters.
const LONGEST_DATED: usize = 48;

/// Times with their days belong to the lines below them from this many on: fewer may be those of the page.
const DATED: usize = 3;

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
    if !clock.contains(':') {
        return is_told_clock(words);
    }
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

/// "9.15pm", "9 a.m.", "23.50 GMT": a half of the day, a zone or "Uhr" tells a time from a figure.
fn is_told_clock(words: &str) -> bool {
    let all = Words::all();
    let end = words.find(|c: char| !(c.is_ascii_digit() || c == '.'));
    let (digits, rest) = words.split_at(end.unwrap_or(words.len()));
    let (hours, minutes) = digits
        .split_once('.')
        .map_or((digits, None), |(hours, minutes)| (hours, Some(minutes)));
    let within =
        |part: &str, most: u8| part.len() <= 2 && part.parse().is_ok_and(|it: u8| it < most);
    let sound = minutes.is_none_or(|minutes| minutes.len() == 2 && within(minutes, 60));
    let is_half = |word: &str| within(hours, 13) && all.half(&word.replace('.', "")).is_some();
    // In small letters a zone may be a word: "2.50 est".
    let is_zone = |word: &str| all.zone(word).is_some() && !word.contains(char::is_lowercase);
    let mut signs = rest.split_whitespace();
    let is_sign =
        |word| is_half(word) || minutes.is_some() && (is_zone(word) || all.is_clock(word));
    sound && within(hours, 25) && signs.next().is_some_and(is_sign) && signs.all(is_zone)
}

/// A time of day with its day beside it, as its two parts: "29 Nov, 14:05", "14:05, 29 November 2026", "Yesterday 18:40".
pub(super) fn dated(words: &str) -> Option<(&str, &str)> {
    let words = words.trim();
    if words.chars().count() > LONGEST_DATED {
        return None;
    }
    let parts = words.match_indices([' ', ',']).filter_map(|(at, _)| {
        let (head, tail) = words.split_at_checked(at)?;
        let tail = tail.trim_start_matches([' ', ',', '|', '-', '–']);
        let head = head.trim_end_matches([' ', ',', '|', '-', '–']);
        let is_time = |words: &str| is_clock(words) && !is_ago(words);
        if is_time(tail) && is_day(head) {
            Some((head, tail))
        } else if is_time(head) && is_day(tail) {
            Some((tail, head))
        } else {
            None
        }
    });
    parts.into_iter().next()
}

/// Whether these words are a day and nothing else, with its year or without: "Sunday 29 November", "yesterday".
pub(super) fn is_day(words: &str) -> bool {
    let all = Words::all();
    let is_number = |word: &str| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        (1..=4).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && word.len() - digits.len() <= 2
    };
    let parts = words.split([' ', ',']).filter(|word| !word.is_empty());
    let parts: Vec<&str> = parts.map(|word| word.trim_end_matches('.')).collect();
    let months = parts
        .iter()
        .filter(|word| all.month(word).is_some())
        .count();
    let numbers = parts.iter().filter(|word| is_number(word)).count();
    match parts.as_slice() {
        [only] if all.is_near_day(only) || is_whole_weekday(only) => true,
        [only] => date::parse(only).is_some(),
        _ => {
            let others = parts.len() - months - numbers;
            let weekdays = parts.iter().filter(|word| all.is_weekday(word)).count();
            months == 1 && (1..=2).contains(&numbers) && others == weekdays && weekdays <= 1
        }
    }
}

/// "Sunday", not "Sun", which is a paper too.
fn is_whole_weekday(word: &str) -> bool {
    word.chars().count() > 4 && Words::all().is_weekday(word)
}

/// A short span of time that ends now, in figures, with nothing beside it: "5 min ago", "1h ago", "il y a 5 min".
pub(super) fn is_ago(words: &str) -> bool {
    let all = Words::all();
    let is_number = |word: &str| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        unit.len() < word.len() && unit.len() <= 3 && unit.chars().all(char::is_alphabetic)
    };
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
    let clocks = text.lines().filter(|line| is_clock(line)).count();
    let days = text.lines().filter(|line| dated(line).is_some()).count();
    let are_dated = clocks + days >= DATED;
    if clocks < CLOCKS && !are_dated {
        return text;
    }
    let mut joined = String::new();
    let mut after_clock = false;
    for line in text.lines() {
        if after_clock && line.trim().is_empty() {
            continue;
        }
        let clock = is_clock(line) || are_dated && dated(line).is_some();
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
            "9.15pm",
            "9.15 a.m.",
            "9 pm",
            "23.50 GMT",
            "23.50 Uhr",
            "5 min ago",
            "1h ago",
            "vor 12 Minuten",
            "il y a 5 min",
        ] {
            assert!(is_clock(clock), "{clock}");
        }
        for figure in [
            "2:1",
            "18.04",
            "18.04 goats",
            "2.50 est",
            "14 pm",
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
    fn a_time_may_have_its_day_beside_it() {
        for (written, parts) in [
            ("29 Nov, 14:05", Some(("29 Nov", "14:05"))),
            (
                "14:05, Sunday 29 November",
                Some(("Sunday 29 November", "14:05")),
            ),
            ("Yesterday 6:40 pm", Some(("Yesterday", "6:40 pm"))),
            ("Sunday, 9.15pm", Some(("Sunday", "9.15pm"))),
            ("29.11.2026 | 14:05", Some(("29.11.2026", "14:05"))),
            ("Forty goats 14:05", None),
            ("29 boats, 14:05", None),
            ("14:05", None),
        ] {
            assert_eq!(dated(written), parts, "{written}");
        }
        let text = "29 Nov, 14:05\n\n12 came back\n\n".repeat(3);
        assert!(with_times_in_line(text).contains("29 Nov, 14:05 12 came back\n\n29"));
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
