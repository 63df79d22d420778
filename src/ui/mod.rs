//! The panels: a view goes in, a command may come out. No Bevy here.
//!
//! [`Shell`] is the whole game as panels: it knows which screen is shown, draws it, and plays what the
//! person does on the [`Session`](crate::session::Session). The window gives it an egui `Ui` and the
//! time; a test gives it the same without a window.
//!
//! # Invariants
//!
//! - A panel about a running game sees a [`View`](crate::view::View) and nothing else of the table; for
//!   people who hold no seat there is [`Watched`](crate::session::Watched) besides.
//! - Colours, fonts and sizes come from [`theme`]; words from the word files.
//! - Behind a closed curtain nothing of either brief is drawn.
//! - The [`room`] behind the panels is told a [`Stage`]: what both seats may see.

mod actions;
mod asking;
mod assent;
mod briefing;
mod characters;
mod coaching;
mod compact;
mod curtain;
mod dance;
mod debrief;
mod delegations;
mod draft;
pub mod emblem;
pub mod form;
mod gallery;
mod glossary;
mod guide;
mod head;
mod history;
mod hosting;
mod keys;
mod layout;
mod opening;
mod options;
mod parts;
pub mod poses;
mod preparation;
mod record;
pub mod room;
mod reflection;
mod settings;
mod sending;
mod setup;
mod shell;
mod shortcuts;
mod signature;
mod spreadsheets;
mod standing;
mod talks;
pub mod theme;
mod title;
mod watching;
mod why;
mod workshop;

pub use room::Stage;
pub use shell::{Screen, Shell, Wanted};
