//! Small corrections and decisions: in their place, with one key.

use countercheck::app::Workbench;
use countercheck::app::context::View;
use countercheck::app::preferences::Light;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, press, press_ctrl, settle, window, with_sample};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn overwrite(window: &mut Harness<'_, Workbench>, field: &str, words: &str) {
    let role = Role::TextInput;
    window.get_by_role_and_label(role, field).focus();
    window.run_steps(1);
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    window.get_by_role_and_label(role, field).type_text(words);
    settle(window);
}

/// What the facet says whose words begin so.
fn facet(window: &Harness<'_, Workbench>, name: &str) -> String {
    let mut nodes = window.root().children_recursive();
    let label = nodes.find_map(|node| {
        let label = node.accesskit_node().label()?;
        label.starts_with(name).then_some(label)
    });
    label.expect("the facet")
}

#[test]
fn a_facet_is_corrected_where_it_stands() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    let place = |window: &Harness<'_, Workbench>| {
        let claims = &window.state().session().project().claims;
        let place = claims[&claim].reading.place.as_ref();
        place.map(|place| place.text.clone())
    };
    assert_eq!(place(&window).as_deref(), Some("Kazakhstan"));
    click(&window, "Place: Kazakhstan");
    settle(&mut window);
    overwrite(&mut window, "Place", "the north");
    press(&mut window, Key::Enter);
    assert_eq!(place(&window).as_deref(), Some("the north"));
    press_ctrl(&mut window, Key::Z);
    assert_eq!(place(&window).as_deref(), Some("Kazakhstan"));
}

#[test]
fn a_value_is_corrected_with_its_hedge_and_nonsense_is_refused() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    let amount = |window: &Harness<'_, Workbench>| {
        let claims = &window.state().session().project().claims;
        claims[&claim].reading.quantity.amount.to_string()
    };
    let before = amount(&window);
    let stands_for = |window: &Harness<'_, Workbench>| facet(window, "Stands for: ");
    click(&window, &stands_for(&window));
    settle(&mut window);
    // What stands there gives way to what is typed.
    window.event(egui::Event::Text("many".to_owned()));
    settle(&mut window);
    window.get_by_label_contains("“many” is no figure");
    overwrite(&mut window, "Stands for", "at least 97,500");
    press(&mut window, Key::Enter);
    assert_eq!(amount(&window), "at least 97,500");
    assert_eq!(stands_for(&window), "Stands for: 97,500 or more");
    press_ctrl(&mut window, Key::Z);
    assert_eq!(amount(&window), before);
}

#[test]
fn what_cannot_be_a_date_is_refused_where_it_stands() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let before = window.state().session().revision();
    let as_of = facet(&window, "As of: ");
    click(&window, &as_of);
    settle(&mut window);
    overwrite(&mut window, "As of", "soon");
    press(&mut window, Key::Enter);
    window.get_by_label_contains("is not a date");
    press(&mut window, Key::Escape);
    assert_eq!(window.state().session().revision(), before);
    assert!(window.query_by_label_contains("is not a date").is_none());
}

#[test]
fn findings_are_walked_and_set_aside_by_keys() {
    let mut window = with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, Key::Num3);
    press(&mut window, Key::J);
    let first = window.state().selection().claim.expect("its claim");
    press(&mut window, Key::J);
    assert_ne!(window.state().selection().claim, Some(first));
    press(&mut window, Key::K);
    assert_eq!(window.state().selection().claim, Some(first));
    press(&mut window, Key::S);
    window
        .get_by_role_and_label(Role::TextInput, "Reason")
        .type_text("the months are counted otherwise");
    settle(&mut window);
    press(&mut window, Key::Enter);
    let dismissals = &window.state().session().project().dismissals;
    assert_eq!(dismissals.len(), 1);
    assert!(dismissals[0].claims.contains(&first));
    press_ctrl(&mut window, Key::Z);
    assert!(window.state().session().project().dismissals.is_empty());
}

#[test]
fn the_words_of_a_finding_are_one_key_away() {
    let mut window = with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, Key::Num3);
    press(&mut window, Key::J);
    press(&mut window, Key::T);
    assert_eq!(window.state().selection().view, View::Read);
}

#[test]
fn two_reports_of_a_figure_are_read_side_by_side() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::B);
    window.get_by_label("Articles side by side");
    window.get_by_label_contains("Left report: ");
    window.get_by_label_contains("Right report: ");
    click(&window, "Close");
    settle(&mut window);
    assert!(window.query_by_label_contains("Left report: ").is_none());
}

