//! What only the log of a project tells: when each article came, who decided about figures and when.

use super::{FigureEntry, FindingEntry, Quote, Report};
use crate::article::Article;
use crate::claim::ClaimId;
use crate::project::{Change, Command, Dismissal, Event, FigureDecision, Stamp};

impl Report {
    /// The same, with when each article was taken in, each figure was decided, each finding was set aside and each quote
    /// was noted on, as the log of the project tells.
    #[must_use]
    pub fn with_arrivals(mut self, log: &[Event]) -> Self {
        for entry in &mut self.articles {
            let mut arrivals = log.iter().filter_map(arrival);
            let arrived = arrivals.find(|(article, _)| article.text == entry.text);
            entry.imported = arrived.map(|(_, stamp)| (stamp.at.clone(), stamp.by.clone()));
        }
        let claims = |quotes: &[usize]| -> Vec<ClaimId> {
            let quotes = quotes.iter().filter_map(|index| self.quotes.get(*index));
            quotes.map(|quote| ClaimId(quote.id)).collect()
        };
        for figure in self.figures.iter_mut().filter(|it| it.decision.is_some()) {
            decide(figure, &claims(&figure.quotes), log);
        }
        for finding in self.findings.iter_mut().filter(|it| it.set_aside.is_some()) {
            finding.set_aside_at = set_aside_at(finding, &claims(&finding.quotes), log);
        }
        for quote in self.quotes.iter_mut().filter(|it| it.note.is_some()) {
            quote.noted = noted(quote, log);
        }
        self
    }

    /// What of the log [`with_arrivals`](Self::with_arrivals) needs.
    pub fn arrivals(log: &[Event]) -> Vec<Event> {
        let needed = |event: &&Event| {
            arrival(event).is_some()
                || decision(event).is_some()
                || dismissal(event).is_some()
                || note(event).is_some()
        };
        log.iter().filter(needed).cloned().collect()
    }
}

/// The article that an event brought, and when.
fn arrival(event: &Event) -> Option<(&Article, &Stamp)> {
    match done(event)? {
        Command::AddArticle { article, .. } => Some((article, &event.stamp)),
        Command::ReviseArticle { revised, .. } => Some((revised, &event.stamp)),
        _ => None,
    }
}

/// What an event decided about the figure of a claim.
fn decision(event: &Event) -> Option<(ClaimId, &FigureDecision)> {
    match done(event)? {
        Command::DecideFigure { claim, decision } => Some((*claim, decision)),
        _ => None,
    }
}

/// The finding that an event set aside.
fn dismissal(event: &Event) -> Option<&Dismissal> {
    match done(event)? {
        Command::DismissFinding { dismissal } => Some(dismissal),
        _ => None,
    }
}

/// The note that an event wrote on a claim.
fn note(event: &Event) -> Option<(ClaimId, &str)> {
    match done(event)? {
        Command::SetNote { claim, note } => Some((*claim, note)),
        _ => None,
    }
}

fn done(event: &Event) -> Option<&Command> {
    match &event.change {
        Change::Did(command) => Some(command),
        _ => None,
    }
}

/// Writes into a decision who made it and when: the first event of the latest ones that say the same. A name that is
/// given to the figure later decides nothing.
fn decide(figure: &mut FigureEntry, claims: &[ClaimId], log: &[Event]) {
    let Some(entry) = &mut figure.decision else {
        return;
    };
    let mut by = None;
    let mut said_before = false;
    for event in log {
        let Some((claim, decision)) = decision(event) else {
            continue;
        };
        let of_figure =
            claims.contains(&claim) || decision.claims.iter().any(|it| claims.contains(it));
        if !of_figure {
            continue;
        }
        let says = entry.says(decision);
        if says && !said_before {
            by = Some((event.stamp.by.clone(), event.stamp.at.clone()));
        }
        said_before = says;
    }
    entry.decided = by.filter(|_| !entry.facts().is_empty());
}

fn set_aside_at(finding: &FindingEntry, claims: &[ClaimId], log: &[Event]) -> Option<String> {
    let (reason, by) = finding.set_aside.as_ref()?;
    let mut events = log.iter().rev();
    let event = events.find(|event| {
        dismissal(event).is_some_and(|it| {
            it.code == finding.code
                && it.reason == *reason
                && it.by == *by
                && claims.iter().all(|claim| it.claims.contains(claim))
        })
    });
    event.map(|event| event.stamp.at.clone())
}

/// Who wrote the note of a quote, and when.
fn noted(quote: &Quote, log: &[Event]) -> Option<(String, String)> {
    let mut events = log.iter().rev();
    let wrote = events.find(|event| {
        note(event).is_some_and(|(claim, words)| {
            claim.0 == quote.id && Some(words) == quote.note.as_deref()
        })
    })?;
    Some((wrote.stamp.by.clone(), wrote.stamp.at.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{DecisionEntry, sample};

    fn event(by: &str, at: &str, command: Command) -> Event {
        Event {
            stamp: Stamp {
                by: by.to_owned(),
                at: at.to_owned(),
            },
            change: Change::Did(command.into()),
            label: String::new(),
        }
    }

    #[test]
    fn who_decided_a_figure_and_when_is_told_whoever_named_it_later() {
        let mut report = sample::report();
        let decide = |accepted: Option<&str>, title: Option<&str>| Command::DecideFigure {
            claim: ClaimId(1),
            decision: FigureDecision {
                accepted: accepted.map(str::to_owned),
                title: title.map(str::to_owned),
                ..FigureDecision::default()
            },
        };
        let log = [
            event("J. Elm", "2026-03-02T09:00Z", decide(Some("97,000"), None)),
            event("M. Ash", "2026-03-02T10:00Z", decide(Some("98,417"), None)),
            event(
                "B. Yew",
                "2026-03-02T11:00Z",
                decide(Some("98,417"), Some("The herd")),
            ),
        ];
        report.figures[0].decision = Some(DecisionEntry {
            accepted: Some("98,417".to_owned()),
            wording: None,
            recheck_by: None,
            decided: None,
        });
        let report = report.with_arrivals(&Report::arrivals(&log));
        let decision = report.figures[0].decision.as_ref().expect("a decision");
        assert_eq!(
            decision.facts(),
            [
                ("Accepted", "98,417".to_owned()),
                ("Decided by", "M. Ash, 2026-03-02 10:00 UTC".to_owned())
            ]
        );
    }

    #[test]
    fn a_finding_says_when_it_was_set_aside() {
        let mut report = sample::report();
        report.findings[0].set_aside = Some(("Two herds.".to_owned(), "M. Ash".to_owned()));
        let dismissal = Dismissal {
            code: "conflict".to_owned(),
            claims: vec![ClaimId(1), ClaimId(3)],
            reason: "Two herds.".to_owned(),
            by: "M. Ash".to_owned(),
        };
        let command = Command::DismissFinding { dismissal };
        let log = [event("M. Ash", "2026-03-02T10:00Z", command)];
        let report = report.with_arrivals(&log);
        let (by, reason) = report.findings[0].aside().expect("set aside");
        assert_eq!(by, "Set aside by M. Ash, 2026-03-02 10:00 UTC");
        assert_eq!(reason, "Two herds.");
    }
}
