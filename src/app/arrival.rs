//! Articles that were read and are not in the project yet: what a person should look at first, and what was chosen.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::copies::{CopyOf, Known};
use super::job::{self, Outcome, Progress, Taken};
use super::revision::Revision;
use crate::article::Metadata;
use crate::import::{self, Choices, Doubt, Imported};
use crate::project::Session;

/// A file as it came.
#[derive(Clone, Debug)]
pub struct Original {
    /// Its path or address.
    pub name: String,
    /// All of it.
    pub bytes: Arc<[u8]>,
}

/// An article on its way in.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// As it was read last.
    pub imported: Imported,
    /// The encoding it was read in at first; `None` where its format knows only one.
    pub usual_encoding: Option<&'static str>,
    /// What is in doubt about it.
    pub doubts: Vec<Doubt>,
    /// Of what it is a copy.
    pub copy: Option<CopyOf>,
    /// The article of the project that it is another text of.
    pub earlier: Option<Box<Revision>>,
    /// Whether it takes the place of that.
    pub replace: bool,
    /// Its place in its file.
    place: usize,
    /// Its file; pasted words have none.
    pub original: Option<Original>,
    /// Whether it shall be added.
    pub take: bool,
    /// Whether its figures shall be linked with those it has copied.
    pub link: bool,
    /// How its file shall be read.
    pub choices: Choices,
    /// How it was read last.
    read_as: Choices,
    /// What a person has picked among contradictions, by item.
    picked: BTreeMap<&'static str, String>,
}

/// The most of a file that is read to show what a choice would give.
const SAMPLE: usize = 512 << 10;

impl Arrival {
    /// An article that was read, beside those that are there.
    fn new(imported: Imported, original: Option<&Original>, known: &mut Known) -> Self {
        let mut arrival = Self {
            doubts: imported.doubts(),
            usual_encoding: imported.encoding.map(|encoding| encoding.name),
            copy: None,
            earlier: None,
            replace: false,
            place: 0,
            original: original.cloned(),
            take: true,
            link: true,
            choices: Choices::default(),
            read_as: Choices::default(),
            picked: BTreeMap::new(),
            imported,
        };
        arrival.compare(known);
        arrival
    }

    /// Compares it with the articles that are there; a text that is there already is not taken.
    fn compare(&mut self, known: &mut Known) {
        self.copy = known.closest(&self.imported.article);
        let is_there = self.copy.as_ref().is_some_and(|copy| copy.is_same);
        let earlier = known.earlier(&self.imported.article);
        // The very text of an article gives at most other details of it.
        let earlier = earlier.filter(|it| it.differences.is_empty() == is_there);
        self.earlier = earlier.map(Box::new);
        self.replace = self.earlier.is_some();
        self.take = self.replace || !is_there;
    }

    /// Whether it can be added without a question.
    fn is_clear(&self) -> bool {
        let weighs =
            |doubt: &Doubt| !matches!(doubt, Doubt::Conflict(facet, _) if *facet != "published");
        self.copy.is_none() && self.earlier.is_none() && !self.doubts.iter().any(weighs)
    }

    /// Whether `value` is what is known of an item now.
    pub fn holds(&self, facet: &str, value: &str) -> bool {
        let metadata = &self.imported.article.metadata;
        let published = metadata.published.as_ref().map(ToString::to_string);
        let held = match facet {
            "published" => published.as_deref(),
            "byline" => metadata.byline.as_deref(),
            "publisher" => metadata.publisher.as_deref(),
            "title" => metadata.title.as_deref(),
            _ => metadata.url.as_deref(),
        };
        held == Some(value)
    }

    /// Takes `value` for an item, however the file is read.
    pub fn pick(&mut self, facet: &'static str, value: &str) {
        self.picked.insert(facet, value.to_owned());
        picked(&mut self.imported.article.metadata, facet, value);
    }

    /// Reads its file as is chosen now: text, metadata and doubts; from its first half megabyte where that is not the
    /// usual way. Nothing changes where it cannot be read so.
    pub fn read_as_chosen(&mut self, session: &Session) -> Result<(), String> {
        let Some(original) = self.original.clone() else {
            return Ok(());
        };
        if self.read_as == self.choices {
            return Ok(());
        }
        let is_usual = self.choices == Choices::default();
        let most = original
            .bytes
            .len()
            .min(if is_usual { usize::MAX } else { SAMPLE });
        let head = original.bytes.get(..most).unwrap_or_default();
        let encoding = self.read_as.encoding;
        self.imported = self.read(&original.name, head)?;
        self.read_as = self.choices;
        // What a page says of itself in other letters is other words; what was picked was picked among the old ones.
        if encoding != self.choices.encoding {
            self.picked.clear();
            self.compare(&mut Known::of(session));
        }
        self.doubts = self.imported.doubts();
        Ok(())
    }

