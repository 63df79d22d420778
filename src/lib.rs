//! Mufakat: a negotiation simulation in which two countries write one treaty.
pub mod exact;
pub mod scenario;
pub mod scoring;
pub mod aftermath;
