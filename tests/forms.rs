//! The form for scenario files, by accessible label: a scenario made of a template by form alone, problems
//! beside their fields, undo, a file that others change meanwhile.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use mufakat::scenario::{Lang, check, template};
use mufakat::session::Wish;
use mufakat::ui::Shell;
use mufakat::words::Words;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

type Window = Harness<'static, Shell>;

/// What a node says to somebody who does not see it.
pub fn said(node: &egui_kittest::Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).filter(|said| !said.is_empty())
}

/// The fields of this name, in the order of the page.
fn fields<'w>(window: &'w Window, name: &str) -> Vec<egui_kittest::Node<'w>> {
    use egui::accesskit::Role;
    let fits = |node: &egui_kittest::Node<'_>| {
        let inner = node.accesskit_node();
        let typed = matches!(inner.role(), Role::TextInput | Role::MultilineTextInput);
        typed && inner.label().as_deref() == Some(name)
    };
    window.root().children_recursive().filter(fits).collect()
}

/// A window with a real file open in the form.
pub struct Desk {
    pub folder: TempDir,
    path: PathBuf,
    pub words: Words,
    pub window: Window,
}

impl Desk {
    pub fn open(lang: Lang) -> Self {
        Self::with(lang, template::ALL[0].source)
    }

    pub fn with(lang: Lang, source: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("kasus.ron");
        fs::write(&path, source).expect("written");
        let scenario = check::parse(source).ok().map(|(scenario, _)| Arc::new(scenario));
        let wish = Wish { scenario, path: Some(path.clone()), ..Wish::default() };
        let mut shell = Shell::new(wish, 7, false);
        let words = Words::new(lang);
        shell.speak(words);
        let mut window = Harness::builder().with_size([1366.0, 768.0]).build_ui_state(
            |ui, shell: &mut Shell| {
                shell.ui(ui);
            },
            shell,
        );
        window.run_steps(4);
        let mut desk = Self { folder, path, words, window };
        desk.press(&words.get("workshop-open"));
        desk.press(&words.get("workshop-tab-edit"));
        desk
    }

    pub fn texts(&self) -> Vec<String> {
        self.window.root().children_recursive().filter_map(|node| said(&node)).collect()
    }

    pub fn shows(&self, words: &str) -> bool {
        self.texts().iter().any(|text| text.contains(words))
    }

    /// How many controls and texts say exactly this.
    fn count(&self, words: &str) -> usize {
        self.texts().iter().filter(|text| *text == words).count()
    }

    /// Presses the button whose words end like this; an icon may stand before them.
    #[track_caller]
    pub fn press(&mut self, words: &str) {
        let found = self.window.root().children_recursive().find(|node| {
            let inner = node.accesskit_node();
            let presses = matches!(
                inner.role(),
                egui::accesskit::Role::Button
                    | egui::accesskit::Role::RadioButton
                    | egui::accesskit::Role::CheckBox
            );
            presses && said(node).is_some_and(|text| text.ends_with(words) || text.starts_with(words))
        });
        match found {
            Some(node) => node.click_accesskit(),
            None => panic!("no button {words:?}: {:#?}", self.texts()),
        }
        self.window.run_steps(4);
    }

    /// Opens the section whose name begins like this behind its icon.
    #[track_caller]
    pub fn section(&mut self, name: &str) {
        let found = self.window.root().children_recursive().find(|node| {
            let begins =
                said(node).is_some_and(|text| text.chars().skip(2).collect::<String>().starts_with(name));
            begins && node.accesskit_node().role() == egui::accesskit::Role::Button
        });
        match found {
            Some(node) => node.click_accesskit(),
            None => panic!("no section {name:?}: {:#?}", self.texts()),
        }
        self.window.run_steps(4);
    }

    /// Types a text in the place of what a field holds, and goes on to the next field.
    #[track_caller]
    pub fn fill(&mut self, field: &str, text: &str) {
        self.type_in(field, text);
        self.window.key_press(Key::Tab);
        self.window.run_steps(3);
    }

    /// The same, staying in the field.
    #[track_caller]
    pub fn type_in(&mut self, field: &str, text: &str) {
        match fields(&self.window, field).first() {
            Some(node) => node.focus(),
            None => panic!("no field {field:?}: {:#?}", self.texts()),
        }
        self.window.run_steps(2);
        self.window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.window.run_steps(2);
        if text.is_empty() {
            self.window.key_press(Key::Backspace);
        } else if let Some(node) = fields(&self.window, field).first() {
            node.type_text(text);
        }
        self.window.run_steps(3);
    }

    fn label(&self, key: &str, rest: &str) -> String {
        format!("{} \u{b7} {rest}", self.words.get(key))
    }

