//! Files of other programs become scenarios that can be played, read as those programs read them.

use crate::called::check_in;
use mufakat::interchange::{Format, Imported, Source, Trouble, read};
use mufakat::scenario::{Scenario, Seat, check};
use mufakat::scoring::Case;
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// A fixture with one thing replaced.
fn text(name: &str, from: &str, to: &str) -> String {
    let text = fs::read_to_string(fixtures().join(name)).expect("a fixture");
    assert!(from.is_empty() || text.contains(from), "{name} has no {from:?}");
    if from.is_empty() { text } else { text.replacen(from, to, 1) }
}

fn source(name: &str) -> Source {
    changed(name, "", "")
}

fn changed(name: &str, from: &str, to: &str) -> Source {
    let stem = Path::new(name).file_stem().expect("a name").to_string_lossy().into_owned();
    Source { stem, text: text(name, from, to), named: true }
}

const GENIUS: [&str; 3] = ["genius/pasar-domain.xml", "genius/pembeli.xml", "genius/penjual.xml"];
const NEGMAS: [&str; 3] = ["negmas/domain.yml", "negmas/petani.yml", "negmas/toko.yaml"];

fn imported(files: &[Source]) -> Imported {
    read(files, false).unwrap_or_else(|trouble| panic!("{trouble:?}"))
}

/// The rule that stops the import, with the file and the line.
fn stopped(files: &[Source]) -> (String, usize, usize) {
    match read(files, false) {
        Err(Trouble::In(no, problem)) => {
            let (line, _) = mufakat::scenario::problem::position(&files[no].text, problem.span.start);
            (problem.rule.to_owned(), no, line)
        }
        Err(Trouble::Set(phrase, _)) => (phrase.key.into_owned(), 0, 0),
        Ok(imported) => panic!("{imported:?}"),
    }
}

/// Three files of which one has one thing replaced.
fn broken(names: [&str; 3], which: usize, from: &str, to: &str) -> (String, usize, usize) {
    let files: Vec<Source> =
        (0..3).map(|no| if no == which { changed(names[no], from, to) } else { source(names[no]) }).collect();
    stopped(&files)
}

#[track_caller]
fn worth(imported: &Imported, issue: usize, wanted: &[[f64; 2]]) {
    let found = &imported.space.issues[issue].worth;
    assert_eq!(found.len(), wanted.len(), "{found:?}");
    for (found, wanted) in found.iter().zip(wanted) {
        for side in 0..2 {
            assert!((found[side] - wanted[side]).abs() < 1e-12, "{found:?} instead of {wanted:?}");
        }
    }
}

#[test]
fn genius_divides_by_the_largest_evaluation_and_takes_weights_as_written() {
    let read = imported(&GENIUS.map(source));
    assert_eq!(read.format, Format::Genius);
    let names: Vec<&str> = read.space.issues.iter().map(|issue| issue.name.as_str()).collect();
    assert_eq!(names, ["Harga & bea <masuk>", "Waktu", "Warna é 色"]);
    // Buyer: 0.5 x 10/10, 5/10, 0/10. Seller, whose file names the issue last: 0.4 x 0, 30/60, 60/60.
    worth(&read, 0, &[[0.5, 0.0], [0.25, 0.2], [0.0, 0.4]]);
    // The item "cepat" is there once. Buyer: its last evaluation is 1, so 0.3 x 1/4, 4/4. Seller: 0.2 x 3/3, 1.5/3.
    assert_eq!(read.space.issues[1].options, ["cepat", "lambat"]);
    worth(&read, 1, &[[0.075, 0.2], [0.3, 0.1]]);
    // Buyer: 0.000009 is less than 0.00001, so the issue counts nothing. Seller: 0.4 x 1/2, 2/2.
    worth(&read, 2, &[[0.0, 0.2], [0.0, 0.4]]);
    assert_eq!(read.space.sides.each_ref().map(|side| side.reservation), [0.2, 0.3]);
    let told: Vec<(usize, &str)> = read.notes.iter().map(|(no, note)| (*no, note.rule)).collect();
    assert_eq!(told, [(1, "source-repeated"), (1, "source-discount")]);
}

