//! How what other methods and houses give crosses to another thread: as few blocks of numbers, since there may be a million.

use super::{House, Standing};
use crate::apportion::Method;
use crate::num::Seats;
use crate::num::packed::{bytes, numbers};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// A method by its name.
pub(super) mod method {
    use super::{Deserialize, Deserializer, Error, Method, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(method: &Method, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&method.to_string())
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Method, D::Error> {
        let name = String::deserialize(from)?;
        Method::parse(&name).ok_or_else(|| D::Error::custom("an unknown method"))
    }
}

/// A byte a unit.
pub(super) mod standing {
    use super::{Deserializer, Serializer, Standing, bytes};

    pub(in super::super) fn serialize<S: Serializer>(all: &[Standing], to: S) -> Result<S::Ok, S::Error> {
        let byte = |standing: &Standing| match standing {
            Standing::Settled => 0,
            Standing::Contested => 1,
            Standing::Waiting => 2,
        };
        to.serialize_bytes(&all.iter().map(byte).collect::<Vec<_>>())
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<Standing>, D::Error> {
        let standing = |byte: u8| match byte {
            0 => Standing::Settled,
            1 => Standing::Contested,
            _ => Standing::Waiting,
        };
        Ok(bytes::deserialize(from)?.into_iter().map(standing).collect())
    }
}

/// What stands for no seats where the method gives no allocation.
const NONE: u32 = u32::MAX;

/// House after house: its size, the fewest and the most seats, how many units lose one, and their rows.
pub(crate) mod houses {
    use super::{Deserializer, Error, House, NONE, Seats, Serializer, numbers};

    pub(crate) fn serialize<S: Serializer>(houses: &[House], to: S) -> Result<S::Ok, S::Error> {
        let mut flat = Vec::new();
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        for house in houses {
            let (least, most) = house.seats.map_or((NONE, NONE), |(least, most)| (least.get(), most.get()));
            flat.extend([house.size.get(), least, most, small(house.losers.len())]);
            flat.extend(house.losers.iter().map(|row| small(*row)));
        }
        numbers::serialize(&flat, to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<House>, D::Error> {
        let flat = numbers::deserialize(from)?;
        let (mut rest, mut houses) = (flat.as_slice(), Vec::new());
        let seats = |n: u32| Seats::new(n).unwrap_or(Seats::MAX);
        while let Some(([size, least, most, count], after)) = rest.split_first_chunk::<4>() {
            let (losers, after) = after
                .split_at_checked(*count as usize)
                .ok_or_else(|| D::Error::custom("rows are missing"))?;
            let known = (*least != NONE).then(|| (seats(*least), seats(*most)));
            let losers = losers.iter().map(|row| *row as usize).collect();
            houses.push(House { size: seats(*size), seats: known, losers });
            rest = after;
        }
        Ok(houses)
    }
}
