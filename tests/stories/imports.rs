//! Articles go in by the command line; what cannot be read is named with its remedy.

use std::fs;

use tempfile::TempDir;

use super::io::{HARBOUR, answers, countercheck, desk, said, status};

#[test]
fn an_import_says_what_it_knows_and_from_where() {
    let (_desk, path) = desk();
    let page = "<!DOCTYPE html><html lang=en><head><title>Goats flee | Harbour Wire</title>\
        <meta property=og:site_name content='Harbour Wire'><meta property=article:published_time content=2026-03-01T09:00:00+01:00>\
        </head><body><nav>Sport 24</nav><article><h1>Goats flee</h1><p>About 98,000 goats crossed the bridge on Monday, and the ferry \
        master of the harbour said that he had counted every one of them twice before noon.</p></article></body></html>";
    fs::write(path.join("goats.html"), page).expect("written");
    let output = countercheck(&path, &["import", "goats.html"], b"");
    assert_eq!(status(&output), 0, "{}", said(&output));
    let article = answers(&output).remove(0);
    assert_eq!(article["title"], "Goats flee");
    assert_eq!(article["publisher"], "Harbour Wire");
    assert_eq!(article["published"], "2026-03-01T09:00:00+01:00");
    assert_eq!(article["language"], "en");
    let text = article["text"].as_str().expect("text");
    assert!(
        text.starts_with("Goats flee\n\nAbout 98,000") && !text.contains("Sport"),
        "{text}"
    );
    let found = article["found"].as_array().expect("sources");
    assert!(
        found
            .iter()
            .any(|found| found["item"] == "publisher" && found["source"] == "OpenGraph")
    );
}

#[test]
fn garbage_is_named_with_its_remedy() {
    let (_desk, path) = desk();
    fs::write(path.join("empty.txt"), "").expect("written");
    fs::write(path.join("binary"), b"\x7fELF\x02\x01\x01\0\0\0\0").expect("written");
    fs::write(path.join("blank.html"), "<html><body> </body></html>").expect("written");
    fs::create_dir(path.join("folder")).expect("a folder");
    for (file, told) in [
        ("empty.txt", "“empty.txt” is empty"),
        ("binary", "“binary” is not text"),
        ("blank.html", "“blank.html” has no words"),
        ("missing.txt", "cannot read “missing.txt”"),
        ("folder", "“folder” holds no file"),
    ] {
        for command in ["extract", "check", "import"] {
            let output = countercheck(&path, &[command, file], b"");
            assert_eq!(status(&output), 2, "{command} {file}: {}", said(&output));
            assert!(
                said(&output).contains(told),
                "{command} {file}: {}",
                said(&output)
            );
            assert_eq!(output.stdout, b"", "{command} {file}");
        }
    }
    let rest = countercheck(&path, &["extract", "empty.txt", "harbour.txt"], b"");
    assert_eq!(status(&rest), 3, "one bad file does not stop the rest");
    assert_eq!(answers(&rest).len(), 1);
}

#[test]
fn a_folder_a_feed_and_a_mailbox_are_taken_whole_and_a_copy_is_told() {
    let (_desk, path) = desk();
    fs::create_dir_all(path.join("in/deeper")).expect("a folder");
    let wire = "Goats on the bridge\n\nThe harbour office counted 98,417 goats on the old bridge between the first of January and the end of the year, and the ferry master says that nobody has ever seen so many of them.\n";
    let feed = "<rss version=\"2.0\"><channel><title>Harbour Wire</title><item><title>Rain</title><description>12 mm of rain fell.</description></item>\
        <item><title>Snow</title><description>Then 3 cm of snow.</description></item></channel></rss>";
    let mail = "From a@b.example Mon Mar  2 09:00:00 2026\nFrom: a@b.example\nSubject: Query\nMessage-ID: <1@b>\n\nWere there 40?\n";
    for (file, content) in [
        ("in/a-wire.txt", wire.to_owned()),
        ("in/deeper/copy.txt", format!("Our own head\n\n{wire}")),
        ("in/feed.xml", feed.to_owned()),
        ("in/letters.mbox", mail.to_owned()),
        ("in/old.ron", "(version: 1)".to_owned()),
        ("in/.hidden.txt", "5 goats.".to_owned()),
    ] {
        fs::write(path.join(file), content).expect("written");
    }
    let output = countercheck(&path, &["import", "in"], b"");
    assert_eq!(status(&output), 0, "{}", said(&output));
    let ids: Vec<String> = answers(&output)
        .iter()
        .map(|article| article["id"].as_str().expect("an origin").to_owned())
        .collect();
    assert_eq!(
        ids,
        [
            "in/a-wire.txt",
            "in/deeper/copy.txt",
            "in/feed.xml#1",
            "in/feed.xml#2",
            "in/letters.mbox"
        ]
    );
    let made = countercheck(&path, &["new", "goats.ron", "in"], b"");
    assert!(
        said(&made).contains("% of it is the text of in/a-wire.txt"),
        "{}",
        said(&made)
    );
}

