//! What was changed in a file by other programs: it becomes part of the log.

use std::sync::Arc;

use super::{Change, Done, Event, Session, Stamp};
use crate::claim::ArticleId;
use crate::project::file::{Notice, Place};
use crate::project::{Command, Note, Patch, Project, Subject};

impl Session {
    /// Whatever was changed outside becomes an entry of the log, so that it is seen and can be undone; `None` where the
    /// log does not lead anywhere.
    pub(super) fn take_over_outside_changes(&mut self) -> Option<()> {
        let replayed = self.replay(self.done.len())?;
        let patch = Patch::between(&replayed, &self.project);
        if patch.is_empty() {
            return Some(());
        }
        let command = Command::Patch {
            label: "Changes made outside Countercheck".to_owned(),
            patch: Box::new(patch),
        };
        self.undone.clear();
        self.done.push(Done {
            event: self.log.len(),
            before: Some(replayed),
        });
        self.log.push(Event {
            label: command.describe(&self.project),
            change: Change::Did(Arc::new(command)),
            stamp: self.outside(),
        });
        Some(())
    }

    /// Writes down which texts were changed outside: the next save gives them new fingerprints, and nothing else would
    /// tell of it any more.
    pub(super) fn note_changed_texts(&mut self) {
        let stamp = self.outside();
        let changed: Vec<ArticleId> = self
            .notices
            .iter()
            .filter_map(|notice| match notice {
                Notice::TextChanged(article) => Some(*article),
                _ => None,
            })
            .collect();
        let mut project = Project::clone(&self.project);
        for article in changed {
            let name = project.articles.get(&article).map(|article| article.name());
            let text = format!(
                "The text of “{}” was changed outside Countercheck; what was done before cannot be undone any more",
                name.unwrap_or_default()
            );
            project.notes.push_back(Note {
                subject: Subject::Article(article),
                text: text.clone(),
                by: stamp.by.clone(),
                at: stamp.at.clone(),
            });
            self.log.push(Event {
                stamp: stamp.clone(),
                change: Change::Elsewhere,
                label: text,
            });
        }
        self.project = Arc::new(project);
    }

    /// Whoever changed the file with another program; when, as far as the file tells.
    fn outside(&self) -> Stamp {
        let modified = self.place.as_ref().and_then(Place::modified);
        let at = modified.and_then(|time| jiff::Timestamp::try_from(time).ok());
        Stamp {
            by: "outside".to_owned(),
            at: at.map_or_else(String::new, |at| {
                at.round(jiff::Unit::Second).unwrap_or(at).to_string()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::project::samples::{by_ana, session};

    #[test]
    fn a_text_changed_outside_is_told_for_ever() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        session().save(&path).expect("saved");
        let written = fs::read_to_string(&path).expect("there");
        let article = session()
            .project()
            .articles
            .values()
            .next()
            .cloned()
            .expect("one");
        let first = article
            .text
            .as_str()
            .split(' ')
            .next()
            .expect("a word")
            .to_owned();
        let edited = written.replacen(&format!("{first} "), "Elsewhere ", 1);
        assert_ne!(edited, written);
        fs::write(&path, edited).expect("written");

        let told = |session: &Session| {
            let outside =
                |event: &&Event| event.stamp.by == "outside" && !event.stamp.at.is_empty();
            let events = session.log().iter().filter(outside).count();
            let notes = session
                .project()
                .notes
                .iter()
                .filter(|note| note.by == "outside")
                .count();
            (events, notes, session.undo_label().is_some())
        };
        let mut opened = Session::open(&path).expect("opens");
        assert_eq!(told(&opened), (1, 1, false));
        assert!(opened.is_dirty());
        opened.save(&path).expect("saved");
        drop(opened);
        let mut again = Session::open(&path).expect("opens");
        assert_eq!(told(&again), (1, 1, false));
        assert!(again.notices().contains(&Notice::HistoryBroken));
        assert!(!again.is_dirty(), "it is told once");
        let title = Command::SetTitle {
            title: "More ferries".to_owned(),
        };
        again.apply(title, by_ana()).expect("fits");
        assert!(again.undo(by_ana()), "what is done now can be undone");
    }
}
