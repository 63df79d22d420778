//! After the end: both briefs, and everything that was measured.

use super::dance::{self, DanceStep};
use crate::aftermath::{self, Outlook, Story};
use crate::rules::{self, Ending, Event, Preparation, Reflection, Stage, State};
use crate::scenario::{Deal, PerSeat, Scenario};
use crate::scoring::insight::{self, Guess};
use crate::scoring::{self, DRAWS, Report, Talk, robustness};

/// Worlds of the outlook.
pub const WORLDS: u32 = 200;

/// How well a side read the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Insight {
    /// The guess before the talks, and how right it was.
    pub before: Option<(Guess, f64)>,
    /// The guess before signing or after the end.
    pub after: Option<(Guess, f64)>,
}

/// Everything about an ended game.
#[derive(Clone, Debug)]
pub struct Debrief {
    /// How it ended.
    pub ending: Ending,
    /// The scores.
    pub report: Report,
    /// How often the grade stays when weights are moved.
    pub robustness: f64,
    /// The years after, if a text is in force.
    pub outlook: Option<Outlook>,
    /// One of its worlds.
    pub story: Option<Story>,
    /// The dance of offers.
    pub dance: Vec<DanceStep>,
    /// How well each side read the other.
    pub insight: PerSeat<Insight>,
    /// What each side prepared.
    pub preparation: PerSeat<Option<Preparation>>,
    /// What each side answered to the private questions.
    pub reflection: PerSeat<Option<Reflection>>,
    /// The deal before the mediator's better package, if both took it.
    pub first_deal: Option<Deal>,
}

/// The years of a text in [`WORLDS`] worlds; `None` where it is not in force.
pub(super) fn outlook(scenario: &Scenario, report: &Report, talk: &Talk) -> Option<Outlook> {
    let world = aftermath::world_of(scenario);
    report.is_in_force().then(|| aftermath::outlook(scenario, &report.measures, talk, &world, WORLDS))
}

/// The debrief of a table; `None` before its end, for it opens both sides.
pub fn debrief(scenario: &Scenario, state: &State, events: &[Event]) -> Option<Debrief> {
    if state.stage != Stage::Closed {
        return None;
    }
    let deal = state.deal.as_ref();
    let case = rules::case(scenario, state);
    let talk = rules::talk(scenario, state, deal);
    let report = scoring::score(&case, deal, &talk);
    let outlook = outlook(scenario, &report, &talk);
    let story = report.is_in_force().then(|| {
        aftermath::live(scenario, &report.measures, &talk, &aftermath::world_of(scenario), state.seed)
    });
    let dance = dance::dance(&case, &state.offers);
    // Only who took the mediator's package had another text before.
    let first_deal = events.contains(&Event::BetterTaken).then(|| {
        events.iter().find_map(|event| match event {
            Event::Agreed(deal) => Some(deal.clone()),
            _ => None,
        })
    });
    Some(Debrief {
        ending: state.ending.unwrap_or(Ending::Deadline),
        robustness: robustness(&case, &report.references, deal, &talk, DRAWS),
        report,
        outlook,
        story,
        dance,
        insight: insight_of(scenario, state),
        preparation: state.preparation.clone(),
        reflection: state.reflection.clone(),
        first_deal: first_deal.flatten(),
    })
}

/// How well each side read the other, with the newest guess that it made.
fn insight_of(scenario: &Scenario, state: &State) -> PerSeat<Insight> {
    PerSeat::from_fn(|seat| {
        let truth = &scenario.briefs[seat.other()];
        let judged = |guess: &Guess| (guess.clone(), insight::accuracy(guess, truth, &scenario.shared));
        let before = state.preparation[seat].as_ref().and_then(|it| it.guess.as_ref());
        let reflected = state.reflection[seat].as_ref().and_then(|it| it.guess.as_ref());
        let after = reflected.or(state.signed[seat].as_ref().and_then(Option::as_ref));
        Insight { before: before.map(judged), after: after.map(judged) }
    })
}

/// The debrief again after somebody has answered the private questions: all else was settled by the end.
pub fn answered(scenario: &Scenario, state: &State, before: &Debrief) -> Debrief {
    Debrief { insight: insight_of(scenario, state), reflection: state.reflection.clone(), ..before.clone() }
}
