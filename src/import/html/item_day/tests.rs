use super::*;

/// What the items of a page of 3 December 2026, 00:20, become.
fn written(items: &[&str]) -> String {
    let items = items.join("</li><li>");
    let mut page = Html::parse_document(&format!("<ul><li>{items}</li></ul>"));
    let said = Provenance {
        facet: "published",
        value: "2026-12-03T00:20+02:00".to_owned(),
        source: "meta",
    };
    write_days(&mut page, &[said], None, &[]);
    words_of(page.root_element())
}

#[test]
fn an_item_of_another_day_has_its_day_before_its_time() {
    let by_markup = written(&[
        "<time datetime='2026-12-02T22:10Z'>00:10</time> Goats",
        "<time datetime='2026-12-02T21:50Z'>23:50</time> Goats",
        "<time datetime='2026-12-02T09:00Z'>11:00</time> Goats",
        "<time datetime='2026-12-01'>10:00</time> Goats",
        "<b>1 Dec, 09:00</b> Goats",
    ]);
    let lines = [
        "00:10 Goats",
        "2 December 2026, 23:50 Goats",
        "2 December 2026, 11:00 Goats",
        "1 December 2026, 10:00 Goats",
        "1 December 2026, 09:00 Goats",
    ];
    assert_eq!(by_markup, lines.join("\n"));
}

#[test]
fn a_time_written_as_a_decimal_is_none_of_the_figures() {
    let items = [
        "9.15pm – Goats",
        "8.05pm – 2.50 paid",
        "<b>7.40pm</b> Sheep",
    ];
    let told = written(&items);
    assert_eq!(told, "9:15 pm – Goats\n8:05 pm – 2.50 paid\n7:40 pm Sheep");
}

#[test]
fn a_day_between_items_is_that_of_those_below() {
    let items = |day| {
        let days = ["<h3>Thursday 3 December</h3>", day];
        let [first, second] = days;
        written(&[
            first,
            "00:10 Goats",
            second,
            "<b>23:50</b> Goats",
            "22:00 Goats",
            "21:00 Goats",
            "20:00 Goats",
        ])
    };
    let told = items("<h3>2 December 2026</h3>");
    assert!(told.contains("\n00:10 Goats"), "{told}");
    assert!(told.contains("2 December 2026, 23:50 Goats\n"), "{told}");
    // Without a day between them their times tell, below a day that may be that of reading.
    assert!(items("<p>Goats</p>").contains("2 December 2026, 20:00 Goats"));
}

#[test]
fn a_day_beside_a_time_is_that_of_its_item() {
    let item = |time: &str, day: &str| format!("<p><i>{time}</i> <i>{day}</i></p> Goats");
    let told = written(&[
        &item("00:10", "Dec 3"),
        &item("23:50", "Dec 2"),
        &item("21:15", "Dec 2"),
    ]);
    assert!(told.contains("2 December 2026, 23:50\n\nGoats"), "{told}");
    assert!(told.contains("2 December 2026, 21:15\n\nGoats"), "{told}");
    assert!(told.contains("00:10 Dec 3\n\nGoats"), "{told}");
}
