//! Articles that have been read and are added to the project, a share of them in each frame: the window never stands.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::context::View;
use super::job::{Shown, Taken};
use super::toast::Toast;
use super::told::Told;
use super::workbench::Workbench;
use crate::export::words;

/// The articles that wait, and what came of those before them.
#[derive(Debug, Default)]
pub(super) struct Adding {
    waiting: VecDeque<Taken>,
    tried: usize,
    added: usize,
    claims: usize,
    notices: Vec<Told>,
}

impl Adding {
    /// It is shown among the jobs; theirs begin with 1.
    pub(super) const JOB: u64 = 0;
    /// Time spent on it in one frame.
    pub(super) const A_FRAME: Duration = Duration::from_millis(10);

    /// Whether articles wait.
    pub(super) fn is_under_way(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Lets more articles wait.
    pub(super) fn take_in(&mut self, articles: impl IntoIterator<Item = Taken>) {
        self.waiting.extend(articles);
    }

    /// Adds no more of them; those that are added stay.
    pub(super) fn give_up(&mut self) {
        if self.is_under_way() {
            let left = words::counted(self.waiting.len(), "article is", "articles are");
            self.notices.push(Told {
                name: "Import".to_owned(),
                words: format!("The import was given up: {left} left out."),
                failed: false,
            });
            self.waiting.clear();
        }
    }

    /// As the window shows it.
    pub(super) fn shown(&self) -> Option<Shown> {
        self.is_under_way().then(|| Shown {
            id: Self::JOB,
            label: "Adding articles".to_owned(),
            done: Some((self.tried, self.tried + self.waiting.len())),
            is_percent: false,
            can_cancel: true,
        })
    }
}

impl Workbench {
    /// Adds articles that wait until `time` is over; says whether there was anything to do.
    pub(super) fn add_for(&mut self, ctx: &egui::Context, time: Duration) -> bool {
        let since = Instant::now();
        let any = self.adding.is_under_way() || self.adding.tried > 0;
        while let Some(taken) = self.adding.waiting.pop_front() {
            let claims = taken.found.len();
            let name = taken.article.name();
            let notices = taken.notices.iter().map(|words| Told {
                name: name.clone(),
                words: words.clone(),
                failed: false,
            });
            let (notices, replaces): (Vec<Told>, _) = (
                notices.collect(),
                taken.replaces.as_ref().map(|it| it.article),
            );
            self.adding.tried += 1;
            if !self.add_article(ctx, taken) {
                // It was said why.
            } else if let Some(replaced) = replaces {
                self.adding.notices.extend(notices);
                self.selection.article = Some(replaced);
                self.go(View::Read);
            } else {
                if self.adding.added == 0 {
                    // The first, while the others follow: nobody's place is moved when the last is there.
                    self.show_newest_article();
                }
                self.adding.added += 1;
                self.adding.claims += claims;
                self.adding.notices.extend(notices);
            }
            if since.elapsed() >= time {
                break;
            }
        }
        if self.adding.is_under_way() {
            ctx.request_repaint();
        } else if any {
            self.added(ctx);
        }
        any
    }

    /// Says how many articles were added.
    fn added(&mut self, ctx: &egui::Context) {
        let done = std::mem::take(&mut self.adding);
        self.tell_notices(ctx, done.notices);
        self.keep_originals(ctx);
        if done.added == 0 {
            return;
        }
        let articles = words::counted(done.added, "article", "articles");
        // All of them: which are hardly worth checking shows once they are compared.
        let figures = words::counted(done.claims, "figure", "figures");
        let words = format!("{articles} added, {figures} found.");
        self.say(ctx, Toast::changed(words));
    }
}
