//! Chinese: the number of delegates of a body.

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
        SizeMsg::Instead(members) => format!("不填则取各选举单位人数合计 {}。", grouped(*members)),
        SizeMsg::Check(result) => check(result),
        SizeMsg::Working(result) => working(result),
        SizeMsg::Use(seats) => format!("以 {} 名为名额总数", grouped((*seats).into())),
    })
}

const fn word(word: SizeWord) -> &'static str {
    match word {
        SizeWord::Title => "代表名额测算",
        SizeWord::Hint => "按公布的规定核对名额总数，仅供参考，不影响名额分配。",
        SizeWord::Rule => "名额依据",
        SizeWord::NoRule => "不核对",
        SizeWord::Parts => "不足一级的部分",
        SizeWord::From => "增加部分的起算点",
        SizeWord::FromClass => "从本级下限起算",
        SizeWord::FromZero => "从零起算",
        SizeWord::LeftOpen => "条文对此未作规定，请自行确定。",
        SizeWord::Uplift => "经决定另加（%）",
        SizeWord::UpliftHint => "聚居的少数民族多或者居住分散的，可以另加，至多 5%。",
    }
}

const fn rule(rule: NumberRule) -> &'static str {
    match rule {
        NumberRule::Range(RangeRule::ProvincialCongress) => "省、自治区、直辖市党代会",
        NumberRule::Range(RangeRule::PrefecturalCongress) => "设区的市、自治州党代会",
        NumberRule::Range(RangeRule::CountyCongress) => "县（市、区）党代会",
        NumberRule::Range(RangeRule::GrassrootsCongress) => "基层党代会",
        NumberRule::Range(RangeRule::UnionCongress1984) => "工会代表大会（1984年规定）",
        NumberRule::Range(RangeRule::GrassrootsUnion2019) => "基层工会会员代表大会（2019年条例）",
        NumberRule::Range(RangeRule::UnionCommittee) => "基层工会委员会",
        NumberRule::National => "全国人民代表大会",
        NumberRule::Deputies(Level::Province, _) => "省、自治区人民代表大会",
        NumberRule::Deputies(Level::Municipality, _) => "直辖市人民代表大会",
        NumberRule::Deputies(Level::Prefecture, _) => "设区的市、自治州人民代表大会",
        NumberRule::Deputies(Level::County, _) => "县级人民代表大会",
        NumberRule::Deputies(Level::Township, _) => "乡镇人民代表大会",
        NumberRule::ShanghaiStaff(_) => "职工代表大会（上海）",
        NumberRule::ZhejiangStaff(..) => "职工代表大会（浙江）",
        NumberRule::Cooperative(_) => "农民专业合作社成员代表大会",
        NumberRule::Village => "村民代表会议",
        NumberRule::RuralCollective => "农村集体经济组织成员代表大会",
    }
}

const fn source(rule: NumberRule) -> &'static str {
    match rule {
        NumberRule::Range(
            RangeRule::ProvincialCongress | RangeRule::PrefecturalCongress | RangeRule::CountyCongress,
        ) => "《中国共产党地方组织选举工作条例》（2020）。",
        NumberRule::Range(RangeRule::GrassrootsCongress) => "《中国共产党基层组织选举工作条例》（2020）。",
        NumberRule::Range(RangeRule::UnionCongress1984) => "工会代表大会代表名额规定（1984，suinian.com）。",
        NumberRule::Range(RangeRule::GrassrootsUnion2019) => "《基层工会会员代表大会条例》（2019）。",
        NumberRule::Range(RangeRule::UnionCommittee) => "基层工会委员会委员名额（szft.gov.cn）。",
        NumberRule::National => "《选举法》（2020）第十六条。",
        NumberRule::Deputies(..) => "《选举法》（2020）第十二条。",
        NumberRule::ShanghaiStaff(_) => "《上海市职工代表大会条例》（2017）。",
        NumberRule::ZhejiangStaff(..) => "《浙江省企业民主管理条例》（2010）。",
        NumberRule::Cooperative(_) => "《农民专业合作社法》（2017）第三十二条。",
        NumberRule::Village => "《村民委员会组织法》（2018）第二十五条。",
        NumberRule::RuralCollective => "《农村集体经济组织法》（2024）第二十八条。",
    }
}

const fn field(counted: Counted) -> &'static str {
    match counted {
        Counted::Nobody => "",
        Counted::Members => "会员（成员）人数",
        Counted::Inhabitants => "人口",
        Counted::Staff => "职工人数",
        Counted::Households => "户数",
    }
}

