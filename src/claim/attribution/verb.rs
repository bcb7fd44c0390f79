//! Verbs of saying: "X said that …", "…, X said", "…, said X", "X, …, told reporters …".

use std::ops::Range;

use super::{Found, Means, floor, is_over, subject};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

pub(super) fn find(syntax: &Syntax<'_>, sentence: &Range<usize>, all: &mut Vec<Found>) {
    let first = all.len();
    for at in sentence.clone() {
        let Some(token) = syntax.tokens.get(at) else {
            break;
        };
        if !token.classes.has_any(&[
            Class::Cue,
            Class::CueBare,
            Class::CueIng,
            Class::CueParticiple,
        ]) {
            continue;
        }
        // A noun in a name or headline: "The Washington Post".
        if token.is(Class::CueNoun) && token.is_capital() && at > sentence.start {
            continue;
        }
        if token.is(Class::Phrasal) && !syntax.is(at + 1, Class::Particle) {
            continue;
        }
        let earlier = all
            .get(first..)
            .and_then(<[Found]>::last)
            .map(|found| found.source.clone());
        if let Some(found) = read(syntax, sentence, at, earlier) {
            all.push(found);
        }
    }
}

/// Reads the cue at `at`; `earlier` is the source of the attribution before it in the sentence.
fn read(
    syntax: &Syntax<'_>,
    sentence: &Range<usize>,
    at: usize,
    earlier: Option<Range<usize>>,
) -> Option<Found> {
    let token = syntax.tokens.get(at)?;
    let limits = match syntax.quotation_of(at).map(|q| syntax.quotations[q]) {
        Some(q) => sentence.start.max(q.first)..sentence.end.min(q.end),
        None => sentence.clone(),
    };
    let floor = floor(syntax, &limits, at);
    let (verb, auxiliary) = verb_group(syntax, at, floor);
    let subject = match auxiliary {
        Some(Auxiliary::Infinitive) if says_after_all(syntax, at) => {
            earlier.or_else(|| subject::main(syntax, &limits, verb))?
        }
        Some(Auxiliary::Perfect) => left(syntax, verb, floor, earlier, &limits)?,
        Some(Auxiliary::Modal) if token.is(Class::CueBare) => {
            left(syntax, verb, floor, earlier, &limits)?
        }
        None if token.is(Class::CueIng) => {
            if !ing_can_attribute(syntax, at, floor) {
                return None;
            }
            earlier.or_else(|| subject::main(syntax, &limits, at))?
        }
        None if token.is(Class::Cue) || token.is(Class::CueBare) => {
            if at > floor
                && (matches!(syntax.word(at - 1), "the" | "The" | "a" | "A" | "an" | "An")
                    || syntax.is(at - 1, Class::Possessive)
                    || syntax.shape(at - 1) == Some(Shape::Genitive))
            {
                return None;
            }
            if token.is(Class::CueNoun) && !reads_as_verb(syntax, at, floor) {
                return None;
            }
            let boundary = verb == limits.start
                || matches!(
                    syntax.shape(verb - 1),
                    Some(Shape::Comma | Shape::QuoteClose | Shape::Dash | Shape::Exclamation)
                );
            let quoted = verb > limits.start
                && (syntax.shape(verb - 1) == Some(Shape::QuoteClose)
                    || verb > limits.start + 1
                        && syntax.shape(verb - 2) == Some(Shape::QuoteClose));
            let inverted = token.is(Class::Inverts)
                && boundary
                && (begins_phrase(syntax, at + 1, limits.end)
                    || quoted && syntax.is_nounish(at + 1));
            if inverted
                && let Some(source) = subject::after(syntax, at + 1, limits.end)
                && stands_inverted(syntax, &limits, verb, &source)
            {
                return Some(inverted_found(syntax, &limits, at, source));
            }
            if token.is(Class::CueBare)
                && !token.is(Class::Cue)
                && !plural_before(syntax, verb, floor)
            {
                return None;
            }
            left(syntax, verb, floor, earlier, &limits)?
        }
        Some(Auxiliary::Passive | Auxiliary::Infinitive | Auxiliary::Modal) | None => return None,
    };
    let content = content(syntax, &limits, at, verb, &subject)?;
    Some(Found {
        means: Means::Verb,
        source: trimmed(syntax, subject),
        cue: verb..at + 1,
        content,
    })
}

