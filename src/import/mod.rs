//! Bytes to articles: plain text, HTML.
