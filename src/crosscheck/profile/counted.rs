//! What a figure counts, and what befell it.

use super::near::{can_be, class_in, class_near, head, owner};
use super::surroundings::Surroundings;
use crate::crosscheck::words::{Sym, Token, Vocabulary, counts_people, course_of, lives};
use crate::lexicon::{Course, UnitCode, Value};
use crate::quantity::Kind;

/// What a figure counts.
pub(super) struct Counted {
    /// Class of happening.
    pub class: Option<u16>,
    /// The noun, as stem and as sense.
    pub head: Option<(Sym, Sym)>,
    /// Whether the noun says no more than that people are counted.
    pub anyone: bool,
    /// The group of people it is narrowed to.
    pub group: Option<Sym>,
    /// Whether people are counted.
    pub persons: bool,
}

impl Counted {
    /// What the figure with these words around it counts; `base` is the unit of its family, `None` for plain numbers.
    pub(super) fn of(near: &Surroundings<'_>, base: Option<&UnitCode>) -> Self {
        let words = near.words;
        let owner = owner(words, near.behind);
        let class = class(near).filter(|_| owner.is_none());
        let reading = near.reading;
        let told_of = reading
            .concept
            .as_ref()
            .and_then(|concept| concept.span)
            .is_some_and(|concept| concept.end() <= near.span.start())
            && class.is_some_and(counts_people)
            && reading.kind == Kind::Count;
        let head = owner
            .or_else(|| head(words, numbered(words, &near.concept)))
            // "The police put the toll at nine", "the death toll is nine": the subject is not what is counted.
            .filter(|head| {
                (words.is_of_people(head.0) || !told_of) && !words.tallies.contains(&head.0)
            })
            .or_else(|| {
                let noun = reading
                    .quantity
                    .unit_text
                    .as_deref()
                    .filter(|_| base.is_none());
                head(words, &words.tokens(noun.unwrap_or_default()))
            })
            .filter(|head| !words.tallies.contains(&head.0));
        let anyone = head.is_some_and(|head| words.anyone.contains(&head.0));
        let unit = reading.quantity.unit.as_ref();
        let in_persons = unit.is_some_and(|unit| unit.0 == "person");
        let persons = in_persons
            || match head {
                None => class.is_some_and(counts_people),
                Some((stem, _)) => anyone || words.is_of_people(stem),
            };
        let group = near
            .concept
            .iter()
            .chain(near.ahead.iter().take(2))
            .map(|token| token.sense)
            .find(|sense| words.groups.contains(sense));
        Self {
            class,
            head,
            anyone,
            group,
            persons,
        }
    }
}

/// What a number is of: "guests" of "the number of guests".
fn numbered<'t>(words: &Vocabulary, concept: &'t [Token]) -> &'t [Token] {
    let of = concept.iter().position(|token| token.stem == Sym::of("of"));
    let tally = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| concept.get(before));
        before.is_some_and(|before| words.tallies.contains(&before.stem))
    };
    match of.filter(|of| tally(*of)) {
        Some(of) => concept.get(of + 1..).unwrap_or_default(),
        None => concept,
    }
}

/// What happened to those who are counted.
fn class(near: &Surroundings<'_>) -> Option<u16> {
    let words = near.words;
    let reading = near.reading;
    let said = class_in(words, &near.predicate);
    let unit = reading.quantity.unit.as_ref();
    let persons = unit.is_some_and(|unit| unit.0 == "person");
    let noun = head(words, &near.concept).and_then(|noun| words.class_of(noun.0));
    // "Eleven demonstrators were detained", "40 residents fled": not those who marched or live there.
    let befell = said.filter(|said| {
        noun.filter(|noun| counts_people(*noun) && counts_people(*said))
            .is_some_and(|noun| match course_of(noun) {
                Course::Toll => true,
                Course::Fixed => course_of(*said) == Course::Toll,
                Course::Moving => lives(noun),
            })
    });
    // What is said behind the noun is said of the part: "60% of the 1,150 houses were damaged".
    let (ahead, behind) = if near.is_whole() {
        let noun = near.ahead.get(..near.concept.len() + 1);
        (noun.unwrap_or(near.ahead), &[][..])
    } else {
        (near.ahead, near.behind)
    };
    class_near(words, &near.concept, ahead, behind)
        // "40 refugees drowned": what happened to them, not what they are called.
        .map(|class| befell.filter(|_| noun == Some(class)).unwrap_or(class))
        // "The strike closed 1,200 schools": schools do not strike.
        .map(|class| match said {
            Some(said) if !persons && counts_people(class) && !counts_people(said) => said,
            _ => class,
        })
        .or(said)
        .or_else(|| words.class_alone(&near.predicate))
        .filter(|class| can_be(*class, reading.kind))
        // Nobody counts a tenth of a person: a magnitude, a score, an index.
        .filter(|class| {
            !counts_people(*class)
                || reading.kind != Kind::Count
                || reading.quantity.value().is_none_or(Value::is_whole)
                || reading.quantity.value() > Some(Value::whole(1000))
        })
}
