//! The case to negotiate: what both countries know, and each country's confidential brief.
//!
//! A scenario file becomes a [`Scenario`] in two steps. [`mod@file`] mirrors the file and knows where
//! everything stands in it; [`check`] turns that into types that have no doubts left, or
//! reports every problem it finds. [`builtin`] holds the files that ship with the program.
//!
//! # Invariants
//!
//! - [`Shared`] holds nothing that only one country may know; all of that is in [`Brief`].
//! - A checked scenario has one option of status quo in each issue, weights that sum to 100 for
//!   each country, and exactly one issue that is the instrument.
//! - Nothing here reads a disk or a clock.

pub mod author;
pub mod builtin;
pub mod check;
pub mod edit;
pub mod file;
pub mod lints;
pub mod mend;
pub mod phrase;
pub mod problem;
pub mod schema;
mod seat;
pub mod sector;
mod settings;
pub mod syntax;
pub mod template;
pub mod text;

pub use phrase::{Arg, Phrase, Speech};
pub use seat::{PerSeat, Seat};
pub use sector::{Difficulty, Feature, Kind, Pillar, Sector};
pub use settings::Settings;
pub use text::{Lang, Text};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Index;

/// The number of an issue in its scenario, from 0.
pub type IssueNo = usize;

/// The number of an option in its issue, from 0.
pub type OptionNo = usize;

/// Hundredths: shares, weights and values as teachers type them.
pub type Percent = i32;

/// What a deal is worth, in ten-thousandths of the whole: weight (0..=100) times value (0..=100).
pub type Points = i64;

/// The units of [`Points`] that make up 1.0.
pub const WHOLE: Points = 10_000;

/// The units of [`Points`] that make up 1.0 in [`Exact`] utilities: 15 decimals, which a file's
/// numbers survive without change, and products of two utilities fit 128 bits.
pub const FINE: Points = 1_000_000_000_000_000;

/// One option for each issue, by number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Deal(pub Vec<OptionNo>);

impl Index<IssueNo> for Deal {
    type Output = OptionNo;
    fn index(&self, issue: IssueNo) -> &OptionNo {
        &self.0[issue]
    }
}

impl Deal {
    /// Issue and option, in order.
    pub fn choices(&self) -> impl Iterator<Item = (IssueNo, OptionNo)> {
        self.0.iter().copied().enumerate()
    }

    /// The same deal with another option for `issue`.
    #[must_use]
    pub fn with(&self, issue: IssueNo, option: OptionNo) -> Self {
        let mut deal = self.clone();
        deal.0[issue] = option;
        deal
    }
}

/// A case as it may be played: everything checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// What both countries know.
    pub shared: Shared,
    /// What only one country knows.
    pub briefs: PerSeat<Brief>,
    /// What the teacher knows.
    pub teacher: Teacher,
    /// The first 16 hexadecimal digits of the SHA-256 of the file.
    pub hash: String,
}

impl Scenario {
    /// Whether a need, in hundredths, is one that no good text may pass over.
    pub fn is_critical(&self, need: Percent) -> bool {
        f64::from(need) / 100.0 >= self.teacher.scoring.need_critical - crate::exact::EPS
    }

    /// Whether an option is a red line of either country.
    pub fn is_ruled_out(&self, issue: IssueNo, option: OptionNo) -> bool {
        self.briefs.iter().any(|(_, brief)| brief.red_lines.contains(&(issue, option)))
    }
}

/// What both countries know of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The id, which is also the file's name.
    pub id: String,
    /// The title.
    pub title: Text,
    /// One or two sentences for the gallery.
    pub summary: Text,
    /// The situation, whole and in short.
    pub background: Reading,
    /// The real case behind it, if the author names one.
    pub inspired_by: Option<Inspiration>,
    /// Whether the countries bear the names of real ones; whoever reads is told that the rest is invented.
    pub real_names: bool,
    /// Public facts with their sources.
    pub facts: Vec<Fact>,
    /// Who wrote it, under which licence, in which version.
    pub author: String,
    /// The licence of the text.
    pub licence: String,
    /// The version of the text.
    pub version: String,
    /// The scenario that it was made from, with its version; empty for one of its own.
    pub based_on: String,
    /// Minutes that reading takes.
    pub reading_minutes: u32,
    /// How demanding it is.
    pub difficulty: Difficulty,
    /// Rounds, actions and minutes.
    pub timing: Timing,
    /// Names and colours of the countries.
    pub countries: PerSeat<Country>,
    /// The issues, in the order of the treaty.
    pub issues: Vec<Issue>,
    /// What may happen outside the room.
    pub news: Vec<News>,
    /// Questions that whoever plays may be asked before the talks and after them.
    pub quiz: Vec<Quiz>,
}

/// A text to read, whole and in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The whole text.
    pub long: Text,
    /// Its short version.
    pub short: Text,
}

/// The real case that a scenario is inspired by.
#[derive(Clone, Debug, PartialEq)]
pub struct Inspiration {
    /// The case.
    pub title: Text,
    /// What it was about.
    pub text: Text,
}

