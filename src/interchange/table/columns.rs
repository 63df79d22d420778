//! The columns of a table by their headings, in both languages and as people abbreviate them.

use super::NUMBERS;
use super::sides::{Sides, Told};
use crate::scenario::{Feature, Lang, Seat};
use crate::words::Words;
use std::sync::OnceLock;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// The id of the issue.
    Issue,
    /// The title of the issue; `None` for both languages.
    Title(Option<Lang>),
    Sector,
    Kind,
    Reserve,
    Weight(Seat),
    /// The id of the option.
    Option,
    Label(Option<Lang>),
    Article(Option<Lang>),
    Value(Seat),
    StatusQuo,
    Lock,
    Harmful,
    Pillar(usize),
    /// A pair of [`super::PAIRS`].
    Pair(usize, Seat),
    Meets(Seat),
    Feature(Feature),
    Obligation,
    Quota,
}

impl Column {
    /// Whether a cell of it says something about an option.
    pub(super) const fn is_of_option(self) -> bool {
        matches!(
            self,
            Self::Article(_)
                | Self::Value(_)
                | Self::StatusQuo
                | Self::Lock
                | Self::Harmful
                | Self::Pillar(_)
                | Self::Pair(..)
                | Self::Meets(_)
                | Self::Feature(_)
                | Self::Obligation
                | Self::Quota
        )
    }
}

/// A kind of column: the key of its heading, other headings for it, and what it makes.
struct Base {
    key: &'static str,
    also: &'static [&'static str],
    make: Make,
}

/// Whether a heading names a language, a side, or neither.
#[derive(Clone, Copy)]
enum Make {
    One(Column),
    Text(fn(Option<Lang>) -> Column),
    Side(fn(Seat) -> Column),
}

const BASES: &[Base] = &[
    Base {
        key: "table-issue",
        also: &["pokok", "isu", "id pasal", "id issue"],
        make: Make::One(Column::Issue),
    },
    Base {
        key: "table-title",
        also: &["judul", "title", "nama pasal", "article title"],
        make: Make::Text(Column::Title),
    },
    Base { key: "table-sector", also: &["bidang"], make: Make::One(Column::Sector) },
    Base { key: "table-kind", also: &["type", "tipe"], make: Make::One(Column::Kind) },
    Base { key: "table-reserve", also: &[], make: Make::One(Column::Reserve) },
    Base { key: "table-weight", also: &["poin", "points", "bobot pasal"], make: Make::Side(Column::Weight) },
    Base { key: "table-option", also: &["opsi", "id pilihan", "id option"], make: Make::One(Column::Option) },
    Base {
        key: "table-label",
        also: &["nama pilihan", "option label", "nama", "keterangan"],
        make: Make::Text(Column::Label),
    },
    Base {
        key: "table-article",
        also: &["naskah", "text", "bunyi pasal"],
        make: Make::Text(Column::Article),
    },
    Base { key: "table-value", also: &["nilai pilihan", "score", "skor"], make: Make::Side(Column::Value) },
    Base {
        key: "table-status-quo",
        also: &["keadaan sekarang", "sekarang"],
        make: Make::One(Column::StatusQuo),
    },
    Base { key: "table-lock", also: &["locked", "terkunci"], make: Make::One(Column::Lock) },
    Base { key: "table-harmful", also: &["harm"], make: Make::One(Column::Harmful) },
    Base { key: "pillar-economy", also: &[], make: Make::One(Column::Pillar(0)) },
    Base { key: "pillar-society", also: &["masyarakat"], make: Make::One(Column::Pillar(1)) },
    Base { key: "pillar-environment", also: &["alam"], make: Make::One(Column::Pillar(2)) },
    Base { key: "table-sovereignty", also: &[], make: Make::Side(|seat| Column::Pair(0, seat)) },
    Base { key: "table-dependence", also: &[], make: Make::Side(|seat| Column::Pair(1, seat)) },
    Base { key: "table-effort", also: &["usaha"], make: Make::Side(|seat| Column::Pair(2, seat)) },
    Base { key: "table-meets", also: &[], make: Make::Side(Column::Meets) },
    Base { key: "table-obligation", also: &[], make: Make::One(Column::Obligation) },
    Base { key: "table-quota", also: &[], make: Make::One(Column::Quota) },
];

