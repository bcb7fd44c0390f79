//! Why nothing came from an address, and what to do then.

use thiserror::Error;

use super::{ImportError, Limits};

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

pub(super) fn fault(address: &str, limits: Limits, error: &ureq::Error) -> FetchError {
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
