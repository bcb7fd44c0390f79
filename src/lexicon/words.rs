//! Word classes and attribution cues of a language: what light grammar and claims need to know of words.

use serde::Deserialize;
use std::collections::BTreeMap;

use super::word_map::WordMap;

/// A class a word can belong to; a word can belong to several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Class {
    /// "the", "this", "every": begins a noun phrase.
    Determiner,
    /// "he", "they", "who" is not one of them.
    Pronoun,
    /// "his", "their".
    Possessive,
    /// "who", "which", "that" after a noun.
    Relative,
    /// "of", "in", "during".
    Preposition,
    /// "and", "or".
    Coordinator,
    /// "but", "while", "because": begins a clause.
    Subordinator,
    /// "is", "has", "did": before a participle or bare verb.
    Auxiliary,
    /// "will", "can", "would".
    Modal,
    /// "not", "also", "earlier".
    Adverb,
    /// Frequent verb in a finite form that is seldom a noun: "went", "became", "says".
    Finite,
    /// Irregular past participle: "gone", "taken".
    Participle,
    /// Frequent adjective.
    Adjective,
    /// A word that no noun phrase goes past: "there", "please".
    Breaker,
    /// "of", "than": leads to what is counted as well as a verb does: "a total of 40".
    ToCounted,
    /// "as", "while": begins a clause that only tells when it was said, after a verb of saying.
    Attending,
    /// "tally", "family": a noun that ends as adverbs do.
    LyNoun,
    /// "described", "called": gives a thing a name and perhaps a number, after "what X".
    Describes,
    /// "late", "early", "shortly": what part of a time, before its words.
    TimeShade,
    /// "morning", "midnight": part of a day.
    DayPart,
    /// "Monday", "Tues.".
    Weekday,
    /// "January", "Feb.".
    Month,
    /// "Mr.", "Sen.", "professor": stands before a name.
    Title,
    /// "Inc.", "vs.": its stop does not end a sentence.
    Abbreviation,
    /// An abbreviation whose stop may end a sentence: "U.S.", "p.m.".
    FinalAbbreviation,
    /// "people", "voters": persons counted or asked.
    People,
    /// "report", "study", "records": documents that can be a source.
    Document,
    /// "poll", "survey".
    Poll,
    /// "ministry", "police", "officials".
    Official,
    /// "company", "group", "agency".
    Organisation,
    /// "newspaper", "Reuters".
    Media,
    /// "sources", "insiders".
    Anonymous,
    /// "spokesman", "director": a person by office.
    Office,
    /// Verb of saying in a finite form: "said", "says".
    Cue,
    /// Its "-ing" form: "saying".
    CueIng,
    /// Its bare form: "say".
    CueBare,
    /// Its past participle: "said", "quoted".
    CueParticiple,
    /// Verb of saying that can stand before its subject: "said Smith".
    Inverts,
    /// A cue only with "that", a clause, a quotation or a colon: "found", "showed".
    Weak,
    /// A cue form that is also a noun: "claims", "reports".
    CueNoun,
    /// A cue whose hearer follows at once: "told".
    Tells,
    /// A noun of saying: "statement", "estimate", "claim".
    SpeechNoun,
    /// "voters", "respondents": those whose answers a poll reports.
    Respondent,
    /// "remaining", "registered", "pre-war": narrows whom a figure is about.
    Scope,
    /// "rose", "fell", "grew".
    Movement,
    /// "others", "more": of the people counted before.
    Others,
    /// "of them", in one word.
    OfThem,
    /// "estimated", "estimates".
    Estimated,
    /// "projected", "expected", "forecast".
    Forecast,
    /// "allegedly", "alleged".
    Alleged,
    /// Verbs of saying by which what is said lies ahead: "predicts".
    Foretells,
    /// What a disaster "claims": "lives".
    Taken,
    /// Verbs of saying by which what is said is not known to be so: "claims", "accused".
    Alleges,
    /// "counted", "recorded", "registered".
    Counting,
    /// "remain", "there are", "population": so many at one time.
    Stock,
    /// "pre-war": a named time without dates.
    Epoch,
    /// "war", "crisis": what a named time is measured from.
    Event,
    /// "into", "from": belongs to the verb before it.
    Direction,
    /// "killed", "wounded", "missing": harm that people are counted by.
    Harm,
    /// "killed", "arrested": done to people alone.
    Casualty,
    /// "average", "median".
    Mean,
    /// "total", "so far": a running sum.
    Running,
    /// "over", "at least": before a number.
    Approximator,
    /// Says what a line is, not who speaks: "watch", "analysis".
    LineLabel,
    /// "one", "million", "dozens": a number in words.
    NumberWord,
    /// "week", "morning": a time after "last" or a weekday.
    TimeNoun,
    /// Particle that makes a cue of a verb that is none alone: "pointed **out**".
    Particle,
    /// Verb that is a cue only with a particle: "point".
    Phrasal,
    /// A verb form that is also a noun: "costs", "ranges".
    NounVerb,
    /// "majority", "most": a share without a number.
    Half,
    /// "Mr.", "Dr.": a title that is no office.
    Honorific,
    /// A preposition that adds to a noun: "a tax **on** cars".
    Linking,
    /// A noun that with "of" only places what is named behind it: "in **front** of a crowd".
    Placing,
    /// "that" before what is said.
    That,
    /// "according" to somebody: with [`Class::AccordingEnd`] after it, or alone where the word is of both.
    According,
    /// "to" after "according".
    AccordingEnd,
    /// What somebody has counted, after "by" and their name: "by the mayor's **count**".
    Reckoning,
    /// "per" somebody, that after a unit is "so much per so much".
    Per,
    /// "has", "employs": what is counted belongs to the subject.
    Having,
    /// "after", "since": what follows is another happening.
    Temporal,
    /// "put": with "at" it is a verb of saying.
    Puts,
    /// "shelling", "troops": "Russian shelling" tells who did it, not where.
    Force,
    /// "its": stands for a noun said before, often the subject.
    Own,
    /// "by", "to": leads from what changes to the size or the end of the change.
    Extent,
    /// "to" after "adding $5": leads to what becomes more or less.
    Affected,
    /// "in" after "published": tells where or when something was printed.
    Printed,
    /// "among" after a share: leads to what it is a part of.
    PartOf,
    /// "last", "this": makes a time of the noun after it.
    Deictic,
    /// "they": a pronoun that is always a subject.
    Nominative,
    /// "reported", "pledged": tells of a figure of one's own.
    Discloses,
    /// "it", "they": somebody spoken of before.
    Third,
    /// "damaged", "seized": done to what is another's.
    Befalls,
    /// "expects", "reckons": what somebody thinks, of which they are the source.
    Thinks,
    /// "sees", "demanded": the same, where a number follows soon.
    Seeks,
    /// "not", "never": what is said after it is not said.
    Negation,
    /// "but" after "not 40": what follows stands in its place.
    Instead,
    /// "nobody", "no": a subject that says nothing.
    Nobody,
    /// "denied": what follows is said not to be so.
    Denies,
    /// "reject" reports or claims: nobody says what they say.
    Rejects,
    /// "court", "inquiry": a hearing that is told something.
    Forum,
    /// "heard": what a court learns.
    Hears,
    /// "spoke": a verb of saying before "of".
    SpeaksOf,
    /// "gave": a verb of saying before "a figure of".
    Gives,
    /// "drop", "increase": a change, which is a change of something else.
    Change,
    /// "he", "she": of people only.
    Person,
    /// "in" after "a drop": leads to what changes.
    Changed,
    /// "figure", "number": names a number and not what is counted.
    Generic,
    /// "GDP": what is measured by it is told elsewhere.
    Economy,
    /// "held", "kept": with "at" after its object gives the level of that object.
    Holds,
    /// "reached", "passed": before the level of its subject.
    Reaching,
    /// "whopping", "record": before a figure tells how it strikes the writer.
    Striking,
    /// "stealing": takes money from somebody, of whom it is no measure.
    Taking,
    /// "cost", "cut": a noun that is also a past form.
    PastNoun,
    /// "against", "versus": leads to the figure something is compared with.
    Comparing,
    /// "compared" with: the same.
    Compared,
    /// "citing": names the source of what somebody else says.
    Citing,
    /// "on", "with" between a name and its share.
    Stands,
    /// "unchanged", "steady": between what is held and its level.
    Steady,
    /// "Save the Goats": begins the name of a body that calls for something.
    Calls,
    /// "week", "yesterday", "since": without such a word, a number or a hyphen no time is told. Set from
    /// [`PeriodWords`](super::periods::PeriodWords).
    Time,
    /// "by", "the", "five": leads to the word that makes a time.
    LeadsToTime,
    /// "has", "employs": tells of what holds now. From the same words.
    Present,
}

