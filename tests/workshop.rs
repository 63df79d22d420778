//! The workshop on the screen: a real file that is saved, the previews of it, and what its buttons do.

use crate::kit::nusa;
use crate::watching::LIMIT;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use mufakat::rules::Command;
use mufakat::scenario::{Lang, Seat, check, template};
use mufakat::session::Wish;
use mufakat::ui::{Screen, Shell};
use mufakat::words::Words;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use tempfile::TempDir;

pub type Window = Harness<'static, Shell>;

/// A window of the size of a common projector.
pub fn window(lang: Lang, wish: Wish) -> Window {
    let mut shell = Shell::new(wish, 7, false);
    shell.speak(Words::new(lang));
    let mut harness = Harness::builder().with_size([1366.0, 768.0]).build_ui_state(
        |ui, shell: &mut Shell| {
            shell.ui(ui);
        },
        shell,
    );
    harness.run_steps(4);
    harness
}

pub fn texts(harness: &Window) -> Vec<String> {
    let said = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).filter(|said| !said.is_empty())
    };
    harness.root().children_recursive().filter_map(|node| said(&node)).collect()
}

pub fn shows(harness: &Window, words: &str) -> bool {
    texts(harness).iter().any(|text| text.contains(words))
}

/// Clicks what bears these words.
#[track_caller]
pub fn click(harness: &mut Window, label: &str) {
    harness.get_by_label_contains(label).click();
    harness.run_steps(4);
}

/// Clicks what may lie below the edge, as a screen reader does.
#[track_caller]
fn click_below(harness: &mut Window, label: &str) {
    harness.get_by_label_contains(label).click_accesskit();
    harness.run_steps(4);
}

/// The small template under another title.
fn titled(title: &str) -> String {
    template::renamed(template::ALL[0].source, "kasus", title)
}

/// A window with a real file open in the workshop, as `mufakat play FILE` and its button lead there.
struct Desk {
    _folder: TempDir,
    path: PathBuf,
    woken: Receiver<()>,
    words: Words,
    harness: Window,
}

impl Desk {
    fn open(lang: Lang) -> Self {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("kasus.ron");
        fs::write(&path, titled("Satu")).expect("written");
        let (scenario, _) = check::parse(&titled("Satu")).expect("sound");
        let wish = Wish { scenario: Some(Arc::new(scenario)), path: Some(path.clone()), ..Wish::default() };
        let words = Words::new(lang);
        let mut harness = window(lang, wish);
        let (tell, woken) = channel();
        harness.ctx.set_request_repaint_callback(move |_| {
            let _ = tell.send(());
        });
        click(&mut harness, &words.get("workshop-open"));
        assert_eq!(harness.state().screen(), Screen::Workshop);
        Self { _folder: folder, path, woken, words, harness }
    }

    fn tab(&mut self, key: &str) {
        let label = self.words.get(key);
        self.harness.get_by_label(&label).click();
        self.harness.run_steps(4);
    }

    fn save(&self, text: &str) {
        fs::write(&self.path, text).expect("saved");
    }

    /// Draws no frame until the window is woken, as the real one sleeps; then until these words are there
    /// or gone.
    #[track_caller]
    fn until(&mut self, words: &str, there: bool) {
        while shows(&self.harness, words) != there {
            let woken = self.woken.recv_timeout(LIMIT).is_ok();
            assert!(
                woken,
                "the window sleeps, and {words:?} is not yet as wanted: {:?}",
                texts(&self.harness)
            );
            self.harness.run_steps(2);
        }
    }
}

#[test]
fn a_save_wakes_the_window_and_shows_on_the_same_tab() {
    for lang in [Lang::Id, Lang::En] {
        let mut desk = Desk::open(lang);
        desk.tab("workshop-tab-talks");
        // What the opening itself asks to be drawn is drawn; then the window sleeps.
        desk.harness.run_steps(8);
        while desk.woken.try_recv().is_ok() {}
        desk.save(&titled("Dua").replacen("Arunika", "Candrika", 30));
        desk.until("Candrika", true);
        assert!(shows(&desk.harness, "Dua") && !shows(&desk.harness, "Arunika"));
        let note = desk.words.get("workshop-talks-says");
        assert!(shows(&desk.harness, &note), "the tab is the same: {:?}", texts(&desk.harness));
    }
}

