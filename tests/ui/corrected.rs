//! A corrected text is put in the place of an article's, from a file or pasted.

use countercheck::app::preferences::Light;
use countercheck::claim::ArticleId;
use countercheck::project::Status;
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::{click, folder, palette, press_ctrl, save_to, settle, type_path, window_in};

const SIZE: [f32; 2] = [1280.0, 800.0];

#[test]
fn a_corrected_text_lists_what_it_has_lost_and_a_lost_claim_is_placed_again() {
    let (desk, path) = folder();
    let draft = desk.path().join("draft.txt");
    std::fs::write(
        &draft,
        "By dusk 12 ferries lay in port.\nSome 30 sailors slept.",
    )
    .expect("written");
    let mut window = window_in(SIZE, Light::Light, vec![draft.clone()], None);
    settle(&mut window);
    save_to(&mut window, &path);
    let corrected = "At dusk 12 ferries lay in port.\nThirty-one sailors slept.";
    std::fs::write(&draft, corrected).expect("written");
    palette(&mut window, "put in a corrected text");
    type_path(&mut window, &draft);
    click(&window, "Put in");
    settle(&mut window);
    click(&window, "Replace the earlier text");
    settle(&mut window);
    window.get_by_label("What to know about this project");
    window.get_by_label_contains("[Some 30");
    let lost = window.state().session().lost_anchors();
    assert_eq!(lost.len(), 1);
    click(&window, "Reject it");
    settle(&mut window);
    let project = window.state().session().project();
    assert_eq!(project.status(lost[0]), Status::Rejected);
    assert!(project.articles.contains_key(&ArticleId(1)));
}

#[test]
fn a_corrected_text_may_be_pasted_and_is_answered_by_keys() {
    let desk = tempfile::tempdir().expect("a folder");
    let draft = desk.path().join("draft.txt");
    std::fs::write(&draft, "Ferries\n\nBy dusk 12 ferries lay in port.").expect("written");
    let mut window = window_in(SIZE, Light::Light, vec![draft], None);
    settle(&mut window);
    palette(&mut window, "put in a corrected text");
    let words = "Ferries\n\nBy dusk 19 ferries lay in port.\n";
    window.event(egui::Event::Paste(words.to_owned()));
    settle(&mut window);
    window.get_by_label("Replace the earlier text");
    press_ctrl(&mut window, Key::Enter);
    settle(&mut window);
    let project = window.state().session().project();
    let article = project.articles.values().next().expect("the article");
    assert!(article.text.as_str().contains("19 ferries"));
    let origin = article.metadata.origin.as_deref().unwrap_or_default();
    assert!(origin.ends_with("draft.txt"), "{origin}");
}