/// The classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    /// No class at all.
    pub const NONE: Self = Self(0);

    /// Whether the word belongs to `class`.
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u128) != 0
    }

    /// Whether the word belongs to any of `classes`.
    pub fn has_any(self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.has(*class))
    }

    /// With `class` as well.
    #[must_use]
    pub const fn with(self, class: Class) -> Self {
        Self(self.0 | 1 << class as u128)
    }
}

/// A verb of saying as the lexicon's file has it: base, third person, past, participle and "-ing" form, and traits.
#[derive(Deserialize)]
struct CueVerb(String, Vec<Class>);

/// Words by class and the verbs of saying, as the lexicon's file has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordList {
    /// Words of each class, set apart by spaces.
    classes: BTreeMap<Class, String>,
    cues: Vec<CueVerb>,
    /// Forms of a verb that moves money, and the noun for what is moved.
    #[serde(default)]
    deeds: Vec<(String, String)>,
}

/// Words with their classes, ready for look-up.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "WordList")]
pub struct Words {
    classes: WordMap<Classes>,
    deeds: WordMap<String>,
}

impl Words {
    /// The classes of a word in lower case.
    pub fn classes(&self, lower: &str) -> Classes {
        self.classes.get(lower).copied().unwrap_or_default()
    }

    /// What a verb in lower case moves: "spending" of "spent".
    pub fn deed(&self, verb: &str) -> Option<&str> {
        self.deeds.get(verb).map(String::as_str)
    }

