//! What was done since the last save, kept beside the project line by line, for the day the program does not end well.
//!
//! The first line says which file it belongs to, each further line is an event of the log, in full; each ends with the
//! beginning of its SHA-256. What comes after a line that is damaged or cut off is not made again, but told. While its
//! session lives, the journal is locked.

use std::borrow::Cow;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use ron::extensions::Extensions;
use serde::{Deserialize, Serialize};

use super::fingerprint::fingerprint;
use super::save::beside;
use super::shape::{StoredChange, StoredEvent};
use super::writer::to_line;
use crate::project::{Change, Event, Stamp};

/// The first line of a journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::project) struct Heading {
    pub version: u32,
    /// Name of the project, for the preview.
    pub title: String,
    /// Its file; `None` before the first save.
    pub file: Option<PathBuf>,
    /// Fingerprint of the file that the events follow on; empty before the first save.
    pub follows: String,
    /// Events that are in that file.
    pub events: usize,
}

/// A journal being written.
#[derive(Debug)]
pub(in crate::project) struct Journal {
    file: File,
    path: PathBuf,
    /// Events in it.
    events: usize,
    /// Bytes of its whole lines.
    length: u64,
    /// Whether a write still waits to be brought down to the device.
    unsynced: bool,
    syncing: Arc<AtomicBool>,
}

impl Journal {
    /// Starts a journal in the place of an older one.
    pub(in crate::project) fn start(path: &Path, heading: &Heading) -> io::Result<Self> {
        // A fresh file, never an old one cut short: its reader may still hold it.
        if holds_events(path) {
            // Of a later program, or damaged: it was not offered, and is not taken away either.
            set_aside(path);
        }
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let file = OpenOptions::new()
            .append(true)
            .create_new(true)
            .open(path)?;
        // Without locks on this disk, a living session's journal may be offered to another: no harm to the journal.
        drop(file.try_lock());
        let mut journal = Self {
            file,
            path: path.to_owned(),
            events: 0,
            length: 0,
            unsynced: true,
            syncing: Arc::default(),
        };
        journal.line(&to_line(heading).map_err(io::Error::other)?)?;
        Ok(journal)
    }

    /// Adds those of `events`, all since the last save, that are not in it yet: the latest one, and those that could not
    /// be written when they came.
    pub(in crate::project) fn catch_up(&mut self, events: &[Event]) -> io::Result<()> {
        for event in events.iter().skip(self.events) {
            self.add(event)?;
            self.events += 1;
        }
        Ok(())
    }

    fn add(&mut self, event: &Event) -> io::Result<()> {
        let stored = StoredEvent {
            by: Cow::Borrowed(&event.stamp.by),
            at: Cow::Borrowed(&event.stamp.at),
            label: Cow::Borrowed(&event.label),
            change: match &event.change {
                Change::Did(command) => StoredChange::Did(Cow::Borrowed(command)),
                Change::Undid => StoredChange::Undid,
                Change::Redid => StoredChange::Redid,
                Change::Elsewhere => StoredChange::Elsewhere,
                Change::Because { event, why } => StoredChange::Because {
                    event: *event,
                    why: Cow::Borrowed(why),
                },
            },
        };
        self.line(&to_line(&stored).map_err(io::Error::other)?)
    }

    /// Brings what was written down to the device, on a thread of its own.
    pub(in crate::project) fn sync(&mut self) {
        if !self.unsynced || self.syncing.swap(true, Ordering::AcqRel) {
            return;
        }
        let syncing = Arc::clone(&self.syncing);
        if let Ok(file) = self.file.try_clone() {
            self.unsynced = false;
            thread::spawn(move || {
                // The next sync tries again; the lines themselves are with the system already.
                drop(file.sync_data());
                syncing.store(false, Ordering::Release);
            });
        }
    }

    /// Removes it: all it holds is saved.
    pub(in crate::project) fn remove(self) {
        // Left behind, it is recognised as saved at the next start.
        drop(fs::remove_file(&self.path));
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        let sum = fingerprint(line.as_bytes());
        let sum = sum.get(..SUM).unwrap_or_default();
        let whole = format!("{line}{SUM_FOLLOWS}{sum}\n");
        self.unsynced = true;
        let done = self.file.write_all(whole.as_bytes());
        match done {
            Ok(()) => self.length += whole.len() as u64,
            // Half a line must not spoil those that follow when there is room again.
            Err(_) => drop(self.file.set_len(self.length)),
        }
        done
    }
}

/// Where the journal of the project at `path` is.
pub(in crate::project) fn journal_of(path: &Path) -> PathBuf {
    beside(path, "journal")
}

