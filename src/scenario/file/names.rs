//! "Did you mean ...?": names that are misspelt or Indonesian.

use super::super::problem::closest;

/// The name among `known` that `word` means: misspelt, or in Indonesian.
pub fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let plain = word.to_lowercase().replace([' ', '-'], "_");
    let english = INDONESIAN.iter().filter(|(id, _)| *id == plain).map(|(_, en)| *en);
    let translated = english.clone().find_map(|en| known.clone().find(|name| name.eq_ignore_ascii_case(en)));
    translated.or_else(|| closest(word, known))
}

/// Names of fields and choices as an Indonesian might write them.
const INDONESIAN: [(&str, &str); 55] = [
    ("judul", "title"),
    ("ringkasan", "summary"),
    ("latar", "background"),
    ("latar_belakang", "background"),
    ("penulis", "author"),
    ("lisensi", "licence"),
    ("license", "licence"),
    ("versi", "version"),
    ("nama_nyata", "real_names"),
    ("dibuat_dari", "based_on"),
    ("berdasarkan", "based_on"),
    ("kesulitan", "difficulty"),
    ("waktu", "timing"),
    ("putaran", "rounds"),
    ("ronde", "rounds"),
    ("menit", "minutes"),
    ("pertama", "first"),
    ("kedua", "second"),
    ("pasal", "issues"),
    ("isu", "issues"),
    ("berita", "news"),
    ("kabar", "news"),
    ("kuis", "quiz"),
    ("soal", "quiz"),
    ("nama", "name"),
    ("warna", "colour"),
    ("color", "colour"),
    ("peran", "role"),
    ("bobot", "weights"),
    ("kebutuhan", "needs"),
    ("garis_merah", "red_lines"),
    ("kelompok", "groups"),
    ("pengaruh", "influence"),
    ("batas", "threshold"),
    ("sektor", "sector"),
    ("tentang", "about"),
    ("opsi", "options"),
    ("pilihan", "options"),
    ("nilai", "value"),
    ("pilar", "pillars"),
    ("kedaulatan", "sovereignty"),
    ("ketergantungan", "dependence"),
    ("politik", "Politics"),
    ("keamanan", "Security"),
    ("ekonomi", "economy"),
    ("sosial", "society"),
    ("masyarakat", "society"),
    ("perdagangan", "Trade"),
    ("kesehatan", "Health"),
    ("lingkungan", "environment"),
    ("teknologi", "Technology"),
    ("hukum", "Law"),
    ("energi", "Energy"),
    ("mudah", "Easy"),
    ("sulit", "Hard"),
];
