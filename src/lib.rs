//! Mufakat: a negotiation simulation in which two countries write one treaty.
//!
//! This list is the map: the modules stand in reading order, and a module uses only what stands above
//! it (a test checks that).
//!
//! | module | what it is |
//! |---|---|
//! | [`exact`] | numbers that come out the same on every machine: dice, roots |
//! | [`scenario`] | the case file: issues, options, both briefs; from text to a checked [`scenario::Scenario`] |
//! | [`scoring`] | what a deal is worth, and whether it is mutually beneficial |
//! | [`league`] | plain alternating offers: strategies that know their own utilities and what was offered |
//! | [`aftermath`] | the years after the signature, in many simulated worlds |
//! | [`rules`] | who may do what, and what then happens: `decide` and `apply` |
//! | [`view`] | what one seat may see, and the debrief that opens both |
//! | [`table`] | one running game: the list of its events, saved and replayed |
//! | [`counterpart`] | computer players: a view goes in, a command comes out; and a coach |
//! | [`analysis`] | a scenario in numbers: balance, lints, simulated games |
//! | [`words`] | Indonesian and English for all of it |
//! | [`editor`] | what an editor shows of a scenario file: problems, proposals, help |
//! | [`interchange`] | scenarios from and for other programs: spreadsheets, GENIUS, GeniusWeb, NegoLog, NegMAS |
//! | [`mod@print`] | paper: sheets for a class, reports of games, as PDF and HTML |
//! | [`sound`] | quiet cues, made from numbers |
//! | [`speaker`] | plays them, where something can play them |
//! | [`disk`] | scenarios, saved games and settings as files |
//! | [`session`] | a game at one screen: people, counterparts, autosave |
//! | [`workshop`] | a scenario that is being written: watched, checked, weighed and tried in the background |
//! | [`server`] | a class in one room: pages for phones, a console, a durable log (feature `server`) |
//! | `ui` | egui panels: a view goes in, a command may come out (feature `ui`) |
//! | [`app`] | the Bevy window around the panels (feature `app`) |
//! | [`cli`] | what was typed on the command line |
//!
//! # Glossary
//!
//! | word | meaning |
//! |---|---|
//! | scenario | the case file: sectors, issues, options, both briefs |
//! | sector | one of the ten fields of cooperation |
//! | issue | one article of the treaty; one of substance belongs to one sector |
//! | option | one way to settle an issue; one of them is the status quo |
//! | brief | one country's confidential sheet: weights, BATNA, needs, red lines |
//! | BATNA | what no agreement is worth to a country, its reservation value |
//! | deal | one option for each issue (a package) |
//! | offer | a deal on the table, by a seat, with a number |
//! | seat | the first or the second country |
//! | table | one running game |
//! | view | what one seat may see |
//! | counterpart | a computer player |
//! | utility, gain | what a deal is worth to a country, and that minus its BATNA |
//! | Pareto frontier | the deals of which none can be bettered for one side without loss to the other |
//! | Nash point | the deal with the greatest product of gains |

pub mod exact;
pub mod scenario;
pub mod scoring;
pub mod league;
pub mod aftermath;
pub mod rules;
pub mod view;
pub mod table;
pub mod counterpart;
pub mod analysis;
pub mod words;
pub mod editor;
pub mod interchange;
pub mod print;
pub mod sound;
#[cfg(all(feature = "app", any(windows, target_os = "macos")))]
#[path = "speaker/device.rs"]
pub mod speaker;
#[cfg(not(all(feature = "app", any(windows, target_os = "macos"))))]
#[path = "speaker/pipe.rs"]
pub mod speaker;
pub mod disk;
pub mod session;
pub mod workshop;
#[cfg(feature = "server")]
pub mod server;
#[cfg(not(feature = "server"))]
#[path = "server/absent.rs"]
pub mod server;
#[cfg(feature = "ui")]
pub mod ui;
#[cfg(feature = "app")]
pub mod app;
#[cfg(not(feature = "app"))]
#[path = "app/absent.rs"]
pub mod app;
pub mod cli;
