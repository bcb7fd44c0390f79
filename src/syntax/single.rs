//! Single quotation marks: where they open and close, among the apostrophes that look alike.

/// The offset of the mark that closes the quotation that the straight mark at the beginning of `rest` opens; none where
/// it opens none: "'90s", "the '45 rising", "'em".
///
/// A quotation whose paragraph has no closing mark opens where the next paragraph goes on with one.
pub(super) fn opened(rest: &str) -> Option<usize> {
    let inside = rest.get(1..)?;
    let first = inside.chars().next()?;
    let begins =
        first.is_alphanumeric() || matches!(first, '$' | '£' | '€' | '“' | '"' | '…' | '[');
    if !begins || is_short_year(inside) {
        return None;
    }
    let goes_on = || {
        let end = rest.find('\n')?;
        let next = rest.get(end..)?.trim_start().strip_prefix('\'')?;
        let sentence = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
        (sentence(inside) && sentence(next)).then_some(end)
    };
    closing(rest, '\'').or_else(goes_on)
}

/// The offset of the mark that closes the quotation that the mark at the beginning of `rest` opens, in its paragraph.
///
/// A mark after a sign, or before one, closes; one after the "s" of a plural may be its genitive ("the farmers' fault"),
/// and closes only where no better one follows before the next quotation opens.
pub(super) fn closing(rest: &str, mark: char) -> Option<usize> {
    let mut perhaps = None;
    let mut letters = rest.char_indices().peekable();
    let mut before = letters.next()?.1;
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        if letter == '\n' {
            break;
        }
        let ends = next.is_none_or(|c| !c.is_alphanumeric());
        let apart = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–');
        if letter == '‘' || (letter == mark && apart && !ends) {
            break;
        }
        if letter == mark && ends && !apart {
            let plural = matches!(before, 's' | 'S') && next.is_some_and(char::is_whitespace);
            if !plural {
                return Some(at);
            }
            perhaps = perhaps.or(Some(at));
        }
        before = letter;
    }
    perhaps
}

/// "90s", "45 rising": two digits of a year without its century.
fn is_short_year(inside: &str) -> bool {
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let next = inside.get(digits..).and_then(|rest| rest.chars().next());
    digits == 2 && next.is_none_or(|c| c.is_whitespace() || c == 's')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in the quotation that the first mark opens.
    fn quoted(text: &str) -> Option<&str> {
        let start = text.find(['\'', '‘'])?;
        let rest = text.get(start..)?;
        let (end, length) = match rest.strip_prefix('‘') {
            Some(_) => (closing(rest, '’')?, '‘'.len_utf8()),
            None => (opened(rest)?, 1),
        };
        rest.get(length..end)
    }

    #[test]
    fn a_quotation_closes_behind_its_last_sign() {
        assert_eq!(quoted("'We sold 900,' Berg said."), Some("We sold 900,"));
        assert_eq!(quoted("a ‘very dry’ summer"), Some("very dry"));
        assert_eq!(
            quoted("'It's the goats' fault: 12 fell.' He left."),
            Some("It's the goats' fault: 12 fell.")
        );
        assert_eq!(quoted("the 'goats' they sold"), Some("goats"));
    }

    #[test]
    fn an_apostrophe_opens_nothing() {
        assert_eq!(quoted("the '90s and the '80s"), None);
        assert_eq!(quoted("the goats' milk"), None);
        assert_eq!(quoted("Rock 'n roll"), None);
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_paragraph() {
        assert_eq!(
            quoted("'We sold 900 goats.\n'Of these 40 were lame.'"),
            Some("We sold 900 goats.")
        );
    }
}
