//! The language server, spoken to as an editor does: over pipes, with positions in UTF-16.

use mufakat::editor::Document;
use mufakat::editor::complete::without_stops;
use mufakat::editor::lines::{Lines, Place};
use mufakat::scenario::{Lang, builtin, check};
use mufakat::words::Words;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

const URI: &str = "file:///tmp/kasus%20kita.ron";
const EN: Words = Words::new(Lang::En);

fn nusa() -> String {
    builtin::source("nusa-boreal").expect("ships with the program").to_owned()
}

/// An editor with a server of its own.
struct Editor {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    number: i64,
}

impl Editor {
    fn start(args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mufakat"));
        command.arg("lsp").args(args).env("MUFAKAT_DATA", std::env::temp_dir().join("no-mufakat-here"));
        for name in ["LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"] {
            command.env_remove(name);
        }
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let to = child.stdin.take().expect("a pipe");
        let from = BufReader::new(child.stdout.take().expect("a pipe"));
        Self { child, to, from, number: 0 }
    }

    /// Started, and past its first words in this language.
    fn in_language(locale: &str) -> Self {
        let mut editor = Self::start(&[]);
        let snippets = json!({"textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}});
        let told = editor.ask(
            "initialize",
            json!({"processId": null, "rootUri": null, "locale": locale, "capabilities": snippets}),
        );
        assert_eq!(told["capabilities"]["positionEncoding"], "utf-16");
        assert_eq!(told["capabilities"]["hoverProvider"], true);
        assert_eq!(told["serverInfo"]["name"], "mufakat");
        editor.tell("initialized", json!({}));
        editor
    }

    fn write(&mut self, body: &str) {
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("written");
        self.to.flush().expect("written");
    }

    fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.from.read_line(&mut line).expect("a line") > 0, "the server is gone");
            let line = line.trim();
            if line.is_empty() {
                break;
            }
            length = line.strip_prefix("Content-Length: ").expect("a length").parse().expect("a number");
        }
        let mut body = vec![0; length];
        self.from.read_exact(&mut body).expect("a body");
        let value: Value = serde_json::from_slice(&body).expect("JSON");
        assert_eq!(value["jsonrpc"], "2.0");
        value
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.write(&json!({"jsonrpc": "2.0", "method": method, "params": params}).to_string());
    }

    /// The whole answer; what is told in between is passed over.
    fn answer(&mut self, method: &str, params: Value) -> Value {
        self.number += 1;
        let id = self.number;
        let mut message = json!({"jsonrpc": "2.0", "id": id, "method": method});
        if !params.is_null() {
            message["params"] = params;
        }
        self.write(&message.to_string());
        loop {
            let value = self.read();
            if value["id"] == id {
                return value;
            }
            assert!(value.get("id").is_none(), "{value}");
        }
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        let answer = self.answer(method, params);
        assert!(answer.get("error").is_none(), "{answer}");
        answer["result"].clone()
    }

    /// The problems that are told next.
    fn told(&mut self) -> Vec<Value> {
        let value = self.read();
        assert_eq!(value["method"], "textDocument/publishDiagnostics", "{value}");
        assert_eq!(value["params"]["uri"], URI);
        value["params"]["diagnostics"].as_array().expect("a list").clone()
    }

    /// The first problems told from now on for which this holds: remarks on the balance follow the problems.
    fn told_until(&mut self, holds: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        loop {
            let told = self.told();
            if holds(&told) {
                return told;
            }
        }
    }

    fn open(&mut self, text: &str) -> Vec<Value> {
        let item = json!({"uri": URI, "languageId": "ron", "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": item}));
        self.told()
    }

    fn at(&mut self, method: &str, text: &str, piece: &str) -> Value {
        let at = text.find(piece).unwrap_or_else(|| panic!("no {piece:?}")) + piece.len();
        let Place { line, column } = Lines::of(text).place(text, at);
        let place = json!({"line": line, "character": column});
        self.ask(method, json!({"textDocument": {"uri": URI}, "position": place}))
    }

    fn end(mut self) {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        let refused = self.answer("textDocument/hover", json!({}));
        assert_eq!(refused["error"]["code"], -32600);
        self.tell("exit", Value::Null);
        assert_eq!(self.close(), (Some(0), String::new()));
    }

    /// Exit code and standard error, with nothing more said.
    fn close(self) -> (Option<i32>, String) {
        let Self { mut child, to, from: _, number: _ } = self;
        drop(to);
        let mut said = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("UTF-8");
        (child.wait().expect("an end").code(), said)
    }
}

