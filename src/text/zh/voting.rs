//! Chinese for the agenda and the elections.

use super::{amount, ballot_problem, candidates, cell_error, count, obstacle, share, short, sum};
use crate::exchange::{CandidateColumn, CandidateLeftOut, CandidateLine, CandidateLineError, LeftOutPart};
use crate::limits::MAX_CANDIDATES;
use crate::scenario::{CandidateStanding, Carried, Change, Gap, Name, Paper, Unsettled, VotingProblem};
use crate::text::number::grouped;
use crate::text::{VotingMsg, VotingWord};
use crate::threshold::{Decision, Finding, ListOrder, Measure, Rule, TieRule, Verdict};
use std::borrow::Cow;

const fn word(word: VotingWord) -> &'static str {
    match word {
        VotingWord::Agenda => "大会议程",
        VotingWord::AgendaHint => "按会议顺序排列。每项议程或听取，或表决，或由下面的一项选举完成。",
        VotingWord::NoItems => "还没有议程。请先添加，以后可以移动。",
        VotingWord::AddItem => "添加议程",
        VotingWord::Item => "议程",
        VotingWord::Sitting => "所在会议",
        VotingWord::SittingShown => "当前会议",
        VotingWord::Needs => "办理方式",
        VotingWord::Hearing => "听取，不表决",
        VotingWord::AnElection => "选举",
        VotingWord::WhichElection => "哪项选举",
        VotingWord::NotChosen => "尚未选定",
        VotingWord::Favour => "赞成",
        VotingWord::Against => "反对",
        VotingWord::Abstaining => "弃权",
        VotingWord::AreaInFavour => "赞成者的专有部分面积",
        VotingWord::NoMajority => {
            "来源没有规定此类表决所需的票数，由大会通过的办法确定；如需计算，请改用自定规则。"
        }
        VotingWord::SeeElection => "查看该项选举",
        VotingWord::Elections => "选举",
        VotingWord::ElectionsHint => "各项选举按所选规则和所在会议的人数计算，随方案一并保存和分享。",
        VotingWord::NoElections => "还没有选举。大会选举几个机构，就添加几项。",
        VotingWord::AddElection => "添加选举",
        VotingWord::Title => "名称",
        VotingWord::Papers => "选票",
        VotingWord::Candidates => "候选人",
        VotingWord::Name => "姓名",
        VotingWord::Votes => "得票",
        VotingWord::Strokes => "姓氏笔画",
        VotingWord::StrokeOrder => "笔顺",
        VotingWord::Result => "结果",
        VotingWord::StrokesHint => {
            "本页面没有笔画字典，姓氏笔画由人工填写；规则要求按姓氏笔画排列名单时使用。"
        }
        VotingWord::StrokeOrderHint => {
            "姓氏笔画相同的，再填笔顺：按书写顺序，横 1、竖 2、撇 3、点（捺）4、折 5，填到能分出先后即可，“王”为 1121。同姓的，空一格后接着填名字，每个字填全，字间空一格：“王小明”可填 1121 234 25113511。"
        }
        VotingWord::FinerOrder => {
            "姓氏笔画相同的，依次比较笔顺的横、竖、撇、点、折；同姓的，单名在前，再逐字比较名字的笔画和笔顺。规则没有规定到这一步，以大会通过的办法为准。"
        }
        VotingWord::AddCandidate => "添加候选人",
        VotingWord::Remove => "删除",
        VotingWord::MoveUp => "上移",
        VotingWord::MoveDown => "下移",
        VotingWord::PasteRows => "从电子表格粘贴",
        VotingWord::PasteHint => {
            "每行一人：姓名、得票、姓氏笔画、笔顺，以制表符分隔；首行为标题的，按标题识别各列。也可以直接粘贴到表中。"
        }
        VotingWord::PutRows => "加入候选人",
        VotingWord::UndoPaste => "撤销粘贴",
        VotingWord::Tied => "票数相等",
        VotingWord::StillToEnter => "尚待填写",
        VotingWord::List => "当选人名单",
        VotingWord::NoOrder => "所依据的规则未规定名单排列顺序，按得票多少排列。",
        VotingWord::NoTieRule => "来源没有规定票数相等时如何处理。",
        VotingWord::RemediesAre => "按规则可以：",
        VotingWord::NoRemedy => "本页所录依据未载明名额未选满时如何处理。",
        VotingWord::NoBand => "来源没有规定此职务的候选人人数。",
        VotingWord::NoFurtherBallot => "此处不能再登记更多次投票。",
        VotingWord::NoQuorum => "到会人数不足法定人数，选举、表决结果不予认定。",
        VotingWord::Contradictory => "无法判定：数字之间相互矛盾。",
        VotingWord::Report => "选举和表决情况",
    }
}

