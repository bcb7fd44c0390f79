//! Numbers people would rather look at than read: number line, timeline, coverage, lineage.
