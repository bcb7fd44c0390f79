//! What the keyboard is on is seen: lists follow, forms are brought into sight, what is typed reaches its field.

use std::path::Path;

use countercheck::app::Workbench;
use countercheck::app::preferences::Light;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};

use super::{click, press, press_ctrl, settle, with_sample};

/// A window in which hardly anything fits.
const LOW: [f32; 2] = [1280.0, 520.0];

/// The field of that name, of one line or several.
fn field<'a>(window: &'a Harness<'_, Workbench>, name: &'a str) -> Node<'a> {
    let is_field = |node: &Node<'_>| {
        let role = node.accesskit_node().role();
        matches!(role, Role::TextInput | Role::MultilineTextInput)
    };
    let mut named = window.query_all_by_label(name);
    named.find(is_field).expect("a field of that name")
}

/// Whether the field of that name lies in the window, and under the bar at its top.
fn is_in_sight(window: &Harness<'_, Workbench>, name: &str) -> bool {
    let rect = field(window, name).rect();
    rect.top() >= 40.0 && rect.bottom() <= LOW[1]
}

#[test]
fn two_presses_in_one_frame_are_two_steps() {
    let mut window = with_sample(LOW, Light::Light);
    let articles: Vec<_> = window
        .state()
        .session()
        .project()
        .articles
        .keys()
        .copied()
        .collect();
    assert_eq!(window.state().selection().article, Some(articles[0]));
    window.key_press(Key::CloseBracket);
    window.key_press(Key::CloseBracket);
    settle(&mut window);
    assert_eq!(window.state().selection().article, Some(articles[2]));
}

#[test]
fn the_list_follows_the_article_that_is_opened_both_ways() {
    let mut window = with_sample(LOW, Light::Light);
    let count = window.state().session().project().articles.len();
    for key in [Key::CloseBracket, Key::OpenBracket] {
        for _ in 1..count {
            press(&mut window, key);
        }
        let open = window.state().selection().article.expect("one is open");
        let title = window.state().session().project().articles[&open].name();
        let card = window.get_by_role_and_label(Role::RadioButton, &title);
        let rect = card.rect();
        assert!(
            rect.top() >= 100.0 && rect.bottom() <= LOW[1] - 60.0,
            "“{title}” lies at {rect:?}"
        );
    }
}

#[test]
fn the_details_of_an_article_have_a_key() {
    let mut window = with_sample(LOW, Light::Light);
    press(&mut window, Key::F4);
    window.get_by_label("About the article");
    // Ctrl+Enter answers from wherever the keyboard is: here from the first of the roles.
    press(&mut window, Key::Tab);
    press_ctrl(&mut window, Key::Enter);
    assert!(window.query_by_label("About the article").is_none());
}

#[test]
fn the_first_step_goes_to_the_first_claim_in_sight() {
    let mut window = with_sample(LOW, Light::Light);
    let first = |window: &Harness<'_, Workbench>| {
        let article = window.state().selection().article.expect("one is open");
        let claims = window.state().session().project().claims.values();
        let mut its = claims.filter(|claim| claim.article == article);
        its.next().expect("it has claims").id
    };
    let text = window.get_by_role_and_label(Role::Document, "Article text");
    let middle = text.rect().center();
    window.event(Event::PointerMoved(middle));
    window.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -600.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    settle(&mut window);
    let above = first(&window);
    press(&mut window, Key::J);
    let reached = window.state().selection().claim.expect("a claim");
    assert_ne!(reached, above, "it is above what is seen");
}

#[test]
fn the_inspector_follows_the_keyboard() {
    let mut window = with_sample(LOW, Light::Light);
    press(&mut window, Key::J);
    assert!(
        !is_in_sight(&window, "Note"),
        "there is something to follow"
    );
    field(&window, "Note").focus();
    settle(&mut window);
    assert!(is_in_sight(&window, "Note"));
    // The form stands above what is in sight now.
    window.key_press(Key::Escape);
    settle(&mut window);
    press(&mut window, Key::F);
    window.get_by_label("Correct the reading");
    assert!(is_in_sight(&window, "Counted"));
}

