//! The window: panels, actions, background jobs, theme.
#![expect(
    clippy::float_arithmetic,
    reason = "positions on the screen are binary floats; values of claims never are"
)]

pub mod plot;
pub mod reader;
pub mod theme;
