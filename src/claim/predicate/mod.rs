//! What is said of what is counted or measured: the predicate.

mod verb;
mod whole;

use std::ops::Range;

use verb::{verb_like, verb_phrase_end};
use whole::{describes, is_part, is_whole};

use super::clause;
use super::figure::Figure;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Most tokens of an aside between a noun and its verb.
const LONGEST_ASIDE: usize = 16;

/// What is said of what is counted: "have crossed into Kazakhstan", "were killed", "wounded".
pub(super) fn predicate(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: Option<&Range<usize>>,
    stop: &[Range<usize>],
) -> Option<Range<usize>> {
    let Figure {
        tokens, sentence, ..
    } = figure;
    if is_whole(syntax, figure) {
        return None;
    }
    // "who stole £3m was jailed", "spent £3m on urgent works": the verb whose object the figure is.
    // "and", "in" and the like may be letters written onto the figure: what is before them has another object.
    let led = syntax.tokens[tokens.start].span.start() < figure.mention.span.start();
    let acting = before(syntax, figure, stop).filter(|_| !led);
    if acting
        .as_ref()
        .is_some_and(|verb| acts(syntax, figure, verb))
    {
        return acting;
    }
    // In Hebrew the next figure may stand in the word of its "and".
    let ceiling = |verb: usize| {
        let next = figure.siblings.iter().map(|other| other.start);
        next.filter(|next| *next > verb)
            .min()
            .unwrap_or(sentence.end)
    };
    let mut start = concept
        .filter(|concept| concept.start >= tokens.start)
        .map_or(tokens.end, |concept| concept.end.max(tokens.end));
    start = after_aside(syntax, figure, start).unwrap_or(start);
    // "20% of the remaining residents in the city voted"
    while start < sentence.end
        && syntax.is(start, Class::Preposition)
        && !syntax.is(start, Class::Temporal)
    {
        match syntax.noun_phrase_after(start + 1, sentence.end) {
            Some(phrase) if phrase.end > start + 1 => start = phrase.end,
            _ => break,
        }
    }
    let noun_end = start;
    while start < sentence.end
        && (syntax.is(start, Class::Adverb)
            || syntax.word(start).ends_with("ly") && syntax.is(start + 1, Class::Harm)
            || syntax.reads(start, "who")
            || syntax.reads(start, "that"))
    {
        start += 1;
    }
    if start == noun_end && is_part(syntax, figure) && describes(syntax, start) {
        // "six of the 20 people hurt **have died**", "shot down 41 of 53 drones launched": the participle is of the whole.
        let behind = (start + 1..ceiling(start))
            .take_while(|t| !syntax.is_clause_mark(*t) && !syntax.is(*t, Class::Coordinator))
            .find(|t| syntax.is(*t, Class::Auxiliary) || syntax.is(*t, Class::Modal));
        if let Some(main) = behind {
            let end = verb_phrase_end(syntax, main, ceiling(main), stop);
            return (end > main).then_some(main..end);
        }
        // In a headline it is all that is said.
        if (sentence.start..tokens.start).any(|t| clause::is_finite(syntax, t, sentence.start)) {
            return acting;
        }
    }
    if start < sentence.end && verb_like(syntax, start) {
        let end = verb_phrase_end(syntax, start, ceiling(start), stop);
        // "20% of the residents who are left took part": who is left are the residents, who took part are the 20%.
        let of_others = syntax.reads(tokens.end, "of") && start > noun_end;
        if of_others && end > start && end < sentence.end && syntax.is(end, Class::Finite) {
            let main = end;
            let end = verb_phrase_end(syntax, main, ceiling(main), stop);
            return (end > main).then_some(main..end);
        }
        return (end > start).then_some(start..end);
    }
    acting.or_else(|| concept.and_then(|concept| changing(syntax, figure, concept)))
}

