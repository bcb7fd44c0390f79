//! Links, findings set aside, notes, signatures and views: lists whose pieces have a key of their own.

use imbl::Vector;

use super::{About, Conflict};
use crate::crosscheck::{Link, LinkKind};
use crate::project::Project;

/// Merges the lists of `base`, `ours` and `theirs` into `merged`.
pub(super) fn merge(
    base: &Project,
    ours: &Project,
    theirs: &Project,
    merged: &mut Project,
    conflicts: &mut Vec<Conflict>,
) {
    let mut conflict = |facet, ours: String, theirs: String| {
        conflicts.push(Conflict {
            about: About::Project,
            words: String::new(),
            facet,
            ours,
            theirs,
        });
    };
    merged.links = pieces(
        (&base.links, &ours.links, &theirs.links),
        |link| (link.a, link.b),
        |link| (link.a, link.b),
        |o, t| conflict("link", said(o), said(t)),
    );
    merged.links.sort();
    merged.dismissals = pieces(
        (&base.dismissals, &ours.dismissals, &theirs.dismissals),
        |d| (d.code.clone(), d.claims.clone()),
        |d| (d.code.clone(), d.claims.clone()),
        |o, t| conflict("finding set aside", o.reason.clone(), t.reason.clone()),
    );
    // A note has no key but itself: two different ones never conflict.
    merged.notes = pieces(
        (&base.notes, &ours.notes, &theirs.notes),
        |n| (n.subject, n.text.clone(), n.by.clone(), n.at.clone()),
        |n| (n.at.clone(), n.by.clone(), n.text.clone(), n.subject),
        |_, _| {},
    );
    merged.sign_offs = pieces(
        (&base.sign_offs, &ours.sign_offs, &theirs.sign_offs),
        |s| (s.article, s.by.clone()),
        |s| (s.at.clone(), s.by.clone(), s.article),
        |o, t| {
            conflict(
                "signature",
                format!("{} at {}", o.by, o.at),
                format!("{} at {}", t.by, t.at),
            );
        },
    );
    merged.views = pieces(
        (&base.views, &ours.views, &theirs.views),
        |view| view.name.clone(),
        |view| view.name.clone(),
        |o, t| {
            conflict(
                "view",
                format!("{}: {}", o.name, o.query),
                format!("{}: {}", t.name, t.query),
            );
        },
    );
    merged.views.sort_by(|a, b| a.name.cmp(&b.name));
}

fn said(link: &Link) -> String {
    let how = match link.kind {
        LinkKind::Must => "together",
        LinkKind::Cannot => "apart",
    };
    format!("{} and {} {how}", link.a, link.b)
}

/// Merges piece by piece. What is in the base keeps its order; what was added follows, in an order of its own that does
/// not depend on who added it. Where both changed a piece, ours stays and `conflict` hears of it.
fn pieces<T: Clone + PartialEq, K: Ord, O: Ord>(
    (base, ours, theirs): (&Vector<T>, &Vector<T>, &Vector<T>),
    key: impl Fn(&T) -> K,
    order: impl Fn(&T) -> O,
    mut conflict: impl FnMut(&T, &T),
) -> Vector<T> {
    if ours == theirs || theirs == base {
        return ours.clone();
    }
    if ours == base {
        return theirs.clone();
    }
    let find = |list: &'_ Vector<T>, piece: &T| -> Option<T> {
        list.iter().find(|other| key(other) == key(piece)).cloned()
    };
    let mut merged = Vector::new();
    for piece in base {
        match (find(ours, piece), find(theirs, piece)) {
            (Some(o), Some(t)) => {
                if o != t && o != *piece && t != *piece {
                    conflict(&o, &t);
                }
                merged.push_back(if o == *piece { t } else { o });
            }
            (Some(kept), None) | (None, Some(kept)) if kept != *piece => merged.push_back(kept),
            _ => {}
        }
    }
    let mut added = Vector::new();
    for piece in ours.iter().filter(|piece| find(base, piece).is_none()) {
        if let Some(t) = find(theirs, piece).filter(|t| t != piece) {
            conflict(piece, &t);
        }
        added.push_back(piece.clone());
    }
    for piece in theirs {
        if find(base, piece).is_none() && find(ours, piece).is_none() {
            added.push_back(piece.clone());
        }
    }
    added.sort_by(|a, b| order(a).cmp(&order(b)));
    merged.append(added);
    merged
}
