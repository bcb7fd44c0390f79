//! From one project to the next: articles, claims, links, and the project as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Command, CommandError, judge};
use crate::article::Article;
use crate::claim::{ArticleId, Claim, ClaimId, Found, Origin, Reading};
use crate::crosscheck::{Link, LinkKind};
use crate::project::anchoring::{placed_at, places};
use crate::project::{Project, Rating, Subject};
use crate::quantity::HouseRules;
use crate::text::{Anchor, Span};

impl Command {
    /// The project as the change would leave it. Nothing is recorded: this shows what it would do.
    pub fn after(&self, project: &Project) -> Result<Project, CommandError> {
        self.apply(project)
    }

    /// The project after the change.
    pub(in crate::project) fn apply(&self, project: &Project) -> Result<Project, CommandError> {
        let mut next = project.clone();
        let n = &mut next;
        match self {
            Self::AddArticle { article, found } => add_article(n, article, found)?,
            Self::ReviseArticle {
                article,
                revised,
                found,
                reread,
            } => revise_article(n, *article, revised, found, reread)?,
            Self::RemoveArticle { article } => remove_article(n, *article)?,
            Self::EditMetadata { article, metadata } => {
                let mut edited = Article::clone(known_article(n, *article)?);
                edited.metadata = metadata.clone();
                n.articles.insert(*article, Arc::new(edited));
            }
            Self::AddClaim {
                article,
                span,
                reading,
            } => {
                let holder = Arc::clone(known_article(n, *article)?);
                add_claim(n, *article, &holder, *span, Origin::Person, reading)?;
            }
            Self::RemoveClaim { claim } => {
                known_claim(n, *claim)?;
                drop_claims(n, &BTreeSet::from([*claim]));
            }
            Self::EditClaim { claim, reading } => {
                let mut edited = Claim::clone(known_claim(n, *claim)?);
                edited.reading = reading.clone();
                n.claims.insert(*claim, Arc::new(edited));
            }
            Self::MoveClaim { claim, span } => {
                let mut moved = Claim::clone(known_claim(n, *claim)?);
                let holder = known_article(n, moved.article)?;
                moved.anchor = anchor_at(holder, moved.article, *span)?;
                n.claims.insert(*claim, Arc::new(moved));
            }
            Self::LinkClaims { a, b, kind } => link_claims(n, *a, *b, *kind)?,
            Self::UnlinkClaims { a, b } => {
                let at = n.links.iter().position(|link| joins(link, *a, *b));
                let at =
                    at.ok_or_else(|| CommandError::Missing(format!("link between {a} and {b}")))?;
                n.links.remove(at);
            }
            Self::SaveView { view } => {
                if view.name.trim().is_empty() {
                    return Err(CommandError::Empty("name of the view"));
                }
                match n.views.binary_search_by(|kept| kept.name.cmp(&view.name)) {
                    Ok(at) => drop(n.views.set(at, view.clone())),
                    Err(at) => n.views.insert(at, view.clone()),
                }
            }
            Self::RemoveView { name } => {
                let at = n.views.iter().position(|view| view.name == *name);
                let at = at.ok_or_else(|| CommandError::Missing(format!("view “{name}”")))?;
                n.views.remove(at);
            }
            Self::SetHouseRules { rules } => {
                house_rules_sound(rules).map_err(CommandError::UnsoundHouseRules)?;
                n.house_rules = rules.clone();
            }
            Self::SetRatings { ratings } => {
                n.ratings.clone_from(ratings);
                ratings_sound(n).map_err(CommandError::UnsoundRatings)?;
            }
            Self::SetReportStyle { style } => n.report_style.clone_from(style),
            Self::SetTitle { title } => {
                if title.trim().is_empty() {
                    return Err(CommandError::Empty("title"));
                }
                n.title.clone_from(title);
            }
            Self::Patch { patch, .. } => {
                patch.apply(n);
                n.soundness().map_err(CommandError::Unsound)?;
            }
            Self::SetStatus { .. }
            | Self::SetVerdict { .. }
            | Self::AddEvidence { .. }
            | Self::RemoveEvidence { .. }
            | Self::SetNote { .. }
            | Self::SetRecheck { .. }
            | Self::AddNote { .. }
            | Self::RemoveNote { .. }
            | Self::DecideFigure { .. }
            | Self::DismissFinding { .. }
            | Self::RestoreFinding { .. }
            | Self::SignOff { .. }
            | Self::WithdrawSignOff { .. } => judge::apply(self, n)?,
        }
        Ok(next)
    }
}

