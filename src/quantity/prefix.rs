//! Letters written onto the next word, in languages that have them: Hebrew “and”, “in”, “to”, “from”, “about”.

use crate::lexicon::{Class, Entry, Lexicon, NumberWord};
use crate::text::{Text, Token, TokenKind};

/// Most letters written onto one word.
const MOST: usize = 3;

/// Makes tokens of their own of the prefixes of numbers, and drops the hyphen between a prefix and a number.
pub(super) fn part(text: &Text, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let whole = std::mem::take(tokens);
    let is_prefix = |letter: char| {
        let mut bytes = [0; 4];
        let letter: &str = letter.encode_utf8(&mut bytes);
        lexicon
            .grammar
            .prefixes
            .iter()
            .any(|prefix| prefix == letter)
    };
    let mut after_prefix = false;
    for (at, token) in whole.iter().enumerate() {
        let word = text.slice(token.span);
        let next = whole.get(at + 1).copied();
        if after_prefix && is_hyphen(word) && next.is_some_and(|next| token.touches(next)) {
            continue;
        }
        after_prefix = false;
        if token.kind != TokenKind::Word || word.is_ascii() {
            tokens.push(*token);
            continue;
        }
        let known = lexicon.vocabulary.entry(word);
        let before_number = next.is_some_and(|next| {
            token.touches(next)
                && (next.kind == TokenKind::Digits || is_hyphen(text.slice(next.span)))
        });
        let prefixes =
            if before_number && word.chars().count() <= MOST && word.chars().all(is_prefix) {
                after_prefix = true;
                word.len()
            } else if let Some(and) = before_hedge(word, (next, whole.get(at + 2)), text, lexicon) {
                and
            } else if known == Entry::default() {
                number_prefixes(word, lexicon, is_prefix).unwrap_or(0)
            } else {
                0
            };
        let start = token.span.start();
        let mut from = start;
        for (offset, letter) in word.char_indices().take_while(|(at, _)| *at < prefixes) {
            let end = start + offset + letter.len_utf8();
            tokens.extend(text.span(from, end).map(|span| Token { span, ..*token }));
            from = end;
        }
        let rest = text.span(from, token.span.end());
        tokens.extend(
            rest.filter(|span| !span.is_empty())
                .map(|span| Token { span, ..*token }),
        );
    }
}

/// Bytes of the “and” written onto a word that hedges the number after it: “and-more than-40”, but not “3,000 and-more”.
fn before_hedge(
    word: &str,
    (next, after): (Option<Token>, Option<&Token>),
    text: &Text,
    lexicon: &Lexicon,
) -> Option<usize> {
    let joins = &lexicon.numerals.joins;
    let and = joins.iter().find(|and| word.starts_with(and.as_str()))?;
    let rest = word.get(and.len()..)?;
    let known = rest.chars().count() > 1 && lexicon.vocabulary.entry(rest) != Entry::default();
    let next = next.filter(|_| known)?;
    let lead = text.slice(next.span);
    // “from-40”: the letter touches its number.
    let is_lead = lexicon.grammar.prefixes.iter().any(|prefix| prefix == lead)
        && after.is_some_and(|after| next.touches(*after));
    (next.kind == TokenKind::Digits || is_lead).then_some(and.len())
}

/// Bytes of the prefixes of a word that is a number without them.
fn number_prefixes(
    word: &str,
    lexicon: &Lexicon,
    is_prefix: impl Fn(char) -> bool,
) -> Option<usize> {
    let mut end = 0;
    for letter in word
        .chars()
        .take(MOST)
        .take_while(|letter| is_prefix(*letter))
    {
        end += letter.len_utf8();
        let entry = lexicon.vocabulary.entry(word.get(end..)?);
        if entry.number != NumberWord::None || entry.is(Class::Vague) {
            return Some(end);
        }
    }
    None
}

fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "־" | "‐" | "‑" | "–")
}

#[cfg(test)]
mod tests {
    use super::super::{Amount, Qualifier, find};
    use crate::text::Text;

    /// Figures of a line with their meaning, in the notation of the rules' examples.
    fn read(line: &str) -> Vec<(String, String)> {
        let text = Text::verbatim(line);
        find(&text, None)
            .into_iter()
            .map(|mention| {
                let sign = |qualifier| match qualifier {
                    Qualifier::Stated => "",
                    Qualifier::Exactly => "= ",
                    Qualifier::About => "~ ",
                    Qualifier::AtLeast => ">= ",
                    Qualifier::MoreThan => "> ",
                    Qualifier::AtMost => "<= ",
                    Qualifier::LessThan => "< ",
                    Qualifier::Nearly => "~< ",
                };
                let amount = match &mention.quantity.amount {
                    Amount::Single { qualifier, number } => {
                        format!("{}{}", sign(*qualifier), number.value)
                    }
                    Amount::Range { low, high, .. } => format!("{}..{}", low.value, high.value),
                    Amount::Vague { low, high, .. } => format!("{low}..<{high}"),
                };
                let unit = mention.quantity.unit.map(|unit| unit.0);
                let head = mention
                    .counted
                    .map(|counted| text.slice(counted.head).to_owned());
                let words = [Some(amount), unit.or(head)];
                (
                    text.slice(mention.span).to_owned(),
                    words.into_iter().flatten().collect::<Vec<_>>().join(" "),
                )
            })
            .collect()
    }

