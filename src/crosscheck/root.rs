//! Independent sources behind the claims of a figure: copies and one speaker in many outlets count once.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::comparison::Side;
use super::profile::overlap;
use super::words::{Token, vocabulary};
use super::{Root, SharedPassage, reuse, speaker};
use crate::article::{Article, Role};
use crate::claim::ArticleId;
use crate::text::{Span, Text};

/// Shared fingerprints from which two articles may be one wire text.
const COPIED: usize = 6;

/// The independent sources of a figure's claims, in order of their first claim. The copy that is being checked is no
/// source of its own figures: where it names nobody, nothing stands behind them.
pub(super) fn roots(sides: &[Side<'_>], words: &mut ArticleWords) -> Vec<Root> {
    let mut of: Vec<usize> = (0..sides.len()).collect();
    let mut whys: Vec<&'static str> = vec![""; sides.len()];
    // Of each root the first claim that names its source.
    let mut named: Vec<Option<usize>> = (0..sides.len())
        .map(|at| {
            sides
                .get(at)
                .filter(|side| !side.profile.source().is_empty())
                .map(|_| at)
        })
        .collect();
    let mut shared: Vec<(usize, SharedPassage)> = Vec::new();
    for (j, b) in sides.iter().enumerate() {
        for (i, a) in sides.iter().enumerate().take(j) {
            let Some(why) = kinship(*a, *b) else { continue };
            let (from, to) = (of.get(i).copied(), of.get(j).copied());
            if let (Some(from), Some(to)) = (from, to)
                && from != to
            {
                let speaker = |root: usize| {
                    let at = named.get(root).copied().flatten()?;
                    Some((at, *sides.get(at)?))
                };
                let speakers = (speaker(from), speaker(to));
                // Who says nothing of its source stands behind one of those that do, not behind both.
                if why != SAME_ATTRIBUTION
                    && let (Some((_, x)), Some((_, y))) = speakers
                    && !speaker::can_be_one(x, y)
                {
                    continue;
                }
                let first = [speakers.0, speakers.1]
                    .into_iter()
                    .flatten()
                    .map(|(at, _)| at)
                    .min();
                if let Some(slot) = named.get_mut(to.min(from)) {
                    *slot = first;
                }
                for slot in &mut of {
                    if *slot == to.max(from) {
                        *slot = to.min(from);
                    }
                }
                if why == SHARED_WORDS {
                    shared.extend(
                        passages(*a, *b, words)
                            .into_iter()
                            .map(|passage| (i, passage)),
                    );
                }
            }
            if let Some(slot) = whys.get_mut(j).filter(|slot| slot.is_empty()) {
                *slot = why;
            }
        }
    }
    let mut roots: Vec<Root> = Vec::new();
    for first in 0..sides.len() {
        let members: Vec<usize> = (0..sides.len())
            .filter(|at| of.get(*at) == Some(&first))
            .collect();
        let unsupported = members
            .iter()
            .filter_map(|at| sides.get(*at))
            .all(is_unsupported);
        if members.is_empty() || unsupported {
            continue;
        }
        let mut reasons: Vec<&str> = members
            .iter()
            .filter_map(|at| whys.get(*at))
            .copied()
            .filter(|why| !why.is_empty())
            .collect();
        reasons.sort_unstable();
        reasons.dedup();
        let mut passages: Vec<SharedPassage> = shared
            .iter()
            .filter(|(at, _)| of.get(*at) == Some(&first))
            .map(|(_, passage)| *passage)
            .collect();
        passages.sort_unstable();
        passages.dedup();
        passages.shrink_to_fit();
        let mut why = reasons.join("; ");
        if let Some(passage) = passages.first()
            && let Some(side) = sides.iter().find(|side| side.claim.article == passage.a.0)
        {
            why = format!("{why}: “{}”", excerpt(&side.article.text, passage.a.1));
        }
        roots.push(Root {
            name: name(&members, sides),
            claims: members
                .iter()
                .filter_map(|at| sides.get(*at))
                .map(|side| side.claim.id)
                .collect(),
            why,
            shared: passages,
        });
    }
    roots
}

/// Some words of a passage that two articles share: whole ones, with "…" where their sentence goes on.
fn excerpt(text: &Text, passage: Span) -> String {
    const MOST: usize = 80;
    let (whole, words) = (text.as_str(), text.slice(passage));
    // A passage may reach from a headline into the text.
    let line = words.lines().max_by_key(|line| line.len());
    let line = line.unwrap_or_default().trim();
    let start = passage.start() + words.find(line).unwrap_or(0);
    let ends = |words: &str| words.is_empty() || words.ends_with(['.', '!', '?', '\n', '”', '"']);
    let before = whole.get(..start).unwrap_or_default();
    let opens = ends(before.trim_end_matches(' '));
    let cut = line.char_indices().nth(MOST).map(|(at, _)| at);
    let cut = cut.and_then(|at| line.get(..at)?.rfind(' ').or(Some(at)));
    let kept = cut.and_then(|at| line.get(..at)).unwrap_or(line);
    let rest = whole.get(start + kept.len()..).unwrap_or_default();
    let closes = ends(kept) || rest.is_empty() || rest.starts_with(['.', '!', '?', '\n']);
    format!(
        "{}{}{}",
        if opens { "" } else { "…" },
        kept.trim_end_matches([' ', ',', ';']),
        if closes { "" } else { "…" }
    )
}

/// The words of articles that were looked at last: figures of one story have their articles in common.
#[derive(Default)]
pub(super) struct ArticleWords(FxHashMap<ArticleId, Arc<[Token]>>);

impl ArticleWords {
    /// So many articles are remembered.
    const MOST: usize = 48;

    fn of(&mut self, id: ArticleId, article: &Article) -> Arc<[Token]> {
        if self.0.len() >= Self::MOST && !self.0.contains_key(&id) {
            self.0.clear();
        }
        let words = || vocabulary().tokens(article.text.as_str()).into();
        Arc::clone(self.0.entry(id).or_insert_with(words))
    }
}

/// Whether a claim of the copy under check names no source.
fn is_unsupported(side: &Side<'_>) -> bool {
    side.article.metadata.role == Role::CopyUnderCheck && side.profile.source().is_empty()
}

const SHARED_WORDS: &str = "shared sentences";
const SAME_ATTRIBUTION: &str = "same attribution";
const SAME_OUTLET: &str = "same outlet";
const CITED_OUTLET: &str = "one cites the other’s outlet";

/// Why two claims go back to one source. Articles may share sentences, and each may have asked somebody else for its
/// figure.
fn kinship(a: Side<'_>, b: Side<'_>) -> Option<&'static str> {
    let (p, q) = (a.profile, b.profile);
    if !p.source().is_empty() && !q.source().is_empty() {
        if speaker::is_one(a, b) {
            return Some(SAME_ATTRIBUTION);
        }
        if !speaker::can_be_one(a, b) {
            return None;
        }
    }
    if p.article == q.article {
        return (p.source().is_empty() || q.source().is_empty()).then_some("same article");
    }
    let (outlet, other) = (&a.article.metadata.publisher, &b.article.metadata.publisher);
    if p.source().is_empty() && q.source().is_empty() && outlet.is_some() && outlet == other {
        return Some(SAME_OUTLET);
    }
    if cites_outlet(a, b) || cites_outlet(b, a) {
        return Some(CITED_OUTLET);
    }
    let words = p.sentence().len().min(q.sentence().len());
    let alike = overlap(p.sentence(), q.sentence());
    // "Norland shot down 120 kites", "45 kites": sentences of one shape about two days are no copies.
    let one_sentence = words >= 5
        && alike * 10 >= p.sentence().len().max(q.sentence().len()) * 8
        && a.claim.reading.quantity.value() == b.claim.reading.quantity.value();
    let prints = a.digest.prints.len().min(b.digest.prints.len());
    let copied = || {
        let shared = reuse::shared_prints(&a.digest.prints, &b.digest.prints);
        shared >= COPIED && shared * 5 >= prints * 2
    };
    (one_sentence || (alike * 2 >= words && copied())).then_some(SHARED_WORDS)
}

