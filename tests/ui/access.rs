//! What those who hear the window or have no mouse meet: every control has a name, and the keyboard comes to it.

use std::collections::BTreeSet;

use countercheck::app::Workbench;
use countercheck::app::preferences::Light;
use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, press, press_ctrl, settle, window, with_sample};

const SIZE: [f32; 2] = [1280.0, 800.0];

/// Controls that would be read aloud without a name.
fn nameless(window: &Harness<'_, Workbench>) -> Vec<String> {
    let said = |words: Option<String>| words.is_some_and(|words| !words.trim().is_empty());
    window
        .root()
        .children_recursive()
        .filter(|node| {
            let node = node.accesskit_node();
            let data = node.data();
            let control = data.supports_action(Action::Click)
                || matches!(
                    node.role(),
                    Role::Button
                        | Role::CheckBox
                        | Role::RadioButton
                        | Role::TextInput
                        | Role::MultilineTextInput
                        | Role::Slider
                        | Role::ComboBox
                        | Role::Link
                );
            // Scroll areas and the ground of the window take clicks and are nothing to be told of.
            let ground = matches!(
                node.role(),
                Role::Window
                    | Role::ScrollView
                    | Role::ScrollBar
                    | Role::GenericContainer
                    | Role::Unknown
            );
            control && !ground && !said(node.label()) && !said(node.value())
        })
        .map(|node| {
            let bounds = node.accesskit_node().bounding_box();
            format!("{:?} at {bounds:?}", node.accesskit_node().role())
        })
        .collect()
}

#[test]
fn every_control_of_every_view_has_a_name() {
    let mut welcome = window(SIZE, Light::Light);
    settle(&mut welcome);
    assert_eq!(nameless(&welcome), [""; 0], "welcome");
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        press_ctrl(&mut window, key);
        assert_eq!(nameless(&window), [""; 0], "{key:?}");
    }
    press_ctrl(&mut window, Key::Num1);
    for tab in [Key::K, Key::F] {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, tab);
        settle(&mut window);
        assert_eq!(nameless(&window), [""; 0], "{tab:?}");
    }
}

#[test]
fn every_control_of_a_form_in_the_inspector_has_a_name() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    for key in [Key::F, Key::E, Key::Num2, Key::N] {
        press(&mut window, key);
        assert_eq!(nameless(&window), [""; 0], "{key:?}");
        press(&mut window, Key::Escape);
    }
}

type Opening = fn(&mut Harness<'static, Workbench>);

/// Every question that can be asked from the sample, with words that stand in it.
const DIALOGS: &[(&str, Opening)] = &[
    ("All keys", |window| press(window, Key::F1)),
    ("History", |window| press_ctrl(window, Key::H)),
    ("Settings", |window| press_ctrl(window, Key::Comma)),
    ("Search actions", |window| press_ctrl(window, Key::K)),
    ("Paste", |window| {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
        settle(window);
    }),
    ("Path", |window| press_ctrl(window, Key::I)),
    ("Path", |window| press_ctrl(window, Key::O)),
    ("Path", |window| press_ctrl(window, Key::E)),
    ("Path", |window| {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        settle(window);
    }),
    ("Same figure as", |window| {
        press_ctrl(window, Key::Num1);
        press(window, Key::L);
    }),
    ("Articles side by side", |window| press(window, Key::B)),
    ("Name of the project", |window| {
        press_ctrl(window, Key::Num1);
        press(window, Key::F2);
    }),
    ("House rules", |window| by_palette(window, "house rules")),
    ("Publisher", |window| {
        press_ctrl(window, Key::Num1);
        click(window, "About…");
        settle(window);
    }),
    ("Save the changes first?", |window| {
        press(window, Key::X);
        press_ctrl(window, Key::W);
    }),
];

fn by_palette(window: &mut Harness<'_, Workbench>, words: &str) {
    press_ctrl(window, Key::K);
    window
        .get_by_label("Search actions, articles and claims")
        .type_text(words);
    settle(window);
    press(window, Key::Enter);
}

#[test]
fn every_question_names_its_controls_and_closes_with_escape() {
    for (words, open) in DIALOGS {
        let mut window = with_sample(SIZE, Light::Light);
        press(&mut window, Key::J);
        open(&mut window);
        let shown = |window: &Harness<'_, Workbench>| {
            window
                .root()
                .children_recursive()
                .filter(|node| {
                    let node = node.accesskit_node();
                    let said = node.label().or_else(|| node.value());
                    said.is_some_and(|said| said.contains(words))
                })
                .count()
        };
        let open_now = shown(&window);
        assert!(open_now > 0, "{words} is not asked");
        assert_eq!(nameless(&window), [""; 0], "{words}");
        press(&mut window, Key::Escape);
        assert!(shown(&window) < open_now, "{words} stays");
    }
}

