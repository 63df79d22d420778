//! How turns, rounds and phases follow each other, and how a game ends.

use super::{Course, dice};
use crate::rules::phase::{Phase, Turning, Why};
use crate::rules::state::Stage;
use crate::rules::{Event, mediator, outcome, phase, ratified};
use crate::scenario::{NewsTarget, Percent, Seat};
use crate::scoring::measure::raised_quota;
use crate::scoring::{Signal, substance};

impl Course<'_> {
    /// Two conciliatory moves of one side lead out of minimal interaction at once (GRIT).
    pub(super) fn leave_minimal(&mut self, seat: Seat) {
        if self.state.phase == Phase::Minimal && self.state.conciliations[seat] >= 2 {
            self.push(Event::PhaseChanged(Phase::SlowDown, Why::GoodWill));
        }
    }

    pub(super) fn pass_turn(&mut self, seat: Seat) {
        if self.state.request.is_some_and(|(by, _)| by != seat) {
            self.push(Event::Lapsed);
        }
        if seat == Seat::First {
            self.push(Event::Turn(Seat::Second));
        } else {
            self.end_round();
        }
    }

    pub(super) fn end_round(&mut self) {
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

    pub(super) fn begin_round(&mut self, number: u32) {
        self.push(Event::Round(number));
        for (no, news) in self.scenario.shared.news.iter().enumerate() {
            let due = news.round == number && !self.state.has_come(no);
            if due && self.roll(dice::NEWS, no) < news.chance.unsigned_abs() * 100 {
                self.news(no);
            }
        }
        self.push(Event::Turn(Seat::First));
    }

    pub(super) fn news(&mut self, no: usize) {
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

    pub(super) fn ratify(&mut self) {
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
        let better = if ratified((support, quota)) {
            mediator::better(self.scenario, &self.state, &deal)
        } else {
            None
        };
        match better {
            Some(better) => self.push(Event::BetterFound(better)),
            None => self.push(Event::Closed),
        }
    }
}
