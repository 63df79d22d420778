//! A document for forms: whatever is changed, everything else stays as its author wrote it.

use mufakat::exact::SplitMix64;
use mufakat::scenario::author::{Document, Edit, Path, Refusal, form};
use mufakat::scenario::schema::Form;
use mufakat::scenario::syntax::{self, Node, Value};
use mufakat::scenario::{Lang, Seat, builtin, check, template};

/// Every scenario and every template that ships, by name; and one with the line ends of Windows.
fn sources() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> =
        template::ALL.iter().map(|it| (it.name.to_owned(), it.source.to_owned())).collect();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for id in builtin::all().iter().map(|it| it.shared.id.clone()) {
        let text = std::fs::read_to_string(folder.join(format!("{id}.ron"))).expect("a scenario");
        all.push((id, text));
    }
    let windows = template::ALL[0].source.replace('\n', "\r\n").replace("    ", "\t");
    all.push(("small with tabs and line ends of Windows".to_owned(), windows));
    assert!(all.len() >= 16, "{}", all.len());
    all
}

fn open(source: &str) -> Document {
    Document::open(source).expect("a text without mistakes")
}

/// Every place of a file at which a value or a list stands, and every field that could stand beside it.
fn places(node: &Node, path: &Path, into: &mut Vec<Path>) {
    into.push(path.clone());
    if let Some(Form::Part(part)) = form(path) {
        into.extend(part.fields.iter().map(|entry| path.name(entry.name)));
    }
    match &node.value {
        Value::Struct(_, fields) => {
            fields.iter().for_each(|field| places(&field.node, &path.name(&field.name), into));
        }
        Value::Map(rows) => {
            for (key, value) in rows {
                if let Value::Text(name) | Value::Name(name) = &key.value {
                    places(value, &path.name(name), into);
                }
            }
        }
        Value::List(items) | Value::Tuple(_, items) => {
            items.iter().enumerate().for_each(|(no, item)| places(item, &path.no(no), into));
        }
        _ => {}
    }
}

struct Dice(SplitMix64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        (self.0.next_u64() % count.max(1) as u64) as usize
    }

    fn text(&mut self) -> String {
        const TEXTS: [&str; 6] = [
            "Baru",
            "a \"quoted\" word",
            "back\\slash",
            "two\n\nparagraphs",
            "// no comment",
            "Ñandú – 20 %",
        ];
        TEXTS[self.below(TEXTS.len())].to_owned()
    }

    /// Some edit of some place.
    fn edit(&mut self, document: &Document) -> Edit {
        let (root, _) = syntax::parse(document.text(), 1);
        let mut all = Vec::new();
        places(&root, &Path::default(), &mut all);
        let path = all[self.below(all.len())].clone();
        match form(&path) {
            Some(Form::Whole(low, high)) => {
                let width = usize::try_from(high - low).expect("low to high") + 1;
                Edit::Whole(path, low + i32::try_from(self.below(width)).expect("small"))
            }
            Some(Form::Pair(low, high)) => Edit::Whole(path.no(self.below(2)), low.max(high / 3)),
            Some(Form::Text) if document.plain(&path).is_some() && !named(&path) => {
                Edit::Text(path, self.text())
            }
            Some(Form::Words) => {
                let lang = [None, Some(Lang::Id), Some(Lang::En)][self.below(3)];
                Edit::Words(path, lang, if self.below(8) == 0 { String::new() } else { self.text() })
            }
            Some(Form::Choice(names)) => {
                let name = names[self.below(names.len())].to_owned();
                Edit::Choice(path, name)
            }
            Some(Form::Fact) => Edit::Fact(path, self.below(2) == 0),
            Some(Form::List(_)) => {
                let count = document.count(&path);
                let no = self.below(count);
                match self.below(4) {
                    0 => Edit::Insert(path, self.below(count + 1)),
                    1 => Edit::Duplicate(path, no),
                    2 => Edit::Remove(path, no),
                    _ => Edit::Move(path, no, self.below(count)),
                }
            }
            Some(Form::Table(_)) => {
                let keys = document.keys(&path);
                match keys.get(self.below(keys.len())) {
                    Some(key) => Edit::Clear(path.name(key)),
                    None => Edit::Clear(path),
                }
            }
            _ if path.to_string().ends_with(']') && self.below(2) == 0 => {
                Edit::Rename(path, format!("new-{}", self.below(40)))
            }
            _ => {
                let issue = self.below(document.issue_ids().len());
                let options = document.option_ids(issue);
                let seat = Seat::ALL[self.below(2)];
                Edit::RedLine(seat, options[self.below(options.len())].clone(), self.below(2) == 0)
            }
        }
    }
}