/// "went on to say that", "quick to point out that": an infinitive that is said after all.
fn says_after_all(syntax: &Syntax<'_>, at: usize) -> bool {
    let after = at + 1 + usize::from(syntax.is(at, Class::Phrasal));
    syntax.reads(after, "that")
        || matches!(syntax.shape(after), Some(Shape::Colon | Shape::QuoteOpen))
            && syntax.is(at, Class::CueBare)
}

enum Auxiliary {
    Perfect,
    Modal,
    Passive,
    Infinitive,
}

/// Where the verb group of the cue at `at` begins, and its auxiliary.
fn verb_group(syntax: &Syntax<'_>, at: usize, floor: usize) -> (usize, Option<Auxiliary>) {
    let mut start = subject::skip_adverbs(syntax, at, floor);
    let mut kind = None;
    while start > floor {
        let before = start - 1;
        if syntax.is(before, Class::Auxiliary) {
            let word = syntax.word(before).to_ascii_lowercase();
            kind = Some(match word.as_str() {
                "has" | "have" | "had" | "having" => Auxiliary::Perfect,
                "do" | "does" | "did" => Auxiliary::Modal,
                _ if syntax.is(at, Class::CueIng) && !syntax.is(at, Class::Weak) => {
                    Auxiliary::Perfect
                }
                _ => Auxiliary::Passive,
            });
        } else if syntax.is(before, Class::Modal) {
            kind = Some(Auxiliary::Modal);
        } else if syntax.reads(before, "to") && kind.is_none() {
            return (before, Some(Auxiliary::Infinitive));
        } else {
            break;
        }
        if matches!(kind, Some(Auxiliary::Passive)) {
            return (before, kind);
        }
        start = subject::skip_adverbs(syntax, before, floor);
    }
    (start, kind)
}

/// The subject to the left of the verb group at `verb`.
fn left(
    syntax: &Syntax<'_>,
    verb: usize,
    floor: usize,
    earlier: Option<Range<usize>>,
    limits: &Range<usize>,
) -> Option<Range<usize>> {
    if verb > floor {
        let before = verb - 1;
        if syntax.is(before, Class::Coordinator) || syntax.is(before, Class::Subordinator) {
            return earlier.or_else(|| subject::main(syntax, limits, before));
        }
        if (syntax.reads(before, "that") || syntax.reads(before, "which")) && before > floor {
            let comma = usize::from(syntax.shape(before - 1) == Some(Shape::Comma));
            return syntax.noun_phrase_before(before - comma, floor);
        }
    }
    let found = subject::before(syntax, verb, floor)?;
    let head = syntax.head(&found);
    // A phrase of time or place alone is no source.
    (!syntax.is(head, Class::Weekday) && !syntax.is(head, Class::Month)).then_some(found)
}

/// Whether a plural or "I", "you", "they" stands before a bare verb: "experts say".
fn plural_before(syntax: &Syntax<'_>, verb: usize, floor: usize) -> bool {
    if verb <= floor {
        return false;
    }
    let before = verb - 1;
    let head = syntax
        .noun_phrase_before(verb, floor)
        .map_or(before, |phrase| syntax.head(&phrase));
    syntax.is(before, Class::Pronoun)
        || syntax.word(head).ends_with('s') && !syntax.word(head).ends_with("ss")
        || syntax.is(before, Class::Relative)
        || syntax.word(before).ends_with('s') && !syntax.word(before).ends_with("ss")
        || syntax.is(before, Class::People)
        || syntax.reads(before, "data")
        || matches!(syntax.shape(before), Some(Shape::Comma | Shape::Close))
        || syntax.tokens[before].is_capital()
        || syntax.is(before, Class::Official)
}

