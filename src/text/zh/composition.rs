//! 中文：代表构成。

use super::grouped;
use crate::exchange::ShareTextError;
use crate::num::Ratio;
use crate::scenario::{
    Amount, CategoryKind, CompositionProblem, CompositionStep, Guideline, Limit, MemberFigures, Name, Needed,
    Target, Usual,
};
use crate::text::msg::{CompositionKey, CompositionMsg};
use crate::text::number::{self, decimal};
use crate::threshold::ShareError;

/// On the first screen.
pub(super) const STEP: &str = "代表构成";

pub(super) fn say(msg: &CompositionMsg<'_>) -> String {
    match msg {
        CompositionMsg::Key(key) => self::key(*key).to_owned(),
        CompositionMsg::Usual(usual) => self::usual(*usual).to_owned(),
        CompositionMsg::Guideline(guideline) => self::guideline(*guideline).to_owned(),
        CompositionMsg::Kind(CategoryKind::Overlapping) => "可交叉，一名代表可计入多类".to_owned(),
        CompositionMsg::Kind(CategoryKind::Exclusive) => "不交叉，一个名额只计入一类".to_owned(),
        CompositionMsg::Limit(limit) => self::limit(*limit).to_owned(),
        CompositionMsg::Target(target) => self::target(*target),
        CompositionMsg::Needed(needed) => self::needed(needed),
        CompositionMsg::Aim(needed) => format!("{} {}", sign(needed.target.limit), grouped(needed.number)),
        CompositionMsg::Planned(planned, needed) => self::planned(*planned, needed),
        CompositionMsg::Members(figures) => members(figures),
        CompositionMsg::Tie { names, units, open } => tie(names, *units, *open),
        CompositionMsg::Fair(fair) => self::fair(*fair),
        CompositionMsg::Departures(n) => {
            format!(
                "有 {} 格既不是应占份额的下整数也不是上整数：受锁定数与目标所限，别无他法。",
                grouped(*n as u64)
            )
        }
        CompositionMsg::Shown(shown, all) => {
            format!("共 {} 个单位，显示 {} 个", grouped(*all as u64), grouped(*shown as u64))
        }
        CompositionMsg::ShareRefused(error) => share_refused(*error),
        CompositionMsg::Unnamed(at) => format!("第 {at} 类"),
    }
}

const fn key(key: CompositionKey) -> &'static str {
    match key {
        CompositionKey::Step => STEP,
        CompositionKey::Hint => "大会对各类代表的比例要求，以及各单位应选出多少，均按精确数计算。",
        CompositionKey::Categories => "代表类别",
        CompositionKey::AddLabel => "添加类别",
        CompositionKey::AddOther => "其他类别",
        CompositionKey::Guidelines => "有关规定与做法",
        CompositionKey::GuidelinesHint => {
            "以下为举例并注明出处，不是对本次大会的要求；只有点“采用”才会填入数字。"
        }
        CompositionKey::UseTarget => "采用",
        CompositionKey::Name => "名称",
        CompositionKey::KindLabel => "计数方式",
        CompositionKey::LimitLabel => "目标",
        CompositionKey::NoTarget => "尚未设定",
        CompositionKey::AmountLabel => "设定方式",
        CompositionKey::AmountShare => "占名额的比例",
        CompositionKey::AmountNumber => "名额数",
        CompositionKey::AmountMembers => "与其在成员中所占比例相同",
        CompositionKey::NumberLabel => "名额",
        CompositionKey::ShareLabel => "比例",
        CompositionKey::MembersLabel => "该类人数",
        CompositionKey::MembersNeeded => "此目标以该类人数为依据，请在此填写总数，或在表中按单位填写。",
        CompositionKey::Remove => "删除",
        CompositionKey::Matrix => "各单位各类代表名额",
        CompositionKey::MatrixHint => "填入数字即锁定该格，清空则重新计算。每格为其应占份额向下或向上取整。",
        CompositionKey::OverlapNote => {
            "一名代表可以同时计入其中几类，因此各列分别计算，各列之和不等于单位名额。"
        }
        CompositionKey::ViewLabel => "表中显示",
        CompositionKey::ViewSeats => "名额",
        CompositionKey::ViewMembers => "该类人数",
        CompositionKey::MembersHint => {
            "各单位人数填齐后，该类名额按人数分配，而不按单位名额分配。可以粘贴从电子表格复制的一列。"
        }
        CompositionKey::Filter => "查找单位",
        CompositionKey::More => "显示更多单位",
        CompositionKey::Others => "其余",
        CompositionKey::PlannedRow => "合计",
        CompositionKey::TargetRow => "目标",
        CompositionKey::WaitingSeats => "各单位名额确定后才能计算构成。",
        CompositionKey::NoUnits => "还没有选举单位，请先在名额分配中填写。",
        CompositionKey::NoCategories => "还没有类别，没有需要分到各单位的名额。",
        CompositionKey::Contradictions => "相互矛盾之处",
        CompositionKey::ContradictionsHint => {
            "以下要求无法同时满足，请修改目标或清空锁定的格；其他类别照常计算。"
        }
        CompositionKey::Draw => "抽签",
        CompositionKey::DrawHint => "抽签结果即锁定相应各格，可以撤销；也可以填入在别处抽出的数字。",
        CompositionKey::UnlockAll => "清除全部锁定",
        CompositionKey::Locked => "手工锁定",
        CompositionKey::Computed => "计算得出",
        CompositionKey::Contested => "并列，尚有一名待定",
        CompositionKey::Departed => "偏离应占份额的上下整数",
        CompositionKey::NothingFound => "没有名称含此字样的单位。",
        CompositionKey::Table => "代表构成计划",
        CompositionKey::OpenNote => "“+1?”表示经抽签可能再增一名；合计已包含待定名额。",
        CompositionKey::NotComputed => "未能计算",
    }
}

