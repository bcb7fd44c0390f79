//! Changes that were offered, put off, and set aside when the project was changed without them.

use super::{Recovered, Recovery};
use crate::project::Session;
use crate::project::file::journal;

impl Session {
    /// What was put off and set aside for this project, by name of its journal. It stays until it is made again by
    /// [`take_up`](Self::take_up), or [discarded](Recovery::discard).
    pub fn put_off(&self) -> Vec<Recovery> {
        let journals = self.journals();
        let aside = journals
            .iter()
            .flat_map(|journal| journal::aside_of(journal));
        aside
            .filter_map(|journal| {
                let contents = journal::read(&journal)?;
                Some(Recovery {
                    fits: false,
                    contents,
                    journal,
                    contained: Vec::new(),
                })
            })
            .collect()
    }

    /// Makes changes again on the project as it is now; those that no longer fit are told. Where all could be made,
    /// nothing is kept aside any more.
    pub fn take_up(&mut self, recovery: Recovery) -> Recovered {
        let mut recovered = self.repeat(&recovery.contents.events);
        if self.has_all(&recovered, &recovery) {
            // Left behind, it is offered again: no harm.
            drop(recovery.discard());
        } else {
            recovered.kept = Some(recovery.journal);
        }
        recovered
    }
}
