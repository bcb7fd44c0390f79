//! Doing what was asked: actions, commands, jobs and their outcomes.

use std::path::PathBuf;
use std::sync::Arc;

use super::action::Action;
use super::context::{Context, Request, View};
use super::dialog::{After, Ask, Dialog};
use super::job::Choice;
use super::preferences::Light;
use super::toast::Toast;
use super::workbench::{Workbench, context};
use crate::claim::{ArticleId, ClaimId};
use crate::crosscheck::LinkKind;
use crate::project::{Command, Session, Status};

impl Workbench {
    /// Does all that panels and keys have asked, and what follows from it.
    pub(super) fn perform_all(&mut self, ctx: &egui::Context) {
        for _ in 0..4 {
            let requests = self.outbox.take();
            if requests.is_empty() {
                return;
            }
            for request in requests {
                self.perform(ctx, request);
            }
            ctx.request_repaint();
        }
    }

    fn perform(&mut self, ctx: &egui::Context, request: Request) {
        match request {
            Request::Act(action) => self.act(ctx, action),
            Request::Change(command) => self.change(ctx, *command),
            Request::Look { claim, view } => self.look(claim, view),
            Request::OpenArticle(article) => self.open_article(article),
            Request::Ask(ask) => self.ask(ctx, ask),
            Request::Import(paths) => self.import(ctx, paths),
            Request::Paste { words, metadata } => self.paste(ctx, &words, metadata),
            Request::Open(path) => self.unless_unsaved(ctx, After::Open(path)),
            Request::SaveTo(path) => self.save_to(ctx, path),
            Request::ExportTo { format, path } => self.export(ctx, format, path),
            Request::Choose(choice) => self.choose(ctx, choice),
            Request::Cancel(job) => self.jobs.cancel(job),
            Request::Copy { text, what } => {
                ctx.copy_text(text);
                self.say(ctx, Toast::done(format!("{what} is on the clipboard.")));
            }
            Request::Say(toast) => self.say(ctx, toast),
            Request::Prefer(preferences) => {
                self.preferences = *preferences;
                self.prefer(ctx);
            }
            Request::SaveThen(after) => self.save_then(ctx, Some(after)),
            Request::Discard(after) => self.go_on(ctx, after),
        }
    }

    /// Shows a message.
    pub(super) fn say(&mut self, ctx: &egui::Context, toast: Toast) {
        self.toasts.say(ctx.input(|input| input.time), toast);
    }

    fn act(&mut self, ctx: &egui::Context, action: Action) {
        if self.welcome && !Self::is_for_welcome(action) {
            return;
        }
        match action {
            Action::NewProject => self.unless_unsaved(ctx, After::New),
            Action::OpenSample => self.unless_unsaved(ctx, After::Sample),
            Action::CloseProject => self.unless_unsaved(ctx, After::Close),
            Action::Quit => self.unless_unsaved(ctx, After::Quit),
            Action::Open => self.ask(ctx, Ask::Path(Choice::Open)),
            Action::Import => self.ask(ctx, Ask::Path(Choice::Import)),
            Action::Paste => self.ask(ctx, Ask::Paste),
            Action::Rename => self.ask(ctx, Ask::Rename),
            Action::Settings => self.ask(ctx, Ask::Settings),
            Action::History => self.ask(ctx, Ask::History),
            Action::Palette => self.ask(ctx, Ask::Palette),
            Action::Keys => self.ask(ctx, Ask::Keys),
            Action::Save => self.save_then(ctx, None),
            Action::SaveAs => {
                self.after_save = None;
                self.ask(ctx, Ask::Path(Choice::SaveAs));
            }
            Action::Undo => self.undo(ctx),
            Action::Redo => self.redo(ctx),
            Action::GoRead => self.go(View::Read),
            Action::GoFigures => self.go(View::Figures),
            Action::GoFindings => self.go(View::Findings),
            Action::GoReport | Action::Export => self.go(View::Report),
            Action::NextClaim => self.step(true),
            Action::PreviousClaim => self.step(false),
            Action::NextOpen => {
                let project = self.session.project();
                match self.digest.next_open(project, self.selection.claim) {
                    Some(claim) => self.look(claim, None),
                    None => self.say(ctx, Toast::done("Every claim has been looked at.")),
                }
            }
            Action::NextArticle => self.step_article(true),
            Action::PreviousArticle => self.step_article(false),
            Action::ShowInFigures => self.show_in(View::Figures),
            Action::ShowInText => self.show_in(View::Read),
            Action::Accept => self.set_status(ctx, Status::InProgress),
            Action::Reject => self.set_status(ctx, Status::Rejected),
            Action::Link => {
                if let Some(claim) = self.selection.claim {
                    self.ask(ctx, Ask::Link(claim));
                }
            }
            Action::Split => self.split(ctx),
            Action::CopyWording => self.copy_wording(ctx),
            Action::CopyCitation => self.copy_citation(ctx),
            Action::Trivial => {
                self.preferences.trivial = !self.preferences.trivial;
                let shown = if self.preferences.trivial {
                    "shown"
                } else {
                    "hidden"
                };
                self.say(ctx, Toast::done(format!("Trivial figures are {shown}.")));
            }
            Action::Larger => self.scale(ctx, 1.1),
            Action::Smaller => self.scale(ctx, 1.0 / 1.1),
            Action::UsualSize => {
                self.preferences.zoom = 1.0;
                self.prefer(ctx);
            }
            Action::Light => {
                self.preferences.light = match ctx.theme() {
                    egui::Theme::Dark => Light::Light,
                    egui::Theme::Light => Light::Dark,
                };
                self.prefer(ctx);
            }
            Action::Find
            | Action::Rate(_)
            | Action::Evidence
            | Action::Note
            | Action::Edit
            | Action::Mark => {
                let mut outbox = std::mem::take(&mut self.outbox);
                self.panels.perform(action, &context!(self), &mut outbox);
                self.outbox = outbox;
            }
        }
    }

