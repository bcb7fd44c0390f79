//! A stated change with the level before and the level after it.

use super::ArticleView;
use crate::crosscheck::comparison::Side;
use crate::crosscheck::words::vocabulary;
use crate::lexicon::words::Class;
use crate::lexicon::{Lexicon, events};
use crate::quantity::{Kind, Sense};

/// A change with the level before and the level after it, all in one clause and of one thing.
pub(super) struct Change<'a> {
    pub(super) by: Side<'a>,
    pub(super) from: Side<'a>,
    pub(super) to: Side<'a>,
}

/// Bytes from a change to its levels at most.
const NEAR: usize = 120;

/// The changes of an article.
pub(super) fn changes<'a>(view: &'a ArticleView<'a>) -> Vec<Change<'a>> {
    let mut found = Vec::new();
    for by in view.sides {
        if !matches!(by.profile.sense, Sense::Up | Sense::Down) {
            continue;
        }
        let near = |side: &&Side<'a>| {
            side.profile.at.abs_diff(by.profile.at) < NEAR
                && side.claim.id != by.claim.id
                && view.same_sentence(**side, *by)
        };
        let after = |word: &str| {
            view.sides
                .iter()
                .filter(near)
                .filter(|side| view.word_before(**side).eq_ignore_ascii_case(word))
                .min_by_key(|side| side.profile.at.abs_diff(by.profile.at))
        };
        let told = after("from").zip(after("to"));
        let beside = || beside(view, *by);
        let Some((from, to)) = told.or_else(beside) else {
            continue;
        };
        let change = Change {
            by: *by,
            from: *from,
            to: *to,
        };
        let of_levels = is_percent(by) || is_times(by) || is_fraction(by);
        if from.profile.family == to.profile.family
            && (of_levels || by.profile.family == from.profile.family)
            && (told.is_none() || change.is_of_one_thing())
            && change.is_in_one_clause(view)
        {
            found.push(change);
        }
    }
    found
}

/// The levels on either side of a change in percent: "$44 million, a 9% increase over this year's $38 million". The one
/// before it comes second.
fn beside<'a>(view: &'a ArticleView<'a>, by: Side<'_>) -> Option<(&'a Side<'a>, &'a Side<'a>)> {
    const SHORT: usize = 45;
    let at = view
        .sides
        .iter()
        .position(|side| side.claim.id == by.claim.id)?;
    let to = view.sides.get(at.checked_sub(1)?)?;
    let from = view.sides.get(at + 1)?;
    let is_level = |side: &Side<'_>| {
        side.profile.sense == Sense::Level
            && matches!(side.profile.kind, Kind::Count | Kind::Money | Kind::Measure)
            && side.profile.kind == from.profile.kind
            && view.same_sentence(*side, by)
    };
    let (before, after) = (view.between(*to, by), view.between(by, *from));
    let are_near = before.len() < SHORT && after.len() < SHORT;
    if !is_percent(&by) || !are_near || !is_level(to) || !is_level(from) {
        return None;
    }
    let words = |between: &str| -> Vec<String> {
        let words = between.split(|c: char| !c.is_alphanumeric() && c != '\'');
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (leads, follows) = (&events().level_to_change, &events().change_from_level);
    let fits = words(before).iter().all(|word| leads.contains(word))
        && words(after).iter().any(|word| follows.contains(word))
        && !after.contains([',', ';', ':', '(']);
    fits.then_some((from, to))
}

/// Whether it is written in percent.
pub(super) fn is_percent(side: &Side<'_>) -> bool {
    let unit = side.claim.reading.quantity.unit.as_ref();
    unit.is_some_and(|unit| unit.0 == "%")
}

/// Whether it is a fraction in words: "a third".
pub(super) fn is_fraction(side: &Side<'_>) -> bool {
    side.profile.kind == Kind::Share && side.claim.reading.quantity.unit.is_none()
}

/// Whether it says how many times as much: "doubled", "fivefold".
pub(super) fn is_times(side: &Side<'_>) -> bool {
    side.profile.kind == Kind::Ratio && side.claim.reading.quantity.unit.is_none()
}

impl Change<'_> {
    /// Whether nothing known of the three says that they are of different things: "a 4% increase in lending".
    fn is_of_one_thing(&self) -> bool {
        let Some(lexicon) = Lexicon::of("en") else {
            return true;
        };
        let named = |side: &Side<'_>| {
            let concept = side.claim.reading.concept.as_ref()?;
            let text = concept.text.to_lowercase();
            // "An increase of $40": what increased stands before.
            let change = |word: &str| lexicon.words.classes(word).has(Class::Change);
            let noun = text.split(" (").next().unwrap_or_default();
            let named = !noun.split_whitespace().all(change);
            named.then_some(text).zip(side.profile.head)
        };
        let differ = |by: &Side<'_>, level: &Side<'_>| match (named(by), named(level)) {
            (Some((what, one)), Some((counted, other))) => {
                // "The herd rose by half to 60 goats."
                one != other && !(level.profile.kind == Kind::Count && counted.contains(&what))
            }
            _ => false,
        };
        !differ(&self.by, &self.to)
            && !differ(&self.by, &self.from)
            && !differ(&self.to, &self.from)
    }

    /// Whether no new clause begins between the first and the last of the three.
    fn is_in_one_clause(&self, view: &ArticleView<'_>) -> bool {
        let mut sides = [self.by, self.from, self.to];
        sides.sort_by_key(|side| side.profile.at);
        let words = vocabulary();
        sides.windows(2).all(|pair| match pair {
            [one, other] => {
                let between = view.between(*one, *other);
                let tokens = words.tokens(between);
                // "By $40, or 5%, to $90."
                let joins = |place: usize| {
                    tokens.get(place).is_some_and(|token| {
                        let word = between.get(token.start..token.end).unwrap_or_default();
                        !word.eq_ignore_ascii_case("or") && words.boundaries.contains(&token.stem)
                    })
                };
                !between.contains([';', ':']) && !(0..tokens.len()).any(joins)
            }
            _ => true,
        })
    }

    /// Whether the levels move the way its text says.
    pub(super) fn goes_as_told(&self) -> bool {
        let levels = self.from.profile.value().zip(self.to.profile.value());
        levels.is_none_or(|(from, to)| match self.by.profile.sense {
            Sense::Down => to <= from,
            _ => to >= from,
        })
    }

    /// "a rise": the way from the one level to the other.
    pub(super) fn way(&self) -> &'static str {
        let up = (self.by.profile.sense == Sense::Up) == self.goes_as_told();
        if up { "a rise" } else { "a fall" }
    }
}
