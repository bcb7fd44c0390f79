//! How the reports of a project look: under whose name, with which sections, in which order.

use serde::{Deserialize, Serialize};

/// The look of a project's reports; what is not set is the usual way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReportStyle {
    /// Who publishes them.
    pub newsroom: Option<String>,
    /// Names of sections in the order in which they are printed; none is all of them.
    pub sections: Vec<String>,
    /// A PNG or JPEG picture for their head, in base 64 (RFC 4648).
    pub logo: Option<String>,
    /// Name of the paper of printed forms, "a4" or "letter"; none is A4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<String>,
    /// Where the report is published, as somebody has told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl ReportStyle {
    /// Whether nothing is set.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}
