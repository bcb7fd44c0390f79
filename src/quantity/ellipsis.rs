//! What a figure leaves out because the one before has said it: its noun, its sense, its hedge.

use super::hedge;
use super::line::Line;
use super::rule::Figure;
use super::{Amount, Kind, Mention, Qualifier, Quantity, Sense, Value};
use crate::lexicon::units;
use crate::lexicon::{Class, UnitCode};

/// A noun left out stands at most so many tokens before.
const NEAR: usize = 12;

/// A figure in brackets that gives the one before in another unit has its hedge: "more than 100 km (60 miles)".
pub(super) fn with_hedge_of_other_unit(
    line: &Line<'_>,
    figure: Figure,
    at: usize,
    last: Option<&(usize, Before)>,
) -> Figure {
    let Some((end, before)) = last else {
        return figure;
    };
    let again = line.is_sign(*end, &['(', '/']) && at.min(figure.start) <= end + 1;
    let measures = |code: &UnitCode| units::dimension(code);
    let same = match (&figure.unit, &before.quantity.unit) {
        (Some(unit), Some(other)) => {
            unit.kind == Kind::Money
                || measures(&unit.code).is_some_and(|one| measures(other) == Some(one))
        }
        _ => false,
    };
    let Amount::Single { qualifier, .. } = before.quantity.amount else {
        return figure;
    };
    if again
        && same
        && figure.qualifier.is_none()
        && qualifier != Qualifier::Stated
        && hedge::before(line, figure.start, *end).is_none()
    {
        Figure {
            qualifier: Some(qualifier),
            ..figure
        }
    } else {
        figure
    }
}

/// What the figure before says of a shorter one after it.
pub(super) struct Before {
    /// Whether it is a whole that a part is taken of: "of the 7 billion euros".
    whole: bool,
    /// One past its noun, where it has one.
    end: usize,
    quantity: Quantity,
    kind: Kind,
    sense: Sense,
}

impl Before {
    pub fn of(line: &Line<'_>, mention: &Mention, end: usize) -> Self {
        let noun = mention.counted.map_or(end, |counted| {
            line.tokens
                .partition_point(|token| token.span.start() < counted.phrase.end())
        });
        let start = line
            .tokens
            .partition_point(|token| token.span.start() < mention.span.start());
        let of = start.saturating_sub(1 + usize::from(line.follows(start, Class::Determiner)));
        Self {
            whole: start > 0 && line.is(of, Class::Of),
            end: noun.max(end),
            quantity: mention.quantity.clone(),
            kind: mention.kind,
            sense: mention.sense,
        }
    }
}

/// What is left out because the figure before has said it: the sense in "grew by 300 jobs, or 2 per cent", the noun
/// in "40 homes by sale and 12 by tender" and in "sold 40 boats, up from 30 in May".
pub(super) fn as_before(line: &Line<'_>, start: usize, mention: &mut Mention, before: &Before) {
    let end = before.end;
    let comma = end + usize::from(line.is_sign(end, &[',']));
    let restated = line.is(comma, Class::Restating)
        && hedge::before(line, start, comma + 1).map_or(start, |(start, _)| start) == comma + 1;
    if restated && mention.sense == Sense::Level && mention.kind == Kind::Share {
        mention.sense = before.sense;
    }
    if mention.kind == Kind::Count && mention.counted.is_none() {
        with_unit_of(line, start, mention, before);
    }
    let counts = |kind, quantity: &Quantity| kind == Kind::Count && quantity.unit_text.is_some();
    if mention.kind != Kind::Count
        || mention.counted.is_some()
        || mention.quantity.unit.is_some()
        || mention.quantity.unit_text.is_some()
        || !counts(before.kind, &before.quantity)
    {
        return;
    }
    let first = hedge::before(line, start, end).map_or(start, |(start, _)| start);
    let opened =
        first > end && (line.is(first - 1, Class::Likening) || line.is(first - 1, Class::Join));
    let last = line
        .tokens
        .partition_point(|token| token.span.start() < mention.span.end());
    let fewer = line.is(last, Class::Fewer);
    let closed = line.is(last, Class::Preposition) || !line.is_word(last) || fewer;
    let near = first - end.min(first) <= NEAR;
    let further = first > end && (is_another(line, first) || is_likewise(line, end, first, last));
    // "sold 40 boats, 11 fewer than in May"
    let differing = fewer && first > 0 && line.is_sign(first - 1, &[',']);
    if (opened || further || differing) && closed && near {
        mention.quantity.unit.clone_from(&before.quantity.unit);
        mention
            .quantity
            .unit_text
            .clone_from(&before.quantity.unit_text);
    }
}

