//! What holds for every text, however odd: extraction never fails, and its spans are sound.

mod nasty;
mod spans;
