//! From an article to its figures with all facets.

use std::ops::Range;

use jiff::civil::Date;

use super::attribution::{self, Attributions};
use super::figure::{Figure, phrase};
use super::period::{self, Time};
use super::worth::{self, Around};
use super::{
    Aggregate, AsOf, Attribution, Basis, Certainty, Found, Period, Phrase, Reading, Relation,
    SourceKind, concept, place, predicate, relation, source,
};
use crate::article::{Article, Moment};
use crate::lexicon::Lexicon;
use crate::lexicon::periods::PeriodWords;
use crate::lexicon::words::Class;
use crate::quantity::{self, Kind, Mention, Sense};
use crate::syntax::{Shape, Syntax};
use crate::text::Span;

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
    let reader = Reader {
        attributions: Attributions::of(&syntax),
        published: article.metadata.published.as_ref().map(Moment::date),
        dateline: place::dateline(&syntax),
        mentions: &mentions,
        periods: &lexicon.periods,
        syntax,
    };
    reader.read()
}

/// What is known of the whole article while its figures are read.
struct Reader<'a> {
    syntax: Syntax<'a>,
    attributions: Attributions,
    published: Option<Date>,
    dateline: Option<place::Dateline>,
    mentions: &'a [Mention],
    periods: &'a PeriodWords,
}

