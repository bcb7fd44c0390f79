//! Publishing judged claims as ClaimReview.

use countercheck::app::preferences::Light;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, folder, press_ctrl, settle, with_sample};

const SIZE: [f32; 2] = [1280.0, 720.0];

#[test]
fn judged_claims_are_chosen_and_published_under_an_address_that_is_remembered() {
    let (_files, place) = folder();
    let file = place.with_file_name("week.claimreview.jsonld");
    let mut window = with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, egui::Key::Num4);
    click(&window, "ClaimReview");
    settle(&mut window);
    let export = |window: &egui_kittest::Harness<'_, countercheck::app::Workbench>| {
        let button = window.get_by_role_and_label(Role::Button, "Export");
        !button.accesskit_node().is_disabled()
    };
    assert!(!export(&window), "no address yet");
    let judged = window.query_all_by_role(Role::CheckBox).count();
    assert!(judged > 1, "{judged}");
    let name = "Address of the published report";
    window.get_by_role_and_label(Role::TextInput, name).focus();
    window.run_steps(1);
    window
        .get_by_role_and_label(Role::TextInput, name)
        .type_text("desk.example");
    settle(&mut window);
    window.get_by_label_contains("is no address of the web");
    window.get_by_role_and_label(Role::TextInput, name).focus();
    press_ctrl(&mut window, egui::Key::A);
    window
        .get_by_role_and_label(Role::TextInput, name)
        .type_text("https://desk.example/week");
    settle(&mut window);
    let first = window.query_all_by_role(Role::CheckBox).next();
    first.expect("a claim").click();
    settle(&mut window);
    window
        .get_by_role_and_label(Role::TextInput, "File")
        .focus();
    window.run_steps(1);
    press_ctrl(&mut window, egui::Key::A);
    window
        .get_by_role_and_label(Role::TextInput, "File")
        .type_text(&file.display().to_string());
    settle(&mut window);
    assert!(export(&window));
    click(&window, "Export");
    settle(&mut window);
    let written = std::fs::read_to_string(&file).expect("written");
    let reviews: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    let reviews = reviews.as_array().expect("reviews").clone();
    assert_eq!(reviews.len() + 1, judged);
    let style = &window.state().session().project().report_style;
    assert_eq!(style.address.as_deref(), Some("https://desk.example/week"));
    click(&window, "ClaimReview");
    settle(&mut window);
    let field = window.get_by_role_and_label(Role::TextInput, name);
    assert_eq!(field.value().as_deref(), Some("https://desk.example/week"));
}

#[test]
fn a_logo_can_be_looked_for() {
    let mut window = with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, egui::Key::Num4);
    click(&window, "Look of the report…");
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Browse: Logo");
}
