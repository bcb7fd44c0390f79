//! The window: panels, actions, background jobs, theme.
//!
//! A panel gets a read-only [`Context`](context::Context) and an [`Outbox`](context::Outbox); it keeps only its own
//! view state. What changes the project is a command; what does not is an [`Action`](action::Action).
#![expect(
    clippy::float_arithmetic,
    reason = "positions on the screen are binary floats; values of claims never are"
)]

pub mod action;
mod adding;
mod admission;
mod arrival;
mod clipboard;
mod clock;
pub mod context;
mod copies;
pub mod dialog;
mod digest;
mod documents;
mod exchange;
mod file_dialog;
mod heights;
pub mod job;
mod keymap;
pub mod keys;
mod launch;
pub mod left_behind;
mod marks;
mod panel;
mod perform;
#[cfg(test)]
mod picture;
pub mod plot;
pub mod preferences;
mod query;
pub mod reader;
mod revision;
mod sample;
mod saving;
pub mod theme;
pub mod toast;
mod told;
mod widget;
mod window_title;
mod workbench;

pub use launch::{AppError, run};
pub use preferences::name_in_settings;
pub use workbench::{Options, Workbench};
