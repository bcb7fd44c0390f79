//! Whom "of them" means: those counted by the head of a subject or an object, not by a noun that only says where.

use crate::lexicon::words::Class;
use crate::quantity::{Kind, Mention};
use crate::syntax::{Shape, Syntax};

/// Words between a part and its whole at most: "20% of the 3,000".
const PART: usize = 4;

/// The figure before the one with number `index` that "of them" behind it means. `told` is the number of the sentence
/// in which it stands. Where a part was told of the count last, those of the part are meant: "20% of the 3,000 stayed;
/// half of them".
pub(super) fn antecedent<'a>(
    syntax: &Syntax<'_>,
    mentions: &'a [Mention],
    index: usize,
    told: usize,
) -> Option<&'a Mention> {
    let whole = counted(syntax, mentions, index, told)?;
    let tokens = |mention: &Mention| {
        let start = syntax.token_at(mention.span.start());
        start..syntax.token_at(mention.span.end().saturating_sub(1)) + 1
    };
    let (all, part) = (tokens(whole), mentions.get(index).map(tokens)?);
    let sentence = syntax.sentences.get(told)?;
    let reads_of = |range: std::ops::Range<usize>| {
        let mut range = range;
        range.any(|t| syntax.reads(t, "of"))
    };
    let fronted = all.start <= sentence.start + PART && reads_of(sentence.start..all.start);
    let is_part = |other: &&Mention| {
        let here = tokens(other);
        let of_it = here.end <= all.start
            && all.start - here.end <= PART
            && here.start >= sentence.start
            && reads_of(here.end..all.start);
        let share = matches!(other.kind, Kind::Share | Kind::Ratio);
        let behind = fronted && share && here.start >= all.end && here.end <= part.start;
        of_it && (share || other.kind == Kind::Count) || behind
    };
    let told_last = mentions.get(..index)?.iter().rev().find(is_part);
    Some(told_last.unwrap_or(whole))
}

/// The count that "of them" reaches back to.
fn counted<'a>(
    syntax: &Syntax<'_>,
    mentions: &'a [Mention],
    index: usize,
    told: usize,
) -> Option<&'a Mention> {
    let part = mentions.get(index)?;
    let place = |mention: &Mention| syntax.token_at(mention.span.start());
    let paragraph = syntax.tokens.get(place(part))?.paragraph;
    let counts: Vec<&Mention> = mentions
        .get(..index)?
        .iter()
        .rev()
        .take_while(|other| {
            let at = place(other);
            let near = syntax.tokens.get(at).map(|token| token.paragraph) == Some(paragraph);
            near && syntax.sentence_of(at) == told
        })
        .filter(|other| other.kind == Kind::Count)
        .collect();
    // "Forty of them hurt, 12 of them badly": one of several parts is no whole where there is another.
    let whole = |other: &&Mention| !leads_to_place(syntax, place(other));
    let holds = |other: &&Mention| {
        let sizes = part.quantity.value().zip(other.quantity.value());
        sizes.is_none_or(|(part, whole)| part <= whole)
    };
    // The only one there is may well be too small: that is an error of the text.
    if let [only] = counts.as_slice() {
        return (whole(only) || holds(only)).then_some(only);
    }
    let heads: Vec<&Mention> = counts.iter().copied().filter(|it| whole(it)).collect();
    if let [only] = heads.as_slice() {
        return Some(only);
    }
    let candidates = if heads.is_empty() { &counts } else { &heads };
    candidates.iter().copied().find(|it| holds(it))
}

/// Whether a number at `at` only says where: "in 14 countries", "across some five offices".
fn leads_to_place(syntax: &Syntax<'_>, at: usize) -> bool {
    let small = |t: usize| {
        syntax.is(t, Class::Determiner)
            || syntax.is(t, Class::Possessive)
            || syntax.is(t, Class::Approximator)
            || syntax.shape(t) == Some(Shape::Genitive)
    };
    let mut lead = at;
    while lead > 0 && small(lead - 1) {
        lead -= 1;
    }
    lead.checked_sub(1)
        .is_some_and(|t| syntax.is(t, Class::Preposition) && !syntax.is(t, Class::ToCounted))
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claim::{RelationKind, extract};
    use crate::text::Text;

    /// The part and the whole it is of.
    fn parts(text: &str) -> Vec<(String, String)> {
        let article = Article::of_text(Text::normalised(text));
        let slice = |span| article.text.slice(span).to_owned();
        extract(&article)
            .iter()
            .flat_map(|found| found.reading.relations.iter().map(move |it| (found, it)))
            .filter(|(_, it)| it.kind == RelationKind::PartOf)
            .map(|(found, it)| (slice(found.span), slice(it.other)))
            .collect()
    }

    #[test]
    fn of_them_means_those_spoken_of_and_not_where_they_are() {
        for (text, part, whole) in [
            (
                "The vets followed 1,443 goats on 14 farms; 212 of them died.",
                "212",
                "1,443",
            ),
            (
                "Some 600 guests danced in five tents, 40 of them all night.",
                "40",
                "Some 600",
            ),
            (
                "The choir, which has 40 members in four towns, 12 of whom are tenors, sang.",
                "12",
                "40",
            ),
            (
                "Goats broke out in 14 villages, three of them in the hills.",
                "three",
                "14",
            ),
            ("Nine goats fell ill, 12 of them badly.", "12", "Nine"),
            (
                "Some 90 of the 300 goats limp; 45 percent of them are old.",
                "45 percent",
                "Some 90",
            ),
            (
                "A flood drowned 12 goats and 90 hens, 40 of them white.",
                "40",
                "90",
            ),
        ] {
            let found = parts(text);
            let expected = (part.to_owned(), whole.to_owned());
            assert_eq!(found.last(), Some(&expected), "{text}");
        }
        assert!(parts("The fair was held in 14 tents, 40 of them too small.").is_empty());
    }
}
