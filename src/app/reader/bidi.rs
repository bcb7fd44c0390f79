//! The order in which a reader sees the tokens of a line.
//!
//! Levels follow the Unicode Bidirectional Algorithm (UAX #9); every claim is treated as an isolate, so that a
//! sign, its number and its scale word stay together.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, ParagraphBidiInfo, bidi_class};

use super::token::{Token, TokenKind};

/// Whether any of `text` needs the algorithm at all.
pub(super) fn has_rtl(text: &str) -> bool {
    !text.is_ascii()
        && text.chars().any(|c| {
            use BidiClass::{AL, AN, LRE, LRI, LRO, R, RLE, RLI, RLO};
            !c.is_ascii()
                && matches!(
                    bidi_class(c),
                    R | AL | AN | LRE | LRI | LRO | RLE | RLI | RLO
                )
        })
}

/// Indices of `tokens` (one display line) from left to right: rules L1 and L2 of UAX #9.
pub(super) fn visual_order(tokens: &[Token], rtl: bool) -> Vec<usize> {
    let base = if rtl { Level::rtl() } else { Level::ltr() };
    let mut levels: Vec<Level> = tokens.iter().map(|token| token.level).collect();
    if levels.iter().all(|level| *level == Level::ltr()) && !rtl {
        return (0..tokens.len()).collect();
    }
    for (token, level) in tokens.iter().zip(&mut levels).rev() {
        if token.kind != TokenKind::Space {
            break;
        }
        *level = base;
    }
    BidiInfo::reorder_visual(&levels)
}

/// The bracket that faces the other way, or the character itself.
pub(super) fn mirrored(c: char) -> char {
    unicode_bidi_mirroring::get_mirrored(c).unwrap_or(c)
}

/// What stands between quotation marks or in brackets: in a sentence about it, it is set apart like a claim, so that
/// neither “לפחות 14” nor what follows it changes places.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (None, '“') => open = Some((at + c.len_utf8(), '”')),
            (None, '(') => open = Some((at + c.len_utf8(), ')')),
            (Some((start, end)), c) if c == end => {
                parts.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    parts
}

/// "“שלום” is printed twice on one page": a sentence of letters to the right that begins with a word to the left runs to
/// the right, whatever its first letter says.
fn begins_with_a_foreign_word(text: &str) -> bool {
    let count = |classes: &[BidiClass]| {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        letters
            .filter(|c| classes.contains(&bidi_class(*c)))
            .count()
    };
    count(&[BidiClass::L]) > 2 * count(&[BidiClass::R, BidiClass::AL])
}

/// Whether a claim stands in brackets or quotation marks among words that run to the right, "(about $1,250)": set apart
/// from them, it would stand on their wrong side in a line that runs to the left.
fn is_of_foreign_words(text: &str, claim: &Range<usize>) -> bool {
    const MARKS: [char; 10] = ['(', ')', '[', ']', '“', '”', '„', '"', '«', '»'];
    let before = text.get(..claim.start).unwrap_or_default();
    let after = text.get(claim.end..).unwrap_or_default();
    let (Some((_, before)), Some((after, _))) =
        (before.rsplit_once(MARKS), after.split_once(MARKS))
    else {
        return false;
    };
    let claim = text.get(claim.clone()).unwrap_or_default();
    let is_rightward = |c: char| bidi_class(c) == BidiClass::L;
    let around = || before.chars().chain(after.chars());
    !has_rtl(before) && !has_rtl(after) && !has_rtl(claim) && around().any(is_rightward)
}

/// The level of each byte. An isolate sets its claim apart; the paragraph's direction is that of the words as
/// printed, because rule P2 would skip what stands inside an isolate.
pub(super) fn levels_with_isolates(text: &str, isolates: &[Range<usize>]) -> (bool, Vec<Level>) {
    const FSI: char = '\u{2068}';
    const PDI: char = '\u{2069}';
    let base = if begins_with_a_foreign_word(text) {
        Level::ltr()
    } else {
        ParagraphBidiInfo::new(text, None).paragraph_level
    };
    let mut edges: Vec<(usize, char)> = isolates
        .iter()
        .filter(|range| !range.is_empty() && text.get((*range).clone()).is_some())
        .filter(|range| !base.is_rtl() || !is_of_foreign_words(text, range))
        .flat_map(|range| [(range.start, FSI), (range.end, PDI)])
        .collect();
    // Where one claim ends and the next begins, the first is closed first.
    edges.sort_by_key(|(at, edge)| (*at, *edge == FSI));
    let mut with_edges = String::with_capacity(text.len() + 6 * edges.len());
    let mut pieces: Vec<(usize, Range<usize>)> = Vec::with_capacity(edges.len() + 1);
    let mut from = 0;
    for (at, edge) in edges {
        pieces.push((with_edges.len(), from..at));
        with_edges.push_str(text.get(from..at).unwrap_or_default());
        with_edges.push(edge);
        from = at;
    }
    pieces.push((with_edges.len(), from..text.len()));
    with_edges.push_str(text.get(from..).unwrap_or_default());
    let resolved = ParagraphBidiInfo::new(&with_edges, Some(base)).levels;
    let levels = pieces
        .into_iter()
        .filter_map(|(start, bytes)| resolved.get(start..start + bytes.len()))
        .flatten()
        .copied()
        .collect();
    (base.is_rtl(), levels)
}

