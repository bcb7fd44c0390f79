//! A period between two dates against the length that is stated for it.

use jiff::civil::Date;

use super::day_name::{DayName, day_at, in_order, month_at};
use super::{ArticleView, Check, Look};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::words::{Token, vocabulary};
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::{Value, events};
use crate::quantity::{End, Interval, Kind};

pub(super) const CHECK: Check = Check {
    code: "dates_and_duration",
    name: "Dates and duration",
    explanation: "Counts the days or months between two dates of a sentence and sets them against the length it states.",
    examples: &[
        (
            "The audit covers payments between Mar. 1 and Oct. 31, a period of six months.",
            "8 months",
        ),
        (
            "The strike began on 3 March and ended on 24 March, two weeks later.",
            "22 days",
        ),
        (
            "The strike is to last 5 days, from 12 May to 20 May.",
            "9 days",
        ),
        (
            "The strike is to last 5 days, from 12 May to 20 May 2024.",
            "9 days",
        ),
        (
            "The works took 18 months, from April 2024 to June 2025.",
            "14 to 15 months",
        ),
    ],
    counter_examples: &[
        "The works took 15 months, from April 2024 to June 2025.",
        "The strike lasted nine days, from 12 May to 20 May 2024.",
        "The strike lasted 21 days, from 20 December to 9 January 2024.",
        "The ban held for 60 days, from 1 February to 31 March.",
        "The ban held for 2 days, from 28 February to 29 February.",
        "The works took 18 days, in the time from April 2024 to June 2025.",
        "The strike is to last nine days, from 12 May to 20 May.",
        "The strike began on 3 March and ended on 24 March, three weeks later.",
        "The bridge was closed on 3 March and reopened on 24 March, two weeks later than planned.",
        "The audit covers payments between March 1 and Aug. 31, a period of six months.",
        "From May 3 to May 9 the road was closed; the firm, six years old, lost money.",
    ],
    look: Look::Article(find),
};

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let text = view.article.text.as_str();
    let mut findings = Vec::new();
    for side in view
        .sides
        .iter()
        .filter(|side| side.profile.kind == Kind::Duration)
    {
        let unit = side
            .claim
            .reading
            .quantity
            .unit
            .as_ref()
            .map_or("", |unit| unit.0.as_str());
        let at = side.claim.anchor.span;
        let before = text.get(..at.start()).unwrap_or_default();
        let start = before
            .rfind(['\n', ';'])
            .map_or(0, |at| at + 1)
            .max(at.start().saturating_sub(260));
        let start = (start..=at.start())
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(at.start());
        let window = text.get(start..at.start()).unwrap_or_default();
        let gap = |end: usize| window.get(end..).unwrap_or_default();
        let behind = text.get(at.end()..).unwrap_or_default();
        // "for 5 days, from 12 May to 20 May"
        if let Some(range) = range_at_once(behind) {
            findings.extend(misfit(side, &range, unit));
            continue;
        }
        let range = if is_later(behind) {
            last_two(window)
        } else {
            ranges(window).pop()
        };
        let Some(range) = range else {
            continue;
        };
        // The length must speak of the dates: "…, a period of six months", "…: the first five months of".
        let between = gap(range.end).to_lowercase();
        let says_so = between.len() < 60
            && !between.contains(". ")
            && events()
                .length_cues
                .iter()
                .any(|word| between.contains(word.as_str()))
            || between.len() < 12 && between.contains(['(', '–', '—', ',']);
        if !says_so {
            continue;
        }
        findings.extend(misfit(side, &range, unit));
    }
    findings
}

/// The finding where a length does not fit the days from one to another, in no year that may be meant.
fn misfit(side: &Side<'_>, range: &Range, unit: &str) -> Option<Finding> {
    let mut found = range.days().into_iter();
    let first = misfit_of(side, range, found.next()?, unit)?;
    found
        .all(|days| misfit_of(side, range, days, unit).is_some())
        .then_some(first)
}

fn misfit_of(
    side: &Side<'_>,
    range: &Range,
    (from, to): (Date, Date),
    unit: &str,
) -> Option<Finding> {
    let (least, most, written) = if range.months {
        months_between(from, to, unit)?
    } else {
        length(from, to, unit)?
    };
    let end = |value| End { value, open: false };
    let real = Interval {
        low: Some(end(least)),
        high: Some(end(most)),
    };
    let stated = side.profile.interval();
    let quote = side.claim.anchor.quote.as_str();
    (!stated.meets(real)).then(|| Finding {
        code: CHECK.code,
        severity: Severity::Impossible,
        claims: vec![side.claim.id],
        title: format!("“{quote}” does not fit the dates, which span {written}"),
        working: vec![
            if range.months {
                let (from, to) = (from.strftime("%B %Y"), to.strftime("%B %Y"));
                format!("From {from} to {to} are {written}.")
            } else {
                let (from, to) = (from.strftime("%-d %B"), to.strftime("%-d %B"));
                format!("From {from} to {to} are {written}, both days counted.")
            },
            format!("“{quote}” stands for {stated}; the two do not meet."),
        ],
    })
}

/// The days of a range that begins right behind a length: ", from 12 May to 20 May", "(12 May to 20 May)".
fn range_at_once(behind: &str) -> Option<Range> {
    const LONGEST: usize = 60;
    let end = behind
        .char_indices()
        .nth(LONGEST)
        .map_or(behind.len(), |(at, _)| at);
    let behind = behind.get(..end)?;
    let led = behind.trim_start().strip_prefix([',', ':', '('])?;
    ranges(led).into_iter().find(|range| range.opens == 0)
}

