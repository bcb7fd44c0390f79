//! What an import has to tell: kept while the project is open, so that nothing is lost with its message.

use super::toast::{Offer, Toast};
use super::workbench::Workbench;
use crate::export::words;

/// What was told of a file or an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The file, or the name of the article.
    pub name: String,
    /// What there is to say, and what to do.
    pub words: String,
    /// Whether it could not be read.
    pub failed: bool,
}

/// So many notices are told each by itself; more are one message with a list.
const EACH: usize = 2;

impl Workbench {
    /// Tells which of so many files could not be read: one by itself, several in one message with a list of all.
    pub(super) fn tell_failures(&mut self, ctx: &egui::Context, failed: Vec<Told>, of: usize) {
        let toast = match failed.as_slice() {
            [] => return,
            [only] => Toast::failed(only.words.as_str()),
            several => {
                let files = words::counted(of, "file", "files");
                let count = words::grouped(several.len());
                Toast::failed(format!("{count} of {files} could not be read."))
                    .offering(Offer::Told(failed.clone()))
            }
        };
        self.say(ctx, toast);
        self.told.extend(failed);
    }

    /// Tells what to know about articles that were added.
    pub(super) fn tell_notices(&mut self, ctx: &egui::Context, notices: Vec<Told>) {
        if notices.len() > EACH {
            let count = words::counted(notices.len(), "thing", "things");
            let words = format!("{count} to know about what was imported.");
            self.say(
                ctx,
                Toast::done(words).offering(Offer::Told(notices.clone())),
            );
        } else {
            for notice in &notices {
                self.say(ctx, Toast::done(notice.words.as_str()));
            }
        }
        self.told.extend(notices);
    }
}
