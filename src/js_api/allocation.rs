//! Seats for units, checked, tried out and swept. DTOs beside the calls that use them.

use super::answer::{Failure, Whole};
use crate::apportion::{
    self, Allocation, Contender, Entry, Instance, InstanceError, Lot, Method, MinimumRule, Outcome, Tie,
    Witness,
};
use crate::num::{Ratio, Seats, Weight};
use serde::{Deserialize, Serialize};

/// The most looks at units and seats of one sweep: a second or two.
const SWEEP_WORK: u64 = 4_000_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Request {
    method: String,
    seats: Whole,
    #[serde(default)]
    units: Vec<Unit>,
    /// In place of `units`, where nothing but members is known: quicker by far for many.
    #[serde(default)]
    weights: Vec<Whole>,
    minimum: Option<String>,
    #[serde(default)]
    lots: Vec<Draw>,
    /// For `apportion`: whether to tell how each unit came to its seats.
    #[serde(default)]
    steps: Ask,
    /// For `verify`: the seats or the tie to check.
    result: Option<Claim>,
    /// For `sensitivity`: the units to explain; all of up to 200 where left out.
    explain: Option<Vec<usize>>,
    /// For `sweep`: the first and the last house.
    houses: Option<(Whole, Whole)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unit {
    weight: Whole,
    min: Option<Whole>,
    max: Option<Whole>,
    fixed: Option<Whole>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Draw {
    contenders: Vec<Drawn>,
    drawn: Vec<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Drawn {
    unit: usize,
    certain: Whole,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    seats: Option<Vec<Whole>>,
    certain: Option<Vec<Whole>>,
    #[serde(default)]
    contested: Vec<usize>,
    #[serde(default)]
    open: usize,
}

/// A wish that is not fulfilled unless it is made.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(from = "bool")]
enum Ask {
    #[default]
    No,
    Yes,
}

impl From<bool> for Ask {
    fn from(wish: bool) -> Self {
        if wish { Self::Yes } else { Self::No }
    }
}

/// How one unit came to its seats.
#[derive(Serialize)]
pub(super) struct Account {
    quotient: Option<String>,
    ground: &'static str,
}

/// The result of `apportion`.
#[derive(Serialize)]
#[serde(tag = "status", rename_all = "lowercase")]
pub(super) enum Answer {
    Settled {
        seats: Vec<u32>,
        witness: Option<Proof>,
        stale_lots: Vec<usize>,
        #[serde(skip_serializing_if = "Option::is_none")]
        steps: Option<Vec<Account>>,
    },
    Tied {
        certain: Vec<u32>,
        contested: Vec<usize>,
        open: usize,
        witness: Option<Proof>,
        stale_lots: Vec<usize>,
        #[serde(skip_serializing_if = "Option::is_none")]
        steps: Option<Vec<Account>>,
    },
}

/// Numbers from which the seats follow by hand, as exact fractions in text.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Proof {
    Divisor { divisor: Option<String> },
    Remainder { quota: Option<String>, next: Option<String>, last: Option<String> },
    UpperQuota { quota: Option<String> },
}

#[derive(Serialize)]
pub(super) struct Verified {
    accepted: bool,
    reason: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct Sensitivity {
    last: Vec<usize>,
    next: Vec<usize>,
    units: Vec<Firmness>,
}

#[derive(Serialize)]
struct Firmness {
    unit: usize,
    gain: Option<f64>,
    loss: Option<f64>,
    houses: Option<(u32, u32)>,
}

#[derive(Serialize)]
pub(super) struct House {
    house: u32,
    seats: Option<Vec<u32>>,
    losers: Vec<usize>,
}

/// A request whose parts have been checked.
struct Checked {
    instance: Instance,
    method: Method,
    lots: Vec<Lot>,
}

impl Request {
    fn checked(&self) -> Result<Checked, Failure> {
        let method = Method::parse(&self.method).ok_or_else(|| {
            Failure::new("unknown-method", "method", format!("There is no method {:?}.", self.method))
        })?;
        let minimum = match self.minimum.as_deref() {
            None | Some("seed") => MinimumRule::Seed,
            Some("clamp") => MinimumRule::Clamp,
            Some("set-aside") => MinimumRule::SetAside,
            Some("top-up") => MinimumRule::TopUp,
            Some(_) => {
                return Err(Failure::new(
                    "unknown-minimum",
                    "minimum",
                    "One of seed, clamp, set-aside, top-up.",
                ));
            }
        };
        let entries = self.entries()?;
        let house = seats(self.seats, || "seats".to_owned())?;
        let instance = Instance::new(entries, house, minimum).map_err(|error| refused(&error))?;
        let lots = self.lots.iter().enumerate().map(|(at, draw)| draw.lot(at));
        Ok(Checked { instance, method, lots: lots.collect::<Result<_, _>>()? })
    }
}

impl Request {
    fn entries(&self) -> Result<Vec<Entry>, Failure> {
        if !self.units.is_empty() && !self.weights.is_empty() {
            return Err(Failure::new("ambiguous", "weights", "Either units or weights."));
        }
        let units = self.units.iter().enumerate().map(|(at, unit)| unit.entry(at));
        let weights = self
            .weights
            .iter()
            .enumerate()
            .map(|(at, weight)| members(*weight, || format!("weights[{at}]")).map(Entry::new));
        units.chain(weights).collect()
    }
}

impl Unit {
    fn entry(&self, at: usize) -> Result<Entry, Failure> {
        let bound = |given: Option<Whole>, name: &str| {
            given.map(|n| seats(n, || format!("units[{at}].{name}"))).transpose()
        };
        let weight = members(self.weight, || format!("units[{at}].weight"))?;
        Ok(Entry {
            weight,
            min: bound(self.min, "min")?.unwrap_or(Seats::ZERO),
            max: bound(self.max, "max")?.unwrap_or(Seats::MAX),
            fixed: bound(self.fixed, "fixed")?,
        })
    }
}

impl Draw {
    fn lot(&self, at: usize) -> Result<Lot, Failure> {
        let contenders = self.contenders.iter().map(|c| {
            let certain = seats(c.certain, || format!("lots[{at}].contenders"))?;
            Ok(Contender { unit: c.unit, certain })
        });
        let contenders = contenders.collect::<Result<Vec<_>, Failure>>()?;
        Lot::new(contenders, self.drawn.clone())
            .map_err(|error| Failure::new(error.code(), format!("lots[{at}]"), "The lot settles no tie."))
    }
}

fn members(number: Whole, path: impl Fn() -> String) -> Result<Weight, Failure> {
    Weight::new(number.get()).ok_or_else(|| Failure::new("too-large", path(), "Above 2^43 - 1."))
}

fn seats(number: Whole, path: impl Fn() -> String) -> Result<Seats, Failure> {
    let seats = u32::try_from(number.get()).ok().and_then(Seats::new);
    seats.ok_or_else(|| Failure::new("too-large", path(), "Above 2^20 seats."))
}

fn refused(error: &InstanceError) -> Failure {
    let path = match error {
        InstanceError::NoSeats => "seats".to_owned(),
        InstanceError::NoUnits | InstanceError::TooManyUnits { .. } | InstanceError::NoMembers => {
            "units".to_owned()
        }
        InstanceError::MinimumAboveMaximum { units }
        | InstanceError::FixedOutsideBounds { units }
        | InstanceError::MinimaAboveHouse { units, .. }
        | InstanceError::MaximaBelowHouse { units, .. } => {
            units.first().map_or_else(|| "units".to_owned(), |unit| format!("units[{unit}]"))
        }
    };
    Failure::new(error.code(), path, format!("{error:?}"))
}

fn numbers(seats: &[Seats]) -> Vec<u32> {
    seats.iter().map(|seats| seats.get()).collect()
}

fn text(ratio: Ratio) -> String {
    if ratio.den() == 1 { ratio.num().to_string() } else { format!("{}/{}", ratio.num(), ratio.den()) }
}

fn proof(witness: &Witness) -> Proof {
    match witness {
        Witness::Divisor { .. } => Proof::Divisor { divisor: witness.divisor().map(text) },
        Witness::Remainder { quota, next, last } => Proof::Remainder {
            quota: quota.map(text),
            next: next.map(|surplus| surplus.to_string()),
            last: last.map(|surplus| surplus.to_string()),
        },
        Witness::UpperQuota { quota } => Proof::UpperQuota { quota: quota.map(text) },
    }
}

/// Seats for units.
pub(super) fn apportion(request: Request) -> Result<Answer, Failure> {
    let Checked { instance, method, lots } = request.checked()?;
    let allocation = apportion::apportion(&instance, &method, &lots);
    let steps = match request.steps {
        Ask::Yes => Some(apportion::working(&instance, &method, &allocation).iter().map(account).collect()),
        Ask::No => None,
    };
    let Allocation { outcome, witness, stale, .. } = allocation;
    let witness = witness.as_ref().map(proof);
    match outcome {
        Outcome::Settled(seats) => {
            Ok(Answer::Settled { seats: numbers(&seats), witness, stale_lots: stale, steps })
        }
        Outcome::Tied(tie) => Ok(Answer::Tied {
            certain: numbers(&tie.certain),
            contested: tie.contested,
            open: tie.open,
            witness,
            stale_lots: stale,
            steps,
        }),
        Outcome::Refused(refusal) => Err(Failure::new(refusal.code(), "method", format!("{refusal:?}"))),
    }
}

fn account(working: &apportion::Working) -> Account {
    Account { quotient: working.quotient.map(text), ground: working.ground.code() }
}

/// Whether seats, or a tie, are the allocation of the request. Lots of the request settle what they settle.
pub(super) fn verify(request: Request) -> Result<Verified, Failure> {
    let Checked { instance, method, lots } = request.checked()?;
    let claim =
        request.result.as_ref().ok_or_else(|| Failure::new("missing", "result", "The seats to check."))?;
    let read = |numbers: &[Whole], field: &str| {
        let read = |(at, n): (usize, &Whole)| seats(*n, || format!("result.{field}[{at}]"));
        numbers.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()
    };
    let outcome = match (&claim.seats, &claim.certain) {
        (Some(seats), None) => Outcome::Settled(read(seats, "seats")?),
        (None, Some(certain)) => Outcome::Tied(Tie {
            certain: read(certain, "certain")?,
            contested: claim.contested.clone(),
            open: claim.open,
        }),
        _ => return Err(Failure::new("missing", "result", "Either seats, or a tie's certain seats.")),
    };
    Ok(match apportion::verify_outcome(&instance, &method, &outcome, &lots) {
        Ok(()) => Verified { accepted: true, reason: None },
        Err(rejected) => Verified { accepted: false, reason: Some(rejected.code()) },
    })
}

/// The last seat, the next in line, and what moves a seat of each unit.
pub(super) fn sensitivity(request: Request) -> Result<Sensitivity, Failure> {
    let Checked { instance, method, lots } = request.checked()?;
    let allocation = apportion::apportion(&instance, &method, &lots);
    let front = apportion::front(&instance, &method, &allocation);
    let asked = request.explain.unwrap_or_else(|| (0..instance.entries().len().min(200)).collect());
    if asked.len() > 1_000 {
        return Err(Failure::new("too-large", "explain", "At most 1,000 units at a time."));
    }
    let firmness = |unit: usize| {
        let swing = apportion::swing(&instance, &method, unit);
        let houses = apportion::standing_houses(&instance, &method, unit);
        Firmness {
            unit,
            gain: swing.and_then(|swing| swing.gain).map(|n| n as f64),
            loss: swing.map(|swing| swing.loss as f64),
            houses: houses.map(|(least, most)| (least.get(), most.get())),
        }
    };
    let (last, next) = front.map(|front| (front.last, front.next)).unwrap_or_default();
    Ok(Sensitivity { last, next, units: asked.into_iter().map(firmness).collect() })
}

/// Seats over a range of houses.
pub(super) fn sweep(request: Request) -> Result<Vec<House>, Failure> {
    let Checked { instance, method, .. } = request.checked()?;
    let (first, last) = request.houses.unwrap_or((Whole::from(1), request.seats));
    let (first, last) = (seats(first, || "houses[0]".to_owned())?, seats(last, || "houses[1]".to_owned())?);
    let houses = first.get()..=last.get();
    if apportion::sweep_work(instance.entries().len(), &method, &houses) > SWEEP_WORK {
        let most = "Houses times units, and under the quota method their seats as well, are above 4,000,000.";
        return Err(Failure::new("too-large", "houses", most));
    }
    let steps = apportion::sweep(&instance, &method, houses);
    Ok(steps.map(|step| house(&step)).collect())
}

fn house(step: &apportion::Step) -> House {
    House {
        house: step.house.get(),
        seats: step.allocation.settled().map(numbers),
        losers: step.losers.clone(),
    }
}