pub(super) fn say(msg: &VotingMsg<'_>) -> Cow<'static, str> {
    Cow::Owned(match msg {
        VotingMsg::Word(which) => return Cow::Borrowed(word(*which)),
        VotingMsg::Decision(which) => return Cow::Borrowed(decision(*which)),
        VotingMsg::Verdict(rule, found) => verdict(*rule, found, ["通过", "未通过"]),
        VotingMsg::Measure(rule, found) => verdict(*rule, found, ["达到", "未达到"]),
        VotingMsg::Carried(how) => return Cow::Borrowed(carried(*how)),
        VotingMsg::Votes { favour, against, abstaining, area } => {
            let parts = [("赞成", favour), ("反对", against), ("弃权", abstaining)].into_iter();
            let known = parts.filter_map(|(of, n)| n.map(|n| format!("{of} {} 票", grouped(n))));
            let area = area.map(|n| format!("赞成者的专有部分面积 {} 平方米", grouped(n)));
            known.chain(area).collect::<Vec<_>>().join("，")
        }
        VotingMsg::Gap(what) => gap(*what),
        VotingMsg::Paper(which) => return Cow::Borrowed(paper(*which)),
        VotingMsg::Problem(what) => problem(what),
        VotingMsg::Line(what) => line(what),
        VotingMsg::PastedRows(n) => format!("识别出 {} 名候选人。", count(*n)),
        VotingMsg::TookRows(n) => format!("已粘贴 {} 名候选人。", count(*n)),
        VotingMsg::LeftOut(what) => left_out(what),
        VotingMsg::Order(order) => return Cow::Borrowed(self::order(*order)),
        VotingMsg::Unsettled(why, names) => unsettled(*why, names),
        VotingMsg::ItemNumber(n) => format!("第 {} 项议程", count(*n)),
        VotingMsg::ElectionNumber(n) => format!("第 {} 项选举", count(*n)),
        VotingMsg::CandidateNumber(n) => format!("第 {} 名候选人", count(*n)),
        VotingMsg::Of(column, name) => format!("{}：{name}", word(*column)),
        VotingMsg::RunOff { ballot, tied, open } => format!(
            "第 {} 轮再次投票：{} 人票数相等，余 {} 个名额",
            count(*ballot),
            count(*tied),
            grouped((*open).into())
        ),
        VotingMsg::TieBroken(how) => {
            return Cow::Borrowed(match how {
                TieRule::Revote => "应就票数相等的候选人再次投票。",
                TieRule::Lot => "由抽签决定。",
                TieRule::Chair => "由主持人决定。",
            });
        }
        VotingMsg::FurtherBallot(n) => format!("第 {} 轮再次投票", count(*n)),
        VotingMsg::Standing(how) => return Cow::Borrowed(standing(*how)),
        VotingMsg::ElectedCount(elected, seats) => {
            format!("应选 {} 名，当选 {} 名", grouped((*seats).into()), count(*elected))
        }
        VotingMsg::Papers(papers) => {
            let parts = papers.iter().map(|(which, n)| {
                let name = paper(*which);
                // What closes with a bracket has its room already.
                let gap = if name.ends_with('）') { "" } else { " " };
                format!("{name}{gap}{} 张", grouped(*n))
            });
            format!("{}。", parts.collect::<Vec<_>>().join("，"))
        }
        VotingMsg::SeatsToFill(seats) => format!("应选名额 {} 名。", grouped((*seats).into())),
        VotingMsg::AgendaStep(change) => return Cow::Borrowed(agenda_step(*change)),
        VotingMsg::ElectionStep(change) => return Cow::Borrowed(election_step(*change)),
    })
}

pub(super) const fn agenda_step(change: Change) -> &'static str {
    match change {
        Change::Added => "添加议程",
        Change::Edited => "修改议程",
        Change::Moved => "移动议程",
        Change::Removed => "删除议程",
    }
}

pub(super) const fn election_step(change: Change) -> &'static str {
    match change {
        Change::Added => "添加选举",
        Change::Edited => "修改选举",
        Change::Moved => "移动选举",
        Change::Removed => "删除选举",
    }
}

const fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Adopt => "表决通过决议",
        Decision::Method => "表决通过选举办法",
        Decision::Elect => "选举",
        Decision::Charter => "表决通过章程修改",
        Decision::Recall => "表决罢免",
        Decision::Rerun => "另行选举",
    }
}