#[test]
fn a_broken_save_keeps_the_last_version_under_a_banner_until_it_is_mended() {
    for lang in [Lang::Id, Lang::En] {
        let mut desk = Desk::open(lang);
        let words = desk.words;
        let broken = titled("Dua").replacen("batna: 46", "batna: 146", 1).replacen("author:", "autor:", 1);
        let (line, text) =
            broken.lines().enumerate().find(|(_, line)| line.contains("autor")).expect("the line");
        let column = text.find("autor").expect("there") + 1;
        desk.save(&broken);
        let place = [("line", (line + 1).to_string()), ("column", column.to_string())];
        let place = words.with("workshop-place", &[("line", &place[0].1), ("column", &place[1].1)]);
        desk.until(&place, true);
        let shown = texts(&desk.harness);
        assert!(shows(&desk.harness, &words.get("workshop-last-good")), "{shown:?}");
        assert!(shows(&desk.harness, "Satu") && !shows(&desk.harness, "Dua"), "the last good one: {shown:?}");
        let excerpt = shown.iter().find(|text| text.contains("autor:") && text.contains('^'));
        let excerpt = excerpt.unwrap_or_else(|| panic!("no line with a caret: {shown:?}"));
        let (above, below) = excerpt.split_once('\n').expect("two lines");
        let under: String =
            above.chars().zip(below.chars()).filter(|(_, mark)| *mark == '^').map(|(c, _)| c).collect();
        assert_eq!(under, "autor", "the caret stands under the mistake: {excerpt}");
        // The others are counted, and listed when asked for.
        let Err(problems) = check::parse(&broken) else { panic!("it is broken") };
        assert!(problems.len() > 1);
        let (cause, _) = words.problem(&problems[problems.len() - 1]);
        assert!(!shows(&desk.harness, &cause));
        click(&mut desk.harness, &words.count("workshop-more", problems.len() - 1));
        assert!(shows(&desk.harness, &cause), "{:?}", texts(&desk.harness));
        desk.save(&titled("Tiga"));
        desk.until("Tiga", true);
        assert!(!shows(&desk.harness, &words.get("workshop-last-good")), "the banner is gone");
        assert!(shows(&desk.harness, &words.get("workshop-fine")));
    }
}

#[test]
fn a_file_that_is_broken_when_it_is_opened_wakes_its_previews_once_it_is_mended() {
    for lang in [Lang::Id, Lang::En] {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("kasus.ron");
        fs::write(&path, titled("Satu").replacen("format: 1,", "format: 1", 1)).expect("written");
        let words = Words::new(lang);
        let mut harness = window(lang, Wish { broken: Some(path.clone()), ..Wish::default() });
        assert_eq!(harness.state().screen(), Screen::Workshop);
        let line = titled("Satu").lines().position(|line| line.contains("format: 1,")).expect("it") + 1;
        let place = words.with("workshop-place", &[("line", &line.to_string()), ("column", "13")]);
        assert!(shows(&harness, &place), "{:?}", texts(&harness));
        assert!(shows(&harness, &words.get("workshop-no-version")));
        fs::write(&path, titled("Satu")).expect("written");
        let mended = |harness: &Window| shows(harness, &words.get("workshop-fine"));
        for _ in 0..600 {
            if mended(&harness) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(30));
            harness.run_steps(2);
        }
        assert!(mended(&harness), "{:?}", texts(&harness));
        assert!(!shows(&harness, &words.get("workshop-no-version")));
        assert!(shows(&harness, "Satu"));
    }
}

#[test]
fn mechanical_mistakes_are_mended_in_the_file_once_the_author_has_seen_how() {
    let mut desk = Desk::open(Lang::Id);
    let words = desk.words;
    let broken = titled("Dua").replacen("batna: 46,", "batna: 46%,", 1);
    desk.save(&broken);
    desk.until(&words.get("workshop-last-good"), true);
    click(&mut desk.harness, &words.get("workshop-mend"));
    assert!(shows(&desk.harness, "\u{2212}         batna: 46%,"), "{:?}", texts(&desk.harness));
    assert!(shows(&desk.harness, "+         batna: 46,"));
    click(&mut desk.harness, &words.get("cancel"));
    assert_eq!(fs::read_to_string(&desk.path).expect("readable"), broken, "nothing is written yet");
    click(&mut desk.harness, &words.get("workshop-mend"));
    click(&mut desk.harness, &words.get("workshop-mend-write"));
    assert_eq!(fs::read_to_string(&desk.path).expect("readable"), titled("Dua"));
    assert!(shows(&desk.harness, "Dua") && shows(&desk.harness, &words.get("workshop-fine")));
}

