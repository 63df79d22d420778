//! The words of both languages.
//!
//! Everything the program says stands in `assets/words/<language>/*.ftl`, under one key in both
//! languages (Project Fluent). Nothing else in the program holds a sentence.
//!
//! # Invariants
//!
//! - Both languages have the same keys with the same arguments (a test compares them).
//! - Numbers are written as the language writes them: a decimal comma in Indonesian.

use crate::exact::{EPS, places};
use crate::scenario::problem::Problem;
use crate::scenario::{Arg, Lang, Phrase, Sector, Shared, Speech};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;

/// The word files of a language.
macro_rules! files {
    ($lang:literal) => {
        &[
            include_str!(concat!("../../assets/words/", $lang, "/names.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/evidence.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/talks.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/voices.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/coach.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/problems.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/program.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/interchange.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/workshop.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/fields.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/form.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/window.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/debrief.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/hosting.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/print.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/class.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/selftest.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/lesson.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/reach.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/roster.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/settings.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/guide.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/glossary.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/room.ftl")),
            include_str!(concat!("../../assets/words/", $lang, "/delegation.ftl")),
        ]
    };
}

/// The sources of a language's words, for the test that compares the languages.
pub const fn sources(lang: Lang) -> &'static [&'static str] {
    const ID: &[&str] = files!("id");
    const EN: &[&str] = files!("en");
    match lang {
        Lang::Id => ID,
        Lang::En => EN,
    }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static ID: OnceLock<Bundle> = OnceLock::new();
    static EN: OnceLock<Bundle> = OnceLock::new();
    let cell = match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    };
    cell.get_or_init(|| {
        let id = lang.code().parse().expect("a language code");
        let mut bundle = Bundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for source in sources(lang) {
            // What can be read of a file with a mistake is used; a test reports the mistake.
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// What an author works with; a remedy speaks of that where it makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// The text of a scenario file.
    Text,
    /// A spreadsheet that the command line reads.
    Table,
    /// A spreadsheet that the window reads.
    TableInWindow,
    /// The form of the window.
    Form,
}

impl Medium {
    /// The attributes of a message that speak of it, the closest first.
    const fn attributes(self) -> &'static [&'static str] {
        match self {
            Self::Text => &[],
            Self::Table => &["table"],
            Self::TableInWindow => &["window", "table"],
            Self::Form => &["form"],
        }
    }
}

/// The words of one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// Whether everything is said half as long again.
    long: bool,
}

/// A sentence half as long again: every second word twice, a single word with more letters.
fn longer(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    if let [word] = words.as_slice() {
        return format!("{word}{}", "n".repeat(word.chars().count().div_ceil(2)));
    }
    let twice = |(at, word): (usize, &&str)| {
        if at % 2 == 1 { format!("{word} {word}") } else { (*word).to_owned() }
    };
    words.iter().enumerate().map(twice).collect::<Vec<_>>().join(" ")
}

impl Words {
    /// The words of a language.
    pub const fn new(lang: Lang) -> Self {
        Self { lang, long: false }
    }

    /// A pseudo-language for tests of the screens: everything is said half as long again, so that what
    /// fits now also fits in a language with longer words.
    pub const fn long(lang: Lang) -> Self {
        Self { lang, long: true }
    }

    /// The words under a key.
    pub fn get(self, key: &str) -> String {
        self.format(key, None)
    }

