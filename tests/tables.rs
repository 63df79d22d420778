//! Tables of issues, options and points, out and in again, as spreadsheets save them.

use mufakat::interchange::table::csv::{self, Style};
use mufakat::interchange::table::{Finding, Grid, Table, Weights, draft, merge, read, sheet, xlsx};
use mufakat::scenario::{Lang, Scenario, builtin, check, template};
use mufakat::words::Words;
use proptest::prelude::*;
use std::collections::BTreeSet;

pub fn table_of(bytes: &[u8]) -> (Table, Vec<Finding>) {
    read(bytes, Weights::Hundred).unwrap_or_else(|found| panic!("{found:#?}"))
}

pub fn rules(found: &[Finding]) -> Vec<(&'static str, String)> {
    found.iter().map(|it| (it.problem.rule, it.place.name())).collect()
}

/// The errors of a table, each with its cell.
fn errors(text: &str) -> Vec<(&'static str, String)> {
    let found = read(text.as_bytes(), Weights::Hundred).expect_err("a table with mistakes");
    rules(&found.into_iter().filter(Finding::is_error).collect::<Vec<_>>())
}

pub fn made(table: &Table) -> Scenario {
    let (text, _) = draft::write(table, "Kasus").unwrap_or_else(|found| panic!("{found:#?}"));
    let (scenario, warnings) = check::parse(&text).unwrap_or_else(|list| panic!("{list:#?} of {text}"));
    assert_eq!(warnings, [], "{text}");
    scenario
}

/// A table without the places of its rows, which differ from file to file.
fn unplaced(mut table: Table) -> Table {
    for issue in &mut table.issues {
        issue.place = Default::default();
        for option in &mut issue.options {
            option.place = Default::default();
        }
    }
    table
}

/// Every way in which a table is written.
fn written(scenario: &Scenario) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for lang in Lang::ALL {
        let grids = sheet::grids(&Table::of(scenario), Words::new(lang));
        all.push(xlsx(&grids).expect("a workbook"));
        for separator in *b";,\t" {
            all.push(csv::write(&grids, Style { separator, ..Style::COMMA }).into_bytes());
        }
    }
    all
}

fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
    builtin::FILES.iter().copied().chain(template::ALL.iter().map(|it| (it.name, it.source)))
}

#[test]
fn every_scenario_written_as_a_table_and_read_into_itself_stays_as_it_is() {
    for (id, source) in sources() {
        let (scenario, _) = check::parse(source).expect("valid");
        for bytes in written(&scenario) {
            let (table, notes) = table_of(&bytes);
            assert_eq!(rules(&notes), [], "{id}");
            let merged = merge::merge(source, &scenario, &table, Lang::Id)
                .unwrap_or_else(|it| panic!("{id}: {it:#?}"));
            assert_eq!((merged.changes, merged.text.as_str()), (0, source), "{id}");
        }
    }
}

#[test]
fn every_scenario_comes_back_from_its_table_with_all_that_a_table_can_say() {
    for (id, source) in sources() {
        let (scenario, _) = check::parse(source).expect("valid");
        let wanted = unplaced(Table::of(&scenario));
        for bytes in written(&scenario) {
            let (table, _) = table_of(&bytes);
            assert_eq!(unplaced(Table::of(&made(&table))), wanted, "{id}");
        }
    }
}

#[test]
fn the_same_scenario_gives_the_same_bytes() {
    let (scenario, _) = check::parse(template::ALL[0].source).expect("valid");
    assert_eq!(written(&scenario), written(&scenario));
}

/// As Excel with Indonesian settings saves a table that somebody typed: a title above, semicolons, decimal
/// commas, other headings in another order, a blank column and blank rows, labels instead of ids.
const TYPED: &str = "Perundingan kelas XI;;;;;;;\r\n\
;;;;;;;\r\n\
Catatan;Nama pilihan;Nilai Nusa;Nilai Boreal;;Pasal;Bobot Nusa;Bobot Boreal;Bidang\r\n\
ingat;Pasar harian;100;0;;Pasokan énergi;40,4;60;Energi\r\n\
;\"Kontrak \"\"menengah\"\"\";70;60,0;;;;;\r\n\
;Kontrak panjang;0;100;;;;;\r\n\
;;;;;;;;\r\n\
;Tidak ada;0;100;;Teknologi;59,6;40;Teknologi\r\n\
;Usaha patungan;100;0;;Teknologi;;;\r\n\
;;;;;;;;\r\n\
Negara;Nusa;Boreal;;;;;;\r\n\
BATNA;25;40 %;;;;;;\r\n\
Kebutuhan;Teknologi 80;Energi: 80, Teknologi: 30;;;;;;\r\n";