/// Whether the words behind a length put it between two days: "later", but not "later than planned".
fn is_later(behind: &str) -> bool {
    const LONGEST: usize = 24;
    let behind: String = behind.trim_start().chars().take(LONGEST).collect();
    let behind = behind.to_lowercase();
    let rest = |word: &String| behind.strip_prefix(word.as_str());
    let rest = events().later.iter().find_map(rest);
    rest.is_some_and(|rest| !rest.trim_start().starts_with("than"))
}

/// A day of a text, or a whole month.
struct Dated {
    /// The place of its first word, and of the word behind it.
    first: usize,
    end: usize,
    /// Of a month the first day.
    date: DayName,
    /// Whether it is a month with its year: "April 2025".
    month: bool,
}

/// The days with a month and the months with a year of a text.
fn dates(text: &str, tokens: &[Token]) -> Vec<Dated> {
    let mut dates: Vec<Dated> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        let day = day_at(text, rest).map(|(date, used)| (date, used, false));
        let found = day.or_else(|| Some((month_at(text, rest)?, 2, true)));
        if let Some((date, used, month)) = found {
            dates.push(Dated {
                first: at,
                end: at + used,
                date,
                month,
            });
            at += used;
        } else {
            at += 1;
        }
    }
    dates
}

/// The last two days of a text where one sentence tells both, and where the second ends.
fn last_two(text: &str) -> Option<Range> {
    let tokens = vocabulary().tokens(text);
    let dates = dates(text, &tokens);
    let [.., from, to] = dates.as_slice() else {
        return None;
    };
    if from.month || to.month {
        return None;
    }
    let gap = tokens.get(from.end.checked_sub(1)?)?.end..tokens.get(to.first)?.start;
    let one_sentence = !text.get(gap)?.contains(". ");
    one_sentence.then_some(Range {
        opens: from.first.saturating_sub(1),
        from: from.date,
        to: to.date,
        months: false,
        end: tokens.get(to.end.checked_sub(1)?)?.end,
    })
}

/// Days, or months, from one to another.
struct Range {
    /// The place of the word before the first: "from".
    opens: usize,
    from: DayName,
    to: DayName,
    /// Whether they are months, told by the first day of each.
    months: bool,
    /// Where the second ends.
    end: usize,
}

impl Range {
    /// Its first and last day, in each year that may be meant.
    fn days(&self) -> Vec<(Date, Date)> {
        in_order(self.from, self.to)
    }
}

/// Every pair "between DATE and DATE" or "from DATE to DATE" of a text.
fn ranges(text: &str) -> Vec<Range> {
    let tokens = vocabulary().tokens(text);
    let dates = dates(text, &tokens);
    let word = |at: usize| {
        let token = tokens.get(at)?;
        Some(text.get(token.start..token.end)?.to_lowercase())
    };
    let among = |list: &[String], at: usize| word(at).is_some_and(|word| list.contains(&word));
    let range = |pair: &[Dated]| {
        let [from, to] = pair else {
            return None;
        };
        let opens = from.first.checked_sub(1)?;
        let joined = to.first - from.end == 1 && among(&events().range_joins, from.end);
        let fits = joined && from.month == to.month && among(&events().range_opens, opens);
        fits.then_some(Range {
            opens,
            from: from.date,
            to: to.date,
            months: from.month,
            end: tokens.get(to.end - 1)?.end,
        })
    };
    dates.windows(2).filter_map(range).collect()
}

/// Least and greatest length from one month to another in `unit`, and the length in words: the last may be counted.
fn months_between(from: Date, to: Date, unit: &str) -> Option<(Value, Value, String)> {
    let span = from.until((jiff::Unit::Month, to)).ok()?;
    let months = i128::from(span.get_months()) + 12 * i128::from(span.get_years());
    let words = format!("{months} to {} months", months + 1);
    (unit == "mo").then(|| (Value::whole(months), Value::whole(months + 1), words))
}

/// Least and greatest length between two days in `unit`, and the length in words.
fn length(from: Date, to: Date, unit: &str) -> Option<(Value, Value, String)> {
    let days = from.until(to).ok()?.get_days();
    let whole = i128::from(days);
    let ratio = |part: i128, whole: i128| Value::ratio(part, whole);
    match unit {
        "d" => Some((
            Value::whole(whole),
            Value::whole(whole + 1),
            format!("{} days", whole + 1),
        )),
        "wk" => Some((
            ratio(whole, 7)?,
            ratio(whole + 1, 7)?,
            format!("{} days", whole + 1),
        )),
        "mo" => {
            let next = to.tomorrow().ok()?;
            let span = from.until((jiff::Unit::Month, next)).ok()?;
            let months = i128::from(span.get_months()) + 12 * i128::from(span.get_years());
            let rest = i128::from(span.get_days());
            let exact = Value::whole(months).plus(ratio(rest, 30)?)?;
            let words = if rest == 0 {
                format!("{months} months")
            } else {
                format!("{months} months and {rest} days")
            };
            Some((exact, exact, words))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_days_count() {
        let range = ranges("payments between Mar. 1 and Aug. 31").pop();
        let range = range.expect("a range");
        let (from, to) = *range.days().first().expect("days");
        let (least, most, words) = length(from, to, "mo").expect("months");
        assert_eq!(
            (least, most, words.as_str()),
            (Value::whole(6), Value::whole(6), "6 months")
        );
    }

    #[test]
    fn two_dates_without_a_word_between_them_are_no_range() {
        assert!(ranges("on 3 May and later, 9 May").is_empty());
    }
}
