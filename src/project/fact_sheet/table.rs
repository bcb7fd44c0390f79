//! The table as it stands in a file: CSV in the dialects of spreadsheets.
//!
//! Columns are parted by commas, semicolons or tabs, cells may be quoted and hold line ends, a first line `sep=;` names
//! what parts, the encoding is told by its mark or its bytes.

use jiff::civil::Date;

use super::{COLUMNS, FactSheetError, meant};
use crate::import;

/// A line of the table.
#[derive(Default)]
pub(super) struct Row {
    pub line: u64,
    pub fact: String,
    pub source: String,
    pub method: String,
    pub date: String,
    pub status: String,
    pub note: String,
    /// Columns that a fact sheet does not have, by name.
    pub other: Vec<(String, String)>,
}

/// The lines that say something; `name` is the file's.
pub(super) fn rows(
    name: &str,
    bytes: &[u8],
    notices: &mut Vec<String>,
) -> Result<Vec<Row>, FactSheetError> {
    let (text, notice) = import::table_text(bytes);
    notices.extend(notice);
    let text = text.trim_start_matches('\u{feff}');
    let damaged = |because| FactSheetError::Damaged {
        name: name.to_owned(),
        because,
    };
    let (delimiter, text, skipped) = match named_delimiter(text) {
        Some((delimiter, rest)) => (delimiter, rest, 1),
        None => (delimiter(text), text, 0),
    };
    let mut table = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let headings: Vec<String> = table
        .headers()
        .map_err(damaged)?
        .iter()
        .map(str::to_lowercase)
        .collect();
    let [fact, ..] = COLUMNS;
    if !headings.iter().any(|heading| heading == fact) {
        return Err(FactSheetError::NoFacts {
            name: name.to_owned(),
            found: headings.join(", "),
        });
    }
    let mut rows = Vec::new();
    let mut open_at = None;
    for record in table.records() {
        let record = record.map_err(damaged)?;
        let line = record.position().map_or(0, csv::Position::line);
        let begins = record.position().map_or(0, csv::Position::byte);
        open_at = Some((usize::try_from(begins).unwrap_or_default(), line + skipped));
        if record.iter().any(|cell| !cell.is_empty()) {
            rows.push(row(&record, &headings, line + skipped));
        }
    }
    // A mark without its other half makes one cell of all that follows.
    let odd_marks = |begins: usize| {
        let last = text.as_bytes().get(begins..).unwrap_or_default();
        memchr::memchr_iter(b'"', last).count() % 2 == 1 && last.trim_ascii().contains(&b'\n')
    };
    match open_at.filter(|(begins, _)| odd_marks(*begins)) {
        Some((_, line)) => Err(FactSheetError::OpenQuote {
            name: name.to_owned(),
            line,
        }),
        None => Ok(rows),
    }
}

fn row(record: &csv::StringRecord, headings: &[String], line: u64) -> Row {
    let mut row = Row {
        line,
        ..Row::default()
    };
    for (at, cell) in record.iter().enumerate() {
        let cell = meant(cell);
        let heading = headings.get(at).map_or("", String::as_str);
        match heading {
            "fact" => row.fact = cell.split_whitespace().collect::<Vec<_>>().join(" "),
            "source" => cell.clone_into(&mut row.source),
            "method" => cell.clone_into(&mut row.method),
            "date" => cell.clone_into(&mut row.date),
            "status" => cell.clone_into(&mut row.status),
            "note" => row.note = cell.replace("\r\n", "\n"),
            _ if cell.is_empty() => {}
            "" => row
                .other
                .push((format!("column {}", at + 1), cell.to_owned())),
            other => row.other.push((other.to_owned(), cell.to_owned())),
        }
    }
    row
}

/// A day as spreadsheets write it where no two readings are possible: "2026-01-05", with the time of midnight too, and
/// "5.1.2026", in which the day comes first wherever it is written with dots.
pub(super) fn day(cell: &str) -> Option<Date> {
    let midnight = |rest: &str| {
        rest.starts_with([' ', 'T']) && rest.chars().skip(1).all(|c| matches!(c, '0' | ':' | '.'))
    };
    let date = match cell.split_at_checked(10) {
        Some((date, rest)) if !rest.is_empty() && midnight(rest) => date,
        _ => cell,
    };
    let iso = || {
        let written = date.len() == "2026-01-05".len();
        written.then(|| date.parse().ok()).flatten()
    };
    iso().or_else(|| {
        let mut parts = date.split('.').map(str::trim);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let whole = parts.next().is_none() && year.len() == 4;
        let read = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        read.ok().filter(|_| whole)
    })
}