    /// What a field holds.
    #[track_caller]
    pub fn value(&self, field: &str) -> String {
        match fields(&self.window, field).first() {
            Some(node) => node.value().unwrap_or_default(),
            None => panic!("no field {field:?}: {:#?}", self.texts()),
        }
    }

    pub fn save(&mut self) -> String {
        let label = self.words.get("author-save");
        self.press(&label);
        fs::read_to_string(&self.path).expect("the file")
    }

    /// Fields are named in the language of the screen, their texts in both.
    fn both(&self, key: &str) -> [String; 2] {
        Lang::ALL.map(|lang| self.label(key, lang.own_name()))
    }
}

fn comments(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| line.starts_with("//")).collect()
}

#[test]
fn a_scenario_is_made_of_a_template_by_form_alone() {
    for lang in [Lang::Id, Lang::En] {
        let mut desk = Desk::open(lang);
        let words = desk.words;
        let titles = desk.both("label-scenario-title");
        desk.fill(&titles[0], "Sungai Kita");
        desk.fill(&titles[1], "Our River");

        let brief = |name: &str| words.with("author-country", &[("name", name)]);
        desk.section(&brief("Arunika"));
        desk.fill(&desk.label("label-country-name", &words.get("author-both-languages")), "Sagara");
        desk.fill(&words.get("label-country-batna"), "44");

        // Weights: what is typed is taken from all others in their proportions.
        desk.section(&words.get("author-weights"));
        let ports = ["Pelabuhan", "Ports"][usize::from(lang == Lang::En)];
        desk.fill(&format!("Sagara \u{b7} P \u{b7} {ports}"), "60");

        // An article with two options, in both languages.
        desk.press(&words.get("author-add-issue"));
        for (field, texts) in [
            ("label-issues-title", ["Perikanan", "Fisheries"]),
            ("label-issues-about", ["Kapal nelayan di selat.", "Fishing boats in the strait."]),
        ] {
            let names = desk.both(field);
            for (name, text) in names.iter().zip(texts) {
                desk.fill(name, text);
            }
        }
        assert!(desk.shows("Perikanan") || desk.shows("Fisheries"), "{:?}", desk.texts());

        let text = desk.save();
        let (scenario, problems) = check::parse(&text).unwrap_or_else(|it| panic!("{it:#?}"));
        assert!(problems.is_empty(), "{problems:#?}");
        let shared = &scenario.shared;
        assert_eq!((shared.title.id.as_str(), shared.title.en.as_str()), ("Sungai Kita", "Our River"));
        assert_eq!(shared.countries.first.name.id, "Sagara");
        assert_eq!(scenario.briefs.first.batna, 44);
        assert_eq!(shared.issues.len(), 6);
        assert_eq!(shared.issues[3].title.en, "Fisheries");
        assert_eq!(shared.issues[3].title.id, "Perikanan");
        assert_eq!(shared.issues[3].options.len(), 2);
        for (_, brief) in scenario.briefs.iter() {
            assert_eq!(brief.weights.iter().sum::<i32>(), 100, "{:?}", brief.weights);
            assert_eq!(brief.weights[3], 10);
        }
        assert_eq!(scenario.briefs.first.weights[0], 54, "60 of a hundred, and a tenth went to the new one");
        let (kept, before) = (comments(&text), comments(template::ALL[0].source));
        let lost: Vec<_> = before.iter().filter(|line| !kept.contains(line)).collect();
        assert!(lost.is_empty(), "{lost:?}");
        assert!(desk.shows(&words.get("author-saved")));

        // An option's points, and one of them gone again.
        desk.section("L \u{b7} ");
        let value = desk.label("label-options-value", "Sagara");
        desk.type_in(&format!("{value} \u{b7} L1"), "55");
        let solar = ["L2 \u{b7} Kabel dan surya bersama", "L2 \u{b7} Joint cable and solar power"];
        let solar = solar[usize::from(lang == Lang::En)];
        desk.press(&words.with("author-remove", &[("name", solar)]));
        let text = desk.save();
        let (scenario, _) = check::parse(&text).unwrap_or_else(|it| panic!("{it:#?}"));
        let (issue, option) = scenario.shared.option_by_id("L1").expect("still there");
        assert_eq!(scenario.briefs.first.stakes[issue][option].value, 55);
        assert!(scenario.shared.option_by_id("L2").is_none());
        assert_eq!(scenario.shared.issues[issue].options.len(), 3);
    }
}

