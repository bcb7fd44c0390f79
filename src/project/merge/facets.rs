//! Article by article, claim by claim, review by review: who changed which facet.

use std::sync::Arc;

use super::super::spoken::spoken;
use super::taking::Taken;
use super::{About, Conflict};
use crate::article::{Article, Metadata};
use crate::claim::{ArticleId, Claim, ClaimId, Reading};
use crate::project::{Evidence, FigureDecision, Project, Review};

/// Decides facet by facet and lists what cannot be decided.
pub(super) struct Facets<'a> {
    conflicts: &'a mut Vec<Conflict>,
    /// Of what is in conflict, that which is taken from them.
    taken: &'a Taken,
}

/// Merges the named fields of three values of one type into a copy of ours.
macro_rules! fields {
    ($facets:ident, $about:expr, $base:expr, $ours:expr, $theirs:expr, $merged:ident: $($field:ident $name:literal),* $(,)?) => {
        $($merged.$field = $facets.pick(
            $about, $name, $base.map(|base| &base.$field), &$ours.$field, &$theirs.$field,
        );)*
    };
}

impl<'a> Facets<'a> {
    pub(super) fn new(conflicts: &'a mut Vec<Conflict>, taken: &'a Taken) -> Self {
        Self { conflicts, taken }
    }

    /// What only one changed, or both alike; else ours, and a conflict.
    fn pick<T: Clone + PartialEq + Said>(
        &mut self,
        about: About,
        facet: &'static str,
        base: Option<&T>,
        ours: &T,
        theirs: &T,
    ) -> T {
        if ours == theirs || base == Some(theirs) {
            ours.clone()
        } else if base == Some(ours) || self.taken.contains(&(about, facet)) {
            theirs.clone()
        } else {
            self.conflicts.push(Conflict {
                about,
                words: String::new(),
                facet,
                ours: ours.said(),
                theirs: theirs.said(),
            });
            ours.clone()
        }
    }

    pub(super) fn article(
        &mut self,
        id: ArticleId,
        base: Option<&Arc<Article>>,
        ours: &Arc<Article>,
        theirs: &Arc<Article>,
    ) -> Arc<Article> {
        let about = About::Article(id);
        let mut metadata: Metadata = ours.metadata.clone();
        let known = base.map(|base| &base.metadata);
        fields!(self, about, known, ours.metadata, theirs.metadata, metadata:
            title "title", byline "byline", publisher "publisher", published "date", language "language",
            url "address", origin "origin", role "role");
        let text = self.pick(
            about,
            "text",
            base.map(|base| &base.text),
            &ours.text,
            &theirs.text,
        );
        Arc::new(Article { text, metadata })
    }

    pub(super) fn claim(
        &mut self,
        id: ClaimId,
        base: Option<&Arc<Claim>>,
        ours: &Arc<Claim>,
        theirs: &Arc<Claim>,
    ) -> Arc<Claim> {
        let about = About::Claim(id);
        let mut claim = Claim::clone(ours);
        fields!(self, about, base, ours, theirs, claim: anchor "place in the text");
        let mut reading: Reading = ours.reading.clone();
        let known = base.map(|base| &base.reading);
        fields!(self, about, known, ours.reading, theirs.reading, reading:
            quantity "quantity", kind "kind", sense "sense", concept "concept", predicate "predicate",
            scope "scope", place "place", period "period", as_of "as-of", basis "basis",
            aggregate "aggregate", attribution "source", relations "relations", worth "worth",
            rule "rule");
        // How the place is known goes with the place.
        if ours.reading.place != theirs.reading.place && reading.place == theirs.reading.place {
            reading.place_inferred = theirs.reading.place_inferred;
        }
        claim.reading = reading;
        Arc::new(claim)
    }

    pub(super) fn review(
        &mut self,
        id: ClaimId,
        base: Option<&Arc<Review>>,
        ours: &Arc<Review>,
        theirs: &Arc<Review>,
    ) -> Arc<Review> {
        let about = About::Claim(id);
        let nothing = Review::default();
        let base = base.map_or(&nothing, |base| base);
        let mut review = Review::clone(ours);
        // A status follows its verdict: the two are decided together.
        let judged = |review: &Review| (review.verdict.clone(), review.status);
        (review.verdict, review.status) = self.pick(
            about,
            "verdict",
            Some(&judged(base)),
            &judged(ours),
            &judged(theirs),
        );
        fields!(self, about, Some(base), ours, theirs, review: note "note", recheck_by "recheck date");
        review.evidence = evidence(&base.evidence, &ours.evidence, &theirs.evidence);
        if !crate::project::command::has_grounds(&review) {
            // One gave the verdict on the grounds that the other took away.
            review.evidence.extend(base.evidence.iter().cloned());
            self.conflicts.push(Conflict {
                about,
                words: String::new(),
                facet: "evidence",
                ours: "the ground of a verdict".to_owned(),
                theirs: "detached; kept".to_owned(),
            });
        }
        Arc::new(review)
    }