/// Whether other places name what stands here, so that it is changed by another edit.
fn named(path: &Path) -> bool {
    path.to_string().ends_with(".id")
}

fn comments(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().map(str::trim).filter(|line| line.starts_with("//")).collect();
    lines.sort_unstable();
    lines
}

/// The comments of the piece that an edit takes out: within it, in its line, and right above it.
fn may_go<'t>(text: &'t str, edit: &Edit) -> Vec<&'t str> {
    let (Edit::Remove(..) | Edit::Clear(_)) = edit else { return Vec::new() };
    let path = match edit {
        Edit::Remove(list, no) => list.no(*no),
        Edit::Clear(path) => path.clone(),
        _ => return Vec::new(),
    };
    let (root, _) = syntax::parse(text, 1);
    let Some(node) = find(&root, &path) else { return Vec::new() };
    let mut from = text[..node.span.start].rfind('\n').map_or(0, |at| at + 1);
    while from > 0 {
        let above = text[..from - 1].rfind('\n').map_or(0, |at| at + 1);
        if !text[above..from].trim_start().starts_with("//") {
            break;
        }
        from = above;
    }
    let to = text[node.span.end..].find('\n').map_or(text.len(), |at| node.span.end + at);
    comments(&text[from..to])
}

fn find<'n>(root: &'n Node, path: &Path) -> Option<&'n Node> {
    use mufakat::scenario::author::Step;
    path.steps().iter().try_fold(root, |node, step| match (step, &node.value) {
        (Step::Name(name), Value::Struct(_, fields)) => {
            fields.iter().find(|it| it.name == *name).map(|it| &it.node)
        }
        (Step::Name(name), Value::Map(rows)) => rows
            .iter()
            .find(|(key, _)| matches!(&key.value, Value::Text(it) | Value::Name(it) if it == name))
            .map(|(_, value)| value),
        (Step::No(no), Value::List(items) | Value::Tuple(_, items)) => items.get(*no),
        _ => None,
    })
}

/// What was set reads back.
#[track_caller]
fn reads_back(document: &Document, edit: &Edit) {
    match edit {
        Edit::Whole(path, number) => assert_eq!(document.whole(path), Some(*number), "{edit:?}"),
        Edit::Text(path, text) => assert_eq!(document.plain(path), Some(text.trim()), "{edit:?}"),
        Edit::Words(path, lang, text) => {
            let found = document.words(path);
            let own = match lang {
                Some(Lang::En) => found.en,
                _ => found.id,
            };
            assert_eq!(own.unwrap_or_default(), text.trim(), "{edit:?}");
        }
        Edit::Choice(path, name) => assert_eq!(document.plain(path), Some(name.as_str()), "{edit:?}"),
        Edit::Fact(path, fact) => assert_eq!(document.fact(path), *fact, "{edit:?}"),
        Edit::Clear(path) => assert!(!document.has(path), "{edit:?}"),
        Edit::Rename(path, id) => assert_eq!(document.plain(&path.name("id")), Some(id.as_str())),
        Edit::RedLine(seat, id, red) => assert_eq!(document.red_lines(*seat).contains(id), *red, "{edit:?}"),
        _ => {}
    }
}

