//! A claim as it is compared: every facet in a form that costs nothing to lay beside another.

use jiff::civil::Date;

use super::measure::{self, Family};
use super::words::{Sort, Sym, Token, Vocabulary, vocabulary};
use crate::claim::{Aggregate, ArticleId, Basis, Certainty, Claim, ClaimId, Phrase, RelationKind};
use crate::lexicon::{UnitCode, Value};
use crate::quantity::{Amount, HouseRules, Interval, Kind, Precision, Qualifier, Sense};
use crate::text::Span;

/// Words looked at after a figure, and before it.
const AHEAD: usize = 8;
const BEHIND: usize = 9;
/// Longest opening of a sentence that sets the time of the figure after it.
const OPENING: usize = 7;

/// A claim as it is compared.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a facet of its own that a claim has or has not"
)]
#[derive(Clone, Debug)]
pub(super) struct Profile {
    pub id: ClaimId,
    pub article: ArticleId,
    /// Which part of its article it stands in.
    pub part: u32,
    /// First byte of the figure.
    pub at: usize,
    /// An order that does not hang on ids.
    pub key: (u64, usize),
    pub family: Family,
    pub sense: Sense,
    pub kind: Kind,
    /// What it stands for, in its own unit.
    pub interval: Interval,
    /// The same in the unit of its family; `None` where it does not convert.
    pub common: Option<Interval>,
    /// The value as written in the unit of its family, where there is one.
    pub value: Option<Value>,
    /// The unit of its family.
    pub base: Option<&'static UnitCode>,
    pub form: Form,
    /// Class of happening.
    pub class: Option<u16>,
    /// The noun that is counted.
    pub head: Option<Sym>,
    /// Whether that noun says no more than that people are counted.
    pub anyone: bool,
    /// The group of people it is narrowed to.
    pub group: Option<Sym>,
    /// Content words of the figure's own clause, sorted.
    pub about: Vec<Sym>,
    /// Whether its noun names people; a figure without a noun counts people where its class does.
    pub counts_persons: bool,
    /// Whether it comes on top of another: "another 20,000".
    pub added: bool,
    /// Whether it is so many of a larger number: "two of the bombs".
    pub partitive: bool,
    /// Whether it is a loose word: "dozens".
    pub vague: bool,
    /// Content words of its sentence, sorted.
    pub sentence: Vec<Sym>,
    /// First byte of its sentence.
    pub sentence_at: usize,
    /// Content words of its sentence but for the figure and who says so, sorted.
    pub around: Vec<Sym>,
    /// Names close to the figure, but for who says so, sorted.
    pub own_names: Vec<Sym>,
    /// Words of its sentence with names marked, sorted.
    pub names: Vec<Sym>,
    /// Narrowing words, as numbers of the lexicon's lists, sorted.
    pub narrowing: Vec<u16>,
    pub place: Vec<Sym>,
    /// Years written in its sentence, sorted.
    pub years: Vec<Sym>,
    pub period: Option<(Option<Date>, Option<Date>)>,
    /// Words that give the length of its period: "in a week"; sorted.
    pub spell: Vec<Sym>,
    pub epoch: Option<Sym>,
    pub as_of: Option<(Date, Certainty)>,
    pub basis: Option<Basis>,
    pub aggregate: Option<Aggregate>,
    /// The words of its source, sorted; empty where no source is given or it says nothing of who speaks.
    pub source: Vec<Sym>,
    /// Whether its sentence says that it corrects an earlier figure.
    pub revised: bool,
    /// Whether it hangs on another figure of its article as a part or share, or as the level before a change.
    pub dependent: bool,
}

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One number, stated.
    Stated,
    /// "exactly".
    Exactly,
    /// "about".
    About,
    /// "nearly".
    Nearly,
    /// An end is open: "at least", "up to".
    Bound,
    /// Both ends are written, or a word such as "dozens".
    Range,
}

impl Profile {
    /// Whether it is a bound or a range, which others can lie in.
    pub(super) fn is_wide(&self) -> bool {
        matches!(self.form, Form::Bound | Form::Range)
    }

