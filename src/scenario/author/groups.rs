//! Groups at home: their influence is a hundred in all, whoever comes or goes.

use super::draft::Draft;
use super::path::Path;
use super::pieces::{piece, without_known_comments};
use super::places;
use super::refusal::Refusal;
use crate::exact::hand_out;
use crate::scenario::sector::Kind;

/// Influence of a new group.
const NEW_INFLUENCE: i32 = 20;

impl Draft {
    /// A new group; the others give it influence, and it begins with the weights of its country.
    pub(super) fn insert_group(&mut self, list: &Path, at: usize) -> Result<(), Refusal> {
        let at = at.min(places::items(&self.root, list).len());
        self.share_influence(list, NEW_INFLUENCE, None)?;
        let text = without_known_comments(piece(list, Kind::Substance)?, &self.text);
        self.insert(list, at, &text, None)?;
        let Some((country, _)) = list.split() else { return Err(Refusal::NoSuchPlace(list.clone())) };
        let mut weights = self.weights(&country.name("weights"));
        weights.retain(|(id, _)| !self.reserve(id));
        self.set_weights(&list.no(at).name("weights"), &weights)
    }

    /// Takes a group out; the others take its influence.
    pub(super) fn remove_group(&mut self, list: &Path, no: usize) -> Result<(), Refusal> {
        if places::items(&self.root, list).len() < 2 {
            return Err(Refusal::TooFew(1));
        }
        self.share_influence(list, 0, Some(no))?;
        self.remove(list, no, true)
    }

    /// Leaves `free` of the influence to others than these groups; the group of `without` gives all of its own.
    fn share_influence(&mut self, list: &Path, free: i32, without: Option<usize>) -> Result<(), Refusal> {
        let groups = places::items(&self.root, list).len();
        let path = |no: usize| list.no(no).name("influence");
        let influence: Vec<i32> =
            (0..groups).map(|no| places::whole(&self.root, &path(no)).unwrap_or(0)).collect();
        let total = influence.iter().sum::<i32>() - free;
        let others: Vec<usize> = (0..groups).filter(|no| Some(*no) != without).collect();
        let shares: Vec<f64> = others.iter().map(|&no| f64::from(influence[no])).collect();
        // Every group has some influence; a table that cannot give that is for its author to mend.
        let points = hand_out(total.max(0), &shares, &vec![1; others.len()]);
        for (no, points) in others.into_iter().zip(points) {
            if points != influence[no] {
                self.put(&path(no), &points.to_string())?;
            }
        }
        Ok(())
    }
}
