//! From an article to its figures with all facets.

use std::ops::Range;

use jiff::civil::Date;

use super::attribution::{self, Attributions};
use super::figure::{Figure, phrase};
use super::period::{self, Time};
use super::worth::{self, Around};
use super::{
    AsOf, Attribution, Basis, Certainty, Found, Period, Phrase, Reading, Relation, concept, nature,
    place, predicate, relation, source, time,
};
use crate::article::{Article, Moment};
use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::periods::PeriodWords;
use crate::lexicon::places::PlaceWords;
use crate::lexicon::words::Class;
use crate::lexicon::{Lexicon, UnitCode};
use crate::quantity::{self, Kind, Mention, Sense};
use crate::syntax::Syntax;

/// Every figure of an article with all that its text says about it, in order, never overlapping.
pub fn extract(article: &Article) -> Vec<Found> {
    let text = &article.text;
    let language = article.metadata.language.as_deref();
    let mentions = quantity::find(text, language);
    let Some(lexicon) = Lexicon::of(language.unwrap_or("en")).or_else(|| Lexicon::of("en")) else {
        return Vec::new();
    };
    if mentions.is_empty() {
        return Vec::new();
    }
    let syntax = Syntax::of(text, lexicon);
    let place_words = &lexicon.places;
    let gazetteer = Gazetteer::of(language.unwrap_or("en"));
    let reader = Reader {
        attributions: Attributions::of(&syntax),
        published: article.metadata.published.as_ref().map(Moment::date),
        dateline: place::dateline(place::Places {
            syntax: &syntax,
            words: place_words,
            gazetteer,
        }),
        mentions: &mentions,
        periods: &lexicon.periods,
        place_words,
        gazetteer,
        syntax,
    };
    reader.read()
}

/// Figures before one that can name what it counts.
const NEIGHBOURS: usize = 6;

/// What is known of the whole article while its figures are read.
struct Reader<'a> {
    syntax: Syntax<'a>,
    attributions: Attributions,
    published: Option<Date>,
    dateline: Option<place::Dateline>,
    mentions: &'a [Mention],
    periods: &'a PeriodWords,
    place_words: &'a PlaceWords,
    gazetteer: &'a Gazetteer,
}

/// The part of a sentence that is the same for all its figures.
pub(super) struct Sentence {
    number: usize,
    pub(super) tokens: Range<usize>,
    pub(super) times: Vec<Time>,
    /// Whose each of the times is.
    pub(super) roles: Vec<time::Role>,
    pub(super) asides: Vec<time::Aside>,
    /// Its verbs of what holds now.
    pub(super) present: Vec<usize>,
    pub(super) figures: Vec<Told>,
    siblings: Vec<Range<usize>>,
    places: Vec<place::Named>,
}

/// A figure of a sentence while its times are given out.
pub(super) struct Told {
    pub(super) tokens: Range<usize>,
    pub(super) sense: Sense,
}

