//! Numbers people would rather look at than read: number line, timeline, coverage, lineage.
//!
//! Values arrive exact and become binary floats only to find their place on the screen.
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places on the screen, never values"
)]

mod coverage;
mod days;
mod lineage;
mod number_line;
mod printed;
mod scale;
mod style;
mod symbol;
mod timeline;

pub use coverage::{Share, coverage_bar_ui, coverage_words};
pub use lineage::{LineageResponse, LineageRoot, lineage_ui, lineage_words};
pub use number_line::{Plotted, number_line_ui};
pub use printed::printed_ui;
pub use scale::Division;
pub use style::{PlotResponse, PlotStyle};
pub use symbol::paint_shape;
pub use timeline::{Dated, timeline_ui};

#[cfg(test)]
mod tests;
