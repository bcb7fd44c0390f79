//! How a report is laid out: which sections, in which order, under whose name and sign.

use std::str::FromStr;

use serde::Serialize;

use crate::project::ReportStyle;

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// What came out, on half a page.
    Summary,
    /// What nobody has answered yet.
    Open,
    /// Findings with their working.
    Findings,
    /// Figures that stand in several places, compared.
    Figures,
    /// Figures that stand alone.
    Alone,
    /// Every quote in its sentence.
    Quotes,
    /// The articles with their data.
    Articles,
    /// Notes and signatures.
    Notes,
    /// Method and house rules.
    Method,
}

/// Every section with its name in settings and its heading, in the usual order.
pub const SECTIONS: [(Section, &str, &str); 9] = [
    (Section::Summary, "summary", "Summary"),
    (Section::Open, "open", "Open questions"),
    (Section::Findings, "findings", "Findings"),
    (Section::Figures, "figures", "Figures compared"),
    (Section::Alone, "alone", "Figures that stand alone"),
    (Section::Quotes, "quotes", "Quotes"),
    (Section::Articles, "articles", "Articles"),
    (Section::Notes, "notes", "Notes and signatures"),
    (Section::Method, "method", "Method"),
];

impl Section {
    /// Its name in settings, and in the addresses of a page: "open".
    pub fn key(self) -> &'static str {
        let its = SECTIONS.iter().find(|(section, ..)| *section == self);
        its.map_or("", |(_, key, _)| key)
    }

    /// Its heading.
    pub fn heading(self) -> &'static str {
        let its = SECTIONS.iter().find(|(section, ..)| *section == self);
        its.map_or("", |(.., heading)| heading)
    }
}

impl FromStr for Section {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let name = name.trim().to_lowercase();
        SECTIONS
            .iter()
            .find(|(_, key, _)| *key == name)
            .map(|(section, ..)| *section)
            .ok_or_else(|| {
                let names: Vec<&str> = SECTIONS.iter().map(|(_, key, _)| *key).collect();
                format!(
                    "there is no section “{name}”; choose of {}",
                    names.join(", ")
                )
            })
    }
}

/// The paper of printed forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// ISO A4, 210 × 297 mm.
    #[default]
    A4,
    /// US Letter, 8.5 × 11 inches.
    Letter,
}

/// Every paper.
pub const PAPERS: [Paper; 2] = [Paper::A4, Paper::Letter];

impl Paper {
    /// Its name in settings: "letter".
    pub const fn key(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// Its name for a person.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }
}

impl FromStr for Paper {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let name = name.trim().to_lowercase();
        PAPERS
            .into_iter()
            .find(|paper| paper.key() == name)
            .ok_or_else(|| format!("there is no paper “{name}”; choose a4 or letter"))
    }
}

/// A picture that stands at the head of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    bytes: Vec<u8>,
    media_type: &'static str,
}

/// The largest logo that is taken: 1 MB.
const LARGEST_LOGO: usize = 1 << 20;

impl Logo {
    /// A PNG or JPEG picture. An SVG could hold a script, and is refused.
    pub fn new(bytes: Vec<u8>) -> Result<Self, String> {
        let media_type = match bytes.as_slice() {
            [0x89, b'P', b'N', b'G', ..] => "image/png",
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            _ => {
                return Err(
                    "the logo is no PNG or JPEG picture; save it as one of these".to_owned(),
                );
            }
        };
        if bytes.len() > LARGEST_LOGO {
            return Err("the logo is larger than 1 MB; make it smaller".to_owned());
        }
        let logo = Self { bytes, media_type };
        if logo.size().is_none() {
            return Err("the logo is cut short; save the picture again".to_owned());
        }
        Ok(logo)
    }

    /// The picture that was written with [`Logo::to_base64`]; nothing where it is none.
    pub fn of_base64(text: &str) -> Option<Self> {
        Self::new(bytes_of_base64(text)?).ok()
    }

    /// The picture as a file, with the ending of its name.
    pub fn file(&self) -> (&'static str, &[u8]) {
        let ending = match self.media_type {
            "image/png" => "png",
            _ => "jpg",
        };
        (ending, &self.bytes)
    }

