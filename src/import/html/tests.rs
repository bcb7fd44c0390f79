use super::*;

fn page_of(source: &str) -> Result<Imported, ImportError> {
    page(("x", None), source, Choices::default())
}

#[test]
fn items_of_the_day_before_keep_their_time_and_have_their_day() {
    let items = [
        (
            "01:10",
            "The shepherds said the bridge was shut after 9 hours.",
        ),
        ("00:20", "The shepherds said 17 goats were lost."),
        ("23:50", "The ferry said 31 goats were missing."),
        ("22:00", "The ferry said 1,250 goats were counted."),
        ("21:15", "The vet said 63 goats were hurt."),
        ("20:10", "The shepherds said 22 boats were out."),
        ("19:02", "14 goats were lost, the mayor said."),
    ];
    let items = items.map(|(time, said)| {
        format!("<div class=entry><span class=time>{time}</span><p>{said}</p></div>")
    });
    let page = format!(
        "<html><meta property='article:published_time' content='2026-11-13T01:10:00+02:00'><main><h1>Live: goats \
         at sea</h1>{}</main>",
        items.concat()
    );
    let text = page_of(&page).expect("a page").article.text;
    for line in [
        "00:20 The shepherds said 17",
        "12 November 2026, 23:50 The ferry said 31",
        "12 November 2026, 19:02 14 goats",
    ] {
        assert!(text.as_str().contains(line), "{}", text.as_str());
    }
}

#[test]
fn a_page_in_an_old_encoding_is_read_as_it_declares() {
    let page = b"<!DOCTYPE html><meta charset=windows-1251><title>\xCA\xEE\xE7\xFB</title><p>\xD1\xEE\xF0\xEE\xEA \xEA\xEE\xE7</p>";
    let input = Input {
        name: "goats.html",
        bytes: page,
        declared: None,
        choices: Choices::default(),
    };
    let imported = read(&input).expect("a page").remove(0);
    assert_eq!(imported.article.text.as_str(), "Козы\n\nСорок коз");
    assert_eq!(imported.article.metadata.language.as_deref(), Some("ru"));
}

#[test]
fn a_stray_zero_in_a_page_is_passed_over() {
    let filling = "Forty goats fled the farm on Monday. ".repeat(60);
    let page = format!("<html><title>Goats</title><p>{filling}</p><p>By noon 1\02 were back.</p>");
    let imported = crate::import::read("goats.html", page.as_bytes()).expect("a page");
    assert!(imported[0].article.text.as_str().contains("noon 12 were"));
}

#[test]
fn a_page_without_words_says_so() {
    let input = Input {
        name: "empty.html",
        bytes: b"<html><body><script>1</script></body></html>",
        declared: None,
        choices: Choices::default(),
    };
    let error = read(&input).expect_err("no words").to_string();
    assert!(error.contains("empty.html"), "{error}");
}

#[test]
fn what_is_left_out_of_an_article_is_told() {
    let prose = "The goats left the farm on Monday morning and walked over the old bridge, the ferry master said.";
    let page = page_of(&format!(
        "<html><body><article><h1>Goats</h1><p>{prose}</p><p>On <time>3 May</time> <del>40</del> 41 of them came back to the farm, where they ate for the rest of the day.</p><p>{prose}</p><aside><p>The farm has 550 hens.</p></aside><p>{prose}</p></article>"
    ))
    .expect("a page");
    let text = page.article.text.as_str();
    assert!(text.contains("On 3 May 41 of them came back"), "{text}");
    assert!(!text.contains("550"), "{text}");
    let told = |words: &str| page.notices.iter().any(|notice| notice.contains(words));
    assert!(told("A word that is struck out"), "{:?}", page.notices);
    assert!(told("left out: 550;"), "{:?}", page.notices);
}

#[test]
fn authors_that_disagree_are_told_and_spellings_of_one_are_not() {
    let page = page_of(
        "<html><meta name=author content='Ida Moor'><body><article><p class=byline>By Bo Lind</p><p>Forty goats fled the farm.</p></article>",
    )
    .expect("a page");
    assert!(
        page.notices
            .iter()
            .any(|n| n.contains("meta gives Ida Moor as the author, page gives Bo Lind")),
        "{:?}",
        page.notices
    );
}