#[track_caller]
fn reads_as_typed(bytes: &[u8]) {
    let (table, notes) = table_of(bytes);
    let told: Vec<&str> = notes.iter().map(|it| it.problem.rule).collect();
    assert_eq!(told, ["cell-column-unknown", "cell-rounded", "cell-rounded"]);
    let scenario = made(&table);
    let shared = &scenario.shared;
    assert_eq!(shared.issues.len(), 4, "clauses and a legal form are added");
    assert_eq!(shared.issues[0].title.id, "Pasokan énergi");
    assert_eq!(shared.issues[0].options[1].label.id, "Kontrak \"menengah\"");
    assert_eq!(
        (&scenario.briefs.first.weights[..2], &scenario.briefs.second.weights[..2]),
        (&[40, 60][..], &[60, 40][..])
    );
    assert_eq!((scenario.briefs.first.batna, scenario.briefs.second.batna), (25, 40));
    assert_eq!(scenario.briefs.second.stakes[0][1].value, 60);
    assert_eq!(
        (&shared.countries.first.name.id, &shared.countries.second.name.id),
        (&"Nusa".into(), &"Boreal".into())
    );
    assert_eq!(scenario.briefs.second.needs.len(), 2);
}

#[test]
fn a_table_typed_in_an_indonesian_spreadsheet_is_read_in_every_encoding_and_with_every_separator() {
    reads_as_typed(TYPED.as_bytes());
    reads_as_typed(format!("\u{feff}{TYPED}").as_bytes());
    let narrow: Vec<u8> = TYPED.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin")).collect();
    assert!(std::str::from_utf8(&narrow).is_err(), "as older spreadsheets save it");
    reads_as_typed(&narrow);
    let wide = [0xfeff].into_iter().chain(TYPED.encode_utf16()).flat_map(u16::to_le_bytes);
    reads_as_typed(&wide.collect::<Vec<u8>>());
    reads_as_typed(TYPED.replace(';', "\t").as_bytes());
    reads_as_typed(format!("sep=;\r\n{TYPED}").as_bytes());
}

#[test]
fn shares_of_one_and_per_cent_count_as_points() {
    let typed = "issue,option,value a,value b,weight a,weight b,sector\n\
                 E,E0,1,0,0.3,70%,Energy\nE,E1,0,1,,,\nT,T0,0.25,1,0.7,30%,Trade\nT,T1,1,0,,,\n";
    let (table, _) = table_of(typed.as_bytes());
    assert_eq!(table.issues[0].weights, [Some(30), Some(70)]);
    assert_eq!(table.issues[1].options[0].values, [Some(25), Some(100)]);
}

#[test]
fn naming_something_by_its_words_changes_none_of_its_languages() {
    let source = template::Template::by_name("river").expect("ships with the program").source;
    let (scenario, _) = check::parse(source).expect("playable");
    let merged = |rows: &str, lang: Lang| {
        let table = format!("pasal;pilihan;nilai pertama;nilai kedua\n{rows}\n");
        let (table, _) = read(table.as_bytes(), Weights::AsGiven).expect("a table");
        merge::merge(source, &scenario, &table, lang).map(|it| it.text).expect("merged")
    };
    let option = |text: &str| text.lines().find(|it| it.contains("\"Tanpa bendungan\"")).map(str::to_owned);
    let before = option(source).expect("the option");
    assert!(before.contains("No dam"), "{before}");
    for name in ["Tanpa bendungan", "No dam", "tanpa BENDUNGAN"] {
        let text = merged(&format!("D;{name};7;100"), Lang::Id);
        assert_eq!(option(&text).as_ref(), Some(&before), "{name}");
        assert!(text.contains("(7, 100)"), "{name}");
    }
    // The issue by one word of its title, and by the English one.
    for name in ["Bendungan", "The dam"] {
        assert!(merged(&format!("{name};Tanpa bendungan;7;100"), Lang::Id).contains("(7, 100)"), "{name}");
    }
    let both = |lang: Lang| {
        let table = "pasal;pilihan;nama pilihan;nilai pertama;nilai kedua\nD;D0;Tak usah;0;100\n";
        let (table, _) = read(table.as_bytes(), Weights::AsGiven).expect("a table");
        let text = merge::merge(source, &scenario, &table, lang).expect("merged").text;
        text.lines().find(|it| it.contains("Tak usah")).expect("the new label").trim().to_owned()
    };
    assert!(both(Lang::Id).contains("\"id\": \"Tak usah\", \"en\": \"No dam\""), "{}", both(Lang::Id));
    assert!(
        both(Lang::En).contains("\"id\": \"Tanpa bendungan\", \"en\": \"Tak usah\""),
        "{}",
        both(Lang::En)
    );
}

