//! Two people's copies of a project, brought together over the version they both started from.
//!
//! What only one of them changed is taken over; what both changed alike is kept; what they changed differently stays
//! as it is in our copy and is listed as a [`Conflict`] with both versions. Nothing is dropped in silence.

mod facets;
mod lists;
mod numbering;
mod taking;

pub use taking::Parted;

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use facets::Facets;
use imbl::OrdMap;
use imbl::ordmap::DiffItem;
use taking::Taken;

use super::{Note, Project, Stamp, Subject};
use crate::claim::{ArticleId, ClaimId};

/// What both copies changed, differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What it is about.
    pub about: About,
    /// The words of the claim, or the name of the article; empty for the project.
    pub words: String,
    /// Which of its facets, by name: "verdict", "title", "place".
    pub facet: &'static str,
    /// As our copy has it, and the merged project.
    pub ours: String,
    /// As their copy has it.
    pub theirs: String,
}

/// What a conflict is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The project as a whole.
    Project,
    /// An article.
    Article(ArticleId),
    /// A claim.
    Claim(ClaimId),
}

/// How the note on a conflict begins.
const TO_DECIDE: &str = "To decide after a merge: ";

impl Note {
    /// What is to be decided, where the note keeps a conflict of two copies. It stays open until the note is removed.
    pub fn to_decide(&self) -> Option<&str> {
        self.text.strip_prefix(TO_DECIDE)
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.about {
            About::Project => f.write_str("the project")?,
            About::Article(article) => write!(f, "{article}")?,
            About::Claim(claim) => write!(f, "{claim}")?,
        }
        if !self.words.is_empty() {
            write!(f, " “{}”", self.words)?;
        }
        let Self {
            facet,
            ours,
            theirs,
            ..
        } = self;
        write!(f, ", {facet}: ours is {ours}; theirs is {theirs}")
    }
}

impl Conflict {
    /// The conflict as a note of the merged project, so that it is not forgotten.
    pub fn note(&self, stamp: &Stamp) -> Note {
        Note {
            subject: match self.about {
                About::Project => Subject::Project,
                About::Article(article) => Subject::Article(article),
                About::Claim(claim) => Subject::Figure(claim),
            },
            text: format!("{TO_DECIDE}{self}"),
            by: stamp.by.clone(),
            at: stamp.at.clone(),
        }
    }
}

/// The project that holds the changes of both copies since `base`, and what is to be decided.
///
/// Symmetric but for the conflicts and the numbers of what both added. Merging with the base changes nothing.
pub fn merge(base: &Project, ours: &Project, theirs: &Project) -> (Project, Vec<Conflict>) {
    merge_taking(base, ours, theirs, &Taken::new())
}

/// The same with their side of what is in `taken`.
fn merge_taking(
    base: &Project,
    ours: &Project,
    theirs: &Project,
    taken: &Taken,
) -> (Project, Vec<Conflict>) {
    let theirs = numbering::fitted(base, ours, theirs);
    let mut conflicts = Vec::new();
    let ours = kept(base, ours, &theirs, "removed it", &mut conflicts);
    let theirs = kept(base, &theirs, &ours, "worked on it", &mut conflicts);
    let mut facets = Facets::new(&mut conflicts, taken);

    let mut merged = Project {
        articles: maps(
            &base.articles,
            &ours.articles,
            &theirs.articles,
            |id, b, o, t| facets.article(*id, b, o, t),
        ),
        ..ours.clone()
    };
    merged.claims = maps(&base.claims, &ours.claims, &theirs.claims, |id, b, o, t| {
        facets.claim(*id, b, o, t)
    });
    merged.reviews = maps(
        &base.reviews,
        &ours.reviews,
        &theirs.reviews,
        |id, b, o, t| facets.review(*id, b, o, t),
    );
    merged.figures = maps(
        &base.figures,
        &ours.figures,
        &theirs.figures,
        |id, b, o, t| facets.decision(*id, b, o, t),
    );
    facets.project(base, &ours, &theirs, &mut merged);
    lists::merge(base, &ours, &theirs, &mut merged, &mut conflicts);
    merged.next_article = ours.next_article.max(theirs.next_article);
    merged.next_claim = ours.next_claim.max(theirs.next_claim);
    drop_dangling(&mut merged);
    conflicts.sort_by_key(|conflict| (conflict.about, conflict.facet));
    for conflict in &mut conflicts {
        conflict.words = words_of(conflict.about, &[&merged, &ours, &theirs]);
    }
    (merged, conflicts)
}

/// The words that a conflict is about, from the first project that has them.
fn words_of(about: About, projects: &[&Project]) -> String {
    let words = |project: &&Project| match about {
        About::Project => None,
        About::Article(id) => project.articles.get(&id).map(|article| article.name()),
        About::Claim(id) => {
            let claim = project.claims.get(&id)?;
            Some(claim.anchor.quote.clone())
        }
    };
    projects.iter().find_map(words).unwrap_or_default()
}

