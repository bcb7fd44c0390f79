//! Numbers that are codes: addresses of the web, phone numbers, versions, numbered lists.

use super::super::line::Line;
use super::{Outcome, Place, Rule};
use crate::lexicon::Class;

pub(super) const CODE: Rule = Rule {
    name: "<code>",
    explanation: "A code, version, address or number of a list: nothing is counted.",
    matcher: find,
    examples: &[],
    counter_examples: &[
        "Call +44 20 7946 0958 today.",
        "Call 800-555-0100 today.",
        "See www.example.org/2019/12/report-7.html for more.",
        "Release 2.14.3 is out.",
        "1. Open the lid.",
        "2) Close it.",
        "Write to anna77@example.org please.",
        "Ring 020 7946 0958 or (555) 012-4567.",
        "Call 555-0134 now.",
        "Contact: 555-0134",
        "Homes in the 90210 ZIP code sold well.",
        "Ask for part 70551 K-14 at the desk.",
        "It asks us to 1 ) wait and 2 ) hope.",
        "(3) Bake it in the oven.",
        "Market news, 5 min read",
        "The goats came back.[2] Nobody asked why [14].",
        "It is on the map of the coast at 1:50,000.",
    ],
};

/// Tokens of one unbroken chunk that are looked at.
const REACH: usize = 40;

fn find(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    if !line.is_digits(at) && !line.is_sign(at, &['+']) {
        return None;
    }
    web(line, at)
        .or_else(|| phone(line, at))
        .or_else(|| version(line, at))
        .or_else(|| list_number(line, at))
        .or_else(|| furniture(line, at))
        .or_else(|| hash(line, at))
        .or_else(|| note_mark(line, at))
        .or_else(|| map_scale(line, at))
        .or_else(|| dialled(line, at))
        .or_else(|| model(place))
        .map(Outcome::Nothing)
}

/// "[2]": the mark of a note.
fn note_mark(line: &Line<'_>, at: usize) -> Option<usize> {
    let opens = at > 0 && line.is_sign(at - 1, &['[']);
    let closes = || line.glued(at - 1) && line.glued(at) && line.is_sign(at + 1, &[']']);
    (opens && closes() && line.is_digits(at) && line.word(at).len() <= 3).then_some(at + 1)
}

/// "1:50,000": one to so many, of a map.
fn map_scale(line: &Line<'_>, at: usize) -> Option<usize> {
    if line.word(at) != "1" || !line.is_sign(at + 1, &[':']) {
        return None;
    }
    let many = line.word(at + 2).len() >= 4;
    let mut end = at + 3;
    while line.is_sign(end, &[',', '.']) && line.glued(end - 1) && line.is_digits(end + 1) {
        end += 2;
    }
    let unbroken = line.glued(at) && line.glued(at + 1) && line.is_digits(at + 2);
    ((many || end > at + 3) && unbroken).then_some(end)
}

/// Letters around the digits tell an address of the web or of mail.
fn web(line: &Line<'_>, at: usize) -> Option<usize> {
    // Digits of the same chunk just before have been looked at, and what is around them.
    if at >= 2 && line.is_digits(at - 2) && line.glued(at - 2) && line.glued(at - 1) {
        return None;
    }
    let mut start = at;
    while start > 0 && at - start < REACH && line.glued(start - 1) {
        start -= 1;
    }
    let mut end = at + 1;
    while end - at < REACH && line.glued(end - 1) {
        end += 1;
    }
    let telling = (start..end).any(|part| {
        let slashes = line.is_sign(part, &['/']) && line.is_sign(part + 1, &['/']);
        let www = line.word(part).eq_ignore_ascii_case("www");
        let mail = line.is_sign(part, &['@']) && part + 1 < end && line.is_word(part + 1);
        slashes || www || mail || line.is_sign(part, &['_'])
    });
    telling.then(|| {
        while line.glued(end - 1) {
            end += 1;
        }
        end
    })
}

/// "+44 20 7946 0958", "800-555-0100".
fn phone(line: &Line<'_>, at: usize) -> Option<usize> {
    let plus = line.is_sign(at, &['+']) && line.glued(at);
    let first = if plus { at + 1 } else { at };
    if !line.is_digits(first) {
        return None;
    }
    let (mut groups, mut hyphens) = (1, 0);
    let mut digits = line.word(first).len();
    let mut end = first + 1;
    while groups < 8 {
        let joint = usize::from(
            line.is_sign(end, &['-', '‑']) && line.glued(end) && line.glued_before(end),
        );
        if !line.is_digits(end + joint) || (joint == 0 && !plus) {
            break;
        }
        hyphens += joint;
        digits += line.word(end + joint).len();
        groups += 1;
        end += joint + 1;
    }
    let iso_date = line.word(first).len() == 4 && line.word(first + 2).len() == 2;
    let hyphenated = hyphens >= 2 && digits >= 7 && !iso_date;
    let international = plus && groups >= 2 && digits >= 8;
    (hyphenated || international).then_some(end)
}

