//! The RON format, version 1: what a scenario file may say, as written and not yet checked.
//!
//! Each struct below is one kind of bracket in the file; its fields are the fields of the file.
//! A field that cannot be read is noted as a problem and replaced by an empty value, so that the
//! rest of the file is read as well.

mod choices;
mod fields;
mod names;
mod numbers;
mod reading;
mod values;

pub use choices::{Baseline, LensName, Show, Total, Whom};
pub use names::meant;
pub use numbers::{Both, Shares, Whole};
pub use reading::{At, Read, Reading};
pub use values::{Named, Table, Words};

use super::problem::{Problem, Severity, Span};
use super::schema::{Entry, Form, Part};
use super::sector::{Difficulty, Feature, Kind, Pillar, Sector};
use super::syntax::Node;
use fields::{field, fields_of, known_fields};

/// The format that this program reads.
pub const FORMAT: i32 = 1;

macro_rules! named_in_files {
    ($($name:ident),+) => { $(
        impl Named for $name {
            fn members() -> Vec<Self> { Self::ALL.to_vec() }
            fn file_name(self) -> &'static str { self.name() }
        }
    )+ };
}
named_in_files!(Sector, Pillar, Kind, Difficulty, Whom, Show, LensName, Baseline, Total);

/// One kind of bracket of the file: a struct, how it is read, and the list of its fields.
macro_rules! file_struct {
    ($(#[$meta:meta])* $name:ident $what:literal {
        $($(#[$doc:meta])* $field:ident : $ty:ty = $mode:ident),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            /// Where it stands.
            pub span: Span,
            $($(#[$doc])* pub $field: $ty),+
        }

        impl $name {
            /// Its fields as data.
            pub const PART: Part = Part {
                name: $what,
                fields: &[$(Entry {
                    name: stringify!($field),
                    required: file_struct!(@$mode),
                    form: <$ty as Read>::form,
                }),+],
            };
        }

        impl Read for $name {
            fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
                const NAMES: &[&str] = &[$(stringify!($field)),+];
                let fields = fields_of(node, $what, NAMES, reading);
                let known = fields.as_deref().map(|fields| known_fields(fields, $what, NAMES, reading));
                let fields = known.as_deref();
                Self {
                    span: node.span.clone(),
                    $($field: field(fields, stringify!($field), file_struct!(@$mode), node, $what, reading)),+
                }
            }

            fn missing(span: Span) -> Self {
                Self { span: span.clone(), $($field: <$ty as Read>::missing(span.clone())),+ }
            }

            fn form() -> Form {
                Form::Part(&Self::PART)
            }
        }
    };
    (@required) => { true };
    (@optional) => { false };
}

// After the macro, which it is written with.
mod scoring;
pub use scoring::{ChecksFile, FairnessFile, ImplementationFile, ScoringFile};

file_struct! {
    /// A whole scenario.
    ScenarioFile "scenario" {
        /// The version of the format: 1.
        format: Whole<0, 9999> = required,
        /// A short name in small letters, digits and hyphens.
        id: At<String> = required,
        /// The title.
        title: Words = required,
        /// One or two sentences for the gallery.
        summary: Words = required,
        /// The situation that both know.
        background: ReadingFile = required,
        /// The real case behind it.
        inspired_by: Option<InspirationFile> = optional,
        /// Whether the countries bear the names of real ones.
        real_names: bool = optional,
        /// Public facts with sources.
        facts: Vec<FactFile> = optional,
        /// Who wrote it.
        author: At<String> = required,
        /// The licence of the text.
        licence: At<String> = optional,
        /// The version of the text.
        version: At<String> = optional,
        /// The scenario that it was made from, with its version.
        based_on: At<String> = optional,
        /// Minutes of reading.
        reading_minutes: Option<Whole<1, 240>> = optional,
        /// How demanding it is.
        difficulty: At<Option<Difficulty>> = optional,
        /// How long the talks are.
        timing: TimingFile = optional,
        /// The country that opens.
        first: CountryFile = required,
        /// The country that answers.
        second: CountryFile = required,
        /// The articles of the treaty.
        issues: Vec<IssueFile> = required,
        /// What may happen outside the room.
        news: Vec<NewsFile> = optional,
        /// The teaching note.
        teaching: TeachingFile = optional,
        /// Objective quiz items.
        quiz: Vec<QuizFile> = optional,
        /// Parameters of scoring.
        scoring: ScoringFile = optional,
        /// Utilities with decimals, for analysis and plain offers; the game plays whole points.
        exact: Option<ExactFile> = optional,
    }
}

file_struct! {
    /// Utilities at full precision, on the scale from 0 to 1. Pairs are for the first country and the second.
    ExactFile "exact" {
        /// What no agreement is worth.
        reservation: Shares = required,
        /// By option id, what the option adds to each side's utility: weight times value.
        options: Table<Shares> = required,
    }
}

file_struct! {
    /// A text whole and in short.
    ReadingFile "background" {
        /// Whole.
        long: Words = required,
        /// In short.
        short: Words = optional,
    }
}

file_struct! {
    /// The real case behind a scenario.
    InspirationFile "inspired_by" {
        /// The case.
        title: Words = required,
        /// What it was about.
        text: Words = required,
    }
}

file_struct! {
    /// A public fact.
    FactFile "facts" {
        /// The fact.
        text: Words = required,
        /// Where it stands.
        source: At<String> = required,
        /// Of which date it is.
        date: At<String> = optional,
    }
}

file_struct! {
    /// How long the talks are.
    TimingFile "timing" {
        /// Rounds until the deadline.
        rounds: Option<Whole<2, 40>> = optional,
        /// Actions a side in each round.
        actions: Option<Whole<1, 4>> = optional,
        /// Recommended minutes.
        minutes: Option<Whole<5, 300>> = optional,
    }
}

file_struct! {
    /// One country: what everybody sees of it, and its confidential brief.
    CountryFile "country" {
        /// Its name.
        name: Words = required,
        /// Its colour, as "#8a3d2f".
        colour: Option<At<String>> = optional,
        /// The role that the player reads.
        role: ReadingFile = required,
        /// Points for each issue, 100 in all.
        weights: Table<Whole<0, 100>> = required,
        /// What no agreement is worth.
        batna: Whole<0, 100> = required,
        /// The story of that alternative.
        batna_story: Words = required,
        /// What things were worth before the other side changed them.
        status_quo_ante: Option<Whole<0, 100>> = optional,
        /// Needs by sector.
        needs: Table<Whole<1, 100>> = required,
        /// Development on the scale of the game.
        development: Whole<0, 100> = required,
        /// Dependence on the partner.
        dependence: Whole<0, 100> = required,
        /// Patience.
        patience: Option<Whole<1, 99>> = optional,
        /// What it can deliver of what it promises.
        capacity: Option<Whole<1, 100>> = optional,
        /// Trust that it brings to the table.
        trust: Option<Whole<0, 100>> = optional,
        /// How much it minds the other side's gain.
        rivalry: Option<Whole<0, 100>> = optional,
        /// Option ids that it must never sign.
        red_lines: Vec<At<String>> = optional,
        /// Groups at home.
        groups: Vec<GroupFile> = required,
        /// How hard shocks hit.
        exposure: ExposureFile = optional,
    }
}

file_struct! {
    /// How hard each kind of shock hits a country.
    ExposureFile "exposure" {
        /// A pandemic.
        pandemic: Option<Whole<0, 100>> = optional,
        /// The price of energy.
        energy: Option<Whole<0, 100>> = optional,
        /// Climate and disasters.
        climate: Option<Whole<0, 100>> = optional,
        /// Terror and cyber attacks.
        security: Option<Whole<0, 100>> = optional,
        /// Elections and scandals.
        politics: Option<Whole<0, 100>> = optional,
    }
}

file_struct! {
    /// A domestic group.
    GroupFile "groups" {
        /// Its name.
        name: Words = required,
        /// Its share of influence; 100 in all.
        influence: Whole<1, 100> = required,
        /// Its own weights for the issues, 100 in all.
        weights: Option<Table<Whole<0, 100>>> = optional,
        /// The least it wants.
        threshold: Option<Whole<0, 100>> = optional,
        /// Or a pillar that it watches.
        pillar: Option<At<Option<Pillar>>> = optional,
        /// The least it wants of that pillar.
        at_least: Option<Whole<-100, 100>> = optional,
    }
}

file_struct! {
    /// One article of the treaty.
    IssueFile "issues" {
        /// A short name, unique in the file.
        id: At<String> = required,
        /// The title.
        title: Words = required,
        /// The sector.
        sector: Option<At<Option<Sector>>> = optional,
        /// Substance, Clauses or Instrument.
        kind: At<Option<Kind>> = optional,
        /// What it is about.
        about: Words = optional,
        /// The ways to settle it.
        options: Vec<OptionFile> = required,
        /// The id of the option that holds without agreement; the first one if nothing is said.
        status_quo: Option<At<String>> = optional,
        /// Whether it waits in the reserve.
        reserve: bool = optional,
    }
}

file_struct! {
    /// One way to settle an issue. Pairs are for the first country and the second.
    OptionFile "options" {
        /// A short name, unique in the file.
        id: At<String> = required,
        /// A few words.
        label: Words = required,
        /// The words of the article.
        article: Words = optional,
        /// Values, 0 to 100.
        value: Option<Both<0, 100>> = optional,
        /// Effects on the three pillars.
        pillars: PillarsFile = optional,
        /// What it adds to the text.
        features: FeaturesFile = optional,
        /// Costs in sovereignty.
        sovereignty: Option<Both<0, 100>> = optional,
        /// Changes of dependence on the partner.
        dependence: Option<Both<-100, 100>> = optional,
        /// Contributions.
        effort: Option<Both<0, 300>> = optional,
        /// How far it meets needs.
        meets: MeetsFile = optional,
        /// A bridge that opens when both have told their interest.
        locked: bool = optional,
        /// A sweetener that only a mediator can bring.
        sweetener: bool = optional,
        /// Serious harm beyond what the pillars say.
        harmful: bool = optional,
        /// Of an instrument: how binding.
        obligation: Option<Whole<0, 100>> = optional,
        /// Of an instrument: domestic support that it needs.
        quota: Option<Whole<0, 100>> = optional,
    }
}

file_struct! {
    /// Effects on the three pillars, -3 to +3.
    PillarsFile "pillars" {
        /// Economy.
        economy: Option<Whole<-3, 3>> = optional,
        /// Society.
        society: Option<Whole<-3, 3>> = optional,
        /// Environment.
        environment: Option<Whole<-3, 3>> = optional,
    }
}

file_struct! {
    /// What an option adds to the text, in hundredths.
    FeaturesFile "features" {
        /// Transparency.
        transparency: Option<Whole<0, 100>> = optional,
        /// Monitoring.
        monitoring: Option<Whole<0, 100>> = optional,
        /// Flexibility.
        flexibility: Option<Whole<0, 100>> = optional,
        /// Inclusion.
        inclusion: Option<Whole<0, 100>> = optional,
        /// Embedding in institutions.
        embedding: Option<Whole<0, 100>> = optional,
        /// Enforcement.
        enforcement: Option<Whole<0, 100>> = optional,
        /// Focus on results.
        results: Option<Whole<0, 100>> = optional,
        /// Special and differential treatment.
        special_treatment: Option<Whole<0, 100>> = optional,
        /// Transfer of capacity.
        capacity_transfer: Option<Whole<0, 100>> = optional,
    }
}

impl FeaturesFile {
    /// The features that the file names.
    pub fn named(&self) -> impl Iterator<Item = (Feature, i32)> {
        [
            (Feature::Transparency, &self.transparency),
            (Feature::Monitoring, &self.monitoring),
            (Feature::Flexibility, &self.flexibility),
            (Feature::Inclusion, &self.inclusion),
            (Feature::Embedding, &self.embedding),
            (Feature::Enforcement, &self.enforcement),
            (Feature::Results, &self.results),
            (Feature::SpecialTreatment, &self.special_treatment),
            (Feature::CapacityTransfer, &self.capacity_transfer),
        ]
        .into_iter()
        .filter_map(|(feature, value)| value.as_ref().map(|value| (feature, value.get())))
    }
}

file_struct! {
    /// How far an option meets needs: a table of sectors for each country.
    MeetsFile "meets" {
        /// Needs of the first country.
        first: Table<Whole<0, 100>> = optional,
        /// Needs of the second country.
        second: Table<Whole<0, 100>> = optional,
    }
}

file_struct! {
    /// Something that may happen outside the room.
    NewsFile "news" {
        /// A short name, unique in the file.
        id: At<String> = required,
        /// The headline.
        title: Words = required,
        /// The story.
        text: Words = required,
        /// The round at whose beginning it comes.
        round: Whole<1, 40> = required,
        /// How likely it comes; 100 if nothing is said.
        chance: Option<Whole<1, 100>> = optional,
        /// Changes of the BATNAs.
        batna: Option<Both<-50, 50>> = optional,
        /// Changes of values, by option.
        values: Table<Both<-100, 100>> = optional,
        /// What it does to trust.
        trust: Option<NewsTrustFile> = optional,
    }
}

file_struct! {
    /// What a piece of news does to trust.
    NewsTrustFile "trust" {
        /// Whose trust changes.
        whom: At<Option<Whom>> = required,
        /// How strongly, from -100 to 100.
        signal: Whole<-100, 100> = required,
    }
}

file_struct! {
    /// The teaching note.
    TeachingFile "teaching" {
        /// What the lesson is for.
        aims: Vec<Words> = optional,
        /// What usually happens.
        usual: Words = optional,
        /// Where the integrative potential lies.
        potential: Words = optional,
        /// Questions for the debrief.
        questions: Vec<Words> = optional,
    }
}

file_struct! {
    /// A quiz item.
    QuizFile "quiz" {
        /// The question.
        question: Words = required,
        /// The answers.
        answers: Vec<Words> = required,
        /// Which of them is right, counted from 1.
        right: Whole<1, 9> = required,
        /// Why.
        why: Words = optional,
    }
}

/// A file as it was read.
#[derive(Debug)]
pub struct Written {
    /// The scenario, with stand-ins for what could not be read.
    pub file: ScenarioFile,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
    /// Whether it was guessed where one part ends and the next begins.
    pub guessed: bool,
}

/// Reads a file: the scenario as written, and at most `limit` problems of reading it.
pub fn read(source: &str, limit: usize) -> Written {
    let (node, mut problems) = super::syntax::parse(source, limit);
    // What has one remedy only was read as it was meant, and some mistakes stay where they are.
    let local =
        |problem: &Problem| matches!(problem.rule, "missing-value" | "bad-escape" | "strange-character");
    let guessed = problems.iter().any(|problem| problem.edits.is_empty() && !local(problem));
    if super::syntax::looks_like_json(source) {
        let start = source.find('{').unwrap_or(0);
        let problems = vec![Problem::error("json-file", start..start + 1)];
        return Written { file: ScenarioFile::missing(0..0), problems, guessed: true };
    }
    let mut reading = Reading { problems: Vec::new(), source, limit };
    let file = ScenarioFile::read(&node, &mut reading);
    numbers::whole_among_shares(&node, &mut reading);
    problems.append(&mut reading.problems);
    problems.sort_by_key(|problem| (problem.span.start, problem.severity == Severity::Warning));
    Written { file, problems, guessed }
}
