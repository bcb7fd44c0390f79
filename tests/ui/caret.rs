//! Marking and copying words of a text by the keyboard alone.

use countercheck::app::Workbench;
use countercheck::app::preferences::Light;
use egui::{Key, Modifiers, accesskit};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, press, press_ctrl, settle, window};

const WORDS: &str = "The mayor said that 98,417 people left the island on Sunday.\n\
    He thanked the crews of 31 boats for their work.";

fn with_article(words: &str) -> Harness<'static, Workbench> {
    let mut window = window([1280.0, 800.0], Light::Light);
    settle(&mut window);
    click(&window, "New project");
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    settle(&mut window);
    window.get_by_label("Text of the article").type_text(words);
    settle(&mut window);
    click(&window, "Add article");
    settle(&mut window);
    window
}

/// Quotes of all claims, in order of their numbers.
fn quotes(window: &Harness<'_, Workbench>) -> Vec<String> {
    let claims = &window.state().session().project().claims;
    claims.values().map(|c| c.anchor.quote.clone()).collect()
}

/// What a screen reader is told of the text: what is selected in it.
fn spoken(window: &Harness<'_, Workbench>) -> Option<String> {
    window
        .get_by_role_and_label(accesskit::Role::Document, "Article text")
        .value()
}

#[test]
fn a_claim_is_marked_by_keys_from_the_caret() {
    let mut window = with_article(WORDS);
    let before = quotes(&window);
    press(&mut window, Key::J);
    press(&mut window, Key::I);
    // From the claim that was looked at, word by word to the end of what is counted.
    for _ in 0..2 {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
        settle(&mut window);
    }
    assert_eq!(spoken(&window).as_deref(), Some("98,417 people"));
    press(&mut window, Key::M);
    let mut after = before.clone();
    after.push("98,417 people".to_owned());
    assert_eq!(quotes(&window), after);
    let marked = window
        .state()
        .session()
        .project()
        .claims
        .keys()
        .next_back()
        .copied();
    assert_eq!(window.state().selection().claim, marked);
    // Arrows are the list's again.
    press(&mut window, Key::ArrowUp);
    assert_ne!(window.state().selection().claim, marked);
    press_ctrl(&mut window, Key::Z);
    assert_eq!(quotes(&window), before, "undone");
}

#[test]
fn what_is_found_is_selected_and_can_be_marked() {
    let mut window = with_article(WORDS);
    let before = quotes(&window).len();
    press_ctrl(&mut window, Key::F);
    window
        .get_by_role_and_label(accesskit::Role::TextInput, "Find in this article")
        .type_text("31 boats");
    settle(&mut window);
    press(&mut window, Key::Escape);
    assert_eq!(spoken(&window).as_deref(), Some("31 boats"));
    press(&mut window, Key::M);
    assert_eq!(quotes(&window).len(), before + 1);
    assert_eq!(quotes(&window).last().map(String::as_str), Some("31 boats"));
}

#[test]
fn a_selection_without_a_figure_is_kept_when_it_is_refused() {
    let mut window = with_article(WORDS);
    press(&mut window, Key::F7);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Home);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    settle(&mut window);
    press(&mut window, Key::M);
    window.get_by_label_contains("No figure can be read");
    assert_eq!(spoken(&window).as_deref(), Some("The"));
    press(&mut window, Key::Escape);
    assert_eq!(spoken(&window), None, "left");
}

#[test]
fn letters_act_while_a_control_without_words_has_the_focus() {
    let mut window = with_article(WORDS);
    press(&mut window, Key::J);
    window.get_by_label_contains("claim: 98,417").focus();
    settle(&mut window);
    press(&mut window, Key::X);
    let project = window.state().session().project();
    let rejected = project
        .claims
        .keys()
        .filter(|claim| project.status(**claim) == countercheck::project::Status::Rejected);
    assert_eq!(rejected.count(), 1);
}
