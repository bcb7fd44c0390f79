//! A claim as it is compared: every facet in a form that costs nothing to lay beside another.

mod complement;
mod counted;
mod lists;
mod measured;
mod modifiers;
mod narrowed;
mod near;
mod read;
mod size;
mod source;
mod spell;
mod surroundings;
mod window;

use jiff::civil::Date;

use self::lists::Lists;
pub(super) use self::near::class_in;
pub(super) use self::read::Reader;
use self::size::Size;
use super::measure::Family;
use super::words::{Sym, Word, vocabulary};
use crate::claim::{Aggregate, ArticleId, Basis, Certainty, ClaimId};
use crate::lexicon::{UnitCode, Value};
use crate::quantity::{Amount, Kind, Precision, Qualifier, Sense};

/// A claim as it is compared.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a facet of its own that a claim has or has not"
)]
#[derive(Clone, Debug)]
pub(super) struct Profile {
    pub id: ClaimId,
    pub article: ArticleId,
    /// Which part of its article it stands in.
    pub part: u32,
    /// First byte of the figure.
    pub at: usize,
    /// An order that does not hang on ids.
    pub key: (u64, usize),
    pub family: Family,
    pub sense: Sense,
    pub kind: Kind,
    /// What it stands for.
    size: Size,
    /// The unit it is written in.
    pub unit: Option<Sym>,
    /// The unit of its family.
    pub base: Option<&'static UnitCode>,
    /// Whether it is measured in a unit that others convert to.
    pub measured: bool,
    pub form: Form,
    /// Class of happening.
    pub class: Option<u16>,
    /// The noun that is counted.
    pub head: Option<Sym>,
    /// Whether that noun says no more than that people are counted.
    pub anyone: bool,
    /// The group of people it is narrowed to.
    pub group: Option<Sym>,
    /// Whether its noun names people; a figure without a noun counts people where its class does.
    pub counts_persons: bool,
    /// Whether a noun stands behind its number: "four regions".
    pub has_noun: bool,
    /// Whether it comes on top of another: "another 20,000".
    pub added: bool,
    /// Whether it covers a stretch of time only: "new cases", "a day".
    pub recent: bool,
    /// Whether it is told as a count that a later one has replaced: "had earlier said".
    pub former: bool,
    /// Whether it is so many of a larger number: "two of the bombs".
    pub partitive: bool,
    /// The sort of place where it happened: "a bomb at a **market** killed 14".
    pub scene: Option<Word>,
    /// The part of a country or a town that it is of: "north".
    pub part_of_place: Option<Sym>,
    /// Whether it only says under what another figure holds: "effective after **three** doses".
    pub condition: bool,
    /// The number it is so many of, as written: "nine" of "two of the nine bombs".
    pub of_number: Option<Sym>,
    /// Whether its words make it a running total of one thing: "the toll", "so far".
    pub total: bool,
    /// Whether it is a share that grows until a thing is done: "34% of ballots counted".
    pub progress: bool,
    /// Whether it is a loose word: "dozens".
    pub vague: bool,
    /// The verb of what is said of it: "delayed" of "were delayed".
    pub verb: Option<Sym>,
    /// The ordinal before its noun: "the **second** round".
    pub ordinal: Option<Sym>,
    /// The name before its noun: "the **Swedish** schools", "**Mira** Adeyo".
    pub named_make: Option<Word>,
    /// Whether its noun is the name of somebody: "**Adeyo**, 23".
    pub of_somebody: bool,
    /// The year it is of, where that was over on the day for which it holds: "the **2021** fire".
    pub past_year: Option<Word>,
    /// Whether it counts what is the same from day to day: the beds of a hospital, the members of a club.
    pub stands: bool,
    /// The months of the account it is of, where words tell: "quarterly".
    pub account: Option<u16>,
    /// Whether it happened in one night.
    pub nightly: bool,
    /// Whether it is a result that another comes after: "provisional".
    pub unsettled: bool,
    /// Whether its source is one more beside another: "another poll".
    pub of_another: bool,
    /// First byte of its sentence.
    pub sentence_at: usize,
    pub period: Option<(Option<Date>, Option<Date>)>,
    /// Whether its period was over when its article came out.
    pub is_over: bool,
    pub epoch: Option<Sym>,
    pub as_of: Option<(Date, Certainty)>,
    pub basis: Option<Basis>,
    /// Whether its text says that it was not so many: "not 40 but 60".
    pub denied: bool,
    pub aggregate: Option<Aggregate>,
    /// Whether its place is that of the article, not one of its own sentence.
    pub place_inferred: bool,
    /// The country of its place by code, and whether it is of the whole country.
    country: Option<(Sym, bool)>,
    /// Its words in sorted lists, each under a name of its own.
    lists: Lists,
    /// Whether its sentence says that it corrects an earlier figure.
    pub revised: bool,
    /// Whether it hangs on another figure of its article as a part or share, or as the level before a change.
    pub dependent: bool,
}

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One number, stated.
    Stated,
    /// "exactly".
    Exactly,
    /// "about".
    About,
    /// "nearly".
    Nearly,
    /// An end is open: "at least", "up to".
    Bound,
    /// Both ends are written, or a word such as "dozens".
    Range,
}

