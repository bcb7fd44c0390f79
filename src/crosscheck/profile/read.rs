//! From a claim and the words around it to its profile.

use super::complement::{complement, is_condition, part_of_place, scene};
use super::counted::Counted;
use super::lists::{Lists, Loose};
use super::near::phrase_tokens;
use super::size::Size;
use super::source::{is_of_another, source};
use super::surroundings::{Surroundings, senses, sorted};
use super::{Form, Profile, measured, modifiers, narrowed, spell};
use crate::claim::{Basis, Claim, Phrase, RelationKind};
use crate::crosscheck::digest::{Digest, Term};
use crate::crosscheck::measure;
use crate::crosscheck::words::{Sort, Sym, Token, lives};
use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::units::coherent;
use crate::quantity::{Amount, HouseRules, Kind, Sense};
use jiff::civil::Date;

/// The words of an article while its claims are read.
pub(in crate::crosscheck) struct Reader<'a> {
    pub tokens: &'a [Token],
    pub digest: &'a Digest,
    /// The day on which the article came out.
    pub day: Option<Date>,
    pub rules: &'a HouseRules,
}

impl Reader<'_> {
    /// The profile of a claim of this article.
    pub(in crate::crosscheck) fn profile(&self, claim: &Claim) -> Profile {
        let near = Surroundings::of(claim, self.tokens);
        let period = spell::period(&near);
        let today = self
            .day
            .or(claim.reading.as_of.as_ref().map(|as_of| as_of.date));
        let Surroundings {
            words,
            reading,
            span,
            tokens,
            sentence,
            ahead,
            behind,
            ..
        } = near;
        let (concept, predicate) = (&near.concept, &near.predicate);
        let (family, base) = measure::family(&reading.quantity, reading.kind);
        let interval = reading.quantity.interval(self.rules);
        let unit = reading.quantity.unit.as_ref();
        let counted = Counted::of(&near, base);
        let about = concept.iter().chain(predicate).chain(ahead).chain(behind);
        let narrowing = narrowed::narrowing(&near, counted.class);
        let total = measured::runs(words, &[ahead, behind, concept, predicate]);
        let progress = reading.kind == Kind::Share
            && reading.sense == Sense::Level
            && (concept.iter().chain(predicate).chain(ahead))
                .any(|token| words.progress.contains(&token.stem));
        let part = self
            .digest
            .parts
            .partition_point(|part| part.end <= span.start())
            .min(self.digest.parts.len().saturating_sub(1));
        let terms = self
            .digest
            .parts
            .get(part)
            .map_or(&[][..], |part| part.terms.as_slice());
        let whole = near.sentence_tokens();
        let named = |(at, token): &(usize, &Token)| is_name(token, whole.get(at + 1), terms);
        let names = sorted(
            (whole.iter().enumerate())
                .filter(named)
                .map(|(_, token)| token.sense),
        );
        let own_names = behind
            .iter()
            .chain(ahead)
            .filter(|token| near.says_of_it(token))
            .filter(|token| token.capital && (!token.after_break || names.contains(&token.sense)));
        let own_names = sorted(own_names.map(|token| token.sense));
        let modifiers = modifiers::modifiers(&near, &names);
        let owners = modifiers::owners(&near, &names);
        let named_make = modifiers::named_make(&near, &names).map(Sym::short);
        let complement = complement(&near, &names);
        let added = tokens
            .get(near.first.saturating_sub(1)..near.last)
            .unwrap_or_default()
            .iter()
            .any(|token| words.added.contains(&token.stem));
        let deeds = (sentence.0..sentence.1)
            .filter_map(|at| words.class_at(tokens.get(at..sentence.1)?))
            .map(|(class, _)| class);
        let value = reading
            .quantity
            .value()
            .and_then(|value| match (unit, base) {
                (Some(unit), Some(base)) => measure::value_in(value, unit, base, reading.sense),
                (Some(unit), None) if measure::is_rate(unit) => coherent(value, unit),
                _ => Some(value),
            });
        Profile {
            id: claim.id,
            article: claim.article,
            part: u32::try_from(part).unwrap_or_default(),
            at: span.start(),
            key: (self.digest.key, span.start()),
            family,
            sense: reading.sense,
            kind: reading.kind,
            size: Size::of(
                interval,
                measure::common(interval, unit, base, reading.sense),
                value,
            ),
            unit: unit.map(|unit| Sym::of(&unit.0)),
            base,
            measured: base.is_some() || unit.is_some_and(measure::is_rate),
            form: Form::of(&reading.quantity.amount),
            class: counted.class,
            head: counted.head.map(|head| head.1),
            anyone: counted.anyone,
            group: counted.group,
            counts_persons: counted.persons,
            has_noun: base.is_none() && reading.quantity.unit_text.is_some(),
            added,
            partitive: base.is_none()
                && matches!(reading.quantity.amount, Amount::Single { .. })
                && ahead
                    .first()
                    .is_some_and(|token| token.stem == Sym::of("of")),
            scene: counted.class.and_then(|_| scene(&near)).map(Sym::short),
            part_of_place: part_of_place(&near),
            condition: counted.class.is_none() && is_condition(&near),
            of_number: of_number(&near, counted.class),
            total,
            progress,
            vague: matches!(reading.quantity.amount, Amount::Vague { .. }),
            verb: verb(predicate),
            ordinal: modifiers::ordinal(&near),
            named_make,
            of_somebody: modifiers::is_of_somebody(&near),
            past_year: today
                .and_then(|today| spell::past_year(&near, today))
                .map(Sym::short),
            stands: stands(&near, counted.class, counted.head, counted.persons),
            account: spell::account(&near),
            nightly: spell::is_nightly(&near),
            unsettled: spell::is_unsettled(&near),
            of_another: is_of_another(words, reading),
            sentence_at: near.sentence_at(),
            recent: narrowing.iter().any(|list| words.recent.contains(list)),
            former: narrowed::is_former(&near, counted.class),
            period,
            is_over: is_over(period, self.day),
            epoch: reading
                .period
                .as_ref()
                .and_then(|period| period.epoch.as_deref())
                .map(|epoch| Sym::of(&epoch.to_lowercase())),
            as_of: reading
                .as_of
                .as_ref()
                .map(|as_of| (as_of.date, as_of.certainty)),
            basis: basis(&near),
            denied: reading.scope.iter().any(|phrase| {
                let not = phrase.text.to_lowercase();
                words.negations.contains(not.as_str())
            }),
            place_inferred: reading.place_inferred,
            country: reading.place.as_ref().and_then(country),
            aggregate: reading.aggregate,
            lists: Lists::from(Loose {
                about: senses(about),
                sentence: senses(whole),
                around: senses(whole.iter().filter(|token| near.says_of_it(token))),
                own_names,
                names,
                place: senses(&phrase_tokens(words, tokens, reading.place.as_ref())),
                years: spell::years(&near),
                spell: spell::spell(&near),
                source: source(words, reading),
                modifiers,
                owners,
                complement,
                deeds: sorted(deeds),
                narrowing,
            }),
            // The words may stand before a colon.
            revised: tokens
                .get(sentence.0.saturating_sub(8)..sentence.1)
                .unwrap_or_default()
                .iter()
                .any(|token| {
                    // "Lower Silesia" is a name.
                    let name = token.capital && !token.after_break;
                    !name && words.revised.contains(&token.stem)
                }),
            dependent: reading.relations.iter().any(|relation| {
                matches!(relation.kind, RelationKind::ShareOf | RelationKind::PartOf)
            }),
        }
    }
}

