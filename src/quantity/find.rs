//! The search: from the sentences of a text to its figures.

use super::ellipsis::{Before, as_before, with_hedge_of_other_unit};
use super::hedge;
use super::line::Line;
use super::prefix;
use super::rule::{Figure, Outcome, Place, RULES, Rule, Size, may_be_one_and_a_half};
use super::{Amount, Counted, Kind, Mention, Qualifier, Quantity, counted, measure, rate, sense};
use crate::lexicon::{Class, Entry, Lexicon, NumberWord};
use crate::text::{self, Text, Token, TokenKind};

/// Longer sentences are read in pieces of so many tokens.
const PIECE: usize = 4096;

/// Every quantity in `text`, in order, never overlapping.
///
/// `language` is a code of [`lexicon::LANGUAGES`](crate::lexicon::LANGUAGES), or `None` to go by the script of each
/// line. Odd text gives fewer mentions, never an error.
pub fn find(text: &Text, language: Option<&str>) -> Vec<Mention> {
    let Some(main) = Lexicon::of(language.unwrap_or("en")) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut tokens = Vec::new();
    let mut entries = Vec::new();
    for sentence in text::sentences(text, &main.sentences) {
        let lexicon = main.for_line(text.slice(sentence));
        text::tokens_into(text, sentence, &mut tokens);
        if !lexicon.grammar.prefixes.is_empty() {
            prefix::part(text, lexicon, &mut tokens);
        }
        for piece in tokens.chunks(PIECE) {
            if enter(text, lexicon, piece, &mut entries) {
                let span = match (piece.first(), piece.last()) {
                    (Some(first), Some(last)) => first.span.cover(last.span),
                    _ => continue,
                };
                read(
                    &Line {
                        text,
                        lexicon,
                        span,
                        tokens: piece,
                        entries: &entries,
                    },
                    &mut found,
                );
            }
        }
    }
    found
}

/// Looks up every token; whether any can begin a number.
pub(super) fn enter(
    text: &Text,
    lexicon: &Lexicon,
    tokens: &[Token],
    entries: &mut Vec<Entry>,
) -> bool {
    entries.clear();
    let mut numbers = false;
    for token in tokens {
        let entry = match token.kind {
            TokenKind::Digits => {
                numbers = true;
                lexicon.vocabulary.entry(text.slice(token.span))
            }
            TokenKind::Word | TokenKind::Punctuation | TokenKind::Symbol => {
                lexicon.vocabulary.entry(text.slice(token.span))
            }
        };
        let symbol = token.kind == TokenKind::Symbol && token.span.len() > 1;
        numbers |= entry.number != NumberWord::None || entry.is(Class::Vague) || symbol;
        entries.push(entry);
    }
    numbers
}

