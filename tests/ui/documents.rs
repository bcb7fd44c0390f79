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

#[test]
fn a_project_that_is_open_elsewhere_is_read_here_with_an_offer() {
    let (desk, path) = folder();
    let mut first = with_sample(SIZE, Light::Light);
    save_to(&mut first, &path);
    let mut second = window_in(SIZE, Light::Light, vec![path], None);
    settle(&mut second);
    second.get_by_label("This project can only be read here");
    click(&second, "Read it");
    settle(&mut second);
    second.get_by_role_and_label(egui::accesskit::Role::Button, "Read only");
    second.get_by_role_and_label(egui::accesskit::Role::Button, "Save a copy…");
    press(&mut second, Key::J);
    press(&mut second, Key::X);
    press_ctrl(&mut second, Key::S);
    second.get_by_label("The project is not saved");
    let said = second.query_all_by_label_contains("open in another window");
    let said: Vec<String> = said.filter_map(|it| it.value()).collect();
    assert!(
        !said.is_empty()
            && said
                .iter()
                .all(|said| said.matches("another window").count() == 1),
        "{said:?}"
    );
    click(&second, "Save to another place…");
    settle(&mut second);
    let copy = desk.path().join("copy.ron");
    second.get_by_label("Path").focus();
    second.run_steps(1);
    second.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    second.run_steps(1);
    second
        .get_by_label("Path")
        .type_text(&copy.display().to_string());
    settle(&mut second);
    click(&second, "Save");
    settle(&mut second);
    assert!(copy.is_file() && !second.state().session().is_dirty());
}

#[test]
fn a_file_that_is_gone_is_written_anew_only_when_asked() {
    let (_folder, path) = folder();
    let mut window = with_sample(SIZE, Light::Light);
    judged_and_saved(&mut window, &path);
    std::fs::remove_file(&path).expect("removed");
    press(&mut window, Key::A);
    press_ctrl(&mut window, Key::S);
    window.get_by_label("The project is not saved");
    window.get_by_label_contains("not there any more");
    assert!(window.state().session().is_dirty() && !path.exists());
    click(&window, "Write it anew there");
    settle(&mut window);
    assert!(path.is_file() && !window.state().session().is_dirty());
}

#[test]
fn unsaved_projects_of_one_name_are_told_apart_looked_into_and_forgotten() {
    let (state, _) = folder();
    let start = || {
        window_in(
            SIZE,
            Light::Light,
            Vec::new(),
            Some(state.path().to_owned()),
        )
    };
    for words in [
        "First 10 boats came.",
        "Then 20 boats came.",
        "Last 30 boats came.",
    ] {
        let mut window = start();
        settle(&mut window);
        click(&window, "New project");
        settle(&mut window);
        click(&window, "Paste an article");
        settle(&mut window);
        window.get_by_label("Text of the article").type_text(words);
        settle(&mut window);
        click(&window, "Add article");
        settle(&mut window);
        // The program ends without a word.
        drop(window);
    }
    let mut window = start();
    settle(&mut window);
    let cards = window
        .query_all_by_label("Not saved when the program ended")
        .count();
    assert_eq!(cards, 1, "they do not pile up");
    click(&window, "All 3 that were not saved…");
    settle(&mut window);
    for words in ["First 10", "Then 20", "Last 30"] {
        let about = format!("1 article: {words}");
        assert!(window.query_all_by_label_contains(&about).next().is_some());
    }
    window
        .get_all_by_role_and_label(egui::accesskit::Role::Button, "Look into it")
        .next()
        .expect("an offer")
        .click();
    settle(&mut window);
    window.get_by_label_contains("Add an article with 1 figure");
    window
        .get_all_by_role_and_label(egui::accesskit::Role::Button, "Forget it…")
        .next()
        .expect("an offer")
        .click();
    settle(&mut window);
    click(&window, "Forget it for good");
    settle(&mut window);
    let left = || std::fs::read_dir(state.path()).expect("there").count();
    assert_eq!(left(), 2);
    click(&window, "Forget all…");
    settle(&mut window);
    click(&window, "Forget all 2 for good");
    settle(&mut window);
    assert_eq!(left(), 0);
    let mut again = start();
    settle(&mut again);
    assert!(
        again
            .query_by_label("Not saved when the program ended")
            .is_none()
    );
}

