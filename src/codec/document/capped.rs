//! Lists that are read up to their limit: one thing more, and the reading ends, before there is room made for the others.

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;

/// How the message of a list above its limit begins.
pub(super) const TOO_MANY: &str = "too many";

/// A list of at most so many things.
pub(super) fn list<'de, const MOST: usize, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    read(from, MOST, (|_| 0, 0))
}

/// A list of at most so many things, which hold no more than a limit together: how much one holds, and the limit.
pub(super) fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
    most: usize,
    within: (fn(&T) -> usize, usize),
) -> Result<Vec<T>, D::Error> {
    from.deserialize_seq(Capped { most, within, list: PhantomData })
}

struct Capped<T> {
    most: usize,
    within: (fn(&T) -> usize, usize),
    list: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Capped<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Vec<T>, A::Error> {
        let (holds, limit) = self.within;
        let (mut all, mut held) = (Vec::new(), 0);
        while let Some(one) = from.next_element()? {
            held += holds(&one);
            if all.len() == self.most || held > limit {
                return Err(A::Error::custom(TOO_MANY));
            }
            all.push(one);
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct Held {
        #[serde(default, deserialize_with = "list::<3, _, _>")]
        few: Vec<u8>,
        #[serde(default, deserialize_with = "pairs")]
        pairs: Vec<Vec<u8>>,
    }

    fn pairs<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Vec<u8>>, D::Error> {
        read(from, 2, (Vec::len, 4))
    }

    /// What follows is no JSON, so it was not read.
    #[test]
    fn reading_ends_at_the_limit() {
        let read = |text: &str| serde_json::from_str::<Held>(text).map_err(|error| error.to_string());
        let held = read(r#"{"few": [1, 2, 3], "pairs": [[1], [2, 3, 4]]}"#).unwrap();
        assert_eq!((held.few.len(), held.pairs.len()), (3, 2));
        assert!(read("{}").is_ok());
        for text in [
            r#"{"few": [1, 2, 3, 4, what"#,
            r#"{"pairs": [[1], [2], [3], what"#,
            r#"{"pairs": [[1, 2, 3, 4, 5], what"#,
        ] {
            assert!(read(text).unwrap_err().starts_with(TOO_MANY), "{text}");
        }
        assert!(read(r#"{"few": 7}"#).unwrap_err().contains("expected a sequence"));
    }
}
