//! What was filled in, as an act of the rules.

use crate::rules::{Act, Action, Command, Details, OfferNo, Preparation, Reflection, Register, Style};
use crate::scenario::{Deal, IssueNo, OptionNo, Percent, Speech};
use crate::scoring::insight::{Guess, points_of_order};
use crate::view::View;

/// The fields of a form, in the order in which they came.
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// A field's text; the last one counts, as of the button that was pressed.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A field as a number.
    pub fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.text(name)?.trim().parse().ok()
    }

    /// Every number under one name.
    pub fn numbers<'f>(&'f self, name: &'f str) -> impl Iterator<Item = u8> + 'f {
        self.0.iter().filter(move |(key, _)| key == name).filter_map(|(_, value)| value.parse().ok())
    }

    /// The act that a form asks for; `None` if it makes no sense.
    pub fn act(&self, view: &View<'_>) -> Option<Act> {
        let command = self.command(view)?;
        let speech = self.text("speech").map(str::trim).filter(|words| !words.is_empty());
        Some(Act { command, speech: speech.map(|words| Speech::Typed(words.to_owned())) })
    }

    fn command(&self, view: &View<'_>) -> Option<Command> {
        Some(match self.text("do")? {
            "prepare" => Command::Prepare(Preparation {
                target: self.number::<Percent>("target"),
                guess: self.guess(view),
                preamble: self.numbers("preamble").collect(),
                aims: self.numbers("aims").collect(),
            }),
            "propose" => Command::Propose(self.deal(view)),
            "explore" => Command::Explore(self.deal(view)),
            "accept" => Command::Accept(self.number::<OfferNo>("offer")?),
            "accept-text" => Command::AcceptText,
            "end-turn" => Command::EndTurn,
            "speak" => Command::Speak,
            "grant" => Command::Answer(true),
            "decline" => Command::Answer(false),
            "sign" => Command::Sign(self.guess(view)),
            "take-better" => Command::AnswerBetter(true),
            "keep-better" => Command::AnswerBetter(false),
            "reflect" => Command::Reflect(Reflection {
                guess: self.guess(view),
                result: self.number("result"),
                own: self.number("own"),
                process: self.number("process"),
                again: self.number("again"),
                swap: self.text("swap").map(|answer| answer == "yes"),
            }),
            "skip" => Command::Reflect(Reflection::default()),
            action => return Action::from_name(action)?.command(&self.details(view)),
        })
    }

    /// An issue of the scenario.
    fn issue(&self, view: &View<'_>) -> Option<IssueNo> {
        self.number("issue").filter(|issue| *issue < view.shared.issues.len())
    }

    /// What a form says of an action; a rank that was left open is the true one.
    fn details(&self, view: &View<'_>) -> Details {
        let (of_option, option) = self.choice().unzip();
        let issue = self.issue(view);
        Details {
            issue: of_option.or(issue),
            option,
            rank: self.number("rank").or_else(|| Some(*view.brief.ranks(issue?).start())),
            register: self.text("register").and_then(Register::from_name),
            group: self.number("group"),
            style: self.text("style").and_then(Style::from_name),
        }
    }

    fn choice(&self) -> Option<(IssueNo, OptionNo)> {
        let (issue, option) = self.text("choice")?.split_once('.')?;
        Some((issue.parse().ok()?, option.parse().ok()?))
    }

    /// The package; what is not named stays as it is, and the rules refuse what does not exist.
    fn deal(&self, view: &View<'_>) -> Deal {
        let mut deal = view.shared.status_quo();
        for issue in 0..deal.0.len() {
            if let Some(option) = self.number(&format!("o{issue}")) {
                deal.0[issue] = option;
            }
        }
        deal
    }

    /// A guess from ranks; those that were left open come last, in the order of the treaty. `None` if
    /// nothing was ranked.
    fn guess(&self, view: &View<'_>) -> Option<Guess> {
        let issues = view.shared.issues.len();
        let mut ranked: Vec<(usize, IssueNo)> = (0..issues)
            .filter(|&issue| self.text(&format!("r{issue}")).is_some())
            .map(|issue| (self.number(&format!("r{issue}")).unwrap_or(usize::MAX), issue))
            .collect();
        if ranked.iter().all(|(rank, _)| *rank == usize::MAX) {
            return None;
        }
        ranked.sort_unstable();
        let order: Vec<IssueNo> = ranked.into_iter().map(|(_, issue)| issue).collect();
        Some(points_of_order(&order, issues))
    }
}
