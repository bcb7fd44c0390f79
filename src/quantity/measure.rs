//! The unit beside a number: after it, before it, and what it is a rate of.

use super::Kind;
use super::line::Line;
use crate::lexicon::units::{self, Form, Joint, Setting};
use crate::lexicon::{Class, UnitCode, Value};
use crate::text::TokenKind;

/// A unit as written.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    /// One past its last token, where it stands after the number.
    pub end: usize,
    pub code: UnitCode,
    /// As written: "euros a year".
    pub words: String,
    pub kind: Kind,
}

/// The unit that begins at the token `at`, after the number that begins at `start`.
pub(super) fn after(line: &Line<'_>, start: usize, at: usize, money: bool) -> Option<Measure> {
    let bracketed = line.is_sign(at, &['(', '[']) && !line.glued(at - 1);
    let hyphen = line.is_joint(at);
    // "One’s": no feet and no seconds.
    if at == 0 || (line.glued_before(at) && matches!(line.word(at), "’s" | "'s")) {
        return None;
    }
    if bracketed || line.is_sign(at, &['{', '<']) {
        return in_brackets(line, start, at, money);
    }
    let first = if hyphen { at + 1 } else { at };
    let joint = if hyphen {
        Joint::Hyphen
    } else if line.glued_before(first) {
        Joint::Glued
    } else {
        Joint::Space
    };
    let setting = Setting {
        before: line.before(start),
        joint,
        money,
    };
    let (bytes, form) = line.lexicon.units.read_after(line.from(first), &setting)?;
    if line.is_sign(first, &['"']) && closes_quote(line, first) {
        return None;
    }
    let end = before_full_stop(line, first, line.after_bytes(first, bytes));
    // "24703 L-202": a letter that goes on is a code.
    let letter = line.word(first).len() == 1 && line.is_word(first);
    if letter && line.is_hyphen(end) && line.is_digits(end + 1) {
        return None;
    }
    let one = Measure {
        end,
        code: code_of(form),
        words: words(line, first, end, form),
        kind: if form.age {
            Kind::Age
        } else {
            kind_of(&form.code)
        },
    };
    Some(rate(line, one))
}

/// Whether the straight quote at the token `at` ends what another began: no sign of inches.
fn closes_quote(line: &Line<'_>, at: usize) -> bool {
    /// A quote goes back so many tokens at most.
    const REACH: usize = 120;
    let quote = |before: &usize| line.is_sign(*before, &['"']);
    let last = (at.saturating_sub(REACH)..at).rev().find(quote);
    last.is_some_and(|last| line.glued(last) && (last == 0 || !line.glued_before(last)))
}

/// The unit at the token `at` by itself: "year" in "a year and a half".
pub(super) fn of(line: &Line<'_>, at: usize) -> Option<Measure> {
    let setting = Setting {
        before: line.before(at),
        joint: Joint::Space,
        money: false,
    };
    let (bytes, form) = line.lexicon.units.read_after(line.from(at), &setting)?;
    let end = line.after_bytes(at, bytes);
    Some(Measure {
        end,
        code: code_of(form),
        words: words(line, at, end, form),
        kind: kind_of(&form.code),
    })
}

/// The unit as written; a short form or sign of a measure is given by its name: "°C" as "degrees celsius".
fn words(line: &Line<'_>, first: usize, end: usize, form: &Form) -> String {
    let written = line.words(first, end);
    let money = matches!(kind_of(&form.code), Kind::Money | Kind::Share);
    let short = written
        .split(' ')
        .any(|word| word.chars().filter(|c| c.is_alphabetic()).count() < 3)
        || written
            .chars()
            .any(|c| !c.is_alphabetic() && !matches!(c, ' ' | '-'));
    // "18 R": one letter is no name of money.
    let letter = written.len() == 1 && form.times == Value::ONE && !form.code.counts();
    if letter
        && written.chars().all(char::is_alphabetic)
        && kind_of(&form.code) == Kind::Money
        && let Some(name) = line.lexicon.units.name(&form.code)
    {
        return name.to_owned();
    }
    let named = short
        || units::unit(&form.code).is_some_and(|unit| unit.dimension.to_string() == "temperature");
    let name = line
        .lexicon
        .units
        .name(&form.code)
        .filter(|_| named && !money && !form.age);
    name.unwrap_or(written).to_owned()
}

