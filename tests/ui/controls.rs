//! What can be done to a project as a whole: notes, scale, rules, signatures, tables, copies, files; each by its name and
//! by the keyboard.

use countercheck::app::Workbench;
use countercheck::app::preferences::Light;
use countercheck::claim::ClaimId;
use countercheck::project::{Command, Session, Stamp, Status, Subject};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, folder, palette, press, press_ctrl, save_to, settle, window_in, with_sample};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn type_into(window: &mut Harness<'_, Workbench>, role: Role, field: &str, words: &str) {
    window.get_by_role_and_label(role, field).focus();
    window.run_steps(1);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    window.get_by_role_and_label(role, field).type_text(words);
    settle(window);
}

fn line(window: &mut Harness<'_, Workbench>, field: &str, words: &str) {
    type_into(window, Role::TextInput, field, words);
}

fn by_ben() -> Stamp {
    Stamp {
        by: "Ben".to_owned(),
        at: "2026-11-21T08:00:00Z".to_owned(),
    }
}

#[test]
fn notes_are_written_on_project_article_and_figure_and_taken_back() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    let article = window.state().selection().article.expect("open");
    let before = window.state().session().project().notes.len();
    for (name, words) in [
        ("notes on the project", "print on Monday"),
        ("notes on the article", "ask for the table"),
        ("notes on the figure", "print the hour too"),
    ] {
        palette(&mut window, name);
        type_into(&mut window, Role::MultilineTextInput, "New note", words);
        click(&window, "Add the note");
        settle(&mut window);
    }
    let notes: Vec<_> = {
        let project = window.state().session().project();
        let notes = project.notes.iter().skip(before);
        notes
            .map(|note| (note.subject, note.text.clone()))
            .collect()
    };
    assert_eq!(
        notes,
        [
            (Subject::Project, "print on Monday".to_owned()),
            (Subject::Article(article), "ask for the table".to_owned()),
            (Subject::Figure(claim), "print the hour too".to_owned()),
        ]
    );
    palette(&mut window, "notes on the figure");
    window.get_by_label("print the hour too");
    click(&window, "Remove the note");
    settle(&mut window);
    assert_eq!(window.state().session().project().notes.len(), before + 2);
}

#[test]
fn a_figure_gets_a_value_a_wording_and_a_day() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::D);
    line(&mut window, "Accepted value", "98,000");
    line(&mut window, "Look again by", "soon");
    window.get_by_label_contains("is not a day");
    line(&mut window, "Look again by", "2026-12-01");
    type_into(
        &mut window,
        Role::MultilineTextInput,
        "Wording",
        "About 98,000 people",
    );
    click(&window, "Decide");
    settle(&mut window);
    let project = window.state().session().project();
    let decision = project.figures.values().next_back().expect("decided");
    assert_eq!(decision.accepted.as_deref(), Some("98,000"));
    assert_eq!(decision.wording.as_deref(), Some("About 98,000 people"));
    assert!(decision.recheck_by.is_some() && !decision.claims.is_empty());
}

#[test]
fn the_scale_of_verdicts_is_changed_and_a_verdict_in_use_stays() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::Num1);
    line(&mut window, "Rationale", "the register says so");
    press(&mut window, Key::Enter);
    palette(&mut window, "scale of verdicts");
    click(&window, "Move verdict 1 off the scale");
    settle(&mut window);
    window.get_by_label_contains("judge them anew");
    press(&mut window, Key::Escape);
    palette(&mut window, "scale of verdicts");
    click(&window, "Add a verdict");
    settle(&mut window);
    line(&mut window, "Verdict 7", "Satire");
    click(&window, "Move verdict 7 up");
    settle(&mut window);
    click(&window, "Apply");
    settle(&mut window);
    let project = window.state().session().project();
    let labels: Vec<&str> = project
        .ratings
        .iter()
        .map(|step| step.label.as_str())
        .collect();
    assert_eq!(labels.len(), 7);
    assert_eq!(labels[5], "Satire");
}

