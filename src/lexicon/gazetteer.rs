//! Names of places, and of what belongs to them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// The gazetteer as its file has it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    countries: BTreeMap<String, String>,
    places: BTreeMap<String, Vec<String>>,
    demonyms: BTreeMap<String, String>,
}

/// What a name in the gazetteer stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Country by ISO 3166-1 code; `None` for what lies in several.
    pub country: Option<String>,
    /// Whether the name is of the country itself.
    pub is_country: bool,
    /// For "Kazakh": "Kazakhstan".
    pub demonym_of: Option<String>,
}

/// Places by name.
#[derive(Debug, Default)]
pub struct Gazetteer {
    by_name: FxHashMap<Box<str>, Place>,
    /// First words of names of several words.
    beginnings: FxHashSet<Box<str>>,
}

/// Every gazetteer with the code of its language, the first for languages without one.
static GAZETTEERS: LazyLock<[(&str, Gazetteer); 2]> = LazyLock::new(|| {
    [
        ("en", include_str!("../../assets/gazetteer/en.ron")),
        ("he", include_str!("../../assets/gazetteer/he.ron")),
    ]
    .map(|(code, file)| {
        let file: File = ron::from_str(file).unwrap_or_default();
        (code, Gazetteer::from(file))
    })
});

impl Gazetteer {
    /// The gazetteer of a language by its code, parsed on first use.
    pub fn of(language: &str) -> &'static Self {
        let [(_, first), ..] = &*GAZETTEERS;
        GAZETTEERS
            .iter()
            .find(|(code, _)| *code == language)
            .map_or(first, |(_, gazetteer)| gazetteer)
    }

    /// What `name` stands for in any language.
    pub fn of_any(name: &str) -> Option<&'static Place> {
        GAZETTEERS
            .iter()
            .find_map(|(_, gazetteer)| gazetteer.place(name))
    }

    /// What `name` stands for, as capitalised in the file.
    pub fn place(&self, name: &str) -> Option<&Place> {
        self.by_name.get(name)
    }

    /// Whether a name of several words begins with `word`.
    pub fn begins(&self, word: &str) -> bool {
        self.beginnings.contains(word)
    }
}

impl From<File> for Gazetteer {
    fn from(file: File) -> Self {
        let mut gazetteer = Self::default();
        let mut add = |name: &str, place: Place| {
            if let Some((first, _)) = name.split_once(' ') {
                gazetteer.beginnings.insert(Box::from(first));
            }
            gazetteer.by_name.insert(Box::from(name), place);
        };
        for (code, names) in &file.places {
            for name in names {
                add(
                    name,
                    Place {
                        country: (code != "-").then(|| code.clone()),
                        is_country: false,
                        demonym_of: None,
                    },
                );
            }
        }
        for (name, code) in &file.countries {
            add(
                name,
                Place {
                    country: Some(code.clone()),
                    is_country: true,
                    demonym_of: None,
                },
            );
        }
        for (demonym, country) in &file.demonyms {
            let code = file.countries.get(country).cloned();
            for form in [demonym.clone(), format!("{demonym}s")] {
                // "Philippines" is no plural of "Philippine".
                if file.countries.contains_key(&form) {
                    continue;
                }
                add(
                    &form,
                    Place {
                        country: code.clone(),
                        is_country: false,
                        demonym_of: Some(country.clone()),
                    },
                );
            }
        }
        gazetteer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demonym_leads_to_its_country() {
        let gazetteer = Gazetteer::of("en");
        let kazakh = gazetteer
            .place("Kazakh")
            .and_then(|p| p.demonym_of.as_deref());
        assert_eq!(kazakh, Some("Kazakhstan"));
        assert!(
            gazetteer
                .place("Zaporizhzhia")
                .is_some_and(|p| !p.is_country)
        );
        assert!(gazetteer.begins("West"));
        assert!(
            gazetteer
                .place("Philippines")
                .is_some_and(|place| place.is_country)
        );
    }

    #[test]
    fn every_gazetteer_is_read() {
        let country = |language, name| {
            let place = Gazetteer::of(language).place(name);
            place.and_then(|place| place.country.clone())
        };
        assert_eq!(country("he", "חיפה").as_deref(), Some("IL"));
        assert_eq!(country("xx", "Lodz").as_deref(), Some("PL"));
    }
}
