//! Places that articles set against each other: "800 fled one town, 401 the other".

use std::collections::BTreeMap;

use super::evidence::places_apart;
use crate::claim::ArticleId;
use crate::crosscheck::profile::{Profile, overlap};
use crate::crosscheck::words::{Sym, Word};

/// Claims of one article on one thing at stated places that are looked at: a table of them can be a thousand lines long.
const MOST: usize = 100;

/// What is told of two places: noun, class of happening, the words of each.
type Told<'a> = (Sym, Option<u16>, &'a [Word], &'a [Word]);

/// By two places, the articles that give two numbers of one thing for them, in order.
#[derive(Debug, Default)]
pub(super) struct Towns<'a>(BTreeMap<Told<'a>, Vec<ArticleId>>);

impl<'a> Towns<'a> {
    pub(super) fn of(profiles: &[&'a Profile]) -> Self {
        type Thing = (ArticleId, Option<Sym>, Option<u16>);
        let mut by_article: BTreeMap<Thing, Vec<&'a Profile>> = BTreeMap::new();
        for p in profiles {
            if p.head.is_some() && !p.place().is_empty() && !p.place_inferred {
                let same = by_article.entry((p.article, p.head, p.class)).or_default();
                if same.len() < MOST {
                    same.push(p);
                }
            }
        }
        let mut towns = Self::default();
        for claims in by_article.values() {
            for (at, p) in claims.iter().enumerate() {
                for q in claims.iter().skip(at + 1) {
                    let apart = !p.same_number(q) && overlap(p.place(), q.place()) == 0;
                    if let Some(told) = told(p, q).filter(|_| apart) {
                        towns.0.entry(told).or_default().push(p.article);
                    }
                }
            }
        }
        for articles in towns.0.values_mut() {
            articles.sort_unstable();
            articles.dedup();
        }
        towns
    }

    /// Whether two claims are of two places that articles set against each other. One number may be that of a region
    /// and of a town in it: then the articles of both must do so, or two of them where both stand in one.
    pub(super) fn are_set_apart(&self, p: &Profile, q: &Profile) -> bool {
        if self.0.is_empty() || !places_apart(p, q) {
            return false;
        }
        let Some(articles) = told(p, q).and_then(|told| self.0.get(&told)) else {
            return false;
        };
        let tells = |p: &Profile| articles.binary_search(&p.article).is_ok();
        if !p.same_number(q) {
            true
        } else if p.article == q.article {
            articles.len() > 1
        } else {
            tells(p) && tells(q)
        }
    }
}

fn told<'p>(p: &'p Profile, q: &'p Profile) -> Option<Told<'p>> {
    let head = p.head.filter(|_| p.head == q.head && p.class == q.class)?;
    let (one, other) = (p.place(), q.place());
    Some((head, p.class, one.min(other), one.max(other)))
}
