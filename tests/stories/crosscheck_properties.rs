//! What holds of every crosscheck.

use std::collections::BTreeSet;
use std::sync::Arc;

use countercheck::claim::ClaimId;
use countercheck::crosscheck::{Crosschecker, Link, LinkKind};
use countercheck::quantity::{End, HouseRules, Interval, Value};
use proptest::prelude::*;
use proptest::sample::Index;

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

/// An interval that may be open or unbounded, and holds some number.
fn interval() -> impl Strategy<Value = Interval> {
    let end = || prop::option::of((-20_i128..20, any::<bool>()));
    (end(), end()).prop_filter_map("it holds no number", |(low, high)| {
        let end = |(value, open)| End {
            value: Value::whole(value),
            open,
        };
        let of = Interval {
            low: low.map(end),
            high: high.map(end),
        };
        of.meet(of)
    })
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
    fn links_are_obeyed(articles in articles(), picks in prop::collection::vec(any::<(Index, Index)>(), 1..6)) {
        let mut pile = Pile::of(&articles);
        let ids: Vec<ClaimId> = pile.claims.keys().copied().collect();
        let pairs: Vec<(ClaimId, ClaimId)> = picks
            .iter()
            .map(|(a, b)| (ids[a.index(ids.len())], ids[b.index(ids.len())]))
            .filter(|(a, b)| a != b)
            .collect();
        let linked = |kind| move |(a, b): &(ClaimId, ClaimId)| Link { a: *a, b: *b, kind };
        pile.links = pairs.iter().map(linked(LinkKind::Cannot)).collect();
        pile.check();
        for (a, b) in &pairs {
            prop_assert_ne!(pile.figure(*a).id, pile.figure(*b).id);
        }
        pile.links = pairs.iter().map(linked(LinkKind::Must)).collect();
        pile.check();
        for (a, b) in &pairs {
            prop_assert_eq!(pile.figure(*a).id, pile.figure(*b).id);
        }
        // Whatever else must be together, what cannot be is not.
        let (first, rest) = pairs.split_at(pairs.len() / 2);
        pile.links = first.iter().map(linked(LinkKind::Cannot)).chain(rest.iter().map(linked(LinkKind::Must))).collect();
        pile.check();
        for (a, b) in first {
            prop_assert_ne!(pile.figure(*a).id, pile.figure(*b).id);
        }
    }

    #[test]
    fn what_two_can_stand_for_hangs_on_neither_first(a in interval(), b in interval(), c in interval()) {
        prop_assert_eq!(a.meet(b), b.meet(a));
        prop_assert_eq!(a.meet(a), Some(a));
        let (left, right) = (a.meet(b).and_then(|ab| ab.meet(c)), b.meet(c).and_then(|bc| a.meet(bc)));
        prop_assert_eq!(left, right);
        if let Some(both) = a.meet(b) {
            prop_assert_eq!(both.meet(a), Some(both));
            prop_assert_eq!(both.meet(b), Some(both));
        }
    }

    #[test]
    fn remembering_changes_nothing(articles in articles(), pick in any::<Index>()) {
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