#[test]
fn author_and_time_stand_below_the_headline_as_words() {
    let imported = page_of(
        "<html><head><title>Goats flee the farm</title></head><body><nav>Sport today</nav><h1>Goats flee the farm</h1><p>By Ida Moor</p><p>27 September 2022, 18:04 GMT</p><p>Forty goats fled the farm.</p>",
    )
    .expect("a page");
    let metadata = &imported.article.metadata;
    assert_eq!(metadata.byline.as_deref(), Some("Ida Moor"));
    let published = metadata.published.as_ref().map(ToString::to_string);
    assert_eq!(published.as_deref(), Some("2022-09-27T18:04Z"));
}

#[test]
fn dates_that_disagree_are_told() {
    let page = page_of(
        "<html><meta property='article:published_time' content='2026-03-01'><body><article><time datetime='2026-02-20'>then</time><p>Forty goats fled the farm.</p></article>",
    )
    .expect("a page");
    assert!(
        page.notices.iter().any(|n| n.contains("2026-02-20")),
        "{:?}",
        page.notices
    );
}

#[test]
fn a_page_breaks_off_inside_a_tag_or_a_word_only() {
    let told = |source: &str| {
        let imported = page_of(source).expect("a page");
        imported.notices.iter().any(|it| it.contains("breaks off"))
    };
    assert!(!told(
        "<html><body><p>Forty goats fled the farm"
            .replace("farm", "farm\n")
            .as_str()
    ));
    assert!(!told("<html><h1>Goats</h1><ul><li>Forty fled</ul>"));
    assert!(told("<html><body><p>Forty goats fled the fa"));
    assert!(told("<html><body><p>Forty goats fled.</p><a href='/go"));
    assert!(told(
        "<html><body><p>Forty goats fled.</p><script>let a = 1;\n"
    ));
}

#[test]
fn items_that_a_script_brings_are_taken_from_what_machines_are_told() {
    let item = |head: &str, body: &str, time: &str| {
        format!(
            r#"{{"@type":"BlogPosting","headline":"{head}","articleBody":"{body}","datePublished":"{time}"}}"#
        )
    };
    let items = [
        item(
            "More goats",
            "So far 23 goats have come back.",
            "2026-11-13T00:10:00+02:00",
        ),
        item(
            "First goats",
            "The ferry said <b>31</b> goats were missing.",
            "2026-11-12T23:50:00+02:00",
        ),
        item(
            "The farm",
            "Forty goats fled the farm.",
            "2026-11-12T23:05:00+02:00",
        ),
    ];
    let page = |shown: &str| {
        page_of(&format!(
            r#"<html><head><script type="application/ld+json">{{"@type":"LiveBlogPosting","headline":"Live: goats at sea",
            "datePublished":"2026-11-13T00:10:00+02:00","liveBlogUpdate":[{}]}}</script></head><body><h1>Live: goats at sea</h1>{shown}"#,
            items.join(",")
        ))
        .expect("a page")
    };
    let unseen = page("<p>Loading…</p>");
    assert_eq!(
        unseen.article.text.as_str(),
        "Live: goats at sea\n\n00:10 More goats\nSo far 23 goats have come back.\n\n12 November 2026, 23:50 First \
         goats\nThe ferry said 31 goats were missing.\n\n12 November 2026, 23:05 The farm\nForty goats fled the farm."
    );
    assert!(unseen.notices.iter().any(|it| it.contains("JSON-LD")));
    // Where they are shown, in another zone, their days are those that machines are told.
    let seen = page(
        "<main><div><h2>More goats</h2><span>22:10</span><p>So far 23 goats have come back.</p></div>\
         <div><h2>First goats</h2><span>21:50</span><p>The ferry said 31 goats were missing.</p></div>\
         <div><h2>The farm</h2><span>21:05</span><p>Forty goats fled the farm.</p></div></main>",
    );
    let text = seen.article.text.as_str();
    assert!(
        text.contains("12 November 2026, 22:10") && text.contains("12 November 2026, 21:50"),
        "{text}"
    );
    // Where they show no time they are given theirs.
    let long = "It was told on the quay by the ferry master and by the shepherds of the old farm on the hill.";
    let bare = page(&format!(
        "<main><div><h2>More goats</h2><p>So far 23 goats have come back. {long}</p></div>\
         <div><h2>First goats</h2><p>The ferry said 31 goats were missing. {long}</p></div>\
         <div><h2>The farm</h2><p>Forty goats fled the farm. {long}</p></div></main>"
    ));
    let text = bare.article.text.as_str();
    assert!(
        text.contains("00:10 More goats") && text.contains("12 November 2026, 23:50 First"),
        "{text}"
    );
}