#[test]
fn page_keys_turn_the_question_in_front_and_not_the_article_behind() {
    let mut window = with_sample(LOW, Light::Light);
    let claim = |window: &Harness<'_, Workbench>| {
        let mut claims = window.query_all_by_label_contains("claim: ");
        claims.next().expect("a claim in sight").rect().top()
    };
    let before = claim(&window);
    window.key_press_modifiers(Modifiers::SHIFT, Key::Questionmark);
    settle(&mut window);
    window.get_by_label("Press an action to give it another key.");
    let top = |window: &Harness<'_, Workbench>| {
        let first = window.query_all_by_role(Role::Button);
        let mut first =
            first.filter(|it| it.accesskit_node().label().as_deref() == Some("Next claim"));
        first.next().map(|it| it.rect().top())
    };
    let key = top(&window);
    press(&mut window, Key::PageDown);
    assert!(top(&window) != key, "the sheet has turned");
    press(&mut window, Key::Escape);
    assert!((claim(&window) - before).abs() < 1.0);
}

#[test]
fn a_question_higher_than_the_window_is_scrolled_to_its_foot() {
    let mut window = with_sample([1280.0, 360.0], Light::Light);
    press(&mut window, Key::F4);
    field(&window, "Address").focus();
    settle(&mut window);
    let address = field(&window, "Address").rect();
    assert!(
        address.top() > 0.0 && address.bottom() < 360.0,
        "{address:?}"
    );
    window.get_by_role_and_label(Role::Button, "Cancel").focus();
    settle(&mut window);
    let foot = window.get_by_role_and_label(Role::Button, "Cancel").rect();
    assert!(foot.top() > 0.0 && foot.bottom() < 360.0, "{foot:?}");
}

#[test]
fn the_report_is_read_by_keys() {
    let mut window = with_sample(LOW, Light::Light);
    press_ctrl(&mut window, Key::Num4);
    let top = |window: &Harness<'_, Workbench>| window.get_by_label("Summary").rect().top();
    let before = top(&window);
    press(&mut window, Key::ArrowDown);
    assert!(top(&window) < before);
    press(&mut window, Key::Home);
    assert!((top(&window) - before).abs() < 1.0);
    press(&mut window, Key::PageDown);
    let gone = window.query_by_label("Summary");
    assert!(gone.is_none_or(|heading| heading.rect().top() < before - 200.0));
}

#[test]
fn what_is_typed_takes_the_place_of_the_path_that_was_suggested() {
    let mut window = with_sample(LOW, Light::Light);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    settle(&mut window);
    let suggested = window.get_by_label("Path").value();
    assert!(
        suggested.is_some_and(|path| Path::new(&path).extension().is_some_and(|end| end == "ron"))
    );
    window.get_by_label("Path").type_text("/nowhere/at-all.ron");
    settle(&mut window);
    let typed = window.get_by_label("Path").value();
    assert_eq!(typed.as_deref(), Some("/nowhere/at-all.ron"));
    window.get_by_label("There is no folder /nowhere.");
}

#[test]
fn what_is_typed_while_a_question_opens_is_its_answer() {
    let mut window = with_sample(LOW, Light::Light);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    for letter in ["x", "j"] {
        window.event(Event::Text(letter.to_owned()));
    }
    settle(&mut window);
    assert_eq!(
        window.state().selection().claim,
        None,
        "j went nowhere else"
    );
    let field = window.get_by_label("Search actions, articles and claims");
    assert_eq!(field.value().as_deref(), Some("xj"));
}

#[test]
fn no_verdict_is_cut_off_where_the_inspector_is_narrow() {
    let mut window = with_sample([960.0, 800.0], Light::Light);
    press(&mut window, Key::J);
    let [first, second] =
        ["Rate: Confirmed", "Rate: Mostly right"].map(|name| window.get_by_label(name).rect());
    assert!(first.bottom() <= second.top(), "one under the other");
    let mut wide = with_sample([1600.0, 800.0], Light::Light);
    press(&mut wide, Key::J);
    let [first, second] =
        ["Rate: Confirmed", "Rate: Mostly right"].map(|name| wide.get_by_label(name).rect());
    assert!((first.top() - second.top()).abs() < 0.5, "side by side");
}

#[test]
fn a_change_is_told_in_the_status_bar_and_covers_nothing() {
    let mut window = with_sample([1280.0, 720.0], Light::Light);
    press(&mut window, Key::F4);
    click(&window, "Apply");
    settle(&mut window);
    press(&mut window, Key::J);
    press(&mut window, Key::X);
    let message = window.get_by_label_contains("Reject “");
    let node = message.accesskit_node();
    assert_eq!(
        node.live(),
        egui::accesskit::Live::Polite,
        "it is read aloud"
    );
    assert!(
        message.rect().top() > 720.0 - 30.0,
        "it stands over something: {:?}",
        message.rect()
    );
}