/// "2.14.3", "192.168.1.2": two stops or more that part no thousands.
fn version(line: &Line<'_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
    let (mut stops, mut thousands) = (0, true);
    while stops < 12
        && line.glued(end - 1)
        && line.is_sign(end, &['.'])
        && line.glued(end)
        && line.is_digits(end + 1)
    {
        stops += 1;
        thousands &= line.word(end + 1).len() == 3;
        end += 2;
    }
    (stops >= 2 && !thousands).then_some(end)
}

/// "020 7946 0958", "(555) 012-4567", "555-0134" after "call": groups of digits that nobody counts with.
fn dialled(line: &Line<'_>, at: usize) -> Option<usize> {
    let told = (at.saturating_sub(3)..at).any(|word| line.is(word, Class::Phone));
    let bracket = line.follows_sign(at, &['(']) && line.is_sign(at + 1, &[')']);
    let trunk = line.word(at).starts_with('0') && line.word(at).len() > 1;
    if !(trunk || told || bracket) || line.word(at).len() > 5 {
        return None;
    }
    let mut end = at + 1 + usize::from(bracket);
    let (mut groups, mut digits, mut hyphens) = (1, line.word(at).len(), 0);
    while groups < 6 {
        let hyphen = usize::from(line.is_hyphen(end));
        let next = end + hyphen;
        if !line.is_digits(next) || !(2..=8).contains(&line.word(next).len()) {
            break;
        }
        hyphens += hyphen;
        digits += line.word(next).len();
        groups += 1;
        end = next + 1;
    }
    let spaced = (trunk || bracket) && digits >= 9;
    let local = told && hyphens > 0 && digits == 7 && line.word(at).len() == 3;
    (groups > 1 && (spaced || local)).then_some(end)
}

/// "90210 ZIP", "70551 K-14": a long bare number before the word for a code, or before the rest of one.
fn model(place: &Place<'_>) -> Option<usize> {
    let line = &place.line;
    let number = place.number.filter(|number| number.is_plain(12))?;
    let end = number.end;
    if line.is(end, Class::Code) {
        return Some(end + 1);
    }
    let letters = line.is_capital(end) || line.word(end).len() == 1;
    let hyphen = usize::from(line.is_hyphen(end + 1));
    let last = end + 1 + hyphen;
    let rest = line.is_digits(last) && line.glued_before(last);
    let short = line.is_word(end) && line.word(end).len() <= 2 && letters;
    (number.length >= 5 && short && rest && !line.glued_before(end)).then_some(last + 1)
}

/// "1." or "2)" at the beginning of a line, before words.
fn list_number(line: &Line<'_>, at: usize) -> Option<usize> {
    let bracket = line.is_sign(at + 1, &[')']);
    // "(3) Bake it."
    if bracket && at == 1 && line.is_sign(0, &['(']) && line.is_capital(at + 2) {
        return Some(at + 2);
    }
    let stop = line.is_sign(at + 1, &['.']) && at == 0 && !line.glued(at + 1);
    let short = line.word(at).len() <= 2 && (line.glued(at) || bracket);
    let opened = (at.saturating_sub(8)..at).any(|back| line.is_sign(back, &['(']));
    let divided = at > 0 && (line.is_word(at - 1) || line.is_sign(at - 1, &[';', ',', ':']));
    let first = at == 0 || (bracket && !opened && divided && !line.glued_before(at));
    (short && first && (bracket || stop) && line.is_word(at + 2)).then_some(at + 2)
}

/// "5 min read".
fn furniture(line: &Line<'_>, at: usize) -> Option<usize> {
    let furniture = &line.lexicon.phrases.furniture;
    let (words, ()) = furniture.beginning(|on| line.entry(at + 1 + on).id)?;
    Some(at + 1 + words)
}

/// "#7".
fn hash(line: &Line<'_>, at: usize) -> Option<usize> {
    (line.follows_sign(at, &['#', '№']) && line.glued_before(at)).then_some(at + 1)
}
