//! What panels see, and where they put what they want.

use std::path::PathBuf;
use std::sync::Arc;

use super::action::Action;
use super::dialog::Ask;
use super::digest::Digest;
use super::left_behind::LeftBehind;
use super::preferences::Preferences;
use super::theme::{Status as Mark, status_mark, verdict_mark};
use crate::article::{Metadata, Role};
use crate::claim::{ArticleId, Claim, ClaimId};
use crate::crosscheck::{Crosscheck, Figure};
use crate::project::{Command, Evidence, Project, Rating, Session, Status};
use crate::text::Span;

/// One of the four views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Articles, text, inspector.
    #[default]
    Read,
    /// What is counted, article by article.
    Figures,
    /// What does not fit.
    Findings,
    /// The report as it will be.
    Report,
}

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The view.
    pub view: View,
    /// The article that is open.
    pub article: Option<ArticleId>,
    /// The claim that is looked at.
    pub claim: Option<ClaimId>,
    /// A place of the open article that was found, where no claim is looked at.
    pub place: Option<Span>,
    /// Grows whenever the claim shall be brought into sight.
    pub reveal: u64,
}

/// What panels see: nothing in it can be changed.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The project with its history.
    pub session: &'a Session,
    /// What follows from it; the latest that is worked out.
    pub crosscheck: &'a Arc<Crosscheck>,
    /// Look-ups over both.
    pub digest: &'a Digest,
    /// What is looked at.
    pub selection: &'a Selection,
    /// How the person likes it.
    pub preferences: &'a Preferences,
    /// Changes of this project that were put off.
    pub put_off: &'a [LeftBehind],
    /// Today, ISO 8601 with time.
    pub now: &'a str,
}

impl<'a> Context<'a> {
    /// The project.
    pub fn project(&self) -> &'a Project {
        self.session.project()
    }

    /// The claim that is looked at.
    pub fn claim(&self) -> Option<&'a Arc<Claim>> {
        self.project().claims.get(&self.selection.claim?)
    }

    /// The mark of a claim: how far it is and, once it is judged, how.
    pub fn mark_of(&self, claim: ClaimId) -> Mark {
        match self.verdict_of(claim) {
            Some(rating) => verdict_mark(rating.value),
            None => status_mark(self.project().status(claim)),
        }
    }

    /// The same in words: "Unchecked"; of a judged claim its verdict, as the project calls it.
    pub fn standing_of(&self, claim: ClaimId) -> &'a str {
        match self.verdict_of(claim) {
            Some(rating) => rating.label.as_str(),
            None => status_mark(self.project().status(claim)).label,
        }
    }

    /// The step of the scale that a checked claim was given.
    fn verdict_of(&self, claim: ClaimId) -> Option<&'a Rating> {
        let project = self.project();
        let review = project.reviews.get(&claim)?;
        let given = review.verdict.as_ref()?;
        project
            .ratings
            .iter()
            .find(|rating| rating.key == given.rating && review.status == Status::Checked)
    }

    /// The copy under check where a view shows no one article: the one that was open, else the first.
    pub fn copy_in_view(&self) -> Option<ArticleId> {
        let articles = &self.project().articles;
        let is_copy = |id: &ArticleId| {
            let article = articles.get(id);
            article.is_some_and(|article| article.metadata.role == Role::CopyUnderCheck)
        };
        if self.selection.view == View::Read {
            return None;
        }
        let open = self.selection.article.filter(is_copy);
        open.or_else(|| articles.keys().copied().find(is_copy))
    }

    /// The figure of a claim.
    pub fn figure_of(&self, claim: ClaimId) -> Option<&'a Figure> {
        let crosscheck: &'a Crosscheck = self.crosscheck;
        let at = *self.digest.figure_of.get(&claim)?;
        crosscheck.figures.get(at).map(AsRef::as_ref)
    }
}

