//! A report whose every word was written to do harm, in every format: none becomes markup, script, formula or link.

use std::io::{Cursor, Read as _};

use scraper::{Html, Selector};

use super::{FORMATS, Report, sample};

/// Where a word of an article would like to lead.
const EVIL: &str = "evil.example";

/// Markup, scripts, formulas and links of every format at once; `start` is what a cell would begin with.
fn words(start: &str) -> String {
    format!(
        "{start}HYPERLINK(\"http://{EVIL}\") <script>alert(1)</script><a href=\"javascript:alert(1)\" onclick=\"x()\">a</a> \
         [x](http://{EVIL}) ![y](http://{EVIL}) <http://{EVIL}> ]]></w:t><w:p/> {{=1+1}} \u{0}\u{B}\u{202E} \
         #panic(\"x\") #link(\"http://{EVIL}\")[y] *b* _i_ $x^2$ @ref <label> \\ `c` // c\n= Heading\n- item"
    )
}

fn hostile() -> Report {
    let mut report = sample::report();
    let bad = words("=");
    report.title.clone_from(&bad);
    report.newsroom = Some(bad.clone());
    report.publication_url = Some("https://desk.example/check".to_owned());
    for (article, start) in report.articles.iter_mut().zip(["=", "+", "@"]) {
        let bad = words(start);
        article.label.clone_from(&bad);
        for field in [
            &mut article.title,
            &mut article.byline,
            &mut article.publisher,
            &mut article.url,
            &mut article.origin,
        ] {
            *field = Some(bad.clone());
        }
    }
    for (quote, start) in report.quotes.iter_mut().zip(["=", "-", "+", "@"]) {
        let bad = words(start);
        for field in [&mut quote.text, &mut quote.before, &mut quote.after] {
            field.clone_from(&bad);
        }
        for field in [
            &mut quote.concept,
            &mut quote.place,
            &mut quote.period,
            &mut quote.source,
            &mut quote.cue,
            &mut quote.note,
            &mut quote.unit_text,
        ] {
            *field = Some(bad.clone());
        }
        quote.scope = vec![bad.clone()];
        quote.noted = Some((bad.clone(), bad.clone()));
        if let Some(verdict) = &mut quote.verdict {
            verdict.rationale.clone_from(&bad);
            verdict.by.clone_from(&bad);
        }
        for evidence in &mut quote.evidence {
            evidence.citation.clone_from(&bad);
            evidence.quote.clone_from(&bad);
            evidence.locator = Some(bad.clone());
        }
    }
    for figure in &mut report.figures {
        for field in [&mut figure.title, &mut figure.why, &mut figure.together] {
            field.clone_from(&bad);
        }
        figure.wording = Some(bad.clone());
        for root in &mut figure.roots {
            root.name.clone_from(&bad);
        }
        for comparison in &mut figure.comparisons {
            comparison.why.clone_from(&bad);
        }
    }
    for finding in &mut report.findings {
        finding.title.clone_from(&bad);
        finding.working = vec![bad.clone()];
        finding.set_aside = Some((bad.clone(), bad.clone()));
    }
    for question in &mut report.open {
        question.question.clone_from(&bad);
    }
    report
}

/// The report in the format of that ending.
fn written(ending: &str) -> Vec<u8> {
    let format = FORMATS.iter().find(|format| format.ending == ending);
    let format = format.unwrap_or_else(|| panic!("no {ending}"));
    format
        .write(&hostile())
        .unwrap_or_else(|error| panic!("{ending}: {error}"))
}

fn text(ending: &str) -> String {
    String::from_utf8(written(ending)).expect("text")
}

/// Every part of a zipped document.
fn parts(ending: &str) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(written(ending))).expect("a zip");
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).expect("a part");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("text");
            (file.name().expect("a name").into_owned(), text)
        })
        .collect()
}

#[test]
fn pages_hold_no_script_and_lead_nowhere_else() {
    for ending in ["html", "marked.html"] {
        let page = text(ending);
        let page = Html::parse_document(&page);
        let select = |selector| Selector::parse(selector).expect("a selector");
        let active = select(
            "script, iframe, object, embed, form, base, link, [onclick], [onload], [srcdoc]",
        );
        assert_eq!(page.select(&active).count(), 0, "{ending}");
        for link in page.select(&select("[href], [src]")) {
            let address = link.attr("href").or(link.attr("src")).unwrap_or_default();
            let known = address.starts_with('#') || address == "https://bridge.example/log";
            assert!(known, "{ending}: {address}");
        }
    }
}

#[test]
fn markdown_holds_no_link_and_no_element() {
    for ending in ["md", "queries.md"] {
        // The one address that an editor has written down; an escaped bracket begins no address.
        let text = text(ending)
            .replace("](https://bridge.example/log)", "]")
            .replace("\\]", "");
        for bad in [
            "](http",
            "<script",
            "<a ",
            "<http",
            "\n= Heading",
            "\n- item",
        ] {
            assert!(!text.contains(bad), "{ending} holds {bad}");
        }
        assert!(
            !text.contains(&format!("http://{EVIL}")),
            "{ending} has a bare address"
        );
    }
}

#[test]
fn cells_are_no_formulas() {
    let bytes = written("csv");
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes.as_slice());
    for row in rows.records() {
        for cell in &row.expect("a row") {
            let formula = cell
                .trim_start()
                .starts_with(['=', '+', '@', '-', '\t', '\r']);
            assert!(!formula || cell.parse::<f64>().is_ok(), "{cell}");
        }
    }
    for (name, part) in parts("xlsx") {
        assert!(!part.contains("<f>") && !part.contains("<f "), "{name}");
        assert!(!part.contains("<hyperlink"), "{name}");
        assert!(!name.contains("_rels/") || !part.contains(EVIL), "{name}");
    }
}

#[test]
fn a_word_processor_finds_words_only() {
    for (name, part) in parts("docx") {
        let mut reader = quick_xml::Reader::from_str(&part);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}"),
            }
        }
        // The numbers of pages are the only fields.
        let part = part.replace("<w:fldSimple w:instr=\"PAGE\">", "");
        let part = part.replace("<w:fldSimple w:instr=\"NUMPAGES\">", "");
        assert!(
            !part.contains("instrText") && !part.contains("<w:fldSimple"),
            "{name}"
        );
        assert!(!name.contains("_rels/") || !part.contains(EVIL), "{name}");
    }
}

#[test]
fn data_for_other_programs_stays_data() {
    for ending in ["json", "claimreview.jsonld", "annotations.jsonld"] {
        serde_json::from_slice::<serde_json::Value>(&written(ending)).expect(ending);
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_typesetter_reads_no_word_as_markup() {
    let bytes = written("pdf");
    let file = String::from_utf8_lossy(&bytes);
    let targets = file.split("/URI").map(str::trim_start);
    let targets: Vec<&str> = targets.filter(|it| it.starts_with('(')).collect();
    assert!(!targets.is_empty(), "links can be read in the file");
    for target in targets {
        assert!(target.starts_with("(https://bridge.example/log)"));
    }
    for bad in ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile"] {
        assert!(!file.contains(bad), "{bad}");
    }
    let read = crate::import::read("report.pdf", &bytes).expect("a text");
    let read = read[0]
        .article
        .text
        .as_str()
        .split_whitespace()
        .collect::<String>();
    for word in ["#panic(\"x\")", "*b*_i_$x^2$", "<script>alert(1)</script>"] {
        assert!(read.contains(word), "{word} stays words");
    }
}
