//! Units of measurement and money: what they measure and how they convert, exactly.
//!
//! The table is `assets/lexicon/units.ron`; the words of a language for units are in that language's file.
//! How a unit is written next to a number is [`form`]; what a number means is not known here.

mod dimension;
mod form;
mod table;
mod when;

pub use dimension::{Dimension, coherent, convert, convert_difference, dimension};
pub use form::{Form, Forms, Joint, Setting, UnitWords};
pub use table::{Place, Unit, Units, by_symbol, unit, units};
pub use when::When;