#[test]
fn what_a_vague_word_stands_for_is_a_rule_of_the_house() {
    let mut window = with_sample(SIZE, Light::Light);
    palette(&mut window, "house rules");
    click(&window, "Add a word");
    settle(&mut window);
    let row = (1..50)
        .take_while(|row| {
            let name = format!("Vague word {row}");
            window.query_by_label(&name).is_some()
        })
        .last()
        .expect("a row");
    line(&mut window, &format!("Vague word {row}"), "oodles");
    line(&mut window, &format!("begins at {row}"), "50");
    line(&mut window, &format!("ends below {row}"), "40");
    window.get_by_label_contains("must not end before it starts");
    line(&mut window, &format!("ends below {row}"), "90");
    click(&window, "Apply");
    settle(&mut window);
    let project = window.state().session().project();
    assert!(project.house_rules.vague.contains_key("oodles"));
}

#[test]
fn a_copy_is_signed_by_its_checker_and_by_a_second_reader() {
    let (desk, _) = folder();
    let draft = desk.path().join("draft.txt");
    std::fs::write(&draft, "By dusk 12 ferries lay in port.").expect("written");
    let mut window = window_in(SIZE, Light::Light, vec![draft], None);
    settle(&mut window);
    let article = window.state().selection().article.expect("open");
    for by in ["Ana", "Ben"] {
        palette(&mut window, "sign off");
        line(&mut window, "Signed by", by);
        if let Some(despite) = window.query_by_label_contains("Sign although") {
            despite.click();
            settle(&mut window);
        }
        click(&window, "Sign this copy off");
        settle(&mut window);
    }
    let project = window.state().session().project();
    let signed: Vec<&str> = project
        .sign_offs
        .iter()
        .map(|sign| sign.by.as_str())
        .collect();
    assert_eq!(signed, ["Ana", "Ben"]);
    assert!(project.is_read_twice(article));
    palette(&mut window, "sign off");
    window.get_by_label_contains("Two people have signed it");
    click(&window, "Withdraw Ben");
    settle(&mut window);
    assert_eq!(window.state().session().project().sign_offs.len(), 1);
}

#[test]
fn the_day_of_a_recheck_is_set_by_a_key() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    press(&mut window, Key::R);
    window
        .get_by_role_and_label(Role::TextInput, "Recheck by")
        .type_text("2026-12-01");
    settle(&mut window);
    press(&mut window, Key::Tab);
    let project = window.state().session().project();
    let review = project.reviews.get(&claim).expect("noted");
    assert!(review.recheck_by.is_some());
}

#[test]
fn why_a_change_was_made_is_written_down_and_stands_in_the_history() {
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::X);
    press(&mut window, Key::Y);
    line(&mut window, "Reason", "a house number");
    press(&mut window, Key::Enter);
    press_ctrl(&mut window, Key::H);
    let told = window.query_all_by_label_contains("”: a house number");
    assert!(told.count() > 0, "the history tells it");
    let session = window.state().session();
    let event = session.latest_change().expect("made");
    assert_eq!(session.why(event), Some("a house number"));
}

#[test]
fn a_fact_sheet_comes_in_and_goes_out() {
    let (desk, _) = folder();
    let sheet = desk.path().join("facts.csv");
    let words = "fact;source;status\r\nSome 40 boats sank.;Diver;Confirmed\r\n";
    std::fs::write(&sheet, words).expect("written");
    let mut window = window_in(SIZE, Light::Light, Vec::new(), None);
    settle(&mut window);
    palette(&mut window, "take in a fact sheet");
    line(&mut window, "Path", &sheet.display().to_string());
    click(&window, "Take in");
    settle(&mut window);
    let project = window.state().session().project();
    assert_eq!(project.status(ClaimId(1)), Status::Checked);
    let out = desk.path().join("again.csv");
    palette(&mut window, "write a fact sheet");
    line(&mut window, "Path", &out.display().to_string());
    click(&window, "Write");
    settle(&mut window);
    let written = std::fs::read_to_string(out).expect("written");
    assert!(
        written.contains("Some 40 boats sank.,Diver,,,Confirmed,"),
        "{written}"
    );
}

