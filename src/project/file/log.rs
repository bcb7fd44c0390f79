//! The log as it stands in a file: every text once, and figures that are still as they were found by their ids.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::fingerprint::fingerprint;
use super::shape::{StoredChange, StoredEvent, StoredFound};
use crate::article::Article;
use crate::claim::{Claim, ClaimId, Found};
use crate::project::{Change, Command, Event, Patch, Project, Stamp};
use crate::text::Text;

/// What stands before the fingerprint of a text that is kept elsewhere in the file.
const ELSEWHERE: &str = "sha256:";

/// Texts of a file by fingerprint.
#[derive(Default)]
pub(super) struct Texts {
    known: BTreeMap<Text, String>,
    by_fingerprint: BTreeMap<String, Text>,
}

/// Whether a text is the name of one that was not in the file it came from.
fn is_name(text: &Text) -> bool {
    let sha256 = text.as_str().strip_prefix(ELSEWHERE).unwrap_or_default();
    sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit())
}

impl Texts {
    /// Keeps a text under the fingerprint that the file gives it.
    pub(super) fn keep_as(&mut self, sha256: &str, text: &Text) {
        self.known.insert(text.clone(), sha256.to_owned());
        self.by_fingerprint.insert(sha256.to_owned(), text.clone());
    }

    /// Keeps a text and says its fingerprint.
    pub(super) fn keep(&mut self, text: &Text) -> String {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let sha256 = fingerprint(text.as_str().as_bytes());
        self.known.insert(text.clone(), sha256.clone());
        self.by_fingerprint.insert(sha256.clone(), text.clone());
        sha256
    }

    fn by_name(&self, text: &Text) -> Option<&Text> {
        let sha256 = text.as_str().strip_prefix(ELSEWHERE)?;
        self.by_fingerprint.get(sha256)
    }
}

/// The log for a file; texts not known yet are put into `past`.
pub(super) fn stored<'a>(
    log: &'a [Event],
    project: &Project,
    texts: &mut Texts,
    past: &mut BTreeMap<String, Text>,
) -> Vec<StoredEvent<'a>> {
    let mut hollow = |text: &Text| {
        if is_name(text) {
            return text.clone();
        }
        let fresh = !texts.known.contains_key(text);
        let sha256 = texts.keep(text);
        let name = Text::verbatim(&format!("{ELSEWHERE}{sha256}"));
        if fresh {
            past.insert(sha256, text.clone());
        }
        name
    };
    let mut numbering = Numbering::default();
    log.iter()
        .map(|event| {
            let first = numbering.next_claim;
            numbering.follow(&event.change);
            StoredEvent {
                by: Cow::Borrowed(&event.stamp.by),
                at: Cow::Borrowed(&event.stamp.at),
                label: Cow::Borrowed(&event.label),
                change: stored_change(&event.change, first, project, &mut hollow),
            }
        })
        .collect()
}

fn stored_change<'a>(
    change: &'a Change,
    first: u32,
    project: &Project,
    hollow: &mut impl FnMut(&Text) -> Text,
) -> StoredChange<'a> {
    let command = match change {
        Change::Did(command) => command,
        Change::Undid => return StoredChange::Undid,
        Change::Redid => return StoredChange::Redid,
        Change::Elsewhere => return StoredChange::Elsewhere,
        Change::Because { event, why } => {
            return StoredChange::Because {
                event: *event,
                why: Cow::Borrowed(why),
            };
        }
    };
    if let Command::AddArticle { article, found } = &**command {
        return StoredChange::Added {
            article: Box::new(with_text(article, hollow(&article.text))),
            found: stored_found(found, first, project),
        };
    }
    StoredChange::Did(match with_texts(command, hollow) {
        Some(hollowed) => Cow::Owned(Arc::new(hollowed)),
        None => Cow::Borrowed(command),
    })
}

/// Runs of figures that are still as they were found, and the others in full.
fn stored_found<'a>(found: &'a [Found], first: u32, project: &Project) -> Vec<StoredFound<'a>> {
    let mut stored: Vec<StoredFound<'a>> = Vec::new();
    for (id, found) in (first..=u32::MAX).map(ClaimId).zip(found) {
        let differs =
            |claim: &Arc<Claim>| claim.anchor.span != found.span || claim.reading != found.reading;
        if project.claims.get(&id).is_none_or(differs) {
            stored.push(StoredFound::Since(Box::new(Cow::Borrowed(found))));
        } else if let Some(StoredFound::Recorded(_, last)) = stored.last_mut()
            && last.0 + 1 == id.0
        {
            *last = id;
        } else {
            stored.push(StoredFound::Recorded(id, id));
        }
    }
    stored
}

