//! What people do, from start to end.

use countercheck::app::context::View;
use countercheck::app::preferences::Light;
use countercheck::project::Status;
use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, folder, press, press_ctrl, settle, window, with_sample};

const SIZE: [f32; 2] = [1280.0, 800.0];

#[test]
fn a_pasted_article_is_read_and_its_figures_are_found() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    click(&window, "New project");
    settle(&mut window);
    click(&window, "Paste an article");
    settle(&mut window);
    window
        .get_by_label("Text of the article")
        .type_text("The mayor said 1,250 people were moved on Monday. The river rose by 40 cm.");
    settle(&mut window);
    window
        .get_by_role_and_label(egui::accesskit::Role::TextInput, "Publisher")
        .type_text("River Post");
    settle(&mut window);
    click(&window, "Add article");
    settle(&mut window);
    let project = window.state().session().project();
    assert_eq!(project.articles.len(), 1);
    let quotes: Vec<&str> = project
        .claims
        .values()
        .map(|claim| claim.anchor.quote.as_str())
        .collect();
    assert!(
        quotes.iter().any(|quote| quote.contains("1,250")),
        "{quotes:?}"
    );
    window.get_by_label_contains("River Post");
}

#[test]
fn claims_are_walked_and_judged_by_keys_and_a_judgement_is_undone() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let first = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::J);
    let second = window.state().selection().claim.expect("a claim");
    assert_ne!(first, second);
    press(&mut window, Key::K);
    assert_eq!(window.state().selection().claim, Some(first));

    press(&mut window, Key::Num1);
    window
        .get_by_label("Rationale")
        .type_text("The ministry's table says so");
    settle(&mut window);
    press(&mut window, Key::Enter);
    let project = window.state().session().project();
    let review = project.reviews.get(&first).expect("a review");
    let verdict = review.verdict.as_ref().expect("a verdict");
    assert_eq!(
        (
            verdict.rating.as_str(),
            verdict.rationale.as_str(),
            verdict.by.as_str()
        ),
        ("confirmed", "The ministry's table says so", "Ana")
    );
    let next = window.state().selection().claim.expect("goes on");
    assert_ne!(next, first, "a decision goes on to the next open claim");

    press(&mut window, Key::X);
    assert_eq!(
        window.state().session().project().status(next),
        Status::Rejected
    );
    press_ctrl(&mut window, Key::Z);
    assert_eq!(
        window.state().session().project().status(next),
        Status::Unchecked
    );
    assert_eq!(
        window.state().selection().claim,
        Some(next),
        "undo shows what it undid"
    );
    press(&mut window, Key::A);
    assert_eq!(
        window.state().session().project().status(next),
        Status::InProgress
    );
}

#[test]
fn a_verdict_without_grounds_is_not_given() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::Num4);
    press(&mut window, Key::Enter);
    assert_eq!(
        window.state().session().project().status(claim),
        Status::Unchecked
    );
    press(&mut window, Key::Escape);
    assert!(window.query_by_label("Rationale").is_none(), "given up");
}

#[test]
fn evidence_is_grounds_enough() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::E);
    window
        .get_by_label("Citation")
        .type_text("Border service, table 3");
    settle(&mut window);
    click(&window, "Attach");
    settle(&mut window);
    press(&mut window, Key::Num1);
    press(&mut window, Key::Enter);
    let project = window.state().session().project();
    assert_eq!(project.status(claim), Status::Checked);
}

#[test]
fn a_project_is_saved_closed_and_opened_again_with_its_judgements() {
    let (_folder, path) = folder();
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::A);
    press_ctrl(&mut window, Key::S);
    let field = window.get_by_label("Path");
    field.focus();
    window.run_steps(1);
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    window
        .get_by_label("Path")
        .type_text(&path.display().to_string());
    settle(&mut window);
    click(&window, "Save");
    settle(&mut window);
    assert!(path.is_file());
    assert!(!window.state().session().is_dirty());
    press_ctrl(&mut window, Key::W);
    window.get_by_role_and_label(egui::accesskit::Role::Button, "New project");
    let name = path
        .file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    window
        .get_all_by_label_contains(&name)
        .next()
        .expect("among the recent projects")
        .click();
    settle(&mut window);
    let session = window.state().session();
    assert_eq!(session.project().status(claim), Status::InProgress);
    press_ctrl(&mut window, Key::Z);
    assert_eq!(
        window.state().session().project().status(claim),
        Status::Unchecked,
        "what was done before it was saved can be undone"
    );
}

#[test]
fn unsaved_changes_are_not_lost_without_asking() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::X);
    press_ctrl(&mut window, Key::W);
    window.get_by_label("Save the changes first?");
    click(&window, "Stay");
    settle(&mut window);
    assert!(window.state().session().is_dirty());
    press_ctrl(&mut window, Key::W);
    click(&window, "Do not save");
    settle(&mut window);
    window.get_by_role_and_label(egui::accesskit::Role::Button, "New project");
}

#[test]
fn each_view_has_its_key_and_the_palette_goes_anywhere() {
    let mut window = with_sample(SIZE, Light::Light);
    for (key, view) in [
        (Key::Num2, View::Figures),
        (Key::Num3, View::Findings),
        (Key::Num4, View::Report),
        (Key::Num1, View::Read),
    ] {
        press_ctrl(&mut window, key);
        assert_eq!(window.state().selection().view, view);
    }
    press_ctrl(&mut window, Key::K);
    window
        .get_by_label("Search actions, articles and claims")
        .type_text("findings");
    settle(&mut window);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().selection().view, View::Findings);
    window.key_press_modifiers(egui::Modifiers::SHIFT, Key::Questionmark);
    settle(&mut window);
    assert!(window.query_all_by_label("All keys").count() > 1);
    press(&mut window, Key::Escape);
    assert!(
        window
            .query_by_role_and_label(egui::accesskit::Role::Button, "Close")
            .is_none()
    );
}

#[test]
fn every_control_that_can_be_reached_has_a_name() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        press_ctrl(&mut window, key);
        let nameless: Vec<String> = window
            .root()
            .children_recursive()
            .filter(|node| {
                let node = node.accesskit_node();
                node.role() == egui::accesskit::Role::Button
                    && node.label().is_none()
                    && node.value().is_none()
            })
            .map(|node| format!("{node:?}"))
            .collect();
        assert!(nameless.is_empty(), "{key:?}: {nameless:?}");
    }
}