    fn scale(&mut self, ctx: &egui::Context, factor: f32) {
        self.preferences.scale(factor);
        self.prefer(ctx);
    }

    fn ask(&mut self, ctx: &egui::Context, ask: Ask) {
        if let Ask::Path(choice) = ask {
            self.choose(ctx, choice);
        }
        self.dialog = Some(Dialog::new(ask, &context!(self)));
    }

    /// Makes a change, says so, and goes on where a decision was made.
    pub(super) fn change(&mut self, ctx: &egui::Context, command: Command) {
        let label = command.describe();
        let decided = match &command {
            Command::SetStatus { claims, .. }
            | Command::SetVerdict {
                claims,
                verdict: Some(_),
            } => claims.first().copied(),
            _ => None,
        };
        let added = matches!(command, Command::AddClaim { .. });
        let stamp = self.stamp();
        match self.session.apply(command, stamp) {
            Ok(()) => {
                self.say(ctx, Toast::changed(label));
                if added {
                    let newest = self.session.project().claims.keys().next_back().copied();
                    self.selection.claim = newest;
                }
                if decided.is_some() && decided == self.selection.claim && self.preferences.advance
                {
                    let next = self.digest.next_open(self.session.project(), decided);
                    if let Some(next) = next {
                        self.look(next, None);
                    }
                }
            }
            Err(error) => self.say(ctx, Toast::failed(error.to_string())),
        }
    }

    fn undo(&mut self, ctx: &egui::Context) {
        let stamp = self.stamp();
        let label = self.session.undo_label().map(str::to_owned);
        if self.session.undo(stamp) {
            self.toasts.forget_changes();
            self.follow_last_change();
            let label = label.unwrap_or_default();
            self.say(ctx, Toast::done(format!("Undone: {label}")));
        }
    }

    fn redo(&mut self, ctx: &egui::Context) {
        let stamp = self.stamp();
        let label = self.session.redo_label().map(str::to_owned);
        if self.session.redo(stamp) {
            self.follow_last_change();
            let label = label.unwrap_or_default();
            self.say(ctx, Toast::changed(format!("Done again: {label}")));
        }
    }

    /// Looks at the claim that the latest undone or redone change was about.
    fn follow_last_change(&mut self) {
        let claim = self.session.log().iter().rev().find_map(|event| {
            let crate::project::Change::Did(command) = &event.change else {
                return None;
            };
            match command.as_ref() {
                Command::SetStatus { claims, .. } | Command::SetVerdict { claims, .. } => {
                    claims.first().copied()
                }
                _ => None,
            }
        });
        if let Some(claim) = claim {
            self.look(claim, None);
        }
    }

    /// Looks at a claim, in its article.
    pub(super) fn look(&mut self, claim: ClaimId, view: Option<View>) {
        if let Some(known) = self.session.project().claims.get(&claim) {
            self.selection.claim = Some(claim);
            self.selection.article = Some(known.article);
            self.selection.reveal += 1;
            if let Some(view) = view {
                self.selection.view = view;
            }
        }
    }

    fn open_article(&mut self, article: ArticleId) {
        self.selection.article = Some(article);
        self.selection.view = View::Read;
        let here = |claim: &ClaimId| {
            let claim = self.session.project().claims.get(claim);
            claim.is_some_and(|claim| claim.article == article)
        };
        if !self.selection.claim.as_ref().is_some_and(here) {
            self.selection.claim = None;
        }
    }

    fn step(&mut self, forward: bool) {
        let from = self
            .selection
            .claim
            .or_else(|| self.before_article(forward));
        if let Some(claim) = self.digest.step(from, forward) {
            self.look(claim, None);
        }
    }

    /// With nothing selected, the claim before the first one of the open article.
    fn before_article(&self, forward: bool) -> Option<ClaimId> {
        let standing = self.digest.articles.get(&self.selection.article?)?;
        if forward {
            let first = *standing.claims.first()?;
            self.digest.step(Some(first), false)
        } else {
            None
        }
    }