#[test]
fn what_a_row_says_is_never_dropped_without_a_word() {
    let rows = |rest: &str| {
        format!(
            "pasal;pilihan;bobot pertama;bobot kedua;nilai pertama;nilai kedua\nA;A0;50;50;0;100\n;A1;;;100;0\nB;B0;50;50;0;100\n;B1;;;100;0\n{rest}"
        )
    };
    let told = |text: &str| -> Vec<(&'static str, String)> {
        let found = match read(text.as_bytes(), Weights::Hundred) {
            Ok((_, notes)) => notes,
            Err(found) => found,
        };
        found.into_iter().map(|it| (it.problem.rule, it.place.name())).collect()
    };
    assert_eq!(told(&rows("")), []);
    assert_eq!(told(&rows(";;;;70;60\n")), [("cell-no-option", "E6".to_owned())]);
    assert_eq!(told(&rows("Jumlah;;100;100;;\n")), [("cell-total-row", "6".to_owned())]);
    assert_eq!(told(&rows(";\"B2;;;0;100\n")), [("cell-open-quote", "6".to_owned())]);
    assert_eq!(told(&rows("").replace(";A1;", ";Pipa 5\";")), [], "a mark of inches opens nothing");
    let twice = rows("").replace("nilai kedua\n", "nilai kedua;nilai kedua\n");
    assert_eq!(told(&twice), [("cell-column-twice", "G1".to_owned())]);
}

#[test]
fn every_mistake_is_told_with_its_cell_at_once() {
    let head = "pasal;pilihan;nilai 1;nilai 2;bobot 1;bobot 2;sektor;kunci;status quo\n";
    let rows = |rows: &str| format!("{head}{rows}");
    assert_eq!(
        errors(&rows(
            "E;E0;1O0;0;50;100;Energy;;ya\nE;E1;0;101;40;;Enerji;gembok;mungkin\nT;T0;0;0;50;;Trade;;\n"
        )),
        [
            ("cell-number", "C2".to_owned()),
            ("unknown-sector", "G3".to_owned()),
            ("cell-two-weights", "E3".to_owned()),
            ("cell-fact", "I3".to_owned()),
            ("cell-lock", "H3".to_owned()),
            ("out-of-range", "D3".to_owned()),
        ]
    );
    assert_eq!(errors(&rows("E;E0;0;0;90;100;;;\nE;E1;0;0;;;;;\n")), [("cell-weights-sum", "E2".to_owned())]);
    // Each negative weight where it stands, not a sum that seems to be right: -20 + 120 = 100.
    assert_eq!(
        errors(&rows("E;E0;0;0;120;100;;;\nT;T0;0;0;-20;0;;;\n")),
        [("out-of-range", "E3".to_owned())]
    );
    assert_eq!(errors(&rows("E;E0;0,5;0;100;100;;;\nE;E1;0;70;;;;;\n")), [("cell-share", "C2".to_owned())]);
    assert_eq!(errors(&rows(";E0;0;0;;;;;\n")), [("cell-no-issue", "2".to_owned())]);
    assert_eq!(errors("Halo;dunia\n1;2\n"), [("cell-no-rows", "1".to_owned())]);
    assert_eq!(errors("PK\u{3}\u{4}bukan zip"), [("cell-unreadable", "1".to_owned())]);
    // What only a whole scenario needs is told when one is made.
    let (table, _) =
        table_of(rows("E;E0;;0;100;100;Energy;;\nT;T0;1;2;;;Trade;;\nT;T0;1;2;;;;;\n").as_bytes());
    let found = draft::write(&table, "x").expect_err("not playable");
    assert_eq!(
        rules(&found),
        [
            ("few-options", "2".to_owned()),
            ("no-value", "2".to_owned()),
            ("no-weight", "3".to_owned()),
            ("duplicate-id", "4".to_owned()),
        ]
    );
}

