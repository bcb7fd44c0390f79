//! Ages: "45-year-old", "three months old", "Anna Weiss, 45,".

use super::super::hedge;
use super::super::line::Line;
use super::super::measure::Measure;
use super::super::number::Number;
use super::super::{Kind, Qualifier};
use super::{Figure, Outcome, Place, Rule, Size};
use crate::lexicon::{Class, NumberWord, UnitCode};

pub(super) const YEARS_OLD: Rule = Rule {
    name: "<number> years old",
    explanation: "An age: a number of years, months, weeks or days with “old” or “of age”.",
    matcher: years_old,
    examples: &[
        ("The «45-year-old» driver fled.", "45 a age"),
        ("the «28 - year - old» winner", "28 a age"),
        ("She is «nine years old».", "9 a age"),
        ("Calves «six weeks of age» are sold.", "6 wk age"),
        ("«Over-65s» ride free.", "> 65 a age"),
    ],
    counter_examples: &[],
};

pub(super) const AFTER_NAME: Rule = Rule {
    name: "<name>, <age>",
    explanation: "An age: a number after the name of a person, after “aged” or after a verb about a person.",
    matcher: after_name,
    examples: &[
        ("Danny Vance, «45»: a diver who came home", "45 a age"),
        (
            "Lena Roth, «31», and Max Roth, «24», were found.",
            "31 a age; 24 a age",
        ),
        ("He retired at the age of «35».", "35 a age"),
        ("She died at «94».", "94 a age"),
        ("At «22» he won the cup.", "22 a age"),
        ("The median age is now «40».", "40 a age"),
        ("The voters are «under 35».", "< 35 a age"),
        ("A man aged «52» was held.", "52 a age"),
        ("She had a sister who was «10».", "10 a age"),
        ("He turned «18» in May.", "18 a age"),
        ("Age «45», she is alone.", "45 a age"),
        ("Children under the age of «five» eat free.", "< 5 a age"),
        ("women aged «25 to 54»", "25..54 a age"),
        ("lambs aged «5 to 36 weeks»", "5..36 wk age"),
        ("The driver, «34», was held.", "34 a age"),
        ("Boys aged «nine» and «12» sang.", "9 a age; 12 a age"),
        (
            "Men aged «28», «34» and «61» were held.",
            "28 a age; 34 a age; 61 a age",
        ),
        ("People «over 65» are at risk.", "> 65 a age"),
        ("Voters «under 30» backed Marsh.", "< 30 a age"),
        ("Nobody «under 18» may enter.", "< 18 a age"),
        ("«Over-60s» ride free.", "> 60 a age"),
        (
            "Life expectancy for men there is «around 73».",
            "~ 73 a age",
        ),
    ],
    counter_examples: &[],
};

/// A list of ages is at most so long.
const AGES: usize = 8;

/// The words for a span of life stand at most so many tokens before it.
const LIFE_SPAN: usize = 16;

/// The unit of an age that is told by the number alone.
pub(super) fn years(end: usize) -> Measure {
    Measure {
        end,
        code: UnitCode("a".to_owned()),
        words: "years of age".to_owned(),
        kind: Kind::Age,
    }
}

fn years_old(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let number = place.number?;
    if let Some(found) = over_s(line, &number) {
        return Some(found);
    }
    let unit = place
        .unit()
        .filter(|unit| matches!(unit.kind, Kind::Duration | Kind::Age))?;
    let old = unit.kind == Kind::Age
        || line.is(unit.end - 1, Class::Old)
        || line.is(unit.end - 1, Class::AgeBefore);
    let end = if old {
        unit.end
    } else {
        old_end(line, unit.end)?
    };
    let unit = Measure {
        end,
        kind: Kind::Age,
        words: line
            .words(number.end + usize::from(line.is_hyphen(number.end)), end)
            .to_owned(),
        code: unit.code.clone(),
    };
    let mut figure = Figure::new(place.at, end, Size::Single(number.numeral), Kind::Age);
    figure.unit = Some(unit);
    Some(Outcome::one(figure))
}

/// One past "old", "of age".
fn old_end(line: &Line<'_>, at: usize) -> Option<usize> {
    let word = at + usize::from(line.is_joint(at));
    if line.is(word, Class::Old) {
        return Some(word + 1);
    }
    let (words, ()) = line
        .lexicon
        .phrases
        .of_age
        .beginning(|on| line.entry(at + on).id)?;
    Some(at + words)
}

