//! Articles on their way in: read in another encoding, in place of an earlier text, not at all; and what is told of it.

use std::path::Path;

use countercheck::app::Workbench;
use countercheck::app::preferences::Light;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, folder, press, press_ctrl, settle, window};

const SIZE: [f32; 2] = [1280.0, 720.0];

/// Imports files by the dialog.
fn import(window: &mut Harness<'_, Workbench>, paths: &[&Path]) {
    press_ctrl(window, Key::I);
    let paths: Vec<String> = paths.iter().map(|it| it.display().to_string()).collect();
    window.get_by_label("Path").type_text(&paths.join(";"));
    settle(window);
    click(window, "Import");
    settle(window);
}

/// A window that looks at a text in an old encoding.
fn with_old_text() -> (tempfile::TempDir, Harness<'static, Workbench>) {
    let (files, place) = folder();
    let path = place.with_file_name("goats.txt");
    let text = b"K\xEEz\xFB\n\n40 goats fled the farm on Monday, sh\xEBrr police said.\n";
    std::fs::write(&path, text).expect("written");
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    import(&mut window, &[&path]);
    window.get_by_label("Look before adding");
    (files, window)
}

/// Presses and lets go in one frame, as a quick hand does.
fn tap(window: &mut Harness<'_, Workbench>, at: Pos2) {
    window.event(Event::PointerMoved(at));
    window.run_steps(2);
    for pressed in [true, false] {
        window.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    settle(window);
}

fn encoding(window: &Harness<'_, Workbench>) -> Pos2 {
    let field = window.get_by_role_and_label(Role::ComboBox, "Encoding");
    field.rect().center()
}

#[test]
fn all_is_read_again_in_the_encoding_that_is_chosen() {
    let (_files, mut window) = with_old_text();
    tap_encoding(&mut window, "Greek (windows-1253)");
    assert!(window.query_all_by_label_contains("Kξzϋ").count() > 1);
    assert!(window.query_by_label_contains("a guess").is_none());
    click(&window, "Add 1 article");
    settle(&mut window);
    let project = window.state().session().project();
    let article = project.articles.values().next().expect("an article");
    assert_eq!(article.metadata.title.as_deref(), Some("Kξzϋ"));
}

fn tap_encoding(window: &mut Harness<'_, Workbench>, name: &str) {
    let at = encoding(window);
    tap(window, at);
    let row = window.get_by_label(name).rect().center();
    tap(window, row);
}

#[test]
fn a_list_in_a_question_lies_above_it_and_has_the_first_esc() {
    let (_files, mut window) = with_old_text();
    for _ in 0..2 {
        let at = encoding(&window);
        tap(&mut window, at);
        window.get_by_label("Central Europe (ISO 8859-2)");
        press(&mut window, Key::Escape);
        assert!(
            window
                .query_by_label("Central Europe (ISO 8859-2)")
                .is_none()
        );
        window.get_by_label("Look before adding");
    }
    tap_encoding(&mut window, "Central Europe (windows-1250)");
    assert!(window.query_all_by_label_contains("Kîzű").count() > 0);
}

#[test]
fn a_long_list_goes_along_with_the_keyboard() {
    let (_files, mut window) = with_old_text();
    let at = encoding(&window);
    tap(&mut window, at);
    let height = |window: &Harness<'_, Workbench>, name: &str| window.get_by_label(name).rect();
    let first = height(&window, "UTF-8");
    for _ in 0..13 {
        press(&mut window, Key::ArrowDown);
    }
    let last = height(&window, "Baltic (windows-1257)");
    let focused = window.get_by(|node| node.is_focused() && !node.is_hidden());
    assert!(
        focused.rect().top() >= first.top() - 60.0 && focused.rect().bottom() <= 720.0,
        "{:?}",
        focused.rect()
    );
    assert!(last.bottom() < first.top() + 720.0 * 0.42, "{last:?}");
    press(&mut window, Key::Enter);
    window.get_by_label("Look before adding");
    // It opens again where it was left.
    let at = encoding(&window);
    tap(&mut window, at);
    let chosen = window.get_by(|node| node.is_focused() && !node.is_hidden());
    assert!(chosen.rect().bottom() <= 720.0, "{:?}", chosen.rect());
}

#[test]
fn a_press_beside_a_review_gives_nothing_up_and_its_size_stays() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    let feed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/ferry.rss");
    import(&mut window, &[&feed]);
    let foot = |window: &Harness<'_, Workbench>| {
        window.get_by_role_and_label(Role::Button, "Cancel").rect()
    };
    let before = foot(&window);
    tap(&mut window, Pos2::new(6.0, 6.0));
    window.get_by_label("Look before adding");
    window
        .get_by_role_and_label(Role::RadioButton, "Rain")
        .click();
    settle(&mut window);
    assert_eq!(foot(&window), before);
    assert!(before.bottom() <= 720.0, "{before:?}");
}

