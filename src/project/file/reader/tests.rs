//! What the reader takes, and what it leaves to another.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Serialize;

use super::super::writer::write_ron;
use super::*;

#[derive(Clone, Debug, Default, PartialEq, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Ship {
    name: String,
    length: Option<u32>,
    depth: i128,
    afloat: bool,
    log: Vec<Entry>,
    ports: BTreeMap<u32, Option<String>>,
    marks: (u8, i64),
}

#[derive(Clone, Debug, PartialEq, Serialize, serde::Deserialize)]
enum Entry {
    Calm,
    Wind(String),
    Course(u8, u8),
    Sighted { what: String, far: Option<Pair> },
}

#[derive(Clone, Debug, PartialEq, Serialize, serde::Deserialize)]
struct Pair(u8, u8);

fn written(ships: &[Ship]) -> String {
    let mut text = String::new();
    for ship in ships {
        text.push_str("\n        ");
        write_ron(&mut text, ship, 2).expect("no binary numbers");
        text.push(',');
    }
    text
}

fn entry() -> impl Strategy<Value = Entry> {
    let pair = proptest::option::of((any::<u8>(), any::<u8>()).prop_map(|(a, b)| Pair(a, b)));
    prop_oneof![
        Just(Entry::Calm),
        any::<String>().prop_map(Entry::Wind),
        any::<(u8, u8)>().prop_map(|(a, b)| Entry::Course(a, b)),
        (any::<String>(), pair).prop_map(|(what, far)| Entry::Sighted { what, far }),
    ]
}

fn ship() -> impl Strategy<Value = Ship> {
    (
        any::<(String, Option<u32>, i128, bool, (u8, i64))>(),
        proptest::collection::vec(entry(), 0..5),
        any::<BTreeMap<u32, Option<String>>>(),
    )
        .prop_map(|((name, length, depth, afloat, marks), log, ports)| Ship {
            name,
            length,
            depth,
            afloat,
            log,
            ports,
            marks,
        })
}

proptest! {
    #[test]
    fn what_the_program_writes_is_read_back(ships in proptest::collection::vec(ship(), 0..4)) {
        let text = written(&ships);
        prop_assert_eq!(elements::<Ship>(&text), Some(ships), "{}", text);
    }

    #[test]
    fn what_is_cut_off_or_odd_is_refused_and_never_a_panic(ship in ship(), at in any::<prop::sample::Index>(), odd in any::<char>()) {
        let mut text = written(&[ship]);
        let at = text.char_indices().nth(at.index(text.chars().count())).map_or(0, |(at, _)| at);
        let cut = text.get(..at).unwrap_or_default();
        prop_assert!(cut.trim().is_empty() || elements::<Ship>(cut).is_none());
        text.insert(at, odd);
        let _ = elements::<Ship>(&text);
    }
}

#[test]
fn what_somebody_else_wrote_is_left_to_the_reader_of_any_ron() {
    let text = written(&[Ship::default()]);
    assert!(elements::<Ship>(&text).is_some());
    for foreign in [
        text.replace("afloat: false", "afloat: false /* sunk */"),
        text.replace("name: \"\"", "name: r\"\""),
        text.replace("depth: 0", "depth: 0x0"),
        text.replace("afloat", "floats"),
    ] {
        assert!(elements::<Ship>(&foreign).is_none(), "{foreign}");
    }
}
