//! Words as they are compared: stems as hashes, classes of happenings, synonyms.
//!
//! Two words are one when their stems are. A stem is kept as a 64-bit hash ([`Sym`]): equality is all that is asked
//! of it, and among a million words the chance that two hashes fall together is below one in ten million.

use std::cell::RefCell;
use std::hash::Hasher as _;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::stem::stem;
use crate::lexicon::{Course, LANGUAGES, Lexicon, events};

/// A stem, for equality alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Sym(pub u64);

impl Sym {
    /// Of letters as they stand.
    pub(super) fn of(letters: &str) -> Self {
        let mut hasher = FxHasher::default();
        hasher.write(letters.as_bytes());
        Self(hasher.finish())
    }
}

/// What sort of word a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Names no thing: "of", "said".
    Function,
    /// Digits.
    Number,
    /// Any other word.
    Content,
}

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Its stem.
    pub stem: Sym,
    /// Its stem, or the stem that stands for all its synonyms.
    pub sense: Sym,
    /// Sort of word.
    pub sort: Sort,
    /// Whether it is written with a capital.
    pub capital: bool,
    /// Whether a sentence, line or clause ends between this word and the one before.
    pub after_break: bool,
    /// Whether a comma or bracket stands between this word and the one before.
    pub after_comma: bool,
}

/// The lexicon's words of events, as stems.
pub(super) struct Vocabulary {
    lemmas: FxHashMap<&'static str, &'static str>,
    function: FxHashSet<Sym>,
    synonyms: FxHashMap<Sym, Sym>,
    classes: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    narrowing: FxHashMap<Sym, Vec<(Vec<Sym>, u16)>>,
    pub(super) anyone: FxHashSet<Sym>,
    pub(super) groups: FxHashSet<Sym>,
    pub(super) boundaries: FxHashSet<Sym>,
    pub(super) prepositions: FxHashSet<Sym>,
    pub(super) revised: FxHashSet<Sym>,
    pub(super) nobodies: FxHashSet<Sym>,
    pub(super) added: FxHashSet<Sym>,
    pub(super) belonging: FxHashSet<Sym>,
    pub(super) spells: FxHashSet<Sym>,
    pub(super) tallies: FxHashSet<Sym>,
    pub(super) origins: FxHashSet<Sym>,
    /// Narrowing lists of those who are left.
    pub(super) remaining: FxHashSet<u16>,
    /// Narrowing lists that give a figure to a stretch of time.
    pub(super) recent: FxHashSet<u16>,
    alone: FxHashMap<Vec<Sym>, u16>,
}

/// The lexicons of all languages.
fn lexicons() -> impl Iterator<Item = &'static Lexicon> {
    LANGUAGES.iter().filter_map(|(code, _)| Lexicon::of(code))
}

/// Words remembered on each thread at most.
const REMEMBERED: usize = 1 << 16;

thread_local! {
    static READ: RefCell<FxHashMap<Sym, (Sym, Sym, Sort)>> = RefCell::default();
}

