//! The modules stand in layers: each knows only those listed above it, and few know the outside world.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What of the outside world each module may name. A module that is not listed may name none of it.
const ALLOWED: &[(&str, &[&str])] = &[
    ("league", &["rand"]),
    ("counterpart", &["rand"]),
    ("analysis", &["cores"]),
    ("speaker", &["sound", "programs", "threads"]),
    ("disk", &["fs", "time", "threads", "watch", "places"]),
    ("workshop", &["threads"]),
    ("server", &["web", "database", "fs", "net", "time", "threads", "programs", "places"]),
    ("ui", &["egui", "rand", "threads", "programs"]),
    ("app", &["bevy", "egui", "fs", "time", "places"]),
    ("cli", &["time", "threads", "programs"]),
];

/// Words by which a source line names the outside world.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("bevy", &["bevy", "bevy_egui", "winit"]),
    ("egui", &["egui", "egui_plot", "egui_phosphor", "bevy_egui"]),
    ("rand", &["rand", "rand_chacha", "rand_core"]),
    ("fs", &["std::fs"]),
    ("net", &["std::net", "TcpStream", "TcpListener", "UdpSocket"]),
    (
        "web",
        &["axum", "tokio", "tokio_stream", "maud", "qrcode", "if_addrs", "getrandom", "hyper", "hyper_util"],
    ),
    ("database", &["rusqlite"]),
    ("time", &["std::time", "Instant", "SystemTime"]),
    ("threads", &["std::thread"]),
    ("cores", &["rayon"]),
    ("programs", &["std::process", "open"]),
    ("watch", &["notify"]),
    ("places", &["directories", "std::env"]),
    ("sound", &["kira"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The modules of lib.rs from the lowest to the highest.
fn modules() -> Vec<String> {
    let lib = fs::read_to_string(root().join("lib.rs")).expect("lib.rs");
    let mut names: Vec<String> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect();
    // `app` stands there twice: with a window, and without.
    names.dedup();
    names
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
}

/// One line of code: where it stands, its module, and its words without comments.
struct Line {
    place: String,
    module: String,
    code: String,
}

/// Every line of code under src, without lib.rs and main.rs.
fn lines() -> Vec<Line> {
    let mut files = Vec::new();
    collect(&root(), &mut files);
    files.sort();
    let mut lines = Vec::new();
    for file in files {
        let inner = file.strip_prefix(root()).expect("under src");
        let first = inner.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
        let module = first.trim_end_matches(".rs").to_owned();
        if module == "lib" || module == "main" {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file");
        for (at, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            let code = line.split(" // ").next().unwrap_or(line).to_owned();
            lines.push(Line {
                place: format!("src/{}:{}", inner.display(), at + 1),
                module: module.clone(),
                code,
            });
        }
    }
    assert!(lines.len() > 5_000, "the sources were not found");
    lines
}

/// Whether `code` names `path` as a whole word, followed by `::` if it is the name of a crate.
fn names(code: &str, path: &str) -> bool {
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    let is_crate = !path.contains("::") && path.starts_with(|c: char| c.is_lowercase());
    code.match_indices(path).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + path.len()..]);
        let whole = !before.ends_with(in_name) && !after.starts_with(in_name);
        let used = after.starts_with("::") || before.trim_end().ends_with("use");
        whole && (!is_crate || used)
    })
}

#[test]
fn every_module_is_listed_once_and_the_command_line_comes_last() {
    let listed = modules();
    let unique: BTreeSet<&String> = listed.iter().collect();
    assert_eq!(unique.len(), listed.len(), "{listed:?}");
    assert_eq!(listed.last().map(String::as_str), Some("cli"));
    let found: BTreeSet<String> = lines().into_iter().map(|line| line.module).collect();
    assert_eq!(found, listed.into_iter().collect());
}

