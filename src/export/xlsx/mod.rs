//! A spreadsheet: a sheet for each part of the report, to sort and to filter. Words are written as words, never as
//! formulas; numbers of articles stand exactly as text and beside it as numbers to reckon with.

mod lines;
mod room;
mod sheets;

use rust_xlsxwriter::{
    Format as CellFormat, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::direction::runs_leftward;
use super::{ExportError, Format, Paper, Reader, Report, words};
use room::Letters;
use sheets::Sheet;

pub(super) const FORMAT: Format = Format {
    name: "Spreadsheet",
    ending: "xlsx",
    purpose: "Quotes, figures, comparisons, findings and evidence in a workbook",
    reader: Reader::Person,
    write: |report, _| write(report),
    caution: None,
};

/// The most rows that a sheet can hold.
const MOST_ROWS: usize = 1_048_575;

fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    workbook(report).map_err(|error| ExportError::Failed {
        format: FORMAT.name,
        because: error.to_string(),
    })
}

fn workbook(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    for mut sheet in sheets::of(report) {
        room::widen(&mut sheet);
        let page = workbook.add_worksheet();
        fill(page, &sheet)?;
        on_paper(page, &sheet, report)?;
    }
    workbook.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let looks = Looks::new();
    page.set_name(sheet.name)?;
    page.set_freeze_panes(1, 0)?;
    for (at, column) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(0, at, spoken(&column.name), &looks.heading)?;
        // The button of the filter covers some letters of the name.
        let word = spoken(&column.name);
        let word = word.split(' ').map(|word| word.chars().count()).max();
        let least = u16::try_from(word.unwrap_or(0) + 4).unwrap_or(u16::MAX);
        page.set_column_width(at, f64::from(column.width.max(least)))?;
    }
    // The names of narrow columns take two lines.
    page.set_row_height(0, 30)?;
    let mut last = 0;
    for (row, cells) in (1_u32..).zip(sheet.rows.iter().take(MOST_ROWS)) {
        last = row;
        page.set_row_height(row, room::height(sheet, cells))?;
        for ((at, column), cell) in (0_u16..).zip(&sheet.columns).zip(cells) {
            // A spreadsheet knows binary numbers only; the exact one stands as text beside it.
            match cell.parse::<f64>() {
                Ok(number) if column.number => {
                    page.write_number_with_format(row, at, number, &looks.number)?;
                }
                _ if cell.is_empty() => {
                    page.write_blank(row, at, &looks.words)?;
                }
                _ => {
                    let look = looks.of(cell, room::letters(cell, column.letters()));
                    page.write_string_with_format(row, at, shortened(cell), look)?;
                }
            }
        }
    }
    if let Some(columns) = u16::try_from(sheet.columns.len()).ok().filter(|it| *it > 0) {
        page.autofilter(0, 0, last, columns - 1)?;
    }
    Ok(())
}

/// The looks of cells.
struct Looks {
    heading: CellFormat,
    number: CellFormat,
    words: CellFormat,
    /// Words that run to the left.
    leftward: CellFormat,
    /// Both in small letters.
    small: [CellFormat; 2],
}

impl Looks {
    fn new() -> Self {
        /// What a program that reads a sheet calls a cell whose words run to the left.
        const RIGHT_TO_LEFT: u8 = 2;
        const SOFT: u32 = 0x00D9_D6CF;
        let cell = CellFormat::new()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Hair)
            .set_border_bottom_color(SOFT);
        // A blank on the side where words begin keeps cells apart. Numbers begin on the left as well: at the right end
        // of their cells they would touch the words beside them.
        let begun = cell.clone().set_align(FormatAlign::Left).set_indent(1);
        let words = begun.clone().set_text_wrap();
        let leftward = cell
            .set_text_wrap()
            .set_align(FormatAlign::Right)
            .set_indent(1)
            .set_reading_direction(RIGHT_TO_LEFT);
        let small = |look: &CellFormat| look.clone().set_font_size(room::SMALL);
        Self {
            number: begun,
            small: [small(&words), small(&leftward)],
            heading: words
                .clone()
                .set_bold()
                .set_background_color(0x00F1_EFEA)
                .set_border_bottom(FormatBorder::Thin),
            leftward,
            words,
        }
    }

    fn of(&self, cell: &str, letters: Letters) -> &CellFormat {
        let [words, leftward] = match letters {
            Letters::Usual => [&self.words, &self.leftward],
            Letters::Small => self.small.each_ref(),
        };
        if runs_leftward(cell) { leftward } else { words }
    }
}

/// The name of a column, as tables for programs have it, in words: "as_of" is "As of".
fn spoken(name: &str) -> String {
    let name = match name {
        "sha256" => "SHA-256",
        "file_sha256" => "SHA-256 of the file",
        "url" => "Address",
        name => name,
    };
    words::capitalised(&name.replace('_', " "))
}