/// A public fact with its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The fact.
    pub text: Text,
    /// Where it stands.
    pub source: String,
    /// Of which date it is.
    pub date: String,
}

/// How long the talks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// Rounds until the deadline.
    pub rounds: u32,
    /// Actions for each side in a round; one in a slow-down.
    pub actions: u32,
    /// Recommended minutes for the talks.
    pub minutes: u32,
}

/// What everybody sees of a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// Its name.
    pub name: Text,
    /// Its colour, as red, green and blue.
    pub colour: [u8; 3],
    /// Its development on the scale of the game, 0 to 100.
    pub development: Percent,
    /// The trust that it brings to the table, 0 to 100.
    pub trust: Percent,
    /// Its domestic groups, without their thresholds.
    pub groups: Vec<Text>,
}

/// One article of the treaty.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its sector; clause sets and instruments have none.
    pub sector: Option<Sector>,
    /// What it is for.
    pub kind: Kind,
    /// What it is about, in a sentence.
    pub about: Text,
    /// The ways to settle it.
    pub options: Vec<Choice>,
    /// The option that holds without an agreement.
    pub status_quo: OptionNo,
    /// Whether it waits in the reserve until both agree to add it.
    pub reserve: bool,
}

/// One way to settle an issue, as both countries see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its id, unique in the scenario.
    pub id: String,
    /// A few words.
    pub label: Text,
    /// The words of the article.
    pub article: Text,
    /// Effect on economy, society and environment, -3 to +3 (Nilsson, Griggs and Visbeck's scale).
    pub pillars: [i32; 3],
    /// What it adds to the text, in hundredths.
    pub features: BTreeMap<Feature, Percent>,
    /// What opens it, if it is not open from the start.
    pub lock: Option<Lock>,
    /// Whether it does serious harm that no clause can offset.
    pub harmful: bool,
    /// Of an instrument: how binding it is, in hundredths.
    pub obligation: Percent,
    /// Of an instrument: the share of domestic support that it needs, in hundredths.
    pub quota: Percent,
}

/// What opens a locked option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lock {
    /// A bridge: open when both sides have told their interest in the issue, or a mediator tables it.
    Bridge,
    /// A sweetener that only a mediator can bring.
    Sweetener,
}

/// Something that may happen outside the room.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// Its id.
    pub id: String,
    /// The headline.
    pub title: Text,
    /// The story that both read.
    pub text: Text,
    /// The round at whose beginning it comes.
    pub round: u32,
    /// How likely it comes, in hundredths.
    pub chance: Percent,
    /// Its effect on trust: the side whose trust falls or rises, and by how strong a signal in hundredths.
    pub trust: Option<(NewsTarget, Percent)>,
}

/// Whom a piece of news concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewsTarget {
    /// One seat.
    Seat(Seat),
    /// Both.
    Both,
    /// One that the dice choose.
    Drawn,
}

/// What only one country knows: its confidential brief.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// The role, whole and in short.
    pub role: Reading,
    /// Points for each issue; those that are not in reserve sum to 100.
    pub weights: Vec<Percent>,
    /// For each issue and option, what it means to this country.
    pub stakes: Vec<Vec<Stake>>,
    /// What no agreement is worth, in hundredths.
    pub batna: Percent,
    /// The story of that alternative.
    pub batna_story: Text,
    /// What things were worth before the other side changed them, if the author says so.
    pub status_quo_ante: Option<Percent>,
    /// Needs by sector, in hundredths.
    pub needs: BTreeMap<Sector, Percent>,
    /// Dependence on the partner, in hundredths.
    pub dependence: Percent,
    /// Patience: what next year counts against this one, in hundredths.
    pub patience: Percent,
    /// What this country can deliver of what it promises, in hundredths.
    pub capacity: Percent,
    /// How much it minds the other side's gain (Grieco's k), in hundredths.
    pub rivalry: Percent,
    /// Options that this country must never sign.
    pub red_lines: Vec<(IssueNo, OptionNo)>,
    /// Groups at home that must be won.
    pub groups: Vec<Group>,
    /// How hard each kind of shock hits: pandemic, energy, climate, security, politics, in hundredths.
    pub exposure: [Percent; 5],
    /// What each piece of news changes for this country.
    pub news: Vec<NewsEffect>,
    /// The same utilities with decimals, if the file has them: a scenario that came from elsewhere.
    pub exact: Option<Exact>,
}

/// One country's utilities at full precision, in units of 1 / [`FINE`]. The game plays the whole
/// points; analysis and plain offers use these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exact {
    /// What each option adds to the utility, by issue and option.
    pub parts: Vec<Vec<Points>>,
    /// What no agreement is worth.
    pub reservation: Points,
}

/// What one option means to one country.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stake {
    /// Its value, 0 to 100.
    pub value: Percent,
    /// What it costs in sovereignty, in hundredths.
    pub sovereignty: Percent,
    /// How it changes dependence on the partner, in hundredths.
    pub dependence: Percent,
    /// What this country contributes, in hundredths.
    pub effort: Percent,
    /// How far it meets needs, in hundredths.
    pub meets: BTreeMap<Sector, Percent>,
}

