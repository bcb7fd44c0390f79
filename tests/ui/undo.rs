//! Every change a person can make in the window can be taken back.

use countercheck::app::Workbench;
use countercheck::app::preferences::Light;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, press, press_ctrl, settle, with_sample};

type Doing = fn(&mut Harness<'static, Workbench>);

fn type_into(window: &mut Harness<'_, Workbench>, field: &str, words: &str) {
    let control = window.get_by_role_and_label(Role::TextInput, field);
    control.focus();
    window.run_steps(1);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    window
        .get_by_role_and_label(Role::TextInput, field)
        .type_text(words);
    settle(window);
}

/// What is done with the first claim selected, by the name of the change.
const CHANGES: &[(&str, Doing)] = &[
    ("in progress", |window| press(window, Key::A)),
    ("rejected", |window| press(window, Key::X)),
    ("judged", |window| {
        press(window, Key::Num3);
        type_into(window, "Rationale", "two figures");
        press(window, Key::Enter);
    }),
    ("evidence", |window| {
        press(window, Key::E);
        type_into(window, "Citation", "Table 3");
        click(window, "Attach");
        settle(window);
    }),
    ("note", |window| {
        press(window, Key::N);
        window
            .get_by_role_and_label(Role::MultilineTextInput, "Note")
            .type_text("call them");
        settle(window);
        press(window, Key::Tab);
    }),
    ("moved", |window| {
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
        settle(window);
    }),
    ("corrected", |window| {
        press(window, Key::F);
        type_into(window, "Place", "the north");
        click(window, "Apply");
        settle(window);
    }),
    ("removed", |window| {
        press_ctrl(window, Key::K);
        type_into(
            window,
            "Search actions, articles and claims",
            "remove the claim",
        );
        press(window, Key::Enter);
    }),
    ("split", |window| press(window, Key::U)),
    ("linked", |window| {
        press(window, Key::L);
        type_into(window, "Search claims", "600 million");
        window
            .get_by_role_and_label(Role::Button, "600 million euros · Repairs (Our newsroom)")
            .click();
        settle(window);
    }),
    ("project renamed", |window| {
        press(window, Key::F2);
        type_into(window, "Name of the project", "Another name");
        press(window, Key::Enter);
    }),
    ("figure renamed", |window| {
        press_ctrl(window, Key::Num2);
        press(window, Key::F2);
        type_into(window, "Name of the figure", "Arrivals");
        press(window, Key::Enter);
    }),
    ("set aside", |window| {
        press_ctrl(window, Key::Num3);
        window
            .get_all_by_role_and_label(Role::Button, "Set aside…")
            .next()
            .expect("a finding")
            .click();
        settle(window);
        type_into(window, "Reason", "known");
        click(window, "Confirm");
        settle(window);
    }),
    ("view kept", |window| {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
        settle(window);
        type_into(window, "Search all claims", "status:unchecked");
        click(window, "Keep as a view…");
        settle(window);
        type_into(window, "Name of the view", "To do");
        click(window, "Keep");
        settle(window);
    }),
    ("article removed", |window| {
        click(window, "About…");
        settle(window);
        click(window, "Remove the article…");
        settle(window);
        click(window, "Remove");
        settle(window);
    }),
    ("metadata", |window| {
        click(window, "About…");
        settle(window);
        type_into(window, "Author", "R. A.");
        click(window, "Apply");
        settle(window);
    }),
];

#[test]
fn every_change_is_taken_back_and_made_again() {
    for (name, change) in CHANGES {
        let mut window = with_sample([1280.0, 800.0], Light::Light);
        press(&mut window, Key::J);
        let before = window.state().session().project().clone();
        change(&mut window);
        let after = window.state().session().project().clone();
        assert!(*before != *after, "{name}: nothing was changed");
        click_undo(&mut window);
        assert!(
            *before == **window.state().session().project(),
            "{name} is not taken back"
        );
        press(&mut window, Key::Escape);
        press_ctrl(&mut window, Key::Y);
        assert!(
            *after == **window.state().session().project(),
            "{name} is not made again"
        );
    }
}

/// By the button, which needs no focus of keys.
fn click_undo(window: &mut Harness<'_, Workbench>) {
    window
        .get_all_by_role_and_label(Role::Button, "Undo")
        .next()
        .expect("the button")
        .click();
    settle(window);
}

#[test]
fn one_old_change_is_taken_back_and_the_later_ones_stay() {
    let mut window = with_sample([1280.0, 800.0], Light::Light);
    press(&mut window, Key::J);
    let first = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::X);
    let second = window.state().selection().claim.expect("goes on");
    press(&mut window, Key::X);
    press_ctrl(&mut window, Key::H);
    window
        .get_all_by_role_and_label(Role::Button, "Take back")
        .nth(1)
        .expect("the change before the latest")
        .click();
    settle(&mut window);
    let project = window.state().session().project();
    assert_ne!(
        project.status(first),
        countercheck::project::Status::Rejected
    );
    assert_eq!(
        project.status(second),
        countercheck::project::Status::Rejected
    );
}