/// Something a panel wants.
#[derive(Debug)]
#[expect(missing_docs, reason = "the sentence on each variant names its fields")]
pub enum Request {
    /// Do what menus and keys do.
    Act(Action),
    /// Change the project.
    Change(Box<Command>),
    /// Look at a claim, in this view or the one it is in.
    Look { claim: ClaimId, view: Option<View> },
    /// Look at a claim and write a note on it.
    NoteOn(ClaimId),
    /// Show words of an article.
    ShowPlace { article: ArticleId, span: Span },
    /// Open an article.
    OpenArticle(ArticleId),
    /// List the claims that a search chooses.
    SearchClaims(String),
    /// Open a dialog.
    Ask(Ask),
    /// Take in files.
    Import(Vec<PathBuf>),
    /// Take in articles that a person has looked at.
    Admit(Vec<super::arrival::Arrival>),
    /// Take in pasted words.
    Paste { words: String, metadata: Metadata },
    /// Open a project file.
    Open(PathBuf),
    /// Save the project to a file.
    SaveTo(PathBuf),
    /// Write the report to a file; the format by its name, some of the judged claims where only these are published.
    ExportTo {
        format: &'static str,
        path: PathBuf,
        claims: Option<Vec<ClaimId>>,
    },
    /// Ask the system for a path.
    Choose(super::job::Choice),
    /// Take one old change back and leave the later ones; by its place in the log.
    Revert(usize),
    /// Give up a running job.
    Cancel(u64),
    /// Put text on the clipboard and say so.
    Copy { text: String, what: &'static str },
    /// Say something.
    Say(super::toast::Toast),
    /// Like it differently.
    Prefer(Box<Preferences>),
    /// Save, then go on.
    SaveThen(super::dialog::After),
    /// Make the changes again that were not saved.
    Recover,
    /// Forget the changes that were not saved.
    ForgetRecovery,
    /// Open what was never saved in any file; by its journal.
    TakeUp(PathBuf),
    /// Forget such projects.
    LetGo(Vec<PathBuf>),
    /// Say why the change at that place in the log was made.
    Explain { event: usize, why: String },
    /// Take the facts of a table in.
    TakeFacts(PathBuf),
    /// Write the facts as a table.
    WriteFacts(PathBuf),
    /// Put a corrected text in place of an article's.
    Revise { article: ArticleId, path: PathBuf },
    /// Put in a text that was read for an article.
    PutIn {
        revision: Box<super::revision::Revision>,
        newer: Box<super::revision::Newer>,
    },
    /// Bring another copy in, over the version both started from; told by their history where that is not named.
    Merge {
        theirs: PathBuf,
        base: Option<PathBuf>,
    },
    /// Attach evidence with a file.
    Attach {
        claim: ClaimId,
        evidence: Box<Evidence>,
        file: PathBuf,
    },
    /// Take over what another program has written to the file, then save.
    MergeWithDisk,
    /// Save over what another program has written.
    Overwrite,
    /// Go on although changes are not saved.
    Discard(super::dialog::After),
}

/// Where panels put what they want; the workbench does it after drawing.
#[derive(Debug, Default)]
pub struct Outbox {
    requests: Vec<Request>,
}

impl Outbox {
    /// Does what menus and keys do.
    pub fn act(&mut self, action: Action) {
        self.requests.push(Request::Act(action));
    }

    /// Changes the project.
    pub fn change(&mut self, command: Command) {
        self.requests.push(Request::Change(Box::new(command)));
    }

    /// Looks at a claim in the view that is open.
    pub fn look(&mut self, claim: ClaimId) {
        self.requests.push(Request::Look { claim, view: None });
    }

    /// Looks at a claim in another view.
    pub fn look_in(&mut self, claim: ClaimId, view: View) {
        self.requests.push(Request::Look {
            claim,
            view: Some(view),
        });
    }

    /// Anything else.
    pub fn want(&mut self, request: Request) {
        self.requests.push(request);
    }

    /// Takes all that was put in.
    pub fn take(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }
}