/// The window with a posed file, on a tab.
fn posed(lang: Lang, tab: Option<&str>) -> Window {
    let mut harness = window(lang, Wish::default());
    harness.state_mut().pose_workshop(Path::new("scenarios/kasus.ron"), template::ALL[0].source);
    harness.run_steps(4);
    if let Some(key) = tab {
        harness.get_by_label(&Words::new(lang).get(key)).click();
        harness.run_steps(4);
    }
    harness
}

#[test]
fn each_seat_is_previewed_with_its_own_sheet_and_in_both_lengths() {
    let (scenario, _) = check::parse(template::ALL[0].source).expect("sound");
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = posed(lang, None);
        assert!(shows(&harness, &words.get("briefing-shared")));
        for seat in Seat::ALL {
            let name = scenario.shared.countries[seat].name.get(lang);
            let role = |seat: Seat, short: bool| {
                let role = &scenario.briefs[seat].role;
                let text = if short { &role.short } else { &role.long };
                text.get(lang).split("\n\n").next().unwrap_or_default().trim().to_owned()
            };
            click(&mut harness, &words.with("workshop-tab-sheet", &[("country", name)]));
            click(&mut harness, &words.get("briefing-long"));
            assert!(shows(&harness, &role(seat, false)), "{:?}", texts(&harness));
            assert!(!shows(&harness, &role(seat.other(), false)), "one sheet at a time");
            click(&mut harness, &words.get("briefing-short"));
            assert!(shows(&harness, &role(seat, true)) && !shows(&harness, &role(seat, false)));
        }
    }
}

#[test]
fn the_draft_is_tried_as_each_seat_and_nothing_is_sent() {
    let words = Words::new(Lang::En);
    let (scenario, _) = check::parse(template::ALL[0].source).expect("sound");
    let mut harness = posed(Lang::En, Some("workshop-tab-talks"));
    let issue = &scenario.shared.issues[0];
    let option = issue.options.iter().find(|it| it.lock.is_none() && it.id != issue.options[0].id);
    let option = option.expect("another one").label.get(Lang::En).to_owned();
    for seat in Seat::ALL {
        let name = scenario.shared.countries[seat].name.get(Lang::En);
        click(&mut harness, &words.with("workshop-talks-of", &[("country", name)]));
        let weight = scenario.briefs[seat].weights[0].to_string();
        let points = words.with("points", &[("points", &weight)]);
        assert!(shows(&harness, &points), "{name}: {points}: {:?}", texts(&harness));
        harness.get_by_label(&option).click();
        harness.run_steps(4);
    }
    assert!(harness.state().session().is_none(), "there is no game");
}

#[test]
fn the_class_is_previewed_on_the_wall_without_anybodys_points() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let (scenario, _) = check::parse(template::ALL[0].source).expect("sound");
        let mut harness = posed(lang, Some("workshop-tab-projector"));
        for issue in scenario.shared.issues.iter().filter(|it| it.sector.is_some()) {
            assert!(shows(&harness, issue.title.get(lang)), "{:?}", texts(&harness));
        }
        for secret in ["briefing-weights", "briefing-batna", "briefing-red-lines"] {
            assert!(!shows(&harness, &words.get(secret).to_uppercase()), "{secret}");
        }
        click_below(&mut harness, &words.get("workshop-class-play"));
        let counted = |text: &String| text.contains('\u{2022}') && text.contains('\u{2013}');
        assert!(texts(&harness).iter().any(counted), "{:?}", texts(&harness));
    }
}

#[test]
fn the_balance_tells_what_the_command_line_tells_and_a_class_plays_on_demand() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = posed(lang, Some("workshop-tab-balance"));
        assert!(shows(&harness, "18 (38"), "18 of 48 packages are room: {:?}", texts(&harness));
        assert!(shows(&harness, &words.get("point-nash").to_uppercase()));
        let title = words.with("cli-class-title", &[("pairs", "20")]);
        assert!(!shows(&harness, &title));
        click_below(&mut harness, &words.get("workshop-class-play"));
        assert!(shows(&harness, &title), "{:?}", texts(&harness));
        assert!(shows(&harness, &words.get("check-4")));
        assert!(harness.state().session().is_none(), "nothing of it is a game of this window");
    }
}

