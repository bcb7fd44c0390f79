//! PDF with text in it. A claim can point at its page: each page after the first begins with a form feed.
//!
//! The file is read on a thread of its own with a deadline: no damaged file can hold the program up or bring it down.

mod alignment;
mod below_article;
mod bracket;
mod close_head;
mod column;
mod counted_foot;
mod empty_cells;
mod excess;
mod figure;
mod glyphs;
mod gutter;
mod headline;
mod hyphen;
mod justified;
mod line;
mod nesting;
mod order;
mod paragraph;
mod running;
mod soft_hyphen;
mod table;
mod tracking;
mod unpacked;
mod web_page;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use hayro_interpret::InterpreterCache;
use hayro_syntax::metadata::Metadata as Properties;
use hayro_syntax::object::{DateTime, Dict};
use hayro_syntax::{LoadPdfError, Pdf};

use super::conflict::DOCUMENT_PROPERTIES;
use super::{ImportError, Imported, Input, Provenance, Reader, conflict, of_text, opening};
use crate::article::{Metadata, Moment};

pub(super) const READER: Reader = Reader {
    name: "PDF",
    endings: &["pdf"],
    recognises: |bytes| {
        let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
        memchr::memmem::find(head, b"%PDF-").is_some()
    },
    read,
};

/// A file that takes longer is given up.
const DEADLINE: Duration = Duration::from_secs(30);
/// Name of the thread that a file is read on; a fault that ends it is told as damage to the file.
pub const THREAD: &str = "PDF";
/// Stack for the interpreter, which goes into nested forms by recursion.
const STACK: usize = 64 << 20;
/// Pages read at most.
const MOST_PAGES: usize = 5_000;

/// What is taken from a file before it is made an article.
struct Pages {
    text: String,
    properties: Properties,
    count: usize,
    /// Numbers of pages without text, from 1.
    silent: Vec<usize>,
    unknown: usize,
    characters: usize,
    running_heads: usize,
    /// Parts that would fill the memory, or go too deep, and were emptied.
    emptied: usize,
    /// Whether a part breaks off, or the directory of the file had to be made anew.
    broken: bool,
    /// The text in the largest type of the first page.
    largest: Option<String>,
}

fn read(input: &Input<'_>) -> Result<Vec<Imported>, ImportError> {
    let name = || input.name.to_owned();
    let is_cut = breaks_off(input.bytes);
    let damaged = |because: &str| ImportError::Damaged {
        name: name(),
        because: if is_cut { CUT } else { because }.to_owned(),
    };
    let pages = in_time(input.bytes.to_vec()).map_err(|fault| match fault {
        Fault::Locked => ImportError::Locked { name: name() },
        Fault::Unreadable => damaged("it is not built as a PDF is"),
        Fault::Broken => damaged("its pages cannot be drawn"),
        Fault::TooDeep => damaged("its objects are nested deeper than any program writes them"),
        Fault::TooSlow => ImportError::TooSlow {
            name: name(),
            seconds: DEADLINE.as_secs(),
        },
    })?;
    if pages.count == 0 {
        return Err(damaged("it has no page"));
    }
    if pages.text.trim().is_empty() && pages.emptied > 0 {
        return Err(damaged(
            "what it holds unpacks to more than any page has, or is nested too deep",
        ));
    }
    if pages.text.trim().is_empty() && is_cut {
        return Err(damaged(CUT));
    }
    if pages.text.trim().is_empty() {
        return Err(ImportError::Scanned {
            name: name(),
            pages: pages.count,
        });
    }
    if pages.unknown * 2 > pages.characters {
        return Err(damaged(
            "it does not say which characters its letters stand for",
        ));
    }
    let imported = imported(input.name, pages, input.choices.whole_page, is_cut);
    Ok(vec![imported])
}

