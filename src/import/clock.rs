//! The time of day beside a date, as pages print it, with its zone: "at 6:04 p.m. EST", "18:04 GMT+3".

use super::words::Words;

/// The time in ISO 8601 from its "T" on, with the offset where one is told: "T18:04", "T18:04+03:00".
pub(super) fn beside_date(written: &str) -> Option<String> {
    let words: Vec<&str> = written
        .split(|c: char| c.is_whitespace() || ",()[]|".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    // Hebrew writes "at" onto the time: "ב-7:45".
    let words: Vec<&str> = words
        .into_iter()
        .map(|word| word.strip_prefix("ב-").unwrap_or(word))
        .collect();
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..).unwrap_or_default();
        let (time, taken) = time(rest)?;
        let zone = rest.get(taken).and_then(|zone| offset(zone));
        Some(format!("T{time}{}", zone.unwrap_or_default()))
    })
}

/// The time at the beginning of these words, "18:04", and how many words say it.
fn time(words: &[&str]) -> Option<(String, usize)> {
    let first = &with_colon(words.first()?);
    let end = first
        .find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.'))
        .unwrap_or(first.len());
    let (digits, glued) = first.split_at(end);
    let (half, taken) = match half(glued) {
        Some(half) => (Some(half), 1),
        None if glued.is_empty() => {
            let half = words.get(1).and_then(|word| half(word));
            (half, 1 + usize::from(half.is_some()))
        }
        None => return None,
    };
    let mut parts = digits.split([':', '.']);
    // Points part the days of dates too: a half of the day or a zone tells a time from one.
    let zoned = || {
        let sign = words.get(taken);
        let is_sign = sign.is_some_and(|it| offset(it).is_some() || Words::all().is_clock(it));
        is_sign && digits.matches('.').count() == 1
    };
    let is_time = half.is_some() || (digits.contains(':') && !digits.contains('.')) || zoned();
    let hour: u8 = parts.next()?.parse().ok()?;
    let rest: Vec<&str> = parts.collect();
    let sound = rest.len() <= 2
        && rest
            .iter()
            .all(|part| part.len() == 2 && part.parse().is_ok_and(|it: u8| it < 60));
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        None if hour < 24 => hour,
        _ => return None,
    };
    let minutes = rest.first().copied().unwrap_or("00");
    let seconds = rest.get(1).map(|seconds| format!(":{seconds}"));
    let seconds = seconds.unwrap_or_default();
    (is_time && sound).then(|| (format!("{hour:02}:{minutes}{seconds}"), taken))
}

/// "18h04" and "18時04分" as "18:04"; "18h" as "18:00".
fn with_colon(word: &str) -> String {
    let parts = word.split_once('h').or_else(|| word.split_once('時'));
    let Some((hour, minute)) = parts else {
        return word.to_owned();
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let minute = minute.strip_suffix('分').unwrap_or(minute);
    let is_time = (1..=2).contains(&hour.len()) && digits(hour) && digits(minute);
    match minute.len() {
        0 if is_time => format!("{hour}:00"),
        2 if is_time => format!("{hour}:{minute}"),
        _ => word.to_owned(),
    }
}

/// Hours to add in this half of the day: 0 for "a.m.", 12 for "PM".
fn half(word: &str) -> Option<u8> {
    Words::all().half(&word.replace('.', ""))
}

/// "GMT+3", "+0300", "+03:00" and "MSK" as "+03:00"; "Z" for Greenwich's.
pub(super) fn offset(zone: &str) -> Option<String> {
    let name = zone.find(['+', '-', '−']).unwrap_or(zone.len());
    let (name, shift) = zone.split_at(name);
    let named = Words::all().zone(name);
    if shift.is_empty() {
        return named.map(str::to_owned);
    }
    if !name.is_empty() && named != Some("Z") {
        return None;
    }
    let sign = if shift.starts_with('+') { '+' } else { '-' };
    let digits: String = shift.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "00"),
        3 => digits.split_at(1),
        4 => digits.split_at(2),
        _ => return None,
    };
    // From Baker Island to the Line Islands.
    let is_zone = hours.parse().is_ok_and(|hours: u8| hours <= 14)
        && minutes.parse().is_ok_and(|minutes: u8| minutes < 60);
    is_zone.then(|| format!("{sign}{hours:0>2}:{minutes}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_keep_their_zone() {
        for (written, read) in [
            ("27 September 2022 at 18:04", "T18:04"),
            ("18:04 GMT, 27 Sept 2022", "T18:04Z"),
            ("Sept. 27, 2022, 6:04 p.m. EST", "T18:04-05:00"),
            ("September 27, 2022 12.30pm (GMT+3)", "T12:30+03:00"),
            ("Sept 27 2022 at 12 a.m. ET", "T00:00"),
            ("27.09.2022, 18:04:09 +0530", "T18:04:09+05:30"),
            ("27.9.2022 9:05 Uhr", "T09:05"),
            ("27.9.2022 9:05 +99", "T09:05"),
            ("27.9.2022 23.50 Uhr", "T23:50"),
            ("Fri 3 May 2024 09.15 CEST", "T09:15+02:00"),
        ] {
            assert_eq!(beside_date(written).as_deref(), Some(read), "{written}");
        }
    }

    #[test]
    fn a_date_alone_has_no_time() {
        for written in [
            "27.09.2022",
            "27 September 2022",
            "Sept. 27, 2022",
            "2:75 on 3 May",
            "a 30:00 run",
            "2:1",
        ] {
            assert_eq!(beside_date(written), None, "{written}");
        }
    }
}