impl Reader<'_> {
    fn read(&self) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::with_capacity(self.mentions.len());
        let mut current: Option<Sentence> = None;
        for (index, mention) in self.mentions.iter().enumerate() {
            let token = self.syntax.token_at(mention.span.start());
            let number = self.syntax.sentence_of(token);
            if current
                .as_ref()
                .is_none_or(|sentence| sentence.number != number)
            {
                current = self
                    .syntax
                    .sentences
                    .get(number)
                    .map(|tokens| self.sentence(number, tokens, index));
            }
            let Some(sentence) = current.as_ref() else {
                continue;
            };
            let read = self.figure(index, mention, token, sentence, &found);
            found.push(read);
        }
        found
    }

    /// What is the same for all figures of a sentence, of which the mention with number `first` is the first.
    fn sentence(&self, number: usize, tokens: &Range<usize>, first: usize) -> Sentence {
        let (syntax, words) = (&self.syntax, self.periods);
        // The day of a dateline is the day of writing.
        let told = match &self.dateline {
            Some(dateline) => dateline.after(tokens),
            None => tokens.clone(),
        };
        let times = period::times(syntax, words, &told, self.published);
        let figures: Vec<Told> = self
            .mentions
            .iter()
            .skip(first)
            .map(|mention| Told {
                tokens: self.tokens_of(mention),
                sense: mention.sense,
            })
            .take_while(|figure| figure.tokens.start < tokens.end)
            .collect();
        Sentence {
            number,
            tokens: tokens.clone(),
            roles: time::roles(syntax, words, tokens, &times, &figures),
            asides: if times.is_empty() {
                Vec::new()
            } else {
                time::asides(syntax, words, tokens)
            },
            present: if times.is_empty() {
                Vec::new()
            } else {
                time::present(syntax, tokens)
            },
            times,
            siblings: figures.iter().map(|figure| figure.tokens.clone()).collect(),
            figures,
            places: place::named(self.places(), &told),
        }
    }

    /// The text with what is known of places.
    fn places(&self) -> place::Places<'_> {
        place::Places {
            syntax: &self.syntax,
            words: self.place_words,
            gazetteer: self.gazetteer,
        }
    }

    fn tokens_of(&self, mention: &Mention) -> Range<usize> {
        let start = self.syntax.token_at(mention.span.start());
        let end = self.syntax.token_at(mention.span.end().saturating_sub(1)) + 1;
        start..end.max(start + 1)
    }

    /// Who says the figure at `token`, which `said` attributes: the innermost source, with who reports it.
    fn attribution(&self, said: Option<&attribution::Found>, token: usize) -> Option<Attribution> {
        let syntax = &self.syntax;
        let read = |found: &attribution::Found| {
            source::attribution(syntax, found, self.attributions.before(found), token)
        };
        let Some(said) = said else {
            let asked = self.attributions.respondents(syntax, token)?;
            return source::of_poll(syntax, asked);
        };
        let outer = read(said)?;
        let inner = self
            .attributions
            .reported(syntax, token, said)
            .and_then(read)
            .filter(|inner| !source::is_same(&outer, inner));
        Some(match inner {
            Some(inner) => Attribution {
                reported_by: Some(Box::new(outer)),
                ..inner
            },
            None => outer,
        })
    }

    fn figure(
        &self,
        index: usize,
        mention: &Mention,
        token: usize,
        sentence: &Sentence,
        earlier: &[Found],
    ) -> Found {
        let syntax = &self.syntax;
        let before = earlier.last();
        let said = self.attributions.of_token(syntax, token);
        let figure = Figure {
            mention,
            tokens: self.tokens_of(mention),
            sentence: sentence.tokens.clone(),
            siblings: &sentence.siblings,
            said: said
                .filter(|found| found.cue.end <= token && found.cue.start >= sentence.tokens.start)
                .map(|found| (found.source.clone(), found.cue.end)),
            floor: before
                .map_or(0, |before| syntax.token_at(before.span.end()))
                .max(sentence.tokens.start),
        };
        let attribution = self.attribution(said, token);
        let shared = before
            .filter(|before| {
                before.reading.kind == mention.kind || concept::leads_on(syntax, &figure)
            })
            .and_then(|before| before.reading.concept.as_ref()?.span)
            .map(|span| {
                syntax.token_at(span.start())..syntax.token_at(span.end().saturating_sub(1)) + 1
            })
            .filter(|shared| sentence.tokens.contains(&shared.start));
        let concept_at = concept::concept(syntax, &figure, shared.as_ref());
        let stops: Vec<Range<usize>> = sentence
            .times
            .iter()
            .map(|time| time.tokens.clone())
            .chain(said.map(|found| found.cue.clone()))
            .collect();
        let mut predicate_at = predicate::predicate(syntax, &figure, concept_at.as_ref(), &stops);
        let owner = concept_at
            .as_ref()
            .and_then(|concept| concept::owner(syntax, &figure, concept))
            .and_then(|owner| phrase(syntax, &owner));
        let mut concept = concept_at.as_ref().and_then(|range| phrase(syntax, range));
        let lead = concept_at
            .as_ref()
            .and_then(|concept| concept::lead(syntax, &figure, concept))
            .and_then(|lead| phrase(syntax, &lead));
        if let (Some(concept), Some(lead)) = (&mut concept, lead) {
            concept.text = format!("{} {}", lead.text, concept.text);
        }
        if let (Some(concept), Some(owner)) = (&mut concept, owner) {
            concept.text = format!("{} ({})", concept.text, owner.text);
        }
        let relations = relation::of(syntax, self.mentions, index, &figure);
        // "11 civilians were killed and 18 others wounded": the others are civilians.
        let others = syntax.is(figure.tokens.end, Class::Others);
        if let Some(earlier) = before.filter(|_| others && beside(&relations))
            && let Some(whom) = &earlier.reading.concept
        {
            concept = Some(Phrase {
                text: format!(
                    "{} {}",
                    syntax.word(figure.tokens.end).trim_end_matches('s'),
                    whom.text.trim_start_matches("other ")
                ),
                span: concept.and_then(|phrase| phrase.span),
            });
        }
        // "18 of them were women", "six sailors drowned and two were hurt": of those counted just before.
        let named = concept_at
            .as_ref()
            .is_some_and(|concept| concept.start == figure.tokens.end + 2);
        if let Some(earlier) = before.filter(|before| {
            relations.iter().any(|relation| {
                let of_them = relation.kind == super::RelationKind::PartOf
                    && (concept.is_none()
                        || !named && relation::of_them(syntax, figure.tokens.end));
                let beside =
                    relation.kind == super::RelationKind::Beside && concept_at.is_none() && !others;
                relation.other == before.span && (of_them || beside)
            })
        }) {
            concept.clone_from(&earlier.reading.concept);
        }
        // "The levy is £40. The figure is 19% higher", "It fell to 3%": of what was named last.
        let generic = concept_at.as_ref().is_some_and(|concept| {
            concept.end <= figure.tokens.start && concept::is_generic(syntax, concept)
        });
        if (generic || concept_at.is_none() && concept::stands_for_it(syntax, &figure))
            && let Some(named) = self.named_last(earlier, sentence.number, mention)
        {
            concept = Some(named);
        }
        let told = predicate_at
            .as_ref()
            .is_some_and(|range| source::has(syntax, range, Class::Harm));
        if concept_at.as_ref().is_some_and(|concept| {
            predicate_at.is_none() && predicate::is_harm(syntax, concept)
                || !told && predicate::befell(syntax, concept)
        }) {
            predicate_at.clone_from(&concept_at);
            concept = None;
        }
        let harm = predicate_at
            .iter()
            .chain(&concept_at)
            .any(|range| source::has(syntax, range, Class::Harm));
        let mut predicate = predicate_at
            .as_ref()
            .and_then(|range| phrase(syntax, range));
        // "injured 100 people, against 53 last year": of the same thing the same is said.
        if predicate.is_none() && concept_at.is_some() && concept::is_compared(syntax, &figure) {
            predicate = before.and_then(|before| before.reading.predicate.clone());
        }
        let cue_time = said
            .filter(|found| !syntax.is(found.cue.start, Class::Puts))
            .and_then(|found| time::cue_time(syntax, sentence, found.cue.end));
        let when = time::of_figure(syntax, sentence, &figure, cue_time, said);
        let when = when.as_deref();
        let period = when
            .and_then(|time| time.period(syntax))
            .or_else(|| time::clock(syntax, sentence));
        let asked = self.attributions.respondents(syntax, token).is_some();
        let basis = if self.attributions.is_denied(token) {
            Some(Basis::Allegation)
        } else {
            nature::basis(
                syntax,
                &figure,
                concept_at.as_ref(),
                attribution.as_ref(),
                asked,
            )
        };
        let sense = mention.sense;
        let kind = nature::kind(syntax, &figure);
        let aggregate = nature::aggregate(syntax, &figure, kind, when, harm, concept_at.as_ref());
        let as_of = self.as_of(kind, period.as_ref(), cue_time, when, harm);
        let stated = self.places().of_figure(
            &sentence.places,
            &sentence.tokens,
            &figure.tokens,
            kind,
            said.map(|found| &found.source),
        );
        let inferred = self
            .dateline
            .as_ref()
            .filter(|_| stated.is_none())
            .and_then(|dateline| self.places().of_dateline(dateline, sentence.number, harm));
        let place_inferred = inferred.is_some();
        let place = stated.or(inferred);
        let mut quantity = mention.quantity.clone();
        let people =
            nature::counts_people(syntax, &figure, concept_at.as_ref(), predicate_at.as_ref());
        if kind == Kind::Count && quantity.unit.is_none() && mention.counted.is_none() && people {
            quantity.unit = Some(UnitCode("person".to_owned()));
        }
        let around = Around {
            harm,
            partitive: syntax.reads(figure.tokens.end, "of"),
            predicate: predicate_at.is_some(),
        };
        Found {
            span: mention.span,
            sentence: syntax.span(&sentence.tokens).unwrap_or(mention.span),
            reading: Reading {
                quantity,
                kind,
                sense,
                concept: source::spoken(concept),
                predicate: source::spoken(predicate),
                scope: nature::scope(syntax, &figure, concept_at.as_ref(), said),
                place,
                place_inferred,
                period,
                as_of,
                basis,
                aggregate,
                worth: worth::of(mention, attribution.as_ref(), basis, around),
                attribution,
                relations,
                rule: mention.rule.to_owned(),
            },
        }
    }

    /// What the first figure of the same sort counts or measures, in the sentence or the one before; for a difference
    /// that of any sort.
    fn named_last(&self, earlier: &[Found], number: usize, mention: &Mention) -> Option<Phrase> {
        let syntax = &self.syntax;
        let near = earlier.iter().rev().take(NEIGHBOURS).take_while(|found| {
            syntax.sentence_of(syntax.token_at(found.span.start())) + 1 >= number
        });
        let fits = |found: &&Found| {
            let same = found.reading.kind == mention.kind;
            let difference = mention.sense != Sense::Level && mention.kind == Kind::Share;
            found.reading.concept.is_some() && (same || difference)
        };
        near.filter(fits)
            .last()
            .and_then(|found| found.reading.concept.clone())
    }

    /// The day the figure held: as said with the cue, else the article's own for what moves; a figure whose time
    /// is over before the article keeps none.
    fn as_of(
        &self,
        kind: Kind,
        period: Option<&Period>,
        cue: Option<&Time>,
        time: Option<&Time>,
        harm: bool,
    ) -> Option<AsOf> {
        let stated = time.filter(|time| time.holds()).or(cue);
        if let Some(date) = stated.and_then(|time| time.to) {
            return Some(AsOf {
                date,
                certainty: Certainty::Stated,
            });
        }
        let published = self.published?;
        let over = period.is_some_and(|period| {
            period.epoch.is_some() || period.to.is_some_and(|to| to < published)
        }) && time.is_some_and(|time| !time.is_since());
        let fixed = matches!(kind, Kind::Age | Kind::Duration | Kind::Rank);
        (!fixed && (!over || harm)).then_some(AsOf {
            date: published,
            certainty: Certainty::Inferred,
        })
    }
}

fn beside(relations: &[Relation]) -> bool {
    relations
        .iter()
        .any(|relation| relation.kind == super::RelationKind::Beside)
}
