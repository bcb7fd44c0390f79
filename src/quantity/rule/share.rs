//! Parts of a whole: "a third of", "two-thirds", "one in four".

use super::super::line::Line;
use super::super::number::{self, Part};
use super::super::{Kind, Numeral, Precision, Value, measure};
use super::{Figure, Outcome, Place, Rule, Size};
use crate::lexicon::{Class, NumberWord};

pub(super) const ONE_IN: Rule = Rule {
    name: "<number> in <number>",
    explanation: "A part of a whole, as so many in so many.",
    matcher: one_in,
    examples: &[
        ("«One in four» voters agreed.", "0.25 voters share"),
        ("«Nine out of ten» homes are dry.", "0.9 homes share"),
        ("«fewer than one in ten» of them", "< 0.1 share"),
        ("a «1-in-100»-year flood", "0.01 share"),
        ("a «one-in-four» chance of rain", "0.25 share"),
        ("«One in 25» voters stayed away.", "0.04 voters share"),
        (
            "«One pound in every six» goes on trains.",
            "1/6 pound share",
        ),
        (
            "«Roughly one attack in three» takes place there.",
            "~ 1/3 attack share",
        ),
        ("«Around one person in 20» is ill.", "~ 0.05 person share"),
    ],
    counter_examples: &[],
};

pub(super) const PART: Rule = Rule {
    name: "<part> of <whole>",
    explanation: "A part of a whole in words or as a fraction, kept as an exact ratio.",
    matcher: part,
    examples: &[
        ("«A third» of the town fled.", "1/3 town share"),
        ("«Two-thirds» of members agreed.", "2/3 members share"),
        ("«Almost half» of it is gone.", "~< 0.5 share"),
        ("«1/3» of voters", "1/3 voters share"),
        ("It is «a third» more than planned.", "difference 1/3 share"),
        ("«Half a million» people came.", "500000 person"),
        ("«half an hour»", "0.5 h"),
        ("«1/2 pound» of butter", "0.5 [lb_av]"),
        ("«a quarter mile» away", "0.25 [mi_i]"),
        ("«one twenty-fifth» of the land", "0.04 land share"),
        ("«A million and a half» people saw it.", "1500000 person"),
        ("It weighs «six and three quarters» now.", "6.75"),
        (
            "The bank cut rates by «a quarter of a percentage point».",
            "down 0.25 pp",
        ),
        ("It raised them by «half a percentage point».", "up 0.5 pp"),
        ("It spent only «half» of its budget.", "0.5 budget share"),
    ],
    counter_examples: &[
        "The flag flew at half-staff.",
        "in the second half",
        "the final third of the pitch",
    ],
};

pub(super) const PARTS: Rule = Rule {
    name: "between <part> and <part>",
    explanation: "A range of parts of a whole: both ends are kept.",
    matcher: between_parts,
    examples: &[
        (
            "«Between a quarter and a third» of pupils walk.",
            "0.25..1/3 pupils share",
        ),
        (
            "It owns «between a third and a half» of its trees.",
            "1/3..0.5 trees share",
        ),
    ],
    counter_examples: &[],
};

fn between_parts(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let start = place.at.checked_sub(1).filter(|at| *at >= place.floor)?;
    if !line.is(start, Class::RangeOpener) {
        return None;
    }
    let low = number::part(line, place.at).filter(|low| line.is(low.end, Class::Join))?;
    let high = number::part(line, low.end + 1).filter(|high| high.value > low.value)?;
    let size = Size::Range(exact(low.value), exact(high.value));
    let mut figure = Figure::new(start, high.end, size, Kind::Share);
    figure.counts_at = Some(high.end);
    Some(Outcome::one(figure))
}

fn one_in(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let number = place.number?;
    let plain = |number: &number::Number| {
        number.power == 0 && !number.signed && number.length <= 3 || !number.digits
    };
    if place.prefix.is_some() || !plain(&number) {
        return None;
    }
    if let Some(figure) = one_of_so_many(place, &number) {
        return Some(Outcome::one(figure));
    }
    // "one-in-four"
    let hyphens = usize::from(line.is_hyphen(number.end));
    let first = number.end + hyphens;
    let (words, ()) = line
        .lexicon
        .phrases
        .in_every
        .beginning(|on| line.entry(first + on).id)?;
    if hyphens > 0 && !line.is_hyphen(first + words) {
        return None;
    }
    let every = number::read(line, first + words + hyphens)?;
    let whole = every.whole().filter(|whole| *whole > 1)?;
    let part = number.whole().filter(|part| *part > 0 && *part < whole)?;
    let unit = hyphens == 0 && measure::after(line, every.start, every.end, false).is_some();
    let bare_in = words == 1;
    let year = every.is_plain(4) && every.length == 4;
    let usual = part == 1 && whole < 1000 || part <= 9 && (whole <= 20 || whole % 10 == 0);
    if unit || bare_in && (year || !usual) {
        return None;
    }
    let numeral = exact(Value::ratio(part.into(), whole.into())?);
    let mut figure = Figure::new(place.at, every.end, Size::Single(numeral), Kind::Share);
    figure.counts_at = (hyphens == 0).then_some(every.end);
    Some(Outcome::one(figure))
}