#[test]
fn whatever_is_edited_comments_stay_values_read_back_and_every_step_can_be_undone() {
    let (mut made, mut refused) = (0, 0);
    for (name, source) in sources() {
        for seed in 0..3 {
            let mut dice = Dice(SplitMix64::new(seed));
            let mut document = open(&source);
            let mut versions = vec![document.text().to_owned()];
            for _ in 0..12 {
                let edit = dice.edit(&document);
                let before = document.text().to_owned();
                if let Err(refusal) = document.apply(&edit) {
                    assert_eq!(document.text(), before, "{name}, seed {seed}: {edit:?}");
                    assert_ne!(refusal, Refusal::Unreadable, "{name}, seed {seed}: {edit:?}");
                    refused += 1;
                    continue;
                }
                made += 1;
                reads_back(&document, &edit);
                let (_, problems) = syntax::parse(document.text(), 9);
                assert!(problems.is_empty(), "{name}, seed {seed}: {edit:?}: {problems:?}");
                let (old, mut kept) = (comments(&before), comments(document.text()));
                let mut gone = may_go(&before, &edit);
                for comment in old {
                    if let Ok(at) = kept.binary_search(&comment) {
                        kept.remove(at);
                    } else if let Some(at) = gone.iter().position(|it| *it == comment) {
                        gone.remove(at);
                    } else {
                        panic!("{name}, seed {seed}: {edit:?} lost {comment:?}");
                    }
                }
                if document.text() != before {
                    versions.push(document.text().to_owned());
                }
            }
            for version in versions.iter().rev() {
                assert_eq!(document.text(), version, "{name}, seed {seed}: undo");
                document.undo();
            }
            assert!(!document.can_undo());
            for version in &versions {
                assert_eq!(document.text(), version, "{name}, seed {seed}: redo");
                document.redo();
            }
        }
    }
    assert!(made > 300 && refused * 4 < made, "{made} made, {refused} refused");
}

#[test]
fn a_value_changes_alone() {
    for (name, source) in sources() {
        let mut document = open(&source);
        for path in ["first.batna", "timing.rounds", "issues.0.options.1.value.1", "news.0.round"] {
            let path = Path::of(path);
            let Some(before) = document.whole(&path) else { continue };
            let after = if before > 20 { before - 1 } else { before + 1 };
            let text = document.text().to_owned();
            let (root, _) = syntax::parse(&text, 1);
            let span = find(&root, &path).expect("a number").span.clone();
            document.apply(&Edit::Whole(path.clone(), after)).expect("in range");
            let expected = format!("{}{after}{}", &text[..span.start], &text[span.end..]);
            assert_eq!(document.text(), expected, "{name}: {path}");
        }
    }
}

#[test]
fn a_new_piece_and_a_copy_leave_a_scenario_that_can_be_played() {
    // The large ones are alike; every edit reads the whole text several times.
    for (name, source) in sources().into_iter().filter(|(_, source)| source.len() < 48 * 1024) {
        check::parse(&source).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        let lists = ["issues", "issues.0.options", "first.groups", "second.groups", "news", "facts", "quiz"];
        let lists = lists.into_iter().chain(["teaching.aims", "teaching.questions", "quiz.0.answers"]);
        for list in lists.map(Path::of) {
            let count = open(&source).count(&list);
            let mut edits: Vec<Edit> =
                [0, count / 2, count].into_iter().map(|at| Edit::Insert(list.clone(), at)).collect();
            if count > 0 {
                edits.push(Edit::Duplicate(list.clone(), 0));
            }
            for edit in edits {
                let mut document = open(&source);
                document.apply(&edit).unwrap_or_else(|refusal| panic!("{name}: {edit:?}: {refusal:?}"));
                assert_eq!(document.count(&list), count + 1, "{name}: {edit:?}");
                if let Err(problems) = check::parse(document.text()) {
                    panic!("{name}: {edit:?}: {problems:#?}");
                }
            }
        }
    }
}