#[test]
fn every_section_has_words_for_every_field_in_both_languages() {
    for lang in [Lang::Id, Lang::En] {
        let shipped = fs::read_to_string("scenarios/kemitraan-ekonomi.ron").expect("ships");
        let mut desk = Desk::with(lang, &template::renamed(&shipped, "kasus", "Kasus"));
        let words = desk.words;
        let sections =
            ["general", "story", "weights", "news", "teaching", "quiz", "scoring", "table", "review"];
        let mut names: Vec<String> = sections.iter().map(|it| words.get(&format!("author-{it}"))).collect();
        let texts = desk.window.state().workshop_text().map(str::to_owned).expect("a file");
        let (scenario, _) = check::parse(&texts).expect("valid");
        for (_, country) in scenario.shared.countries.iter() {
            let name = country.name.get(lang);
            names.push(words.with("author-country", &[("name", name)]));
            names.push(words.with("author-groups", &[("name", name)]));
        }
        names.extend(scenario.shared.issues.iter().map(|it| format!("{} \u{b7} ", it.id)));
        for name in names {
            desk.section(&name);
            let unfold = words.get("author-effects");
            if desk.shows(&unfold) {
                let folded = desk.window.get_all_by_role(egui::accesskit::Role::Button);
                folded
                    .filter(|it| said(it).is_some_and(|it| it.contains(&unfold)))
                    .for_each(|it| it.click_accesskit());
                desk.window.run_steps(4);
            }
            let wordless: Vec<String> = desk.texts().into_iter().filter(|it| it.contains("[")).collect();
            assert!(wordless.is_empty(), "{name}: {wordless:?}");
            assert!(desk.texts().len() > 20, "{name}: {:?}", desk.texts());
        }
    }
}

#[test]
fn a_mistake_stays_in_its_field_and_is_told_beside_it() {
    let mut desk = Desk::open(Lang::Id);
    let words = desk.words;
    desk.section(&words.with("author-country", &[("name", "Arunika")]));
    let batna = words.get("label-country-batna");
    desk.fill(&batna, "460");
    assert_eq!(desk.value(&batna), "460", "what was typed is not lost");
    let facts = [("low", "0"), ("high", "100"), ("own", "46")];
    assert!(desk.shows(&words.with("author-bad-number", &facts)), "{:?}", desk.texts());
    assert!(!desk.shows(&words.get("author-unsaved")), "the document keeps the last one that could be");
    desk.fill(&batna, "47");
    assert!(!desk.shows(&words.with("author-bad-number", &facts)));
    assert!(check::parse(&desk.save()).expect("valid").0.briefs.first.batna == 47);

    // A text that is missing in a language shows so, and the problem of the checker stands there too.
    let story = desk.both("label-country-batna-story");
    desk.fill(&story[1], "");
    assert!(desk.shows(&words.get("author-untranslated")), "{:?}", desk.texts());
    assert!(desk.save().contains("batna: 47"));

    // An id that others have is refused, and stays in its field.
    desk.section("P \u{b7} ");
    let id = desk.label("label-issues-id", "P");
    desk.fill(&id, "L");
    assert!(desk.shows(&words.with("refused-taken", &[("id", "L")])), "{:?}", desk.texts());
    assert_eq!(desk.value(&id), "L");
    desk.fill(&id, "Port");
    let (scenario, _) = check::parse(&desk.save()).expect("valid");
    assert_eq!(scenario.shared.issues[0].id, "Port");
    assert_eq!(scenario.briefs.first.weights[0], 50, "its points go along");
}

#[test]
fn every_step_can_be_undone_by_button_and_by_keys() {
    let mut desk = Desk::open(Lang::En);
    let words = desk.words;
    let title = desk.both("label-scenario-title")[1].clone();
    desk.fill(&title, "Three Islands");
    desk.fill(&title, "Four Islands");
    desk.press(&words.get("author-undo"));
    assert_eq!(desk.value(&title), "Three Islands");
    desk.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    desk.window.run_steps(3);
    assert_eq!(desk.value(&title), "Two Islands");
    assert!(desk.shows(&words.get("author-saved")), "back at what the file has");
    desk.window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    desk.window.run_steps(3);
    assert_eq!(desk.value(&title), "Three Islands");
    desk.window.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    desk.window.run_steps(3);
    assert_eq!(desk.value(&title), "Four Islands");
    desk.window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    desk.window.run_steps(3);
    assert!(fs::read_to_string(&desk.path).expect("the file").contains("Four Islands"));
}

