//! `Divisor` and `Quota`: the two large families of methods, with their parameters and names.
//!
//! Knows the signposts of a divisor method by name, not how they are used. Sources: `docs/METHODS.md`.

use std::fmt;

use super::signpost::{Claim, Scale, Series, Signpost};
use crate::num::{Ratio, digits};

/// A divisor method, by its signposts d(n).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Divisor {
    /// d(n) = n: rounding up.
    Adams,
    /// d(n) = 2n(n+1)/(2n+1): the harmonic mean.
    Dean,
    /// d(n) = sqrt(n(n+1)): the geometric mean; the United States House since 1941.
    HuntingtonHill,
    /// d(n) = n + 1/2: standard rounding (Sainte-Laguë, Schepers).
    Webster,
    /// d(n) = n + 1: rounding down (D'Hondt).
    Jefferson,
    /// d(n) = n + 1/3.
    Danish,
    /// d(n) = n + 2/5.
    Condorcet,
    /// d(n) = (n+2)/2; not proportional.
    Imperiali,
    /// d(n) = 2^n; not a rounding rule.
    Macau,
    /// Webster with a larger first divisor.
    ModifiedFirst(FirstDivisor),
    /// d(n) = n + r.
    Stationary(SplitPoint),
    /// d(n) = the power mean of n and n + 1.
    PowerMean(Exponent),
}

/// The quota of a largest-remainder method: the price of one seat, for V members and h seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quota {
    /// V/h (Hare, Hamilton, Niemeyer).
    Hare,
    /// floor(V/(h+1)) + 1.
    Droop,
    /// V/(h+1), exactly; can hand out more than the house.
    HagenbachBischoff,
    /// V/(h+2), exactly; can hand out more than the house.
    Imperiali,
}

/// The first divisor of a modified Webster method on the scale 1, 3, 5 …: 7/5 in Norway, 6/5 in Sweden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FirstDivisor(Ratio);

/// r of a stationary divisor method, 0 <= r <= 1: 0 is Adams, 1/2 Webster, 1 Jefferson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SplitPoint(Ratio);

/// The exponents whose power means compare exactly in the engine's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exponent {
    /// sqrt(2 / (1/n² + 1/(n+1)²)).
    MinusTwo,
    /// The harmonic mean: Dean.
    MinusOne,
    /// The geometric mean: Huntington and Hill.
    Zero,
    /// The arithmetic mean: Webster.
    One,
    /// The quadratic mean.
    Two,
}

/// The largest numerator or denominator of a method's parameter.
const MAX_PARAMETER: u64 = 1_000_000;

impl FirstDivisor {
    /// A first divisor above 0 and below 3 (the second divisor), with a denominator of at most a million.
    pub fn new(first: Ratio) -> Option<Self> {
        let fits = first > Ratio::ZERO && first < Ratio::from(3) && first.den() <= MAX_PARAMETER;
        fits.then_some(Self(first))
    }

    /// The divisor.
    pub const fn get(self) -> Ratio {
        self.0
    }
}

impl SplitPoint {
    /// A split point from 0 to 1, with a denominator of at most a million.
    pub fn new(r: Ratio) -> Option<Self> {
        (r <= Ratio::from(1) && r.den() <= MAX_PARAMETER).then_some(Self(r))
    }

    /// The split point.
    pub const fn get(self) -> Ratio {
        self.0
    }
}

impl Exponent {
    const ALL: [(Self, &'static str); 5] = [
        (Self::MinusTwo, "-2"),
        (Self::MinusOne, "-1"),
        (Self::Zero, "0"),
        (Self::One, "1"),
        (Self::Two, "2"),
    ];

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(exponent, _)| *exponent == self).map_or("0", |(_, name)| name)
    }
}

impl Divisor {
    /// Where a quotient is rounded to `n + 1` seats and no longer to `n`: d(n), or its square where it is a square root.
    ///
    /// ```
    /// # use delegate_roster::{apportion::{Divisor, Scale}, num::Ratio};
    /// assert_eq!(Divisor::Webster.signpost_at(37), Ratio::new(75, 2).map(|limit| (limit, Scale::Plain)));
    /// assert_eq!(Divisor::HuntingtonHill.signpost_at(1), Ratio::new(2, 1).map(|limit| (limit, Scale::Squared)));
    /// ```
    pub fn signpost_at(self, n: u32) -> Option<(Ratio, Scale)> {
        self.signpost().at(n)
    }