#[test]
fn a_copy_is_signed_off_from_its_coverage_and_from_its_report() {
    let mut window = with_sample(SIZE, Light::Light);
    let refused = |window: &Harness<'_, Workbench>| {
        let button = window.get_by_role_and_label(Role::Button, "Sign off…");
        button.accesskit_node().is_disabled()
    };
    assert!(refused(&window), "what cannot be stands in it");
    press_ctrl(&mut window, Key::Num3);
    press(&mut window, Key::J);
    press(&mut window, Key::S);
    window
        .get_by_role_and_label(Role::TextInput, "Reason")
        .type_text("the months are counted otherwise");
    settle(&mut window);
    press(&mut window, Key::Enter);
    press_ctrl(&mut window, Key::Num1);
    // The next finding, which is looked at now, stands in another article.
    let copy = "What we know about the week in Ukraine and on its edges";
    window
        .get_by_role_and_label(Role::RadioButton, copy)
        .click();
    settle(&mut window);
    assert!(!refused(&window));
    let words = |window: &Harness<'_, Workbench>, part: &str| {
        let label = window.get_by_label_contains(part);
        label.accesskit_node().label().expect("words")
    };
    let coverage = words(&window, "coverage: ");
    for view in [Key::Num1, Key::Num4] {
        press_ctrl(&mut window, view);
        click(&window, "Sign off…");
        settle(&mut window);
        window.get_by_role_and_label(Role::Button, "Sign this copy off");
        let open = words(&window, "are not settled");
        let open: String = open.chars().filter(char::is_ascii_digit).collect();
        assert!(coverage.ends_with(&format!(", {open} open")), "{coverage}");
        press(&mut window, Key::Escape);
    }
    assert!(window.state().session().project().sign_offs.is_empty());
}

/// The bar's controls never lie on one another, however narrow the window.
#[test]
fn the_bar_at_the_top_fits_into_every_window() {
    for width in [820.0, 1_000.0, 1_119.0, 1_120.0, 1_280.0, 1_920.0] {
        let mut window = window([width, 640.0], Light::Light);
        settle(&mut window);
        click(&window, "Open the sample project");
        settle(&mut window);
        let mut boxes: Vec<(String, f64, f64)> = window
            .root()
            .children_recursive()
            .filter_map(|node| {
                let node = node.accesskit_node();
                let control = matches!(node.role(), Role::Button | Role::RadioButton);
                let place = node
                    .bounding_box()
                    .filter(|place| control && place.y1 < 46.0)?;
                Some((node.label()?, place.x0, place.x1))
            })
            .collect();
        boxes.sort_by(|a, b| a.1.total_cmp(&b.1));
        assert!(boxes.len() >= 7, "{boxes:?}");
        for pair in boxes.windows(2) {
            assert!(pair[0].2 <= pair[1].1 + 0.5, "{width}: {pair:?}");
        }
        let last = boxes.last().expect("some");
        assert!(last.2 <= f64::from(width), "{last:?}");
    }
}

#[test]
fn evidence_is_corrected_in_its_place_and_the_correction_is_undone() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::E);
    window
        .get_by_label("Citation")
        .type_text("Table of the ministry");
    settle(&mut window);
    click(&window, "Attach");
    settle(&mut window);
    let cited = |window: &Harness<'_, Workbench>| -> Vec<String> {
        let review = &window.state().session().project().reviews[&claim];
        review.evidence.iter().map(|e| e.citation.clone()).collect()
    };
    assert_eq!(cited(&window), ["Table of the ministry"]);
    press(&mut window, Key::E);
    assert!(window.query_by_label("Citation").is_some());
    press(&mut window, Key::Escape);
    assert!(window.query_by_label("Citation").is_none(), "given up");
    click(&window, "Correct");
    settle(&mut window);
    overwrite(&mut window, "Citation", "Table 4 of the ministry");
    click(&window, "Apply");
    settle(&mut window);
    assert_eq!(cited(&window), ["Table 4 of the ministry"]);
    press_ctrl(&mut window, Key::Z);
    assert_eq!(cited(&window), ["Table of the ministry"]);
}

