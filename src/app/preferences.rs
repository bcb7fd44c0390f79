//! How a person likes the window; kept between sessions, never part of a project.

use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Under this name they are kept in the store of the window.
pub const KEPT_AS: &str = "preferences";

/// How many projects are remembered.
const RECENT: usize = 8;

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Light {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches that are turned on and off one by one"
)]
pub struct Preferences {
    /// Name or initials under every change.
    pub name: String,
    /// Light or dark.
    pub light: Light,
    /// Size of everything, 1 for usual.
    pub zoom: f32,
    /// Size of type in the reading column, in points.
    pub reading_size: f32,
    /// Whether a decision goes on to the next claim.
    pub advance: bool,
    /// Whether figures hardly worth checking are shown.
    pub trivial: bool,
    /// Whether the file of each article is kept beside the project.
    pub keep_originals: bool,
    /// Whether things move where movement only pleases.
    pub motion: bool,
    /// Whether the first steps are shown in the sample.
    pub guide: bool,
    /// Keys that were changed.
    pub keys: super::keymap::ChangedKeys,
    /// Projects opened last, latest first.
    pub recent: Vec<PathBuf>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            name: String::new(),
            light: Light::System,
            zoom: 1.0,
            reading_size: super::theme::metrics().type_scale.reading,
            advance: true,
            trivial: false,
            keep_originals: false,
            motion: true,
            guide: true,
            keys: super::keymap::ChangedKeys::new(),
            recent: Vec::new(),
        }
    }
}

/// A whole path without "." and "..": one file has one place among the recent ones.
fn without_detours(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

impl Preferences {
    /// The name to write under a change.
    pub fn signature(&self) -> String {
        let name = self.name.trim();
        if name.is_empty() { "anonymous" } else { name }.to_owned()
    }

    /// Remembers a project as the latest, by its whole path: the next start may be in another folder.
    pub fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let path = without_detours(&path);
        self.recent.retain(|other| *other != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT);
    }

    /// Makes everything larger or smaller, within reason.
    pub fn scale(&mut self, factor: f32) {
        self.zoom = (self.zoom * factor).clamp(0.7, 2.0);
    }

    /// What to tell egui.
    pub const fn theme(&self) -> egui::ThemePreference {
        match self.light {
            Light::System => egui::ThemePreference::System,
            Light::Light => egui::ThemePreference::Light,
            Light::Dark => egui::ThemePreference::Dark,
        }
    }
}

/// The name that a person has given in the settings of the window, for changes made without one.
pub fn name_in_settings() -> Option<String> {
    let folder = eframe::storage_dir(super::launch::APP_ID)?;
    let kept = std::fs::read_to_string(folder.join("app.ron")).ok()?;
    let kept: std::collections::BTreeMap<String, String> = ron::from_str(&kept).ok()?;
    let preferences: Preferences = ron::from_str(kept.get(KEPT_AS)?).ok()?;
    let name = preferences.name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_project_stands_first_and_once() {
        let mut preferences = Preferences::default();
        for name in ["/a", "/b", "/a"] {
            preferences.remember(Path::new(name));
        }
        assert_eq!(preferences.recent, [Path::new("/a"), Path::new("/b")]);
        preferences.remember(Path::new("/b/c/../../a"));
        assert_eq!(preferences.recent, [Path::new("/a"), Path::new("/b")]);
        preferences.remember(Path::new("c"));
        assert!(preferences.recent[0].is_absolute());
    }
}
