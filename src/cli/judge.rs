//! `judge`: how the check of a claim came out, with its reason or what was looked up.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{CliError, Outcome, clock};
use crate::claim::ClaimId;
use crate::project::{Command, Evidence, Project, Session, Stamp, Stance, Verdict};

/// What `judge` was asked for.
#[derive(Clone, Debug, clap::Args)]
#[command(
    after_help = "A verdict needs a reason or evidence. The number of a claim is the one in brackets in reports, and its id in tables and JSON."
)]
pub struct Judge {
    /// The project
    #[arg(value_name = "PROJECT.ron")]
    project: PathBuf,
    /// Number of the claim; may be given several times
    #[arg(long = "claim", value_name = "NUMBER", required = true)]
    claims: Vec<u32>,
    /// A step of the project's scale: by default confirmed, mostly right, disputed, wrong, outdated or cannot be verified
    #[arg(long)]
    verdict: String,
    /// Why it came out so
    #[arg(
        long,
        value_name = "TEXT",
        allow_hyphen_values = true,
        default_value = "",
        hide_default_value = true
    )]
    reason: String,
    /// What was looked up: its address, or words to cite it by
    #[arg(long, value_name = "URL | TEXT", allow_hyphen_values = true)]
    evidence: Option<String>,
    /// Which way the evidence points
    #[arg(long, default_value = "context", requires = "evidence")]
    stance: Points,
    /// Your name or initials, for the log
    #[arg(long)]
    pub(super) by: Option<String>,
}

/// Which way evidence points.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Points {
    /// For the claim
    Supports,
    /// Against it
    Refutes,
    /// Neither
    Context,
}

pub(super) fn run(asked: &Judge) -> Result<Outcome, CliError> {
    let mut session = Session::open(&asked.project)?;
    let stamp = clock::stamp(asked.by.as_deref());
    let claims: Vec<ClaimId> = asked.claims.iter().copied().map(ClaimId).collect();
    let verdict = Verdict {
        rating: rating(session.project(), &asked.verdict)?,
        rationale: asked.reason.trim().to_owned(),
        by: stamp.by.clone(),
        at: stamp.at.clone(),
    };
    if let Some(looked_up) = &asked.evidence {
        for claim in &claims {
            let evidence = evidence(looked_up, asked.stance, &stamp);
            let claim = *claim;
            session.apply(Command::AddEvidence { claim, evidence }, stamp.clone())?;
        }
    }
    let verdict = Some(verdict);
    session.apply(Command::SetVerdict { claims, verdict }, stamp)?;
    session.save(&asked.project)?;
    Ok(Outcome::Fine)
}

/// The key of the step of the scale that is called so.
fn rating(project: &Project, word: &str) -> Result<String, CliError> {
    let plain = |name: &str| name.trim().replace(['_', '-'], " ").to_lowercase();
    let is_called = |name: &str| plain(name) == plain(word);
    let mut ratings = project.ratings.iter();
    let found = ratings.find(|rating| is_called(&rating.key) || is_called(&rating.label));
    let known = || {
        let labels = project.ratings.iter().map(|rating| rating.label.as_str());
        labels.collect::<Vec<_>>().join(", ")
    };
    found
        .map(|rating| rating.key.clone())
        .ok_or_else(|| CliError::WhichVerdict {
            word: word.to_owned(),
            known: known(),
        })
}

fn evidence(looked_up: &str, points: Points, stamp: &Stamp) -> Evidence {
    let looked_up = looked_up.trim();
    let is_address = looked_up.starts_with("https://") || looked_up.starts_with("http://");
    Evidence {
        citation: looked_up.to_owned(),
        url: is_address.then(|| looked_up.to_owned()),
        quote: String::new(),
        stance: match points {
            Points::Supports => Stance::Supports,
            Points::Refutes => Stance::Refutes,
            Points::Context => Stance::Context,
        },
        locator: None,
        accessed: clock::day(stamp),
        by: stamp.by.clone(),
        method: None,
        attachment: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_found_by_its_key_and_by_its_name() {
        let project = Project::new("Goats");
        let called = |word| rating(&project, word).ok();
        assert_eq!(called("confirmed").as_deref(), Some("confirmed"));
        assert_eq!(called("Mostly right").as_deref(), Some("mostly_right"));
        assert_eq!(called("mostly-right").as_deref(), Some("mostly_right"));
        assert_eq!(
            called("cannot be verified").as_deref(),
            Some("unverifiable")
        );
        let refused = rating(&project, "fine").expect_err("on no scale");
        assert!(refused.to_string().contains("Mostly right, Disputed"));
    }

    #[test]
    fn an_address_can_be_followed_and_words_are_cited() {
        let stamp = Stamp {
            by: "AF".to_owned(),
            at: "2026-03-02T14:05:00Z".to_owned(),
        };
        let page = evidence("https://register.example/goats", Points::Supports, &stamp);
        assert_eq!(page.url.as_deref(), Some("https://register.example/goats"));
        assert_eq!(
            page.accessed.map(|it| it.to_string()).as_deref(),
            Some("2026-03-02")
        );
        let call = evidence("Call to the ferry master", Points::Context, &stamp);
        assert_eq!(
            (call.url, call.citation.as_str()),
            (None, "Call to the ferry master")
        );
    }
}
