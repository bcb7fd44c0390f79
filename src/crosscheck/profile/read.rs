//! From a claim and the words around it to its profile.

use super::lists::{Lists, Loose};
use super::near::{
    can_be, class_in, class_near, head, narrowing_in, owner, phrase_tokens, sort, the,
};
use super::size::Size;
use super::{Form, Profile, measured, window};
use crate::claim::{Claim, RelationKind};
use crate::crosscheck::digest::{Digest, Term};
use crate::crosscheck::measure;
use crate::crosscheck::words::{
    Sort, Sym, Token, class_name, counts_people, course_of, vocabulary,
};
use crate::lexicon::{Course, Value};
use crate::quantity::{Amount, HouseRules, Kind, Sense};
use crate::text::Span;

/// Words from "built" to its year at most: "built in 1964".
const ORIGIN: usize = 2;

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
        let said = class_in(words, &predicate_tokens);
        let noun = head(words, &concept_tokens).and_then(|noun| words.class_of(noun.0));
        // "Eleven demonstrators were detained": not those who marched.
        let befell = said.filter(|said| {
            let toll = |class: u16| counts_people(class) && course_of(class) == Course::Toll;
            noun.is_some_and(|noun| {
                let over = counts_people(noun) && course_of(noun) == Course::Fixed;
                toll(noun) || over && toll(*said)
            })
        });
        let class = class_near(words, &concept_tokens, ahead, behind)
            // "40 refugees drowned": what happened to them, not what they are called.
            .map(|class| befell.filter(|_| noun == Some(class)).unwrap_or(class))
            .or(said)
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
        let told_of = reading
            .concept
            .as_ref()
            .and_then(|concept| concept.span)
            .is_some_and(|concept| concept.end() <= span.start())
            && class.is_some_and(counts_people)
            && reading.kind == Kind::Count;
        let head = owner
            .or_else(|| head(words, &concept_tokens))
            // "The police put the toll at nine", "the death toll is nine": the subject is not what is counted.
            .filter(|head| {
                (words.is_of_people(head.0) || !told_of) && !words.tallies.contains(&head.0)
            })
            .or_else(|| {
                let noun = reading
                    .quantity
                    .unit_text
                    .as_deref()
                    .filter(|_| base.is_none());
                head(words, &words.tokens(noun.unwrap_or_default()))
            })
            .filter(|head| !words.tallies.contains(&head.0));
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
        // "Each day of the strike costs 12 million".
        if reading.kind == Kind::Money {
            let often = narrowing_in(words, behind).into_iter();
            narrowing.extend(
                often.filter(|list| words.recent.contains(list) && !words.newly.contains(list)),
            );
        }
        // Who is "still missing" is missing.
        if class.is_some_and(|class| {
            course_of(class) == Course::Moving && class_name(class) != "population"
        }) {
            narrowing.retain(|list| !words.remaining.contains(list));
        }
        // "€1.2 billion for new homes": the homes are new, not the money.
        if matches!(reading.kind, Kind::Money | Kind::Measure) {
            let stock = |list: &u16| words.newly.contains(list);
            narrowing.retain(|list| !stock(list));
        }
        let named = reading.concept.as_ref().and_then(|concept| concept.span);
        narrowing.extend(match named {
            // "A 3% rise in online sales".
            Some(concept) if concept.start() >= span.start() => {
                measured::sorts(words, &concept_tokens)
            }
            Some(concept) => {
                let from = tokens.partition_point(|token| token.end <= concept.start());
                measured::sorts(words, tokens.get(from..first).unwrap_or_default())
            }
            None => measured::sorts(words, window::since_number(tokens, first, sentence.0)),
        });
        if matches!(reading.sense, Sense::Up | Sense::Down) {
            narrowing.extend(measured::bases(words, tokens, last, sentence.1));
        }
        narrowing.sort_unstable();
        narrowing.dedup();
        let total = measured::runs(words, &[ahead, behind, &concept_tokens, &predicate_tokens]);
        let progress = reading.kind == Kind::Share
            && reading.sense == Sense::Level
            && (concept_tokens.iter().chain(&predicate_tokens).chain(ahead))
                .any(|token| words.progress.contains(&token.stem));
        let content = |tokens: &[Token]| {
            let mut words: Vec<Sym> = tokens
                .iter()
                .filter(|token| token.sort == Sort::Content)
                .map(|token| token.sense)
                .collect();
            sort(&mut words);
            words
        };
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
        let mut names: Vec<Sym> = sentence_tokens
            .iter()
            .enumerate()
            .filter(|(at, token)| is_name(token, sentence_tokens.get(at + 1), terms))
            .map(|(_, token)| token.sense)
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
            .filter(|token| token.capital && (!token.after_break || names.contains(&token.sense)))
            .map(|token| token.sense)
            .collect();
        sort(&mut own_names);
        let added = tokens
            .get(first.saturating_sub(1)..last)
            .unwrap_or_default()
            .iter()
            .any(|token| words.added.contains(&token.stem));
        let mut deeds: Vec<u16> = (sentence.0..sentence.1)
            .filter_map(|at| words.class_at(tokens.get(at..sentence.1)?))
            .map(|(class, _)| class)
            .collect();
        deeds.sort_unstable();
        deeds.dedup();
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
        let sentence_start = sentence_tokens.first().map_or(0, |token| token.start);
        // "The dam, built in 1964": the year of the dam, not of what it holds.
        let of_origin = |place: usize| {
            let at = tokens.partition_point(|token| token.start < place);
            tokens
                .get(at.saturating_sub(ORIGIN)..at)
                .unwrap_or_default()
                .iter()
                .any(|token| words.origins.contains(&token.stem) && token.start >= sentence_start)
        };
        let mut years: Vec<Sym> = sentence_tokens
            .iter()
            .filter(|token| token.sort == Sort::Number && token.end - token.start == 4)
            .filter(|token| token.end <= span.start() || token.start >= span.end())
            .filter(|token| !of_origin(token.start))
            .map(|token| token.stem)
            .collect();
        sort(&mut years);
        let source = reading
            .attribution
            .as_ref()
            .map(|attribution| {
                let named = attribution.resolved.as_ref().unwrap_or(&attribution.source);
                let mut source = content(&words.tokens(&named.text));
                for word in &mut source {
                    if let Some(body) = words.bodies.get(word) {
                        *word = *body;
                    }
                }
                sort(&mut source);
                let names = |word: &Sym| !words.beside_names.contains(word);
                if source.iter().any(names) {
                    source.retain(names);
                }
                source
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
            part: u32::try_from(part).unwrap_or_default(),
            at: span.start(),
            key: (self.digest.key, span.start()),
            family,
            sense: reading.sense,
            kind: reading.kind,
            size: Size::of(
                interval,
                measure::in_base(interval, unit, base, reading.sense),
                value,
            ),
            unit: unit.map(|unit| Sym::of(&unit.0)),
            base,
            form: Form::of(&reading.quantity.amount),
            class,
            head: head.map(|head| head.1),
            anyone,
            group,
            counts_persons,
            has_noun: base.is_none() && reading.quantity.unit_text.is_some(),
            added,
            partitive: base.is_none()
                && matches!(reading.quantity.amount, Amount::Single { .. })
                && ahead
                    .first()
                    .is_some_and(|token| token.stem == Sym::of("of")),
            total,
            progress,
            vague: matches!(reading.quantity.amount, Amount::Vague { .. }),
            sentence_at: sentence_tokens.first().map_or(0, |token| token.start),
            recent: narrowing.iter().any(|list| words.recent.contains(list)),
            period: reading
                .period
                .as_ref()
                .filter(|period| {
                    let year = period.words.span.map(Span::start);
                    year.is_none_or(|place| !of_origin(place))
                })
                .map(|period| (period.from, period.to))
                .filter(|(from, to)| from.is_some() || to.is_some()),
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
            denied: reading.scope.iter().any(|phrase| {
                let not = phrase.text.to_lowercase();
                words.negations.contains(not.as_str())
            }),
            place_inferred: reading.place_inferred,
            aggregate: reading.aggregate,
            lists: Lists::from(Loose {
                about,
                sentence: content(sentence_tokens),
                around,
                own_names,
                names,
                place: content(&phrase_tokens(words, reading.place.as_ref())),
                years,
                spell,
                source,
                deeds,
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
