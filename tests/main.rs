//! The tests of Mufakat, as one program.

/// The years after the signature.
mod aftermath;
/// The rules as given, when, then.
mod decide;
/// Shared by all: scenarios, talks, golden files.
mod kit;
/// Which module may know which.
mod layers;
/// Broken scenario files.
mod problems;
/// What holds for every course of a game and every input.
mod properties;
/// Golden numbers and edge cases of the scores.
mod scoring;
/// A seat's secrets have no way out.
mod secrets;
/// Both languages, word for word.
mod words;