    /// Width and height in pixels, as the file says; nothing where it does not.
    pub fn size(&self) -> Option<(u32, u32)> {
        if self.media_type == "image/png" {
            let number = |at: usize| {
                Some(u32::from_be_bytes(
                    self.bytes.get(at..at + 4)?.try_into().ok()?,
                ))
            };
            return Some((number(16)?, number(20)?));
        }
        // A JPEG is a row of segments, each with its length; a frame (SOF0 to SOF15) begins with height and width.
        let mut at = 2;
        loop {
            let [0xFF, marker, high, low] = *self.bytes.get(at..at + 4)? else {
                return None;
            };
            let is_frame = matches!(marker, 0xC0..=0xCF) && ![0xC4, 0xC8, 0xCC].contains(&marker);
            if is_frame {
                let [a, b, c, d] = *self.bytes.get(at + 5..at + 9)? else {
                    return None;
                };
                let number = |high, low| u32::from(u16::from_be_bytes([high, low]));
                return Some((number(c, d), number(a, b)));
            }
            at += 2 + usize::from(u16::from_be_bytes([high, low]));
        }
    }

    /// The picture as text.
    pub fn to_base64(&self) -> String {
        base64(&self.bytes)
    }

    /// The picture as an address that holds it whole.
    pub fn data_address(&self) -> String {
        format!("data:{};base64,{}", self.media_type, base64(&self.bytes))
    }
}

/// The signs of RFC 4648, section 4.
const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn bytes_of_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for four in text.trim_end_matches('=').as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for place in 0..4 {
            let sign = match four.get(place) {
                Some(sign) => SIGNS.iter().position(|of| of == sign)?,
                None => 0,
            };
            bits = bits << 6 | u32::try_from(sign).ok()?;
        }
        let [_, first, second, third] = bits.to_be_bytes();
        bytes.extend([first, second, third].into_iter().take(four.len() - 1));
    }
    Some(bytes)
}

fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| {
            bits << 8 | u32::from(three.get(at).copied().unwrap_or(0))
        });
        for place in 0..4_usize {
            let sign = (bits >> (18 - 6 * place)) & 63;
            let sign = usize::try_from(sign).ok().and_then(|sign| SIGNS.get(sign));
            text.push(if place <= three.len() {
                sign.map_or('=', |sign| char::from(*sign))
            } else {
                '='
            });
        }
    }
    text
}

/// How the report is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What is printed, in this order.
    pub sections: Vec<Section>,
    /// A picture at its head.
    pub logo: Option<Logo>,
    /// The paper of printed forms.
    pub paper: Paper,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            sections: SECTIONS.iter().map(|(section, ..)| *section).collect(),
            logo: None,
            paper: Paper::default(),
        }
    }
}

impl Layout {
    /// The layout that a project has set; a section this program does not know is left out.
    pub fn of(style: &ReportStyle) -> Self {
        let chosen: Vec<Section> = style
            .sections
            .iter()
            .filter_map(|name| name.parse().ok())
            .collect();
        let usual = Self::default();
        Self {
            sections: if chosen.is_empty() {
                usual.sections
            } else {
                chosen
            },
            logo: style.logo.as_deref().and_then(Logo::of_base64),
            paper: style
                .paper
                .as_deref()
                .and_then(|name| name.parse().ok())
                .unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_chosen_by_name() {
        assert_eq!("Open".parse(), Ok(Section::Open));
        let error = "colophon".parse::<Section>().expect_err("none");
        assert!(error.contains("summary, open, findings"), "{error}");
    }

    #[test]
    fn base64_as_the_standard_has_it() {
        for (bytes, written) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), written);
            assert_eq!(bytes_of_base64(written).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn a_project_sets_its_layout() {
        let style = ReportStyle {
            address: None,
            newsroom: None,
            sections: ["method", "colophon", "summary"]
                .map(str::to_owned)
                .to_vec(),
            logo: Some("<script>".to_owned()),
            paper: Some("Letter".to_owned()),
        };
        let layout = Layout::of(&style);
        assert_eq!(layout.paper, Paper::Letter);
        assert_eq!(layout.sections, [Section::Method, Section::Summary]);
        assert_eq!(layout.logo, None);
        assert_eq!(Layout::of(&ReportStyle::default()), Layout::default());
    }

    #[test]
    fn only_pictures_without_script_are_logos() {
        assert!(Logo::new(b"<svg onload=alert(1)>".to_vec()).is_err());
        let frame = [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 30, 0, 90,
        ];
        let logo = Logo::new(frame.to_vec()).expect("a picture");
        assert_eq!(logo.size(), Some((90, 30)));
        assert!(
            Logo::new(vec![0x89, b'P', b'N', b'G', 1]).is_err(),
            "cut short"
        );
        let head = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x10\0\0\0\x20";
        let logo = Logo::new(head.to_vec()).expect("a picture");
        assert!(
            logo.data_address()
                .starts_with("data:image/png;base64,iVBOR")
        );
        assert_eq!(logo.size(), Some((16, 32)));
    }
}
