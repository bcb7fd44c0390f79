//! What sort of figure and of total it is, on what it rests, and what narrows it.

use std::ops::Range;

use super::figure::{Figure, phrase};
use super::period::Time;
use super::{Aggregate, Attribution, Basis, Phrase, SourceKind, attribution, source};
use crate::lexicon::words::Class;
use crate::quantity::{Kind, Sense};
use crate::syntax::{Shape, Syntax};

/// Words that narrow whom the figure is about: those of what is counted, and just before or after the number.
pub(super) fn scope(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: Option<&Range<usize>>,
    said: Option<&attribution::Found>,
) -> Vec<Phrase> {
    let low = figure
        .tokens
        .start
        .saturating_sub(3)
        .max(figure.sentence.start);
    // "310 adults and 20 children": what the figure before counts narrows that one.
    let parts =
        |t: usize| syntax.is(t, Class::Coordinator) || syntax.shape(t) == Some(Shape::Comma);
    let before = figure.floor > figure.sentence.start;
    let low = (low..figure.tokens.start)
        .rfind(|t| before && parts(*t))
        .unwrap_or(low);
    let high = (figure.tokens.end + 2).min(figure.sentence.end);
    let mut at: Vec<usize> = (low..high)
        .chain(concept.cloned().into_iter().flatten())
        .filter(|t| syntax.is(*t, Class::Scope) || syntax.is(*t, Class::Epoch))
        .filter(|t| said.is_none_or(|said| !said.cue.contains(t)))
        .collect();
    at.extend(denial(syntax, figure));
    at.sort_unstable();
    at.dedup();
    at.into_iter()
        .filter_map(|t| phrase(syntax, &(t..t + 1)))
        .collect()
}

/// Words from a figure to the "not" before the one it is set against.
const TO_DENIED: usize = 6;

/// The word by which the text says that it was not so many: "**not** 40 but 60", "60, **not** 40".
pub(super) fn denial(syntax: &Syntax<'_>, figure: &Figure<'_>) -> Option<usize> {
    let not = figure.tokens.start.checked_sub(1)?;
    if not < figure.sentence.start || !syntax.is(not, Class::Negation) {
        return None;
    }
    let next = figure.ceiling();
    let replaced = next < figure.sentence.end
        && (figure.tokens.end..next).any(|t| syntax.is(t, Class::Instead));
    let contrasted = figure.floor > figure.sentence.start
        && not <= figure.floor + TO_DENIED
        && (figure.floor..not)
            .next_back()
            .is_some_and(|t| matches!(syntax.shape(t), Some(Shape::Comma | Shape::Dash)));
    (replaced || contrasted).then_some(not)
}

/// On what the number rests, by the words around it, else by its source.
pub(super) fn basis(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: Option<&Range<usize>>,
    attribution: Option<&Attribution>,
    asked: bool,
) -> Option<Basis> {
    let near = figure
        .tokens
        .start
        .saturating_sub(6)
        .max(figure.sentence.start)
        ..(figure.tokens.end + 6).min(figure.sentence.end);
    // "The district, which has 17 schools, will cut 38 posts": the posts lie ahead, the schools do not.
    let after = near
        .clone()
        .find(|t| *t >= figure.tokens.end && syntax.shape(*t) == Some(Shape::Comma));
    let near = near.start..after.unwrap_or(near.end);
    let any = |class: Class| near.clone().any(|t| syntax.is(t, class));
    let cue = attribution
        .and_then(|attribution| attribution.cue.as_ref()?.span)
        .map(|cue| syntax.token_at(cue.start())..syntax.token_at(cue.end()));
    let said = |class: Class| {
        cue.clone()
            .is_some_and(|mut cue| cue.any(|t| syntax.is(t, class)))
    };
    let poll = attribution.is_some_and(|a| a.kind == Some(SourceKind::Poll));
    if poll || asked {
        Some(Basis::Poll)
    } else if any(Class::Estimated) || said(Class::Estimated) {
        Some(Basis::Estimate)
    } else if any(Class::Forecast) || said(Class::Foretells) {
        Some(Basis::Projection)
    } else if any(Class::Alleged) || said(Class::Alleges) {
        Some(Basis::Allegation)
    } else if near.clone().any(|t| {
        syntax.is(t, Class::Counting) && concept.is_none_or(|concept| !concept.contains(&t))
    }) {
        Some(Basis::Count)
    } else if attribution.is_some_and(|a| a.kind == Some(SourceKind::Official)) {
        Some(Basis::Official)
    } else {
        None
    }
}