#[test]
fn every_file_that_could_not_be_read_is_listed() {
    let folder = tempfile::tempdir().expect("a folder for files");
    for name in ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"] {
        std::fs::write(folder.path().join(name), "").expect("written");
    }
    let words = "The port counted 400 passengers on Sunday, the mayor said.";
    std::fs::write(folder.path().join("f.txt"), words).expect("written");
    let paths = vec![folder.path().to_owned()];
    let mut window = super::window_in(SIZE, Light::Light, paths, None);
    settle(&mut window);
    window.get_by_label("5 of 6 files could not be read.");
    click(&window, "See all");
    settle(&mut window);
    for name in ["a.txt", "e.txt"] {
        window.get_by_label(&format!("Not read: {name}"));
    }
    press(&mut window, Key::Escape);
    // The message stays until it is closed, the list longer.
    window.run_steps(60);
    window.get_by_label("5 of 6 files could not be read.");
    click(&window, "Close");
    settle(&mut window);
    click(&window, "File");
    settle(&mut window);
    window.get_by_label_contains("What imports told").click();
    settle(&mut window);
    window.get_by_label("Not read: c.txt");
}

const WIRE: &str = "Goats on the bridge\n\nAbout 98,000 goats crossed the old bridge on Monday and walked on to the hills, the ferry master said at noon.\n\nSome 12 sheep followed them by night.\n";

fn texts(window: &Harness<'_, Workbench>) -> Vec<String> {
    let project = window.state().session().project();
    let texts = project.articles.values();
    texts.map(|it| it.text.as_str().to_owned()).collect()
}

#[test]
fn another_text_of_an_article_takes_its_place_once_the_difference_was_seen() {
    let (_files, place) = folder();
    let wire = place.with_file_name("wire.txt");
    std::fs::write(&wire, WIRE).expect("written");
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    import(&mut window, &[&wire]);
    std::fs::write(&wire, WIRE.replace("98,000", "99,000")).expect("written");
    import(&mut window, &[&wire]);
    window.get_by_label_contains("is in the project with another text");
    window.get_by_label_contains("[-98,000-]{+99,000+}");
    window.get_by_label_contains("1 is lost, to be placed again or rejected");
    click(&window, "Replace 1 text");
    settle(&mut window);
    let corrected = texts(&window);
    assert!(
        corrected.len() == 1 && corrected[0].contains("99,000"),
        "{corrected:?}"
    );
    // What was lost is told.
    click(&window, "Close");
    settle(&mut window);
    press_ctrl(&mut window, Key::Z);
    assert!(texts(&window)[0].contains("98,000"));
}

