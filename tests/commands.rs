//! The program as scripts and teachers call it: arguments in, data, messages and exit codes out.

use crate::called::{Called, call, check_in};
use serde_json::Value;
use std::fs;
use std::process::Command;
use tempfile::TempDir;

/// The same in an empty folder.
#[track_caller]
fn check(args: &[&str], exit: i32, out: &[&str], err: &[&str]) -> Called {
    check_in(folder().path(), args, exit, out, err)
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

fn nusa() -> &'static str {
    mufakat::scenario::builtin::source("nusa-boreal").expect("ships with the program")
}

#[track_caller]
fn number(value: &Value, field: &str, wanted: f64, tolerance: f64) {
    let found = value[field].as_f64().unwrap_or_else(|| panic!("no number {field} in {value}"));
    assert!((found - wanted).abs() <= tolerance, "{field}: found {found}, wanted {wanted}");
}

/// The talks of worked example 1.
const FAIR_TALKS: &str = r#"{
    "moves": [["A","disclose"],["B","disclose"],["A","concede"],["B","reciprocate"],
              ["A","cultural"],["B","early_harvest"]],
    "disclosed": {"A":["T","M"],"B":["E","M"]},
    "author": {"E":"B","T":"A","M":"A","C":"B"},
    "consulted": {"A":0.8,"B":0.6}
}"#;

#[test]
fn what_there_is_to_play_is_listed_for_scripts() {
    let scenarios = check(&["list", "scenarios", "--json"], 0, &[], &[]).json();
    let ids: Vec<&str> =
        scenarios.as_array().expect("a list").iter().filter_map(|it| it["id"].as_str()).collect();
    assert!(ids.contains(&"nusa-boreal") && ids.contains(&"kemitraan-ekonomi"), "{ids:?}");
    let counterparts = check(&["list", "counterparts", "--json"], 0, &[], &[]).json();
    let list = counterparts.as_array().expect("a list");
    assert!(list.iter().any(|it| it["name"] == "diplomat"));
    let crafty = list.iter().find(|it| it["name"] == "open-master").expect("a master");
    assert_eq!((&crafty["character"], &crafty["strength"]), (&"open".into(), &"master".into()));
    check(
        &["list", "counterparts", "--lang", "en"],
        0,
        &["tough-novice", "Relationship-minded", "practised"],
        &[],
    );
    for it in list {
        let says = it["says"].as_str().expect("words");
        assert!(!says.is_empty() && !says.starts_with('['), "{it}");
        let title = it["title"].as_str().expect("a title");
        assert!(!title.is_empty() && !title.starts_with('['), "{it}");
    }
}

#[test]
fn every_scenario_that_ships_is_valid() {
    for (id, _) in mufakat::scenario::builtin::FILES {
        check(&["validate", id], 0, &[id], &[]);
    }
}

#[test]
fn a_broken_scenario_is_shown_with_place_caret_and_remedy_in_the_users_language() {
    let folder = folder();
    fs::write(folder.path().join("rusak.ron"), nusa().replacen("rounds: 8", "ronde: 8", 1)).expect("written");
    let line = 1 + nusa().lines().position(|line| line.contains("rounds: 8")).expect("a line");
    let place = format!("rusak.ron:{line}:");
    let id = check_in(
        folder.path(),
        &["validate", "rusak.ron"],
        1,
        &["rusak.ron"],
        &[&place, "^", "perbaikan: ", "kesalahan"],
    );
    assert!(!id.err.contains("remedy: "), "{}", id.err);
    check_in(
        folder.path(),
        &["validate", "rusak.ron", "--lang", "en"],
        1,
        &[],
        &[&place, "^", "remedy: ", "error"],
    );
    // Where no window can be had, whatever would open one tells the same.
    for args in [&["rusak.ron"][..], &["play", "rusak.ron"], &["rusak.ron", "--seat", "a"]] {
        let told = check_in(folder.path(), args, 1, &[], &[&place, "^", "perbaikan: "]);
        assert!(!told.err.contains("DISPLAY"), "{}", told.err);
    }
    let found = check_in(folder.path(), &["validate", "rusak.ron", "--format", "json"], 1, &[], &[]).json();
    assert_eq!(found["invalid"], 1);
    let problem = &found["problems"][0];
    assert_eq!(problem["line"], line);
    for field in ["file", "line", "column", "start", "end", "rule", "severity", "cause", "remedy"] {
        assert!(!problem[field].is_null(), "no {field} in {problem}");
    }
    // What cannot be played cannot be scored either.
    check_in(folder.path(), &["score", "rusak.ron", "--no-deal"], 1, &[], &[&place]);
}