#[test]
fn the_files_may_come_in_any_order_and_the_first_profile_is_the_first_side() {
    let usual = imported(&GENIUS.map(source));
    let [domain, buyer, seller] = GENIUS.map(source);
    assert_eq!(imported(&[buyer.clone(), domain.clone(), seller.clone()]).space, usual.space);
    let turned = imported(&[seller, buyer, domain]);
    assert_eq!(turned.space.sides[0].name, "penjual");
    worth(&turned, 0, &[[0.0, 0.5], [0.2, 0.25], [0.4, 0.0]]);
}

#[test]
fn weights_are_divided_by_their_sum_only_when_asked() {
    let files = GENIUS.map(source);
    let read = read(&files, true).expect("readable");
    // The buyer's weights sum to 0.9: 0.5 / 0.9; the seller's to 1.
    worth(&read, 0, &[[5.0 / 9.0, 0.0], [2.5 / 9.0, 0.2], [0.0, 0.4]]);
}

#[test]
fn a_utility_above_one_counts_as_one() {
    let files = [source(GENIUS[0]), changed(GENIUS[1], "value=\"0.5\"", "value=\"0.8\""), source(GENIUS[2])];
    let read = imported(&files);
    assert!(
        read.notes.iter().any(|(no, note)| (*no, note.rule) == (1, "source-above-one")),
        "{:?}",
        read.notes
    );
    let text = mufakat::interchange::scenario::write(&read.space, "test");
    let (scenario, _) = check::parse(&text).expect("a valid scenario");
    let case = Case::exact(&scenario);
    // The buyer: 0.8 + 0.3 counts 1; 0.8 + 0.075 stays.
    let first = |ids: &str| case.fraction(case.utility(&crate::kit::deal(&scenario, ids), Seat::First));
    assert_eq!(first("harga-bea-masuk-rendah, waktu-lambat"), 1.0);
    assert_eq!(first("harga-bea-masuk-rendah, waktu-cepat"), 0.875);
}

#[test]
fn a_folder_may_hold_other_files_beside_the_scenario() {
    let folder = TempDir::new().expect("a folder");
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("written");
    for name in GENIUS {
        let own = name.strip_prefix("genius/").expect("of this folder");
        write(own, text(name, "", "").as_bytes());
    }
    write("README.md", b"# Pasar\n\n* [x]: *y\n\tz: {");
    write("pareto.xml", b"<pareto><x /></pareto>");
    write("gambar.png", &[0x89, 0x50, 0xff, 0xfe]);
    check_in(
        folder.path(),
        &["import", ".", "-o", "hasil.ron"],
        0,
        &[],
        &["12 paket", "pembeli dan penjual"],
    );
    // Written into the same folder, the scenario is no trouble the next time.
    check_in(folder.path(), &["import", ".", "-o", "hasil.ron"], 0, &[], &["12 paket"]);
    write("profil.xml", b"<utility_space><objective>");
    check_in(folder.path(), &["import", ".", "-o", "hasil.ron"], 1, &[], &["profil.xml:1:"]);
    // Where a file is missing, those that were passed over are named: one of them may be it.
    fs::remove_file(folder.path().join("profil.xml")).expect("removed");
    fs::rename(folder.path().join("penjual.xml"), folder.path().join("penjual.txt")).expect("renamed");
    write("penjual.txt", b"utility_space");
    let wanted = ["Tidak ikut dibaca", "penjual.txt", "gambar.png", "pareto.xml"];
    check_in(folder.path(), &["import", ".", "-o", "hasil.ron"], 1, &[], &wanted);
}

