//! Pictures of each view: light and dark, empty, typical and crowded, in small and large windows, and in Hebrew.

use std::path::PathBuf;

use countercheck::app::Workbench;
use countercheck::app::preferences::Light;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, SnapshotOptions, SnapshotResults};

use super::{click, crowd, press, press_ctrl, settle, window, window_in, with_sample};

const USUAL: [f32; 2] = [1280.0, 800.0];
const SMALL: [f32; 2] = [1280.0, 720.0];
const NARROW: [f32; 2] = [1000.0, 700.0];
const TINY: [f32; 2] = [500.0, 350.0];
const LARGE: [f32; 2] = [1920.0, 1200.0];

/// Software drawing rounds a few edge pixels otherwise on another processor; a moved line differs in hundreds.
fn tolerance() -> SnapshotOptions {
    SnapshotOptions::new().threshold(2.0).max_failed_pixels(12)
}

fn look(results: &mut SnapshotResults, window: &mut Harness<'_, Workbench>, name: &str) {
    // A message that comes and goes is not part of the view.
    window.run_steps(40);
    results.add(window.try_snapshot_options(name, &tolerance()));
}

#[test]
fn every_view_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (light, name) in [(Light::Light, "light"), (Light::Dark, "dark")] {
        let mut empty = window(USUAL, light);
        settle(&mut empty);
        look(&mut results, &mut empty, &format!("welcome_{name}"));
        let mut window = with_sample(USUAL, light);
        press(&mut window, Key::J);
        look(&mut results, &mut window, &format!("read_{name}"));
        press_ctrl(&mut window, Key::Num2);
        look(&mut results, &mut window, &format!("figures_{name}"));
        press_ctrl(&mut window, Key::Num3);
        look(&mut results, &mut window, &format!("findings_{name}"));
        press_ctrl(&mut window, Key::Num4);
        look(&mut results, &mut window, &format!("report_{name}"));
    }
}

#[test]
fn where_there_is_nothing_yet_it_says_what_to_do() {
    let mut results = SnapshotResults::new();
    let mut window = window(USUAL, Light::Light);
    settle(&mut window);
    click(&window, "New project");
    settle(&mut window);
    look(&mut results, &mut window, "empty_read_light");
    press_ctrl(&mut window, Key::Num2);
    look(&mut results, &mut window, "empty_figures_light");
    press_ctrl(&mut window, Key::Num3);
    look(&mut results, &mut window, "empty_findings_light");
    press_ctrl(&mut window, Key::Num4);
    look(&mut results, &mut window, "empty_report_light");
}

#[test]
fn every_view_fits_into_a_narrow_window() {
    let mut results = SnapshotResults::new();
    let mut window = with_sample(NARROW, Light::Light);
    press(&mut window, Key::J);
    for (key, name) in [
        (Key::Num1, "read"),
        (Key::Num2, "figures"),
        (Key::Num3, "findings"),
        (Key::Num4, "report"),
    ] {
        press_ctrl(&mut window, key);
        look(&mut results, &mut window, &format!("narrow_{name}_light"));
    }
}

/// Each step of the scale once, in the copy under check.
#[test]
fn what_is_judged_otherwise_looks_otherwise() {
    let mut results = SnapshotResults::new();
    for (light, name) in [(Light::Light, "light"), (Light::Dark, "dark")] {
        let mut window = with_sample(USUAL, light);
        press(&mut window, Key::J);
        for key in [
            Key::Num1,
            Key::Num2,
            Key::Num3,
            Key::Num4,
            Key::Num5,
            Key::Num6,
        ] {
            press(&mut window, key);
            window
                .get_by_label("Rationale")
                .type_text("asked the ministry");
            settle(&mut window);
            press(&mut window, Key::Enter);
        }
        press(&mut window, Key::A);
        press(&mut window, Key::X);
        look(&mut results, &mut window, &format!("judged_read_{name}"));
        press_ctrl(&mut window, Key::Num2);
        look(&mut results, &mut window, &format!("judged_figures_{name}"));
    }
}

/// A small window read at twice the size: nothing lies over anything else, and what has no room is a press away.
#[test]
fn a_low_and_narrow_window_keeps_what_matters() {
    let mut results = SnapshotResults::new();
    for (light, name) in [(Light::Light, "light"), (Light::Dark, "dark")] {
        let mut window = with_sample(TINY, light);
        press(&mut window, Key::J);
        press(&mut window, Key::A);
        look(&mut results, &mut window, &format!("tiny_read_{name}"));
        press_ctrl(&mut window, Key::Num2);
        look(&mut results, &mut window, &format!("tiny_figures_{name}"));
        let details = |window: &Harness<'_, Workbench>, press: bool| {
            let found = window.get_by(|node| {
                let label = node.label();
                label.is_some_and(|label| label.starts_with("Details of"))
            });
            if press {
                found.click();
            }
        };
        details(&window, true);
        settle(&mut window);
        look(&mut results, &mut window, &format!("tiny_detail_{name}"));
        click(&window, "Back to all figures");
        settle(&mut window);
        details(&window, false);
    }
}