/// Whether the source of the one is the outlet of the other, which names no source of its own: "14 died, the Arvo Echo
/// reported".
fn cites_outlet(citing: Side<'_>, cited: Side<'_>) -> bool {
    let outlet = cited.article.metadata.publisher.as_deref();
    let outlet = outlet.map(|name| name.strip_prefix("The ").unwrap_or(name).trim());
    let (Some(outlet), Some(source)) = (outlet, named_source(citing)) else {
        return false;
    };
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    cited.profile.source().is_empty()
        && outlet.len() > 1
        && source.match_indices(outlet).any(|(at, found)| {
            let (before, after) = (source.get(..at), source.get(at + found.len()..));
            edge(before.and_then(|text| text.chars().next_back()))
                && edge(after.and_then(|text| text.chars().next()))
        })
}

/// The source of a claim as its text names it in full.
fn named_source(side: Side<'_>) -> Option<&str> {
    let attribution = side.claim.reading.attribution.as_ref()?;
    let source = attribution.resolved.as_ref();
    Some(source.unwrap_or(&attribution.source).text.as_str())
}

fn passages(a: Side<'_>, b: Side<'_>, words: &mut ArticleWords) -> Vec<SharedPassage> {
    let ids = (a.claim.article, b.claim.article);
    let (one, other) = (a.article, b.article);
    let (x, y) = (words.of(ids.0, one), words.of(ids.1, other));
    reuse::shared_runs((&x, &a.digest.prints), (&y, &b.digest.prints))
        .into_iter()
        .filter_map(|(p, q)| {
            Some(SharedPassage {
                a: (ids.0, one.text.span(p.0, p.1)?),
                b: (ids.1, other.text.span(q.0, q.1)?),
            })
        })
        .collect()
}

