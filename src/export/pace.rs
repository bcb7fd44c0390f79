//! How far the writing of a report is, and whether anybody still wants it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::ExportError;

/// Is told how many per cent of a report are written, as soon as that can be told; says whether to go on.
pub type Watch<'a> = &'a dyn Fn(Option<usize>) -> bool;

/// How long nobody is asked whether to go on.
const STEP: Duration = Duration::from_millis(50);
/// Room for the deepest nesting of the typesetter.
const STACK: usize = 16 << 20;

/// What a writer tells of its work, and asks.
#[derive(Debug, Default)]
pub(super) struct Pace {
    percent: AtomicUsize,
    given_up: AtomicBool,
}

impl Pace {
    /// So much is done, and never less than before. Only setting pages takes long enough to be told.
    #[cfg(any(feature = "pdf", test))]
    pub(super) fn is_at(&self, percent: usize) {
        self.percent.fetch_max(percent.min(100), Ordering::Relaxed);
    }

    /// Whether nobody wants the report any more.
    #[cfg(any(feature = "pdf", test))]
    pub(super) fn is_given_up(&self) -> bool {
        self.given_up.load(Ordering::Relaxed)
    }

    /// Nobody wants it any more.
    pub(super) fn give_up(&self) {
        self.given_up.store(true, Ordering::Relaxed);
    }

    pub(super) fn percent(&self) -> Option<usize> {
        Some(self.percent.load(Ordering::Relaxed)).filter(|percent| *percent > 0)
    }
}

/// Writes on a thread of its own, so that whoever waits can leave at once: what cannot be interrupted is left to end
/// by itself, and its bytes are thrown away.
pub(super) fn watched(
    format: &'static str,
    watch: Watch<'_>,
    write: impl FnOnce(&Pace) -> Result<Vec<u8>, ExportError> + Send + 'static,
) -> Result<Vec<u8>, ExportError> {
    let failed = |because: String| ExportError::Failed { format, because };
    let pace = Arc::new(Pace::default());
    let (sender, receiver) = channel();
    let its = Arc::clone(&pace);
    std::thread::Builder::new()
        .name(format!("write {format}"))
        .stack_size(STACK)
        .spawn(move || {
            // Nobody may be waiting any more.
            drop(sender.send(write(&its)));
        })
        .map_err(|error| failed(format!("there is no thread for it ({error})")))?;
    loop {
        match receiver.recv_timeout(STEP) {
            Ok(result) => return result,
            Err(RecvTimeoutError::Timeout) if watch(pace.percent()) => {}
            Err(RecvTimeoutError::Timeout) => {
                pace.give_up();
                return Err(ExportError::Cancelled);
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err(failed("its writer ended in the middle".to_owned()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn who_waits_hears_how_far_it_is_and_gets_the_bytes() {
        let heard = Mutex::new(Vec::new());
        let (told, hears) = channel();
        let watch = |percent| {
            heard.lock().expect("heard").push(percent);
            // The writer goes on once it is known how far it is.
            let _ = told.send(());
            true
        };
        let bytes = watched("Slow", &watch, move |pace| {
            hears.recv().expect("somebody asks");
            pace.is_at(40);
            pace.is_at(20);
            while hears.try_recv().is_ok() {}
            // The second answer after the change surely knows of it.
            hears.recv().expect("somebody asks");
            hears.recv().expect("somebody asks");
            Ok(vec![1])
        });
        assert_eq!(bytes, Ok(vec![1]));
        let heard = heard.into_inner().expect("heard");
        assert_eq!(heard.first(), Some(&None), "nothing is known yet");
        assert_eq!(heard.last(), Some(&Some(40)), "{heard:?}");
    }

    #[test]
    fn who_gives_up_is_free_at_once_and_the_writer_is_told() {
        let (told, hears) = channel();
        let (free, waits) = channel();
        let result = watched("Slow", &|_| false, move |pace| {
            // It cannot end before the one who gave up is free.
            waits.recv().expect("somebody is free");
            told.send(pace.is_given_up()).expect("somebody listens");
            Ok(Vec::new())
        });
        assert_eq!(result, Err(ExportError::Cancelled));
        free.send(()).expect("the writer waits");
        assert_eq!(hears.recv(), Ok(true), "the writer is told");
    }

    #[test]
    fn a_writer_that_breaks_is_told_as_a_failure() {
        let error = watched("Broken", &|_| true, |_| panic!("on purpose"));
        let error = error.expect_err("no bytes").to_string();
        assert!(
            error.contains("Broken") && error.contains("in the middle"),
            "{error}"
        );
    }
}
