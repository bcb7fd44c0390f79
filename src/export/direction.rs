//! The direction of words: what an article may not turn, and how words of both directions share a sentence (UAX #9).
//!
//! Every face passes here once, in [`for_reading`]; formats that give places in a text keep its exact words and take
//! [`for_programs`].

use std::sync::LazyLock;

use regex::Regex;

use super::Report;

/// Begins words that run to the right whatever is around them.
pub(super) const RIGHTWARD: char = '\u{2066}';
/// Begins and ends words that keep their direction to themselves.
pub(super) const ISOLATE: char = '\u{2068}';
pub(super) const POP: char = '\u{2069}';

/// Whether a character orders the letters after it to run another way.
const fn is_order(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a letter is of a script that is read from right to left: Hebrew, Arabic and their neighbours.
pub const fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

/// Words without orders that would turn what follows them.
pub fn orderless(words: &str) -> String {
    words.chars().filter(|c| !is_order(*c)).collect()
}

pub(super) fn runs_anywhere_leftward(words: &str) -> bool {
    words.chars().any(is_right_to_left)
}

/// Ranges, and signs before numbers: "14–16", "−3°". No blanks, which also stand around the dash of a sentence.
static TURNED: LazyLock<Regex> = LazyLock::new(|| {
    const NUMBER: &str = r"[$€£₪]?\d(?:[\d.,:/]*\d)?[%‰°]?";
    Regex::new(&format!(
        r"(?P<before>^|[^\p{{L}}\d.,–—‒‑-])(?P<number>[−–-]{NUMBER}(?:[–—‒‑-]{NUMBER})*)|(?P<range>{NUMBER}(?:[–—‒‑-]{NUMBER})+)"
    ))
    .expect("a pattern")
});

/// Words that run to the left, with what a line would turn in them kept as it is read: of "14–16" each number keeps its
/// direction, but the dash takes that of the line, and the lower number stands to the right of the higher.
pub(super) fn steadied(words: &str) -> String {
    let kept = TURNED.replace_all(words, |found: &regex::Captures<'_>| {
        let part = |name| found.name(name).map_or("", |part| part.as_str());
        format!(
            "{}{RIGHTWARD}{}{}{POP}",
            part("before"),
            part("number"),
            part("range")
        )
    });
    kept.into_owned()
}

/// Words of an article inside a sentence of ours, so that they do not turn the line around them: where a letter runs
/// to the left they stand between FSI and PDI.
pub fn isolated(words: &str) -> String {
    let words = orderless(words);
    if runs_anywhere_leftward(&words) {
        format!("{ISOLATE}{}{POP}", steadied(&words))
    } else {
        words
    }
}

/// The same for words that may hold isolates of ours already, and need no others then.
pub(super) fn isolated_once(words: &str) -> String {
    let steady = words.contains(RIGHTWARD) && !runs_anywhere_leftward(words);
    if steady || words.contains(ISOLATE) {
        words.to_owned()
    } else {
        isolated(words)
    }
}

/// Whether words run from right to left: by their first letter outside what is isolated.
pub(super) fn runs_leftward(words: &str) -> bool {
    let mut depth = 0_usize;
    for c in words.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            POP => depth = depth.saturating_sub(1),
            _ if depth == 0 && c.is_alphabetic() => return is_right_to_left(c),
            _ => {}
        }
    }
    false
}

/// Whether most letters of a line of an article run from right to left: it may begin with a name or a quotation that
/// does not.
pub(super) fn mostly_leftward(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic());
    let (leftward, others): (Vec<char>, Vec<char>) = letters.partition(|c| is_right_to_left(*c));
    leftward.len() > others.len()
}

/// A sentence of ours: what in it runs to the left is isolated with what belongs to it, the words between quotation
/// marks as a whole.
pub(super) fn sentence(words: &str) -> String {
    let mut said = String::with_capacity(words.len() + 12);
    let mut rest = words;
    while let Some((before, found)) = rest.split_once([ISOLATE, '“']) {
        let quoted = rest
            .get(before.len()..)
            .is_some_and(|it| it.starts_with('“'));
        let end = if quoted { '”' } else { POP };
        let Some((inside, after)) = found.split_once(end) else {
            break;
        };
        said.push_str(&loose(before));
        if quoted {
            said.extend(["“", &isolated(inside), "”"]);
        } else {
            said.push_str(&isolated(inside));
        }
        rest = after;
    }
    said + &loose(rest)
}

