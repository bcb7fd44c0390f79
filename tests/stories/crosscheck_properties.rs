//! What holds of every crosscheck.

use std::collections::BTreeSet;
use std::sync::Arc;

use countercheck::claim::ClaimId;
use countercheck::crosscheck::{Crosschecker, Link, LinkKind};
use countercheck::quantity::HouseRules;
use proptest::prelude::*;

use super::crosscheck::Pile;

type Printed = (String, String, String);

/// Short made-up articles about a few disasters, with numbers that may agree or not.
fn articles() -> impl Strategy<Value = Vec<Printed>> {
    let place = prop::sample::select(vec!["Velmar", "Port Quill", "Tarn Bay"]);
    let hedge = prop::sample::select(vec!["", "about ", "at least ", "more than "]);
    let deed = prop::sample::select(vec!["were killed", "died", "were injured", "were arrested"]);
    let day = prop::sample::select(vec!["2024-05-01", "2024-05-02", ""]);
    let source = prop::sample::select(vec!["police", "the health ministry", "mayor Lida Stan"]);
    let article = (place, hedge, 2_u32..60, deed, day, source).prop_map(
        |(place, hedge, number, deed, day, source)| {
            let text = format!(
                "A storm hit {place} this week. In {place}, {hedge}{number} people {deed}, {source} said. Schools in {place} are closed."
            );
            (day.to_owned(), format!("{place} Post"), text)
        },
    );
    prop::collection::vec(article, 2..9)
}

/// Groups and answers by the words of the articles, which do not hang on ids.
fn told(pile: &Pile) -> BTreeSet<Vec<String>> {
    let name = |id: ClaimId| {
        let claim = &pile.claims[&id];
        let article = &pile.articles[&claim.article];
        format!(
            "{}@{} {:?}",
            claim.anchor.quote,
            article.text.as_str(),
            article.metadata.published
        )
    };
    pile.found
        .figures
        .iter()
        .map(|figure| {
            let mut lines: Vec<String> = figure.claims.iter().map(|id| name(*id)).collect();
            lines.extend(figure.comparisons.iter().map(|c| {
                let (a, b) = (name(c.a), name(c.b));
                let (first, second) = if a <= b { (a, b) } else { (b, a) };
                format!(
                    "{first} | {second} | {:?} {:?} {}",
                    c.answer, c.values_meet, c.facet
                )
            }));
            lines.sort();
            lines
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_articles_changes_nothing(mut articles in articles()) {
        articles.sort();
        articles.dedup();
        let there = Pile::of(&articles);
        articles.reverse();
        let back = Pile::of(&articles);
        prop_assert_eq!(told(&there), told(&back));
    }

    #[test]
    fn links_are_obeyed(articles in articles(), pick in any::<(prop::sample::Index, prop::sample::Index)>()) {
        let mut pile = Pile::of(&articles);
        let ids: Vec<ClaimId> = pile.claims.keys().copied().collect();
        let (a, b) = (ids[pick.0.index(ids.len())], ids[pick.1.index(ids.len())]);
        prop_assume!(a != b);
        pile.links = vec![Link { a, b, kind: LinkKind::Cannot }];
        pile.check();
        prop_assert_ne!(pile.figure(a).id, pile.figure(b).id);
        pile.links = vec![Link { a, b, kind: LinkKind::Must }];
        pile.check();
        prop_assert_eq!(pile.figure(a).id, pile.figure(b).id);
    }

    #[test]
    fn remembering_changes_nothing(articles in articles(), pick in any::<prop::sample::Index>()) {
        let mut pile = Pile::of(&articles);
        let rules = HouseRules::default();
        let mut crosschecker = Crosschecker::default();
        prop_assert_eq!(&crosschecker.update(pile.corpus(&rules)), &pile.found);
        let ids: Vec<ClaimId> = pile.claims.keys().copied().collect();
        let id = ids[pick.index(ids.len())];
        let mut edited = (*pile.claims[&id]).clone();
        edited.reading.concept = None;
        edited.reading.place = None;
        pile.claims.insert(id, Arc::new(edited));
        pile.check();
        prop_assert_eq!(&crosschecker.update(pile.corpus(&rules)), &pile.found);
        pile.claims.remove(&id);
        pile.check();
        prop_assert_eq!(&crosschecker.update(pile.corpus(&rules)), &pile.found);
    }

    #[test]
    fn every_claim_is_in_one_figure(articles in articles()) {
        let pile = Pile::of(&articles);
        let mut seen: Vec<ClaimId> = pile.found.figures.iter().flat_map(|f| f.claims.clone()).collect();
        seen.sort();
        prop_assert_eq!(seen, pile.claims.keys().copied().collect::<Vec<_>>());
    }
}
