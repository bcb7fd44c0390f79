//! The report as a word processor's document (Office Open XML, ECMA-376): headings to move by, tables whose heads come
//! again on each page, links from figures to quotes, and the direction of each paragraph and run of words.

mod drawing;
mod figures;
mod logo;
mod quotes;
mod sections;
mod xml;

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{ExportError, Format, Paper, Reader, Report, direction, words};

pub(super) const FORMAT: Format = Format {
    name: "Word document",
    ending: "docx",
    purpose: "A document to edit, comment and print",
    reader: Reader::Person,
    write: |report, _| write(report),
    caution: None,
};

const STYLES: &str = include_str!("../../../assets/report/docx/styles.xml");

const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
    <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
    </Types>";

const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
    </Relationships>";

/// What the document refers to: its styles, and the logo if it has one.
fn parts_of_document(logo: Option<&logo::Picture>) -> String {
    let logo = logo.map(logo::Picture::relation).unwrap_or_default();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>{logo}\
         </Relationships>"
    )
}

fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    packed(report).map_err(|error| ExportError::Failed {
        format: FORMAT.name,
        because: error.to_string(),
    })
}

fn packed(report: &Report) -> std::io::Result<Vec<u8>> {
    // Without a date of its own: the same report gives the same bytes.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let logo = report.layout.logo.as_ref().and_then(logo::Picture::of);
    let mut parts = vec![
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes().to_vec()),
        ("_rels/.rels", RELATIONS.as_bytes().to_vec()),
        (
            "word/document.xml",
            document(report, logo.as_ref()).into_bytes(),
        ),
        (
            "word/_rels/document.xml.rels",
            parts_of_document(logo.as_ref()).into_bytes(),
        ),
        ("word/styles.xml", STYLES.as_bytes().to_vec()),
        ("word/footer1.xml", footer(report).into_bytes()),
        ("docProps/core.xml", properties(report).into_bytes()),
    ];
    if let Some(logo) = &logo {
        parts.push((logo.part(), logo.bytes.to_vec()));
    }
    for (name, content) in parts {
        archive.start_file(name, options)?;
        archive.write_all(&content)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn document(report: &Report, logo: Option<&logo::Picture>) -> String {
    let mut body = String::new();
    if let Some(logo) = logo {
        body.push_str(&logo.paragraph(report.newsroom.as_deref().unwrap_or("Logo")));
    }
    let kicker = match &report.newsroom {
        Some(newsroom) => format!("Verification report · {newsroom}"),
        None => "Verification report".to_owned(),
    };
    body.push_str(&xml::words("Kicker", &kicker));
    body.push_str(&xml::words("Title", &report.title));
    let facts = format!("{} · {}", words::time(&report.generated), report.program);
    body.push_str(&xml::words("Facts", &facts));
    for section in &report.layout.sections {
        body.push_str(&sections::section(report, *section));
    }
    // Twentieths of a point.
    let (width, height) = match report.layout.paper {
        Paper::A4 => (11_906, 16_838),
        Paper::Letter => (12_240, 15_840),
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
         xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" \
         xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><w:body>{body}\
         <w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1247\" w:bottom=\"1134\" w:left=\"1247\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    )
}

/// The foot of every page: the name of the report, and the number of the page.
fn footer(report: &Report) -> String {
    let number =
        |field| format!("<w:fldSimple w:instr=\"{field}\"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let title = xml::run(&direction::isolated(&report.title), "");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr><w:pStyle w:val=\"Small\"/>\
         <w:tabs><w:tab w:val=\"right\" w:pos=\"9400\"/></w:tabs></w:pPr>{title}<w:r><w:tab/></w:r>{}<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{}</w:p></w:ftr>",
        number("PAGE"),
        number("NUMPAGES")
    )
}

fn properties(report: &Report) -> String {
    let time = report
        .generated
        .get(..19)
        .filter(|time| time.parse::<jiff::civil::DateTime>().is_ok())
        .map(|time| {
            format!("<dcterms:created xsi:type=\"dcterms:W3CDTF\">{time}Z</dcterms:created>")
        })
        .filter(|_| report.generated.ends_with('Z'))
        .unwrap_or_default();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>{time}</cp:coreProperties>",
        xml::escaped(&report.title),
        xml::escaped(report.newsroom.as_deref().unwrap_or(&report.program)),
    )
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;
    use crate::export::sample;

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut text = String::new();
        let mut file = archive.by_name(name).expect(name);
        file.read_to_string(&mut text).expect("text");
        text
    }

    #[test]
    fn every_part_is_sound_xml_and_every_link_has_its_place() {
        let bytes = write(&sample::report()).expect("a document");
        for name in ["word/document.xml", "word/styles.xml", "docProps/core.xml"] {
            let text = part(&bytes, name);
            let mut reader = quick_xml::Reader::from_str(&text);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{name}: {error}"),
                }
            }
        }
        let document = part(&bytes, "word/document.xml");
        let links: Vec<&str> = document
            .split("w:anchor=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert!(!links.is_empty());
        for link in links {
            assert!(document.contains(&format!("w:name=\"{link}\"")), "{link}");
        }
        assert!(document.contains("<w:bidi/>"), "Hebrew runs to the left");
    }

    #[test]
    fn a_long_report_draws_the_first_of_its_figures() {
        let mut report = sample::report();
        let figure = report.figures.iter().find(|it| it.quotes.len() > 1);
        let figure = figure.expect("a figure").clone();
        report.figures = vec![figure; 100];
        let text = part(&write(&report).expect("a document"), "word/document.xml");
        assert!(text.contains("The first 20 of 100 figures are drawn here"));
        let drawings = text.matches("<wp:inline").count();
        assert!((20..=60).contains(&drawings), "{drawings}");
    }

    #[test]
    fn the_importer_reads_what_was_written() {
        let bytes = write(&sample::report()).expect("a document");
        let read = crate::import::read("report.docx", &bytes).expect("a document");
        let text = read[0].article.text.as_str();
        assert!(
            text.contains("Figures compared") && text.contains("About 98,000"),
            "{text}"
        );
        assert!(text.contains("<b>\"Never"), "markup stays words: {text}");
    }
}
