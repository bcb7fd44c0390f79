//! Values of a list in words: "in progress", "period count".

use serde::Serialize;

/// The name of a value as files have it, in words. Empty for a value that is more than a name.
pub(super) fn spoken(value: &impl Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    let name = name.as_ref().and_then(serde_json::Value::as_str);
    name.map_or_else(String::new, |name| name.replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::spoken;
    use crate::claim::Aggregate;
    use crate::project::Status;

    #[test]
    fn a_name_of_several_words_is_told_in_words() {
        assert_eq!(spoken(&Status::InProgress), "in progress");
        assert_eq!(spoken(&Aggregate::PeriodCount), "period count");
    }
}
