//! Words of a file that stand for one of a few things.

super::super::sector::named! {
    /// Whom a piece of news concerns.
    Whom {
        /// The first country.
        First "First",
        /// The second country.
        Second "Second",
        /// Both.
        Both "Both",
        /// One that the dice choose.
        Drawn "Drawn",
    }
}

super::super::sector::named! {
    /// How a principle is shown in the debrief; never a hidden weight.
    Show {
        /// As the others.
        Show "Show",
        /// Not at all.
        Hide "Hide",
        /// First of its family.
        Emphasise "Emphasise",
    }
}

super::super::sector::named! {
    /// A lens of the debrief.
    LensName {
        /// Dependency theory.
        Dependency "Dependency",
        /// Liberal institutionalism.
        Liberal "Liberal",
        /// Realism.
        Realism "Realism",
        /// Global justice.
        Justice "Justice",
        /// Sustainability.
        Sustainability "Sustainability",
    }
}

super::super::sector::named! {
    /// From where gains are counted.
    Baseline {
        /// From the BATNA.
        Batna "Batna",
        /// From what was before.
        StatusQuoAnte "StatusQuoAnte",
    }
}

super::super::sector::named! {
    /// Whether one total stands beside the verdict, and how it is made.
    Total {
        /// The geometric mean of the scored principles.
        GeometricMean "GeometricMean",
    }
}
