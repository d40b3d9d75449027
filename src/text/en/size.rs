//! English: the number of delegates of a body.

use crate::apportion::open_house::{
    Counted, Level, NoNumber, Number, NumberRule, Parts, Position, RangeRule, Sum, Working,
};
use crate::num::Seats;
use crate::scenario::NumberCheck;
use crate::text::number::grouped;
use crate::text::{SizeMsg, SizeWord};
use std::borrow::Cow;

pub(super) fn say(msg: &SizeMsg<'_>) -> Cow<'static, str> {
    Cow::Owned(match msg {
        SizeMsg::Word(which) => return Cow::Borrowed(word(*which)),
        SizeMsg::Rule(which) => return Cow::Borrowed(rule(*which)),
        SizeMsg::Source(which) => return Cow::Borrowed(source(*which)),
        SizeMsg::Counted(whom) => return Cow::Borrowed(field(*whom)),
        SizeMsg::Instead(members) => {
            format!("Empty: the members of all units, {}.", grouped(*members))
        }
        SizeMsg::Check(result) => check(result),
        SizeMsg::Working(result) => working(result),
        SizeMsg::Use(seats) => format!("Use {} as the house size", grouped((*seats).into())),
    })
}

const fn word(word: SizeWord) -> &'static str {
    match word {
        SizeWord::Title => "How many delegates?",
        SizeWord::Hint => {
            "What a published rule asks for, beside the house size. It is advice: nothing is allocated by it."
        }
        SizeWord::Rule => "Rule on the number of delegates",
        SizeWord::NoRule => "None",
        SizeWord::Parts => "An incomplete part counts",
        SizeWord::From => "Further staff are counted",
        SizeWord::FromClass => "from the start of the class",
        SizeWord::FromZero => "from zero",
        SizeWord::LeftOpen => "The text leaves this open: it is for you to decide.",
        SizeWord::Uplift => "Added by decision, percent",
        SizeWord::UpliftHint => "Up to 5% where many minorities live or people live scattered.",
    }
}

const fn rule(rule: NumberRule) -> &'static str {
    match rule {
        NumberRule::Range(RangeRule::ProvincialCongress) => "Party congress of a province",
        NumberRule::Range(RangeRule::PrefecturalCongress) => "Party congress of a prefecture-level city",
        NumberRule::Range(RangeRule::CountyCongress) => "Party congress of a county or district",
        NumberRule::Range(RangeRule::GrassrootsCongress) => "Party congress of a grass-roots organisation",
        NumberRule::Range(RangeRule::UnionCongress1984) => "Trade union congress (rule of 1984)",
        NumberRule::Range(RangeRule::GrassrootsUnion2019) => "Congress of a grass-roots union (2019)",
        NumberRule::Range(RangeRule::UnionCommittee) => "Committee of a grass-roots union",
        NumberRule::National => "National People’s Congress",
        NumberRule::Deputies(Level::Province, _) => "People’s congress: province, autonomous region",
        NumberRule::Deputies(Level::Municipality, _) => "People’s congress: municipality",
        NumberRule::Deputies(Level::Prefecture, _) => "People’s congress: prefecture-level city",
        NumberRule::Deputies(Level::County, _) => "People’s congress: county, district",
        NumberRule::Deputies(Level::Township, _) => "People’s congress: township",
        NumberRule::ShanghaiStaff(_) => "Staff congress, Shanghai",
        NumberRule::ZhejiangStaff(..) => "Staff congress, Zhejiang",
        NumberRule::Cooperative(_) => "Delegates of a farmers’ cooperative",
        NumberRule::Village => "Village representatives",
        NumberRule::RuralCollective => "Delegates of a rural collective",
    }
}

const fn source(rule: NumberRule) -> &'static str {
    match rule {
        NumberRule::Range(
            RangeRule::ProvincialCongress | RangeRule::PrefecturalCongress | RangeRule::CountyCongress,
        ) => "CPC Regulations on Elections in Local Organisations (2020). ",
        NumberRule::Range(RangeRule::GrassrootsCongress) => {
            "CPC Regulations on Elections in Grass-roots Organisations (2020). "
        }
        NumberRule::Range(RangeRule::UnionCongress1984) => {
            "Numbers of delegates of trade union congresses (1984, suinian.com). "
        }
        NumberRule::Range(RangeRule::GrassrootsUnion2019) => {
            "Regulations on Congresses of Grass-roots Trade Unions (2019). "
        }
        NumberRule::Range(RangeRule::UnionCommittee) => {
            "Sizes of committees of grass-roots unions (szft.gov.cn). "
        }
        NumberRule::National => "Electoral Law of the People’s Congresses (2020), Art. 16. ",
        NumberRule::Deputies(..) => "Electoral Law of the People’s Congresses (2020), Art. 12. ",
        NumberRule::ShanghaiStaff(_) => "Shanghai Regulations on Employees’ Congresses (2017). ",
        NumberRule::ZhejiangStaff(..) => {
            "Zhejiang Regulations on Democratic Management of Enterprises (2010). "
        }
        NumberRule::Cooperative(_) => "Law on Specialised Farmers’ Cooperatives (2017), Art. 32. ",
        NumberRule::Village => "Organic Law of Villagers’ Committees (2018), Art. 25. ",
        NumberRule::RuralCollective => "Law on Rural Collective Economic Organisations (2024), Art. 28. ",
    }
}

