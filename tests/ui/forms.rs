//! What is half typed stays, and stands free of what else is on the screen.

use countercheck::app::Workbench;
use countercheck::app::context::View;
use countercheck::app::preferences::Light;
use countercheck::project::Status;
use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{press, press_ctrl, settle, with_sample};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn type_words(window: &mut Harness<'_, Workbench>, words: &str) {
    window.event(Event::Text(words.to_owned()));
    settle(window);
}

fn value<'a>(window: &'a Harness<'_, Workbench>, field: &'a str) -> Option<String> {
    window.get_by_role_and_label(Role::TextInput, field).value()
}

#[test]
fn a_value_that_cannot_be_read_keeps_the_keyboard_and_its_form() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::F);
    type_words(&mut window, "abc");
    press(&mut window, Key::Enter);
    let said = window.get_by_label_contains("“abc” is no figure").rect();
    let next = window.get_by_role_and_label(Role::TextInput, "Unit").rect();
    assert!(said.bottom() <= next.top() + 1.0, "it is said at its field");
    // What is typed next is no key.
    window.key_press(Key::A);
    type_words(&mut window, "55x");
    assert_eq!(value(&window, "Value").as_deref(), Some("55x"));
    press(&mut window, Key::Enter);
    window.get_by_label_contains("“55x” is no figure");
    assert_eq!(window.state().selection().claim, Some(claim));
    let project = window.state().session().project();
    assert_eq!(project.status(claim), Status::Unchecked);
}

#[test]
fn a_correction_that_is_not_applied_outlives_keys_and_steps() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::F);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Tab);
    // What stands in a field gives way, wherever Tab comes to it.
    type_words(&mut window, "goats");
    assert_eq!(value(&window, "Counted").as_deref(), Some("goats"));
    let click = |window: &Harness<'_, Workbench>, name: &str| {
        // It stands above what is seen of the inspector.
        window
            .get_by_role_and_label(Role::Button, name)
            .click_accesskit();
    };
    click(&window, "Accept");
    settle(&mut window);
    window.get_by_label_contains("The reading is being corrected");
    let status = |window: &Harness<'_, Workbench>| window.state().session().project().status(claim);
    assert_eq!(status(&window), Status::Unchecked);
    assert_eq!(value(&window, "Counted").as_deref(), Some("goats"));
    click(&window, "Next open claim");
    settle(&mut window);
    assert_ne!(window.state().selection().claim, Some(claim));
    for _ in 0..3 {
        if window.state().selection().claim != Some(claim) {
            press(&mut window, Key::K);
        }
    }
    assert_eq!(window.state().selection().claim, Some(claim));
    assert_eq!(value(&window, "Counted").as_deref(), Some("goats"));
}

#[test]
fn keys_of_claims_rest_where_no_claim_is_seen() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press_ctrl(&mut window, Key::Num4);
    let before = window.state().session().revision();
    let claim = window.state().selection().claim;
    for key in [Key::A, Key::X, Key::Num1, Key::N, Key::E, Key::O, Key::U] {
        press(&mut window, key);
    }
    window.get_by_label_contains("No claim is seen in the report");
    assert_eq!(window.state().selection().view, View::Report);
    assert_eq!(window.state().selection().claim, claim);
    assert_eq!(window.state().session().revision(), before);
    press_ctrl(&mut window, Key::Num1);
    assert!(window.query_by_label("Confirm verdict").is_none());
}

#[test]
fn messages_leave_the_field_that_is_typed_in_free() {
    for size in [SIZE, [700.0, 560.0]] {
        let mut window = with_sample(size, Light::Light);
        press(&mut window, Key::J);
        press(&mut window, Key::X);
        press(&mut window, Key::N);
        let note = window.get_by_role_and_label(Role::MultilineTextInput, "Note");
        let note = note.rect();
        for words in ["Reject “", "The note is on “"] {
            let said = window.query_all_by_label_contains(words);
            for said in said {
                let is_free = !said.rect().intersects(note);
                assert!(is_free, "{size:?}: {words} at {:?}", said.rect());
            }
        }
        assert!(note.bottom() < size[1] && note.top() > 40.0, "{note:?}");
    }
}

#[test]
fn a_button_of_a_message_works_while_something_is_typed() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    for key in [Key::X, Key::E] {
        // The message does not stay for long.
        window.key_press(key);
        window.run_steps(3);
    }
    let before = window.state().session().revision();
    let undo = window.query_all_by_role_and_label(Role::Button, "Undo");
    // That of the message, not the one of the bar.
    let lowest = undo.max_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
    let at = lowest.expect("a message").rect().center();
    assert!(at.y > 400.0);
    for pressed in [true, false] {
        window.event(Event::PointerMoved(at));
        window.event(Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        });
        window.run_steps(1);
    }
    settle(&mut window);
    assert_ne!(window.state().session().revision(), before, "undone");
}

#[test]
fn the_claim_is_in_sight_on_every_step_over_the_edge_of_an_article() {
    let mut window = with_sample([1280.0, 620.0], Light::Light);
    let article = |window: &Harness<'_, Workbench>| window.state().selection().article;
    let first = article(&window);
    while article(&window) == first {
        press(&mut window, Key::J);
    }
    for key in [
        Key::K,
        Key::J,
        Key::K,
        Key::K,
        Key::J,
        Key::J,
        Key::K,
        Key::J,
    ] {
        press(&mut window, key);
        let claim = window.state().selection().claim.expect("a claim");
        let quote = {
            let claims = &window.state().session().project().claims;
            claims[&claim].anchor.quote.clone()
        };
        let name = format!("claim: {quote}");
        let marks = window.query_all_by_label_contains(&name);
        let seen = marks
            .into_iter()
            .any(|mark| mark.rect().top() > 44.0 && mark.rect().bottom() < 590.0);
        assert!(seen, "“{quote}” is in sight");
    }
}
