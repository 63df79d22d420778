//! `mufakat agent` and `mufakat tournament` as other programs call them.

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

/// One conversation: every line gets one line.
fn talk(args: &[&str], lines: &[String]) -> Vec<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mufakat"))
        .arg("agent")
        .args(args)
        .args(["--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("piped");
    for line in lines {
        writeln!(input, "{line}").expect("it listens");
    }
    drop(input);
    let done = child.wait_with_output().expect("it ends");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout)
        .expect("text")
        .lines()
        .map(|line| serde_json::from_str(line).expect("one object a line"))
        .collect()
}

fn start(session: u32, reservation: Value) -> String {
    json!({
        "type": "start", "session": session, "first": null,
        "issues": [{"name": "price", "values": ["low", "mid", "high"]}, {"name": "date", "values": ["soon", "late"]}],
        "ufun": {"contribution": [[0.0, 0.3, 0.6], [0.4, 0.0]]},
        "reservation": reservation, "min": 0.0, "max": 1.0, "n_steps": 10, "time_limit": null, "opponent_ufun": null,
    })
    .to_string()
}

fn turn(session: u32, step: u32, offer: Value) -> String {
    let time = f64::from(step + 1) / 11.0;
    json!({"type": "turn", "session": session, "step": step, "relative_time": time, "time": 0.1, "offer": offer})
        .to_string()
}

#[test]
fn numbers_far_off_end_no_session() {
    let wide = |contribution: Value, reservation: Value, other: Value| {
        let mut start: Value = serde_json::from_str(&start(1, reservation)).expect("an object");
        start["ufun"]["contribution"] = contribution;
        start["opponent_ufun"] = other;
        start.to_string()
    };
    let usual = json!([[0.0, 0.3, 0.6], [0.4, 0.0]]);
    let disclosed = |low: f64| json!({"contribution": [[-1.0, -2.0, -1.0], [0.0, low]]});
    let starts = [
        wide(usual.clone(), json!(-1e9), Value::Null),
        wide(usual.clone(), json!(1e9), Value::Null),
        wide(json!([[0.0, 5e-324, 0.0], [0.0, 0.0]]), json!(0.0), Value::Null),
        wide(json!([[0.0, 1e300, -1e300], [0.0, 1.0]]), json!(-1e308), Value::Null),
        wide(usual.clone(), json!(0.0), disclosed(-1e13)),
        wide(usual, json!(0.0), disclosed(-1e300)),
    ];
    for name in ["mufakat", "nice-tit-for-tat", "micro", "hardheaded", "boulware"] {
        for start in &starts {
            let lines = [start.clone(), turn(1, 0, Value::Null), turn(1, 1, json!([0, 1]))];
            let answers = talk(&["--counterpart", name], &lines);
            assert_eq!(answers.len(), 3, "{name}: {answers:?}");
            assert!(answers[2]["action"].is_string(), "{name}: {answers:?}");
        }
    }
}

#[test]
fn nobody_refuses_what_it_has_just_offered_itself() {
    for name in ["mufakat", "nice-tit-for-tat", "micro", "hardheaded", "boulware", "tit-for-tat"] {
        for before in 0..8 {
            let mut lines = vec![start(1, json!(0.2)), turn(1, 0, Value::Null)];
            lines.extend((1..=before).map(|step| turn(1, step, json!([0, 1]))));
            let answers = talk(&["--counterpart", name], &lines);
            let last = answers.last().expect("an answer");
            if last["action"] != "offer" {
                continue;
            }
            lines.push(turn(1, before + 1, last["offer"].clone()));
            let answers = talk(&["--counterpart", name], &lines);
            assert_eq!(answers.last().expect("an answer")["action"], "accept", "{name} after {before}");
        }
    }
}

#[test]
fn an_agent_plays_a_negotiation_by_json_lines() {
    let lines = [
        json!({"type": "hello", "protocol": 1}).to_string(),
        start(7, json!(0.5)),
        turn(7, 0, Value::Null),
        turn(7, 1, json!([2, 0])),
        json!({"type": "end", "session": 7, "agreement": [2, 0], "utility": 1.0, "broken": false, "timedout": false})
            .to_string(),
    ];
    let answers = talk(&[], &lines);
    assert_eq!(answers.len(), 5);
    assert_eq!(answers[0]["ok"], true);
    assert_eq!(answers[0]["name"], "mufakat-mufakat");
    assert_eq!(answers[1], json!({"ok": true}));
    // The first offer is its best package; an offer of just that is accepted.
    assert_eq!(answers[2], json!({"action": "offer", "offer": [2, 0]}));
    assert_eq!(answers[3], json!({"action": "accept"}));
    let belief = answers[4]["opponent_model"]["contribution"].as_array().expect("what it believed");
    assert_eq!(belief.iter().map(|it| it.as_array().map_or(0, Vec::len)).collect::<Vec<_>>(), [3, 2]);
}

