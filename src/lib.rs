//! Countercheck: a workbench for checking the figures in news.
//!
//! # In one breath
//!
//! A news article comes in as bytes and becomes an immutable [`Article`](article::Article).
//! Rules find quantities in its text; attribution and subject turn quantities into [`Claim`](claim::Claim)s.
//! Claims of all articles about the same thing gather into [`Figure`](crosscheck::Figure)s; comparing them yields
//! [`Finding`](crosscheck::Finding)s. A person judges, with evidence, and each judgement is a
//! [`Command`](project::Command). The [`Project`](project::Project) is saved as RON and exported as a report.
//!
//! ```text
//! bytes ─ import ─► Article ─ text ─► quantity ─► claim ─┐
//!                                                 Command::AddArticle
//!                                                        ▼
//!         app, cli ── Command ──► Session::apply ──► Project   (recorded, saved)
//!            ▲                                           │
//!            └────── export::Report ◄── Crosscheck ◄─────┘     (derived, never saved)
//! ```
//!
//! **The one distinction to remember: recorded or derived.**
//! Recorded are articles, claims, links, verdicts, evidence and notes: saved, and changed only by command.
//! Derived are sentences, figures, comparisons, findings and reports: a pure function of what is recorded.
//! Claims are recorded on purpose: a better rule next year must not alter what somebody judged this year.
//!
//! # Where things live
//!
//! The modules below stand in order, and **a module may import only modules above it**; a test reads this file
//! and checks it. (Blank lines between the `mod` items keep rustfmt from sorting them.)
//!
//! | Module | One responsibility |
//! |---|---|
//! | [`lexicon`] | Words of a language and definitions of units, parsed from embedded RON. Imports nothing. |
//! | [`text`] | `Text`, `Span`, `Anchor`; tokens and sentences. |
//! | [`syntax`] | Light grammar where a rule needs it. |
//! | [`quantity`] | From text to quantities: numbers, units, intervals; one file a family of rules. |
//! | [`article`] | An immutable text with what is known about it. |
//! | [`import`] | Bytes to articles; one file a format. |
//! | [`claim`] | Who says which quantity about what, where, when, in what scope. |
//! | [`crosscheck`] | Claims to figures, comparisons and findings. |
//! | [`project`] | All that is recorded, the commands that change it, its file. |
//! | [`export`] | A report as a plain view of a project; one file a format. |
//! | [`cli`] | Every user story without a window. |
//! | `app` | The window: panels, actions, background jobs, theme. |
//!
//! # What never happens
//!
//! - Only `project::file`, `cli` and `app` touch files; only `cli` and `app` read a clock. Importers take bytes,
//!   exporters return them.
//! - Only `import::fetch` opens a connection, and only to an address that somebody asked for.
//! - `egui` is named only in `app`; `app` and `cli` never meet.
//! - Extraction cannot fail: odd text yields fewer claims, never an error.
//! - No floating point outside `app`: values are exact decimals and ratios ([`quantity::Value`]).
//! - Output order never depends on hashing.
//! - Rules contain grammar, lexicons contain words.
//!
//! # Keeping places valid
//!
//! Text never changes; a corrected article is a new one. Only [`Text`](text::Text) makes a [`Span`](text::Span),
//! checking character boundaries once. Rules combine the spans of tokens and do no arithmetic on offsets. Files store
//! [`Anchor`](text::Anchor)s; loading verifies each quote, and what cannot be found again is listed, never moved.
//!
//! # Growing in one place
//!
//! | To add | Touch |
//! |---|---|
//! | an extraction rule | a file in `quantity/rule/`, listed in its `mod.rs` |
//! | a unit | one entry in `assets/lexicon/units.ron`, its words a line in each language |
//! | a word | one line in `assets/lexicon/<language>.ron` |
//! | a language | one `<language>.ron`, one line in [`lexicon::LANGUAGES`] |
//! | an importer | a file in `import/`, listed in `READERS` |
//! | an exporter | a file in `export/`, listed in `FORMATS` |
//! | a finding | a function in `crosscheck/finding/`, listed there |
//! | a panel or action | a file in `app/panel/`, a line in the list of actions |
//! | a command | a variant of [`project::Command`] and its arm |
//!
//! # Reading order for a newcomer
//!
//! This page, one rule of `quantity/rule/`, `project/command.rs`, one panel.

// The tower: a module may import only modules above it.
pub mod lexicon;

pub mod text;

pub mod syntax;

pub mod quantity;

pub mod article;

pub mod import;

pub mod claim;

pub mod crosscheck;

pub mod project;

pub mod export;

pub mod cli;

#[cfg(feature = "app")]
pub mod app;