    fn step_article(&mut self, forward: bool) {
        let articles: Vec<ArticleId> = self.session.project().articles.keys().copied().collect();
        let at = articles
            .iter()
            .position(|article| Some(*article) == self.selection.article);
        let next = match at {
            Some(at) if forward => articles.get(at + 1),
            Some(at) => at.checked_sub(1).and_then(|at| articles.get(at)),
            None => articles.first(),
        };
        if let Some(article) = next.copied() {
            self.open_article(article);
        }
    }

    fn show_in(&mut self, view: View) {
        if let Some(claim) = self.selection.claim {
            self.look(claim, Some(view));
        }
    }

    fn set_status(&mut self, ctx: &egui::Context, status: Status) {
        let Some(claim) = self.selection.claim else {
            self.say(
                ctx,
                Toast::done("Select a claim first: j goes to the next one."),
            );
            return;
        };
        if self.session.project().status(claim) == status {
            return;
        }
        self.change(
            ctx,
            Command::SetStatus {
                claims: vec![claim],
                status,
            },
        );
    }

    fn split(&mut self, ctx: &egui::Context) {
        let Some(claim) = self.selection.claim else {
            return;
        };
        let context: Context<'_> = context!(self);
        let other = context
            .figure_of(claim)
            .and_then(|figure| figure.claims.iter().find(|other| **other != claim))
            .copied();
        match other {
            Some(other) => self.change(
                ctx,
                Command::LinkClaims {
                    a: claim,
                    b: other,
                    kind: LinkKind::Cannot,
                },
            ),
            None => self.say(ctx, Toast::done("The claim stands alone already.")),
        }
    }

    fn copy_wording(&mut self, ctx: &egui::Context) {
        let context: Context<'_> = context!(self);
        let figure = self
            .selection
            .claim
            .and_then(|claim| context.figure_of(claim));
        match figure.and_then(|figure| figure.wording.clone()) {
            Some(wording) => {
                ctx.copy_text(wording);
                self.say(ctx, Toast::done("The wording is on the clipboard."));
            }
            None => self.say(
                ctx,
                Toast::done("There is no safe wording for this figure."),
            ),
        }
    }

    fn copy_citation(&mut self, ctx: &egui::Context) {
        let context: Context<'_> = context!(self);
        let Some(claim) = context.claim() else {
            return;
        };
        let anchor = &claim.anchor;
        let article = context.project().articles.get(&claim.article);
        let from = article.map(|article| {
            let metadata = &article.metadata;
            let mut parts: Vec<String> = Vec::new();
            parts.extend(metadata.publisher.clone());
            parts.extend(metadata.title.clone());
            parts.extend(metadata.published.as_ref().map(|at| at.date().to_string()));
            parts.extend(metadata.url.clone());
            parts.join(", ")
        });
        let words = format!("{}{}{}", anchor.prefix, anchor.quote, anchor.suffix);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        ctx.copy_text(format!("“… {words} …” ({})", from.unwrap_or_default()));
        self.say(ctx, Toast::done("The citation is on the clipboard."));
    }

    /// Asks about unsaved changes, or goes on at once where there are none.
    fn unless_unsaved(&mut self, ctx: &egui::Context, after: After) {
        if !self.welcome && self.session.is_dirty() {
            self.ask_unsaved(after);
        } else {
            self.go_on(ctx, after);
        }
    }

    /// Saves the project, asking where to if it has no file, and then does what waited for that.
    fn save_then(&mut self, ctx: &egui::Context, after: Option<After>) {
        self.after_save = after;
        match self.path.clone() {
            Some(path) => self.save_to(ctx, path),
            None => self.ask(ctx, Ask::Path(Choice::SaveAs)),
        }
    }

    /// Asks about unsaved changes.
    pub(super) fn ask_unsaved(&mut self, after: After) {
        self.dialog = Some(Dialog::new(Ask::Unsaved(after), &context!(self)));
    }

    /// Does what unsaved changes stood in the way of.
    pub(super) fn go_on(&mut self, ctx: &egui::Context, after: After) {
        self.after_save = None;
        match after {
            After::New => self.begin(Session::new("New project"), None),
            After::Sample => self.open_sample(ctx),
            After::Open(path) => self.open(ctx, path),
            After::Close => {
                self.begin(Session::new("Untitled"), None);
                self.welcome = true;
            }
            After::Quit => {
                self.leaving = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Begins with another session.
    pub(super) fn begin(&mut self, session: Session, path: Option<PathBuf>) {
        self.session = session;
        self.path = path;
        self.welcome = false;
        self.crosscheck = Arc::default();
        self.crosschecking = None;
        self.selection = super::context::Selection::default();
        self.panels = super::panel::Panels::default();
        self.toasts.forget_changes();
    }
}
