//! What keeps two claims of one figure from being surely about one thing.
//!
//! Grouping may err on the side of showing too much; a *conflict* may not. Two numbers that differ are one thing told
//! two ways only where nothing said of them differs: the noun, the names, the happening.

use super::Side;
use super::course::moves;
use super::slip;
use crate::claim::{Basis, Certainty};
use crate::crosscheck::profile::{Profile, overlap};
use crate::crosscheck::speaker;
use crate::crosscheck::words::{Sym, Word, counts_people, course_of, vocabulary};
use crate::lexicon::Course;
use crate::quantity::{Kind, Sense};

/// A facet in doubt, and what is doubtful.
type Doubt = (&'static str, &'static str);

/// The facet in doubt and what is doubtful; `None` where the two are surely about one thing at one time.
pub(super) fn doubt(a: Side<'_>, b: Side<'_>) -> Option<Doubt> {
    doubt_of_thing(a, b).or_else(|| {
        let across = a.profile.article != b.profile.article;
        let hour = across.then(|| hour(a.profile, b.profile)).flatten();
        hour.filter(|_| !slip::are_exchanged(a, b) && !slip::is_of_scale(a, b))
    })
}

/// As [`doubt`], of the thing alone, whatever the times.
pub(super) fn doubt_of_thing(a: Side<'_>, b: Side<'_>) -> Option<Doubt> {
    let (p, q) = (a.profile, b.profile);
    // Whoever has put them together knows.
    if scale_slipped(a, b) || a.is_kept_with(&b) {
        return None;
    }
    if is_listed(a, b) {
        return Some(("concept", "one text says the same of several"));
    }
    let known = p.class.is_some() || q.class.is_some() || (p.head.is_some() && p.head == q.head);
    if !known {
        return Some(("concept", "what is counted is not known of both"));
    }
    if p.kind != q.kind {
        return Some(("kind", "they are figures of different sorts"));
    }
    if p.basis == Some(Basis::Poll) && q.basis == p.basis && !speaker::is_one(a, b) {
        return Some(("source", "each poll has asked others"));
    }
    if let (Some(one), Some(other)) = (p.head, q.head)
        && one != other
        && !(p.counts_persons && q.counts_persons)
        && (p.kind != Kind::Share || !mentions(p, other) && !mentions(q, one))
    {
        return Some(("concept", "the nouns differ"));
    }
    if !people(p, q)
        && (p.head.is_none() && q.head.is_some_and(|head| !mentions(p, head))
            || q.head.is_none() && p.head.is_some_and(|head| !mentions(q, head)))
        && !slipped(a, b)
    {
        return Some(("concept", "only one of them says what it is of"));
    }
    if !(p.counts_persons && q.counts_persons) && p.is_of_other_make(q) {
        return Some(("concept", "each is of another sort"));
    }
    if part_of_all(p, q) || part_of_all(q, p) {
        return Some(("concept", "only one of them says of which sort it is"));
    }
    if p.has_other_owner(q) {
        return Some(("concept", "each is of somebody else"));
    }
    if p.kind == Kind::Count && p.class.is_none() && q.class.is_none() && p.tells_otherwise(q) {
        return Some(("concept", "something else is said of each"));
    }
    let elsewhere = |side: Side<'_>, scene: Word| {
        let told = &side.digest.vocabulary;
        told.binary_search(&scene).is_err()
    };
    if let (Some(one), Some(other)) = (p.scene, q.scene)
        && elsewhere(b, one)
        && elsewhere(a, other)
    {
        return Some(("place", "each happened at a place of another sort"));
    }
    if p.counts_persons != q.counts_persons {
        return Some(("concept", "only one of them surely counts people"));
    }
    if p.part_of_place != q.part_of_place {
        return Some(("place", "only one of them is of a part of the place"));
    }
    if p.condition || q.condition {
        return Some(("concept", "one only says under what another figure holds"));
    }
    if !is_toll(p) && p.is_narrowed_otherwise(q) {
        return Some(("scope", "each is narrowed in words of its own"));
    }
    if p.added != q.added {
        return Some(("scope", "one may come on top of the other"));
    }
    if (p.partitive || q.partitive) && !p.are_of_one_number(q) {
        return Some(("scope", "one is so many out of a larger number"));
    }
    if p.vague != q.vague {
        return Some(("value", "one is a loose word"));
    }
    if p.is_of_other_name(q) {
        return Some(("concept", "each names somebody or something else"));
    }
    if p.article == q.article {
        // One writer with two numbers mostly means two things, unless one line repeats the other.
        return (!repeats(a, b)).then_some((
            "concept",
            "one text gives both, so they may count different things",
        ));
    }
    if of_somebody_else(p, q) {
        return Some(("concept", "each tells of somebody else"));
    }
    if !p.own_names().is_empty()
        && !q.own_names().is_empty()
        && overlap(p.own_names(), q.own_names()) == 0
        || if people(p, q) {
            !p.names().is_empty() && !q.names().is_empty() && overlap(p.names(), q.names()) == 0
        } else {
            others_named(p, q)
        }
    {
        return Some(("concept", "each names somebody or something else"));
    }
    if !alike(p, q) && !slipped(a, b) && !p.is_of_one_person(q) {
        return Some((
            "concept",
            "too little is said of both to know that they are one thing",
        ));
    }
    None
}