#[test]
fn a_deal_is_scored_as_in_the_worked_example() {
    let folder = folder();
    fs::write(folder.path().join("talks.json"), FAIR_TALKS).expect("written");
    let args = ["score", "nusa-boreal", "--deal", "E2,T2,M1,C2,I1", "--talks", "talks.json"];
    let report = check_in(folder.path(), &[&args[..], &["--json"]].concat(), 0, &[], &[]).json();
    assert_eq!(report["grade"], "A");
    assert_eq!(report["mutually_beneficial"], true);
    number(&report, "share_a", 0.5587, 5e-4);
    number(&report, "efficiency", 1.0, 1e-9);
    number(&report["aftermath"], "durability", 96.6, 0.1);
    number(&report["aftermath"], "survival", 1.0, 0.005);
    number(&report["principles"], "P1", 93.3, 0.05);
    check_in(folder.path(), &args, 0, &["Teladan"], &[]);
    check_in(folder.path(), &[&args[..], &["--lang", "en"]].concat(), 0, &["Exemplary"], &[]);
}

#[test]
fn talks_with_a_word_that_is_none_name_those_that_are() {
    let folder = folder();
    let said = |talks: &str, says: &[&str]| {
        fs::write(folder.path().join("talks.json"), talks).expect("written");
        check_in(
            folder.path(),
            &["score", "nusa-boreal", "--no-deal", "--talks", "talks.json", "--lang", "en"],
            2,
            &[],
            says,
        );
    };
    said(r#"{"moves": [["A", "treat"]]}"#, &["\"treat\"", "walkout", "Did you mean threat?"]);
    said(r#"{"disclosed": {"A": ["X"]}}"#, &["\"X\"", "E, T, M"]);
}

#[test]
fn files_of_which_one_is_too_many_are_named() {
    let folder = folder();
    for (from, to) in [
        ("pasar-domain", "pasar-domain"),
        ("pembeli", "pembeli"),
        ("penjual", "penjual"),
        ("penjual", "lagi"),
    ] {
        let from = format!("{}/tests/fixtures/genius/{from}.xml", env!("CARGO_MANIFEST_DIR"));
        fs::copy(from, folder.path().join(format!("{to}.xml"))).expect("copied");
    }
    check_in(
        folder.path(),
        &[
            "import",
            "pasar-domain.xml",
            "pembeli.xml",
            "penjual.xml",
            "lagi.xml",
            "-o",
            "x.ron",
            "--lang",
            "en",
        ],
        1,
        &[],
        &["3 profiles", "pembeli.xml, penjual.xml, lagi.xml"],
    );
}

#[test]
fn a_score_without_a_sensible_deal_says_what_is_missing() {
    check(&["score", "nusa-boreal"], 2, &[], &["--deal", "--no-deal"]);
    check(&["score", "nusa-boreal", "--deal", "E2,C22"], 2, &[], &["C22", "Mungkin maksud Anda"]);
    check(&["score", "nusa-boreal", "--deal", "E1,E2"], 2, &[], &["Pasokan energi"]);
    check(&["score", "nusa-boreal", "--no-deal", "--talks", "tiada.json"], 2, &[], &["tiada.json"]);
    let none = check(&["score", "nusa-boreal", "--no-deal", "--json"], 0, &[], &[]).json();
    assert_eq!(none["grade"], "N1");
    assert!(none["aftermath"].is_null());
}

#[test]
fn the_same_simulation_prints_the_same_bytes() {
    let args = "simulate kemitraan-ekonomi --a diplomat --b boulware --games 20 --seed 1 --json";
    let args: Vec<&str> = args.split(' ').collect();
    let one = check(&args, 0, &[], &[]);
    let two = check(&args, 0, &[], &[]);
    assert_eq!(one.out, two.out);
    let lines: Vec<Value> = one.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 21);
    let summary = &lines[20]["summary"];
    assert_eq!(summary["games"], 20);
    assert!(summary["agreement_rate"].as_f64().is_some_and(|rate| rate > 0.5), "{summary}");
}

#[test]
fn a_recorded_simulation_can_be_replayed() {
    let folder = folder();
    let args = "simulate nusa-boreal --a diplomat --b linear --games 2 --seed 5 --record permainan";
    check_in(folder.path(), &args.split(' ').collect::<Vec<_>>(), 0, &[], &[]);
    for seed in [5, 6] {
        let file = format!("permainan/nusa-boreal-{seed}.mufakat");
        let shown = ["\nPutaran 1\n", "nomor 1\n        Pasokan energi: ", " \u{2192} ", "  Hanya Nusa: "];
        check_in(folder.path(), &["replay", &file], 0, &shown, &[]);
        let told = check_in(folder.path(), &["replay", &file, "--json"], 0, &[], &[]).json();
        let offers = told["log"].as_array().expect("a log").iter().filter(|entry| entry["deal"].is_array());
        assert!(offers.clone().count() > 1 && offers.clone().all(|entry| entry["tone"] == "offer"));
        assert_eq!(told["closed"], true);
        assert_eq!(told["players"], serde_json::json!(["diplomat", "linear"]));
        assert!(told["report"]["grade"].is_string());
    }
    // Whoever changed the scenario since is told so.
    fs::create_dir(folder.path().join("scenarios")).expect("a folder");
    let text = fs::read_to_string(folder.path().join("permainan/nusa-boreal-5.mufakat")).expect("a record");
    let hash = mufakat::scenario::check::hash(nusa());
    fs::write(folder.path().join("lain.mufakat"), text.replace(&hash, "0123456789abcdef")).expect("written");
    check_in(folder.path(), &["replay", "lain.mufakat"], 1, &[], &["0123456789abcdef", &hash]);
    check_in(folder.path(), &["replay", "tiada.mufakat"], 2, &[], &["tiada.mufakat"]);
}

#[test]
fn mistakes_are_told_with_place_and_remedy_in_the_users_language() {
    let folder = folder();
    let write = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text).expect("written");
    let told = |lang: &str, args: &str, exit: i32, known: &[&str]| {
        let args: Vec<&str> = ["--lang", lang].into_iter().chain(args.split(' ')).collect();
        let told = check_in(folder.path(), &args, exit, &[], known);
        for english in ["expected", "invalid type", "os error", "EOF"] {
            assert!(!told.err.contains(english), "{}", told.err);
        }
    };
    let both = |args: &str, exit: i32, known: &[&str]| ["id", "en"].map(|lang| told(lang, args, exit, known));
    // A saved game that was changed by hand.
    write("rusak.mufakat", b"(\n    format: 1,\n    scenario: 7,\n)");
    told("id", "replay rusak.mufakat", 2, &["baris 3, kolom 14", "salinan"]);
    told("en", "report rusak.mufakat -o x", 2, &["line 3, column 14", "copy"]);
    // The course of talks.
    let talks = "score nusa-boreal --no-deal --talks t.json";
    write("t.json", b"{\"moves\": [");
    told("id", talks, 2, &["baris 1, kolom 11", "JSON"]);
    write("t.json", b"{\"movs\": 3}");
    both(talks, 2, &["movs", "consulted. ", " moves?\n"]);
    write("t.json", b"{\"moves\": 3}");
    both(talks, 2, &["moves", r#"[["A", "disclose"]"#]);
    write("t.json", b"7");
    both(talks, 2, &["t.json", r#"{"moves""#]);
    // A file stands where a folder is needed.
    write("f", b"x");
    told("id", "sheets nusa-boreal -o f/y", 2, &["folder"]);
    // Names that are nearly right, and paths that lead nowhere.
    both("analyse nusa-borael", 2, &["dari-masa-lalu", "nusa-boreal?"]);
    told("id", "analyse tiada.ron", 2, &["tiada.ron", "berkas tidak ada"]);
    told("en", "tournament nusa-boreal --counterparts open", 2, &["open", "plain offers", "boulware"]);
    // Numbers out of their bounds.
    for games in ["--games 0", "--games -1", "--games=-1", "--games 1e3", "--games 99999999999999999999"] {
        let args = format!("simulate nusa-boreal --a open --b open {games}");
        both(&args, 2, &["--games", "1", "10000000"]);
    }
    told("en", "play --seed -1", 2, &["--seed", "18446744073709551615"]);
    // A language without a name is no game.
    check_in(folder.path(), &["--lang"], 2, &[], &["--lang"]).err.contains("play").then(|| panic!("play"));
    // Of one there is one.
    write("ansi.ron", b"Scenario(title: \"caf\xe9\")");
    let valid = check_in(folder.path(), &["--lang", "en", "validate", "ansi.ron"], 1, &["(1 problem)"], &[]);
    assert!(valid.err.contains("ansi.ron:1:21"), "{}", valid.err);
    let once = ["--lang", "en", "watch", "--once", "ansi.ron"];
    check_in(folder.path(), &once, 1, &["ansi.ron:1:21", "Notepad", "(1 problem)"], &[]);
    let lines = [&once[..], &["--format", "lines"]].concat();
    check_in(folder.path(), &lines, 1, &["ansi.ron:1:21: error: ", "[not-utf8]"], &[]);
    // What is to be typed can be typed.
    let new = check_in(folder.path(), &["new", "Uji Coba", "-o", "dua kata/uji.ron"], 0, &[], &[]);
    assert!(new.err.contains("\"dua kata/uji.ron\"") && !new.err.contains("uji.ron uji"), "{}", new.err);
}

#[test]
fn a_game_of_a_file_that_lies_anywhere_finds_its_scenario_again() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("unduhan")).expect("a folder");
    let own = nusa().replace("id: \"nusa-boreal\"", "id: \"milik-saya\"");
    fs::write(at("unduhan/apa-saja.ron"), &own).expect("written");
    let hash = mufakat::scenario::check::hash(&own);
    let args = "simulate unduhan/apa-saja.ron --a diplomat --b linear --games 1 --seed 5 --record permainan";
    check_in(folder.path(), &args.split(' ').collect::<Vec<_>>(), 0, &[], &[]);
    let game = "permainan/milik-saya-5.mufakat";
    let copy = format!("permainan/milik-saya-{hash}.ron");
    assert_eq!(fs::read_to_string(at(&copy)).expect("a copy beside the games"), own);
    // The file is mended after the game; the game is still told with what was played.
    fs::write(at("unduhan/apa-saja.ron"), format!("{own}\n// diubah\n")).expect("written");
    check_in(folder.path(), &["replay", game], 0, &["Putaran 1"], &[]);
    fs::create_dir(at("scenarios")).expect("a folder");
    fs::write(at("scenarios/milik-saya.ron"), format!("{own}\n// lain lagi\n")).expect("written");
    check_in(folder.path(), &["report", game, "-o", "laporan"], 0, &[], &[]);
    // Without the copy, and with nothing of that name: the game is named, and the way out.
    fs::rename(at(&copy), at("dipindah.ron")).expect("moved");
    check_in(folder.path(), &["replay", game], 1, &[], &["scenarios", &hash, "--scenario"]);
    fs::remove_file(at("scenarios/milik-saya.ron")).expect("removed");
    check_in(folder.path(), &["replay", game], 2, &[], &[game, "milik-saya", "--scenario"]);
    for command in [&["replay", game][..], &["report", game, "-o", "lagi"][..]] {
        let named = |file: &'static str| [command, &["--scenario", file]].concat();
        check_in(folder.path(), &named("dipindah.ron"), 0, &[], &[]);
        check_in(folder.path(), &named("unduhan/apa-saja.ron"), 1, &[], &["apa-saja.ron", &hash]);
        check_in(folder.path(), &named("tiada"), 2, &[], &["tiada"]);
    }
}

#[test]
fn the_last_seeds_are_seeds_like_all_others() {
    for protocol in ["talks", "offers"] {
        let seed = u64::MAX.to_string();
        let args =
            ["simulate", "nusa-boreal", "--a", "linear", "--b", "linear", "--games", "3", "--seed", &seed];
        let told = check(&[&args[..], &["--protocol", protocol, "--json"]].concat(), 0, &[], &[]);
        assert_eq!(told.out.lines().count(), 4, "three games and their summary");
    }
}

#[test]
fn own_scenarios_are_checked_under_the_id_under_which_they_are_played() {
    let folder = folder();
    check_in(folder.path(), &["new", "Sungai Kita", "--template", "river"], 0, &[], &[]);
    check_in(folder.path(), &["validate", "sungai-kita"], 0, &["sungai-kita.ron"], &[]);
    check_in(folder.path(), &["watch", "--once", "sungai-kita"], 0, &[], &[]);
    check_in(folder.path(), &["fix", "--check", "sungai-kita"], 0, &[], &[]);
    // A file of one's own takes the place of the one that ships, for the check as for the game.
    let own = folder.path().join("scenarios/nusa-boreal.ron");
    fs::write(&own, nusa().replacen("format: 1", "format: 9", 1)).expect("written");
    check_in(folder.path(), &["validate", "nusa-boreal"], 1, &[], &[]);
}

#[test]
fn nothing_is_written_over_its_own_source() {
    let folder = folder();
    let own = folder.path().join("nusa.ron");
    fs::write(&own, nusa()).expect("written");
    check_in(
        folder.path(),
        &["export", "nusa.ron", "--to", "csv", "-o", "./nusa.ron"],
        2,
        &[],
        &["./nusa.ron"],
    );
    assert_eq!(fs::read_to_string(&own).expect("still there"), nusa());
    check_in(folder.path(), &["export", "nusa.ron", "--to", "csv", "-o", "poin.csv"], 0, &[], &["poin.csv"]);
    // A folder in the way: said, and nothing stays behind.
    fs::create_dir(folder.path().join("wadah")).expect("a folder");
    check_in(folder.path(), &["export", "nusa.ron", "--to", "csv", "-o", "wadah"], 2, &[], &["wadah"]);
    assert!(!folder.path().join(".wadah.mufakat-new").exists());
    let table = fs::read(folder.path().join("poin.csv")).expect("a table");
    check_in(
        folder.path(),
        &["import", "poin.csv", "-o", "poin.csv"],
        2,
        &[],
        &["poin.csv", "tidak ada yang ditulis"],
    );
    let over = ["import", "poin.csv", "--into", "nusa.ron", "-o", "poin.csv"];
    check_in(folder.path(), &over, 2, &[], &["poin.csv", "tidak ada yang ditulis"]);
    assert_eq!(fs::read(folder.path().join("poin.csv")).expect("still there"), table);
}

#[test]
fn what_cannot_be_recorded_is_said() {
    let args = "simulate nusa-boreal --a linear --b linear --games 1 --protocol offers --record permainan";
    check(&args.split(' ').collect::<Vec<_>>(), 2, &[], &["--record", "tawaran bergantian"]);
}

#[cfg(target_os = "linux")]
#[test]
fn half_a_table_does_not_pass_for_a_whole_one() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let done = Command::new(env!("CARGO_BIN_EXE_mufakat"))
        .args(["analyse", "nusa-boreal", "--json", "--lang", "en"])
        .stdout(full)
        .output()
        .expect("it runs");
    let told = String::from_utf8(done.stderr).expect("text");
    assert_eq!(done.status.code(), Some(2), "{told}");
    assert!(told.contains("standard output cannot be written"), "{told}");
}

#[test]
fn slips_of_the_pen_are_met_with_a_suggestion() {
    check(&["scor", "x"], 2, &[], &["scor", "Mungkin maksud Anda score?"]);
    check(&["scor", "x", "--lang", "en"], 2, &[], &["Did you mean score?"]);
    check(&["score", "nusa-boreal", "--dael", "E1"], 2, &[], &["--dael", "Mungkin maksud Anda --deal?"]);
    check(&["score", "tiada-itu", "--no-deal"], 2, &[], &["tiada-itu", "nusa-boreal"]);
    check(&["validate", "tiada-itu"], 2, &[], &["tiada-itu"]);
    check(&["screenshot", "pictures", "--text", "60"], 2, &[], &["--text", "60", "diperlukan bilangan"]);
    let args = ["simulate", "nusa-boreal", "--a", "diplomt", "--b", "linear"];
    check(&args, 2, &[], &["diplomt", "Mungkin maksud Anda diplomat?"]);
    check(&["simulate", "nusa-boreal", "--a", "linear", "--b", "linear", "--games", "nol"], 2, &[], &["nol"]);
}

#[test]
fn an_analysis_has_every_field_that_scripts_rely_on() {
    let found = check(&["analyse", "kemitraan-ekonomi", "--json"], 0, &[], &[]).json();
    assert_eq!(found["packages"], 27_648);
    let fields = "scenario issues packages seconds frontier frontier_points batna zopa_packages zopa_share \
                  nash kalai_smorodinsky egalitarian utilitarian compromise integrative_potential opposition \
                  pass_checks lints";
    for field in fields.split_whitespace() {
        assert!(!found[field].is_null(), "no {field}");
    }
    assert_eq!(found["frontier"].as_array().map(|it| it.len() as u64), found["frontier_points"].as_u64());
    assert_eq!(found["pass_checks"], 79);
}

#[test]
fn a_scenario_in_the_folder_takes_the_place_of_the_built_in_one() {
    let folder = folder();
    let changed = nusa().replacen("\"Nusa dan Boreal\"", "\"Nusa dan Boreal kita\"", 1);
    assert_ne!(changed, nusa());
    fs::create_dir(folder.path().join("scenarios")).expect("a folder");
    fs::write(folder.path().join("scenarios/nusa-boreal.ron"), changed).expect("written");
    check_in(folder.path(), &["list", "scenarios"], 0, &["Nusa dan Boreal kita"], &[]);
    let args = ["score", "nusa-boreal", "--deal", "E2,T2,M1,C2,I1"];
    check_in(folder.path(), &args, 0, &["Nusa dan Boreal kita"], &[]);
}

#[test]
fn help_and_version_are_answers_and_no_mistakes() {
    let version = check(&["--version"], 0, &[env!("CARGO_PKG_VERSION")], &[]);
    assert!(version.err.is_empty());
    check(&["--help"], 0, &["simulate", "replay"], &[]);
    let short = check(&["score", "--help"], 0, &["--deal"], &[]);
    assert_eq!(check(&["help", "score"], 0, &[], &[]).out, short.out);
    let told = check(&["simulate", "--help"], 0, &["[PILIHAN]"], &[]).out;
    assert!(!told.contains("[cli-") && !told.contains("OPTIONS"), "{told}");
}

#[test]
fn without_a_window_one_clear_message_names_what_works() {
    for args in [&[][..], &["play"], &["nusa-boreal"], &["play", "nusa-boreal", "--seat", "a"]] {
        let called = check(args, 2, &[], &["list, new, watch, validate", "mufakat --help"]);
        assert!(called.out.is_empty(), "{}", called.out);
        assert_eq!(called.err.trim().lines().count(), 1, "{}", called.err);
        let english = check(
            &[args, &["--lang", "en"]].concat(),
            2,
            &[],
            &["list, new, watch, validate", "mufakat --help"],
        );
        assert_ne!(english.err, called.err);
    }
}

#[test]
fn an_empty_list_of_options_is_no_agreement_and_a_record_names_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for list in ["", ",", " , "] {
        check_in(folder.path(), &["score", "nusa-boreal", "--deal", list], 2, &[], &["--no-deal"]);
    }
    fs::write(folder.path().join("rahasia.txt"), "kata sandi: 12345\n").expect("written");
    let record = "(format: 1, scenario: \"./rahasia.txt\", hash: \"0123456789abcdef\", players: (first: Person, second: Person), events: [Open(Opened(1)), Open(Closed)])";
    fs::write(folder.path().join("a.mufakat"), record).expect("written");
    let called = call(folder.path(), &["replay", "a.mufakat"]);
    assert_eq!(called.exit, 2, "{} {}", called.out, called.err);
    assert!(!called.err.contains("kata sandi") && !called.out.contains("kata sandi"), "{}", called.err);
}

