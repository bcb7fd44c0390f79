//! Rich text from the clipboard. The window hands on plain words; whoever copied them from a page or a document has
//! often given their paragraphs, lists and tables with them.

use egui::{Event, Ui};

use crate::import;

/// Pasted words with the paragraphs, lists and tables of what they were copied from, where the clipboard has it.
pub(super) fn rich(plain: String) -> String {
    match markup() {
        Some(markup) => import::rich(&plain, &markup),
        None => plain,
    }
}

/// Makes pasted words rich that are on their way into a field.
pub(super) fn enrich(ui: &Ui) {
    let is_paste = |event: &Event| matches!(event, Event::Paste(_));
    if !ui.input(|input| input.events.iter().any(is_paste)) {
        return;
    }
    let Some(markup) = markup() else {
        return;
    };
    ui.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Paste(words) = event {
                *words = import::rich(words, &markup);
            }
        }
    });
}

/// What the clipboard holds as markup. A desktop that shows its clipboard only to the window in front has none for us;
/// the plain words are there then.
fn markup() -> Option<String> {
    let mut clipboard = arboard::Clipboard::new().ok()?;
    clipboard.get().html().ok()
}
