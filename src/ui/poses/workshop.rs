//! The workshop in the script: a file that is sound, and the same after a save with mistakes.

use crate::interchange::table::Weights;
use crate::scenario::template::{Template, renamed};
use crate::ui::form::{Form, Section};
use crate::ui::shell::{Bench, Screen, Shell};
use crate::ui::workshop::Tab;
use crate::workshop::{Workshop, drafted};
use std::path::{Path, PathBuf};

/// The workshop before a file is chosen.
pub(super) fn empty(shell: &mut Shell) {
    shell.bench = Bench::default();
    shell.screen = Screen::Workshop;
}

/// Spreadsheets as they lie about on a teacher's computer.
fn tables() -> Vec<PathBuf> {
    ["Dokumen/poin-sungai.xlsx", "Unduhan/Kelas XI - tabel pilihan (1).csv", "Dokumen/kuliah/gas.ods"]
        .map(|name| Path::new("/home/guru").join(name))
        .to_vec()
}

/// The same, to begin from a spreadsheet in which cells are wrong.
pub(super) fn spreadsheet(shell: &mut Shell) {
    shell.offer_tables(tables());
    let wrong = "pasal;sektor;pilihan;nilai 1;nilai 2;bobot 1;bobot 2\nGas;Energi;Harian;100;nol;40;60\n;;Lima tahun;70;160;;\n";
    let told = drafted(wrong.as_bytes(), "Gas", Weights::Hundred, shell.words()).err().unwrap_or_default();
    let told: Vec<String> = told.into_iter().map(|it| it.text).collect();
    shell.bench.pick_table("Gas dan Pelatihan", &tables()[0]);
    shell.bench.told = Some(told.join("\n"));
}

/// A file that begins as a template; nothing is written for a picture.
pub(super) fn write(shell: &mut Shell) {
    let Some(template) = Template::by_name("river") else { return };
    let text = renamed(template.source, "sungai-kita", "Sungai Kita");
    shell.pose_workshop(Path::new("scenarios/sungai-kita.ron"), &text);
}

pub(super) fn tab(shell: &mut Shell, tab: Tab) {
    shell.bench.desk.tab = tab;
}

pub(super) fn simulate(shell: &mut Shell) {
    if let Some(file) = &mut shell.bench.file {
        file.simulate();
    }
}

/// The same file after a save with mistakes, of which some can be mended mechanically.
pub(super) fn mistakes(shell: &mut Shell) {
    tab(shell, Tab::Second);
    let Some(file) = &mut shell.bench.file else { return };
    let Some(source) = file.source() else { return };
    let broken = source
        .replacen("batna: 42,", "batna: 42%,", 1)
        .replacen("difficulty: Medium", "difficulty: \"Medium\"", 1)
        .replacen("\"D\": 18, \"W\": 33", "\"D\": 18, \"W\": 35", 1);
    // Nothing is on the disk that could be full.
    let _ = file.write(broken);
}

pub(super) fn mend(shell: &mut Shell) {
    let bench = &mut shell.bench;
    bench.desk.unfolded = false;
    bench.desk.mending = bench.file.as_ref().and_then(Workshop::mending);
}

/// The form for the file, at a section.
pub(super) fn form(shell: &mut Shell, section: Section) {
    if shell.bench.desk.tab != Tab::Edit {
        write(shell);
        tab(shell, Tab::Edit);
    }
    let source = shell.workshop_text().unwrap_or_default().to_owned();
    if let Ok(mut form) = Form::open(&source) {
        form.show(section);
        shell.bench.desk.form = Some(form);
    }
}

/// The weights of a file whose sum is wrong, and a translation that is missing.
pub(super) fn form_with_mistakes(shell: &mut Shell) {
    form(shell, Section::Weights);
    let source = shell.workshop_text().unwrap_or_default();
    let broken = source.replacen("\"D\": 18, \"W\": 33", "\"D\": 18, \"W\": 35", 1);
    if let Some(file) = &mut shell.bench.file {
        // Nothing is on the disk that could be full.
        let _ = file.write(broken);
    }
}

/// Everything that is wrong with it.
pub(super) fn form_review(shell: &mut Shell) {
    if let Some(form) = &mut shell.bench.desk.form {
        form.show(Section::Review);
    }
}

/// Points out of a spreadsheet.
pub(super) fn form_table(shell: &mut Shell) {
    shell.offer_tables(tables());
    if let Some(form) = &mut shell.bench.desk.form {
        form.show(Section::Table);
    }
}

/// How it is scored.
pub(super) fn form_scoring(shell: &mut Shell) {
    form(shell, Section::Scoring);
}
