//! The lexicon's words of events, as stems, and what is looked up in them.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::glued::Glued;
use super::{Order, Sym, Token, Word, counts_people, course_of};
use crate::crosscheck::stem::stem;
use crate::lexicon::{Course, LANGUAGES, Lexicon, events};

/// The lexicon's words of events, as stems.
pub(in crate::crosscheck) struct Vocabulary {
    pub(super) glued: Glued,
    pub(super) lemmas: FxHashMap<&'static str, &'static str>,
    pub(super) function: FxHashSet<Sym>,
    pub(super) synonyms: FxHashMap<Sym, Sym>,
    classes: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    narrowing: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    /// Sorts of measures, numbered on from the narrowing lists.
    sorts: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    /// What changes are set against, numbered on from the sorts.
    bases: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    running: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    /// With the months they stand for.
    accounts: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    nights: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    unsettled: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    /// Words before "to" by which a deed is only meant: "plans to".
    pub(in crate::crosscheck) prospects: FxHashSet<Sym>,
    /// Words before a measure that make no other measure of it.
    pub(in crate::crosscheck) plain: FxHashSet<Sym>,
    pub(in crate::crosscheck) ordinals: FxHashSet<Sym>,
    /// Numbers in words: "six", "third", "million".
    pub(in crate::crosscheck) numbers: FxHashSet<Sym>,
    pub(in crate::crosscheck) measures: FxHashSet<Sym>,
    pub(in crate::crosscheck) progress: FxHashSet<Sym>,
    /// What joins the two ends of a range: "from January **to** March".
    pub(in crate::crosscheck) range_joins: FxHashSet<Sym>,
    /// The number of the first list of sorts.
    pub(in crate::crosscheck) first_sort: u16,
    /// Groups that make up a whole together.
    pub(in crate::crosscheck) opposites: Vec<(Word, Word)>,
    pub(in crate::crosscheck) anyone: FxHashSet<Sym>,
    pub(in crate::crosscheck) groups: FxHashSet<Sym>,
    pub(in crate::crosscheck) boundaries: FxHashSet<Sym>,
    pub(in crate::crosscheck) prepositions: FxHashSet<Sym>,
    pub(in crate::crosscheck) narrowing_prepositions: FxHashSet<Sym>,
    /// The years that are told of.
    pub(in crate::crosscheck) years: FxHashSet<Sym>,
    /// Verbs by which a figure comes to where it is: "slipped", "rose".
    pub(in crate::crosscheck) movements: FxHashSet<Word>,
    pub(in crate::crosscheck) scenes: FxHashSet<Sym>,
    pub(in crate::crosscheck) directions: FxHashSet<Sym>,
    /// Words that open a perfect.
    pub(in crate::crosscheck) perfect: FxHashSet<Sym>,
    /// People whose number is the same from day to day.
    pub(in crate::crosscheck) standing: FxHashSet<Sym>,
    pub(in crate::crosscheck) revised: FxHashSet<Sym>,
    pub(in crate::crosscheck) nobodies: FxHashSet<Sym>,
    /// Offices that speak for the body named before them, in small letters.
    pub(in crate::crosscheck) speaks_for: FxHashSet<String>,
    /// Words that part the phrases of a name or say nothing in it, in small letters.
    pub(in crate::crosscheck) small_words: FxHashSet<String>,
    /// Names of bodies, by their place among those.
    known_as: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    /// The first of the names of each body.
    known: Vec<Sym>,
    /// Heads of a body and the body they speak for.
    pub(in crate::crosscheck) bodies: FxHashMap<Sym, Sym>,
    /// Words beside the name of a source that say nothing of it.
    pub(in crate::crosscheck) beside_names: FxHashSet<Sym>,
    /// First and last letter of the scripts of languages that put the noun first.
    noun_first: Vec<(char, char)>,
    pub(in crate::crosscheck) added: FxHashSet<Sym>,
    /// Before the level from which a figure has moved: "from".
    pub(in crate::crosscheck) started_from: FxHashSet<Sym>,
    pub(in crate::crosscheck) belonging: FxHashSet<Sym>,
    pub(in crate::crosscheck) spells: FxHashSet<Sym>,
    pub(in crate::crosscheck) tallies: FxHashSet<Sym>,
    pub(in crate::crosscheck) relatives: FxHashSet<Sym>,
    pub(in crate::crosscheck) origins: FxHashSet<Sym>,
    /// As written, in lower case.
    pub(in crate::crosscheck) negations: FxHashSet<&'static str>,
    /// Narrowing lists of those who are left.
    pub(in crate::crosscheck) remaining: FxHashSet<u16>,
    /// Narrowing lists of what was told before and no longer holds: "earlier".
    pub(in crate::crosscheck) former: FxHashSet<u16>,
    /// Narrowing lists that give a figure to a stretch of time.
    pub(in crate::crosscheck) recent: FxHashSet<u16>,
    /// Narrowing lists of what has come to be lately: "new".
    pub(in crate::crosscheck) newly: FxHashSet<u16>,
    alone: FxHashMap<Vec<Sym>, u16>,
}