/// The fullest name of the source, else the outlet.
fn name(members: &[usize], sides: &[Side<'_>]) -> String {
    let members = || members.iter().filter_map(|at| sides.get(*at));
    let source = members()
        .filter(|side| !side.profile.source().is_empty())
        .filter_map(|side| named_source(*side))
        .min_by_key(|text| (std::cmp::Reverse(text.len().min(60)), *text));
    if let Some(source) = source {
        return without_age(source).to_owned();
    }
    members()
        .next()
        .map(|side| match &side.article.metadata.publisher {
            Some(_) => side.article.outlet(),
            // A headline within a sentence.
            None => format!("“{}”", side.article.outlet()),
        })
        .unwrap_or_default()
}

/// "Maria Brandt, 41": a name without the age behind it.
fn without_age(name: &str) -> &str {
    match name.rsplit_once(", ") {
        Some((who, age)) if age.len() < 4 && age.bytes().all(|byte| byte.is_ascii_digit()) => who,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_no_part_of_a_name() {
        assert_eq!(without_age("Maria Brandt, 41"), "Maria Brandt");
        assert_eq!(without_age("the mayor, Ana Lind"), "the mayor, Ana Lind");
    }

    #[test]
    fn shared_words_are_whole_and_say_where_their_sentence_goes_on() {
        let text = "Goats at sea\nOn Monday forty goats and their two shepherds crossed the long wooden bridge at Arvo \
                    before anybody saw them. Nobody fell.";
        let text = Text::normalised(text);
        let said = |from: &str, to: &str| {
            let find = |words: &str| text.as_str().find(words).expect("words");
            excerpt(
                &text,
                text.span(find(from), find(to) + to.len()).expect("a span"),
            )
        };
        assert_eq!(
            said("forty", "saw them"),
            "…forty goats and their two shepherds crossed the long wooden bridge at Arvo…"
        );
        assert_eq!(said("Goats", "sea"), "Goats at sea");
        assert_eq!(said("Nobody", "fell"), "Nobody fell");
        assert_eq!(said("Goats", "Monday forty"), "On Monday forty…");
    }
}