#[test]
fn the_day_from_which_computers_count_is_no_date_of_a_page() {
    let page = "<head><meta name=date content=1970-01-01T00:00:00Z></head><p>Forty goats fled the farm on Monday.";
    let imported = page_of(page).expect("a page");
    assert_eq!(imported.article.metadata.published, None);
    let notices = imported.notices.join("\n");
    assert!(notices.contains("1 January 1970"), "{notices}");
}

#[test]
fn an_article_that_only_machines_are_told_is_taken() {
    let page = r#"<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Goats","articleBody":
        "Forty goats fled the farm.\n\nThen 12 came back."}</script></head><body><div id=root></div></body></html>"#;
    let imported = page_of(page).expect("a page");
    assert_eq!(
        imported.article.text.as_str(),
        "Goats\n\nForty goats fled the farm.\n\nThen 12 came back."
    );
    let notices = imported.notices.join("\n");
    assert!(notices.contains("tells machines"), "{notices}");
    assert!(!imported.whole_page);
}

/// A page of an article with this before and behind its text.
fn around(before: &str, behind: &str) -> String {
    let prose = "<p>Forty goats left the farm on Monday morning and walked in file across the old bridge, said the ferry master.</p>".repeat(4);
    format!("<html lang=en><body>{before}<div><h1>Goats</h1>{prose}{behind}</div></body></html>")
}

#[test]
fn what_lies_over_a_page_and_what_readers_write_below_it_are_none_of_the_article() {
    let page = around(
        "<div role=dialog><p>We and our 1,017 partners keep something on your device, such as a name for it.</p></div>",
        "<div><form><p>Sign up: 500,000 do</p><input type=email></form></div><div><h3>Comments (2)</h3><p>My family of 5 has kept goats for 31 years, and none of them has ever walked over a bridge.</p></div>",
    );
    let text = page_of(&page).expect("a page").article.text;
    assert!(
        text.as_str().contains("Forty goats left"),
        "{}",
        text.as_str()
    );
    for other in ["1,017", "500,000", "family of 5"] {
        assert!(!text.as_str().contains(other), "{}", text.as_str());
    }
}

#[test]
fn a_page_behind_a_wall_says_so_and_one_that_asks_for_machines_is_no_article() {
    let told = r#"<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>"#;
    let notices = page_of(&around(told, "")).expect("a page").notices;
    assert!(
        notices.iter().any(|it| it.contains("those who pay")),
        "{notices:?}"
    );
    let check = "<html><title>Just a moment...</title><body><p>Checking whether you are human.</p></body></html>";
    let error = page_of(check).expect_err("no article").to_string();
    assert!(error.contains("in a browser"), "{error}");
    let article = around("<title>Just a moment: 40 goats</title>", "");
    assert!(page_of(&article).is_ok());
}

#[test]
fn an_update_above_the_day_of_publication_is_no_publication() {
    let page = around("", "").replace(
        "</h1>",
        "</h1><p>Updated 9:00 PM EDT, April 2, 2024</p><p>Published 2:00 PM EDT, April 2, 2024</p>",
    );
    let published = page_of(&page).expect("a page").article.metadata.published;
    let published = published.map(|day| day.to_string());
    assert_eq!(published.as_deref(), Some("2024-04-02T14:00-04:00"));
}

#[test]
fn a_day_that_can_be_read_in_two_ways_is_read_as_its_language_writes_days() {
    let told = |language: &str, prose: &str| {
        let page = format!(
            "<html lang={language}><body><article><h1>40</h1><p>05/03/2024 14:30</p><p>{prose}</p></article></body></html>"
        );
        let imported = crate::import::read("goats.html", page.as_bytes())
            .expect("a page")
            .remove(0);
        let day = imported
            .article
            .metadata
            .published
            .map(|day| day.to_string());
        (
            day,
            imported.notices.iter().any(|it| it.contains("month first")),
        )
    };
    let hebrew =
        "ארבעים עזים ברחו מהחווה ביום שני בבוקר וחצו את הגשר הישן, כך מסר בעל המעבורת לכתבים.";
    let english = "Forty goats left the farm on Monday morning, the ferry master said to those who had asked.";
    assert_eq!(
        told("he", hebrew),
        (Some("2024-03-05T14:30".to_owned()), false)
    );
    assert_eq!(told("en", english), (None, true));
}

#[test]
fn words_without_a_tag_are_a_text_whatever_their_name() {
    let imported = crate::import::read("goats.html", b"Goats\n\nForty fled.\nTwelve came back.\n")
        .expect("a text");
    assert_eq!(
        imported[0].article.text.as_str(),
        "Goats\n\nForty fled.\nTwelve came back.\n"
    );
}
