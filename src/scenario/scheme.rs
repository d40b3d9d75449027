//! `Scheme`: how the seats of the units hang together: one house for all, delegations first, or a key for each unit.
//! Its text is part of the link format; methods and keys are the engine's.

use crate::apportion::Method;
use crate::apportion::open_house::{Key, KnownKey, Parts, StepScale};
use crate::limits::MAX_SEATS;
use crate::num::{Seats, Weight, digits};
use std::fmt;
use std::num::NonZeroU64;

/// How the seats of the units hang together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// All units share one house by the method.
    #[default]
    OneTier,
    /// Delegations share the house first, by a method of their own and the members of their units together; then each
    /// delegation's units share its seats by the method. A unit without a delegation stands for itself.
    TwoTier {
        /// The method among the delegations.
        upper: Method,
    },
    /// Each unit's seats follow from its own members; the house is their sum.
    Key(HouseKey),
}

/// A key that gives a unit its seats from its members alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HouseKey {
    /// A published one.
    Known(KnownKey),
    /// A step scale of one's own.
    Steps(StepScale),
}

/// The names of the ways to count an incomplete part.
const PARTS: [(&str, Parts); 3] =
    [("whole", Parts::Whole), ("or-part", Parts::OrPart), ("nearest", Parts::Nearest)];

impl HouseKey {
    /// The key in the engine's terms.
    pub fn key(self) -> Key {
        match self {
            Self::Known(known) => known.key(),
            Self::Steps(scale) => Key::Step(scale),
        }
    }

    /// The scale that a page begins with: 1 seat for the first 100 members, 1 more per further 100 or part of it.
    pub fn first_steps() -> Self {
        let hundred = NonZeroU64::MIN.saturating_add(99);
        Self::Steps(StepScale {
            first: Seats::from(1),
            covers: Weight::from(100u32),
            step: Seats::from(1),
            per: hundred,
            parts: Parts::OrPart,
            most: None,
        })
    }
}

impl Scheme {
    /// The scheme of a text, as [`Display`](fmt::Display) writes it.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(upper) = text.strip_prefix("two-tier:") {
            return Some(Self::TwoTier { upper: Method::parse(upper)? });
        }
        if let Some(code) = text.strip_prefix("key:") {
            return KnownKey::from_code(code).map(|known| Self::Key(HouseKey::Known(known)));
        }
        if let Some(steps) = text.strip_prefix("steps:") {
            return steps_of(steps).map(|scale| Self::Key(HouseKey::Steps(scale)));
        }
        (text == "one-tier").then_some(Self::OneTier)
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneTier => f.write_str("one-tier"),
            Self::TwoTier { upper } => write!(f, "two-tier:{upper}"),
            Self::Key(HouseKey::Known(known)) => write!(f, "key:{}", known.code()),
            Self::Key(HouseKey::Steps(scale)) => {
                let StepScale { first, covers, step, per, parts, most } = *scale;
                let parts = PARTS.iter().find(|(_, known)| *known == parts).map_or("whole", |(name, _)| name);
                write!(f, "steps:{}:{}:{}:{per}:{parts}", first.get(), covers.get(), step.get())?;
                most.map_or(Ok(()), |most| write!(f, ":{}", most.get()))
            }
        }
    }
}

fn steps_of(text: &str) -> Option<StepScale> {
    let mut fields = text.split(':');
    let seats =
        |field: &str| digits(field, MAX_SEATS.into()).and_then(|n| Seats::new(u32::try_from(n).ok()?));
    let members = |field: &str| digits(field, u64::MAX).and_then(Weight::new);
    let scale = StepScale {
        first: seats(fields.next()?)?,
        covers: members(fields.next()?)?,
        step: seats(fields.next()?)?,
        per: members(fields.next()?).and_then(|per| NonZeroU64::new(per.get()))?,
        parts: {
            let name = fields.next()?;
            PARTS.iter().find(|(known, _)| *known == name)?.1
        },
        most: match fields.next() {
            Some(most) => Some(seats(most)?),
            None => None,
        },
    };
    fields.next().is_none().then_some(scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_scheme_has_one_text() {
        let mut texts = vec![
            "one-tier".to_owned(),
            "two-tier:webster".to_owned(),
            "two-tier:base-proportional:5:adams:96".to_owned(),
            "steps:1:749:1:250:or-part:6".to_owned(),
            "steps:0:0:1:5000:whole".to_owned(),
        ];
        texts.extend(KnownKey::ALL.iter().map(|known| format!("key:{}", known.code())));
        for text in texts {
            let scheme = Scheme::parse(&text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(scheme.to_string(), text);
        }
        for text in [
            "",
            "two-tier",
            "two-tier:best",
            "two-tier:base-proportional:+5:adams:96",
            "two-tier:base-proportional:5:adams:096",
            "two-tier:modified-webster:07/5",
            "key:",
            "key:other",
            "steps:1:2:3:0:whole",
            "steps:01:2:3:4:whole",
            "steps:+1:2:3:4:whole",
            "steps:1:2:3:4:half",
            "steps:1:2:3:4:whole:5:6",
            "steps:9999999:2:3:4:whole",
            "steps:1:2:3",
        ] {
            assert_eq!(Scheme::parse(text), None, "{text}");
        }
    }
}
