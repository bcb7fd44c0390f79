//! A crosscheck that is kept through edits is the crosscheck that is worked out anew, whatever is edited.

use std::sync::Arc;

use countercheck::article::Article;
use countercheck::claim::{ArticleId, Claim, ClaimId, Phrase};
use countercheck::crosscheck::{Crosschecker, Link, LinkKind, crosscheck};
use countercheck::quantity::HouseRules;
use countercheck::text::{Anchor, Text};
use imbl::OrdMap;
use proptest::prelude::*;
use proptest::sample::Index;

use super::crosscheck::Pile;

/// Something that a person does to a project.
#[derive(Clone, Copy, Debug)]
enum Edit {
    /// Corrects the place of a claim.
    Move(Index, &'static str),
    /// Corrects what is counted.
    Rename(Index, Option<&'static str>),
    /// Gives a claim the reading of another.
    Reread(Index, Index),
    /// Sets a claim aside, or takes it up again.
    Reject(Index),
    /// Says of two claims that they are one figure, or are not.
    Link(Index, Index, LinkKind),
    /// Takes the word on two claims back.
    Unlink(Index),
    /// Takes an article out with its claims, or puts it back.
    Withdraw(Index),
    /// Adds a line to the end of an article.
    Lengthen(Index, u32),
    /// Believes more or fewer zeros.
    Believe(u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let one = any::<Index>;
    let place = prop::sample::select(vec!["Velmar", "Port Quill", "elsewhere"]);
    let noun = prop::option::of(prop::sample::select(vec![
        "goats",
        "people",
        "Velmar homes",
    ]));
    let kind = prop::sample::select(vec![LinkKind::Must, LinkKind::Cannot]);
    prop_oneof![
        3 => (one(), place).prop_map(|(at, place)| Edit::Move(at, place)),
        3 => (one(), noun).prop_map(|(at, noun)| Edit::Rename(at, noun)),
        3 => (one(), one()).prop_map(|(at, from)| Edit::Reread(at, from)),
        4 => one().prop_map(Edit::Reject),
        4 => (one(), one(), kind).prop_map(|(a, b, kind)| Edit::Link(a, b, kind)),
        2 => one().prop_map(Edit::Unlink),
        3 => one().prop_map(Edit::Withdraw),
        2 => (one(), 2_u32..70).prop_map(|(at, number)| Edit::Lengthen(at, number)),
        1 => (1_u8..4).prop_map(Edit::Believe),
    ]
}

/// News of a few disasters. Some of it is told in many reports, so that not every claim is laid beside every other.
fn news() -> impl Strategy<Value = Vec<(String, String, String)>> {
    let place = prop::sample::select(vec!["Velmar", "Velmar", "Port Quill", "Tarn Bay"]);
    let hedge = prop::sample::select(vec!["", "about ", "at least ", "more than "]);
    let deed = prop::sample::select(vec!["were killed", "died", "were injured", "fled"]);
    let day = prop::sample::select(vec!["2024-05-01", "2024-05-02", ""]);
    let source = prop::sample::select(vec!["police", "the health ministry", "mayor Lida Stan"]);
    let report = (place, hedge, 2_u32..30, deed, day, source, 1_u32..9).prop_map(
        |(place, hedge, number, deed, day, source, more)| {
            let text = format!(
                "A storm hit {place} this week. In {place}, {hedge}{number} people {deed}, {source} said. Some {more},450 \
                 homes of {place} were destroyed and {number} people were arrested.\n\nOf the {more}2 schools in {place} \
                 {more} are closed, {more}% of them for good. Damage in {place} is put at ${more}{number} million."
            );
            (day.to_owned(), format!("{place} Post"), text)
        },
    );
    prop::collection::vec(report, 3..14)
}

/// A project that is edited, beside all that was ever in it.
struct Desk {
    pile: Pile,
    articles: OrdMap<ArticleId, Arc<Article>>,
    claims: OrdMap<ClaimId, Arc<Claim>>,
    rules: HouseRules,
}

impl Desk {
    fn of(news: &[(String, String, String)]) -> Self {
        let pile = Pile::of(news);
        Self {
            articles: pile.articles.clone(),
            claims: pile.claims.clone(),
            pile,
            rules: HouseRules::default(),
        }
    }

    fn claim(&self, at: Index) -> ClaimId {
        let ids: Vec<ClaimId> = self.claims.keys().copied().collect();
        ids[at.index(ids.len())]
    }

    fn article(&self, at: Index) -> ArticleId {
        let ids: Vec<ArticleId> = self.articles.keys().copied().collect();
        ids[at.index(ids.len())]
    }

    /// Changes a claim, if it is not set aside.
    fn change(&mut self, id: ClaimId, change: impl Fn(&mut Claim)) {
        if let Some(claim) = self.pile.claims.get(&id) {
            let mut claim = Claim::clone(claim);
            change(&mut claim);
            self.pile.claims.insert(id, Arc::new(claim));
        }
    }

    fn make(&mut self, edit: Edit) {
        let phrase = |text: &str| Phrase {
            text: text.to_owned(),
            span: None,
        };
        match edit {
            Edit::Move(at, place) => self.change(self.claim(at), |claim| {
                claim.reading.place = Some(phrase(place));
            }),
            Edit::Rename(at, noun) => self.change(self.claim(at), |claim| {
                claim.reading.concept = noun.map(phrase);
            }),
            Edit::Reread(at, from) => {
                let reading = self.claims[&self.claim(from)].reading.clone();
                self.change(self.claim(at), |claim| claim.reading = reading.clone());
            }
            Edit::Reject(at) => {
                let id = self.claim(at);
                let claim = &self.claims[&id];
                if self.pile.claims.remove(&id).is_none()
                    && self.pile.articles.contains_key(&claim.article)
                {
                    self.pile.claims.insert(id, Arc::clone(claim));
                }
            }
            Edit::Link(a, b, kind) => {
                let (a, b) = (self.claim(a), self.claim(b));
                let link = Link {
                    a: a.min(b),
                    b: a.max(b),
                    kind,
                };
                if a != b && !self.pile.links.contains(&link) {
                    self.pile.links.push(link);
                }
            }
            Edit::Unlink(at) => {
                if !self.pile.links.is_empty() {
                    self.pile.links.remove(at.index(self.pile.links.len()));
                }
            }
            Edit::Withdraw(at) => {
                let id = self.article(at);
                let back = self.pile.articles.remove(&id).is_none();
                for claim in self.claims.values().filter(|claim| claim.article == id) {
                    if back {
                        self.pile.claims.insert(claim.id, Arc::clone(claim));
                    } else {
                        self.pile.claims.remove(&claim.id);
                    }
                }
                if back {
                    let article = Arc::clone(&self.articles[&id]);
                    self.pile.articles.insert(id, article);
                }
            }
            Edit::Lengthen(at, number) => {
                let id = self.article(at);
                let mut article = Article::clone(&self.articles[&id]);
                let text = article.text.as_str();
                article.text = Text::normalised(&format!(
                    "{text}\n\nIn Tarn Bay {number} people were killed by the same storm."
                ));
                let whole = Arc::new(article);
                for claim in self.claims.values().filter(|claim| claim.article == id) {
                    let mut claim = Claim::clone(claim);
                    claim.anchor = Anchor::new(&whole.text, claim.anchor.span);
                    if self.pile.claims.contains_key(&claim.id) {
                        self.pile.claims.insert(claim.id, Arc::new(claim));
                    }
                }
                if self.pile.articles.contains_key(&id) {
                    self.pile.articles.insert(id, whole);
                }
            }
            Edit::Believe(figures) => self.rules.believed_figures = figures,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_kept_through_edits_is_what_is_worked_out_anew(
        news in news(),
        edits in prop::collection::vec(prop::collection::vec(edit(), 1..3), 1..12),
    ) {
        let mut desk = Desk::of(&news);
        let mut kept = Crosschecker::default();
        prop_assert_eq!(&kept.update(desk.pile.corpus(&desk.rules)), &desk.pile.found);
        for edits in edits {
            let told = format!("{edits:?}");
            for edit in edits {
                desk.make(edit);
            }
            let corpus = desk.pile.corpus(&desk.rules);
            let (kept, anew) = (kept.update(corpus), crosscheck(corpus));
            prop_assert_eq!(&kept.figures, &anew.figures, "after {}", &told);
            prop_assert_eq!(&kept.findings, &anew.findings, "after {}", &told);
            prop_assert!(kept == anew, "the look-ups differ after {}", told);
        }
    }
}
