//! What the typesetter finds on its desk: one template, one file of data, perhaps a logo, and the bundled typefaces.
//! It has no folder, no clock and no connection.
//!
//! Laying pages out is one call that tells nothing. But while an item is laid out the template reads a file whose name
//! says how far it is: so the desk knows, and where nobody wants the pages any more it refuses that file, which leaves
//! all further items empty.

use std::sync::OnceLock;

use serde_json::Value;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::LAID_OUT;
use crate::export::TYPEFACES;
use crate::export::pace::Pace;

/// Figures of one width, for columns in the window; the pages have the others of its family.
const OF_WINDOW: &str = "Inter-Tabular.otf";

const TEMPLATE: &str = include_str!("../../../assets/report/report.typ");

/// The bundled typefaces, read once.
pub(super) fn fonts() -> &'static [Font] {
    static READ: OnceLock<Vec<Font>> = OnceLock::new();
    READ.get_or_init(|| {
        let files = TYPEFACES.iter().filter(|(name, _)| *name != OF_WINDOW);
        files
            .flat_map(|(_, bytes)| Font::iter(Bytes::new(*bytes)))
            .collect()
    })
}

/// In how many steps the template tells how far it is.
pub(super) const STEPS: usize = 100;

/// All that one report is set from.
pub(super) struct Desk<'a> {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    template: Source,
    data: (FileId, Bytes),
    logo: Option<(FileId, Bytes)>,
    /// A file for each step that the template tells.
    steps: Vec<FileId>,
    pace: &'a Pace,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        data: &Value,
        logo: Option<(String, Vec<u8>)>,
        pace: &'a Pace,
    ) -> Result<Self, String> {
        let steps = (0..STEPS).map(|step| file(&format!("at-{step}")));
        let logo = match logo {
            Some((name, bytes)) => Some((file(&name)?, Bytes::new(bytes))),
            None => None,
        };
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(fonts())),
            template: Source::new(file("report.typ")?, TEMPLATE.to_owned()),
            data: (file("report.json")?, Bytes::from_string(data.to_string())),
            logo,
            steps: steps.collect::<Result<_, _>>()?,
            pace,
        })
    }
}

/// A name on the desk.
fn file(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(name).map_err(|error| error.to_string())?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some(step) = self.steps.iter().position(|known| *known == id) {
            if self.pace.is_given_up() {
                return Err(FileError::AccessDenied);
            }
            self.pace.is_at(1 + step * (LAID_OUT - 1) / STEPS);
            return Ok(Bytes::new([]));
        }
        let files = [Some(&self.data), self.logo.as_ref()];
        let known = files.into_iter().flatten().find(|(known, _)| *known == id);
        known
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().get(index).cloned()
    }

    /// The template asks for no day: the same report gives the same pages.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