/// The text after an editor made these changes.
fn changed(text: &str, edits: &Value) -> String {
    let lines = Lines::of(text);
    let at = |place: &Value| {
        let number =
            |name: &str| place[name].as_u64().and_then(|it| u32::try_from(it).ok()).expect("a number");
        lines.offset(text, Place { line: number("line"), column: number("character") })
    };
    let mut edits: Vec<(usize, usize, &str)> = edits
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (at(&it["range"]["start"]), at(&it["range"]["end"]), it["newText"].as_str().expect("text")))
        .collect();
    edits.sort();
    let mut result = text.to_owned();
    for (start, end, with) in edits.into_iter().rev() {
        result.replace_range(start..end, with);
    }
    result
}

fn labels(answer: &Value) -> Vec<&str> {
    answer.as_array().expect("a list").iter().filter_map(|it| it["label"].as_str()).collect()
}

/// Three mistakes: a comma left out, a choice misspelt, a weight too large. Before them stand letters that
/// are one unit, two units and a joined family.
fn three_mistakes() -> String {
    nusa()
        .replacen("    author: \"Mufakat\",", "    /* ü 🌊 ميناء 👨‍👩‍👧 */ author: \"Mufakat\"", 1)
        .replacen("sector: Energy", "sector: Energi", 1)
        .replacen("batna: 25,", "batna: 250,", 1)
}

#[test]
fn an_editor_opens_a_file_with_three_mistakes_and_mends_it() {
    for (locale, cause, action) in [
        ("id-ID", "tidak ada koma", "Tambahkan koma"),
        ("en-GB", "no comma after this value", "Add a comma"),
        ("de", "tidak ada koma", "Tambahkan koma"),
    ] {
        let mut editor = Editor::in_language(locale);
        let text = three_mistakes();
        let told = editor.open(&text);
        let rules: Vec<&str> = told.iter().filter_map(|it| it["code"].as_str()).collect();
        assert_eq!(rules, ["missing-comma", "out-of-range", "unknown-choice"], "{told:#?}");
        let first = &told[0];
        assert!(
            first["message"].as_str().is_some_and(|it| it.contains(cause) && it.contains('\n')),
            "{first}"
        );
        assert_eq!((&first["source"], &first["severity"]), (&json!("mufakat"), &json!(1)));
        // `/* ü 🌊 ميناء 👨‍👩‍👧 */ author: "Mufakat"`: each letter counts as UTF-16 counts it.
        let line = text.lines().nth(21).expect("the line");
        let column = line.chars().map(char::len_utf16).sum::<usize>();
        assert_eq!(first["range"]["end"], json!({"line": 21, "character": column}));

        let range = first["range"].clone();
        let asked =
            json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": [first]}});
        let actions = editor.ask("textDocument/codeAction", asked);
        assert!(actions[0]["title"].as_str().is_some_and(|it| it.contains(action)), "{actions:#}");
        assert_eq!(actions[0]["kind"], "quickfix");
        assert_eq!(actions[0]["diagnostics"][0]["code"], "missing-comma");
        assert_eq!(actions[1]["kind"], "source.fixAll.mufakat");
        for action in [&actions[0], &actions[1]] {
            let mended = changed(&text, &action["edit"]["changes"][URI]);
            assert_eq!(mended, text.replacen("author: \"Mufakat\"", "author: \"Mufakat\",", 1));
        }
        // Nothing on a line without a mistake; everything when it is asked for by name.
        let nowhere = json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}});
        let asked = json!({"textDocument": {"uri": URI}, "range": nowhere, "context": {"diagnostics": []}});
        assert_eq!(editor.ask("textDocument/codeAction", asked), json!([]));
        let asked = json!({"textDocument": {"uri": URI}, "range": nowhere, "context": {"diagnostics": [], "only": ["source.fixAll"]}});
        assert_eq!(editor.ask("textDocument/codeAction", asked).as_array().map(Vec::len), Some(1));

        let version = json!({"uri": URI, "version": 2});
        let good = nusa();
        editor.tell(
            "textDocument/didChange",
            json!({"textDocument": version, "contentChanges": [{"text": good}]}),
        );
        assert_eq!(editor.told(), Vec::<Value>::new());
        editor.tell("textDocument/didClose", json!({"textDocument": {"uri": URI}}));
        assert_eq!(editor.told(), Vec::<Value>::new());
        editor.end();
    }
}

