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
        Ok(Self { bytes, media_type })
    }

    /// The picture that was written with [`Logo::to_base64`]; nothing where it is none.
    pub fn of_base64(text: &str) -> Option<Self> {
        Self::new(bytes_of_base64(text)?).ok()
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
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            sections: SECTIONS.iter().map(|(section, ..)| *section).collect(),
            logo: None,
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
            newsroom: None,
            sections: ["method", "colophon", "summary"]
                .map(str::to_owned)
                .to_vec(),
            logo: Some("<script>".to_owned()),
        };
        let layout = Layout::of(&style);
        assert_eq!(layout.sections, [Section::Method, Section::Summary]);
        assert_eq!(layout.logo, None);
        assert_eq!(Layout::of(&ReportStyle::default()), Layout::default());
    }

    #[test]
    fn only_pictures_without_script_are_logos() {
        assert!(Logo::new(b"<svg onload=alert(1)>".to_vec()).is_err());
        let logo = Logo::new(vec![0x89, b'P', b'N', b'G', 1]).expect("a picture");
        assert!(
            logo.data_address()
                .starts_with("data:image/png;base64,iVBOR")
        );
    }
}