/// Merges key by key; `both` decides where all three have the key, or both added it, and the copies differ.
fn maps<K: Ord + Copy, V: Clone + PartialEq>(
    base: &OrdMap<K, V>,
    ours: &OrdMap<K, V>,
    theirs: &OrdMap<K, V>,
    mut both: impl FnMut(&K, Option<&V>, &V, &V) -> V,
) -> OrdMap<K, V> {
    let mut merged = ours.clone();
    // Only what they changed can change ours.
    let changed: Vec<K> = changed_keys(base, theirs).collect();
    for key in changed {
        let (b, o, t) = (base.get(&key), ours.get(&key), theirs.get(&key));
        match (o, t) {
            (Some(o), Some(t)) if o != t && b != Some(o) => {
                let value = both(&key, b, o, t);
                merged.insert(key, value);
            }
            (_, Some(t)) if o == b => drop(merged.insert(key, t.clone())),
            (_, None) if o == b => drop(merged.remove(&key)),
            // Removed here and changed there was settled before, for claims and articles; what else hangs on them
            // is kept where somebody changed it.
            (None, Some(t)) => drop(merged.insert(key, t.clone())),
            _ => {}
        }
    }
    merged
}

/// `one` with all articles and claims that it removed and `other` has worked on since.
fn kept(
    base: &Project,
    one: &Project,
    other: &Project,
    who: &'static str,
    conflicts: &mut Vec<Conflict>,
) -> Project {
    let mut one = one.clone();
    let worked_on = touched(base, other);
    let mut conflict = |about| {
        let (ours, theirs) = if who == "removed it" {
            ("removed", "still worked on; kept")
        } else {
            ("still worked on; kept", "removed")
        };
        conflicts.push(Conflict {
            about,
            words: String::new(),
            facet: "presence",
            ours: ours.to_owned(),
            theirs: theirs.to_owned(),
        });
    };
    let mut back = BTreeSet::new();
    for (id, article) in &base.articles {
        if one.articles.contains_key(id) {
            continue;
        }
        let changed = other.articles.get(id).is_some_and(|now| now != article)
            || other
                .claims
                .values()
                .any(|claim| claim.article == *id && worked_on.contains(&claim.id))
            || other
                .notes
                .iter()
                .any(|note| note.subject == Subject::Article(*id) && !base.notes.contains(note))
            || other
                .sign_offs
                .iter()
                .any(|signed| signed.article == *id && !base.sign_offs.contains(signed));
        if changed {
            one.articles.insert(*id, Arc::clone(article));
            back.extend(base.claims_of(*id).map(|claim| claim.id));
            conflict(About::Article(*id));
        }
    }
    for id in &worked_on {
        let gone = base.claims.contains_key(id) && !one.claims.contains_key(id);
        if gone && other.claims.contains_key(id) && back.insert(*id) {
            conflict(About::Claim(*id));
        }
    }
    for id in back {
        if let Some(claim) = base.claims.get(&id) {
            one.claims.insert(id, Arc::clone(claim));
        }
        if let Some(review) = base.reviews.get(&id) {
            one.reviews.insert(id, Arc::clone(review));
        }
    }
    one
}

/// Claims that a copy added, changed, judged, linked, decided on, or set aside with a finding.
fn touched(base: &Project, copy: &Project) -> BTreeSet<ClaimId> {
    let mut touched: BTreeSet<ClaimId> = changed_keys(&base.claims, &copy.claims).collect();
    touched.extend(changed_keys(&base.reviews, &copy.reviews));
    touched.extend(changed_keys(&base.figures, &copy.figures));
    for link in copy.links.iter().filter(|link| !base.links.contains(link)) {
        touched.extend([link.a, link.b]);
    }
    let fresh = |d: &&super::Dismissal| !base.dismissals.contains(d);
    for dismissal in copy.dismissals.iter().filter(fresh) {
        touched.extend(dismissal.claims.iter().copied());
    }
    for note in copy.notes.iter().filter(|note| !base.notes.contains(note)) {
        if let Subject::Figure(claim) = note.subject {
            touched.insert(claim);
        }
    }
    touched
}

fn changed_keys<'a, K: Ord + Copy, V: PartialEq>(
    before: &'a OrdMap<K, V>,
    after: &'a OrdMap<K, V>,
) -> impl Iterator<Item = K> + 'a {
    before.diff(after).map(|item| match item {
        DiffItem::Add(key, _)
        | DiffItem::Remove(key, _)
        | DiffItem::Update { new: (key, _), .. } => *key,
    })
}

/// Takes out what hangs on claims and articles that one copy removed and the other never touched.
fn drop_dangling(merged: &mut Project) {
    let Project {
        articles, claims, ..
    } = merged;
    let there = |claim: &ClaimId| claims.contains_key(claim);
    merged.links.retain(|link| there(&link.a) && there(&link.b));
    merged.dismissals.retain(|d| d.claims.iter().all(there));
    merged.notes.retain(|note| match note.subject {
        Subject::Project => true,
        Subject::Article(article) => articles.contains_key(&article),
        Subject::Figure(claim) => there(&claim),
    });
    merged
        .sign_offs
        .retain(|sign_off| articles.contains_key(&sign_off.article));
    let orphans: Vec<ClaimId> = claims
        .values()
        .filter(|claim| !articles.contains_key(&claim.article))
        .map(|claim| claim.id)
        .collect();
    for claim in orphans {
        merged.claims.remove(&claim);
    }
    let claims = &merged.claims;
    let gone: Vec<ClaimId> = merged
        .reviews
        .keys()
        .chain(merged.figures.keys())
        .copied()
        .filter(|claim| !claims.contains_key(claim))
        .collect();
    for claim in gone {
        merged.reviews.remove(&claim);
        merged.figures.remove(&claim);
    }
    let keys: Vec<ClaimId> = merged.figures.keys().copied().collect();
    for key in keys {
        if let Some(decision) = merged.figures.get_mut(&key) {
            decision.claims.retain(|claim| claims.contains_key(claim));
        }
    }
}
