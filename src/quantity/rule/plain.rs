//! A number with its unit or with what it counts: the commonest shape.

use super::super::line::Line;
use super::super::measure::Measure;
use super::super::number::{self, Number};
use super::super::{Kind, Numeral, Precision, Value, counted, measure};
use super::{Figure, Outcome, Place, Rule, Size, age, measured};
use crate::lexicon::units;
use crate::lexicon::{Class, NumberWord, UnitCode};

pub(super) const QUANTITY: Rule = Rule {
    name: "<number> <unit or noun>",
    explanation: "A number, with the unit beside it or the noun it counts.",
    matcher: find,
    examples: &[
        ("«About 98,000» Russians crossed.", "~ 98000 person"),
        ("«At least 11» civilians were killed.", ">= 11 person"),
        ("They raised «£18.5million» for it.", "18500000 GBP"),
        ("Cover fell to «62·5%» of infants.", "62.5 %"),
        ("The bridge cost «€1.35 m» to mend.", "1350000 EUR"),
        ("It holds «10⁶ litres».", "1000000 L"),
        ("He earns «350,000 euros a year» there.", "350000 EUR/a"),
        ("Only «about 20%» voted.", "~ 20 %"),
        ("It hit «12» newly built schools.", "12 schools"),
        (
            "«16» killed, «three» injured in fire",
            "16 person; 3 person",
        ),
        ("Crash kills «1»", "1"),
        ("a «seven-month» war", "7 mo"),
        ("«98,000 or more» came.", ">= 98000"),
        ("«At least some 30» houses burned.", ">= 30 houses"),
        ("«Five days» later he left.", "5 d"),
        ("«Two and a half million» people saw it.", "2500000 person"),
        ("«One» of the bridges fell.", "1 bridges"),
        ("It cost «$5bn».", "5000000000 USD"),
        ("It cost «north of $5bn».", "> 5000000000 USD"),
        ("They set a «2.3m» target.", "2300000 target"),
        ("It holds «12³ million litres».", "12000000 L"),
        ("They sold «1.2m tons» of ore.", "1200000 t"),
        (
            "«Some 10, 000» fans sang for «1, 250» players.",
            "~ 10000 person; 1250 person",
        ),
        ("The fund holds «120 MEUR».", "120000000 EUR"),
        ("«350» people per km² live there.", "350 person/km2"),
        ("He gave «3 hundred and 21 yuan».", "321 CNY"),
        ("He is «5 ft 2 in».", "31/6 [ft_i]"),
        ("It weighs «20 (kg)».", "20 kg"),
        ("A «5,000»-strong crowd sang.", "5000 crowd"),
        (
            "It grew by «300» jobs, or «2%», in May.",
            "up 300 jobs; up 2 %",
        ),
        ("The index fell: «-0.6%» on the day.", "down -0.6 %"),
        (
            "The «37m»-long hull lay around the «40 m» mark.",
            "37 m; 40 m",
        ),
        ("I saw «twenty-two» apples.", "22 apples"),
        ("The first of «12» Leopard 2 tanks came.", "12 tanks"),
        ("A «7.8-magnitude» quake", "7.8 Mw"),
        (
            "Oil gained «$1.23» to «$84.50 a barrel».",
            "up 1.23 USD; 84.5 USD/[bbl_us]",
        ),
        (
            "The index lost «234.5 points», or «0.7%».",
            "down 234.5 point; down 0.7 %",
        ),
        (
            "It recalled «40» vans, including «about 12» in Wales.",
            "40 vans; ~ 12",
        ),
        ("Costs rose «5%».", "up 5 %"),
        (
            "The gap fell by «1.1%» to «3.1%» of output.",
            "down 1.1 %; 3.1 %",
        ),
        ("It took «a year and a half» to build.", "1.5 a"),
        ("an error of plus or minus «3 points»", "3 point"),
        ("It cost «200 kr».", "200 krone"),
        ("«One-and-a-half million» people fled.", "1500000 person"),
        ("It is a «two-and-a-half year» term.", "2.5 a"),
        ("It lasts «two and three-quarter hours».", "2.75 h"),
        ("Mariupol (pop. «541,000») is a port.", "541000"),
        ("A «$10-a-day» charge", "10 USD/d"),
        ("They waited «two hours and a half».", "2.5 h"),
        ("He was jailed for «two years and three months».", "2.25 a"),
        ("It took «32 minutes and 30 seconds».", "32.5 min"),
        (
            "By noon «40» ships had sunk in May, «12» in June.",
            "40 ships; 12",
        ),
        (
            "Red won «41» seats, the Blues «12» and the Greens «7».",
            "41 seats; 12; 7",
        ),
        (
            "The office probes a «Rs 2,400-cr» fraud.",
            "24000000000 INR",
        ),
        (
            "The line carries «120,000» passengers a day.",
            "120000 person/d",
        ),
        ("The ratio is «28 per 100,000».", "28 /100000"),
        ("Debt is «0.8 times» earnings.", "0.8 ratio"),
        ("«Two» of his «five» sheds burned.", "2 sheds; 5 sheds"),
        ("It fell by «908,574» last year.", "down 908574"),
        ("«Not one» of the guests fell ill.", "0 person"),
        ("Passengers hit «84.1m» in May.", "84100000"),
        ("The waves were «4m» high, the crowd said.", "4 m"),
        ("Shops within «300m» of the blast shut.", "300 m"),
        (
            "It raised «$5m» from «300» backers.",
            "5000000 USD; 300 backers",
        ),
        (
            "«48m» people live in Aland, «10m» in Beland.",
            "48000000 person; 10000000 person",
        ),
        ("Police seized «1.2t» of ore.", "1.2 t"),
        ("Women make up «20%» of the guard.", "20 %"),
        ("Unemployment fell «below 5%».", "< 5 %"),
        ("The deal runs under a «15-year» lease.", "15 a"),
        ("They were spread over «468 square miles».", "468 [mi_i]2"),
        (
            "The bridge costs «$3bn» over «five years».",
            "3000000000 USD; 5 a",
        ),
        ("The toll «passed 300» on Monday.", "> 300"),
        ("The house passed «300» bills.", "300 bills"),
        (
            "Output was «twice» as much as «100 tonnes».",
            "2 ratio; 100 t",
        ),
        (
            "Oil was down «$1.57», or «2.4%», at «$63.59».",
            "down 1.57 USD; down 2.4 %; 63.59 USD",
        ),
        ("There were «4,000» fewer nurses.", "difference 4000 person"),
        ("It owes «1’234’567.50 francs».", "1234567.5 CHF"),
        ("He walked «40-odd miles».", "~ 40 [mi_i]"),
        (
            "«5.6 per 100,000 inhabitants» fell ill.",
            "5.6 /person/100000",
        ),
        (
            "There are «2.3» doctors per 1,000 people.",
            "2.3 person/person/1000",
        ),
        ("It has «1.6» children per woman.", "1.6 person/{woman}"),
        ("Gold costs «$2,000 an ounce».", "2000 USD/[oz_tr]"),
        ("The toll of goats goes up to «12».", "12"),
        (
            "It has «40» huts in Goat Lane, «37» of them empty.",
            "40 huts; 37",
        ),
        ("The vet put the number of dead at «19».", "19"),
        ("They own «29» 737 MAX and «four» 787s.", "29; 4"),
        ("He held a rally of «35,000».", "35000"),
        ("They shot down «61» kites.", "61 kites"),
        ("The cart plunged «200 metres».", "200 m"),
        ("A heat of «31 degrees» was felt.", "31 degree"),
        ("The barn cost «2 million crowns».", "2000000 krone"),
        (
            "The «2.9 billion» expected by goatherds came.",
            "2900000000",
        ),
        (
            "Party Aske took «34» seats, Party Born «29».",
            "34 seats; 29",
        ),
        ("She took an «11»-under «205».", "11 under; 205"),
    ],
    counter_examples: &["No one came.", "Which one is it?"],
};

