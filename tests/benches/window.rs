//! Time of a frame of the whole window with 1,000 articles and 10,000 claims, without a display; and its memory.
//!
//! Prints for each thing a person does the median and the 99th percentile of its frames, in milliseconds, against what
//! is promised: 4 and 12. Ends with an error where the promise is broken.

#![expect(
    clippy::float_arithmetic,
    reason = "times of the clock of the window, never values"
)]

mod crowd;
mod news;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use countercheck::app::preferences::{Light, Preferences};
use countercheck::app::{Options, Workbench};
use eframe::App as _;
use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2,
};

const MEDIAN: Duration = Duration::from_millis(4);
const WORST: Duration = Duration::from_millis(12);
const FRAMES: usize = 400;

struct Window {
    ctx: egui::Context,
    workbench: Workbench,
    frame: eframe::Frame,
    time: f64,
    pointer: Pos2,
}

impl Window {
    fn open(paths: Vec<PathBuf>) -> Self {
        let ctx = egui::Context::default();
        let options = Options {
            paths,
            clock: || "2024-03-30T09:00:00Z".to_owned(),
            system_dialogs: false,
            state_folder: None,
            preferences: Preferences {
                light: Light::Light,
                ..Preferences::default()
            },
        };
        let creation = eframe::CreationContext::_new_kittest(ctx.clone());
        let workbench = Workbench::new(&creation, options);
        let frame = eframe::Frame::_new_kittest();
        Self {
            ctx,
            workbench,
            frame,
            time: 0.0,
            pointer: Pos2::new(600.0, 400.0),
        }
    }

    /// One frame, with what the graphics card is given; the time it took.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1_600.0, 1_000.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let since = Instant::now();
        let output = self.ctx.run_ui(input, |ui| {
            let ctx = ui.ctx().clone();
            self.workbench.logic(&ctx, &mut self.frame);
            self.workbench.ui(ui, &mut self.frame);
        });
        let shapes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        std::hint::black_box(shapes.len());
        since.elapsed()
    }

    fn settle(&mut self) {
        for _ in 0..4 {
            self.frame(Vec::new());
            let ctx = self.ctx.clone();
            self.workbench.settle(&ctx);
        }
        for _ in 0..30 {
            self.frame(Vec::new());
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.frame(key_events(modifiers, key));
        self.frame(Vec::new());
    }

    /// Frames while something is done again and again; says whether the promise is kept.
    fn measure(&mut self, name: &str, mut events: impl FnMut(usize) -> Vec<Event>) -> bool {
        let mut times: Vec<Duration> = Vec::with_capacity(FRAMES);
        for at in 0..FRAMES {
            let mut now = events(at);
            now.insert(0, Event::PointerMoved(self.pointer));
            times.push(self.frame(now));
        }
        times.sort_unstable();
        let (median, worst) = (times[FRAMES / 2], times[FRAMES * 99 / 100]);
        let kept = median <= MEDIAN && worst <= WORST;
        report(name, median, worst, kept);
        kept
    }
}

#[expect(clippy::print_stdout, reason = "a benchmark prints what it measures")]
fn report(name: &str, median: Duration, worst: Duration, kept: bool) {
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let word = if kept { "" } else { "   over" };
    println!("{name:<44}{:>8.2}{:>8.2} ms{word}", ms(median), ms(worst));
}

fn key_events(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    };
    vec![event(true), event(false)]
}

fn wheel(down: bool) -> Vec<Event> {
    vec![Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, if down { -120.0 } else { 120.0 }),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    }]
}

/// Types a word letter by letter, clearing the field between words.
fn typing(at: usize) -> Vec<Event> {
    const WORD: &str = "passengers ";
    let place = at / 3 % (WORD.len() + 1);
    if !at.is_multiple_of(3) {
        return Vec::new();
    }
    match WORD.get(place..=place) {
        Some(letter) => vec![Event::Text(letter.to_owned())],
        None => [
            key_events(Modifiers::COMMAND, Key::A),
            key_events(Modifiers::NONE, Key::Backspace),
        ]
        .concat(),
    }
}

/// Memory of the process in megabytes, where the system tells.
fn memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

#[expect(clippy::print_stdout, reason = "a benchmark prints what it measures")]
fn main() {
    let since = Instant::now();
    let mut window = Window::open(Vec::new());
    window.frame(Vec::new());
    println!(
        "{:<44}{:>16.0} ms",
        "first frame, without the system's window",
        since.elapsed().as_secs_f64() * 1e3
    );
    drop(window);

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("crowd.ron");
    {
        let mut session = crowd::session(1_000, 4_000, 10);
        println!(
            "{} articles, {} claims",
            session.project().articles.len(),
            session.project().claims.len()
        );
        session.save(&path).expect("saved");
    }
    let before = memory();
    let since = Instant::now();
    let mut window = Window::open(vec![path]);
    window.settle();
    println!(
        "{:<44}{:>16.0} ms",
        "opened and crosschecked",
        since.elapsed().as_secs_f64() * 1e3
    );
    let mut kept = true;
    let ctrl = Modifiers::COMMAND;
    window.press(ctrl, Key::Num1);
    kept &= window.measure("text at rest", |_| Vec::new());
    kept &= window.measure("scrolling the text", |at| wheel(at / 40 % 2 == 0));
    kept &= window.measure("moving through claims", |at| {
        if at.is_multiple_of(4) {
            key_events(Modifiers::NONE, Key::J)
        } else {
            Vec::new()
        }
    });
    window.pointer = Pos2::new(140.0, 500.0);
    kept &= window.measure("scrolling the articles", |at| wheel(at / 100 % 2 == 0));
    window.press(ctrl | Modifiers::SHIFT, Key::K);
    kept &= window.measure("typing in the search of claims", typing);
    window.press(ctrl | Modifiers::SHIFT, Key::F);
    kept &= window.measure("typing in the search of words", typing);
    window.pointer = Pos2::new(600.0, 300.0);
    window.press(ctrl, Key::Num2);
    window.press(Modifiers::NONE, Key::Escape);
    kept &= window.measure("scrolling the grid", |at| wheel(at / 100 % 2 == 0));
    window.press(ctrl, Key::F);
    kept &= window.measure("typing in the filter of figures", typing);
    window.press(ctrl, Key::Num3);
    kept &= window.measure("scrolling the findings", |at| wheel(at / 100 % 2 == 0));
    window.press(ctrl, Key::Num4);
    window.settle();
    kept &= window.measure("scrolling the report", |at| wheel(at / 100 % 2 == 0));
    window.press(ctrl, Key::K);
    kept &= window.measure("typing in the palette", typing);
    if let (Some(before), Some(now)) = (before, memory()) {
        println!("{:<44}{now:>16.0} MB ({before:.0} before)", "memory");
        kept &= now <= 250.0;
    }
    if !kept {
        std::process::exit(1);
    }
}