/// Whether the verb before the figure has it as its object: finite, of one clause with it, and no mere "has".
fn acts(syntax: &Syntax<'_>, figure: &Figure<'_>, verb: &Range<usize>) -> bool {
    let last = verb.end - 1;
    let floor = figure.sentence.start;
    let token = &syntax.tokens[last];
    // "Since the strike began 14 ships have left"
    let relative = verb
        .start
        .checked_sub(1)
        .is_some_and(|t| syntax.is(t, Class::Relative));
    let clause = (figure.floor..verb.start)
        .any(|t| syntax.is(t, Class::Subordinator) || syntax.is(t, Class::Temporal));
    let led = (verb.end..figure.tokens.start)
        .any(|t| syntax.is(t, Class::Preposition) && !syntax.is(t, Class::Approximator));
    verb.end + 3 > figure.tokens.start
        && !led
        && token.shape == Shape::Word
        && !token.classes.has_any(&[
            Class::Auxiliary,
            Class::Modal,
            Class::Movement,
            Class::Cue,
            Class::CueBare,
            Class::Thinks,
        ])
        && (relative || !clause)
        && last > floor
        && clause::is_finite(syntax, last, floor)
}

/// "Five nurses, two of them on leave, **were** dismissed": the verb after an aside that begins at `at`.
fn after_aside(syntax: &Syntax<'_>, figure: &Figure<'_>, at: usize) -> Option<usize> {
    let open = syntax.shape(at)?;
    let mark = match open {
        Shape::Comma | Shape::Dash => open,
        Shape::Open => Shape::Close,
        _ => return None,
    };
    let first = syntax.tokens.get(at + 1)?;
    let aside = open != Shape::Comma
        || first.shape == Shape::Number
        || first.classes.has_any(&[
            Class::NumberWord,
            Class::Determiner,
            Class::Relative,
            Class::Preposition,
            Class::Half,
        ])
        || syntax.word(at + 1).ends_with("ing");
    let close = (at + 1..figure.sentence.end.min(at + LONGEST_ASIDE))
        .find(|t| syntax.shape(*t) == Some(mark))?;
    let mut verb = close + 1;
    while syntax.is(verb, Class::Adverb) {
        verb += 1;
    }
    let goes_on = verb < figure.sentence.end
        && syntax.tokens[verb].shape == Shape::Word
        && clause::is_finite(syntax, verb, close)
        && !syntax.is(verb, Class::Compared)
        && (!syntax.is(verb, Class::Cue) || syntax.is(verb, Class::Finite));
    (aside && goes_on).then_some(verb)
}

/// "cut emissions by 18%": the verb before what it changes.
fn changing(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    if concept.end > figure.tokens.start || concept.start < figure.sentence.start {
        return None;
    }
    let mut verb = concept.start.checked_sub(1)?;
    if syntax.is(verb, Class::Determiner) || syntax.is(verb, Class::Possessive) {
        verb = verb.checked_sub(1)?;
    }
    let preposition = figure
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|t| syntax.is(t, Class::Preposition));
    let acts = preposition
        && verb >= figure.sentence.start
        && syntax.shape(verb) == Some(Shape::Word)
        && !syntax.is(verb, Class::Cue)
        && !syntax.is(verb, Class::Thinks)
        && !syntax.is(verb, Class::Auxiliary)
        && (clause::is_finite(syntax, verb, figure.sentence.start)
            || clause::governs(syntax, verb, figure.sentence.start));
    acts.then_some(verb..verb + 1)
}

/// "wounding 2 officers", "killed at least 5": the verb just before.
fn before(syntax: &Syntax<'_>, figure: &Figure<'_>, stop: &[Range<usize>]) -> Option<Range<usize>> {
    let floor = figure.sentence.start;
    let mut last = striking(syntax, figure.tokens.start, floor)
        .checked_sub(1)
        .filter(|last| *last >= floor)?;
    // "gave us 40 blankets", "held “about 4,000 bottles”"
    let object = syntax.is(last, Class::Pronoun) && !syntax.is_nounish(last);
    if last > floor && (object || syntax.shape(last) == Some(Shape::QuoteOpen)) {
        last -= 1;
    }
    // "has risen to 14", "fell by 3 points"
    if last > floor
        && syntax.is(last, Class::Preposition)
        && !syntax.is(last, Class::Linking)
        && (syntax.is(last - 1, Class::Movement)
            || clause::is_finite(syntax, last - 1, floor)
            || clause::governs(syntax, last - 1, floor)
            || syntax.word(last - 1).ends_with("ed") && follows_auxiliary(syntax, last - 1, floor))
    {
        last -= 1;
    }
    let token = syntax.tokens.get(last)?;
    // "left rates unchanged at 5%"
    if token.is(Class::Steady) || token.is(Class::Citing) {
        return None;
    }
    // "up from 33": no verb.
    let particle = token.is(Class::Movement) && token.is(Class::Preposition);
    if particle && last > floor && goes(syntax, last - 1, floor) {
        return Some(group(syntax, last - 1, floor)..last + 1);
    }
    if particle && last + 1 < figure.tokens.start && !follows_auxiliary(syntax, last, floor) {
        return None;
    }
    let word = syntax.word(last);
    let verb = token.shape == Shape::Word
        && (word.ends_with("ed") || word.ends_with("ing"))
        && !token.is(Class::Preposition)
        || token.is(Class::Finite)
        || token.is(Class::Harm)
        || token.is(Class::Movement)
        || clause::is_finite(syntax, last, floor) && !token.is(Class::Auxiliary)
        || clause::governs(syntax, last, floor)
        || present(syntax, figure, last);
    let says = token.is(Class::Cue) && !token.is(Class::Movement);
    if !verb
        || says
            && (stop.iter().any(|cue| cue.contains(&last))
                || !follows_auxiliary(syntax, last, floor))
    {
        return None;
    }
    Some(group(syntax, last, floor)..last + 1)
}