/// Whether the one may count some of what the other counts: the larger of two levels is never the part, but for what
/// does not add up, as prices on average.
fn part_of_all(part: &Profile, all: &Profile) -> bool {
    let larger = part.value().zip(all.value()).is_some_and(|(x, y)| x > y);
    let adds_up = matches!(part.kind, Kind::Count | Kind::Money) && part.narrowing().is_empty();
    part.may_be_of_a_make(all) && (part.sense != Sense::Level || !larger || !adds_up)
}

fn mentions(p: &Profile, noun: Sym) -> bool {
    p.sentence().binary_search(&noun.short()).is_ok()
}

/// Whether it counts those whom something befell: of one disaster each text speaks in words of its own.
fn is_toll(p: &Profile) -> bool {
    !p.is_classed_by_noun()
        && p.class
            .is_some_and(|class| course_of(class) == Course::Toll)
}

/// Whether both count people to whom the same happened.
fn people(p: &Profile, q: &Profile) -> bool {
    p.class.is_some() && p.class == q.class && p.class.is_some_and(counts_people)
}

/// Whether a slip of the pen explains the two so well that they must be one thing: three digits alike are no chance.
fn slipped(a: Side<'_>, b: Side<'_>) -> bool {
    let (p, q) = (a.profile, b.profile);
    let of_one_sort = p.class.is_some() && p.class == q.class
        || p.head.is_some() && p.head == q.head && overlap(p.names(), q.names()) > 0;
    of_one_sort && p.is_unusual() && q.is_unusual() && slip::is_of_the_pen(a, b)
}

