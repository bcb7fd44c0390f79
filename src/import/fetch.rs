//! The page at an address of the web: the only place of the program that opens a connection, and only when a person
//! asks for that address. No cookies, nothing sent but the request.

use std::io::Read as _;
use std::time::Duration;

use thiserror::Error;
use ureq::{Agent, ResponseExt as _};

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

/// Why an address gives no article.
#[derive(Debug, Error)]
pub enum FetchError {
    /// Another sort of address.
    #[error("“{address}” is no address of the web; give one that begins with http:// or https://")]
    NotWeb {
        /// What was given.
        address: String,
    },
    /// A server that hangs.
    #[error(
        "“{address}” did not answer within {} seconds; try again later, or save the page in a browser and import the file",
        limits.time.as_secs_f32()
    )]
    TooSlow {
        /// What was asked for.
        address: String,
        /// What was waited for.
        limits: Limits,
    },
    /// A server that sends round in circles.
    #[error(
        "“{address}” sends on to another address more than {} times; open it in a browser, save the page and import the file",
        limits.redirects
    )]
    TooManyRedirects {
        /// What was asked for.
        address: String,
        /// What was followed.
        limits: Limits,
    },
    /// A page that is not there, or not for us.
    #[error("“{address}” answers {status} ({}); {}", meaning(*status), remedy(*status))]
    Refused {
        /// Where it ended.
        address: String,
        /// Status of HTTP.
        status: u16,
    },
    /// Too much.
    #[error(
        "“{address}” is larger than {} MB; save the part you need and import the file",
        limits.bytes >> 20
    )]
    TooLarge {
        /// What was asked for.
        address: String,
        /// What was taken.
        limits: Limits,
    },
    /// No server, or no way to it.
    #[error("“{address}” cannot be reached: {because}; check the address and the connection")]
    Unreachable {
        /// What was asked for.
        address: String,
        /// What went wrong.
        because: String,
    },
    /// A page came, and there is no article in it.
    #[error(transparent)]
    Import(#[from] ImportError),
}

/// What a status means to a person.
const fn meaning(status: u16) -> &'static str {
    match status {
        401 | 403 => "not allowed",
        404 | 410 => "not there",
        429 => "too many requests",
        451 => "withheld for legal reasons",
        500..=599 => "the server has a fault",
        _ => "no page",
    }
}

