//! How fast a side lets go, as a function of time.

/// A time-dependent concession curve (Faratin, Sierra and Jennings 1998): the share of the way from
/// the best to the least that is left at time `t` is `1 - t^a`.
///
/// The exponent is a whole number or the inverse of one, so that the curve is the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Curve {
    power: u32,
    root: u32,
}

impl Curve {
    /// Holds out long: `a = 4`.
    pub const BOULWARE: Self = Self { power: 4, root: 1 };
    /// Evenly: `a = 1`.
    pub const LINEAR: Self = Self { power: 1, root: 1 };
    /// Lets go soon: `a = 1/4`.
    pub const CONCEDER: Self = Self { power: 1, root: 4 };
    /// Between linear and Boulware: `a = 2`.
    pub const STEADY: Self = Self { power: 2, root: 1 };

    /// The share that is left at time `t` (0 to 1).
    pub fn left(self, t: f64) -> f64 {
        let t = crate::exact::unit(t);
        let rooted = if self.root == 1 { t } else { crate::exact::root(t, self.root) };
        1.0 - (0..self.power).fold(1.0, |power, _| power * rooted)
    }
}