#[test]
fn geniusweb_tells_the_reservation_by_a_package() {
    let read = imported(&["geniusweb/profil-a.json", "geniusweb/profil-b.json"].map(source));
    assert_eq!(read.format, Format::GeniusWeb);
    assert_eq!(read.space.name, "lamaran");
    // Applicant: 0.6 x 0.25 and 1. Firm: 0.3 x 1 and 0.1, written in another order.
    worth(&read, 0, &[[0.15, 0.3], [0.6, 0.03]]);
    // "Ban\u0064ung" is Bandung. 0.4 x 1 and 0.5; 0.7 x 0.2 and 1.
    worth(&read, 1, &[[0.4, 0.14], [0.2, 0.7]]);
    // The package 1.000 and Yogya: 0.15 + 0.2. The firm has none: any agreement is better.
    let reservations = read.space.sides.each_ref().map(|side| side.reservation);
    assert!((reservations[0] - 0.35).abs() < 1e-12 && reservations[1] == 0.0, "{reservations:?}");
    assert_eq!(read.space.sides[0].name, "Pelamar");
}

#[test]
fn negolog_profiles_are_read_in_the_order_of_the_first() {
    let read =
        imported(&["negolog/profileA.json", "negolog/profileB.json", "negolog/specs.json"].map(source));
    assert_eq!(read.format, Format::NegoLog);
    assert_eq!(read.space.issues[0].options, ["dua", "tiga", "empat"]);
    // 0.75 x 0.2, 0.6, 1; 0.5 x 1, 0.7, 0.3.
    worth(&read, 0, &[[0.15, 0.5], [0.45, 0.35], [0.75, 0.15]]);
    worth(&read, 1, &[[0.25, 0.05], [0.1, 0.5]]);
    assert_eq!(read.space.sides[0].reservation, 0.35);
}

#[test]
fn negmas_functions_over_numbers_become_a_value_for_each_option() {
    let read = imported(&NEGMAS.map(source));
    assert_eq!(read.format, Format::Negmas);
    let options: Vec<&[String]> = read.space.issues.iter().map(|issue| issue.options.as_slice()).collect();
    // "no" in quotes is a word, and a contiguous issue from 0 to 2 has three values.
    assert_eq!(options, [&["apel", "jeruk, manis", "no"][..], &["0", "1", "2"], &["5", "10"]]);
    // Farmer: 0.4 x (1 - 0.1 x 5), 0.4 x (1 - 0.1 x 10). Shop: days add 0.2 x 0.1 x 5 and x 10, of which
    // 0.1 comes in any case; with the bias of 0.1 that is 0.2, and it is counted on the fruit.
    worth(&read, 2, &[[0.2, 0.0], [0.0, 0.1]]);
    worth(&read, 0, &[[0.5, 0.2], [0.25, 0.7], [0.0, 0.45]]);
    worth(&read, 1, &[[0.0, 0.0], [0.15, 0.1], [0.3, 0.2]]);
    // Minus infinity: anything is better than no agreement.
    assert_eq!(read.space.sides.each_ref().map(|side| side.reservation), [0.25, 0.0]);
}

/// The scenario that the command makes of a folder of fixtures.
fn made(folder: &str) -> (Scenario, TempDir) {
    let out = TempDir::new().expect("a folder");
    let from = fixtures().join(folder);
    let args = ["import", from.to_str().expect("a path"), "-o", "hasil.ron"];
    check_in(out.path(), &args, 0, &[], &["hasil.ron"]);
    check_in(out.path(), &["validate", "hasil.ron"], 0, &["(0 "], &[]);
    let source = fs::read_to_string(out.path().join("hasil.ron")).expect("written");
    let (scenario, warnings) = check::parse(&source).expect("a valid scenario");
    assert_eq!(warnings, []);
    (scenario, out)
}

