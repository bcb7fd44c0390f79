//! One look-up for everything a language's file says about a word.

use super::word_map::WordMap;
use super::{Class, Classes, Lexicon, NumberWord};

/// Longest word looked up, in bytes.
const LONGEST: usize = 32;

/// All that the lexicon says of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Number of the word; 0 for a word that is not in the lexicon.
    pub id: u32,
    /// Sorts of word.
    pub classes: Classes,
    /// What it says in a number.
    pub number: NumberWord,
}

impl Entry {
    /// Whether the word is of this sort.
    pub const fn is(self, class: Class) -> bool {
        self.classes.has(class)
    }
}

/// Every word of a language's file.
#[derive(Debug, Default)]
pub struct Vocabulary {
    entries: WordMap<Entry>,
}

impl Vocabulary {
    /// What is known of `word`, in whatever case it is written.
    pub fn entry(&self, word: &str) -> Entry {
        if word.len() > LONGEST {
            return Entry::default();
        }
        let known = if word.is_ascii() {
            self.entries.get_ascii(word)
        } else {
            self.entries
                .get_letters(word.chars().flat_map(folded_letter))
        };
        known.copied().unwrap_or_default()
    }

    /// The numbers of the words of a phrase, in the pieces that a text is cut into.
    pub(super) fn phrase(&mut self, phrase: &str) -> Vec<u32> {
        pieces(phrase).map(|piece| self.known(piece).id).collect()
    }

    pub(super) fn known(&mut self, word: &str) -> &mut Entry {
        let id = u32::try_from(self.entries.len() + 1).unwrap_or(u32::MAX);
        let first = Entry {
            id,
            ..Entry::default()
        };
        self.entries.entry(&folded(word), first)
    }