/// Every journal in a folder, in order of name.
pub(in crate::project) fn all_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut journals: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "journal"))
        .collect();
    journals.sort();
    journals
}

/// Makes the folder for journals of projects that have none of their own.
pub(in crate::project) fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Removes a journal that was left behind.
pub(in crate::project) fn remove(journal: &Path) -> io::Result<()> {
    fs::remove_file(journal)
}

/// Gives a journal another name, under which nothing overwrites it; the new name, if that worked.
pub(in crate::project) fn set_aside(journal: &Path) -> Option<PathBuf> {
    let aside = (1..1_000)
        .map(|number| journal.with_extension(format!("journal-{number}")))
        .find(|aside| !aside.exists())?;
    fs::rename(journal, &aside).ok()?;
    Some(aside)
}

/// Journals that were given another name in this way, the oldest first.
pub(in crate::project) fn aside_of(journal: &Path) -> Vec<PathBuf> {
    let (Some(folder), Some(name)) = (journal.parent(), journal.file_stem()) else {
        return Vec::new();
    };
    let number = |path: &PathBuf| -> Option<u32> {
        let ending = path.extension()?.to_str()?.strip_prefix("journal-")?;
        ending
            .parse()
            .ok()
            .filter(|_| path.file_stem() == Some(name))
    };
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut aside: Vec<(u32, PathBuf)> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((number(&path)?, path))
        })
        .collect();
    aside.sort();
    aside.into_iter().map(|(_, path)| path).collect()
}

/// What a journal holds.
#[derive(Debug)]
pub(in crate::project) struct Contents {
    pub heading: Heading,
    pub events: Vec<Event>,
    /// Changes that cannot be read: damaged, cut off, or after such a one.
    pub unreadable: usize,
}

/// How much of a line's fingerprint stands at its end.
const SUM: usize = 16;

/// What parts a line from its fingerprint; a comment to RON.
const SUM_FOLLOWS: &str = " // ";

/// A whole line without its fingerprint; `None` where it is not as it was written.
fn as_written(line: &str) -> Option<&str> {
    let (content, sum) = line.strip_suffix('\n')?.rsplit_once(SUM_FOLLOWS)?;
    let same = sum.len() == SUM && fingerprint(content.as_bytes()).starts_with(sum);
    same.then_some(content)
}

/// The first line, and whether the lines after it have fingerprints: those of version 1 have none.
fn heading_of(line: &str, options: &ron::Options) -> Option<(Heading, bool)> {
    let sealed = as_written(line);
    let content = sealed.or_else(|| line.strip_suffix('\n'))?;
    let heading: Heading = options.from_str(content).ok()?;
    (sealed.is_some() || heading.version == 1).then_some((heading, sealed.is_some()))
}

/// Whether there is more in a journal than its first line.
fn holds_events(path: &Path) -> bool {
    let Ok(bytes) = fs::read(path) else {
        return false;
    };
    let end = memchr::memchr(b'\n', &bytes).map_or(0, |at| at + 1);
    end > 0 && bytes.len() > end
}

/// Reads a journal nobody is writing; `None` where there is none, or none that says anything.
pub(in crate::project) fn read(path: &Path) -> Option<Contents> {
    let file = File::open(path).ok()?;
    if let Err(fs::TryLockError::WouldBlock) = file.try_lock_shared() {
        return None;
    }
    let bytes = fs::read(path).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let mut lines = text.split_inclusive('\n');
    let (heading, sealed) = heading_of(lines.next()?, &options)?;
    let event = |line: &str| {
        let content = if sealed {
            as_written(line)
        } else {
            line.strip_suffix('\n')
        };
        let stored = options.from_str::<StoredEvent<'_>>(content?).ok()?;
        Some(event_of(stored))
    };
    let mut events = Vec::new();
    let mut unreadable = 0;
    for line in lines {
        match event(line) {
            Some(event) if unreadable == 0 => events.push(event),
            _ => unreadable += 1,
        }
    }
    (!events.is_empty() || unreadable > 0).then_some(Contents {
        heading,
        events,
        unreadable,
    })
}

fn event_of(stored: StoredEvent<'_>) -> Event {
    Event {
        stamp: Stamp {
            by: stored.by.into_owned(),
            at: stored.at.into_owned(),
        },
        label: stored.label.into_owned(),
        change: match stored.change {
            StoredChange::Did(command) => Change::Did(command.into_owned()),
            StoredChange::Undid => Change::Undid,
            StoredChange::Redid => Change::Redid,
            StoredChange::Because { event, why } => Change::Because {
                event,
                why: why.into_owned(),
            },
            StoredChange::Added { .. } | StoredChange::Elsewhere => Change::Elsewhere,
        },
    }
}