    /// The words under a key, with arguments that are words themselves.
    pub fn with(self, key: &str, args: &[(&str, &str)]) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(*name, *value);
        }
        self.format(key, Some(&fluent))
    }

    /// What the system says, in these words where it is one of the usual cases.
    pub fn why(self, error: &std::io::Error) -> String {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => self.get("cli-why-not-found"),
            ErrorKind::PermissionDenied => self.get("cli-why-denied"),
            ErrorKind::InvalidData => self.get("cli-why-no-text"),
            ErrorKind::IsADirectory => self.get("cli-why-folder"),
            ErrorKind::UnexpectedEof => self.get("cli-why-cut"),
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => self.get("cli-why-in-the-way"),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => self.get("cli-why-full"),
            ErrorKind::ReadOnlyFilesystem => self.get("cli-why-read-only"),
            ErrorKind::InvalidFilename => self.get("cli-why-name"),
            ErrorKind::AddrInUse => self.get("cli-why-port-taken"),
            ErrorKind::AddrNotAvailable => self.get("cli-why-no-address"),
            _ => error.to_string(),
        }
    }

    /// The words under a key with one count, by which plurals are chosen.
    pub fn count(self, key: &str, count: impl TryInto<i64>) -> String {
        let mut fluent = FluentArgs::new();
        fluent.set("count", FluentValue::from(count.try_into().unwrap_or(i64::MAX)));
        self.format(key, Some(&fluent))
    }

    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        self.format_as(key, &[], args)
    }

    /// The words under a key, or the first of these attributes that it has.
    fn format_as(self, key: &str, attributes: &[&str], args: Option<&FluentArgs<'_>>) -> String {
        let bundle = bundle(self.lang);
        let pattern = bundle.get_message(key).and_then(|message| {
            let own = attributes.iter().find_map(|name| message.get_attribute(name));
            own.map(|attribute| attribute.value()).or_else(|| message.value())
        });
        let Some(pattern) = pattern else { return format!("[{key}]") };
        let mut mistakes = Vec::new();
        let words = bundle.format_pattern(pattern, args, &mut mistakes).into_owned();
        debug_assert!(mistakes.is_empty(), "{key} in {}: {mistakes:?}", self.lang);
        if self.long { longer(&words) } else { words }
    }

    /// A phrase about a scenario.
    pub fn phrase(self, phrase: &Phrase, shared: &Shared) -> String {
        self.say(phrase, Some(shared))
    }

    /// A phrase that names nothing of a scenario.
    pub fn plain(self, phrase: &Phrase) -> String {
        self.say(phrase, None)
    }

    fn say(self, phrase: &Phrase, shared: Option<&Shared>) -> String {
        self.say_as(phrase, &[], shared)
    }

    fn say_as(self, phrase: &Phrase, attributes: &[&str], shared: Option<&Shared>) -> String {
        let mut fluent = FluentArgs::new();
        for (name, arg) in &phrase.args {
            fluent.set(name.clone(), self.value(arg, shared));
        }
        self.format_as(&phrase.key, attributes, Some(&fluent))
    }

    fn value<'v>(self, arg: &'v Arg, shared: Option<&'v Shared>) -> FluentValue<'v> {
        // What is put into a sentence grows with it.
        let plain = Self::new(self.lang);
        let text = |text: String| FluentValue::from(text);
        match arg {
            Arg::Num(value, decimals) => text(self.num(*value, *decimals)),
            Arg::Signed(value, decimals) => text(self.signed(*value, *decimals)),
            Arg::Count(value) => FluentValue::from(*value),
            Arg::Word(word) => FluentValue::from(word.as_str()),
            Arg::Sector(sector) => text(self.sector(*sector)),
            Arg::Phrase(phrase) => text(plain.say(phrase, shared)),
            Arg::List(phrases) => {
                let said: Vec<String> = phrases.iter().map(|phrase| plain.say(phrase, shared)).collect();
                // A thing with a comma of its own would be taken for two.
                let between = if said.iter().any(|it| it.contains(", ")) { "; " } else { ", " };
                text(said.join(between))
            }
            Arg::Country(seat) => {
                text(shared.map_or_else(String::new, |it| it.countries[*seat].name.get(self.lang).to_owned()))
            }
            Arg::Issue(no) => text(
                shared
                    .and_then(|it| it.issues.get(*no))
                    .map_or_else(String::new, |issue| issue.title.get(self.lang).to_owned()),
            ),
            Arg::Choice(issue, option) => text(
                shared
                    .and_then(|it| it.issues.get(*issue))
                    .and_then(|issue| issue.options.get(*option))
                    .map_or_else(String::new, |choice| choice.label.get(self.lang).to_owned()),
            ),
            Arg::News(no) => text(
                shared
                    .and_then(|it| it.news.get(*no))
                    .map_or_else(String::new, |news| news.title.get(self.lang).to_owned()),
            ),
            Arg::Group(seat, no) => text(
                shared
                    .and_then(|it| it.countries[*seat].groups.get(*no))
                    .map_or_else(String::new, |group| group.get(self.lang).to_owned()),
            ),
        }
    }

    /// What somebody said, in this language if it was a counterpart.
    pub fn speech(self, speech: &Speech, shared: &Shared) -> String {
        match speech {
            Speech::Typed(words) => words.clone(),
            Speech::Lines(lines) => {
                lines.iter().map(|line| self.phrase(line, shared)).collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// What is told of the countries of a scenario: what of them is invented.
    pub fn invented(self, shared: &Shared) -> String {
        self.get(if shared.real_names { "briefing-real-names" } else { "briefing-invented" })
    }

    /// The name of a sector.
    pub fn sector(self, sector: Sector) -> String {
        self.get(&format!("sector-{}", sector.name().to_lowercase()))
    }

    /// A number as the language writes it.
    pub fn num(self, value: f64, decimals: u8) -> String {
        let places = usize::from(decimals);
        // Halves go away from zero, as people round; the noise of a sum must not keep one from being a half.
        let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
        let value = if (value * scale).abs() < 1e15 {
            ((value.abs() * scale + EPS).round() / scale).copysign(value)
        } else {
            value
        };
        // Negative zero is nobody's idea of a number.
        let value =
            if format!("{value:.places$}").trim_start_matches('-').chars().all(|c| c == '0' || c == '.') {
                0.0
            } else {
                value
            };
        let plain = format!("{value:.places$}");
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("\u{2212}", rest));
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let (group, mark) = match self.lang {
            Lang::Id => ('.', ','),
            Lang::En => (',', '.'),
        };
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                grouped.push(group);
            }
            grouped.push(digit);
        }
        if fraction.is_empty() {
            format!("{sign}{grouped}")
        } else {
            format!("{sign}{grouped}{mark}{fraction}")
        }
    }

    /// A number with its sign.
    pub fn signed(self, value: f64, decimals: u8) -> String {
        let written = self.num(value, decimals);
        let zero = written.chars().all(|c| matches!(c, '0' | ',' | '.'));
        if zero || written.starts_with('\u{2212}') { written } else { format!("+{written}") }
    }

    /// Points with as many decimals as are exact.
    pub fn points(self, points: f64) -> String {
        self.num(points, places(points))
    }

    /// The same with their sign.
    pub fn signed_points(self, points: f64) -> String {
        self.signed(points, places(points))
    }

    /// A share of 1 as whole per cent.
    pub fn percent(self, share: f64) -> String {
        self.per_cent(self.num(100.0 * share, 0))
    }

    /// How many packages leave nobody worse off, and their share of all; that there are too many to count
    /// without them.
    pub fn room(self, packages: Option<u128>, share: Option<f64>) -> String {
        match packages.zip(share) {
            Some((packages, share)) => format!("{} ({})", self.num(packages as f64, 0), self.percent(share)),
            None => self.get("room-uncounted"),
        }
    }

    /// A number of hundredths with its sign: neither language puts a space before it.
    pub fn per_cent(self, number: impl std::fmt::Display) -> String {
        format!("{number}%")
    }

    /// What is wrong, and what to do about it in the text of the file.
    pub fn problem(self, problem: &Problem) -> (String, String) {
        self.problem_in(problem, Medium::Text)
    }

    /// What is wrong, and what to do about it where the author works.
    pub fn problem_in(self, problem: &Problem, medium: Medium) -> (String, String) {
        let tell = |prefix: &str| {
            let mut phrase = problem.facts.clone();
            phrase.key = format!("{prefix}-{}", problem.rule).into();
            self.say_as(&phrase, medium.attributes(), None)
        };
        (tell("problem"), tell("remedy"))
    }
}
