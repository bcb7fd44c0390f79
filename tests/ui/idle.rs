//! A window in which nothing moves asks for nothing.

use std::time::Duration;

use countercheck::app::preferences::Light;
use egui::{Key, ViewportId};

use super::{press, press_ctrl, settle, with_sample};

#[test]
fn nothing_is_drawn_again_while_nothing_moves() {
    for view in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        let mut window = with_sample([1280.0, 800.0], Light::Light);
        press(&mut window, Key::J);
        press_ctrl(&mut window, view);
        settle(&mut window);
        // Messages go, fading ends, what was changed is brought down to the device.
        window.run_steps(60);
        for _ in 0..3 {
            window.run_steps(1);
            let output = &window.output().viewport_output[&ViewportId::ROOT];
            let asked: Vec<String> = window
                .ctx
                .repaint_causes()
                .iter()
                .map(ToString::to_string)
                .collect();
            assert_eq!(output.repaint_delay, Duration::MAX, "{view:?}: {asked:?}");
        }
    }
}
