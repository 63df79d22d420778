//! From a command to the events that follow.

use super::phase::{self, Phase, Turning, Why};
use super::refusal::Refusal;
use super::state::{Offer, OfferKind, Request, Stage, State, Style};
use super::{Act, Command, Cost, Event, OfferNo, Register, mediator, outcome, permit};
use crate::exact::roll;
use crate::scenario::{Deal, IssueNo, Lock, NewsTarget, Percent, Scenario, Seat};
use crate::scoring::measure::raised_quota;
use crate::scoring::relation::LOW;
use crate::scoring::{Signal, substance};

/// A package off the record gets out in one case of ten.
const LEAK: u32 = 1_000;
/// A lie comes out in one case of four, for each truthful clue.
const EXPOSURE: u32 = 2_500;
/// What a position given up in public costs at home, in hundredths of the quota.
pub const AUDIENCE_COST: Percent = 5;
/// What cultural diplomacy wins in the other country, in hundredths of support.
const CULTURE_GOODWILL: Percent = 3;
/// What a leak costs at home, in hundredths of support.
const LEAK_GOODWILL: Percent = -5;
/// A step answers a step if it comes within two turns of one's own.
const RECIPROCITY: u32 = 3;

/// Kinds of chance: rolls of different kinds do not depend on each other.
mod dice {
    pub const LEAK: u64 = 1;
    pub const LIE: u64 = 2;
    pub const NEWS: u64 = 3;
    pub const TARGET: u64 = 4;
    pub const HINT: u64 = 5;
}

/// The first events of a table.
pub fn open(seed: u64) -> Vec<Event> {
    vec![Event::Opened(seed)]
}

/// What follows from a command, or why it is refused. The state is not changed.
///
/// # Errors
///
/// The [`Refusal`] of [`permit()`].
pub fn decide(scenario: &Scenario, state: &State, seat: Seat, act: &Act) -> Result<Vec<Event>, Refusal> {
    let cost = permit(scenario, state, seat, act)?;
    let mut course = Course { scenario, state: state.clone(), events: Vec::new() };
    if let Some(speech) = &act.speech {
        course.push(Event::Said(seat, speech.clone()));
    }
    if cost == Cost::Action {
        course.push(Event::Spent(seat));
    }
    course.run(seat, &act.command, cost);
    Ok(course.events)
}

/// What follows when a turn runs out of time: the turn passes, and nobody is bound by it.
pub fn time_out(scenario: &Scenario, state: &State) -> Vec<Event> {
    let Some(seat) = state.turn() else { return Vec::new() };
    let mut course = Course { scenario, state: state.clone(), events: Vec::new() };
    course.push(Event::TimedOut(seat));
    if state.ultimatum.is_some_and(|ultimatum| ultimatum.by == seat && ultimatum.due) {
        course.push(Event::UltimatumDropped(seat));
    }
    course.pass_turn(seat);
    course.events
}

/// What follows when the host lets news come now; nothing if they came before or nobody negotiates.
pub fn news(scenario: &Scenario, state: &State, no: usize) -> Vec<Event> {
    if no >= scenario.shared.news.len() || state.turn().is_none() || state.has_come(no) {
        return Vec::new();
    }
    let mut course = Course { scenario, state: state.clone(), events: Vec::new() };
    course.news(no);
    course.events
}

/// Events in the making, and the state that they lead to.
struct Course<'a> {
    scenario: &'a Scenario,
    state: State,
    events: Vec<Event>,
}

