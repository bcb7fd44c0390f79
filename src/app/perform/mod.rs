//! Doing what was asked: actions, commands, jobs and their outcomes.

mod change;
mod copy;
mod document;
mod walk;

use std::collections::VecDeque;

use super::action::Action;
use super::adding::Adding;
use super::context::{Request, View};
use super::dialog::{After, Ask, Dialog};
use super::job::Choice;
use super::panel::Listed;
use super::preferences::Light;
use super::toast::Toast;
use super::workbench::{Workbench, context};
use crate::claim::ClaimId;
use crate::export::FORMATS;
use crate::project::{Status, Subject};

impl Workbench {
    /// Does all that panels and keys have asked, and what follows from it.
    pub(super) fn perform_all(&mut self, ctx: &egui::Context) {
        /// What follows from what follows ends here; the rest waits for the next frame.
        const MOST: usize = 256;
        let mut waiting = VecDeque::from(self.outbox.take());
        if waiting.is_empty() {
            return;
        }
        for _ in 0..MOST {
            let Some(request) = waiting.pop_front() else {
                break;
            };
            self.perform(ctx, request);
            // What a panel makes of it comes before the next request: two keys in one frame are two steps.
            for following in self.outbox.take().into_iter().rev() {
                waiting.push_front(following);
            }
        }
        for rest in waiting {
            self.outbox.want(rest);
        }
        ctx.request_repaint();
    }

