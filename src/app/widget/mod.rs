//! The small parts that every panel is made of.

mod button;
mod column;
mod drop_down;
mod filter;
mod focus;
mod icon;
mod layout;
mod side;
mod text;

pub use button::{
    action_button, answer_button, checkbox_ui, danger_button, danger_link, flush_button,
    link_button, primary_button, quiet_button, segment_ui, slider_ui,
};
pub use column::Column;
pub use drop_down::drop_down_ui;
pub use filter::{Choice, Filter, facet_ui};
pub use focus::{
    focus_end_ui, focus_ui, focus_whole_ui, follow_focus_ui, is_reached_by_tab, keys_are_taken,
    row_focus_ui, row_ground_ui, scroll_by_keys_ui, wrong_field_ui,
};
pub use icon::{Icon, icon_button};
pub use layout::{
    at_right_ui, card_ui, confined_ui, empty_ui, field_ui, form_row_ui, popup_frame, section_ui,
    separator_ui, tint_card_ui,
};
pub use side::keep_wish;
pub use text::{
    chip_ui, keycap_ui, label_ui, line_edit, mark_ui, name_control, name_field, named_shape_ui,
    ordered_field_ui, ordered_hint_ui, paragraph_ui, pressed_words_ui, progress_ui, quiet, said,
    sentence_ui, shape_ui, shaped_chip_ui, shortened, small, strong, title, wrapped_ui,
};
