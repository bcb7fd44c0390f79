//! How units are written beside a number: symbols of the table and words of a language, in one look-up.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Place, When, units};
use crate::lexicon::{UnitCode, Value};

/// One meaning of a way to write a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The unit meant.
    pub code: UnitCode,
    /// How many of it one of these is: 1/100 for "pence", of pounds.
    pub times: Value,
    /// Side of the number.
    pub place: Place,
    /// Whether it tells an age: "years old".
    pub age: bool,
    /// When it has this meaning.
    pub when: When,
}

/// A line of a language's file: words for one unit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitWords {
    /// The unit's code.
    pub unit: String,
    /// Its words after a number, in any case; a space also stands for a hyphen.
    #[serde(default)]
    pub words: Vec<String>,
    /// Words before a number: "magnitude".
    #[serde(default)]
    pub before: Vec<String>,
    /// How many of the unit one of these is, where not one: "1/100" for "pence".
    #[serde(default = "one")]
    pub times: Value,
    /// Whether the words tell an age: "years old".
    #[serde(default)]
    pub age: bool,
    /// When the words mean this unit. Of several lines with one word the first that holds wins.
    #[serde(default)]
    pub when: When,
}

const fn one() -> Value {
    Value::ONE
}

/// How a number and its unit are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// They touch: "5km".
    Glued,
    /// A hyphen: "5-mile".
    Hyphen,
    /// A space: "5 miles".
    Space,
}

/// The surroundings of a number that decide what an ambiguous form means.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The sentence up to the number (for a form after it) or up to the form (before it).
    pub before: &'a str,
    /// How form and number are joined.
    pub joint: Joint,
    /// Whether the number already has a sign of money.
    pub money: bool,
}

/// Every way to write a unit in one language: the symbols of all languages and its own words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Vec<UnitWords>")]
pub struct Forms {
    /// By the first piece of the form (a run of letters, or one other character), in lower case; longest first.
    after: FxHashMap<Box<str>, Vec<Written>>,
    /// By the last character; longest first.
    before: FxHashMap<char, Vec<Written>>,
    /// The first word of the language for each unit.
    names: FxHashMap<UnitCode, Box<str>>,
}

/// A way to write a unit, with its meanings in order.
#[derive(Clone, Debug)]
struct Written {
    text: Box<str>,
    /// Whether capitals matter, as in symbols.
    exact: bool,
    forms: Vec<Form>,
}

impl Form {
    pub(super) fn new(code: &UnitCode, place: Place) -> Self {
        Self {
            code: code.clone(),
            times: Value::ONE,
            age: false,
            place,
            when: When::Always,
        }
    }
}

impl From<Vec<UnitWords>> for Forms {
    fn from(lines: Vec<UnitWords>) -> Self {
        let mut forms = Self::default();
        for line in lines {
            let code = UnitCode(line.unit);
            if let Some(name) = line
                .words
                .first()
                .filter(|_| line.times == Value::ONE && !line.age)
            {
                forms
                    .names
                    .entry(code.clone())
                    .or_insert_with(|| Box::from(name.as_str()));
            }
            for (place, words) in [(Place::After, line.words), (Place::Before, line.before)] {
                for word in words {
                    let form = Form {
                        times: line.times,
                        age: line.age,
                        when: line.when.clone(),
                        ..Form::new(&code, place)
                    };
                    forms.add(&word.to_lowercase(), false, &form);
                }
            }
        }
        for (symbol, meanings) in units().symbols() {
            for form in meanings {
                forms.add(symbol, true, form);
                // "mxn$ 15": letters before a sign of money are written small too.
                if symbol.len() > 2 && symbol.ends_with('$') {
                    forms.add(&symbol.to_lowercase(), false, form);
                }
            }
        }
        for written in forms.after.values_mut().chain(forms.before.values_mut()) {
            written.sort_by_key(|written| std::cmp::Reverse(written.text.len()));
        }
        forms
    }
}