impl Course<'_> {
    fn push(&mut self, event: Event) {
        self.state.apply(self.scenario, &event);
        self.events.push(event);
    }

    /// `which` tells rolls of one kind apart between which nothing happens.
    fn roll(&self, kind: u64, which: usize) -> u32 {
        roll(self.state.seed, self.state.events, kind + 16 * which as u64)
    }

    fn signal(&mut self, by: Seat, signal: Signal, strength: i32) {
        self.push(Event::Signalled(by, signal, strength));
        self.open_bridges();
    }

    fn run(&mut self, seat: Seat, command: &Command, cost: Cost) {
        match command {
            Command::Prepare(preparation) => {
                self.push(Event::Prepared(seat, preparation.clone()));
                if Seat::ALL.into_iter().all(|seat| self.state.preparation[seat].is_some()) {
                    self.begin_round(1);
                }
                return;
            }
            Command::Propose(deal) => self.propose(seat, deal),
            Command::Explore(deal) => self.explore(seat, deal),
            Command::Accept(_) => {
                if let Some(offer) = self.state.position(seat.other()) {
                    let deal = offer.deal.clone();
                    // Whoever announced something else gives it up, also the one whose offer it was.
                    for seat in [seat, seat.other()] {
                        self.give_up_announced(seat, &deal);
                    }
                    self.push(Event::Agreed(deal));
                }
                return;
            }
            Command::Disclose { issue, rank, register } => {
                self.disclose(seat, *issue, *rank, *register, cost == Cost::Free);
            }
            Command::Ascertain(issue) => self.ascertain(seat, *issue),
            Command::Forecast => self.forecast(seat),
            Command::Announce(issue, option) => self.push(Event::Announced(seat, *issue, *option)),
            Command::Promise(issue, option) => self.push(Event::Promised(seat, *issue, *option)),
            Command::Culture => self.culture(seat),
            Command::Hotline => self.move_(seat, Signal::Hotline, Register::Formal),
            Command::SmallTalk => self.small_talk(seat),
            Command::Ramble => self.ramble(seat),
            Command::Consular => self.consular(seat),
            Command::Warn(register) => {
                let batna = outcome::case(self.scenario, &self.state).batna[seat.index()] / 100;
                self.push(Event::Warned(seat, Percent::try_from(batna).unwrap_or(0), *register));
            }
            Command::Threaten(register) => self.move_(seat, Signal::Threat, *register),
            Command::Ultimatum(register) => self.ultimatum(seat, *register),
            Command::WalkOut => {
                self.move_(seat, Signal::WalkOut, Register::Formal);
                self.pass_turn(seat);
                return;
            }
            Command::Shame => {
                self.move_(seat, Signal::Shaming, Register::Public);
                self.raise_quota(seat.other());
            }
            Command::Repair(register) => self.repair(seat, *register),
            Command::Consult(group) => self.push(Event::Consulted(seat, *group)),
            Command::Ask(request) => self.push(Event::Asked(seat, *request)),
            Command::Answer(yes) => self.answer(seat, *yes),
            Command::AcceptText => {
                self.accept_text(seat);
                if self.state.turn().is_none() {
                    return;
                }
            }
            Command::EndTurn => {
                self.pass_turn(seat);
                return;
            }
            Command::Speak => return,
            Command::Leave => {
                self.push(Event::Left(seat));
                self.push(Event::Closed);
                return;
            }
            Command::Sign(guess) => {
                self.push(Event::Signed(seat, guess.clone()));
                if Seat::ALL.into_iter().all(|seat| self.state.signed[seat].is_some()) {
                    self.ratify();
                }
                return;
            }
            Command::AnswerBetter(yes) => {
                self.push(Event::BetterAnswered(seat, *yes));
                let answers = Seat::ALL.map(|seat| self.state.better_answers[seat]);
                if let [Some(first), Some(second)] = answers {
                    if first && second {
                        self.push(Event::BetterTaken);
                    }
                    self.push(Event::Closed);
                }
                return;
            }
            Command::Reflect(reflection) => {
                self.push(Event::Reflected(seat, reflection.clone()));
                return;
            }
        }
        self.leave_minimal(seat);
        if self.state.actions_left == 0 && self.state.turn() == Some(seat) && !self.may_still_act(seat) {
            self.pass_turn(seat);
        }
    }

    /// With no action left, a turn still waits if something was asked of this side: an answer is free.
    fn may_still_act(&self, seat: Seat) -> bool {
        self.state.request.is_some_and(|(by, _)| by != seat)
    }

    // Offers

    fn propose(&mut self, seat: Seat, deal: &Deal) {
        let before = self.state.position(seat).map(|offer| offer.deal.clone());
        let target = self.state.position(seat.other()).map(|offer| offer.deal.clone());
        self.offer(Some(seat), OfferKind::Formal, deal);
        self.keep_promises(seat, deal);
        self.give_up_announced(seat, deal);
        if let (Some(before), Some(target)) = (before, target) {
            let step = distance(&before, &target).saturating_sub(distance(deal, &target));
            if step > 0 {
                let answered = self.state.last_concession[seat.other()]
                    .is_some_and(|turn| self.state.turn_no - turn <= RECIPROCITY);
                let signal = if answered { Signal::Reciprocate } else { Signal::Concede };
                self.push(Event::Conceded(seat, step));
                self.signal(seat, signal, signal.strength());
            }
        }
    }

    fn explore(&mut self, seat: Seat, deal: &Deal) {
        self.offer(Some(seat), OfferKind::Exploratory, deal);
        let strength = Register::OffRecord.weigh(Signal::OffRecord.strength());
        self.signal(seat, Signal::OffRecord, strength);
        if self.roll(dice::LEAK, 0) < LEAK {
            self.push(Event::Leaked(seat));
            for side in Seat::ALL {
                self.signal(side, Signal::Leak, Signal::Leak.strength());
                self.push(Event::Goodwill(side, LEAK_GOODWILL));
            }
        }
    }

    fn offer(&mut self, by: Option<Seat>, kind: OfferKind, deal: &Deal) {
        let no = OfferNo::try_from(self.state.offers.len() + 1).unwrap_or(OfferNo::MAX);
        let round = self.state.round;
        self.push(Event::Offered(Offer { no, by, kind, round, deal: deal.clone() }));
    }

    fn keep_promises(&mut self, seat: Seat, deal: &Deal) {
        for (issue, option) in self.state.promised[seat].clone() {
            if deal[issue] == option {
                self.push(Event::PromiseKept(seat, issue));
                self.signal(seat, Signal::KeepPromise, Signal::KeepPromise.strength());
            } else {
                self.push(Event::PromiseBroken(seat, issue));
                self.signal(seat, Signal::BrokenPromise, Signal::BrokenPromise.strength());
            }
        }
    }

    fn give_up_announced(&mut self, seat: Seat, deal: &Deal) {
        for (issue, option) in self.state.announced[seat].clone() {
            if deal[issue] != option {
                self.push(Event::Abandoned(seat, issue));
                self.raise_quota(seat);
            }
        }
    }

    fn raise_quota(&mut self, seat: Seat) {
        self.push(Event::QuotaRaised(seat, AUDIENCE_COST));
    }

    // What is said and heard

    fn disclose(&mut self, seat: Seat, issue: IssueNo, rank: usize, register: Register, free: bool) {
        let truthful = self.scenario.briefs[seat].ranks(issue).contains(&rank);
        let doubled = if self.state.eased[seat] { 2 } else { 1 };
        self.push(Event::Disclosed { by: seat, issue, rank, truthful, register, free });
        let strength = register.weigh(Signal::Disclose.strength()) * doubled;
        self.signal(seat, Signal::Disclose, strength);
        if truthful {
            self.clue(seat);
        }
    }

    /// A truthful clue about a side: each of its lies may come out.
    fn clue(&mut self, about: Seat) {
        let lies: Vec<IssueNo> = self.state.claims[about]
            .iter()
            .filter(|(_, claim)| !claim.truthful && !claim.exposed)
            .map(|(issue, _)| *issue)
            .collect();
        for issue in lies {
            if self.roll(dice::LIE, issue) < EXPOSURE {
                self.expose(about, issue);
            }
        }
    }

    fn expose(&mut self, liar: Seat, issue: IssueNo) {
        self.push(Event::LieExposed(liar, issue));
        self.signal(liar, Signal::LieExposed, Signal::LieExposed.strength());
    }

    fn ascertain(&mut self, seat: Seat, issue: IssueNo) {
        let other = seat.other();
        let rank = *self.scenario.briefs[other].ranks(issue).start();
        self.push(Event::Ascertained(seat, issue, rank));
        let lied =
            self.state.claims[other].get(&issue).is_some_and(|claim| !claim.truthful && !claim.exposed);
        if lied {
            // What was just seen with one's own eyes needs no dice.
            self.expose(other, issue);
        }
        self.clue(other);
    }

    fn forecast(&mut self, seat: Seat) {
        let next = (0..self.scenario.shared.news.len())
            .filter(|&no| self.scenario.shared.news[no].round > self.state.round)
            .filter(|no| !self.state.known[seat].forecast.contains(no))
            .min_by_key(|&no| (self.scenario.shared.news[no].round, no));
        self.push(Event::Forecasted(seat, next));
    }

    fn small_talk(&mut self, seat: Seat) {
        let fresh = self.state.small_talk[seat] < 2;
        self.push(Event::Moved(seat, Signal::Informal, Register::Informal));
        if fresh {
            let strength = Register::Informal.weigh(Signal::Informal.strength());
            self.signal(seat, Signal::Informal, strength);
            self.hint(seat, 2);
            self.clue(seat.other());
        }
    }

    fn ramble(&mut self, seat: Seat) {
        self.push(Event::Rambled(seat));
        self.hint(seat.other(), 3);
        self.clue(seat);
    }

    /// `to` hears `count` issues of which one is among the first three of the other side.
    fn hint(&mut self, to: Seat, count: usize) {
        let order = self.scenario.briefs[to.other()].priorities();
        let order: Vec<IssueNo> = order
            .into_iter()
            .filter(|&issue| {
                !self.scenario.shared.issues[issue].reserve || self.state.shifts.added.contains(&issue)
            })
            .collect();
        let (top, rest) = order.split_at(order.len().min(3));
        let mut dice = crate::exact::SplitMix64::new(u64::from(self.roll(dice::HINT, 0)));
        let mut pick = |from: &[IssueNo]| from[(dice.next_u64() % from.len() as u64) as usize];
        let mut issues = Vec::new();
        if !top.is_empty() {
            issues.push(pick(top));
        }
        let mut others: Vec<IssueNo> = rest.to_vec();
        while issues.len() < count && !others.is_empty() {
            let other = pick(&others);
            others.retain(|issue| *issue != other);
            issues.push(other);
        }
        issues.sort_unstable();
        if !issues.is_empty() {
            self.push(Event::Hinted(to, issues));
        }
    }

    // Channels and pressure

    fn move_(&mut self, seat: Seat, signal: Signal, register: Register) {
        self.push(Event::Moved(seat, signal, register));
        self.signal(seat, signal, register.weigh(signal.strength()));
    }

    fn culture(&mut self, seat: Seat) {
        let strength = Signal::Cultural.strength() >> self.state.culture[seat].min(30);
        self.push(Event::Moved(seat, Signal::Cultural, Register::Public));
        if strength > 0 {
            self.signal(seat, Signal::Cultural, Register::Public.weigh(strength));
            self.push(Event::Goodwill(seat.other(), CULTURE_GOODWILL));
        }
    }

    fn consular(&mut self, seat: Seat) {
        let fresh = self.state.consular[seat] < 2;
        self.push(Event::Moved(seat, Signal::Consular, Register::Formal));
        if fresh {
            self.signal(seat, Signal::Consular, Signal::Consular.strength());
        }
    }

    fn ultimatum(&mut self, seat: Seat, register: Register) {
        if let Some(offer) = self.state.position(seat).map(|offer| offer.no) {
            self.push(Event::UltimatumSet(seat, offer, register));
            self.signal(seat, Signal::Ultimatum, register.weigh(Signal::Ultimatum.strength()));
        }
    }

    fn repair(&mut self, seat: Seat, register: Register) {
        let deceived = self.state.relation.damage[seat.other()] > 0;
        let public = self.state.public_threats[seat] > 0;
        if self.state.ultimatum.is_some_and(|ultimatum| ultimatum.by == seat) {
            self.push(Event::UltimatumDropped(seat));
        }
        self.push(Event::Moved(seat, Signal::Repair, register));
        let strength = register.weigh(Signal::Repair.strength()) / if deceived { 2 } else { 1 };
        self.signal(seat, Signal::Repair, strength);
        if public {
            // Backing down before the public is remembered at home.
            self.raise_quota(seat);
        }
    }

    // What needs both

    fn answer(&mut self, seat: Seat, yes: bool) {
        let Some((by, request)) = self.state.request else { return };
        self.push(Event::Answered(seat, yes));
        if !yes {
            return;
        }
        match request {
            Request::Harvest(issue) => {
                if let Some(option) = self.state.position(by).map(|offer| offer.deal[issue]) {
                    self.push(Event::Harvested(issue, option));
                    self.signal(by, Signal::EarlyHarvest, Signal::EarlyHarvest.strength());
                }
            }
            Request::AddIssue(issue) => self.push(Event::Added(issue)),
            Request::Mediator(style) => self.mediate(style),
        }
    }

    fn mediate(&mut self, style: Style) {
        self.push(Event::Mediated(style));
        match (self.state.phase, style) {
            (Phase::Minimal, _) => self.push(Event::PhaseChanged(Phase::SlowDown, Why::Mediator)),
            (Phase::SlowDown, Style::Facilitation) => {
                self.push(Event::PhaseChanged(Phase::Normal, Why::Mediator));
            }
            _ => {}
        }
        match style {
            Style::Facilitation => {}
            Style::Formulation => {
                let text = mediator::text(self.scenario, &self.state);
                let bridges: Vec<_> = text
                    .choices()
                    .filter(|&(issue, option)| !self.state.is_open(self.scenario, issue, option))
                    .filter(|&(issue, option)| {
                        self.scenario.shared.choice(issue, option).lock == Some(Lock::Bridge)
                    })
                    .collect();
                self.offer(None, OfferKind::Text, &text);
                for (issue, option) in bridges {
                    self.push(Event::Unlocked(issue, option));
                }
            }
            Style::Manipulation => {
                for (issue, it) in self.scenario.shared.issues.iter().enumerate() {
                    for (option, choice) in it.options.iter().enumerate() {
                        if choice.lock == Some(Lock::Sweetener) {
                            self.push(Event::Sweetened(issue, option));
                        }
                    }
                }
            }
        }
    }

    fn accept_text(&mut self, seat: Seat) {
        self.push(Event::TextAccepted(seat));
        self.signal(seat, Signal::AcceptText, Signal::AcceptText.strength());
        if Seat::ALL.into_iter().all(|seat| self.state.text_accepted[seat])
            && let Some(deal) = self.state.text().map(|text| text.deal.clone())
        {
            for seat in Seat::ALL {
                self.give_up_announced(seat, &deal);
            }
            self.push(Event::Agreed(deal));
        }
    }

    /// Opens bridging options on issues where both have told their interest, if trust is not too low.
    fn open_bridges(&mut self) {
        if self.state.relation.least_trust() < LOW {
            return;
        }
        for (issue, it) in self.scenario.shared.issues.iter().enumerate() {
            let told = Seat::ALL.into_iter().all(|seat| self.state.claims[seat].contains_key(&issue));
            for (option, choice) in it.options.iter().enumerate() {
                if told
                    && choice.lock == Some(Lock::Bridge)
                    && !self.state.unlocked.contains(&(issue, option))
                {
                    self.push(Event::Unlocked(issue, option));
                }
            }
        }
    }

    // Turns, rounds and phases

    /// Two conciliatory moves of one side lead out of minimal interaction at once (GRIT).
    fn leave_minimal(&mut self, seat: Seat) {
        if self.state.phase == Phase::Minimal && self.state.conciliations[seat] >= 2 {
            self.push(Event::PhaseChanged(Phase::SlowDown, Why::GoodWill));
        }
    }

    fn pass_turn(&mut self, seat: Seat) {
        if self.state.request.is_some_and(|(by, _)| by != seat) {
            self.push(Event::Lapsed);
        }
        if seat == Seat::First {
            self.push(Event::Turn(Seat::Second));
        } else {
            self.end_round();
        }
    }

    fn end_round(&mut self) {
        self.push(Event::RoundEnded);
        match phase::at_round_end(&self.state) {
            Turning::Stays => {}
            Turning::To(phase, why) => self.push(Event::PhaseChanged(phase, why)),
            Turning::Collapses => {
                self.push(Event::Collapsed);
                self.push(Event::Closed);
                return;
            }
        }
        if self.state.round >= self.scenario.shared.timing.rounds {
            self.push(Event::Deadline);
            self.push(Event::Closed);
        } else {
            self.begin_round(self.state.round + 1);
        }
    }

    fn begin_round(&mut self, number: u32) {
        self.push(Event::Round(number));
        for (no, news) in self.scenario.shared.news.iter().enumerate() {
            let due = news.round == number && !self.state.has_come(no);
            if due && self.roll(dice::NEWS, no) < news.chance.unsigned_abs() * 100 {
                self.news(no);
            }
        }
        self.push(Event::Turn(Seat::First));
    }

    fn news(&mut self, no: usize) {
        let trust = self.scenario.shared.news[no].trust;
        let drawn = Seat::ALL[(self.roll(dice::TARGET, no) % 2) as usize];
        let whom: Vec<Seat> = match trust {
            None => Vec::new(),
            Some((NewsTarget::Seat(seat), _)) => vec![seat],
            Some((NewsTarget::Both, _)) => Seat::ALL.to_vec(),
            Some((NewsTarget::Drawn, _)) => vec![drawn],
        };
        self.push(Event::News(no, (whom.len() == 1).then(|| whom[0])));
        let strength = trust.map_or(0, |(_, percent)| percent * 10);
        for seat in whom {
            self.signal(seat.other(), Signal::News, strength);
        }
    }

    // The end

    fn ratify(&mut self) {
        let Stage::Signature { deal } = self.state.stage.clone() else { return };
        let case = outcome::case(self.scenario, &self.state);
        let talk = outcome::talk(self.scenario, &self.state, Some(&deal));
        let instrument = self.scenario.shared.instrument();
        let form = self.scenario.shared.choice(instrument, deal[instrument]);
        let support = Seat::ALL.map(|seat| {
            let opinions = substance::opinions(&case, &deal, seat, &talk);
            (substance::support(&opinions, talk.goodwill[seat]) * 100.0).round() as Percent
        });
        let quota = Seat::ALL.map(|seat| raised_quota(form.quota, talk.quota_raise[seat]));
        self.push(Event::Ratified { support, quota });
        let passed = (0..2).all(|side| support[side] >= quota[side]);
        let better = if passed { mediator::better(self.scenario, &self.state, &deal) } else { None };
        match better {
            Some(better) => self.push(Event::BetterFound(better)),
            None => self.push(Event::Closed),
        }
    }
}

/// How far two packages are apart: options between them, in the order of each article.
///
/// It uses nothing but the public text, so that a step can be recognised by both sides alike.
fn distance(one: &Deal, other: &Deal) -> u32 {
    let apart: usize = one.0.iter().zip(&other.0).map(|(a, b)| a.abs_diff(*b)).sum();
    u32::try_from(apart).unwrap_or(u32::MAX)
}
