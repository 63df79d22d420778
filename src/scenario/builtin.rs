//! The scenarios that ship with the program, compiled in: it runs from any folder.

use super::Scenario;
use super::check;
use std::sync::OnceLock;

/// Id and text of each, in the order in which they are offered.
pub const FILES: &[(&str, &str)] = &[
    ("nusa-boreal", include_str!("../../scenarios/nusa-boreal.ron")),
    ("kemitraan-ekonomi", include_str!("../../scenarios/kemitraan-ekonomi.ron")),
    ("layanan-haji", include_str!("../../scenarios/layanan-haji.ron")),
    ("dagang-keahlian-investasi", include_str!("../../scenarios/dagang-keahlian-investasi.ron")),
    ("hukum-ruang-udara-latihan", include_str!("../../scenarios/hukum-ruang-udara-latihan.ron")),
    ("melawan-teror-bersama", include_str!("../../scenarios/melawan-teror-bersama.ron")),
    ("beasiswa-riset-bencana", include_str!("../../scenarios/beasiswa-riset-bencana.ron")),
    ("vaksin-dalam-pandemi", include_str!("../../scenarios/vaksin-dalam-pandemi.ron")),
    ("dari-masa-lalu", include_str!("../../scenarios/dari-masa-lalu.ron")),
];

/// The text of a built-in scenario.
pub fn source(id: &str) -> Option<&'static str> {
    FILES.iter().find(|(known, _)| *known == id).map(|(_, source)| *source)
}

/// All built-in scenarios, checked once.
///
/// # Panics
///
/// Never in a released program: a test checks every file.
pub fn all() -> &'static [Scenario] {
    static ALL: OnceLock<Vec<Scenario>> = OnceLock::new();
    ALL.get_or_init(|| {
        FILES
            .iter()
            .map(|(id, source)| match check::parse(source) {
                Ok((scenario, _)) => scenario,
                Err(problems) => panic!("built-in scenario {id} has problems: {problems:#?}"),
            })
            .collect()
    })
}

/// A built-in scenario by its id.
pub fn by_id(id: &str) -> Option<&'static Scenario> {
    all().iter().find(|scenario| scenario.shared.id == id)
}