#[test]
fn the_game_gets_whole_points() {
    let (scenario, out) = made("genius");
    let [buyer, seller] = Seat::ALL.map(|seat| &scenario.briefs[seat]);
    // The buyer's issues add 0.5, 0.3 and 0 at most, 0.8 in all: 62.5, 37.5 and 0 of 100 points; the
    // first of two equal remainders gets the point. The last article carries no point.
    assert_eq!(buyer.weights, [63, 37, 0, 0]);
    assert_eq!(seller.weights, [40, 20, 40, 0]);
    // Utilities reach 0.8, so values reach 80: 80 x 1, 1/2, 0, and 80 x 1/4, 1.
    let values = |issue: usize| buyer.stakes[issue].iter().map(|stake| stake.value).collect::<Vec<_>>();
    assert_eq!([values(0), values(1), values(2)], [vec![80, 40, 0], vec![20, 80], vec![0, 0]]);
    assert_eq!((buyer.batna, seller.batna), (20, 30));
    let label = &scenario.shared.issues[0].options[2].label.id;
    assert_eq!(label, "\"tinggi\"");
    // It can be played, in the talks and in plain offers.
    for protocol in ["talks", "offers"] {
        let args = format!("simulate hasil.ron --a diplomat --b boulware --games 3 --protocol {protocol}");
        check_in(out.path(), &args.split(' ').collect::<Vec<_>>(), 0, &[], &[]);
    }
}

#[test]
fn every_format_makes_a_scenario_without_a_warning() {
    for folder in ["genius", "geniusweb", "negolog", "negmas"] {
        let (scenario, _) = made(folder);
        let case = Case::exact(&scenario);
        assert!(case.is_exact(), "{folder}");
    }
}

#[test]
fn the_analysis_finds_what_was_worked_out_by_hand() {
    let (_, out) = made("genius");
    let found = check_in(out.path(), &["analyse", "hasil.ron", "--json"], 0, &[], &[]).json();
    assert_eq!(found["packages"], 12);
    // "biru" is better for the seller and the same for the buyer. Then, buyer and seller:
    //   rendah lambat (0.800, 0.5)  rendah cepat (0.575, 0.6)  sedang lambat (0.550, 0.7)
    //   sedang cepat  (0.325, 0.8)  tinggi lambat (0.300, 0.9) tinggi cepat  (0.075, 1.0)
    // None beats another; the last is below the buyer's 0.2.
    assert_eq!((&found["frontier_points"], &found["frontier_rational_points"]), (&6.into(), &5.into()));
    // Gains over 0.2 and 0.3 multiply to 0.12, 0.1125, 0.14, 0.0625, 0.06.
    point(&found["nash"], [0.55, 0.7]);
    // The smaller gains are 0.2, 0.3, 0.35, 0.125, 0.1.
    point(&found["egalitarian"], [0.55, 0.7]);
    // Sums are 1.3, 1.175, 1.25, 1.125, 1.2.
    point(&found["max_welfare"], [0.8, 0.5]);
    // Ideals among the first five are gains of 0.6 and 0.6: 0.35/0.6 and 0.4/0.6 are the best smaller shares ...
    point(&found["kalai_smorodinsky"], [0.55, 0.7]);
    // ... overall they are 0.6 and 0.7: min(0.35/0.6, 0.4/0.7) = 0.571 is still the best.
    point(&found["kalai_smorodinsky_overall"], [0.55, 0.7]);
}

#[track_caller]
fn point(found: &Value, wanted: [f64; 2]) {
    for side in 0..2 {
        let u = found["u"][side].as_f64().unwrap_or_else(|| panic!("no point in {found}"));
        assert!((u - wanted[side]).abs() < 1e-9, "{found} instead of {wanted:?}");
    }
}