/// "over-65s", "under 18s".
fn over_s(line: &Line<'_>, number: &Number) -> Option<Outcome> {
    let plural = number.is_plain(2) && line.glued(number.end - 1) && line.word(number.end) == "s";
    let hyphen = usize::from(number.start > 0 && line.is_hyphen(number.start - 1));
    let hedge = number.start.checked_sub(1 + hyphen)?;
    let (_, qualifier) = hedge::before(line, hedge + 1, 0)?;
    let bound = matches!(qualifier, Qualifier::MoreThan | Qualifier::LessThan);
    (plural && bound).then(|| {
        let mut figure = Figure::new(
            hedge,
            number.end + 1,
            Size::Single(number.numeral),
            Kind::Age,
        );
        figure.unit = Some(years(number.end));
        figure.qualifier = Some(qualifier);
        Outcome::one(figure)
    })
}

fn after_name(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let number = place.number?;
    if place.prefix.is_some() || !is_age(place, &number) {
        return None;
    }
    let told = is_told(line, &number)
        || is_at(line, &number)
        || is_after_name(line, &number)
        || is_being(line, &number)
        || is_life_span(line, &number);
    told.then(|| {
        let mut figure = Figure::new(
            place.at,
            number.end,
            Size::Single(number.numeral),
            Kind::Age,
        );
        figure.unit = Some(years(number.end));
        figure.qualifier = hedge(line, &number).filter(|_| is_told(line, &number));
        Outcome::one(figure)
    })
}

/// "died at 94", "At 22 he won".
fn is_at(line: &Line<'_>, number: &Number) -> bool {
    let at = number.start;
    // "the number of dead at 94", "put the dead at 94": so many of them.
    let died = at >= 2
        && line.is(at - 2, Class::Dying)
        && !line.follows(at - 2, Class::Of)
        && !line.follows(at - 2, Class::Determiner);
    let closed = !line.is_word(number.end) || line.is(number.end, Class::Preposition);
    let first = at == 1 && line.is(number.end, Class::AgePerson) && number.is_plain(2);
    line.follows(at, Class::At) && (died && closed || first)
}

/// "a life expectancy of 73": the words stand before, with a verb or "of" right before the number.
fn is_life_span(line: &Line<'_>, number: &Number) -> bool {
    let at = hedge::before(line, number.start, 0).map_or(number.start, |(start, _)| start);
    let at = at - usize::from(line.follows(at, Class::Adverb));
    let opened = line.follows(at, Class::Of)
        || line.follows(at, Class::Auxiliary)
        || line.follows(at, Class::RangeJoiner);
    let end = number.end;
    let free = !line.is_word(end)
        || line.is(end, Class::Preposition)
        || !super::super::counted::is_plural(line, end);
    let told = || {
        (at.saturating_sub(LIFE_SPAN)..at).any(|from| {
            let spans = &line.lexicon.phrases.life_spans;
            spans.beginning(|on| line.entry(from + on).id).is_some()
        })
    };
    opened && free && told()
}

/// Whether a number can be an age in years.
fn is_age(place: &Place<'_>, number: &Number) -> bool {
    let ages = &place.line.lexicon.ages;
    let plausible = number
        .whole()
        .is_some_and(|years| (i64::from(ages.least)..=i64::from(ages.greatest)).contains(&years));
    plausible
        && number.power == 0
        && (number.is_plain(3) || !number.digits)
        && place.unit().is_none()
}

/// "aged 45", "at the age of 35": words before say that it is an age.
pub(super) fn is_told(line: &Line<'_>, number: &Number) -> bool {
    line.follows(told_at(line, number), Class::AgeBefore) || is_told_before(line, number)
}

/// "aged nine and 12", "aged 28, 34 and 61": a later one of a list, each one word.
fn is_told_before(line: &Line<'_>, number: &Number) -> bool {
    let mut at = number.start;
    for _ in 0..AGES {
        let joint = at.wrapping_sub(1);
        let comma = usize::from(line.is(joint, Class::Join) && line.follows_sign(joint, &[',']));
        let joined = line.is(joint, Class::Join) || line.is_sign(joint, &[',']);
        let Some(before) = joint.checked_sub(1 + comma).filter(|_| joined) else {
            return false;
        };
        let number =
            line.is_digits(before) || matches!(line.entry(before).number, NumberWord::Cardinal(_));
        if !number {
            return false;
        }
        if line.follows(before, Class::AgeBefore) {
            return true;
        }
        at = before;
    }
    false
}

/// The hedge before "the age of": "under the age of 5".
pub(super) fn hedge(line: &Line<'_>, number: &Number) -> Option<Qualifier> {
    let mut at = told_at(line, number).checked_sub(1)?;
    at -= usize::from(line.follows(at, Class::Determiner));
    hedge::before(line, at, 0).map(|(_, qualifier)| qualifier)
}