#[test]
fn an_issue_goes_with_its_points_its_red_lines_and_its_news() {
    for (name, source) in sources() {
        let mut document = open(&source);
        let ids = document.issue_ids();
        let gone = document.option_ids(0);
        document.apply(&Edit::RedLine(Seat::First, gone[1].clone(), true)).expect("an option");
        document.apply(&Edit::Remove(Path::of("issues"), 0)).expect("more than one issue");
        assert_eq!(document.issue_ids(), ids[1..], "{name}");
        assert!(!document.red_lines(Seat::First).contains(&gone[1]), "{name}");
        let (_, problems) = match check::parse(document.text()) {
            Ok((scenario, problems)) => (Some(scenario), problems),
            Err(problems) => (None, problems),
        };
        // A need that only this issue met is for the author to think about; nothing else is left over.
        let left: Vec<&str> = problems
            .iter()
            .map(|it| it.rule)
            .filter(|rule| !matches!(*rule, "need-without-issue" | "secret-number"))
            .filter(|rule| {
                ["unknown-issue", "unknown-option", "weights-sum", "group-weights-sum"].contains(rule)
            })
            .collect();
        assert!(left.is_empty(), "{name}: {left:?}");
    }
}

#[test]
fn an_id_changes_wherever_it_is_named() {
    for (name, source) in sources() {
        let (before, _) = check::parse(&source).expect("valid");
        let mut document = open(&source);
        document
            .apply(&Edit::RedLine(Seat::Second, before.shared.issues[0].options[1].id.clone(), true))
            .expect("set");
        document.apply(&Edit::Rename(Path::of("issues.0"), "Umbrella".to_owned())).expect("free");
        document.apply(&Edit::Rename(Path::of("issues.0.options.1"), "Umbrella-1".to_owned())).expect("free");
        let (after, _) = check::parse(document.text()).unwrap_or_else(|it| panic!("{name}: {it:#?}"));
        assert_eq!(after.shared.issues[0].id, "Umbrella", "{name}");
        for seat in Seat::ALL {
            assert_eq!(after.briefs[seat].weights, before.briefs[seat].weights, "{name}");
            assert_eq!(after.briefs[seat].groups, before.briefs[seat].groups, "{name}");
            assert_eq!(after.briefs[seat].news, before.briefs[seat].news, "{name}");
        }
        assert!(after.briefs.second.red_lines.contains(&(0, 1)), "{name}");
        let taken = Edit::Rename(Path::of("issues.1"), "Umbrella".to_owned());
        assert_eq!(document.apply(&taken), Err(Refusal::TakenId("Umbrella".to_owned())));
        let spaced = Edit::Rename(Path::of("issues.1"), "two words".to_owned());
        assert_eq!(document.apply(&spaced), Err(Refusal::BadId("two words".to_owned())));
    }
}

#[test]
fn the_status_quo_stays_the_option_that_it_was_when_options_move() {
    for (name, source) in sources() {
        let (before, _) = check::parse(&source).expect("valid");
        for (issue, old) in before.shared.issues.iter().enumerate() {
            let list = Path::of("issues").no(issue).name("options");
            let id = old.options[old.status_quo].id.clone();
            for edit in [Edit::Move(list.clone(), 0, old.options.len() - 1), Edit::Insert(list.clone(), 0)] {
                let mut document = open(&source);
                document.apply(&edit).expect("a place");
                let (after, _) = check::parse(document.text()).expect("valid");
                let issue = &after.shared.issues[issue];
                assert_eq!(issue.options[issue.status_quo].id, id, "{name}: {edit:?}");
            }
        }
    }
}