/// "one attack in three", "one pound in every six": the noun stands between.
fn one_of_so_many(place: &Place<'_>, number: &number::Number) -> Option<Figure> {
    let line = &place.line;
    let noun = number.end;
    let single = number.numeral.value == Value::ONE && !number.digits;
    let (words, ()) = line
        .lexicon
        .phrases
        .in_every
        .beginning(|on| line.entry(noun + 1 + on).id)?;
    let every = number::read(line, noun + 1 + words)
        .filter(|every| !every.digits || line.is(noun, Class::Person) && every.is_plain(3))?;
    let whole = every.whole().filter(|whole| (2..=100).contains(whole))?;
    let bare = !line.is_word(every.end)
        || line.is(every.end, Class::Preposition)
        || line.is(every.end, Class::Verb)
        || line.is(every.end, Class::Auxiliary);
    let free = words > 1 || bare && measure::after(line, every.start, every.end, false).is_none();
    let named = line.is_lower(noun) && !line.is(noun, Class::Preposition);
    if !single || !named || !free || line.is_hyphen(every.end) {
        return None;
    }
    let numeral = exact(Value::ratio(1, whole.into())?);
    let mut figure = Figure::new(place.at, every.end, Size::Single(numeral), Kind::Share);
    figure.counts_at = Some(noun);
    figure.one = true;
    Some(figure)
}

const fn exact(value: Value) -> Numeral {
    Numeral {
        value,
        precision: Precision::Exact,
    }
}

fn part(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    if let Some(found) = quarter_million(line, at)
        .or_else(|| over(place))
        .or_else(|| improper(place))
    {
        return Some(found);
    }
    let part = number::part(line, at)?;
    let before_hyphen =
        line.is_hyphen(part.end) || at > 0 && line.is_hyphen(at - 1) && !line.is_digits(at);
    if before_hyphen && !part.sure && !is_part_of_point(line, &part) {
        return None;
    }
    if let Some(found) = of_scale(line, at, &part) {
        return Some(found);
    }
    let unit = measure::after(line, at, past_article(line, part.end), false)
        .filter(|unit| unit.kind != Kind::Share || matches!(unit.code.0.as_str(), "%" | "pp"));
    if let Some(unit) = unit
        && (part.sure
            || line.is(part.end, Class::Article)
            || line.is_hyphen(part.end)
            || line.is(part.end, Class::Of) && line.is(part.end + 1, Class::Article)
            || is_half_or_quarter(line, part.end - 1) && line.is(at, Class::Article))
    {
        let mut figure = Figure::new(at, unit.end, Size::Single(exact(part.value)), unit.kind);
        figure.unit = Some(unit);
        return Some(Outcome::one(figure));
    }
    if !part.sure && !is_share(line, at, &part) {
        return None;
    }
    let mut figure = Figure::new(at, part.end, Size::Single(exact(part.value)), Kind::Share);
    figure.counts_at = Some(part.end);
    Some(Outcome::one(figure))
}

/// "a quarter-point": what rates are moved by.
fn is_part_of_point(line: &Line<'_>, part: &Part) -> bool {
    let unit = measure::after(line, part.end - 1, part.end, false);
    line.is_hyphen(part.end)
        && unit.is_some_and(|unit| matches!(unit.code.0.as_str(), "point" | "pp"))
}

/// "a quarter mile", not "a third mile", which may be one of three.
fn is_half_or_quarter(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Class::Half) || matches!(line.entry(at).number, NumberWord::Part(2 | 4))
}

fn past_article(line: &Line<'_>, at: usize) -> usize {
    at + usize::from(line.is(at, Class::Article))
        + usize::from(line.is(at, Class::Of) && line.is(at + 1, Class::Article)) * 2
}

/// "quarter million", with no article.
fn quarter_million(line: &Line<'_>, at: usize) -> Option<Outcome> {
    let NumberWord::Part(parts) = line.entry(at).number else {
        return None;
    };
    let scale = matches!(line.entry(at + 1).number, NumberWord::Scale(_));
    let part = Part {
        end: at + 1,
        value: Value::ratio(1, parts.into())?,
        joins: false,
        sure: true,
        plural: false,
    };
    (scale && !line.word(at).ends_with('s'))
        .then(|| of_scale(line, at, &part))
        .flatten()
}