/// A domestic group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name.
    pub name: Text,
    /// Its share of influence, in hundredths.
    pub influence: Percent,
    /// What it looks at.
    pub measure: Measure,
}

/// What a domestic group looks at.
#[derive(Clone, Debug, PartialEq)]
pub enum Measure {
    /// The country's values weighed its own way, and the least it wants, in hundredths.
    Weights(Vec<Percent>, Percent),
    /// A pillar, and the least it wants of it, in hundredths from -100.
    Pillar(Pillar, Percent),
}

/// What a piece of news changes for one country.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewsEffect {
    /// Change of the BATNA, in hundredths.
    pub batna: Percent,
    /// Changes of values, in hundredths.
    pub values: Vec<(IssueNo, OptionNo, Percent)>,
}

/// What only the teacher knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Teacher {
    /// What the lesson is for.
    pub aims: Vec<Text>,
    /// What usually happens.
    pub usual: Text,
    /// Where the integrative potential lies.
    pub potential: Text,
    /// Questions for the debrief.
    pub questions: Vec<Text>,
    /// What the teacher set for scoring.
    pub scoring: Settings,
}

/// A quiz item.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiz {
    /// The question.
    pub question: Text,
    /// The answers.
    pub answers: Vec<Text>,
    /// Which of them is right, from 0.
    pub right: usize,
    /// Why.
    pub why: Text,
}

impl Shared {
    /// The deal in which every issue stays as it is.
    pub fn status_quo(&self) -> Deal {
        Deal(self.issues.iter().map(|issue| issue.status_quo).collect())
    }

    /// The issue that is the instrument.
    ///
    /// # Panics
    ///
    /// Never for a checked scenario: it has exactly one.
    pub fn instrument(&self) -> IssueNo {
        self.issues
            .iter()
            .position(|issue| issue.kind == Kind::Instrument)
            .expect("a checked scenario has an instrument")
    }

    /// The number of the issue with this id.
    pub fn issue_by_id(&self, id: &str) -> Option<IssueNo> {
        self.issues.iter().position(|issue| issue.id == id)
    }

    /// Issue and option with this option id.
    pub fn option_by_id(&self, id: &str) -> Option<(IssueNo, OptionNo)> {
        self.issues.iter().enumerate().find_map(|(no, issue)| {
            issue.options.iter().position(|option| option.id == id).map(|option| (no, option))
        })
    }

    /// The option that a deal chooses for an issue.
    pub fn choice(&self, issue: IssueNo, option: OptionNo) -> &Choice {
        &self.issues[issue].options[option]
    }

    /// The option ids of a deal, in the order of the issues.
    pub fn ids(&self, deal: &Deal) -> Vec<&str> {
        deal.choices().map(|(issue, option)| self.choice(issue, option).id.as_str()).collect()
    }
}

impl Measure {
    /// The three issues that a group with weights of its own looks at most, the heaviest first.
    pub fn heaviest(&self) -> Vec<IssueNo> {
        let Self::Weights(weights, _) = self else { return Vec::new() };
        let mut heavy = by_weight(weights);
        heavy.truncate(3);
        heavy
    }
}

/// Issues that carry points, the heaviest first; ties in the order of the treaty.
fn by_weight(weights: &[Percent]) -> Vec<IssueNo> {
    let mut order: Vec<IssueNo> = (0..weights.len()).filter(|&issue| weights[issue] > 0).collect();
    order.sort_by_key(|&issue| (-weights[issue], issue));
    order
}

impl Brief {
    /// Red lines of this country that a deal crosses.
    pub fn crossed(&self, deal: &Deal) -> impl Iterator<Item = (IssueNo, OptionNo)> {
        self.red_lines.iter().copied().filter(|&(issue, option)| deal[issue] == option)
    }

    /// Issues that carry points for this country, the heaviest first; ties in the order of the treaty.
    pub fn priorities(&self) -> Vec<IssueNo> {
        by_weight(&self.weights)
    }

    /// How many issues carry points: ranks go from 1 to this.
    pub fn ranked(&self) -> usize {
        self.weights.iter().filter(|weight| **weight > 0).count()
    }

    /// The ranks that an issue can truthfully claim, from 1: more than one if weights are equal.
    pub fn ranks(&self, issue: IssueNo) -> std::ops::RangeInclusive<usize> {
        let own = self.weights[issue];
        let above = self.weights.iter().filter(|&&weight| weight > own).count();
        let level = self.weights.iter().filter(|&&weight| weight == own).count();
        above + 1..=above + level.max(1)
    }

    /// The points of `option` of `issue`: weight times value.
    pub fn part(&self, issue: IssueNo, option: OptionNo) -> Points {
        Points::from(self.weights[issue]) * Points::from(self.stakes[issue][option].value)
    }
}
