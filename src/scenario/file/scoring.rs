//! The bracket `scoring`: what a teacher may set of it.

use super::super::problem::Span;
use super::super::schema::{Entry, Form, Part};
use super::super::syntax::Node;
use super::fields::{field, fields_of, known_fields};
use super::{At, Baseline, LensName, Read, Reading, Show, Table, Total, Whole};

file_struct! {
    /// Parameters of scoring; every one has a default.
    ScoringFile "scoring" {
        /// The seven checks.
        checks: ChecksFile = optional,
        /// The weights of the fairness rules.
        fairness: FairnessFile = optional,
        /// How principles are shown, by "P1" to "P14".
        principles: Table<At<Option<Show>>> = optional,
        /// Which lenses are shown.
        lenses: Vec<At<Option<LensName>>> = optional,
        /// Whether one total stands beside the verdict.
        total_score: Option<At<Option<Total>>> = optional,
        /// The years after.
        implementation: ImplementationFile = optional,
        /// From where gains are counted.
        baseline: At<Option<Baseline>> = optional,
    }
}

file_struct! {
    /// The seven checks.
    ChecksFile "checks" {
        /// Smallest share of the normalised gain.
        min_share: Option<Whole<0, 50>> = optional,
        /// Smallest efficiency.
        min_efficiency: Option<Whole<0, 100>> = optional,
        /// Most coercion.
        max_coercion: Option<Whole<0, 100>> = optional,
        /// A need of at least this is critical.
        need_critical: Option<Whole<0, 100>> = optional,
        /// Critical needs must be met to at least this.
        need_met: Option<Whole<0, 100>> = optional,
        /// Whether net harm fails.
        no_net_harm: Option<bool> = optional,
    }
}

file_struct! {
    /// The weights of the fairness rules.
    FairnessFile "fairness" {
        /// Equal shares.
        equality: Option<Whole<0, 100>> = optional,
        /// By contribution and need.
        equity: Option<Whole<0, 100>> = optional,
        /// The weakest first.
        maximin: Option<Whole<0, 100>> = optional,
        /// Special and differential treatment.
        special_treatment: Option<Whole<0, 100>> = optional,
        /// Contribution against need.
        alpha_contribution: Option<Whole<0, 100>> = optional,
        /// Gap of development from which special treatment is expected.
        development_gap: Option<Whole<0, 100>> = optional,
    }
}

file_struct! {
    /// The years after.
    ImplementationFile "implementation" {
        /// How many.
        years: Option<Whole<1, 20>> = optional,
        /// Multiplier of shock probabilities, in hundredths.
        storm: Option<Whole<0, 400>> = optional,
    }
}
