//! The tests of Mufakat, as one program.

/// Lists of actions.
mod actions;
/// The years after the signature.
mod aftermath;
/// What the analysis finds, against looking at every package.
mod analysis;
/// Characters and strengths of computer players.
mod characters;
/// What counterparts say and are asked.
mod voices;
/// Hints for the player.
mod coach;
/// What every computer player keeps to.
mod counterparts;
/// The end of the talks as given, when, then.
mod closing;
/// Turns, offers and moves as given, when, then.
mod decide;
/// Shared by all: scenarios, talks, golden files.
mod kit;
/// Which module may know which.
mod layers;
/// Strategies of plain alternating offers.
mod league;
/// Broken scenario files.
mod problems;
/// The mistakes of teachers, one by one, with what mends them.
mod mistakes;
/// The page of rules, and mending as a command.
mod rules;
/// Files mangled in every way.
mod mangled;
/// Secrets in shared texts, stale translations, too much to read.
mod texts;
/// What holds for every course of a game and every input.
mod properties;
/// Golden numbers and edge cases of the scores.
mod scoring;
/// Scores where a formula has a corner.
mod corners;
/// What one side asks and the other answers.
mod requests;
/// A seat's secrets have no way out.
mod secrets;
/// A talk in the making.
mod talks;
/// Both languages, word for word.
mod word;
mod words;
/// A game on this machine is saved and goes on.
mod session;
/// Whole games, written down.
mod playthroughs;
/// Sheets to print and reports of games.
mod paper;
/// Reports of games that are over.
mod reports;
/// The scenarios that ship with the program.
mod scenarios;
/// Saved games.
mod records;
/// Counterparts for other programs, and tournaments.
mod agent;
/// The program, called as scripts and teachers call it.
mod called;
/// A scenario that is changed by a form.
mod author;
/// Scenarios to begin from.
mod templates;
/// The program as it is called from a terminal.
mod commands;
/// Computer players where little is left to do.
mod edges;
/// Utilities with decimals beside the whole points.
mod exact;
/// Scenarios from other programs.
mod imports;
/// Scenarios for other programs.
mod exports;
/// What the guide for authors says.
mod guide;
/// The format as data.
mod schema;
/// A language server, spoken to as an editor does.
mod editors;
/// A file that is watched.
mod watching;
/// A scenario that is being written.
mod authoring;
/// Tables as files.
mod table_files;
/// Tables, out and in.
mod tables;
/// Headings of tables that name countries.
mod headings;
/// Cues, as a player of a desktop gets them.
#[cfg(all(unix, not(target_os = "macos")))]
mod sounds;
/// The panels by their labels, without a window.
#[cfg(feature = "ui-test")]
mod panels;
/// The workshop on the screen, with a real file.
#[cfg(feature = "ui-test")]
mod workshop;
/// A class as a value.
#[cfg(feature = "server")]
mod classroom;
/// Two or three phones in one seat.
#[cfg(feature = "server")]
mod councils;
/// The log of a lesson, opened again.
#[cfg(feature = "server")]
mod reopened;
/// The pages of a class for everybody: names, headings, languages, contrast.
#[cfg(feature = "server")]
mod accessible;
/// A class over its router, as browsers reach it.
#[cfg(feature = "server")]
mod site;
/// What the teacher has over the router: console and projector, the last round, what is taken along.
#[cfg(feature = "server")]
mod console;
/// The pages of a class over its router: a whole lesson, and what they keep to themselves.
#[cfg(feature = "server")]
mod pages;
/// What phones, projector and console are told in time.
#[cfg(feature = "server")]
mod told;
/// The quiz, own words, and a page for each person.
#[cfg(feature = "server")]
mod quiz;
/// Names of real countries.
#[cfg(feature = "server")]
mod real_names;
/// The list of a class: read, seated, picked from.
#[cfg(feature = "server")]
mod roster;
/// What old phones know of the shipped script and style.
mod old_phones;
/// Whether phones get through to the laptop.
#[cfg(feature = "server")]
mod reach;
/// A whole lesson in real browsers.
#[cfg(feature = "browser-test")]
mod browser;
/// Full disks, wrong clocks, and any post at all.
#[cfg(feature = "server")]
mod faults;
/// A real server and many phones: a kill, and streams that break.
#[cfg(feature = "server")]
mod bursts;
/// The debrief of a class, its drawings, and the dry run.
#[cfg(feature = "server")]
mod lesson;
/// A class server that is killed.
#[cfg(feature = "server")]
mod outage;
#[cfg(feature = "server")]
mod repeats;
/// Every screen at every size.
#[cfg(feature = "ui-test")]
mod fit;
/// Whole games by keyboard alone, and the first game with guidance.
#[cfg(feature = "ui-test")]
mod keyboard;
/// Two or three people in one seat.
#[cfg(feature = "ui-test")]
mod delegations;
/// The form for scenario files.
#[cfg(feature = "ui-test")]
mod forms;
/// What the form can set, held against the format.
#[cfg(feature = "ui-test")]
mod fields;
/// Spreadsheet files in the workshop.
#[cfg(feature = "ui-test")]
mod spreadsheets;