/// Whether a form that is also a noun stands as a verb here.
fn reads_as_verb(syntax: &Syntax<'_>, at: usize, floor: usize) -> bool {
    if at > floor
        && (syntax.is(at - 1, Class::Determiner) && !syntax.is(at - 1, Class::Relative)
            || syntax.is(at - 1, Class::Possessive)
            || syntax.is(at - 1, Class::Preposition)
            || syntax.is(at - 1, Class::Adjective)
            || syntax.shape(at - 1) == Some(Shape::Genitive)
            || syntax.shape(at - 1) == Some(Shape::Number)
            || syntax.is(at - 1, Class::NumberWord))
    {
        return false;
    }
    let past = !syntax.word(at).ends_with('s') && syntax.is(at, Class::Cue);
    let after_pronoun =
        at > floor && (syntax.is(at - 1, Class::Pronoun) || syntax.is(at - 1, Class::Relative));
    let closes_sentence = matches!(
        syntax.shape(at + 1),
        Some(Shape::Stop | Shape::Comma | Shape::QuoteClose)
    );
    past || after_pronoun || closes_sentence || begins_complement(syntax, at + 1)
}

/// Whether what a verb of saying says can begin here.
fn begins_complement(syntax: &Syntax<'_>, at: usize) -> bool {
    let Some(token) = syntax.tokens.get(at) else {
        return false;
    };
    matches!(token.shape, Shape::Colon | Shape::QuoteOpen | Shape::Number)
        || token.is_capital()
        || token.classes.has_any(&[
            Class::Determiner,
            Class::Pronoun,
            Class::Possessive,
            Class::Relative,
            Class::Adverb,
        ])
        || token.is(Class::Approximator)
            && (at + 1..at + 4)
                .any(|t| syntax.shape(t) == Some(Shape::Number) || syntax.is(t, Class::NumberWord))
        || token.is_word()
            && !token.classes.has_any(&[
                Class::Preposition,
                Class::Auxiliary,
                Class::Finite,
                Class::Cue,
                Class::Modal,
                Class::Coordinator,
            ])
}

/// "…, adding that", "…, saying 5 people": after a comma or a noun, with something said.
fn ing_can_attribute(syntax: &Syntax<'_>, at: usize, floor: usize) -> bool {
    let aside = syntax.reads(at, "saying") && syntax.shape(at + 1) == Some(Shape::Comma);
    if at <= floor || !aside && !begins_complement(syntax, at + 1) {
        return false;
    }
    let comma = matches!(syntax.shape(at - 1), Some(Shape::Comma | Shape::Dash))
        || syntax.is(at - 1, Class::Coordinator)
        || syntax.is(at - 1, Class::Adverb) && at - 1 > floor;
    comma || syntax.reads(at, "saying")
}

fn begins_phrase(syntax: &Syntax<'_>, at: usize, end: usize) -> bool {
    at < end
        && syntax.tokens.get(at).is_some_and(|token| {
            token.is_capital() && !token.is(Class::Weekday) && !token.is(Class::Month)
                || token.is(Class::Determiner) && !token.is(Class::Relative)
                || token.is(Class::Pronoun)
                || token.is(Class::Possessive)
                || token.shape == Shape::Word
                    && (token.classes.has_any(&[
                        Class::Official,
                        Class::Office,
                        Class::Anonymous,
                        Class::Organisation,
                        Class::Title,
                        Class::Media,
                        Class::Document,
                        Class::Adjective,
                    ]))
        })
}

/// Whether `source` after the verb is its subject ("…, said Smith.") and not the beginning of what is said
/// ("Weiss, the mayor, said Smith had …").
fn stands_inverted(
    syntax: &Syntax<'_>,
    limits: &Range<usize>,
    verb: usize,
    source: &Range<usize>,
) -> bool {
    let mut before = verb;
    while before > limits.start && syntax.shape(before - 1) == Some(Shape::Comma) {
        before -= 1;
    }
    if before > limits.start
        && matches!(
            syntax.shape(before - 1),
            Some(Shape::QuoteClose | Shape::Exclamation)
        )
    {
        return true;
    }
    if syntax.is(source.start, Class::Pronoun) {
        return verb == limits.start;
    }
    let head = syntax.head(source);
    !syntax.is(head, Class::TimeNoun)
        && !syntax.is(head, Class::Weekday)
        && !is_verb(syntax, source.end)
}