/// The lexicons of all languages.
fn lexicons() -> impl Iterator<Item = &'static Lexicon> {
    LANGUAGES.iter().filter_map(|(code, _)| Lexicon::of(code))
}

/// The vocabulary: stems and small words of English, happenings of every language.
pub(in crate::crosscheck) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);
    &VOCABULARY
}

impl Vocabulary {
    fn new() -> Self {
        let words = events();
        let lemmas: FxHashMap<&str, &str> = words
            .lemmas
            .iter()
            .map(|(form, lemma)| (form.as_str(), lemma.as_str()))
            .collect();
        let glued = Glued::new();
        let one = |word: &str| one_stem(glued.bare(word), &lemmas);
        let set = |list: &'static [String]| -> FxHashSet<Sym> {
            list.iter().map(|word| one(word)).collect()
        };
        let several = |phrase: &str| -> Vec<Sym> { phrase.split(' ').map(one).collect() };
        let mut classes: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>> = FxHashMap::default();
        for (class, number) in words.classes.iter().zip(0_u16..) {
            // Each language says in its own words what the class means.
            let of_class = lexicons()
                .flat_map(|lexicon| &lexicon.events.classes)
                .filter(|other| other.name == class.name);
            for word in of_class.flat_map(|other| &other.words) {
                insert(&mut classes, several(word), number);
            }
        }
        let mut narrowing = FxHashMap::default();
        for (list, number) in words.narrowing.iter().zip(0_u16..) {
            for word in list {
                insert(&mut narrowing, several(word), number);
            }
        }
        let first_sort = u16::try_from(words.narrowing.len()).unwrap_or(u16::MAX);
        let mut numbers = first_sort..;
        let mut lists = |lists: &[Vec<String>]| {
            let mut map = FxHashMap::default();
            for (list, number) in lists.iter().zip(&mut numbers) {
                for word in list {
                    insert(&mut map, several(word), number);
                }
            }
            map
        };
        let sorts = lists(&words.sorts);
        let bases = lists(&words.bases);
        let phrases = |list: &[String]| {
            let mut map = FxHashMap::default();
            for word in list {
                insert(&mut map, several(word), 0);
            }
            map
        };
        let mut known_as = FxHashMap::default();
        for (names, number) in words.known_as.iter().zip(0_u16..) {
            for name in names {
                let words = name.split([' ', '.']).filter(|word| !word.is_empty());
                insert(&mut known_as, words.map(one).collect(), number);
            }
        }
        let mut accounts = FxHashMap::default();
        for (months, list) in &words.accounts {
            for word in list {
                insert(&mut accounts, several(word), u16::from(*months));
            }
        }
        let mut synonyms = FxHashMap::default();
        for list in &words.synonyms {
            let Some(first) = list.first() else { continue };
            // The last word of "police officer" stands for it in a noun phrase.
            let stands = one(first.rsplit(' ').next().unwrap_or(first));
            for word in list {
                if !word.contains(' ') {
                    synonyms.entry(one(word)).or_insert(stands);
                }
            }
        }
        let groups = words
            .groups
            .iter()
            .map(|word| one(word.rsplit(' ').next().unwrap_or(word)))
            .map(|stem| synonyms.get(&stem).copied().unwrap_or(stem))
            .collect();
        Self {
            function: set(&words.function),
            first_sort,
            opposites: words
                .opposites
                .iter()
                .map(|(one, other)| {
                    let sense = |word: &str| {
                        let stem = one_stem(word, &lemmas);
                        synonyms.get(&stem).copied().unwrap_or(stem).short()
                    };
                    (sense(one), sense(other))
                })
                .collect(),
            synonyms,
            classes,
            narrowing,
            sorts,
            bases,
            running: phrases(&words.running),
            unsettled: phrases(&words.unsettled),
            accounts,
            nights: phrases(&words.nights),
            prospects: set(&words.prospects),
            plain: set(&words.plain),
            ordinals: lexicons()
                .flat_map(|lexicon| lexicon.numerals.ordinals.keys())
                .map(|word| one(word))
                .collect(),
            numbers: lexicons()
                .map(|lexicon| &lexicon.numerals)
                .flat_map(|numerals| {
                    let (cardinals, parts) = (numerals.cardinals.keys(), numerals.parts.keys());
                    cardinals.chain(parts).chain(numerals.scales.keys())
                })
                .map(|word| one(word))
                .collect(),
            measures: set(&words.measures),
            noun_first: lexicons()
                .filter(|lexicon| lexicon.nouns.head_first)
                .map(|lexicon| lexicon.script)
                .collect(),
            started_from: set(&words.started_from),
            progress: set(&words.progress),
            range_joins: set(&words.range_joins),
            anyone: lexicons()
                .flat_map(|lexicon| &lexicon.events.anyone)
                .map(|word| one(word))
                .collect(),
            groups,
            boundaries: set(&words.boundaries),
            prepositions: set(&words.prepositions),
            years: (1500..=2100)
                .map(|year: u16| Sym::of(&year.to_string()))
                .collect(),
            movements: lexicons()
                .flat_map(|lexicon| lexicon.change.up.iter().chain(&lexicon.change.down))
                .map(|word| one(word).short())
                .collect(),
            scenes: set(&words.scenes),
            directions: set(&words.directions),
            perfect: set(&words.perfect),
            standing: set(&words.standing),
            narrowing_prepositions: set(&words.narrowing_prepositions),
            revised: set(&words.revised),
            nobodies: set(&words.nobodies),
            speaks_for: words.speaks_for.iter().cloned().collect(),
            small_words: words
                .prepositions
                .iter()
                .chain(&words.function)
                .cloned()
                .collect(),
            known: words
                .known_as
                .iter()
                .filter_map(|names| names.first())
                .map(|name| one(name))
                .collect(),
            known_as,
            bodies: words
                .bodies
                .iter()
                .map(|(head, body)| (one(head), one(body)))
                .collect(),
            beside_names: set(&words.beside_names),
            added: set(&words.added),
            belonging: set(&words.belonging),
            spells: set(&words.spells),
            tallies: lexicons()
                .flat_map(|lexicon| &lexicon.events.tallies)
                .map(|word| one(word))
                .collect(),
            relatives: set(&words.relatives),
            origins: set(&words.origins),
            negations: lexicons()
                .flat_map(|lexicon| &lexicon.events.negations)
                .map(String::as_str)
                .collect(),
            recent: lists_with(&words.recent),
            remaining: lists_with(&words.remaining),
            former: lists_with(&words.former),
            newly: lists_with(&words.newly),
            alone: words
                .classes
                .iter()
                .zip(0_u16..)
                .flat_map(|(class, number)| class.alone.iter().map(move |word| (word, number)))
                .map(|(word, number)| (several(word), number))
                .collect(),
            lemmas,
            glued,
        }
    }

    /// Where the language of a word puts the noun.
    pub(super) fn order_of(&self, word: &str) -> Order {
        let first = word.chars().next().filter(|first| !first.is_ascii());
        let noun_first = first.is_some_and(|first| {
            let mut scripts = self.noun_first.iter();
            scripts.any(|(from, to)| (*from..=*to).contains(&first))
        });
        if noun_first {
            Order::NounFirst
        } else {
            Order::NounLast
        }
    }

    /// The class of happening that begins at the first of `tokens`, and how many words name it.
    pub(in crate::crosscheck) fn class_at(&self, tokens: &[Token]) -> Option<(u16, usize)> {
        longest(&self.classes, tokens)
    }

    /// Whether a noun names those to whom something happened: "dead", "refugees".
    pub(in crate::crosscheck) fn is_of_people(&self, noun: Sym) -> bool {
        self.classes.get(&noun).is_some_and(|entries| {
            entries.iter().any(|(words, class)| {
                // Two strikes and two marches are no people; two deaths are.
                words.len() == 1 && counts_people(*class) && course_of(*class) == Course::Toll
            })
        })
    }

    /// The class that one word names by itself.
    pub(in crate::crosscheck) fn class_of(&self, noun: Sym) -> Option<u16> {
        self.classes
            .get(&noun)?
            .iter()
            .find(|(words, _)| words.len() == 1)
            .map(|(_, class)| *class)
    }

    /// The class that `tokens` name where nothing else is said: "left".
    pub(in crate::crosscheck) fn class_alone(&self, tokens: &[Token]) -> Option<u16> {
        let stems: Vec<Sym> = tokens.iter().map(|token| token.stem).collect();
        self.alone.get(&stems).copied()
    }

    /// The sort of measure that the first of `tokens` names.
    pub(in crate::crosscheck) fn sort_at(&self, tokens: &[Token]) -> Option<(u16, usize)> {
        longest(&self.sorts, tokens)
    }

    /// What a change is set against, by the words that begin at the first of `tokens`.
    pub(in crate::crosscheck) fn base_at(&self, tokens: &[Token]) -> Option<(u16, usize)> {
        longest(&self.bases, tokens)
    }

    /// Whether the first of `tokens` begin words that make a figure a running total.
    pub(in crate::crosscheck) fn runs_at(&self, tokens: &[Token]) -> bool {
        longest(&self.running, tokens).is_some()
    }

    /// The months of the account that the first of `tokens` name.
    pub(in crate::crosscheck) fn account_at(&self, tokens: &[Token]) -> Option<u16> {
        longest(&self.accounts, tokens).map(|(months, _)| months)
    }

    /// Whether the first of `tokens` say that a thing happened in one night.
    pub(in crate::crosscheck) fn night_at(&self, tokens: &[Token]) -> bool {
        longest(&self.nights, tokens).is_some()
    }

    /// Whether the first of `tokens` say that a result is not the last.
    pub(in crate::crosscheck) fn unsettled_at(&self, tokens: &[Token]) -> bool {
        longest(&self.unsettled, tokens).is_some()
    }

    /// The body whose name begins at the first of `tokens`, by the first of its names, and how many words name it.
    pub(in crate::crosscheck) fn body_at(&self, tokens: &[Token]) -> Option<(Sym, usize)> {
        let (number, length) = longest(&self.known_as, tokens)?;
        Some((*self.known.get(usize::from(number))?, length))
    }

    /// Whether a word is the first of the names of a body.
    pub(in crate::crosscheck) fn is_known_body(&self, word: Word) -> bool {
        self.known.iter().any(|body| body.short() == word)
    }

    /// The narrowing word that begins at the first of `tokens`.
    pub(in crate::crosscheck) fn narrowing_at(&self, tokens: &[Token]) -> Option<(u16, usize)> {
        longest(&self.narrowing, tokens)
    }
}