/// What a first line such as `sep=;` says, and the text after it.
fn named_delimiter(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let first = first.trim().trim_matches('"').to_lowercase();
    match first.strip_prefix("sep=")?.as_bytes() {
        [delimiter] => Some((*delimiter, rest)),
        [] => Some((b'\t', rest)),
        _ => None,
    }
}

/// What parts the columns: comma, semicolon or tab, whichever the first line has most of outside quotation marks.
fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let first: Vec<u8> = text
        .bytes()
        .take_while(|byte| {
            quoted ^= *byte == b'"';
            quoted || *byte != b'\n'
        })
        .collect();
    let mut quoted = false;
    let outside: Vec<u8> = first
        .into_iter()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted
        })
        .collect();
    let count = |delimiter: u8| memchr::memchr_iter(delimiter, &outside).count();
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<Row> {
        let mut notices = Vec::new();
        rows("facts.csv", bytes, &mut notices).expect("a table")
    }

    fn told(row: &Row) -> [&str; 6] {
        [
            &row.fact,
            &row.source,
            &row.method,
            &row.date,
            &row.status,
            &row.note,
        ]
        .map(String::as_str)
    }

    const WANTED: [&str; 6] = [
        "Some 30 boats, all told; “quite full”",
        "Café log",
        "by phone",
        "2026-01-05",
        "Confirmed",
        "see page 3\nand the map",
    ];

    #[test]
    fn the_same_table_comes_out_of_every_dialect() {
        let head = ["Fact", "source", "Method", "date", "Status", "note"];
        let cells = WANTED.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        let table = |part: &str, end: &str| {
            let line = cells.join(part).replace('\n', end);
            format!("{}{end}{line}{end}", head.join(part))
        };
        let utf_16 = |text: &str| -> Vec<u8> {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        };
        for (dialect, bytes) in [
            ("plain", table(",", "\n").into_bytes()),
            ("windows", table(",", "\r\n").into_bytes()),
            (
                "with a mark",
                format!("\u{feff}{}", table(",", "\r\n")).into_bytes(),
            ),
            ("semicolons", table(";", "\r\n").into_bytes()),
            ("tabs", table("\t", "\n").into_bytes()),
            (
                "named",
                format!("sep=;\r\n{}", table(";", "\r\n")).into_bytes(),
            ),
            (
                "marked and named",
                format!("\u{feff}sep=;\r\n{}", table(";", "\r\n")).into_bytes(),
            ),
            ("two bytes a letter", utf_16(&table("\t", "\r\n"))),
        ] {
            let rows = read(&bytes);
            assert_eq!(rows.len(), 1, "{dialect}");
            assert_eq!(told(&rows[0]), WANTED, "{dialect}");
        }
    }

    #[test]
    fn commas_within_quotation_marks_part_nothing() {
        let rows = read(b"\"Note, if any, and more\";Fact\nyes;12 boats\n");
        assert_eq!(rows[0].fact, "12 boats");
        assert_eq!(rows[0].other.len(), 1);
    }

    #[test]
    fn a_line_is_named_as_the_editor_numbers_it() {
        let rows = read(b"sep=;\nfact;note\n12 boats;\"two\nlines\"\n;\n14 boats;\n");
        let lines: Vec<u64> = rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [3, 6]);
    }

    #[test]
    fn a_day_is_read_only_where_it_can_be_read_in_one_way() {
        let fifth = Some(jiff::civil::date(2026, 1, 5));
        for written in [
            "2026-01-05",
            "2026-01-05 00:00:00",
            "5.1.2026",
            "05.01.2026",
        ] {
            assert_eq!(day(written), fifth, "{written}");
        }
        for written in [
            "5/1/2026",
            "2026-01-05 14:30",
            "soon",
            "",
            "5.1.26",
            "1.2.3.2026",
        ] {
            assert_eq!(day(written), None, "{written}");
        }
    }
}