#[test]
fn weights_that_do_not_sum_to_a_hundred_are_divided_by_their_sum_on_request() {
    let typed = "issue;option;value a;value b;weight a;weight b\nE;E0;1;0;1;2\nE;E1;0;9;;\nT;T0;0;9;2;1\nT;T1;9;0;;\n";
    let (table, _) = read(typed.as_bytes(), Weights::Normalised).expect("a table");
    let weights: Vec<_> = table.issues.iter().map(|issue| issue.weights).collect();
    assert_eq!(weights, [[Some(33), Some(67)], [Some(67), Some(33)]]);
}

#[test]
fn a_table_changes_only_what_it_names_and_leaves_every_comment() {
    let source = template::ALL[0].source;
    let (scenario, _) = check::parse(source).expect("valid");
    let typed = "pilihan;pasal;label (id);nilai pertama;nilai kedua;bobot pertama;kunci;sosial\n\
                 P1;P;Hari pasar;44;51;40;;\nP2;P;;;;;pemanis;\nL3;L;;;;45;;2\n\n\
                 negara;pertama;kedua\nBATNA;45;\nstatus quo ante;50;52\n";
    let (table, _) = read(typed.as_bytes(), Weights::AsGiven).expect("a table");
    let merged =
        merge::merge(source, &scenario, &table, Lang::Id).unwrap_or_else(|found| panic!("{found:#?}"));
    let (after, _) = check::parse(&merged.text).unwrap_or_else(|list| panic!("{list:#?} in {}", merged.text));
    let option = |scenario: &Scenario, id: &str| {
        let (issue, option) = scenario.shared.option_by_id(id).expect("an option");
        scenario.shared.choice(issue, option).clone()
    };
    assert_eq!(option(&after, "P1").label.id, "Hari pasar");
    assert_eq!(option(&after, "P1").label.en, option(&scenario, "P1").label.en);
    assert_eq!(option(&after, "P2").lock, Some(mufakat::scenario::Lock::Sweetener));
    assert_eq!(option(&after, "L3").pillars[1], 2);
    assert_eq!(after.briefs.first.weights[..2], [40, 45]);
    assert_eq!((after.briefs.first.batna, after.briefs.second.batna), (45, scenario.briefs.second.batna));
    assert_eq!(after.briefs.second.status_quo_ante, Some(52));
    let comments = |text: &str| {
        text.lines().filter(|it| it.trim().starts_with("//")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(comments(&merged.text), comments(source));
    let kept = source.lines().filter(|line| merged.text.contains(line)).count();
    assert!(source.lines().count() - kept < 12, "{} of {} lines kept", kept, source.lines().count());
    // What was changed once is as the table says: nothing is left to change.
    let again = merge::merge(&merged.text, &after, &table, Lang::Id).expect("the same table");
    assert_eq!(again.changes, 0, "{}", again.text);
}

#[test]
fn rows_that_the_scenario_does_not_have_are_refused() {
    let source = template::ALL[0].source;
    let (scenario, _) = check::parse(source).expect("valid");
    let typed = "issue;option;value a;value b\nP;P9;1;2\nQ;Q1;1;2\n";
    let (table, _) = read(typed.as_bytes(), Weights::AsGiven).expect("a table");
    let found = merge::merge(source, &scenario, &table, Lang::Id).expect_err("unknown rows");
    assert_eq!(rules(&found), [("unknown-option", "2".to_owned()), ("unknown-issue", "3".to_owned())]);
}

#[test]
fn a_text_that_looks_like_a_formula_is_no_formula_in_a_spreadsheet() {
    let written = |cells: &[&str], style| {
        let row = cells.iter().map(|cell| (*cell).to_owned()).collect();
        csv::write(&[Grid { name: "x".to_owned(), rows: vec![row] }], style)
    };
    let cells = ["=1+1", "-2", "-nya", "+nan", "@x", "\tx", "2.5", "-inf", "a;b"];
    assert_eq!(
        written(&cells, Style::SEMICOLON),
        "\u{feff}'=1+1;-2;'-nya;'+nan;'@x;'\tx;2,5;'-inf;\"a;b\"\r\n"
    );
    assert_eq!(
        written(&cells, Style::PLAIN),
        "'=1+1,-2,'-nya,'+nan,'@x,'\tx,2.5,'-inf,a;b\n",
        "what another program reads is no formula either"
    );
    // What reading takes off is what writing put there.
    let list = mufakat::interchange::table::list(written(&cells[..8], Style::COMMA).as_bytes());
    assert_eq!(list, Some(vec![cells[..8].iter().map(|cell| (*cell).to_owned()).collect()]));
}

#[test]
fn a_cell_at_the_far_corner_of_a_sheet_fills_no_memory() {
    let (scenario, _) = check::parse(template::ALL[0].source).expect("valid");
    let grids = sheet::grids(&Table::of(&scenario), Words::default());
    let written = |corner: bool| {
        let mut book = rust_xlsxwriter::Workbook::new();
        for grid in &grids {
            let sheet = book.add_worksheet();
            sheet.set_name(&grid.name).expect("a name");
            for (row, cells) in (0u32..).zip(&grid.rows) {
                for (column, cell) in (0u16..).zip(cells) {
                    sheet.write_string(row, column, cell).expect("a place");
                }
            }
            if corner {
                sheet.write_string(1_048_575, 16_383, "lupa").expect("the last cell");
            }
        }
        book.save_to_buffer().expect("a workbook")
    };
    assert!(read(&written(false), Weights::Hundred).is_ok());
    // All 17,179,869,184 cells between the corners would be 400 GB; the sheet is refused instead.
    let findings = read(&written(true), Weights::Hundred).expect_err("too far off");
    let told: Vec<_> = findings.iter().map(|it| (it.problem.rule, it.place.name())).collect();
    assert_eq!(told, [("cell-far", format!("{}!XFD1048576", grids[0].name))]);
}

#[test]
fn two_rows_for_one_option_are_told_and_neither_is_written_over_the_other() {
    let source = template::ALL[0].source;
    let (scenario, _) = check::parse(source).expect("valid");
    let csv = csv::write(&sheet::grids(&Table::of(&scenario), Words::default()), Style::SEMICOLON);
    let id = &scenario.shared.issues[0].options[1].id;
    let line = csv.lines().find(|line| line.contains(&format!(";{id};"))).expect("its row");
    let at = csv.find(line).expect("its place") + line.len() + 2;
    // The natural way to add an option: its row is copied, and here the id stays.
    let doubled = format!("{}{line}\r\n{}", &csv[..at], &csv[at..]);
    let table = read(doubled.as_bytes(), Weights::AsGiven).expect("a table").0;
    let Err(found) = merge::merge(source, &scenario, &table, Lang::Id) else { panic!("two rows for one") };
    assert_eq!(found.iter().map(|it| it.problem.rule).collect::<Vec<_>>(), ["cell-option-twice"]);
}

#[test]
fn a_far_cell_of_an_open_document_is_told_with_its_place() {
    let near = table_of(include_bytes!("fixtures/tables/near.ods")).0;
    assert_eq!(near.issues.len(), 2);
    // The same sheet with one more cell, half a million empty rows below.
    let far = include_bytes!("fixtures/tables/far.ods");
    let found = read(far, Weights::Hundred).expect_err("too far off");
    assert_eq!(rules(&found), [("cell-far", "Poin!A500006".to_owned())]);
}

#[test]
fn a_cell_that_is_no_place_is_refused_or_passed_over_but_does_not_panic() {
    let (scenario, _) = check::parse(template::ALL[0].source).expect("valid");
    let whole = xlsx(&sheet::grids(&Table::of(&scenario), Words::default())).expect("a workbook");
    let mut bytes = whole.clone();
    // Found by chance by the property below: the reader multiplied the letters of a column too far.
    bytes[4232] = 118;
    let _ = read(&bytes, Weights::Hundred);
    for at in (4000..4400.min(whole.len())).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] = 118;
        let _ = read(&bytes, Weights::Hundred);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), text in "[;,\"\n\tA-Ea-e0-9=:.%-]{0,200}") {
        let _ = read(&bytes, Weights::Hundred);
        let typed = format!("pasal;pilihan;nilai 1;nilai 2;bobot 1;bobot 2\n{text}");
        if let Ok((table, _)) = read(typed.as_bytes(), Weights::Normalised) {
            let _ = draft::write(&table, &text);
        }
    }

    #[test]
    fn a_damaged_workbook_is_refused_or_read_but_never_panics(at in 0usize..20_000, byte: u8) {
        let (scenario, _) = check::parse(template::ALL[0].source).expect("valid");
        let mut bytes = xlsx(&sheet::grids(&Table::of(&scenario), Words::default())).expect("a workbook");
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read(&bytes, Weights::Hundred);
        bytes.truncate(at);
        let _ = read(&bytes, Weights::Hundred);
    }
}