fn find(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let Some(number) = place.number else {
        return one_and_a_half(line, place.at).map(Outcome::one);
    };
    if !number.digits && !counts(place, &number) {
        return None;
    }
    let (number, unit) = place.measured(number);
    let end = unit
        .as_ref()
        .map_or(number.end, |unit| unit.end.max(number.end));
    let touched = line.glued(number.end - 1)
        && line.is_word(number.end)
        && !matches!(line.word(number.end), "’s" | "'s");
    if unit.is_none() && touched && number.digits {
        return None;
    }
    let mut figure = Figure::new(
        place.start(),
        end,
        Size::Single(number.numeral),
        Kind::Count,
    );
    figure.sign = line.sign(number.start);
    figure.one = number.numeral.value == Value::ONE;
    // "not one of them came"
    if figure.one
        && !number.digits
        && line.follows(place.at, Class::Denying)
        && place.at > place.floor
    {
        figure.start = place.at - 1;
        figure.size = Size::Single(Numeral {
            value: Value::ZERO,
            precision: Precision::Exact,
        });
    }
    figure.unit = unit.or_else(|| borrowed(place, &number));
    if let Some((value, end)) = figure.unit.as_ref().and_then(|unit| {
        with_smaller(line, &number, unit).or_else(|| with_half(line, &number, unit))
    }) {
        figure.size = Size::Single(value);
        figure.end = end;
    }
    figure.kind = figure.unit.as_ref().map_or(Kind::Count, |unit| unit.kind);
    if (age::is_told(line, &number) || age::is_of_people(place, &number))
        && matches!(figure.kind, Kind::Count | Kind::Duration)
    {
        figure.unit = figure.unit.or_else(|| Some(age::years(number.end)));
        figure.kind = Kind::Age;
        figure.qualifier = age::hedge(line, &number);
    }
    figure.counts_at = match figure.kind {
        Kind::Count => Some(end),
        Kind::Share if line.is(end, Class::Of) => Some(end),
        _ => None,
    };
    Some(Outcome::one(figure))
}