/// Where the group of the verb at `verb` begins: its auxiliaries, and adverbs among them.
fn group(syntax: &Syntax<'_>, verb: usize, floor: usize) -> usize {
    let mut start = verb;
    while start > floor
        && syntax.tokens[start - 1].classes.has_any(&[
            Class::Auxiliary,
            Class::Modal,
            Class::Adverb,
        ])
    {
        start -= 1;
    }
    while start < verb && syntax.is(start, Class::Adverb) {
        start += 1;
    }
    start
}

/// "**gone** up by 60%": a verb before its particle.
fn goes(syntax: &Syntax<'_>, at: usize, floor: usize) -> bool {
    let token = &syntax.tokens[at];
    token.shape == Shape::Word
        && !token.classes.has_any(&[Class::Auxiliary, Class::Modal])
        && (token.classes.has_any(&[Class::Finite, Class::Participle])
            || clause::is_finite(syntax, at, floor)
            || clause::governs(syntax, at, floor)
            || syntax.word(at).ends_with("ed") && follows_auxiliary(syntax, at, floor))
}

/// "a **whopping** £1.2m", "to **record** $57bn": where the words before a figure begin that tell how it strikes.
fn striking(syntax: &Syntax<'_>, start: usize, floor: usize) -> usize {
    let mut at = start;
    while at > floor && syntax.is(at - 1, Class::Striking) {
        at -= 1;
    }
    if at < start && at > floor && syntax.is(at - 1, Class::Determiner) {
        at -= 1;
    }
    at
}

/// "had admitted 90 patients": a verb of saying that says nothing here.
fn follows_auxiliary(syntax: &Syntax<'_>, at: usize, floor: usize) -> bool {
    at > floor && syntax.is(at - 1, Class::Auxiliary)
}

/// "who owns the mill, hires 14 people": a verb in the present before the noun that is counted.
fn present(syntax: &Syntax<'_>, figure: &Figure<'_>, at: usize) -> bool {
    let word = syntax.word(at);
    let subject = at.checked_sub(1).is_some_and(|before| {
        before >= figure.sentence.start
            && (syntax.shape(before) == Some(Shape::Comma)
                || syntax.is(before, Class::Pronoun)
                || syntax.is(before, Class::Relative)
                || syntax.is_nounish(before) && !syntax.word(before).ends_with('s'))
    });
    figure.mention.counted.is_some()
        && syntax.shape(at) == Some(Shape::Word)
        && syntax.is_nounish(at)
        && word.ends_with('s')
        && !word.ends_with("ss")
        && subject
}

/// What befell those whom a noun phrase counts and does not name otherwise: "injured" of "the injured" and of "number
/// of injured".
pub(super) fn befell(syntax: &Syntax<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let of = range.clone().find(|t| syntax.reads(*t, "of"));
    let counted = of.filter(|of| (range.start..*of).all(|t| syntax.is(t, Class::Generic)));
    let harm = counted.map_or(range.clone(), |of| {
        clause::without_determiner(syntax, of + 1..range.end)
    });
    let plain = harm.clone().all(|t| !syntax.word(t).ends_with('s'));
    (!harm.is_empty() && is_harm(syntax, &harm) && plain).then_some(harm)
}

/// Whether a noun phrase is nothing but harm: "dead", "injured".
pub(super) fn is_harm(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    range
        .clone()
        .all(|t| syntax.is(t, Class::Harm) || syntax.is(t, Class::Adverb))
}
