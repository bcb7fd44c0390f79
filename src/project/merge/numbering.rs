//! Numbers for what both copies added: the same article is one article, different ones get different numbers.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::claim::{ArticleId, Claim, ClaimId};
use crate::crosscheck::Link;
use crate::project::{Project, Subject};

/// `theirs` with numbers that fit beside `ours`.
pub(super) fn fitted(base: &Project, ours: &Project, theirs: &Project) -> Project {
    let mut fitted = theirs.clone();
    let mut next_article = ours.next_article.max(theirs.next_article);
    let mut next_claim = ours.next_claim.max(theirs.next_claim);
    let mut articles = BTreeMap::new();
    for (id, article) in &theirs.articles {
        if base.articles.contains_key(id) {
            continue;
        }
        let twin = ours
            .articles
            .iter()
            .find(|(twin, same)| !base.articles.contains_key(*twin) && same.text == article.text);
        if let Some((twin, _)) = twin {
            articles.insert(*id, *twin);
        } else if ours.articles.contains_key(id) {
            articles.insert(*id, ArticleId(next_article));
            next_article = next_article.saturating_add(1);
        }
    }
    let mut claims = BTreeMap::new();
    for (id, claim) in &theirs.claims {
        if base.claims.contains_key(id) {
            continue;
        }
        let article = articles.get(&claim.article).unwrap_or(&claim.article);
        let twin = ours.claims.values().find(|twin| {
            !base.claims.contains_key(&twin.id)
                && twin.article == *article
                && twin.anchor.span == claim.anchor.span
        });
        if let Some(twin) = twin {
            claims.insert(*id, twin.id);
        } else if ours.claims.contains_key(id) {
            claims.insert(*id, ClaimId(next_claim));
            next_claim = next_claim.saturating_add(1);
        }
    }
    articles.retain(|from, to| from != to);
    claims.retain(|from, to| from != to);
    if !articles.is_empty() || !claims.is_empty() {
        rename(&mut fitted, &articles, &claims);
    }
    fitted.next_article = next_article;
    fitted.next_claim = next_claim;
    fitted
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
