//! What the lexicon says of a class of happening.

use crate::lexicon::{Course, events};

/// How things of a class behave in time.
pub(in crate::crosscheck) fn course_of(class: u16) -> Course {
    events()
        .classes
        .get(usize::from(class))
        .map_or(Course::Moving, |class| class.course)
}

/// Whether a class counts people.
pub(in crate::crosscheck) fn counts_people(class: u16) -> bool {
    events()
        .classes
        .get(usize::from(class))
        .is_some_and(|class| class.people)
}

/// Whether a class counts those who went away.
pub(in crate::crosscheck) fn goes_away(class: u16) -> bool {
    events()
        .classes
        .get(usize::from(class))
        .is_some_and(|class| class.away)
}

/// Whether a class only says that people live somewhere.
pub(in crate::crosscheck) fn lives(class: u16) -> bool {
    events()
        .classes
        .get(usize::from(class))
        .is_some_and(|class| class.lives)
}

/// The name of a class, as shown.
pub(in crate::crosscheck) fn class_name(class: u16) -> &'static str {
    events()
        .classes
        .get(usize::from(class))
        .map_or("", |class| class.name.as_str())
}