const fn field(counted: Counted) -> &'static str {
    match counted {
        Counted::Nobody => "",
        Counted::Members => "Members",
        Counted::Inhabitants => "Inhabitants",
        Counted::Staff => "Staff",
        Counted::Households => "Households",
    }
}

const fn people(counted: Counted) -> &'static str {
    match counted {
        Counted::Nobody => "people",
        Counted::Members => "members",
        Counted::Inhabitants => "inhabitants",
        Counted::Staff => "staff",
        Counted::Households => "households",
    }
}

/// "300 to 500 for the party congress of a prefecture-level city: 500 is at the upper end."
fn check(check: &NumberCheck) -> String {
    let number = match &check.number {
        Ok(number) => number,
        Err(NoNumber::TooFew { fewest }) => {
            return format!(
                "The rule has a number from {} {} on; there are {}.",
                grouped(*fewest),
                people(check.body.rule.counts()),
                grouped(check.counted.get())
            );
        }
        Err(NoNumber::TooMany) => return "The rule gives more than can be counted.".to_owned(),
    };
    let (stated, house) = (statement(check, number), grouped(check.house));
    let the_house = if check.grown { "with those added the house" } else { "the house" };
    let apart = |end: Option<Seats>| grouped(end.map_or(0, |end| check.house.abs_diff(end.get().into())));
    match number.position(check.house) {
        Position::Below => format!("{stated}; {the_house} is {house}: {} fewer.", apart(number.least)),
        Position::Above => {
            let beyond = number.absolute_most.filter(|most| check.house > u64::from(most.get()));
            let even = beyond.map_or(String::new(), |most| {
                format!(" It is also above {}, which may not be passed.", grouped(most.get().into()))
            });
            format!("{stated}; {the_house} is {house}: {} more.{even}", apart(number.most))
        }
        Position::Exactly => format!("{stated}; {the_house} is {house}: exactly that."),
        Position::LowerEnd if number.most.is_none() => {
            format!("{stated}; {the_house} is {house}: the least.")
        }
        Position::LowerEnd => format!("{stated}: {house} is at the lower end."),
        Position::UpperEnd if number.least.is_none() => {
            format!("{stated}; {the_house} is {house}: the most.")
        }
        Position::UpperEnd => format!("{stated}: {house} is at the upper end."),
        Position::Within => format!("{stated}: {house} is within that."),
    }
}

/// "300 to 500", "At least 75", "At most 3,000".
fn span(number: &Number) -> String {
    let seats = |seats: Seats| grouped(seats.get().into());
    match (number.least, number.most) {
        (Some(least), Some(most)) if least == most => seats(least),
        (Some(least), Some(most)) => format!("{} to {}", seats(least), seats(most)),
        (Some(least), None) => format!("At least {}", seats(least)),
        (None, Some(most)) => format!("At most {}", seats(most)),
        (None, None) => "Any number".to_owned(),
    }
}

fn statement(check: &NumberCheck, number: &Number) -> String {
    let rule = check.body.rule;
    let who = people(rule.counts());
    match number.working {
        Working::Stated => {
            let usual = number.absolute_most.map_or(String::new(), |most| {
                format!(" as a rule and {} at most", grouped(most.get().into()))
            });
            let name = self::rule(rule);
            // Inside a sentence a name of a kind begins small, a proper name does not.
            let name = match rule {
                NumberRule::National => name.to_owned(),
                _ => name.replacen('P', "p", 1),
            };
            let article = if name.starts_with("party congress of") { "a" } else { "the" };
            format!("{}{usual} for {article} {name}", span(number))
        }
        Working::Class { from, to: Some(to) } if from <= 1 => {
            format!("{} for up to {} {who}", span(number), grouped(to))
        }
        Working::Class { from, to: Some(to) } => {
            format!("{} for {} to {} {who}", span(number), grouped(from), grouped(to))
        }
        Working::Class { from, to: None } => format!("{} from {} {who} on", span(number), grouped(from)),
        Working::Sum(ref sum) => self::sum(check, number, sum),
        Working::Tenth { fewest, .. } => format!(
            "As a rule a tenth of {} {who}, never fewer than {} = {}",
            grouped(check.counted.get()),
            grouped(fewest.get().into()),
            span(number)
        ),
        Working::Households { fewest, .. } => {
            let more = fewest.map_or(String::new(), |fewest| {
                format!(", and more than {}", grouped(u64::from(fewest.get()).saturating_sub(1)))
            });
            let span = span(number).replacen('A', "a", 1);
            format!("1 per 5 to 15 of {} households{more} = {span}", grouped(check.counted.get()))
        }
    }
}

