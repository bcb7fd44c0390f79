//! Dates as pages print them: ISO 8601 with its slips, mail dates, and days with the name of a month.

use jiff::civil::Date;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;

use super::clock;
use super::words::Words;
use crate::article::Moment;

/// The moment that `written` gives, or nothing where it is not a whole date.
pub(super) fn parse(written: &str) -> Option<Moment> {
    let written = &with_ascii_digits(written.trim());
    iso(written)
        .or_else(|| mail(written))
        .or_else(|| with_month_name(written))
        .or_else(|| mail_of_named_zone(written))
        .or_else(|| with_points(written))
        .or_else(|| with_strokes(written))
        .or_else(|| with_signs(written))
        .filter(|moment| (1600..2200).contains(&moment.date().year()))
}

/// Whether a date is the moment from which computers count, in any zone: what a page writes that knows none.
pub(super) fn is_of_no_clock(date: &str) -> bool {
    date.starts_with("1970-01-01") || date.starts_with("1969-12-31")
}

/// How many days lie between two moments as [`parse`] gives them; `None` where one cannot be read.
pub(super) fn days_apart(a: &str, b: &str) -> Option<i32> {
    let (a, b) = (parse(a)?.date(), parse(b)?.date());
    Some(a.until(b).ok()?.get_days().abs())
}

/// The day that `written` gives, of the year before `last` where it names none: "29 Nov" beside 30 November 2026; a day
/// of the week alone is the latest one.
pub(super) fn near(written: &str, last: Date) -> Option<Date> {
    if let Some(moment) = parse(written) {
        return Some(moment.date());
    }
    if let Some(weekday) = Words::all().weekday(written.trim()) {
        let days = std::iter::successors(Some(last), |day| day.yesterday().ok());
        return days
            .take(7)
            .find(|day| day.weekday().to_monday_one_offset() == weekday);
    }
    // The newest item may be of the day after.
    let fits = |date: &Date| last.tomorrow().is_ok_and(|next| *date <= next);
    let years = [last.year(), last.year() - 1].into_iter();
    let mut days = years.filter_map(|year| parse(&format!("{written} {year}")));
    days.find(|moment| fits(&moment.date()))
        .map(|moment| moment.date())
}

/// Arabic and Persian digits as those of ASCII.
fn with_ascii_digits(written: &str) -> String {
    let digit = |c: char| {
        let value = match c {
            '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
            '\u{6F0}'..='\u{6F9}' => u32::from(c) - 0x6F0,
            _ => return c,
        };
        char::from_digit(value, 10).unwrap_or(c)
    };
    written.chars().map(digit).collect()
}

/// "2022-09-27 18:04:05.123+0300" becomes "2022-09-27T18:04:05+03:00".
fn iso(written: &str) -> Option<Moment> {
    let day = written.get(..10)?;
    let day = if day.contains('/') {
        day.replace('/', "-")
    } else {
        day.to_owned()
    };
    day.parse::<Date>().ok()?;
    let rest = written
        .get(10..)
        .unwrap_or_default()
        .trim_start_matches(['T', 't', ' ']);
    let time_end = rest
        .find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.'))
        .unwrap_or(rest.len());
    let (time, zone) = rest.split_at(time_end);
    let time = time.split('.').next().unwrap_or_default();
    let clock = time.split(':').count() >= 2 && time.len() >= 5;
    if !clock {
        return day.parse().ok();
    }
    let zone = zone.trim();
    let offset = match zone {
        "Z" | "z" | "UTC" | "GMT" => "Z".to_owned(),
        _ => clock::offset(zone).unwrap_or_default(),
    };
    format!("{day}T{time}{offset}")
        .parse()
        .ok()
        .or_else(|| day.parse().ok())
}

/// "Tue, 27 Sep 2022 18:04:00 +0300".
fn mail(written: &str) -> Option<Moment> {
    // The standard takes most names of zones for Greenwich's.
    if written.ends_with(char::is_alphabetic) {
        return None;
    }
    let zoned = rfc2822::parse(written).ok()?;
    let offset = zoned.strftime("%:z").to_string();
    format!("{}{offset}", zoned.strftime("%Y-%m-%dT%H:%M:%S"))
        .parse()
        .ok()
}

/// "Tue, 27 Sep 22 18:04:00 EST", whose year has no century.
fn mail_of_named_zone(written: &str) -> Option<Moment> {
    let (time, zone) = written.rsplit_once(' ')?;
    let zone = zone.ends_with(char::is_alphabetic).then_some(zone)?;
    let offset = match clock::offset(zone)?.as_str() {
        "Z" => "+0000".to_owned(),
        offset => offset.replace(':', ""),
    };
    mail(&format!("{time} {offset}"))
}

