//! What a person said about which claims belong together: a line for each time it was said, to be taken back.

use std::collections::BTreeMap;

use egui::{CollapsingHeader, Ui};

use super::super::super::context::{Context, Outbox, Request};
use super::super::super::toast::Toast;
use super::super::super::widget;
use super::detail::named;
use crate::claim::ClaimId;
use crate::crosscheck::{Figure, Link, LinkKind};
use crate::export::words;

/// More lines than this are folded.
const OPEN: usize = 3;
/// Other claims that are named in a line; all are told on hover.
const NAMED: usize = 2;

/// A claim and the links that were made from it at once.
struct Said {
    claim: ClaimId,
    kind: LinkKind,
    links: Vec<Link>,
}

impl Said {
    fn others(&self) -> impl Iterator<Item = ClaimId> {
        self.links
            .iter()
            .map(|link| if link.a == self.claim { link.b } else { link.a })
    }
}

/// One claim put to a figure is linked with each claim of it, and so is one that is taken out: links that have a claim in
/// common were made together. Those of the claim with the most links come first.
fn said(links: &[Link]) -> Vec<Said> {
    let mut said = Vec::new();
    for kind in [LinkKind::Must, LinkKind::Cannot] {
        let of_kind = links.iter().filter(|link| link.kind == kind);
        let mut left: Vec<Link> = of_kind.copied().collect();
        while !left.is_empty() {
            let mut counts: BTreeMap<ClaimId, usize> = BTreeMap::new();
            for claim in left.iter().flat_map(|link| [link.a, link.b]) {
                *counts.entry(claim).or_default() += 1;
            }
            let most = counts
                .iter()
                .max_by_key(|(claim, count)| (**count, std::cmp::Reverse(**claim)));
            let Some((claim, _)) = most else {
                break;
            };
            let claim = *claim;
            let (links, others) = left
                .into_iter()
                .partition(|link| link.a == claim || link.b == claim);
            left = others;
            said.push(Said { claim, kind, links });
        }
    }
    said
}

/// Draws the lines of a figure.
pub(super) fn links_ui(ui: &mut Ui, context: &Context<'_>, figure: &Figure, outbox: &mut Outbox) {
    let inside = |claim| figure.claims.contains(&claim);
    let links = context.project().links.iter();
    let links: Vec<Link> = links
        .filter(|link| inside(link.a) || inside(link.b))
        .copied()
        .collect();
    let said = said(&links);
    if said.len() <= OPEN {
        for said in &said {
            said_ui(ui, context, said, outbox);
        }
        return;
    }
    CollapsingHeader::new(widget::small(format!("Said by hand ({})", said.len())))
        .id_salt(("said by hand", figure.id))
        .show(ui, |ui| {
            for said in &said {
                said_ui(ui, context, said, outbox);
            }
        });
}

fn said_ui(ui: &mut Ui, context: &Context<'_>, said: &Said, outbox: &mut Outbox) {
    let (how, with) = match said.kind {
        LinkKind::Must => ("together", "with"),
        LinkKind::Cannot => ("apart", "from"),
    };
    let others: Vec<String> = said.others().map(|other| named(context, other)).collect();
    let claim = named(context, said.claim);
    let first = others.iter().take(NAMED).cloned().collect::<Vec<_>>();
    let more = match others.len() - first.len() {
        0 => String::new(),
        more => format!(" and {} more", words::grouped(more)),
    };
    let line = format!(
        "Kept {how} by hand: {claim} {with} {}{more}",
        first.join(", ")
    );
    ui.horizontal(|ui| {
        let back = widget::quiet_button(ui, "Take back");
        if back
            .on_hover_text("Leave it to the program whether they belong together")
            .clicked()
        {
            match context.project().unlinked(said.claim, &said.links) {
                Ok(command) => outbox.change(command),
                Err(error) => outbox.want(Request::Say(Toast::failed(error.to_string()))),
            }
        }
        widget::label_ui(ui, widget::small(line))
            .on_hover_text(format!("{claim} {with}\n{}", others.join("\n")));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_and_all_it_was_linked_with_are_one_line() {
        let link = |a, b, kind| Link {
            a: ClaimId(a),
            b: ClaimId(b),
            kind,
        };
        let links = [
            link(1, 4, LinkKind::Must),
            link(2, 4, LinkKind::Must),
            link(3, 4, LinkKind::Must),
            link(2, 7, LinkKind::Cannot),
            link(8, 9, LinkKind::Must),
        ];
        let lines: Vec<(u32, usize)> = said(&links)
            .iter()
            .map(|said| (said.claim.0, said.links.len()))
            .collect();
        assert_eq!(lines, [(4, 3), (8, 1), (2, 1)]);
    }
}