/// Whether a finite verb can stand here.
pub(super) fn is_verb(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.tokens.get(at).is_some_and(|token| {
        token
            .classes
            .has_any(&[Class::Auxiliary, Class::Modal, Class::Finite])
            || token.is(Class::Cue) && !token.is(Class::CueNoun)
            || token.shape == Shape::Word && syntax.word(at).ends_with("ed")
    })
}

/// Whether a clause begins here: a noun phrase and its finite verb.
fn clause_follows(syntax: &Syntax<'_>, at: usize, end: usize) -> bool {
    syntax.noun_phrase_after(at, end).is_some_and(|subject| {
        let mut verb = subject.end;
        while syntax.is(verb, Class::Adverb) && verb < end {
            verb += 1;
        }
        verb < end && is_verb(syntax, verb)
    })
}

fn inverted_found(
    syntax: &Syntax<'_>,
    limits: &Range<usize>,
    at: usize,
    source: Range<usize>,
) -> Found {
    let mut content = Vec::new();
    if limits.start < at {
        content.push(limits.start..at);
    }
    let rest = source.end;
    let goes_on = matches!(
        syntax.shape(rest),
        Some(Shape::Comma | Shape::Colon | Shape::Dash | Shape::Semicolon)
    ) && !participle_follows(syntax, rest + 1)
        || (rest..limits.end).any(|t| opens_quotation(syntax, t));
    if goes_on && rest < limits.end {
        content.push(rest..limits.end);
    }
    Found {
        means: Means::Verb,
        source,
        cue: at..at + 1,
        content,
    }
}

/// "…, pointing at a map": what the speaker does, not what is said.
fn participle_follows(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) == Some(Shape::Word)
        && (syntax.word(at).ends_with("ing") || syntax.word(at).ends_with("ed"))
        || syntax.is(at, Class::Relative)
        || syntax.is(at, Class::Subordinator) && !syntax.reads(at, "but")
        || ["as", "after", "before"]
            .iter()
            .any(|word| syntax.reads(at, word))
}

/// Whether a quotation of more than a few words opens here.
fn opens_quotation(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) == Some(Shape::QuoteOpen)
        && syntax
            .quotation_of(at + 1)
            .is_some_and(|q| !syntax.quotations[q].is_scare(&syntax.tokens))
}

/// Whether a quotation of more than a few words closes here.
fn closes_quotation(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) == Some(Shape::QuoteClose)
        && at
            .checked_sub(1)
            .and_then(|last| syntax.quotation_of(last))
            .is_some_and(|q| !syntax.quotations[q].is_scare(&syntax.tokens))
}