#[test]
fn a_change_of_a_piece_counts_as_well_and_many_changes_are_told_once() {
    let mut editor = Editor::in_language("en");
    let text = nusa();
    editor.open(&text);
    let lines = Lines::of(&text);
    let at = text.find("batna: 25").expect("there") + "batna: ".len();
    let [start, end] =
        lines.range(&text, &(at..at + 2)).map(|it| json!({"line": it.line, "character": it.column}));
    let change = json!([{"range": {"start": start, "end": end}, "text": "2500"}]);
    editor.tell(
        "textDocument/didChange",
        json!({"textDocument": {"uri": URI, "version": 2}, "contentChanges": change}),
    );
    let told = editor.told_until(|told| told.iter().any(|it| it["code"] == "out-of-range"));
    assert_eq!(told.len(), 1, "{told:#?}");
    editor.end();
}

#[test]
fn the_balance_is_weighed_when_a_file_is_opened_and_saved() {
    let mut editor = Editor::in_language("en");
    // One price for everything: nothing to trade, and both sides' BATNA out of reach.
    let text = nusa().replace("batna: 25,", "batna: 99,").replace("batna: 35,", "batna: 99,");
    let told = editor.open(&text);
    let weighed = |told: &[Value]| told.iter().any(|it| it["code"] == "B01");
    assert!(!weighed(&told), "problems come first: weighing takes a moment");
    editor.told_until(weighed);
    let version = |number: i32| json!({"uri": URI, "version": number});
    let good = nusa();
    editor.tell(
        "textDocument/didChange",
        json!({"textDocument": version(2), "contentChanges": [{"text": good}]}),
    );
    assert!(weighed(&editor.told()), "until it is saved");
    editor.tell("textDocument/didSave", json!({"textDocument": {"uri": URI}}));
    editor.told_until(|told| !weighed(told));
    // An editor that introduces itself twice, and one that counts no versions.
    let again = editor.answer("initialize", json!({"capabilities": {}}));
    assert_eq!(again["error"]["code"], -32600);
    let bad = json!([{"text": nusa().replace("batna: 25,", "batna: 2500,")}]);
    let unnumbered = json!({"uri": URI, "version": null});
    editor.tell("textDocument/didChange", json!({"textDocument": unnumbered, "contentChanges": bad}));
    editor.told_until(|told| told.iter().any(|it| it["code"] == "out-of-range"));
    editor.end();
}

#[test]
fn what_may_be_typed_is_proposed() {
    let mut editor = Editor::in_language("en");
    let propose = |editor: &mut Editor, from: &str, to: &str, piece: &str| {
        assert!(nusa().contains(from), "{from}");
        let text = nusa().replacen(from, to, 1);
        editor.open(&text);
        editor.at("textDocument/completion", &text, piece)
    };
    // Fields that are missing here, the required one first, with its signs.
    let answer = propose(&mut editor, "batna: 25,", "", "\"M\": 30 },");
    let names = labels(&answer);
    assert_eq!(names[0], "batna");
    assert!(
        names.contains(&"red_lines") && !names.contains(&"weights") && !names.contains(&"sector"),
        "{names:?}"
    );
    assert_eq!(answer[0]["textEdit"]["newText"], "batna: $0,");
    assert!(answer[0]["documentation"].as_str().is_some_and(|it| it.contains("no agreement")), "{answer:#}");
    // In the middle of a word, with what follows on the next line left alone.
    let answer = propose(&mut editor, "batna: 25,", "bat", "        bat");
    assert_eq!(labels(&answer)[0], "batna");
    let range = &answer[0]["textEdit"]["range"];
    assert_eq!((&range["start"]["character"], &range["end"]["character"]), (&json!(8), &json!(11)));
    // Choices, with their words.
    let answer = propose(&mut editor, "sector: Energy", "sector: ", "sector: ");
    assert_eq!(labels(&answer).len(), 10, "{answer:#}");
    assert!(labels(&answer).contains(&"Energy"));
    // Ids where they are referred to: issues in weights, options in red lines, own options in status_quo.
    let answer = propose(&mut editor, "\"T\": 50, \"M\": 30", "\"T\": 50, \"", "\"T\": 50, \"");
    assert_eq!(labels(&answer), ["M", "C", "I"]);
    assert_eq!(answer[0]["textEdit"]["newText"], "M");
    let answer = propose(&mut editor, "\"E\": 20, ", "", "weights: { ");
    assert_eq!(labels(&answer), ["E", "C", "I"]);
    assert_eq!(answer[0]["textEdit"]["newText"], "\"E\": $0,");
    let answer =
        propose(&mut editor, "batna: 25,", "batna: 25, red_lines: [\"E0\", ],", "red_lines: [\"E0\", ");
    assert!(!labels(&answer).contains(&"E0") && labels(&answer).contains(&"T2"), "{answer:#}");
    let answer = propose(&mut editor, "sector: Energy,", "sector: Energy, status_quo: ,", "status_quo: ");
    assert!(
        labels(&answer).iter().all(|it| it.starts_with('E')) && !labels(&answer).is_empty(),
        "{answer:#}"
    );
    // Nothing in a comment and nothing in a text.
    let answer = propose(&mut editor, "batna: 25,", "// bat", "// bat");
    assert_eq!(answer, json!([]));
    let answer = propose(&mut editor, "author: \"Mufakat\"", "author: \"Muf", "author: \"Muf");
    assert_eq!(answer, json!([]));
    editor.end();
}

