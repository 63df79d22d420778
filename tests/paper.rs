//! Paper: sheets for a class and reports of games, as both writers make them.

use crate::commands::check_in;
use mufakat::analysis::simulate;
use mufakat::interchange::table::csv as tables;
use mufakat::print::document::{self, Align, Block, Document, Look, Piece, Style, letters};
use mufakat::print::drawing::{Anchor, Drawing, Shape, Turn};

use mufakat::print::{self, Format, SheetOptions};
use mufakat::rules::{Command, Event};
use mufakat::scenario::{Deal, Lang, PerSeat, Scenario, Seat, Text, builtin};
use mufakat::table::{Player, Record, Table};
use mufakat::words::Words;
use std::sync::{Arc, OnceLock};

const LANGS: [Lang; 2] = [Lang::Id, Lang::En];

/// Every scenario that ships.
fn scenarios() -> &'static [Arc<Scenario>] {
    static ALL: OnceLock<Vec<Arc<Scenario>>> = OnceLock::new();
    ALL.get_or_init(|| builtin::all().iter().map(|it| Arc::new(it.clone())).collect())
}

fn scenario(id: &str) -> Arc<Scenario> {
    Arc::clone(scenarios().iter().find(|it| it.shared.id == id).expect("ships with the program"))
}

fn sheets(scenario: &Arc<Scenario>, lang: Lang, large: bool) -> Vec<Document> {
    let options = SheetOptions { large, ..SheetOptions::default() };
    print::sheet_documents(scenario, Words::new(lang), options)
}

/// The documents of a simulated game between two counterparts.
struct Game {
    table: Table,
    players: PerSeat<Player>,
}

fn game(id: &str, names: [&str; 2], seed: u64) -> Game {
    let scenario = scenario(id);
    let names = PerSeat { first: names[0].to_owned(), second: names[1].to_owned() };
    let played = simulate::talks(&scenario, &names, 1, seed, true);
    let record = played.into_iter().next().and_then(|it| it.record).expect("a record was asked for");
    Game { table: Table::replay(scenario, record.events), players: record.players }
}

fn html(document: &Document) -> String {
    let papers = print::write(std::slice::from_ref(document), Format::Html).expect("HTML is always made");
    let text = String::from_utf8(papers[0].bytes.clone()).expect("UTF-8");
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}

/// The document whose file name ends like this.
fn named<'d>(documents: &'d [Document], ending: &str) -> &'d Document {
    let names: Vec<&str> = documents.iter().map(|it| it.name.as_str()).collect();
    documents.iter().find(|it| it.name.ends_with(ending)).unwrap_or_else(|| panic!("{ending} in {names:?}"))
}

#[track_caller]
fn holds(text: &str, wanted: &str) {
    assert!(text.contains(wanted), "no {wanted:?}");
}