#[test]
fn a_corrected_text_is_seen_before_it_is_put_in() {
    let (_files, place) = folder();
    let [wire, newer] = ["wire.txt", "newer.txt"].map(|name| place.with_file_name(name));
    std::fs::write(&wire, WIRE).expect("written");
    std::fs::write(&newer, WIRE.replace("by night", "at dusk")).expect("written");
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    import(&mut window, &[&wire]);
    click(&window, "View");
    settle(&mut window);
    window
        .get_by_label_contains("Put in a corrected text")
        .click();
    settle(&mut window);
    let path = newer.display().to_string();
    window.get_by_label("Path").type_text(&path);
    settle(&mut window);
    click(&window, "Put in");
    settle(&mut window);
    window.get_by_label_contains("{+");
    assert!(texts(&window)[0].contains("by night"), "not yet");
    click(&window, "Replace the earlier text");
    settle(&mut window);
    assert!(texts(&window)[0].contains("at dusk"));
}

#[test]
fn a_text_that_is_there_already_is_left_out() {
    let (_files, place) = folder();
    let [wire, copy] = ["wire.txt", "again.txt"].map(|name| place.with_file_name(name));
    std::fs::write(&wire, WIRE).expect("written");
    std::fs::write(&copy, WIRE).expect("written");
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    import(&mut window, &[&wire]);
    import(&mut window, &[&copy]);
    window.get_by_label("This is the text of “Goats on the bridge”, word for word.");
    let main = window.get_by_role_and_label(Role::Button, "Add 0 articles");
    assert!(main.accesskit_node().is_disabled());
    window
        .get_by_role_and_label(Role::RadioButton, "Import anyway")
        .click();
    settle(&mut window);
    click(&window, "Add 1 article");
    settle(&mut window);
    assert_eq!(texts(&window).len(), 2);
}

#[test]
fn addresses_that_differ_are_addresses_and_no_publisher() {
    let (_files, place) = folder();
    let path = place.with_file_name("goats.html");
    let page = "<html><head><link rel='canonical' href='https://a.example/goats'><meta property='og:url' content='https://b.example/goats'><meta property='article:published_time' content='2026-03-01'></head><body><article><time datetime='2026-02-20'>then</time><p>Forty goats left the farm on Monday morning and walked in file across the old bridge, where a ferry master counted them twice.</p></article></body></html>";
    std::fs::write(&path, page).expect("written");
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    import(&mut window, &[&path]);
    window.get_by_label("Address");
    window
        .get_by_role_and_label(Role::RadioButton, "https://b.example/goats (OpenGraph)")
        .click();
    settle(&mut window);
    click(&window, "Add 1 article");
    settle(&mut window);
    let project = window.state().session().project();
    let article = project.articles.values().next().expect("an article");
    assert_eq!(
        article.metadata.url.as_deref(),
        Some("https://b.example/goats")
    );
    assert_eq!(article.metadata.publisher, None);
}

#[test]
fn a_paste_without_words_says_so() {
    let mut window = window(SIZE, Light::Light);
    settle(&mut window);
    window.event(Event::Key {
        key: Key::V,
        physical_key: None,
        pressed: false,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    });
    settle(&mut window);
    window.get_by_label("There are no words on the clipboard to paste.");
}

#[test]
fn an_article_that_comes_with_a_project_is_compared_with_those_in_it() {
    let (_files, place) = folder();
    let wire = place.with_file_name("wire.txt");
    std::fs::write(&wire, WIRE).expect("written");
    let mut first = window(SIZE, Light::Light);
    settle(&mut first);
    import(&mut first, &[&wire]);
    press_ctrl(&mut first, Key::S);
    first
        .get_by_label("Path")
        .type_text(&place.display().to_string());
    settle(&mut first);
    click(&first, "Save");
    settle(&mut first);
    // It holds the project open.
    drop(first);
    std::fs::write(&wire, WIRE.replace("98,000", "99,000")).expect("written");
    let mut window = super::window_in(SIZE, Light::Light, vec![place, wire], None);
    settle(&mut window);
    window.get_by_label_contains("is in the project with another text");
    assert_eq!(texts(&window).len(), 1);
}