/// What to do about it.
const fn remedy(status: u16) -> &'static str {
    match status {
        404 | 410 => "check the address, or look for it in an archive of the web",
        429 | 500..=599 => "try again later",
        _ => "open it in a browser, save the page and import the file",
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

fn fault(address: &str, limits: Limits, error: &ureq::Error) -> FetchError {
    let address = address.to_owned();
    match error {
        ureq::Error::Timeout(_) => FetchError::TooSlow { address, limits },
        ureq::Error::TooManyRedirects | ureq::Error::RedirectFailed => {
            FetchError::TooManyRedirects { address, limits }
        }
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => {
            FetchError::TooSlow { address, limits }
        }
        other => FetchError::Unreachable {
            address,
            because: plainly(other),
        },
    }
}

/// What an error of the network means to a person.
fn plainly(error: &ureq::Error) -> String {
    use std::io::ErrorKind;
    let told = error.to_string();
    let kind = match error {
        ureq::Error::Io(error) => Some(error.kind()),
        _ => None,
    };
    match kind {
        _ if matches!(error, ureq::Error::HostNotFound) || told.contains("lookup address") => {
            "there is no server of that name, or this computer is not connected".to_owned()
        }
        Some(ErrorKind::ConnectionRefused) => "the server does not answer".to_owned(),
        Some(ErrorKind::ConnectionReset | ErrorKind::UnexpectedEof) => {
            "the server broke the connection off".to_owned()
        }
        _ => told,
    }
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
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::{TcpListener, TcpStream};

    use super::*;

    const PAGE: &str = "<html lang=en><head><title>Goats</title></head><body><article><p>Forty goats fled the farm on Monday.</p></article></body></html>";

    /// A server on this machine that answers by the path it is asked for.
    fn server() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("its address"));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                std::thread::spawn(move || answer(stream));
            }
        });
        address
    }

    fn answer(mut stream: TcpStream) {
        let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines();
        let request = lines.next().and_then(Result::ok).unwrap_or_default();
        let fields: Vec<String> = lines
            .map_while(Result::ok)
            .take_while(|line| !line.is_empty())
            .collect();
        let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
        let send = |stream: &mut TcpStream, head: &str, body: &str| {
            let length = body.len();
            // The client may have gone away.
            drop(write!(
                stream,
                "HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            ));
        };
        let cookie = fields
            .iter()
            .any(|field| field.to_lowercase().starts_with("cookie"));
        match path.as_str() {
            _ if cookie => send(&mut stream, "400 Bad Request", ""),
            "/goats" => send(&mut stream, "200 OK\r\nContent-Type: text/html", PAGE),
            "/old" => send(
                &mut stream,
                "301 Moved\r\nSet-Cookie: a=1\r\nLocation: /goats",
                "",
            ),
            "/round" => send(&mut stream, "302 Found\r\nLocation: /round", ""),
            "/away" => send(
                &mut stream,
                "302 Found\r\nLocation: file:///etc/hostname",
                "",
            ),
            "/huge" => send(&mut stream, "200 OK", &"goats 7 ".repeat(1 << 18)),
            "/1251" => {
                let body = b"<html><p>\xD1\xEE\xF0\xEE\xEA \xEA\xEE\xE7</p></html>";
                drop(write!(
                    stream,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Length: {}\r\n\r\n",
                    body.len()
                ));
                drop(stream.write_all(body));
            }
            "/bare" => send(
                &mut stream,
                "200 OK\r\nContent-Type: Text/HTML",
                "Forty goats <b>fled</b> &amp; 12 came back",
            ),
            "/hangs" => {
                drop(write!(
                    stream,
                    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<html>"
                ));
                std::thread::park_timeout(Duration::from_secs(30));
            }
            _ => send(&mut stream, "404 Not Found", "nothing"),
        }
    }

    fn limits() -> Limits {
        Limits {
            time: Duration::from_millis(700),
            redirects: 5,
            bytes: 1 << 20,
        }
    }

    fn told(path: &str) -> String {
        let address = server() + path;
        let error = articles(&address, limits()).expect_err(path);
        error.to_string()
    }

    #[test]
    fn a_password_is_no_part_of_what_is_shown() {
        for (asked, shown) in [
            ("http://ida:secret@wire.example/a", "http://wire.example/a"),
            (
                "https://wire.example/a@b?c=@d",
                "https://wire.example/a@b?c=@d",
            ),
        ] {
            assert_eq!(without_password(asked), shown);
        }
    }

    #[test]
    fn a_page_is_fetched_and_its_last_address_told() {
        let server = server();
        let fetched = articles(&format!("{server}/old"), limits()).expect("a page");
        let imported = fetched.first().expect("an article");
        assert!(imported.article.text.as_str().contains("Forty goats fled"));
        let address = Some(format!("{server}/goats"));
        assert_eq!(imported.article.metadata.url, address);
        assert_eq!(imported.article.metadata.origin, address);
        assert!(
            imported
                .notices
                .iter()
                .any(|notice| notice.contains("/old led to"))
        );
        let russian = articles(&format!("{server}/1251"), limits()).expect("a page");
        assert_eq!(russian[0].article.text.as_str(), "Сорок коз");
        let bare = articles(&format!("{server}/bare"), limits()).expect("a page");
        let text = bare[0].article.text.as_str();
        assert_eq!(text, "Forty goats fled & 12 came back");
    }

    #[test]
    fn what_goes_wrong_is_told_and_nothing_hangs() {
        for (path, words) in [
            ("/hangs", "did not answer within 0.7 seconds"),
            ("/round", "more than 5 times"),
            ("/nothing", "answers 404 (not there)"),
            ("/huge", "larger than 1 MB"),
        ] {
            let told = told(path);
            assert!(told.contains(words), "{path}: {told}");
        }
        assert!(
            !told("/away").is_empty(),
            "a redirect out of the web is not followed"
        );
        for address in ["file:///etc/hostname", "ftp://x.example", "goats.html"] {
            let error = articles(address, limits()).expect_err("no address of the web");
            assert!(error.to_string().contains("no address of the web"));
        }
        let error = articles("http://127.0.0.1:9/", limits()).expect_err("nobody there");
        assert!(error.to_string().contains("cannot be reached"), "{error}");
    }

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        for address in ["ftp://wire.example/goats", "file:///goats", "goats"] {
            let error = articles(address, limits())
                .expect_err("refused")
                .to_string();
            assert!(error.contains("http:// or https://"), "{error}");
        }
    }
}
