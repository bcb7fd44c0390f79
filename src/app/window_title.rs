//! What the desktop calls the window: the project that is open in it, with a mark while something is not saved.

/// The title of the window; `None` on the welcome screen.
pub(super) fn window_title(project: Option<(&str, bool)>) -> String {
    match project {
        Some((name, true)) => format!("• {name} – Countercheck"),
        Some((name, false)) => format!("{name} – Countercheck"),
        None => "Countercheck".to_owned(),
    }
}

/// The title that the desktop was told last.
#[derive(Debug, Default)]
pub(super) struct Told(String);

impl Told {
    /// Tells the desktop where the title is another than before.
    pub(super) fn tell(&mut self, ctx: &egui::Context, project: Option<(&str, bool)>) {
        let title = window_title(project);
        if title != self.0 {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.0 = title;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_windows_are_told_apart_by_their_projects() {
        assert_eq!(window_title(None), "Countercheck");
        assert_eq!(window_title(Some(("Goats", false))), "Goats – Countercheck");
        assert_eq!(
            window_title(Some(("Goats", true))),
            "• Goats – Countercheck"
        );
    }
}
