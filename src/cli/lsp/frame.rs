//! Messages as they come over a pipe: a head with their length, an empty line, the body.

use std::io::{self, BufRead, Read, Write};

/// A body larger than this is passed over unread.
pub(super) const MAX_MESSAGE: u64 = 16 * 1024 * 1024;
/// A line of a head is never longer.
const MAX_HEAD: u64 = 4096;

/// What was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// A body.
    Body(Vec<u8>),
    /// A body that was too large to be read.
    TooLarge,
    /// Nothing comes any more.
    End,
}

/// Reads one message.
///
/// # Errors
///
/// If the pipe breaks, if a body ends early, or if no length can be read: nobody knows then where the next
/// message begins.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Frame> {
    let mut length: Option<u64> = None;
    let mut begun = false;
    loop {
        let mut line = Vec::new();
        input.by_ref().take(MAX_HEAD).read_until(b'\n', &mut line)?;
        if line.is_empty() && !begun {
            return Ok(Frame::End);
        }
        if line.last() != Some(&b'\n') {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if line.is_empty() && begun {
            break;
        }
        begun |= !line.is_empty();
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
    let Some(length) = length else { return Err(io::Error::other("no Content-Length")) };
    let mut body = input.by_ref().take(length);
    if length > MAX_MESSAGE {
        io::copy(&mut body, &mut io::sink())?;
        return Ok(Frame::TooLarge);
    }
    let mut bytes = Vec::new();
    body.read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Frame::Body(bytes))
}

/// Writes one message.
///
/// # Errors
///
/// If nobody reads any more.
pub(super) fn write(output: &mut impl Write, body: &[u8]) -> io::Result<()> {
    write!(output, "Content-Length: {}\r\n\r\n", body.len())?;
    output.write_all(body)?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: Option<Frame>) {
        assert_eq!(read(&mut input.as_bytes()).ok(), expected, "{input:?}");
    }

    #[test]
    fn a_message_is_found_by_its_length_and_by_nothing_else() {
        check("Content-Length: 2\r\n\r\n{}rest", Some(Frame::Body(b"{}".to_vec())));
        check("content-length:2\n\n{}", Some(Frame::Body(b"{}".to_vec())));
        check("Content-Type: x\r\nContent-Length: 0\r\n\r\n", Some(Frame::Body(Vec::new())));
        check("", Some(Frame::End));
        check("\r\n", Some(Frame::End));
        check("Content-Length: 3\r\n\r\n{}", None);
        check("Content-Length: minus\r\n\r\n{}", None);
        check("Content-Length: 99999999999999999999999\r\n\r\n{}", None);
        check("{}\r\n\r\n", None);
        check("no line end", None);
    }

    #[test]
    fn a_body_that_is_too_large_is_passed_over_and_the_next_one_is_read() {
        let large = " ".repeat(MAX_MESSAGE as usize + 1);
        let input = format!("Content-Length: {}\r\n\r\n{large}Content-Length: 2\r\n\r\n{{}}", large.len());
        let mut input = input.as_bytes();
        assert_eq!(read(&mut input).ok(), Some(Frame::TooLarge));
        assert_eq!(read(&mut input).ok(), Some(Frame::Body(b"{}".to_vec())));
        assert_eq!(read(&mut input).ok(), Some(Frame::End));
    }
}
