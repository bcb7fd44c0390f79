//! Rich text from the clipboard. The window hands on plain words; whoever copied them from a page or a document has
//! often given their paragraphs, lists and tables with them.

use egui::{Event, Key, Ui};

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

/// Looks for markup where somebody has pasted and the system had no plain words for it: they are pasted then. Says
/// whether nothing could be pasted. `pasted` holds whether words came since the keys of pasting were pressed.
///
/// egui tells nothing of a paste without words but that the key was let go.
pub(super) fn paste_markup(ctx: &egui::Context, pasted: &mut bool) -> bool {
    let (words, let_go) = ctx.input(|input| {
        let is_words = |event: &Event| matches!(event, Event::Paste(_));
        let is_let_go = |event: &Event| {
            matches!(event, Event::Key { key: Key::V, pressed: false, modifiers, .. } if modifiers.command && !modifiers.shift)
        };
        (
            input.events.iter().any(is_words),
            input.events.iter().any(is_let_go),
        )
    });
    *pasted |= words;
    if !let_go || std::mem::take(pasted) {
        return false;
    }
    let words = markup().map(|markup| import::words_of_markup(&markup));
    match words.filter(|words| !words.trim().is_empty()) {
        Some(words) => {
            ctx.input_mut(|input| input.events.push(Event::Paste(words)));
            false
        }
        None => true,
    }
}

/// What the clipboard holds as markup. A desktop that shows its clipboard only to the window in front has none for us;
/// the plain words are there then.
fn markup() -> Option<String> {
    let mut clipboard = arboard::Clipboard::new().ok()?;
    clipboard.get().html().ok()
}