#[test]
fn an_editor_without_places_to_type_at_gets_plain_text() {
    let mut editor = Editor::start(&["--lang", "en"]);
    // What was asked for on the command line counts more than the editor's own language.
    editor.ask("initialize", json!({"capabilities": {}, "locale": "id"}));
    let text = nusa().replacen("    author: \"Mufakat\",\n", "", 1);
    let told = editor.open(&text);
    assert!(told[0]["message"].as_str().is_some_and(|it| it.contains("has no \"author\"")), "{told:#?}");
    let answer = editor.at("textDocument/completion", &text, "format: 1,");
    assert_eq!(answer[0]["textEdit"]["newText"], "author: \"\",");
    assert_eq!(answer[0]["insertTextFormat"], 1);
    assert_eq!(without_stops("a\\$1 $1 \\\\ b$0"), "a$1  \\ b");
    editor.end();
}

#[test]
fn a_place_is_explained() {
    let mut editor = Editor::in_language("en");
    let text = nusa();
    editor.open(&text);
    let mut told = |piece: &str| {
        let answer = editor.at("textDocument/hover", &text, piece);
        answer["contents"]["value"].as_str().unwrap_or_default().to_owned()
    };
    let field = told("        batna");
    assert!(field.starts_with("batna: What no agreement is worth") && field.contains("0 to 100"), "{field}");
    assert!(told("weights: { \"E").contains("has a weight of 20 of 100 (20%)"));
    let option = told("id: \"E1");
    for words in ["Nusa: value", "Boreal: value", "points"] {
        assert!(option.contains(words), "{option}");
    }
    assert!(told("\"Technology").contains("Technology"));
    assert_eq!(told("// "), "");
    let outline = editor.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    let names: Vec<&str> =
        outline.as_array().expect("a list").iter().filter_map(|it| it["name"].as_str()).collect();
    assert_eq!(names[..5], ["Nusa", "Boreal", "E", "T", "M"], "{names:?}");
    assert!(outline[2]["children"].as_array().is_some_and(|it| it.len() >= 3), "{outline:#}");
    editor.end();
}

#[test]
fn a_muddled_editor_gets_an_answer_and_the_conversation_goes_on() {
    let mut editor = Editor::start(&[]);
    let refused = editor.answer("textDocument/hover", json!({}));
    assert_eq!(refused["error"]["code"], -32002);
    editor.ask("initialize", json!({"capabilities": {}}));
    for (body, code) in [
        ("{", -32700),
        ("[]", -32700),
        ("\u{0}", -32700),
        ("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"no/such\"}", -32601),
        ("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"textDocument/hover\",\"params\":[]}", -32602),
    ] {
        editor.write(body);
        assert_eq!(editor.read()["error"]["code"], code, "{body}");
    }
    // Answers that nobody asked for, changes of files that are not open, notes that nobody reads.
    editor.write("{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":null}");
    editor.tell("$/setTrace", json!({"value": "off"}));
    editor.tell(
        "textDocument/didChange",
        json!({"textDocument": {"uri": URI, "version": 1}, "contentChanges": []}),
    );
    editor.tell("textDocument/didOpen", json!({"nothing": 1}));
    let place = json!({"line": 4_000_000_000_u32, "character": 4_000_000_000_u32});
    let asked = json!({"textDocument": {"uri": URI}, "position": place});
    assert_eq!(editor.answer("textDocument/hover", asked.clone())["error"]["code"], -32602);
    editor.open("");
    assert_eq!(editor.ask("textDocument/hover", asked.clone()), Value::Null);
    assert_eq!(editor.ask("textDocument/completion", asked), json!([]));
    editor.end();

    // A file that is too large is told as `validate` tells it.
    let mut editor = Editor::in_language("en");
    let told = editor.open(&"x".repeat(2 * 1024 * 1024));
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["code"], "too-large");
    editor.end();
}

