//! Starting the window, and saying in a sentence why it cannot start.

use std::panic;
use std::path::PathBuf;

use thiserror::Error;

use super::preferences::Preferences;
use super::workbench::{Options, Workbench};

/// Why there is no window.
#[derive(Debug, Error)]
pub enum AppError {
    /// No display.
    #[error(
        "there is no display: neither WAYLAND_DISPLAY nor DISPLAY is set. Start countercheck from a desktop session, or work without a window: `countercheck check ARTICLE…`, `countercheck --help`"
    )]
    NoDisplay,
    /// A library of the system is missing.
    #[error(
        "the window needs {library}, which is not installed. Install it (Debian, Ubuntu: `sudo apt-get install {package}`), or work without a window: `countercheck check ARTICLE…`, `countercheck --help`"
    )]
    MissingLibrary {
        /// Its file.
        library: &'static str,
        /// Its Debian package.
        package: &'static str,
    },
    /// Something else.
    #[error(
        "the window cannot open: {because}. Check the display and its OpenGL driver (Debian, Ubuntu: `sudo apt-get install libgl1 libgl1-mesa-dri`), or work without a window: `countercheck check ARTICLE…`, `countercheck --help`"
    )]
    Window {
        /// What the window system said.
        because: String,
    },
}

/// A library the window loads when it starts, with its Debian package.
type Library = (&'static str, &'static str);

/// What X11 needs; the window system would panic over some of them.
const FOR_X11: &[Library] = &[
    ("libX11.so.6", "libx11-6"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libXcursor.so.1", "libxcursor1"),
    ("libXi.so.6", "libxi6"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
];

/// What Wayland needs.
const FOR_WAYLAND: &[Library] = &[
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libwayland-egl.so.1", "libwayland-egl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
];

/// What drawing needs in either.
const FOR_DRAWING: &[Library] = &[("libEGL.so.1", "libegl1"), ("libGL.so.1", "libgl1")];

/// The name under which the desktop knows the program; its settings are kept under it.
pub const APP_ID: &str = "countercheck";

/// Opens the window with a project or articles, and returns when it is closed.
pub fn run(paths: Vec<PathBuf>) -> Result<(), AppError> {
    preflight()?;
    let viewport = egui::ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Countercheck")
        .with_inner_size([1360.0, 860.0])
        .with_min_inner_size([820.0, 520.0])
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions {
        viewport,
        ..eframe::NativeOptions::default()
    };
    // A panic while the window is opened is said in a sentence; later ones keep their backtrace.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let hook = std::sync::Mutex::new(Some(hook));
    let opened = panic::catch_unwind(panic::AssertUnwindSafe(|| {
        eframe::run_native(
            APP_ID,
            options,
            Box::new(|creation| {
                if let Some(hook) = hook.lock().ok().and_then(|mut hook| hook.take()) {
                    panic::set_hook(hook);
                }
                let preferences = Preferences {
                    name: name_of_user(),
                    ..Preferences::default()
                };
                let options = Options {
                    paths,
                    preferences,
                    ..Options::default()
                };
                Ok(Box::new(Workbench::new(creation, options)))
            }),
        )
    }));
    let because = match opened {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(error)) => error.to_string(),
        Err(panicked) => panicked
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| {
                panicked
                    .downcast_ref::<&str>()
                    .map(|words| (*words).to_owned())
            })
            .unwrap_or_else(|| "the window system gave up".to_owned()),
    };
    Err(AppError::Window {
        because: first_line(&because),
    })
}

/// The name under which somebody is known to the system, to sign with until they give another.
fn name_of_user() -> String {
    let known = ["USER", "USERNAME", "LOGNAME"].iter();
    known
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_default()
}

/// Looks for what is needed before the window system is asked.
fn preflight() -> Result<(), AppError> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let (wayland, x11) = (
        set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET"),
        set("DISPLAY"),
    );
    let needed = match (wayland, x11) {
        (true, _) => FOR_WAYLAND,
        (false, true) => FOR_X11,
        (false, false) => return Err(AppError::NoDisplay),
    };
    let missing = needed
        .iter()
        .chain(FOR_DRAWING)
        .find(|(library, _)| !is_installed(library));
    match missing {
        Some((library, package)) => Err(AppError::MissingLibrary { library, package }),
        None => Ok(()),
    }
}

/// Whether the loader would find `library`, as far as its usual folders tell; in doubt it would.
fn is_installed(library: &str) -> bool {
    const FOLDERS: &[&str] = &["/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib"];
    if std::env::var_os("LD_LIBRARY_PATH").is_some() {
        return true;
    }
    let mut seen_any = false;
    for folder in FOLDERS {
        let triple = format!("{folder}/{}-linux-gnu", std::env::consts::ARCH);
        for folder in [folder, triple.as_str()] {
            let folder = std::path::Path::new(folder);
            if folder.join(library).exists() {
                return true;
            }
            seen_any |= folder.join("libc.so.6").exists();
        }
    }
    // A system that keeps its libraries elsewhere is not judged.
    !seen_any
}

/// The first line, without the place in the window system's own code that it names.
fn first_line(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    let line = match line.split_once(".rs:") {
        Some((_, said)) => {
            said.trim_start_matches(|sign: char| sign.is_ascii_digit() || ": ".contains(sign))
        }
        None => line,
    };
    line.trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_a_sentence_with_a_way_out() {
        let refusals = [
            AppError::NoDisplay,
            AppError::MissingLibrary {
                library: "libX11-xcb.so.1",
                package: "libx11-xcb1",
            },
            AppError::Window {
                because: "no GL".to_owned(),
            },
        ];
        for refusal in refusals {
            let words = refusal.to_string();
            assert!(words.contains("countercheck check"), "{words}");
            assert_eq!(words.lines().count(), 1);
        }
        assert!(is_installed("libc.so.6"));
    }

    #[test]
    fn the_window_system_is_quoted_without_its_places() {
        let said = "event loop: error at /home/x/winit/src/mod.rs:788: No connection to the X server.\nmore";
        assert_eq!(first_line(said), "No connection to the X server");
        assert_eq!(first_line("no GL"), "no GL");
    }
}
