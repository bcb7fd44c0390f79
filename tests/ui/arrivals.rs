//! Looking at articles before they are added, and how reports look.

use std::path::{Path, PathBuf};

use countercheck::app::Workbench;
use countercheck::app::preferences::Light;
use countercheck::project::original_of;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, folder, press_ctrl, save_to, settle, window};

const SIZE: [f32; 2] = [1280.0, 860.0];

/// Imports files by the dialog.
fn import(window: &mut Harness<'_, Workbench>, paths: &[&Path]) {
    press_ctrl(window, egui::Key::I);
    let paths: Vec<String> = paths
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    window.get_by_label("Path").type_text(&paths.join(";"));
    settle(window);
    click(window, "Import");
    settle(window);
}

fn titles(window: &Harness<'_, Workbench>) -> Vec<String> {
    let project = window.state().session().project();
    project
        .articles
        .values()
        .map(|article| article.name())
        .collect()
}

/// Chooses the radio button, or ticks the box, of that name.
fn choose(window: &mut Harness<'_, Workbench>, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).click();
    settle(window);
}

#[test]
fn of_a_feed_only_what_is_ticked_is_added() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    let feed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/ferry.rss");
    import(&mut window, &[&feed]);
    window.get_by_label("Look before adding");
    assert_eq!(
        titles(&window),
        Vec::<String>::new(),
        "nothing is added yet"
    );
    choose(&mut window, Role::CheckBox, "Take “Rain”");
    click(&window, "Add 1 article");
    settle(&mut window);
    assert_eq!(titles(&window), ["Ferry figures"]);
}

#[test]
fn arrows_go_through_a_feed_and_space_ticks() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    let feed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/ferry.rss");
    import(&mut window, &[&feed]);
    window.get_by_label("Add 2 articles");
    super::press(&mut window, egui::Key::ArrowDown);
    let second = window.get_by_role_and_label(Role::RadioButton, "Rain");
    assert!(second.is_focused(), "the keyboard is on the second");
    super::press(&mut window, egui::Key::Space);
    window.get_by_label("Add 1 article");
    super::press(&mut window, egui::Key::ArrowUp);
    super::press(&mut window, egui::Key::Space);
    window.get_by_label("Add 0 articles");
}

#[test]
fn articles_that_are_not_added_can_be_looked_at_again() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    let feed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/ferry.rss");
    import(&mut window, &[&feed]);
    choose(&mut window, Role::CheckBox, "Take “Rain”");
    window.key_press(egui::Key::Escape);
    settle(&mut window);
    assert!(window.query_by_label("Look before adding").is_none());
    window.get_by_label("2 articles were not added.");
    // However long one waits.
    window.run_steps(60);
    click(&window, "Look again");
    settle(&mut window);
    window.get_by_label("Look before adding");
    click(&window, "Add 1 article");
    settle(&mut window);
    assert_eq!(titles(&window), ["Ferry figures"]);
    assert!(window.query_by_label("Look again").is_none());
}

#[test]
fn what_was_put_off_ends_with_its_project() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    let feed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/ferry.rss");
    import(&mut window, &[&feed]);
    window.key_press(egui::Key::Escape);
    settle(&mut window);
    window.get_by_label("Look again");
    press_ctrl(&mut window, egui::Key::N);
    assert!(window.query_by_label("Look again").is_none());
}

/// A file that the system says was let go over the window.
#[derive(Debug)]
struct LetGo(PathBuf);

