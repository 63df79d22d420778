//! A strategy of the leagues at the table of the talks.

use super::plain::{red, time};
use crate::league::{self, Answer, Space, Turn};
use crate::rules::OfferKind;
use crate::scenario::{Deal, Points, Seat, WHOLE};
use crate::view::View;
use std::sync::Arc;

/// What a strategy wants to do now.
pub(super) enum Wanted {
    /// To offer this, worth so much.
    Offer(Deal, Points),
    /// To take what it heard last, this, worth so much: a formal offer, or one that was only explored.
    Take(Deal, Points),
}

/// Asks a strategy by its name; `None` if it has nothing to say.
///
/// It hears the other side's offers from the first on, each at the time at which it was made, and what
/// it says to the last one counts: so it needs no memory between the turns of a game.
pub(super) fn ask(view: &View<'_>, name: &str) -> Option<Wanted> {
    // Packages that differ only in what weighs nothing are one offer: the strategies count what is new.
    let form: Vec<Option<usize>> = (0..view.parts.len())
        .map(|issue| {
            let weightless = view.parts[issue].iter().all(|part| *part == 0);
            let usable = |option: &usize| view.open[issue][*option] && !red(view, issue, *option);
            let options = || 0..view.open[issue].len();
            weightless
                .then(|| options().find(usable).or_else(|| options().find(|it| view.open[issue][*it])))?
        })
        .collect();
    let open = |issue: usize, option: usize| {
        if let Some(only) = form[issue] {
            return option == only;
        }
        let any = (0..view.open[issue].len()).any(|it| view.open[issue][it] && !red(view, issue, it));
        view.open[issue][option] && !(any && red(view, issue, option))
    };
    let space = Arc::new(Space::open(&view.parts, open, view.batna, WHOLE as f64).ok()?);
    let mut bidder = league::bidder(name, &space, 1)?;
    let rounds = view.shared.timing.rounds;
    let mut out = vec![0; space.issues()];
    let mut say = |received: Option<&[u16]>, round: u32, time: f64| {
        let step = round.saturating_sub(1);
        bidder.answer(&Turn { received, step, steps: Some(rounds), time }, &mut out)
    };
    // Of several offers in one round the last one counts.
    let other = view.seat.other();
    let mut heard: Vec<(u32, Vec<u16>)> = Vec::new();
    for offer in view.offers.iter().filter(|offer| offer.by == Some(other) && offer.kind != OfferKind::Text) {
        let mut deal = offer.deal.clone();
        for issue in 0..deal.0.len() {
            // A red line, or what was signed otherwise since, is heard as the nearest that can be agreed on: an
            // offer with it is an offer all the same.
            let usable = (0..view.open[issue].len()).filter(|&option| open(issue, option));
            let nearest = usable.min_by_key(|option| option.abs_diff(deal[issue]));
            deal.0[issue] = nearest.unwrap_or(deal[issue]);
        }
        let Some(options) = space.offer(&deal) else { continue };
        match heard.last_mut() {
            Some((round, kept)) if *round == offer.round => *kept = options,
            _ => heard.push((offer.round, options)),
        }
    }
    let share = |round: u32| f64::from(round) / f64::from(rounds + 1);
    let mut answer = None;
    // The first seat opens, so it has spoken before it heard anything.
    if view.seat == Seat::First || heard.first().is_none_or(|(round, _)| *round > 1) {
        answer = Some(say(None, 1, share(1)));
    }
    let last = heard.len().saturating_sub(1);
    for (at, (round, options)) in heard.iter().enumerate() {
        let now = if at == last { view.round } else { *round };
        answer = Some(say(
            Some(options),
            now,
            share(now).max(if at == last { time(view).min(0.99) } else { 0.0 }),
        ));
    }
    match answer? {
        Answer::Offer => {
            let worth = space.utility(&out);
            Some(Wanted::Offer(space.deal(&out), worth))
        }
        Answer::Accept => {
            let (_, taken) = heard.last()?;
            Some(Wanted::Take(space.deal(taken), space.utility(taken)))
        }
        Answer::Leave => None,
    }
}