/// Pages lying down, as wide as the columns that are printed, with their heading on each.
fn on_paper(page: &mut Worksheet, sheet: &Sheet, report: &Report) -> Result<(), XlsxError> {
    /// Letters of a title at the head of a page, which takes 255 signs at most.
    const TITLE: usize = 90;
    page.set_landscape();
    page.set_paper_size(match report.layout.paper {
        Paper::A4 => 9,
        Paper::Letter => 1,
    });
    page.set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
    page.set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(0, 0)?;
    let title: String = report.title.chars().take(TITLE).collect();
    // A sign of its own begins orders there.
    page.set_header(format!("&L{}&R&A", title.replace('&', "&&")));
    let left = if sheet.printed < sheet.columns.len() {
        "Further columns of this sheet are not printed"
    } else {
        ""
    };
    page.set_footer(format!("&L{left}&RPage &P of &N"));
    let rows = sheet.rows.len().min(MOST_ROWS);
    let last = u16::try_from(sheet.printed.saturating_sub(1)).unwrap_or_default();
    page.set_print_area(0, 0, u32::try_from(rows).unwrap_or_default(), last)?;
    Ok(())
}

/// A cell holds at most 32,767 characters; one of more says that it was cut.
fn shortened(cell: &str) -> String {
    const MOST: usize = 32_000;
    match cell.char_indices().nth(MOST) {
        Some((end, _)) => {
            let held = cell.get(..end).unwrap_or_default();
            format!(
                "{held}… (cut here: a cell holds no more, and the JSON form of this report has all)"
            )
        }
        None => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    /// What the file of a workbook says, by its name.
    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
        let mut text = String::new();
        let mut file = archive.by_name(name).expect(name);
        std::io::Read::read_to_string(&mut file, &mut text).expect("text");
        text
    }

    #[test]
    fn a_workbook_is_made_and_holds_no_formula() {
        let mut report = sample::report();
        if let Some(quote) = report.quotes.first_mut() {
            quote.text = "=1+1".to_owned();
        }
        let bytes = write(&report).expect("a workbook");
        let sheet = part(&bytes, "xl/worksheets/sheet3.xml");
        assert!(!sheet.contains("<f>"), "{sheet}");
        assert!(sheet.contains("<v>98000</v>"), "{sheet}");
    }

    #[test]
    fn words_that_run_to_the_left_say_so() {
        let mut report = sample::report();
        if let Some(quote) = report.quotes.first_mut() {
            quote.before = "חולצו ".to_owned();
        }
        let bytes = write(&report).expect("a workbook");
        let looks = part(&bytes, "xl/styles.xml");
        assert!(looks.contains("readingOrder=\"2\""), "{looks}");
        assert_eq!(spoken("suggested_wording"), "Suggested wording");
        // A line of ours runs to the right whatever it begins with.
        if let Some(quote) = report.quotes.first_mut() {
            quote.text = "כ-300".to_owned();
        }
        let sheets = sheets::of(&report);
        let figures = sheets.iter().find(|sheet| sheet.name == "Figures");
        let figures = figures.expect("a sheet of figures");
        let at = figures.columns.iter().position(|it| it.name == "places");
        let at = at.expect("places");
        let mut places = figures.rows.iter().map(|row| row[at].as_str());
        assert!(places.clone().any(|place| place.contains("כ-300")));
        assert!(places.all(|place| !runs_leftward(place)));
    }

    #[test]
    fn what_is_printed_of_a_sheet_can_be_read() {
        /// A page lying down holds about 140 letters of the usual size; of two thirds of it, this many.
        const WIDEST: usize = 230;
        for sheet in sheets::of(&sample::report()) {
            let printed = sheet.columns.iter().take(sheet.printed);
            let width: usize = printed.map(sheets::Column::letters).sum();
            assert!(width <= WIDEST, "{}: {width}", sheet.name);
            for row in &sheet.rows {
                assert_eq!(row.len(), sheet.columns.len(), "{}", sheet.name);
            }
        }
        let names = part(
            &write(&sample::report()).expect("a workbook"),
            "xl/workbook.xml",
        );
        assert!(names.contains("Quotes!$A$1:$L$"), "{names}");
    }

    #[test]
    fn notes_and_the_newsroom_are_in_the_workbook() {
        let mut report = sample::report();
        report.newsroom = Some("Goat Desk".to_owned());
        report.notes.push(crate::export::NoteEntry {
            about: "the figure of “12”".to_owned(),
            text: "Count the bridges again.".to_owned(),
            by: "M. Ash".to_owned(),
            at: "2026-03-02T13:58+01:00".to_owned(),
        });
        let words = part(&write(&report).expect("a workbook"), "xl/sharedStrings.xml");
        for told in [
            "Goat Desk",
            "Count the bridges again.",
            "Ask who counted.",
            "2026-03-02 13:58 +01:00",
        ] {
            assert!(words.contains(told), "{told}");
        }
    }

    #[test]
    fn each_part_of_the_report_has_a_sheet_to_filter_and_to_print() {
        let bytes = write(&sample::report()).expect("a workbook");
        let names = part(&bytes, "xl/workbook.xml");
        for (number, name) in (1..).zip([
            "Summary",
            "Figures",
            "Quotes",
            "Comparisons",
            "Findings",
            "Articles",
            "Evidence",
            "Notes",
            "Method",
        ]) {
            assert!(names.contains(&format!("name=\"{name}\"")), "{names}");
            let sheet = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
            for told in [
                "<autoFilter",
                "orientation=\"landscape\"",
                "fitToHeight=\"0\"",
            ] {
                assert!(sheet.contains(told), "{name} has no {told}");
            }
        }
    }
}
