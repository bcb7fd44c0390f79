//! The whole report as JSON, for other programs.

use serde::Serialize;

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
    written(FORMAT.name, report)
}

/// JSON that can stand in a page: no words of an article end the script that holds it. The sign "<" stands nowhere but
/// in strings.
pub(super) fn written(
    format: &'static str,
    value: &impl Serialize,
) -> Result<Vec<u8>, ExportError> {
    let json = serde_json::to_string_pretty(value).map_err(|error| ExportError::Failed {
        format,
        because: error.to_string(),
    })?;
    let mut json = json.replace('<', "\\u003c").into_bytes();
    json.push(b'\n');
    Ok(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_end_the_script_that_holds_them() {
        let json = written("JSON", &["</script><b>40 goats"]).expect("words");
        assert!(!json.contains(&b'<'));
        let read: Vec<String> = serde_json::from_slice(&json).expect("sound JSON");
        assert_eq!(read, ["</script><b>40 goats"]);
    }
}
