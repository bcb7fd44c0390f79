//! What lists say where nothing fits, and what stands out in them.

use countercheck::app::preferences::Light;
use egui::Key;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, press, press_ctrl, settle, window, with_sample};

const SIZE: [f32; 2] = [1280.0, 800.0];

#[test]
fn figures_that_no_filter_fits_leave_a_word_and_nothing_else() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press_ctrl(&mut window, Key::Num2);
    window.get_by_label("Pair by pair");
    window.get_by_label("Filter figures").focus();
    settle(&mut window);
    window.get_by_label("Filter figures").type_text("zeppelin");
    settle(&mut window);
    window.get_by_label("No figure fits the filter.");
    assert!(window.query_by_label("Pair by pair").is_none());
}

#[test]
fn a_project_without_claims_asks_for_no_word_to_be_taken_out() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    click(&window, "New project");
    settle(&mut window);
    window
        .get_by_role_and_label(Role::RadioButton, "Claims 0")
        .click();
    settle(&mut window);
    window.get_by_label("No claims yet. They are found in the articles that you add.");
}

#[test]
fn the_claim_that_enter_links_stands_out() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::L);
    let sheet = window.get_by_label("Same figure as…").rect();
    window.get_by_label("Search claims").type_text("100,000");
    settle(&mut window);
    let rows = window.query_all_by_role(Role::Button);
    let rows: Vec<_> = rows
        .filter(|row| {
            let name = row.accesskit_node().label();
            name.is_some_and(|name| name.contains("100,000 ·") && name.ends_with(')'))
        })
        .map(|row| row.accesskit_node().toggled())
        .collect();
    assert_eq!(rows.first(), Some(&Some(Toggled::True)), "{rows:?}");
    assert_eq!(sheet, window.get_by_label("Same figure as…").rect());
}

#[test]
fn what_was_linked_at_once_is_one_line() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press_ctrl(&mut window, Key::Num2);
    press(&mut window, Key::U);
    let links = window.state().session().project().links.len();
    assert!(links > 1, "apart from each of the others");
    assert_eq!(window.query_all_by_label("Take back").count(), 1);
    click(&window, "Take back");
    settle(&mut window);
    assert!(window.state().session().project().links.is_empty());
}

#[test]
fn a_claim_in_the_palette_tells_where_it_stands() {
    let mut window = with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, Key::K);
    window
        .get_by_label("Search actions, articles and claims")
        .type_text("98,000");
    settle(&mut window);
    let claims = window.query_all_by_label_contains("claim, ");
    let dated = claims.filter(|row| {
        let name = row.accesskit_node().label();
        name.is_some_and(|name| name.contains(", 20"))
    });
    assert!(dated.count() > 0);
}

#[test]
fn the_list_of_claims_is_one_stop_of_tab_and_arrows_go_through_it() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let tab = window.get_by(|node| {
        let label = node.label();
        node.role() == Role::RadioButton && label.is_some_and(|label| label.starts_with("Claims "))
    });
    tab.click();
    settle(&mut window);
    let selected = |window: &egui_kittest::Harness<'_, countercheck::app::Workbench>| {
        window.state().selection().claim.expect("a claim")
    };
    let first = selected(&window);
    let row = |window: &egui_kittest::Harness<'_, countercheck::app::Workbench>| {
        let quote = window.state().session().project().claims[&selected(window)]
            .anchor
            .quote
            .clone();
        let rows = window.query_all_by_role(Role::RadioButton);
        let mut rows = rows.filter(|row| {
            let label = row.accesskit_node().label();
            label.is_some_and(|label| label.starts_with(&format!("{quote} ")))
        });
        rows.find(|row| row.accesskit_node().is_focused()).is_some()
    };
    let mut stops = 0;
    for _ in 0..40 {
        if row(&window) {
            break;
        }
        press(&mut window, Key::Tab);
        stops += 1;
    }
    assert!(row(&window), "no row in {stops} stops");
    press(&mut window, Key::ArrowDown);
    let second = selected(&window);
    assert_ne!(first, second);
    assert!(row(&window), "the row that is looked at has the keyboard");
    press(&mut window, Key::ArrowUp);
    assert_eq!(selected(&window), first);
    press(&mut window, Key::Tab);
    assert!(!row(&window), "Tab leaves the list");
    let focused = window.query_all_by_role(Role::RadioButton);
    let claims = focused
        .filter(|it| it.accesskit_node().is_focused())
        .count();
    assert_eq!(claims, 0, "for no other row");
}
