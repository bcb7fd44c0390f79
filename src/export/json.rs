//! The whole report as JSON, for other programs.

use super::{ExportError, Format, Reader, Report};

pub(super) const FORMAT: Format = Format {
    name: "JSON",
    ending: "json",
    purpose: "Everything in the report, for other programs",
    reader: Reader::Program,
    write: |report, _| write(report),
    caution: None,
};

fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    let mut json = serde_json::to_vec_pretty(report).map_err(|error| ExportError::Failed {
        format: FORMAT.name,
        because: error.to_string(),
    })?;
    json.push(b'\n');
    Ok(json)
}