impl egui::DroppedFile for LetGo {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn files_and_folders_that_are_let_go_over_the_window_are_taken_in() {
    let (_files, place) = folder();
    let [wire, inside] = ["wire.txt", "more"].map(|name| place.with_file_name(name));
    std::fs::create_dir(&inside).expect("made");
    std::fs::write(&wire, WIRE).expect("written");
    let boats = "Boats in the bay\n\nSome 40 boats lay in the bay on Sunday, the harbour said.\n";
    std::fs::write(inside.join("boats.txt"), boats).expect("written");
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    for path in [wire, inside] {
        let file = std::sync::Arc::new(LetGo(path));
        window.input_mut().dropped_files.push(file);
        settle(&mut window);
    }
    assert_eq!(titles(&window), ["Goats on the bridge", "Boats in the bay"]);
}

#[cfg(unix)]
#[test]
fn a_question_that_is_open_is_not_taken_away_by_articles_that_come_in() {
    let folder = tempfile::tempdir().expect("a folder for files");
    // A file that does not come to its end before somebody writes it.
    let slow = folder.path().join("ferry.rss");
    let made = std::process::Command::new("mkfifo").arg(&slow).status();
    assert!(made.is_ok_and(|status| status.success()), "a pipe");
    let paths = vec![slow.clone()];
    let mut window = super::window_in(SIZE, Light::Light, paths, None);
    window.run_steps(2);
    window.key_press_modifiers(
        egui::Modifiers::COMMAND | egui::Modifiers::SHIFT,
        egui::Key::V,
    );
    window.run_steps(2);
    window
        .get_by_label("Text of the article")
        .type_text("half a text");
    window.run_steps(2);
    let feed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/ferry.rss");
    std::fs::write(&slow, std::fs::read(feed).expect("read")).expect("written at last");
    settle(&mut window);
    window.get_by_label("Text of the article");
    click(&window, "Cancel");
    settle(&mut window);
    window.get_by_label("Look before adding");
}

const WIRE: &str = "Goats on the bridge\n\nAbout 98,000 goats crossed the old bridge on Monday and walked on to the hills, the ferry master said at noon.\n";

#[test]
fn a_copy_is_told_with_what_it_shares_and_can_be_linked() {
    let (_files, place) = folder();
    let [wire, copy] = ["wire.txt", "copy.txt"].map(|name| place.with_file_name(name));
    std::fs::write(&wire, WIRE).expect("written");
    std::fs::write(&copy, WIRE.replace("Goats on the bridge", "A long walk")).expect("written");
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    import(&mut window, &[&wire]);
    import(&mut window, &[&copy]);
    window.get_by_label_contains("of this is the text of “Goats on the bridge”");
    choose(&mut window, Role::RadioButton, "Skip");
    choose(&mut window, Role::RadioButton, "Link as a copy");
    click(&window, "Add 1 article");
    settle(&mut window);
    assert_eq!(titles(&window), ["Goats on the bridge", "A long walk"]);
    let project = window.state().session().project();
    let note = project.notes.iter().next().expect("a note");
    assert!(
        note.text.contains("is the text of “Goats on the bridge”"),
        "{}",
        note.text
    );
    assert_eq!(project.links.len(), 1, "98,000 with 98,000");
    // In the list and in what is told of the article, where it is taken back.
    window.get_by_label("Linked");
    click(&window, "About…");
    settle(&mut window);
    window.get_by_label("1 claim is linked by hand with those of “Goats on the bridge”.");
    click(&window, "Take the links back");
    settle(&mut window);
    assert!(window.state().session().project().links.is_empty());
    assert!(window.query_by_label("Linked").is_none());
}

#[test]
fn another_encoding_is_chosen_and_shown_before_the_text_is_added() {
    let (_files, place) = folder();
    let path = place.with_file_name("goats.txt");
    std::fs::write(
        &path,
        b"Goats\n\nSh\xEBrr 40 goats fled the farm on Monday.\n",
    )
    .expect("written");
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    import(&mut window, &[&path]);
    window.get_by_label_contains("Read as windows-1252, a guess");
    window
        .get_by_role_and_label(Role::ComboBox, "Encoding")
        .click();
    settle(&mut window);
    window.get_by_label("Cyrillic (windows-1251)").click();
    settle(&mut window);
    window.get_by_label_contains("Shлrr 40 goats");
    click(&window, "Add 1 article");
    settle(&mut window);
    let project = window.state().session().project();
    let article = project.articles.values().next().expect("an article");
    assert!(
        article.text.as_str().contains("Shлrr 40 goats"),
        "{:?}",
        article.text
    );
}

#[test]
fn more_of_a_page_is_taken_when_it_is_asked_for_and_one_date_of_two_is_chosen() {
    let (_files, place) = folder();
    let path = place.with_file_name("goats.html");
    let page = "<html><meta property='article:published_time' content='2026-03-01'><body><article><time datetime='2026-02-20'>then</time><p>Forty goats left the farm on Monday morning and walked in file across the old bridge, where a ferry master counted them twice.</p><p>By noon 12 of them were back, and the rest were seen on the hills behind the town.</p></article><footer>There are 300 jobs</footer></body></html>";
    std::fs::write(&path, page).expect("written");
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    import(&mut window, &[&path]);
    choose(&mut window, Role::RadioButton, "2026-02-20 (time element)");
    choose(
        &mut window,
        Role::CheckBox,
        "Take all the words of the page",
    );
    window.get_by_label_contains("There are 300 jobs");
    click(&window, "Add 1 article");
    settle(&mut window);
    let project = window.state().session().project();
    let article = project.articles.values().next().expect("an article");
    assert!(article.text.as_str().contains("300 jobs"));
    let published = article.metadata.published.as_ref().map(ToString::to_string);
    assert_eq!(published.as_deref(), Some("2026-02-20"));
}

#[test]
fn the_file_of_an_article_is_kept_beside_the_project_where_that_is_wanted() {
    let (_files, place) = folder();
    let wire = place.with_file_name("wire.txt");
    std::fs::write(&wire, WIRE).expect("written");
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    press_ctrl(&mut window, egui::Key::Comma);
    choose(
        &mut window,
        Role::CheckBox,
        "Keep the file of each new article beside the project",
    );
    click(&window, "Apply");
    settle(&mut window);
    import(&mut window, &[&wire]);
    save_to(&mut window, &place);
    settle(&mut window);
    let project = window.state().session().project();
    let article = project.articles.values().next().expect("an article");
    let kept = original_of(&place, &article.text).expect("kept");
    assert_eq!(std::fs::read_to_string(kept).expect("there"), WIRE);
}

#[test]
fn the_look_of_reports_is_set_in_the_window() {
    let mut window = super::with_sample(SIZE, Light::Light);
    press_ctrl(&mut window, egui::Key::Num4);
    click(&window, "Look of the report…");
    settle(&mut window);
    window
        .get_by_role_and_label(Role::TextInput, "Newsroom")
        .focus();
    window.run_steps(1);
    window
        .get_by_role_and_label(Role::TextInput, "Newsroom")
        .type_text("Harbour Desk");
    settle(&mut window);
    choose(&mut window, Role::RadioButton, "Letter");
    choose(&mut window, Role::CheckBox, "Method");
    choose(&mut window, Role::Button, "Articles earlier");
    click(&window, "Apply");
    settle(&mut window);
    let style = window.state().session().project().report_style.clone();
    assert_eq!(style.newsroom.as_deref(), Some("Harbour Desk"));
    assert_eq!(style.paper.as_deref(), Some("letter"));
    assert_eq!(
        style.sections,
        [
            "summary", "open", "findings", "figures", "alone", "articles", "quotes", "notes"
        ]
    );
}

#[test]
fn a_pasted_address_is_offered_to_be_fetched() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    window.event(egui::Event::Paste(
        "https://news.example.org/ferries\n".to_owned(),
    ));
    settle(&mut window);
    window.get_by_label("Fetch an article from the web");
    window.get_by_role_and_label(Role::Button, "Fetch the article");
    assert_eq!(window.query_all_by_label("Publisher").count(), 0);
}

