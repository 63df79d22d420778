//! What a state means for scoring.

use super::state::State;
use crate::scenario::{Deal, PerSeat, Percent, Scenario};
use crate::scoring::{Case, Talk};

/// The numbers of the scenario as they stand now.
pub fn case<'a>(scenario: &'a Scenario, state: &State) -> Case<'a> {
    Case::at(scenario, &state.shifts)
}

/// Whether support and quota at ratification, in hundredths, brought a text into force on both sides.
pub fn ratified((support, quota): ([Percent; 2], [Percent; 2])) -> bool {
    (0..2).all(|side| support[side] >= quota[side])
}

/// The talks so far, as they are scored with this deal.
pub fn talk(scenario: &Scenario, state: &State, deal: Option<&Deal>) -> Talk {
    let mut talk = Talk::silent(&scenario.shared);
    talk.start = state.start;
    talk.relation = state.relation;
    talk.steps.clone_from(&state.steps);
    talk.disclosed = state
        .claims
        .map(|claims| claims.iter().filter(|(_, claim)| claim.truthful).map(|(issue, _)| *issue).collect());
    talk.lies = state.claims.map(|claims| {
        u32::try_from(claims.values().filter(|claim| claim.exposed).count()).unwrap_or(u32::MAX)
    });
    if let Some(deal) = deal {
        for (issue, option) in deal.choices() {
            if let Some(Some(seat)) = state.tabled.get(&(issue, option)) {
                talk.author.insert(issue, *seat);
            }
        }
    }
    talk.voice.clone_from(&state.consulted);
    talk.consulted = PerSeat::from_fn(|seat| {
        let groups = &scenario.briefs[seat].groups;
        state.consulted[seat].iter().map(|&group| f64::from(groups[group].influence) / 100.0).sum()
    });
    talk.goodwill = state.goodwill;
    talk.quota_raise = state.quota_raise;
    talk.hotline = state.hotline;
    talk
}