fn read(line: &Line<'_>, found: &mut Vec<Mention>) {
    let mut at = 0;
    let mut floor = 0;
    let mut last: Option<(usize, Before)> = None;
    while at < line.len() {
        if !may_begin(line, at) {
            at += 1;
            continue;
        }
        let place = Place::new(*line, at, floor);
        let mut best: Option<(&'static Rule, Outcome)> = None;
        for rule in RULES {
            if let Some(outcome) = (rule.matcher)(&place)
                && best
                    .as_ref()
                    .is_none_or(|(_, other)| outcome.end() > other.end())
            {
                best = Some((rule, outcome));
            }
        }
        match best {
            None => at += 1,
            Some((_, Outcome::Nothing(end))) => {
                at = end.max(at + 1);
                floor = at;
            }
            Some((rule, Outcome::Figures(figures))) => {
                for figure in figures {
                    let figure = with_hedge_of_other_unit(line, figure, at, last.as_ref());
                    let start = figure.start;
                    let (mention, end) = mention(line, rule, figure, floor);
                    if let Some(mut mention) = mention {
                        if let Some((_, before)) = &last {
                            as_before(line, start, &mut mention, before);
                        }
                        last = Some((end, Before::of(line, &mention, end)));
                        found.push(mention);
                    }
                    at = end.max(at + 1);
                    floor = at;
                }
            }
        }
    }
}

/// Whether a number can begin at this token.
pub(super) fn may_begin(line: &Line<'_>, at: usize) -> bool {
    let entry = line.entry(at);
    match line.kind(at) {
        Some(TokenKind::Digits) => true,
        Some(TokenKind::Word) => {
            entry.number != NumberWord::None
                || entry.is(Class::Vague)
                || entry.is(Class::Negative)
                || (entry.is(Class::Article)
                    && (line.entry(at + 1).number != NumberWord::None
                        || line.is(at + 1, Class::Vague)))
                || may_be_one_and_a_half(line, at)
        }
        Some(TokenKind::Punctuation) => {
            line.is_sign(at, &['-', '.', '–']) && line.is_digits(at + 1) && line.glued(at)
        }
        Some(TokenKind::Symbol) => {
            line.is_sign(at, &['+', '−']) && line.is_digits(at + 1) && line.glued(at)
                || !line.word(at).is_ascii() && super::number::part(line, at).is_some()
        }
        None => false,
    }
}

/// The mention of a figure with its hedge, sense and noun, and one past its last token.
pub(super) fn mention(
    line: &Line<'_>,
    rule: &Rule,
    figure: Figure,
    floor: usize,
) -> (Option<Mention>, usize) {
    let before = hedge::before(line, figure.start, floor)
        .or_else(|| hedge::before_amount(line, figure.start, floor, figure.kind))
        .filter(|_| figure.qualifier.is_none());
    let open = before.is_none_or(|(_, qualifier)| qualifier == Qualifier::About);
    let after = hedge::after(line, figure.end).filter(|_| open && figure.kind != Kind::Rank);
    let mut start = before.map_or(figure.start, |(start, _)| start);
    let mut end = after.map_or(figure.end, |(end, _)| end);
    let mut figure = figure;
    // "40-odd miles": the unit stands behind the hedge.
    if figure.unit.is_none()
        && figure.kind == Kind::Count
        && after.is_some()
        && let Some(unit) = measure::after(line, figure.start, end, false)
    {
        end = unit.end;
        figure.kind = unit.kind;
        figure.counts_at = None;
        figure.unit = Some(unit);
    }
    let mut qualifier = figure
        .qualifier
        .or(after.map(|(_, qualifier)| qualifier))
        .or(before.map(|(_, qualifier)| qualifier))
        .unwrap_or(Qualifier::Stated);
    let counted = figure.counts_at.and_then(|at| {
        counted_at(
            line,
            &figure,
            at.max(if figure.counts_at == Some(figure.end) {
                end
            } else {
                at
            }),
        )
    });
    // "11 fewer than last year", "the 40 forecast by the club": of what was named before.
    let counted = counted.filter(|counted| {
        let head = line
            .tokens
            .partition_point(|token| token.span.start() < counted.head.start());
        let foreseen = line.is(head, Class::Foreseen) && line.is(head + 1, Class::By);
        !line.is(head, Class::Fewer) && !foreseen
    });
    let is_bare = figure.kind == Kind::Count && counted.is_none() && figure.unit.is_none();
    // "The bill passes 52 to 48": a result has no bound.
    let is_result = line.is(end, Class::RangeJoiner) && line.is_digits(end + 1);
    if is_bare
        && !is_result
        && qualifier == Qualifier::Stated
        && let Some((first, bound)) = hedge::before_bare(line, figure.start, floor)
    {
        (start, qualifier) = (first, bound);
    }
    let amount = match figure.size {
        Size::Single(number) => Amount::Single { qualifier, number },
        Size::Range(low, high) => Amount::Range {
            qualifier,
            low,
            high,
        },
        Size::Vague(word, low, high) => Amount::Vague { word, low, high },
    };
    let people = counted
        .filter(|_| figure.kind == Kind::Count)
        .and_then(|counted| counted::unit_of(line, counted));
    let counted_words = counted.map(|counted| line.text.slice(counted.phrase).to_owned());
    let (unit, unit_text) = match figure.unit {
        Some(unit) => (Some(unit.code), Some(unit.words)),
        None => (people, counted_words.filter(|_| figure.kind == Kind::Count)),
    };
    let sense = sense::sense(line, start, end, figure.kind, figure.sign, unit.as_ref());
    let mut kind = figure.kind;
    let mut quantity = (unit, unit_text);
    let mut next = end;
    if let Some(rate) = rate::of(line, end, kind, counted, quantity.0.as_ref()) {
        kind = Kind::Rate;
        let own = quantity.1.as_deref().unwrap_or_default();
        let words = format!("{own} {}", line.words(rate.start, rate.end));
        quantity = (Some(rate.unit), Some(words.trim().to_owned()));
        next = rate.end;
        // Beside the number it is its unit; behind a noun it is not.
        if counted.is_none() {
            end = rate.end;
        }
    }
    let (unit, unit_text) = quantity;
    let mention = line.cover(start, end).map(|span| Mention {
        span,
        quantity: Quantity {
            amount,
            unit,
            unit_text,
        },
        kind,
        sense,
        counted,
        rule: rule.name,
    });
    (mention, next)
}

/// The noun phrase that a figure counts, from the token `at` on.
fn counted_at(line: &Line<'_>, figure: &Figure, at: usize) -> Option<Counted> {
    if let Some(casualty) = casualty(line, at) {
        return Some(casualty);
    }
    counted::phrase(line, at, figure.one).or_else(|| {
        let part = figure.kind == Kind::Share && line.is(at, Class::Of);
        let bare = part || !line.is(at, Class::Of) && line.is_word(at) && !figure.one;
        bare.then(|| counted::last_word(line, at)).flatten()
    })
}

/// "16 killed", "6 lightly hurt": people are counted and not named.
fn casualty(line: &Line<'_>, at: usize) -> Option<Counted> {
    let word = at + usize::from(line.is(at, Class::CasualtyAdverb));
    // "the 2.9 billion expected by analysts"
    let foreseen = line.is(word, Class::Foreseen) && line.is(word + 1, Class::By);
    if !line.is(word, Class::Casualty) || foreseen {
        return None;
    }
    let noun = line.is_word(word + 1) && counted::is_plural(line, word + 1);
    (!noun).then(|| {
        let phrase = line.cover(at, word + 1)?;
        Some(Counted {
            phrase,
            head: line.token(word)?.span,
        })
    })?
}
