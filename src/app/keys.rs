//! Keys with their modifiers, and which action a press means.

use egui::{Event, Key, Modifiers};

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::keymap::KeyMap;

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
            Key::ArrowLeft => "←",
            Key::ArrowRight => "→",
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
    pub(super) fn is_pressed_by(self, event: &Event) -> bool {
        let Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } = event
        else {
            return false;
        };
        *key == self.key
            && modifiers.command == self.modifiers.command
            && modifiers.alt == self.modifiers.alt
            && (self.is_shifted_sign() || modifiers.shift == self.modifiers.shift)
    }

    /// Whether one press would mean both.
    pub(super) fn is_like(self, other: Self) -> bool {
        self.key == other.key
            && self.modifiers.command == other.modifiers.command
            && self.modifiers.alt == other.modifiers.alt
            && (self.is_shifted_sign() || self.modifiers.shift == other.modifiers.shift)
    }

    const fn is_shifted_sign(self) -> bool {
        matches!(self.key, Key::Questionmark | Key::Plus)
    }

    /// The chord that `event` presses.
    pub(super) fn of(event: &Event) -> Option<Self> {
        match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => Some(Self {
                modifiers: Modifiers {
                    ctrl: modifiers.command,
                    mac_cmd: false,
                    ..*modifiers
                },
                key: *key,
            }),
            _ => None,
        }
    }

    /// Whether it can be pressed while somebody types.
    const fn is_for_typing(self) -> bool {
        !self.modifiers.command && !matches!(self.key, Key::F1)
    }
}

/// What is going on at the keyboard.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own, and any of them may be true"
)]
pub struct Attention {
    /// Somebody types into a field.
    pub typing: bool,
    /// A control has the focus, which the arrow keys move.
    pub focused: bool,
    /// A caret moves in the text: arrows are its own, whatever is held down with them.
    pub caret: bool,
    /// A question stands in front: keys are for it, and mean no action behind it.
    pub asked: bool,
}

/// The actions pressed in this frame; their events are taken away.
///
/// What is typed after an action that asks for something is for its field, which is there only in the next frame: it is
/// put into `later`.
pub fn pressed(
    input: &mut egui::InputState,
    keys: &KeyMap,
    attention: Attention,
    later: &mut Vec<Event>,
) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    if attention.asked || attention.typing {
        wait_after_escape(input, later);
    }
    if attention.asked {
        return actions;
    }
    let mut letter = false;
    let mut after_action = false;
    input.events.retain(|event| {
        let own_letter = std::mem::take(&mut after_action) && matches!(event, Event::Text(_));
        if actions.last().is_some_and(|action| action.asks()) && !own_letter {
            let typed = matches!(event, Event::Text(_) | Event::Key { pressed: true, .. });
            if typed {
                later.push(event.clone());
            }
            return !typed;
        }
        let found = keys.pressed(event).filter(|(_, chord)| {
            let goes_across = matches!(chord.key, Key::ArrowLeft | Key::ArrowRight);
            let goes_down = matches!(chord.key, Key::ArrowDown | Key::ArrowUp);
            let moves_focus = goes_down || goes_across && chord.modifiers.is_none();
            let moves_caret = goes_down || goes_across;
            !(attention.typing && chord.is_for_typing()
                || attention.focused && moves_focus
                || attention.caret && moves_caret)
        });
        // The field that has the focus undoes its own typing.
        let own = attention.typing
            && found.is_some_and(|(action, _)| matches!(action, Action::Undo | Action::Redo));
        match found {
            Some((action, _)) if !own => {
                actions.push(action);
                (letter, after_action) = (true, true);
                false
            }
            // The letter that opens a field must not be the first one in it.
            _ => !(letter && !attention.typing && matches!(event, Event::Text(_))),
        }
    });
    actions
}

/// Takes the first Esc that comes behind typed words, with all behind it, out of `events`.
pub fn after_words(events: &mut Vec<Event>) -> Vec<Event> {
    let words = events
        .iter()
        .position(|event| matches!(event, Event::Text(_) | Event::Paste(_)));
    let escape = events.iter().position(is_escape);
    match (words, escape) {
        (Some(words), Some(escape)) if words < escape => events.split_off(escape),
        _ => Vec::new(),
    }
}

const fn is_escape(event: &Event) -> bool {
    matches!(
        event,
        Event::Key {
            key: Key::Escape,
            pressed: true,
            ..
        }
    )
}

