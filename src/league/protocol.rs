//! One negotiation by stacked alternating offers.

use super::{Answer, Bidder, Turn};

/// What came of a negotiation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// What was agreed.
    pub agreement: Option<Vec<u16>>,
    /// Rounds played.
    pub rounds: u32,
    /// Offers made.
    pub offers: u32,
    /// Whether a side went before the rounds were over: no offer was worth as much to it as no agreement.
    pub left: bool,
}

/// Lets two bidders negotiate for `steps` rounds of one offer each, the first one opening.
///
/// Time is `(step + 1) / (steps + 1)`, as in NegMAS: both sides act in one step.
pub fn play(bidders: [&mut dyn Bidder; 2], issues: usize, steps: u32) -> Played {
    let [first, second] = bidders;
    let mut bidders = [first, second];
    // Two buffers that change hands: the newest offer, and the one that is being written.
    let (mut newest, mut draft) = (vec![0u16; issues], vec![0u16; issues]);
    let mut standing = false;
    let mut offers = 0;
    for step in 0..steps {
        let time = f64::from(step + 1) / f64::from(steps + 1);
        for bidder in &mut bidders {
            let received = standing.then_some(newest.as_slice());
            let turn = Turn { received, step, steps: Some(steps), time };
            match bidder.answer(&turn, &mut draft) {
                Answer::Accept if standing => {
                    return Played { agreement: Some(newest), rounds: step + 1, offers, left: false };
                }
                Answer::Offer => {
                    offers += 1;
                    standing = true;
                    std::mem::swap(&mut newest, &mut draft);
                }
                // To accept what nobody offered is to have nothing to say.
                Answer::Accept | Answer::Leave => {
                    return Played { agreement: None, rounds: step + 1, offers, left: true };
                }
            }
        }
    }
    Played { agreement: None, rounds: steps, offers, left: false }
}