#[test]
fn titles_and_labels_that_begin_alike_or_have_no_latin_letter_stay_apart() {
    let text = "pasal;sektor;bobot pertama;bobot kedua;label;nilai pertama;nilai kedua\n\
                Pelatihan tenaga kesehatan bersama tahap pertama;Health;25;25;Biaya pelatihan dibagi rata menurut penduduk;0;100\n\
                ;;;;Biaya pelatihan dibagi rata menurut ekonomi;100;0\n\
                Pelatihan tenaga kesehatan bersama tahap kedua;Health;25;25;Tidak;0;100\n\
                ;;;;Ya;100;0\n\
                水;Energy;25;25;Sedikit;0;100\n\
                ;;;;Banyak;100;0\n\
                火;Energy;25;25;Sedikit;0;100\n\
                ;;;;Banyak;100;0\n";
    let (table, notes) = table_of(text.as_bytes());
    assert_eq!(rules(&notes), []);
    let titles: Vec<_> = table.issues.iter().map(|it| it.title.id.clone().expect("a title")).collect();
    assert_eq!(titles.len(), 4, "{titles:?}");
    assert!(table.issues.iter().all(|it| it.options.len() == 2));
    let issues: BTreeSet<_> = table.issues.iter().map(|it| &it.id).collect();
    assert_eq!(issues.len(), 4, "{issues:?}");
    for issue in &table.issues {
        assert!(issue.options[0].id != issue.options[1].id, "{:?}", issue.options);
    }
    made(&table);
}