    /// Its article, read as is chosen, with what was picked.
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Imported, String> {
        let read = import::read_as_chosen(name, bytes, self.choices);
        let article = read
            .map_err(|error| error.to_string())?
            .into_iter()
            .nth(self.place);
        let mut imported = article.ok_or_else(|| {
            format!("“{name}” gives no such article when it is read like this; choose otherwise")
        })?;
        if self.read_as.encoding == self.choices.encoding {
            for (facet, value) in &self.picked {
                picked(&mut imported.article.metadata, facet, value);
            }
        }
        Ok(imported)
    }

    /// Takes it in, read as was chosen; what was picked of its metadata stays.
    fn admitted(self) -> Result<Taken, String> {
        let mut imported = match &self.original {
            Some(original) if self.choices != Choices::default() => {
                self.read(&original.name, &original.bytes)?
            }
            _ => self.imported,
        };
        // Whoever has looked at it knows.
        imported.notices.clear();
        let mut taken = match self.earlier.filter(|_| self.replace) {
            Some(earlier) => earlier.taken(imported.article),
            None => job::taken(imported),
        };
        taken.original = self.original;
        taken.copy = self.copy.filter(|_| self.link && taken.replaces.is_none());
        Ok(taken)
    }
}

/// Writes an item of metadata.
fn picked(metadata: &mut Metadata, facet: &str, value: &str) {
    let words = Some(value.to_owned());
    match facet {
        "published" => metadata.published = value.parse().ok(),
        "byline" => metadata.byline = words,
        "publisher" => metadata.publisher = words,
        "title" => metadata.title = words,
        "url" => metadata.url = words,
        _ => {}
    }
}

/// Files being read, one after the other.
pub(super) struct Batch {
    known: Known,
    results: Vec<(String, Result<Vec<Taken>, String>)>,
    waiting: Vec<Arrival>,
}

impl Batch {
    /// Beside the articles that are there.
    pub(super) const fn new(known: Known) -> Self {
        Self {
            known,
            results: Vec::new(),
            waiting: Vec::new(),
        }
    }

    /// Reads a file or fetches an address.
    pub(super) fn read(&mut self, path: &Path) {
        let name = path.display().to_string();
        match read_at(path) {
            Ok((articles, bytes)) => {
                let original = Original {
                    name: name.clone(),
                    bytes: bytes.into(),
                };
                self.arrive(&name, articles, Some(&original));
            }
            Err(error) => self.results.push((name, Err(error))),
        }
    }

    /// Takes in what is clear and lets the rest wait.
    pub(super) fn arrive(
        &mut self,
        name: &str,
        articles: Vec<Imported>,
        original: Option<&Original>,
    ) {
        let several = articles.len() > 1;
        let mut clear = Vec::new();
        for (place, imported) in articles.into_iter().enumerate() {
            let arrival = Arrival {
                place,
                ..Arrival::new(imported, original, &mut self.known)
            };
            if !several && arrival.is_clear() {
                let mut taken = job::taken(arrival.imported);
                taken.original = arrival.original;
                clear.push(taken);
            } else {
                self.waiting.push(arrival);
            }
        }
        self.results.push((name.to_owned(), Ok(clear)));
    }

    /// What came of it.
    pub(super) fn outcome(self) -> Outcome {
        Outcome::Imported {
            results: self.results,
            waiting: self.waiting,
        }
    }
}

/// Takes in what a person has looked at and wants.
pub(super) fn admit(arrivals: Vec<Arrival>, progress: &Progress) -> Outcome {
    let wanted = arrivals.into_iter().filter(|arrival| arrival.take);
    let wanted: Vec<Arrival> = wanted.collect();
    progress.expect(wanted.len());
    let going_on = wanted.into_iter().take_while(|_| !progress.is_cancelled());
    let results = going_on.map(|arrival| {
        let origin = arrival.imported.article.metadata.origin.clone();
        let taken = arrival.admitted().map(|taken| vec![taken]);
        progress.step();
        (origin.unwrap_or_default(), taken)
    });
    Outcome::Imported {
        results: results.collect(),
        waiting: Vec::new(),
    }
}

/// The articles in a file or at an address, and the bytes they came in.
pub(super) fn read_at(path: &Path) -> Result<(Vec<Imported>, Vec<u8>), String> {
    let name = path.display().to_string();
    if import::is_address(&name) {
        return fetched(&name);
    }
    let bytes = super::documents::read(path)?;
    let articles = import::read(&name, &bytes).map_err(|error| error.to_string())?;
    Ok((articles, bytes))
}

/// The articles at an address of the web, and the page as it came.
#[cfg(feature = "fetch")]
fn fetched(address: &str) -> Result<(Vec<Imported>, Vec<u8>), String> {
    import::fetch::articles_with_page(address, import::fetch::Limits::default())
        .map_err(|error| error.to_string())
}

/// Without the feature the program opens no connection.
#[cfg(not(feature = "fetch"))]
fn fetched(address: &str) -> Result<(Vec<Imported>, Vec<u8>), String> {
    Err(format!(
        "“{address}” is not fetched: this program was built without connections. Save the page in a browser and import the file."
    ))
}
