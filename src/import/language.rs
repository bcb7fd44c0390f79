//! The main language of a text: script first, then letters of one language only, then common words.

use std::collections::BTreeMap;

use super::words::Words;
use crate::lexicon::LANGUAGES;

/// Characters looked at; a language shows early.
const ENOUGH: usize = 20_000;

/// ISO 639-1 code of the main language, where it can be told.
pub(super) fn of(text: &str) -> Option<String> {
    let mut scripts: BTreeMap<Script, usize> = BTreeMap::new();
    for letter in text.chars().take(ENOUGH).filter(|c| c.is_alphabetic()) {
        *scripts.entry(script(letter)).or_insert(0) += 1;
    }
    // Kana decide over the Han characters they stand among.
    if scripts.get(&Script::Kana).copied().unwrap_or(0) * 10
        > scripts.get(&Script::Han).copied().unwrap_or(0)
        && scripts.contains_key(&Script::Kana)
    {
        return Some("ja".to_owned());
    }
    let (script, _) = scripts.into_iter().max_by_key(|(_, count)| *count)?;
    let has = |letters: &str| text.chars().take(ENOUGH).any(|c| letters.contains(c));
    let code = match script {
        Script::Hebrew => "he",
        Script::Arabic if has("پچژگ") => "fa",
        Script::Arabic => "ar",
        Script::Cyrillic if has("іїєґІЇЄҐ") => "uk",
        Script::Cyrillic => "ru",
        Script::Greek => "el",
        Script::Han => "zh",
        Script::Hangul => "ko",
        Script::Kana => "ja",
        Script::Latin => return of_latin(text),
        Script::Other => return None,
    };
    Some(code.to_owned())
}

/// What a person should know of an article in a language without rules.
pub(super) fn without_rules(code: Option<&str>) -> Option<String> {
    let code = code.filter(|code| LANGUAGES.iter().all(|(known, _)| known != code))?;
    let named = Words::all().language_name(code);
    let name = named.map_or_else(|| format!("the language “{code}”"), str::to_owned);
    Some(format!(
        "The text seems to be in {name}, for which there are no rules yet: no figures are found in it. Mark them by hand, or correct the language if it is another"
    ))
}

/// The language whose common words are most frequent; `None` where hardly any is.
fn of_latin(text: &str) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut total = 0;
    let end = text
        .char_indices()
        .nth(ENOUGH)
        .map_or(text.len(), |(at, _)| at);
    let text = text.get(..end).unwrap_or(text);
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
    {
        total += 1;
        let word = word.to_lowercase();
        for (code, common) in &Words::all().languages {
            if common.contains(&word) {
                *counts.entry(code).or_insert(0) += 1;
            }
        }
    }
    let mut ranked: Vec<(&str, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let (best, count) = *ranked.first()?;
    let next = ranked.get(1).map_or(0, |(_, count)| *count);
    // One word that two languages share says nothing: "per", "me".
    let told = count > 2 || count == 2 && next == 0;
    (told && count * 12 >= total && count > next).then(|| best.to_owned())
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Han,
    Kana,
    Hangul,
    Other,
}

/// By the blocks of the Unicode standard.
const fn script(letter: char) -> Script {
    match letter {
        'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Script::Greek,
        '\u{400}'..='\u{52F}' => Script::Cyrillic,
        '\u{590}'..='\u{5FF}' | '\u{FB1D}'..='\u{FB4F}' => Script::Hebrew,
        '\u{600}'..='\u{77F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => Script::Arabic,
        '\u{3040}'..='\u{30FF}' => Script::Kana,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' => Script::Han,
        '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}' => Script::Hangul,
        _ => Script::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_script_letters_and_common_words() {
        for (text, code) in [
            (
                "Forty goats fled over the bridge and were found in the park.",
                "en",
            ),
            (
                "Vierzig Ziegen sind über die Brücke und nicht mit der Bahn geflohen.",
                "de",
            ),
            (
                "Quarante chèvres ont fui par le pont et sont dans le parc.",
                "fr",
            ),
            ("ארבעים עיזים ברחו דרך הגשר (BBC)", "he"),
            ("Сорок коз убежали через мост", "ru"),
            ("Сорок кіз утекли через міст", "uk"),
            ("四十頭のヤギが橋を渡った", "ja"),
        ] {
            assert_eq!(of(text).as_deref(), Some(code), "{text}");
        }
    }

    #[test]
    fn a_language_without_rules_is_told() {
        let told = without_rules(Some("ru")).expect("a notice");
        assert!(told.contains("in Russian"), "{told}");
        assert!(without_rules(Some("xx")).is_some_and(|it| it.contains("“xx”")));
        assert_eq!(without_rules(Some("he")), None);
        assert_eq!(without_rules(None), None);
        let goats = crate::import::read("goats.txt", "Сорок коз убежали через мост".as_bytes());
        assert_eq!(goats.expect("a text")[0].notices, [told]);
    }

    #[test]
    fn a_page_of_digits_has_no_language() {
        assert_eq!(of("12 34 5.6"), None);
        assert_eq!(of(""), None);
    }
}
