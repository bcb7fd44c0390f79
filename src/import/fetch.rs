//! The page at an address of the web: the only place of the program that opens a connection, and only when a person
//! asks for that address. No cookies, nothing sent but the request.

use std::io::Read as _;
use std::time::Duration;

use ureq::{Agent, ResponseExt as _};

mod fault;

pub use self::fault::FetchError;
use self::fault::fault;

use super::{Choices, ImportError, Imported, Input, Provenance, html, read_as_sent};

/// How long and how much is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For the whole of it: finding the server, all redirects, the last byte.
    pub time: Duration,
    /// Redirects that are followed.
    pub redirects: u32,
    /// Bytes, unpacked.
    pub bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            redirects: 5,
            bytes: 20 << 20,
        }
    }
}

/// The articles at `address`; their origin is the address at which they were found in the end.
pub fn articles(address: &str, limits: Limits) -> Result<Vec<Imported>, FetchError> {
    articles_with_page(address, limits).map(|(articles, _)| articles)
}

/// The same, with the page as it came.
pub fn articles_with_page(
    address: &str,
    limits: Limits,
) -> Result<(Vec<Imported>, Vec<u8>), FetchError> {
    let address = address.trim();
    if !is_web(address) {
        return Err(FetchError::NotWeb {
            address: address.to_owned(),
        });
    }
    let page = page(address, limits)?;
    let input = Input {
        name: &page.address,
        bytes: &page.bytes,
        declared: page.encoding.as_deref(),
        choices: Choices::default(),
    };
    let mut articles = read_as_sent(&input, page.is_markup.then_some(&html::READER))?;
    let asked = without_password(address);
    let moved = page.address.trim_end_matches('/') != asked.trim_end_matches('/');
    for imported in &mut articles {
        imported.provenance.push(Provenance {
            facet: "url",
            value: page.address.clone(),
            source: "address it was fetched from",
        });
        imported
            .article
            .metadata
            .url
            .get_or_insert_with(|| page.address.clone());
        if moved {
            imported
                .notices
                .push(format!("{} led to {}", asked, page.address));
        }
    }
    Ok((articles, page.bytes))
}

struct Page {
    /// Where it was in the end.
    address: String,
    encoding: Option<String>,
    /// Whether its server says that it is a web page.
    is_markup: bool,
    bytes: Vec<u8>,
}

/// The address as others may see it: a report prints it.
fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else {
        return address.to_owned();
    };
    let host = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let secret = rest.get(..host).and_then(|server| server.rfind('@'));
    let rest = secret.map_or(rest, |at| rest.get(at + 1..).unwrap_or_default());
    format!("{scheme}://{rest}")
}

fn page(address: &str, limits: Limits) -> Result<Page, FetchError> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(limits.time))
        .max_redirects(limits.redirects)
        .max_redirects_will_error(true)
        .http_status_as_error(false)
        .user_agent(concat!(
            env!("CARGO_PKG_NAME"),
            "/",
            env!("CARGO_PKG_VERSION")
        ))
        .build()
        .into();
    let failed = |error: ureq::Error| fault(address, limits, &error);
    let mut response = agent
        .get(address)
        .header("Accept", "text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5")
        .call()
        .map_err(failed)?;
    let address = without_password(&response.get_uri().to_string());
    if let Some(elsewhere) = other_scheme(&address) {
        return Err(FetchError::NotWeb {
            address: elsewhere.to_owned(),
        });
    }
    let status = response.status().as_u16();
    if !(200..300).contains(&status) {
        return Err(FetchError::Refused { address, status });
    }
    let content = response.headers().get("content-type");
    let content = content.and_then(|value| value.to_str().ok());
    let content = content.unwrap_or_default().to_ascii_lowercase();
    let is_markup = ["text/html", "application/xhtml+xml"]
        .iter()
        .any(|markup| content.trim_start().starts_with(markup));
    let encoding = content
        .split_once("charset=")
        .map(|(_, name)| name.trim_matches(['"', ' ']).to_owned());
    let mut bytes = Vec::new();
    // What is counted is unpacked: a page that is small on its way may be huge on arrival.
    response
        .body_mut()
        .as_reader()
        .take(limits.bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| fault(&address, limits, &ureq::Error::from(error)))?;
    if bytes.len() as u64 > limits.bytes {
        return Err(FetchError::TooLarge { address, limits });
    }
    Ok(Page {
        address,
        encoding,
        is_markup,
        bytes,
    })
}

/// Where a server sent the request, if that is no place of the web: the agent takes "file:///x" for a page of the server.
fn other_scheme(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let (_, path) = rest.split_once('/')?;
    let (scheme, _) = path.split_once(":/")?;
    let is_scheme = scheme.len() > 1 && scheme.bytes().all(|it| it.is_ascii_alphabetic());
    (is_scheme && !is_web(path)).then_some(path)
}

/// Whether an address is of the web; others stay closed.
fn is_web(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|it| it.eq_ignore_ascii_case("http") || it.eq_ignore_ascii_case("https"))
}

#[cfg(test)]
mod tests;
