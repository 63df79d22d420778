//! The tests of Mufakat, as one program.

/// Shared by all: scenarios, talks, golden files.
mod kit;
/// Golden numbers and edge cases of the scores.
mod scoring;
/// The years after the signature.
mod aftermath;