/// “超过应到人数 484 的 1/2，即 243；赞成 300 票：通过。”
fn verdict(rule: Rule, verdict: &Verdict, [met, not_met]: [&str; 2]) -> String {
    // Area is not counted in votes.
    let by_area = rule.base.measure() == Measure::Area;
    let (favour, unit) = if by_area { ("赞成者面积", "") } else { ("赞成", " 票") };
    let amount = |n| [amount(n, rule.base).as_str(), unit].concat();
    let said = |finding: &Finding| {
        let sum = sum(rule, finding.whole, finding.needed);
        format!("须{sum}{unit}；{favour} {}", amount(finding.achieved))
    };
    match verdict {
        Verdict::Met(finding) => format!("{}：{met}。", said(finding)),
        // Votes are all counted, or none is.
        Verdict::NotMet(finding) | Verdict::SoFar(finding) => {
            format!("{}：{not_met}，还差 {}。", said(finding), amount(finding.shortage()))
        }
        Verdict::Undecided(why) => format!("须{}：无法判定，{}。", share(rule), obstacle(*why)),
    }
}

const fn carried(carried: Carried) -> &'static str {
    match carried {
        Carried::Carried => "通过",
        Carried::NotCarried => "未通过",
        Carried::Undecided => "无法判定",
    }
}

const fn standing(standing: CandidateStanding) -> &'static str {
    match standing {
        CandidateStanding::Elected => "当选",
        CandidateStanding::ElectedInRunOff => "再次投票当选",
        CandidateStanding::Tied => "票数相等",
        CandidateStanding::NotElected => "未当选",
    }
}

const fn paper(paper: Paper) -> &'static str {
    match paper {
        Paper::Issued => "发出选票",
        Paper::Returned => "收回选票",
        Paper::Valid => "有效票",
        Paper::Invalid => "无效票",
        Paper::Blank => "弃权票（空白）",
    }
}

fn gap(gap: Gap) -> String {
    match gap {
        Gap::Seats => "应选名额".to_owned(),
        Gap::Candidates => "候选人".to_owned(),
        Gap::Paper(which) => format!("{}数", paper(which)),
        Gap::Votes(n) => format!("{} 名候选人的得票", count(n)),
    }
}

const fn order(order: ListOrder) -> &'static str {
    match order {
        ListOrder::Strokes => "按姓氏笔画为序。",
        ListOrder::VotesThenStrokes => "按得票多少为序，得票相等的按姓氏笔画为序。",
        ListOrder::AsApproved => "按上级批准的顺序，即表中的顺序。",
    }
}

fn unsettled(why: Unsettled, names: &[String]) -> String {
    let names = names.join("、");
    match why {
        Unsettled::EqualStrokes => {
            format!("{names}：姓氏笔画相同，先后未定；请填写姓氏的笔顺，填到能分出先后为止。")
        }
        Unsettled::EqualForms => {
            format!("{names}：笔画和笔顺都相同而字不同，先后未定；请查字序规范，由人工排定。")
        }
        Unsettled::GivenNames => {
            format!("{names}：同姓，先后未定；请在笔顺中空一格，接着填名字各字的全部笔顺。")
        }
        Unsettled::SameName => format!("{names}：姓名相同，先后未定。"),
        Unsettled::StrokesMissing => format!("{names}：姓氏笔画未填齐，先后未定。"),
    }
}