#[test]
fn changes_that_were_put_off_wait_under_file_and_are_made_again() {
    let (_folder, path) = folder();
    let mut first = with_sample(SIZE, Light::Light);
    judged_and_saved(&mut first, &path);
    press(&mut first, Key::J);
    press(&mut first, Key::X);
    let rejected = |window: &egui_kittest::Harness<'_, countercheck::app::Workbench>| {
        let project = window.state().session().project();
        let all = project.claims.keys();
        all.filter(|claim| project.status(**claim) == Status::Rejected)
            .count()
    };
    let before = rejected(&first);
    // The program ends without a word.
    drop(first);
    let mut again = window_in(SIZE, Light::Light, vec![path], None);
    settle(&mut again);
    click(&again, "Not now");
    settle(&mut again);
    assert!(rejected(&again) < before);
    // A change without them sets them aside; they are still offered.
    press(&mut again, Key::J);
    press(&mut again, Key::J);
    press(&mut again, Key::A);
    // The first screen tells of them, too.
    press_ctrl(&mut again, Key::S);
    press_ctrl(&mut again, Key::W);
    again.get_by_label_contains("changes put off").click();
    settle(&mut again);
    click(&again, "Changes put off");
    settle(&mut again);
    again.get_by_label("Changes that were put off");
    click(&again, "Make them again");
    settle(&mut again);
    assert_eq!(rejected(&again), before);
    assert_eq!(again.query_all_by_label("Changes put off").count(), 0);
}

/// A build for tests sets pages so slowly that there is time to change one's mind.
#[cfg(all(feature = "pdf", debug_assertions))]
#[test]
fn an_export_that_is_given_up_sets_the_window_free_and_leaves_no_file() {
    let (folder, _) = folder();
    let out = folder.path().join("report.pdf");
    let mut window = with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, Key::Num4);
    click(&window, "PDF");
    settle(&mut window);
    super::type_path(&mut window, &out);
    click(&window, "Export");
    window.run_steps(2);
    let until = std::time::Instant::now() + std::time::Duration::from_mins(2);
    while window
        .query_all_by_label_contains("Exporting as PDF: ")
        .count()
        == 0
    {
        assert!(
            std::time::Instant::now() < until,
            "it is told how far it is"
        );
        std::thread::yield_now();
        window.run_steps(1);
    }
    click(&window, "Cancel");
    settle(&mut window);
    assert!(window.query_all_by_label_contains("given up").count() > 0);
    let left = std::fs::read_dir(folder.path()).expect("the folder");
    assert_eq!(left.count(), 0, "no file, not even half of one");
}

#[test]
fn a_project_that_cannot_be_read_leaves_its_path_and_says_why_in_plain_words() {
    let (_folder, path) = folder();
    let mut window = with_sample(SIZE, Light::Light);
    save_to(&mut window, &path);
    let whole = std::fs::read_to_string(&path).expect("saved");
    let broken = whole.replacen("title:", "garbage: 7, title:", 1);
    let other = path.with_file_name("goats.ron");
    std::fs::write(&other, broken).expect("written");
    press_ctrl(&mut window, Key::O);
    super::type_path(&mut window, &other);
    click(&window, "Open");
    settle(&mut window);
    window.get_by_label("Open a project");
    let typed = window.get_by_label("Path").value();
    assert_eq!(typed, Some(other.display().to_string()));
    window.get_by_label_contains("goats.ron is damaged at line");
}

#[test]
fn an_export_that_cannot_be_written_leaves_its_path() {
    let (folder, _) = folder();
    let mut window = with_sample(SIZE, Light::Light);
    // A name longer than any disk takes.
    let path = folder.path().join(format!("{}.html", "goat".repeat(99)));
    press_ctrl(&mut window, Key::E);
    super::type_path(&mut window, &path);
    click(&window, "Export");
    settle(&mut window);
    let said = window.get_by_label_contains("cannot write").value();
    assert!(said.is_some_and(|said| !said.contains("os error")));
    assert_eq!(
        window.get_by_label("Path").value(),
        Some(path.display().to_string())
    );
}

#[test]
fn recovering_is_the_answer_of_enter_where_a_recent_project_was_chosen_by_keys() {
    let (_folder, path) = folder();
    let mut first = with_sample(SIZE, Light::Light);
    judged_and_saved(&mut first, &path);
    press(&mut first, Key::A);
    drop(first);
    let options = countercheck::app::Options {
        clock: || "2026-11-22T09:30:00Z".to_owned(),
        system_dialogs: false,
        state_folder: None,
        preferences: countercheck::app::preferences::Preferences {
            name: "Ana".to_owned(),
            recent: vec![path],
            ..Default::default()
        },
        ..Default::default()
    };
    let mut again = egui_kittest::Harness::builder()
        .with_size(SIZE)
        .with_max_steps(40)
        .build_eframe(|creation| countercheck::app::Workbench::new(creation, options));
    settle(&mut again);
    again.get_by_label_contains("border-week").focus();
    again.run_steps(2);
    press(&mut again, Key::Enter);
    again.get_by_label("Changes that were not saved");
    press(&mut again, Key::Enter);
    assert!(
        again
            .query_by_label("Changes that were not saved")
            .is_none()
    );
    assert!(again.state().session().is_dirty(), "recovered");
}