#[test]
fn every_sheet_of_every_scenario_fits_its_columns_in_both_languages_and_both_sizes() {
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for scenario in scenarios() {
        for (lang, large) in LANGS.into_iter().flat_map(|lang| [(lang, false), (lang, true)]) {
            for document in sheets(scenario, lang, large) {
                let found = print::check(&document);
                looked_at += found.pages;
                if !found.wide.is_empty() {
                    wrong.push(format!("{} {lang} large {large}: {:?}", document.name, found.wide));
                }
                // A last page with two lines on it is a mistake that a reader sees first.
                if found.pages > 1 && found.fill.last().is_some_and(|fill| *fill < 0.06) {
                    wrong.push(format!("{} {lang} large {large}: {:?}", document.name, found.fill));
                }
                if large && found.smallest < 16.0 - 0.01 {
                    wrong.push(format!("{} {lang}: type of {} points", document.name, found.smallest));
                }
            }
        }
    }
    assert!(looked_at > 500, "only {looked_at} pages");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_word_that_is_wider_than_its_column_is_reported_and_not_lost() {
    let word = "W".repeat(120);
    let found = print::check(&of_blocks(vec![Block::body(word.clone())]));
    assert_eq!(found.wide, [word]);
    assert!(found.reach <= INNER, "{}", found.reach);
}

/// Where the text of a page ends: 74 of its 595.276 points are margin.
const INNER: f32 = (595.276 - 74.0) / 595.276 + 1e-4;

fn of_blocks(blocks: Vec<Block>) -> Document {
    Document {
        name: "x".to_owned(),
        title: "x".to_owned(),
        lang: Lang::En,
        running: String::new(),
        secret: String::new(),
        foot: String::new(),
        look: Look::default(),
        blocks,
    }
}

#[test]
fn words_wider_than_the_page_are_cut_where_they_stand_and_push_no_column_out() {
    for (at, length) in [(0, 70), (1, 70), (2, 400)] {
        let mut table = document::Table::new(&[(3.0, Align::Left), (1.0, Align::Left), (1.0, Align::Right)]);
        let mut cells = ["Tariff", "yes", "12.5"].map(str::to_owned);
        cells[at] = "W".repeat(length);
        table.row(cells.iter().map(|it| document::plain(it.clone())).collect());
        let found = print::check(&of_blocks(vec![Block::Table(table)]));
        assert!(found.reach <= INNER, "column {at}: {}", found.reach);
        // The others have room for their words, so this one alone is cut.
        assert_eq!(found.wide, [cells[at].clone()]);
    }
}

#[test]
fn a_long_title_leaves_room_for_whom_the_sheet_is_and_for_its_page() {
    let mut document = of_blocks(vec![Block::body("x")]);
    document.running = "Kerja Sama ".repeat(20);
    document.foot = "versi ".repeat(40);
    document.secret = "only for the delegation of Nusa Jaya".to_owned();
    let found = print::check(&document);
    assert!(found.reach <= INNER, "{}", found.reach);
    assert_eq!(found.wide.len(), 2, "what is shortened is reported: {:?}", found.wide);
}

#[test]
fn letters_that_a_font_lacks_come_from_another_and_what_none_has_is_told() {
    // The slanted font has no Vietnamese, and no font of text has pictograms.
    let slanted =
        |text: &str| of_blocks(vec![Block::Paragraph(Style::Body, vec![Piece::Italic(text.into())])]);
    let whole = print::check(&slanted(
        "Vi\u{1ec7}t Nam \u{1f600} \u{2764}\u{fe0f} \u{2066}a\u{2069}\u{ad}b \u{1f44d}\u{1f3fd}",
    ));
    assert_eq!((whole.lacking, whole.pages), (0, 1));

    let strange = slanted("\u{6771}\u{4eac}");
    assert_eq!(print::check(&strange).lacking, 2);
    let mut label = Drawing::new(100.0, 20.0);
    label.label([0.0, 10.0], Anchor::Start, 9.0, [0; 3], "\u{6771}");
    let figure = Block::Figure { drawing: label, alt: "x".into(), caption: String::new() };
    assert_eq!(print::check(&of_blocks(vec![figure])).lacking, 1);
}

#[test]
fn a_long_name_stands_on_its_plate_in_two_lines_below_the_sign() {
    let long = "Perserikatan Provinsi-Provinsi Bersatu di Kepulauan Rempah Timur";
    for name in ["Laut", "Republik Kepulauan Rempah", long, &"W".repeat(64)] {
        let mut twin = Scenario::clone(&scenario("nusa-boreal"));
        twin.shared.countries.first.name = Text { id: name.to_owned(), en: name.to_owned() };
        let documents = sheets(&Arc::new(twin), Lang::Id, false);
        let Block::Figure { drawing, .. } = &named(&documents, "papan-nama").blocks[0] else {
            panic!("a plate is a picture")
        };
        let height = drawing.size[1];
        let mut labels = Vec::new();
        let mut sign: f32 = 0.0;
        for shape in &drawing.shapes {
            match shape {
                Shape::Label { at, turn: Turn::None, size, strong: true, text, .. } => {
                    labels.push((at[1], *size, text.as_str()));
                }
                // The first country's sign is a triangle.
                Shape::Path { points, .. } if points.len() == 3 && points[0][1] > height / 2.0 => {
                    sign = points.iter().map(|point| point[1]).fold(sign, f32::max);
                }
                _ => {}
            }
        }
        let (base, size, _) = labels[0];
        assert!(sign > height / 2.0 && sign < base - 0.66 * size, "{name}: {sign} {base} {size}");
        assert_eq!(labels.iter().map(|it| it.2).collect::<Vec<_>>().join(" "), name);
        assert_eq!(labels.len(), if name.len() > 20 && name.contains(' ') { 2 } else { 1 }, "{name}: {size}");
        let (last, _, _) = labels[labels.len() - 1];
        assert!(last + 0.22 * size < height - 42.0, "{name} stands clear of the title");
    }
}

#[test]
fn the_sheets_of_a_seat_do_not_change_with_the_other_sides_secrets() {
    for scenario in scenarios() {
        for seat in Seat::ALL {
            let mut twin = Scenario::clone(scenario);
            let other = &mut twin.briefs[seat.other()];
            other.weights.swap(0, 1);
            other.batna += 3;
            other.needs.values_mut().for_each(|need| *need -= 1);
            other.red_lines.clear();
            other.groups.clear();
            other.role.long = Text::default();
            other.role.short = Text::default();
            other.batna_story = Text::default();
            other.stakes[0].iter_mut().for_each(|stake| stake.value = 100 - stake.value);
            twin.teacher.aims.clear();
            let (before, after) =
                (sheets(scenario, Lang::Id, false), sheets(&Arc::new(twin), Lang::Id, false));
            let mut changed = 0;
            for (one, same) in before.iter().zip(&after) {
                let others = one.name.ends_with(&format!("-{}", seat.other().letter()));
                if others || one.name.ends_with("catatan-guru") {
                    changed += usize::from(one != same);
                } else {
                    assert_eq!(one, same, "{}", one.name);
                }
            }
            assert_eq!(changed, 4, "the other side's three sheets and the teacher's were to change");
        }
    }
}

#[test]
fn sheets_say_what_their_readers_need() {
    for scenario in scenarios() {
        let shared = &scenario.shared;
        for lang in LANGS {
            let documents = sheets(scenario, lang, false);
            let [common, form, teacher] = match lang {
                Lang::Id => ["lembar-bersama", "formulir-kesepakatan", "catatan-guru"],
                Lang::En => ["shared-sheet", "agreement-form", "teaching-note"],
            };
            let (common, form) = (html(named(&documents, common)), html(named(&documents, form)));
            for choice in shared.issues.iter().flat_map(|issue| &issue.options) {
                holds(&common, choice.article.get(lang));
                holds(&form, choice.label.get(lang));
                holds(&form, &choice.id);
            }
            for part in shared.background.long.get(lang).split("\n\n") {
                holds(&common, part.trim());
            }
            let note = html(named(&documents, teacher));
            scenario.teacher.questions.iter().for_each(|it| holds(&note, it.get(lang)));
            for item in &scenario.shared.quiz {
                holds(&note, item.question.get(lang));
                holds(&note, item.answers[item.right].get(lang));
            }
            for seat in Seat::ALL {
                let brief = &scenario.briefs[seat];
                let key = if lang == Lang::Id { "lembar-rahasia" } else { "confidential-sheet" };
                let own = html(named(&documents, &format!("{key}-{}", seat.letter())));
                holds(&own, brief.batna_story.get(lang));
                brief.role.long.get(lang).split("\n\n").for_each(|part| holds(&own, part.trim()));
                let key = if lang == Lang::Id { "ringkas" } else { "short" };
                let short = html(named(&documents, &format!("{key}-{}", seat.letter())));
                holds(&short, brief.role.short.get(lang).trim());
            }
            for document in &documents {
                assert!(document.foot.contains(&scenario.hash), "{}", document.name);
                assert_eq!(document.lang, lang);
                let plate = document.look.landscape;
                assert!(plate || matches!(document.blocks[0], Block::Title { .. }), "{}", document.name);
                let secret = document.name.ends_with("-a") || document.name.ends_with("-b");
                let teacher = document.name.ends_with(teacher);
                assert_eq!(!document.secret.is_empty(), secret || teacher, "{}", document.name);
            }
        }
    }
}

#[test]
fn the_same_sheets_have_the_same_bytes_and_are_tagged_pdf() {
    let scenario = scenario("nusa-boreal");
    let options = SheetOptions { format: Format::Both, games: 4, ..SheetOptions::default() };
    let make = || print::sheets(&scenario, Words::new(Lang::Id), options).expect("sheets");
    let papers = make();
    assert!(papers == make(), "two calls differ");
    assert_eq!(papers.len(), 24);
    for paper in papers.iter().filter(|it| it.name.ends_with(".pdf")) {
        let has = |part: &[u8]| paper.bytes.windows(part.len()).any(|it| it == part);
        assert!(paper.bytes.starts_with(b"%PDF-1.7"), "{}", paper.name);
        assert!(has(b"pdfuaid:part") && has(b"/StructTreeRoot") && has(b"/Lang(id)"), "{}", paper.name);
        // Five whole fonts would be a megabyte.
        assert!(paper.bytes.len() < 150_000, "{}: {} bytes", paper.name, paper.bytes.len());
    }
    for paper in papers.iter().filter(|it| it.name.ends_with(".html")) {
        let text = String::from_utf8(paper.bytes.clone()).expect("UTF-8");
        assert!(text.starts_with("<!DOCTYPE html>") && text.contains("<html lang=\"id\">"), "{}", paper.name);
        for outside in ["http://", "https://", "<script", "<link", "url("] {
            assert!(!text.contains(outside), "{} asks for {outside}", paper.name);
        }
    }
}

#[test]
fn words_of_an_author_cannot_become_tags_or_styles() {
    let mut scenario = Scenario::clone(&scenario("nusa-boreal"));
    let evil = "</style><script>alert(1)</script>\" } body { display: none";
    scenario.shared.title = Text { id: evil.to_owned(), en: evil.to_owned() };
    scenario.shared.countries.first.name = Text { id: evil.to_owned(), en: evil.to_owned() };
    for document in sheets(&Arc::new(scenario), Lang::En, false) {
        let papers = print::write(&[document], Format::Html).expect("HTML");
        let text = String::from_utf8(papers[0].bytes.clone()).expect("UTF-8");
        assert!(!text.contains("<script"), "{}", papers[0].name);
        assert_eq!(text.matches("</style>").count(), 1, "{}", papers[0].name);
    }
}

#[test]
fn letters_that_the_fonts_do_not_have_do_not_stop_the_printer() {
    let mut scenario = Scenario::clone(&scenario("nusa-boreal"));
    let strange = "\u{6771}\u{4eac} \u{1f600} \u{627}\u{644} \u{7}";
    scenario.shared.title = Text { id: strange.to_owned(), en: strange.to_owned() };
    let papers = print::write(&sheets(&Arc::new(scenario), Lang::Id, false)[..2], Format::Pdf);
    assert_eq!(papers.map(|it| it.len()), Ok(2));
}

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
