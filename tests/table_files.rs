//! Tables as files: what `export` writes and `import` reads, and what is kept on the way.

use crate::called::check_in;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

#[test]
fn the_commands_write_and_read_files_and_write_nothing_that_cannot_be_played() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    check_in(path, &["new", "Kasus Kita"], 0, &[], &[]);
    let file = "scenarios/kasus-kita.ron";
    for (format, name) in [("csv", "kita.csv"), ("xlsx", "kita.xlsx")] {
        check_in(
            path,
            &["export", "kasus-kita", "--to", format, "-o", name, "--delimiter", "comma"],
            0,
            &[],
            &[name],
        );
        check_in(path, &["import", name, "--into", file], 0, &[], &["Tidak ada yang berubah"]);
        check_in(
            path,
            &["import", name, "-o", "baru.ron", "--title", "Baru", "--lang", "en"],
            0,
            &[],
            &["5 issues"],
        );
        check_in(path, &["validate", "baru.ron"], 0, &["baru.ron"], &[]);
        check_in(path, &["analyse", "baru.ron"], 0, &["Nash"], &[]);
    }
    let csv = fs::read_to_string(path.join("kita.csv")).expect("a table");
    assert!(csv.starts_with("\u{feff}pasal,"), "{csv}");
    let before = fs::read_to_string(path.join(file)).expect("a scenario");
    fs::write(path.join("rusak.csv"), csv.replacen(",50,35,", ",51,35,", 1)).expect("written");
    // A sum that is off is found in the scenario that would come of it, and nothing is written.
    check_in(
        path,
        &["import", "rusak.csv", "--into", file],
        1,
        &[],
        &["rusak.csv", "101", "Tidak ada yang ditulis"],
    );
    check_in(path, &["import", "rusak.csv", "-o", "x.ron"], 1, &[], &["rusak.csv:F2", "101", "--normalise"]);
    assert_eq!(fs::read_to_string(path.join(file)).expect("a scenario"), before);
    assert!(!path.join("x.ron").exists());
    fs::write(path.join("baik.csv"), csv.replacen(",45,50,", ",48,50,", 1)).expect("written");
    check_in(
        path,
        &["import", "baik.csv", "--into", file, "--lang", "en"],
        0,
        &[],
        &["One place has changed"],
    );
    assert!(fs::read_to_string(path.join(file)).expect("a scenario").contains("(48, 50)"));
    // What only the scenario shows is told at the row that it comes from, not in a text that nobody wrote.
    let (head, rows) = csv.split_once("\r\n").expect("a head");
    let (columns, row) = (head.split(',').count(), rows.lines().nth(1).expect("a second option"));
    let wide = format!("{}50", &row[..row.rfind(',').expect("cells") + 1]);
    assert_eq!((columns, head.ends_with("dukungan")), (wide.split(',').count(), true), "{wide}");
    fs::write(path.join("dukungan.csv"), csv.replacen(row, &wide, 1)).expect("written");
    for goal in [["-o", "x.ron"], ["--into", file]] {
        let args = ["import", "dukungan.csv", goal[0], goal[1]];
        check_in(path, &args, 1, &[], &["kesalahan[idle-field]", "--> dukungan.csv:3\n"]);
    }
    check_in(path, &["import", "tidak-ada.csv", "-o", "x.ron"], 2, &[], &["tidak-ada.csv"]);
    check_in(path, &["import", "kita.csv", "kita.xlsx", "-o", "x.ron"], 2, &[], &["satu tabel"]);
    check_in(path, &["import", "baru.ron", "--into", file], 2, &[], &["--into"]);
    check_in(path, &["import", "kita.csv"], 2, &[], &["--out"]);
}

