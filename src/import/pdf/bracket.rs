//! Brackets in lines that run from right to left. Some programs say what a bracket means, others how it looks, and some
//! the one for words to the left and the other for words to the right; where it stands tells.

/// Whether most brackets of a line are the wrong ones: one opens behind a space or before a word, one closes behind a
/// word.
pub(super) fn stand_wrong(pieces: &[String]) -> bool {
    let stands =
        |wanted| (0..pieces.len()).filter(move |at| stands_right(pieces, *at) == Some(wanted));
    stands(false).count() > stands(true).count()
}

/// Whether the bracket here is the right one; nothing where no bracket is, or none can tell.
fn stands_right(pieces: &[String], at: usize) -> Option<bool> {
    let edge = |piece: Option<&String>| piece.is_none_or(|piece| piece.trim().is_empty());
    let piece = pieces.get(at)?;
    let before = edge(at.checked_sub(1).and_then(|at| pieces.get(at)));
    // The mark at the end of a sentence stands behind a bracket that closes.
    let ends = |piece: &String| [".", ",", ";", ":", "!", "?"].contains(&piece.as_str());
    let behind = edge(pieces.get(at + 1)) || pieces.get(at + 1).is_some_and(ends);
    let is_one = opens(piece) || closes(piece);
    (is_one && before != behind).then(|| opens(piece) == before)
}

fn opens(piece: &str) -> bool {
    ["(", "["].contains(&piece)
}

fn closes(piece: &str) -> bool {
    [")", "]"].contains(&piece)
}

/// Turns the pairs of brackets that stand the wrong way about, "he )about 40( said", and leaves the others.
pub(super) fn turn_wrong_pairs(pieces: &mut [String]) {
    let mut opened: usize = 0;
    let mut closed: Vec<usize> = Vec::new();
    let mut wrong = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        if closes(piece) && opened > 0 {
            opened -= 1;
        } else if closes(piece) {
            closed.push(at);
        } else if opens(piece) {
            let pair = closed.last().map(|first| [*first, at]);
            let stand = |pair: [usize; 2]| pair.map(|at| stands_right(pieces, at));
            match pair.map(|pair| (pair, stand(pair))) {
                Some((pair, stand))
                    if stand.contains(&Some(false)) && !stand.contains(&Some(true)) =>
                {
                    wrong.extend(pair);
                    closed.pop();
                }
                _ => opened += 1,
            }
        }
    }
    // Of two that close and have no partner the first opens what the second closes.
    for pair in closed.chunks_exact(2) {
        let stand = |at: usize| stands_right(pieces, at);
        if let [first, second] = *pair
            && stand(first) != Some(true)
            && stand(second) == Some(true)
        {
            wrong.push(first);
        }
    }
    for at in wrong {
        if let Some(piece) = pieces.get_mut(at..=at) {
            mirror(piece);
        }
    }
}

/// Brackets face the other way in a run that was turned.
pub(super) fn mirror(pieces: &mut [String]) {
    for piece in pieces {
        let other = match piece.as_str() {
            "(" => ")",
            ")" => "(",
            "[" => "]",
            "]" => "[",
            "{" => "}",
            "}" => "{",
            "<" => ">",
            ">" => "<",
            "«" => "»",
            "»" => "«",
            _ => continue,
        };
        other.clone_into(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_the_wrong_way_about_is_turned_and_others_stay() {
        let turned = |line: &str| {
            let mut pieces: Vec<String> = line.chars().map(String::from).collect();
            turn_wrong_pairs(&mut pieces);
            pieces.concat()
        };
        assert_eq!(
            turned("the )about 40( goats (OFU)."),
            "the (about 40) goats (OFU)."
        );
        assert_eq!(turned("goats) fled (as he"), "goats) fled (as he");
        assert_eq!(turned("(a (b) c) d)"), "(a (b) c) d)");
        assert_eq!(turned("the )Farm 12(."), "the (Farm 12).");
    }
}
