//! The window as a whole: holds the session, hands a view of it to the panels, does what they ask.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use super::action::Action;
use super::adding::Adding;
use super::clock;
use super::context::{Outbox, Selection, View};
use super::dialog::{After, Dialog};
use super::digest::Digest;
use super::job::Jobs;
use super::keymap::KeyMap;
use super::keys::{self, Attention};
use super::left_behind::{LeftBehind, Waiting};
use super::panel::{self, Panels};
use super::preferences::{KEPT_AS, Preferences};
use super::saving::Saving;
use super::theme;
use super::toast::Toasts;
use super::window_title;
use crate::crosscheck::Crosscheck;
use crate::project::{Recovery, Session, Stamp};

/// How the window is opened.
#[derive(Clone, Debug)]
pub struct Options {
    /// A project or articles to begin with.
    pub paths: Vec<PathBuf>,
    /// Reads the clock; tests stop it.
    pub clock: fn() -> String,
    /// Whether the system's file dialogs are asked.
    pub system_dialogs: bool,
    /// Preferences to begin with, where none are kept.
    pub preferences: Preferences,
    /// Where changes are kept safe while their project has no file; nowhere if `None`.
    pub state_folder: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            paths: Vec::new(),
            clock: clock::now,
            system_dialogs: true,
            preferences: Preferences::default(),
            state_folder: state_folder(),
        }
    }
}

/// Where the system wants the state of programs kept.
fn state_folder() -> Option<PathBuf> {
    let named = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from);
    let usual = || Some(std::env::home_dir()?.join(".local/state"));
    let folder = named.filter(|folder| folder.is_absolute()).or_else(usual)?;
    Some(folder.join("countercheck"))
}

/// What a project is called that nobody has named.
pub(super) const UNNAMED: &str = "New project";

/// The window.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something that waits to be done, and any of them may"
)]
pub struct Workbench {
    pub(super) session: Session,
    /// The file of the project.
    pub(super) path: Option<PathBuf>,
    /// Whether the welcome screen is shown instead of a project.
    pub(super) welcome: bool,
    title: window_title::Told,
    pub(super) crosscheck: Arc<Crosscheck>,
    pub(super) digest: Digest,
    digest_of: Option<(u64, usize, bool)>,
    /// The revision whose crosscheck is being worked out.
    pub(super) crosschecking: Option<u64>,
    pub(super) selection: Selection,
    pub(super) panels: Panels,
    pub(super) dialog: Option<Dialog>,
    pub(super) toasts: Toasts,
    pub(super) jobs: Jobs,
    pub(super) preferences: Preferences,
    pub(super) outbox: Outbox,
    /// Changes of projects that were never saved in a file, from an earlier run.
    pub(super) left_behind: Vec<Recovery>,
    /// The same, as they are offered.
    pub(super) offers: Vec<LeftBehind>,
    /// Changes of the open project that were put off, and the same as they are offered.
    pub(super) put_off: Vec<Recovery>,
    pub(super) put_off_offers: Vec<LeftBehind>,
    /// Files of new articles that are to be kept beside the project, by the texts of these.
    pub(super) originals: Vec<(crate::text::Text, super::arrival::Original)>,
    /// Articles to be looked at that wait for another question to be answered.
    pub(super) arrived: Vec<super::arrival::Arrival>,
    /// Files of articles that came with a project, which is opened first, and its path.
    pub(super) after_opening: Option<(PathBuf, Vec<PathBuf>)>,
    /// Articles that have been read and are on their way into the project.
    pub(super) adding: Adding,
    /// What imports have told since the project was opened.
    pub(super) told: Vec<super::told::Told>,
    /// Whether a save is under way.
    pub(super) saving: Saving,
    /// The recent projects with changes that wait.
    pub(super) waiting: Vec<(PathBuf, Waiting)>,
    /// Keys that were pressed before the field was there that they are for.
    typed: Vec<egui::Event>,
    /// What was pressed behind words of the same frame.
    held: Vec<egui::Event>,
    /// Whether words came since the keys of pasting were pressed.
    pub(super) pasted: bool,
    /// Whether the preferences are to be written at once, not only at the end.
    pub(super) keep_preferences: bool,
    /// When what was changed is to be brought down to the device, in egui's seconds.
    pub(super) autosave_at: Option<f64>,
    /// The latest revision that will be brought down.
    pub(super) autosaved: u64,
    pub(super) options: Options,
    /// What to do once the project is saved.
    pub(super) after_save: Option<After>,
    /// Whether another project was begun: lists start at their tops.
    pub(super) begun: bool,
    /// Whether the window may close although there are changes.
    pub(super) leaving: bool,
    pub(super) now: String,
}

