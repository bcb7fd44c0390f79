//! What a person can do that does not itself change the project: one list, from which menus, palette, keys and the
//! sheet of keys are read. What changes the project is a [`Command`](crate::project::Command).

use egui::{Key, Modifiers};

use super::context::Context;
use super::keymap::KeyMap;
use super::keys::Chord;

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the list below says what each does")]
pub enum Action {
    NewProject,
    Open,
    OpenSample,
    Save,
    SaveAs,
    Import,
    Paste,
    Export,
    Told,
    PutOff,
    CloseProject,
    Quit,
    Undo,
    Redo,
    Find,
    FindClaims,
    FindEverywhere,
    Caret,
    History,
    Rename,
    HouseRules,
    Ratings,
    ProjectNotes,
    AboutArticle,
    ArticleNotes,
    SignOff,
    Revise,
    Why,
    Opening,
    Merge,
    TakeFacts,
    WriteFacts,
    Attachments,
    ReportStyle,
    Settings,
    NextClaim,
    PreviousClaim,
    NextInRow,
    PreviousInRow,
    NextOpen,
    Accept,
    Reject,
    Rate(u8),
    Evidence,
    Note,
    Edit,
    Mark,
    PlaceAgain,
    Recheck,
    FigureNotes,
    DecideFigure,
    StartBack,
    StartForward,
    EndBack,
    EndForward,
    RemoveClaim,
    CopyCitation,
    ShowInFigures,
    ShowInText,
    Link,
    Split,
    CopyWording,
    SideBySide,
    SetAside,
    GoRead,
    GoFigures,
    GoFindings,
    GoReport,
    NextArticle,
    PreviousArticle,
    Trivial,
    Larger,
    Smaller,
    UsualSize,
    Light,
    Palette,
    Keys,
}

/// Where an action stands in the menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names of the menus")]
pub enum Menu {
    File,
    Edit,
    Claim,
    View,
    Help,
}

/// All menus, from left to right.
pub const MENUS: &[(Menu, &str)] = &[
    (Menu::File, "File"),
    (Menu::Edit, "Edit"),
    (Menu::Claim, "Claim"),
    (Menu::View, "View"),
    (Menu::Help, "Help"),
];

/// An action as a person meets it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What it does.
    pub action: Action,
    /// Stable name, for preferences: "claim.next".
    pub name: &'static str,
    /// As shown in menus and on buttons.
    pub label: &'static str,
    /// Keys, the one that is shown first.
    pub keys: &'static [Chord],
    /// Its menu.
    pub menu: Menu,
    /// What it does, in a sentence.
    pub help: &'static str,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const PLAIN: Modifiers = Modifiers::NONE;

const fn with(modifiers: Modifiers, key: Key) -> Chord {
    Chord { modifiers, key }
}

const fn ctrl(key: Key) -> Chord {
    with(CTRL, key)
}

const fn ctrl_shift(key: Key) -> Chord {
    with(CTRL.plus(SHIFT), key)
}

const fn plain(key: Key) -> Chord {
    with(PLAIN, key)
}

const fn entry(
    action: Action,
    name: &'static str,
    label: &'static str,
    keys: &'static [Chord],
    menu: Menu,
    help: &'static str,
) -> Entry {
    Entry {
        action,
        name,
        label,
        keys,
        menu,
        help,
    }
}

