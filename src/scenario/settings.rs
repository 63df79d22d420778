//! What a teacher may set about scoring, and what holds where nothing is set.

use super::file::{LensName, Show};

/// The teacher's parameters of scoring, in hundredths unless said otherwise. Every default is
/// a design choice that the debrief names as such.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// C3: the smallest acceptable share of the normalised gain, as a fraction.
    pub min_share: f64,
    /// C4: the smallest acceptable efficiency.
    pub min_efficiency: f64,
    /// C7: the most coercion that still counts as free consent.
    pub max_coercion: f64,
    /// C5: a need of at least this is critical.
    pub need_critical: f64,
    /// C5: a critical need must be met to at least this.
    pub need_met: f64,
    /// C6: whether net harm fails the check.
    pub no_net_harm: bool,
    /// Weights of equality, equity, maximin and special treatment in fairness.
    pub fairness: [f64; 4],
    /// How much contribution counts against need in equity.
    pub alpha_contribution: f64,
    /// From which gap in development special treatment is expected.
    pub development_gap: f64,
    /// Years after the signature.
    pub years: u32,
    /// Multiplier of all shock probabilities.
    pub storm: f64,
    /// Whether gains are counted from the status quo ante instead of the BATNA.
    pub from_status_quo_ante: bool,
    /// How each of the fourteen principles is shown.
    pub show: [Show; 14],
    /// Which lenses are shown.
    pub lenses: Vec<LensName>,
    /// Whether one total stands beside the verdict.
    pub total_score: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            min_share: 1.0 / 3.0,
            min_efficiency: 0.75,
            max_coercion: 0.30,
            need_critical: 0.70,
            need_met: 0.50,
            no_net_harm: true,
            fairness: [0.35, 0.30, 0.20, 0.15],
            alpha_contribution: 0.5,
            development_gap: 0.15,
            years: 8,
            storm: 1.0,
            from_status_quo_ante: false,
            show: [Show::Show; 14],
            lenses: LensName::ALL.to_vec(),
            total_score: false,
        }
    }
}