impl Workbench {
    /// Opens the window.
    pub fn new(creation: &eframe::CreationContext<'_>, options: Options) -> Self {
        theme::install(&creation.egui_ctx);
        let mut preferences: Preferences = creation
            .storage
            .and_then(|storage| eframe::get_value(storage, KEPT_AS))
            .unwrap_or_else(|| options.preferences.clone());
        if preferences.name.trim().is_empty() {
            preferences.name.clone_from(&options.preferences.name);
        }
        let mut workbench = Self {
            session: Session::new(UNNAMED),
            path: None,
            welcome: true,
            title: window_title::Told::default(),
            crosscheck: Arc::default(),
            digest: Digest::default(),
            digest_of: None,
            crosschecking: None,
            selection: Selection::default(),
            panels: Panels::default(),
            dialog: None,
            toasts: Toasts::default(),
            jobs: Jobs::default(),
            preferences,
            outbox: Outbox::default(),
            now: (options.clock)(),
            options,
            left_behind: Vec::new(),
            offers: Vec::new(),
            put_off: Vec::new(),
            put_off_offers: Vec::new(),
            originals: Vec::new(),
            arrived: Vec::new(),
            after_opening: None,
            adding: Adding::default(),
            told: Vec::new(),
            waiting: Vec::new(),
            typed: Vec::new(),
            held: Vec::new(),
            pasted: false,
            keep_preferences: false,
            saving: Saving::Idle,
            autosave_at: None,
            autosaved: 0,
            after_save: None,
            begun: false,
            leaving: false,
        };
        if let Some(folder) = &workbench.options.state_folder {
            workbench.left_behind = Recovery::in_folder(folder);
            workbench.offer_left_behind();
        }
        workbench.look_over_recent();
        workbench.prefer(&creation.egui_ctx);
        let paths = std::mem::take(&mut workbench.options.paths);
        workbench.take_paths(&creation.egui_ctx, paths);
        workbench
    }

    /// Waits for all jobs and takes in their outcomes; for tests.
    pub fn settle(&mut self, ctx: &egui::Context) {
        loop {
            self.jobs.wait();
            let any = self.collect(ctx);
            if !self.add_for(ctx, std::time::Duration::MAX) && !any {
                return;
            }
        }
    }

    /// The session, to be looked at.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What is looked at.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    pub(super) fn stamp(&self) -> Stamp {
        Stamp {
            by: self.preferences.signature(),
            at: (self.options.clock)(),
        }
    }

    /// Tells egui how the person likes it.
    pub(super) fn prefer(&self, ctx: &egui::Context) {
        ctx.set_theme(self.preferences.theme());
        ctx.set_zoom_factor(self.preferences.zoom);
        ctx.all_styles_mut(|style| theme::set_motion(style, self.preferences.motion));
        KeyMap::of(&self.preferences.keys).install(ctx);
    }

    /// Makes the look-ups anew where anything has changed, and starts the crosscheck where it is due.
    fn refresh(&mut self, ctx: &egui::Context) {
        if self.adding.is_under_way() {
            // Once, when all are there.
            return;
        }
        if self.crosschecking != Some(self.session.revision())
            && let Some(task) = self.session.crosscheck_task()
        {
            self.crosschecking = Some(self.session.revision());
            self.start_crosscheck(ctx, task);
        } else if self.session.crosscheck_task().is_none() {
            self.crosscheck = Arc::clone(self.session.crosscheck());
        }
        let of = (
            self.session.revision(),
            Arc::as_ptr(&self.crosscheck).addr(),
            self.preferences.trivial,
        );
        if self.digest_of != Some(of) {
            self.digest = Digest::new(&self.session, &self.crosscheck, self.preferences.trivial);
            self.digest_of = Some(of);
            self.keep_selection();
        }
    }

    /// Lets go of what is no longer there, and opens something where nothing is open.
    fn keep_selection(&mut self) {
        let project = self.session.project();
        let gone = |claim| !project.claims.contains_key(&claim);
        if self.selection.claim.is_some_and(gone) {
            self.selection.claim = None;
        }
        let there = self
            .selection
            .article
            .is_some_and(|article| project.articles.contains_key(&article));
        if !there {
            self.selection.article = project.articles.keys().next().copied();
        }
    }

    pub(super) fn attention(&self, ctx: &egui::Context) -> Attention {
        Attention {
            typing: ctx.text_edit_focused(),
            focused: ctx.memory(|memory| memory.focused().is_some()),
            caret: self.panels.has_caret(ctx, &self.selection),
            asked: self.dialog.is_some(),
        }
    }

    fn guard_close(&mut self, ctx: &egui::Context) {
        let closing = ctx.input(|input| input.viewport().close_requested());
        if closing && !self.leaving && !self.welcome && self.session.is_dirty() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.ask_unsaved(ctx, After::Quit);
        }
    }
}

