//! Light grammar where a rule needs it: word classes, noun phrases, clauses, quotations.
//!
//! Lazy: only for sentences that hold a figure.