fn one_stem(word: &str, lemmas: &FxHashMap<&str, &str>) -> Sym {
    Sym::of(&stem(word, lemmas))
}

/// Numbers of the narrowing lists that hold one of `words`.
fn lists_with(words: &[String]) -> FxHashSet<u16> {
    events()
        .narrowing
        .iter()
        .zip(0_u16..)
        .filter(|(list, _)| list.iter().any(|word| words.contains(word)))
        .map(|(_, number)| number)
        .collect()
}

fn insert(map: &mut FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>, words: Vec<Sym>, number: u16) {
    if let Some(first) = words.first().copied() {
        let entries = map.entry(first).or_default();
        if !entries.iter().any(|(known, _)| *known == words) {
            entries.push((words, number));
        }
    }
}

fn longest(map: &FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>, tokens: &[Token]) -> Option<(u16, usize)> {
    let first = tokens.first()?;
    map.get(&first.stem)?
        .iter()
        .filter(|(words, _)| {
            words.len() <= tokens.len()
                && words
                    .iter()
                    .zip(tokens)
                    .enumerate()
                    .all(|(at, (word, token))| {
                        *word == token.stem && (at == 0 || !token.after_break)
                    })
        })
        .map(|(words, number)| (*number, words.len()))
        .max_by_key(|(number, length)| (*length, std::cmp::Reverse(*number)))
}

#[cfg(test)]
mod tests {
    use super::super::class_name;
    use super::*;

    fn classes(text: &str) -> Vec<&'static str> {
        let tokens = vocabulary().tokens(text);
        (0..tokens.len())
            .filter_map(|at| vocabulary().class_at(&tokens[at..]))
            .map(|(class, _)| class_name(class))
            .collect()
    }

    #[test]
    fn ways_of_dying_are_one_class() {
        for text in [
            "four were killed",
            "four people lost their lives",
            "the death toll is four",
            "four dead",
            "four died",
            "four bodies",
        ] {
            assert!(
                classes(text).contains(&"killed"),
                "{text}: {:?}",
                classes(text)
            );
        }
        assert!(!classes("four people saw the lion").contains(&"killed"));
    }

    #[test]
    fn happenings_are_known_in_each_language() {
        assert!(classes("11 אזרחים נהרגו").contains(&"killed"));
        assert!(classes("18 נפצעו").contains(&"injured"));
    }
}
