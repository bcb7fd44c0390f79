//! What another text of an article says of itself otherwise: a date put right, a name added to the byline.

use super::{Article, Metadata, PASTED};

/// A detail that another text of an article gives otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedDetail {
    /// What it is called: "Title", "Author", "Publisher", "Date", "Address".
    pub name: &'static str,
    /// As it was known.
    pub before: Option<String>,
    /// As the other text gives it.
    pub after: String,
}

impl ChangedDetail {
    /// What has changed, as in a text: "Date: [-2025-03-10-]{+2025-03-12+}".
    pub fn marked(&self) -> String {
        let before = self.before.as_deref().filter(|before| !before.is_empty());
        let before = before.map_or_else(String::new, |before| format!("[-{before}-]"));
        format!("{}: {before}{{+{}+}}", self.name, self.after)
    }
}

/// What becomes of details that another text gives otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Details {
    /// They are as the newer text gives them.
    Taken,
    /// They stay as they are known.
    Kept,
}

impl Metadata {
    /// The details that `newer` gives otherwise; one that it does not give has not changed.
    pub fn changed_in(&self, newer: &Self) -> Vec<ChangedDetail> {
        let date = |metadata: &Self| metadata.published.as_ref().map(ToString::to_string);
        [
            ("Title", self.title.clone(), newer.title.clone()),
            ("Author", self.byline.clone(), newer.byline.clone()),
            ("Publisher", self.publisher.clone(), newer.publisher.clone()),
            ("Date", date(self), date(newer)),
            ("Address", self.url.clone(), newer.url.clone()),
        ]
        .into_iter()
        .filter_map(|(name, before, after)| {
            let after = after.filter(|after| Some(after) != before.as_ref())?;
            Some(ChangedDetail {
                name,
                before,
                after,
            })
        })
        .collect()
    }
}

impl Article {
    /// The article with the text of a newer one, and with its details where they are to be taken: what it is for and its
    /// language stay. Where it came from is the newer one.
    #[must_use]
    pub fn corrected_by(&self, newer: Self, details: Details) -> Self {
        let Self { text, metadata } = newer;
        let own = self.metadata.clone();
        // What is pasted comes from no place.
        let origin = metadata.origin.clone().filter(|origin| origin != PASTED);
        let origin = origin.or_else(|| own.origin.clone());
        let known = match details {
            Details::Kept => own,
            Details::Taken => Metadata {
                role: own.role,
                language: own.language.clone(),
                ..metadata.or_as(&own)
            },
        };
        Self {
            text,
            metadata: Metadata { origin, ..known },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Role;
    use crate::text::Text;

    fn told(day: &str, byline: Option<&str>) -> Article {
        Article {
            text: Text::verbatim("About 400 goats crossed."),
            metadata: Metadata {
                published: day.parse().ok(),
                byline: byline.map(str::to_owned),
                language: Some("en".to_owned()),
                ..Metadata::default()
            },
        }
    }

    #[test]
    fn a_date_that_was_put_right_is_told_and_taken_or_not() {
        let mut old = told("2025-03-10", Some("Ann Roe"));
        old.metadata.role = Role::CopyUnderCheck;
        let new = told("2025-03-12", None);
        let changed = old.metadata.changed_in(&new.metadata);
        let [date] = &changed[..] else {
            panic!("{changed:?}");
        };
        assert_eq!((date.name, date.after.as_str()), ("Date", "2025-03-12"));
        assert_eq!(date.marked(), "Date: [-2025-03-10-]{+2025-03-12+}");

        let taken = old.corrected_by(new.clone(), Details::Taken).metadata;
        assert_eq!(taken.published, new.metadata.published);
        assert_eq!(
            taken.byline.as_deref(),
            Some("Ann Roe"),
            "not given, not gone"
        );
        assert_eq!(taken.role, Role::CopyUnderCheck);
        let kept = old.corrected_by(new, Details::Kept).metadata;
        assert_eq!(kept.published, old.metadata.published);
    }
}
