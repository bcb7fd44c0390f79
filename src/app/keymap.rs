//! Which keys mean which action: those of the list of actions, and those that a person has changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Context, Event, Id, Key};

use super::action::{ACTIONS, Action};
use super::keys::Chord;

/// Keys that a person has changed, by the name of the action; kept with the preferences.
pub type ChangedKeys = BTreeMap<String, Vec<Chord>>;

/// Keys that move about in every window and dialog, and therefore mean no action.
const RESERVED: &[Key] = &[
    Key::Escape,
    Key::Enter,
    Key::Tab,
    Key::Space,
    Key::Backspace,
    Key::Delete,
];

/// The keys in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyMap {
    chords: BTreeMap<Action, Vec<Chord>>,
}

/// Why a chord cannot be given to an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It moves about in every window.
    Reserved,
    /// Another action has it.
    Taken(Action),
}

impl KeyMap {
    /// The keys of the list of actions, with what a person has `changed`.
    pub fn of(changed: &ChangedKeys) -> Self {
        let chords = ACTIONS.iter().map(|entry| {
            let own = changed.get(entry.name).cloned();
            (entry.action, own.unwrap_or_else(|| entry.keys.to_vec()))
        });
        Self {
            chords: chords.collect(),
        }
    }

    /// Makes it the one in force.
    pub fn install(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Id::unique("keys in force"), Arc::new(self)));
    }

    /// The one in force.
    pub fn at(ctx: &Context) -> Arc<Self> {
        ctx.data_mut(|data| {
            let usual = || Arc::new(Self::of(&ChangedKeys::new()));
            Arc::clone(data.get_temp_mut_or_insert_with(Id::unique("keys in force"), usual))
        })
    }

    /// The chords of an action, the one that is shown first.
    pub fn of_action(&self, action: Action) -> &[Chord] {
        self.chords.get(&action).map_or(&[], Vec::as_slice)
    }

    /// The key of an action as written, or nothing.
    pub fn written(&self, action: Action) -> String {
        let first = self.of_action(action).first();
        first.map(|chord| chord.written()).unwrap_or_default()
    }

    /// The action that `event` means, with its chord.
    pub fn pressed(&self, event: &Event) -> Option<(Action, Chord)> {
        self.chords.iter().find_map(|(action, chords)| {
            let chord = chords.iter().find(|chord| chord.is_pressed_by(event))?;
            Some((*action, *chord))
        })
    }

    /// Whether `chord` is free for `action`.
    pub fn allows(&self, chord: Chord, action: Action) -> Result<(), Refusal> {
        if RESERVED.contains(&chord.key) {
            return Err(Refusal::Reserved);
        }
        let taken = self
            .chords
            .iter()
            .find(|(other, chords)| **other != action && chords.iter().any(|c| c.is_like(chord)));
        taken.map_or(Ok(()), |(other, _)| Err(Refusal::Taken(*other)))
    }
}

/// Gives `chord` to `action` in place of its keys, taking it from whatever has it; nothing is changed where it is one
/// of its keys already.
pub fn assign(changed: &mut ChangedKeys, action: Action, chord: Chord) {
    let map = KeyMap::of(changed);
    if map.of_action(action).iter().any(|own| own.is_like(chord)) {
        return;
    }
    for (other, chords) in &map.chords {
        if *other != action && chords.iter().any(|c| c.is_like(chord)) {
            let left = chords.iter().filter(|c| !c.is_like(chord)).copied();
            changed.insert(other.entry().name.to_owned(), left.collect());
        }
    }
    changed.insert(action.entry().name.to_owned(), vec![chord]);
    // What is as it was at first is no change.
    changed.retain(|name, chords| {
        let entry = ACTIONS.iter().find(|entry| entry.name == name);
        entry.is_none_or(|entry| entry.keys != chords.as_slice())
    });
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    fn chord(key: Key) -> Chord {
        Chord {
            modifiers: Modifiers::NONE,
            key,
        }
    }

    #[test]
    fn a_key_that_is_taken_or_reserved_is_refused() {
        let keys = KeyMap::of(&ChangedKeys::new());
        let taken = keys.allows(chord(Key::X), Action::Accept);
        assert_eq!(taken, Err(Refusal::Taken(Action::Reject)));
        let reserved = keys.allows(chord(Key::Tab), Action::Accept);
        assert_eq!(reserved, Err(Refusal::Reserved));
        assert_eq!(keys.allows(chord(Key::F9), Action::Accept), Ok(()));
        assert_eq!(
            keys.allows(chord(Key::A), Action::Accept),
            Ok(()),
            "its own"
        );
    }

    #[test]
    fn a_key_that_is_taken_over_leaves_the_action_that_had_it() {
        let mut changed = ChangedKeys::new();
        assign(&mut changed, Action::Accept, chord(Key::ArrowDown));
        let keys = KeyMap::of(&changed);
        assert_eq!(keys.written(Action::Accept), "↓");
        assert_eq!(keys.of_action(Action::NextClaim), [chord(Key::J)]);
    }

    #[test]
    fn a_key_of_its_own_is_no_change_and_one_given_back_is_none_any_more() {
        let mut changed = ChangedKeys::new();
        assign(&mut changed, Action::Accept, chord(Key::A));
        assign(&mut changed, Action::NextClaim, chord(Key::ArrowDown));
        assert_eq!(changed, ChangedKeys::new());
        assign(&mut changed, Action::Accept, chord(Key::F9));
        assert_eq!(changed.len(), 1);
        assign(&mut changed, Action::Accept, chord(Key::A));
        assert_eq!(changed, ChangedKeys::new());
    }

    #[test]
    fn keys_of_actions_that_are_no_more_are_left_alone() {
        let changed = [("no.such".to_owned(), vec![chord(Key::B)])].into();
        assert_eq!(KeyMap::of(&changed), KeyMap::of(&ChangedKeys::new()));
    }
}