#[test]
fn where_nothing_is_acceptable_to_both_the_analysis_says_so() {
    let folder = TempDir::new().expect("a folder");
    let write = |name: &str, text: String| fs::write(folder.path().join(name), text).expect("written");
    write("domain.xml", text(GENIUS[0], "", ""));
    // With 0.6 for the buyer only "rendah lambat" is left, which gives the seller 0.5.
    write("satu.xml", text(GENIUS[1], "reservation value=\"0.2\"", "reservation value=\"0.6\""));
    write("dua.xml", text(GENIUS[2], "reservation value=\"0.3\"", "reservation value=\"0.55\""));
    let args = ["import", "satu.xml", "domain.xml", "dua.xml", "-o", "hasil.ron"];
    check_in(folder.path(), &args, 0, &[], &[]);
    let found = check_in(folder.path(), &["analyse", "hasil.ron", "--json"], 0, &[], &[]).json();
    assert_eq!((&found["zopa_packages"], &found["frontier_rational_points"]), (&0.into(), &0.into()));
    let points =
        "nash kalai_smorodinsky kalai_smorodinsky_overall egalitarian utilitarian max_welfare compromise";
    for name in points.split(' ') {
        assert!(found[name].is_null(), "{name}: {}", found[name]);
    }
    check_in(
        folder.path(),
        &["analyse", "hasil.ron"],
        0,
        &["Tanpa kesepakatan: setiap paket merugikan"],
        &[],
    );
    check_in(folder.path(), &["analyse", "hasil.ron", "--lang", "en"], 0, &["No deal: every package"], &[]);
}

#[test]
fn a_broken_file_is_told_with_its_line() {
    let check = |found: (String, usize, usize), rule: &str, file: usize, line: usize| {
        assert_eq!(found, (rule.to_owned(), file, line));
    };
    check(broken(GENIUS, 1, "value=\"0.3\"", "value=\"banyak\""), "source-number", 1, 5);
    check(broken(GENIUS, 1, "value=\"0.3\"", "value=\"NaN\""), "source-number", 1, 5);
    check(broken(GENIUS, 1, "evaluation=\"10\"", "evaluation=\"-1\""), "source-negative", 1, 8);
    check(broken(GENIUS, 1, " evaluation=\"10\"", ""), "source-missing", 1, 8);
    check(broken(GENIUS, 1, "index=\"5\" name", "index=\"4\" name"), "source-issue-unknown", 1, 18);
    check(broken(GENIUS, 1, "value=\"sedang\"", "value=\"sdang\""), "source-value-unknown", 1, 9);
    check(broken(GENIUS, 1, "</utility_space>", "</utility>"), "source-xml", 1, 25);
    check(broken(GENIUS, 0, "index=\"3\" name", "index=\"2\" name"), "source-index-twice", 0, 11);
    check(
        broken(GENIUS, 0, "name=\"Waktu\" type=\"discrete\"", "name=\"Waktu\" type=\"real\""),
        "source-continuous",
        0,
        11,
    );
    let doctype = "<!DOCTYPE x [<!ENTITY a \"b\">]><utility_space>";
    check(broken(GENIUS, 1, "<utility_space>", doctype), "source-doctype", 1, 1);
    check(
        broken(
            GENIUS,
            1,
            "<reservation value=\"0.2\" />",
            "<utility_function><ufun weight=\"1\"/></utility_function>",
        ),
        "source-not-additive",
        1,
        24,
    );
    check(
        broken(GENIUS, 1, "reservation value=\"0.2\"", "reservation value=\"1.5\""),
        "source-reservation",
        1,
        1,
    );
    check(broken(NEGMAS, 0, "ContiguousIssue", "ContinuousIssue"), "source-continuous", 0, 9);
    check(
        broken(NEGMAS, 1, "LinearAdditiveUtilityFunction", "HyperRectangleUtilityFunction"),
        "source-not-additive",
        1,
        5,
    );
    check(broken(NEGMAS, 1, "AffineFun", "QuadraticFun"), "source-function", 1, 14);
    check(broken(NEGMAS, 1, "    apel: 1.0\n", ""), "source-value-missing", 1, 8);
    check(broken(NEGMAS, 1, "weights: [0.5", "weights: [5"), "source-scale", 1, 1);
    check(broken(NEGMAS, 1, "weights: [0.5,", "weights: [0.5"), "source-number", 1, 17);
    check(broken(NEGMAS, 1, "- type: AffineFun", "- type: [AffineFun"), "source-yaml", 1, 15);
    let json = |from: &str, to: &str| {
        stopped(&[changed("negolog/profileA.json", from, to), source("negolog/profileB.json")])
    };
    check(json("\"dua\": 0.2,", "\"dua\": 0.2"), "source-json", 0, 5);
    check(json("\"kapal\": 0.75, ", ""), "source-issue-missing", 0, 3);
    check(json("\"pelabuhan\": { \"utara\"", "\"kapal\": { \"utara\""), "source-issue-twice", 0, 6);
    let web = |from: &str, to: &str| {
        stopped(&[changed("geniusweb/profil-a.json", from, to), source("geniusweb/profil-b.json")])
    };
    check(web("LinearAdditiveUtilitySpace", "SumOfGroupsUtilitySpace"), "source-not-additive", 0, 2);
    check(
        web("{ \"values\": [\"1.000\", \"2.000\"] }", "{ \"range\": [\"1\", \"2\", \"0.1\"] }"),
        "source-continuous",
        0,
        7,
    );
}