/// The unit of the figure before, where this one is compared with it and has none: "610 million francs, versus 350
/// million", "the 2.9 billion expected", "49.3 percent and Born 46.1".
fn with_unit_of(line: &Line<'_>, start: usize, mention: &mut Mention, before: &Before) {
    let measured = matches!(
        before.kind,
        Kind::Money | Kind::Share | Kind::Measure | Kind::Rate
    );
    let (Some(unit), None) = (&before.quantity.unit, &mention.quantity.unit) else {
        return;
    };
    if !measured || before.sense != Sense::Level || mention.sense != Sense::Level {
        return;
    }
    let end = before.end;
    let first = hedge::before(line, start, end).map_or(start, |(start, _)| start);
    if first <= end || first - end > NEAR {
        return;
    }
    let last = line
        .tokens
        .partition_point(|token| token.span.start() < mention.span.end());
    let closed = !line.is_word(last)
        // "502 of 3,102" is so many.
        || line.is(last, Class::Preposition)
            && !(line.is(last, Class::Of) && line.is_digits(last + 1))
        || line.is(last, Class::Conjunction)
        || line.is(last, Class::Article);
    let lead = first - 1;
    let compared = line.is(lead, Class::Comparing)
        || lead > end && line.is(lead, Class::Likening) && line.is(lead - 1, Class::Compared);
    let foreseen = line.is(lead, Class::Determiner) && line.is(last, Class::Foreseen);
    let gapped = is_another(line, first) && (end..first).all(|at| !line.is(at, Class::Verb));
    // "€7bn, of which 2 billion will come from the state"
    let part = before.kind == Kind::Money
        && lead > end
        && line.is(lead, Class::OfWhich)
        && line.is(lead - 1, Class::Of)
        && !line.is(last, Class::Of)
        // "Of the 7 billion, 2 billion goes to farms"
        || before.kind == Kind::Money && before.whole && line.is_sign(lead, &[',']);
    // "90 million euros: 50 million for homes, 30 million for roads"
    let listed = before.kind == Kind::Money
        && line.is(last, Class::Preposition)
        && (first == end + 1 && line.is_sign(end, &[':']) || is_likewise(line, end, first, last));
    let fits = compared && closed || foreseen || gapped && closed || part || listed;
    if fits && are_alike(mention, &before.quantity) {
        mention.kind = before.kind;
        mention.quantity.unit = Some(unit.clone());
        mention
            .quantity
            .unit_text
            .clone_from(&before.quantity.unit_text);
    }
}

/// Whether two numbers are near enough to be of one measure: none of them has left out its scale as well.
fn are_alike(mention: &Mention, before: &Quantity) -> bool {
    let thousand = Value::whole(1000);
    let (Some(one), Some(other)) = (mention.quantity.value(), before.value()) else {
        return false;
    };
    let far = |small: Value, large: Value| small.times(thousand).is_none_or(|top| top < large);
    !far(one, other) && !far(other, one)
}

/// Whether the figure `first..last` stands to the word after it as the one that ended at `end` did: "40 ships sank in
/// May, 12 in June".
fn is_likewise(line: &Line<'_>, end: usize, first: usize, last: usize) -> bool {
    let parted = line.follows_sign(first, &[',', ';']) || line.follows(first, Class::Conjunction);
    let word = line.word(last);
    parted
        && line.is(last, Class::Preposition)
        && (end..first).any(|at| line.word(at).eq_ignore_ascii_case(word))
}

/// Whether a name stands right before the token `at` that begins a further part: "41 seats, the Blues 12".
fn is_another(line: &Line<'_>, at: usize) -> bool {
    let mut name = at;
    while name > 0 && at - name < NEAR && line.is_capital(name - 1) {
        name -= 1;
    }
    let first = name - usize::from(line.follows(name, Class::Determiner));
    let parted = line.follows_sign(first, &[',', ';']) || line.follows(first, Class::Conjunction);
    name < at && first > 0 && parted
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use crate::text::Text;

    /// The units of the figures of a line, "-" for none.
    fn units(line: &str) -> Vec<String> {
        let found = find(&Text::verbatim(line), Some("en"));
        let unit = |unit: Option<crate::lexicon::UnitCode>| unit.map_or("-".to_owned(), |it| it.0);
        found.into_iter().map(|it| unit(it.quantity.unit)).collect()
    }

    #[test]
    fn a_figure_that_is_compared_has_the_unit_of_the_other() {
        for (line, expected) in [
            (
                "Sales of 3 billion euros beat the 2.9 billion forecast by goatherds.",
                ["EUR", "EUR"],
            ),
            (
                "It made 610 million francs, versus 350 million a year earlier.",
                ["CHF", "CHF"],
            ),
            ("The levy is 11.2 percent, up from 8.9.", ["%", "%"]),
            ("The hay cost 50 euros, compared with 42.", ["EUR", "EUR"]),
            ("Aske had 49.3 percent and Lunde 46.1.", ["%", "%"]),
            (
                "The aid is worth 7 billion euros, of which 2 billion will come in May.",
                ["EUR", "EUR"],
            ),
            (
                "It got 70 euros, of which 20 of us saw nothing.",
                ["EUR", "-"],
            ),
            (
                "It costs 90 million euros: 50 million for pens.",
                ["EUR", "EUR"],
            ),
            (
                "It gave 50 million euros for pens, 30 million for hay.",
                ["EUR", "EUR"],
            ),
            // Of another size, of another thing, or a change.
            ("It made 3 billion euros, up from 2.9.", ["EUR", "-"]),
            ("It spent 40 euros, up from 12 goats.", ["EUR", "-"]),
            ("Rents rose 5%, from 80.", ["%", "-"]),
        ] {
            assert_eq!(units(line), expected, "{line}");
        }
    }
}
