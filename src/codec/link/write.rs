//! Writes links.

use super::envelope::{Codec, checksum, prefix};
use super::{MAX_MEMORY, MAX_PAYLOAD, MAX_TEXT, MAX_UNITS, Names, TooLong};
use crate::codec::payload;
use crate::scenario::{People, Scenario};
use data_encoding::BASE64URL_NOPAD;
use miniz_oxide::deflate::compress_to_vec;

/// The strongest level of miniz_oxide.
const LEVEL: u8 = 10;

/// The fragment of the link that holds this scenario, without the `#` and without the names of delegates: see
/// [`encode_with`].
///
/// # Errors
/// [`TooLong`] for a scenario of more than [`MAX_UNITS`] units, or more figures than [`MAX_MEMORY`] holds, or a
/// link of more than [`MAX_TEXT`] characters.
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
    encode_with(scenario, Names::LeftOut)
}

/// As [`encode`], with the list of delegates or without it. Without it the figures stay what they are: where they follow
/// from the list, they stand in the table all the same.
///
/// # Errors
/// As [`encode`].
pub fn encode_with(scenario: &Scenario, names: Names) -> Result<String, TooLong> {
    let nameless;
    let scenario = match names {
        Names::Included => scenario,
        Names::LeftOut if scenario.people.is_empty() => scenario,
        Names::LeftOut => {
            nameless = Scenario { people: People::default(), ..scenario.clone() };
            &nameless
        }
    };
    let units = scenario.units.len();
    if units > MAX_UNITS {
        return Err(TooLong { units, characters: None });
    }
    let payload = payload::write(scenario);
    // What no reader takes is not written.
    if !payload::claim(&payload).is_ok_and(|claim| claim <= MAX_MEMORY) {
        return Err(TooLong { units, characters: None });
    }
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