pub(super) fn known_article(
    project: &Project,
    article: ArticleId,
) -> Result<&Arc<Article>, CommandError> {
    project
        .articles
        .get(&article)
        .ok_or(CommandError::NoSuchArticle(article))
}

pub(super) fn known_claim(project: &Project, claim: ClaimId) -> Result<&Arc<Claim>, CommandError> {
    project
        .claims
        .get(&claim)
        .ok_or(CommandError::NoSuchClaim(claim))
}

/// All of `claims` are there, and there is at least one.
pub(super) fn known_claims(project: &Project, claims: &[ClaimId]) -> Result<(), CommandError> {
    if claims.is_empty() {
        return Err(CommandError::NoClaims);
    }
    claims
        .iter()
        .try_for_each(|claim| known_claim(project, *claim).map(|_| ()))
}

fn anchor_at(article: &Article, id: ArticleId, span: Span) -> Result<Anchor, CommandError> {
    article
        .text
        .span(span.start(), span.end())
        .filter(|span| !span.is_empty())
        .map(|span| Anchor::new(&article.text, span))
        .ok_or(CommandError::NoSuchPlace(span, id))
}

fn add_article(next: &mut Project, article: &Article, found: &[Found]) -> Result<(), CommandError> {
    let id = ArticleId(next.next_article);
    next.next_article = id.0.checked_add(1).ok_or(CommandError::Full)?;
    next.articles.insert(id, Arc::new(article.clone()));
    for figure in found {
        add_claim(
            next,
            id,
            article,
            figure.span,
            Origin::Rule,
            &figure.reading,
        )?;
    }
    Ok(())
}

fn add_claim(
    next: &mut Project,
    article: ArticleId,
    holder: &Article,
    span: Span,
    origin: Origin,
    reading: &Reading,
) -> Result<(), CommandError> {
    let id = ClaimId(next.next_claim);
    let claim = Claim {
        id,
        article,
        anchor: anchor_at(holder, article, span)?,
        origin,
        reading: reading.clone(),
    };
    next.next_claim = id.0.checked_add(1).ok_or(CommandError::Full)?;
    next.claims.insert(id, Arc::new(claim));
    Ok(())
}

fn revise_article(
    next: &mut Project,
    article: ArticleId,
    revised: &Article,
    found: &[Found],
    reread: &[ClaimId],
) -> Result<(), CommandError> {
    known_article(next, article)?;
    let found_at: BTreeMap<Span, &Found> = found.iter().map(|found| (found.span, found)).collect();
    let mut taken = Vec::new();
    for (claim, span) in places(next, article, &revised.text) {
        taken.push(span);
        let mut placed = placed_at(&claim, span, &revised.text);
        if let Some(found) = found_at.get(&span)
            && reread.contains(&claim.id)
        {
            placed.reading = found.reading.clone();
        }
        next.claims.insert(claim.id, Arc::new(placed));
    }
    next.articles.insert(article, Arc::new(revised.clone()));
    let free = |found: &&Found| !taken.iter().any(|span| span.overlaps(found.span));
    for figure in found.iter().filter(free) {
        add_claim(
            next,
            article,
            revised,
            figure.span,
            Origin::Rule,
            &figure.reading,
        )?;
    }
    Ok(())
}

fn remove_article(next: &mut Project, article: ArticleId) -> Result<(), CommandError> {
    known_article(next, article)?;
    let claims = next.claims_of(article).map(|claim| claim.id).collect();
    drop_claims(next, &claims);
    next.articles.remove(&article);
    next.notes
        .retain(|note| note.subject != Subject::Article(article));
    next.sign_offs
        .retain(|sign_off| sign_off.article != article);
    Ok(())
}

