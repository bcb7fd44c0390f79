//! Keys with their modifiers, and which action a press means.

use egui::{Event, Key, Modifiers};

use super::action::{ACTIONS, Action};

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    /// Held down.
    pub modifiers: Modifiers,
    /// Pressed.
    pub key: Key,
}

impl Chord {
    /// As shown: "Ctrl+Shift+S", "j", "?".
    pub fn written(self) -> String {
        let mut parts = Vec::new();
        if self.modifiers.command || self.modifiers.ctrl {
            parts.push(if cfg!(target_os = "macos") {
                "⌘"
            } else {
                "Ctrl"
            });
        }
        if self.modifiers.alt {
            parts.push("Alt");
        }
        if self.modifiers.shift {
            parts.push("Shift");
        }
        let alone = parts.is_empty();
        let key = match self.key {
            Key::ArrowDown => "↓",
            Key::ArrowUp => "↑",
            key => key.symbol_or_name(),
        };
        let key = if alone && key.chars().count() == 1 {
            key.to_lowercase()
        } else {
            key.to_owned()
        };
        parts.push(&key);
        parts.join("+")
    }

    /// Whether `event` presses it. Shift is not asked for where the sign itself needs it, as in "?" and "+".
    fn is_pressed_by(self, event: &Event) -> bool {
        let Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } = event
        else {
            return false;
        };
        let shifted_sign = matches!(self.key, Key::Questionmark | Key::Plus);
        *key == self.key
            && modifiers.command == self.modifiers.command
            && modifiers.alt == self.modifiers.alt
            && (shifted_sign || modifiers.shift == self.modifiers.shift)
    }

    /// Whether it can be pressed while somebody types.
    const fn is_for_typing(self) -> bool {
        !self.modifiers.command && !matches!(self.key, Key::F1)
    }
}

/// What is going on at the keyboard.
#[derive(Clone, Copy, Debug, Default)]
pub struct Attention {
    /// Somebody types into a field.
    pub typing: bool,
    /// A control has the focus, which the arrow keys move.
    pub focused: bool,
}

/// The actions pressed in this frame; their events are taken away.
pub fn pressed(input: &mut egui::InputState, attention: Attention) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut letter = false;
    input.events.retain(|event| {
        let found = ACTIONS.iter().find(|entry| {
            entry.keys.iter().any(|chord| {
                let moves_focus = matches!(chord.key, Key::ArrowDown | Key::ArrowUp);
                chord.is_pressed_by(event)
                    && !(attention.typing && chord.is_for_typing())
                    && !(attention.focused && moves_focus)
            })
        });
        // The field that has the focus undoes its own typing.
        let own = attention.typing
            && found.is_some_and(|entry| matches!(entry.action, Action::Undo | Action::Redo));
        match found {
            Some(entry) if !own => {
                actions.push(entry.action);
                letter = true;
                false
            }
            // The letter that opens a field must not be the first one in it.
            _ => !(letter && !attention.typing && matches!(event, Event::Text(_))),
        }
    });
    actions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key, modifiers: Modifiers, attention: Attention) -> Vec<Action> {
        let mut input = egui::InputState::default();
        input.events.push(Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        });
        pressed(&mut input, attention)
    }

    #[test]
    fn letters_act_only_while_nobody_types() {
        let typing = Attention {
            typing: true,
            focused: true,
        };
        assert_eq!(
            press(Key::J, Modifiers::NONE, Attention::default()),
            [Action::NextClaim]
        );
        assert_eq!(press(Key::J, Modifiers::NONE, typing), []);
        assert_eq!(press(Key::S, Modifiers::COMMAND, typing), [Action::Save]);
        assert_eq!(
            press(Key::Z, Modifiers::COMMAND, typing),
            [],
            "the field's own"
        );
    }

    #[test]
    fn shift_tells_redo_from_undo_and_is_free_with_a_question_mark() {
        let none = Attention::default();
        assert_eq!(
            press(Key::Z, Modifiers::COMMAND | Modifiers::SHIFT, none),
            [Action::Redo]
        );
        assert_eq!(
            press(Key::Questionmark, Modifiers::SHIFT, none),
            [Action::Keys]
        );
    }

    #[test]
    fn keys_are_written_as_on_the_keyboard() {
        assert_eq!(Action::SaveAs.keys(), "Ctrl+Shift+S");
        assert_eq!(Action::NextClaim.keys(), "j");
        assert_eq!(Action::Keys.keys(), "?");
    }
}