#[test]
fn a_recorded_game_is_not_lost_to_another_of_the_same_seed() {
    let folder = folder();
    let record = |one: &str, told: &[&str]| {
        let args =
            ["simulate", "nusa-boreal", "--a", one, "--b", "open", "--games", "1", "--record", "permainan"];
        check_in(folder.path(), &args, 0, &[], told)
    };
    record("open", &[]);
    let path = folder.path().join("permainan/nusa-boreal-1.mufakat");
    let before = fs::read_to_string(&path).expect("a game");
    let again = record("open", &[]);
    assert!(!again.err.contains(".bak"), "the same game again: {}", again.err);
    record("tough", &["nusa-boreal-1.mufakat.1.bak"]);
    let kept = fs::read_to_string(folder.path().join("permainan/nusa-boreal-1.mufakat.1.bak"));
    assert_eq!(kept.expect("kept"), before);
}

#[test]
fn small_slips_are_told_by_what_they_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    check_in(
        path,
        &["--lang", "en", "--lang", "id", "list", "scenarios"],
        2,
        &[],
        &["--lang", "is given twice"],
    );
    check_in(path, &["agent", "--counterpart", "diplomat"], 2, &[], &["diplomat", "mufakat"]);
    // A scenario may be called as a command is; its own name would run that.
    check_in(path, &["new", "List", "--lang", "en"], 0, &[], &["mufakat scenarios/list.ron"]);
    fs::write(path.join("bicara.json"), "\u{feff}{\"moves\": [[\"A\", \"disclose\"]]}").expect("written");
    check_in(
        path,
        &["score", "nusa-boreal", "--deal", "E2", "--talks", "bicara.json"],
        0,
        &["Pasokan energi"],
        &[],
    );
    let hardly = ["score", "nusa-boreal", "--deal", "E1,T0,M0,C1,I0", "--lang", "en"];
    check_in(path, &hardly, 0, &["26, hardly above its BATNA of 25; up to 1 point counts as no gain"], &[]);
    // Bytes that are no text are told with their place by every command that loads a scenario.
    fs::write(path.join("biner.ron"), [b'(', 0xff, 0xfe, b')']).expect("written");
    check_in(path, &["validate", "biner.ron"], 1, &[], &["biner.ron:1:2"]);
    check_in(path, &["analyse", "biner.ron"], 1, &[], &["biner.ron:1:2"]);
    check_in(path, &["export", "biner.ron", "--to", "csv", "-o", "x.csv"], 1, &[], &["biner.ron:1:2"]);
}

