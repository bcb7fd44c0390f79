//! The figures of one text read in the words of one language.

use std::ops::Range;

use jiff::civil::Date;

use super::about::Asked;
use super::attribution::{self, Attributions};
use super::figure::Figure;
use super::period::{self, Time};
use super::worth::{self, Around};
use super::{
    AsOf, Attribution, Basis, Certainty, Found, Period, Reading, nature, place, poll, relation,
    source, time,
};
use crate::article::{Article, Moment};
use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::periods::PeriodWords;
use crate::lexicon::places::PlaceWords;
use crate::lexicon::words::Class;
use crate::lexicon::{Lexicon, UnitCode};
use crate::quantity::{Kind, Mention, Sense};
use crate::syntax::Syntax;

/// Days after which what harmed people counts as another happening than the one that is reported.
const LONG_OVER: i32 = 60;

/// What is known of the whole article while its figures are read.
pub(super) struct Reader<'a> {
    syntax: Syntax<'a>,
    attributions: Attributions,
    published: Option<Date>,
    dateline: Option<place::Dateline>,
    items: time::Items,
    mentions: &'a [Mention],
    periods: &'a PeriodWords,
    place_words: &'a PlaceWords,
    gazetteer: &'a Gazetteer,
}

/// The part of a sentence that is the same for all its figures.
pub(super) struct Sentence {
    number: usize,
    pub(super) tokens: Range<usize>,
    /// The item of a live page that it is part of.
    item: Option<time::Item>,
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

impl<'a> Reader<'a> {
    /// A reader of the figures `mentions` of an article in the words of a language.
    pub(super) fn new(
        article: &'a Article,
        mentions: &'a [Mention],
        language: &str,
        lexicon: &'a Lexicon,
    ) -> Self {
        let syntax = Syntax::of(&article.text, lexicon);
        let gazetteer = Gazetteer::of(language);
        let published = article.metadata.published.as_ref().map(Moment::date);
        Self {
            items: time::Items::of(&syntax, &lexicon.periods, published),
            attributions: Attributions::of(&syntax),
            published,
            dateline: place::dateline(place::Places {
                syntax: &syntax,
                words: &lexicon.places,
                gazetteer,
            }),
            mentions,
            periods: &lexicon.periods,
            place_words: &lexicon.places,
            gazetteer,
            syntax,
        }
    }

