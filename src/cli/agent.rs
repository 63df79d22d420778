//! `mufakat agent`: a counterpart for other programs, one JSON line each way per turn.
//!
//! Standard output is the conversation and nothing else; what went wrong with a line is told in its
//! answer (`{"ok":false,"error":"..."}`), and the conversation goes on.

use super::output::{data, message};
use super::{Answer as Ended, Context, Exit, Failure};
use crate::league::{self, Answer, Bidder, Space, Turn};
use crate::words::Words;
use clap::{Arg, ArgMatches, Command};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, Read};
use std::sync::Arc;

/// A line longer than this is refused unread.
const LONGEST: u64 = 64 << 20;

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Message {
    Hello {},
    Start(Start),
    Turn { session: Value, step: u32, relative_time: f64, offer: Option<Vec<u16>> },
    End { session: Value },
}

#[derive(Deserialize)]
struct Start {
    session: Value,
    ufun: Table,
    reservation: Option<f64>,
    n_steps: Option<u32>,
    opponent_ufun: Option<Table>,
}

#[derive(Deserialize)]
struct Table {
    contribution: Vec<Vec<f64>>,
}

/// One negotiation that is under way.
struct Session {
    space: Arc<Space>,
    bidder: Box<dyn Bidder>,
    steps: Option<u32>,
    out: Vec<u16>,
}

/// All negotiations of one conversation.
struct Agent {
    name: String,
    words: Words,
    sessions: BTreeMap<String, Session>,
}

/// What can be typed behind the command.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    command.arg(
        Arg::new("counterpart")
            .long("counterpart")
            .value_name(words.get("cli-value-name"))
            .help(words.get("cli-arg-agent")),
    )
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Ended {
    let words = context.words;
    let name = given.get_one::<String>("counterpart").map_or("mufakat", String::as_str);
    super::tournament::bids(words, name)?;
    if std::io::IsTerminal::is_terminal(&std::io::stdin()) {
        message(&words.get("cli-agent-waits"));
    }
    let mut agent = Agent { name: name.to_owned(), words, sessions: BTreeMap::new() };
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        match read_line(&mut input, &mut line) {
            Ok(0) => return Ok(Exit::Fine),
            Ok(_) => {}
            Err(error) => {
                let why = words.why(&error);
                return Err(Failure::new(Exit::Failed, words.with("cli-agent-broken", &[("why", &why)])));
            }
        }
        if !line.trim_ascii().is_empty() {
            data(&format!("{}\n", agent.answer(&line)));
        }
    }
}

/// Reads one line; of one that is too long only so much that this can be told is kept.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<usize> {
    let read = input.by_ref().take(LONGEST + 1).read_until(b'\n', line)?;
    if line.len() as u64 > LONGEST && !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(read)
}

impl Agent {
    fn answer(&mut self, line: &[u8]) -> Value {
        self.try_answer(line).unwrap_or_else(|error| json!({"ok": false, "error": error}))
    }

    fn try_answer(&mut self, line: &[u8]) -> Result<Value, String> {
        let words = self.words;
        if line.len() as u64 > LONGEST {
            return Err(words.get("cli-agent-long"));
        }
        let message: Message = serde_json::from_slice(line)
            .map_err(|error| words.with("cli-agent-unclear", &[("why", &error.to_string())]))?;
        match message {
            Message::Hello {} => Ok(json!({
                "ok": true, "name": format!("mufakat-{}", self.name), "protocol": 1,
                "version": env!("CARGO_PKG_VERSION"),
            })),
            Message::Start(start) => self.start(start),
            Message::Turn { session, step, relative_time, offer } => {
                self.turn(&session, step, relative_time, offer.as_deref())
            }
            Message::End { session } => Ok(match self.sessions.remove(&session.to_string()) {
                Some(ended) => match ended.bidder.belief() {
                    Some(table) => json!({"ok": true, "opponent_model": {"contribution": table}}),
                    None => json!({"ok": true}),
                },
                None => json!({"ok": true}),
            }),
        }
    }

    fn start(&mut self, start: Start) -> Result<Value, String> {
        let words = self.words;
        let why = |error: league::SpaceError| words.get(&format!("cli-agent-{}", error.key()));
        let mut space = Space::from_real(&start.ufun.contribution, start.reservation).map_err(why)?;
        if let Some(table) = start.opponent_ufun {
            let fits = table.contribution.len() == space.issues()
                && table.contribution.iter().zip(&space.parts).all(|(a, b)| a.len() == b.len());
            if !fits {
                return Err(words.get("cli-agent-misfit"));
            }
            space.disclose(&table.contribution);
        }
        let space = Arc::new(space);
        let bidder = league::bidder(&self.name, &space, self.sessions.len() as u64)
            .ok_or_else(|| words.get("cli-agent-empty"))?;
        let out = vec![0; space.issues()];
        self.sessions.insert(start.session.to_string(), Session { space, bidder, steps: start.n_steps, out });
        Ok(json!({"ok": true}))
    }

    fn turn(
        &mut self,
        session: &Value,
        step: u32,
        time: f64,
        offer: Option<&[u16]>,
    ) -> Result<Value, String> {
        let words = self.words;
        let Some(at) = self.sessions.get_mut(&session.to_string()) else {
            return Err(words.with("cli-agent-unknown-session", &[("session", &session.to_string())]));
        };
        if let Some(offer) = offer {
            let fits = offer.len() == at.space.issues()
                && offer
                    .iter()
                    .zip(&at.space.parts)
                    .all(|(&option, parts)| usize::from(option) < parts.len());
            if !fits {
                return Err(words.get("cli-agent-misfit"));
            }
        }
        let time = if time.is_finite() { time.clamp(0.0, 1.0) } else { 0.0 };
        let turn = Turn { received: offer, step, steps: at.steps, time };
        Ok(match at.bidder.answer(&turn, &mut at.out) {
            Answer::Offer => json!({"action": "offer", "offer": at.out}),
            Answer::Accept => json!({"action": "accept"}),
            Answer::Leave => json!({"action": "end"}),
        })
    }
}
