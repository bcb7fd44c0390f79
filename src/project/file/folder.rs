//! Folders stand for the files in them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The paths with each folder replaced by the files in it and below, in order. Hidden files, projects, scripts and what is no file, such as a pipe, are left out;
/// a folder that is reached a second time, by a link, is not read again. A folder that cannot be read stays as it is:
/// whoever reads the files meets the error.
pub fn files_of_folders(paths: impl IntoIterator<Item = PathBuf>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open: Vec<PathBuf> = paths.into_iter().collect();
    open.reverse();
    while let Some(path) = open.pop() {
        let entries = path.is_dir().then(|| std::fs::read_dir(&path));
        let Some(Ok(entries)) = entries else {
            files.push(path);
            continue;
        };
        if !path.canonicalize().is_ok_and(|place| seen.insert(place)) {
            continue;
        }
        let is_wanted = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // A pipe or a socket may never come to its end; a link that leads nowhere is told of by whoever reads it.
            let waits = std::fs::metadata(path).is_ok_and(|it| !it.is_file() && !it.is_dir());
            let ending = name
                .rsplit_once('.')
                .map(|(_, ending)| ending.to_lowercase());
            let ending = ending.filter(|_| !path.is_dir()).unwrap_or_default();
            let project = ending == "ron";
            let made = OF_MACHINES.contains(&ending.as_str());
            !name.starts_with('.') && !project && !made && !waits
        };
        let mut inside: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        inside.retain(is_wanted);
        let names: BTreeSet<String> = inside.iter().map(|path| name_of(path)).collect();
        inside.retain(|path| !path.is_dir() || !is_of_a_page(&name_of(path), &names));
        inside.sort();
        open.extend(inside.into_iter().rev());
    }
    files
}

/// Endings of files that machines read and that hold no article, beside those that pages are saved with.
const OF_MACHINES: [&str; 9] = [
    "css", "js", "mjs", "map", "py", "sh", "url", "webloc", "ini",
];

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Whether a folder holds the pictures and frames of a page that a browser has saved beside it: "Story_files" of
/// "Story.html".
fn is_of_a_page(folder: &str, beside: &BTreeSet<String>) -> bool {
    let page = ["_files", "-Dateien", "_fichiers", "_archivos"]
        .iter()
        .find_map(|end| folder.strip_suffix(end));
    page.is_some_and(|page| {
        ["html", "htm"]
            .iter()
            .any(|ending| beside.contains(&format!("{page}.{ending}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_once_in_order_without_projects_and_hidden_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("b")).expect("made");
        for name in ["c.txt", "a.txt", "b/d.txt", ".hidden.txt", "p.RON"] {
            std::fs::write(at(name), "Forty goats.").expect("written");
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), at("b/again")).expect("linked");
        #[cfg(unix)]
        std::os::unix::net::UnixListener::bind(at("e.txt")).expect("a socket");
        std::fs::create_dir(at("c_files")).expect("made");
        for name in ["c.html", "c_files/frame.html"] {
            std::fs::write(at(name), "Forty goats.").expect("written");
        }
        let files = files_of_folders([folder.path().to_owned(), at("missing.txt")]);
        let expected = ["a.txt", "b/d.txt", "c.html", "c.txt", "missing.txt"].map(at);
        assert_eq!(files, expected);
    }
}
