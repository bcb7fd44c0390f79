//! Countercheck: a workbench for checking the figures in news.

// The tower: a module may import only modules above it. A test reads this list.
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