/// Number line, timeline and sources of a figure: the same as is printed.
#[test]
fn the_report_draws_what_it_prints() {
    let mut results = SnapshotResults::new();
    let mut window = with_sample([1000.0, 1_400.0], Light::Light);
    press_ctrl(&mut window, Key::Num4);
    press(&mut window, Key::PageDown);
    press(&mut window, Key::PageDown);
    look(&mut results, &mut window, "report_figures_light");
}

/// The file of a project with many articles, claims and long names.
fn crowded() -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = super::folder();
    let mut session = crowd::session(40, 2_500, 30);
    session.save(&path).expect("saved");
    drop(session);
    (folder, path)
}

#[test]
fn a_crowd_is_shown_in_small_and_large_windows() {
    let mut results = SnapshotResults::new();
    let (_folder, path) = crowded();
    for (size, light, name) in [
        (SMALL, Light::Dark, "small_dark"),
        (LARGE, Light::Light, "large_light"),
    ] {
        let mut window = window_in(size, light, vec![path.clone()], None);
        settle(&mut window);
        press(&mut window, Key::J);
        press(&mut window, Key::J);
        look(&mut results, &mut window, &format!("crowded_read_{name}"));
        press_ctrl(&mut window, Key::Num2);
        look(
            &mut results,
            &mut window,
            &format!("crowded_figures_{name}"),
        );
        press_ctrl(&mut window, Key::Num3);
        look(
            &mut results,
            &mut window,
            &format!("crowded_findings_{name}"),
        );
    }
    let mut window = window_in(USUAL, Light::Light, vec![path], None);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    settle(&mut window);
    window
        .get_by_role_and_label(egui::accesskit::Role::TextInput, "Search all claims")
        .type_text("source:given kind:count");
    settle(&mut window);
    look(&mut results, &mut window, "crowded_claims_light");
}

const HEBREW: &str = "תור בגבול: 98,417 איש עברו בשבוע

לפי משרד הפנים, כ-98,000 אזרחים נכנסו למדינה מאז 21 בספטמבר, 20% יותר מאשר בשבוע הקודם. השר אמר כי \
לפחות 11 בני אדם נפצעו בתור, וכי ההוצאה הגיעה ל-3.5 מיליון ש\"ח.

הסוכנות Harbour Wire דיווחה ביום שלישי על יותר מ-100,000 איש.";

#[test]
fn hebrew_is_read_from_right_to_left() {
    let mut results = SnapshotResults::new();
    let (folder, _) = super::folder();
    let path = folder.path().join("gvul.txt");
    std::fs::write(&path, HEBREW).expect("written");
    for (light, name) in [(Light::Light, "light"), (Light::Dark, "dark")] {
        let mut window = window_in(USUAL, light, vec![path.clone()], None);
        settle(&mut window);
        press(&mut window, Key::J);
        press(&mut window, Key::J);
        look(&mut results, &mut window, &format!("hebrew_read_{name}"));
        if light == Light::Light {
            press(&mut window, Key::G);
            look(&mut results, &mut window, "hebrew_figures_light");
        }
    }
}

#[test]
fn dialogs_look_as_they_did() {
    let mut results = SnapshotResults::new();
    let (command, shift) = (Modifiers::COMMAND, Modifiers::SHIFT);
    for (light, name) in [(Light::Light, "light"), (Light::Dark, "dark")] {
        let mut window = with_sample(SMALL, light);
        press(&mut window, Key::J);
        for (modifiers, key, dialog) in [
            (Modifiers::NONE, Key::F1, "keys"),
            (command, Key::H, "history"),
            (command, Key::Comma, "settings"),
            (command, Key::K, "palette"),
            (command | shift, Key::V, "paste"),
            (Modifiers::NONE, Key::L, "link"),
            (Modifiers::NONE, Key::B, "side_by_side"),
        ] {
            window.key_press_modifiers(modifiers, key);
            settle(&mut window);
            let picture = format!("dialog_{dialog}_{name}");
            look(&mut results, &mut window, &picture);
            press(&mut window, Key::Escape);
        }
    }
}

#[test]
fn a_caret_with_selected_words_and_a_menu_of_a_claim_look_as_they_did() {
    let mut results = SnapshotResults::new();
    let mut window = with_sample(USUAL, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::I);
    for _ in 0..4 {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
        settle(&mut window);
    }
    look(&mut results, &mut window, "caret_read_light");
    press(&mut window, Key::Escape);
    window
        .get_by_label_contains("claim: more than double")
        .click_secondary();
    settle(&mut window);
    look(&mut results, &mut window, "menu_read_light");
}