    fn perform(&mut self, ctx: &egui::Context, request: Request) {
        if !matches!(request, Request::Act(Action::Note) | Request::Say(_)) {
            self.toasts.move_on();
        }
        if matches!(request, Request::Act(_) | Request::Look { .. }) {
            self.toasts.outlive(ctx.input(|input| input.time));
        }
        match request {
            Request::Act(action) => self.act(ctx, action),
            Request::Change(command) => self.change(ctx, *command),
            Request::Look { claim, view } => self.look(claim, view),
            Request::NoteOn(claim) => self.note_on(ctx, claim),
            Request::OpenArticle(article) => self.open_article(article),
            Request::ShowPlace { article, span } => self.show_place(article, span),
            Request::SearchClaims(line) => {
                self.go(View::Read);
                let mut panels = std::mem::take(&mut self.panels);
                panels.search(line, &context!(self));
                self.panels = panels;
            }
            Request::Ask(ask) => self.ask(ctx, ask),
            Request::Import(paths) => self.import(ctx, paths),
            Request::Admit(arrivals) => self.admit(ctx, arrivals),
            Request::Paste { words, metadata } => self.paste(ctx, &words, metadata),
            Request::Open(path) => self.unless_unsaved(ctx, After::Open(path)),
            Request::SaveTo(path) => self.save_to(ctx, path, false),
            Request::Recover => self.recover(ctx),
            Request::ForgetRecovery => self.forget_recovery(ctx),
            Request::TakeUp(journal) => self.take_up(ctx, &journal),
            Request::LetGo(journals) => self.let_go(ctx, &journals),
            Request::Explain { event, why } => self.explain(ctx, event, &why),
            Request::TakeFacts(path) => self.take_facts(ctx, path),
            Request::WriteFacts(path) => self.write_facts(ctx, path),
            Request::Revise { article, path } => self.revise(ctx, article, path),
            Request::PutIn { revision, newer } => self.take_in_place(ctx, revision, newer),
            Request::Merge { theirs, base } => self.read_copy(ctx, theirs, base),
            Request::Attach {
                claim,
                evidence,
                file,
            } => self.attach(ctx, claim, evidence, file),
            Request::MergeWithDisk => self.merge_with_disk(ctx),
            Request::Overwrite => {
                if let Some(path) = self.path.clone() {
                    self.save_to(ctx, path, true);
                }
            }
            Request::ExportTo {
                format,
                path,
                claims,
            } => self.export(ctx, format, path, claims),
            Request::Choose(choice) => self.choose(ctx, choice),
            Request::Revert(event) => self.revert(ctx, event),
            Request::Cancel(Adding::JOB) => self.adding.give_up(),
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
        if self.is_out_of_sight(action) {
            let shows = Action::ShowInText.keys(ctx);
            let words =
                format!("No claim is seen in the report: {shows} shows the last one in its text.");
            return self.say(ctx, Toast::done(words));
        }
        match action {
            Action::Accept | Action::Reject | Action::Rate(_) if self.has_unapplied() => {
                let words = "The reading is being corrected: apply that or cancel it first.";
                self.say(ctx, Toast::done(words));
            }
            Action::NewProject => self.unless_unsaved(ctx, After::New),
            Action::OpenSample => self.unless_unsaved(ctx, After::Sample),
            Action::CloseProject => self.unless_unsaved(ctx, After::Close),
            Action::Quit => self.unless_unsaved(ctx, After::Quit),
            Action::Open => self.ask(ctx, Ask::Path(Choice::Open)),
            Action::Import => self.ask(ctx, Ask::Path(Choice::Import)),
            Action::Paste => self.ask(ctx, Ask::Paste),
            Action::Rename if self.renames_figure() => self.hand_to_panels(action),
            Action::Rename => self.ask(ctx, Ask::Rename),
            Action::HouseRules => self.ask(ctx, Ask::HouseRules),
            Action::Ratings => self.ask(ctx, Ask::Ratings),
            Action::ProjectNotes => self.ask(ctx, Ask::Notes(Subject::Project)),
            Action::AboutArticle | Action::ArticleNotes | Action::SignOff | Action::Revise => {
                self.ask_about_article(ctx, action);
            }
            Action::FigureNotes | Action::DecideFigure => self.ask_about_figure(ctx, action),
            Action::Why => match self.session.latest_change() {
                Some(event) => self.ask(ctx, Ask::Why(event)),
                None => self.say(ctx, Toast::done("Nothing has been changed yet.")),
            },
            Action::Opening => self.ask(ctx, Ask::Opening),
            Action::Told => self.ask(ctx, Ask::Told(self.told.clone())),
            Action::PutOff => self.ask_put_off(ctx),
            Action::Merge => self.ask(ctx, Ask::Merge(None)),
            Action::TakeFacts => self.ask(ctx, Ask::Path(Choice::TakeFacts)),
            Action::WriteFacts => self.ask(ctx, Ask::Path(Choice::WriteFacts)),
            Action::Attachments => self.look_after(ctx),
            Action::ReportStyle => self.ask(ctx, Ask::ReportStyle),
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
            Action::GoReport => self.go(View::Report),
            Action::Export => {
                self.go(View::Report);
                if let Some(format) = FORMATS.first() {
                    self.ask(ctx, Ask::Path(Choice::Export(format.name)));
                }
            }
            Action::NextClaim | Action::PreviousClaim if self.selection.view != View::Read => {
                self.hand_to_panels(action);
            }
            Action::NextClaim | Action::PreviousClaim if self.digest.claims().next().is_none() => {
                let keys = Action::Import.keys(ctx);
                self.say(
                    ctx,
                    Toast::done(format!("No claims yet: add an article first ({keys}).")),
                );
            }
            Action::NextClaim => self.step(true),
            Action::PreviousClaim => self.step(false),
            Action::NextOpen => {
                let before_seen = || self.digest.step(self.first_in_sight(), false);
                let from = self.selection.claim.or_else(before_seen);
                let listed = self.panels.listed(&self.selection);
                match (self.next_open(from), listed) {
                    (Some(claim), _) => self.look(claim, None),
                    (None, Some(Listed::Claims(_))) => {
                        self.say(ctx, Toast::done("Every claim listed has been looked at."));
                    }
                    (None, _) => self.say(ctx, Toast::done("Every claim has been looked at.")),
                }
            }
            Action::ShowInFigures => self.show_in(View::Figures),
            Action::ShowInText => self.show_in(View::Read),
            Action::Accept => self.accept(ctx),
            Action::Reject => self.set_status(ctx, Status::Rejected),
            Action::Link => {
                if let Some(claim) = self.selection.claim {
                    self.ask(ctx, Ask::Link(claim));
                }
            }
            Action::SideBySide => {
                if let Some(claim) = self.selection.claim {
                    self.ask(ctx, Ask::SideBySide(claim));
                }
            }
            Action::SetAside => {
                self.go(View::Findings);
                self.hand_to_panels(action);
            }
            Action::Split => self.split(ctx),
            Action::RemoveClaim => self.remove_claim(ctx),
            Action::CopyWording => self.copy_wording(ctx),
            Action::CopyCitation => self.copy_citation(ctx),
            Action::Trivial => {
                self.preferences.trivial = !self.preferences.trivial;
                let shown = if self.preferences.trivial {
                    "shown"
                } else {
                    "hidden"
                };
                self.say(ctx, Toast::done(format!("Trivial claims are {shown}.")));
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
            Action::FindClaims | Action::FindEverywhere => {
                self.go(View::Read);
                self.hand_to_panels(action);
            }
            Action::Caret => {
                if self.selection.view != View::Read {
                    self.go(View::Read);
                }
                self.hand_to_panels(action);
            }
            Action::Note => match self.toasts.just_decided() {
                Some(decided) => self.note_on(ctx, decided),
                None => self.hand_to_panels(action),
            },
            Action::Find
            | Action::NextInRow
            | Action::PreviousInRow
            | Action::Rate(_)
            | Action::Evidence
            | Action::Edit
            | Action::Mark
            | Action::PlaceAgain
            | Action::Recheck
            | Action::NextArticle
            | Action::PreviousArticle
            | Action::StartBack
            | Action::StartForward
            | Action::EndBack
            | Action::EndForward => {
                self.hand_to_panels(action);
            }
        }
    }

    /// Whether an action is about a claim that the view does not show.
    fn is_out_of_sight(&self, action: Action) -> bool {
        self.selection.view == View::Report && action.is_of_claim()
    }

    /// Whether a correction of the claim that is looked at is typed and not applied; it is taken up again.
    fn has_unapplied(&mut self) -> bool {
        let mut panels = std::mem::take(&mut self.panels);
        let unapplied = panels.has_unapplied(&context!(self));
        self.panels = panels;
        unapplied
    }

    /// Asks about the article that is open.
    fn ask_about_article(&mut self, ctx: &egui::Context, action: Action) {
        let Some(article) = self.selection.article else {
            self.say(ctx, Toast::done("Open an article first."));
            return;
        };
        let ask = match action {
            Action::AboutArticle => Ask::Article(article),
            Action::SignOff => {
                let context = context!(self);
                Ask::SignOff(context.copy_in_view().unwrap_or(article))
            }
            Action::Revise => Ask::Path(Choice::Revise(article)),
            _ => Ask::Notes(Subject::Article(article)),
        };
        self.ask(ctx, ask);
    }

    /// Asks about the figure that is looked at.
    fn ask_about_figure(&mut self, ctx: &egui::Context, action: Action) {
        let Some(claim) = self.selection.claim else {
            self.say(ctx, Toast::done("Select a claim of the figure first."));
            return;
        };
        let ask = match action {
            Action::DecideFigure => Ask::Figure(claim),
            _ => Ask::Notes(Subject::Figure(claim)),
        };
        self.ask(ctx, ask);
    }

    /// In Figures, what is renamed is the figure that is looked at.
    fn renames_figure(&self) -> bool {
        self.selection.view == View::Figures && self.selection.claim.is_some()
    }

    fn hand_to_panels(&mut self, action: Action) {
        let mut outbox = std::mem::take(&mut self.outbox);
        self.panels.perform(action, &context!(self), &mut outbox);
        self.outbox = outbox;
    }

    fn scale(&mut self, ctx: &egui::Context, factor: f32) {
        self.preferences.scale(factor);
        self.prefer(ctx);
    }

    /// Writes a note on the claim that was just decided, and says that it is this one and not the next.
    fn note_on(&mut self, ctx: &egui::Context, claim: ClaimId) {
        self.toasts.move_on();
        let known = self.session.project().claims.get(&claim);
        let Some(quote) = known.map(|claim| claim.anchor.quote.clone()) else {
            return;
        };
        self.look(claim, None);
        self.hand_to_panels(Action::Note);
        let next = Action::NextOpen.keys(ctx);
        let words = format!("The note is on “{quote}”, just decided; {next} goes on to the next.");
        self.say(ctx, Toast::done(words));
    }

    fn ask(&mut self, ctx: &egui::Context, ask: Ask) {
        match (ask, self.dialog.take()) {
            // What is half answered is not taken away; these wait for their turn.
            (Ask::Arrivals(arrivals), Some(open)) => {
                self.arrived.extend(arrivals);
                self.dialog = Some(open);
            }
            (ask, open) => {
                if let Some(open) = open {
                    open.leave(ctx, &mut self.outbox);
                }
                if let Ask::Path(choice) = ask {
                    self.choose(ctx, choice);
                }
                // Its own first control gets the keyboard, not one that comes after what had it behind.
                ctx.memory_mut(|memory| {
                    if let Some(behind) = memory.focused() {
                        memory.surrender_focus(behind);
                    }
                });
                self.dialog = Some(Dialog::new(ask, &context!(self)));
            }
        }
    }

    /// Asks about articles that had to wait for another question.
    pub(super) fn ask_waiting(&mut self, ctx: &egui::Context) {
        if self.dialog.is_none() && !self.arrived.is_empty() {
            let arrived = std::mem::take(&mut self.arrived);
            self.ask(ctx, Ask::Arrivals(arrived));
        }
    }
}