/// Whether one text gives three numbers or more in the same words: "in district 1", "in district 2", "in district 3".
fn is_listed(a: Side<'_>, b: Side<'_>) -> bool {
    const SEVERAL: usize = 3;
    let (p, q) = (a.profile, b.profile);
    if p.article != q.article || p.around().is_empty() || p.around() != q.around() {
        return false;
    }
    let alike = a.siblings.iter().filter(|seen| {
        let other = &seen.profile;
        other.class == p.class && other.head == p.head && other.around() == p.around()
    });
    let mut numbers: Vec<_> = alike.map(|seen| seen.profile.value()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len() >= SEVERAL
}

/// Whether two sums of one sort, for one purpose, differ by nothing but the word for their scale.
pub(super) fn scale_slipped(a: Side<'_>, b: Side<'_>) -> bool {
    let (p, q) = (a.profile, b.profile);
    let shared = overlap(p.around(), q.around());
    let shorter = p.around().len().min(q.around().len());
    // One payer spends on many things: more than its name and the deed must be the same.
    let of_purpose = shared.saturating_sub(overlap(&names_around(p), &names_around(q)));
    let one_noun = p.head.is_some() && p.head == q.head;
    // "Damage is put at $1.2 billion", "at $1.2 million", both times by the ministry.
    let one_speaker =
        one_noun && overlap(p.source(), q.source()) > 0 && !p.is_narrowed_otherwise(q);
    (one_noun || p.class.is_some() && p.class == q.class)
        && p.article != q.article
        && p.kind == q.kind
        && (one_speaker || shared >= 3 && of_purpose >= 2 && shared * 10 >= shorter * 4)
        && slip::is_of_scale(a, b)
}

/// The names of its sentence but for who says so.
fn names_around(p: &Profile) -> Vec<Word> {
    let said = |name: &&Word| p.around().binary_search(name).is_ok();
    p.names().iter().filter(said).copied().collect()
}

/// Whether the sentences name different people or things: two clubs each made one player an offer.
fn others_named(p: &Profile, q: &Profile) -> bool {
    let (one, other) = (names_around(p), names_around(q));
    let shorter = one.len().min(other.len());
    shorter > 0 && overlap(&one, &other) * 3 < shorter * 2
}

/// Whether each sentence about what is done to somebody says to whom in words of its own, and no name but that of a place
/// is in both: one court jails a soldier and a priest.
fn of_somebody_else(p: &Profile, q: &Profile) -> bool {
    let done = p
        .class
        .filter(|_| p.class == q.class)
        .is_some_and(|class| course_of(class) == Course::Fixed && !counts_people(class));
    // "Revenue slipped", "revenue fell": no words of anybody.
    let own = |p: &Profile, q: &Profile| {
        let mut around = p.around().iter();
        around.any(|word| {
            q.around().binary_search(word).is_err() && !vocabulary().movements.contains(word)
        })
    };
    let (one, other) = (names_around(p), names_around(q));
    let elsewhere = |p: &Profile, word: &Word| p.place().binary_search(word).is_err();
    let shared = one
        .iter()
        .filter(|word| other.binary_search(word).is_ok())
        .any(|word| elsewhere(p, word) && elsewhere(q, word));
    let matters = matches!(p.kind, Kind::Duration | Kind::Money);
    done && matters && !shared && own(p, q) && own(q, p)
}

/// Whether one sentence says what the other says, but for the number.
fn repeats(a: Side<'_>, b: Side<'_>) -> bool {
    let (p, q) = (a.profile, b.profile);
    let when = |side: Side<'_>| {
        side.claim
            .reading
            .period
            .as_ref()
            .map(|p| p.words.text.clone())
    };
    let longer = p.around().len().max(q.around().len());
    let shared = overlap(p.around(), q.around());
    let named = overlap(p.names(), q.names()) > 0 && shared * 10 >= longer * 8;
    // Nobody is named: then word for word, and of one hour where lines tell theirs.
    let word_for_word = longer >= 3 && shared == longer && when(a) == when(b);
    p.sentence_at != q.sentence_at && longer >= 2 && (named || word_for_word)
}

/// Whether enough is said alike of two figures in two articles.
fn alike(p: &Profile, q: &Profile) -> bool {
    let shorter = p.around().len().min(q.around().len());
    let shared = overlap(p.around(), q.around());
    let class = p.class.filter(|_| p.class == q.class);
    let named = overlap(p.names(), q.names()) > 0;
    let tenths = match (class, people(p, q), named) {
        (_, true, true) => 3,
        (_, true, false) => 4,
        // A sentence, a result: what never changes, of somebody named in both.
        (Some(class), false, true) if course_of(class) == Course::Fixed => 4,
        (Some(_), ..) => 5,
        // Only a noun in common: nearly the same words, then.
        (None, ..) => 7,
    };
    let same_day = p.period.is_some() && p.period == q.period;
    let points = shared
        + usize::from(class.is_some())
        + usize::from(same_day)
        + usize::from(overlap(p.place(), q.place()) > 0);
    shared > 0 && points >= 3 && shared * 10 >= shorter * tenths
}

/// What moves is another by the hour: two numbers of one day are set against each other only where two sources vouch
/// for them, or both say for which day they hold.
fn hour(p: &Profile, q: &Profile) -> Option<Doubt> {
    let moving = moves(p, q) != Some(false)
        && p.class.or(q.class).is_some_and(|class| {
            course_of(class) == Course::Toll
                || (course_of(class) == Course::Moving && counts_people(class))
        });
    let stated = |p: &Profile| p.as_of.is_some_and(|(_, how)| how == Certainty::Stated);
    let two_sources = !p.source().is_empty()
        && !q.source().is_empty()
        && overlap(p.source(), q.source()) < p.source().len().min(q.source().len());
    (moving && !two_sources && !(stated(p) && stated(q))).then_some((
        "as-of",
        "it changes by the hour and the hours are not known",
    ))
}
