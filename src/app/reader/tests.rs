//! The column as its reader meets it: by name, by pointer, by key.

use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::super::theme::{self, Theme};
use super::*;
use crate::claim::ClaimId;
use crate::project::Status;
use crate::text::{Span, Text};

mod caret;

struct Desk {
    text: Text,
    marks: MarkSet,
    selected: Option<ClaimId>,
    state: ReaderState,
    scroll_to: Option<Span>,
    last: ReaderResponse,
    clicked: Vec<ClaimId>,
    added: Vec<String>,
    moved: Vec<String>,
}

fn mark(text: &Text, id: u32, words: &str) -> Mark {
    let style = MarkStyle::of(
        Theme::of(egui::Theme::Light),
        theme::status_mark(Status::Unchecked),
    );
    Mark {
        claim: ClaimId(id),
        span: text.find_all(words)[0],
        label: words.to_owned(),
        name: format!("{words}, unchecked"),
        style,
        answer: None,
        struck: false,
    }
}

/// A desk with an article and claims on `words`.
fn desk(article: &str, words: &[&str]) -> Harness<'static, Desk> {
    let text = Text::normalised(article);
    let marks = (1..)
        .zip(words)
        .map(|(id, words)| mark(&text, id, words))
        .collect();
    let desk = Desk {
        text,
        marks: MarkSet::new(marks),
        selected: None,
        state: ReaderState::default(),
        scroll_to: None,
        last: ReaderResponse::default(),
        clicked: Vec::new(),
        added: Vec::new(),
        moved: Vec::new(),
    };
    let mut harness = Harness::builder()
        .with_size(vec2(900.0, 600.0))
        .with_context_setup(theme::install)
        .build_ui_state(
            move |ui, desk: &mut Desk| {
                let style = ReaderStyle::of(Theme::at(ui), 17.0);
                let reader = Reader {
                    text: &desk.text,
                    title: None,
                    dateline: "The Harbour Post · 3 March 2024",
                    marks: &desk.marks,
                    selected: desk.selected,
                    lit: &[],
                    hits: &[],
                    current_hit: None,
                    scroll_to: desk.scroll_to.take(),
                    add_label: "Add claim",
                };
                desk.last = reader.show(ui, &style, &mut desk.state);
                if let Some(claim) = desk.last.clicked {
                    desk.selected = Some(claim);
                    desk.clicked.push(claim);
                }
                desk.added.extend(
                    desk.last
                        .add_claim
                        .map(|span| desk.text.slice(span).to_owned()),
                );
                desk.moved.extend(
                    desk.last
                        .resized
                        .map(|(_, span)| desk.text.slice(span).to_owned()),
                );
            },
            desk,
        );
    harness.run();
    harness
}

const FERRY: &str = "The port counted 12,400 passengers on Sunday.\nAt least 31 boats stayed in the harbour, the mayor said.";

/// Where a place of the text is on the screen: the middle of the words.
fn place(desk: &Harness<'_, Desk>, words: &str) -> egui::Pos2 {
    desk.get_by_label(&format!("claim: {words}, unchecked"))
        .rect()
        .center()
}

#[test]
fn a_claim_is_chosen_by_its_name() {
    let mut desk = desk(FERRY, &["12,400", "At least 31"]);
    desk.get_by_label("claim: At least 31, unchecked").click();
    desk.run();
    assert_eq!(desk.state().clicked, [ClaimId(2)]);
    desk.get_by_label("margin: 12,400").click();
    desk.run();
    assert_eq!(desk.state().clicked, [ClaimId(2), ClaimId(1)]);
}

#[test]
fn a_claim_is_reached_and_chosen_by_key() {
    let mut desk = desk(FERRY, &["12,400"]);
    desk.get_by_label("claim: 12,400, unchecked").focus();
    desk.run();
    desk.key_press(Key::Enter);
    desk.run();
    assert_eq!(desk.state().clicked, [ClaimId(1)]);
}

#[test]
fn dragging_over_two_paragraphs_selects_and_copies_the_source_text() {
    let mut desk = desk(FERRY, &["12,400", "31"]);
    let (from, to) = (place(&desk, "12,400"), place(&desk, "31"));
    desk.hover_at(from);
    desk.run();
    desk.drag_at(from);
    desk.run();
    desk.hover_at(to);
    desk.run();
    desk.drop_at(to);
    desk.run();
    let selected = desk
        .state()
        .state
        .selection()
        .map(|span| desk.state().text.slice(span).to_owned());
    assert_eq!(
        selected.as_deref(),
        Some("400 passengers on Sunday.\nAt least 3")
    );
    desk.event(egui::Event::Copy);
    desk.step();
    let copied = desk
        .output()
        .platform_output
        .commands
        .iter()
        .find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
    assert_eq!(copied, selected);
}

