//! Writes links.

use super::envelope::{Codec, checksum, prefix};
use super::{MAX_PAYLOAD, MAX_TEXT, MAX_UNITS, TooLong};
use crate::codec::payload;
use crate::scenario::Scenario;
use data_encoding::BASE64URL_NOPAD;
use miniz_oxide::deflate::compress_to_vec;

/// The strongest level of miniz_oxide.
const LEVEL: u8 = 10;

/// The fragment of the link that holds this scenario, without the `#`.
///
/// # Errors
/// [`TooLong`] for a scenario of more than [`MAX_UNITS`] units, or a link of more than [`MAX_TEXT`] characters.
///
/// ```
/// use delegate_roster::codec::link;
/// use delegate_roster::{language::Language, scenario::example};
///
/// let congress = example(Language::English);
/// let link = link::encode(&congress).unwrap();
/// assert_eq!(link::decode(&link), Ok(congress));
/// ```
pub fn encode(scenario: &Scenario) -> Result<String, TooLong> {
    let units = scenario.units.len();
    if units > MAX_UNITS {
        return Err(TooLong { units, characters: None });
    }
    let payload = payload::write(scenario);
    let deflated = compress_to_vec(&payload, LEVEL);
    let (codec, packed) =
        if deflated.len() < payload.len() { (Codec::Deflate, &deflated) } else { (Codec::Plain, &payload) };
    let text = enveloped(codec, packed);
    if text.len() > MAX_TEXT || payload.len() > MAX_PAYLOAD {
        return Err(TooLong { units, characters: Some(text.len()) });
    }
    Ok(text)
}

fn enveloped(codec: Codec, packed: &[u8]) -> String {
    prefix(codec) + &BASE64URL_NOPAD.encode(&[packed, &checksum(codec, packed)].concat())
}

/// A link with a good checksum around any payload, as it is: the fuzzer's way past the checksum.
#[cfg(fuzzing)]
pub fn sealed(payload: &[u8]) -> String {
    enveloped(Codec::Plain, payload)
}