#[test]
fn another_copy_is_merged_and_what_differs_is_listed() {
    let (desk, path) = folder();
    let mut window = with_sample(SIZE, Light::Light);
    save_to(&mut window, &path);
    press(&mut window, Key::J);
    let claim = window.state().selection().claim.expect("a claim");
    let theirs = desk.path().join("theirs.ron");
    std::fs::copy(&path, &theirs).expect("copied");
    let mut other = Session::open(&theirs).expect("opens");
    let note = |words: &str| Command::SetNote {
        claim,
        note: words.to_owned(),
    };
    other
        .apply(note("ask the ministry"), by_ben())
        .expect("fits");
    let reject = Command::SetStatus {
        claims: vec![ClaimId(2)],
        status: Status::Rejected,
    };
    other.apply(reject, by_ben()).expect("fits");
    other.save(&theirs).expect("saved");
    drop(other);
    press(&mut window, Key::N);
    window
        .get_by_role_and_label(Role::MultilineTextInput, "Note")
        .type_text("ask the border service");
    settle(&mut window);
    press(&mut window, Key::Tab);
    palette(&mut window, "merge another copy");
    line(&mut window, "Other copy", &theirs.display().to_string());
    click(&window, "Merge");
    settle(&mut window);
    window.get_by_label("To decide after the merge");
    window.get_by_label_contains("theirs is “ask the ministry”");
    let project = window.state().session().project();
    assert_eq!(project.status(ClaimId(2)), Status::Rejected, "taken over");
    click(&window, "Close");
    settle(&mut window);
    click(&window, "1 to decide");
    settle(&mut window);
    window.get_by_label("To decide: two copies differ");
    click(&window, "It is decided");
    settle(&mut window);
    assert!(window.query_by_label("1 to decide").is_none());
    click(&window, "Close");
    settle(&mut window);
    press_ctrl(&mut window, Key::Z);
    window.get_by_label("1 to decide");
    press_ctrl(&mut window, Key::Z);
    let project = window.state().session().project();
    assert_eq!(
        project.status(ClaimId(2)),
        Status::Unchecked,
        "undone as one"
    );
}

#[test]
fn copies_without_a_common_history_ask_what_both_began_with() {
    let (desk, path) = folder();
    let mut stranger = Session::new("Ferries");
    let title = Command::SetTitle {
        title: "Trains".to_owned(),
    };
    stranger.apply(title, by_ben()).expect("fits");
    stranger.save(&path).expect("saved");
    drop(stranger);
    let base = desk.path().join("base.ron");
    std::fs::copy(&path, &base).expect("copied");
    let mut window = with_sample(SIZE, Light::Light);
    palette(&mut window, "merge another copy");
    line(&mut window, "Other copy", &path.display().to_string());
    click(&window, "Merge");
    settle(&mut window);
    window.get_by_label_contains("no history in common");
    line(&mut window, "Both began with", &base.display().to_string());
    click(&window, "Merge");
    settle(&mut window);
    assert!(
        window
            .query_by_label_contains("no history in common")
            .is_none()
    );
}

#[test]
fn a_file_is_attached_and_its_absence_is_told() {
    let (desk, path) = folder();
    let scan = desk.path().join("scan.pdf");
    std::fs::write(&scan, b"12 ferries").expect("written");
    let mut window = with_sample(SIZE, Light::Light);
    press(&mut window, Key::J);
    press(&mut window, Key::E);
    line(&mut window, "Citation", "Port log");
    line(&mut window, "File", &scan.display().to_string());
    window.get_by_label_contains("Save the project first");
    press(&mut window, Key::Escape);
    save_to(&mut window, &path);
    let claim = window.state().selection().claim.expect("a claim");
    line(&mut window, "How", "by phone");
    click(&window, "Attach");
    settle(&mut window);
    let project = window.state().session().project();
    let review = project.reviews.get(&claim).expect("attached");
    let evidence = review.evidence.last().expect("attached");
    let attachment = evidence.attachment.as_ref().expect("with its file");
    assert_eq!(attachment.path, "scan.pdf");
    assert_eq!(evidence.method.as_deref(), Some("by phone"));
    std::fs::remove_file(&scan).expect("removed");
    palette(&mut window, "look after attached files");
    window.get_by_label("Not where it was");
}

#[test]
fn a_view_is_named_as_soon_as_it_is_to_be_kept() {
    let mut window = with_sample(SIZE, Light::Light);
    palette(&mut window, "search all claims");
    window.get_by_label("Search all claims").focus();
    settle(&mut window);
    window
        .get_by_label("Search all claims")
        .type_text("Tbilisi");
    settle(&mut window);
    let button = window.get_by_label("Keep as a view…").rect().center();
    window.drag_at(button);
    window.run_steps(1);
    window.drop_at(button);
    settle(&mut window);
    window.event(egui::Event::Text("a row".to_owned()));
    settle(&mut window);
    press(&mut window, Key::Enter);
    let views = &window.state().session().project().views;
    assert_eq!(views.len(), 1, "what is typed is its name");
    assert_eq!(views[0].name, "a row");
}
