//! What is in doubt about one article, and what can be chosen: which statement holds, how its file is read, what becomes
//! of a copy and of another text of an article that is there.

use egui::{ScrollArea, Ui};

use super::super::super::arrival::Arrival;
use super::super::super::theme::Tone;
use super::super::super::widget;
use super::super::differences::{differences_ui, summary_of, take_details_ui};
use crate::import::{Doubt, ENCODINGS};

/// The row of an item that sources contradict one another about; `None` where a person chooses it otherwise.
fn name_of(facet: &str) -> Option<&'static str> {
    Some(match facet {
        "published" => "Published",
        "byline" => "Author",
        "publisher" => "Publisher",
        "title" => "Title",
        "url" => "Address",
        _ => return None,
    })
}

/// Draws all that can be chosen; `at` is the place of the article among those that came.
pub(super) fn choices_ui(ui: &mut Ui, arrival: &mut Arrival, at: usize) {
    for doubt in &arrival.doubts {
        if !matches!(doubt, Doubt::Conflict(..)) {
            widget::tint_card_ui(ui, Tone::Doubt, |ui| {
                widget::wrapped_ui(ui, doubt.to_string())
            });
        }
    }
    // The doubts are among them.
    let doubts: Vec<String> = arrival.doubts.iter().map(ToString::to_string).collect();
    let notices = arrival.imported.notices.iter();
    for notice in notices.filter(|notice| !doubts.contains(notice)) {
        widget::wrapped_ui(ui, widget::small(notice.as_str()));
    }
    if arrival.earlier.is_some() {
        earlier_ui(ui, arrival, at);
    } else {
        copy_ui(ui, arrival, at);
    }
    for doubt in arrival.doubts.clone() {
        let Doubt::Conflict(facet, said) = doubt else {
            continue;
        };
        let Some(name) = name_of(facet) else {
            continue;
        };
        widget::form_row_ui(ui, name, |ui| {
            for statement in said {
                let on = arrival.holds(facet, &statement.value);
                let words = format!("{} ({})", statement.value, statement.source);
                if widget::segment_ui(ui, on, &words).clicked() {
                    arrival.pick(facet, &statement.value);
                }
            }
        });
    }
    if let Some(usual) = arrival.usual_encoding {
        widget::form_row_ui(ui, "Encoding", |ui| encoding_ui(ui, arrival, usual));
    }
    let is_page = arrival.imported.whole_page
        || !arrival.imported.left.is_empty()
        || arrival.choices.whole_page;
    if is_page {
        widget::form_row_ui(ui, "Page", |ui| {
            widget::checkbox_ui(
                ui,
                &mut arrival.choices.whole_page,
                "Take all the words of the page",
            );
        });
    }
}

/// Which encoding a file is read in.
fn encoding_ui(ui: &mut Ui, arrival: &mut Arrival, usual: &str) {
    let as_read = (None, format!("As read: {usual}"));
    let others = ENCODINGS.iter();
    let others = others.map(|(label, name)| (Some(*label), (*name).to_owned()));
    let all: Vec<(Option<&str>, String)> = std::iter::once(as_read).chain(others).collect();
    let field = widget::drop_down_ui(ui, "encoding", None, &mut arrival.choices.encoding, &all);
    widget::name_control(ui, &field, "Encoding");
}

/// Of what it is a copy, and what to do with one.
fn copy_ui(ui: &mut Ui, arrival: &mut Arrival, at: usize) {
    let Some(copy) = &arrival.copy else {
        return;
    };
    widget::tint_card_ui(ui, Tone::Info, |ui| {
        ui.set_width(ui.available_width());
        let words = if copy.is_same {
            format!("This is the text of “{}”, word for word.", copy.name)
        } else {
            format!("{}% of this is the text of “{}”.", copy.percent, copy.name)
        };
        widget::wrapped_ui(ui, words);
        if !copy.is_same {
            ScrollArea::vertical()
                .id_salt(("passages", at))
                .max_height(84.0)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    widget::follow_focus_ui(ui);
                    for passage in &copy.passages {
                        widget::wrapped_ui(ui, widget::small(passage.as_str()));
                    }
                });
        }
        ui.horizontal_wrapped(|ui| {
            for (name, take, link) in [
                ("Link as a copy", true, true),
                ("Import anyway", true, false),
                ("Skip", false, arrival.link),
            ] {
                let on = arrival.take == take && (!take || arrival.link == link);
                if widget::segment_ui(ui, on, name).clicked() {
                    arrival.take = take;
                    arrival.link = link;
                }
            }
        });
    });
}

/// What another text of an article of the project changes, and whether it takes its place.
fn earlier_ui(ui: &mut Ui, arrival: &mut Arrival, at: usize) {
    let Some(earlier) = &mut arrival.earlier else {
        return;
    };
    widget::tint_card_ui(ui, Tone::Info, |ui| {
        ui.set_width(ui.available_width());
        let name = earlier.current.name();
        let what = if earlier.differences.is_empty() {
            "other details"
        } else {
            "another text"
        };
        let words = format!("“{name}” is in the project with {what}. What has changed:");
        widget::wrapped_ui(ui, words);
        ui.push_id(("differences", at), |ui| differences_ui(ui, earlier, 110.0));
        take_details_ui(ui, earlier);
        widget::wrapped_ui(ui, widget::small(summary_of(earlier)));
        ui.horizontal_wrapped(|ui| {
            for (name, take, replace) in [
                ("Replace the earlier text", true, true),
                ("Import beside it", true, false),
                ("Skip", false, arrival.replace),
            ] {
                let on = arrival.take == take && (!take || arrival.replace == replace);
                if widget::segment_ui(ui, on, name).clicked() {
                    arrival.take = take;
                    arrival.replace = replace;
                }
            }
        });
    });
}