    #[test]
    fn hebrew_figures_are_read_with_their_prefixes() {
        let mut wrong = Vec::new();
        for (line, figures) in [
            (
                "יותר מ-100 אלף איש עזבו את האזור",
                vec![("יותר מ-100 אלף", "> 100000 person")],
            ),
            (
                "יותר מ־100 אלף איש",
                vec![("יותר מ־100 אלף", "> 100000 person")],
            ),
            ("לפחות 12 בני אדם נפצעו", vec![("לפחות 12", ">= 12 person")]),
            ("כ-300 משפחות פונו מבתיהן", vec![("כ-300", "~ 300 person")]),
            (
                "כמעט חצי מיליון שקל",
                vec![("כמעט חצי מיליון שקל", "~< 500000 ILS")],
            ),
            ("העלות היא $4.5m בשנה", vec![("$4.5m", "4500000 USD")]),
            (
                "המחיר עלה ל-45.5 שקלים לקילו",
                vec![("45.5 שקלים לקילו", "45.5 ILS/kg")],
            ),
            (
                "הקצבה היא 500 שקל לחודש",
                vec![("500 שקל לחודש", "500 ILS/mo")],
            ),
            ("כמה מאות אנשים", vec![("כמה מאות", "200..<1000 person")]),
            ("תריסר ביצים", vec![("תריסר", "12 ביצים")]),
            ("במקום ה-5", vec![("5", "5")]),
            ("ילדים מתחת לגיל 5", vec![("5", "< 5 a")]),
            ("שעה וחצי", vec![("שעה וחצי", "1.5 h")]),
            ("שלוש שנים וחצי", vec![("שלוש שנים וחצי", "3.5 a")]),
            ("המפגש ה-39 נערך השבוע", vec![("39", "39")]),
            ("ביום חמישי נפצעו 12 תלמידים", vec![("12", "12 person")]),
            ("מספר ההרוגים עלה ל-87 בני אדם", vec![("87", "87 person")]),
            ("נפגעו 12 בתי ספר", vec![("12", "12 בתי")]),
            (
                "שלוש מאות וחמישים אלף דולר",
                vec![("שלוש מאות וחמישים אלף דולר", "350000 USD")],
            ),
            (
                "מאתיים ועשרים ושלושה ק\"מ",
                vec![("מאתיים ועשרים ושלושה ק\"מ", "223 km")],
            ),
            (
                "אלפיים וחמש מאות דונם",
                vec![("אלפיים וחמש מאות דונם", "2500 dunam")],
            ),
            ("שלושה עשר חיילים", vec![("שלושה עשר", "13 person")]),
            ("עד 20 אחוזים", vec![("עד 20 אחוזים", "<= 20 %")]),
            (
                "העדר ברח ויותר מ-40 עזים אבדו",
                vec![("יותר מ-40", "> 40 עזים")],
            ),
            ("ברחו 3,000 ויותר", vec![("3,000 ויותר", ">= 3000")]),
            ("פחות מ-5%", vec![("פחות מ-5%", "< 5 %")]),
            ("השכר ירד ב-2 אחוזים", vec![("2 אחוזים", "2 %")]),
            (
                "בין 3 ל-5 מיליון ש״ח",
                vec![("בין 3 ל-5 מיליון ש״ח", "3000000..5000000 ILS")],
            ),
            (
                "עשרות אלפי מפגינים",
                vec![("עשרות אלפי", "10000..<100000 person")],
            ),
            ("שליש מהתושבים עזבו", vec![("שליש", "1/3 מהתושבים")]),
            ("הצוות גדל פי שניים", vec![("פי שניים", "2")]),
            ("בת ה-27 נפצעה", vec![("27", "27 a")]),
            ("בשנת 2022 נהרגו 45 אנשים", vec![("45", "45 person")]),
            ("כחמישים עובדים", vec![("כחמישים", "~ 50 person")]),
            ("₪4.2 מיליארד", vec![("₪4.2 מיליארד", "4200000000 ILS")]),
            (
                "לפחות שני מיליון אירו",
                vec![("לפחות שני מיליון אירו", ">= 2000000 EUR")],
            ),
        ] {
            let expected: Vec<(String, String)> = figures
                .into_iter()
                .map(|(words, meaning)| (words.to_owned(), meaning.to_owned()))
                .collect();
            let found = read(line);
            if found != expected {
                wrong.push(format!(
                    "{line}\n   wanted {expected:?}\n   found  {found:?}"
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn dates_and_names_in_hebrew_are_no_figures() {
        for line in [
            "ב-7 באוקטובר 2023",
            "בשנת 1998",
            "כביש 6 נחסם",
            "סעיף 12 לחוק",
            "בשעה 17:30",
        ] {
            assert_eq!(read(line), [], "{line}");
        }
    }

    #[test]
    fn lines_of_two_languages_are_read_each_in_its_own() {
        let found = read("More than 40 people came.\nיותר מ-40 איש הגיעו.");
        let meanings: Vec<&str> = found.iter().map(|(_, meaning)| meaning.as_str()).collect();
        assert_eq!(meanings, ["> 40 person", "> 40 person"]);
    }
}