/// Every action, in the order of the menus.
#[rustfmt::skip]
pub const ACTIONS: &[Entry] = &[
    entry(Action::NewProject, "file.new", "New project", &[ctrl(Key::N)], Menu::File, "Start an empty project"),
    entry(Action::Open, "file.open", "Open project…", &[ctrl(Key::O)], Menu::File, "Open a project file"),
    entry(Action::OpenSample, "file.sample", "Open the sample project", &[], Menu::File, "Open a copy of the sample, to look around"),
    entry(Action::Save, "file.save", "Save", &[ctrl(Key::S)], Menu::File, "Save the project"),
    entry(Action::SaveAs, "file.save_as", "Save as…", &[ctrl_shift(Key::S)], Menu::File, "Save the project under another name"),
    entry(Action::Import, "file.import", "Import articles…", &[ctrl(Key::I)], Menu::File, "Add articles from files"),
    entry(Action::Paste, "file.paste", "Paste an article…", &[ctrl_shift(Key::V)], Menu::File, "Add an article from its text or its address"),
    entry(Action::Export, "file.export", "Export report…", &[ctrl(Key::E)], Menu::File, "Write the report to a file"),
    entry(Action::TakeFacts, "file.take_facts", "Take in a fact sheet…", &[], Menu::File, "Add facts, sources and verdicts from a table"),
    entry(Action::WriteFacts, "file.write_facts", "Write a fact sheet…", &[], Menu::File, "Write facts, sources and verdicts as a table"),
    entry(Action::Merge, "file.merge", "Merge another copy…", &[], Menu::File, "Take over what somebody else has decided in a copy of this project"),
    entry(Action::Told, "file.told", "What imports told…", &[], Menu::File, "Files that could not be read, and what to know about those that were"),
    entry(Action::PutOff, "file.put_off", "Changes that were put off…", &[], Menu::File, "Changes of this project that were not saved and not recovered: look into them, make them again, forget them"),
    entry(Action::CloseProject, "file.close", "Close project", &[ctrl(Key::W)], Menu::File, "Back to the welcome screen"),
    entry(Action::Quit, "file.quit", "Quit", &[ctrl(Key::Q)], Menu::File, "Leave Countercheck"),
    entry(Action::Undo, "edit.undo", "Undo", &[ctrl(Key::Z)], Menu::Edit, "Take the latest change back"),
    entry(Action::Redo, "edit.redo", "Redo", &[ctrl_shift(Key::Z), ctrl(Key::Y)], Menu::Edit, "Make it again"),
    entry(Action::Find, "edit.find", "Find…", &[ctrl(Key::F)], Menu::Edit, "Find words in the article, or rows in a list"),
    entry(Action::FindClaims, "edit.find_claims", "Search all claims…", &[ctrl_shift(Key::K)], Menu::Edit, "Search the claims of all articles, and choose them by facets"),
    entry(Action::FindEverywhere, "edit.find_everywhere", "Find in all articles…", &[ctrl_shift(Key::F)], Menu::Edit, "Find words in every article"),
    entry(Action::Caret, "edit.caret", "Caret in the text", &[plain(Key::I), plain(Key::F7)], Menu::Edit, "Move about in the text by the arrow keys, select words with Shift; Esc leaves"),
    entry(Action::History, "edit.history", "History…", &[ctrl(Key::H)], Menu::Edit, "Who did what, when"),
    entry(Action::Rename, "edit.rename", "Rename…", &[plain(Key::F2)], Menu::Edit, "Give the project another name; in Figures, the figure that is looked at"),
    entry(Action::HouseRules, "edit.house_rules", "House rules…", &[], Menu::Edit, "What words stand for in this project, and what its verdicts are called"),
    entry(Action::Ratings, "edit.ratings", "Scale of verdicts…", &[], Menu::Edit, "The verdicts of this project, their names and their order"),
    entry(Action::ProjectNotes, "edit.notes", "Notes on the project…", &[], Menu::Edit, "Read and write notes on the project as a whole"),
    entry(Action::Why, "edit.why", "Say why the latest change was made…", &[plain(Key::Y)], Menu::Edit, "Write down why the latest change was made"),
    entry(Action::Opening, "edit.opening", "Lost claims and notices…", &[], Menu::Edit, "Claims whose words are not where they stood, and what was odd about the file"),
    entry(Action::Attachments, "edit.attachments", "Look after attached files", &[], Menu::Edit, "Say which files attached as evidence have changed or are missing"),
    entry(Action::ReportStyle, "edit.report_style", "Look of the report…", &[], Menu::Edit, "Newsroom, logo, paper, which sections in which order"),
    entry(Action::Settings, "edit.settings", "Settings…", &[ctrl(Key::Comma)], Menu::Edit, "Your name, light or dark, size of text"),
    entry(Action::NextClaim, "claim.next", "Next claim", &[plain(Key::J), plain(Key::ArrowDown)], Menu::Claim, "Select the next claim"),
    entry(Action::PreviousClaim, "claim.previous", "Previous claim", &[plain(Key::K), plain(Key::ArrowUp)], Menu::Claim, "Select the claim before"),
    entry(Action::NextInRow, "claim.next_in_row", "Next claim of the row", &[plain(Key::ArrowRight)], Menu::Claim, "In Figures, select the claim beside it in the row, the next one of its cell first"),
    entry(Action::PreviousInRow, "claim.previous_in_row", "Previous claim of the row", &[plain(Key::ArrowLeft)], Menu::Claim, "In Figures, select the claim before it in the row"),
    entry(Action::NextOpen, "claim.next_open", "Next open claim", &[plain(Key::O)], Menu::Claim, "Select the next claim that nobody has settled"),
    entry(Action::Accept, "claim.accept", "Accept", &[plain(Key::A)], Menu::Claim, "It is a claim worth checking: in progress"),
    entry(Action::Reject, "claim.reject", "Reject", &[plain(Key::X)], Menu::Claim, "It is not a claim"),
    entry(Action::Rate(1), "claim.rate_1", "Rate 1", &[plain(Key::Num1)], Menu::Claim, "Give the first verdict of the scale"),
    entry(Action::Rate(2), "claim.rate_2", "Rate 2", &[plain(Key::Num2)], Menu::Claim, "Give the second verdict of the scale"),
    entry(Action::Rate(3), "claim.rate_3", "Rate 3", &[plain(Key::Num3)], Menu::Claim, "Give the third verdict of the scale"),
    entry(Action::Rate(4), "claim.rate_4", "Rate 4", &[plain(Key::Num4)], Menu::Claim, "Give the fourth verdict of the scale"),
    entry(Action::Rate(5), "claim.rate_5", "Rate 5", &[plain(Key::Num5)], Menu::Claim, "Give the fifth verdict of the scale"),
    entry(Action::Rate(6), "claim.rate_6", "Rate 6", &[plain(Key::Num6)], Menu::Claim, "Give the sixth verdict of the scale"),
    entry(Action::Evidence, "claim.evidence", "Add evidence…", &[plain(Key::E)], Menu::Claim, "Attach what you found"),
    entry(Action::Note, "claim.note", "Write a note", &[plain(Key::N)], Menu::Claim, "Write a note on the claim; right after a decision, on the one just decided"),
    entry(Action::Edit, "claim.edit", "Correct the reading", &[plain(Key::F)], Menu::Claim, "Correct what was understood of the claim"),
    entry(Action::Mark, "claim.mark", "Mark the selected words as a claim", &[plain(Key::M)], Menu::Claim, "Add a figure that was missed"),
    entry(Action::PlaceAgain, "claim.place", "Put the claim at the selected words", &[plain(Key::P)], Menu::Claim, "Correct where the claim stands: for claims that were lost, too"),
    entry(Action::Recheck, "claim.recheck", "Recheck by…", &[plain(Key::R)], Menu::Claim, "Set the day by which the claim is to be looked at again"),
    entry(Action::DecideFigure, "figure.decide", "Decide on the figure…", &[plain(Key::D)], Menu::Claim, "Name it, accept a value, word it, set when to look again"),
    entry(Action::FigureNotes, "figure.notes", "Notes on the figure…", &[], Menu::Claim, "Read and write notes on the figure as a whole"),
    entry(Action::EndForward, "claim.end_forward", "One word more at the end", &[with(SHIFT, Key::ArrowRight)], Menu::Claim, "Let the claim reach a word further"),
    entry(Action::EndBack, "claim.end_back", "One word less at the end", &[with(SHIFT, Key::ArrowLeft)], Menu::Claim, "Let the claim end a word earlier"),
    entry(Action::StartBack, "claim.start_back", "One word more at the start", &[with(SHIFT.plus(Modifiers::ALT), Key::ArrowLeft)], Menu::Claim, "Let the claim begin a word earlier"),
    entry(Action::StartForward, "claim.start_forward", "One word less at the start", &[with(SHIFT.plus(Modifiers::ALT), Key::ArrowRight)], Menu::Claim, "Let the claim begin a word later"),
    entry(Action::RemoveClaim, "claim.remove", "Remove the claim", &[], Menu::Claim, "Drop a claim that was marked by mistake; a figure that is no claim is rejected instead"),
    entry(Action::CopyCitation, "claim.copy", "Copy as a citation", &[plain(Key::C)], Menu::Claim, "Copy the claim with its sentence and place"),
    entry(Action::ShowInFigures, "claim.figure", "Show in Figures", &[plain(Key::G)], Menu::Claim, "See the claim beside the others about the same thing"),
    entry(Action::ShowInText, "claim.text", "Show in the text", &[plain(Key::T)], Menu::Claim, "See the words of the claim in its article"),
    entry(Action::Link, "claim.link", "Link with another claim…", &[plain(Key::L)], Menu::Claim, "Say that two claims are about the same figure"),
    entry(Action::Split, "claim.split", "Take out of its figure", &[plain(Key::U)], Menu::Claim, "Say that the claim is about something else"),
    entry(Action::CopyWording, "figure.wording", "Copy the safe wording", &[plain(Key::W)], Menu::Claim, "Copy the sentence that can be printed"),
    entry(Action::SideBySide, "figure.side_by_side", "Articles side by side…", &[plain(Key::B)], Menu::Claim, "Read two reports of the figure next to each other, with the words they share"),
    entry(Action::SetAside, "finding.set_aside", "Set the finding aside…", &[plain(Key::S)], Menu::Claim, "Say why a finding does not matter; it can be taken up again"),
    entry(Action::GoRead, "view.read", "Read", &[ctrl(Key::Num1)], Menu::View, "Articles, text, inspector"),
    entry(Action::GoFigures, "view.figures", "Figures", &[ctrl(Key::Num2)], Menu::View, "What is counted, article by article"),
    entry(Action::GoFindings, "view.findings", "Findings", &[ctrl(Key::Num3)], Menu::View, "What does not fit"),
    entry(Action::GoReport, "view.report", "Report", &[ctrl(Key::Num4)], Menu::View, "The report as it will be"),
    entry(Action::NextArticle, "article.next", "Next article", &[plain(Key::CloseBracket)], Menu::View, "Open the next article"),
    entry(Action::PreviousArticle, "article.previous", "Previous article", &[plain(Key::OpenBracket)], Menu::View, "Open the article before"),
    entry(Action::AboutArticle, "article.about", "About the article…", &[plain(Key::F4)], Menu::View, "Title, publisher, date and role of the article that is open"),
    entry(Action::ArticleNotes, "article.notes", "Notes on the article…", &[], Menu::View, "Read and write notes on the article that is open"),
    entry(Action::SignOff, "article.sign_off", "Sign off…", &[], Menu::View, "Sign the article that is open off, or as its second reader"),
    entry(Action::Revise, "article.revise", "Put in a corrected text…", &[], Menu::View, "Replace the text of the article that is open; claims are placed again by their words"),
    entry(Action::Trivial, "view.trivial", "Show trivial claims", &[plain(Key::V)], Menu::View, "Show or hide claims hardly worth checking"),
    entry(Action::Larger, "view.larger", "Larger", &[ctrl(Key::Plus), ctrl(Key::Equals)], Menu::View, "Make everything larger"),
    entry(Action::Smaller, "view.smaller", "Smaller", &[ctrl(Key::Minus)], Menu::View, "Make everything smaller"),
    entry(Action::UsualSize, "view.usual_size", "Usual size", &[ctrl(Key::Num0)], Menu::View, "Back to the usual size"),
    entry(Action::Light, "view.light", "Light or dark", &[ctrl_shift(Key::L)], Menu::View, "Turn the light on or off"),
    entry(Action::Palette, "help.palette", "Search actions and claims…", &[ctrl(Key::K), ctrl_shift(Key::P)], Menu::Help, "Do anything, or go anywhere, by name"),
    entry(Action::Keys, "help.keys", "All keys", &[plain(Key::Questionmark), plain(Key::F1)], Menu::Help, "Every key and what it does"),
];