/// Where the words between "age" and its number begin.
fn told_at(line: &Line<'_>, number: &Number) -> usize {
    let hedge = hedge::before(line, number.start, 0).map_or(number.start, |(start, _)| start);
    let mut at = hedge;
    // Hebrew writes “the” onto an age: “aged the-27”.
    let prefix = |at: usize| {
        let prefixes = &line.lexicon.grammar.prefixes;
        prefixes.iter().any(|prefix| prefix == line.word(at))
    };
    if at > 0 && prefix(at - 1) {
        at -= 1;
    }
    for _ in 0..2 {
        if at > 0
            && (line.is(at - 1, Class::Of)
                || line.is(at - 1, Class::RangeOpener)
                || line.is(at - 1, Class::From))
        {
            at -= 1;
        }
    }
    at
}

/// "Lena Roth, 31, …", "Lena Roth, 31: …", "Lena Roth (31)".
fn is_after_name(line: &Line<'_>, number: &Number) -> bool {
    let at = number.start;
    if at < 2 || !number.digits {
        return false;
    }
    let comma = line.is_sign(at - 1, &[','])
        && line.is_capital(at - 2)
        && !line.is(at - 2, Class::Month)
        && !line.is(at - 2, Class::Weekday);
    let name_length = at >= 3 && line.is_capital(at - 3);
    let end = number.end;
    let closed = line.token(end).is_none()
        || line.is_sign(end, &[',', ':', ')', ';', '–', '—', '.'])
            && !(line.glued(end) && line.is_digits(end + 1));
    // "the driver, 34, said"
    let person = line.is_sign(at - 1, &[','])
        && line.is_sign(end, &[','])
        && line.is(at - 2, Class::Person)
        && !super::super::counted::is_plural(line, at - 2);
    // "homes in Mill Lane, 37 of them empty"
    let part = line.is(end, Class::Of)
        && (line.is(end + 1, Class::Pronoun) || line.is(end + 1, Class::Determiner));
    let said = line.is(end, Class::AgeAfter) && name_length && !part;
    let bracket = line.is_sign(at - 1, &['('])
        && line.is_sign(end, &[')'])
        && line.is_capital(at - 2)
        && name_length
        && number
            .whole()
            .is_some_and(|years| (18..100).contains(&years));
    bracket
        || person && !line.is_digits(end + 1)
        || comma && (closed && !is_list(line, number) || said)
}

/// "people over 65", "women younger than 40": a bound on people that counts nobody.
pub(super) fn is_of_people(place: &Place<'_>, number: &Number) -> bool {
    let (line, end) = (&place.line, number.end);
    let Some((start, qualifier)) = hedge::before(line, number.start, place.floor) else {
        return false;
    };
    let bound = matches!(qualifier, Qualifier::MoreThan | Qualifier::LessThan);
    let people =
        line.follows(start, Class::Person) && super::super::counted::is_plural(line, start - 1);
    // "half of them are under 35"
    let being = start >= 2
        && line.is(start - 1, Class::Auxiliary)
        && line.is(start - 2, Class::Person)
        && super::super::counted::is_plural(line, start - 2);
    let told = people || being || line.follows(start, Class::AgePerson);
    let counts = line.is_word(end)
        && !line.is(end, Class::Preposition)
        && !line.is(end, Class::Auxiliary)
        && !line.is(end, Class::Conjunction)
        && !line.is(end, Class::Verb)
        && !super::super::counted::is_past(line, end);
    let years = number.is_plain(3) || !number.digits && number.power == 0;
    bound && told && years && !counts && is_age(place, number)
}

/// "Rome, 12, Paris, 9": a table, not ages of people. Hard to tell; a digit before the name does.
fn is_list(line: &Line<'_>, number: &Number) -> bool {
    number.start >= 3 && line.is_digits(number.start - 3)
}

/// "who was 10", "she will be 35", "turned 18".
fn is_being(line: &Line<'_>, number: &Number) -> bool {
    let mut at = hedge::before(line, number.start, 0).map_or(number.start, |(start, _)| start);
    let end = number.end;
    if line.follows(at, Class::Turning) {
        return !line.is_word(end) || line.is(end, Class::AgeAfter) || line.is(end, Class::Adverb);
    }
    let stands = line.token(end).is_none()
        || line.is(end, Class::AgeAfter) && !line.is(end, Class::Auxiliary)
        || line.is_sign(end, &[',', '.', ';', ')', '”', '?', '!'])
            && !(line.glued(end) && line.is_digits(end + 1));
    let mut verbs = 0;
    let mut is = false;
    while verbs < 4
        && at > 0
        && (line.is(at - 1, Class::Being) || line.is(at - 1, Class::Auxiliary))
    {
        at -= 1;
        verbs += 1;
        is |= line.is(at, Class::Being);
    }
    stands
        && is
        && line.follows(at, Class::AgePerson)
        && (number.whole().is_some_and(|years| years > 3))
}