impl Forms {
    /// The unit that `rest` begins with, and its length in bytes: the longest form whose condition holds.
    /// `rest` is the sentence from the form on.
    pub fn read_after(&self, rest: &str, setting: &Setting<'_>) -> Option<(usize, &Form)> {
        let mut key = [0_u8; LONGEST_KEY];
        let written = self.after.get(first_piece(rest, &mut key)?)?;
        written.iter().find_map(|written| {
            let length = written.begins(rest)?;
            let after = rest.get(length..)?;
            let form = written
                .forms
                .iter()
                .find(|form| form.when.holds(setting, after))?;
            Some((length, form))
        })
    }

    /// The language's name of a unit: "metre".
    pub fn name(&self, code: &UnitCode) -> Option<&str> {
        self.names.get(code).map(AsRef::as_ref)
    }

    /// The unit that `before` ends with, and its length in bytes: "costs US$" before "5". `after` is the sentence
    /// from the number on.
    pub fn read_before(
        &self,
        before: &str,
        after: &str,
        setting: &Setting<'_>,
    ) -> Option<(usize, &Form)> {
        let written = self.before.get(&before.chars().next_back()?)?;
        written.iter().find_map(|written| {
            let start = before.len().checked_sub(written.text.len())?;
            let end = before.get(start..)?;
            let same = *end == *written.text || (!written.exact && lower_eq(end, &written.text));
            let first = end.chars().next()?;
            let free = !first.is_alphanumeric()
                || before
                    .get(..start)?
                    .chars()
                    .next_back()
                    .is_none_or(|c| !c.is_alphanumeric());
            if !same || !free {
                return None;
            }
            let form = written
                .forms
                .iter()
                .find(|form| form.when.holds(setting, after))?;
            Some((written.text.len(), form))
        })
    }

    fn add(&mut self, text: &str, exact: bool, form: &Form) {
        if form.place != Place::Before {
            let mut key = [0_u8; LONGEST_KEY];
            if let Some(key) = first_piece(text, &mut key) {
                put(
                    self.after.entry(Box::from(key)).or_default(),
                    text,
                    exact,
                    form,
                );
            }
        }
        if form.place != Place::After
            && let Some(last) = text.chars().next_back()
        {
            put(self.before.entry(last).or_default(), text, exact, form);
        }
    }
}

impl Written {
    /// Length in bytes of this form at the beginning of `rest`, where it ends at the end of a word.
    fn begins(&self, rest: &str) -> Option<usize> {
        let mut left = rest.chars();
        for wanted in self.text.chars() {
            let found = left.next()?;
            let same = found == wanted
                || (!self.exact && found.to_lowercase().eq(std::iter::once(wanted)))
                || (wanted == ' '
                    && matches!(
                        found,
                        '-' | '־' | '\u{2010}' | '\u{2011}' | '\u{a0}' | '\u{202f}' | '\u{2009}'
                    ))
                || (wanted == '"' && matches!(found, '״' | '”' | '“'))
                || (wanted == '\'' && matches!(found, '׳' | '’'));
            if !same {
                return None;
            }
        }
        let end = rest.len() - left.as_str().len();
        let last = self.text.chars().next_back()?;
        let next = left.next();
        let free = match next {
            Some(c) if last.is_alphabetic() => {
                !c.is_alphanumeric() && !matches!(c, '²' | '³' | '\u{300}'..='\u{36F}')
            }
            Some(c) if last.is_ascii_digit() => !c.is_alphanumeric(),
            _ => true,
        };
        free.then_some(end)
    }
}

fn put(list: &mut Vec<Written>, text: &str, exact: bool, form: &Form) {
    match list
        .iter_mut()
        .find(|written| *written.text == *text && written.exact == exact)
    {
        Some(written) => written.forms.push(form.clone()),
        None => list.push(Written {
            text: Box::from(text),
            exact,
            forms: vec![form.clone()],
        }),
    }
}