/// Whether a period of some weeks was over on this day.
fn is_over(period: Option<(Option<Date>, Option<Date>)>, today: Option<Date>) -> bool {
    const WEEKS: i32 = 27;
    let Some(((Some(from), Some(to)), today)) = period.zip(today) else {
        return false;
    };
    let days = from.until(to).map_or(0, |span| span.get_days());
    to < today && days >= WEEKS
}

/// Whether a figure counts what there is of things that stay, or of people who do: "the hospital has 430 beds".
fn stands(
    near: &Surroundings<'_>,
    class: Option<u16>,
    head: Option<(Sym, Sym)>,
    persons: bool,
) -> bool {
    let people = head.is_some_and(|(stem, sense)| {
        [stem, sense]
            .iter()
            .any(|it| near.words.standing.contains(it))
    });
    let lives = class.is_some_and(lives);
    near.reading.kind == Kind::Count
        && (lives
            || near.reading.aggregate == Some(super::Aggregate::Stock)
                && class.is_none()
                && head.is_some()
                && (!persons || people))
}

/// The number that a count is so many of, where what happened is said of the count: "seven of the nine **were saved**",
/// not "two of the nine who were saved are children".
fn of_number(near: &Surroundings<'_>, class: Option<u16>) -> Option<Sym> {
    let said = near.reading.predicate.as_ref()?;
    let before = said.span.is_some_and(|it| it.end() <= near.span.start());
    let verb = before || said.text.contains(' ');
    let happened = (0..near.predicate.len()).any(|at| {
        let rest = near.predicate.get(at..).unwrap_or_default();
        near.words.class_at(rest).map(|(class, _)| class) == class
    });
    if !verb || class.is_none() || !happened {
        return None;
    }
    let mut relations = near.reading.relations.iter();
    let whole = relations.find(|relation| relation.kind == RelationKind::PartOf)?;
    let at = near
        .tokens
        .partition_point(|token| token.end <= whole.other.start());
    near.tokens.get(at).map(|token| token.stem)
}

/// The country of a place by code, and whether the place is all of it.
fn country(place: &Phrase) -> Option<(Sym, bool)> {
    let place = Gazetteer::of_any(&place.text)?;
    let code = place.country.as_deref()?;
    Some((Sym::of(code), place.is_country))
}

/// On what the number rests. "Is to cut 40 posts", "plans to cut 40 posts": what is only meant looks ahead.
fn basis(near: &Surroundings<'_>) -> Option<Basis> {
    let words = near.words;
    let to = Sym::of("to");
    let meant = |pair: &[Token]| match pair {
        [before, next, ..] => next.stem == to && words.prospects.contains(&before.stem),
        _ => false,
    };
    // The verb stands right before the figure, or is said of it.
    let verb = near.behind.len().saturating_sub(1);
    let before = near.behind.get(verb.saturating_sub(2)..verb);
    let stated = near.reading.basis;
    let ahead = matches!(stated, None | Some(Basis::Official))
        && (before.is_some_and(meant) || meant(&near.predicate));
    if ahead {
        Some(Basis::Projection)
    } else {
        stated
    }
}

/// The verb of a predicate, without its auxiliaries.
fn verb(predicate: &[Token]) -> Option<Sym> {
    let verb = predicate.iter().find(|token| token.sort == Sort::Content);
    verb.map(|token| token.sense)
}

/// Whether a word is a name. The first of a sentence is one where another name follows, or where the article writes it
/// with a capital inside a sentence too.
fn is_name(token: &Token, next: Option<&Token>, terms: &[Term]) -> bool {
    let known = || {
        let at = terms.binary_search_by_key(&token.sense, |term| term.word);
        at.ok()
            .and_then(|at| terms.get(at))
            .is_some_and(|term| term.proper)
    };
    let followed =
        || next.is_some_and(|next| next.capital && !next.after_break && !next.after_comma);
    token.sort == Sort::Content && token.capital && (!token.after_break || followed() || known())
}
