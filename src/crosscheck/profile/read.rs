//! From a claim and the words around it to its profile.

use super::near::{
    can_be, class_in, class_near, head, narrowing_in, owner, phrase_tokens, sort, the,
};
use super::window;
use super::{Form, Profile};
use crate::claim::{Claim, RelationKind};
use crate::crosscheck::digest::Digest;
use crate::crosscheck::measure;
use crate::crosscheck::words::{Sort, Sym, Token, counts_people, vocabulary};
use crate::lexicon::Value;
use crate::quantity::{Amount, HouseRules, Kind, Precision, Qualifier};
use crate::text::Span;

/// The words of an article while its claims are read.
pub(in crate::crosscheck) struct Reader<'a> {
    pub tokens: &'a [Token],
    pub digest: &'a Digest,
    pub rules: &'a HouseRules,
}

impl Reader<'_> {
    /// The profile of a claim of this article.
    pub(in crate::crosscheck) fn profile(&self, claim: &Claim) -> Profile {
        let words = vocabulary();
        let reading = &claim.reading;
        let span = claim.anchor.span;
        let tokens = self.tokens;
        let first = tokens.partition_point(|token| token.end <= span.start());
        let last = tokens
            .partition_point(|token| token.start < span.end())
            .max(first);
        let sentence = window::sentence(tokens, first, last);
        let sentence_tokens = tokens.get(sentence.0..sentence.1).unwrap_or_default();
        let (family, base) = measure::family(&reading.quantity, reading.kind);
        let interval = reading.quantity.interval(self.rules);
        let unit = reading.quantity.unit.as_ref();
        let concept_tokens = phrase_tokens(words, reading.concept.as_ref());
        let predicate_tokens = phrase_tokens(words, reading.predicate.as_ref());
        let ahead = window::ahead(tokens, last, sentence.1);
        let behind = window::behind(tokens, first, sentence.0);
        let owner = owner(words, behind);
        let class = class_near(words, &concept_tokens, ahead, behind)
            .or_else(|| class_in(words, &predicate_tokens))
            .or_else(|| words.class_alone(&predicate_tokens))
            .filter(|_| owner.is_none())
            .filter(|class| can_be(*class, reading.kind))
            // Nobody counts a tenth of a person: a magnitude, a score, an index.
            .filter(|class| {
                !counts_people(*class)
                    || reading.kind != Kind::Count
                    || reading.quantity.value().is_none_or(Value::is_whole)
                    || reading.quantity.value() > Some(Value::whole(1000))
            });
        let head = owner.or_else(|| head(words, &concept_tokens)).or_else(|| {
            let noun = reading
                .quantity
                .unit_text
                .as_deref()
                .filter(|_| base.is_none());
            head(words, &words.tokens(noun.unwrap_or_default()))
        });
        let anyone = head.is_some_and(|head| words.anyone.contains(&head.0));
        let by_class = class.is_some_and(counts_people);
        let counts_persons = match head {
            None => by_class || unit.is_some_and(|unit| unit.0 == "person"),
            Some((stem, _)) => {
                anyone || unit.is_some_and(|unit| unit.0 == "person") || words.is_of_people(stem)
            }
        };
        let group = concept_tokens
            .iter()
            .chain(ahead.iter().take(2))
            .map(|token| token.sense)
            .find(|sense| words.groups.contains(sense));
        let mut about: Vec<Sym> = concept_tokens
            .iter()
            .chain(&predicate_tokens)
            .chain(ahead)
            .chain(behind)
            .filter(|token| token.sort == Sort::Content)
            .map(|token| token.sense)
            .collect();
        sort(&mut about);
        let mut narrowing: Vec<u16> = reading
            .scope
            .iter()
            .flat_map(|phrase| narrowing_in(words, &words.tokens(&phrase.text)))
            .chain(narrowing_in(words, &concept_tokens))
            .chain(narrowing_in(
                words,
                ahead.get(..ahead.len().min(2)).unwrap_or_default(),
            ))
            .chain(narrowing_in(
                words,
                behind
                    .get(behind.len().saturating_sub(2)..)
                    .unwrap_or_default(),
            ))
            .collect();
        narrowing.extend(narrowing_in(
            words,
            window::opening(tokens, first, sentence.0),
        ));
        narrowing.sort_unstable();
        narrowing.dedup();
        let content = |tokens: &[Token]| {
            let mut words: Vec<Sym> = tokens
                .iter()
                .filter(|token| token.sort == Sort::Content)
                .map(|token| token.sense)
                .collect();
            sort(&mut words);
            words
        };
        let mut names: Vec<Sym> = sentence_tokens
            .iter()
            .filter(|token| token.sort == Sort::Content && token.capital)
            .map(|token| token.sense)
            .collect();
        sort(&mut names);
        // What is said of the figure itself: neither its own words nor who says so.
        let speaker = reading
            .attribution
            .as_ref()
            .and_then(|attribution| attribution.source.span);
        let said_of_it = |token: &&Token| {
            let outside = |span: Span| token.end <= span.start() || token.start >= span.end();
            token.sort == Sort::Content && outside(span) && speaker.is_none_or(outside)
        };
        let mut around: Vec<Sym> = sentence_tokens
            .iter()
            .filter(said_of_it)
            .map(|token| token.sense)
            .collect();
        sort(&mut around);
        let mut own_names: Vec<Sym> = behind
            .iter()
            .chain(ahead)
            .filter(said_of_it)
            .filter(|token| token.capital && !token.after_break)
            .map(|token| token.sense)
            .collect();
        sort(&mut own_names);
        let added = tokens
            .get(first.saturating_sub(1)..last)
            .unwrap_or_default()
            .iter()
            .any(|token| words.added.contains(&token.stem));
        let period_tokens = phrase_tokens(words, reading.period.as_ref().map(|p| &p.words));
        let spell = if period_tokens
            .first()
            .is_some_and(|token| words.spells.contains(&token.stem))
            && reading
                .period
                .as_ref()
                .is_some_and(|period| period.from.is_none() || period.from != period.to)
        {
            let mut rest: Vec<Sym> = period_tokens
                .iter()
                .filter(|token| token.end - token.start > 2 || token.sort == Sort::Number)
                .filter(|token| !words.spells.contains(&token.stem) && token.stem != the())
                .map(|token| token.stem)
                .collect();
            sort(&mut rest);
            rest
        } else {
            Vec::new()
        };
        let mut years: Vec<Sym> = sentence_tokens
            .iter()
            .filter(|token| token.sort == Sort::Number && token.end - token.start == 4)
            .filter(|token| token.end <= span.start() || token.start >= span.end())
            .map(|token| token.stem)
            .collect();
        sort(&mut years);
        let source = reading
            .attribution
            .as_ref()
            .map(|attribution| {
                let named = attribution.resolved.as_ref().unwrap_or(&attribution.source);
                content(&words.tokens(&named.text))
            })
            .filter(|source| source.iter().any(|word| !words.nobodies.contains(word)))
            .unwrap_or_default();
        let value = reading
            .quantity
            .value()
            .and_then(|value| match (unit, base) {
                (Some(unit), Some(base)) => measure::value_in(value, unit, base, reading.sense),
                _ => Some(value),
            });
        Profile {
            id: claim.id,
            article: claim.article,
            part: u32::try_from(
                self.digest
                    .parts
                    .partition_point(|part| part.end <= span.start())
                    .min(self.digest.parts.len().saturating_sub(1)),
            )
            .unwrap_or_default(),
            at: span.start(),
            key: (self.digest.key, span.start()),
            family,
            sense: reading.sense,
            kind: reading.kind,
            interval,
            common: measure::in_base(interval, unit, base, reading.sense),
            value,
            unit: unit.map(|unit| Sym::of(&unit.0)),
            base,
            form: form(&reading.quantity.amount),
            class,
            head: head.map(|head| head.1),
            anyone,
            group,
            about,
            counts_persons,
            added,
            partitive: base.is_none()
                && matches!(reading.quantity.amount, Amount::Single { .. })
                && ahead
                    .first()
                    .is_some_and(|token| token.stem == Sym::of("of")),
            vague: matches!(reading.quantity.amount, Amount::Vague { .. }),
            sentence: content(sentence_tokens),
            sentence_at: sentence_tokens.first().map_or(0, |token| token.start),
            around,
            own_names,
            names,
            narrowing,
            place: content(&phrase_tokens(words, reading.place.as_ref())),
            years,
            period: reading
                .period
                .as_ref()
                .map(|period| (period.from, period.to))
                .filter(|(from, to)| from.is_some() || to.is_some()),
            spell,
            epoch: reading
                .period
                .as_ref()
                .and_then(|period| period.epoch.as_deref())
                .map(|epoch| Sym::of(&epoch.to_lowercase())),
            as_of: reading
                .as_of
                .as_ref()
                .map(|as_of| (as_of.date, as_of.certainty)),
            basis: reading.basis,
            aggregate: reading.aggregate,
            source,
            // The words may stand before a colon.
            revised: tokens
                .get(sentence.0.saturating_sub(8)..sentence.1)
                .unwrap_or_default()
                .iter()
                .any(|token| words.revised.contains(&token.stem)),
            dependent: reading.relations.iter().any(|relation| {
                matches!(relation.kind, RelationKind::ShareOf | RelationKind::PartOf)
            }),
        }
    }
}

fn form(amount: &Amount) -> Form {
    match amount {
        Amount::Range { .. } | Amount::Vague { .. } => Form::Range,
        Amount::Single { qualifier, number } => match qualifier {
            Qualifier::Stated if number.precision == Precision::Exact => Form::Exactly,
            Qualifier::Stated => Form::Stated,
            Qualifier::Exactly => Form::Exactly,
            Qualifier::About => Form::About,
            Qualifier::Nearly => Form::Nearly,
            Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::AtMost | Qualifier::LessThan => {
                Form::Bound
            }
        },
    }
}