    /// The signposts.
    pub(super) fn signpost(self) -> Signpost {
        let stationary = |num, den| Series::Stationary { num, den };
        let series = match self {
            Self::Adams => stationary(0, 1),
            Self::Dean | Self::PowerMean(Exponent::MinusOne) => Series::Harmonic,
            Self::HuntingtonHill | Self::PowerMean(Exponent::Zero) => Series::Geometric,
            Self::Webster | Self::PowerMean(Exponent::One) => stationary(1, 2),
            Self::Jefferson => stationary(1, 1),
            Self::Danish => stationary(1, 3),
            Self::Condorcet => stationary(2, 5),
            Self::Imperiali => Series::HalfPlusOne,
            Self::Macau => Series::Doubling,
            // On the scale of d(n) = n + 1/2 the first divisor counts half.
            Self::ModifiedFirst(FirstDivisor(r)) => {
                Series::ModifiedFirst { num: r.num() as u32, den: 2 * r.den() as u32 }
            }
            Self::Stationary(SplitPoint(r)) => stationary(r.num() as u32, r.den() as u32),
            Self::PowerMean(Exponent::Two) => Series::Quadratic,
            Self::PowerMean(Exponent::MinusTwo) => Series::InverseQuadratic,
        };
        Signpost { series, claim: Claim::Members }
    }

    /// The stable name, without parameters.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Adams => "adams",
            Self::Dean => "dean",
            Self::HuntingtonHill => "huntington-hill",
            Self::Webster => "webster",
            Self::Jefferson => "jefferson",
            Self::Danish => "danish",
            Self::Condorcet => "condorcet",
            Self::Imperiali => "imperiali",
            Self::Macau => "macau",
            Self::ModifiedFirst(_) => "modified-webster",
            Self::Stationary(_) => "stationary",
            Self::PowerMean(_) => "power-mean",
        }
    }

    /// The method of a name or an alias; see [`Method::parse`](super::Method::parse).
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((name, parameter)) = text.split_once(':') {
            return match name {
                "modified-webster" => Some(Self::ModifiedFirst(FirstDivisor::new(ratio(parameter)?)?)),
                "stationary" => Some(Self::Stationary(SplitPoint::new(ratio(parameter)?)?)),
                "power-mean" => Exponent::ALL
                    .iter()
                    .find(|(_, name)| *name == parameter)
                    .map(|(e, _)| Self::PowerMean(*e)),
                _ => None,
            };
        }
        Some(match text {
            "adams" | "smallest-divisors" => Self::Adams,
            "dean" | "harmonic-mean" => Self::Dean,
            "huntington-hill" | "hill" | "equal-proportions" => Self::HuntingtonHill,
            "webster" | "sainte-lague" | "schepers" | "major-fractions" => Self::Webster,
            "jefferson" | "dhondt" | "greatest-divisors" => Self::Jefferson,
            "danish" => Self::Danish,
            "condorcet" => Self::Condorcet,
            "imperiali" => Self::Imperiali,
            "macau" => Self::Macau,
            "modified-webster" | "modified-sainte-lague" => {
                Self::ModifiedFirst(FirstDivisor::new(Ratio::new(7, 5)?)?)
            }
            _ => return None,
        })
    }
}

impl fmt::Display for Divisor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())?;
        match self.setting() {
            Some(setting) => write!(f, ":{setting}"),
            None => Ok(()),
        }
    }
}

impl Divisor {
    /// What is set in a method of a family: its first divisor, split point or exponent.
    pub fn setting(&self) -> Option<String> {
        match self {
            Self::ModifiedFirst(FirstDivisor(r)) | Self::Stationary(SplitPoint(r)) => {
                Some(format!("{}/{}", r.num(), r.den()))
            }
            Self::PowerMean(exponent) => Some(exponent.name().to_owned()),
            _ => None,
        }
    }
}

impl Quota {
    /// The stable name of the method.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hare => "hamilton",
            Self::Droop => "droop",
            Self::HagenbachBischoff => "hagenbach-bischoff",
            Self::Imperiali => "imperiali-quota",
        }
    }

    /// The method of a name or an alias; see [`Method::parse`](super::Method::parse).
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "hamilton" | "hare" | "hare-niemeyer" | "vinton" | "largest-remainder" => Self::Hare,
            "droop" => Self::Droop,
            "hagenbach-bischoff" => Self::HagenbachBischoff,
            "imperiali-quota" => Self::Imperiali,
            _ => return None,
        })
    }
}

/// A parameter written as "7/5", "1.4" or "1".
fn ratio(text: &str) -> Option<Ratio> {
    let number = |text: &str| digits(text, 9_999_999);
    if let Some((num, den)) = text.split_once('/') {
        return Ratio::new(number(num)?, number(den)?);
    }
    let Some((whole, fraction)) = text.split_once('.') else { return number(text).map(Ratio::from) };
    // Zeros may lead a fraction.
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let scale = 10u64.pow(u32::try_from(fraction.len()).ok().filter(|n| *n <= 6)?);
    Ratio::new(number(whole)? * scale + fraction.parse::<u64>().ok()?, scale)
}