#[test]
fn a_step_far_beyond_the_last_is_answered_like_the_last() {
    let far = json!({"type": "turn", "session": 1, "step": u32::MAX, "relative_time": 1.0, "time": 0.1, "offer": [2, 0]});
    let answers = talk(&[], &[start(1, json!(0.5)), far.to_string()]);
    assert_eq!(answers[1], json!({"action": "accept"}));
}

#[test]
fn two_negotiations_do_not_mix_and_a_bad_line_ends_nothing() {
    let lines = [
        start(1, json!(0.0)),
        start(2, json!(1.0)),
        "nonsense".to_owned(),
        turn(3, 0, Value::Null),
        turn(1, 9, json!([1, 0])),
        turn(2, 9, json!([1, 0])),
        turn(1, 0, json!([5, 0])),
        turn(1, 0, json!([1])),
    ];
    let answers = talk(&["--counterpart", "boulware"], &lines);
    assert_eq!(answers.len(), 8);
    for at in [2, 3, 6, 7] {
        assert_eq!(answers[at]["ok"], false, "{}", answers[at]);
    }
    assert!(answers[2]["error"].as_str().expect("words").contains("hello, start, turn"));
    assert!(answers[3]["error"].as_str().expect("words").contains("negotiation 3"));
    // At t = 10/11 Boulware wants 1 - (10/11)^4 = 0.317 of what lies over its reservation value: 0.7 will do
    // for the first, and the second wants all.
    assert_eq!(answers[4], json!({"action": "accept"}));
    assert_eq!(answers[5], json!({"action": "offer", "offer": [2, 0]}));
}

#[test]
fn a_disclosed_utility_function_is_believed() {
    let mut first: Value = serde_json::from_str(&start(1, json!(0.0))).expect("json");
    first["opponent_ufun"] = json!({"contribution": [[0.5, 0.2, 0.0], [0.5, 0.0]]});
    let lines = [first.to_string(), json!({"type": "end", "session": 1}).to_string()];
    let answers = talk(&[], &lines);
    assert_eq!(answers[1]["opponent_model"]["contribution"], json!([[0.5, 0.2, 0.0], [0.5, 0.0]]));
}

#[test]
fn an_unknown_agent_is_told_with_the_one_that_was_meant() {
    let done = Command::new(env!("CARGO_BIN_EXE_mufakat"))
        .args(["agent", "--counterpart", "mikro", "--lang", "en"])
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert_eq!(done.status.code(), Some(2));
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(told.contains("mikro") && told.contains("micro"), "{told}");
}

#[test]
fn a_tournament_tells_the_table_that_scripts_rely_on() {
    let run = |form: &str| {
        let done = Command::new(env!("CARGO_BIN_EXE_mufakat"))
            .args(["tournament", "nusa-boreal", "--counterparts", "boulware,conceder,mufakat"])
            .args(["--steps", "20", "--lang", "en", form])
            .output()
            .expect("the program starts");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).expect("text")
    };
    let value: Value = serde_json::from_str(&run("--json")).expect("one object");
    let rows = value["counterparts"].as_array().expect("a list");
    assert_eq!(rows.len(), 3);
    for row in rows {
        for field in [
            "advantage",
            "adv_se",
            "utility",
            "agreement_rate",
            "pareto_distance",
            "nash_distance",
            "ms_per_negotiation",
        ] {
            assert!(row[field].is_f64() || row[field].is_i64(), "{field} in {row}");
        }
        assert_eq!(row["deals_below_own_reservation"], 0);
        assert!(row["worst_opponent"]["name"].is_string());
        // Three opponents, itself among them, from both seats.
        assert_eq!(row["negotiations"], 6);
    }
    assert_eq!(value["pairwise"]["boulware"].as_object().expect("a row").len(), 3);
    let table = run("--csv");
    assert_eq!(table.lines().count(), 4);
    assert!(table.starts_with("name,advantage,adv_se,utility,agreement_rate"));
}