const fn usual(usual: Usual) -> &'static str {
    match usual {
        Usual::Women => "妇女代表",
        Usual::FrontLine => "生产和工作一线代表",
        Usual::Minorities => "少数民族代表",
        Usual::LeadingCadres => "领导干部",
        Usual::Professionals => "专业技术人员",
        Usual::Young => "青年代表",
    }
}

const fn guideline(guideline: Guideline) -> &'static str {
    match guideline {
        Guideline::WomenLocal => "地方党代表大会：妇女代表所占比例一般不低于女党员在本地区党员中所占比例。",
        Guideline::WomenVillage => "村民代表会议：妇女村民代表不少于三分之一。",
        Guideline::WomenSpd => "德国社会民主党代表大会：女性与男性代表各不少于百分之四十。",
        Guideline::FrontLineLocal => "地方党代表大会：保证生产和工作一线代表的比例，未规定具体数字。",
        Guideline::FrontLineGrassroots => "基层党代表大会：保证生产和工作一线代表的比例，未规定具体数字。",
        Guideline::FrontLineNational => "党的二十大：生产和工作一线代表不少于三分之一。",
        Guideline::MinoritiesLocal => {
            "民族自治地方的党代表大会：少数民族代表一般不低于一定比例（条文未能读全）。"
        }
        Guideline::CadresNational => "党的二十大：领导干部代表不超过三分之二。",
        Guideline::ManagersShanghai => "上海市职工代表大会：中高层管理人员不超过百分之二十。",
        Guideline::ManagersZhejiang => "浙江省职工代表大会：管理人员不超过百分之二十。",
        Guideline::ProfessionalsProvince => "省级党代表大会：专业技术人员和先进模范人物不少于百分之二十五。",
    }
}

const fn limit(limit: Limit) -> &'static str {
    match limit {
        Limit::AtLeast => "不少于",
        Limit::AtMost => "不超过",
        Limit::Exactly => "等于",
    }
}

const fn sign(limit: Limit) -> &'static str {
    match limit {
        Limit::AtLeast => "≥",
        Limit::AtMost => "≤",
        Limit::Exactly => "=",
    }
}

/// “不少于名额的 1/3”、“不超过 3 名”。
fn target(target: Target) -> String {
    let limit = limit(target.limit);
    match target.amount {
        Amount::Share(share) => format!("{limit}名额的 {}", number::share(share)),
        Amount::Number(seats) => format!("{limit} {} 名", grouped(seats.get().into())),
        Amount::MemberShare => format!("{limit}在成员中所占比例"),
    }
}

/// “不少于名额 500 的 1/3，即 167 名。”
fn needed(needed: &Needed) -> String {
    let (limit, whole, number) = (limit(needed.target.limit), grouped(needed.whole), grouped(needed.number));
    match (needed.target.amount, needed.among) {
        (Amount::Number(_), _) => format!("{limit} {number} 名（名额共 {whole}）。"),
        (Amount::Share(share), _) => {
            format!("{limit}名额 {whole} 的 {}，即 {number} 名。", number::share(share))
        }
        (Amount::MemberShare, Some((part, all))) => {
            format!(
                "{limit}名额 {whole} 的 {}/{}（在成员中所占比例），即 {number} 名。",
                grouped(part),
                grouped(all)
            )
        }
        (Amount::MemberShare, None) => format!("{limit}在成员中所占比例。"),
    }
}

fn planned(planned: u64, needed: &Needed) -> String {
    let gap = grouped(planned.abs_diff(needed.number));
    let verdict = match needed.is_met(planned) {
        true => "达到目标".to_owned(),
        false if planned < needed.number => format!("未达到目标，还差 {gap} 名"),
        false => format!("超出目标 {gap} 名"),
    };
    format!("计划 {} 名，{verdict}。", grouped(planned))
}