#[test]
fn the_other_button_selects_a_claim_and_opens_its_menu() {
    let mut window = with_sample(SIZE, Light::Light);
    let claims = window.query_all_by_label_contains("claim: ");
    let second = claims.into_iter().nth(1).expect("two in sight");
    second.click_secondary();
    settle(&mut window);
    let selected = window.state().selection().claim.expect("selected");
    window.get_by_label_contains("Copy as a citation");
    press(&mut window, Key::Escape);
    assert_eq!(window.state().selection().claim, Some(selected));
}

#[test]
fn panels_get_their_width_back_when_there_is_room_again() {
    let mut window = with_sample([1500.0, 800.0], Light::Light);
    let width = |window: &Harness<'_, Workbench>| {
        let open = window.get_by_label_contains("Select a marked claim");
        open.rect().left()
    };
    let before = width(&window);
    window.set_size(egui::vec2(860.0, 560.0));
    settle(&mut window);
    window.set_size(egui::vec2(1500.0, 800.0));
    settle(&mut window);
    let after = width(&window);
    assert!((before - after).abs() < 1.0, "{before} and {after}");
}

/// What was typed as a note on a claim.
fn note(window: &Harness<'_, Workbench>, claim: countercheck::claim::ClaimId) -> String {
    let reviews = &window.state().session().project().reviews;
    let note = reviews.get(&claim).map(|review| review.note.clone());
    note.unwrap_or_default()
}

fn type_note(window: &mut Harness<'_, Workbench>, words: &str) {
    press(window, Key::N);
    let role = Role::MultilineTextInput;
    window.get_by_role_and_label(role, "Note").type_text(words);
    settle(window);
    press(window, Key::Escape);
}

#[test]
fn a_note_right_after_a_decision_is_on_what_was_decided() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let decided = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::A);
    let next = window.state().selection().claim.expect("the next one");
    assert_ne!(next, decided);
    window.get_by_role_and_label(Role::Button, "Note");
    type_note(&mut window, "ask the port");
    assert_eq!(note(&window, decided), "ask the port");
    assert_eq!(note(&window, next), "");
    press(&mut window, Key::O);
    assert_eq!(
        window.state().selection().claim,
        Some(next),
        "and on it goes"
    );
}

#[test]
fn a_note_after_another_step_is_on_what_is_looked_at() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let decided = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::A);
    press(&mut window, Key::J);
    let here = window.state().selection().claim.expect("a claim");
    type_note(&mut window, "two goats");
    assert_eq!(note(&window, here), "two goats");
    assert_eq!(note(&window, decided), "");
    // From the message it is still to be had, as long as that is there.
    window.key_press(Key::A);
    window.run_steps(3);
    window.key_press(Key::J);
    window.run_steps(3);
    click(&window, "Note");
    settle(&mut window);
    assert_eq!(window.state().selection().claim, Some(here));
}

#[test]
fn the_figure_to_link_with_is_among_the_first_that_are_offered() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::U);
    press(&mut window, Key::L);
    let offered = window.query_all_by_role(Role::Button);
    let first = offered
        .filter_map(|button| button.accesskit_node().label())
        .find(|name| name.contains(" · ") && name.ends_with(')'));
    assert!(
        first.as_ref().is_some_and(|name| name.contains("Russian")),
        "{first:?}"
    );
}

#[test]
fn accepting_a_judged_claim_keeps_its_verdict_and_says_so() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::Num1);
    window
        .get_by_label("Rationale")
        .type_text("The table says so");
    settle(&mut window);
    press(&mut window, Key::Enter);
    press(&mut window, Key::K);
    while window.state().selection().claim != Some(claim) {
        press(&mut window, Key::K);
    }
    press(&mut window, Key::A);
    let project = window.state().session().project();
    assert!(project.reviews[&claim].verdict.is_some());
    assert!(
        window
            .query_by_label_contains("judged already: Confirmed")
            .is_some()
    );
}

#[test]
fn a_claim_that_stands_alone_is_shown_among_all_figures() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let alone = |window: &Harness<'_, Workbench>| {
        let state = window.state();
        let selected = state.selection().claim.expect("a claim");
        let figures = state.session().crosscheck().figures.iter();
        let mut of_it = figures.filter(|figure| figure.claims.contains(&selected));
        of_it.next().is_some_and(|figure| figure.claims.len() == 1)
    };
    while !alone(&window) {
        press(&mut window, Key::J);
    }
    press(&mut window, Key::G);
    let all = window.get_by(|node| node.label().is_some_and(|label| label.starts_with("All (")));
    assert_eq!(
        all.accesskit_node().toggled(),
        Some(egui::accesskit::Toggled::True)
    );
}