/// The stop that ends the sentence is no part of the unit: "for 3 min."
fn before_full_stop(line: &Line<'_>, first: usize, end: usize) -> usize {
    let stop = end == line.len() && end > first + 1 && line.is_sign(end - 1, &['.']);
    end - usize::from(stop)
}

/// "20 (kg)".
fn in_brackets(line: &Line<'_>, start: usize, at: usize, money: bool) -> Option<Measure> {
    let setting = Setting {
        before: line.before(start),
        joint: Joint::Space,
        money,
    };
    let (bytes, form) = line.lexicon.units.read_after(line.from(at + 1), &setting)?;
    let end = line.after_bytes(at + 1, bytes);
    let closed = line.is_sign(end, &[')', ']', '}', '>']);
    (closed && !line.glued_before(at)).then(|| Measure {
        end: end + 1,
        code: code_of(form),
        words: line.words(at + 1, end).to_owned(),
        kind: kind_of(&form.code),
    })
}

/// The unit that ends before the token `start`: "US$" in "US$5", with the token it begins at.
pub(super) fn before(line: &Line<'_>, start: usize) -> Option<(usize, Measure)> {
    let last = start.checked_sub(1)?;
    let joint = if line.glued(last) {
        Joint::Glued
    } else {
        Joint::Space
    };
    let ahead = line.from(start);
    let text = line.before(start).trim_end();
    let setting = Setting {
        before: text,
        joint,
        money: false,
    };
    let spread = || {
        // "HK $5": the letters of the sign stand apart.
        let letters = last
            .checked_sub(1)
            .filter(|_| line.kind(last) == Some(TokenKind::Symbol))?;
        // "A $5 fee" begins with an article.
        if line.word(letters).len() > 3
            || !line.is_word(letters)
            || line.is(letters, Class::Article)
        {
            return None;
        }
        let apart = line.word(letters).chars().all(char::is_uppercase);
        // In a line without capitals "c $" is what "C $" is elsewhere.
        let first = letters.saturating_sub(8);
        let small = [
            Class::Article,
            Class::Determiner,
            Class::Pronoun,
            Class::Preposition,
        ];
        let uncased = !line.follows_sign(letters, &['\'', '’'])
            && !small.into_iter().any(|class| line.is(letters, class))
            && (first..letters + 8).all(|at| !line.is_capital(at));
        let (letters_as_written, apart) = if uncased {
            (
                line.word(letters).to_uppercase(),
                line.is_word(letters) && !line.glued_before(letters),
            )
        } else {
            (line.word(letters).to_owned(), apart)
        };
        let joined = format!("{letters_as_written}{}", line.word(last));
        let code = line.word(letters).to_uppercase();
        if code.len() == 3
            && line.is_word(letters)
            && let Some((3, form)) = line.lexicon.units.read_before(&code, ahead, &setting)
        {
            return Some((letters, form));
        }
        let (bytes, form) = line.lexicon.units.read_before(&joined, ahead, &setting)?;
        (apart && line.sign(last).is_some() && bytes == joined.len()).then_some((letters, form))
    };
    let (first, form) = spread().or_else(|| {
        let (bytes, form) = line.lexicon.units.read_before(text, ahead, &setting)?;
        let mut first = last;
        let begins = line.token(last)?.span.end().checked_sub(bytes)?;
        while first > 0 && line.token(first)?.span.start() > begins {
            first -= 1;
        }
        Some((first, form))
    })?;
    let words = line.words(first, start).replace(' ', "");
    let code = code_of(form);
    Some((
        first,
        Measure {
            end: start,
            kind: kind_of(&form.code),
            words: if form.times == Value::ONE && words.chars().count() > 1 {
                code.0.clone()
            } else {
                words
            },
            code,
        },
    ))
}

