//! Paper: sheets for a class and reports of games, as both writers make them.

use mufakat::analysis::simulate;
use mufakat::print::document::{self, Align, Block, Document, Look, Piece, Style};
use mufakat::print::drawing::{Anchor, Drawing, Shape, Turn};
use mufakat::print::{self, Format, SheetOptions};

use mufakat::scenario::{Lang, PerSeat, Scenario, Seat, Text, builtin};
use mufakat::table::{Player, Table};
use mufakat::words::Words;
use std::sync::{Arc, OnceLock};

pub const LANGS: [Lang; 2] = [Lang::Id, Lang::En];

/// Every scenario that ships.
pub fn scenarios() -> &'static [Arc<Scenario>] {
    static ALL: OnceLock<Vec<Arc<Scenario>>> = OnceLock::new();
    ALL.get_or_init(|| builtin::all().iter().map(|it| Arc::new(it.clone())).collect())
}

pub fn scenario(id: &str) -> Arc<Scenario> {
    Arc::clone(scenarios().iter().find(|it| it.shared.id == id).expect("ships with the program"))
}

fn sheets(scenario: &Arc<Scenario>, lang: Lang, large: bool) -> Vec<Document> {
    let options = SheetOptions { large, ..SheetOptions::default() };
    print::sheet_documents(scenario, Words::new(lang), options)
}

/// The documents of a simulated game between two counterparts.
pub struct Game {
    pub table: Table,
    pub players: PerSeat<Player>,
}

pub fn game(id: &str, names: [&str; 2], seed: u64) -> Game {
    let scenario = scenario(id);
    let names = PerSeat { first: names[0].to_owned(), second: names[1].to_owned() };
    let played = simulate::talks(&scenario, &names, 1, seed, true);
    let record = played.into_iter().next().and_then(|it| it.record).expect("a record was asked for");
    Game { table: Table::replay(scenario, record.events), players: record.players }
}

pub fn html(document: &Document) -> String {
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
pub fn holds(text: &str, wanted: &str) {
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