    /// Every figure with its facets, in order.
    pub(super) fn read(&self) -> Vec<Found> {
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
        // The day of a dateline or of an item is the day of writing.
        let item = self.items.item(syntax, tokens);
        let told = match (&self.dateline, &item) {
            (_, Some(item)) => item.after(tokens),
            (Some(dateline), None) => dateline.after(tokens),
            (None, None) => tokens.clone(),
        };
        let written = item.as_ref().and_then(|item| item.day);
        let times = period::times(syntax, words, &told, written.or(self.published));
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
            item,
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
    fn attribution(
        &self,
        said: Option<&attribution::Found>,
        figure: &Figure<'_>,
        before: Option<&Found>,
    ) -> Option<Attribution> {
        let (syntax, token) = (&self.syntax, figure.tokens.start);
        let read = |found: &attribution::Found| {
            source::attribution(syntax, found, self.attributions.before(found), token)
        };
        // "34% of them said yes, while **12%** had no opinion": others than those 34%.
        let others = said.filter(|said| {
            figure.mention.kind == Kind::Share && attribution::is_of_others(syntax, said, token)
        });
        let asked = others.or_else(|| match said {
            Some(_) => None,
            None => self.attributions.respondents(syntax, token),
        });
        if let Some(poll) = asked.and_then(|asked| poll::of_respondents(syntax, asked)) {
            return Some(poll);
        }
        let Some(said) = said else {
            return poll::going_on(syntax, figure, before);
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
        let attribution = self.attribution(said, &figure, before);
        let relations = relation::of(syntax, self.mentions, index, &figure);
        let stops: Vec<Range<usize>> = (sentence.times.iter())
            .map(|time| time.tokens.clone())
            .chain(said.map(|found| found.cue.clone()))
            .collect();
        let about = Asked {
            syntax,
            figure: &figure,
            earlier,
            relations: &relations,
        }
        .about(&stops);
        let cue_time = said
            .filter(|found| !syntax.is(found.cue.start, Class::Puts))
            .and_then(|found| time::cue_time(syntax, sentence, found.cue.end));
        let when = time::of_figure(syntax, self.periods, sentence, &figure, cue_time, said);
        let when = when.as_deref();
        let period = when
            .and_then(|time| time.period(syntax))
            .or_else(|| sentence.item.as_ref()?.period(syntax, &sentence.tokens));
        let asked = self.attributions.respondents(syntax, token).is_some();
        let denied = nature::denial(syntax, &figure).is_some();
        let basis = if denied || self.attributions.is_denied(token) {
            Some(Basis::Allegation)
        } else {
            nature::basis(
                syntax,
                &figure,
                about.concept_at.as_ref(),
                attribution.as_ref(),
                asked,
            )
        };
        let sense = mention.sense;
        let kind = nature::kind(syntax, &figure);
        let aggregate = nature::aggregate(
            syntax,
            &figure,
            kind,
            when,
            about.harm,
            about.concept_at.as_ref(),
        );
        let written = sentence.item.as_ref().and_then(|item| item.day);
        let as_of = self.as_of(kind, period.as_ref(), cue_time, (when, written), about.harm);
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
            .and_then(|dateline| {
                self.places()
                    .of_dateline(dateline, sentence.number, about.harm)
            });
        let place_inferred = inferred.is_some();
        let place = stated.or(inferred);
        let mut quantity = mention.quantity.clone();
        let people = nature::counts_people(
            syntax,
            &figure,
            about.concept_at.as_ref(),
            about.predicate_at.as_ref(),
        );
        if kind == Kind::Count && quantity.unit.is_none() && mention.counted.is_none() && people {
            quantity.unit = Some(UnitCode("person".to_owned()));
        }
        let around = Around {
            harm: about.harm,
            partitive: syntax.reads(figure.tokens.end, "of"),
            predicate: about.predicate_at.is_some(),
        };
        Found {
            span: mention.span,
            sentence: syntax.span(&sentence.tokens).unwrap_or(mention.span),
            reading: Reading {
                quantity,
                kind,
                sense,
                concept: source::spoken(about.concept.clone()),
                predicate: source::spoken(about.predicate.clone()),
                scope: nature::scope(syntax, &figure, about.concept_at.as_ref(), said),
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

    /// The day the figure held: as said with the cue, else that of writing for what moves, `written` where it is an
    /// item's own; a figure whose time is over before keeps none.
    fn as_of(
        &self,
        kind: Kind,
        period: Option<&Period>,
        cue: Option<&Time>,
        (time, written): (Option<&Time>, Option<Date>),
        harm: bool,
    ) -> Option<AsOf> {
        let stated = time.filter(|time| time.holds()).or(cue);
        if let Some(date) = stated.and_then(|time| time.to) {
            return Some(AsOf {
                date,
                certainty: Certainty::Stated,
            });
        }
        let published = written.or(self.published)?;
        let over = period.is_some_and(|period| {
            period.epoch.is_some() || period.to.is_some_and(|to| to < published)
        }) && time.is_some_and(|time| !time.is_since());
        let fixed = matches!(kind, Kind::Age | Kind::Duration | Kind::Rank);
        // "Three were killed on Monday" holds for the day of writing; what happened in another year does not.
        let long_over = period.and_then(|period| period.to).is_some_and(|to| {
            published
                .since(to)
                .is_ok_and(|since| since.get_days() > LONG_OVER)
        });
        (!fixed && (!over || harm && !long_over)).then_some(AsOf {
            date: published,
            // "Rose to 31 on Tuesday", written on that Tuesday.
            certainty: if written.is_some() || time.and_then(|time| time.to) == Some(published) {
                Certainty::Stated
            } else {
                Certainty::Inferred
            },
        })
    }
}
