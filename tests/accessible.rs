//! What everybody needs of the pages of a class, checked without a browser: names for what can be touched,
//! headings in their order, languages, and contrast (WCAG 2.2, level AA).

use crate::kit::nusa;
use crate::site::{Class, desk, run};
use mufakat::rules::{Command, Reflection};
use mufakat::scenario::{Deal, Seat};
use mufakat::server::chance;
use mufakat::server::class::{OpenPages, Order, Phase, Teacher};
use std::collections::{BTreeMap, BTreeSet};

const STYLE: &str = include_str!("../web/style.css");

/// One tag of a page.
struct Tag<'a> {
    name: &'a str,
    opens: bool,
    inner: &'a str,
    /// The text up to the next tag.
    text: &'a str,
}

impl Tag<'_> {
    fn value(&self, name: &str) -> Option<&str> {
        let from = self.inner.find(&format!(" {name}=\""))? + name.len() + 3;
        self.inner[from..].split('"').next()
    }

    fn has(&self, name: &str) -> bool {
        self.value(name).is_some_and(|it| !it.is_empty())
    }
}

/// The tags of a page in their order. Our own pages only: everything in them is escaped and quoted.
fn tags(page: &str) -> Vec<Tag<'_>> {
    page.split('<')
        .skip(1)
        .filter_map(|part| {
            let (inner, text) = part.split_once('>')?;
            let name = inner.trim_start_matches('/').split([' ', '\n', '/']).next()?;
            Some(Tag { name, opens: !inner.starts_with('/'), inner, text: text.trim() })
        })
        .collect()
}

/// Everything that is wrong with a page.
fn faults(page: &str, lang: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let tags = tags(page);
    let mut open: Vec<&str> = Vec::new();
    let mut level = 0;
    let (mut ids, mut targets) = (BTreeSet::new(), BTreeSet::new());
    for (at, tag) in tags.iter().enumerate() {
        let said =
            |to: usize| tags[at..to].iter().any(|it| !it.text.is_empty() || it.opens && it.has("aria-label"));
        if let Some(id) = tag.value("id").filter(|_| tag.opens)
            && !ids.insert(id)
        {
            wrong.push(format!("two with the id {id}"));
        }
        targets.extend(tag.value("href").and_then(|it| it.strip_prefix('#')));
        if !tag.opens {
            while open.pop().is_some_and(|it| it != tag.name) {}
            continue;
        }
        let closes = || {
            let mut depth = 0;
            (at..tags.len()).find(|&no| {
                let it = &tags[no];
                if it.name == tag.name {
                    depth += if it.opens { 1 } else { -1 };
                }
                depth == 0
            })
        };
        match tag.name {
            "html" if tag.value("lang") != Some(lang) => wrong.push("a page in another language".to_owned()),
            "h1" | "h2" | "h3" | "h4" => {
                let now = tag.name.as_bytes()[1] - b'0';
                if now > level + 1 {
                    wrong.push(format!("{} after h{level}: {}", tag.name, tag.text));
                }
                level = now;
            }
            "input" | "select" | "textarea" => {
                let hidden = tag.value("type") == Some("hidden");
                if !hidden && !open.contains(&"label") && !tag.has("aria-label") {
                    wrong.push(format!("a field without a name: {}", tag.inner));
                }
            }
            "button" | "a" | "summary" | "option" | "legend" | "label" => {
                let end = closes().unwrap_or(at + 1);
                if !said(end) {
                    wrong.push(format!("nothing to read aloud: {}", tag.inner));
                }
            }
            "svg" if !tag.has("aria-label") && tag.value("aria-hidden") != Some("true") => {
                wrong.push(format!("a drawing without words: {}", tag.inner));
            }
            "div" | "span" | "p" if tag.has("aria-label") && !tag.has("role") => {
                wrong.push(format!("a name on something that has no role: {}", tag.inner));
            }
            _ => {}
        }
        if tag.value("tabindex").is_some_and(|it| it != "0" && it != "-1") {
            wrong.push(format!("another order than the page's: {}", tag.inner));
        }
        let void = ["input", "meta", "link", "br", "img", "!DOCTYPE"].contains(&tag.name);
        if !void && !tag.inner.ends_with('/') {
            open.push(tag.name);
        }
    }
    wrong.extend(targets.difference(&ids).map(|it| format!("a link to nowhere: #{it}")));
    if tags.iter().filter(|it| it.opens && it.name == "main").count() != 1 {
        wrong.push("not one main part".to_owned());
    }
    wrong
}