#[test]
fn a_claim_is_added_from_a_selection() {
    let mut desk = desk(FERRY, &["12,400"]);
    let words = desk.state().text.find_all("31 boats")[0];
    desk.state_mut().state.select(words);
    desk.state_mut().state.offers_claim = true;
    desk.run();
    desk.get_by_label("Add claim").click();
    desk.run();
    assert_eq!(desk.state().added, ["31 boats"]);
    assert_eq!(desk.state().state.selection(), None);
}

#[test]
fn the_end_of_a_claim_is_dragged_to_another_word() {
    let mut desk = desk(FERRY, &["12,400", "Sunday"]);
    desk.get_by_label("claim: 12,400, unchecked").click();
    desk.run();
    let from = desk.get_by_label("end of claim").rect().center();
    let to = place(&desk, "Sunday");
    desk.drag_at(from);
    desk.run();
    desk.hover_at(to);
    desk.run();
    desk.drop_at(to);
    desk.run();
    assert_eq!(desk.state().moved.len(), 1);
    assert!(
        desk.state().moved[0].starts_with("12,400 passengers on"),
        "{:?}",
        desk.state().moved
    );
}

#[test]
fn a_far_place_is_brought_into_view() {
    let mut article =
        "Nothing of note was counted on this day at the harbour, said the clerk.\n".repeat(400);
    article.push_str("Then 77 boats came.");
    let mut desk = desk(&article, &["77 boats"]);
    assert!(desk.query_by_label("claim: 77 boats, unchecked").is_none());
    let span = desk.state().marks.all()[0].span;
    desk.state_mut().scroll_to = Some(span);
    desk.run();
    let rect = desk.get_by_label("claim: 77 boats, unchecked").rect();
    assert!((0.0..600.0).contains(&rect.center().y), "{rect:?}");
}

#[test]
fn the_page_keys_turn_the_page() {
    let article =
        "Nothing of note was counted on this day at the harbour, said the clerk.\n".repeat(100);
    let mut desk = desk(&article, &[]);
    desk.key_press_modifiers(Modifiers::NONE, Key::PageDown);
    desk.run();
    assert!(desk.state().last.top > 300, "{}", desk.state().last.top);
}

#[test]
fn what_is_looked_at_stays_while_heights_are_learnt_above_it() {
    // Guesses are wrong on purpose: letters of very different width.
    let article = "iiiiii iiiiii iiiiii WWWWWW WWWWWW WWWWWW WWWWWW WWWWWW WWWWWW WWWWWW WWWWWW WWWWWW WWWWWW\n".repeat(300);
    let mut desk = desk(&article, &[]);
    let middle = desk.state().text.len() / 2;
    let span = desk.state().text.span(middle, middle);
    desk.state_mut().scroll_to = span;
    desk.run();
    let before = desk.state().last.top;
    desk.hover_at(egui::pos2(300.0, 300.0));
    for _ in 0..20 {
        desk.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, 60.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        desk.run();
    }
    let after = desk.state().last.top;
    // 1,200 points of four-line paragraphs and their gaps, a hundred letters each.
    let paragraphs = (before - after) / (article.len() / 300);
    assert!(
        (7..=14).contains(&paragraphs),
        "{paragraphs} paragraphs passed by"
    );
}

#[test]
fn lines_of_many_scripts_look_as_they_did() {
    let mut results = egui_kittest::SnapshotResults::new();
    let article = "Ferries stopped as the storm came ashore\n\
        No ferry left the harbour on Sunday. The port authority counted 12,400 passengers who had to wait, about 20% of \
        those who travel on a summer weekend, and said that none would leave before the wind had dropped. At least 31 \
        fishing boats stayed in; two of them were lost.\n\
        What is known\n\
        המשרד ספר 98,417 אנשים שעזבו את האי (כ-40% מהם ילדים), והמחיר היה £5m לשנה. העיתון Harbour Post כתב שביום שלישי \
        נסעו 12 אוניות ל-Tel Aviv.\n\
        وقال الوزير إن 12 شخصا (على الأقل) أصيبوا في الحادث، وإن الخسائر بلغت 3.5 مليون دولار.\n\
        A shop sign read שלום, and below it “2,500 places”; see https://example.org/a/very/long/address/that-does-not-end/and-goes-on-for-ever/until-it-does\n\
        Покинули остров 541 тыс. человек, пишет газета.";
    for (name, dark) in [("light", false), ("dark", true)] {
        let mut desk = desk(
            article,
            &[
                "12,400",
                "about 20%",
                "At least 31",
                "two",
                "98,417",
                "כ-40%",
                "£5m",
                "12 אוניות",
                "3.5 مليون دولار",
                "2,500",
                "541 тыс.",
            ],
        );
        desk.state_mut().selected = Some(ClaimId(2));
        let theme = if dark {
            egui::Theme::Dark
        } else {
            egui::Theme::Light
        };
        desk.ctx.set_theme(theme);
        desk.run();
        let options = super::super::picture::tolerance();
        results.add(desk.try_snapshot_options(format!("scripts_{name}"), &options));
    }
}
