//! Projects and their files: saving, files that others change, what a crash leaves behind.

use countercheck::app::preferences::Light;
use countercheck::project::Status;
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::{click, folder, press, press_ctrl, save_to, settle, window_in, with_sample};

const SIZE: [f32; 2] = [1280.0, 800.0];

/// Rejects the first claim and saves the project.
fn judged_and_saved(
    window: &mut egui_kittest::Harness<'_, countercheck::app::Workbench>,
    path: &std::path::Path,
) {
    press(window, Key::J);
    press(window, Key::X);
    save_to(window, path);
}

#[test]
fn a_file_that_another_program_has_changed_is_merged_with() {
    let (_folder, path) = folder();
    let mut window = with_sample(SIZE, Light::Light);
    judged_and_saved(&mut window, &path);
    let theirs = std::fs::read_to_string(&path).expect("saved");
    let theirs = theirs.replacen("The week of the call-up", "The week of the queues", 1);
    std::fs::write(&path, theirs).expect("written by another program");
    press(&mut window, Key::A);
    press_ctrl(&mut window, Key::S);
    window.get_by_label("The file has changed");
    click(&window, "Merge and save");
    settle(&mut window);
    let session = window.state().session();
    assert!(!session.is_dirty());
    assert_eq!(session.project().title, "The week of the queues");
    let rejected = session.project().reviews.values();
    assert!(
        rejected
            .map(|review| review.status)
            .any(|status| status == Status::InProgress)
    );
}

#[test]
fn a_file_that_another_program_has_changed_is_overwritten_only_when_asked() {
    let (_folder, path) = folder();
    let mut window = with_sample(SIZE, Light::Light);
    judged_and_saved(&mut window, &path);
    let theirs = std::fs::read_to_string(&path).expect("saved") + "\n";
    std::fs::write(&path, &theirs).expect("written by another program");
    press(&mut window, Key::A);
    press_ctrl(&mut window, Key::S);
    click(&window, "Cancel");
    settle(&mut window);
    assert_eq!(std::fs::read_to_string(&path).expect("there"), theirs);
    press_ctrl(&mut window, Key::S);
    click(&window, "Overwrite it");
    settle(&mut window);
    assert!(!window.state().session().is_dirty());
    assert_ne!(std::fs::read_to_string(&path).expect("there"), theirs);
}

#[test]
fn what_was_not_saved_in_a_file_is_offered_when_it_is_opened_again() {
    let (_folder, path) = folder();
    let mut first = with_sample(SIZE, Light::Light);
    judged_and_saved(&mut first, &path);
    press(&mut first, Key::A);
    // The program ends without a word.
    drop(first);
    let mut again = window_in(SIZE, Light::Light, vec![path], None);
    settle(&mut again);
    again.get_by_label("Changes that were not saved");
    click(&again, "Recover them");
    settle(&mut again);
    let session = again.state().session();
    assert!(session.is_dirty(), "recovered, and still to be saved");
    let statuses = session
        .project()
        .reviews
        .values()
        .map(|review| review.status);
    assert!(
        statuses
            .into_iter()
            .any(|status| status == Status::InProgress)
    );
}

#[test]
fn a_project_that_was_never_saved_waits_on_the_welcome_screen() {
    let (state, _) = folder();
    let mut first = window_in(
        SIZE,
        Light::Light,
        Vec::new(),
        Some(state.path().to_owned()),
    );
    settle(&mut first);
    click(&first, "New project");
    settle(&mut first);
    press(&mut first, Key::F2);
    first
        .get_by_role_and_label(egui::accesskit::Role::TextInput, "Name of the project")
        .type_text(" of the ferries");
    settle(&mut first);
    press(&mut first, Key::Enter);
    let title = first.state().session().project().title.clone();
    drop(first);
    let mut again = window_in(
        SIZE,
        Light::Light,
        Vec::new(),
        Some(state.path().to_owned()),
    );
    settle(&mut again);
    click(&again, "Take it up again");
    settle(&mut again);
    assert_eq!(again.state().session().project().title, title);
    assert!(again.state().session().is_dirty());
}

#[test]
fn changes_that_are_not_wanted_leave_nothing_behind() {
    let (state, _) = folder();
    let mut window = window_in(
        SIZE,
        Light::Light,
        Vec::new(),
        Some(state.path().to_owned()),
    );
    settle(&mut window);
    click(&window, "Open the sample project");
    settle(&mut window);
    press(&mut window, Key::J);
    press(&mut window, Key::X);
    press_ctrl(&mut window, Key::W);
    click(&window, "Do not save");
    settle(&mut window);
    let left = std::fs::read_dir(state.path()).map_or(0, Iterator::count);
    assert_eq!(left, 0);
}