/// Longest first piece of a form, in bytes.
const LONGEST_KEY: usize = 40;

/// The first run of letters of `text`, or else its first character, in lower case.
fn first_piece<'a>(text: &str, key: &'a mut [u8; LONGEST_KEY]) -> Option<&'a str> {
    let mut length = 0;
    for character in text.chars() {
        if length > 0 && !character.is_alphabetic() {
            break;
        }
        for lower in character.to_lowercase() {
            let end = length + lower.len_utf8();
            lower.encode_utf8(key.get_mut(length..end)?);
            length = end;
        }
        if !character.is_alphabetic() {
            break;
        }
    }
    let key = key.get(..length).filter(|key| !key.is_empty())?;
    std::str::from_utf8(key).ok()
}

fn lower_eq(found: &str, listed: &str) -> bool {
    found
        .chars()
        .flat_map(char::to_lowercase)
        .eq(listed.chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms() -> Forms {
        let line = |unit: &str, words: &[&str], when: When| UnitWords {
            unit: unit.to_owned(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            before: Vec::new(),
            times: Value::ONE,
            age: false,
            when,
        };
        let heavy = When::Any(vec![
            When::Hyphenated,
            When::Near(vec!["weighs".to_owned()]),
        ]);
        Forms::from(vec![
            line("[lb_av]", &["pound", "pounds"], heavy),
            line("GBP", &["pound", "pounds"], When::Always),
            line("[sft_i]", &["square foot", "square feet"], When::Always),
        ])
    }

    fn read(before: &str, joint: Joint, rest: &str) -> Option<(String, String)> {
        let forms = forms();
        let setting = Setting {
            before,
            joint,
            money: before.ends_with('£'),
        };
        let (length, form) = forms.read_after(rest, &setting)?;
        Some((rest.get(..length)?.to_owned(), form.code.0.clone()))
    }

    #[test]
    fn the_surroundings_decide_what_a_pound_is() {
        let is = |unit: &str| Some(("pounds".to_owned(), unit.to_owned()));
        assert_eq!(read("It costs ", Joint::Space, "pounds today"), is("GBP"));
        assert_eq!(
            read("It weighs ", Joint::Space, "pounds today"),
            is("[lb_av]")
        );
        let calf = read("a ", Joint::Hyphen, "pound calf");
        assert_eq!(calf, Some(("pound".to_owned(), "[lb_av]".to_owned())));
    }

    #[test]
    fn the_longest_form_wins_and_ends_with_a_word() {
        let is = |text: &str, unit: &str| Some((text.to_owned(), unit.to_owned()));
        assert_eq!(read("", Joint::Space, "km² of"), is("km²", "km2"));
        assert_eq!(read("", Joint::Space, "km/h."), is("km/h", "km/h"));
        assert_eq!(
            read("", Joint::Space, "Square-foot flat"),
            is("Square-foot", "[sft_i]")
        );
        assert_eq!(read("", Joint::Space, "kmart"), None);
        assert_eq!(read("", Joint::Glued, "m wide"), is("m", "m"));
        assert_eq!(read("£", Joint::Glued, "m grant"), None);
        assert_eq!(read("", Joint::Space, &"a".repeat(100)), None);
    }

    #[test]
    fn a_sign_before_the_number_is_read_backwards() {
        let forms = forms();
        let setting = Setting {
            before: "",
            joint: Joint::Glued,
            money: false,
        };
        for (before, length, unit) in [
            ("costs US$", 3, "USD"),
            ("costs $", 1, "USD"),
            ("sold for HK$", 3, "HKD"),
            ("some ₪", 3, "ILS"),
            ("for CHF", 3, "CHF"),
        ] {
            let found = forms.read_before(before, "5m.", &setting);
            let found = found.map(|(length, form)| (length, form.code.0.as_str()));
            assert_eq!(found, Some((length, unit)), "{before}");
        }
        assert!(forms.read_before("FARM", "5", &setting).is_none());
    }
}