#[test]
fn what_is_typed_in_a_row_is_one_step() {
    let (_, source) = sources().remove(0);
    let mut document = open(&source);
    let place = Path::of("title");
    for text in ["S", "Su", "Sun", "Sungai"] {
        let edit = Edit::Words(place.clone(), Some(Lang::Id), text.to_owned());
        document.type_in(&edit, &place).expect("a text");
    }
    document.seal();
    let edit = Edit::Words(place.clone(), Some(Lang::Id), "Sungai Kita".to_owned());
    document.type_in(&edit, &place).expect("a text");
    assert_eq!(document.words(&place).id.as_deref(), Some("Sungai Kita"));
    document.undo();
    assert_eq!(document.words(&place).id.as_deref(), Some("Sungai"));
    document.undo();
    assert_eq!(document.text(), source);
    assert!(!document.can_undo() && document.can_redo());
}

#[test]
fn a_new_field_stands_behind_the_comment_that_shows_it() {
    let mut document = open(template::ALL[0].source);
    document.apply(&Edit::RedLine(Seat::First, "P3".to_owned(), true)).expect("an option");
    document.apply(&Edit::Whole(Path::of("first.status_quo_ante"), 40)).expect("a number");
    let lines: Vec<&str> = document.text().lines().map(str::trim).collect();
    for (comment, field) in
        [("// red_lines:", "red_lines: [\"P3\"],"), ("// status_quo_ante:", "status_quo_ante: 40,")]
    {
        let at = lines.iter().position(|line| line.starts_with(comment)).expect("the template shows it");
        assert_eq!(lines[at + 1], field);
    }
    check::parse(document.text()).expect("valid");
}

#[test]
fn what_cannot_be_done_says_why_and_changes_nothing() {
    let mut document = open(template::ALL[0].source);
    let instrument = document.issue_ids().len() - 1;
    let issues = Path::of("issues");
    for (edit, refusal) in [
        (Edit::Whole(Path::of("first.batna"), 101), Refusal::OutOfRange { low: 0, high: 100 }),
        (Edit::Whole(Path::of("first.bathtub"), 1), Refusal::NoSuchPlace(Path::of("first.bathtub"))),
        (
            Edit::Choice(Path::of("issues.0.sector"), "Football".into()),
            Refusal::UnknownChoice("Football".into()),
        ),
        (Edit::Remove(issues.clone(), instrument), Refusal::OneInstrument),
        (Edit::Duplicate(issues.clone(), instrument), Refusal::OneInstrument),
        (Edit::Remove(issues.no(instrument).name("options"), 0), Refusal::TooFew(2)),
        (Edit::Remove(issues.clone(), 99), Refusal::NoSuchPlace(issues.no(99))),
    ] {
        assert_eq!(document.apply(&edit), Err(refusal), "{edit:?}");
    }
    let two =
        Edit::All(vec![Edit::Whole(Path::of("first.batna"), 3), Edit::Whole(Path::of("second.batna"), 300)]);
    assert!(document.apply(&two).is_err());
    assert_eq!(document.text(), template::ALL[0].source, "all of several edits, or none");
    assert_eq!(Document::open("( title: \"x\" ").err(), Some(Refusal::Unreadable));
    assert_eq!(Document::open("{\"title\": 1}").err(), Some(Refusal::Unreadable));
}

#[test]
fn a_piece_of_news_may_bear_the_name_of_an_issue_and_be_renamed_alone() {
    let source = builtin::source("nusa-boreal").expect("ships with the program");
    let (before, _) = check::parse(source).expect("valid");
    let issue = before.shared.issues[0].id.clone();
    let news = format!("id: \"{}\"", before.shared.news[0].id);
    assert_eq!(source.matches(&news).count(), 1);
    let source = source.replace(&news, &format!("id: \"{issue}\""));
    check::parse(&source).expect("news and issues share nothing");
    let mut document = open(&source);
    document.apply(&Edit::Rename(Path::of("news.0"), "lain".to_owned())).expect("free");
    let (after, _) = check::parse(document.text()).unwrap_or_else(|it| panic!("{it:#?}"));
    assert_eq!(after.shared.issues[0].id, issue);
    for seat in Seat::ALL {
        assert_eq!(after.briefs[seat].weights, before.briefs[seat].weights);
    }
}
