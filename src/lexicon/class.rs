//! Sorts of words that rules of figures tell apart.

/// A sort of word; a word may be of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// "the".
    Determiner,
    /// "of", "in".
    Preposition,
    /// "and".
    Conjunction,
    /// "they".
    Pronoun,
    /// "was".
    Auxiliary,
    /// Common finite verbs.
    Verb,
    /// Adverbs that end a noun phrase.
    Adverb,
    /// "killed", "injured".
    Casualty,
    /// "lightly".
    CasualtyAdverb,
    /// "who".
    Relative,
    /// A noun for people.
    Person,
    /// A plural without s.
    Plural,
    /// Ends in s and is no plural.
    NotPlural,
    /// "rose".
    Up,
    /// "fell".
    Down,
    /// "increase".
    NounUp,
    /// "decrease".
    NounDown,
    /// "higher", "ahead".
    Difference,
    /// "ahead" behind a count and its noun.
    Apart,
    /// "than".
    Than,
    /// "strike" over so many jobs.
    Quarrel,
    /// "lead" of so many votes.
    Lead,
    /// "won" by so many votes.
    Contest,
    /// "by".
    By,
    /// "to" after a verb of change.
    Level,
    /// "January".
    Month,
    /// "Monday".
    Weekday,
    /// "p.m".
    DayPart,
    /// "BC".
    Era,
    /// Makes a year of the number after it.
    BeforeYear,
    /// Makes a year of the number before it.
    AfterYear,
    /// "Section".
    TakesNumber,
    /// Takes numbers as a name and as a measure.
    AlsoMeasure,
    /// Before a number never a name.
    NeverName,
    /// "Street".
    Street,
    /// "Rue" in "Rue Cler 12".
    StreetBefore,
    /// "third-party".
    Hyphenated,
    /// Makes a pronoun of "one".
    PronounMaker,
    /// "and" in numbers.
    Join,
    /// "point" in numbers.
    Point,
    /// "minus".
    Negative,
    /// "a" before a scale.
    Article,
    /// "over" in fractions.
    Over,
    /// "of".
    Of,
    /// "fold".
    Fold,
    /// "times".
    Times,
    /// "half".
    Half,
    /// May stand between qualifier and number.
    Between,
    /// Begins a vague number.
    Vague,
    /// "th" after digits.
    OrdinalEnding,
    /// Begins a qualifier, or a phrase that counts nothing.
    Opens,
    /// Between a day and its month.
    DayOf,
    /// "doubled".
    Multiplying,
    /// "per".
    Per,
    /// "earlier" after a time.
    Shift,
    /// "on" after a time, where nothing follows.
    ShiftAlone,
    /// "now" in "a year from now".
    ShiftEnd,
    /// "tax" in "a month before tax".
    Deducted,
    /// "share" in "$5 a share".
    PerNoun,
    /// "lost" in "lost 20 soldiers".
    Transitive,
    /// "century" after an ordinal.
    Century,
    /// Surely makes a year of the number after it.
    SureBeforeYear,
    /// "win" after a score.
    Score,
    /// "between".
    RangeOpener,
    /// "from".
    From,
    /// "to" in a range.
    RangeJoiner,
    /// "or" between two numbers.
    Either,
    /// "ranging".
    Ranging,
    /// "aged".
    AgeBefore,
    /// "old".
    Old,
    /// "turned".
    Turning,
    /// "was" before an age.
    Being,
    /// "she" before an age.
    AgePerson,
    /// After an age.
    AgeAfter,
    /// "total" in "at least a total of 40".
    Total,
    /// "am", "pm".
    DayHalf,
    /// "bottom" in "the bottom three".
    Ranked,
    /// "ZIP" after a code.
    Code,
    /// "call" before a telephone number.
    Phone,
    /// "US" behind a sign of money.
    Nation,
    /// "odds", "ratio".
    Odds,
    /// "times" after an idle vague number.
    Idle,
    /// "as" after a multiple.
    As,
    /// "or" before the same in another measure.
    Restating,
    /// "which" after "of", before a part.
    OfWhich,
    /// "strong" in "a 5,000-strong crowd".
    Strong,
    /// "halved".
    Halving,
    /// "including" before a figure of the same.
    Likening,
    /// Makes a multiple of the number after it.
    TimesBefore,
    /// "fewer": a difference even of counts.
    Fewer,
    /// "died" before "at" and an age.
    Dying,
    /// "at" before an age.
    At,
    /// "make" before "up": no rise.
    Particle,
    /// "below" in "fell below 5%": a level is told, no amount of change.
    LevelBound,
    /// "passengers": things counted in millions, so that "m" after digits is no metre.
    Multitude,
    /// "deep": where one stands near, "m" after digits is a metre.
    Extent,
    /// "not" before "one": none.
    Denying,
    /// "spread" before "over" and a measure: no bound.
    Spread,
    /// "vote": two numbers near it are those for and against.
    Vote,
    /// "MAX" after the number of a model: "737 MAX".
    Model,
    /// "goes" before "up to": where it ends, no bound.
    GoingUp,
    /// "expected" before "by": nobody came to harm.
    Foreseen,
    /// "versus" before a figure that may leave its unit out.
    Comparing,
    /// "compared" before "with".
    Compared,
    /// "rally" before "of" and a count: a crowd, no rise.
    Gathering,
    /// "plunged" before a length: how far a thing fell, no change of a level.
    Plunging,
}

/// The sorts a word is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    /// Whether the word is of this sort.
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    pub(super) const fn with(self, class: Class) -> Self {
        Self(self.0 | (1 << class as u8))
    }
}
