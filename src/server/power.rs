//! The laptop's battery: a class on a laptop that nobody plugged in stops in the middle.

use starship_battery::{Manager, State};

/// From here on the teacher is told, in percent.
const LOW: u8 = 30;

/// How much is left in the laptop's batteries, in percent; `None` while it is plugged in or has none.
pub(super) fn left() -> Option<u8> {
    let manager = Manager::new().ok()?;
    let batteries = manager.batteries().ok()?.filter_map(Result::ok);
    let cells = batteries.map(|it| Cell {
        drains: it.state() == State::Discharging,
        energy: it.energy().value,
        full: it.energy_full().value,
    });
    share(&cells.collect::<Vec<_>>())
}

/// One battery; energies in any one unit.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// Whether it is being emptied.
    pub drains: bool,
    /// What is in it.
    pub energy: f32,
    /// What it holds when full.
    pub full: f32,
}

/// What all batteries together still hold, in percent; `None` if none is being emptied.
pub fn share(cells: &[Cell]) -> Option<u8> {
    let sum = |of: fn(&Cell) -> f32| cells.iter().map(of).sum::<f32>();
    let full = sum(|cell| cell.full);
    let drains = cells.iter().any(|cell| cell.drains) && full > 0.0;
    // Rounded down: nobody is told of more than there is.
    drains.then(|| (100.0 * sum(|cell| cell.energy) / full).clamp(0.0, 100.0) as u8)
}

/// What the teacher has to know of it.
pub(super) fn low(left: Option<u8>) -> Option<u8> {
    left.filter(|left| *left <= LOW)
}
