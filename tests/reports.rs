//! Reports of games that are over, as both writers make them and the program writes them.

use crate::called::check_in;
use crate::paper::{LANGS, game, holds, html, scenario, scenarios};
use mufakat::interchange::table::csv as tables;
use mufakat::print::document::{Block, letters};
use mufakat::print::{self, Format};
use mufakat::rules::{Command, Event};
use mufakat::scenario::{Deal, Lang, PerSeat, Seat};
use mufakat::table::{Record, Table};
use mufakat::words::Words;
use std::sync::Arc;

#[test]
fn a_player_has_one_page_in_every_scenario_and_after_every_ending() {
    let pairs = [["diplomat", "diplomat"], ["open-novice", "tough-novice"], ["tough", "tough-novice"]];
    let mut wrong = Vec::new();
    let mut without_deal = 0;
    for scenario in scenarios() {
        for (names, lang) in pairs.into_iter().zip([Lang::Id, Lang::En, Lang::Id]) {
            let game = game(&scenario.shared.id, names, 3);
            let documents = print::report_documents(&game.table, &game.players, None, Words::new(lang))
                .expect("the game is over");
            let signed = game.table.signed().is_some();
            without_deal += usize::from(!signed);
            assert_eq!(documents.len(), if signed { 3 } else { 2 });
            for (at, document) in documents.iter().enumerate() {
                let found = print::check(document);
                if !found.wide.is_empty() || (at < 2 && found.pages != 1) {
                    wrong.push(format!("{} {names:?} {lang}: {found:?}", document.name));
                }
            }
        }
    }
    assert!(without_deal > 0, "no game without a deal was looked at");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn pages_that_are_printed_at_once_take_no_more_paper_than_one_by_one() {
    for scenario in scenarios() {
        let game = game(&scenario.shared.id, ["diplomat", "diplomat"], 3);
        let documents = print::report_documents(&game.table, &game.players, None, Words::new(Lang::Id))
            .expect("the game is over");
        let [one, other, ..] = &documents[..] else { panic!("a page for each seat") };
        let mut whole = one.clone();
        whole.blocks.push(Block::Break);
        whole.blocks.extend(other.blocks.clone());
        // A last page that is half full needs no closer type; the pages before it may.
        whole.blocks.push(Block::Break);
        whole.blocks.extend((0..30).map(|_| Block::body("Satu baris.")));
        assert_eq!(print::check(&whole).pages, 3, "{}", whole.name);
    }
}

#[test]
fn the_treaty_has_preamble_every_agreed_article_and_signatures() {
    let game = game("layanan-haji", ["diplomat", "open"], 5);
    let deal = game.table.signed().expect("these two agree").clone();
    let shared = &game.table.scenario().shared;
    for lang in LANGS {
        let documents =
            print::report_documents(&game.table, &game.players, None, Words::new(lang)).expect("over");
        let treaty = documents.last().expect("a treaty");
        let text = html(treaty);
        let mut articles = 0;
        for (issue, option) in deal.choices() {
            let it = &shared.issues[issue];
            if it.reserve && option == it.status_quo {
                continue;
            }
            articles += 1;
            holds(&text, it.title.get(lang));
            holds(&text, shared.choice(issue, option).article.get(lang));
        }
        let numbered = treaty.blocks.iter().filter(|block| matches!(block, Block::Heading(3, _))).count();
        assert_eq!(numbered, articles);
        let signed = treaty.blocks.iter().any(|block| match block {
            Block::Together(inner) => inner.iter().any(|it| matches!(it, Block::Signatures(_))),
            _ => false,
        });
        assert!(signed, "no place to sign");
        for seat in Seat::ALL {
            holds(&text, shared.countries[seat].name.get(lang));
        }
    }
}

#[test]
fn a_report_tells_the_seven_checks_with_evidence_and_ranks_nobody() {
    let game = game("nusa-boreal", ["diplomat", "diplomat"], 1);
    let documents =
        print::report_documents(&game.table, &game.players, None, Words::new(Lang::En)).expect("over");
    let debrief = game.table.debrief().expect("over");
    let words = Words::new(Lang::En);
    for document in &documents[..2] {
        let text = html(document);
        (1..=7).for_each(|no| holds(&text, &words.get(&format!("check-{no}"))));
        holds(&text, "support");
        holds(&text, "their scales differ");
        let heads = document.blocks.iter().filter_map(|block| match block {
            Block::Heading(_, text) => Some(letters(text)),
            _ => None,
        });
        assert!(heads.count() >= 2);
        for word in ["winner", "loser", "better than Boreal", "better than Nusa", "rank"] {
            assert!(!text.contains(word), "{word} in {}", document.name);
        }
    }
    // Each page has its own player's points in strong type, and not the other's.
    let own =
        |at: usize| format!("<strong>{}</strong>", words.points(100.0 * debrief.report.measures.utility[at]));
    assert_ne!(own(0), own(1));
    for at in 0..2 {
        holds(&html(&documents[at]), &own(at));
        assert!(!html(&documents[at]).contains(&own(1 - at)));
    }
}

#[test]
fn a_report_draws_what_was_only_explored_beside_what_was_offered() {
    let scenario = scenario("nusa-boreal");
    let package = vec![0; scenario.shared.issues.len()];
    let mut table = Table::open(scenario, 1);
    for seat in Seat::ALL {
        table.play(seat, &Command::Prepare(Default::default()).into()).expect("prepared");
    }
    table.play(Seat::First, &Command::Explore(Deal(package)).into()).expect("off the record");
    table.play(Seat::First, &Command::Leave.into()).expect("allowed");
    let words = Words::new(Lang::En);
    let with = print::report_documents(&table, &PerSeat::default(), None, words).expect("over");
    with[..2].iter().for_each(|page| holds(&html(page), &words.get("print-explored")));
    // Nothing explored, nothing to explain.
    let game = game("nusa-boreal", ["boulware", "conceder"], 1);
    let without = print::report_documents(&game.table, &game.players, None, words).expect("over");
    assert!(!html(&without[0]).contains(&words.get("print-explored")));
}

#[test]
fn a_running_game_has_no_report() {
    let ended = game("nusa-boreal", ["diplomat", "diplomat"], 1);
    let closed = ended.table.events().iter().position(|it| *it == Event::Closed).expect("it ended");
    for cut in [1, closed / 2, closed] {
        let events = ended.table.events()[..cut].to_vec();
        let running = Table::replay(Arc::clone(ended.table.scenario()), events);
        let words = Words::new(Lang::Id);
        assert!(!running.is_closed());
        assert!(print::report_documents(&running, &ended.players, None, words).is_none());
        let papers = print::report(&running, &ended.players, words, Format::Html, tables::Style::COMMA);
        assert_eq!(papers, Ok(None));
    }
}

#[test]
fn scores_come_as_json_and_as_a_table_for_either_kind_of_spreadsheet() {
    let game = game("kemitraan-ekonomi", ["open", "tough-novice"], 1);
    let report = |style| {
        print::report(&game.table, &game.players, Words::new(Lang::Id), Format::Html, style)
            .expect("HTML")
            .expect("the game is over")
    };
    let file = |papers: &[print::Paper], ending: &str| {
        let paper = papers.iter().find(|it| it.name.ends_with(ending)).expect("a file");
        String::from_utf8(paper.bytes.clone()).expect("UTF-8")
    };
    let (comma, semicolon) = (report(tables::Style::COMMA), report(tables::Style::SEMICOLON));
    let (one, other) = (file(&comma, ".csv"), file(&semicolon, ".csv"));
    assert!(one.starts_with('\u{feff}') && other.starts_with('\u{feff}'));
    let read = |text: &str, separator: u8| -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .from_reader(&text.as_bytes()[3..]);
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    };
    let (one, other) = (read(&one, b','), read(&other, b';'));
    assert_eq!(one.len(), 3);
    let with_points: Vec<Vec<String>> = other
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| {
                    if cell.starts_with(|c: char| c.is_ascii_digit()) {
                        cell.replace(',', ".")
                    } else {
                        cell.clone()
                    }
                })
                .collect()
        })
        .collect();
    assert_eq!(one, with_points, "both tables say the same");
    let json: serde_json::Value = serde_json::from_str(&file(&comma, ".json")).expect("JSON");
    let at =
        |name: &str| one[0].iter().position(|it| it == name).unwrap_or_else(|| panic!("no column {name}"));
    for side in 0..2 {
        let cell: f64 = one[side + 1][at("utility")].parse().expect("a number");
        let wanted = json["u"][side].as_f64().expect("a number");
        assert!((cell - 100.0 * wanted).abs() < 1e-3, "{cell} and {wanted}");
        assert_eq!(one[side + 1][at("C7")] == "1", json["checks"]["C7"].as_bool().expect("a check"));
    }
    let record = Record::from_text(&file(&comma, ".mufakat")).expect("a record");
    assert_eq!(record.events, game.table.events());
}