/// The noun before a figure, and its unit after it.
const fn people(rule: NumberRule) -> (&'static str, &'static str) {
    match (rule, rule.counts()) {
        (NumberRule::Cooperative(_), _) => ("成员", "人"),
        (_, Counted::Nobody) => ("", "人"),
        (_, Counted::Members) => ("会员", "人"),
        (_, Counted::Inhabitants) => ("人口", "人"),
        (_, Counted::Staff) => ("职工", "人"),
        (_, Counted::Households) => ("", "户"),
    }
}

/// A figure stands off from the words before it, words do not.
fn gap(text: &str) -> &'static str {
    if text.starts_with(|c: char| c.is_ascii_digit()) { " " } else { "" }
}

/// "设区的市、自治州党代会 300 至 500 名；名额总数 500 名，处于上限。"
fn check(check: &NumberCheck) -> String {
    let number = match &check.number {
        Ok(number) => number,
        Err(NoNumber::TooFew { fewest }) => {
            let (noun, unit) = people(check.body.rule);
            return format!(
                "该规定自{noun} {} {unit}起才有名额，现为 {} {unit}。",
                grouped(*fewest),
                grouped(check.counted.get())
            );
        }
        Err(NoNumber::TooMany) => return "按该规定得出的名额过多，无法计算。".to_owned(),
    };
    let apart = |end: Option<Seats>| grouped(end.map_or(0, |end| check.house.abs_diff(end.get().into())));
    let stands = match number.position(check.house) {
        Position::Below if number.most == number.least => format!("少 {} 名", apart(number.least)),
        Position::Below => format!("低于下限 {} 名", apart(number.least)),
        Position::Above => {
            let beyond = number.absolute_most.filter(|most| check.house > u64::from(most.get()));
            let even = beyond.map_or(String::new(), |most| {
                format!("，并超过不得超过的 {} 名", grouped(most.get().into()))
            });
            match number.most == number.least {
                true => format!("多 {} 名", apart(number.most)),
                false => format!("高于上限 {} 名{even}", apart(number.most)),
            }
        }
        Position::Exactly => "正好相符".to_owned(),
        Position::LowerEnd => "处于下限".to_owned(),
        Position::UpperEnd => "处于上限".to_owned(),
        Position::Within => "在规定范围内".to_owned(),
    };
    let house = if check.grown { "增加后共" } else { "名额总数" };
    format!("{}；{house} {} 名，{stands}。", statement(check, number), grouped(check.house))
}

/// "300 至 500 名", "不少于 75 名", "不超过 3,000 名".
fn span(number: &Number) -> String {
    let seats = |seats: Seats| grouped(seats.get().into());
    match (number.least, number.most) {
        (Some(least), Some(most)) if least == most => format!("{} 名", seats(least)),
        (Some(least), Some(most)) => format!("{} 至 {} 名", seats(least), seats(most)),
        (Some(least), None) => format!("不少于 {} 名", seats(least)),
        (None, Some(most)) => format!("不超过 {} 名", seats(most)),
        (None, None) => "不限".to_owned(),
    }
}

fn statement(check: &NumberCheck, number: &Number) -> String {
    let rule = check.body.rule;
    let (noun, unit) = people(rule);
    match number.working {
        Working::Stated => {
            let usual = number
                .absolute_most
                .map_or(String::new(), |most| format!("，最多不超过 {} 名", grouped(most.get().into())));
            let usually = if usual.is_empty() { "" } else { "一般为" };
            let span = span(number);
            format!("{}{usually}{}{span}{usual}", self::rule(rule), gap(&span))
        }
        Working::Class { from, to: Some(to) } if from <= 1 => {
            format!("{noun}不超过 {} {unit}的，{}", grouped(to), span(number))
        }
        Working::Class { from, to: Some(to) } => {
            format!("{noun} {} 至 {} {unit}的，{}", grouped(from), grouped(to), span(number))
        }
        Working::Class { from, to: None } => {
            format!("{noun} {} {unit}以上的，{}", grouped(from), span(number))
        }
        Working::Sum(ref sum) => self::sum(check, number, sum),
        Working::Tenth { fewest, .. } => format!(
            "{noun} {} {unit}，一般为百分之十，最低 {} 名，即 {}",
            grouped(check.counted.get()),
            grouped(fewest.get().into()),
            span(number)
        ),
        Working::Households { fewest, .. } => {
            let more = fewest.map_or(String::new(), |fewest| {
                format!("，并应多于 {} 名", grouped(u64::from(fewest.get()).saturating_sub(1)))
            });
            let span = span(number);
            format!("{} 户，每 5 至 15 户 1 名{more}，即{}{span}", grouped(check.counted.get()), gap(&span))
        }
    }
}