#[test]
fn files_that_make_no_scenario_are_told_apart() {
    let rule = |names: &[&str]| stopped(&names.iter().map(|name| source(name)).collect::<Vec<_>>()).0;
    assert_eq!(rule(&GENIUS[..2]), "cli-import-profiles");
    assert_eq!(rule(&[GENIUS[0], GENIUS[1], GENIUS[2], GENIUS[2]]), "cli-import-profiles");
    assert_eq!(rule(&[GENIUS[0], GENIUS[0], GENIUS[1], GENIUS[2]]), "cli-import-domains");
    assert_eq!(rule(&[GENIUS[1], NEGMAS[1]]), "cli-import-mixed");
    assert_eq!(rule(&NEGMAS[1..]), "cli-import-no-domain");
    assert_eq!(rule(&["negolog/specs.json"]), "cli-import-nothing");
    let other = Source { stem: "x".to_owned(), text: "<html></html>".to_owned(), named: true };
    assert_eq!(stopped(&[other]).0, "source-unknown");
    // GENIUS profiles repeat the domain, so it need not be there.
    assert_eq!(imported(&[source(GENIUS[2]), source(GENIUS[1])]).space.issues[0].name, "Warna é 色");
}

#[test]
fn the_command_answers_with_exit_codes_and_words_in_both_languages() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("rusak.xml"), text(GENIUS[1], "value=\"0.3\"", "value=\"banyak\""))
        .expect("written");
    let [domain, _, seller] = GENIUS.map(|name| fixtures().join(name).display().to_string());
    let args = ["import", "rusak.xml", &domain, &seller, "-o", "hasil.ron"];
    check_in(folder.path(), &args, 1, &[], &["rusak.xml:5:", "\"banyak\" bukan bilangan", "perbaikan: "]);
    let english = [&args[..], &["--lang", "en"]].concat();
    check_in(folder.path(), &english, 1, &[], &["rusak.xml:5:", "\"banyak\" is no number", "remedy: "]);
    assert!(!folder.path().join("hasil.ron").exists());
    check_in(folder.path(), &["import", "tiada.xml", "-o", "x.ron"], 2, &[], &["tiada.xml"]);
    check_in(folder.path(), &["import", &domain], 2, &[], &["--out"]);
    check_in(folder.path(), &["import", &domain, "-o", "x.ron"], 1, &[], &["0 profil"]);
    fs::create_dir(folder.path().join("kosong")).expect("a folder");
    check_in(folder.path(), &["import", "kosong", "-o", "x.ron"], 2, &[], &["kosong"]);
    fs::write(folder.path().join("foto.xml"), [0xffu8, 0x00, 0xfe]).expect("written");
    check_in(folder.path(), &["import", "foto.xml", "-o", "x.ron"], 2, &[], &["foto.xml"]);
    let buyer = fixtures().join(GENIUS[1]).display().to_string();
    let blocked = ["import", &domain, &buyer, &seller, "-o", "foto.xml/x.ron"];
    check_in(folder.path(), &blocked, 2, &[], &["foto.xml/x.ron"]);
}