/// With "a year", "per head", "/day" after it.
pub(super) fn rate(line: &Line<'_>, one: Measure) -> Measure {
    let Some((end, under)) = denominator(line, one.end) else {
        return one;
    };
    let words = line.words(one.end, end);
    let joint = if words.starts_with(['/', '-']) {
        ""
    } else {
        " "
    };
    Measure {
        end,
        code: UnitCode(format!("{}/{under}", one.code.0)),
        words: format!("{}{joint}{words}", one.words),
        kind: Kind::Rate,
    }
}

/// Whether what stands after a time makes it a distance in time: "a year earlier", but not "a year before tax", "a year
/// on food".
fn shifts(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Class::Shift) && !line.is(at + 1, Class::Deducted)
        || line.is(at, Class::ShiftAlone)
            && (!(line.is_word(at + 1) || line.is_digits(at + 1))
                || line.is(at + 1, Class::ShiftEnd))
}

/// What a rate is of: the token after it, and its code.
pub(super) fn denominator(line: &Line<'_>, at: usize) -> Option<(usize, String)> {
    let hyphen = usize::from(line.is_joint(at));
    let word = at + hyphen;
    let each = line.is(word, Class::Per);
    let article = line.is(word, Class::Article);
    let slash = line.is_sign(word, &['/']) && line.glued(word) && line.is_word(word + 1);
    if !(each || article || slash) {
        return written_on(line, at);
    }
    let noun = word + 1 + usize::from(line.is_joint(word + 1));
    // "$5 a year earlier" is no rate.
    if article && shifts(line, noun + 1) {
        return None;
    }
    let setting = Setting {
        before: line.before(at),
        joint: if slash { Joint::Glued } else { Joint::Space },
        money: false,
    };
    if let Some((bytes, form)) = line.lexicon.units.read_after(line.from(noun), &setting)
        && form.times == Value::ONE
        && (each
            || slash
            || line.is(noun, Class::PerNoun)
            || units::unit(&form.code).is_some_and(|unit| unit.dimension.to_string() == "time")
            || !line.is_sign(noun, &['"', '\'']))
        && line.is_word(noun)
    {
        return Some((line.after_bytes(noun, bytes), form.code.0.clone()));
    }
    let known = line.is(noun, Class::PerNoun);
    let noun_like = each
        && line.is_word(noun)
        && !line.is(noun, Class::Determiner)
        && !line.is(noun, Class::Adverb);
    (known || (noun_like && !article)).then(|| {
        let head = line.word(noun).to_lowercase();
        (noun + 1, format!("{{{head}}}"))
    })
}

/// What a rate is of, where “per” is a letter written onto it: Hebrew “500 shekels to-month”.
fn written_on(line: &Line<'_>, at: usize) -> Option<(usize, String)> {
    let prefixes = &line.lexicon.grammar.per_prefixes;
    let prefix = prefixes
        .iter()
        .find(|prefix| line.word(at).starts_with(prefix.as_str()))?;
    let setting = Setting {
        before: line.before(at),
        joint: Joint::Space,
        money: false,
    };
    let rest = line.from(at).strip_prefix(prefix.as_str())?;
    let (bytes, form) = line.lexicon.units.read_after(rest, &setting)?;
    let end = line.after_bytes(at, prefix.len() + bytes);
    (form.times == Value::ONE).then(|| (end, form.code.0.clone()))
}

/// A hundredth of a currency has no code of its own: "GBP/100".
fn code_of(form: &Form) -> UnitCode {
    match Value::ONE.over(form.times) {
        Some(parts) if form.times != Value::ONE => UnitCode(format!("{}/{parts}", form.code.0)),
        _ => form.code.clone(),
    }
}

/// The sort of figure that a unit makes.
pub(super) fn kind_of(code: &UnitCode) -> Kind {
    if matches!(code.0.as_str(), "%" | "pp" | "bp") {
        return Kind::Share;
    }
    let Some(unit) = units::unit(code) else {
        return Kind::Measure;
    };
    if unit.decimals.is_some() {
        Kind::Money
    } else if unit.dimension.to_string() == "time" {
        Kind::Duration
    } else if unit.dimension.to_string() == "people" {
        Kind::Count
    } else {
        Kind::Measure
    }
}