/// "240 + 1 per 25,000 of 6,645,243 inhabitants = 505".
fn sum(check: &NumberCheck, number: &Number, sum: &Sum) -> String {
    let least = if number.most.is_none() { "At least " } else { "" };
    let above = match sum.above {
        0 => String::new(),
        above => format!(" beyond the first {}", grouped(above)),
    };
    let cap = sum
        .cap
        .filter(|cap| sum.sum > u64::from(cap.get()))
        .map_or(String::new(), |cap| format!(", at most {}", grouped(cap.get().into())));
    let added = match sum.added.get() {
        0 => String::new(),
        added => {
            let all = number.most.map_or(0, |most| most.get());
            format!(", and {} more by decision = {}", grouped(added.into()), grouped(all.into()))
        }
    };
    let fewer = sum.less_below.map_or(String::new(), |bound| format!(", or fewer below {}", grouped(bound)));
    format!(
        "{least}{} + {} per {} of {} {}{above} = {}{cap}{added}{fewer}",
        grouped(sum.base.get().into()),
        grouped(sum.step.get().into()),
        grouped(sum.per.get()),
        grouped(sum.counted),
        people(check.body.rule.counts()),
        grouped(sum.sum)
    )
}

/// "6,645,243 ÷ 25,000 = 265, remainder 20,243, which counts for nothing. 240 + 265 = 505."
fn working(check: &NumberCheck) -> String {
    let Ok(number) = &check.number else { return String::new() };
    let who = people(check.body.rule.counts());
    let divided = |whole: u64, by: u64| match whole % by.max(1) {
        0 => format!("{} ÷ {} = {}.", grouped(whole), grouped(by), grouped(whole / by.max(1))),
        rest => {
            let counts = match check.body.rule.parts() {
                None | Some(Parts::Whole) => "counts for nothing",
                Some(Parts::OrPart) => "counts as a full part",
                Some(Parts::Nearest) if rest >= by - rest => {
                    "is half a part or more and counts as a full one"
                }
                Some(Parts::Nearest) => "is less than half a part and counts for nothing",
            };
            format!(
                "{} ÷ {} = {}; the remainder of {} {counts}.",
                grouped(whole),
                grouped(by),
                grouped(whole / by.max(1)),
                grouped(rest)
            )
        }
    };
    match number.working {
        Working::Stated => match check.body.rule {
            NumberRule::Range(
                RangeRule::ProvincialCongress | RangeRule::PrefecturalCongress | RangeRule::CountyCongress,
            ) => "More or fewer are possible where there are very many or very few organisations or members."
                .to_owned(),
            _ => String::new(),
        },
        Working::Class { .. } => match check.body.rule {
            NumberRule::Range(RangeRule::UnionCommittee) => "The number is to be odd.".to_owned(),
            _ => String::new(),
        },
        Working::Sum(sum) => {
            let step = match sum.step.get() {
                1 => String::new(),
                step => format!(" × {}", grouped(step.into())),
            };
            let mut text = format!(
                "{} {} + {}{step} = {}.",
                divided(sum.counted, sum.per.get()),
                grouped(sum.base.get().into()),
                grouped(sum.parts),
                grouped(sum.sum)
            );
            if let Some(cap) = sum.cap {
                text += &format!(" At most {}.", grouped(cap.get().into()));
            }
            if let Some((cap, above)) = sum.cap_above {
                text += &format!(
                    " The most, {}, holds only above {} {who}.",
                    grouped(cap.get().into()),
                    grouped(above)
                );
            }
            if sum.added > Seats::ZERO {
                text += &format!(
                    " {}% of that, whole deputies: {} more.",
                    check.body.uplift.percent(),
                    grouped(sum.added.get().into())
                );
            }
            if let Some(bound) = sum.less_below {
                text += &format!(
                    " Below {} {who} the number may be less than {}.",
                    grouped(bound),
                    grouped(sum.base.get().into())
                );
            }
            text
        }
        Working::Tenth { .. } => divided(check.counted.get(), 10),
        Working::Households { large, small, .. } => format!(
            "{0} ÷ 15, rounded up, = {1}; {0} ÷ 5, rounded down, = {2}.",
            grouped(check.counted.get()),
            grouped(large),
            grouped(small)
        ),
    }
}
