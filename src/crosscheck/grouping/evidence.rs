//! What speaks for two claims being about one figure, and against it.

use crate::claim::Basis;
use crate::crosscheck::profile::{Form, Profile, overlap};
use crate::crosscheck::words::{Word, counts_people, course_of};
use crate::lexicon::{Course, Value};
use crate::quantity::Kind;

/// Evidence that two claims of one family and sense are about one figure; `None` where something speaks against it.
pub(super) fn evidence(a: &Profile, b: &Profile) -> Option<i32> {
    let equal = a.same_number(b) || a.converts_to(b);
    let meets = equal || a.meets(b);
    let average = |p: &Profile| p.kind == Kind::Average;
    let ahead = |p: &Profile| p.basis == Some(Basis::Projection);
    if average(a) != average(b)
        || a.epoch != b.epoch
        || (a.denied != b.denied && !equal)
        || (ahead(a) != ahead(b) && !equal && !a.is_thousandfold(b))
    {
        return None;
    }
    // A share is never so many of something.
    let part = |p: &Profile| matches!(p.kind, Kind::Share | Kind::Ratio);
    if part(a) != part(b) {
        return None;
    }
    // A person has one age, and ranks are names of places.
    if !equal
        && [a, b]
            .iter()
            .any(|p| matches!(p.kind, Kind::Age | Kind::Rank))
        && !a.is_of_one_person(b)
    {
        return None;
    }
    // "Swedish schools", "Danish schools": a text that speaks of both tells them apart.
    if a.is_of_other_name(b) {
        return None;
    }
    // "Hotel prices", "consumer prices".
    if !equal && a.kind != Kind::Count && a.is_of_other_make(b) {
        return None;
    }
    let mut score = match (a.class, b.class) {
        (Some(one), Some(other)) if one != other => return None,
        (Some(_), Some(_)) => 500,
        _ => 0,
    };
    // Two cities in which people marched are no people.
    if score > 0
        && !equal
        && a.class.is_some_and(counts_people)
        && a.counts_persons != b.counts_persons
        && (a.head.is_some() && b.head.is_some() || of_things(a, b) || of_things(b, a))
    {
        return None;
    }
    let classed = score > 0;
    // "47 new cases" are not the 47 cases in all; so small a number is met by chance.
    if equal && a.recent != b.recent && distinction(a.value()) < 2 {
        return None;
    }
    // "Three firefighters were injured", "the county sent 820 firefighters": what befell some is no count of the others.
    let befell_some = a.class.or(b.class).is_some_and(|class| {
        a.class.is_some() != b.class.is_some()
            && a.counts_persons
            && b.counts_persons
            && counts_people(class)
            && course_of(class) == Course::Toll
    });
    if !equal && befell_some && a.tells_otherwise(b) {
        return None;
    }
    // "The camp houses 12,000 refugees", "30 refugees drowned": the noun alone makes them no event.
    let of_a_sort = |p: &Profile| {
        let course = p.class.map(course_of);
        p.counts_persons && p.is_classed_by_noun() && course != Some(Course::Toll)
    };
    if !equal && of_a_sort(a) && of_a_sort(b) && a.tells_otherwise(b) {
        return None;
    }
    // "31 of the patients" beside "five patients": other patients, unless the number is the same.
    if a.partitive != b.partitive && !equal {
        return None;
    }
    score += match (a.head, b.head) {
        (Some(one), Some(other)) if one == other => {
            if a.anyone {
                60
            } else {
                // What happened to them may stand elsewhere in the sentence.
                let one_deed = !classed && overlap(a.deeds(), b.deeds()) > 0;
                320 + if one_deed { 120 } else { 0 }
            }
        }
        // "1,204 people were killed", "1,204 houses": one of them is told what befell it.
        (Some(_), Some(_))
            if equal
                && !classed
                && a.class.or(b.class).is_some_and(|class| {
                    counts_people(class) && course_of(class) == Course::Toll
                })
                && a.has_noun
                && b.has_noun
                && a.counts_persons != b.counts_persons =>
        {
            return None;
        }
        (Some(_), Some(_)) if a.anyone || b.anyone => 0,
        // "200 wounded", "the number of the injured".
        (Some(_), Some(_)) if classed && a.is_classed_by_noun() && b.is_classed_by_noun() => 0,
        (Some(_), Some(_)) if classed && (a.group.is_some() || b.group.is_some()) => 0,
        // "320,000 pupils", "320,000 children".
        (Some(_), Some(_)) if equal && a.counts_persons && b.counts_persons => 80,
        // "1,100 beds", "1,100 doctors".
        (Some(_), Some(_))
            if equal
                && !classed
                && a.has_noun
                && b.has_noun
                && !(a.counts_persons && b.counts_persons)
                && distinction(a.value()) < 2 =>
        {
            return None;
        }
        (Some(_), Some(_)) if equal => -60,
        (Some(_), Some(_)) => {
            if classed {
                -200
            } else {
                return None;
            }
        }
        _ => 0,
    };
    if let (Some(one), Some(other)) = (a.group, b.group)
        && one != other
        && !equal
    {
        return None;
    }
    if a.narrowing() != b.narrowing() {
        // "A net profit of 1.24 billion", "an annual profit of 1.24 billion".
        let rare = equal && distinction(a.value()) == 2;
        if !rare
            && overlap(a.narrowing(), b.narrowing()) == 0
            && !a.narrowing().is_empty()
            && !b.narrowing().is_empty()
        {
            return None;
        }
        score -= if equal { 60 } else { 250 };
    }
    if (a.dependent || b.dependent) && !equal && !alike_parts(a, b) {
        return None;
    }
    score += share(a.about(), b.about(), 300) + share(a.sentence(), b.sentence(), 150);
    let rivals = a.article == b.article && !places_apart(a, b) && a.is_rival_of(b);
    if !a.place().is_empty() && !b.place().is_empty() {
        score += if overlap(a.place(), b.place()) > 0 {
            80
        } else if rivals || told_of_one_event(a, b) {
            0
        } else if places_apart(a, b) {
            -400
        } else {
            -120
        };
    }
    if a.years() != b.years() {
        let both = !a.years().is_empty() && !b.years().is_empty();
        score -= match (both && overlap(a.years(), b.years()) == 0, equal) {
            (true, true) => 100,
            (true, false) => 400,
            (false, true) => 0,
            (false, false) => 120,
        };
    }
    if let (Some((Some(from), Some(to))), Some((Some(since), Some(until)))) = (a.period, b.period)
        && (to < since || until < from)
        // The day on which a thing that moves was told is no other time of it.
        && !(from == to
            && since == until
            && a.class.or(b.class).is_some_and(|class| course_of(class) != Course::Fixed))
    {
        score -= if equal { 100 } else { 300 };
    }
    if equal {
        score += match distinction(a.value()) {
            0 => 130,
            1 => 300,
            _ => 450,
        };
        score += match a.kind {
            Kind::Age => 350,
            Kind::Money | Kind::Measure | Kind::Rate => 150,
            Kind::Duration => 220,
            Kind::Share | Kind::Average => 100,
            Kind::Count | Kind::Rank | Kind::Ratio => 0,
        };
    } else if meets
        && a.kind == Kind::Duration
        && !classed
        && (a.head.is_none() || a.head != b.head)
    {
        // "Four days of dispute", "one week on": short times are alike by chance.
        return None;
    } else if meets {
        score += 60;
    } else if !classed && (a.head.is_none() || a.head != b.head) {
        return None;
    } else if a.vague || b.vague {
        // So wide a word, and still they do not meet.
        score -= 100;
    }
    if !equal {
        score -= far_apart(a, b);
    }
    if a.article == b.article && !restates(a, b, equal) {
        return None;
    }
    Some(score)
}

