//! Tokens, codes and digits that nobody can guess.

use sha2::{Digest, Sha256};

/// Letters of a code: no vowels, so that no word comes out, and none that looks like another sign.
const LETTERS: &[u8] = b"BCDFGHJKMNPQRTVWXZ";

/// Sixteen random bytes.
///
/// # Panics
///
/// If the system gives no random bytes: then nothing here could be kept secret.
fn bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

/// A token of 128 bits, as hexadecimal digits.
pub fn token() -> String {
    bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A random number other than 0.
pub fn number() -> u64 {
    let bytes = bytes();
    u64::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]])
        .max(1)
}

/// A code of four letters for a class.
pub fn code() -> String {
    let mut number = number();
    (0..4)
        .map(|_| {
            let letter = LETTERS[(number % LETTERS.len() as u64) as usize];
            number /= LETTERS.len() as u64;
            char::from(letter)
        })
        .collect()
}

/// So many random decimal digits.
pub fn digits(count: u32) -> String {
    format!("{:0width$}", number() % 10u64.pow(count), width = count as usize)
}

/// What is kept of a token: it cannot be turned back.
pub fn digest(purpose: &str, token: &str) -> String {
    let digest = Sha256::digest(format!("{purpose}|{token}").as_bytes());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether two secrets are equal, in a time that does not tell where they differ.
pub fn same(one: &str, two: &str) -> bool {
    one.len() == two.len() && one.bytes().zip(two.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}
