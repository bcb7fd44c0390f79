//! What decides whether an ambiguous form of a unit means it: "5m" of money or of cloth.

use serde::Deserialize;

use super::{Joint, Setting};

/// How far a telling word may stand from the unit, in bytes: a sentence or so.
const REACH: usize = 160;

/// A condition on the surroundings of a number and its unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum When {
    /// Whatever stands around.
    #[default]
    Always,
    /// The form touches the digits: "40p".
    Glued,
    /// A space parts them: "300 K".
    Spaced,
    /// A hyphen joins them: "a 200-pound man".
    Hyphenated,
    /// The number has no sign of money: "5m wide", not "£5m".
    NotMoney,
    /// One of these words stands in the sentence; case matters for words with a capital.
    Near(Vec<String>),
    /// One of these words comes right after the form.
    Before(Vec<String>),
    /// One of these words comes right before the number, other words of number apart.
    After(Vec<String>),
    /// One of these holds.
    Any(Vec<When>),
    /// All of these hold.
    All(Vec<When>),
    /// This does not hold.
    Not(Box<When>),
}

impl When {
    /// Whether the condition holds for a form in `setting` with the text `after` behind it.
    pub fn holds(&self, setting: &Setting<'_>, after: &str) -> bool {
        match self {
            Self::Always => true,
            Self::Glued => setting.joint == Joint::Glued,
            Self::Spaced => setting.joint == Joint::Space,
            Self::Hyphenated => setting.joint == Joint::Hyphen,
            Self::NotMoney => !setting.money,
            Self::Near(words) => words.iter().any(|word| {
                stands_in(last_bytes(setting.before), word) || stands_in(first_bytes(after), word)
            }),
            Self::Before(words) => {
                let next = after.trim_start_matches([' ', '\u{a0}', '-', '‑']);
                words.iter().any(|word| begins_with(next, word))
            }
            Self::After(words) => {
                let last = setting.before.trim_end_matches([' ', '\u{a0}', '-', '‑']);
                words.iter().any(|word| ends_with(last, word))
            }
            Self::Any(several) => several.iter().any(|when| when.holds(setting, after)),
            Self::All(several) => several.iter().all(|when| when.holds(setting, after)),
            Self::Not(other) => !other.holds(setting, after),
        }
    }
}

/// Whether two words are one: a word listed in lower case is also found with capitals.
fn same(found: &str, listed: &str) -> bool {
    found == listed
        || (listed.bytes().all(|byte| !byte.is_ascii_uppercase())
            && found.eq_ignore_ascii_case(listed))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '"' | '״'))
}

fn stands_in(text: &str, word: &str) -> bool {
    // A sign, such as "€", parts words.
    let is_sign = !word.contains(char::is_alphanumeric);
    is_sign && text.contains(word) || words(text).any(|found| same(found, word))
}

fn begins_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| {
        same(start, word)
            && text
                .get(word.len()..)
                .and_then(|rest| rest.chars().next())
                .is_none_or(|c| !c.is_alphanumeric())
    })
}

fn ends_with(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else {
        return false;
    };
    text.get(start..).is_some_and(|end| {
        same(end, word)
            && text
                .get(..start)
                .and_then(|rest| rest.chars().next_back())
                .is_none_or(|c| !c.is_alphanumeric())
    })
}

fn first_bytes(text: &str) -> &str {
    text.get(..text.floor_char_boundary(REACH)).unwrap_or(text)
}

fn last_bytes(text: &str) -> &str {
    let start = text.ceil_char_boundary(text.len().saturating_sub(REACH));
    text.get(start..).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(listed: &str, before: &str, after: &str) -> bool {
        let setting = Setting {
            before,
            joint: Joint::Space,
            money: false,
        };
        When::Near(vec![listed.to_owned()]).holds(&setting, after)
    }

    #[test]
    fn a_telling_word_is_a_whole_word_nearby() {
        assert!(near("weighs", "The calf Weighs ", " by now."));
        assert!(near("flour", "Add ", " of flour."));
        assert!(!near("weigh", "The calf weighs ", ""));
        assert!(!near(
            "flour",
            "Add ",
            &format!(" of{} flour", " nothing".repeat(40))
        ));
        assert!(!near("Swiss", "in swiss rolls", ""));
    }

    #[test]
    fn far_text_is_cut_on_characters() {
        assert!(!near("x", &"é".repeat(200), &"漢".repeat(200)));
    }
}