/// A folder with a record of a game that is over, and one of a game that still runs.
fn folder_with_records() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let over = game("nusa-boreal", ["diplomat", "open"], 2);
    let record = over.table.record(over.players.clone()).to_text();
    std::fs::write(folder.path().join("over.mufakat"), record).expect("written");
    let events = over.table.events()[..over.table.len() / 2].to_vec();
    let running = Table::replay(Arc::clone(over.table.scenario()), events);
    let record = running.record(over.players).to_text();
    std::fs::write(folder.path().join("running.mufakat"), record).expect("written");
    std::fs::write(folder.path().join("a-file"), "in the way").expect("written");
    folder
}

#[test]
fn sheets_and_reports_are_written_by_command_in_both_languages() {
    let folder = folder_with_records();
    let names = |name: &str| -> Vec<String> {
        let entries = std::fs::read_dir(folder.path().join(name)).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let sheets = ["sheets", "nusa-boreal", "-o", "id", "--games", "2"];
    check_in(folder.path(), &sheets, 0, &[], &["12 berkas ditulis ke id."]);
    assert!(names("id").contains(&"nusa-boreal-lembar-rahasia-a.pdf".to_owned()), "{:?}", names("id"));
    let sheets =
        ["sheets", "nusa-boreal", "-o", "en", "--games", "0", "--large", "--format", "html", "--lang", "en"];
    check_in(folder.path(), &sheets, 0, &[], &["12 files written to en."]);
    assert!(names("en").contains(&"nusa-boreal-teaching-note.html".to_owned()), "{:?}", names("en"));
    let report = ["report", "over.mufakat", "-o", "rep", "--format", "both", "--lang", "en"];
    check_in(folder.path(), &report, 0, &[], &["9 files written to rep."]);
    for ending in
        ["report-a.pdf", "report-b.html", "treaty.pdf", "scores.csv", "scores.json", "record.mufakat"]
    {
        assert!(names("rep").contains(&format!("nusa-boreal-over-{ending}")), "{:?}", names("rep"));
    }
    // Another game of the same scenario writes over none of it.
    let (one, other) = (folder.path().join("over.mufakat"), folder.path().join("nusa-boreal-7.mufakat"));
    std::fs::copy(one, other).expect("copied");
    let report = ["report", "nusa-boreal-7.mufakat", "-o", "rep", "--format", "both", "--lang", "en"];
    check_in(folder.path(), &report, 0, &[], &["9 files written to rep."]);
    assert_eq!(names("rep").len(), 18, "{:?}", names("rep"));
    assert!(names("rep").contains(&"nusa-boreal-7-report-a.pdf".to_owned()), "{:?}", names("rep"));
    let report = ["report", "over.mufakat", "-o", "semi", "--format", "html", "--semicolon"];
    check_in(folder.path(), &report, 0, &[], &["berkas ditulis"]);
    let table =
        std::fs::read_to_string(folder.path().join("semi/nusa-boreal-over-nilai.csv")).expect("a table");
    assert!(table.contains("scenario;hash;seat"), "{table}");
}

#[test]
fn what_cannot_be_printed_is_told_with_its_reason() {
    let folder = folder_with_records();
    let check = |args: &[&str], exit, err: &[&str]| {
        check_in(folder.path(), args, exit, &[], err);
    };
    check(&["sheets", "nusa-boreal", "-o", "a-file", "--games", "0"], 2, &["a-file", "tidak dapat ditulis"]);
    check(&["sheets", "nusa-boreal"], 2, &["--out"]);
    check(&["sheets", "nowhere", "-o", "x"], 2, &["nowhere", "kemitraan-ekonomi"]);
    check(&["sheets", "nusa-boreal", "-o", "x", "--format", "doc"], 2, &["doc", "pdf, html, both"]);
    check(&["report", "running.mufakat", "-o", "x"], 1, &["running.mufakat", "belum selesai"]);
    check(&["report", "running.mufakat", "-o", "x", "--lang", "en"], 1, &["is not over"]);
    check(&["report", "missing.mufakat", "-o", "x"], 2, &["missing.mufakat", "berkas tidak ada"]);
    check(&["report", "a-file", "-o", "x"], 2, &["a-file", "bukan permainan tersimpan"]);
    assert!(!folder.path().join("x").exists(), "something was written all the same");
}