/// Looks at every page of the class in both languages.
async fn look(class: &Class, when: &str, wrong: &mut BTreeMap<String, String>) {
    let console = format!("mufakat-console={}", class.host.console_token());
    for lang in ["id", "en"] {
        let mut pages = Vec::new();
        for phone in 0..4 {
            let cookie = format!("mufakat-seat=token{phone}; mufakat-lang={lang}");
            for path in ["/seat", "/sheet", "/nowhere"] {
                pages.push((format!("{path} of {phone}"), class.get(path, &cookie).await.text));
            }
        }
        let cookie = format!("{console}; mufakat-lang={lang}");
        for path in ["/console", "/console?pair=0", "/projector"] {
            pages.push((path.to_owned(), desk(class, path, &cookie).await.text));
        }
        let stranger = format!("mufakat-lang={lang}");
        pages.push(("/".to_owned(), class.get("/?k=BCDF", &stranger).await.text));
        pages.push(("the PIN".to_owned(), desk(class, "/console", &stranger).await.text));
        for (path, page) in pages.iter().filter(|(_, page)| !page.is_empty()) {
            for fault in faults(page, lang) {
                wrong.entry(fault).or_insert_with(|| format!("{path}, {when}, {lang}"));
            }
        }
    }
}

#[test]
fn every_page_of_a_class_can_be_read_aloud_in_every_phase() {
    run(async {
        let class = Class::of(nusa());
        let mut wrong = BTreeMap::new();
        look(&class, "before anybody came", &mut wrong).await;
        let order = async |order: Order| class.host.order(order).await.expect("allowed");
        let teacher = async |it: Teacher| order(Order::Teacher(it)).await;
        let list = ["Ani", "Budi", "Citra", "Dewi"].map(|name| mufakat::server::roster::Listed {
            name: name.to_owned(),
            group: None,
            seat: None,
        });
        teacher(Teacher::Roster(list.into())).await;
        for entry in 0..3 {
            let device = chance::digest("seat", &format!("token{entry}"));
            order(Order::Pick { entry, device, digits: format!("{entry:04}"), seed: 5 }).await;
        }
        look(&class, "nobody sits yet", &mut wrong).await;
        for (person, seat) in [(0, Seat::First), (1, Seat::First), (2, Seat::Second)] {
            teacher(Teacher::Place(person, 0, seat, 5)).await;
        }
        teacher(Teacher::Release(1, "Badak".to_owned())).await;
        look(&class, "coming in", &mut wrong).await;
        for phase in [Phase::Briefing, Phase::Preparation, Phase::Talks] {
            teacher(Teacher::Phase(phase, Some(10), 5)).await;
            look(&class, phase.name(), &mut wrong).await;
        }
        let act = |person: usize, command: Command| Order::Act { person, key: 0, act: command.into() };
        let word = |person: usize, no: u32, word| Order::Word { person, no, key: 0, word };
        use mufakat::server::class::Word;
        order(act(0, Command::Propose(Deal(vec![2, 2, 1, 2, 1])))).await;
        look(&class, "a delegation decides", &mut wrong).await;
        order(word(1, 1, Word::No)).await;
        look(&class, "it came back", &mut wrong).await;
        order(act(0, Command::Propose(Deal(vec![2, 2, 1, 2, 1])))).await;
        order(word(1, 2, Word::Yes)).await;
        order(act(0, Command::EndTurn)).await;
        look(&class, "an offer", &mut wrong).await;
        order(act(2, Command::Accept(1))).await;
        look(&class, "signing", &mut wrong).await;
        order(act(0, Command::Sign(None))).await;
        order(word(1, 3, Word::Yes)).await;
        order(act(2, Command::Sign(None))).await;
        look(&class, "signed", &mut wrong).await;
        teacher(Teacher::Phase(Phase::Questions, None, 5)).await;
        look(&class, "questions", &mut wrong).await;
        for person in [0, 2] {
            order(act(person, Command::Reflect(Reflection::default()))).await;
        }
        teacher(Teacher::Phase(Phase::Debrief, None, 5)).await;
        teacher(Teacher::Pages(OpenPages::all())).await;
        teacher(Teacher::Improving(true)).await;
        for slide in 0..=11 {
            teacher(Teacher::Project(slide, 0)).await;
            look(&class, &format!("debrief, slide {slide}"), &mut wrong).await;
        }
        teacher(Teacher::Watch(1, 0)).await;
        look(&class, "watching", &mut wrong).await;
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

/// The colours that a rule of the style names.
fn palette(from: &str) -> BTreeMap<String, f64> {
    let block = STYLE.split_once(from).map_or("", |(_, after)| after);
    let block = block.split_once('}').map_or("", |(block, _)| block);
    let named = block.split(['{', ';']).filter_map(|line| line.trim().split_once(':'));
    let colours = named.filter_map(|(name, value)| {
        Some((name.trim().strip_prefix("--")?.to_owned(), luminance(value.trim().strip_prefix('#')?)?))
    });
    colours.collect()
}

/// How light a colour is, 0 to 1, as WCAG reckons it.
#[expect(clippy::disallowed_methods, reason = "a contrast is measured against a limit, not kept")]
fn luminance(digits: &str) -> Option<f64> {
    let wide =
        if digits.len() == 3 { digits.chars().flat_map(|it| [it, it]).collect() } else { digits.to_owned() };
    let number = u32::from_str_radix(&wide, 16).ok()?;
    let part = |shift: u32| {
        let share = f64::from(number >> shift & 0xff) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    Some(0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0))
}

#[test]
fn every_colour_of_words_and_edges_stands_out_from_every_ground() {
    for rule in
        [":root {\n  color-scheme: light dark;", "  :root {\n    --ground: #141311", "body.projector {"]
    {
        // The dark palette is found by its first colour, which belongs to it.
        let mut colours = palette(rule);
        if rule.contains("#141311") {
            colours.insert("ground".to_owned(), luminance("141311").expect("a colour"));
        }
        if rule.starts_with("body") {
            colours.retain(|name, _| name != "care");
        }
        let contrast = |one: &str, other: &str| {
            let (one, other) = (colours[one], colours[other]);
            (one.max(other) + 0.05) / (one.min(other) + 0.05)
        };
        let grounds = ["ground", "panel", "paper", "fresh"];
        let mut looked = 0;
        for ground in grounds.into_iter().filter(|it| colours.contains_key(*it)) {
            for words in ["ink", "muted", "primary", "good", "bad", "care", "brass", "one", "two"] {
                if colours.contains_key(words) {
                    looked += 1;
                    let found = contrast(words, ground);
                    assert!(found >= 4.5, "{rule}: {words} on {ground} is {found:.2}");
                }
            }
            let found = contrast("edge", ground);
            assert!(found >= 3.0, "{rule}: the edge of a field on {ground} is {found:.2}");
        }
        assert!(looked > 15, "{rule}: {looked}");
        assert!(contrast("on-primary", "primary") >= 4.5, "{rule}");
    }
}

#[test]
fn what_is_touched_is_large_enough() {
    let mut seen = 0;
    for rule in STYLE.split('}') {
        let Some((selector, body)) = rule.rsplit_once('{') else { continue };
        let touched = ["button", "summary", "input", "select", "textarea", ".number", ".tabs a"];
        if !touched.iter().any(|it| selector.contains(it)) || selector.contains("radio") {
            continue;
        }
        for line in body.split(';').filter_map(|line| line.trim().strip_prefix("min-height:")) {
            let height: f64 = line.trim().trim_end_matches("px").parse().expect("pixels");
            assert!(height >= 24.0, "{selector}: {height}");
            seen += 1;
        }
    }
    assert!(seen >= 5, "{seen}");
}
