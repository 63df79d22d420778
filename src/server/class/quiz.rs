//! The quiz of a scenario: the same items before the talks and after them.
//!
//! Nobody is graded by it. It shows what a class knows afterwards that it did not know before, and is asked
//! only where the teacher wants it.

use super::{Class, Event, No, Phase};
use crate::scenario::Quiz;
use serde::{Deserialize, Serialize};

/// When the quiz is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Occasion {
    /// Before the talks.
    Before,
    /// When the own talks are over.
    After,
}

impl Occasion {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Before, Self::After];

    /// Its number, from 0.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The name in word keys and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// The occasion of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|occasion| occasion.name() == name)
    }
}

/// What one person answered: for each item the number of an answer, if one was chosen. Empty where the
/// quiz was passed over.
pub type Answers = Vec<Option<usize>>;

/// What a class knew before and knows after: of those who answered both times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gain {
    /// How many they are.
    pub people: usize,
    /// For each item how many were right, before and after.
    pub right: Vec<[usize; 2]>,
}

impl Gain {
    /// How many items somebody had right on average, before and after; `None` of nobody.
    pub fn mean(&self) -> Option<[f64; 2]> {
        let sum = |at: usize| self.right.iter().map(|it| it[at]).sum::<usize>() as f64;
        (self.people > 0).then(|| [0, 1].map(|at| sum(at) / self.people as f64))
    }
}

/// Whether each item was answered rightly.
pub fn rights<'a>(quiz: &'a [Quiz], answers: &'a [Option<usize>]) -> impl Iterator<Item = bool> + 'a {
    quiz.iter().zip(answers).map(|(item, answer)| *answer == Some(item.right))
}

impl Class {
    /// The items that are asked: none unless the teacher wants it and the scenario has some.
    pub fn items(&self) -> &[Quiz] {
        if self.quiz { &self.scenario.shared.quiz } else { &[] }
    }

    /// The occasion on which a person is asked now.
    pub fn quiz_due(&self, person: usize) -> Option<Occasion> {
        let known = self.people.get(person).filter(|_| !self.items().is_empty())?;
        let table = known.place.map(|(pair, _)| pair).or(known.observes)?;
        let occasion = match self.phase {
            Phase::Join => return None,
            Phase::Briefing | Phase::Preparation => Occasion::Before,
            Phase::Talks | Phase::Questions | Phase::Debrief => Occasion::After,
        };
        let over = || self.pairs.get(table).is_some_and(|pair| pair.table.is_closed());
        (known.answered[occasion.index()].is_none() && (occasion == Occasion::Before || over()))
            .then_some(occasion)
    }

    /// How many answered on this occasion, those who passed the quiz over left out.
    pub fn answered(&self, occasion: Occasion) -> usize {
        let full = |answers: &Option<Answers>| answers.as_ref().is_some_and(|it| !it.is_empty());
        self.present().filter(|(_, person)| full(&person.answered[occasion.index()])).count()
    }

    /// What the class has learnt, item by item.
    pub fn gain(&self) -> Gain {
        let quiz = &self.scenario.shared.quiz;
        let mut gain = Gain { people: 0, right: vec![[0; 2]; quiz.len()] };
        for (_, person) in self.present() {
            let [Some(before), Some(after)] = &person.answered else { continue };
            if before.is_empty() || after.is_empty() {
                continue;
            }
            gain.people += 1;
            for (at, answers) in [before, after].into_iter().enumerate() {
                for (item, right) in rights(quiz, answers).enumerate() {
                    gain.right[item][at] += usize::from(right);
                }
            }
        }
        gain
    }

    pub(super) fn answer(
        &self,
        person: usize,
        key: u64,
        occasion: Occasion,
        answers: &[Option<usize>],
    ) -> Result<Vec<Event>, No> {
        let known = self.people.get(person).ok_or(No::Unknown)?;
        if known.answered[occasion.index()].is_some() {
            return Ok(Vec::new());
        }
        if self.quiz_due(person) != Some(occasion) {
            return Err(No::NotNow(self.phase));
        }
        if !self.has_answers(answers) {
            return Err(No::Unknown);
        }
        Ok(vec![Event::Answered { person, key, occasion, answers: answers.to_vec() }])
    }

    /// Whether the quiz has these answers, or they are none.
    pub(super) fn has_answers(&self, answers: &[Option<usize>]) -> bool {
        let quiz = &self.scenario.shared.quiz;
        let exists =
            |(item, answer): (&Quiz, &Option<usize>)| answer.is_none_or(|at| at < item.answers.len());
        answers.is_empty() || answers.len() == quiz.len() && quiz.iter().zip(answers).all(exists)
    }
}
