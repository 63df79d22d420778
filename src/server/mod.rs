//! A class in one room: pages for phones, a teacher's console, a durable log.
//!
//! [`class`] is the lesson as a value. [`host`] runs one: a thread that decides, writes to the [`store`]
//! and then shows. [`http`] answers browsers with `pages`; [`network`] says how to reach this
//! computer. [`together`] is the debrief of a whole class and [`charts`] draws it; [`take`] is what a
//! teacher takes along. [`serve()`] puts them together.
//!
//! # Invariants
//!
//! - The page of a seat is made of that seat's [`crate::view::View`], and of the debrief only after the
//!   end of its game and when the teacher has opened it.
//! - What a page shows is on the disk.
//! - The console answers the computer itself only, unless it was opened on purpose.

pub mod chance;
pub mod charts;
pub mod class;
pub mod host;
pub mod http;
pub mod limits;
pub mod network;
pub mod power;
pub mod reach;
pub mod roster;
pub mod selftest;
pub mod store;
pub mod take;
pub mod together;
mod asked;
mod chairs;
mod hosting;
mod listen;
mod pages;
mod run;
mod serve;

pub use asked::Asked;
pub use chairs::due;
pub use hosting::{Hosting, kept_in};
pub use run::run;
pub use serve::{ServeError, Served, Wish, new_folder, serve};
pub use take::retell;
