//! Fingerprints: the SHA-256 of bytes in lower-case hexadecimal.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// A fingerprint being taken, piece by piece.
#[derive(Clone, Debug, Default)]
pub(super) struct Fingerprint(Sha256);

impl Fingerprint {
    /// Takes in the bytes that follow.
    pub(super) fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }
}

/// The fingerprint of all that was taken in.
pub(super) fn hexadecimal(fingerprint: Fingerprint) -> String {
    let digest = fingerprint.0.finalize();
    digest
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

/// The fingerprint of `bytes`.
pub(in crate::project) fn fingerprint(bytes: &[u8]) -> String {
    let mut taken = Fingerprint::default();
    taken.update(bytes);
    hexadecimal(taken)
}
