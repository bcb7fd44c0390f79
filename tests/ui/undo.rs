//! Every change a person can make in the window can be taken back.

use countercheck::app::Workbench;
use countercheck::app::preferences::Light;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, palette, press, press_ctrl, settle, with_sample};

type Doing = fn(&mut Harness<'static, Workbench>);

fn type_into(window: &mut Harness<'_, Workbench>, field: &str, words: &str) {
    type_at(window, Role::TextInput, field, words);
}

fn type_at(window: &mut Harness<'_, Workbench>, role: Role, field: &str, words: &str) {
    window.get_by_role_and_label(role, field).focus();
    window.run_steps(1);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    window.get_by_role_and_label(role, field).type_text(words);
    settle(window);
}

fn click_on(window: &mut Harness<'_, Workbench>, name: &str) {
    click(window, name);
    settle(window);
}

fn attach_evidence(window: &mut Harness<'static, Workbench>) {
    press(window, Key::E);
    type_into(window, "Citation", "Table 3");
    click_on(window, "Attach");
}

fn write_a_note(window: &mut Harness<'static, Workbench>) {
    palette(window, "notes on the figure");
    type_at(window, Role::MultilineTextInput, "New note", "ask for it");
    click_on(window, "Add the note");
}

/// Signs the copy; not possible while something impossible stands open in it.
fn sign(window: &mut Harness<'static, Workbench>) {
    press_ctrl(window, Key::Num1);
    palette(window, "sign off");
    type_into(window, "Signed by", "Ana");
    if let Some(despite) = window.query_by_label_contains("Sign although") {
        despite.click();
        settle(window);
    }
    click_on(window, "Sign this copy off");
}

fn set_aside(window: &mut Harness<'static, Workbench>) {
    press_ctrl(window, Key::Num3);
    window
        .get_all_by_role_and_label(Role::Button, "Set aside…")
        .next()
        .expect("a finding")
        .click();
    settle(window);
    type_into(window, "Reason", "known");
    click_on(window, "Confirm");
}

fn keep_a_view(window: &mut Harness<'static, Workbench>) {
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    settle(window);
    type_into(window, "Search all claims", "status:unchecked");
    click_on(window, "Keep as a view…");
    type_into(window, "Name of the view", "To do");
    click_on(window, "Keep");
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
    ("evidence", attach_evidence),
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
            .get_by_label_contains("600 million euros · Repairs")
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
    ("set aside", set_aside),
    ("view kept", keep_a_view),
    ("note on the figure", write_a_note),
    ("recheck", |window| {
        press(window, Key::R);
        type_into(window, "Recheck by", "2026-12-01");
        press(window, Key::Tab);
    }),
    ("figure decided", |window| {
        press(window, Key::D);
        type_into(window, "Accepted value", "98,000");
        click_on(window, "Decide");
    }),
    ("house rules", |window| {
        palette(window, "house rules");
        click_on(window, "Add a word");
        let row = (1..50)
            .take_while(|row| {
                let name = format!("Vague word {row}");
                window.query_by_label(&name).is_some()
            })
            .last()
            .expect("a row");
        type_into(window, &format!("Vague word {row}"), "oodles");
        type_into(window, &format!("begins at {row}"), "50");
        type_into(window, &format!("ends below {row}"), "90");
        click_on(window, "Apply");
    }),
    ("scale of verdicts", |window| {
        palette(window, "scale of verdicts");
        click_on(window, "Add a verdict");
        type_into(window, "Verdict 7", "Satire");
        click_on(window, "Apply");
    }),
    ("look of reports", |window| {
        press_ctrl(window, Key::Num4);
        click_on(window, "Look of the report…");
        type_into(window, "Newsroom", "Harbour Desk");
        click_on(window, "Apply");
    }),
    ("article pasted", |window| {
        click_on(window, "Paste…");
        let words = "The mayor said 1,250 people were moved on Monday.";
        type_at(
            window,
            Role::MultilineTextInput,
            "Text of the article",
            words,
        );
        click_on(window, "Add article");
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

/// What is done after something else, by the name of the change.
const LATER: &[(&str, Doing, Doing)] = &[
    ("evidence removed", attach_evidence, |window| {
        click_on(window, "Remove");
    }),
    ("note removed", write_a_note, |window| {
        palette(window, "notes on the figure");
        click_on(window, "Remove the note");
    }),
    ("signed off", set_aside, sign),
    (
        "signature withdrawn",
        |window| {
            set_aside(window);
            sign(window);
        },
        |window| {
            palette(window, "sign off");
            click_on(window, "Withdraw Ana");
        },
    ),
];

#[test]
fn every_change_is_taken_back_and_made_again() {
    let alone = CHANGES.iter().map(|(name, change)| (name, None, change));
    let later = LATER
        .iter()
        .map(|(name, first, change)| (name, Some(first), change));
    for (name, first, change) in alone.chain(later) {
        let mut window = with_sample([1280.0, 800.0], Light::Light);
        press(&mut window, Key::J);
        if let Some(first) = first {
            first(&mut window);
            press(&mut window, Key::Escape);
        }
        let before = window.state().session().project().clone();
        change(&mut window);
        let after = window.state().session().project().clone();
        assert!(*before != *after, "{name}: nothing was changed");
        if first.is_none() {
            click_undo(&mut window);
        } else {
            // A notice of what was done first offers to take that back.
            press(&mut window, Key::Escape);
            press_ctrl(&mut window, Key::Z);
        }
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