/// The same for a stretch without quotation marks: from the first word that runs to the left to the last one before
/// a word that does not, or a mark that parts the sentence.
fn loose(words: &str) -> String {
    let words = orderless(words);
    if !words.chars().any(is_right_to_left) {
        return words;
    }
    let mut said = String::new();
    let mut run = String::new();
    // What is not yet known to belong to the run: it does if another word to the left follows.
    let mut open = String::new();
    // A number that belongs to the run if a word to the left follows at once.
    let mut number = String::new();
    for piece in words.split_inclusive([' ', '(', ')', '[', ']', ';']) {
        if run.is_empty() && is_number_before(piece) {
            number.push_str(piece);
            continue;
        }
        if piece.chars().any(is_right_to_left) {
            let kept = piece.trim_end_matches([' ', '(', ')', '[', ']', ';', ',', ':', '.']);
            run.push_str(&std::mem::take(&mut number));
            run.push_str(&open);
            run.push_str(kept);
            open.clear();
            open.push_str(piece.get(kept.len()..).unwrap_or_default());
        } else {
            open.push_str(&std::mem::take(&mut number));
            open.push_str(piece);
        }
        let parts = open.contains(['(', ')', '[', ']', ';', '·', ':'])
            || open.chars().any(char::is_alphabetic);
        if parts || run.is_empty() {
            said.push_str(&isolated(&run));
            said.push_str(&open);
            run.clear();
            open.clear();
        }
    }
    said + &isolated(&run) + &number + &open
}

/// Whether a piece is a number and a blank, with which "250 " of words to the left begins.
fn is_number_before(piece: &str) -> bool {
    let Some(number) = piece.strip_suffix(' ') else {
        return false;
    };
    !number.chars().any(char::is_alphabetic)
        && number.contains(|c: char| c.is_ascii_digit())
        && number.ends_with(|c: char| c.is_ascii_digit() || ['%', '$', '€', '£', '₪'].contains(&c))
}

/// The report for people: no word of an article turns a line, and each sentence of ours reads in its order.
pub(super) fn for_reading(report: &Report) -> Report {
    let mut report = for_programs(report);
    for quote in &mut report.quotes {
        let mut sentence = [&mut quote.before, &mut quote.text, &mut quote.after];
        let leftward = sentence.iter().any(|words| runs_anywhere_leftward(words));
        for words in &mut sentence {
            **words = orderless(words);
            if leftward {
                **words = steadied(words);
            }
        }
    }
    for words in names(&mut report) {
        if runs_anywhere_leftward(words) {
            *words = steadied(words);
        }
    }
    for words in sentences(&mut report) {
        *words = sentence(words);
    }
    report
}

/// The report for programs: the words of an article are exact, as their places are, and nothing else turns a line.
pub(super) fn for_programs(report: &Report) -> Report {
    let mut report = report.clone();
    for words in names(&mut report) {
        *words = orderless(words);
    }
    for question in &mut report.open {
        question.question = sentence(&question.question);
    }
    for words in sentences(&mut report) {
        *words = orderless(words);
    }
    report
}

/// Sentences of ours, with words of articles and editors in them.
fn sentences(report: &mut Report) -> Vec<&mut String> {
    let mut found = Vec::new();
    for figure in &mut report.figures {
        found.extend([&mut figure.why, &mut figure.together]);
        found.extend(&mut figure.wording);
        found.extend(figure.roots.iter_mut().map(|root| &mut root.why));
        for comparison in &mut figure.comparisons {
            found.push(&mut comparison.why);
            found.extend(comparison.slip.as_mut().map(|slip| &mut slip.why));
        }
    }
    for finding in &mut report.findings {
        found.push(&mut finding.title);
        found.extend(&mut finding.working);
    }
    found.extend(report.notes.iter_mut().map(|note| &mut note.about));
    found
}