/// "27 September 2022", "Sept. 27, 2022", "Published September 27th, 2022 at 6 p.m.".
fn with_month_name(written: &str) -> Option<Moment> {
    let words: Vec<&str> = written
        // "5 آذار/مارس 2024" names its month twice.
        .split(|c: char| c.is_whitespace() || c == ',' || c == '،')
        .filter(|word| !word.is_empty() && !Words::all().is_within_dates(word))
        .map(|word| {
            word.split_once('/')
                .filter(|(name, _)| Words::all().month(name).is_some())
                .map_or(word, |(name, _)| name)
        })
        .collect();
    let words = words.as_slice();
    let at = words
        .iter()
        .position(|word| Words::all().month(word).is_some())?;
    let month = Words::all().month(words.get(at)?)?;
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let numbers = [before, words.get(at + 1), words.get(at + 2)]
        .map(|word| word.and_then(|word| number(word)));
    let (day, year) = match numbers {
        [Some(day), Some(year), _] if year > 31 => (day, year),
        [_, Some(day), Some(year)] => (day, year),
        _ => return None,
    };
    let date = Date::new(year, month, i8::try_from(day).ok()?).ok()?;
    Some(with_time(date, written))
}

/// A day with the time that stands beside it.
fn with_time(date: Date, written: &str) -> Moment {
    let time = clock::beside_date(&with_offset_of_season(date, written));
    let whole = time.and_then(|time| format!("{date}{time}").parse().ok());
    whole.unwrap_or_else(|| Moment::from(date))
}

/// "2:05 p.m. ET" with the offset that ET has on this day.
fn with_offset_of_season(date: Date, written: &str) -> String {
    let offset = |word: &str| {
        let name = word.trim_matches(|c: char| !c.is_alphanumeric());
        let (winter, summer) = Words::all().zone_of_season(name)?;
        Some(if is_summer(date)? { summer } else { winter })
    };
    let words = written.split_whitespace();
    let words = words.map(|word| offset(word).unwrap_or(word));
    words.collect::<Vec<_>>().join(" ")
}

/// The rule by which clocks of North America are put forward since 2007 (POSIX): at noon every zone has changed.
const SEASONS: &str = "EST5EDT,M3.2.0,M11.1.0";

/// Whether clocks of North America are put forward on this day; `None` before 2007, when they had another rule.
fn is_summer(date: Date) -> Option<bool> {
    let zone = TimeZone::posix(SEASONS).ok()?;
    let noon = date.at(12, 0, 0, 0).to_zoned(zone.clone()).ok()?;
    let summer = zone.to_offset_info(noon.timestamp()).dst().is_dst();
    (date.year() >= 2007).then_some(summer)
}

