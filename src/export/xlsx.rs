//! A spreadsheet: the quotes with their figures, and the findings. Words are written as words, never as formulas;
//! each number stands exactly as text and beside it as a number to reckon with.

use rust_xlsxwriter::{Format as CellFormat, Workbook, XlsxError};

use super::csv::{COLUMNS, rows};
use super::{ExportError, Format, Reader, Report, words};

pub(super) const FORMAT: Format = Format {
    name: "Spreadsheet",
    ending: "xlsx",
    purpose: "Quotes, figures and findings in a workbook",
    reader: Reader::Person,
    write,
};

/// Columns that hold numbers: each gets a neighbour to reckon with.
const NUMBERS: [&str; 3] = ["value", "low", "high"];

fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    workbook(report).map_err(|error| ExportError::Failed {
        format: FORMAT.name,
        because: error.to_string(),
    })
}

fn workbook(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let heading = CellFormat::new().set_bold();
    let wrapped = CellFormat::new().set_text_wrap();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Quotes")?;
    let mut headings = Vec::new();
    for column in COLUMNS {
        headings.push(column.to_owned());
        if NUMBERS.contains(&column) {
            headings.push(format!("{column}_number"));
        }
    }
    for (column, name) in (0_u16..).zip(&headings) {
        sheet.write_string_with_format(0, column, name, &heading)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (row, cells) in (1_u32..).zip(rows(report)) {
        let mut column = 0;
        for (name, cell) in COLUMNS.iter().zip(cells) {
            sheet.write_string(row, column, shortened(&cell))?;
            column += 1;
            if NUMBERS.contains(name) {
                // A spreadsheet knows binary numbers only; the text beside it is the exact one.
                if let Ok(number) = cell.parse::<f64>() {
                    sheet.write_number(row, column, number)?;
                }
                column += 1;
            }
        }
    }
    for (name, width) in [
        ("figure", 34.0),
        ("quote", 20.0),
        ("sentence", 70.0),
        ("source", 24.0),
    ] {
        let at = (0_u16..)
            .zip(&headings)
            .find(|(_, heading)| *heading == name);
        if let Some((column, _)) = at {
            sheet.set_column_width(column, width)?;
        }
    }
    let findings = workbook.add_worksheet();
    findings.set_name("Findings")?;
    for (column, name) in (0_u16..).zip(["severity", "code", "title", "working", "set_aside"]) {
        findings.write_string_with_format(0, column, name, &heading)?;
    }
    for (row, finding) in (1_u32..).zip(&report.findings) {
        findings.write_string(row, 0, words::of_key(finding.severity).word)?;
        findings.write_string(row, 1, finding.code)?;
        findings.write_string_with_format(row, 2, shortened(&finding.title), &wrapped)?;
        findings.write_string_with_format(
            row,
            3,
            shortened(&finding.working.join("\n")),
            &wrapped,
        )?;
        if let Some((reason, by)) = &finding.set_aside {
            findings.write_string(row, 4, shortened(&format!("{reason} ({by})")))?;
        }
    }
    findings.set_column_width(2, 50.0)?;
    findings.set_column_width(3, 80.0)?;
    workbook.save_to_buffer()
}

/// A cell holds at most 32,767 characters.
fn shortened(cell: &str) -> String {
    cell.chars().take(32_000).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn a_workbook_is_made_and_holds_no_formula() {
        let mut report = sample::report();
        if let Some(quote) = report.quotes.first_mut() {
            quote.text = "=1+1".to_owned();
        }
        let bytes = write(&report).expect("a workbook");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
        let mut sheet = String::new();
        std::io::Read::read_to_string(
            &mut archive
                .by_name("xl/worksheets/sheet1.xml")
                .expect("a sheet"),
            &mut sheet,
        )
        .expect("text");
        assert!(!sheet.contains("<f>"), "{sheet}");
        assert!(sheet.contains("<v>98000</v>"), "{sheet}");
    }
}
