//! How pictures in tests are compared.

use egui_kittest::SnapshotOptions;

/// Software drawing rounds a few edge pixels otherwise on another processor; a moved line differs in hundreds.
pub fn tolerance() -> SnapshotOptions {
    SnapshotOptions::new().threshold(2.0).max_failed_pixels(12)
}