#[test]
fn what_is_too_deep_or_too_much_is_refused() {
    let alone = |text: String| stopped(&[Source { stem: "x".to_owned(), text, named: true }]).0;
    assert_eq!(alone("[".repeat(100_000)), "source-too-deep");
    assert_eq!(alone(format!("{{\"a\":{}", "[".repeat(100_000))), "source-too-deep");
    assert_eq!(alone("<a>".repeat(100_000)), "source-too-deep");
    assert_eq!(alone("- ".repeat(100_000)), "source-too-deep");
    assert_eq!(alone(format!("{{\"a\":[{}0]}}", "0,".repeat(200_000))), "source-too-much");
    assert_eq!(alone(" ".repeat(5_000_000)), "source-too-large");
    // Each line stands for ten of the line before: a billion values in ten lines.
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let copies = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{copies}]\n"));
    }
    assert_eq!(alone(bomb), "source-too-much");
}

/// Two profiles of NegoLog with so many issues of so many options.
fn large(issues: usize, options: usize) -> [Source; 2] {
    let values: Vec<String> =
        (0..options).map(|no| format!("\"v{no}\": {}", no as f64 / options as f64)).collect();
    let row = |no: usize| format!("\"i{no}\": {{ {} }}", values.join(", "));
    let rows: Vec<String> = (0..issues).map(row).collect();
    let weights: Vec<String> = (0..issues).map(|no| format!("\"i{no}\": {}", 1.0 / issues as f64)).collect();
    let (weights, rows) = (weights.join(", "), rows.join(", "));
    let text = format!("{{ \"issueWeights\": {{ {weights} }}, \"issues\": {{ {rows} }} }}");
    ["a", "b"].map(|stem| Source { stem: stem.to_owned(), text: text.clone(), named: true })
}

#[test]
fn a_scenario_may_be_large_but_not_without_end() {
    let read = imported(&large(8, 30));
    assert_eq!(read.space.packages(), 30u128.pow(8));
    let written = mufakat::interchange::scenario::write(&read.space, "test");
    assert_eq!(check::parse(&written).expect("a valid scenario").1, []);
    assert_eq!(stopped(&large(32, 2)).0, "too-many-issues");
    assert_eq!(stopped(&large(2, 33)).0, "too-many-options");
    assert_eq!(stopped(&large(31, 32)).0, "cli-import-packages");
    assert_eq!(stopped(&large(1, 30_000)).0, "too-many-options");
    assert_eq!(stopped(&large(20_000, 1)).0, "too-many-issues");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens to a file on its way, the answer is a space or a problem.
    #[test]
    fn no_damage_to_a_file_makes_the_reader_panic(
        format in 0usize..4, which in 0usize..3, at in any::<prop::sample::Index>(), cut in 0usize..12,
        put in "[\\-<>\"'{}\\[\\],:&*|# \n0-9a-zé]{0,6}",
    ) {
        let names = [GENIUS, ["geniusweb/profil-a.json", "geniusweb/profil-b.json", "geniusweb/profil-b.json"],
            ["negolog/profileA.json", "negolog/profileB.json", "negolog/specs.json"], NEGMAS][format];
        let mut files = names.map(source);
        let text = &mut files[which].text;
        let start = text.floor_char_boundary(at.index(text.len()));
        let end = text.ceil_char_boundary((start + cut).min(text.len()));
        text.replace_range(start..end, &put);
        if let Ok(read) = read(&files, false) {
            let written = mufakat::interchange::scenario::write(&read.space, read.format.name());
            prop_assert!(check::parse(&written).is_ok(), "{written}");
        }
    }
}