/// Every column, in the order in which they are written.
pub(super) fn all() -> Vec<Column> {
    let mut all = Vec::new();
    for base in BASES {
        match base.make {
            Make::One(column) => all.push(column),
            Make::Text(make) => all.extend(Lang::ALL.map(|lang| make(Some(lang)))),
            Make::Side(make) => all.extend(Seat::ALL.map(make)),
        }
    }
    let features = Feature::ALL.map(Column::Feature);
    let before = all.len() - 2;
    all.splice(before..before, features);
    all
}

/// The heading of a column.
pub(super) fn heading(column: Column, words: Words) -> String {
    for base in BASES {
        match base.make {
            Make::One(it) if it == column => return words.get(base.key),
            Make::Text(make) => {
                if let Some(lang) = Lang::ALL.into_iter().find(|&lang| make(Some(lang)) == column) {
                    return format!("{} ({})", words.get(base.key), lang.code());
                }
            }
            Make::Side(make) => {
                if let Some(seat) = Seat::ALL.into_iter().find(|&seat| make(seat) == column) {
                    return format!("{} {}", words.get(base.key), side(seat, words));
                }
            }
            Make::One(_) => {}
        }
    }
    match column {
        Column::Feature(feature) => feature_heading(feature, words),
        _ => String::new(),
    }
}

fn feature_heading(feature: Feature, words: Words) -> String {
    words.get(&format!("table-{}", feature.name().replace('_', "-")))
}

/// The word for a side in a heading.
pub(super) fn side(seat: Seat, words: Words) -> String {
    words.get(match seat {
        Seat::First => "table-first",
        Seat::Second => "table-second",
    })
}

/// Small letters, digits and single spaces.
pub(super) fn plain(text: &str) -> String {
    let letters: String =
        text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The side that a word names.
pub(super) fn seat(word: &str) -> Option<Seat> {
    match word {
        "pertama" | "first" | "1" | "a" | "i" => Some(Seat::First),
        "kedua" | "second" | "2" | "b" | "ii" => Some(Seat::Second),
        _ => None,
    }
}

fn lang(word: &str) -> Option<Lang> {
    match word {
        "id" | "indonesia" | "indonesian" => Some(Lang::Id),
        "en" | "inggris" | "english" => Some(Lang::En),
        _ => None,
    }
}

/// The columns of a row of headings; a column that nobody knows is `None`.
///
/// Where a heading names a side by its country, `sides` says which it is, and hears of those that are new.
pub(super) fn recognise(row: &[String], sides: &mut Sides) -> (Vec<Option<Column>>, Told) {
    let plains: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
    let based: Vec<Option<(Make, String)>> = plains.iter().map(|heading| based(heading)).collect();
    let of_sides = based.iter().enumerate().filter_map(|(at, it)| match it {
        Some((Make::Side(_), rest)) => Some((at, rest.as_str())),
        _ => None,
    });
    let told = sides.hear(of_sides);
    let mut found: Vec<Option<Column>> = Vec::with_capacity(row.len());
    for based in based {
        let column = based.and_then(|(make, rest)| one(make, &rest, sides, &found));
        found.push(column.filter(|column| !found.contains(&Some(*column))));
    }
    (found, told)
}

/// The sides that the two headings of the section of countries name; what they say of them.
pub(super) fn named_sides(cells: [&str; 2], sides: &mut Sides) -> ([Option<Seat>; 2], Told) {
    let headings = cells.map(plain);
    let told = sides.hear(headings.iter().map(String::as_str).enumerate());
    (headings.map(|heading| sides.seat(&heading)), told)
}

/// Every heading that is known, in small letters: all cells of a table are held against them.
struct Known {
    features: Vec<(String, Feature)>,
    bases: Vec<(String, &'static Base)>,
}

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let in_both =
            |heading: &dyn Fn(Words) -> String| Lang::ALL.map(|lang| plain(&heading(Words::new(lang))));
        let features = Feature::ALL.into_iter().flat_map(|feature| {
            let names = in_both(&|words| feature_heading(feature, words)).into_iter();
            names.chain([plain(feature.name())]).map(move |name| (name, feature))
        });
        let bases = BASES.iter().flat_map(|base| {
            let names = in_both(&|words| words.get(base.key)).into_iter();
            names.chain(base.also.iter().map(|&it| it.to_owned())).map(move |name| (name, base))
        });
        Known { features: features.collect(), bases: bases.collect() }
    })
}