/// The log of a file. Texts and claims that the file names but does not hold are left out; a replay shows the gap.
pub(super) fn restored(log: Vec<StoredEvent<'_>>, project: &Project, texts: &Texts) -> Vec<Event> {
    log.into_iter()
        .map(|event| Event {
            stamp: Stamp {
                by: event.by.into_owned(),
                at: event.at.into_owned(),
            },
            label: event.label.into_owned(),
            change: restored_change(event.change, project, texts),
        })
        .collect()
}

/// Whether a change rests on a text that was not in the file.
pub(super) fn has_gaps(log: &[Event]) -> bool {
    let in_command = |command: &Command| match command {
        Command::AddArticle { article, .. } => is_name(&article.text),
        Command::ReviseArticle { revised, .. } => is_name(&revised.text),
        Command::Patch { patch, .. } => {
            let mut articles = patch.articles.values().flatten();
            articles.any(|article| is_name(&article.text))
        }
        _ => false,
    };
    log.iter()
        .any(|event| matches!(&event.change, Change::Did(command) if in_command(command)))
}

fn restored_change(change: StoredChange<'_>, project: &Project, texts: &Texts) -> Change {
    let mut fill = |text: &Text| texts.by_name(text).unwrap_or(text).clone();
    let command = match change {
        StoredChange::Undid => return Change::Undid,
        StoredChange::Redid => return Change::Redid,
        StoredChange::Elsewhere => return Change::Elsewhere,
        StoredChange::Because { event, why } => {
            return Change::Because {
                event,
                why: why.into_owned(),
            };
        }
        StoredChange::Did(command) => {
            return Change::Did(match with_texts(&command, &mut fill) {
                Some(filled) => Arc::new(filled),
                None => command.into_owned(),
            });
        }
        StoredChange::Added { article, found } => Command::AddArticle {
            article: with_text(&article, fill(&article.text)),
            found: found
                .into_iter()
                .flat_map(|found| restored_found(found, project))
                .collect(),
        },
    };
    Change::Did(Arc::new(command))
}

fn restored_found(found: StoredFound<'_>, project: &Project) -> Vec<Found> {
    match found {
        StoredFound::Since(found) => vec![Cow::into_owned(*found)],
        StoredFound::Recorded(first, last) if first <= last => project
            .claims
            .range(first..=last)
            .map(|(_, claim)| Found {
                span: claim.anchor.span,
                sentence: claim.anchor.span,
                reading: claim.reading.clone(),
            })
            .collect(),
        StoredFound::Recorded(..) => Vec::new(),
    }
}

fn with_text(article: &Article, text: Text) -> Article {
    Article {
        text,
        metadata: article.metadata.clone(),
    }
}

/// The command with every text replaced; `None` for a command without texts.
fn with_texts(command: &Command, replace: &mut impl FnMut(&Text) -> Text) -> Option<Command> {
    match command {
        Command::AddArticle { article, found } => Some(Command::AddArticle {
            article: with_text(article, replace(&article.text)),
            found: found.clone(),
        }),
        Command::ReviseArticle {
            article,
            revised,
            found,
            reread,
        } => Some(Command::ReviseArticle {
            article: *article,
            revised: with_text(revised, replace(&revised.text)),
            found: found.clone(),
            reread: reread.clone(),
        }),
        Command::Patch { label, patch } if !patch.articles.is_empty() => {
            let mut articles = patch.articles.clone();
            for article in articles.values_mut().flatten() {
                *article = Arc::new(with_text(article, replace(&article.text)));
            }
            Some(Command::Patch {
                label: label.clone(),
                patch: Box::new(Patch {
                    articles,
                    ..Patch::clone(patch)
                }),
            })
        }
        _ => None,
    }
}

/// The numbers that claims were given, event by event.
struct Numbering {
    next_claim: u32,
    /// Before each change in effect, and what it gave.
    done: Vec<(u32, u32)>,
    undone: Vec<(u32, u32)>,
}

impl Default for Numbering {
    fn default() -> Self {
        Self {
            next_claim: 1,
            done: Vec::new(),
            undone: Vec::new(),
        }
    }
}

impl Numbering {
    fn follow(&mut self, change: &Change) {
        match change {
            Change::Did(command) => {
                let before = self.next_claim;
                self.next_claim = match &**command {
                    Command::AddArticle { found, .. } => {
                        before.saturating_add(u32::try_from(found.len()).unwrap_or(u32::MAX))
                    }
                    Command::AddClaim { .. } => before.saturating_add(1),
                    Command::Patch { patch, .. } => patch.next_claim.unwrap_or(before),
                    // Not needed exactly: a wrong guess only spells the figures out.
                    _ => before,
                };
                self.done.push((before, self.next_claim));
                self.undone.clear();
            }
            Change::Undid => {
                if let Some(step) = self.done.pop() {
                    self.next_claim = step.0;
                    self.undone.push(step);
                }
            }
            Change::Redid => {
                if let Some(step) = self.undone.pop() {
                    self.next_claim = step.1;
                    self.done.push(step);
                }
            }
            Change::Elsewhere | Change::Because { .. } => {}
        }
    }
}
