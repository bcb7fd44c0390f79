//! Pages of a server on this machine.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};

use super::*;

const PAGE: &str = "<html lang=en><head><title>Goats</title></head><body><article><p>Forty goats fled the farm on Monday.</p></article></body></html>";

/// A server on this machine that answers by the path it is asked for.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("its address"));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || answer(stream));
        }
    });
    address
}

fn answer(mut stream: TcpStream) {
    let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines();
    let request = lines.next().and_then(Result::ok).unwrap_or_default();
    let fields: Vec<String> = lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect();
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let send = |stream: &mut TcpStream, head: &str, body: &str| {
        let length = body.len();
        // The client may have gone away.
        drop(write!(
            stream,
            "HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        ));
    };
    let cookie = fields
        .iter()
        .any(|field| field.to_lowercase().starts_with("cookie"));
    match path.as_str() {
        _ if cookie => send(&mut stream, "400 Bad Request", ""),
        "/goats" => send(&mut stream, "200 OK\r\nContent-Type: text/html", PAGE),
        "/old" => send(
            &mut stream,
            "301 Moved\r\nSet-Cookie: a=1\r\nLocation: /goats",
            "",
        ),
        "/round" => send(&mut stream, "302 Found\r\nLocation: /round", ""),
        "/away" => send(
            &mut stream,
            "302 Found\r\nLocation: file:///etc/hostname",
            "",
        ),
        "/huge" => send(&mut stream, "200 OK", &"goats 7 ".repeat(1 << 18)),
        "/1251" => {
            let body = b"<html><p>\xD1\xEE\xF0\xEE\xEA \xEA\xEE\xE7</p></html>";
            drop(write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Length: {}\r\n\r\n",
                body.len()
            ));
            drop(stream.write_all(body));
        }
        "/bare" => send(
            &mut stream,
            "200 OK\r\nContent-Type: Text/HTML",
            "Forty goats <b>fled</b> &amp; 12 came back",
        ),
        "/hangs" => {
            drop(write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<html>"
            ));
            std::thread::park_timeout(Duration::from_secs(30));
        }
        _ => send(&mut stream, "404 Not Found", "nothing"),
    }
}

fn limits() -> Limits {
    Limits {
        time: Duration::from_millis(700),
        redirects: 5,
        bytes: 1 << 20,
    }
}

fn told(path: &str) -> String {
    let address = server() + path;
    let error = articles(&address, limits()).expect_err(path);
    error.to_string()
}

#[test]
fn a_password_is_no_part_of_what_is_shown() {
    for (asked, shown) in [
        ("http://ida:secret@wire.example/a", "http://wire.example/a"),
        (
            "https://wire.example/a@b?c=@d",
            "https://wire.example/a@b?c=@d",
        ),
    ] {
        assert_eq!(without_password(asked), shown);
    }
}

#[test]
fn a_page_is_fetched_and_its_last_address_told() {
    let server = server();
    let fetched = articles(&format!("{server}/old"), limits()).expect("a page");
    let imported = fetched.first().expect("an article");
    assert!(imported.article.text.as_str().contains("Forty goats fled"));
    let address = Some(format!("{server}/goats"));
    assert_eq!(imported.article.metadata.url, address);
    assert_eq!(imported.article.metadata.origin, address);
    assert!(
        imported
            .notices
            .iter()
            .any(|notice| notice.contains("/old led to"))
    );
    let russian = articles(&format!("{server}/1251"), limits()).expect("a page");
    assert_eq!(russian[0].article.text.as_str(), "Сорок коз");
    let bare = articles(&format!("{server}/bare"), limits()).expect("a page");
    let text = bare[0].article.text.as_str();
    assert_eq!(text, "Forty goats fled & 12 came back");
}

#[test]
fn what_goes_wrong_is_told_and_nothing_hangs() {
    for (path, words) in [
        ("/hangs", "did not answer within 0.7 seconds"),
        ("/round", "more than 5 times"),
        ("/nothing", "answers 404 (not there)"),
        ("/huge", "larger than 1 MB"),
    ] {
        let told = told(path);
        assert!(told.contains(words), "{path}: {told}");
    }
    assert!(
        !told("/away").is_empty(),
        "a redirect out of the web is not followed"
    );
    for address in ["file:///etc/hostname", "ftp://x.example", "goats.html"] {
        let error = articles(address, limits()).expect_err("no address of the web");
        assert!(error.to_string().contains("no address of the web"));
    }
    let error = articles("http://127.0.0.1:9/", limits()).expect_err("nobody there");
    assert!(error.to_string().contains("cannot be reached"), "{error}");
}

#[test]
fn only_addresses_of_the_web_are_opened() {
    for address in ["ftp://wire.example/goats", "file:///goats", "goats"] {
        let error = articles(address, limits())
            .expect_err("refused")
            .to_string();
        assert!(error.contains("http:// or https://"), "{error}");
    }
}
