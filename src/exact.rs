//! Arithmetic that gives the same bits on every machine.
//!
//! Sums, products, quotients and square roots of `f64` are the same everywhere (IEEE 754);
//! `powf`, `exp` and `cbrt` come from the platform's library and are not. What the rules and
//! the scores need beyond the four operations stands here.
//!
//! # Invariants
//!
//! - Nothing here calls a transcendental function of the platform.
//! - [`SplitMix64`] is the only source of chance for rules and for the years after.

/// Differences below this are noise of floating point, never a reason for another verdict.
pub const EPS: f64 = 1e-9;

/// How many decimals, 0 to 2, show a number of points exactly: then what is shown adds up.
pub fn places(points: f64) -> u8 {
    let whole = |scale: f64| ((points * scale).round() - points * scale).abs() < 1e-6;
    if whole(1.0) {
        0
    } else if whole(10.0) {
        1
    } else {
        2
    }
}

/// A number as reports have it: enough digits to recompute with, none that are noise.
pub fn round(value: f64) -> f64 {
    // Nothing summed up is -0.0, which no reader expects.
    (value * 1e6).round() / 1e6 + 0.0
}

/// The same for exact utilities, which have 15 decimals and are good for 12.
pub fn fine(value: f64) -> f64 {
    (value * 1e12).round() / 1e12 + 0.0
}

/// `total` whole points in the proportions of `shares`, each at least `least`: largest remainders first.
/// Equal parts where all shares are zero; less than `total` only if there is nothing to hand it out to.
pub fn hand_out(total: i32, shares: &[f64], least: &[i32]) -> Vec<i32> {
    let sum: f64 = shares.iter().sum();
    let whole = f64::from(total);
    let exact: Vec<f64> = shares
        .iter()
        .map(|share| if sum > 0.0 { whole * share / sum } else { whole / shares.len() as f64 })
        .collect();
    let mut points: Vec<i32> =
        exact.iter().zip(least).map(|(exact, &least)| (exact.floor() as i32).max(least)).collect();
    let mut left = total - points.iter().sum::<i32>();
    while left != 0 {
        let missing = |no: usize| exact[no] - f64::from(points[no]);
        let order = |a: &usize, b: &usize| missing(*a).total_cmp(&missing(*b)).then(b.cmp(a));
        // Points are only taken back where a small share was lifted to its least.
        let chosen = if left > 0 {
            (0..points.len()).max_by(order)
        } else {
            (0..points.len()).filter(|&no| points[no] > least[no]).min_by(order)
        };
        let Some(chosen) = chosen else { break };
        points[chosen] += left.signum();
        left -= left.signum();
    }
    points
}

/// Sebastiano Vigna's SplitMix64: 64 bits of state, a fixed sequence for each seed.
///
/// The eight years after and the rolls of the talks use it, so that a record replays the same
/// everywhere. Test vector: seed 42 gives `0xbdd732262feb6e95, 0x28efe333b266f103, 0x47526757130f9f52`.
#[derive(Clone, Debug)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// A generator at the start of the sequence of `seed`.
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits.
    pub const fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number in `0.0..1.0` with 53 bits.
    pub fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1u64 << 53) as f64;
        (self.next_u64() >> 11) as f64 * STEP
    }
}

/// One roll in `0..10_000` that depends on nothing but its arguments.
///
/// The talks roll once for each chance of the rules: `seed` of the table, `event` the number of
/// events so far, `salt` which chance. Rolls with different salts do not depend on each other.
pub const fn roll(seed: u64, event: u64, salt: u64) -> u32 {
    let mixed = seed ^ event.wrapping_mul(0xD134_2543_DE82_EF95) ^ salt.wrapping_mul(0xAEF1_7502_108E_F2D9);
    (SplitMix64::new(mixed).next_u64() % 10_000) as u32
}

/// The `degree`-th root of a number that is not negative, by Newton's method.
///
/// # Panics
///
/// If `degree` is 0.
pub fn root(x: f64, degree: u32) -> f64 {
    assert!(degree > 0, "a root has a degree");
    if x <= 0.0 {
        return 0.0;
    }
    let n = f64::from(degree);
    // From above the root, Newton's steps fall until rounding stops them.
    let mut y = x.max(1.0);
    loop {
        let power = (1..degree).fold(1.0, |power, _| power * y);
        let next = ((n - 1.0) * y + x / power) / n;
        if next >= y {
            return y;
        }
        y = next;
    }
}

/// The geometric mean of numbers that are not negative; `None` of none.
pub fn geometric_mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let product = values.iter().product();
    Some(match values.len() {
        1 => product,
        2 => f64::sqrt(product),
        n => root(product, u32::try_from(n).unwrap_or(u32::MAX)),
    })
}

/// The natural logarithm of a number over 0, to about 12 digits.
///
/// # Panics
///
/// If `x` is not over 0 and finite.
pub fn ln(x: f64) -> f64 {
    assert!(x > 0.0 && x.is_finite(), "a logarithm is of a number over 0");
    const LN_2: f64 = std::f64::consts::LN_2;
    // x = m * 2^k with m near 1; then 2 artanh((m - 1) / (m + 1)), whose series converges quickly.
    let (mut m, mut k) = (x, 0.0);
    while m > std::f64::consts::SQRT_2 {
        m *= 0.5;
        k += 1.0;
    }
    while m < std::f64::consts::FRAC_1_SQRT_2 {
        m *= 2.0;
        k -= 1.0;
    }
    let y = (m - 1.0) / (m + 1.0);
    let square = y * y;
    let mut sum = 0.0;
    for odd in [17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0] {
        sum = sum * square + 1.0 / odd;
    }
    2.0 * y * sum + k * LN_2
}

/// `2^(-quarters / 4)`.
pub fn half_to_the_quarter(quarters: u32) -> f64 {
    let half_root = 0.5f64.sqrt();
    let rest = match quarters % 4 {
        0 => 1.0,
        1 => half_root.sqrt(),
        2 => half_root,
        _ => half_root * half_root.sqrt(),
    };
    (0..quarters / 4).fold(rest, |value, _| value * 0.5)
}

/// `value` held between 0 and 1.
pub const fn unit(value: f64) -> f64 {
    value.clamp(0.0, 1.0)
}