fn imported(name: &str, mut pages: Pages, whole: bool, is_cut: bool) -> Imported {
    let left = if whole {
        Vec::new()
    } else {
        let (text, left) = web_page::article(&pages.text, pages.largest.as_deref());
        pages.text = text;
        left
    };
    let opening = headline::first(&pages.text, pages.largest.as_deref());
    let provenance = statements(&pages.properties, &opening);
    let best = |facet| {
        let statement = provenance.iter().find(|statement| statement.facet == facet);
        statement.map(|statement| statement.value.clone())
    };
    let metadata = Metadata {
        title: best("title"),
        byline: best("byline"),
        publisher: best("publisher"),
        // The day a file was made is no day of publication; it is told, not taken.
        published: best("published").and_then(|written| written.parse().ok()),
        ..Metadata::default()
    };
    let mut notices = conflict::conflicts(&provenance);
    if !pages.silent.is_empty() && !is_cut {
        let numbers: Vec<String> = pages.silent.iter().map(ToString::to_string).collect();
        notices.push(format!(
            "No text on page {} of {}; what is there is a picture, or nothing",
            numbers.join(", "),
            pages.count
        ));
    }
    if pages.emptied > 0 {
        notices.push(format!(
            "Parts of the file were not read ({}): they unpack to more than any page has, or are nested too deep",
            pages.emptied
        ));
    }
    if is_cut {
        notices.push("The file breaks off before its end; text may be missing".to_owned());
    }
    if pages.broken {
        notices.push("The file is damaged; text may be missing".to_owned());
    }
    if pages.unknown > 0 {
        notices.push(format!(
            "{} of {} characters cannot be told from their shapes; they are shown as \u{FFFD}",
            pages.unknown, pages.characters
        ));
    }
    if pages.running_heads > 0 {
        notices.push(match pages.running_heads {
            1 => "1 running head or page number was left out".to_owned(),
            count => format!("{count} running heads and page numbers were left out"),
        });
    }
    notices.extend(web_page::notice(&left));
    if pages.count > MOST_PAGES {
        notices.push(format!(
            "Only the first {MOST_PAGES} of {} pages were read",
            pages.count
        ));
    }
    Imported {
        left,
        ..Imported::new(of_text(name, &pages.text, metadata), provenance, notices)
    }
}

/// Why a file gives nothing that lacks its end.
const CUT: &str = "it breaks off before its end";

/// Whether a file lacks the end that every program writes.
fn breaks_off(file: &[u8]) -> bool {
    let end = file.get(file.len().saturating_sub(2 << 10)..);
    let end = end.unwrap_or_default();
    let has = |word: &[u8]| memchr::memmem::find(end, word).is_some();
    !has(b"%%EOF") && !has(b"startxref") && !has(b"trailer")
}

/// Why nothing came back from the thread.
enum Fault {
    Locked,
    Unreadable,
    Broken,
    TooDeep,
    TooSlow,
}

/// Reads on a thread; when the time is over the thread is told to end and left alone.
fn in_time(bytes: Vec<u8>) -> Result<Pages, Fault> {
    let stop = Arc::new(AtomicBool::new(false));
    let (sender, receiver) = channel();
    let its = Arc::clone(&stop);
    std::thread::Builder::new()
        .name(THREAD.to_owned())
        .stack_size(STACK)
        // Nobody listens any more where the time was over.
        .spawn(move || drop(sender.send(pages_of(bytes, &its))))
        .map_err(|_because| Fault::Broken)?;
    receiver.recv_timeout(DEADLINE).unwrap_or_else(|error| {
        stop.store(true, Ordering::Relaxed);
        Err(match error {
            RecvTimeoutError::Timeout => Fault::TooSlow,
            // It panicked, and its end of the channel is gone.
            RecvTimeoutError::Disconnected => Fault::Broken,
        })
    })
}

fn pages_of(mut bytes: Vec<u8>, stop: &AtomicBool) -> Result<Pages, Fault> {
    let excess::Found {
        mut emptied,
        broken,
    } = excess::without_excess(&mut bytes).map_err(|excess::TooDeep| Fault::TooDeep)?;
    let is_cut = breaks_off(&bytes);
    let mut broken = broken > 0 || !has_directory(&bytes);
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Fault::Locked,
        LoadPdfError::Invalid => Fault::Unreadable,
    })?;
    broken |= promised(&pdf).is_none_or(|count| count > pdf.pages().len());
    let cache = InterpreterCache::new();
    let mut pages = Vec::new();
    let (mut silent, mut unknown, mut characters) = (Vec::new(), 0, 0);
    for (number, page) in (1..).zip(pdf.pages().iter().take(MOST_PAGES)) {
        if stop.load(Ordering::Relaxed) {
            return Err(Fault::TooSlow);
        }
        // What is packed in a rarer way shows only now.
        let deep = page.page_stream().is_some_and(nesting::is_too_deep);
        let drawing = if deep {
            emptied += 1;
            glyphs::Drawing::default()
        } else {
            glyphs::drawing_of(page, &cache, stop)
        };
        characters += drawing.glyphs.len();
        unknown += drawing.unknown;
        let lines = line::lines_of(drawing.glyphs);
        if lines.is_empty() {
            silent.push(number);
        }
        pages.push(lines);
    }
    let running_heads = running::without_running_heads(&mut pages);
    for page in &mut pages {
        empty_cells::fill(page);
    }
    let largest = pages.first().and_then(|page| headline::of(page));
    Ok(Pages {
        text: paragraph::text_of(&pages),
        properties: pdf.metadata().clone(),
        count: pdf.pages().len(),
        silent,
        unknown,
        characters,
        running_heads,
        emptied,
        // That it breaks off is told instead.
        broken: broken && !is_cut,
        largest,
    })
}

