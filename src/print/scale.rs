//! The axes of drawings of both countries' points, for paper and for projectors.

use crate::exact::EPS;

/// Where the axes of both countries begin and end, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Where each axis begins.
    pub low: [f64; 2],
    /// Where each axis ends.
    pub high: [f64; 2],
}

impl Scale {
    /// From the tens below the lowest that is shown to 100, or to the tens above it where articles of the
    /// reserve came on top of the hundred points. An axis covers twenty points at least.
    pub fn around(points: impl IntoIterator<Item = [f64; 2]>) -> Self {
        let (mut low, mut high) = ([100.0; 2], [100.0; 2]);
        for point in points {
            low = [0, 1].map(|at| f64::min(low[at], point[at]));
            high = [0, 1].map(|at| f64::max(high[at], (point[at] / 10.0 - EPS).ceil() * 10.0));
        }
        let low = low.map(|it: f64| (((it - 6.0) / 10.0).floor() * 10.0).clamp(0.0, 80.0));
        Self { low, high }
    }

    /// The same, with room above for points that are not looked at from below.
    #[must_use]
    pub fn reaching(self, points: impl IntoIterator<Item = [f64; 2]>) -> Self {
        let high = Self::around(points).high;
        Self { high: [0, 1].map(|at| f64::max(self.high[at], high[at])), ..self }
    }

    /// How far along each axis a point lies: 0 at its beginning, 1 at its end.
    pub fn share(&self, point: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|at| (point[at] - self.low[at]) / (self.high[at] - self.low[at]))
    }

    /// Whether a point lies between the axes.
    pub fn holds(&self, point: [f64; 2]) -> bool {
        (0..2).all(|at| (self.low[at] - EPS..=self.high[at] + EPS).contains(&point[at]))
    }

    /// The numbers written along an axis: tens, or every second of them where there are many.
    pub fn ticks(&self, at: usize) -> Vec<f64> {
        let step = if self.high[at] - self.low[at] > 50.0 { 20.0 } else { 10.0 };
        let first = (self.low[at] / step).ceil();
        let last = (self.high[at] / step + EPS).floor();
        (0..).map(|no| (first + f64::from(no)) * step).take_while(|tick| *tick <= last * step).collect()
    }
}