/// What a heading begins with, and what stands behind that.
fn based(heading: &str) -> Option<(Make, String)> {
    if heading.is_empty() {
        return None;
    }
    let known = known();
    if let Some((_, feature)) = known.features.iter().find(|(name, _)| name == heading) {
        return Some((Make::One(Column::Feature(*feature)), String::new()));
    }
    // The longest beginning that is known: "status quo" before "status", "nilai pilihan" before "nilai".
    known
        .bases
        .iter()
        .filter_map(|(name, base)| {
            let rest = heading.strip_prefix(name.as_str())?;
            (rest.is_empty() || rest.starts_with(' ')).then(|| (base, rest.trim().to_owned(), name.len()))
        })
        .max_by_key(|(_, _, length)| *length)
        .map(|(base, rest, _)| (base.make, rest))
}

fn one(make: Make, rest: &str, sides: &Sides, before: &[Option<Column>]) -> Option<Column> {
    match make {
        Make::One(column) if rest.is_empty() || rest == "id" => Some(column),
        Make::One(_) => None,
        Make::Text(make) if rest.is_empty() => Some(make(None)),
        Make::Text(make) => lang(rest).map(|lang| make(Some(lang))),
        Make::Side(make) => {
            let free = || Seat::ALL.into_iter().find(|&seat| !before.contains(&Some(make(seat))));
            sides.seat(rest).or_else(free).map(make)
        }
    }
}

/// What a row of the section of countries is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Their names.
    Name,
    /// A number of [`NUMBERS`].
    Number(usize),
    /// Their needs.
    Needs,
}

/// Every line, in the order in which they are written.
pub(super) fn lines() -> Vec<Line> {
    let numbers = (0..NUMBERS.len()).map(Line::Number);
    std::iter::once(Line::Name).chain(numbers).chain([Line::Needs]).collect()
}

/// The heading of a line.
pub(super) fn line_heading(line: Line, words: Words) -> String {
    match line {
        Line::Name => words.get("table-name"),
        Line::Needs => words.get("table-needs"),
        Line::Number(at) => words.get(&format!("table-{}", NUMBERS[at].0.replace('_', "-"))),
    }
}

/// The line with this heading.
pub(super) fn line(cell: &str) -> Option<Line> {
    let wanted = plain(cell);
    lines().into_iter().find(|&line| {
        let field = match line {
            Line::Number(at) => plain(NUMBERS[at].0),
            _ => String::new(),
        };
        Lang::ALL.iter().any(|&lang| plain(&line_heading(line, Words::new(lang))) == wanted)
            || field == wanted
    })
}

/// Whether a row begins the section of countries.
pub(super) fn begins_countries(row: &[String]) -> bool {
    let filled: Vec<String> = row.iter().map(|cell| plain(cell)).filter(|cell| !cell.is_empty()).collect();
    let is_word =
        |cell: &String| Lang::ALL.iter().any(|&lang| plain(&Words::new(lang).get("table-country")) == *cell);
    filled.len() == 3 && filled.first().is_some_and(is_word)
}
