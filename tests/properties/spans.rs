//! Spans of any text lie on characters, in order, apart from each other.

use countercheck::article::Article;
use countercheck::claim;
use countercheck::lexicon::{LANGUAGES, Lexicon};
use countercheck::quantity;
use countercheck::text::{Span, Text, sentences, tokens};
use proptest::prelude::*;

/// Panics where what is found in `source` is not sound; `what` names the text.
pub fn check(source: &str, what: &str) {
    let text = Text::verbatim(source);
    for (language, _) in LANGUAGES {
        let lexicon = Lexicon::of(language).expect("a language of the list");
        let sentences = sentences(&text, &lexicon.sentences);
        sound(&text, &sentences, &format!("{what}: sentences"));
        for sentence in sentences {
            let tokens: Vec<Span> = tokens(&text, sentence)
                .iter()
                .map(|token| token.span)
                .collect();
            sound(&text, &tokens, &format!("{what}: tokens"));
            assert!(
                tokens.iter().all(|token| sentence.contains(*token)),
                "{what}: a token leaves its sentence"
            );
        }
    }
    for language in LANGUAGES
        .iter()
        .map(|(code, _)| Some(*code))
        .chain([None, Some("xx")])
    {
        let found = quantity::find(&text, language);
        let spans: Vec<Span> = found.iter().map(|mention| mention.span).collect();
        sound(
            &text,
            &spans,
            &format!("{what}: quantities in {language:?}"),
        );
        for mention in &found {
            assert!(!mention.span.is_empty(), "{what}: an empty quantity");
            let interval = mention.quantity.interval(&quantity::HouseRules::default());
            if let (Some(low), Some(high)) = (interval.low, interval.high) {
                assert!(
                    low.value <= high.value,
                    "{what}: {:?}",
                    text.slice(mention.span)
                );
            }
        }
    }
    let claims = claim::extract(&Article::of_text(text.clone()));
    let spans: Vec<Span> = claims.iter().map(|claim| claim.span).collect();
    sound(&text, &spans, &format!("{what}: claims"));
    // A sentence without end is cut into pieces, and a figure may reach over the cut.
    assert!(
        claims
            .iter()
            .all(|claim| claim.sentence.overlaps(claim.span)),
        "{what}: a claim stands outside its sentence"
    );
}

fn sound(text: &Text, spans: &[Span], what: &str) {
    for span in spans {
        assert!(
            text.span(span.start(), span.end()).is_some(),
            "{what}: {span:?} cuts a character"
        );
    }
    for pair in spans.windows(2) {
        assert!(
            pair[0].end() <= pair[1].start(),
            "{what}: {pair:?} overlap or are out of order"
        );
    }
}

/// Pieces that numbers are made of, and pieces that break them.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "1", "98", "000", "3.5", "1,000", "½", "1/3", "0", "two", "hundred", "thousand", "million", "half", "a", "third",
            "and", "to", "-", "–", "−", "–", ",", ".", ";", "%", "per cent", "£", "$", "€", "US$", "₪", "km", "km²", "m", "p", "bn", "pounds",
            "at least", "more than", "between", "from", "of", "in", "one", "dozens", "tens of", "twice", "times", "people",
            "years", "old", "year-old", "Monday", "March", "p.m.", "°C", "degrees", "(", ")", "“", "”", "\"", "'", "’s",
            "יותר מ-", "כ־", "אלף", "שקלים", "אחוז", "שלוש", "מאות", "ש\"ח", "\u{200f}", "\u{202b}", "\u{301}", "\0", "\n", "😀",
            "\u{a0}", "\u{2009}", "١٢", "१२", "Ⅳ", "①", "²", "e10", "x", "×", "/", ":", "#", "@",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[0-9]{1,12}",
        1 => "[0-9]{1,3}([.,' ][0-9]{1,3}){0,4}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_string_is_read_without_harm(source in any::<String>()) {
        check(&source, "any string");
    }

    #[test]
    fn any_mix_of_numbers_and_signs_is_read_without_harm(pieces in prop::collection::vec((piece(), any::<bool>()), 0..40)) {
        let source: String = pieces.iter().flat_map(|(piece, space)| [piece.as_str(), if *space { " " } else { "" }]).collect();
        check(&source, "a mix");
    }
}
