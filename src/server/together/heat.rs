//! Which option how many chose, article by article.

use super::Together;
use crate::scenario::{IssueNo, OptionNo};

/// One article: how many deals chose each of its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// The article.
    pub issue: IssueNo,
    /// How many chose each option.
    pub chosen: Vec<usize>,
    /// Whether both sides want the same here, and the option that both want.
    pub compatible: Option<OptionNo>,
    /// Whether it is one of the two articles that are worth trading.
    pub logroll: bool,
}

impl Heat {
    /// The option that most chose, the first of equals.
    pub fn most(&self) -> OptionNo {
        (0..self.chosen.len()).rev().max_by_key(|&option| self.chosen[option]).unwrap_or(0)
    }
}

/// Every article that has a weight, in the order of the treaty.
pub fn heat(together: &Together) -> Vec<Heat> {
    let scenario = &together.scenario;
    let briefs = &scenario.briefs;
    let weighs = |issue: &IssueNo| briefs.first.weights[*issue] + briefs.second.weights[*issue] > 0;
    (0..scenario.shared.issues.len())
        .filter(weighs)
        .map(|issue| {
            let options = scenario.shared.issues[issue].options.len();
            let mut chosen = vec![0; options];
            for deal in together.deals().filter_map(|it| it.deal.as_ref()) {
                chosen[deal[issue]] += 1;
            }
            let value = |option: OptionNo| {
                briefs.first.stakes[issue][option].value.min(briefs.second.stakes[issue][option].value)
            };
            // Where both want the same, it is the option that is best for the side that gains least by it.
            let both = (0..options).max_by_key(|&option| (value(option), std::cmp::Reverse(option)));
            Heat {
                issue,
                chosen,
                compatible: both.filter(|_| together.compatible.contains(&issue)),
                logroll: together.logroll.is_some_and(|(one, other)| one == issue || other == issue),
            }
        })
        .collect()
}