impl Form {
    /// How an amount is written.
    fn of(amount: &Amount) -> Self {
        match amount {
            Amount::Range { .. } | Amount::Vague { .. } => Form::Range,
            Amount::Single { qualifier, number } => match qualifier {
                Qualifier::Stated if number.precision == Precision::Exact => Form::Exactly,
                Qualifier::Stated => Form::Stated,
                Qualifier::Exactly => Form::Exactly,
                Qualifier::About => Form::About,
                Qualifier::Nearly => Form::Nearly,
                Qualifier::AtLeast
                | Qualifier::MoreThan
                | Qualifier::AtMost
                | Qualifier::LessThan => Form::Bound,
            },
        }
    }
}

impl Profile {
    /// Whether it is a bound or a range, which others can lie in.
    pub(super) fn is_wide(&self) -> bool {
        matches!(self.form, Form::Bound | Form::Range)
    }

    /// Whether both are written with the same number, or with the same two ends of a range.
    pub(super) fn same_number(&self, other: &Self) -> bool {
        let range =
            |p: &Self| p.form == Form::Range && p.interval().high.is_some_and(|high| !high.open);
        self.converts()
            && self.same_value(other)
            && (self.has_value() || (range(self) && range(other) && self.same_common(other)))
    }
}

impl Profile {
    /// Whether one is of a place in the country that the other is of; then the other is of more.
    pub(super) fn lies_in(&self, other: &Self) -> bool {
        let countries = self.country.zip(other.country);
        countries.is_some_and(|((country, whole), (of, all))| country == of && !whole && all)
    }

    /// Whether one is of a country, and the other of a place of which nobody knows where it lies.
    pub(super) fn may_lie_in(&self, other: &Self) -> bool {
        self.country.is_none() && other.country.is_some_and(|(_, whole)| whole)
    }

    /// Whether both are so many of one number: "seven of the nine", "six of the nine".
    pub(super) fn are_of_one_number(&self, other: &Self) -> bool {
        self.of_number.is_some() && self.of_number == other.of_number
    }

    /// Whether both are measures of one name that differ in make: "hotel prices" and "consumer prices", the first round and the second. A make of which
    /// the other's sentence speaks as well makes no difference.
    pub(super) fn is_of_other_make(&self, other: &Self) -> bool {
        let ordinals = self.ordinal.zip(other.ordinal);
        let makes = other.leaves_untold(self.modifiers()) && self.leaves_untold(other.modifiers());
        self.head.is_some()
            && self.head == other.head
            && (makes || ordinals.is_some_and(|(one, two)| one != two))
    }

    /// Whether both count or measure things of one noun under two names, of which one text speaks: Swedish and Danish
    /// schools. Two texts may have two names for one.
    pub(super) fn is_of_other_name(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (self.named_make, other.named_make) else {
            return false;
        };
        let tells = |of: &Self, name: Word| of.sentence().binary_search(&name).is_ok();
        self.head.is_some()
            && self.head == other.head
            && one != two
            && (self.article == other.article || tells(self, two) || tells(other, one))
    }