    pub(super) fn mark<'a>(&mut self, words: impl IntoIterator<Item = &'a String>, class: Class) {
        for word in words {
            let entry = self.known(word);
            entry.classes = entry.classes.with(class);
        }
    }

    fn number(&mut self, word: &str, number: NumberWord) {
        self.known(word).number = number;
    }

    /// The vocabulary of the sections of a file.
    pub(super) fn of(lexicon: &Lexicon) -> Self {
        let mut all = Self::default();
        let numerals = &lexicon.numerals;
        for (word, value) in &numerals.cardinals {
            all.number(word, NumberWord::Cardinal(*value));
        }
        for (word, power) in &numerals.scales {
            all.number(word, NumberWord::Scale(*power));
        }
        for (word, many) in &numerals.collectives {
            all.number(word, NumberWord::Collective(*many));
        }
        for (word, place) in &numerals.ordinals {
            all.number(word, NumberWord::Ordinal(*place));
        }
        for (word, power) in &numerals.ordinal_scales {
            all.number(word, NumberWord::OrdinalScale(*power));
        }
        for (word, part) in &numerals.parts {
            all.number(word, NumberWord::Part(*part));
        }
        for ending in &numerals.fold {
            for (word, value) in numerals.cardinals.iter().filter(|(_, value)| **value > 1) {
                let word = format!("{word}{ending}");
                all.number(
                    &word,
                    NumberWord::Multiple(u8::try_from(*value).unwrap_or(u8::MAX)),
                );
                all.mark([&word], Class::Fold);
            }
        }
        for (word, times) in &numerals.multiples {
            all.number(word, NumberWord::Multiple(*times));
        }
        for (word, times) in &numerals.multiplying {
            all.number(word, NumberWord::Multiple(*times));
            all.mark([word], Class::Multiplying);
        }
        let (calendar, names, grammar) = (&lexicon.calendar, &lexicon.names, &lexicon.grammar);
        let (nouns, change) = (&lexicon.nouns, &lexicon.change);
        for (words, class) in [
            (&numerals.ordinal_endings, Class::OrdinalEnding),
            (&numerals.fold, Class::Fold),
            (&numerals.times, Class::Times),
            (&numerals.joins, Class::Join),
            (&numerals.point, Class::Point),
            (&numerals.negatives, Class::Negative),
            (&numerals.articles, Class::Article),
            (&numerals.over, Class::Over),
            (&numerals.of, Class::Of),
            (&numerals.half, Class::Half),
            (&numerals.pronoun_makers, Class::PronounMaker),
            (&lexicon.qualifiers.between, Class::Between),
            (&calendar.months, Class::Month),
            (&calendar.weekdays, Class::Weekday),
            (&calendar.day_parts, Class::DayPart),
            (&calendar.eras, Class::Era),
            (&calendar.before_years, Class::BeforeYear),
            (&calendar.after_years, Class::AfterYear),
            (&calendar.day_of, Class::DayOf),
            (&names.take_numbers, Class::TakesNumber),
            (&names.also_measure, Class::AlsoMeasure),
            (&names.never_names, Class::NeverName),
            (&names.models, Class::Model),
            (&names.streets, Class::Street),
            (&names.streets_before, Class::StreetBefore),
            (&names.hyphenated, Class::Hyphenated),
            (&grammar.determiners, Class::Determiner),
            (&grammar.prepositions, Class::Preposition),
            (&grammar.conjunctions, Class::Conjunction),
            (&grammar.pronouns, Class::Pronoun),
            (&grammar.auxiliaries, Class::Auxiliary),
            (&grammar.verbs, Class::Verb),
            (&grammar.adverbs, Class::Adverb),
            (&grammar.casualties, Class::Casualty),
            (&grammar.casualty_adverbs, Class::CasualtyAdverb),
            (&grammar.foreseen, Class::Foreseen),
            (&grammar.relatives, Class::Relative),
            (&nouns.persons, Class::Person),
            (&nouns.plurals, Class::Plural),
            (&nouns.not_plurals, Class::NotPlural),
            (&change.up, Class::Up),
            (&change.down, Class::Down),
            (&change.nouns_up, Class::NounUp),
            (&change.nouns_down, Class::NounDown),
            (&change.difference, Class::Difference),
            (&change.apart, Class::Apart),
            (&change.than, Class::Than),
            (&change.leads, Class::Lead),
            (&change.contests, Class::Contest),
            (&change.by, Class::By),
            (&change.particle_verbs, Class::Particle),
            (&change.level_bounds, Class::LevelBound),
            (&change.fewer, Class::Fewer),
            (&numerals.multitudes, Class::Multitude),
            (&numerals.extents, Class::Extent),
            (&numerals.denying, Class::Denying),
            (&lexicon.qualifiers.spread, Class::Spread),
            (&lexicon.qualifiers.going_up, Class::GoingUp),
            (&lexicon.qualifiers.quarrels, Class::Quarrel),
            (&change.gatherings, Class::Gathering),
            (&change.plunging, Class::Plunging),
            (&change.levels, Class::Level),
            (&grammar.per, Class::Per),
            (&grammar.shifts, Class::Shift),
            (&grammar.shifts_alone, Class::ShiftAlone),
            (&grammar.shift_ends, Class::ShiftEnd),
            (&grammar.deducted, Class::Deducted),
            (&nouns.rate_nouns, Class::PerNoun),
            (&change.transitive, Class::Transitive),
            (&calendar.centuries, Class::Century),
            (&calendar.sure_before_years, Class::SureBeforeYear),
            (&names.scores, Class::Score),
            (&names.votes, Class::Vote),
            (&lexicon.ranges.openers, Class::RangeOpener),
            (&lexicon.ranges.from, Class::From),
            (&lexicon.ranges.joiners, Class::RangeJoiner),
            (&lexicon.ranges.either, Class::Either),
            (&lexicon.ranges.ranging, Class::Ranging),
            (&lexicon.ages.before, Class::AgeBefore),
            (&lexicon.ages.old, Class::Old),
            (&lexicon.ages.dying, Class::Dying),
            (&lexicon.ages.at, Class::At),
            (&lexicon.ages.turning, Class::Turning),
            (&lexicon.ages.being, Class::Being),
            (&lexicon.ages.people, Class::AgePerson),
            (&lexicon.ages.after, Class::AgeAfter),
            (&lexicon.qualifiers.totals, Class::Total),
            (&calendar.day_halves, Class::DayHalf),
            (&names.ranked, Class::Ranked),
            (&names.codes, Class::Code),
            (&names.phones, Class::Phone),
            (&names.nations, Class::Nation),
            (&numerals.odds, Class::Odds),
            (&lexicon.vague.idle, Class::Idle),
            (&grammar.as_words, Class::As),
            (&grammar.restating, Class::Restating),
            (&grammar.of_which, Class::OfWhich),
            (&nouns.strong, Class::Strong),
            (&numerals.halving, Class::Halving),
            (&grammar.likening, Class::Likening),
            (&grammar.comparing, Class::Comparing),
            (&grammar.compared, Class::Compared),
            (&numerals.times_before, Class::TimesBefore),
        ] {
            all.mark(words, class);
        }
        let plurals: Vec<String> = nouns.persons.iter().map(|noun| plural(noun)).collect();
        all.mark(&plurals, Class::Person);
        all
    }
}

/// In lower case, with one sort of apostrophe, hyphen and quotation mark: the maqaf and gershayim are theirs.
fn folded(word: &str) -> String {
    word.chars().flat_map(folded_letter).collect()
}

fn folded_letter(letter: char) -> impl Iterator<Item = char> + Clone {
    letter.to_lowercase().map(|letter| match letter {
        '’' | '׳' => '\'',
        '־' | '‐' | '‑' => '-',
        '״' => '"',
        letter => letter,
    })
}

/// A phrase cut as a text is cut: runs of letters with their apostrophes, and single other characters.
pub(super) fn pieces(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split_whitespace().flat_map(|word| {
        let is_letter = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’');
        let mut rest = word;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let end = if is_letter(first) {
                rest.find(|c| !is_letter(c)).unwrap_or(rest.len())
            } else if first.is_ascii_digit() {
                rest.find(|c: char| !c.is_ascii_digit())
                    .unwrap_or(rest.len())
            } else {
                first.len_utf8()
            };
            let (piece, after) = rest.split_at(end);
            rest = after;
            Some(piece)
        })
    })
}

/// The regular plural.
fn plural(noun: &str) -> String {
    let ends = |ends: &[&str]| ends.iter().any(|end| noun.ends_with(end));
    if noun.ends_with('y') && !ends(&["ay", "ey", "oy"]) {
        format!("{}ies", noun.trim_end_matches('y'))
    } else if ends(&["s", "x", "ch", "sh"]) {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}
