//! The window, driven by what a screen reader would read; no display needed.

mod access;
mod arrivals;
mod caret;
mod coming_in;
mod controls;
mod corrected;
#[path = "../benches/crowd.rs"]
mod crowd;
mod decisions;
mod documents;
mod forms;
mod idle;
mod in_sight;
mod keys;
mod lists;
mod looks;
#[path = "../benches/news.rs"]
mod news;
mod nine_steps;
mod publishing;
mod stories;
mod undo;
mod walking;

use std::path::PathBuf;

use countercheck::app::preferences::{Light, Preferences};
use countercheck::app::{Options, Workbench};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

/// A window of `size` in light or dark, with the clock stopped.
fn window(size: [f32; 2], light: Light) -> Harness<'static, Workbench> {
    window_in(size, light, Vec::new(), None)
}

/// The same, opened with `paths`, and with a folder for what is in no file yet.
fn window_in(
    size: [f32; 2],
    light: Light,
    paths: Vec<PathBuf>,
    state_folder: Option<PathBuf>,
) -> Harness<'static, Workbench> {
    let options = Options {
        paths,
        clock: || "2026-11-22T09:30:00Z".to_owned(),
        system_dialogs: false,
        state_folder,
        preferences: Preferences {
            name: "Ana".to_owned(),
            light,
            ..Preferences::default()
        },
    };
    Harness::builder()
        .with_size(size)
        .with_max_steps(40)
        .with_render_cursor(false)
        .with_theme(match light {
            Light::Dark => egui::Theme::Dark,
            Light::Light | Light::System => egui::Theme::Light,
        })
        .build_eframe(|creation| Workbench::new(creation, options))
}

/// Draws until nothing moves, all jobs done.
fn settle(window: &mut Harness<'_, Workbench>) {
    for _ in 0..3 {
        window.run_steps(2);
        let ctx = window.ctx.clone();
        window.state_mut().settle(&ctx);
    }
    window.run_steps(3);
}

/// The window with the sample open.
fn with_sample(size: [f32; 2], light: Light) -> Harness<'static, Workbench> {
    let mut window = window(size, light);
    settle(&mut window);
    click(&window, "Open the sample project");
    settle(&mut window);
    window
}

/// Clicks the button of that name.
fn click(window: &Harness<'_, Workbench>, name: &str) {
    window
        .get_by_role_and_label(egui::accesskit::Role::Button, name)
        .click();
}

/// Presses a key.
fn press(window: &mut Harness<'_, Workbench>, key: egui::Key) {
    window.key_press(key);
    settle(window);
}

/// Presses a key with Ctrl.
fn press_ctrl(window: &mut Harness<'_, Workbench>, key: egui::Key) {
    window.key_press_modifiers(egui::Modifiers::COMMAND, key);
    settle(window);
}

/// Saves the project to `path` by the dialog.
fn save_to(window: &mut Harness<'_, Workbench>, path: &std::path::Path) {
    window.key_press_modifiers(
        egui::Modifiers::COMMAND | egui::Modifiers::SHIFT,
        egui::Key::S,
    );
    settle(window);
    type_path(window, path);
    click(window, "Save");
    settle(window);
}

/// Does something by its name in the palette.
fn palette(window: &mut Harness<'_, Workbench>, name: &str) {
    press_ctrl(window, egui::Key::K);
    let field = "Search actions, articles and claims";
    window.get_by_label(field).focus();
    window.run_steps(1);
    window.get_by_label(field).type_text(name);
    settle(window);
    press(window, egui::Key::Enter);
}

/// Types `path` over what a dialog suggests.
fn type_path(window: &mut Harness<'_, Workbench>, path: &std::path::Path) {
    window.get_by_label("Path").focus();
    window.run_steps(1);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    window.run_steps(1);
    let path = path.display().to_string();
    window.get_by_label("Path").type_text(&path);
    settle(window);
}

/// A folder of its own for files.
fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for files");
    let path = folder.path().join("border-week.ron");
    (folder, path)
}