pub(super) fn problem(problem: &VotingProblem) -> String {
    match problem {
        VotingProblem::Ballot(problem, name) => ballot_problem(problem, name.as_str()),
        VotingProblem::Void { issued, returned } => format!(
            "收回 {} 张，多于发出的 {} 张：选举无效，应重新进行。",
            grouped(*returned),
            grouped(*issued)
        ),
        VotingProblem::CandidatesOutsideBand { count, seats, band } => {
            format!("已填候选人 {} 名。{}", grouped(*count), candidates(*seats, *band))
        }
        VotingProblem::NoQuorum => "所在会议不足法定人数，不能进行选举或表决。".to_owned(),
        VotingProblem::VotesAboveVoters { votes, base, voters } => format!(
            "赞成、反对、弃权合计 {} 票，多于{} {}。",
            grouped(*votes),
            super::base(*base),
            grouped(*voters)
        ),
        VotingProblem::AreaAbove { area, base, whole } => format!(
            "赞成者的专有部分面积 {}，多于{} {}。",
            grouped(*area),
            super::base(*base),
            grouped(*whole)
        ),
        VotingProblem::RunOffAboveBallots { name, votes, ballots } => format!(
            "{}在再次投票中得 {} 票，但选票最多 {} 张。",
            name.as_str(),
            grouped(*votes),
            grouped(*ballots)
        ),
        VotingProblem::RunOffAboveChoices { votes, choices } => {
            format!("再次投票得票合计 {}，多于选票所能容纳的 {}。", grouped(*votes), grouped(*choices))
        }
        VotingProblem::AboveSeats { votes, choices } => format!(
            "得票合计 {}，而每张选票按名额填写最多共 {}。规则未载明所选人数多于应选名额的选票无效，仍予计算。",
            grouped(*votes),
            grouped(*choices)
        ),
        VotingProblem::RunOffUnused { name, ballot } => {
            format!("{}不参加第 {ballot} 轮再次投票，所填得票未予计算。", name.as_str())
        }
        VotingProblem::FormsAboveStrokes { name, forms, strokes } => format!(
            "{}的姓氏笔顺有 {} 笔，多于姓氏笔画 {}，未用于排序；名字的笔顺应空一格再填。",
            name.as_str(),
            grouped(*forms),
            grouped(*strokes)
        ),
        VotingProblem::StrokesDiffer { character, told } => format!(
            "“{character}”字的笔画填得不一致：{}。同一个字笔画相同，请更正。",
            told_of(told.iter().map(|(strokes, names)| (format!("{} 画", grouped(*strokes)), &**names)))
        ),
        VotingProblem::StrokeOrdersDiffer { character, told } => format!(
            "“{character}”字的笔顺填得不一致：{}。同一个字笔顺相同，请更正。",
            told_of(told.iter().map(|(forms, names)| (forms.clone(), &**names)))
        ),
        VotingProblem::SameName(name) => format!("有两名候选人同名：{}。", name.as_str()),
        VotingProblem::Nameless => "该候选人没有姓名。".to_owned(),
    }
}

/// What was entered, each with the candidates for whom it was.
fn told_of<'a>(told: impl Iterator<Item = (String, &'a [Name])>) -> String {
    let names = |names: &[Name]| names.iter().map(Name::as_str).collect::<Vec<_>>().join("、");
    told.map(|(what, of)| format!("{what}（{}）", names(of))).collect::<Vec<_>>().join("，")
}

fn line(line: &CandidateLine) -> String {
    let column = |column: CandidateColumn| match column {
        CandidateColumn::Name => word(VotingWord::Name),
        CandidateColumn::Votes => word(VotingWord::Votes),
        CandidateColumn::Strokes => word(VotingWord::Strokes),
        CandidateColumn::StrokeOrder => word(VotingWord::StrokeOrder),
    };
    match &line.error {
        CandidateLineError::Cell(of, text, error) => {
            format!("第 {} 行{}：“{}”：{}", count(line.line), column(*of), short(text), cell_error(error))
        }
        CandidateLineError::TooManyCells => {
            format!("第 {} 行：多于姓名、得票、姓氏笔画、笔顺四项。", count(line.line))
        }
        CandidateLineError::TooManyLines => {
            format!("第 {} 行：一项选举最多 {} 名候选人。", count(line.line), count(MAX_CANDIDATES))
        }
    }
}

fn left_out(left: &CandidateLeftOut) -> String {
    let quoted = |texts: &[String]| {
        texts.iter().map(|text| format!("“{}”", short(text))).collect::<Vec<_>>().join("、")
    };
    let line = count(left.line);
    match &left.part {
        LeftOutPart::Title(texts) => format!("第 {line} 行是表格名称，未采用：{}。", quoted(texts)),
        LeftOutPart::Headings(texts) => format!("第 {line} 行视为标题：{}。", quoted(texts)),
        LeftOutPart::Total(texts) => format!("第 {line} 行是合计，未采用：{}。", quoted(texts)),
        LeftOutPart::Serial(column) => format!("第 {line} 行起，第 {} 列的序号未采用。", count(*column)),
        LeftOutPart::Cells(cells) => {
            let cell = |(heading, text): &(String, String)| match heading.as_str() {
                "" => format!("“{}”", short(text)),
                heading => format!("{}“{}”", short(heading), short(text)),
            };
            let cells = cells.iter().map(cell).collect::<Vec<_>>().join("、");
            format!("第 {line} 行：以下内容不是姓名、得票、笔画或笔顺，未采用：{cells}。")
        }
    }
}
