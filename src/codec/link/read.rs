//! Reads links: anything a person may paste, with bounded work and memory.

use super::envelope::{CHECKSUM, Codec, MARK, POINT, VERSION, checksum};
use super::{LinkError, MAX_MEMORY, MAX_PAYLOAD, MAX_TEXT, MAX_UNITS};
use crate::codec::payload::{self, Decoded};
use crate::scenario::Scenario;
use data_encoding::BASE64URL_NOPAD;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use std::borrow::Cow;

/// The scenario in a link: a whole URL, or its fragment with or without the `#`, also if an app has percent-encoded
/// it or added a full stop.
///
/// # Errors
/// [`LinkError`] for everything else. A damaged link never gives another scenario: the checksum covers all of it.
pub fn decode(text: &str) -> Result<Scenario, LinkError> {
    open(text).map(|decoded| decoded.scenario)
}

/// As [`decode`], and says whether a later version has put something into the link that was left out.
///
/// # Errors
/// As [`decode`].
pub fn open(text: &str) -> Result<Decoded, LinkError> {
    // An address before it, and every character as a percent sign and two digits.
    if text.len() > 4 * MAX_TEXT {
        return Err(LinkError::TooLong);
    }
    let text = unescape(text.trim());
    let text = text.rsplit_once('#').map_or(&*text, |(_, fragment)| fragment);
    let text = text.split(|c| !is_of_a_link(c)).next().unwrap_or_default();
    if text.len() > MAX_TEXT {
        return Err(LinkError::TooLong);
    }
    let (version, body) = text
        .strip_prefix(MARK)
        .and_then(|rest| rest.split_once(POINT))
        .and_then(|(version, body)| Some((number(version)?, body)))
        .ok_or(LinkError::NotALink)?;
    if version > VERSION {
        return Err(LinkError::NewerVersion { version });
    }
    let payload = unpack(body)?;
    if payload::claim(&payload).map_err(LinkError::Payload)? > MAX_MEMORY {
        return Err(LinkError::TooLong);
    }
    payload::read(&payload, MAX_UNITS).map_err(LinkError::Payload)
}

/// A version: from 1, without leading zeros. One too large for the type is as new as can be.
fn number(text: &str) -> Option<u32> {
    let digits = !text.starts_with('0') && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(u32::MAX))
}

/// The payload within codec, base64url and checksum.
fn unpack(body: &str) -> Result<Vec<u8>, LinkError> {
    let mut letters = body.chars();
    let codec = letters.next().and_then(Codec::of_letter).ok_or(LinkError::Incomplete)?;
    let bytes = BASE64URL_NOPAD.decode(letters.as_str().as_bytes()).map_err(|_| LinkError::Incomplete)?;
    let (packed, sum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(LinkError::Incomplete)?;
    if *sum != checksum(codec, packed) {
        return Err(LinkError::Incomplete);
    }
    match codec {
        Codec::Plain => Ok(packed.to_vec()),
        Codec::Deflate => {
            decompress_to_vec_with_limit(packed, MAX_PAYLOAD).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => LinkError::TooLong,
                _ => LinkError::Incomplete,
            })
        }
    }
}

/// A full stop or a bracket after a link, which apps take for a part of it, is not one of these.
const fn is_of_a_link(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
}

/// Takes back percent-encoding of ASCII; other sequences stay. A link has no percent sign of its own.
fn unescape(text: &str) -> Cow<'_, str> {
    let mut parts = text.split('%');
    let mut plain = Cow::from(parts.next().unwrap_or_default());
    for part in parts {
        let plain = plain.to_mut();
        let escaped = part.split_at_checked(2).and_then(|(code, rest)| {
            let byte = u8::from_str_radix(code, 16).ok().filter(u8::is_ascii_graphic)?;
            Some((char::from(byte), rest))
        });
        match escaped {
            Some((c, rest)) => {
                plain.push(c);
                plain.push_str(rest);
            }
            None => {
                plain.push('%');
                plain.push_str(part);
            }
        }
    }
    plain
}
