//! The ten sectors of cooperation, the three pillars and the features of a text.

/// A list of names as an enum that knows all its members and their names in files.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $file:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: [Self; [$(Self::$variant),+].len()] = [$(Self::$variant),+];

            /// The name in scenario files and word keys.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $file),+ }
            }

            /// The member with this name in scenario files.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|it| it.name() == name)
            }
        }
    };
}
pub(crate) use named;

named! {
    /// One of the ten fields of cooperation.
    Sector {
        /// Equality and sovereignty, peaceful diplomacy, multilateral cooperation.
        Politics "Politics",
        /// Global threats, defence, exchange of information.
        Security "Security",
        /// Fair trade, investment, infrastructure.
        Economy "Economy",
        /// Culture, education and research, disasters.
        Society "Society",
        /// Trade agreements, standards, diversification.
        Trade "Trade",
        /// Medical knowledge, health systems, pandemics.
        Health "Health",
        /// Conservation, emissions, waste.
        Environment "Environment",
        /// Innovation, cyber security, digital economy.
        Technology "Technology",
        /// Harmonised law, human rights, cross-border crime.
        Law "Law",
        /// Clean energy, resources, transfer of technology.
        Energy "Energy",
    }
}

named! {
    /// A pillar of sustainable development.
    Pillar {
        /// Economy.
        Economy "economy",
        /// Society.
        Society "society",
        /// Environment.
        Environment "environment",
    }
}

named! {
    /// What an option adds to the quality of the text, each from 0 to 1.
    Feature {
        /// The text and its implementation are public.
        Transparency "transparency",
        /// Somebody looks whether it is kept.
        Monitoring "monitoring",
        /// It can be paused or adapted lawfully.
        Flexibility "flexibility",
        /// Civil society, academia and business take part.
        Inclusion "inclusion",
        /// It is embedded in institutions.
        Embedding "embedding",
        /// A breach costs something.
        Enforcement "enforcement",
        /// Targets, indicators, budget, date of evaluation.
        Results "results",
        /// Special and differential treatment of the less developed side.
        SpecialTreatment "special_treatment",
        /// Capacity is transferred.
        CapacityTransfer "capacity_transfer",
    }
}

named! {
    /// What an issue is for.
    Kind {
        /// Substance: what the two countries exchange.
        Substance "Substance",
        /// A clause set: how the treaty is watched, adapted and enforced.
        Clauses "Clauses",
        /// The legal form of the text.
        Instrument "Instrument",
    }
}

named! {
    /// How demanding a scenario is.
    Difficulty {
        /// A first scenario.
        Easy "Easy",
        /// After a first game.
        Medium "Medium",
        /// For those who know the rules.
        Hard "Hard",
    }
}
