//! What every front end asks of a view: the order of the treaty, what can be guessed, what an act is about.

use super::{Moment, View};
use crate::rules::Command;
use crate::scenario::{Deal, IssueNo, Kind, Percent, Points};

impl View<'_> {
    /// Every issue by sector in the order of the file, clauses and legal form last; also what waits in the
    /// reserve.
    pub fn treaty_order(&self) -> Vec<IssueNo> {
        let issues = &self.shared.issues;
        let first_of = |issue: &IssueNo| {
            let it = &issues[*issue];
            match it.kind {
                Kind::Substance => {
                    issues.iter().position(|other| other.sector == it.sector).unwrap_or(*issue)
                }
                Kind::Clauses => issues.len(),
                Kind::Instrument => issues.len() + 1,
            }
        };
        let mut order: Vec<IssueNo> = (0..issues.len()).collect();
        order.sort_by_key(|issue| (first_of(issue), *issue));
        order
    }

    /// The articles of the treaty in their order: what is on the table.
    pub fn articles(&self) -> Vec<IssueNo> {
        self.treaty_order().into_iter().filter(|&issue| self.in_play(issue)).collect()
    }

    /// Issues of which the other side's priority can be guessed.
    pub fn guessable(&self) -> Vec<IssueNo> {
        (0..self.shared.issues.len())
            .filter(|&issue| self.shared.issues[issue].kind == Kind::Substance && self.in_play(issue))
            .collect()
    }

    /// The target that stands there before anybody chose one, in hundredths: two thirds of the way from the
    /// BATNA to the dream, ambitious and not the moon.
    pub fn usual_target(&self) -> Percent {
        let best: Points = self.parts.iter().map(|options| options.iter().max().copied().unwrap_or(0)).sum();
        Percent::try_from((self.batna + (best - self.batna) * 2 / 3) / 100).unwrap_or(70)
    }

    /// The package that a command is about, if it is about one.
    pub fn package<'a>(&'a self, command: &'a Command) -> Option<&'a Deal> {
        match command {
            Command::Propose(deal) => Some(deal),
            Command::Accept(no) => self.offer(*no).map(|offer| &offer.deal),
            Command::AcceptText => self.text().map(|offer| &offer.deal),
            Command::Leave => None,
            _ => match &self.moment {
                Moment::Signature { deal, .. } | Moment::Better { better: deal, .. } => Some(deal),
                _ => None,
            },
        }
    }
}