/// The part of a sentence that is the same for all its figures.
struct Sentence {
    number: usize,
    tokens: Range<usize>,
    times: Vec<Time>,
    figures: Vec<Range<usize>>,
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
                current = self.syntax.sentences.get(number).map(|tokens| Sentence {
                    number,
                    tokens: tokens.clone(),
                    times: period::times(&self.syntax, self.periods, tokens, self.published),
                    figures: self.figures_from(index, tokens.end),
                });
            }
            let Some(sentence) = current.as_ref() else {
                continue;
            };
            let before = found.last();
            let read = self.figure(index, mention, token, sentence, before);
            found.push(read);
        }
        found
    }

    /// The tokens of the figures from number `first` on, up to token `end`.
    fn figures_from(&self, first: usize, end: usize) -> Vec<Range<usize>> {
        self.mentions
            .iter()
            .skip(first)
            .map(|mention| self.tokens_of(mention))
            .take_while(|tokens| tokens.start < end)
            .collect()
    }

    /// The sentence without the dateline before it.
    fn place_words(&self, sentence: &Range<usize>) -> Range<usize> {
        match &self.dateline {
            Some(dateline) if sentence.contains(&dateline.end) => dateline.end..sentence.end,
            _ => sentence.clone(),
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
        before: Option<&Found>,
    ) -> Found {
        let syntax = &self.syntax;
        let said = self.attributions.of_token(syntax, token);
        let figure = Figure {
            mention,
            tokens: self.tokens_of(mention),
            sentence: sentence.tokens.clone(),
            siblings: &sentence.figures,
            said: said
                .filter(|found| found.cue.end <= token && found.cue.start >= sentence.tokens.start)
                .map(|found| (found.source.clone(), found.cue.end)),
            floor: before
                .map_or(0, |before| syntax.token_at(before.span.end()))
                .max(sentence.tokens.start),
        };
        let attribution = self.attribution(said, token);
        let shared = before
            .filter(|before| before.reading.kind == mention.kind)
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
        let mut concept = concept_at.as_ref().and_then(|range| phrase(syntax, range));
        let relations = relation::of(syntax, self.mentions, index, &figure);
        // "11 civilians were killed and 18 others wounded": the others are civilians.
        if let Some(earlier) = before.filter(|_| beside(&relations))
            && syntax.is(figure.tokens.end, Class::Others)
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
        // "18 of them were women": of those counted just before.
        if let Some(earlier) = before.filter(|_| relation::of_them(syntax, figure.tokens.end))
            && relations
                .iter()
                .any(|relation| relation.kind == super::RelationKind::PartOf)
        {
            concept.clone_from(&earlier.reading.concept);
        }
        if predicate_at.is_none()
            && concept_at
                .as_ref()
                .is_some_and(|c| predicate::is_harm(syntax, c))
        {
            predicate_at.clone_from(&concept_at);
            concept = None;
        }
        let harm = predicate_at
            .iter()
            .chain(&concept_at)
            .any(|range| source::has(syntax, range, Class::Harm));
        let cue_time = said.and_then(|found| cue_time(syntax, sentence, found.cue.end));
        let time = nearest_time(syntax, sentence, &figure.tokens, cue_time, said);
        let period = time
            .and_then(|time| time.period(syntax))
            .or_else(|| clock(syntax, sentence));
        let asked = self.attributions.respondents(syntax, token).is_some();
        let basis = basis(
            syntax,
            &figure,
            concept_at.as_ref(),
            attribution.as_ref(),
            asked,
        );
        let sense = mention.sense;
        let kind = kind(syntax, &figure);
        let aggregate = aggregate(syntax, &figure, kind, time, harm, concept_at.as_ref());
        let as_of = self.as_of(kind, period.as_ref(), cue_time, time, harm);
        let place = place::of_figure(
            syntax,
            &self.place_words(&sentence.tokens),
            token,
            said.map(|found| &found.source),
        )
        .or_else(|| {
            self.dateline
                .as_ref()
                .map(|dateline| dateline.place.clone())
        });
        let around = Around {
            harm,
            partitive: syntax.reads(figure.tokens.end, "of"),
            predicate: predicate_at.is_some(),
        };
        Found {
            span: mention.span,
            sentence: syntax.span(&sentence.tokens).unwrap_or(mention.span),
            reading: Reading {
                quantity: mention.quantity.clone(),
                kind,
                sense,
                concept: source::spoken(concept),
                predicate: source::spoken(predicate_at.and_then(|range| phrase(syntax, &range))),
                scope: scope(syntax, &figure, concept_at.as_ref(), said),
                place,
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
        if let Some(date) = cue.and_then(|time| time.to) {
            return Some(AsOf {
                date,
                certainty: Certainty::Stated,
            });
        }
        let published = self.published?;
        let over = period.is_some_and(|period| {
            period.epoch.is_some() || period.to.is_some_and(|to| to < published)
        }) && time.is_some_and(|time| !time.since);
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

/// The time that belongs to the verb of saying: "officials said Tuesday".
fn cue_time<'a>(syntax: &Syntax<'_>, sentence: &'a Sentence, cue_end: usize) -> Option<&'a Time> {
    sentence.times.iter().find(|time| {
        let at = time.tokens.start;
        at >= cue_end
            && at <= cue_end + 3
            && (cue_end..at).all(|t| syntax.tokens[t].is_word() || t == cue_end)
            && !time.since
            && (syntax.is(at, Class::Weekday)
                || syntax.reads(at, "on")
                || time.tokens.len() == 1
                || time.from == time.to && time.from.is_some())
    })
}

/// The nearest time to the figure that is neither the figure itself nor the cue's.
fn nearest_time<'a>(
    syntax: &Syntax<'_>,
    sentence: &'a Sentence,
    figure: &Range<usize>,
    cue: Option<&Time>,
    said: Option<&attribution::Found>,
) -> Option<&'a Time> {
    let others = |time: &&Time| {
        cue.is_none_or(|cue| cue.tokens != time.tokens)
            && said.is_none_or(|said| !said.source.contains(&time.tokens.start))
            && (time.tokens.end <= figure.start || time.tokens.start >= figure.end)
    };
    let distance = |time: &&Time| {
        let (low, high) = if time.tokens.start >= figure.end {
            (figure.end, time.tokens.start)
        } else {
            (time.tokens.end, figure.start)
        };
        let clause = (low..high)
            .filter(|t| {
                matches!(
                    syntax.shape(*t),
                    Some(
                        Shape::Comma
                            | Shape::Semicolon
                            | Shape::Dash
                            | Shape::QuoteOpen
                            | Shape::QuoteClose
                    )
                ) || syntax.is(*t, Class::Coordinator)
            })
            .count();
        high - low + clause * 6
    };
    sentence.times.iter().filter(others).min_by_key(distance)
}

/// The clock time that begins a ticker line.
fn clock(syntax: &Syntax<'_>, sentence: &Sentence) -> Option<Period> {
    let first = sentence.tokens.start;
    let word = syntax.word(first);
    let (hour, minute) = word.split_once(':')?;
    let digits = |part: &str| {
        !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())
    };
    let starts_line =
        first == 0 || syntax.tokens[first - 1].paragraph != syntax.tokens[first].paragraph;
    (starts_line && digits(hour) && digits(minute) && syntax.shape(first) == Some(Shape::Number))
        .then(|| Period {
            words: Phrase {
                text: word.to_owned(),
                span: syntax.tokens.get(first).map(|token| token.span),
            },
            from: None,
            to: None,
            epoch: None,
        })
}

/// Words that narrow whom the figure is about: those of what is counted, and just before or after the number.
fn scope(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: Option<&Range<usize>>,
    said: Option<&attribution::Found>,
) -> Vec<Phrase> {
    let low = figure
        .tokens
        .start
        .saturating_sub(3)
        .max(figure.sentence.start);
    let high = (figure.tokens.end + 2).min(figure.sentence.end);
    let mut at: Vec<usize> = (low..high)
        .chain(concept.cloned().into_iter().flatten())
        .filter(|t| syntax.is(*t, Class::Scope) || syntax.is(*t, Class::Epoch))
        .filter(|t| said.is_none_or(|said| !said.cue.contains(t)))
        .collect();
    at.sort_unstable();
    at.dedup();
    at.into_iter()
        .filter_map(|t| phrase(syntax, &(t..t + 1)))
        .collect()
}

/// On what the number rests, by the words around it, else by its source.
fn basis(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: Option<&Range<usize>>,
    attribution: Option<&Attribution>,
    asked: bool,
) -> Option<Basis> {
    let near = figure
        .tokens
        .start
        .saturating_sub(6)
        .max(figure.sentence.start)
        ..(figure.tokens.end + 6).min(figure.sentence.end);
    let any = |class: Class| near.clone().any(|t| syntax.is(t, class));
    let cue = attribution
        .and_then(|attribution| attribution.cue.as_ref())
        .map(|cue| cue.text.to_lowercase())
        .unwrap_or_default();
    let poll = attribution.is_some_and(|a| a.kind == Some(SourceKind::Poll));
    if poll || asked {
        Some(Basis::Poll)
    } else if any(Class::Estimated) || cue.contains("estimat") {
        Some(Basis::Estimate)
    } else if any(Class::Forecast)
        || cue.contains("predict")
        || cue.contains("forecast")
        || cue.contains("project")
    {
        Some(Basis::Projection)
    } else if any(Class::Alleged)
        || cue.contains("alleg")
        || cue.contains("claim")
        || cue.contains("accus")
    {
        Some(Basis::Allegation)
    } else if near.clone().any(|t| {
        syntax.is(t, Class::Counting) && concept.is_none_or(|concept| !concept.contains(&t))
    }) {
        Some(Basis::Count)
    } else if attribution.is_some_and(|a| a.kind == Some(SourceKind::Official)) {
        Some(Basis::Official)
    } else {
        None
    }
}

/// The kind, corrected where the sentence decides: "an average of 12".
fn kind(syntax: &Syntax<'_>, figure: &Figure<'_>) -> Kind {
    let low = figure
        .tokens
        .start
        .saturating_sub(3)
        .max(figure.sentence.start);
    let mean = (low..figure.tokens.start).any(|t| syntax.is(t, Class::Mean))
        && figure.tokens.start > low
        && (syntax.reads(figure.tokens.start - 1, "of")
            || syntax.is(figure.tokens.start - 1, Class::Mean));
    match figure.mention.kind {
        Kind::Count | Kind::Measure | Kind::Money if mean => Kind::Average,
        kind => kind,
    }
}

/// What kind of total it is.
fn aggregate(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    kind: Kind,
    time: Option<&Time>,
    harm: bool,
    concept: Option<&Range<usize>>,
) -> Option<Aggregate> {
    if figure.mention.sense != Sense::Level {
        return Some(Aggregate::Change);
    }
    let near = figure
        .tokens
        .start
        .saturating_sub(5)
        .max(figure.sentence.start)
        ..(figure.tokens.end + 8).min(figure.sentence.end);
    let any = |class: Class| near.clone().any(|t| syntax.is(t, class));
    match kind {
        Kind::Share => Some(Aggregate::Share),
        Kind::Rate => Some(Aggregate::Rate),
        Kind::Average => Some(Aggregate::Average),
        Kind::Count | Kind::Money => {
            if time.is_some_and(|time| time.since)
                || any(Class::Running)
                || concept.is_some_and(|concept| source::has(syntax, concept, Class::Running))
            {
                Some(Aggregate::Cumulative)
            } else if time.is_some_and(|time| !time.epoch && time.from != time.to)
                || time.is_some_and(|time| time.from.is_none() && !time.epoch)
            {
                Some(Aggregate::PeriodCount)
            } else if any(Class::Stock) {
                Some(Aggregate::Stock)
            } else if harm {
                Some(Aggregate::Cumulative)
            } else {
                None
            }
        }
        Kind::Measure | Kind::Duration | Kind::Age | Kind::Rank | Kind::Ratio => None,
    }
}

/// Where a relation's other figure stands.
pub(super) const fn other(span: Span, kind: super::RelationKind) -> Relation {
    Relation { kind, other: span }
}
