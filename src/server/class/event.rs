//! What has happened in a class: the lines of its log.

use super::{Answers, Brought, Occasion, Odd, OpenPages, Phase};
use crate::rules;
use crate::scenario::Seat;
use crate::server::roster::Listed;
use crate::session::Rule;
use serde::{Deserialize, Serialize};

/// Something that has happened. The list of these is the lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// A person came in.
    Joined {
        /// The name on the screens, made up or typed.
        name: String,
        /// The digest of the first device's token.
        device: String,
        /// Four digits with which another phone takes over.
        digits: String,
    },
    /// The list of those who are expected, in place of the one before.
    Rostered(Vec<Listed>),
    /// A person of that list, by the number on it.
    Picked {
        /// The person.
        person: usize,
        /// The number on the list.
        entry: usize,
    },
    /// The name of a person is free again; until another is chosen the person goes by this one.
    Released {
        /// The person.
        person: usize,
        /// A name that was made up.
        name: String,
    },
    /// A person bears another name.
    Named {
        /// The person.
        person: usize,
        /// The name.
        name: String,
    },
    /// A person asked the teacher for another name.
    NameAsked(usize),
    /// Another device speaks for a person.
    Attached {
        /// The person.
        person: usize,
        /// The digest of the device's token.
        device: String,
    },
    /// The teacher sent a person away: name, seat and devices are free.
    SentAway(usize),
    /// A table was opened, with this seed.
    Opened(u64),
    /// A person took a seat, alone or beside others.
    Seated {
        /// The person.
        person: usize,
        /// The table.
        pair: usize,
        /// The seat.
        seat: Seat,
    },
    /// The class entered another phase, for so many milliseconds if there is a limit.
    PhaseSet(Phase, Option<u64>),
    /// Everything stands still.
    Paused,
    /// It goes on.
    Resumed,
    /// The phase is longer by so many milliseconds.
    Extended(u64),
    /// A person understood the sheet.
    Understood {
        /// The person.
        person: usize,
        /// The number of the post.
        key: u64,
    },
    /// Something happened at a table.
    Played {
        /// The table.
        pair: usize,
        /// Who did it.
        by: By,
        /// The number of the post, so that none counts twice; 0 if nobody posted.
        key: u64,
        /// What happened.
        events: Vec<rules::Event>,
    },
    /// Somebody of a delegation wants to act, and asks the others of the seat.
    Tabled {
        /// The person.
        person: usize,
        /// The table.
        pair: usize,
        /// The seat.
        seat: Seat,
        /// The number of the post.
        key: u64,
        /// What would leave the seat.
        act: rules::Act,
    },
    /// Somebody of the delegation answered.
    Said {
        /// The person.
        person: usize,
        /// The table.
        pair: usize,
        /// The seat.
        seat: Seat,
        /// The number of the post.
        key: u64,
        /// Whether the person agrees.
        agrees: bool,
    },
    /// The delegation waits no longer for somebody whose phone is gone.
    Excused {
        /// The person.
        person: usize,
        /// The table.
        pair: usize,
        /// The seat.
        seat: Seat,
    },
    /// What waited was taken back.
    Withdrawn {
        /// Who took it back.
        person: usize,
        /// The table.
        pair: usize,
        /// The seat.
        seat: Seat,
    },
    /// What waited leaves the seat.
    Settled {
        /// The table.
        pair: usize,
        /// The seat.
        seat: Seat,
    },
    /// By which rule delegations decide; without one each phone speaks for its seat.
    RuleSet(Option<Rule>),
    /// Each phone of a table speaks for its seat, or the class's rule holds there again.
    Unasked {
        /// The table.
        pair: usize,
        /// Whether nobody is asked.
        yes: bool,
    },
    /// A counterpart took an empty chair.
    StoodIn {
        /// The table.
        pair: usize,
        /// The seat.
        seat: Seat,
        /// The counterpart's name.
        name: String,
    },
    /// The counterpart gave the chair back.
    HandedBack {
        /// The table.
        pair: usize,
        /// The seat.
        seat: Seat,
    },
    /// The teacher said something, to one table or to all.
    Told {
        /// The table, or all.
        pair: Option<usize>,
        /// The words.
        words: String,
    },
    /// These pages of the debrief are open, one bit for each.
    Pages(OpenPages),
    /// The projector shows another slide, or another step of the replay on it.
    Projected {
        /// The slide; 0 is the door.
        slide: u8,
        /// The step of a replay.
        step: u16,
    },
    /// The projector replays the talks of this table; without one, of the first that lets itself be seen.
    Replays(Option<usize>),
    /// A person lets the class see the talks of the table, or no longer.
    Consented {
        /// The person.
        person: usize,
        /// Whether they may be shown.
        yes: bool,
    },
    /// The round of better packages is open, or closed.
    Improving(bool),
    /// A seat takes the better package, or keeps its deal.
    Improved {
        /// The table.
        pair: usize,
        /// The seat.
        seat: Seat,
        /// Whether it takes it.
        yes: bool,
    },
    /// What becomes of somebody who has nobody opposite.
    OddSet(Odd),
    /// After so many minutes of silence a counterpart takes a chair in the talks; or only the teacher fills one.
    StandInAfter(Option<u64>),
    /// The quiz of the scenario is asked before the talks and after them, or not.
    QuizSet(bool),
    /// A person answered the quiz.
    Answered {
        /// The person.
        person: usize,
        /// The number of the post.
        key: u64,
        /// Before the talks or after them.
        occasion: Occasion,
        /// The answers; none if it was passed over.
        answers: Answers,
    },
    /// A person watches a table.
    Observes {
        /// The person.
        person: usize,
        /// The table.
        pair: usize,
    },
    /// An observer's checklist, or what somebody wrote after the talks.
    Noted {
        /// The person.
        person: usize,
        /// What was seen, one bit for each line.
        ticks: u16,
        /// Own words.
        words: String,
    },
    /// A result from outside the class server.
    Brought(Brought),
    /// Such a result was taken out again.
    TakenOut(usize),
}

/// Who did something at a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    /// A person in a seat.
    Person(usize, Seat),
    /// A counterpart in an empty chair.
    Counterpart(Seat),
    /// The teacher, by ending a phase.
    Host,
}
