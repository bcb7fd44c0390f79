//! How a story about the crosscheck is told: articles in, then what must come out.

use std::sync::Arc;

use countercheck::article::{Article, Metadata};
use countercheck::claim::{self, ArticleId, Claim, ClaimId, Origin};
use countercheck::crosscheck::{Answer, Comparison, Corpus, Crosscheck, Figure, Link, crosscheck};
use countercheck::quantity::HouseRules;
use countercheck::text::{Anchor, Text};
use imbl::OrdMap;

/// One article of a pile: day (or ""), outlet, text.
pub type Printed = (&'static str, &'static str, &'static str);

/// Articles with their claims and all that follows.
pub struct Pile {
    pub articles: OrdMap<ArticleId, Arc<Article>>,
    pub claims: OrdMap<ClaimId, Arc<Claim>>,
    pub links: Vec<Link>,
    pub found: Crosscheck,
}

/// The articles read and laid side by side.
pub fn pile(printed: &[Printed]) -> Pile {
    let owned: Vec<(String, String, String)> = printed
        .iter()
        .map(|(day, outlet, text)| ((*day).to_owned(), (*outlet).to_owned(), (*text).to_owned()))
        .collect();
    Pile::of(&owned)
}

impl Pile {
    /// As [`pile`], of strings made up while a test runs.
    pub fn of(printed: &[(String, String, String)]) -> Self {
        let mut articles = OrdMap::new();
        let mut claims = OrdMap::new();
        for ((day, outlet, text), number) in printed.iter().zip(1..) {
            let article = Article {
                text: Text::normalised(text),
                metadata: Metadata {
                    publisher: Some(outlet.clone()),
                    published: day.parse().ok(),
                    language: Some("en".to_owned()),
                    ..Metadata::default()
                },
            };
            for found in claim::extract(&article) {
                let id = ClaimId(u32::try_from(claims.len()).expect("few claims") + 1);
                let claim = Claim {
                    id,
                    article: ArticleId(number),
                    anchor: Anchor::new(&article.text, found.span),
                    origin: Origin::Rule,
                    reading: found.reading,
                };
                claims.insert(id, Arc::new(claim));
            }
            articles.insert(ArticleId(number), Arc::new(article));
        }
        let mut pile = Self {
            articles,
            claims,
            links: Vec::new(),
            found: Crosscheck::default(),
        };
        pile.check();
        pile
    }

    /// Works the crosscheck out anew.
    pub fn check(&mut self) {
        self.found = crosscheck(self.corpus(&HouseRules::default()));
    }

    pub fn corpus<'a>(&'a self, rules: &'a HouseRules) -> Corpus<'a> {
        Corpus {
            articles: &self.articles,
            claims: &self.claims,
            links: &self.links,
            rules,
        }
    }

    /// The claim of article `number` whose figure stands where `words` stand.
    pub fn claim(&self, number: u32, words: &str) -> ClaimId {
        let article = &self.articles[&ArticleId(number)];
        let place = *article
            .text
            .find_all(words)
            .first()
            .unwrap_or_else(|| panic!("“{words}” is not in article {number}"));
        self.claims
            .values()
            .find(|claim| claim.article == ArticleId(number) && claim.anchor.span.overlaps(place))
            .unwrap_or_else(|| panic!("no figure was found at “{words}” in article {number}"))
            .id
    }

    pub fn figure(&self, claim: ClaimId) -> &Figure {
        self.found
            .figure_of(claim)
            .expect("every claim has a figure")
    }

    fn comparison(&self, a: ClaimId, b: ClaimId) -> Option<&Comparison> {
        self.found.comparisons_of(a).find(|c| c.a == b || c.b == b)
    }

    /// Asserts how two claims stand to each other.
    #[track_caller]
    pub fn answer(&self, a: (u32, &str), b: (u32, &str), expected: Answer) -> &Self {
        let (x, y) = (self.claim(a.0, a.1), self.claim(b.0, b.1));
        match self.comparison(x, y) {
            Some(comparison) => assert_eq!(
                comparison.answer,
                expected,
                "{a:?} and {b:?}: {}",
                comparison.why()
            ),
            None => panic!(
                "{a:?} and {b:?} are not one figure:\n{:?}\n{:?}",
                self.claims[&x].reading, self.claims[&y].reading
            ),
        }
        self
    }

    /// Asserts that two claims are not of one figure.
    #[track_caller]
    pub fn apart(&self, a: (u32, &str), b: (u32, &str)) -> &Self {
        let (x, y) = (self.claim(a.0, a.1), self.claim(b.0, b.1));
        assert_ne!(
            self.figure(x).id,
            self.figure(y).id,
            "{a:?} and {b:?} are one figure"
        );
        self
    }

    /// Asserts that a claim is named by a finding whose working holds `words`.
    #[track_caller]
    pub fn finding(&self, claim: (u32, &str), code: &str, words: &str) -> &Self {
        let id = self.claim(claim.0, claim.1);
        let all: Vec<String> = self
            .found
            .findings_of(id)
            .map(|f| format!("{} [{}] {}", f.code, f.title, f.working.join(" ")))
            .collect();
        assert!(
            all.iter()
                .any(|finding| finding.starts_with(code) && finding.contains(words)),
            "{code} with “{words}” is not among {all:#?}"
        );
        self
    }

    /// Asserts the number of independent sources of a figure.
    #[track_caller]
    pub fn sources(&self, claim: (u32, &str), expected: usize) -> &Self {
        let figure = self.figure(self.claim(claim.0, claim.1));
        assert_eq!(figure.roots.len(), expected, "{:#?}", figure.roots);
        self
    }

    /// Pairs that conflict, by their words.
    pub fn conflicts(&self) -> Vec<String> {
        let quote = |id: ClaimId| self.claims[&id].anchor.quote.clone();
        self.found
            .figures
            .iter()
            .flat_map(|figure| &figure.comparisons)
            .filter(|c| c.answer == Answer::Conflicts)
            .map(|c| format!("{} / {}: {}", quote(c.a), quote(c.b), c.why()))
            .collect()
    }

    /// Asserts that nothing conflicts.
    #[track_caller]
    pub fn no_conflict(&self) -> &Self {
        assert!(self.conflicts().is_empty(), "{:#?}", self.conflicts());
        self
    }
}
