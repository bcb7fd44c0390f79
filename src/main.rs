//! Starts the window or the command line, prints an error in plain sentences, sets the exit status. Nothing else.

use std::error::Error;
use std::io::Write as _;
use std::process::ExitCode;

use countercheck::cli::{self, Request};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::request() {
        Request::Command(command) => match cli::run(command.signed(name_in_settings())) {
            Ok(outcome) => ExitCode::from(outcome.status()),
            Err(error) => failed(&error),
        },
        Request::Window(paths) => window(&paths),
    }
}

/// The name that a person has given in the window's settings.
#[cfg(feature = "app")]
fn name_in_settings() -> Option<String> {
    countercheck::app::name_in_settings()
}

#[cfg(not(feature = "app"))]
const fn name_in_settings() -> Option<String> {
    None
}

#[cfg(not(feature = "app"))]
fn window(_paths: &[std::path::PathBuf]) -> ExitCode {
    say(
        "This build has no window: it was made without the feature “app”. Run `countercheck --help` for what the command line does.",
    );
    ExitCode::from(2)
}

#[cfg(feature = "app")]
fn window(paths: &[std::path::PathBuf]) -> ExitCode {
    match countercheck::app::run(paths.to_vec()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

/// Prints an error with what lies beneath it, a line each, nothing twice.
fn failed(error: &dyn Error) -> ExitCode {
    let mut said = error.to_string();
    say(&said);
    let mut beneath = error.source();
    while let Some(cause) = beneath {
        let line = cause.to_string();
        if !said.contains(&line) {
            say(&format!("  because: {line}"));
            said = line;
        }
        beneath = cause.source();
    }
    ExitCode::from(2)
}

fn say(line: &str) {
    // Standard error may be closed; there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "{line}");
}
