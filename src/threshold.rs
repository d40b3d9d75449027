//! L1: rules of quorum and majority. (Placeholder until the room is furnished.)

use crate::language::Bilingual;

/// Profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProfileId {
    /// Local.
    CpcLocal2020,
    /// Grass roots.
    CpcGrassroots2020,
    /// People's congress.
    PeoplesCongress,
    /// RONR.
    RonrConvention,
}

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// p.
    pub share: Share,
    /// s.
    pub strictness: Strictness,
    /// b.
    pub base: Base,
}
/// Share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    p: u32,
    q: u32,
}
impl Share {
    /// p of q.
    pub const fn new(p: u32, q: u32) -> Option<Self> {
        if p > 0 && p <= q { Some(Self { p, q }) } else { None }
    }
    /// p.
    pub const fn p(self) -> u32 {
        self.p
    }
    /// q.
    pub const fn q(self) -> u32 {
        self.q
    }
}
/// Strictness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// >
    MoreThan,
    /// >=
    AtLeast,
}
/// Base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Base {
    /// due
    Due,
    /// present
    Present,
}
/// Name.
pub const NAME: Bilingual = Bilingual { zh: "", en: "" };