#[test]
fn a_boundary_of_the_bar_moves_with_the_arrow_keys_and_takes_from_its_neighbour() {
    let mut desk = Desk::open(Lang::En);
    let words = desk.words;
    desk.section(&words.get("author-weights"));
    let boundary = "Arunika: P \u{b7} Ports | L \u{b7} Electricity";
    desk.window.get_by_label(boundary).focus();
    desk.window.run_steps(3);
    for _ in 0..3 {
        desk.window.key_press(Key::ArrowRight);
        desk.window.run_steps(2);
    }
    desk.window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    desk.window.run_steps(2);
    let (scenario, _) = check::parse(&desk.save()).expect("valid");
    assert_eq!(scenario.briefs.first.weights[..3], [48, 37, 15]);
    desk.press(&words.get("author-undo"));
    let (scenario, _) = check::parse(&desk.save()).expect("valid");
    assert_eq!(scenario.briefs.first.weights[..3], [50, 35, 15], "one step for all of it");
}

#[test]
fn the_balance_follows_every_edit() {
    let mut desk = Desk::open(Lang::En);
    let words = desk.words;
    assert!(desk.shows(&words.get("author-balanced")), "{:?}", desk.texts());
    desk.section(&words.with("author-country", &[("name", "Arunika")]));
    desk.fill(&words.get("label-country-batna"), "99");
    assert!(!desk.shows(&words.get("author-balanced")));
    assert!(desk.shows(&words.get("teach-b01")), "{:?}", desk.texts());
    desk.press(&words.count("author-lints", 1));
    assert!(desk.count(&words.get("author-problems")) > 0);
}

#[test]
fn what_others_write_meanwhile_and_what_is_written_here_are_both_kept() {
    let mut desk = Desk::open(Lang::Id);
    let words = desk.words;
    let title = desk.both("label-scenario-title")[0].clone();
    desk.fill(&title, "Di sini");
    let theirs = template::ALL[0].source.replacen("batna: 46,", "batna: 41, // lebih sempit", 1);
    fs::write(&desk.path, &theirs).expect("saved");
    desk.until(&words.get("author-torn"));
    assert_eq!(desk.value(&title), "Di sini", "nothing is lost");
    assert_eq!(fs::read_to_string(&desk.path).expect("the file"), theirs, "theirs neither");
    desk.press(&words.get("author-take-theirs"));
    assert_eq!(desk.value(&title), "Dua Pulau");
    desk.press(&words.get("author-undo"));
    assert_eq!(desk.value(&title), "Di sini");
    let mine = desk.save();
    assert!(mine.contains("Di sini") && mine.contains("batna: 46,"), "{mine}");

    // Without changes here, the form simply follows the file.
    fs::write(&desk.path, &theirs).expect("saved");
    desk.until_value(&title, "Dua Pulau");
    assert!(!desk.shows(&words.get("author-torn")));
}

impl Desk {
    /// Draws until these words are there.
    #[track_caller]
    fn until(&mut self, words: &str) {
        for _ in 0..400 {
            if self.shows(words) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
            self.window.run_steps(2);
        }
        panic!("{words:?} does not come: {:?}", self.texts());
    }

    #[track_caller]
    fn until_value(&mut self, field: &str, value: &str) {
        for _ in 0..400 {
            if self.value(field) == value {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
            self.window.run_steps(2);
        }
        panic!("{field} stays {:?}", self.value(field));
    }
}

#[test]
fn a_file_is_not_closed_over_unsaved_changes() {
    let mut desk = Desk::open(Lang::En);
    let words = desk.words;
    let title = desk.both("label-scenario-title")[1].clone();
    desk.fill(&title, "Unsaved");
    desk.press(&words.get("workshop-other"));
    assert!(desk.shows(&words.get("author-leaving")));
    desk.press(&words.get("author-stay"));
    assert_eq!(desk.value(&title), "Unsaved");
    // The button of the window itself asks the same.
    assert!(!desk.window.state_mut().may_close());
    desk.window.run_steps(2);
    assert!(desk.shows(&words.get("author-leaving")));
    desk.press(&words.get("author-discard"));
    assert!(!desk.shows("Unsaved"), "{:?}", desk.texts());
    assert!(desk.window.state_mut().may_close(), "nothing is left to lose");
}

#[test]
fn points_come_out_of_a_spreadsheet() {
    let mut desk = Desk::open(Lang::En);
    let words = desk.words;
    desk.section(&words.get("author-table"));
    let cells = words.get("author-table-cells");
    desk.fill(&cells, "issue\toption\tvalue first\tvalue second\nP\tP1\t47\t52\n");
    desk.press(&words.get("author-table-take"));
    assert!(desk.shows(&words.count("cli-table-merged", 1)), "{:?}", desk.texts());
    let (scenario, _) = check::parse(&desk.save()).expect("valid");
    let stakes = [&scenario.briefs.first, &scenario.briefs.second].map(|it| it.stakes[0][1].value);
    assert_eq!(stakes, [47, 52]);
}
