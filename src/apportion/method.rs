//! `Method`: every way the engine turns members into seats, with its stable name.
//!
//! Knows the names of the methods, not how they run. Names are part of the file and link format.
//! Sources per method: `docs/METHODS.md`.

use std::fmt;

use super::{BaseProportional, Divisor, Quota};

/// A method of apportionment with its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// The next seat goes to the largest members / d(seats held).
    Divisor(Divisor),
    /// Whole quotas first, then the largest remainders.
    Remainders(Quota),
    /// A divisor method on the square roots of the members: degressive.
    Degressive(Divisor),
    /// Balinski and Young's quota method: Jefferson's order within the upper quota.
    QuotaMethod,
    /// Base seats for every unit, the rest of the house by another method, and a cap on both.
    BaseProportional(BaseProportional),
    /// The house in equal parts, whatever the members; what cannot be parted is open among all.
    EqualShares,
}

impl Method {
    /// Hamilton, Hare–Niemeyer: largest remainders with the Hare quota.
    pub const HAMILTON: Self = Self::Remainders(Quota::Hare);
    /// Adams.
    pub const ADAMS: Self = Self::Divisor(Divisor::Adams);
    /// Dean.
    pub const DEAN: Self = Self::Divisor(Divisor::Dean);
    /// Huntington and Hill.
    pub const HUNTINGTON_HILL: Self = Self::Divisor(Divisor::HuntingtonHill);
    /// Webster, Sainte-Laguë.
    pub const WEBSTER: Self = Self::Divisor(Divisor::Webster);
    /// Jefferson, D'Hondt.
    pub const JEFFERSON: Self = Self::Divisor(Divisor::Jefferson);

    /// The six historic methods of the United States, the ones a page offers first.
    pub const CLASSIC: [Self; 6] =
        [Self::HAMILTON, Self::WEBSTER, Self::HUNTINGTON_HILL, Self::DEAN, Self::ADAMS, Self::JEFFERSON];

    /// The stable name of the family, without parameters; [`Display`](fmt::Display) adds them.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Divisor(divisor) => divisor.id(),
            Self::Remainders(quota) => quota.id(),
            Self::Degressive(_) => "degressive",
            Self::QuotaMethod => "quota-method",
            Self::BaseProportional(_) => "base-proportional",
            Self::EqualShares => "equal-shares",
        }
    }

    /// Whether it gives seat after seat, so that its time grows with the house.
    pub(super) fn hands_out_in_turn(&self) -> bool {
        match self {
            Self::QuotaMethod => true,
            Self::BaseProportional(plan) => plan.inner().hands_out_in_turn(),
            Self::Divisor(_) | Self::Degressive(_) | Self::EqualShares | Self::Remainders(_) => false,
        }
    }

    /// The method of a name with its parameters, as [`Display`](fmt::Display) writes it, or of an alias.
    ///
    /// ```
    /// # use delegate_roster::apportion::Method;
    /// assert_eq!(Method::parse("sainte-lague"), Some(Method::WEBSTER));
    /// assert_eq!(Method::parse("modified-webster:1.4").unwrap().to_string(), "modified-webster:7/5");
    /// assert_eq!(Method::parse("degressive:webster").unwrap().id(), "degressive");
    /// assert_eq!(Method::parse("best"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(inner) = text.strip_prefix("degressive:") {
            return Divisor::parse(inner).map(Self::Degressive);
        }
        if let Some(plan) = text.strip_prefix("base-proportional:") {
            return BaseProportional::parse(plan).map(Self::BaseProportional);
        }
        match text {
            "cambridge-compromise" => Some(Self::BaseProportional(BaseProportional::cambridge())),
            "equal-shares" => Some(Self::EqualShares),
            "quota-method" | "balinski-young" => Some(Self::QuotaMethod),
            _ => Divisor::parse(text).map(Self::Divisor).or_else(|| Quota::parse(text).map(Self::Remainders)),
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Divisor(divisor) => divisor.fmt(f),
            Self::Degressive(divisor) => write!(f, "degressive:{divisor}"),
            Self::BaseProportional(plan) => write!(f, "{}:{plan}", self.id()),
            Self::Remainders(_) | Self::QuotaMethod | Self::EqualShares => f.write_str(self.id()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_have_no_signs_and_no_leading_zeros() {
        for (written, name) in [("1.4", "7/5"), ("1.05", "21/20"), ("14/10", "7/5"), ("2", "2/1")] {
            let method =
                Method::parse(&format!("modified-webster:{written}")).map(|method| method.to_string());
            assert_eq!(method, Some(format!("modified-webster:{name}")));
        }
        for name in [
            "base-proportional:+5:adams:96",
            "base-proportional:5:adams:+0096",
            "base-proportional:05:adams",
            "base-proportional:1048577:adams",
            "modified-webster:0000007/5",
            "modified-webster:7/05",
            "modified-webster:+7/5",
            "modified-webster:01.4",
            "modified-webster:1.+4",
            "modified-webster:1.",
            "modified-webster:1.4000000",
            "stationary:00.5",
        ] {
            assert_eq!(Method::parse(name), None, "{name}");
        }
    }
}