/// Puts into `later` what was pressed after Esc, which may close a question or leave a field: the next frame knows whether
/// it did.
fn wait_after_escape(input: &mut egui::InputState, later: &mut Vec<Event>) {
    let Some(at) = input.events.iter().position(is_escape) else {
        return;
    };
    let mut place = 0;
    input.events.retain(|event| {
        place += 1;
        let typed = matches!(event, Event::Text(_) | Event::Key { pressed: true, .. });
        let waits = typed && place > at + 1;
        if waits {
            later.push(event.clone());
        }
        !waits
    });
}

#[cfg(test)]
mod tests {
    use super::super::keymap::ChangedKeys;
    use super::*;

    #[test]
    fn an_escape_behind_words_waits_until_they_are_in_their_field() {
        let escape = || Event::Key {
            key: Key::Escape,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let words = || Event::Text("see x".to_owned());
        let mut events = vec![words(), escape(), words()];
        assert_eq!(after_words(&mut events), [escape(), words()]);
        assert_eq!(events, [words()]);
        let mut events = vec![escape(), words()];
        assert!(after_words(&mut events).is_empty());
        assert_eq!(events.len(), 2);
    }

    fn press(key: Key, modifiers: Modifiers, attention: Attention) -> Vec<Action> {
        let mut input = egui::InputState::default();
        input.events.push(Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        });
        let keys = KeyMap::of(&ChangedKeys::new());
        pressed(&mut input, &keys, attention, &mut Vec::new())
    }

    #[test]
    fn letters_act_only_while_nobody_types() {
        let typing = Attention {
            typing: true,
            focused: true,
            ..Attention::default()
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
        let asked = Attention {
            asked: true,
            ..Attention::default()
        };
        assert_eq!(press(Key::Num2, Modifiers::COMMAND, asked), []);
    }

    #[test]
    fn what_is_typed_after_a_question_is_asked_waits_for_its_field() {
        let key = |key, modifiers| Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        let text = |text: &str| Event::Text(text.to_owned());
        let mut input = egui::InputState::default();
        input.events = vec![
            key(Key::E, Modifiers::NONE),
            text("e"),
            key(Key::J, Modifiers::NONE),
            text("j"),
        ];
        let keys = KeyMap::of(&ChangedKeys::new());
        let mut later = Vec::new();
        let actions = pressed(&mut input, &keys, Attention::default(), &mut later);
        assert_eq!(actions, [Action::Evidence]);
        assert_eq!(input.events, [], "nothing is left to be typed elsewhere");
        assert_eq!(later, [key(Key::J, Modifiers::NONE), text("j")]);
    }

    #[test]
    fn what_is_pressed_after_esc_waits_to_see_what_it_closes() {
        let key = |key| Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let mut input = egui::InputState::default();
        input.events = vec![key(Key::Escape), key(Key::J), Event::Text("j".to_owned())];
        let asked = Attention {
            asked: true,
            typing: true,
            ..Attention::default()
        };
        let keys = KeyMap::of(&ChangedKeys::new());
        let mut later = Vec::new();
        assert_eq!(pressed(&mut input, &keys, asked, &mut later), []);
        assert_eq!(input.events, [key(Key::Escape)]);
        assert_eq!(later, [key(Key::J), Event::Text("j".to_owned())]);
        input.events = later.split_off(0);
        let actions = pressed(&mut input, &keys, Attention::default(), &mut later);
        assert_eq!(actions, [Action::NextClaim]);
    }

    #[test]
    fn arrows_are_the_carets_while_one_moves_in_the_text() {
        let caret = Attention {
            focused: true,
            caret: true,
            ..Attention::default()
        };
        assert_eq!(press(Key::ArrowRight, Modifiers::SHIFT, caret), []);
        assert_eq!(press(Key::M, Modifiers::NONE, caret), [Action::Mark]);
        assert_eq!(
            press(Key::ArrowRight, Modifiers::SHIFT, Attention::default()),
            [Action::EndForward]
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
        let keys = KeyMap::of(&ChangedKeys::new());
        assert_eq!(keys.written(Action::SaveAs), "Ctrl+Shift+S");
        assert_eq!(keys.written(Action::NextClaim), "j");
        assert_eq!(keys.written(Action::Keys), "?");
    }
}