#[cfg(test)]
mod tests {
    use super::super::token::{shown, tokenise};
    use super::*;

    /// The line as a reader sees it, from left to right, a space between tokens that are not spaces.
    fn seen(text: &str, claims: &[&str]) -> String {
        let isolates: Vec<_> = claims
            .iter()
            .map(|claim| {
                let start = text.find(claim).expect("the claim stands in the line");
                start..start + claim.len()
            })
            .collect();
        let cut = tokenise(text, &isolates);
        visual_order(&cut.tokens, cut.rtl)
            .into_iter()
            .map(|at| {
                let token = &cut.tokens[at];
                let shown = shown(token, text);
                if token.kind == TokenKind::RtlLetters {
                    // What the shaper makes of it.
                    shown.chars().rev().collect()
                } else {
                    shown
                }
            })
            .collect()
    }

    /// The same by the reference: UAX #9 applied to the whole line at once.
    fn reference(text: &str) -> String {
        let info = BidiInfo::new(text, None);
        let levels = info.reordered_levels_per_char(&info.paragraphs[0], 0..text.len());
        let chars: Vec<char> = text.chars().collect();
        BidiInfo::reorder_visual(&levels)
            .into_iter()
            .map(|at| {
                if levels[at].is_rtl() {
                    mirrored(chars[at])
                } else {
                    chars[at]
                }
            })
            .collect()
    }

    #[test]
    fn lines_without_claims_stand_as_the_standard_says() {
        for line in [
            "The ministry counted 98,417 people (again).",
            "המשרד ספר 98,417 אנשים (שוב).",
            "אתמול נסעו 40% מהם ל-Tel Aviv, כך נמסר.",
            "قال الوزير إن 12 شخصا (على الأقل) أصيبوا.",
            "The word שלום means peace, and ‏2,500 is a number.",
            "עלה מ-5% ל-7.5% [לעומת 2021]",
            "وصل ١٢٣ لاجئا إلى Gaza أمس",
        ] {
            assert_eq!(
                seen(line, &[]).replace('\u{200F}', ""),
                reference(line).replace('\u{200F}', "")
            );
        }
    }

    #[test]
    fn numbers_in_hebrew_keep_their_digits_and_change_their_place() {
        assert_eq!(seen("כ-98,000 אנשים", &[]), "םישנא 98,000-כ");
        assert_eq!(seen("נמצאו 12 (מתוך 40)", &[]), "(40 ךותמ) 12 ואצמנ");
    }

    #[test]
    fn a_claim_is_never_torn_apart() {
        let line = "המחיר £5m לשנה";
        assert_eq!(seen(line, &["£5m"]), "הנשל £5m ריחמה");
        let line = "تكلفة £5 m سنويا";
        assert!(seen(line, &["£5 m"]).contains("£5 m"));
    }

    #[test]
    fn quotations_in_a_sentence_keep_their_places() {
        let line = "Agrees. “לפחות 14” (הרוגים) and “12” say the same.";
        let parts = quoted(line);
        let parts: Vec<&str> = parts
            .iter()
            .filter_map(|part| line.get(part.clone()))
            .collect();
        assert_eq!(parts, ["לפחות 14", "הרוגים", "12"]);
        assert_eq!(
            seen(line, &parts),
            "Agrees. “14 תוחפל” (םיגורה) and “12” say the same."
        );
        assert!(quoted("an open “quotation").is_empty());
    }

    #[test]
    fn a_claim_among_foreign_words_in_brackets_stays_with_them() {
        let line = "שכר הדירה עלה (about $1,250) בחודש";
        let seen = seen(line, &["$1,250"]);
        assert!(seen.contains("(about $1,250)"), "{seen}");
    }

    #[test]
    fn a_paragraph_that_is_one_claim_keeps_its_direction() {
        let whole = 0..20;
        assert!(tokenise("כ-98,000 איש", &[whole]).rtl);
        let mostly = |text: &str| tokenise(text, &quoted(text)).rtl;
        assert!(!mostly("“3.5 מיליון” is printed twice on one page"));
        assert!(!mostly("כ-98,000, according to officials of the port"));
        assert!(mostly("דובר Reuters מסר כי 40 איש נהרגו"));
    }

    #[test]
    fn spaces_at_the_end_of_a_line_take_no_part() {
        let cut = tokenise("שלום  ", &[]);
        let order = visual_order(&cut.tokens, false);
        assert_eq!(
            order,
            [0, 1],
            "in a left-to-right line they hang at the right"
        );
    }
}
