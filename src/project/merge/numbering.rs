//! Numbers for what both copies added: the same article is one article, different ones get different numbers.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use imbl::OrdMap;

use crate::claim::{ArticleId, Claim, ClaimId};
use crate::crosscheck::Link;
use crate::project::{Project, Subject};

/// `theirs` with numbers that fit beside `ours`.
pub(super) fn fitted(base: &Project, ours: &Project, theirs: &Project) -> Project {
    let mut fitted = theirs.clone();
    let (articles, next_article) = numbers(
        [&base.articles, &ours.articles, &theirs.articles],
        ours.next_article.max(theirs.next_article),
        ArticleId,
        |article| article.text.clone(),
        |article| article.text.clone(),
    );
    // What both marked at the same words of the same article is one claim.
    let place = |claim: &Claim, article| (article, claim.anchor.clone());
    let renamed = |id: ArticleId| articles.get(&id).copied().unwrap_or(id);
    let (claims, next_claim) = numbers(
        [&base.claims, &ours.claims, &theirs.claims],
        ours.next_claim.max(theirs.next_claim),
        ClaimId,
        |claim| place(claim, claim.article),
        |claim| place(claim, renamed(claim.article)),
    );
    if !articles.is_empty() || !claims.is_empty() {
        rename(&mut fitted, &articles, &claims);
    }
    fitted.next_article = next_article;
    fitted.next_claim = next_claim;
    fitted
}

/// New numbers for what they added, where they differ from the old ones, and the next number to give. What both added
/// alike gets our number, one of theirs for each of ours; what has a number of ours gets one that is free.
fn numbers<I: Ord + Copy, T, K: Ord>(
    [base, ours, theirs]: [&OrdMap<I, Arc<T>>; 3],
    mut next: u32,
    number: impl Fn(u32) -> I,
    key_of_ours: impl Fn(&T) -> K,
    key_of_theirs: impl Fn(&T) -> K,
) -> (BTreeMap<I, I>, u32) {
    let mut twins: BTreeMap<K, VecDeque<I>> = BTreeMap::new();
    for (id, added) in ours.iter().filter(|(id, _)| !base.contains_key(*id)) {
        let key = key_of_ours(added);
        twins.entry(key).or_default().push_back(*id);
    }
    let mut numbers = BTreeMap::new();
    for (id, added) in theirs.iter().filter(|(id, _)| !base.contains_key(*id)) {
        let twin = twins
            .get_mut(&key_of_theirs(added))
            .and_then(VecDeque::pop_front);
        if let Some(twin) = twin {
            numbers.insert(*id, twin);
        } else if ours.contains_key(id) {
            numbers.insert(*id, number(next));
            next = next.saturating_add(1);
        }
    }
    numbers.retain(|from, to| from != to);
    (numbers, next)
}

fn rename(
    project: &mut Project,
    articles: &BTreeMap<ArticleId, ArticleId>,
    claims: &BTreeMap<ClaimId, ClaimId>,
) {
    let article = |id: ArticleId| articles.get(&id).copied().unwrap_or(id);
    let claim = |id: ClaimId| claims.get(&id).copied().unwrap_or(id);
    project.articles = project
        .articles
        .iter()
        .map(|(id, held)| (article(*id), Arc::clone(held)))
        .collect();
    project.claims = project
        .claims
        .iter()
        .map(|(id, held)| {
            let renamed = Claim {
                id: claim(*id),
                article: article(held.article),
                ..Claim::clone(held)
            };
            (renamed.id, Arc::new(renamed))
        })
        .collect();
    project.reviews = project
        .reviews
        .iter()
        .map(|(id, held)| (claim(*id), Arc::clone(held)))
        .collect();
    project.figures = project
        .figures
        .iter()
        .map(|(id, held)| {
            let mut decision = held.clone();
            for id in &mut decision.claims {
                *id = claim(*id);
            }
            (claim(*id), decision)
        })
        .collect();
    let mut links: Vec<Link> = project
        .links
        .iter()
        .map(|link| {
            let (a, b) = (claim(link.a), claim(link.b));
            Link {
                a: a.min(b),
                b: a.max(b),
                kind: link.kind,
            }
        })
        .collect();
    links.sort();
    project.links = links.into_iter().collect();
    for dismissal in &mut project.dismissals {
        for id in &mut dismissal.claims {
            *id = claim(*id);
        }
    }
    for note in &mut project.notes {
        note.subject = match note.subject {
            Subject::Project => Subject::Project,
            Subject::Article(id) => Subject::Article(article(id)),
            Subject::Figure(id) => Subject::Figure(claim(id)),
        };
    }
    for sign_off in &mut project.sign_offs {
        sign_off.article = article(sign_off.article);
    }
}