#[test]
fn where_nothing_was_agreed_a_tournament_tells_no_worth_and_no_distance() {
    let folder = tempfile::tempdir().expect("a folder");
    let args =
        ["tournament", "kemitraan-ekonomi", "--counterparts", "micro,hardheaded", "--steps", "5", "--csv"];
    let told = check_in(folder.path(), &args, 0, &["pareto_distance"], &[]).out;
    let head: Vec<&str> = told.lines().next().expect("a head").split(',').collect();
    let at = |name: &str| head.iter().position(|it| *it == name).expect("a column");
    let mut none = 0;
    for row in told.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let agreed = cells[at("agreement_rate")] != "0";
        for name in ["utility", "pareto_distance", "nash_distance"] {
            assert_eq!(!cells[at(name)].is_empty(), agreed, "{name} of {row}");
        }
        none += usize::from(!agreed);
    }
    assert!(none > 0, "somebody agreed with nobody: {told}");
}

#[test]
fn what_lies_there_and_is_no_scenario_says_why_and_a_pipe_is_read_like_a_file() {
    let folder = folder();
    fs::create_dir(folder.path().join("wadah")).expect("a folder");
    for command in ["analyse", "serve"] {
        let told = check_in(
            folder.path(),
            &["--lang", "en", command, "wadah"],
            2,
            &[],
            &["wadah", "it is a folder"],
        );
        assert!(!told.err.contains("There is no scenario"), "{}", told.err);
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("b.ron", folder.path().join("a.ron")).expect("a link");
        std::os::unix::fs::symlink("a.ron", folder.path().join("b.ron")).expect("a link");
        let told = check_in(
            folder.path(),
            &["--lang", "en", "validate", "a.ron"],
            2,
            &[],
            &["a.ron cannot be read"],
        );
        assert!(!told.err.contains("no such file"), "{}", told.err);
        let pipe = folder.path().join("pipa");
        assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
        let writer = std::thread::spawn(move || fs::write(pipe, nusa()));
        check_in(folder.path(), &["--lang", "en", "validate", "pipa"], 0, &["valid"], &[]);
        writer.join().expect("no panic").expect("written");
    }
}

#[test]
fn help_for_a_command_that_there_is_not_names_it() {
    check(&["--lang", "en", "help", "scor"], 2, &[], &["\"scor\"", "score"]);
    check(&["help", "entah"], 2, &[], &["\"entah\""]);
}