/// What speaks against one figure in values of other orders: a storm and a war take lives in one country. A slip by a
/// thousand or a million is written in the same digits.
fn far_apart(a: &Profile, b: &Profile) -> i32 {
    /// Binary orders that one figure moves through in a few days.
    const NEAR: u32 = 5;
    /// Weight of each order more.
    const ORDER: u32 = 35;
    let order = |p: &Profile| p.value().and_then(Value::binary_order);
    let Some((one, other)) = order(a).zip(order(b)) else {
        return 0;
    };
    let beyond = one.abs_diff(other).saturating_sub(NEAR);
    if beyond == 0 || a.is_thousandfold(b) {
        return 0;
    }
    i32::try_from(beyond * ORDER).unwrap_or(i32::MAX)
}

/// Whether one names the town or province of what befell people, and the other its country.
fn told_of_one_event(a: &Profile, b: &Profile) -> bool {
    let toll = |p: &Profile| {
        p.class
            .is_some_and(|class| course_of(class) == Course::Toll)
    };
    toll(a) && toll(b) && (a.lies_in(b) || b.lies_in(a))
}

/// Whether both are shares of one thing to which one thing happened: "60% of the 1,150 houses were damaged"; or so many
/// of one number, "seven of the nine divers were saved".
fn alike_parts(a: &Profile, b: &Profile) -> bool {
    let share = |p: &Profile| p.dependent && p.kind == Kind::Share;
    (share(a) && share(b) || a.are_of_one_number(b))
        && a.class.is_some()
        && a.class == b.class
        && a.head.is_some()
        && a.head == b.head
        && a.group == b.group
        && a.narrowing() == b.narrowing()
}

