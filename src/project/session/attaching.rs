//! Files kept with a project as evidence; reading them is work for another thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Session, Stamp};
use crate::claim::ClaimId;
use crate::project::file::{FileError, attachment};
use crate::project::{
    Attached, Attachment, Command, CommandError, Evidence, Patch, Project, Review,
};

/// Every file attached to evidence, to be looked at.
#[derive(Clone, Debug)]
pub struct AttachmentTask {
    project: PathBuf,
    files: Vec<(ClaimId, Attachment)>,
}

impl AttachmentTask {
    /// Reads them all and says what has become of each.
    pub fn run(&self) -> Vec<(ClaimId, Attachment, Attached)> {
        let state = |(claim, file): &(ClaimId, Attachment)| {
            (*claim, file.clone(), attachment::state(file, &self.project))
        };
        self.files.iter().map(state).collect()
    }
}

impl Attachment {
    /// The file at `path` as an attachment of the project at `project`. Reads it.
    pub fn of(path: &Path, project: &Path) -> Result<Self, FileError> {
        attachment::attach(path, project)
    }

    /// Where the file is, for the project at `project`.
    pub fn found_from(&self, project: &Path) -> PathBuf {
        attachment::place(self, project)
    }
}

impl Session {
    /// The file at `path` as an attachment of this project, for evidence.
    pub fn attachment(&self, path: &Path) -> Result<Attachment, FileError> {
        Attachment::of(path, self.path().ok_or(FileError::NoPlace)?)
    }

    /// Gives the paths of attached files anew for a project that is about to be saved at `path`, in another folder;
    /// says whether any had to change. The files themselves stay where they are.
    pub fn carry_attachments(&mut self, path: &Path, stamp: Stamp) -> Result<bool, CommandError> {
        let Some(here) = self.path().map(Path::to_owned) else {
            return Ok(false);
        };
        let moved = |evidence: &Evidence| {
            let attachment = evidence.attachment.as_ref()?;
            let moved = attachment::seen_from(attachment, &here, path)?;
            (moved != attachment.path).then_some(moved)
        };
        let mut carried = Project::clone(&self.project);
        for (claim, review) in &self.project.reviews {
            if !review
                .evidence
                .iter()
                .any(|evidence| moved(evidence).is_some())
            {
                continue;
            }
            let mut review = Review::clone(review);
            for evidence in &mut review.evidence {
                if let Some(path) = moved(evidence)
                    && let Some(attachment) = &mut evidence.attachment
                {
                    attachment.path = path;
                }
            }
            carried.reviews.insert(*claim, Arc::new(review));
        }
        let patch = Patch::between(&self.project, &carried);
        if patch.is_empty() {
            return Ok(false);
        }
        let command = Command::Patch {
            label: "Paths of attached files from the new folder".to_owned(),
            patch: Box::new(patch),
        };
        self.apply(command, stamp)?;
        Ok(true)
    }

    /// The work of looking after all attached files; `None` while the project has no file.
    pub fn attachment_task(&self) -> Option<AttachmentTask> {
        let of_review = |(claim, review): (&ClaimId, &Arc<Review>)| {
            let claim = *claim;
            let attached = review.evidence.iter().filter_map(|e| e.attachment.clone());
            attached.map(|file| (claim, file)).collect::<Vec<_>>()
        };
        Some(AttachmentTask {
            project: self.path()?.to_owned(),
            files: self.project.reviews.iter().flat_map(of_review).collect(),
        })
    }

    /// Every file attached to evidence, with its claim and what has become of it. Reads them all.
    pub fn attachments(&self) -> Vec<(ClaimId, Attachment, Attached)> {
        self.attachment_task()
            .map_or_else(Vec::new, |task| task.run())
    }
}
