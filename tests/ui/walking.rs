//! Keys that walk what is listed: cells of a row, claims that a search has chosen, places of words.

use countercheck::app::preferences::Light;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::{press, press_ctrl, settle, with_sample};

const SIZE: [f32; 2] = [1280.0, 800.0];

#[test]
fn in_figures_arrows_go_through_the_claims_of_a_row() {
    let mut window = with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, Key::Num2);
    press(&mut window, Key::J);
    press(&mut window, Key::J);
    let first = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::ArrowRight);
    let second = window.state().selection().claim.expect("a claim");
    assert_ne!(first, second);
    press(&mut window, Key::ArrowLeft);
    assert_eq!(window.state().selection().claim, Some(first));
    press(&mut window, Key::ArrowLeft);
    assert_eq!(window.state().selection().claim, Some(first), "the end");
}

#[test]
fn in_figures_page_keys_and_the_ends_of_the_list_go_to_rows() {
    let mut window = with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, Key::Num2);
    press(&mut window, Key::Home);
    let first = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::PageDown);
    let below = window.state().selection().claim.expect("a claim");
    assert_ne!(first, below);
    press(&mut window, Key::End);
    let last = window.state().selection().claim.expect("a claim");
    assert_ne!(first, last);
    press(&mut window, Key::J);
    assert_eq!(window.state().selection().claim, Some(last), "the end");
    press(&mut window, Key::Home);
    assert_eq!(window.state().selection().claim, Some(first));
    press(&mut window, Key::PageUp);
    assert_eq!(
        window.state().selection().claim,
        Some(first),
        "the beginning"
    );
}

#[test]
fn keys_walk_the_claims_that_a_search_has_chosen() {
    let mut window = with_sample(SIZE, Light::Light);
    let ctrl_shift = Modifiers::COMMAND | Modifiers::SHIFT;
    window.key_press_modifiers(ctrl_shift, Key::K);
    settle(&mut window);
    window.event(Event::Text("source:organisers".to_owned()));
    settle(&mut window);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    let source = |window: &egui_kittest::Harness<'_, countercheck::app::Workbench>| {
        let claim = window.state().selection().claim.expect("a claim");
        let claims = &window.state().session().project().claims;
        let said = claims[&claim].reading.attribution.as_ref();
        said.expect("a source").source.text.clone()
    };
    let second = window.state().selection().claim;
    assert!(source(&window).contains("organisers"));
    press(&mut window, Key::K);
    assert!(source(&window).contains("organisers"));
    assert_ne!(window.state().selection().claim, second);
    press(&mut window, Key::J);
    assert_eq!(window.state().selection().claim, second);
    press(&mut window, Key::J);
    assert_eq!(window.state().selection().claim, second, "the last of them");
}

#[test]
fn a_key_right_after_esc_closes_the_palette_is_not_lost() {
    let mut window = with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, Key::K);
    let key = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    window.event(key(Key::Escape));
    window.event(key(Key::J));
    window.event(Event::Text("j".to_owned()));
    settle(&mut window);
    assert!(window.state().selection().claim.is_some());
}

#[test]
fn a_day_that_is_none_is_refused_where_it_is_typed() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::R);
    window.event(Event::Text("2025-13-45".to_owned()));
    settle(&mut window);
    press(&mut window, Key::Enter);
    window.get_by_label_contains("is no day of the calendar");
    press(&mut window, Key::Escape);
    let claim = window.state().selection().claim.expect("a claim");
    let reviews = &window.state().session().project().reviews;
    assert!(reviews.get(&claim).is_none_or(|it| it.recheck_by.is_none()));
}

#[test]
fn what_is_typed_for_another_verdict_takes_the_place_of_the_old_reason() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    for (verdict, reason) in [(Key::Num1, "seen"), (Key::Num3, "doubted")] {
        press(&mut window, verdict);
        window.event(Event::Text(reason.to_owned()));
        settle(&mut window);
        press(&mut window, Key::Enter);
        let reviews = &window.state().session().project().reviews;
        let given = reviews[&claim].verdict.as_ref().expect("a verdict");
        assert_eq!(given.rationale, reason);
        if window.state().selection().claim != Some(claim) {
            press(&mut window, Key::K);
        }
        assert_eq!(window.state().selection().claim, Some(claim));
    }
}

#[test]
fn a_pasted_text_that_is_given_up_is_there_again() {
    let mut window = with_sample(SIZE, Light::Light);
    let ctrl_shift = Modifiers::COMMAND | Modifiers::SHIFT;
    window.key_press_modifiers(ctrl_shift, Key::V);
    settle(&mut window);
    window.event(Event::Text("There are 12 goats in Hill.".to_owned()));
    settle(&mut window);
    press(&mut window, Key::Escape);
    window.get_by_label_contains("kept as a draft");
    window.key_press_modifiers(ctrl_shift, Key::V);
    settle(&mut window);
    let kept = window.query_all_by_value("There are 12 goats in Hill.");
    assert!(kept.count() > 0);
}
