//! Articles that were read and are not in the project yet: what a person should look at first, and what was chosen.

use std::path::Path;
use std::sync::Arc;

use super::copies::{CopyOf, Known};
use super::job::{self, Outcome, Progress, Taken};
use crate::import::{self, Choices, Doubt, Imported};

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
    /// As it was read.
    pub imported: Imported,
    /// What is in doubt about it.
    pub doubts: Vec<Doubt>,
    /// Of what it is a copy.
    pub copy: Option<CopyOf>,
    /// Whether its file holds others too.
    pub one_of_several: bool,
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
}

/// The most of a file that is read to show what a choice would give.
const SAMPLE: usize = 512 << 10;

impl Arrival {
    /// Whether it can be added without a question.
    fn is_clear(&self) -> bool {
        let weighs =
            |doubt: &Doubt| !matches!(doubt, Doubt::Conflict(facet, _) if *facet != "published");
        !self.one_of_several && self.copy.is_none() && !self.doubts.iter().any(weighs)
    }

    /// What its file gives when it is read as chosen, from its first half megabyte.
    pub fn sample(&self) -> Result<Imported, String> {
        match &self.original {
            Some(original) if self.choices != Choices::default() => {
                let most = original.bytes.len().min(SAMPLE);
                let head = original.bytes.get(..most).unwrap_or_default();
                self.read(&original.name, head)
            }
            _ => Ok(self.imported.clone()),
        }
    }

    fn read(&self, name: &str, bytes: &[u8]) -> Result<Imported, String> {
        let read = import::read_as_chosen(name, bytes, self.choices);
        let article = read
            .map_err(|error| error.to_string())?
            .into_iter()
            .nth(self.place);
        article.ok_or_else(|| {
            format!("“{name}” gives no such article when it is read like this; choose otherwise")
        })
    }

    /// Takes it in, read as was chosen; what was chosen of its metadata stays.
    fn admitted(self) -> Result<Taken, String> {
        let mut imported = match &self.original {
            Some(original) if self.choices != Choices::default() => {
                let mut again = self.read(&original.name, &original.bytes)?;
                again.article.metadata = self.imported.article.metadata.clone();
                again
            }
            _ => self.imported,
        };
        // Whoever has looked at it knows.
        imported.notices.clear();
        let mut taken = job::taken(imported);
        taken.original = self.original;
        taken.copy = self.copy.filter(|_| self.link);
        Ok(taken)
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
                doubts: imported.doubts(),
                copy: self.known.closest(&imported.article),
                one_of_several: several,
                place,
                original: original.cloned(),
                take: true,
                link: true,
                choices: Choices::default(),
                imported,
            };
            if arrival.is_clear() {
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