/// The vocabulary: stems and small words of English, happenings of every language.
pub(super) fn vocabulary() -> &'static Vocabulary {
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
        let one = |word: &str| Sym::of(&stem(word, &lemmas));
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
            synonyms,
            classes,
            narrowing,
            anyone: lexicons()
                .flat_map(|lexicon| &lexicon.events.anyone)
                .map(|word| one(word))
                .collect(),
            groups,
            boundaries: set(&words.boundaries),
            prepositions: set(&words.prepositions),
            revised: set(&words.revised),
            nobodies: set(&words.nobodies),
            added: set(&words.added),
            belonging: set(&words.belonging),
            spells: set(&words.spells),
            tallies: set(&words.tallies),
            origins: set(&words.origins),
            recent: lists_with(&words.recent),
            remaining: lists_with(&words.remaining),
            alone: words
                .classes
                .iter()
                .zip(0_u16..)
                .flat_map(|(class, number)| class.alone.iter().map(move |word| (word, number)))
                .map(|(word, number)| (several(word), number))
                .collect(),
            lemmas,
        }
    }

    /// The words of `text`, in order.
    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(text.len() / 6 + 1);
        let mut start = None;
        let mut after_break = true;
        let mut after_comma = false;
        let mut letters = String::new();
        let mut previous = ' ';
        for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
            let inside = c.is_alphanumeric()
                || (matches!(c, '\'' | '’') && start.is_some())
                || (matches!(c, '.' | ',') && previous.is_ascii_digit() && digit_follows(text, at));
            if inside {
                start.get_or_insert(at);
            } else {
                if let Some(from) = start.take() {
                    let word = text.get(from..at).unwrap_or_default();
                    tokens.push(self.token(
                        word,
                        from,
                        at,
                        &mut letters,
                        (after_break, after_comma),
                    ));
                    (after_break, after_comma) = (false, false);
                }
                after_break |= match c {
                    '.' => !tokens
                        .last()
                        .is_some_and(|last| last.end == at && Self::abbreviates(text, *last)),
                    _ => matches!(c, '!' | '?' | '\n' | ';' | ':' | '…' | '|'),
                };
                after_comma |= matches!(c, ',' | '(' | ')' | '–' | '—');
            }
            previous = c;
        }
        tokens
    }

    /// Whether a stop after this word ends no sentence: "Feb.", "U.".
    fn abbreviates(text: &str, token: Token) -> bool {
        let word = text.get(token.start..token.end).unwrap_or_default();
        (word.chars().count() == 1 && token.capital)
            || Lexicon::of("en")
                .is_some_and(|lexicon| lexicon.sentences.never_ends(&word.to_lowercase()))
    }

    fn token(
        &self,
        word: &str,
        start: usize,
        end: usize,
        letters: &mut String,
        (after_break, after_comma): (bool, bool),
    ) -> Token {
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let (stem, sense, sort) = self.read(word, letters);
        Token {
            start,
            end,
            stem,
            sense,
            sort,
            capital,
            after_break,
            after_comma,
        }
    }

    /// Stem, sense and sort of a word. Texts use few words often, so what was read before is remembered.
    fn read(&self, word: &str, letters: &mut String) -> (Sym, Sym, Sort) {
        let key = Sym::of(word);
        if let Some(known) = READ.with_borrow(|read| read.get(&key).copied()) {
            return known;
        }
        let found = self.read_anew(word, letters);
        READ.with_borrow_mut(|read| {
            if read.len() >= REMEMBERED {
                read.clear();
            }
            read.insert(key, found);
        });
        found
    }

    fn read_anew(&self, word: &str, letters: &mut String) -> (Sym, Sym, Sort) {
        letters.clear();
        letters.extend(word.chars().flat_map(char::to_lowercase));
        let plain = letters.trim_end_matches(['\'', '’']);
        let plain = plain
            .strip_suffix("'s")
            .or_else(|| plain.strip_suffix("’s"))
            .unwrap_or(plain);
        let number = plain.starts_with(|c: char| c.is_ascii_digit());
        let as_written = Sym::of(plain);
        let stem = if number {
            as_written
        } else {
            Sym::of(&stem(plain, &self.lemmas))
        };
        let sort = if number {
            Sort::Number
        } else if self.function.contains(&stem) || plain.chars().count() < 2 {
            Sort::Function
        } else {
            Sort::Content
        };
        let sense = self.synonyms.get(&stem).copied().unwrap_or(stem);
        (stem, sense, sort)
    }

    /// The class of happening that begins at the first of `tokens`, and how many words name it.
    pub(super) fn class_at(&self, tokens: &[Token]) -> Option<(u16, usize)> {
        longest(&self.classes, tokens)
    }

    /// Whether a noun names those to whom something happened: "dead", "refugees".
    pub(super) fn is_of_people(&self, noun: Sym) -> bool {
        self.classes.get(&noun).is_some_and(|entries| {
            entries.iter().any(|(words, class)| {
                // Two strikes and two marches are no people; two deaths are.
                words.len() == 1 && counts_people(*class) && course_of(*class) == Course::Toll
            })
        })
    }

    /// The class that one word names by itself.
    pub(super) fn class_of(&self, noun: Sym) -> Option<u16> {
        self.classes
            .get(&noun)?
            .iter()
            .find(|(words, _)| words.len() == 1)
            .map(|(_, class)| *class)
    }

    /// The class that `tokens` name where nothing else is said: "left".
    pub(super) fn class_alone(&self, tokens: &[Token]) -> Option<u16> {
        let stems: Vec<Sym> = tokens.iter().map(|token| token.stem).collect();
        self.alone.get(&stems).copied()
    }

    /// The narrowing word that begins at the first of `tokens`.
    pub(super) fn narrowing_at(&self, tokens: &[Token]) -> Option<(u16, usize)> {
        longest(&self.narrowing, tokens)
    }
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

/// How things of a class behave in time.
pub(super) fn course_of(class: u16) -> Course {
    events()
        .classes
        .get(usize::from(class))
        .map_or(Course::Moving, |class| class.course)
}

/// Whether a class counts people.
pub(super) fn counts_people(class: u16) -> bool {
    events()
        .classes
        .get(usize::from(class))
        .is_some_and(|class| class.people)
}

/// Whether a class counts those who went away.
pub(super) fn goes_away(class: u16) -> bool {
    events()
        .classes
        .get(usize::from(class))
        .is_some_and(|class| class.away)
}

/// The name of a class, as shown.
pub(super) fn class_name(class: u16) -> &'static str {
    events()
        .classes
        .get(usize::from(class))
        .map_or("", |class| class.name.as_str())
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

fn digit_follows(text: &str, at: usize) -> bool {
    text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn a_number_with_separators_is_one_word() {
        let tokens = vocabulary().tokens("In 1,234.5 ways.");
        assert_eq!(tokens.len(), 3);
    }
}