/// Drops claims with all that hangs on them. A decision about a figure moves to the next of the figure's claims.
fn drop_claims(next: &mut Project, gone: &BTreeSet<ClaimId>) {
    for claim in gone {
        next.claims.remove(claim);
        next.reviews.remove(claim);
    }
    next.links
        .retain(|link| !gone.contains(&link.a) && !gone.contains(&link.b));
    next.dismissals
        .retain(|dismissal| !dismissal.claims.iter().any(|claim| gone.contains(claim)));
    let mut heirs = BTreeMap::new();
    let touched: Vec<ClaimId> = next
        .figures
        .iter()
        .filter(|(key, decision)| {
            gone.contains(key) || decision.claims.iter().any(|claim| gone.contains(claim))
        })
        .map(|(key, _)| *key)
        .collect();
    for key in touched {
        let Some(mut decision) = next.figures.remove(&key) else {
            continue;
        };
        decision.claims.retain(|claim| !gone.contains(claim));
        let heir = if gone.contains(&key) {
            decision
                .claims
                .iter()
                .copied()
                .find(|claim| !next.figures.contains_key(claim))
        } else {
            Some(key)
        };
        if let Some(heir) = heir {
            heirs.insert(key, heir);
            next.figures.insert(heir, decision);
        }
    }
    next.notes = std::mem::take(&mut next.notes)
        .into_iter()
        .filter_map(|mut note| {
            if let Subject::Figure(claim) = note.subject {
                if let Some(heir) = heirs.get(&claim) {
                    note.subject = Subject::Figure(*heir);
                } else if gone.contains(&claim) {
                    return None;
                }
            }
            Some(note)
        })
        .collect();
}

fn joins(link: &Link, a: ClaimId, b: ClaimId) -> bool {
    (link.a, link.b) == (a.min(b), a.max(b))
}

fn link_claims(
    next: &mut Project,
    a: ClaimId,
    b: ClaimId,
    kind: LinkKind,
) -> Result<(), CommandError> {
    known_claims(next, &[a, b])?;
    if a == b {
        return Err(CommandError::LinkWithItself);
    }
    let (a, b) = (a.min(b), a.max(b));
    next.links.retain(|link| !joins(link, a, b));
    let link = Link { a, b, kind };
    let at = next.links.binary_search(&link).unwrap_or_else(|at| at);
    next.links.insert(at, link);
    match contradiction(next) {
        Some((a, b)) => {
            let how = match kind {
                LinkKind::Must => "apart",
                LinkKind::Cannot => "together",
            };
            let [a, b] = [a, b].map(|claim| next.words_and_outlet(claim));
            Err(CommandError::LinkContradicts(a, b, how))
        }
        None => Ok(()),
    }
}

/// A pair that is linked apart and, through others, together.
fn contradiction(project: &Project) -> Option<(ClaimId, ClaimId)> {
    let mut leader = BTreeMap::new();
    for link in project.links.iter().filter(|l| l.kind == LinkKind::Must) {
        let (a, b) = (led_by(&leader, link.a), led_by(&leader, link.b));
        if a != b {
            leader.insert(a.max(b), a.min(b));
        }
    }
    project
        .links
        .iter()
        .filter(|link| link.kind == LinkKind::Cannot)
        .find(|link| led_by(&leader, link.a) == led_by(&leader, link.b))
        .map(|link| (link.a, link.b))
}

/// The first of the claims that are linked together with `claim`.
fn led_by(leader: &BTreeMap<ClaimId, ClaimId>, mut claim: ClaimId) -> ClaimId {
    while let Some(next) = leader.get(&claim) {
        claim = *next;
    }
    claim
}

/// Whether the rules can be used; else what is wrong with them.
pub(in crate::project) fn house_rules_sound(rules: &HouseRules) -> Result<(), String> {
    if rules.about_share < Decimal::ZERO || rules.about_share > Decimal::ONE {
        return Err("“about” must reach between 0 and 1 of the value".to_owned());
    }
    if rules.nearly_share <= Decimal::ZERO || rules.nearly_share > Decimal::ONE {
        return Err("“nearly” must start above 0 and at most at 1 of the value".to_owned());
    }
    if rules.believed_figures == 0 {
        return Err("at least one written figure must be believed".to_owned());
    }
    match rules.vague.iter().find(|(_, (low, high))| low > high) {
        Some((word, _)) => Err(format!("“{word}” must not end before it starts")),
        None => Ok(()),
    }
}

/// Whether the scale can be used with the verdicts given; else what is wrong with it.
pub(in crate::project) fn ratings_sound(project: &Project) -> Result<(), String> {
    let mut keys = BTreeSet::new();
    for Rating { key, label, .. } in &project.ratings {
        if key.trim().is_empty() || label.trim().is_empty() {
            return Err("every rating needs a key and a label".to_owned());
        }
        if !keys.insert(key.as_str()) {
            return Err(format!("“{key}” is in it twice"));
        }
    }
    let used = |review: &crate::project::Review| {
        let verdict = review.verdict.as_ref()?;
        (!keys.contains(verdict.rating.as_str())).then(|| verdict.rating.clone())
    };
    match project.reviews.values().find_map(|review| used(review)) {
        Some(key) => Err(format!(
            "claims are judged “{key}”, which is not in it; judge them anew first"
        )),
        None => Ok(()),
    }
}
