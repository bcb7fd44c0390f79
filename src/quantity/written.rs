//! Amounts in words that a person can type, and what such words stand for.

use std::fmt;

use super::{Amount, Qualifier, Quantity, find};
use crate::text::Text;

impl fmt::Display for Amount {
    /// "at least 98,000", "3,000,000 to 4,000,000", "dozens": in English, whatever the language of the article.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Single { qualifier, number } => {
                write!(f, "{}{}", hedge(*qualifier), number.value.grouped())
            }
            Self::Range {
                qualifier,
                low,
                high,
            } => {
                let (low, high) = (low.value.grouped(), high.value.grouped());
                write!(f, "{}{low} to {high}", hedge(*qualifier))
            }
            Self::Vague { word, .. } => f.write_str(word),
        }
    }
}

/// How a hedge is written before its number.
const fn hedge(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Stated => "",
        Qualifier::Exactly => "exactly ",
        Qualifier::About => "about ",
        Qualifier::AtLeast => "at least ",
        Qualifier::MoreThan => "more than ",
        Qualifier::AtMost => "up to ",
        Qualifier::LessThan => "fewer than ",
        Qualifier::Nearly => "nearly ",
    }
}

/// What an editor's words stand for, where they are one figure and nothing else; without a unit where none is typed.
pub fn typed(words: &str) -> Option<Quantity> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    // A year is a number here, and a bare one needs something to count.
    whole(&words, "").or_else(|| whole(&words, " people"))
}

fn whole(words: &str, counted: &str) -> Option<Quantity> {
    let text = Text::normalised(&format!("{words}{counted}"));
    let mut found = find(&text, None).into_iter();
    let mention = found.next()?;
    if found.next().is_some() || text.slice(mention.span) != words {
        return None;
    }
    let quantity = mention.quantity;
    Some(if mention.counted.is_some() {
        Quantity {
            unit: None,
            unit_text: None,
            ..quantity
        }
    } else {
        quantity
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Numeral;

    #[test]
    fn what_is_written_can_be_typed() {
        use Qualifier::{About, AtLeast, AtMost, Exactly, LessThan, MoreThan, Nearly, Stated};
        for qualifier in [
            Stated, Exactly, About, AtLeast, MoreThan, AtMost, LessThan, Nearly,
        ] {
            for number in [1, 7, 40, 1964, 2022, 98_417, 3_400_000] {
                let number = Numeral::whole(number);
                let amount = Amount::Single { qualifier, number };
                let read = typed(&amount.to_string()).map(|read| read.amount);
                assert_eq!(read.as_ref(), Some(&amount), "{amount}");
            }
        }
        let amount = Amount::Range {
            qualifier: Stated,
            low: Numeral::whole(15),
            high: Numeral::whole(20),
        };
        assert_eq!(typed(&amount.to_string()).map(|it| it.amount), Some(amount));
        let vague = typed("dozens").expect("dozens");
        assert_eq!(vague.amount.to_string(), "dozens");
    }

    #[test]
    fn units_come_with_their_figure_and_other_words_are_refused() {
        let unit = |words: &str| {
            let quantity = typed(words).expect(words);
            let unit = quantity.unit.map(|unit| unit.0);
            (quantity.amount.to_string(), unit)
        };
        assert_eq!(unit(" 3.4  million"), ("3,400,000".to_owned(), None));
        assert_eq!(unit("20%"), ("20".to_owned(), Some("%".to_owned())));
        assert_eq!(
            unit("about €5 million"),
            ("about 5,000,000".to_owned(), Some("EUR".to_owned()))
        );
        assert_eq!(unit("לפחות 300"), ("at least 300".to_owned(), None));
        for words in ["", "many goats", "40 goats and 12 hens", "soon"] {
            assert_eq!(typed(words), None, "{words}");
        }
    }
}