/// Words of others that stand alone.
fn names(report: &mut Report) -> Vec<&mut String> {
    let mut found = vec![&mut report.title];
    found.extend(&mut report.newsroom);
    for article in &mut report.articles {
        found.push(&mut article.label);
        let known = [
            &mut article.title,
            &mut article.byline,
            &mut article.publisher,
            &mut article.url,
            &mut article.origin,
        ];
        found.extend(known.into_iter().flatten());
    }
    for quote in &mut report.quotes {
        let known = [
            &mut quote.unit_text,
            &mut quote.concept,
            &mut quote.predicate,
            &mut quote.place,
            &mut quote.period,
            &mut quote.source,
            &mut quote.cue,
            &mut quote.note,
        ];
        found.extend(known.into_iter().flatten());
        found.extend(quote.noted.as_mut().map(|(by, _)| by));
        found.extend(&mut quote.scope);
        for evidence in &mut quote.evidence {
            found.extend([
                &mut evidence.citation,
                &mut evidence.quote,
                &mut evidence.by,
            ]);
            let known = [
                &mut evidence.url,
                &mut evidence.locator,
                &mut evidence.method,
            ];
            found.extend(known.into_iter().flatten());
        }
        if let Some(verdict) = &mut quote.verdict {
            found.extend([&mut verdict.label, &mut verdict.rationale, &mut verdict.by]);
        }
    }
    for figure in &mut report.figures {
        found.push(&mut figure.title);
        found.extend(figure.roots.iter_mut().map(|root| &mut root.name));
        if let Some(decision) = &mut figure.decision {
            found.extend(
                [&mut decision.accepted, &mut decision.wording]
                    .into_iter()
                    .flatten(),
            );
            found.extend(decision.decided.as_mut().map(|(by, _)| by));
        }
    }
    for (reason, by) in report
        .findings
        .iter_mut()
        .filter_map(|it| it.set_aside.as_mut())
    {
        found.extend([reason, by]);
    }
    for note in &mut report.notes {
        found.extend([&mut note.text, &mut note.by]);
    }
    for signed in &mut report.sign_offs {
        found.extend([&mut signed.article, &mut signed.by]);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    /// A sentence with its isolates as braces.
    fn shown(words: &str) -> String {
        sentence(words).replace(ISOLATE, "{").replace(POP, "}")
    }

    #[test]
    fn words_to_the_left_are_isolated_with_what_belongs_to_them() {
        for (said, expected) in [
            (
                "“כ-300” (עיזים) stands for 285 to 315.",
                "“{כ-300}” ({עיזים}) stands for 285 to 315.",
            ),
            (
                "312, according to משרד החקלאות; 13, according to רועים",
                "312, according to {משרד החקלאות}; 13, according to {רועים}",
            ),
            (
                "read in גיליון 14 של הנמל, line 3",
                "read in {גיליון 14 של הנמל}, line 3",
            ),
            ("עלה ל-23: 4 of 10 facts", "{עלה ל-23}: 4 of 10 facts"),
            (
                "250 מיליון עיזים, according to רועים",
                "{250 מיליון עיזים}, according to {רועים}",
            ),
            (
                "312, ₪40 עיזים and 13 goats",
                "312, {₪40 עיזים} and 13 goats",
            ),
            ("Both say “98”.", "Both say “98”."),
        ] {
            assert_eq!(shown(said), expected);
        }
    }

    #[test]
    fn a_range_and_a_sign_are_read_from_the_left_in_a_line_that_runs_to_the_left() {
        let kept = |words: &str| {
            let braced = steadied(words).replace(RIGHTWARD, "<");
            braced.replace(POP, ">")
        };
        for (words, expected) in [
            ("חולצו 14–16 מטיילים", "חולצו <14–16> מטיילים"),
            ("עלות של 2.5–3 מיליון", "עלות של <2.5–3> מיליון"),
            ("ב-2019–2021, כ-5.5%–6%", "ב-<2019–2021>, כ-<5.5%–6%>"),
            ("ירדה ל -3°, עד −5", "ירדה ל <-3°>, עד <−5>"),
            ("ב-3 ימים, כ־300", "ב-3 ימים, כ־300"),
            ("נפגעו 14 – 16 מהם", "נפגעו 14 – 16 מהם"),
        ] {
            assert_eq!(kept(words), expected);
        }
        let mut report = sample::report();
        report.quotes[0].before = "חולצו ".to_owned();
        report.quotes[0].text = "14–16".to_owned();
        let read = &for_reading(&report).quotes[0];
        assert_eq!(read.text, "\u{2066}14–16\u{2069}");
        assert_eq!(isolated_once(&read.text), read.text);
        assert_eq!(isolated(&read.text), "14–16", "alone it turns nowhere");
        let mixed = isolated_once("\u{2066}2.5–3\u{2069} מיליון");
        assert_eq!(mixed, "\u{2068}\u{2066}2.5–3\u{2069} מיליון\u{2069}");
    }

    #[test]
    fn what_is_isolated_stays_so_and_an_order_of_an_article_falls() {
        let once = sentence("עיזים · חצו: which is right?");
        assert_eq!(sentence(&once), once);
        assert_eq!(
            shown("\u{202E}goats\u{2069} “x\u{2067}” \u{2068}"),
            "goats “x” "
        );
        assert_eq!(isolated("a\u{202E}ע\u{2069}"), "\u{2068}aע\u{2069}");
    }

    #[test]
    fn a_line_of_an_article_runs_as_most_of_its_letters() {
        assert!(!mostly_leftward("“רק 40” is all that the shepherd said"));
        assert!(mostly_leftward("Goatbook מסרה כי חצו 40 עיזים"));
        assert!(!mostly_leftward("40"));
    }

    #[test]
    fn a_line_runs_as_its_first_letter_outside_an_isolate() {
        assert!(runs_leftward("“כ-300” goats"));
        assert!(!runs_leftward(&sentence("“כ-300” goats")));
    }

    #[test]
    fn programs_get_the_exact_quote_and_people_one_that_turns_nothing() {
        let mut report = sample::report();
        let turned = "98\u{202E}000".to_owned();
        report.quotes[0].text.clone_from(&turned);
        report.articles[0].label.clone_from(&turned);
        assert_eq!(for_programs(&report).quotes[0].text, turned);
        assert_eq!(for_programs(&report).articles[0].label, "98000");
        assert_eq!(for_reading(&report).quotes[0].text, "98000");
    }
}
