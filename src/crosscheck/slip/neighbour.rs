//! Slips that other figures of the same articles give away.

use super::{SlipKind, quote};
use crate::claim::Aggregate;
use crate::crosscheck::comparison::Side;
use crate::crosscheck::profile::Profile;
use crate::lexicon::Value;
use crate::quantity::Sense;

/// Bytes within which another figure of an article explains one.
const NEAR: usize = 300;

pub(super) const COMPLEMENT: SlipKind = SlipKind {
    code: "complement",
    name: "The rest of the whole",
    explanation: "The two figures make up the whole: one may count those who did not.",
    examples: &[
        "2024-09-16\nTurnout in Sunday's election in Brandia was 62%, the electoral commission of Brandia said.\n---\n2024-09-16\nThe electoral commission of Brandia put turnout in Sunday's election at 38%.",
        "2024-11-05\nThe Norland rail union has 60,000 members. Some 48,000 railway workers walked out on Monday in Norland, the union said.\n---\n2024-11-05\nIn Norland 12,000 railway workers walked out on Monday, the Norland rail union said.",
    ],
    counter_examples: &[
        "2024-09-16\nTurnout in Sunday's election in Brandia was 62%, the electoral commission of Brandia said.\n---\n2024-09-16\nThe electoral commission of Brandia put turnout in Sunday's election at 71%.",
    ],
    test: complement,
};

pub(super) const CUMULATIVE: SlipKind = SlipKind {
    code: "cumulative",
    name: "Part of the time for all of it",
    explanation: "One figure is what the other article gives for a day or a week, not for the whole time.",
    examples: &[
        "2024-01-12\nZeland has confirmed 365 cases of river fever, the health ministry of Zeland said on Friday. It reported 47 new cases on Friday.\n---\n2024-01-12\nZeland has confirmed 47 cases of river fever, the health ministry of Zeland said on Friday.",
    ],
    counter_examples: &[
        "2024-01-12\nZeland has confirmed 365 cases of river fever, the health ministry of Zeland said on Friday. It reported 47 new cases on Friday.\n---\n2024-01-12\nZeland has confirmed 52 cases of river fever, the health ministry of Zeland said on Friday.",
    ],
    test: cumulative,
};

pub(super) const SWAP: SlipKind = SlipKind {
    code: "swap",
    name: "Figures exchanged",
    explanation: "An article has the other's number near by, for something else.",
    examples: &[
        "2024-05-02\nThe quake in Velmar killed 14 people and injured 60 on Thursday, governor Lida Stan said. Velmar is cut off.\n---\n2024-05-02\nThe quake in Velmar killed 60 people and injured 14 on Thursday, the Velmar army said. Velmar is cut off.",
    ],
    counter_examples: &[
        "2024-05-02\nThe quake in Velmar killed 13 people and injured 31, governor Lida Stan of Velmar said on Thursday. Velmar is cut off.\n---\n2024-05-02\nThe quake in Velmar killed 24 people and injured 60, the Velmar army said on Thursday.",
    ],
    test: swap,
};

/// The other figures near a figure, of its sort.
fn beside(side: Side<'_>) -> impl Iterator<Item = &Profile> {
    side.siblings
        .iter()
        .map(|seen| &seen.profile)
        .filter(move |other| {
            other.id != side.claim.id
                && other.family == side.profile.family
                && other.at.abs_diff(side.profile.at) < NEAR
        })
}

fn complement(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let percent = |side: Side<'_>| {
        let unit = side.claim.reading.quantity.unit.as_ref();
        unit.is_some_and(|unit| unit.0 == "%")
    };
    let levels = a.profile.sense == Sense::Level && b.profile.sense == Sense::Level;
    let (x, y) = (
        a.claim.reading.quantity.value()?,
        b.claim.reading.quantity.value()?,
    );
    if levels && percent(a) && percent(b) && x.plus(y)? == Value::whole(100) {
        return Some(format!(
            "{} and {} make 100% together: one may be the share of those who did not.",
            quote(a),
            quote(b)
        ));
    }
    let sum = a.profile.value()?.plus(b.profile.value()?)?;
    let whole = beside(a)
        .chain(beside(b))
        .any(|other| other.value() == Some(sum) && other.sense == Sense::Level);
    (levels && whole && sum >= Value::whole(20)).then(|| {
        format!(
            "{} and {} make {} together, which the text gives too: one may be what is left of it.",
            quote(a),
            quote(b),
            sum.grouped()
        )
    })
}

/// Whether a figure covers a stretch of time only: "47 new cases", "in 24 hours", "a day".
fn is_of_a_while(profile: &Profile) -> bool {
    profile.recent
        || !profile.spell().is_empty()
        || profile.added
        || matches!(
            profile.aggregate,
            Some(Aggregate::PeriodCount | Aggregate::Rate)
        )
}

fn cumulative(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let told = |whole: Side<'_>, part: Side<'_>| {
        let value = part.profile.value()?;
        let smaller = value < whole.profile.value()?;
        let given = beside(whole).any(|other| {
            other.value() == Some(value)
                && other.class == whole.profile.class
                && is_of_a_while(other)
                && !is_of_a_while(whole.profile)
        });
        (smaller && given).then(|| {
            format!(
                "the article with {} has {} for a shorter time: one may be the figure of a day or a week, the other \
                 the total.",
                quote(whole),
                quote(part)
            )
        })
    };
    told(a, b).or_else(|| told(b, a))
}

/// Whether an article has the other's number for something else near by.
fn crossed(from: Side<'_>, to: Side<'_>) -> bool {
    let value = from.profile.value();
    value.is_some()
        && beside(to).any(|other| {
            other.value() == value && other.class.is_some() && other.class != to.profile.class
        })
}

pub(super) fn are_exchanged(a: Side<'_>, b: Side<'_>) -> bool {
    a.profile.value() != b.profile.value() && crossed(a, b) && crossed(b, a)
}

fn swap(a: Side<'_>, b: Side<'_>) -> Option<String> {
    match (crossed(a, b), crossed(b, a)) {
        (true, true) => Some(format!(
            "each article has the other's number for another figure near by: {} and {} may be exchanged.",
            quote(a),
            quote(b)
        )),
        // One way only, the number must be too unusual to be met by chance.
        (true, false) if a.profile.is_unusual() => Some(taken(a, b)),
        (false, true) if b.profile.is_unusual() => Some(taken(b, a)),
        _ => None,
    }
}

fn taken(from: Side<'_>, to: Side<'_>) -> String {
    format!(
        "the article with {} has {} for something else near by: one may have been taken for the other.",
        quote(to),
        quote(from)
    )
}