#[test]
fn the_tabulator_comes_to_every_control_of_a_view() {
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        let mut window = with_sample(SIZE, Light::Light);
        press(&mut window, Key::J);
        press_ctrl(&mut window, key);
        let buttons: BTreeSet<String> = window
            .root()
            .children_recursive()
            .filter(|node| {
                let node = node.accesskit_node();
                node.role() == Role::Button && !node.is_disabled()
            })
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        let mut reached = BTreeSet::new();
        for _ in 0..260 {
            window.key_press(Key::Tab);
            window.run_steps(2);
            let focused = window
                .root()
                .children_recursive()
                .find(|node| node.accesskit_node().is_focused());
            reached.extend(focused.and_then(|node| node.accesskit_node().label()));
        }
        let missed: Vec<&String> = buttons.difference(&reached).collect();
        assert!(missed.is_empty(), "{key:?}: {missed:?}");
    }
}

/// The name of what has the keyboard.
fn focused(window: &Harness<'_, Workbench>) -> Option<String> {
    let mut nodes = window.root().children_recursive();
    let node = nodes.find(|node| node.accesskit_node().is_focused())?;
    node.accesskit_node().label()
}

#[test]
fn the_sample_is_opened_from_the_first_screen_without_a_mouse() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    let reached = (0..12).any(|_| {
        press(&mut window, Key::Tab);
        focused(&window).is_some_and(|name| name.contains("sample"))
    });
    assert!(reached, "the tabulator comes to the sample");
    press(&mut window, Key::Enter);
    assert!(!window.state().session().project().articles.is_empty());
}

#[test]
fn a_form_and_a_question_have_the_cursor_and_enter_answers() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::F);
    assert_eq!(focused(&window).as_deref(), Some("Value"));
    press(&mut window, Key::Escape);
    assert_eq!(window.query_all_by_label("Correct the reading").count(), 0);
    for (words, open) in DIALOGS {
        open(&mut window);
        assert!(focused(&window).is_some(), "{words}");
        press(&mut window, Key::Escape);
        press(&mut window, Key::Escape);
    }
}

#[test]
fn the_rows_of_the_grid_are_walked_by_keys_and_named() {
    let mut window = with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, Key::Num2);
    let figure = |window: &Harness<'_, Workbench>| {
        let claim = window.state().selection().claim.expect("a claim");
        let crosscheck = window.state().session().crosscheck();
        crosscheck.figure_of(claim).expect("compared").id
    };
    press(&mut window, Key::J);
    let first = figure(&window);
    press(&mut window, Key::J);
    assert_ne!(figure(&window), first);
    press(&mut window, Key::K);
    assert_eq!(figure(&window), first);
    press(&mut window, Key::F2);
    assert!(focused(&window).is_some(), "its name can be typed");
}

#[test]
fn the_tabulator_goes_through_the_foot_of_a_question_as_the_eye_does() {
    let mut window = with_sample(SIZE, Light::Light);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    settle(&mut window);
    window
        .get_by_label("Text of the article")
        .type_text("A text of 12 words.");
    settle(&mut window);
    let mut order = Vec::new();
    for _ in 0..30 {
        window.key_press(Key::Tab);
        window.run_steps(2);
        order.extend(focused(&window));
    }
    let at = |name: &str| order.iter().position(|other| other == name);
    assert!(at("Cancel") < at("Add article"), "{order:?}");
    let left = |name| {
        let button = window.get_by_role_and_label(Role::Button, name);
        button.rect().left()
    };
    assert!(left("Cancel") < left("Add article"));
}