/// What is said; `None` where the cue turns out to attribute nothing.
fn content(
    syntax: &Syntax<'_>,
    limits: &Range<usize>,
    at: usize,
    verb: usize,
    subject: &Range<usize>,
) -> Option<Vec<Range<usize>>> {
    let mut after = at + 1;
    if syntax.is(at, Class::Tells) {
        after = syntax.noun_phrase_after(after, limits.end)?.end;
    }
    let start = if subject.end <= verb {
        subject.start
    } else {
        verb
    };
    let lead = start
        .checked_sub(1)
        .filter(|lead| *lead >= limits.start && *lead > limits.start);
    let quoted_before = lead.is_some_and(|lead| closes_quotation(syntax, lead));
    let before = lead
        .filter(|lead| {
            matches!(
                syntax.shape(*lead),
                Some(Shape::Comma | Shape::QuoteClose | Shape::Dash | Shape::Exclamation)
            )
        })
        .map(|_| limits.start..start);
    let rest = past_adjuncts(syntax, after, limits.end);
    let over = is_over(syntax, limits, rest);
    let aside = matches!(
        syntax.shape(rest),
        Some(Shape::Comma | Shape::Dash | Shape::Semicolon)
    );
    let complement = limits.end;
    if over {
        return Some(before.into_iter().collect());
    }
    if quoted_before {
        let more = aside && !participle_follows(syntax, rest + 1)
            || syntax.reads(rest, "that")
            || syntax.shape(rest) == Some(Shape::Colon);
        let mut parts: Vec<Range<usize>> = before.into_iter().collect();
        if more {
            parts.push(after..complement);
        } else if let Some(quotation) = (after..limits.end).find(|t| opens_quotation(syntax, *t)) {
            parts.push(quotation..complement);
        }
        return Some(parts);
    }
    let mut parts = Vec::new();
    let weak = syntax.is(at, Class::Weak) && verb < at;
    if aside && let Some(before) = before {
        if weak {
            return None;
        }
        parts.push(before);
    } else if syntax.is(at, Class::Weak) && !weak_holds(syntax, at, rest, limits, subject) {
        return None;
    }
    // "wrote to his 300 followers, “…”", "said in 2015 that …": what is said begins after the adjuncts.
    let marked = aside && syntax.shape(rest + 1) == Some(Shape::QuoteOpen)
        || matches!(syntax.shape(rest), Some(Shape::QuoteOpen | Shape::Colon))
        || syntax.reads(rest, "that");
    parts.push(if marked { rest } else { after }..complement);
    Some(parts)
}

/// Whether a weak cue is one here: "that", a quotation or a colon follows, or a document or poll is its subject.
fn weak_holds(
    syntax: &Syntax<'_>,
    at: usize,
    rest: usize,
    limits: &Range<usize>,
    subject: &Range<usize>,
) -> bool {
    let marked = |t: usize| {
        syntax.reads(t, "that")
            || syntax.reads(t, "how")
            || matches!(syntax.shape(t), Some(Shape::Colon | Shape::QuoteOpen))
    };
    marked(at + 1)
        || marked(rest)
        || !syntax.is(at, Class::CueNoun) && clause_follows(syntax, at + 1, limits.end)
        || (at + 1..limits.end.min(at + 12)).any(|t| syntax.shape(t) == Some(Shape::QuoteOpen))
        || subject.clone().any(|t| {
            syntax.tokens[t]
                .classes
                .has_any(&[Class::Document, Class::Poll, Class::Anonymous])
        })
        || limits.end <= at + 1
}

/// Past what follows a verb of saying without being said: "Tuesday", "in a statement", "to reporters".
fn past_adjuncts(syntax: &Syntax<'_>, mut at: usize, end: usize) -> usize {
    while at < end {
        // "said about 20% …" is said.
        let figure = syntax.shape(at + 1) == Some(Shape::Number)
            || syntax.shape(at + 1) == Some(Shape::Sign)
            || syntax.is(at + 1, Class::NumberWord);
        if syntax.is(at, Class::Approximator) && figure {
            break;
        }
        if syntax.is(at, Class::Adverb)
            || syntax.is(at, Class::Weekday)
            || syntax.reads(at, "that") && at + 1 >= end
        {
            at += 1;
        } else if syntax.is(at, Class::Preposition)
            || syntax.is(at, Class::Month)
            || syntax.reads(at, "last")
            || syntax.reads(at, "this")
        {
            let Some(phrase) = syntax.noun_phrase_after(at + 1, end) else {
                break;
            };
            at = phrase.end;
        } else {
            break;
        }
    }
    at
}

/// Without a leading comma or "and".
fn trimmed(syntax: &Syntax<'_>, mut source: Range<usize>) -> Range<usize> {
    while source.start + 1 < source.end
        && (matches!(syntax.shape(source.start), Some(Shape::Comma | Shape::Sign))
            || syntax.is(source.start, Class::Coordinator))
    {
        source.start += 1;
    }
    while source.end > source.start + 1
        && matches!(
            syntax.shape(source.end - 1),
            Some(Shape::Comma | Shape::Dash)
        )
    {
        source.end -= 1;
    }
    source
}