    /// Whether both are written with the same number, or with the same two ends of a range.
    pub(super) fn same_number(&self, other: &Self) -> bool {
        let range =
            |p: &Self| p.form == Form::Range && p.interval.high.is_some_and(|high| !high.open);
        self.common.is_some()
            && self.value == other.value
            && (self.value.is_some()
                || (range(self) && range(other) && self.common == other.common))
    }
}

/// The words of an article while its claims are read.
pub(super) struct Reader<'a> {
    pub tokens: &'a [Token],
    pub digest: &'a super::digest::Digest,
    pub rules: &'a HouseRules,
}

impl Reader<'_> {
    /// The profile of a claim of this article.
    pub(super) fn profile(&self, claim: &Claim) -> Profile {
        let words = vocabulary();
        let reading = &claim.reading;
        let span = claim.anchor.span;
        let tokens = self.tokens;
        let first = tokens.partition_point(|token| token.end <= span.start());
        let last = tokens
            .partition_point(|token| token.start < span.end())
            .max(first);
        let sentence = self.sentence(first, last);
        let sentence_tokens = tokens.get(sentence.0..sentence.1).unwrap_or_default();
        let (family, base) = measure::family(&reading.quantity, reading.kind);
        let interval = reading.quantity.interval(self.rules);
        let unit = reading.quantity.unit.as_ref();
        let concept_tokens = phrase_tokens(words, reading.concept.as_ref());
        let predicate_tokens = phrase_tokens(words, reading.predicate.as_ref());
        let ahead = self.ahead(last, sentence.1);
        let behind = self.behind(first, sentence.0);
        let owner = owner(words, behind);
        let class = class_near(words, &concept_tokens, ahead, behind)
            .or_else(|| class_in(words, &predicate_tokens))
            .or_else(|| words.class_alone(&predicate_tokens))
            .filter(|_| owner.is_none())
            .filter(|class| can_be(*class, reading.kind))
            // Nobody counts a tenth of a person: a magnitude, a score, an index.
            .filter(|class| {
                !super::words::counts_people(*class)
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
        let by_class = class.is_some_and(super::words::counts_people);
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
        narrowing.extend(narrowing_in(words, self.opening(first, sentence.0)));
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
            base,
            form: form(&reading.quantity.amount),
            class,
            head: head.map(|head| head.1),
            anyone,
            group,
            about,
            counts_persons,
            added,
            partitive: matches!(reading.quantity.amount, Amount::Single { .. })
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

    /// Range of tokens of the sentence around the tokens `first..last`.
    fn sentence(&self, first: usize, last: usize) -> (usize, usize) {
        let start = (0..=first)
            .rev()
            .find(|at| {
                self.tokens
                    .get(*at)
                    .is_none_or(|token| token.after_break && *at < first + 1)
            })
            .unwrap_or(0);
        let end = (last..self.tokens.len())
            .find(|at| self.tokens.get(*at).is_some_and(|token| token.after_break))
            .unwrap_or(self.tokens.len());
        (start.min(first), end.max(last))
    }

    /// Words after a figure that speak of it: up to the next figure or the next thing spoken of.
    fn ahead(&self, last: usize, end: usize) -> &[Token] {
        let words = vocabulary();
        let rest = self
            .tokens
            .get(last..end.min(last + AHEAD))
            .unwrap_or_default();
        let until = rest
            .iter()
            .position(|token| {
                token.sort == Sort::Number
                    || token.after_comma
                    || words.boundaries.contains(&token.stem)
            })
            .unwrap_or(rest.len());
        rest.get(..until).unwrap_or_default()
    }

    /// A few words that open the sentence right before the figure's comma: "In the week before, 41,900".
    fn opening(&self, first: usize, start: usize) -> &[Token] {
        let comma = self
            .tokens
            .get(first)
            .is_some_and(|token| token.after_comma);
        if comma && first - start <= OPENING {
            self.tokens.get(start..first).unwrap_or_default()
        } else {
            &[]
        }
    }

    /// Words before a figure that speak of it.
    fn behind(&self, first: usize, start: usize) -> &[Token] {
        let words = vocabulary();
        let from = start.max(first.saturating_sub(BEHIND));
        let rest = self.tokens.get(from..first).unwrap_or_default();
        let next_after_comma = self
            .tokens
            .get(first)
            .is_some_and(|token| token.after_comma);
        let since = rest
            .iter()
            .rposition(|token| token.sort == Sort::Number || words.boundaries.contains(&token.stem))
            .map_or(0, |at| at + 1);
        let comma = rest
            .iter()
            .rposition(|token| token.after_comma)
            .unwrap_or(0);
        let since = if next_after_comma {
            rest.len()
        } else {
            since.max(comma)
        };
        rest.get(since..).unwrap_or_default()
    }
}

/// Whether figures of a kind can be of a class: the magnitude of a quake that killed people counts nobody.
fn can_be(class: u16, kind: Kind) -> bool {
    match kind {
        Kind::Count | Kind::Share | Kind::Rate | Kind::Average | Kind::Ratio => true,
        Kind::Money | Kind::Measure | Kind::Duration | Kind::Rank => {
            !super::words::counts_people(class)
        }
        Kind::Age => false,
    }
}

/// The class of happening nearest to a figure: a verb right before it ("killing at least 40 people"), what follows
/// ("40 people were injured"), the noun counted, then words further before ("death toll rose to 40").
fn class_near(
    words: &Vocabulary,
    concept: &[Token],
    ahead: &[Token],
    behind: &[Token],
) -> Option<u16> {
    let near = behind.len().saturating_sub(1);
    class_in(words, behind.get(near..).unwrap_or_default())
        .or_else(|| first_class(words, ahead))
        .or_else(|| class_in(words, concept))
        .or_else(|| class_in(words, behind))
}

/// Whose the counted are: the twelve of "a mother of 12" are hers, whatever happened to her.
fn owner(words: &Vocabulary, behind: &[Token]) -> Option<(Sym, Sym)> {
    match behind {
        [.., owner, of] if of.stem == Sym::of("of") && words.belonging.contains(&owner.stem) => {
            Some((owner.stem, owner.sense))
        }
        _ => None,
    }
}

fn first_class(words: &Vocabulary, tokens: &[Token]) -> Option<u16> {
    (0..tokens.len())
        .find_map(|at| words.class_at(tokens.get(at..)?))
        .map(|(class, _)| class)
}

/// The last class named in `tokens`.
fn class_in(words: &Vocabulary, tokens: &[Token]) -> Option<u16> {
    (0..tokens.len())
        .rev()
        .find_map(|at| words.class_at(tokens.get(at..)?))
        .map(|(class, _)| class)
}

fn narrowing_in(words: &Vocabulary, tokens: &[Token]) -> Vec<u16> {
    (0..tokens.len())
        .filter_map(|at| words.narrowing_at(tokens.get(at..)?))
        .map(|(list, _)| list)
        .collect()
}

/// The noun a phrase is about: the last word before the first preposition, as stem and as sense.
fn head(words: &Vocabulary, tokens: &[Token]) -> Option<(Sym, Sym)> {
    let until = tokens
        .iter()
        .position(|token| token.after_comma || words.prepositions.contains(&token.stem))
        .unwrap_or(tokens.len());
    tokens
        .get(..until)?
        .iter()
        .rev()
        .find(|token| token.sort == Sort::Content || words.anyone.contains(&token.stem))
        .map(|token| (token.stem, token.sense))
}

fn the() -> Sym {
    Sym::of("the")
}

fn phrase_tokens(words: &Vocabulary, phrase: Option<&Phrase>) -> Vec<Token> {
    phrase.map_or_else(Vec::new, |phrase| words.tokens(&phrase.text))
}

fn sort(words: &mut Vec<Sym>) {
    words.sort_unstable();
    words.dedup();
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

/// How many members two sorted lists share.
pub(super) fn overlap<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    shared
}
