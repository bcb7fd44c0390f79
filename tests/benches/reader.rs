//! Time of a frame of the reading column: an article of a megabyte with 5,000 claims.

use countercheck::app::reader::{
    Mark, MarkSet, MarkStyle, Reader, ReaderState, ReaderStyle, Sought,
};
use countercheck::app::theme::{Theme, install, status_mark};
use countercheck::claim::ClaimId;
use countercheck::project::Status;
use countercheck::text::Text;
use egui::{
    Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2,
};

fn main() {
    divan::main();
}

/// 2,000 paragraphs; some of them Hebrew with numbers and Latin words.
fn article() -> Text {
    let english = "The harbour office counted 12,400 passengers on the day, about 20% of those it had expected, and wrote \
        that at least 31 boats had stayed in. Two of them were lost, the mayor said; the owners put the damage at £5m and \
        asked for help. A week before it had been 9,800 passengers and no boat at all, and the office had no explanation. "
        .repeat(2);
    let hebrew = "המשרד ספר 98,417 אנשים שעזבו את האי (כ-40% מהם ילדים), והמחיר היה £5m לשנה. העיתון Harbour Post כתב שביום \
        שלישי נסעו 12 אוניות ל-Tel Aviv. ";
    let lines: Vec<&str> = (0..2_000)
        .map(|line| {
            if line % 25 == 7 {
                hebrew
            } else {
                english.trim_end()
            }
        })
        .collect();
    Text::normalised(&lines.join("\n"))
}

fn marks(text: &Text) -> MarkSet {
    let theme = Theme::of(egui::Theme::Light);
    let style = MarkStyle::of(theme, status_mark(Status::Unchecked));
    let places = ["12,400", "about 20%", "98,417", "£5m"]
        .iter()
        .flat_map(|words| text.find_all(words));
    let marks = (1..).zip(places.take(5_000)).map(|(id, span)| Mark {
        claim: ClaimId(id),
        span,
        label: format!("{} · passengers", text.slice(span)),
        name: format!("{} passengers, unchecked", text.slice(span)),
        style,
        answer: None,
        struck: id % 3 == 0,
    });
    MarkSet::new(marks.collect())
}

struct Desk {
    ctx: egui::Context,
    text: Text,
    marks: MarkSet,
    state: ReaderState,
}

impl Desk {
    fn new() -> Self {
        let ctx = egui::Context::default();
        install(&ctx);
        let text = article();
        let marks = marks(&text);
        let mut desk = Self {
            ctx,
            text: Text::normalised("Warm up: 12,400 passengers."),
            marks: MarkSet::default(),
            state: ReaderState::default(),
        };
        // The window is open already when an article is opened in it.
        desk.frame(Vec::new());
        (desk.text, desk.marks) = (text, marks);
        desk
    }

    /// One frame, with what the graphics card is given.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1_200.0, 900.0))),
            events,
            ..RawInput::default()
        };
        let output = self.ctx.run_ui(input, |ui| {
            let style = ReaderStyle::of(Theme::at(ui), 17.0);
            let reader = Reader {
                text: &self.text,
                title: Some("Ferries stopped"),
                dateline: "The Harbour Post · 3 March 2024",
                marks: &self.marks,
                selected: Some(ClaimId(3)),
                lit: &[],
                hits: &[],
                current_hit: None,
                scroll_to: None,
                add_label: "Add claim",
            };
            reader.show(ui, &style, &mut self.state);
        });
        self.ctx
            .tessellate(output.shapes, output.pixels_per_point)
            .len()
    }
}

fn wheel() -> Vec<Event> {
    let scroll = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -400.0),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(Pos2::new(400.0, 400.0)), scroll]
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn first_frame_of_a_megabyte(bencher: divan::Bencher<'_, '_>) {
    bencher
        .with_inputs(Desk::new)
        .bench_local_refs(|desk| desk.frame(Vec::new()));
}

#[divan::bench]
fn frame_at_rest(bencher: divan::Bencher<'_, '_>) {
    let mut desk = Desk::new();
    desk.frame(Vec::new());
    bencher.bench_local(move || desk.frame(Vec::new()));
}

#[divan::bench]
fn frame_while_scrolling(bencher: divan::Bencher<'_, '_>) {
    let mut desk = Desk::new();
    desk.frame(Vec::new());
    bencher.bench_local(move || desk.frame(wheel()));
}

#[divan::bench]
fn find_in_a_megabyte(bencher: divan::Bencher<'_, '_>) {
    let text = article();
    bencher.bench_local(move || Sought::new("no explanation").map(|sought| sought.places(&text)));
}
