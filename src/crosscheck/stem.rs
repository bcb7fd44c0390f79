//! Stems: what the forms of an English word have in common.

use rustc_hash::FxHashMap;

/// The stem of a word in lower case: its lemma where the lexicon knows one, else without the endings of English.
pub(super) fn stem(word: &str, lemmas: &FxHashMap<&str, &str>) -> String {
    let lemma = lemmas.get(word).copied();
    if lemma == Some(word) {
        // "News" is no form of "new".
        return word.to_owned();
    }
    let mut stem = lemma.unwrap_or(word).to_owned();
    if !stem.is_ascii() || stem.len() <= 3 {
        return stem;
    }
    if let Some(root) = stem.strip_suffix("ies").filter(|root| root.len() > 1) {
        stem = format!("{root}y");
    } else if ["sses", "xes", "zes", "ches", "shes"]
        .iter()
        .any(|ending| stem.ends_with(ending))
    {
        stem.truncate(stem.len() - 2);
    } else if stem.ends_with('s') && !["ss", "us", "is"].iter().any(|e| stem.ends_with(e)) {
        stem.truncate(stem.len() - 1);
    }
    if let Some(lemma) = lemmas.get(stem.as_str()) {
        (*lemma).clone_into(&mut stem);
    }
    let verb = stem
        .strip_suffix("ing")
        .or_else(|| stem.strip_suffix("ed"))
        .filter(|root| root.len() > 2 && root.contains(['a', 'e', 'i', 'o', 'u', 'y']));
    if let Some(root) = verb {
        let mut root = root.to_owned();
        let bytes = root.as_bytes();
        let doubled = bytes.len() > 3
            && bytes.last() == bytes.get(bytes.len() - 2)
            && !matches!(bytes.last(), Some(b'l' | b's' | b'z' | b'e' | b'o'));
        if doubled {
            root.truncate(root.len() - 1);
        }
        stem = root;
    }
    if stem.len() > 4 && stem.ends_with('e') {
        stem.truncate(stem.len() - 1);
    }
    if stem.len() > 4 && stem.ends_with('y') {
        stem.truncate(stem.len() - 1);
        stem.push('i');
    } else if stem.len() > 4 && stem.ends_with("ation") {
        // evacuation, evacuate
        stem.truncate(stem.len() - 3);
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::events;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let lemmas: FxHashMap<&str, &str> = (events().lemmas.iter())
            .map(|(form, lemma)| (form.as_str(), lemma.as_str()))
            .collect();
        for forms in [
            &["killed", "killing", "kills", "kill"][..],
            &["injured", "injures", "injuring"],
            &["evacuated", "evacuate", "evacuation", "evacuating"],
            &["children", "child"],
            &["cities", "city"],
            &["planned", "plan", "plans"],
        ] {
            let (first, others) = forms.split_first().expect("forms");
            for other in others {
                assert_eq!(stem(other, &lemmas), stem(first, &lemmas), "{forms:?}");
            }
        }
    }
}