/// The kind, corrected where the sentence decides: "an average of 12".
pub(super) fn kind(syntax: &Syntax<'_>, figure: &Figure<'_>) -> Kind {
    match figure.mention.kind {
        Kind::Count | Kind::Measure | Kind::Money if is_mean(syntax, figure) => Kind::Average,
        kind => kind,
    }
}

/// "an average of 12", "averaging 12 a day".
fn is_mean(syntax: &Syntax<'_>, figure: &Figure<'_>) -> bool {
    let low = figure
        .tokens
        .start
        .saturating_sub(3)
        .max(figure.sentence.start);
    (low..figure.tokens.start).any(|t| syntax.is(t, Class::Mean))
        && figure.tokens.start > low
        && (syntax.reads(figure.tokens.start - 1, "of")
            || syntax.is(figure.tokens.start - 1, Class::Mean))
}

/// Whether people are counted though no noun beside the figure says so: "31 were killed", "injured 217", "the number
/// of men rose to 31".
pub(super) fn counts_people(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: Option<&Range<usize>>,
    predicate: Option<&Range<usize>>,
) -> bool {
    let hurt = predicate.is_some_and(|range| source::has(syntax, range, Class::Casualty));
    let number_of = figure.tokens.start.checked_sub(1).is_some_and(|before| {
        ["at", "to", "is"]
            .iter()
            .any(|word| syntax.reads(before, word))
    });
    match concept {
        Some(concept) => source::has(syntax, concept, Class::People) && (hurt || number_of),
        None => hurt,
    }
}

/// "the fire **that killed** 23 people last month": the time is that of the fire, whose toll this is.
fn is_of_event(syntax: &Syntax<'_>, figure: &Figure<'_>) -> bool {
    const NEAR: usize = 4;
    let start = figure.tokens.start;
    let low = start.saturating_sub(NEAR).max(figure.sentence.start + 1);
    (low..start).any(|t| syntax.is(t, Class::Relative) && syntax.is_nounish(t - 1))
}

/// What kind of total it is.
pub(super) fn aggregate(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    kind: Kind,
    time: Option<&Time>,
    harm: bool,
    concept: Option<&Range<usize>>,
) -> Option<Aggregate> {
    if figure.mention.sense != Sense::Level {
        return Some(Aggregate::Change);
    }
    let near = figure
        .tokens
        .start
        .saturating_sub(5)
        .max(figure.sentence.start)
        ..(figure.tokens.end + 8).min(figure.sentence.end);
    let any = |class: Class| near.clone().any(|t| syntax.is(t, class));
    match kind {
        Kind::Share => Some(Aggregate::Share),
        Kind::Rate if is_mean(syntax, figure) => Some(Aggregate::Average),
        Kind::Rate => Some(Aggregate::Rate),
        Kind::Average => Some(Aggregate::Average),
        Kind::Count | Kind::Money => {
            if time.is_some_and(Time::is_since)
                || any(Class::Running)
                || concept.is_some_and(|concept| source::has(syntax, concept, Class::Running))
                || harm && is_of_event(syntax, figure)
            {
                Some(Aggregate::Cumulative)
            } else if time
                .is_some_and(|time| !time.is_epoch() && !time.is_point() && time.from != time.to)
                || time.is_some_and(|time| {
                    let a_day = time.is_point()
                        || time.tokens.len() == 1
                        || time.tokens.clone().any(|t| syntax.is(t, Class::Weekday));
                    time.from.is_none() && !time.is_epoch() && !a_day
                })
            {
                Some(Aggregate::PeriodCount)
            } else if any(Class::Stock) {
                Some(Aggregate::Stock)
            } else if harm {
                Some(Aggregate::Cumulative)
            } else {
                None
            }
        }
        Kind::Measure | Kind::Duration | Kind::Age | Kind::Rank | Kind::Ratio => None,
    }
}