    /// Marks the words of times that are asked for at every word of a text, so that the others need no look at all.
    pub(super) fn mark_times(&mut self, periods: &super::periods::PeriodWords) {
        for (words, class) in [
            (periods.beginnings(), Class::Time),
            (periods.leading(), Class::LeadsToTime),
            (
                periods.present.iter().map(String::as_str).collect(),
                Class::Present,
            ),
        ] {
            for word in words {
                let word = word.to_lowercase();
                self.add(&word, class);
                // The stop of an abbreviation belongs to its token.
                let stopped = format!("{word}.");
                if self.classes.get(&stopped).is_some() {
                    self.add(&stopped, class);
                }
            }
        }
    }

    fn add(&mut self, word: &str, class: Class) {
        let classes = self.classes.entry(word, Classes::NONE);
        *classes = classes.with(class);
    }
}

impl From<WordList> for Words {
    fn from(list: WordList) -> Self {
        let mut words = Self::default();
        for (class, members) in list.classes {
            for word in members.split_whitespace() {
                words.add(word, class);
            }
        }
        for CueVerb(forms, traits) in list.cues {
            let forms: Vec<&str> = forms.split_whitespace().collect();
            for (form, class) in forms.iter().zip([
                Class::CueBare,
                Class::Cue,
                Class::Cue,
                Class::CueParticiple,
                Class::CueIng,
            ]) {
                words.add(form, class);
                for class in &traits {
                    // "a report", "reports", but not "reported"
                    let noun = *class == Class::CueNoun;
                    if !noun || !form.ends_with("ed") && !form.ends_with("ing") {
                        words.add(form, *class);
                    }
                }
            }
        }
        for (forms, noun) in list.deeds {
            for form in forms.split_whitespace() {
                words.deeds.entry(form, noun.clone());
            }
        }
        words
    }
}
