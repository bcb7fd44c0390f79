//! Files kept with a project: named by their path from its folder, known again by their fingerprint.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use super::FileError;
use super::fingerprint::{Fingerprint, hexadecimal};
use crate::project::Attachment;

/// What has become of an attached file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attached {
    /// It is as it was when it was attached.
    Unchanged,
    /// It says something else now.
    Changed,
    /// It is not where it was, or cannot be read.
    Missing,
}

/// The file at `path` as an attachment of the project at `project`.
pub(in crate::project) fn attach(path: &Path, project: &Path) -> Result<Attachment, FileError> {
    let unreadable = |cause| FileError::Unreadable {
        path: path.to_owned(),
        cause,
    };
    let file = path.canonicalize().map_err(unreadable)?;
    let folder = folder_of(project).canonicalize().map_err(unreadable)?;
    Ok(Attachment {
        sha256: fingerprint_of(&file).map_err(unreadable)?,
        path: relative(&file, &folder),
    })
}

/// How the attachment of the project at `project` is now.
pub(in crate::project) fn state(attachment: &Attachment, project: &Path) -> Attached {
    match fingerprint_of(&place(attachment, project)) {
        Ok(sha256) if sha256 == attachment.sha256 => Attached::Unchanged,
        Ok(_) => Attached::Changed,
        Err(_) => Attached::Missing,
    }
}

/// Where the file of an attachment of the project at `project` is.
pub(in crate::project) fn place(attachment: &Attachment, project: &Path) -> PathBuf {
    folder_of(project).join(&attachment.path)
}

/// The path of an attachment of the project at `here`, for the same project at `there`; `None` where the file or the
/// folder cannot be found.
pub(in crate::project) fn seen_from(
    attachment: &Attachment,
    here: &Path,
    there: &Path,
) -> Option<String> {
    let file = place(attachment, here).canonicalize().ok()?;
    let folder = folder_of(there).canonicalize().ok()?;
    Some(relative(&file, &folder))
}

fn folder_of(project: &Path) -> PathBuf {
    let path = std::path::absolute(project).unwrap_or_else(|_| project.to_owned());
    path.parent().map_or_else(PathBuf::new, Path::to_owned)
}

/// The fingerprint of a file of any size.
fn fingerprint_of(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut taken = Fingerprint::default();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hexadecimal(taken)),
            length => taken.update(buffer.get(..length).unwrap_or_default()),
        }
    }
}

/// The way from `folder` to `file`, with forward slashes; all of `file` where there is none, as between two drives.
fn relative(file: &Path, folder: &Path) -> String {
    let (mut to, mut from) = (file.components().peekable(), folder.components().peekable());
    let mut common = 0;
    while to.peek().is_some() && to.peek() == from.peek() {
        to.next();
        from.next();
        common += 1;
    }
    if common == 0 {
        return file.to_string_lossy().into_owned();
    }
    let up = from.map(|_| "..".to_owned());
    let down = to.map(|part| match part {
        Component::Normal(name) => name.to_string_lossy().into_owned(),
        other => other.as_os_str().to_string_lossy().into_owned(),
    });
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::claim::ClaimId;
    use crate::project::samples::{by_ana, session};
    use crate::project::{Command, Evidence, Session, Stance};

    #[test]
    fn a_file_is_attached_by_its_path_from_the_project_and_its_changes_are_noticed() {
        let desk = tempfile::tempdir().expect("a folder");
        let (project, scans) = (desk.path().join("talks/t.ron"), desk.path().join("scans"));
        for folder in [&scans, &desk.path().join("talks/notes")] {
            fs::create_dir_all(folder).expect("made");
        }
        let (log, call) = (
            scans.join("log.pdf"),
            desk.path().join("talks/notes/call.txt"),
        );
        fs::write(&log, b"12 ferries").expect("written");
        fs::write(&call, b"she said 12").expect("written");
        let mut session = session();
        assert!(
            session.attachment(&log).is_err(),
            "a project without a file has no folder"
        );
        session.save(&project).expect("saved");
        for file in [&log, &call] {
            let attachment = session.attachment(file).expect("readable");
            let evidence = Evidence {
                citation: "Port log".to_owned(),
                url: None,
                quote: String::new(),
                stance: Stance::Supports,
                locator: None,
                accessed: None,
                by: "Ana".to_owned(),
                method: None,
                attachment: Some(attachment),
            };
            let attach = Command::AddEvidence {
                claim: ClaimId(1),
                evidence,
            };
            session.apply(attach, by_ana()).expect("fits");
        }
        session.save(&project).expect("saved");
        let paths: Vec<String> = session
            .attachments()
            .into_iter()
            .map(|(_, a, _)| a.path)
            .collect();
        assert_eq!(paths, ["../scans/log.pdf", "notes/call.txt"]);
        let elsewhere = desk.path().join("talks/notes/copy.ron");
        assert!(
            session
                .carry_attachments(&elsewhere, by_ana())
                .expect("fits")
        );
        session.save(&elsewhere).expect("saved");
        let states = session.attachments().into_iter();
        let states: Vec<(String, Attached)> = states.map(|(_, a, state)| (a.path, state)).collect();
        assert_eq!(
            states,
            [
                ("../../scans/log.pdf".to_owned(), Attached::Unchanged),
                ("call.txt".to_owned(), Attached::Unchanged)
            ]
        );
        assert!(
            !session
                .carry_attachments(&elsewhere, by_ana())
                .expect("fits")
        );
        fs::write(&log, b"13 ferries").expect("written");
        fs::remove_file(&call).expect("gone");
        drop(session);
        let session = Session::open(&project).expect("opens");
        let states: Vec<Attached> = session
            .attachments()
            .into_iter()
            .map(|(_, _, s)| s)
            .collect();
        assert_eq!(states, [Attached::Changed, Attached::Missing]);
    }
}