    /// Whether two texts tell the age of somebody of one name. Two of one family stand in one text.
    pub(super) fn is_of_one_person(&self, other: &Self) -> bool {
        self.of_somebody
            && other.of_somebody
            && self.article != other.article
            && self.head.is_some()
            && self.head == other.head
            && self
                .named_make
                .zip(other.named_make)
                .is_none_or(|(one, two)| one == two)
    }

    /// Whether two that were asked give two counts of one happening: "29 were killed, the ministry said. The governor put
    /// the dead at 41."
    pub(super) fn is_rival_of(&self, other: &Self) -> bool {
        let whole = |p: &Self| {
            !(p.partitive || p.dependent || p.added || p.recent || p.vague || p.source().is_empty())
        };
        // "143 people were killed", "counted 151 dead".
        let anyone = |p: &Self| p.head.is_none() || p.anyone || p.is_classed_by_noun();
        self.class.is_some()
            && self.class == other.class
            && whole(self)
            && whole(other)
            && overlap(self.source(), other.source()) == 0
            && self.narrowing() == other.narrowing()
            && self.group == other.group
            && (self.head == other.head || anyone(self) && anyone(other))
    }

    /// Whether one is said to be of some make and the other may be of all: "electric cars" and "cars".
    pub(super) fn may_be_of_a_make(&self, other: &Self) -> bool {
        self.head.is_some()
            && self.head == other.head
            && overlap(self.modifiers(), other.modifiers()) == other.modifiers().len()
            && other.leaves_untold(self.modifiers())
    }

    /// Whether each is said to be of somebody of whom the other's sentence does not speak: nurses and teachers.
    pub(super) fn has_other_owner(&self, other: &Self) -> bool {
        other.leaves_untold(self.owners()) && self.leaves_untold(other.owners())
    }

    /// Whether each is narrowed by what the other's sentence does not speak of: "on libraries", "on potholes".
    pub(super) fn is_narrowed_otherwise(&self, other: &Self) -> bool {
        let untold = |words: &[Word], of: &Self| {
            let told = |word| of.complement().binary_search(word).is_ok();
            words
                .iter()
                .any(|word| !told(word) && of.leaves_untold(&[*word]))
        };
        untold(self.complement(), other) && untold(other.complement(), self)
    }

    /// Whether one of these words is not in its sentence.
    fn leaves_untold(&self, words: &[Word]) -> bool {
        let told = self.sentence();
        words.iter().any(|word| told.binary_search(word).is_err())
    }

    /// Whether something else is said of each, which the other's sentence does not say: "delayed" and "cancelled".
    pub(super) fn tells_otherwise(&self, other: &Self) -> bool {
        match (self.verb, other.verb) {
            (Some(one), Some(two)) => {
                let untold = other.leaves_untold(&[one.short()]);
                one != two && untold && self.leaves_untold(&[two.short()])
            }
            _ => false,
        }
    }

    /// Whether it is of its class only by the noun counted: "refugees".
    pub(super) fn is_classed_by_noun(&self) -> bool {
        let noun = self.head.and_then(|head| vocabulary().class_of(head));
        self.class.is_some() && noun == self.class
    }

    /// Whether its number is seldom met by chance: three figures or more that are not zeros.
    pub(super) fn is_unusual(&self) -> bool {
        self.value().is_some_and(|value| value.figures() >= 3)
    }

    /// Whether both are one measure in two units: "1,000 acres (405 hectares)".
    pub(super) fn converts_to(&self, other: &Self) -> bool {
        /// "Four days" are no week, although both may be rounded.
        const FIFTHS: i128 = 5;
        let close = || {
            let (x, y) = self.value().zip(other.value())?;
            let apart = x.minus(y)?.magnitude().times(Value::whole(FIFTHS))?;
            Some(apart <= x.magnitude().max(y.magnitude()))
        };
        self.measured
            && self.family == other.family
            && self.unit != other.unit
            && !self.is_wide()
            && !other.is_wide()
            && self.meets(other)
            && close() == Some(true)
    }
}

/// How many members two sorted lists share.
pub(super) fn overlap<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    shared
}
