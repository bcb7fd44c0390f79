//! app

pub mod plot;
pub mod reader;
