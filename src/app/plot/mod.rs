//! Numbers people would rather look at than read: number line, timeline, coverage, lineage.
#![expect(clippy::float_arithmetic, reason = "drawing, never deciding")]

mod symbol;

pub use symbol::Symbol;