#[test]
fn a_module_knows_only_the_modules_listed_above_it() {
    let order = modules();
    let place = |name: &str| order.iter().position(|it| it == name);
    let mut wrong = Vec::new();
    for line in lines() {
        let own = place(&line.module).expect("a listed module");
        for (at, _) in line.code.match_indices("crate::") {
            let before = line.code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = &line.code[at + "crate::".len()..];
            let used = &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())];
            // An unknown name would be a brace or a root item, and there is to be neither.
            if place(used).is_none_or(|other| other > own) {
                wrong.push(format!("{}: {} uses {used:?}", line.place, line.module));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_rules_know_no_window_no_disk_no_clock_and_no_dice() {
    let mut wrong = Vec::new();
    for line in lines() {
        let allowed = ALLOWED.iter().find(|(name, _)| *name == line.module).map_or(&[][..], |(_, it)| it);
        for (kind, words) in OUTSIDE {
            let named = words.iter().find(|word| names(&line.code, word));
            if let Some(word) = named
                && !allowed.contains(kind)
                // One crate joins the two; whoever may name Bevy may name it.
                && !(*word == "bevy_egui" && allowed.contains(&"bevy"))
            {
                wrong.push(format!("{}: {} names {word}", line.place, line.module));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_module_is_allowed_more_than_it_uses() {
    let lines = lines();
    for (module, kinds) in ALLOWED {
        for kind in *kinds {
            let words = OUTSIDE.iter().find(|(name, _)| name == kind).expect("a known kind").1;
            let used = lines
                .iter()
                .any(|line| line.module == *module && words.iter().any(|word| names(&line.code, word)));
            assert!(used, "{module} no longer needs {kind}: take it from the table");
        }
    }
}

#[test]
fn the_state_with_both_secrets_cannot_be_written_anywhere() {
    let source = fs::read_to_string(root().join("rules/state.rs")).expect("state.rs");
    let lines: Vec<&str> = source.lines().collect();
    let at = lines.iter().position(|line| line.starts_with("pub struct State ")).expect("the state");
    let attributes: Vec<&&str> = lines[..at].iter().rev().take_while(|line| !line.is_empty()).collect();
    assert!(attributes.iter().any(|line| line.starts_with("#[derive(")), "{attributes:?}");
    assert!(attributes.iter().all(|line| !line.contains("Serialize")), "{attributes:?}");
    for line in self::lines() {
        assert!(!line.code.contains("Serialize for State"), "{}", line.place);
    }
}

#[test]
fn features_are_asked_for_only_where_the_modules_are_listed() {
    for line in lines() {
        let asks = ["cfg(", "cfg_attr(", "(feature ="].iter().any(|word| line.code.contains(word));
        assert!(!asks || line.code.trim() == "#[cfg(test)]", "{}: {}", line.place, line.code);
    }
}

#[test]
fn only_the_theme_mixes_colours() {
    let mut wrong = Vec::new();
    for line in lines() {
        let mixes = ["Color32::from", "Color32::RED", "Color32::BLACK", "Color32::WHITE", "Color::srgb"];
        let inside = line.place.starts_with("src/ui/theme.rs:") || line.place.starts_with("src/ui/theme/");
        if !inside && mixes.iter().any(|word| line.code.contains(word)) {
            wrong.push(format!("{}: {}", line.place, line.code.trim()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_lesson_is_a_value_without_network_disk_and_clock() {
    for line in lines().into_iter().filter(|line| line.place.starts_with("src/server/class/")) {
        for (kind, words) in OUTSIDE {
            let named = words.iter().find(|word| names(&line.code, word));
            assert!(named.is_none(), "{}: names {named:?} ({kind})", line.place);
        }
        for module in ["host", "store", "http", "pages", "chance", "limits", "network"] {
            assert!(!line.code.contains(&format!("server::{module}")), "{}: uses {module}", line.place);
        }
    }
}

#[test]
fn every_optional_dependency_is_turned_on_by_a_feature() {
    // One that no feature turns on is missing on the platform that it is for, and nowhere else.
    let manifest = fs::read_to_string(root().with_file_name("Cargo.toml")).expect("Cargo.toml");
    let optional = manifest.lines().filter(|line| line.contains("optional = true"));
    let names: Vec<&str> = optional.filter_map(|line| line.split_once(" = {")).map(|it| it.0).collect();
    assert!(names.contains(&"bevy") && names.contains(&"kira"), "{names:?}");
    for name in names {
        assert!(manifest.contains(&format!("\"dep:{name}\"")), "no feature turns {name} on");
    }
}

#[test]
fn every_test_behind_a_feature_is_run_by_ci() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ci = fs::read_to_string(root.join(".ci/run")).expect("the script of CI");
    let step =
        ci.lines().find(|line| line.contains("cargo test") && line.contains("ui-test")).expect("panels");
    let tests = fs::read_to_string(root.join("tests/main.rs")).expect("the list of tests");
    let behind = tests.split("#[cfg(feature = \"ui-test\")]\nmod ").skip(1);
    let modules: Vec<&str> = behind.filter_map(|rest| rest.split(';').next()).collect();
    assert!(modules.contains(&"panels"), "{modules:?}");
    for module in modules {
        assert!(step.contains(&format!(" {module}::")), "CI never runs {module}");
    }
}
