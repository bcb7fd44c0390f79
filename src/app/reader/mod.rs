//! The reading column: one article, its claims marked, in the order its readers expect.
//!
//! [`Reader::show`] draws an article in the room there is and says what its reader did. Only what is in sight is
//! laid out; other heights are guesses that never move what is looked at. What a claim is, is not known here.
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places on the screen, never values"
)]

mod bidi;
mod caret;
mod column;
mod draw;
mod find;
mod gesture;
mod line;
mod margin;
mod margin_ui;
mod mark;
mod ordered;
mod outline;
mod paint;
mod paragraph;
mod places;
mod select;
mod state;
mod steps;
mod stops;
mod style;
mod token;
mod walk;
mod wrap;

pub use column::{Reader, ReaderResponse};
pub use find::{Finder, Sought};
pub use line::{label_galley, label_job};
pub use mark::{Lit, Mark, MarkSet, MarkStyle, Underline};
pub use ordered::ordered;
pub use select::{is_same, nudged, word_at};
pub use state::ReaderState;
pub use style::ReaderStyle;

#[cfg(test)]
mod tests;