/// "one over three".
fn over(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let part = place
        .number
        .filter(|number| number.power == 0 && !number.marked)?;
    if !line.is(part.end, Class::Over) || place.prefix.is_some() {
        return None;
    }
    let whole = number::read(line, part.end + 1).filter(|whole| !whole.signed)?;
    let closed = line.token(whole.end).is_none() || line.is_sign(whole.end, &['.', '?', '!']);
    let value = part.numeral.value.over(whole.numeral.value)?;
    (closed && value < Value::ONE).then(|| {
        Outcome::one(Figure::new(
            place.at,
            whole.end,
            Size::Single(exact(value)),
            Kind::Ratio,
        ))
    })
}

/// "one hundred and twenty-five thousandths"; tens before a small part belong to it: "one hundred thirty-fifths".
fn improper(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let number = place
        .number
        .filter(|number| !number.digits && number.end > place.at + 1)?;
    let last = number.end - 1;
    let value = number.numeral.value;
    let (over, (parts, end)) = if let (Some(parts), NumberWord::Cardinal(tens)) =
        (number::denominator(line, last), line.entry(last).number)
    {
        let tens = Value::whole(tens.into());
        let rest = if number.signed {
            value.plus(tens)?
        } else {
            value.minus(tens)?
        };
        (rest, parts)
    } else {
        let parts = number.end + usize::from(line.is_hyphen(number.end));
        let is_part = matches!(line.entry(parts).number, NumberWord::Part(_));
        (value, number::denominator(line, parts).filter(|_| is_part)?)
    };
    let value = over.over(Value::whole(parts))?;
    let plural = line.word(end - 1).ends_with('s') && parts > 2 && parts != 4;
    (plural && over != Value::ZERO).then(|| {
        Outcome::one(Figure::new(
            place.at,
            end,
            Size::Single(exact(value)),
            Kind::Share,
        ))
    })
}

/// "half a million", "quarter million", "two thirds of a million", "half a dozen".
fn of_scale(line: &Line<'_>, at: usize, part: &Part) -> Option<Outcome> {
    let scale = past_article(line, part.end);
    let many = match line.entry(scale).number {
        NumberWord::Scale(power) => Value::power_of_ten(i8::try_from(power).ok()?)?,
        NumberWord::Collective(many) => Value::whole(many.into()),
        _ => return None,
    };
    if line.is(scale, Class::Vague) {
        return None;
    }
    let numeral = exact(part.value.times(many)?);
    let unit = measure::after(line, at, scale + 1, false);
    let end = unit.as_ref().map_or(scale + 1, |unit| unit.end);
    let mut figure = Figure::new(
        at,
        end,
        Size::Single(numeral),
        unit.as_ref().map_or(Kind::Count, |unit| unit.kind),
    );
    figure.counts_at = unit.is_none().then_some(end);
    figure.unit = unit;
    Some(Outcome::one(figure))
}

/// Whether an unsure part ("a third", "half") is a share here.
fn is_share(line: &Line<'_>, at: usize, part: &Part) -> bool {
    let end = part.end;
    let bare_half = line.is(at, Class::Half);
    // "only half of it" is a part, "the other half of it" a thing.
    let limited = line.is(at.wrapping_sub(1), Class::Adverb) && line.is(end, Class::Of);
    let named = at > 0
        && (matches!(line.entry(at - 1).number, NumberWord::Ordinal(_))
            || line.follows(at, Class::PronounMaker) && !limited
            || (line.follows(at, Class::Determiner) && bare_half));
    if named {
        return false;
    }
    if at == 0 && line.token(end).is_none() {
        return true;
    }
    let written_on = |prefix: &String| {
        let rest = line.word(end).strip_prefix(prefix.as_str());
        rest.is_some_and(|rest| rest.chars().count() > 2)
    };
    let quoted = line.is_sign(end, &['"', '”', '’', '\'']) && line.is(end + 1, Class::Of);
    let of = line.is(end, Class::Of)
        || quoted
        || line.lexicon.numerals.of_prefixes.iter().any(written_on);
    let whole = bare_half && (line.is(end, Class::Determiner) || line.is(end, Class::Pronoun));
    let hedged = super::super::hedge::before(line, at, 0).is_some();
    let changed = at > 0
        && (line.is(at - 1, Class::By)
            || line.is(at - 1, Class::Up)
            || line.is(at - 1, Class::Down));
    // "a third more than planned"
    let compared = line.is(at, Class::Article) && line.is(end, Class::Difference);
    let closed = line.token(end).is_none() || line.is_sign(end, &[',', '.', ';']);
    of || whole
        || compared
        || (hedged || changed)
            && (closed
                || !line.is_word(end)
                || line.is(end, Class::Preposition)
                || line.is(end, Class::Auxiliary))
        || changed
}
