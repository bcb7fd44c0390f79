//! A whole session, step by step: from the welcome screen to the report and the file.

use countercheck::app::context::View;
use countercheck::app::preferences::Light;
use countercheck::article::Role;
use countercheck::project::{Session, Status};
use egui::Key;
use egui::accesskit;
use egui_kittest::kittest::Queryable as _;

use super::{click, folder, press, press_ctrl, save_to, settle, type_path, window};

const DRAFT: &str = "Around 98,000 Russians crossed into Kazakhstan within a week, officials in Astana said. \
    At least 11 people were hurt in the queues.";
const REPORT: &str = "The ministry said 250,000 Russians crossed into Kazakhstan within a week. \
    It counted 11 people hurt in the queues.";

#[test]
fn a_draft_is_checked_from_the_welcome_screen_to_the_report() {
    let (folder, path) = folder();
    let mut window = window([1280.0, 800.0], Light::Light);
    settle(&mut window);
    // 1. The welcome screen offers all ways to begin.
    for way in ["New project", "Open a project", "Open the sample project"] {
        window.get_by_role_and_label(accesskit::Role::Button, way);
    }
    click(&window, "New project");
    settle(&mut window);
    // 2. Articles come in by paste, with what is known about them.
    for (text, publisher, role) in [
        (DRAFT, "Our newsroom", "Copy under check"),
        (REPORT, "The Meridian Post", "Report"),
    ] {
        window.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::V);
        settle(&mut window);
        window.get_by_label("Text of the article").type_text(text);
        settle(&mut window);
        let segments = window.get_all_by_role_and_label(accesskit::Role::RadioButton, role);
        let last = segments.last().expect("a role");
        last.click();
        settle(&mut window);
        for (field, value) in [("Publisher", publisher), ("Published", "2022-09-28")] {
            window
                .get_by_role_and_label(accesskit::Role::TextInput, field)
                .type_text(value);
            settle(&mut window);
        }
        click(&window, "Add article");
        settle(&mut window);
    }
    let project = window.state().session().project().clone();
    let roles: Vec<Role> = project.articles.values().map(|a| a.metadata.role).collect();
    assert_eq!(roles, [Role::CopyUnderCheck, Role::Report]);
    // 3. Reading: figures are marked, the inspector says what was understood.
    press(&mut window, Key::OpenBracket);
    press(&mut window, Key::J);
    let first = window.state().selection().claim.expect("a claim");
    window.get_by_label("Understood as");
    window.get_by_label("Source: officials in Astana");
    // 4. Correcting: a facet, then one key for what is no claim.
    press(&mut window, Key::F);
    let place = window.get_by_role_and_label(accesskit::Role::TextInput, "Place");
    place.focus();
    window.run_steps(1);
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    window
        .get_by_role_and_label(accesskit::Role::TextInput, "Place")
        .type_text("northern Kazakhstan");
    settle(&mut window);
    click(&window, "Apply");
    settle(&mut window);
    let reading = &window.state().session().project().claims[&first].reading;
    assert_eq!(
        reading.place.as_ref().map(|place| place.text.as_str()),
        Some("northern Kazakhstan")
    );
    press_ctrl(&mut window, Key::Z);
    // 5. The grid lays the articles side by side.
    press(&mut window, Key::G);
    assert_eq!(window.state().selection().view, View::Figures);
    window.get_by_label("What each can stand for");
    // 6. A row is resolved: evidence, verdict, reason.
    press(&mut window, Key::E);
    window
        .get_by_label("Citation")
        .type_text("Table of the ministry");
    settle(&mut window);
    click(&window, "Attach");
    settle(&mut window);
    press(&mut window, Key::Num1);
    press(&mut window, Key::Enter);
    assert_eq!(
        window.state().session().project().status(first),
        Status::Checked
    );
    // 7. The findings say what does not fit.
    press_ctrl(&mut window, Key::Num3);
    assert_eq!(window.state().selection().view, View::Findings);
    // 8. Coverage of the copy.
    press_ctrl(&mut window, Key::Num1);
    press(&mut window, Key::OpenBracket);
    window.get_by_label_contains("coverage: 1 of ");
    // 9. The report, and the file a colleague opens.
    press_ctrl(&mut window, Key::Num4);
    let out = folder.path().join("report.html");
    click(&window, "Web page");
    settle(&mut window);
    type_path(&mut window, &out);
    click(&window, "Export");
    settle(&mut window);
    let page = std::fs::read_to_string(&out).expect("a report");
    assert!(page.contains("Table of the ministry"));
    save_to(&mut window, &path);
    let colleague = Session::open_read_only(&path).expect("opens");
    assert_eq!(colleague.project().status(first), Status::Checked);
    let who: Vec<&str> = colleague
        .log()
        .iter()
        .map(|event| event.stamp.by.as_str())
        .collect();
    assert!(!who.is_empty() && who.iter().all(|who| *who == "Ana"));
}