fn members(figures: &MemberFigures) -> String {
    match figures.missing {
        0 => format!("各单位合计 {} 人。", grouped(figures.sum)),
        missing => {
            format!("各单位已填 {} 人，另有 {} 个单位未填。", grouped(figures.sum), grouped(missing as u64))
        }
    }
}

fn tie(names: &[String], units: usize, open: u32) -> String {
    let etc = if units > names.len() { "等" } else { "" };
    format!(
        "{}{etc} {} 个单位对 {} 个名额的份额完全相等，须由抽签决定。",
        names.join("、"),
        grouped(units as u64),
        grouped(open.into())
    )
}

fn fair(fair: Ratio) -> String {
    if fair.den() == 1 {
        return format!("应占份额 {}", grouped(fair.num()));
    }
    format!("应占份额 {}/{} ≈ {}", grouped(fair.num()), grouped(fair.den()), decimal(fair, 3))
}

pub(super) fn problem(problem: &CompositionProblem) -> String {
    let names = |names: &[Name]| names.iter().map(Name::as_str).collect::<Vec<_>>().join("、");
    match problem {
        CompositionProblem::Unnamed => "该类别没有名称。".to_owned(),
        CompositionProblem::MembersUnknown => "目标以成员中所占比例为依据，但该类人数尚未填写。".to_owned(),
        CompositionProblem::MembersAboveAll { members, all } => {
            format!("该类 {} 人，但总人数只有 {} 人。", grouped(*members), grouped(*all))
        }
        CompositionProblem::MembersDiffer { total, sum } => {
            format!("总数填为 {} 人，但各单位合计 {} 人。", grouped(*total), grouped(*sum))
        }
        CompositionProblem::LockAboveSeats { locked, seats } => {
            format!(
                "锁定为 {} 名，但该单位只有 {} 个名额。",
                grouped((*locked).into()),
                grouped((*seats).into())
            )
        }
        CompositionProblem::LocksAboveSeats { locked, seats } => {
            format!(
                "该单位锁定各格合计 {} 名，但只有 {} 个名额。",
                grouped(*locked),
                grouped((*seats).into())
            )
        }
        CompositionProblem::TargetsAboveSeats { needs, seats } => {
            let each: Vec<_> =
                needs.iter().map(|(name, n)| format!("{} {}", name.as_str(), grouped(*n))).collect();
            let sum = needs.iter().map(|(_, n)| n).sum();
            format!(
                "这些类别不交叉，一个名额只计入一类：{}，合计 {} 名，但名额只有 {} 个。",
                each.join("、"),
                grouped(sum),
                grouped(*seats)
            )
        }
        CompositionProblem::LocksAboveTarget { locked, most } => {
            format!("锁定各格合计 {} 名，超过目标允许的 {} 名。", grouped(*locked), grouped(*most))
        }
        CompositionProblem::Short { names: some, needed, possible } if some.is_empty() => {
            format!("需要 {} 名，但各单位最多只能选出 {} 名。", grouped(*needed), grouped(*possible))
        }
        CompositionProblem::Short { names: some, needed, possible } => format!(
            "{}合计需要 {} 名，但除锁定各格外，各单位最多只能选出 {} 名。",
            names(some),
            grouped(*needed),
            grouped(*possible)
        ),
        CompositionProblem::TooLarge => "需要调整的名额太多，无法一次算出。".to_owned(),
        CompositionProblem::TooFine => "这些类别的人数无法精确比较，请减少按单位填写人数的类别。".to_owned(),
    }
}

pub(super) fn step(step: CompositionStep) -> String {
    match step {
        CompositionStep::Added => "添加类别".to_owned(),
        CompositionStep::Removed => "删除类别".to_owned(),
        CompositionStep::Changed => "修改代表构成".to_owned(),
        CompositionStep::Locked(n) => format!("修改构成表 {} 格", grouped(n as u64)),
        CompositionStep::Members => "修改某类人数".to_owned(),
    }
}

fn share_refused(error: ShareTextError) -> String {
    match error {
        ShareTextError::NotAShare => "请写分数（如 1/3）或百分数（如 40%），不超过全部。".to_owned(),
        ShareTextError::TooManyDecimals => {
            format!("百分数最多 {} 位小数；要精确，请写分数（如 1/3）。", ShareTextError::MOST_DECIMALS)
        }
        ShareTextError::Share(ShareError::ZeroDenominator) => "分母不能为零。".to_owned(),
        ShareTextError::Share(ShareError::Zero) => "比例必须大于零。".to_owned(),
        ShareTextError::Share(ShareError::AboveWhole { .. }) => "超过全部：比例最多为 100%。".to_owned(),
    }
}
