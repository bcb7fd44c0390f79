//! A claim as it is marked in its text, and what stands above the text.

use super::context::Context;
use super::reader::{Mark, MarkStyle};
use super::theme::{Status, Theme, answer_mark, severity_mark};
use crate::article::Article;
use crate::claim::{Claim, ClaimId};
use crate::crosscheck::Severity;
use crate::export::words;
use crate::project;

/// The mark of a claim; struck through once it is checked if `strike`.
pub fn mark_of(theme: &Theme, context: &Context<'_>, claim: &Claim, strike: bool) -> Mark {
    let status = context.project().status(claim.id);
    let concept = claim.reading.concept.as_ref();
    let concept = concept.map_or("", |phrase| phrase.text.as_str());
    // The number stands beside it in the text; what it is of comes first.
    let label = if concept.is_empty() {
        claim.anchor.quote.clone()
    } else {
        format!("{concept} · {}", claim.anchor.quote)
    };
    let answer = context.figure_of(claim.id).and_then(|figure| figure.answer);
    let answer = answer.map(answer_mark);
    let fault = fault_of(context, claim.id);
    let standing = context.standing_of(claim.id);
    let elsewhere = answer.map_or_else(String::new, |answer| {
        format!("; elsewhere: {}", answer.label)
    });
    Mark {
        claim: claim.id,
        span: claim.anchor.span,
        name: format!(
            "{}, {standing}{elsewhere}{}",
            format!("{} {concept}", claim.anchor.quote).trim_end(),
            fault.map_or("", |_| "; part of what cannot be")
        ),
        label,
        style: MarkStyle::of(theme, context.mark_of(claim.id)),
        answer: fault.or(answer),
        struck: strike && status == project::Status::Checked,
    }
}

/// The mark of arithmetic that cannot be, where a claim has a part in it and nobody has set it aside.
fn fault_of(context: &Context<'_>, claim: ClaimId) -> Option<Status> {
    let findings = context.digest.findings_of.get(&claim)?.iter();
    let mut findings = findings.filter_map(|at| context.crosscheck.findings.get(*at));
    findings
        .find(|finding| {
            finding.severity == Severity::Impossible
                && context.project().dismissal_of(finding).is_none()
        })
        .map(|finding| severity_mark(finding.severity))
}

/// Publisher, author and date in a line.
pub fn dateline(article: &Article) -> String {
    let metadata = &article.metadata;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(metadata.publisher.clone());
    parts.extend(metadata.byline.clone());
    let published = metadata.published.as_ref().map(ToString::to_string);
    parts.extend(published.map(|at| words::time(&at)));
    parts.join(" · ")
}