/// "27.9.2022", where the day always comes first; beside nothing but a time "27.9.22" is a day too.
fn with_points(written: &str) -> Option<Moment> {
    let mut words = written.split([' ', ',']);
    let word = words.find(|word| word.matches('.').count() == 2)?;
    let mut parts = word.split('.').map(|part| part.parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    let year = of_century(year, word, written)?;
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    Some(with_time(date, written))
}

/// The year that ends the date `word`, with its century; one of two digits counts beside nothing but a time.
fn of_century(year: i16, word: &str, written: &str) -> Option<i16> {
    let digits = word.rsplit(['.', '/']).next().unwrap_or_default();
    let is_short = digits.len() == 2;
    match year {
        // "Version 3.2.26" is no day.
        _ if is_short && written.contains(char::is_alphabetic) => None,
        0..50 if is_short => Some(2000 + year),
        50..100 if is_short => Some(1900 + year),
        year => Some(year),
    }
}

/// "2022年9月27日", "2022년 9월 27일".
fn with_signs(written: &str) -> Option<Moment> {
    const SIGNS: [[char; 3]; 2] = [['年', '月', '日'], ['년', '월', '일']];
    SIGNS.iter().find_map(|[year, month, day]| {
        let (before, rest) = written.split_once(*year)?;
        let (months, rest) = rest.split_once(*month)?;
        let (days, _) = rest.split_once(*day)?;
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let years = before.get(start..)?.parse().ok()?;
        let date = Date::new(
            years,
            months.trim().parse().ok()?,
            days.trim().parse().ok()?,
        );
        Some(with_time(date.ok()?, written))
    })
}

/// The two days that "03/05/2024" can be: the day first, the month first. `None` where only one can be meant.
pub(super) fn either(written: &str) -> Option<[Moment; 2]> {
    let (first, second, year) = strokes(written)?;
    let is_month = |number: i16| (1..=12).contains(&number);
    if !is_month(first) || !is_month(second) || first == second {
        return None;
    }
    let of = |day: i16, month: i16| {
        let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
        Some(with_time(date, written))
    };
    Some([of(first, second)?, of(second, first)?])
}

/// The three numbers of a date with strokes.
fn strokes(written: &str) -> Option<(i16, i16, i16)> {
    let mut words = written.split([' ', ',']);
    let word = words.find(|word| word.matches('/').count() == 2)?;
    let mut parts = word.split('/').map(|part| part.parse::<i16>().ok());
    let (first, second, year) = (parts.next()??, parts.next()??, parts.next()??);
    let year = of_century(year, word, written)?;
    (1600..2200)
        .contains(&year)
        .then_some((first, second, year))
}

/// "23/05/2024" and "05/23/2024"; in "03/05/2024" nobody can tell which is the month.
fn with_strokes(written: &str) -> Option<Moment> {
    let (first, second, year) = strokes(written)?;
    let (day, month) = match (first, second) {
        (13..=31, 1..=12) => (first, second),
        (1..=12, 13..=31) => (second, first),
        _ if first == second => (first, second),
        _ => return None,
    };
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    Some(with_time(date, written))
}

/// "27", "27th", "27.".
fn number(word: &str) -> Option<i16> {
    // Hebrew writes "on the" onto the day: "ב-12".
    let word = word.strip_prefix('ב').unwrap_or(word);
    let word = word.trim_start_matches(['-', '־', '–']);
    let end = word
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(word.len());
    let (digits, rest) = word.split_at(end);
    (rest.chars().count() <= 2)
        .then(|| digits.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_offset_and_lose_their_slips() {
        for (written, read) in [
            ("2022-09-27", "2022-09-27"),
            ("2022-09-27T18:04:05.123+0300", "2022-09-27T18:04:05+03:00"),
            ("2022-09-27 18:04", "2022-09-27T18:04"),
            ("2022/09/27", "2022-09-27"),
            ("2022-09-27T18:04:00Z", "2022-09-27T18:04:00Z"),
            (
                "Tue, 27 Sep 2022 18:04:00 +0300",
                "2022-09-27T18:04:00+03:00",
            ),
            ("Published Sept. 27th, 2022 at 6 p.m.", "2022-09-27T18:00"),
            ("Tue, 27 Sep 2022 18:04:00 EST", "2022-09-27T18:04:00-05:00"),
            ("Tue, 27 Sep 22 18:04 PST", "2022-09-27T18:04:00-08:00"),
            ("27 Sep 22 18:04:00 UT", "2022-09-27T18:04:00+00:00"),
            ("27 September 2022", "2022-09-27"),
            ("27. September 2022", "2022-09-27"),
            ("27.9.2022", "2022-09-27"),
            ("27.09.2022, 18:04 CEST", "2022-09-27T18:04+02:00"),
            ("27 בספטמבר 2022", "2022-09-27"),
            ("27 de septiembre de 2022, 18:04", "2022-09-27T18:04"),
            ("27 de setembro de 2022 às 18h04", "2022-09-27T18:04"),
            ("27 septembre 2022 à 18h", "2022-09-27T18:00"),
            ("٢٧ أيلول/سبتمبر ٢٠٢٢ - ١٨:٠٤", "2022-09-27T18:04"),
            ("2022年9月27日 18時04分", "2022-09-27T18:04"),
            ("2022년 9월 27일", "2022-09-27"),
            ("27/09/22 18:04", "2022-09-27T18:04"),
            ("27.09.22, 18:04", "2022-09-27T18:04"),
            ("27.9.98", "1998-09-27"),
            ("Sept 27, 2022 at 6:04 p.m. ET", "2022-09-27T18:04-04:00"),
            (
                "March 3rd, 2026 at 2:05 p.m. (PT)",
                "2026-03-03T14:05-08:00",
            ),
            ("March 8, 2026 2:05 p.m. ET", "2026-03-08T14:05-04:00"),
            ("27 juin 2022 18:04 et", "2022-06-27T18:04"),
        ] {
            assert_eq!(
                parse(written).map(|moment| moment.to_string()).as_deref(),
                Some(read),
                "{written}"
            );
        }
    }

    #[test]
    fn a_day_without_its_year_is_the_last_one() {
        let last = Date::constant(2026, 1, 2);
        let day = |written| near(written, last).map(|day| day.to_string());
        assert_eq!(day("29 Nov").as_deref(), Some("2025-11-29"));
        assert_eq!(day("Sunday, Jan. 3").as_deref(), Some("2026-01-03"));
        assert_eq!(day("Friday").as_deref(), Some("2026-01-02"));
        assert_eq!(day("Sunday").as_deref(), Some("2025-12-28"));
        assert_eq!(day("Goats"), None);
    }

    #[test]
    fn what_is_no_whole_date_is_none() {
        for written in [
            "",
            "27",
            "September 2022",
            "in May",
            "0000-00-00",
            "99 May 2022",
            "2022-13-01",
            "Version 3.2.26",
            "é",
        ] {
            assert_eq!(parse(written), None, "{written}");
        }
    }
}
