//! Claims: who says which quantity about what, where, when and in what scope.
//!
//! [`extract`] reads a text; what it understood of one figure is a [`Reading`]. A [`Claim`] is a reading that a
//! project has taken in, with an identity.

mod about;
mod antecedent;
mod attribution;
mod clause;
mod concept;
mod extract;
mod figure;
mod nature;
mod period;
mod place;
mod poll;
mod predicate;
mod reader;
mod relation;
mod sentence;
mod source;
mod time;
mod worth;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::quantity::{Kind, Quantity, Sense};
use crate::text::{Anchor, Span};

pub use extract::extract;
pub use sentence::{sentence_around, sentences_of};

/// Identity of an article in a project; never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArticleId(pub u32);

/// Identity of a claim in a project; never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClaimId(pub u32);

impl std::fmt::Display for ArticleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "article {}", self.0)
    }
}

impl std::fmt::Display for ClaimId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "claim {}", self.0)
    }
}

/// Words that fill a facet: of the article, or an editor's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// Where they stand in the article; `None` for an editor's words.
    pub span: Option<Span>,
}

/// On what the number rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Counted by somebody.
    Count,
    /// Given by an authority.
    Official,
    /// Estimated.
    Estimate,
    /// Forecast or planned.
    Projection,
    /// Alleged by a party.
    Allegation,
    /// Asked of a sample.
    Poll,
}

/// What kind of total it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    /// So many at one time.
    Stock,
    /// So many within a period.
    PeriodCount,
    /// So many since a start.
    Cumulative,
    /// So many per something.
    Rate,
    /// A part of a whole.
    Share,
    /// A mean or median.
    Average,
    /// A change.
    Change,
}

/// What sort of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A government, ministry, mayor, police, court.
    Official,
    /// A company, agency, group.
    Organisation,
    /// A named person.
    Person,
    /// A report, study, filing or data set.
    Document,
    /// A survey.
    Poll,
    /// Another outlet.
    Media,
    /// "sources close to".
    Anonymous,
}

/// How close the article keeps to the source's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Directness {
    /// The figure stands inside a quotation.
    Direct,
    /// Reported speech.
    Indirect,
    /// A few words in quotation marks within reported speech.
    ScareQuote,
}

/// Who is said to have given the figure: the attribution triple of source, cue and content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// Who: "Kazakh officials".
    pub source: Phrase,
    /// The words that attribute: "said", "according to".
    pub cue: Option<Phrase>,
    /// What is attributed.
    pub content: Option<Span>,
    /// Sort of source.
    pub kind: Option<SourceKind>,
    /// Quoted or reported.
    pub directness: Directness,
    /// Full name of a source written as a pronoun or a short name.
    pub resolved: Option<Phrase>,
    /// Who reports this source, where the text gives a chain.
    pub reported_by: Option<Box<Attribution>>,
}

impl Attribution {
    /// Whom the article itself names: the last of the chain of those who report this source.
    pub fn outermost(&self) -> &Self {
        let mut outer = self;
        while let Some(reporter) = &outer.reported_by {
            outer = reporter;
        }
        outer
    }
}

/// The time a figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// As written: "over the past week", "between Feb. 1 and July 31", "pre-war".
    pub words: Phrase,
    /// First day, where it can be known.
    pub from: Option<Date>,
    /// Last day, where it can be known.
    pub to: Option<Date>,
    /// A named time that has no dates here: "pre-war".
    pub epoch: Option<String>,
}

/// How a facet is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Written in the article.
    Stated,
    /// Worked out from the article's date or dateline.
    Inferred,
}

/// The day a figure held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AsOf {
    /// The day.
    pub date: Date,
    /// How it is known.
    pub certainty: Certainty,
}

/// How one figure of an article hangs on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// "20% **of the 100,000**".
    ShareOf,
    /// "two **of the four**", "18 of them".
    PartOf,
    /// "rose to 5 **from 3**": this is the new level, the other the old.
    ChangedFrom,
    /// "11 killed **and 18 others** wounded": counted beside, of the same people.
    Beside,
}

/// A link to another figure of the same article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// How they hang together.
    pub kind: RelationKind,
    /// Where the other figure stands.
    pub other: Span,
}

/// What a figure was understood to mean. Any facet may be unknown, and unknown never equals anything.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The size.
    pub quantity: Quantity,
    /// Sort of figure.
    pub kind: Kind,
    /// Level or change.
    pub sense: Sense,
    /// What is counted or measured: "Russians", "pre-war population of Mariupol".
    pub concept: Option<Phrase>,
    /// The words that say what happened: "have crossed into Kazakhstan".
    pub predicate: Option<Phrase>,
    /// What narrows it: "remaining", "pre-war", "registered".
    pub scope: Vec<Phrase>,
    /// Where.
    pub place: Option<Phrase>,
    /// Whether the place is the dateline's, which the sentence does not name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub place_inferred: bool,
    /// The time it is about.
    pub period: Option<Period>,
    /// The day it held.
    pub as_of: Option<AsOf>,
    /// On what it rests.
    pub basis: Option<Basis>,
    /// What kind of total it is.
    pub aggregate: Option<Aggregate>,
    /// Who says so; `None` is "no source given".
    pub attribution: Option<Attribution>,
    /// Links to other figures of the article.
    pub relations: Vec<Relation>,
    /// How much it deserves checking, 0 to 1.
    #[serde(with = "rust_decimal::serde::str")]
    pub worth: Decimal,
    /// The rule that found it.
    pub rule: String,
}

impl Reading {
    /// How the place is known.
    pub const fn place_certainty(&self) -> Certainty {
        if self.place_inferred {
            Certainty::Inferred
        } else {
            Certainty::Stated
        }
    }
}

/// A figure found in a text, not yet in any project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// Qualifier, number and unit or symbol as written.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// What it was understood to mean.
    pub reading: Reading,
}

/// Who marked a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A rule of the program.
    Rule,
    /// A person.
    Person,
}

/// A figure of an article that a project has taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its identity.
    pub id: ClaimId,
    /// The article it stands in.
    pub article: ArticleId,
    /// Where, with its words.
    pub anchor: Anchor,
    /// Who marked it.
    pub origin: Origin,
    /// What it means.
    pub reading: Reading,
}
