//! Plots as their reader meets them.

use egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use super::super::theme::{self, Theme, answer_mark};
use super::*;
use crate::claim::{ArticleId, ClaimId};
use crate::crosscheck::Answer;
use crate::project::Status::{Checked, InProgress, Rejected, Unchecked};
use crate::quantity::{End, Interval, Value};

fn plotted(
    id: u32,
    words: &str,
    low: Option<i128>,
    high: Option<i128>,
    value: Option<i128>,
    answer: Answer,
) -> Plotted {
    let end = |value| End {
        value: Value::whole(value),
        open: false,
    };
    Plotted {
        claim: ClaimId(id),
        label: words.to_owned(),
        interval: Interval {
            low: low.map(end),
            high: high.map(end),
        },
        value: value.map(Value::whole),
        status: answer_mark(answer),
    }
}

fn border() -> Vec<Plotted> {
    let mut more = plotted(
        4,
        "more than 100,000 · Evening Wire",
        Some(100_000),
        None,
        Some(100_000),
        Answer::Conflicts,
    );
    more.interval.low = Some(End {
        value: Value::whole(100_000),
        open: true,
    });
    vec![
        plotted(
            1,
            "98,417 · border service",
            Some(98_417),
            Some(98_417),
            Some(98_417),
            Answer::AgreesWithinRounding,
        ),
        plotted(
            2,
            "about 98,000 · Harbour Post",
            Some(93_100),
            Some(102_900),
            Some(98_000),
            Answer::AgreesWithinRounding,
        ),
        plotted(
            3,
            "at least 95,000 · עיתון הנמל",
            Some(95_000),
            None,
            Some(95_000),
            Answer::CompatibleBound,
        ),
        more,
        plotted(
            5,
            "tens of thousands · Radio Nord",
            Some(10_000),
            Some(100_000),
            None,
            Answer::CannotTell,
        ),
    ]
}

fn show<'a>(draw: impl FnMut(&mut egui::Ui, &mut Vec<String>) + 'a) -> Harness<'a, Vec<String>> {
    let mut harness = Harness::builder()
        .with_size(vec2(820.0, 760.0))
        .with_context_setup(theme::install)
        .build_ui_state(draw, Vec::new());
    harness.run();
    harness
}

#[test]
fn a_claim_on_the_number_line_is_chosen_by_name() {
    let claims = border();
    let mut division = Division::Automatic;
    let mut plot = show(move |ui, chosen| {
        let style = PlotStyle::of(Theme::at(ui));
        let done = number_line_ui(ui, &style, &claims, None, "persons", None, &mut division);
        chosen.extend(done.clicked.map(|claim| claim.0.to_string()));
    });
    plot.get_by_label("98,417 · border service, agrees within rounding: exactly 98,417")
        .click();
    plot.run();
    assert_eq!(plot.state().as_slice(), ["1"]);
    plot.get_by_label("Scale: linear").click();
    plot.run();
    plot.get_by_label("Scale: logarithmic");
}

#[test]
fn a_report_is_chosen_from_the_lineage() {
    let articles = [
        (ArticleId(1), "Harbour Post".to_owned()),
        (ArticleId(2), "Radio Nord".to_owned()),
    ];
    let roots = [LineageRoot {
        name: "the ministry".to_owned(),
        why: "same attribution".to_owned(),
        articles: vec![ArticleId(1), ArticleId(2)],
    }];
    let mut plot = show(move |ui, chosen| {
        let style = PlotStyle::of(Theme::at(ui));
        let done = lineage_ui(ui, &style, &articles, &roots);
        chosen.extend(done.article.map(|id| format!("report {}", id.0)));
        chosen.extend(done.root.map(|at| format!("source {at}")));
    });
    plot.get_by_label("report: Radio Nord").click();
    plot.run();
    plot.get_by_label("source: the ministry, same attribution")
        .click();
    plot.run();
    assert_eq!(plot.state().as_slice(), ["report 2", "source 0"]);
}

#[test]
fn claims_without_a_day_and_plots_without_claims_are_drawn() {
    let claims: Vec<Dated> = border()
        .into_iter()
        .map(|claim| Dated {
            claim,
            day: None,
            inferred: false,
        })
        .collect();
    let mut division = Division::Automatic;
    let plot = show(move |ui, _| {
        let style = PlotStyle::of(Theme::at(ui));
        timeline_ui(ui, &style, &claims, None, Division::Automatic, 200.0);
        timeline_ui(ui, &style, &[], None, Division::Automatic, 100.0);
        number_line_ui(ui, &style, &[], None, "", None, &mut division);
        coverage_bar_ui(ui, &style, &[]);
        lineage_ui(ui, &style, &[], &[]);
    });
    plot.get_by_label("no day given: 98,417 · border service");
    plot.get_by_label("coverage: no facts yet");
}

#[test]
fn plots_look_as_they_did() {
    let mut results = egui_kittest::SnapshotResults::new();
    for (name, theme) in [("light", egui::Theme::Light), ("dark", egui::Theme::Dark)] {
        let mut division = Division::Linear;
        let mut plot = show(move |ui, _| {
            let style = PlotStyle::of(Theme::at(ui));
            egui::Frame::new()
                .fill(style.paper)
                .inner_margin(16.0)
                .show(ui, |ui| {
                    let common = Some(Interval::point(Value::whole(98_417)));
                    let claims = border();
                    number_line_ui(
                        ui,
                        &style,
                        &claims,
                        common,
                        "persons",
                        Some(ClaimId(2)),
                        &mut division,
                    );
                    let days = [27, 27, 26, 29, 28];
                    let dated: Vec<Dated> = claims
                        .into_iter()
                        .zip(days)
                        .map(|(claim, day)| Dated {
                            inferred: day == 29,
                            day: (day != 28).then(|| date(2022, 9, day)),
                            claim,
                        })
                        .collect();
                    timeline_ui(
                        ui,
                        &style,
                        &dated,
                        Some(ClaimId(2)),
                        Division::Linear,
                        220.0,
                    );
                    let share = |status, count, done| Share {
                        status: theme::status_mark(status),
                        count,
                        done,
                    };
                    coverage_bar_ui(
                        ui,
                        &style,
                        &[
                            share(Checked, 58, true),
                            share(Rejected, 3, true),
                            share(InProgress, 1, false),
                            share(Unchecked, 2, false),
                        ],
                    );
                    let articles: Vec<_> = [
                        "Harbour Post",
                        "Evening Wire",
                        "Radio Nord",
                        "עיתון הנמל",
                        "The Coast",
                    ]
                    .iter()
                    .zip(1..)
                    .map(|(name, id)| (ArticleId(id), (*name).to_owned()))
                    .collect();
                    let root = |name: &str, ids: &[u32]| LineageRoot {
                        name: name.to_owned(),
                        why: "same attribution".to_owned(),
                        articles: ids.iter().copied().map(ArticleId).collect(),
                    };
                    lineage_ui(
                        ui,
                        &style,
                        &articles,
                        &[
                            root("Radio Nord itself", &[3]),
                            root("the border service", &[1, 2, 4]),
                            root("a mayor", &[5, 3]),
                        ],
                    );
                });
        });
        plot.ctx.set_theme(theme);
        plot.run();
        let options = super::super::picture::tolerance();
        results.add(plot.try_snapshot_options(format!("plots_{name}"), &options));
    }
}