/// Whether "a year and a half", or Hebrew “year and half”, may begin at the token `at`.
pub(in super::super) fn may_be_one_and_a_half(line: &Line<'_>, at: usize) -> bool {
    let bare = line.lexicon.numerals.articles.is_empty();
    let noun = at + usize::from(!bare);
    (bare || line.is(at, Class::Article)) && half_after(line, noun + 1).is_some()
}

/// One past "and a half", "and half".
fn half_after(line: &Line<'_>, at: usize) -> Option<usize> {
    let half = at + 1 + usize::from(line.is(at + 1, Class::Article));
    let whole = line.is(at, Class::Join) && line.is(half, Class::Half);
    (whole && !line.is(half + 1, Class::Of) && !line.is_hyphen(half + 1)).then_some(half + 1)
}

/// "a year and a half".
fn one_and_a_half(line: &Line<'_>, at: usize) -> Option<Figure> {
    let noun = at + usize::from(line.is(at, Class::Article));
    let end = may_be_one_and_a_half(line, at).then(|| half_after(line, noun + 1))??;
    let unit = measure::of(line, noun).filter(|unit| unit.end == noun + 1)?;
    let value = Value::ratio(3, 2)?;
    let numeral = Numeral {
        value,
        precision: Precision::Exact,
    };
    let mut figure = Figure::new(at, end, Size::Single(numeral), unit.kind);
    figure.unit = Some(unit);
    Some(figure)
}

/// With a half after its unit: "two years and a half".
fn with_half(line: &Line<'_>, number: &Number, unit: &Measure) -> Option<(Numeral, usize)> {
    let time = matches!(unit.kind, Kind::Duration | Kind::Measure);
    if !time || unit.end <= number.end || !number.numeral.value.is_whole() {
        return None;
    }
    let end = half_after(line, unit.end)?;
    let value = number.numeral.value.plus(Value::ratio(1, 2)?)?;
    let precision = Precision::Exact;
    Some((Numeral { value, precision }, end))
}