#[test]
fn a_folder_of_articles_is_added_whole() {
    let folder = tempfile::tempdir().expect("a folder for files");
    for number in 0..60 {
        let words = format!("The port counted {number}00 passengers on Sunday, the mayor said.");
        std::fs::write(folder.path().join(format!("{number}.txt")), words).expect("written");
    }
    let paths = vec![folder.path().to_owned()];
    let mut window = super::window_in(SIZE, Light::Light, paths, None);
    settle(&mut window);
    assert_eq!(titles(&window).len(), 60);
}

#[cfg(unix)]
#[test]
fn a_long_import_is_shown_on_the_first_screen_and_can_be_given_up() {
    let folder = tempfile::tempdir().expect("a folder for files");
    let words = "The port counted 400 passengers on Sunday, the mayor said.";
    for name in ["1.txt", "3.txt"] {
        std::fs::write(folder.path().join(name), words).expect("written");
    }
    // A file that does not come to its end before somebody writes it.
    let slow = folder.path().join("2.txt");
    let made = std::process::Command::new("mkfifo").arg(&slow).status();
    assert!(made.is_ok_and(|status| status.success()), "a pipe");
    let paths = ["1.txt", "2.txt", "3.txt"].map(|name| folder.path().join(name));
    let paths = paths.to_vec();
    let mut window = super::window_in(SIZE, Light::Light, paths, None);
    window.run_steps(2);
    assert!(window.query_all_by_label_contains("of 3").count() > 0);
    click(&window, "Cancel");
    window.run_steps(2);
    std::fs::write(&slow, words).expect("written at last");
    settle(&mut window);
    assert_eq!(titles(&window), Vec::<String>::new());
    window.get_by_role_and_label(Role::Button, "New project");
}
