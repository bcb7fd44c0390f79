//! Numbers people would rather look at than read: number line, timeline, coverage, lineage.

mod symbol;

pub use symbol::paint_shape;