/// How many pages the file says it has; nothing where its tree of pages is broken.
fn promised(pdf: &Pdf) -> Option<usize> {
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let count = root.get::<Dict<'_>>("Pages")?.get::<i32>("Count")?;
    count.try_into().ok()
}

/// Whether the file says at its end where its directory is, and one is there. Without it the reader looks for the
/// objects itself and cannot know whether it found all.
fn has_directory(file: &[u8]) -> bool {
    let end = file.get(file.len().saturating_sub(2 << 10)..);
    let end = end.unwrap_or_default();
    let place = memchr::memmem::rfind(end, b"startxref")
        .and_then(|at| end.get(at + b"startxref".len()..))
        .map(<[u8]>::trim_ascii_start)
        .and_then(|rest| rest.split(|byte| !byte.is_ascii_digit()).next())
        .and_then(|digits| std::str::from_utf8(digits).ok()?.parse::<usize>().ok());
    let header = memchr::memmem::find(file.get(..1024).unwrap_or(file), b"%PDF-").unwrap_or(0);
    let is_one = |at: usize| {
        let there = file.get(at..).unwrap_or_default().trim_ascii_start();
        there.starts_with(b"xref") || there.first().is_some_and(u8::is_ascii_digit)
    };
    place.is_some_and(|place| is_one(place) || is_one(place + header))
}

fn statements(properties: &Properties, text: &str) -> Vec<Provenance> {
    let mut found = Vec::new();
    let mut say = |facet, value: Option<String>, source| {
        let value = value
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty());
        found.extend(value.map(|value| Provenance {
            facet,
            value,
            source,
        }));
    };
    let words = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(string);
    let title = words(&properties.title).filter(|title| is_title(title));
    say("title", title, DOCUMENT_PROPERTIES);
    say("byline", words(&properties.author), DOCUMENT_PROPERTIES);
    let created = properties.creation_date.as_ref().and_then(moment);
    say("created", created.map(String::from), DOCUMENT_PROPERTIES);
    opening::before_properties(text, found)
}

/// Programs put the name of the file where the title belongs.
fn is_title(title: &str) -> bool {
    let small = title.to_lowercase();
    let file = [".doc", ".docx", ".odt", ".indd", ".pdf", ".html", ".tmp"];
    !small.starts_with("microsoft word")
        && !small.starts_with("untitled")
        && !file.iter().any(|ending| small.ends_with(ending))
}

/// A text string of a PDF: UTF-16 or UTF-8 with its mark, else Latin.
fn string(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        _ => {
            encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
        }
    };
    text.chars().filter(|c| !c.is_control()).collect()
}

fn moment(at: &DateTime) -> Option<Moment> {
    let zone = if at.utc_offset_hour == 0 && at.utc_offset_minute == 0 {
        "Z".to_owned()
    } else {
        format!("{:+03}:{:02}", at.utc_offset_hour, at.utc_offset_minute)
    };
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{zone}",
        at.year, at.month, at.day, at.hour, at.minute, at.second
    )
    .parse()
    .ok()
}

#[cfg(test)]
mod tests {
    use crate::import::read;

    #[test]
    fn a_file_without_its_end_is_said_to_break_off() {
        let whole = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\nstartxref\n9\n%%EOF\n";
        let told = |bytes: &[u8]| read("goats.pdf", bytes).expect_err("no page").to_string();
        assert!(!told(whole).contains("breaks off"));
        let cut = told(whole.get(..40).expect("a part"));
        assert!(cut.contains("breaks off before its end;"), "{cut}");
    }
}