impl Action {
    /// Its entry in the list.
    pub fn entry(self) -> &'static Entry {
        ACTIONS
            .iter()
            .find(|entry| entry.action == self)
            .unwrap_or(&ACTIONS[0])
    }

    /// As shown in menus and on buttons.
    pub fn label(self) -> &'static str {
        self.entry().label
    }

    /// Whether it opens a question or a field, into which the next keys are typed.
    pub fn asks(self) -> bool {
        let opens_field = matches!(
            self,
            Self::Save | Self::Rate(_) | Self::Note | Self::Edit | Self::Recheck
        );
        opens_field || self.label().ends_with('…')
    }

    /// Whether it does something to the claim that is looked at, which must therefore be seen.
    pub const fn is_of_claim(self) -> bool {
        matches!(
            self,
            Self::NextOpen
                | Self::Accept
                | Self::Reject
                | Self::Rate(_)
                | Self::Evidence
                | Self::Note
                | Self::Edit
                | Self::Mark
                | Self::PlaceAgain
                | Self::Recheck
                | Self::DecideFigure
                | Self::FigureNotes
                | Self::EndForward
                | Self::EndBack
                | Self::StartBack
                | Self::StartForward
                | Self::RemoveClaim
                | Self::CopyCitation
                | Self::Link
                | Self::Split
                | Self::CopyWording
                | Self::SideBySide
        )
    }

    /// Its key in force as written, or nothing.
    pub fn keys(self, ctx: &egui::Context) -> String {
        KeyMap::at(ctx).written(self)
    }

    /// Help and key, for a tooltip.
    pub fn tip(self, ctx: &egui::Context) -> String {
        let keys = self.keys(ctx);
        if keys.is_empty() {
            self.entry().help.to_owned()
        } else {
            format!("{}  ({keys})", self.entry().help)
        }
    }
}

