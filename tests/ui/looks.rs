//! Pictures of each view, light and dark; few, and compared as a whole.

use countercheck::app::preferences::Light;
use egui::Key;
use egui_kittest::{Harness, SnapshotOptions, SnapshotResults};

use super::{press, press_ctrl, settle, window, with_sample};
use countercheck::app::Workbench;

const SIZE: [f32; 2] = [1280.0, 800.0];

/// Software drawing rounds a few edge pixels otherwise on another processor; a moved line differs in hundreds.
fn tolerance() -> SnapshotOptions {
    SnapshotOptions::new().threshold(2.0).max_failed_pixels(12)
}

fn look(results: &mut SnapshotResults, window: &mut Harness<'_, Workbench>, name: &str) {
    // The toast goes by itself; it would tell the time of the machine.
    window.run_steps(2);
    results.add(window.try_snapshot_options(name, &tolerance()));
}

#[test]
fn every_view_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (light, name) in [(Light::Light, "light"), (Light::Dark, "dark")] {
        let mut empty = window(SIZE, light);
        settle(&mut empty);
        look(&mut results, &mut empty, &format!("welcome_{name}"));
        let mut window = with_sample(SIZE, light);
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
