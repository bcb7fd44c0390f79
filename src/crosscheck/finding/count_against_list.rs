//! A count against the names it introduces: "four regions" and four names.

use super::{ArticleView, Check, Look};
use crate::crosscheck::words::{Sort, Token, vocabulary};
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::{Value, events};
use crate::quantity::{Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "count_against_list",
    name: "Count against a list",
    explanation: "Counts the names in a list of the things a small number counts.",
    examples: &[(
        "Schools closed in three districts. Buses still ran in the Lorne, Ashby and Kell districts.",
        "Lorne, Ashby, Kell",
    )],
    counter_examples: &["Schools closed in three districts. Anna, Bert and Carl stayed at home."],
    look: Look::Article(find),
};

/// Larger counts are hardly ever listed.
const LONGEST: i128 = 12;

/// Names in a row: "Lorne, Ashby and Kell".
struct List {
    names: Vec<(usize, usize)>,
    /// Index of the token after the last name.
    end: usize,
    /// Index of the first token.
    start: usize,
}

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let counts: Vec<_> = view
        .sides
        .iter()
        .filter(|side| {
            side.profile.kind == Kind::Count
                && side.profile.sense == Sense::Level
                && !side.profile.anyone
                && side.profile.head.is_some()
                && side.profile.value().is_some_and(|value| {
                    value.is_whole() && value > Value::ONE && value <= Value::whole(LONGEST)
                })
        })
        .collect();
    if counts.is_empty() {
        return Vec::new();
    }
    let text = view.article.text.as_str();
    let tokens = vocabulary().tokens(text);
    let lists = lists(text, &tokens);
    let mut findings = Vec::new();
    for side in counts {
        let head = side.profile.head;
        // The noun right after the list: "the Lorne, Ashby and Kell districts".
        let named = lists.iter().find(|list| {
            tokens
                .get(list.end)
                .is_some_and(|token| Some(token.sense) == head && !token.after_break)
        });
        // A colon right after the noun: "three districts: Lorne, Ashby and Kell".
        let after = tokens.partition_point(|token| token.start < side.claim.anchor.span.end());
        let introduced = lists.iter().find(|list| {
            (after..after + 5).contains(&list.start) && {
                let gap = tokens
                    .get(list.start.wrapping_sub(1))
                    .zip(tokens.get(list.start))
                    .and_then(|(a, b)| text.get(a.end..b.start));
                gap.is_some_and(|gap| gap.contains([':', '–', '—', '(']))
            }
        });
        let Some(list) = introduced.or(named) else {
            continue;
        };
        let number = i128::try_from(list.names.len()).unwrap_or(i128::MAX);
        let fits = side
            .profile
            .interval()
            .meets(crate::quantity::Interval::point(Value::whole(number)));
        // Without a colon the names may be only some of them.
        if !fits && introduced.is_none() {
            continue;
        }
        let names: Vec<&str> = list
            .names
            .iter()
            .filter_map(|(from, to)| text.get(*from..*to))
            .collect();
        findings.push(Finding {
            code: CHECK.code,
            severity: if fits {
                Severity::Style
            } else {
                Severity::Impossible
            },
            claims: vec![side.claim.id],
            title: if fits {
                format!(
                    "“{}” fits the {number} names listed",
                    side.claim.anchor.quote
                )
            } else {
                format!(
                    "“{}”, but {number} names are listed",
                    side.claim.anchor.quote
                )
            },
            working: vec![format!("Listed: {}; that is {number}.", names.join(", "))],
        });
    }
    findings
}

/// Lists of names parted by commas, the last two by "and".
fn lists(text: &str, tokens: &[Token]) -> Vec<List> {
    let word = |token: &Token| text.get(token.start..token.end).unwrap_or_default();
    let opens = |token: &Token| {
        let small = word(token).to_lowercase();
        events().name_openers.contains(&small)
    };
    let name = |token: &Token| token.capital && (token.sort == Sort::Content || opens(token));
    let mut lists = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let start = at;
        let mut names: Vec<(usize, usize)> = Vec::new();
        let mut closed = false;
        while let Some(token) = tokens.get(at).filter(|token| name(token)) {
            let comma = token.after_comma || (!names.is_empty() && token.after_break);
            if token.after_break && at > start {
                break;
            }
            match names.last_mut() {
                Some((_, end)) if !comma => *end = token.end,
                _ => names.push((token.start, token.end)),
            }
            at += 1;
            let and = tokens
                .get(at)
                .filter(|next| word(next) == "and" && !next.after_break)
                .and_then(|_| tokens.get(at + 1))
                .filter(|next| name(next) && !next.after_break);
            if let Some(last) = and {
                let mut last_name = (last.start, last.end);
                at += 2;
                while let Some(more) = tokens
                    .get(at)
                    .filter(|t| name(t) && !t.after_comma && !t.after_break)
                {
                    last_name.1 = more.end;
                    at += 1;
                }
                names.push(last_name);
                closed = true;
                break;
            }
        }
        if closed && names.len() >= 2 {
            lists.push(List {
                names,
                end: at,
                start,
            });
        } else {
            at = at.max(start + 1);
        }
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_begin_with_a_small_word() {
        let text = "Schools closed in three districts: Lorne, New Ashby and Kell.";
        let found = lists(text, &vocabulary().tokens(text));
        assert_eq!(found[0].names.len(), 3);
    }

    #[test]
    fn names_parted_by_commas_are_a_list() {
        let text = "Voters in Lorne, Ashby and Kell districts met Anna.";
        let tokens = vocabulary().tokens(text);
        let found = lists(text, &tokens);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].names.len(), 3);
    }
}