/// With a smaller unit after it: "5 ft 2 in", "3 dollars 50 cents", "15 dollars 50".
fn with_smaller(line: &Line<'_>, number: &Number, unit: &Measure) -> Option<(Numeral, usize)> {
    let next = unit.end.max(number.end);
    let at = next + usize::from(line.is(next, Class::Join));
    let joined = at > next || line.is_word(next) || line.is_digits(next);
    if !joined || !number.numeral.value.is_whole() {
        return None;
    }
    let small = number::read(line, at).filter(|small| !small.signed && small.power == 0)?;
    let smaller = measure::after(line, small.start, small.end, false);
    let (part, end) = match &smaller {
        Some(smaller) if is_part_of(&smaller.code, &unit.code) => (
            units::convert(small.numeral.value, &smaller.code, &unit.code)?,
            smaller.end,
        ),
        None if unit.kind == Kind::Money
            && unit.end > number.end
            && small.whole().is_some_and(|cents| (1..100).contains(&cents)) =>
        {
            let closed = line.token(small.end).is_none()
                || line.is_sign(small.end, &['.', ',', ';', '?', '!']);
            (
                small
                    .numeral
                    .value
                    .over(Value::whole(100))
                    .filter(|_| closed)?,
                small.end,
            )
        }
        _ => return None,
    };
    let value = number
        .numeral
        .value
        .plus(part)
        .filter(|_| part < Value::ONE)?;
    let precision = Precision::Exact;
    Some((Numeral { value, precision }, end))
}

/// Cents of a dollar, inches of a foot, months of a year; not metres of a kilometre, which are told apart.
fn is_part_of(small: &UnitCode, large: &UnitCode) -> bool {
    const TIMES: [[&str; 2]; 5] = [
        ["mo", "a"],
        ["d", "wk"],
        ["h", "d"],
        ["min", "h"],
        ["s", "min"],
    ];
    let time = TIMES.contains(&[small.0.as_str(), large.0.as_str()]);
    if time || small.0 == format!("{}/100", large.0) {
        return true;
    }
    let (Some(small), Some(large)) = (units::unit(small), units::unit(large)) else {
        return false;
    };
    let imperial = matches!(large.dimension.to_string().as_str(), "length" | "mass")
        && !large.factor.to_string().trim_matches(['0', '.']).eq("1");
    imperial && small.dimension == large.dimension && small.factor < large.factor
}

/// Whether a number in words counts something: "one" is often a pronoun.
fn counts(place: &Place<'_>, number: &Number) -> bool {
    let line = &place.line;
    let (at, end) = (place.at, number.end);
    let hyphen_before = at >= 2
        && line.is_hyphen(at - 1)
        && line.is_word(at - 2)
        && !line.is(at - 2, Class::Preposition);
    if hyphen_before || line.is_hyphen(end) && line.is(end + 1, Class::Hyphenated) {
        return false;
    }
    let single =
        number.numeral.value == Value::ONE && line.entry(at).number == NumberWord::Cardinal(1);
    if !single {
        return true;
    }
    let made_pronoun = line.follows(at, Class::PronounMaker);
    let of = line.is(end, Class::Of)
        && (line.is(end + 1, Class::Determiner)
            || line.is(end + 1, Class::Pronoun)
            || line.is_word(end + 1)
            || line.is_digits(end + 1));
    let unit = place.unit().is_some();
    let casualty = line.is(end, Class::Casualty);
    let noun = line.is_word(end) && counted::phrase(line, end, true).is_some();
    let sentence_pronoun = line.is(end, Class::Auxiliary)
        || line.is(end, Class::Preposition) && !of
        || line.is(end, Class::Pronoun);
    unit || casualty
        || !made_pronoun && (of || noun && !sentence_pronoun)
        || made_pronoun && noun && line.follows(at, Class::Determiner) && !sentence_pronoun
}

/// The unit of the next number, where the two share it: "45 and 50 mg", "8 or $9".
fn borrowed(place: &Place<'_>, number: &Number) -> Option<Measure> {
    let line = &place.line;
    let joint = number.end;
    let joins = line.is(joint, Class::RangeJoiner) || line.is(joint, Class::Conjunction);
    let part = line.is(joint, Class::Of) && line.is(joint + 1, Class::Determiner);
    if !joins && !part {
        return None;
    }
    let joint = joint + usize::from(part);
    let sign = usize::from(line.sign(joint + 1).is_some() && line.glued(joint + 1));
    let next = number::read(line, joint + 1 + sign).filter(|next| next.digits == number.digits)?;
    let (next, unit) = measured(line, next, None);
    let prefix = measure::before(line, next.start).map(|(_, unit)| unit);
    let unit = if sign == 1 { prefix } else { unit }?;
    let alike = if part {
        unit.kind == Kind::Money
    } else {
        next.power == number.power
    };
    (alike && unit.kind != Kind::Age).then_some(Measure {
        end: number.end,
        ..unit
    })
}
