//! The reading column: one article, its claims marked, in the order its readers expect.