#[test]
fn the_only_table_of_a_folder_is_the_one_that_is_meant() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    fs::create_dir(path.join("kelas")).expect("a folder");
    fs::write(path.join("kelas/poin.ods"), include_bytes!("fixtures/tables/near.ods")).expect("written");
    // What a spreadsheet program keeps beside an open file, and a note.
    fs::write(path.join("kelas/~$poin.xlsx"), "x").expect("written");
    fs::write(path.join("kelas/catatan.txt"), "besok").expect("written");
    check_in(path, &["import", "kelas", "-o", "dari-folder.ron"], 0, &[], &["poin.ods"]);
    check_in(path, &["import", "kelas/poin.ods", "-o", "dari-berkas.ron"], 0, &[], &[]);
    let made = |name: &str| fs::read_to_string(path.join(name)).expect("a scenario");
    assert_eq!(made("dari-folder.ron"), made("dari-berkas.ron"));
    fs::write(path.join("kelas/lain.csv"), "a;b").expect("written");
    let told = ["lain.csv", "poin.ods", "Sebutkan satu"];
    check_in(path, &["import", "kelas", "-o", "x.ron"], 2, &[], &told);
    assert!(!path.join("x.ron").exists());
    // Files of another program come before tables that lie beside them.
    for name in ["pasar-domain", "pembeli", "penjual"] {
        let file = format!("{name}.xml");
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/genius").join(&file);
        fs::copy(from, path.join("kelas").join(file)).expect("copied");
    }
    check_in(path, &["import", "kelas", "-o", "x.ron"], 0, &[], &["GENIUS XML"]);
}

#[test]
fn what_a_scenario_held_before_an_import_is_kept_beside_it() {
    let folder = TempDir::new().expect("a folder");
    let near = include_bytes!("fixtures/tables/near.ods");
    fs::write(folder.path().join("poin.ods"), near).expect("written");
    let import = ["import", "poin.ods", "-o", "kasus.ron"];
    check_in(folder.path(), &import, 0, &[], &[]);
    let path = folder.path().join("kasus.ron");
    let drafted = fs::read_to_string(&path).expect("a scenario");
    // The same again changes nothing, and nothing is kept twice.
    check_in(folder.path(), &import, 0, &[], &[]);
    assert!(!folder.path().join("kasus.ron.1.bak").exists());
    let by_hand = drafted.replacen("Poin", "Arahan yang ditulis tangan", 1) + "// selesai\n";
    fs::write(&path, &by_hand).expect("written");
    check_in(folder.path(), &import, 0, &[], &["kasus.ron.1.bak"]);
    assert_eq!(fs::read_to_string(folder.path().join("kasus.ron.1.bak")).expect("kept"), by_hand);
    assert_eq!(fs::read_to_string(&path).expect("a scenario"), drafted);
}

#[test]
fn a_pipe_is_written_into_and_a_link_leads_to_its_file() {
    use std::os::unix::fs::{FileTypeExt, symlink};
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    let pipe = path.join("pipa");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|it| it.success()), "a pipe");
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).expect("what was written")
    });
    check_in(path, &["export", "nusa-boreal", "--to", "csv", "-o", "pipa"], 0, &[], &["pipa"]);
    assert!(reader.join().expect("read").contains("Nusa"), "the reader of the pipe has the table");
    assert!(fs::metadata(&pipe).expect("it is there").file_type().is_fifo(), "and it is a pipe still");
    symlink("belum.csv", path.join("tautan.csv")).expect("a link");
    check_in(path, &["export", "nusa-boreal", "--to", "csv", "-o", "tautan.csv"], 0, &[], &[]);
    assert!(fs::symlink_metadata(path.join("tautan.csv")).expect("it is there").is_symlink());
    assert!(fs::read_to_string(path.join("belum.csv")).expect("a table").contains("Nusa"));
}

#[test]
fn what_was_kept_beside_an_export_is_no_part_of_it() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    for lang in ["id", "en"] {
        check_in(path, &["export", "nusa-boreal", "--to", "negmas", "-o", "g", "--lang", lang], 0, &[], &[]);
    }
    let kept = fs::read_dir(path.join("g")).expect("a folder").filter_map(Result::ok);
    assert!(kept.filter(|it| it.file_name().to_string_lossy().ends_with(".bak")).count() > 0);
    check_in(path, &["import", "g", "-o", "g.ron", "--title", "Judul Saya"], 0, &[], &["NegMAS"]);
    assert!(fs::read_to_string(path.join("g.ron")).expect("a scenario").contains("\"Judul Saya\""));
    let both = ["import", "g", "--into", "g.ron", "--title", "Lain"];
    check_in(path, &both, 2, &[], &["--title", "--into"]);
}
