//! Keys: each does what the sheet says, and can be changed.

use countercheck::app::action::{ACTIONS, Action};
use countercheck::app::preferences::Light;
use countercheck::project::Status;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, press, settle, window, with_sample};

const SIZE: [f32; 2] = [1280.0, 800.0];

#[test]
fn every_key_can_be_pressed_in_every_view_and_nothing_breaks() {
    for view in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        let mut window = with_sample(SIZE, Light::Light);
        super::press_ctrl(&mut window, view);
        for entry in ACTIONS {
            if entry.action == Action::Quit {
                continue;
            }
            for chord in entry.keys {
                window.key_press_modifiers(chord.modifiers, chord.key);
                window.run_steps(2);
                // Whatever it opened is closed again.
                window.key_press(Key::Escape);
                window.run_steps(2);
            }
        }
        settle(&mut window);
    }
}

#[test]
fn a_claim_grows_and_shrinks_by_a_word_at_either_end() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    let span = |window: &egui_kittest::Harness<'_, countercheck::app::Workbench>| {
        window.state().session().project().claims[&claim]
            .anchor
            .span
    };
    let before = span(&window);
    let shift = Modifiers::SHIFT;
    window.key_press_modifiers(shift, Key::ArrowRight);
    settle(&mut window);
    let wider = span(&window);
    assert!(wider.end() > before.end() && wider.start() == before.start());
    window.key_press_modifiers(shift, Key::ArrowLeft);
    settle(&mut window);
    assert_eq!(span(&window), before);
    window.key_press_modifiers(shift | Modifiers::ALT, Key::ArrowLeft);
    settle(&mut window);
    assert!(span(&window).start() < before.start());
    super::press_ctrl(&mut window, Key::Z);
    assert_eq!(span(&window), before, "undone");
}

#[test]
fn a_key_is_changed_in_the_sheet_and_a_key_in_use_is_taken_only_when_asked() {
    let mut window = with_sample(SIZE, Light::Light);
    window.key_press(Key::F1);
    settle(&mut window);
    click(&window, "Reject");
    settle(&mut window);
    press(&mut window, Key::A);
    window.get_by_label_contains("is taken by");
    // By the button, or by the key once more.
    press(&mut window, Key::A);
    assert!(window.query_by_label_contains("is taken by").is_none());
    press(&mut window, Key::Escape);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::A);
    assert_eq!(
        window.state().session().project().status(claim),
        Status::Rejected
    );
}

#[test]
fn the_sheet_gives_the_usual_keys_back() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    window.key_press(Key::F1);
    settle(&mut window);
    click(&window, "Undo");
    settle(&mut window);
    press(&mut window, Key::B);
    click(&window, "Usual keys");
    settle(&mut window);
    assert!(
        window
            .get_by_role_and_label(egui::accesskit::Role::Button, "Usual keys")
            .accesskit_node()
            .is_disabled()
    );
}

#[test]
fn pressing_a_key_of_its_own_changes_nothing() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    window.key_press(Key::F1);
    settle(&mut window);
    click(&window, "Reject");
    settle(&mut window);
    press(&mut window, Key::X);
    let usual = window.get_by_role_and_label(egui::accesskit::Role::Button, "Usual keys");
    assert!(usual.accesskit_node().is_disabled());
}

#[test]
fn the_bar_names_the_keys_of_the_question_in_front() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    press(&mut window, Key::N);
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    settle(&mut window);
    // Without claims there is none to go to.
    assert!(window.query_by_label("next claim").is_none());
    window.get_by_label("import");
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    settle(&mut window);
    window.get_by_label("keep as a draft");
    assert!(window.query_by_label("done").is_none());
}
