//! The caret: arrows, words, rows, selecting across paragraphs, in both directions of writing.

use super::*;

/// Moves by a key, and says where the caret is.
fn go(desk: &mut Harness<'_, Desk>, modifiers: Modifiers, key: Key) -> usize {
    desk.key_press_modifiers(modifiers, key);
    desk.run();
    let caret = desk.state().state.caret();
    caret.map_or(usize::MAX, Span::start)
}

fn with_caret(article: &str, byte: usize) -> Harness<'static, Desk> {
    let mut desk = desk(article, &[]);
    let at = desk.state().text.span(byte, byte).expect("in the text");
    desk.state_mut().state.put_caret(at);
    desk.run();
    desk.run();
    desk
}

fn selected(desk: &Harness<'_, Desk>) -> String {
    let selection = desk.state().state.selection();
    selection.map_or_else(String::new, |span| desk.state().text.slice(span).to_owned())
}

#[test]
fn words_are_selected_by_keys_over_two_paragraphs_and_copied() {
    let start = FERRY.find("on Sunday").expect("in it");
    let mut desk = with_caret(FERRY, start);
    let by_word = Modifiers::COMMAND | Modifiers::SHIFT;
    for _ in 0..5 {
        go(&mut desk, by_word, Key::ArrowRight);
    }
    assert_eq!(selected(&desk), "on Sunday.\nAt least 31");
    desk.event(egui::Event::Copy);
    desk.step();
    let commands = &desk.output().platform_output.commands;
    let copied = commands.iter().any(|command| {
        matches!(command, egui::OutputCommand::CopyText(text) if text == "on Sunday.\nAt least 31")
    });
    assert!(copied);
}

#[test]
fn an_arrow_leaves_a_selection_at_its_side_and_escape_leaves_the_text() {
    let mut desk = with_caret(FERRY, 4);
    go(&mut desk, Modifiers::SHIFT, Key::ArrowRight);
    go(&mut desk, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(selected(&desk), "po");
    assert_eq!(go(&mut desk, Modifiers::NONE, Key::ArrowLeft), 4);
    assert_eq!(selected(&desk), "");
    go(&mut desk, Modifiers::NONE, Key::Escape);
    assert!(!desk.state().state.has_caret(&desk.ctx));
}

#[test]
fn rows_and_their_ends_are_reached() {
    let article = "One two three four five six seven eight nine ten, and so on and on, as far as a line goes and beyond it.\nShort.";
    let mut desk = with_caret(article, 4);
    let below = go(&mut desk, Modifiers::NONE, Key::ArrowDown);
    assert!((60..article.len() - 7).contains(&below), "{below}");
    assert_eq!(go(&mut desk, Modifiers::NONE, Key::ArrowUp), 4);
    let end = go(&mut desk, Modifiers::NONE, Key::End);
    assert!(end > 60 && article.get(end..=end) == Some(" "), "{end}");
    assert_eq!(go(&mut desk, Modifiers::NONE, Key::Home), 0);
    assert_eq!(go(&mut desk, Modifiers::COMMAND, Key::End), article.len());
    assert_eq!(go(&mut desk, Modifiers::COMMAND, Key::Home), 0);
    go(&mut desk, Modifiers::NONE, Key::ArrowDown);
    go(&mut desk, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(
        go(&mut desk, Modifiers::NONE, Key::End),
        article.len(),
        "the last paragraph"
    );
}

#[test]
fn in_hebrew_the_left_arrow_reads_on_and_passes_a_number_by_what_is_seen() {
    let article = "נסעו 98 איש";
    let mut desk = with_caret(article, 0);
    let mut places = vec![0];
    for _ in 0..10 {
        places.push(go(&mut desk, Modifiers::NONE, Key::ArrowLeft));
    }
    let number = article.find("98").expect("in it");
    // Each press goes a letter further to the left: over the number from its right end to its left one.
    assert_eq!(places[1..5], [2, 4, 6, 8]);
    assert!(
        places.contains(&(number + 1)),
        "{places:?}: between its digits"
    );
    assert_eq!(*places.last().expect("one"), article.len() - 2);
    let before = go(&mut desk, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(before, article.len() - 4, "and the right arrow goes back");
    let word = go(
        &mut desk,
        Modifiers::COMMAND | Modifiers::SHIFT,
        Key::ArrowLeft,
    );
    assert_eq!(word, article.len());
}

#[test]
fn a_press_of_the_pointer_puts_the_caret_where_it_is() {
    let mut desk = desk(FERRY, &["Sunday"]);
    let end = place(&desk, "Sunday") + vec2(80.0, 0.0);
    desk.drag_at(end);
    desk.drop_at(end);
    desk.run();
    let caret = desk.state().state.caret().map(Span::start);
    assert_eq!(caret, FERRY.find('\n'));
}