#[test]
fn what_is_no_article_is_refused_whatever_its_ending() {
    let folder = TempDir::new().expect("a folder");
    let noise = [b"<p>\x07\x00\xFF half".as_slice(), &[0, 159, 146, 150]].concat();
    fs::write(folder.path().join("noise.html"), noise).expect("written");
    let refused = countercheck(folder.path(), &["import", "noise.html"], b"");
    assert_eq!(status(&refused), 2);
    assert!(said(&refused).contains("is not text"), "{}", said(&refused));
    fs::write(folder.path().join("harbour.txt"), HARBOUR).expect("written");
    countercheck(folder.path(), &["new", "goats.ron", "harbour.txt"], b"");
    let refused = countercheck(folder.path(), &["check", "goats.ron"], b"");
    assert_eq!(status(&refused), 2);
    assert!(
        said(&refused).contains("is a project"),
        "{}",
        said(&refused)
    );
}

#[test]
fn a_person_can_say_how_files_are_read_and_keep_them_as_they_came() {
    let (_desk, path) = desk();
    let cyrillic = b"Goats\n\nSh\xEBrr 40 goats fled.\n";
    fs::write(path.join("goats.txt"), cyrillic).expect("written");
    let page = "<html><body><article><p>Forty goats left the farm on Monday morning and walked in file across the old bridge, where a ferry master counted them twice.</p></article><footer>There are 300 jobs</footer></body></html>";
    fs::write(path.join("goats.html"), page).expect("written");
    let text = |arguments: &[&str]| {
        let output = countercheck(&path, arguments, b"");
        assert_eq!(status(&output), 0, "{}", said(&output));
        answers(&output)[0]["text"]
            .as_str()
            .expect("a text")
            .to_owned()
    };
    assert!(text(&["import", "goats.txt"]).contains("Shërr"));
    assert!(text(&["import", "--encoding", "windows-1251", "goats.txt"]).contains("Shлrr"));
    assert!(!text(&["import", "goats.html"]).contains("300 jobs"));
    assert!(text(&["import", "--whole-page", "goats.html"]).contains("300 jobs"));
    let unknown = countercheck(
        &path,
        &["import", "--encoding", "klingon", "goats.txt"],
        b"",
    );
    assert!(
        said(&unknown).contains("windows-1251"),
        "{}",
        said(&unknown)
    );
    let made = countercheck(
        &path,
        &["new", "goats.ron", "goats.txt", "--keep-originals"],
        b"",
    );
    assert_eq!(status(&made), 0, "{}", said(&made));
    let mut kept = fs::read_dir(path.join("goats.originals")).expect("a folder");
    let kept = kept.next().expect("a file").expect("a file").path();
    assert!(kept.to_string_lossy().ends_with(" goats.txt"), "{kept:?}");
    assert_eq!(fs::read(kept).expect("there"), cyrillic);
}

#[test]
fn the_file_of_several_articles_is_kept_once() {
    let (_desk, path) = desk();
    let feed = "<rss version=\"2.0\"><channel><title>Harbour Wire</title><item><title>Rain</title><description>12 mm of rain fell.</description></item>\
        <item><title>Snow</title><description>Then 3 cm of snow.</description></item></channel></rss>";
    fs::write(path.join("feed.xml"), feed).expect("written");
    let made = countercheck(
        &path,
        &["new", "weather.ron", "feed.xml", "--keep-originals"],
        b"",
    );
    assert_eq!(status(&made), 0, "{}", said(&made));
    let kept = fs::read_dir(path.join("weather.originals")).expect("a folder");
    let whole = kept.flatten().filter(|entry| {
        let content = fs::read_to_string(entry.path());
        content.is_ok_and(|content| content == feed)
    });
    assert_eq!(whole.count(), 1);
}
