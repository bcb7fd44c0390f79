//! Letting articles in: those without a doubt at once, others when a person has looked at them.

use super::adding::Adding;
use super::arrival::{self, Arrival};
use super::context::{Request, View};
use super::copies::CopyOf;
use super::dialog::Ask;
use super::job::{Choice, Taken};
use super::toast::Toast;
use super::told::Told;
use super::workbench::{UNNAMED, Workbench};
use crate::claim::{ArticleId, Claim};
use crate::crosscheck::{LinkKind, Wording};
use crate::export::words;
use crate::project::{Command, Session, Subject};

impl Workbench {
    /// Takes in what files gave, and asks about what is in doubt.
    pub(super) fn imported(
        &mut self,
        ctx: &egui::Context,
        results: Vec<(String, Result<Vec<Taken>, String>)>,
        waiting: Vec<Arrival>,
    ) {
        let any = results
            .iter()
            .any(|(_, result)| result.as_ref().is_ok_and(|taken| !taken.is_empty()));
        if self.welcome && (any || !waiting.is_empty()) {
            self.begin(Session::new(UNNAMED), None);
        }
        let of = results.len();
        let mut failed = Vec::new();
        for (name, result) in results {
            match result {
                Ok(taken) => self.adding.take_in(taken),
                Err(words) => failed.push(Told {
                    name,
                    words,
                    failed: true,
                }),
            }
        }
        self.tell_failures(ctx, failed, of);
        self.add_for(ctx, Adding::A_FRAME);
        if !waiting.is_empty() {
            self.outbox.want(Request::Ask(Ask::Arrivals(waiting)));
            ctx.request_repaint();
        }
    }

    /// Takes in away from the window what a person has looked at.
    pub(super) fn admit(&mut self, ctx: &egui::Context, arrivals: Vec<Arrival>) {
        let wanted = arrivals.iter().filter(|arrival| arrival.take).count();
        let label = format!("Adding {}", words::counted(wanted, "article", "articles"));
        self.start(ctx, "import", &label, move |progress| {
            Some(arrival::admit(arrivals, progress))
        });
    }

    /// Takes what was dropped on the window or pasted while nobody types.
    pub(super) fn take_dropped(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths = dropped.iter().map(|file| file.path().to_owned()).collect();
        self.take_paths(ctx, paths);
        if super::clipboard::paste_markup(ctx, &mut self.pasted) {
            self.say(
                ctx,
                Toast::done("There are no words on the clipboard to paste."),
            );
        }
        self.take_corrected_words(ctx);
        // What is pasted while nobody types is an article, or the address of one.
        let attention = self.attention(ctx);
        if !attention.typing && !attention.asked {
            let pasted = ctx.input(|input| {
                input.events.iter().find_map(|event| match event {
                    egui::Event::Paste(words) if !words.trim().is_empty() => Some(words.clone()),
                    _ => None,
                })
            });
            if let Some(words) = pasted {
                let words = super::clipboard::rich(words);
                self.outbox.want(Request::Ask(Ask::Pasted(words)));
            }
        }
    }

    /// Takes several lines that are pasted where the path of a corrected text is asked for: they are that text.
    fn take_corrected_words(&mut self, ctx: &egui::Context) {
        let articles = self.session.project().articles.keys().copied();
        let asked = articles.into_iter().find(|article| {
            let dialog = self.dialog.as_ref();
            dialog.is_some_and(|dialog| dialog.asks_for(Choice::Revise(*article)))
        });
        let Some(article) = asked else {
            return;
        };
        let words = ctx.input_mut(|input| {
            let lines = |event: &egui::Event| {
                matches!(event, egui::Event::Paste(words) if words.trim().contains('\n'))
            };
            let at = input.events.iter().position(lines)?;
            match input.events.remove(at) {
                egui::Event::Paste(words) => Some(words),
                _ => None,
            }
        });
        if let Some(words) = words {
            self.dialog = None;
            self.revise_by(ctx, article, super::clipboard::rich(words));
        }
    }

    /// Goes to the article that was added last.
    pub(super) fn show_newest_article(&mut self) {
        let newest = self.session.project().articles.keys().next_back().copied();
        self.selection.article = newest;
        self.selection.claim = None;
        self.go(View::Read);
    }

    /// Adds an article; says whether it could be.
    pub(super) fn add_article(&mut self, ctx: &egui::Context, mut taken: Taken) -> bool {
        let text = taken.article.text.clone();
        let original = taken.original.take();
        let original = original.filter(|_| self.preferences.keep_originals);
        if let Some(replaced) = &taken.replaces {
            let done = self.put_in(ctx, replaced, taken.article, taken.found);
            self.originals
                .extend(original.filter(|_| done).map(|it| (text, it)));
            return done;
        }
        let command = Command::AddArticle {
            article: taken.article,
            found: taken.found,
        };
        let stamp = self.stamp();
        if let Err(error) = self.session.apply(command, stamp) {
            self.say(ctx, Toast::failed(error.to_string()));
            return false;
        }
        self.originals.extend(original.map(|it| (text, it)));
        let newest = self.session.project().articles.keys().next_back().copied();
        if let (Some(copy), Some(article)) = (taken.copy, newest) {
            self.link_copy(ctx, article, &copy);
        }
        true
    }

    /// Writes down that an article is a copy, and links what it has copied with where it stood first.
    fn link_copy(&mut self, ctx: &egui::Context, article: ArticleId, copy: &CopyOf) {
        let project = self.session.project();
        let pairs = copy.article.and_then(|original| {
            let [here, there] = [article, original].map(|id| project.articles.get(&id));
            let likeness = Wording::of(&here?.text).likeness(&Wording::of(&there?.text));
            let of = |id| -> Vec<&Claim> {
                let claims = project.claims.values().map(AsRef::as_ref);
                claims
                    .filter(|claim: &&Claim| claim.article == id)
                    .collect()
            };
            Some(likeness.same_claims(&of(article), &of(original)))
        });
        let links = pairs
            .unwrap_or_default()
            .into_iter()
            .map(|(a, b)| Command::LinkClaims {
                a,
                b,
                kind: LinkKind::Must,
            });
        let note = Command::AddNote {
            subject: Subject::Article(article),
            text: format!("A copy: {}% is the text of “{}”.", copy.percent, copy.name),
            by: self.preferences.signature(),
            at: self.now.clone(),
        };
        for command in std::iter::once(note).chain(links).collect::<Vec<_>>() {
            let stamp = self.stamp();
            if let Err(error) = self.session.apply(command, stamp) {
                self.say(ctx, Toast::failed(error.to_string()));
            }
        }
    }

    /// Puts the files of articles beside the project, where the person wants them and the project has a file.
    pub(super) fn keep_originals(&mut self, ctx: &egui::Context) {
        let Some(path) = self.path.clone() else {
            return;
        };
        let waiting = std::mem::take(&mut self.originals);
        if waiting.is_empty() {
            return;
        }
        self.start(
            ctx,
            "originals",
            "Keeping the files as they came",
            move |_| {
                let failed = waiting.iter().find_map(|(text, original)| {
                    crate::project::keep_original(&path, text, &original.name, &original.bytes)
                        .err()
                });
                failed.map(|error| super::job::Outcome::Said(Toast::failed(error.to_string())))
            },
        );
    }
}
