//! Reports: a plain view of a project, and one file per format it can be written in.
//!
//! Exporters return bytes; they open no file.

mod report;
pub mod words;

pub use report::{
    ArticleEntry, Bar, BarEnd, ComparisonEntry, Coverage, DecisionEntry, EndKind, EvidenceEntry,
    FigureEntry, FindingEntry, NoteEntry, OpenQuestion, Plot, Quote, Report, RootEntry, RuleEntry,
    SignOffEntry, Summary, Tally, Tick, VerdictEntry,
};