#[test]
fn the_end_of_the_pipe_is_the_end_and_a_broken_frame_is_told() {
    assert_eq!(Editor::in_language("en").close(), (Some(1), String::new()));
    let mut editor = Editor::in_language("en");
    editor.to.write_all(b"Content-Length: 12\r\n\r\n{}").expect("written");
    let (exit, said) = editor.close();
    assert_eq!(exit, Some(2), "{said}");
    assert!(said.contains("broke off: it ended in the middle") && !said.contains("panicked"), "{said}");
    let mut editor = Editor::in_language("en");
    editor.tell("exit", Value::Null);
    assert_eq!(editor.close().0, Some(1), "exit without shutdown");
}

#[test]
fn the_editor_tells_what_validate_tells() {
    let text = three_mistakes();
    let problems = check::parse(&text).expect_err("mistakes");
    let notices = Document::open(text).notices(EN);
    let told: Vec<_> = notices.iter().map(|it| (it.rule, it.span.clone())).collect();
    let expected: Vec<_> = problems.iter().map(|it| (it.rule, it.span.clone())).collect();
    assert_eq!(told, expected);
}

#[test]
fn an_issue_in_reserve_comes_on_top_of_the_hundred_points() {
    let document = Document::open(builtin::source("kemitraan-ekonomi").expect("ships").to_owned());
    let at = document.text().find("tuna\": 16").expect("there");
    let told = document.hover(EN, at).expect("a weight").text;
    assert!(told.contains("weight of 16 of 100 (16"), "{told}");
}

/// Pieces that break a file in every way, and letters of every width.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\"".to_owned()),
        Just("(".to_owned()),
        Just("]".to_owned()),
        Just("{ \"".to_owned()),
        Just("/*".to_owned()),
        Just("// ".to_owned()),
        Just("r#\"".to_owned()),
        Just("\r".to_owned()),
        Just("weights: ".to_owned()),
        Just("status_quo: \"".to_owned()),
        Just("🌊ü".to_owned()),
        Just("ميناء".to_owned()),
        Just(",,:".to_owned()),
        "\\PC{0,8}",
        Just(String::new()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_any_place_get_an_answer_within_the_text(
        cuts in proptest::collection::vec((0.0..1.0f64, 0usize..40, piece()), 0..6),
        places in proptest::collection::vec((0.0..1.0f64, 0u32..200), 1..6),
        lang in prop_oneof![Just(Lang::Id), Just(Lang::En)],
    ) {
        let words = Words::new(lang);
        let mut text = nusa();
        for (share, width, with) in cuts {
            let start = text.floor_char_boundary((share * text.len() as f64) as usize);
            let end = text.ceil_char_boundary((start + width).min(text.len()));
            text.replace_range(start..end, &with);
        }
        let document = Document::open(text.clone());
        let sound = |span: &std::ops::Range<usize>| text.get(span.clone()).is_some();
        for notice in document.notices(words) {
            prop_assert!(sound(&notice.span) && notice.also.as_ref().is_none_or(sound), "{notice:?}");
            for at in [notice.span.start, notice.span.end] {
                let place = document.lines().place(&text, at);
                prop_assert_eq!(document.lines().offset(&text, place), at);
            }
        }
        for section in document.outline(words) {
            prop_assert!(sound(&section.span) && sound(&section.name_span), "{section:?}");
            prop_assert!(section.span.start <= section.name_span.start && section.name_span.end <= section.span.end);
        }
        for mending in document.mendings(words, &(0..text.len())) {
            prop_assert!(mending.edits.iter().all(|edit| sound(&edit.span)), "{mending:?}");
        }
        if let Some(edit) = document.mend_all() {
            let mut mended = text.clone();
            mended.replace_range(edit.span, &edit.with);
            prop_assert_eq!(mended, mufakat::scenario::mend::mend(&text).text);
        }
        for (share, column) in places {
            let line = (share * text.lines().count() as f64) as u32;
            let at = document.lines().offset(&text, Place { line, column });
            prop_assert!(text.is_char_boundary(at));
            for proposal in document.complete(words, at) {
                prop_assert!(sound(&proposal.span) && proposal.span.end == at, "{proposal:?}");
            }
            if let Some(told) = document.hover(words, at) {
                prop_assert!(sound(&told.span), "{told:?}");
            }
        }
    }
}

#[test]
fn a_hostile_text_takes_no_longer_than_a_large_one() {
    for unit in ["\\\"\n", "\"", "(", "r#", "{\"a\":", "a: (", "\r", "🌊"] {
        let text = unit.repeat(200_000 / unit.len());
        let document = Document::open(text);
        let end = document.text().len();
        document.complete(EN, end);
        document.hover(EN, end / 2);
        document.notices(EN);
    }
}