#[test]
fn the_debrief_is_the_games_own_without_the_buttons_that_end_a_game() {
    let words = Words::new(Lang::Id);
    let mut harness = posed(Lang::Id, Some("workshop-tab-debrief"));
    let page = |key: &str, no: usize| format!("{no}. {}", words.get(key));
    assert!(shows(&harness, &page("debrief-verdict", 1)), "{:?}", texts(&harness));
    for key in ["debrief-again", "debrief-report", "debrief-title-screen"] {
        assert!(!shows(&harness, &words.get(key)), "{key}");
    }
    click(&mut harness, &page("debrief-what-if", 4));
    assert!(shows(&harness, &words.get("what-if-title")));
    // A version with one issue fewer must not meet what was tried on the one before.
    let smaller = mufakat::scenario::builtin::source("nusa-boreal").expect("ships");
    harness.state_mut().pose_workshop(Path::new("scenarios/kasus.ron"), smaller);
    harness.run_steps(4);
    assert!(shows(&harness, nusa().shared.title.get(Lang::Id)));
}

#[test]
fn a_game_keeps_the_version_that_it_began_with() {
    let mut desk = Desk::open(Lang::En);
    let words = desk.words;
    assert!(shows(&desk.harness, &words.get("workshop-versions")));
    click(&mut desk.harness, &words.get("workshop-start"));
    assert_eq!(desk.harness.state().screen(), Screen::Setup);
    click(&mut desk.harness, &words.get("setup-start"));
    let title = |desk: &Desk| {
        let session = desk.harness.state().session().expect("a game");
        session.scenario().shared.title.id.clone()
    };
    assert_eq!(title(&desk), "Satu");
    desk.save(&titled("Dua"));
    assert!(desk.woken.recv_timeout(LIMIT).is_ok());
    desk.harness.run_steps(8);
    assert_eq!(title(&desk), "Satu");
    let session = desk.harness.state_mut().session_mut().expect("a game");
    assert!(session.act(Command::Prepare(Default::default())), "the game goes on");
}

#[test]
fn a_new_scenario_is_begun_from_a_template_and_a_title_is_wanted() {
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        let mut harness = window(lang, Wish::default());
        click(&mut harness, &words.get("title-new"));
        click(&mut harness, &words.get("workshop-title"));
        let make = words.get("workshop-new-make");
        assert!(harness.get_by_label(&make).accesskit_node().is_disabled(), "first a title");
        harness.get_by_label(&words.get("workshop-new-title")).focus();
        harness.run_steps(2);
        harness.event(egui::Event::Text("Nusa Boreal".to_owned()));
        harness.run_steps(4);
        click(&mut harness, &words.get("workshop-new-make"));
        let taken = words.with("cli-new-taken", &[("id", "nusa-boreal")]);
        assert!(shows(&harness, &taken), "{:?}", texts(&harness));
        harness.get_by_label(&words.get("workshop-new-title")).focus();
        harness.run_steps(2);
        harness.event(egui::Event::Text(" Kita".to_owned()));
        harness.run_steps(4);
        click(&mut harness, &words.get("workshop-new-make"));
        assert!(shows(&harness, "nusa-boreal-kita.ron"), "where it lies: {:?}", texts(&harness));
        assert!(shows(&harness, &words.get("workshop-fine")));
    }
}

#[test]
fn the_workshop_is_reached_and_used_by_keyboard_alone() {
    let words = Words::new(Lang::Id);
    let mut harness = posed(Lang::Id, None);
    let wanted = [
        words.get("workshop-other"),
        words.get("workshop-copy-path"),
        words.get("workshop-start"),
        words.get("workshop-tab-balance"),
        words.get("workshop-tab-debrief"),
    ];
    let mut met = Vec::new();
    for _ in 0..40 {
        harness.key_press(egui::Key::Tab);
        harness.run_steps(3);
        let focused = harness.root().children_recursive().find(|node| node.is_focused());
        let Some(node) = focused else { continue };
        let rect = node.rect();
        assert!(rect.top() >= -1.0 && rect.bottom() <= 769.0, "out of sight: {rect:?}");
        met.extend(node.accesskit_node().label());
    }
    for label in &wanted {
        assert!(met.iter().any(|it| it.contains(label)), "Tab does not lead to {label:?}, but to {met:?}");
    }
    harness.key_press(egui::Key::Escape);
    harness.run_steps(4);
    assert_eq!(harness.state().screen(), Screen::Title);
}
