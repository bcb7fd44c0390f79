//! The logo at the head of the document.

use super::xml::escaped;
use crate::export::Logo;

/// A picture with its size, which a word processor does not read from the file.
pub(super) struct Picture<'a> {
    ending: &'static str,
    pub(super) bytes: &'a [u8],
    /// Width and height in pixels.
    size: (u32, u32),
}

/// Height at the head of a page, in English Metric Units: 13 mm. No logo is wider than 70 mm.
const HEIGHT: u64 = 468_000;
const WIDEST: u64 = 2_520_000;

impl<'a> Picture<'a> {
    /// The picture of a logo; nothing where its size cannot be told.
    pub(super) fn of(logo: &'a Logo) -> Option<Self> {
        let (ending, bytes) = logo.file();
        Some(Self {
            ending,
            bytes,
            size: logo.size()?,
        })
    }

    /// Its name in the archive.
    pub(super) fn part(&self) -> &'static str {
        match self.ending {
            "png" => "word/media/logo.png",
            _ => "word/media/logo.jpg",
        }
    }

    pub(super) fn relation(&self) -> String {
        format!(
            "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/logo.{}\"/>",
            self.ending
        )
    }

    /// The paragraph that shows it; `name` is said to those who cannot see it.
    pub(super) fn paragraph(&self, name: &str) -> String {
        let (width, height) = (u64::from(self.size.0.max(1)), u64::from(self.size.1.max(1)));
        let (mut cx, mut cy) = (HEIGHT * width / height, HEIGHT);
        if cx > WIDEST {
            (cx, cy) = (WIDEST, WIDEST * height / width);
        }
        let name = escaped(name);
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Drawing\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{cx}\" cy=\"{cy}\"/><wp:docPr id=\"1\" name=\"Logo\" descr=\"{name}\"/><wp:cNvGraphicFramePr/>\
             <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"1\" name=\"Logo\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"rId2\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>\
             </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
    }
}
