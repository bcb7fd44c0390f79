//! Who has or does what a figure counts or measures: the subject of the verb, where that is not what is measured itself.

use std::ops::Range;

use super::super::super::clause;
use super::super::super::figure::Figure;
use super::super::bounds::{after_aside, is_source, opening};
use crate::lexicon::words::Class;
use crate::quantity::Kind;
use crate::syntax::{Shape, Syntax};

/// "Brightwater, which has 900 workers": the subject of a verb of having.
pub(super) fn having(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    if concept.start < figure.tokens.start {
        return None;
    }
    let mut verb = opening(syntax, figure).checked_sub(1)?;
    while verb > figure.sentence.start && syntax.is(verb, Class::Adverb) {
        verb -= 1;
    }
    if verb <= figure.sentence.start || !syntax.is(verb, Class::Having) {
        return None;
    }
    clause::doer(syntax, figure.tokens.start, &figure.sentence)
        .filter(|subject| !is_source(figure, subject))
}

/// "The agency imposed a 25% duty on steel", "the mill hired 40 welders", "the firm cut its costs by 5%": who does it.
pub(super) fn doing(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    let personal = matches!(figure.mention.kind, Kind::Age | Kind::Rank | Kind::Duration);
    if personal || is_subject(syntax, figure, concept) {
        return None;
    }
    let of_figure = clause::doer(syntax, figure.tokens.start, &figure.sentence)?;
    // "Brent crude rose 2%": what is measured is the subject itself.
    if of_figure.start < concept.end && of_figure.end > concept.start {
        return None;
    }
    // "a day for ports like Halden Docks up 7%"
    if concept.end < figure.tokens.start
        && syntax.is(concept.end, Class::Movement)
        && syntax.is(concept.end, Class::Preposition)
        && !syntax.is(concept.end + 1, Class::Extent)
    {
        return None;
    }
    if of_another(syntax, figure, concept) {
        return None;
    }
    let first = concept.start.min(figure.tokens.start);
    let subject = clause::doer(syntax, first, &figure.sentence)?;
    let between = subject.end..first;
    let parted = between.clone().any(|t| {
        matches!(
            syntax.shape(t),
            Some(Shape::Colon | Shape::Semicolon | Shape::QuoteOpen)
        )
    });
    let apart = parted || befalls(syntax, figure, concept, &subject);
    // "employs 2,400 people in nine countries": the countries are nobody's.
    let beside = figure.mention.kind == Kind::Count
        && figure.floor > subject.end
        && (figure.floor..opening(syntax, figure)).any(|t| syntax.is(t, Class::Preposition))
        && !opening(syntax, figure)
            .checked_sub(1)
            .is_some_and(|t| syntax.is(t, Class::Extent));
    (!apart && !beside && !is_source(figure, &subject)).then_some(subject)
}

/// Whether a participle stands between subject and figure that tells of another: "with tourists **making** up 30% of
/// sales", "adding €10 **to** the price".
fn of_another(syntax: &Syntax<'_>, figure: &Figure<'_>, concept: &Range<usize>) -> bool {
    let lead = opening(syntax, figure).min(concept.start);
    let preposition = usize::from(lead > 0 && syntax.is(lead - 1, Class::Preposition));
    let Some(participle) = (lead - preposition).checked_sub(1) else {
        return false;
    };
    syntax.shape(participle) == Some(Shape::Word)
        && syntax.word(participle).ends_with("ing")
        && participle > figure.sentence.start
        && (syntax.is_nounish(participle - 1)
            || syntax.is(after_aside(syntax, figure), Class::Affected))
}

/// Whether the figure's own noun is the subject of a verb: "the mayor said **40 clinics** have closed".
fn is_subject(syntax: &Syntax<'_>, figure: &Figure<'_>, concept: &Range<usize>) -> bool {
    let before = opening(syntax, figure).checked_sub(1);
    let object = before.is_some_and(|verb| {
        verb >= figure.sentence.start
            && !syntax.is(verb, Class::Cue)
            && clause::is_finite(syntax, verb, figure.sentence.start)
    });
    if concept.end <= figure.tokens.start {
        return false;
    }
    let sentence = &figure.sentence;
    let finite = |from: usize| {
        let verb = (from..sentence.end).find(|t| !syntax.is(*t, Class::Adverb));
        verb.is_some_and(|verb| {
            // "since the strike began 14 ships have left"
            let helped = syntax.tokens[verb]
                .classes
                .has_any(&[Class::Auxiliary, Class::Modal]);
            (helped || !object)
                && !syntax.is(verb, Class::Preposition)
                && clause::is_finite(syntax, verb, sentence.start)
        })
    };
    let next = concept.end.max(figure.tokens.end);
    finite(next)
        || syntax.reads(next, "of")
            && syntax
                .noun_phrase_after(next + 1, sentence.end)
                .is_some_and(|phrase| finite(phrase.end))
}

/// "The blast killed 20 people", "the storm damaged 300 houses", "observers counted 40 boats": what is counted is not
/// that of the subject.
fn befalls(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
    subject: &Range<usize>,
) -> bool {
    let kind = figure.mention.kind;
    if !matches!(kind, Kind::Count | Kind::Measure) {
        return false;
    }
    let end = concept.end.max(figure.tokens.end) + 3;
    let harmed = (subject.end..end.min(figure.sentence.end)).any(|t| {
        syntax.tokens[t]
            .classes
            .has_any(&[Class::Harm, Class::Befalls])
    });
    let counted = (subject.end..concept.start.min(figure.tokens.start)).any(|t| {
        syntax.is(t, Class::Puts)
            || syntax.is(t, Class::Counting) && !syntax.is(t - 1, Class::Auxiliary)
    });
    // "police freed 20 hostages"
    let persons = figure
        .mention
        .quantity
        .unit
        .as_ref()
        .is_some_and(|unit| unit.0 == "person")
        && subject
            .end
            .checked_sub(1)
            .is_some_and(|head| syntax.is(head, Class::People) || syntax.is(head, Class::Official));
    harmed || counted || persons
}

/// "Norpump said it would cut 300 jobs", "Norpump announced plans to cut 300 jobs": who says what they do themselves.
pub(super) fn said_of_oneself(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    let (source, cue_end) = figure.said.as_ref()?;
    let first = concept.start.min(figure.tokens.start);
    let that = usize::from(syntax.is(*cue_end, Class::That));
    // "The inquest heard that she had taken": not the inquest.
    let person = syntax.is(*cue_end + that, Class::Person)
        && source.clone().any(|t| {
            syntax.tokens[t]
                .classes
                .has_any(&[Class::Forum, Class::Document, Class::Poll])
        });
    let oneself = syntax.is(*cue_end + that, Class::Third) && !person;
    let planned = (*cue_end..first)
        .any(|t| clause::governs(syntax, t, *cue_end) && !syntax.is(t - 1, Class::Modal));
    let finite = (*cue_end..first).any(|t| clause::is_finite(syntax, t, *cue_end));
    let apart = is_subject(syntax, figure, concept)
        || befalls(syntax, figure, concept, &(*cue_end..*cue_end));
    // "Norpump reported revenue of $3bn"
    let disclosed = figure.mention.kind != Kind::Count
        && !(*cue_end..figure.tokens.start).any(|t| clause::is_finite(syntax, t, *cue_end))
        && cue_end
            .checked_sub(1)
            .is_some_and(|cue| syntax.is(cue, Class::Discloses));
    ((oneself || (planned || disclosed) && !finite) && !apart && first >= *cue_end)
        .then(|| source.clone())
}
