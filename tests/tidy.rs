//! The rules of the house that a compiler does not check.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Every file below `folder` whose name ends in `ending`, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("an entry of a folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The source of a file without its comments and its tests, where the tower may be looked at from above; a file of
/// tests alone is none of the program.
fn code_of(path: &Path) -> String {
    if path.ends_with("tests.rs") {
        return String::new();
    }
    without_tests(&read(path))
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A source without what is built for tests alone: a module to its end, any other item to its own.
fn without_tests(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some((before, item)) = rest.split_once("#[cfg(test)]\n") {
        code.push_str(before);
        let head = item.lines().next().unwrap_or_default().trim_end();
        let inner = head.len() - head.trim_start().len();
        // What is opened ends where a line closes it as far from the edge.
        let close = format!("\n{}}}", " ".repeat(inner));
        let end = if head.ends_with(['{', '(', '[']) || !head.ends_with(';') {
            item.find(&close).map_or(item.len(), |at| at + close.len())
        } else {
            head.len()
        };
        rest = item.get(end..).unwrap_or_default();
    }
    code + rest
}

#[test]
fn what_is_built_for_tests_alone_is_left_out_and_nothing_else() {
    let source = "mod a;\n#[cfg(test)]\nmod examples;\nfn b() {}\n#[cfg(test)]\nmod tests {\n    fn c() {\n    }\n}\nfn d() {}\n";
    let code = without_tests(source);
    assert!(code.contains("mod a;") && code.contains("fn b()") && code.contains("fn d()"));
    assert!(!code.contains("examples") && !code.contains("fn c()"));
}

/// The modules in the order of `lib.rs`, lowest first.
fn tower() -> Vec<String> {
    read(&Path::new(ROOT).join("src/lib.rs"))
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

/// The module that a file of `src` belongs to; `None` for `lib.rs` and `main.rs`.
fn module_of(path: &Path) -> Option<String> {
    let inside = path
        .strip_prefix(Path::new(ROOT).join("src"))
        .expect("a file of src");
    let first = inside
        .components()
        .next()?
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    (inside.components().count() > 1).then_some(first)
}

/// Names of modules that a piece of code takes from the crate.
fn imports(code: &str, tower: &[String]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = code.get(at + "crate::".len()..).unwrap_or_default();
        let names = if let Some(group) = rest.strip_prefix('{') {
            group
                .split('}')
                .next()
                .unwrap_or_default()
                .split(',')
                .map(str::trim)
                .collect()
        } else {
            vec![rest]
        };
        for name in names {
            let name: String = name
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if tower.contains(&name) {
                found.insert(name);
            }
        }
    }
    found
}

#[test]
fn a_module_imports_only_modules_above_it() {
    let tower = tower();
    assert!(tower.len() > 8, "lib.rs lists the tower: {tower:?}");
    let place = |name: &str| {
        tower
            .iter()
            .position(|module| module == name)
            .expect("a module of the tower")
    };
    let mut seen = 0;
    for path in files(&Path::new(ROOT).join("src"), ".rs") {
        let Some(module) = module_of(&path) else {
            continue;
        };
        for import in imports(&code_of(&path), &tower) {
            seen += 1;
            assert!(
                place(&import) <= place(&module),
                "{} is in `{module}` and must not import `{import}`, which stands below it in lib.rs",
                path.display()
            );
            assert!(
                !(module == "app" && import == "cli"),
                "{}: the window and the command line never meet",
                path.display()
            );
        }
    }
    assert!(seen > 10, "the check has read the imports");
}

#[test]
fn only_the_window_knows_egui_and_only_the_edges_touch_the_world() {
    for path in files(&Path::new(ROOT).join("src"), ".rs") {
        let Some(module) = module_of(&path) else {
            continue;
        };
        let code = code_of(&path);
        if module == "app" {
            continue;
        }
        for word in ["egui::", "eframe::", "rfd::"] {
            assert!(!code.contains(word), "{} names {word}", path.display());
        }
        let fetches = path.ends_with("import/fetch.rs")
            || path.starts_with(Path::new(ROOT).join("src/import/fetch"));
        if !fetches {
            for word in ["ureq::", "std::net", "TcpStream"] {
                assert!(
                    !code.contains(word),
                    "{} opens a connection ({word})",
                    path.display()
                );
            }
        }
        if module == "cli" {
            continue;
        }
        for word in [
            "SystemTime::now",
            "Instant::now",
            "Zoned::now",
            "Timestamp::now",
        ] {
            assert!(
                !code.contains(word),
                "{} reads the clock ({word})",
                path.display()
            );
        }
        let file_layer = path.to_string_lossy().contains("/project/file");
        if !file_layer {
            for word in [
                "std::fs",
                "fs::read",
                "fs::write",
                "File::open",
                "File::create",
            ] {
                assert!(
                    !code.contains(word),
                    "{} touches files ({word})",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn every_file_of_a_registry_is_listed_in_it() {
    for folder in [
        "quantity/rule",
        "import",
        "export",
        "crosscheck/finding",
        "app/panel",
    ] {
        let folder = Path::new(ROOT).join("src").join(folder);
        let Ok(registry) = fs::read_to_string(folder.join("mod.rs")) else {
            continue;
        };
        for path in files(&folder, ".rs") {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            let direct = path.parent() == Some(folder.as_path());
            if direct && name != "mod" {
                assert!(
                    registry.contains(&format!("mod {name};")),
                    "{} is not listed",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn every_entry_of_a_registry_is_listed_in_it() {
    let mut entries = 0;
    for (folder, kind) in [
        ("quantity/rule", "Rule"),
        ("import", "Reader"),
        ("export", "Format"),
        ("crosscheck/finding", "Check"),
        ("crosscheck/slip", "SlipKind"),
    ] {
        let folder = Path::new(ROOT).join("src").join(folder);
        let registry = read(&folder.join("mod.rs"));
        for path in files(&folder, ".rs") {
            let name = path.file_stem().expect("a name").to_string_lossy();
            let name = if name == "mod" {
                path.parent()
                    .expect("a folder")
                    .file_name()
                    .expect("a name")
                    .to_string_lossy()
            } else {
                name
            };
            for line in code_of(&path).lines() {
                let entry = line
                    .strip_prefix("pub(super) const ")
                    .and_then(|line| line.split_once(&format!(": {kind} =")));
                if let Some((entry, _)) = entry {
                    entries += 1;
                    assert!(
                        registry.contains(&format!("{name}::{entry},")),
                        "{name}::{entry} is in no registry: {}",
                        path.display()
                    );
                }
            }
        }
    }
    assert!(entries > 50, "the check has found the entries: {entries}");
}

#[test]
fn the_top_level_holds_what_belongs_there() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "src",
        "assets",
        "tests",
        "projects",
    ];
    let out = std::process::Command::new("git")
        .args(["ls-files"])
        .current_dir(ROOT)
        .output()
        .expect("git lists the files of a checkout");
    let listed = String::from_utf8_lossy(&out.stdout).into_owned();
    let top: BTreeSet<&str> = listed
        .lines()
        .filter_map(|line| line.split('/').next())
        .collect();
    for name in top {
        assert!(
            name.starts_with('.') || allowed.contains(&name),
            "{name} is at the top level"
        );
    }
}
