//! All packages by their worth, without writing them down.

use super::Offer;
use crate::scenario::Points;
use std::collections::BinaryHeap;

/// The sums of one half of the issues, best first.
#[derive(Clone, Debug, Default)]
struct Half {
    /// Options of each of its issues.
    sizes: Vec<usize>,
    /// Sums, descending.
    sums: Vec<Points>,
    /// The combination of each sum, in mixed radix, the last issue fastest.
    codes: Vec<u32>,
}

impl Half {
    fn new(parts: &[Vec<Points>]) -> Self {
        let mut sums = vec![0];
        for options in parts {
            sums = sums.iter().flat_map(|sum| options.iter().map(move |part| sum + part)).collect();
        }
        let mut order: Vec<u32> = (0..sums.len() as u32).collect();
        order.sort_by_key(|&code| (std::cmp::Reverse(sums[code as usize]), code));
        Self {
            sizes: parts.iter().map(Vec::len).collect(),
            sums: order.iter().map(|&code| sums[code as usize]).collect(),
            codes: order,
        }
    }

    fn write(&self, at: usize, out: &mut Offer) {
        let mut code = self.codes[at] as usize;
        for (place, size) in out.iter_mut().zip(&self.sizes).rev() {
            *place = (code % size) as u16;
            code /= size;
        }
    }

    fn add(&self, at: usize, values: &[f64], starts: &[usize]) -> f64 {
        let mut code = self.codes[at] as usize;
        let mut sum = 0.0;
        for (start, size) in starts.iter().zip(&self.sizes).rev() {
            sum += values[start + code % size];
            code /= size;
        }
        sum
    }
}

/// A package by its place in the two halves.
pub type Place = (u32, u32);

/// All packages by their worth to one side.
#[derive(Clone, Debug)]
pub struct Ranking {
    halves: [Half; 2],
    split: usize,
}

impl Ranking {
    /// Splits the issues where the larger half is smallest; `None` if a half has more than `most` sums.
    pub fn new(parts: &[Vec<Points>], most: usize) -> Option<Self> {
        let product = |options: &[Vec<Points>]| {
            options.iter().try_fold(1usize, |product, it| product.checked_mul(it.len()))
        };
        let larger = |split: usize| -> Option<usize> {
            Some(product(&parts[..split])?.max(product(&parts[split..])?))
        };
        let split = (0..=parts.len())
            .filter_map(|split| Some((larger(split)?, split)))
            .filter(|(size, _)| *size <= most)
            .min()?
            .1;
        Some(Self { halves: [Half::new(&parts[..split]), Half::new(&parts[split..])], split })
    }

    /// What the package at a place is worth.
    pub fn worth(&self, (i, j): Place) -> Points {
        self.halves[0].sums[i as usize] + self.halves[1].sums[j as usize]
    }

    /// Writes down the package at a place.
    pub fn write(&self, (i, j): Place, out: &mut Offer) {
        let (first, second) = out.split_at_mut(self.split);
        self.halves[0].write(i as usize, first);
        self.halves[1].write(j as usize, second);
    }

    /// The cheapest package that is worth at least `least`: the first found of equals.
    ///
    /// One pass over each half: about the square root of the number of packages.
    pub fn cheapest(&self, least: Points) -> Option<Place> {
        let [first, second] = &self.halves;
        let mut best: Option<(Points, Place)> = None;
        let mut j = 0;
        for (i, &sum) in first.sums.iter().enumerate() {
            // The better this half, the further down the other may go: start from the best of this half.
            if i == 0 {
                j = second.sums.len();
            }
            while j > 0 && sum + second.sums[j - 1] < least {
                j -= 1;
            }
            if j == 0 {
                break;
            }
            let worth = sum + second.sums[j - 1];
            if best.is_none_or(|(known, _)| worth < known) {
                best = Some((worth, (i as u32, (j - 1) as u32)));
                if worth == least {
                    break;
                }
            }
        }
        best.map(|(_, place)| place)
    }

    /// Calls `look` for every package worth `low..=high`.
    pub fn band(&self, low: Points, high: Points, mut look: impl FnMut(Place)) {
        let [first, second] = &self.halves;
        let (mut from, mut to) = (second.sums.len(), second.sums.len());
        // As the first half gets worse, the second has to be better: both ends only move to the front.
        for (i, &sum) in first.sums.iter().enumerate() {
            while to > 0 && sum + second.sums[to - 1] < low {
                to -= 1;
            }
            while from > 0 && sum + second.sums[from - 1] <= high {
                from -= 1;
            }
            if to == 0 {
                return;
            }
            for j in from..to {
                look((i as u32, j as u32));
            }
        }
    }

    /// Fills `sums` with another measure of the packages of each half; see [`Ranking::other`].
    pub fn measure(&self, values: &[f64], starts: &[usize], sums: &mut [Vec<f64>; 2]) {
        let starts = [&starts[..self.split], &starts[self.split..]];
        for side in 0..2 {
            let half = &self.halves[side];
            sums[side].clear();
            sums[side].extend((0..half.sums.len()).map(|at| half.add(at, values, starts[side])));
        }
    }

    /// Another measure of the package at a place, from what [`Ranking::measure`] filled.
    pub fn other(sums: &[Vec<f64>; 2], (i, j): Place) -> f64 {
        sums[0][i as usize] + sums[1][j as usize]
    }
}

/// Walks through all packages from the best down, of equals in a fixed order.
///
/// Frederickson and Johnson 1982, "The complexity of selection and ranking in X + Y": a heap of the
/// next candidates; each step costs the logarithm of the number of steps so far.
#[derive(Clone, Debug, Default)]
pub struct Cursor {
    heap: BinaryHeap<(Points, std::cmp::Reverse<Place>)>,
}

impl Cursor {
    /// Before the best package, with room for `steps` steps.
    pub fn new(ranking: &Ranking, steps: usize) -> Self {
        let mut heap = BinaryHeap::with_capacity(2 * steps.min(1 << 16) + 4);
        heap.push((ranking.worth((0, 0)), std::cmp::Reverse((0, 0))));
        Self { heap }
    }

    /// The next package, without taking it.
    pub fn peek(&self) -> Option<(Points, Place)> {
        self.heap.peek().map(|(worth, place)| (*worth, place.0))
    }

    /// Takes the next package.
    pub fn next(&mut self, ranking: &Ranking) -> Option<(Points, Place)> {
        let (worth, std::cmp::Reverse((i, j))) = self.heap.pop()?;
        let [first, second] = &ranking.halves;
        if (j as usize) + 1 < second.sums.len() {
            self.heap.push((ranking.worth((i, j + 1)), std::cmp::Reverse((i, j + 1))));
        }
        if j == 0 && (i as usize) + 1 < first.sums.len() {
            self.heap.push((ranking.worth((i + 1, 0)), std::cmp::Reverse((i + 1, 0))));
        }
        Some((worth, (i, j)))
    }
}