/// Whether a line stands below the action in its menu.
pub const fn ends_group(action: Action) -> bool {
    matches!(
        action,
        Action::OpenSample
            | Action::SaveAs
            | Action::Paste
            | Action::Export
            | Action::Redo
            | Action::Caret
            | Action::History
            | Action::NextOpen
            | Action::Rate(6)
            | Action::Mark
            | Action::CopyCitation
            | Action::GoReport
            | Action::PreviousArticle
            | Action::Trivial
            | Action::UsualSize
    )
}

/// The label of an entry in this project: verdicts are called by the project's scale.
pub fn label_in(entry: &Entry, context: &Context<'_>) -> String {
    match entry.action {
        Action::Rate(at) => context
            .project()
            .ratings
            .get(usize::from(at).saturating_sub(1))
            .map_or_else(
                || entry.label.to_owned(),
                |rating| format!("Rate: {}", rating.label),
            ),
        _ => entry.label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_action_is_listed_once_and_no_two_share_a_key() {
        let mut names = BTreeSet::new();
        let mut chords = BTreeSet::new();
        for entry in ACTIONS {
            assert!(names.insert(entry.name), "{} stands twice", entry.name);
            assert_eq!(entry.action.entry().name, entry.name, "found by its action");
            for chord in entry.keys {
                assert!(
                    chords.insert(chord.written()),
                    "{} is taken twice",
                    chord.written()
                );
            }
        }
    }
}