/// Whether the first counts things that the second says nothing of: "four regions" of a vote, "25,000 voted".
fn of_things(p: &Profile, q: &Profile) -> bool {
    let noun = p.head.filter(|_| p.has_noun && !p.counts_persons);
    q.head.is_none() && noun.is_some_and(|noun| q.sentence().binary_search(&noun.short()).is_err())
}

/// Whether two claims of one article say one thing twice, rather than two things.
pub(super) fn restates(a: &Profile, b: &Profile, equal: bool) -> bool {
    if equal || a.converts_to(b) {
        return true;
    }
    // "The toll rose to 71 from 64".
    if a.former != b.former && a.class.is_some() && a.class == b.class && a.head == b.head {
        return true;
    }
    // "Eight losses in the last ten games": one sentence does not say one thing with two numbers.
    if a.sentence_at == b.sentence_at {
        return false;
    }
    let words = a.around().len().max(b.around().len());
    let named = overlap(a.names(), b.names()) > 0;
    let same_words =
        (words >= 3 || words == 2 && named) && overlap(a.around(), b.around()) * 10 >= words * 7;
    let vague = |p: &Profile| p.form == Form::Range;
    // "Toll passes 140" above "143 people were killed".
    let bound =
        a.class.is_some() && a.class == b.class && (a.bounds_closely(b) || b.bounds_closely(a));
    same_words
        || bound
        || (a.meets(b) && a.class.is_some() && (vague(a) || vague(b)))
        || !places_apart(a, b) && a.is_rival_of(b)
}

/// Whether each is said to be of a place of its own. Where an article was written is none.
pub(super) fn places_apart(a: &Profile, b: &Profile) -> bool {
    let placed = |p: &Profile| !p.place().is_empty() && !p.place_inferred;
    placed(a) && placed(b) && overlap(a.place(), b.place()) == 0
}

/// `full` times the part of the shorter list that both share.
fn share(a: &[Word], b: &[Word], full: i32) -> i32 {
    let shorter = i32::try_from(a.len().min(b.len()).max(2)).unwrap_or(i32::MAX);
    full * i32::try_from(overlap(a, b)).unwrap_or(0) / shorter
}

/// How rarely a number is met by chance: 0 for small whole numbers, 2 for three significant figures.
fn distinction(value: Option<Value>) -> u8 {
    // A range of two numbers is as rare as two numbers.
    let Some(value) = value else { return 2 };
    let small = value.magnitude() <= Value::whole(12) && value.is_whole();
    match value.figures() {
        _ if small => 0,
        0..=2 if value.magnitude() < Value::whole(1000) => 1,
        0..=1 => 1,
        _ => 2,
    }
}