/// The view of everything that panels get.
macro_rules! context {
    ($workbench:expr) => {
        $crate::app::context::Context {
            session: &$workbench.session,
            crosscheck: &$workbench.crosscheck,
            digest: &$workbench.digest,
            selection: &$workbench.selection,
            preferences: &$workbench.preferences,
            put_off: &$workbench.put_off_offers,
            now: &$workbench.now,
        }
    };
}
pub(super) use context;

impl eframe::App for Workbench {
    /// Where words and the Esc behind them come in one frame, the words are still the field's: egui lets go of the field
    /// before it hands anything out.
    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        input.events.splice(0..0, std::mem::take(&mut self.held));
        if ctx.text_edit_focused() {
            self.held = keys::after_words(&mut input.events);
        }
        if !self.held.is_empty() {
            ctx.request_repaint();
        }
    }

    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.collect(ctx);
        self.add_for(ctx, Adding::A_FRAME);
        self.ask_waiting(ctx);
        if std::mem::take(&mut self.keep_preferences)
            && let Some(storage) = frame.storage_mut()
        {
            self.save(storage);
            storage.flush();
        }
        self.take_dropped(ctx);
        self.guard_close(ctx);
        self.autosave(ctx);
        let attention = self.attention(ctx);
        let keys = KeyMap::at(ctx);
        let waited = std::mem::take(&mut self.typed);
        let pressed = |input: &mut egui::InputState| {
            input.events.splice(0..0, waited);
            keys::pressed(input, &keys, attention, &mut self.typed)
        };
        let actions = ctx.input_mut(pressed);
        if !self.typed.is_empty() {
            ctx.request_repaint();
        }
        for action in actions {
            self.outbox.act(action);
        }
        self.perform_all(ctx);
        self.refresh(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.now = (self.options.clock)();
        if std::mem::take(&mut self.begun) {
            ui.data_mut(egui::util::IdTypeMap::remove_by_type::<egui::scroll_area::State>);
        }
        if self.dialog.is_some() {
            // What is behind a question answers to nothing and says nothing; it looks as before.
            ui.disable();
            ui.set_opacity(1.0);
        }
        let mut jobs = self.jobs.shown();
        jobs.extend(self.adding.shown());
        let mut outbox = std::mem::take(&mut self.outbox);
        let context = context!(self);
        if self.welcome {
            let offers = (&*self.offers, &*self.waiting);
            panel::welcome_ui(ui, &context, offers, &jobs, &mut outbox);
        } else {
            let moment = panel::Moment {
                jobs: &jobs,
                toasts: &self.toasts,
                asked: self.dialog.as_ref().map(Dialog::keys),
            };
            self.panels.show_ui(ui, &context, moment, &mut outbox);
        }
        if let Some(dialog) = &mut self.dialog
            && !dialog.ui(ui, &context, &mut outbox)
        {
            self.dialog = None;
            // Its field is gone with it: the next key is no letter of it.
            ui.memory_mut(|memory| {
                if let Some(field) = memory.focused() {
                    memory.surrender_focus(field);
                }
            });
        }
        self.toasts.show_ui(ui, !self.welcome, &mut outbox);
        panel::drop_zone_ui(ui);
        self.outbox = outbox;
        self.perform_all(ui.ctx());
        self.refresh(ui.ctx());
        let session = &self.session;
        let open = (!self.welcome).then(|| (session.project().title.as_str(), session.is_dirty()));
        self.title.tell(ui.ctx(), open);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, KEPT_AS, &self.preferences);
    }
}

impl Workbench {
    /// Goes to a view.
    pub(super) fn go(&mut self, view: View) {
        self.selection.view = view;
        self.selection.reveal += 1;
        self.welcome = false;
    }

    /// Whether an action makes sense on the welcome screen.
    pub(super) const fn is_for_welcome(action: Action) -> bool {
        matches!(
            action,
            Action::NewProject
                | Action::Open
                | Action::OpenSample
                | Action::Import
                | Action::Paste
                | Action::TakeFacts
                | Action::Settings
                | Action::Told
                | Action::Palette
                | Action::Keys
                | Action::Larger
                | Action::Smaller
                | Action::UsualSize
                | Action::Light
                | Action::Quit
        )
    }
}