#[test]
fn a_table_puts_issues_into_reserve_and_leaves_the_comments_within_a_value() {
    let source = template::ALL[0].source;
    let (scenario, _) = check::parse(source).expect("valid");
    let (mut table, _) = table_of(&written(&scenario)[0]);
    let several = |at: &usize| source[*at..].split(')').next().is_some_and(|it| it.contains(", "));
    let at = source.match_indices("pillars: (").map(|(at, found)| at + found.len()).find(several);
    let at = at.expect("an option that moves two pillars");
    let end = at + source[at..].find(')').expect("their end");
    let noted = source[at..end].replacen(", ", ", // catatan sendiri\n                        ", 1);
    assert!(noted.contains("//"), "{noted}");
    let noted = format!("{}{noted}{}", &source[..at], &source[end..]);
    let (scenario, _) = check::parse(&noted).expect("valid");
    let moves = |it: &&mut mufakat::interchange::table::OptionRow| {
        it.pillars.iter().filter(|it| it.unwrap_or(0) != 0).count() > 1
    };
    let option = table.issues.iter_mut().flat_map(|it| &mut it.options).find(moves).expect("the same option");
    let pillar = option.pillars.iter_mut().flatten().find(|it| **it != 0).expect("it moves one");
    *pillar += pillar.signum();
    let merged = merge::merge(&noted, &scenario, &table, Lang::Id).expect("merged");
    assert!(merged.changes > 0);
    assert!(merged.text.contains("// catatan sendiri"), "{}", merged.text);
    check::parse(&merged.text).unwrap_or_else(|found| panic!("{found:#?}"));
    // The column of the reserve is read, and so it changes something.
    let (mut table, _) = table_of(&written(&scenario)[0]);
    table.issues[0].reserve = Some(true);
    let merged = merge::merge(source, &scenario, &table, Lang::Id).expect("merged");
    assert!(merged.text.contains("reserve: true"), "{}", merged.text);
}