/// "基数 240 名，人口 6,645,243 人，每 25,000 人增加 1 名，共 505 名".
fn sum(check: &NumberCheck, number: &Number, sum: &Sum) -> String {
    let (noun, unit) = people(check.body.rule);
    let least = if number.most.is_none() { "不少于 " } else { "共 " };
    let counted = match sum.above {
        0 => format!("{noun} {} {unit}", grouped(sum.counted)),
        above => format!("{noun}超过 {} {unit}的 {} {unit}", grouped(above), grouped(sum.counted)),
    };
    let cap = sum
        .cap
        .filter(|cap| sum.sum > u64::from(cap.get()))
        .map_or(String::new(), |cap| format!("，不得超过 {} 名", grouped(cap.get().into())));
    let added = match sum.added.get() {
        0 => String::new(),
        added => {
            let all = number.most.map_or(0, |most| most.get());
            format!("，经决定另加 {} 名，为 {} 名", grouped(added.into()), grouped(all.into()))
        }
    };
    let fewer = sum
        .less_below
        .map_or(String::new(), |bound| format!("，不足 {} {unit}的可以少于基数", grouped(bound)));
    format!(
        "基数 {} 名，{counted}，每 {} {unit}增加 {} 名，{least}{} 名{cap}{added}{fewer}",
        grouped(sum.base.get().into()),
        grouped(sum.per.get()),
        grouped(sum.step.get().into()),
        grouped(sum.sum)
    )
}

/// "6,645,243 ÷ 25,000 = 265，余 20,243，余数不计。240 + 265 = 505。"
fn working(check: &NumberCheck) -> String {
    let Ok(number) = &check.number else { return String::new() };
    let (noun, unit) = people(check.body.rule);
    let divided = |whole: u64, by: u64| {
        let quotient = format!("{} ÷ {} = {}", grouped(whole), grouped(by), grouped(whole / by.max(1)));
        match whole % by.max(1) {
            0 => format!("{quotient}。"),
            rest => {
                let counts = match check.body.rule.parts() {
                    None | Some(Parts::Whole) => "余数不计",
                    Some(Parts::OrPart) => "余数按一级计",
                    Some(Parts::Nearest) if rest >= by - rest => "余数满半级，按一级计",
                    Some(Parts::Nearest) => "余数不足半级，不计",
                };
                format!("{quotient}，余 {}，{counts}。", grouped(rest))
            }
        }
    };
    match number.working {
        Working::Stated => match check.body.rule {
            NumberRule::Range(
                RangeRule::ProvincialCongress | RangeRule::PrefecturalCongress | RangeRule::CountyCongress,
            ) => "党组织、党员数量特别多或者特别少的，可以适当增减。".to_owned(),
            _ => String::new(),
        },
        Working::Class { .. } => match check.body.rule {
            NumberRule::Range(RangeRule::UnionCommittee) => "委员名额应为单数。".to_owned(),
            _ => String::new(),
        },
        Working::Sum(sum) => {
            let step = match sum.step.get() {
                1 => String::new(),
                step => format!(" × {}", grouped(step.into())),
            };
            let mut text = format!(
                "{}{} + {}{step} = {}。",
                divided(sum.counted, sum.per.get()),
                grouped(sum.base.get().into()),
                grouped(sum.parts),
                grouped(sum.sum)
            );
            if let Some(cap) = sum.cap {
                text += &format!("总名额不得超过 {} 名。", grouped(cap.get().into()));
            }
            if let Some((cap, above)) = sum.cap_above {
                text += &format!(
                    "{noun}超过 {} {unit}时，总名额才以 {} 名为限。",
                    grouped(above),
                    grouped(cap.get().into())
                );
            }
            if sum.added > Seats::ZERO {
                text += &format!(
                    "另加 {}%，取整，为 {} 名。",
                    check.body.uplift.percent(),
                    grouped(sum.added.get().into())
                );
            }
            if let Some(bound) = sum.less_below {
                text += &format!(
                    "{noun}不足 {} {unit}的，总名额可以少于 {} 名。",
                    grouped(bound),
                    grouped(sum.base.get().into())
                );
            }
            text
        }
        Working::Tenth { .. } => divided(check.counted.get(), 10),
        Working::Households { large, small, .. } => format!(
            "{0} ÷ 15，进一，得 {1}；{0} ÷ 5，舍去余数，得 {2}。",
            grouped(check.counted.get()),
            grouped(large),
            grouped(small)
        ),
    }
}