    pub(super) fn decision(
        &mut self,
        id: ClaimId,
        base: Option<&FigureDecision>,
        ours: &FigureDecision,
        theirs: &FigureDecision,
    ) -> FigureDecision {
        let mut decision = ours.clone();
        fields!(self, About::Claim(id), base, ours, theirs, decision:
            title "title of the figure", accepted "accepted value", wording "wording",
            recheck_by "recheck date of the figure");
        decision.claims.extend(&theirs.claims);
        decision.claims.sort();
        decision.claims.dedup();
        decision
    }

    pub(super) fn project(
        &mut self,
        base: &Project,
        ours: &Project,
        theirs: &Project,
        merged: &mut Project,
    ) {
        let about = About::Project;
        let base = Some(base);
        fields!(self, about, base, ours, theirs, merged:
            title "title", ratings "scale of verdicts", house_rules "house rules", report_style "look of the report");
        // A rating in use stays on the scale, whoever took it off.
        for review in merged.reviews.values() {
            let Some(verdict) = &review.verdict else {
                continue;
            };
            if merged
                .ratings
                .iter()
                .any(|known| known.key == verdict.rating)
            {
                continue;
            }
            let all = ours.ratings.iter().chain(&theirs.ratings);
            if let Some(rating) = all.into_iter().find(|known| known.key == verdict.rating) {
                merged.ratings.push(rating.clone());
            }
        }
    }
}

/// What is in the base and was detached by nobody, in its order; then what was attached, in an order that does not
/// depend on by whom.
fn evidence(base: &[Evidence], ours: &[Evidence], theirs: &[Evidence]) -> Vec<Evidence> {
    if theirs == base || ours == theirs {
        return ours.to_vec();
    }
    if ours == base {
        return theirs.to_vec();
    }
    let mut merged: Vec<Evidence> = base
        .iter()
        .filter(|piece| ours.contains(piece) && theirs.contains(piece))
        .cloned()
        .collect();
    let theirs_alone = |piece: &&Evidence| !base.contains(piece) && !ours.contains(piece);
    let mut attached: Vec<Evidence> = ours
        .iter()
        .filter(|piece| !base.contains(piece))
        .chain(theirs.iter().filter(theirs_alone))
        .cloned()
        .collect();
    attached.sort_by_key(|piece| {
        (
            piece.by.clone(),
            piece.citation.clone(),
            piece.quote.clone(),
        )
    });
    merged.append(&mut attached);
    merged
}

/// How a value is said in a conflict.
trait Said {
    fn said(&self) -> String;
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}

impl Said for String {
    fn said(&self) -> String {
        quoted(self)
    }
}

impl Said for (Option<crate::project::Verdict>, crate::project::Status) {
    fn said(&self) -> String {
        match &self.0 {
            Some(verdict) => format!(
                "{} by {}, because “{}”",
                verdict.rating.replace('_', " "),
                verdict.by,
                verdict.rationale
            ),
            None => format!("{}, without a verdict", spoken(&self.1)),
        }
    }
}

impl<T: Said> Said for Option<T> {
    fn said(&self) -> String {
        self.as_ref().map_or_else(|| "nothing".to_owned(), T::said)
    }
}

impl<T: Said> Said for Vec<T> {
    fn said(&self) -> String {
        let parts: Vec<String> = self.iter().map(T::said).collect();
        if parts.is_empty() {
            "nothing".to_owned()
        } else {
            parts.join(", ")
        }
    }
}

/// Says a value by an expression on it.
macro_rules! said {
    ($($kind:ty: |$value:ident| $said:expr;)*) => {
        $(impl Said for $kind {
            fn said(&self) -> String {
                let $value = self;
                $said
            }
        })*
    };
}

said! {
    crate::text::Text: |text| format!("a text of {} characters", text.as_str().chars().count());
    crate::text::Anchor: |anchor| format!("“{}” at byte {}", anchor.quote, anchor.span.start());
    crate::claim::Phrase: |phrase| quoted(&phrase.text);
    crate::claim::Period: |period| quoted(&period.words.text);
    crate::claim::AsOf: |as_of| as_of.date.to_string();
    crate::claim::Attribution: |attribution| quoted(&attribution.source.text);
    crate::claim::Relation: |relation| spoken(&relation.kind);
    crate::claim::Basis: |basis| spoken(basis);
    crate::claim::Aggregate: |aggregate| spoken(aggregate);
    crate::quantity::Kind: |kind| spoken(kind);
    crate::quantity::Sense: |sense| spoken(sense);
    crate::quantity::Quantity: |quantity| match quantity.value() {
        Some(value) => format!("{} {value}", quantity.amount.qualifier_name()),
        None => quantity.amount.qualifier_name().to_owned(),
    };
    crate::quantity::HouseRules: |rules| format!(
        "about {}, nearly {}, {} believed figures", rules.about_share, rules.nearly_share, rules.believed_figures
    );
    crate::article::Role: |role| spoken(role);
    crate::article::Moment: |moment| moment.to_string();
    crate::project::Rating: |rating| rating.label.clone();
    crate::project::ReportStyle: |style| format!(
        "{}, {} sections", style.newsroom.as_deref().unwrap_or("no newsroom"), style.sections.len()
    );
    jiff::civil::Date: |date| date.to_string();
    rust_decimal::Decimal: |number| number.to_string();
}
