//! Chinese. One exhaustive match per kind of message: a missing one does not compile.

mod account;
mod apart;
mod calendar;
mod chart;
mod composition;
pub(super) mod explain;
mod grouping;
mod help;
mod library;
mod people;
mod rules;
mod size;
mod table;
mod undo;
mod voting;
mod work;

use super::key::said;
use super::number::{decimal, exact, grouped, signed, whole};
use super::{
    ChartMsg, CompositionKey, CompositionMsg, HelpMsg, Key, LibraryMsg, Msg, PeopleMsg, RulesMsg, SizeMsg,
    TableMsg, TransferMsg,
};
use crate::apportion::biproportional::MatrixError;
use crate::apportion::open_house::{self, CountFrom, KnownKey, Parts};
use crate::apportion::{Divisor, Method, MinimumRule, Printed, Quota, Refusal, Witness};
use crate::codec::document::{At, DocumentError};
use crate::codec::file::FileError;
use crate::codec::link::LinkError;
use crate::codec::payload::PayloadError;
use crate::codec::qr::Qr;
use crate::exchange::{
    BookError, CellError, CellProblem, Encoding, Foreign, GridError, Instead, MAX_CELLS, MatrixTableError,
    NumberError, UntakenColumn, Update,
};
use crate::limits::{MAX_STROKES, MAX_STROKES_IN_ORDER, MAX_UNITS};
use crate::roster::{Left, Reason};
use crate::scenario::{
    Field, NameError, Problem, Setting, SittingKind, Step, StrokeOrderError, TallyKind, Tier, Votes,
};
use crate::threshold::{
    BallotProblem, Base, Candidates, Confidence, Date, Finding, Known, Level, Measure, Obstacle, Office,
    Purpose, Remedy, Rule, Source, Strictness, Verdict,
};
use std::borrow::Cow;

const fn word(key: Key) -> &'static str {
    match key {
        Key::AppName => "代表名册",
        Key::SkipToMain => "跳到主要内容",
        Key::Title => "方案名称",
        Key::Untitled => "未命名方案",
        Key::Document => "方案",
        Key::Saved => "已保存",
        Key::Saving => "正在保存…",
        Key::Undo => "撤销",
        Key::RulesApplied => "适用规则",
        Key::RuleOn => "事项",
        Key::RuleSays => "规定",
        Key::RuleFrom => "依据",
        Key::UndoList => "最近的步骤",
        Key::Redo => "重做",
        Key::New => "新建",
        Key::OpenTable => "打开表格",
        Key::Share => "分享",
        Key::LanguageChoice => "语言 Language",
        Key::Theme => "外观",
        Key::ThemeSystem => "跟随系统",
        Key::ThemeLight => "浅色",
        Key::ThemeDark => "深色",
        Key::Illustrative => "示例数据：合计数为公布数字，各选举单位的数字仅为示意，并非真实数据。",
        Key::Privacy => "所有计算都在您的浏览器中完成，数据不会离开本机。",
        Key::Chain => "从名额到实到",
        Key::Difference => "增减",
        Key::Seats => "名额",
        Key::ElectedLong => "选举产生",
        Key::Actual => "实有（应到）",
        Key::PresentLong => "实到",
        Key::Unfilled => "未选出",
        Key::BeyondBar => "偏差超过一个名额：横条放不下，末端画成箭头。",
        Key::BelowZero => "“未选出”为负数：选出人数多于名额的人数。“缺席”为负数：实到多于应到的人数。",
        Key::EndedShort => "资格终止",
        Key::MandateChanges => "资格变动",
        Key::Absent => "缺席",
        Key::Steps => "步骤",
        Key::StepAllocation => "名额分配",
        Key::StepRoster => "代表名册",
        Key::StepRules => "法定人数与多数",
        Key::StepSittings => "会议",
        Key::Settings => "分配设置",
        Key::HouseSize => "名额总数",
        Key::Method => "分配方法",
        Key::MinimumEach => "每单位最低名额",
        Key::MinimumRule => "最低名额的处理",
        Key::UnitsTable => "选举单位",
        Key::ByUnit => "按选举单位",
        Key::ByDelegation => "按代表团",
        Key::NoDelegation => "未编入代表团",
        Key::UnitsShort => "单位数",
        Key::Total => "合计",
        Key::RowNumber => "序号",
        Key::Quota => "应得份额",
        Key::MembersPerSeat => "每名额人数",
        Key::Deviation => "偏差",
        Key::Locked => "手工锁定；清空单元格即可恢复计算",
        Key::RowTools => "行操作",
        Key::AddUnit => "添加单位",
        Key::InsertAbove => "在上方插入单位",
        Key::MoveUp => "上移（Alt+↑）",
        Key::MoveDown => "下移（Alt+↓）",
        Key::RemoveUnits => "删除所选单位",
        Key::PasteTable => "粘贴表格",
        Key::GridHint => {
            "方向键移动，直接输入即替换，F2 编辑，Enter 或 Tab 确认，Esc 取消，Ctrl+Z 撤销，Ctrl+F 查找，Ctrl+D 向下填充；点击列标题可排序、隐藏或调整列宽；选中行后拖动行号可移动行；可与 Excel、WPS、LibreOffice 互相复制粘贴。"
        }
        Key::HowItAddsUp => "数字之间的关系",
        Key::IdentitySeats => "名额 = 选举产生 + 未选出",
        Key::IdentityActual => "实有 = 选举产生 + 补选 − 资格终止 − 暂停",
        Key::IdentityPresent => "实有 = 实到 + 缺席（请假或未请假）",
        Key::Close => "关闭",
        Key::Cancel => "取消",
        Key::Copy => "复制",
        Key::Copied => "链接已复制。",
        Key::CopyByHand => "无法访问剪贴板；链接已选中，请按 Ctrl+C 复制。",
        Key::ShareTitle => "分享方案",
        Key::ShareLink => "链接",
        Key::LinkLong => "链接超过 2,000 个字符，部分聊天软件可能会截断。",
        Key::LinkPrivacy => {
            "数据在 # 之后的片段中，不会发送给任何服务器；但得到链接的人都能看到全部内容，请像对待文件一样对待它。"
        }
        Key::SharedTitle => "打开分享的方案",
        Key::OpenShared => "作为副本打开",
        Key::OpenReplaces => "将作为一个新方案打开，当前方案保持不变。",
        Key::NothingChanged => "您当前的方案没有任何变化。",
        Key::RulesOfCongress => "适用的规则",
        Key::Profile => "规则",
        Key::RegisteredCount => "报到登记人数",
        Key::WhatIsNeeded => "需要达到的人数",
        Key::Quorum => "法定人数",
        Key::MajorityToElect => "当选票数",
        Key::UnderEachProfile => "在各种规则下",
        Key::OwnRule => "由组织者自行规定。",
        Key::Colon => "：",
        Key::FullStop => "。",
        Key::BetweenSentences => "",
        Key::BetweenItems => "、",
        Key::StrictnessChoice => "达到或超过",
        Key::Numerator => "分子",
        Key::Denominator => "分母",
        Key::BaseChoice => "以谁为基数",
        Key::NoRuleStated => "来源没有规定。",
        Key::Why => "为什么是这个结果",
        Key::LastSeat => "最后一个名额：",
        Key::NextInLine => "下一个名额将给：",
        Key::ListComma => "、",
        Key::BracketOpen => "（",
        Key::BracketClose => "）",
        Key::ForgetLots => "删除抽签记录",
        Key::Drawn => "抽中：",
        Key::DrawnIdle => "已记录的抽签（未采用）：",
        Key::DrawLot => "在此抽签",
        Key::EnterLot => "登记抽签结果",
        Key::NothingToExplain => "按现有条件尚无分配结果可说明。",
        Key::FindTied => "在并列者中查找",
        Key::LotHint => "可在此抽签（记录种子，可复核），也可勾选现场抽中的单位后登记。",
        Key::NotSaved => "未保存",
        Key::OutOfDate => "已过时",
        Key::KeepThisTab => "保留此标签页的内容",
        Key::TakeOtherTab => "载入另一标签页的内容",
        Key::DamagedSave => "最近一次保存已损坏，现打开的是之前的版本。",
        Key::DownloadDamaged => "下载损坏的数据",
        Key::ImportTitle => "导入单位表",
        Key::ImportPaste => "从电子表格复制后粘贴到这里",
        Key::ImportFile => "或打开文件（方案文件、Excel、CSV、TSV）",
        Key::ImportHint => "导入前会先预览，确认之前不会改动任何内容。",
        Key::FirstRowHeadings => "第一行是标题",
        Key::Preview => "预览",
        Key::ImportReplace => "替换现有单位",
        Key::ImportAppend => "追加到末尾",
        Key::LeftOut => "不导入",
        Key::LockedSeats => "名额（锁定）",
        Key::MethodsClassic => "常用方法",
        Key::MethodsDivisor => "其他除数法",
        Key::MethodsQuota => "其他定额与余数法",
        Key::MethodsOther => "其他",
        Key::MethodsSettable => "可设参数的方法",
        Key::ModifiedWebster => "修正圣拉古法",
        Key::FirstDivisor => "首个除数（如 1.4）",
        Key::StationaryDivisor => "平稳除数法",
        Key::SplitPoint => "界点 r（0 至 1）",
        Key::PowerMeanDivisor => "幂平均除数法",
        Key::PowerMeanExponent => "指数（−2 至 2）",
        Key::DegressiveRoot => "人数平方根（递减）",
        Key::InnerMethod => "分配方法",
        Key::BasePlus => "基数加比例",
        Key::BaseSeats => "每单位基数",
        Key::CapSeats => "上限（可空）",
        Key::SettingRefused => "这个设置无法使用，方法保持不变。",
        Key::Notices => "提示",
        Key::StepReport => "报告",
        Key::CredentialsReport => "代表资格审查情况报告",
        Key::AllocationTable => "代表名额分配表",
        Key::EndedTable => "代表资格终止情况",
        Key::ReasonHeading => "原因",
        Key::NumberHeading => "人数",
        Key::ReportLanguage => "报告语言",
        Key::CopyText => "复制为文本",
        Key::SaveText => "保存为文本",
        Key::Print => "打印",
        Key::NotAllocated => "名额尚未确定；表中为已确定的部分。",
        Key::SittingsHint => "每次会议分别统计出席人数；名册和上方数字链显示其中一次。",
        Key::AddSitting => "添加会议",
        Key::RemoveSitting => "删除",
        Key::SittingCounted => "本次会议有已录入的选举或表决票数：请先清除，或改选所在会议。",
        Key::ShowInChain => "在名册和数字链中显示",
        Key::Earlier => "前移",
        Key::Later => "后移",
        Key::SittingName => "名称",
        Key::SittingKindChoice => "类型",
        Key::PurposeChoice => "法定人数用于",
        Key::SittingDate => "日期",
        Key::TallyChoice => "实到人数统计方式",
        Key::EnterInRoster => "在名册中填写实到人数",
        Key::StatedDue => "资格审查报告载明的应到人数",
        Key::SittingNote => "会议记录备注",
        Key::Unfreeze => "改按现有名册计算",
        Key::StepCompare => "比较",
        Key::MethodsCompared => "各种方法对比",
        Key::MethodsComparedHint => {
            "各种方法对同样的单位给出的名额；+、− 为与所选方法之差。点击方法名称即可选用。"
        }
        Key::KeyNeedsNoMethod => "名额由固定标准得出，无需分配方法。",
        Key::WorkItOut => "计算",
        Key::OnlyDiffering => "只显示有差异的单位",
        Key::ChosenMethod => "已选用",
        Key::UseThisMethod => "选用此方法",
        Key::BestMarked => "每项指数的最优值已标出；各指数均以小者更接近比例。",
        Key::BestOfAll => "（最优）",
        Key::IndexLoosemoreHanby => "卢斯莫尔－汉比指数",
        Key::IndexGallagher => "加拉格尔指数",
        Key::IndexSainteLague => "圣拉古指数 χ²",
        Key::IndexDhondt => "洪德指数（最大 s/v）",
        Key::IndexGini => "基尼系数",
        Key::IndexMaxMin => "每名额代表人数：最大 ÷ 最小",
        Key::HouseSweep => "名额总数变化时",
        Key::HouseSweepHint => "某单位在不同名额总数下的名额。竖线表示名额总数增加而有单位反而减少名额之处。",
        Key::HouseSweepOneTier => "仅适用于各单位直接分配且名额总数给定的情形。",
        Key::FromHouse => "名额总数自",
        Key::ToHouse => "至",
        Key::RangeTooWide => "此范围过大，无法一次算出。",
        Key::WhatIf => "假设",
        Key::WhatIfHint => "移动滑块即可看到结果；点“采用”之前不会更改方案。",
        Key::KeepThis => "采用",
        Key::BackToNow => "还原",
        Key::SaveDocument => "方案文件（JSON）",
        Key::SaveDocumentHint => "方案文件包含全部内容，可在任何电脑上用“打开表格”重新打开。",
        Key::SaveDocumentNames => "方案文件包含全部内容（含代表名单），可在任何电脑上用“打开表格”重新打开。",
        Key::CompareWithMine => "与我的方案比较",
        Key::Differences => "差异",
        Key::DifferenceWhere => "位置",
        Key::DifferenceWhat => "项目",
        Key::Mine => "当前方案",
        Key::Theirs => "另一方案",
        Key::TakeOver => "采用",
        Key::WholeScenario => "整个方案",
        Key::UnitOnlyTheirs => "仅另一方案有此单位",
        Key::UnitOnlyMine => "仅当前方案有此单位",
        Key::SeatsByHand => "手动锁定名额",
        Key::AttendanceChart => "到会人数与法定人数",
        Key::AttendanceChartHint => "宽条为应到人数，其中的窄条为实到人数，竖线为法定人数。",
        Key::NeededShort => "须到",
        Key::PresentShare => "到会率",
        Key::Blocs => "以代表团为整体",
        Key::VoteShare => "票数比例",
        Key::Banzhaf => "班扎夫指数",
        Key::BreakingUnknown => {
            "出席人数尚未按代表团统计齐全，或法定人数尚未达到，因此无法判定哪些代表团缺席会使其不足。"
        }
        Key::Unbreakable => "即使所有代表团缺席，仍达到法定人数。",
        Key::EndingsHint => "每项记录说明有多少名代表的资格因何、何时终止；合计即名册中的“终止”。",
        Key::UnitOfEntry => "选举单位",
        Key::AddEnding => "添加一项",
        Key::NoSuchUnit => "没有这个名称的选举单位。",
        Key::NoMoreLots => "抽签记录已达上限，请先清除，再抽新签。",
        Key::NoMoreEndings => "该单位的终止记录已达上限，请先合并部分记录。",
        Key::NoteHeading => "备注",
        Key::SchemeLabel => "名额分配方式",
        Key::SchemeOneTier => "各单位直接分配总名额",
        Key::SchemeTwoTier => "先分配到代表团，再分配到单位",
        Key::SchemeKey => "按公布的标准逐单位确定",
        Key::SchemeSteps => "按自定阶梯标准逐单位确定",
        Key::SchemeOneTierHint => "总名额既定，由下面的方法分配到各单位。",
        Key::SchemeTwoTierHint => "代表团按所属单位人数之和参加分配；没有代表团的单位单独参加。",
        Key::SchemeKeyHint => {
            "每个单位的名额只取决于本单位人数，总名额是各单位之和；手工锁定的名额保持不变。"
        }
        Key::UpperMethod => "代表团之间的方法",
        Key::KeyHistorical => "已失效，仅供参考",
        Key::KeyUnconfirmed => "未核实，请自行确认",
        Key::StepsFirst => "首级名额",
        Key::StepsCovers => "首级人数",
        Key::StepsStep => "每增一级名额",
        Key::StepsPer => "每增一级人数",
        Key::StepsMost => "单位名额上限（可空）",
        Key::StepsParts => "不足一级者",
        Key::PartsWhole => "不计",
        Key::PartsOrPart => "按一级计",
        Key::PartsNearest => "过半按一级计",
        Key::MatrixTitle => "矩阵分配（同时满足行、列名额）",
        Key::MatrixHint => {
            "粘贴一张表：首行为列名，首列为行名，末列为各行名额，末行为各列名额，其余为人数。两个方向的合计都严格保持。"
        }
        Key::MatrixTable => "表格",
        Key::MatrixRounding => "取整方式",
        Key::RoundNearest => "四舍五入（韦伯斯特）",
        Key::RoundDown => "舍去（杰斐逊）",
        Key::RoundUp => "进一（亚当斯）",
        Key::OfflineReady => "已保存在本浏览器，断网也可使用。",
        Key::NewVersion => "新版本已就绪。",
        Key::UseNewVersion => "保存并启用",
        Key::StepElections => "选举",
        Key::CandidateNumbers => "候选人人数",
        Key::OfficeLabel => "选举职务",
        Key::SeatsToFill => "应选名额",
        Key::NotElected => "未当选",
        Key::PresidiumTitle => "主席团与联名",
        Key::MotionSigners => "提出议案",
        Key::RecallSigners => "提出罢免案",
        Key::MeetingSigners => "提议召开临时会议",
        Key::UnitsColumn => "单位数",
        Key::SaveTables => "保存为表格文件",
        Key::SaveTablesHint => {
            "工作簿中名额分配、代表名册、代表团、会议、规则、选举和报告各占一张工作表，合计为公式；CSV 文件各含一张表。名称一律作为文本，不会变成公式。"
        }
        Key::FormulaHint => "当前单元格为计算所得时，在此说明由来。",
        Key::PresidiumSize => "主席团规模",
        Key::ActualAlone => "实有",
        Key::DueShort => "应到",
    }
}

said!(fn key(Key), of word);

/// What the first screen says, apart from the rest, which can be fetched behind it (`tools/split.py`).
pub(super) fn say(msg: &Msg<'_>) -> Cow<'static, str> {
    match msg {
        Msg::Key(k) => Cow::Borrowed(key(*k)),
        Msg::MinimumRule(rule) => Cow::Borrowed(minimum_rule(*rule)),
        Msg::Field(at) => Cow::Borrowed(field(*at)),
        Msg::Method(which) => Cow::Owned(method(which)),
        Msg::MethodHint(which) => Cow::Borrowed(method_hint(which)),
        Msg::KnownKey(key) => Cow::Owned(known_key(*key)),
        Msg::Difference(what, n) => Cow::Owned(difference(*what, *n)),
        Msg::Quorum(rule, verdict) => Cow::Owned(quorum(*rule, verdict)),
        Msg::Witness(tier, method, witness) => Cow::Owned(self::witness(*tier, method, witness)),
        Msg::Day(day) => Cow::Owned(date(*day)),
        Msg::DifferenceAndOver(what, open, over) => Cow::Owned(difference_and_over(*what, *open, *over)),
        Msg::Size(msg) => size::say(msg),
        Msg::Table(msg) => table::say(msg),
        Msg::Problem(what) => Cow::Owned(problem(what)),
        Msg::Help(HelpMsg::Word(which)) => Cow::Borrowed(help::word(*which)),
        Msg::Help(HelpMsg::See(example)) => Cow::Borrowed(help::see(*example)),
        Msg::Chart(ChartMsg::Word(which)) => Cow::Borrowed(chart::word(*which)),
        Msg::Library(LibraryMsg::Open) => Cow::Borrowed(library::OPEN),
        Msg::Composition(CompositionMsg::Key(CompositionKey::Step)) => Cow::Borrowed(composition::STEP),
        Msg::Problems(_)
        | Msg::Units(_)
        | Msg::Delegations(_)
        | Msg::UndoStep(_)
        | Msg::RedoStep(_)
        | Msg::Done(_)
        | Msg::Undone(_)
        | Msg::Redone(_) => Cow::Owned(soon(msg)),
        _ => later(msg),
    }
}

/// What is said of the table and of its changes.
fn soon(msg: &Msg<'_>) -> String {
    match msg {
        Msg::UndoStep(what) => format!("撤销：{}（Ctrl+Z）", step(*what)),
        Msg::RedoStep(what) => format!("重做：{}（Ctrl+Y）", step(*what)),
        Msg::Done(what) => format!("已完成：{}", step(*what)),
        Msg::Undone(what) => format!("已撤销：{}", step(*what)),
        Msg::Redone(what) => format!("已重做：{}", step(*what)),
        Msg::Problems(0) => "各项数字相符".to_owned(),
        Msg::Problems(n) => format!("{} 处需要查看", count(*n)),
        Msg::Units(n) => format!("{} 个单位", count(*n)),
        Msg::Delegations(n) => format!("{} 个代表团", count(*n)),
        _ => String::new(),
    }
}

fn difference(what: Key, n: i64) -> String {
    match what {
        // More elected than there are seats is not a negative number of empty ones.
        Key::Unfilled if n > 0 => say(&Msg::Over(n.unsigned_abs())).into_owned(),
        _ => format!("{} {}", signed(n), key(what)),
    }
}

fn difference_and_over(what: Key, open: i64, over: u64) -> String {
    format!("{}；超 {}", difference(what, -open), grouped(over))
}

/// Every message: a missing one does not compile.
#[inline(never)]
fn later(msg: &Msg<'_>) -> Cow<'static, str> {
    Cow::Owned(match msg {
        Msg::Key(k) => return Cow::Borrowed(key(*k)),
        Msg::MinimumRule(rule) => return Cow::Borrowed(minimum_rule(*rule)),
        Msg::Field(at) => return Cow::Borrowed(field(*at)),
        Msg::Reason(why) => return Cow::Borrowed(reason(*why)),
        Msg::Method(which) => method(which),
        Msg::MethodHint(which) => return Cow::Borrowed(method_hint(which)),
        Msg::Problems(_)
        | Msg::Units(_)
        | Msg::Delegations(_)
        | Msg::UndoStep(_)
        | Msg::RedoStep(_)
        | Msg::Done(_)
        | Msg::Undone(_)
        | Msg::Redone(_) => soon(msg),
        Msg::Problem(what) => problem(what),
        Msg::CellError(error) => cell_error(error),
        Msg::RefusedText(text, why) => format!("“{}”：{why}", short(text)),
        Msg::DraftError(text, error) => format!("“{}”：{}", short(text), cell_error(error)),
        Msg::GridError(error) => grid_error(error),
        Msg::Transfer(about) => transfer(about),
        Msg::ColumnBecomes(column) => format!("第 {column} 列导入为"),
        Msg::ImportSaid(units, problems) => format!(
            "将导入 {} 个单位{}。",
            count(*units),
            match problems {
                0 => String::new(),
                n => format!("，有 {} 处不合要求", count(*n)),
            }
        ),
        Msg::ImportSummary { units, left_out, too_many } => import_summary(*units, left_out, *too_many),
        Msg::ImportProblem(problem) => import_problem(problem),
        Msg::More(n) => format!("另有 {} 处", count(*n)),
        Msg::MoreNames(n) => format!("另有 {} 个", count(*n)),
        Msg::UnnamedRow(row) => format!("第 {} 行", count(*row)),
        Msg::Difference(what, n) => difference(*what, *n),
        Msg::Over(n) => format!("超 {}", grouped(*n)),
        Msg::LeftAndOver(open, over) => format!("{}；超 {}", whole(*open), grouped(*over)),
        Msg::DifferenceAndOver(what, open, over) => difference_and_over(*what, *open, *over),
        Msg::Witness(tier, method, witness) => self::witness(*tier, method, witness),
        Msg::Swing(swing) => {
            let gain = swing.gain.map_or_else(
                || "再增加多少人也得不到下一个名额".to_owned(),
                |gain| format!("再增加 {} 人可多得一个名额", grouped(gain)),
            );
            match swing.loss {
                None => format!("{gain}。"),
                Some(0) => format!("{gain}；减少 1 人就可能失去一个名额。"),
                Some(loss) => format!("{gain}；减少 {} 人以内名额不变。", grouped(loss)),
            }
        }
        Msg::StandingHouses(least, crate::num::Seats::MAX) => {
            format!("名额总数不少于 {} 时，其名额不变。", grouped(least.get().into()))
        }
        Msg::StandingHouses(least, most) if least == most => {
            format!("仅当名额总数为 {} 时，其名额才是这样。", grouped(least.get().into()))
        }
        Msg::StandingHouses(least, most) => format!(
            "名额总数在 {} 至 {} 之间时，其名额不变。",
            grouped(least.get().into()),
            grouped(most.get().into())
        ),
        Msg::Seed(seed) => format!("（种子 {seed}）"),
        Msg::TieOf { contested, open } => {
            format!("{} 个单位并列，争 {} 个名额", count(*contested), count(*open))
        }
        Msg::Ticked { ticked, open } => format!("已勾选 {} 个，应勾选 {} 个", count(*ticked), count(*open)),
        Msg::Strictness(how) => return Cow::Borrowed(strictness(*how)),
        Msg::Base(of) => return Cow::Borrowed(base(*of)),
        Msg::Quorum(rule, verdict) => quorum(*rule, verdict),
        Msg::Majority(votes) => majority(votes),
        Msg::Source(at) => source(at),
        Msg::ToConfirm(how) => return Cow::Borrowed(to_confirm(*how)),
        Msg::SweepSummary { unit, least, most, from, to } => {
            let range = |least: u64, most: u64| match least == most {
                true => grouped(least),
                false => format!("{} 至 {}", grouped(least), grouped(most)),
            };
            let house = range((*from).into(), (*to).into());
            format!("{unit}：名额总数 {house} 时，名额为 {}。", range(*least, *most))
        }
        Msg::Paradoxes(0) => "名额总数增加时，没有单位减少名额。".to_owned(),
        Msg::Paradoxes(n) => format!("有 {} 处名额总数增加而某单位反而减少名额（阿拉巴马悖论）。", count(*n)),
        Msg::ParadoxAt(house, names) => format!("总数 {}：{}", grouped((*house).into()), names.join("、")),
        Msg::WouldChange { gain: 0, lose: 0 } => "各单位名额不变。".to_owned(),
        Msg::WouldChange { gain, lose } => {
            format!("{} 个单位名额增加，{} 个单位名额减少：", count(*gain), count(*lose))
        }
        Msg::Setting(setting) => setting_name(*setting).to_owned(),
        Msg::ComparisonSummary { differ: 0, same: 0 } => "没有单位。".to_owned(),
        Msg::ComparisonSummary { differ, same } => {
            format!("{} 个单位不同，{} 个单位相同。", count(*differ), count(*same))
        }
        Msg::MembersAndSeats(members, seats) => format!("{} 人，{seats} 个名额", grouped(*members)),
        Msg::TakeOver(place, what) => format!("采用：{place}，{what}"),
        Msg::LinkLength(n) => format!("共 {} 个字符。", count(*n)),
        Msg::LinkTooLong(n) => format!("该方案有 {} 个单位，内容过多，无法以链接分享。", count(*n)),
        Msg::FileError(FileError::Link(error)) => link_error(error),
        Msg::FileError(FileError::Document(error)) => document_error(error),
        Msg::FileError(FileError::Record(error)) => library::record_error(*error).to_owned(),
        Msg::DocumentError(error) => document_error(error),
        Msg::NotSaved(code) => return Cow::Borrowed(not_saved(code)),
        Msg::Library(said) => return library::say(*said),
        Msg::LinkContains(n) => {
            format!(
                "链接包含整个方案：名称、设置、规则、筹备日程、{} 个单位的全部数字、代表构成，以及会议、议程和选举（含候选人姓名与得票）。",
                count(*n)
            )
        }
        Msg::MatrixTableError(error) => matrix_table_error(error),
        Msg::MatrixError(error, rows, columns) => matrix_error(error, rows, columns),
        Msg::MatrixTie(n) => format!("{} 个格之间名额相持，须以抽签确定。", count(*n)),
        Msg::Office(office) => return Cow::Borrowed(self::office(*office)),
        Msg::Candidates(seats, found) => candidates(*seats, *found),
        Msg::CandidatesByUnit(by_unit, pooled) => format!(
            "各选举单位分别取整，合计至少 {} 名候选人；若合并计算则为 {} 名。",
            grouped(*by_unit),
            grouped(*pooled)
        ),
        Msg::EmptyBands(names) => format!("以下单位没有同时满足上下限的整数：{}。", names.join("、")),
        Msg::BallotVoid(issued, returned) => {
            format!(
                "收回 {} 张，多于发出的 {} 张：选举无效，应重新进行。",
                grouped(*returned),
                grouped(*issued)
            )
        }
        Msg::BallotProblem(problem, name) => ballot_problem(problem, name),
        Msg::BallotUndecided(why) => format!("无法判定：{}。", obstacle(*why)),
        Msg::VotesNeeded(n) => format!("当选至少需要 {} 票。", grouped(*n)),
        Msg::RunOff(tied, open) => {
            format!("{} 人票数相等，只剩 {} 个名额：尚未确定当选人。", count(*tied), grouped((*open).into()))
        }
        Msg::Shortfall(n) => format!("当选人少于应选名额，尚缺 {} 名。", grouped((*n).into())),
        Msg::Remedy(remedy) => {
            return Cow::Borrowed(match remedy {
                Remedy::SeparateElection => "就不足的名额另行选举。",
                Remedy::ReduceSeats => "接近应选名额的，经过半数选举人或主席团同意，可以减少名额。",
                Remedy::LeaveVacant => "名额空缺。",
            });
        }
        Msg::Presidium(n) => format!("主席团约 {} 人。", grouped(*n)),
        Msg::Signers(level, n) => format!("{}{} 人联名。", level.map_or("", self::level), grouped(*n)),
        Msg::KnownKey(key) => known_key(*key),
        Msg::SittingKind(kind) => return Cow::Borrowed(sitting_kind(*kind)),
        Msg::Purpose(purpose) => return Cow::Borrowed(self::purpose(*purpose)),
        Msg::Tally(kind) => return Cow::Borrowed(tally(*kind)),
        Msg::SittingNumber(n) => format!("第 {} 次会议", count(*n)),
        Msg::Day(day) => date(*day),
        Msg::FreezeAt(n) => format!("按 {} 名固定应到人数", whole(*n)),
        Msg::FrozenAt(n) => format!("应到人数已固定为 {} 名。", grouped((*n).into())),
        Msg::Amended { stated, now } => format!(
            "报告载明应到 {} 名，现有名册为 {} 名：如有变动，请在备注中说明并更正。",
            grouped((*stated).into()),
            whole(*now)
        ),
        Msg::BanzhafOf(Some(votes)) => {
            format!(
                "若各代表团应到代表全部到会并一致投票、{} 票当选，各团在所有组合中起决定作用的比例：",
                grouped(*votes)
            )
        }
        Msg::BanzhafOf(None) => "当选所需票数尚未确定，故无法计算班扎夫指数。".to_owned(),
        Msg::OutsideBlocs(of) => format!(
            "未编入代表团的单位有代表 {} 名，计入总数，但不属于任何一团；其各自投票未作推算，班扎夫指数视同其均未投赞成票。",
            grouped(*of)
        ),
        Msg::KeptByUnit(n) => format!(
            "各单位已填的数字仍保留（共 {} 人），目前不计入；改为按选举单位统计后重新计入。",
            grouped(*n)
        ),
        Msg::CountedAsOne(kind) => format!(
            "目前的统计方式为“{}”。采用后改为“只记总数”，{}。",
            tally(*kind),
            match kind {
                TallyKind::ByDelegation => "各代表团的数字只能用撤销找回",
                _ => "各单位的数字仍会保留",
            }
        ),
        Msg::Uncounted(names, more) => format!(
            "{names}{}未编入代表团，其代表无人统计，实到人数因此无法报齐；请在代表名册中编入代表团。",
            if *more > 0 { format!("和另外 {} 个选举单位", count(*more)) } else { String::new() }
        ),
        Msg::Breaking { size, of, certain, among, open } => breaking(*size, *of, certain, among, *open),
        Msg::ReportSeats(seats, units) => {
            format!("大会代表名额为 {} 名，分配到 {} 个选举单位。", grouped(*seats), count(*units))
        }
        Msg::ReportElected(elected, left, units) => report_elected(*elected, *left, *units),
        Msg::ReportMissing(units) => {
            format!("尚有 {} 个选举单位未报选举结果，以下数字只含已报单位。", grouped((*units).into()))
        }
        Msg::ReportByElected(n) => format!("此后补选代表 {} 名。", whole(*n)),
        Msg::ReportEnded(by_reason) => report_ended(by_reason),
        Msg::ReportSuspended(n) => format!("暂停执行代表职务 {} 名。", whole(*n)),
        Msg::ReportActual { actual, represented, units } if represented == units => {
            format!("现实有代表 {} 名，来自全部 {} 个选举单位。", whole(*actual), count(*units))
        }
        Msg::ReportActual { actual, represented, units } => format!(
            "现实有代表 {} 名，来自 {} 个选举单位中的 {} 个。",
            whole(*actual),
            count(*units),
            count(*represented)
        ),
        Msg::ReportAmended { stated, now } => {
            format!("应到数按会议载明的 {} 名计算，现有名册为 {} 名。", grouped(*stated), whole(*now))
        }
        Msg::ReportSitting(name, Some(day)) => format!("{name}（{}）：", date(*day)),
        Msg::ReportSitting(name, None) => format!("{name}："),
        Msg::ReportAttendance { due, present, over } => report_attendance(*due, *present, *over),
        Msg::ReportQuorum(rule, verdict) => report_quorum(*rule, verdict),
        Msg::People(msg) => return people::say(msg),
        Msg::Account(msg) => account::say(msg),
        Msg::Grouping(what) => return grouping::say(what),
        Msg::Size(msg) => return size::say(msg),
        Msg::Undo(msg) => return undo::say(msg),
        Msg::Work(msg) => return work::say(*msg),
        Msg::Calendar(msg) => return calendar::say(msg),
        Msg::Table(msg) => return table::say(msg),
        Msg::Chart(msg) => return chart::say(msg),
        Msg::Help(msg) => return help::say(*msg),
        Msg::Composition(msg) => composition::say(msg),
        Msg::Rules(msg) => rules::say(*msg),
        Msg::Voting(what) => return voting::say(what),
        Msg::SharedScenario { units, house } => {
            format!("{} 个单位，{} 个名额。", count(*units), grouped(*house))
        }
    })
}

fn document_error(error: &DocumentError) -> String {
    let place = |at: &At| if at.path.is_empty() { "文件".to_owned() } else { format!(" {} ", at.path) };
    match error {
        DocumentError::TooLarge { bytes } => format!("文件过大：{} 字节。", count(*bytes)),
        DocumentError::NotJson { line, column } => {
            format!("文件已损坏：第 {} 行第 {} 列不是 JSON。", count(*line), count(*column))
        }
        DocumentError::NotADocument => "文件是 JSON，但不是本程序的方案。".to_owned(),
        DocumentError::Newer { version } => {
            format!("此文件由更新的版本生成（版本 {version}）。请先更新本页面，再打开。")
        }
        DocumentError::UnknownField(at) => {
            format!("{}中有无法识别的字段（{}）。为避免丢失内容，未予打开。", place(at), at.detail)
        }
        DocumentError::MissingField(at) => format!("{}中缺少字段（{}）。", place(at), at.detail),
        DocumentError::WrongValue(at) => format!("{}的值不符合要求（{}）。", place(at), at.detail),
        DocumentError::Identity(at) => format!("{}中的标识重复，或指向不存在的内容。", place(at)),
        DocumentError::TooMany(at) => format!("{}的数量超过上限。", place(at)),
    }
}

const fn setting_name(setting: Setting) -> &'static str {
    match setting {
        Setting::Title => "方案名称",
        Setting::House => "名额总数",
        Setting::Scheme => "名额分配方式",
        Setting::Method => "分配方法",
        Setting::MinimumRule => "最低名额的处理",
        Setting::Minimum => "每单位最低名额",
        Setting::Lots => "抽签结果",
        Setting::Rules => "适用的规则",
        Setting::People => "代表名单",
        Setting::Body => "名额依据",
        Setting::Calendar => "筹备日程",
        Setting::Composition => "代表构成",
        Setting::Sittings => "会议",
        Setting::Agenda => "大会议程",
        Setting::Elections => "选举",
    }
}

fn count(n: usize) -> String {
    grouped(n as u64)
}

/// The beginning of a text that may be long.
fn short(text: &str) -> String {
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(24).collect();
    if chars.next().is_some() { format!("{head}…") } else { head }
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::Name => "选举单位",
        Field::Delegation => "代表团",
        Field::Members => "人数",
        Field::Seats => "名额",
        Field::Min => "最低",
        Field::Max => "最高",
        Field::Elected => "选出",
        Field::ByElected => "补选",
        Field::Ended => "终止",
        Field::Suspended => "暂停",
        Field::Registered => "报到",
        Field::OnLeave => "请假",
        Field::Present => "实到",
    }
}

const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Transferred => "调离",
        Reason::Resigned => "辞职",
        Reason::Died => "去世",
        Reason::Removed => "罢免或撤销",
        Reason::LostMembership => "丧失成员资格",
        Reason::Other => "其他原因",
    }
}

const fn minimum_rule(rule: MinimumRule) -> &'static str {
    match rule {
        MinimumRule::Seed => "起点法：先给最低名额，再继续分配",
        MinimumRule::Clamp => "补足法：不足最低名额的提高到最低",
        MinimumRule::SetAside => "先扣法：小单位先得最低名额后退出",
        MinimumRule::TopUp => "追加法：补足最低名额，总数随之增加",
    }
}

fn step(step: Step) -> String {
    match step {
        Step::Title => "修改名称".to_owned(),
        Step::House => "修改名额总数".to_owned(),
        Step::Method => "修改分配方法".to_owned(),
        Step::Scheme => "修改名额分配方式".to_owned(),
        Step::Minimum => "修改每单位最低名额".to_owned(),
        Step::MinimumRule => "修改最低名额的处理".to_owned(),
        Step::Refused => "填写不合要求的内容".to_owned(),
        Step::Lot => "抽签".to_owned(),
        Step::Rules => "修改规则".to_owned(),
        Step::Body => "修改名额依据".to_owned(),
        Step::Calendar => "修改筹备日程".to_owned(),
        Step::MilestoneAdded => "添加筹备事项".to_owned(),
        Step::MilestoneRemoved => "删除筹备事项".to_owned(),
        Step::OwnRules(step) => rules::say(RulesMsg::Step(step)),
        Step::Sitting => "修改会议".to_owned(),
        Step::Counted(kind) => format!("实到人数统计方式改为“{}”", tally(kind)),
        Step::SittingAdded => "添加会议".to_owned(),
        Step::SittingRemoved => "删除会议".to_owned(),
        Step::Agenda(change) => voting::agenda_step(change).to_owned(),
        Step::Election(change) => voting::election_step(change).to_owned(),
        Step::Cells(n) => format!("修改 {} 个单元格", count(n)),
        Step::Endings => "修改终止记录".to_owned(),
        Step::Regrouped(n) => format!("调整 {} 个单位的代表团", count(n)),
        Step::Inserted(n) => format!("插入 {} 个单位", count(n)),
        Step::Removed(n) => format!("删除 {} 个单位", count(n)),
        Step::Moved(n) => format!("移动 {} 个单位", count(n)),
        Step::Sorted(by) => table::say(&TableMsg::Sorted(by)).into_owned(),
        Step::Delegation => "重命名代表团".to_owned(),
        Step::Composition(step) => composition::step(step),
        Step::People(step) => people::step(step),
        Step::Imported => "导入表格".to_owned(),
        Step::Opened => "打开方案".to_owned(),
        Step::Example => "打开示例".to_owned(),
        Step::New => "新建方案".to_owned(),
    }
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NoUnits => "还没有选举单位，请添加单位或粘贴表格。".to_owned(),
        Problem::TooManyUnits { count: n } => format!("{} 个单位超出上限。", count(*n)),
        Problem::NoMembers => "所有单位的人数都是零，无法分配名额。".to_owned(),
        Problem::NoSeats => "名额总数为零。".to_owned(),
        Problem::MinimaAboveHouse { minima, house } => format!(
            "最低名额与锁定名额合计 {}，超过名额总数 {}。",
            grouped(*minima),
            grouped((*house).into())
        ),
        Problem::MaximaBelowHouse { maxima, house } => format!(
            "最高名额与锁定名额合计 {}，总数 {} 中有 {} 个名额无处可分。",
            grouped(*maxima),
            grouped((*house).into()),
            grouped(u64::from(*house).saturating_sub(*maxima))
        ),
        Problem::MinAboveMax { min, max } => {
            format!("最低名额 {} 大于最高名额 {}。", grouped((*min).into()), grouped((*max).into()))
        }
        Problem::LockOutsideBounds { locked, min, max } => format!(
            "锁定的 {} 个名额超出该单位的范围：最低 {}，最高{}。",
            grouped((*locked).into()),
            grouped((*min).into()),
            max.map_or_else(|| "不限".to_owned(), |max| format!(" {}", grouped(max.into())))
        ),
        Problem::Refused(refusal) => self::refusal(refusal),
        Problem::Tie { contested, open } => {
            format!("{} 个单位对 {} 个名额的主张完全相等，须由抽签决定。", count(*contested), count(*open))
        }
        Problem::DelegationsDoNotFit => "各代表团所属单位的最低或最高名额与总名额不相容。".to_owned(),
        Problem::IdleBounds { units } => explain::idle_bounds(*units),
        Problem::KeyGivesTooMany => "按此标准得出的名额超出可计算范围。".to_owned(),
        Problem::StaleLot => "所记录的抽签对应的并列已不存在，未予采用。".to_owned(),
        Problem::Composition(problem) => composition::problem(problem),
        Problem::WithoutMembers => "该单位人数为零或未填写，不按人数分得名额。".to_owned(),
        Problem::Unnamed => "该单位没有名称。".to_owned(),
        Problem::SameName { row } => format!("与第 {} 行的单位同名。", count(row + 1)),
        Problem::NumberOfDelegates(check) => size::say(&SizeMsg::Check(check)).into_owned(),
        Problem::ElectedAboveSeats { elected, seats } => {
            format!("选出 {} 名，但名额只有 {} 个。", whole(*elected), whole(*seats))
        }
        Problem::EndedAboveElected { ended, elected } => {
            format!("终止或暂停 {} 名，但只选出 {} 名。", whole(*ended), whole(*elected))
        }
        Problem::PresentAboveActual { present, actual } => {
            format!("实到 {} 名，但应到只有 {} 名。", whole(*present), whole(*actual))
        }
        Problem::ActualAboveSeats { actual, seats } => {
            format!("连同补选共有代表 {} 名，但名额只有 {} 个。", whole(*actual), whole(*seats))
        }
        Problem::PresentAboveRegistered { present, registered } => {
            format!("实到 {} 名，但报到只有 {} 名。", whole(*present), whole(*registered))
        }
        Problem::RegisteredAboveActual { registered, actual } => {
            format!("报到 {} 名，但应到只有 {} 名。", whole(*registered), whole(*actual))
        }
        Problem::AttendanceOf { name, row, problem: of } => {
            let name = if name.is_empty() {
                format!("第 {} 行", count(row + 1))
            } else {
                name.as_str().to_owned()
            };
            [name.as_str(), "：", &self::problem(of)].concat()
        }
        Problem::Voting(problem) => voting::problem(problem),
        Problem::People(problem) => people::say(&PeopleMsg::Problem(problem)).into_owned(),
        Problem::FiguresContradict(found) => format!("{}。", obstacle(Obstacle::Contradiction(*found))),
        Problem::RegisteredDiffers { stated, by_unit } => {
            format!("填报的报到人数为 {}，各单位合计为 {}。", grouped(*stated), grouped(*by_unit))
        }
        Problem::LeaveAboveAbsent { on_leave, absent } => {
            format!("请假 {} 名，但缺席只有 {} 名。", whole(*on_leave), whole(*absent))
        }
        Problem::Rule(subject, fault) => rules::say(RulesMsg::Fault(*subject, *fault)),
        Problem::NotStated(base) => rules::say(RulesMsg::NotStated(*base)),
    }
}

pub(super) const fn strictness(strictness: Strictness) -> &'static str {
    match strictness {
        Strictness::MoreThan => "超过",
        Strictness::AtLeast => "不少于",
    }
}

pub(super) const fn base(base: Base) -> &'static str {
    match base {
        Base::Seats => "全部名额",
        Base::AllMembers => "全体组成人员",
        Base::CapableMembers => "具有完全民事行为能力的成员",
        Base::Owners => "全体业主",
        Base::Voters => "登记选民",
        Base::Due => "应到人数",
        Base::DueWithVote => "应到会有选举权人数",
        Base::Registered => "报到登记人数",
        Base::Present => "实到人数",
        Base::PresentWithVote => "实到会有选举权人数",
        Base::Participants => "参加表决人数",
        Base::BallotsReturned => "收回选票",
        Base::BallotsValid => "有效票",
        Base::VotesCast => "所投票数（不计空白票）",
        Base::VotingRights => "表决权总数",
        Base::Area => "专有部分面积",
        Base::ParticipatingArea => "参加表决的专有部分面积",
    }
}

/// “484”，“120,000 平方米”。
fn amount(n: u64, of: Base) -> String {
    let unit = if of.measure() == Measure::Area { " 平方米" } else { "" };
    [grouped(n).as_str(), unit].concat()
}

/// “1/2”，连同“超过”或“不少于”。
fn sum(rule: Rule, whole: u64, needed: u64) -> String {
    let of = if rule.base.measure() == Measure::Area { "的" } else { " 的" };
    format!(
        "{}{} {}{of} {}/{}，即 {}",
        strictness(rule.strictness),
        base(rule.base),
        amount(whole, rule.base),
        rule.share.num(),
        rule.share.den(),
        amount(needed, rule.base)
    )
}

/// “超过应到人数的 1/2”。
fn share(rule: Rule) -> String {
    format!("{}{}的 {}/{}", strictness(rule.strictness), base(rule.base), rule.share.num(), rule.share.den())
}

fn quorum(rule: Rule, verdict: &Verdict) -> String {
    let people = rule.base.attendance().is_none_or(Base::is_of_delegates);
    let said = |finding: &Finding| {
        let there = match rule.base.attendance() {
            Some(counted) if !people => format!("{} {}，", base(counted), amount(finding.achieved, counted)),
            _ => format!("实到 {}，", grouped(finding.achieved)),
        };
        format!("{}。{there}", sum(rule, finding.whole, finding.needed))
    };
    match verdict {
        Verdict::Met(finding) if !people => {
            format!("{}达到规定；超出 {}。", said(finding), amount(finding.surplus(), rule.base))
        }
        Verdict::NotMet(finding) if !people => {
            format!("{}未达到规定，还差 {}。", said(finding), amount(finding.shortage(), rule.base))
        }
        Verdict::Met(finding) => {
            format!("{}符合规定人数；还可离席 {} 人。", said(finding), grouped(finding.may_leave()))
        }
        Verdict::NotMet(finding) => {
            format!("{}不足规定人数，还差 {} 人。", said(finding), grouped(finding.shortage()))
        }
        Verdict::SoFar(finding) => {
            let sum = sum(rule, finding.whole, finding.needed);
            let so_far = grouped(finding.achieved);
            match finding.is_met() {
                true => format!("{sum}。无论如何已符合规定人数：至少实到 {so_far} 名（尚未报齐）。"),
                false if finding.achieved == 0 => format!("{sum}：无法判定，实到人数尚未报齐。"),
                false => format!("{sum}：无法判定，实到人数尚未报齐（已报 {so_far} 名）。"),
            }
        }
        Verdict::Undecided(why) => format!("{}：无法判定，{}。", share(rule), obstacle(*why)),
    }
}

/// “各选举单位共选举产生代表 495 名，未选出 11 名，另有 6 个单位共超出 6 名。”
fn report_elected(elected: i64, left: Left, units: usize) -> String {
    let elected = format!("各选举单位共选举产生代表 {} 名", whole(elected));
    match (left.open, left.over) {
        (0, 0) => format!("{elected}。"),
        (0, over) => format!("{elected}，超出名额 {} 名。", whole(over)),
        (open, 0) => format!("{elected}，未选出 {} 名。", whole(open)),
        (open, over) => format!(
            "{elected}，未选出 {} 名，另有 {} 个单位共超出 {} 名。",
            whole(open),
            count(units),
            whole(over)
        ),
    }
}

/// “另有 3 名代表的资格终止（调离 3 名）。”
fn report_ended(by_reason: &[(Reason, u64)]) -> String {
    let total = by_reason.iter().map(|(_, n)| n).sum();
    let reasons: Vec<_> =
        by_reason.iter().map(|(why, n)| format!("{} {} 名", reason(*why), grouped(*n))).collect();
    format!("选举后有 {} 名代表的资格终止（{}）。", grouped(total), reasons.join("，"))
}

/// “应到代表 484 名，实到 470 名，缺席 14 名。”
fn report_attendance(due: u64, present: Known, over: u64) -> String {
    let said = grouped(due);
    match present {
        Known::Exactly(present) if over > 0 && due + over > present => format!(
            "应到代表 {said} 名，实到 {} 名，其中超出所在单位或代表团应到人数 {} 名；缺席 {} 名。",
            grouped(present),
            grouped(over),
            grouped(due + over - present)
        ),
        Known::Exactly(present) if present > due => {
            format!("应到代表 {said} 名，实到 {} 名。", grouped(present))
        }
        Known::Exactly(present) => {
            format!("应到代表 {said} 名，实到 {} 名，缺席 {} 名。", grouped(present), grouped(due - present))
        }
        Known::AtLeast(present) => {
            format!("应到代表 {said} 名，尚未报齐，至少实到 {} 名。", grouped(present))
        }
    }
}

/// “按规定，到会人数须超过应到人数 484 的 1/2，即 243 名；实到 470 名，符合规定人数。”
fn report_quorum(rule: Rule, verdict: &Verdict) -> String {
    let counted = rule.base.attendance().filter(|counted| !counted.is_of_delegates());
    let said = |finding: &Finding| {
        let (who, heads, there) = match counted {
            None => ("到会人数", " 名", format!("实到 {} 名", grouped(finding.achieved))),
            Some(of) => ("参加表决的", "", format!("{} {}", base(of), amount(finding.achieved, of))),
        };
        (format!("按规定，{who}须{}{heads}；", sum(rule, finding.whole, finding.needed)), there)
    };
    match verdict {
        Verdict::Met(finding) if counted.is_some() => {
            let (rule, there) = said(finding);
            format!("{rule}{there}，达到规定。")
        }
        Verdict::NotMet(finding) if counted.is_some() => {
            let ((rule, there), short) = (said(finding), amount(finding.shortage(), rule.base));
            format!("{rule}{there}，未达到规定，还差 {short}。")
        }
        Verdict::Met(finding) => {
            let (rule, there) = said(finding);
            format!("{rule}{there}，符合规定人数。")
        }
        Verdict::NotMet(finding) => {
            let (rule, there) = said(finding);
            format!("{rule}{there}，不足规定人数，还差 {} 人。", grouped(finding.shortage()))
        }
        Verdict::SoFar(finding) => {
            let (rule, there) = said(finding);
            match finding.is_met() {
                true => format!("{rule}尚未报齐，至少{there}，无论如何已符合规定人数。"),
                false => format!("{rule}实到人数尚未报齐，是否符合规定人数无法判定。"),
            }
        }
        Verdict::Undecided(why) => format!("是否符合规定人数无法判定：{}。", obstacle(*why)),
    }
}

const fn sitting_kind(kind: SittingKind) -> &'static str {
    match kind {
        SittingKind::Preparatory => "预备会议",
        SittingKind::Opening => "开幕会",
        SittingKind::Session => "全体会议",
        SittingKind::Election => "选举会议",
        SittingKind::Closing => "闭幕会",
    }
}

const fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Open => "开会",
        Purpose::Elect => "选举",
        Purpose::Adopt => "表决通过",
        Purpose::Plenum => "召开全会",
    }
}

const fn tally(kind: TallyKind) -> &'static str {
    match kind {
        TallyKind::ByUnit => "按选举单位",
        TallyKind::ByDelegation => "按代表团",
        TallyKind::Whole => "只记总数",
    }
}

pub(super) fn date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

fn breaking(size: usize, of: usize, certain: &[String], among: &[String], open: usize) -> String {
    let mut away = certain.join("、");
    if open > 0 {
        if !certain.is_empty() {
            away.push_str("，以及");
        }
        away.push_str(&format!("{}中的任意 {} 个", among.join("、"), count(open)));
    }
    format!("{} 个代表团中最少 {} 个缺席，即可不足法定人数，例如人数最多的：{away}。", count(of), count(size))
}

fn known_key(key: KnownKey) -> String {
    let parts = |parts: Parts| match parts {
        Parts::Whole => "不足一级不计",
        Parts::OrPart => "不足一级按一级计",
        Parts::Nearest => "过半按一级计",
    };
    match key {
        KnownKey::UkLabourConstituency => "英国工党：选区党部".to_owned(),
        KnownKey::UkLabourUnion => "英国工党：附属工会".to_owned(),
        KnownKey::NzLabourBranch => "新西兰工党：支部".to_owned(),
        KnownKey::TaiwanUnion(how) => format!("台湾工会联合组织：所属工会（{}）", parts(how)),
        KnownKey::ShanghaiStaff => "上海市企业职工代表大会".to_owned(),
        KnownKey::ZhejiangStaff(CountFrom::Zero) => "浙江省企业职工代表大会（自第一人起计）".to_owned(),
        KnownKey::ZhejiangStaff(CountFrom::BracketStart) => "浙江省企业职工代表大会（自本级起计）".to_owned(),
        KnownKey::RepublicanBonus => "美国共和党：奖励代表".to_owned(),
        KnownKey::Deputies(level, how) => {
            let level = match level {
                open_house::Level::Province => "省、自治区",
                open_house::Level::Municipality => "直辖市",
                open_house::Level::Prefecture => "设区的市、自治州",
                open_house::Level::County => "县级",
                open_house::Level::Township => "乡镇",
            };
            format!("人民代表大会代表名额：{level}（{}）", parts(how))
        }
    }
}

fn matrix_table_error(error: &MatrixTableError) -> String {
    match error {
        MatrixTableError::TooSmall => {
            "表格至少要有列名、一行数据、一行合计，以及一列数据和一列合计。".to_owned()
        }
        MatrixTableError::TooManyCells { rows, columns } => {
            matrix_error(&MatrixError::TooManyCells { rows: *rows, columns: *columns }, &[], &[])
        }
        MatrixTableError::Cell { row, column, text, error } => {
            format!("第 {row} 行第 {column} 列：“{}”：{}", short(text), cell_error(error))
        }
    }
}

fn matrix_error(error: &MatrixError, rows: &[String], columns: &[String]) -> String {
    let name = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
    let names = |all: &[String], which: &[usize]| -> String {
        which.iter().map(|&at| name(all, at)).collect::<Vec<_>>().join("、")
    };
    match error {
        MatrixError::TooManyCells { rows, columns } => {
            format!("{} 行 {} 列超出本页可以立即计算的范围。", count(*rows), count(*columns))
        }
        MatrixError::TotalsDiffer { rows, columns } => {
            format!("各行名额之和为 {}，各列名额之和为 {}：两者必须相等。", grouped(*rows), grouped(*columns))
        }
        MatrixError::RowTooSmall { row, needed, seats } => format!(
            "“{}”行至少需要 {} 个名额，但只有 {} 个。",
            name(rows, *row),
            grouped(*needed),
            grouped(*seats)
        ),
        MatrixError::ColumnTooSmall { column, needed, seats } => format!(
            "“{}”列至少需要 {} 个名额，但只有 {} 个。",
            name(columns, *column),
            grouped(*needed),
            grouped(*seats)
        ),
        MatrixError::Infeasible { rows: some, columns: into, needed, available } => format!(
            "无解：{} 行的 {} 个名额只能落在 {} 列，而这些列只有 {} 个。",
            names(rows, some),
            grouped(*needed),
            names(columns, into),
            grouped(*available)
        ),
        MatrixError::TooManySeats { seats } => format!("名额总数 {} 过大。", grouped(*seats)),
        MatrixError::Empty
        | MatrixError::RowSeatsLength { .. }
        | MatrixError::RowLength { .. }
        | MatrixError::LockedOutside { .. }
        | MatrixError::LockedTwice { .. } => "表格的行、列与合计不相符。".to_owned(),
    }
}

pub(super) const fn office(office: Office) -> &'static str {
    match office {
        Office::Delegates => "代表",
        Office::Committee => "委员会委员",
        Office::Alternates => "候补委员",
        Office::Discipline => "纪律检查委员会委员",
        Office::StandingCommittee => "常务委员会委员",
        Office::Secretaries => "书记、副书记",
        Office::Heads => "正职领导人",
        Office::DeputyHeads => "副职领导人",
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::National => "全国：",
        Level::Province => "省级：",
        Level::BelowProvince => "省级以下：",
        Level::CountyAndAbove => "县级以上：",
        Level::Township => "乡镇：",
    }
}

fn candidates(seats: u64, found: Candidates) -> String {
    let seats = grouped(seats);
    match found {
        Candidates::Range { lowest, highest: Some(highest) } if lowest == highest => {
            format!("应选 {seats} 名：候选人 {} 名。", grouped(lowest))
        }
        Candidates::Range { lowest, highest: Some(highest) } => {
            format!("应选 {seats} 名：候选人 {} 至 {} 名。", grouped(lowest), grouped(highest))
        }
        Candidates::Range { lowest, highest: None } => {
            format!("应选 {seats} 名：候选人至少 {} 名。", grouped(lowest))
        }
        Candidates::Empty { lowest, highest } => {
            format!("应选 {seats} 名：没有整数同时满足下限 {} 和上限 {}。", grouped(lowest), grouped(highest))
        }
    }
}

fn ballot_problem(problem: &BallotProblem, name: &str) -> String {
    match *problem {
        BallotProblem::IssuedAbovePresent { issued, present } => {
            format!("发出 {} 张，多于到会（参加）的 {} 人。", grouped(issued), grouped(present))
        }
        BallotProblem::ReturnedAboveIssued { returned, issued } => {
            format!("收回 {} 张，多于发出的 {} 张。", grouped(returned), grouped(issued))
        }
        BallotProblem::PapersDoNotAddUp { returned, sum } => {
            format!("有效、无效、弃权合计 {} 张，与收回的 {} 张不符。", grouped(sum), grouped(returned))
        }
        BallotProblem::VotesAboveValid { votes, valid, .. } => {
            format!("{name}得 {} 票，多于有效票 {} 张。", grouped(votes), grouped(valid))
        }
        BallotProblem::VotesAboveChoices { votes, choices } => {
            format!("得票合计 {}，多于有效票所能容纳的 {}。", grouped(votes), grouped(choices))
        }
    }
}

fn majority(votes: &Votes) -> String {
    match votes.needed {
        // Area is not counted in votes.
        Ok(needed) if votes.rule.base.measure() == Measure::Area => {
            format!("{}。", sum(votes.rule, votes.whole, needed))
        }
        Ok(needed) => format!("{} 票。", sum(votes.rule, votes.whole, needed)),
        Err(why) => format!("{}：{}。", share(votes.rule), obstacle(why)),
    }
}

fn obstacle(obstacle: Obstacle) -> String {
    match obstacle {
        Obstacle::Missing(of) if Base::STATED.contains(&of) && !of.is_of_delegates() => {
            format!("会议未载明{}", base(of))
        }
        Obstacle::Missing(Base::Present | Base::PresentWithVote) => "实到人数尚未报齐".to_owned(),
        Obstacle::Missing(Base::Due | Base::DueWithVote | Base::AllMembers) => {
            "尚有单位未报选举结果".to_owned()
        }
        Obstacle::Unbegun => "尚无选举单位".to_owned(),
        Obstacle::Missing(of) => format!("{}未知", base(of)),
        Obstacle::EmptyBase(of) => format!("{}为零", base(of)),
        Obstacle::Contradiction(c) => format!(
            "{} {} 多于{} {}",
            base(c.part),
            grouped(c.part_count),
            base(c.whole),
            grouped(c.whole_count)
        ),
        Obstacle::VotesAbove { votes, bound, bound_count } => {
            format!("赞成票 {} 多于{} {}", grouped(votes), base(bound), grouped(bound_count))
        }
        Obstacle::NoAttendance(of) => format!("无法以{}计算出席", base(of)),
        Obstacle::AboveWhole(of) => format!("超过{}的全部，任何人数都达不到", base(of)),
        Obstacle::AreaInFavour(needed) => {
            format!("只统计了人数，未统计赞成者的面积；需 {} 平方米", grouped(needed))
        }
    }
}

fn source(source: &Source) -> String {
    let year = source.year.map_or_else(String::new, |year| format!("（{year}）"));
    let article = source
        .article
        .map_or_else(String::new, |article| ["第 ", &article.replace(", ", "、"), " 条"].concat());
    format!("{}{year}{article}。", source.law.zh)
}

const fn to_confirm(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Verified | Confidence::Own => "",
        Confidence::VerifiedOld => "仅见于旧版本，请核实。",
        Confidence::Unverified => "未经核实，请核实。",
    }
}

fn witness(tier: Tier, method: &Method, witness: &Witness) -> String {
    let one = match tier {
        Tier::Units => "单位",
        Tier::Delegations => "代表团",
    };
    let divisor = match method {
        Method::BaseProportional(plan) => {
            let rest = self::witness(tier, plan.inner(), witness);
            return format!("各{one}先得基数 {} 名，其余：{rest}", grouped(plan.base().get().into()));
        }
        Method::EqualShares => return format!("各{one}名额相同（在最低与最高之间）。"),
        Method::Divisor(divisor) | Method::Degressive(divisor) => Some(divisor),
        Method::Remainders(_) | Method::QuotaMethod => None,
    };
    match witness {
        Witness::Divisor { .. } if divisor == Some(&Divisor::Macau) => {
            format!("每个名额给予人数按已得名额逐次减半后最多的{one}。")
        }
        Witness::Divisor { .. } => {
            let rounding = match divisor {
                Some(Divisor::Webster) => "四舍五入",
                Some(Divisor::Adams) => "一律进位",
                Some(Divisor::Jefferson) => "一律舍去",
                Some(Divisor::HuntingtonHill) => "以几何平均为界取整",
                Some(Divisor::Dean) => "以调和平均为界取整",
                _ => "按该方法的界点取整",
            };
            let members = match method {
                Method::Degressive(_) => "人数的平方根",
                _ => "人数",
            };
            match witness.printed() {
                Printed::Divisor(divisor) => {
                    format!(
                        "各{one}{members}除以 {}，{rounding}，即得名额（受最低、最高名额限制和手工固定的除外）。",
                        exact(divisor)
                    )
                }
                none => account::undivided(one, rounding, none),
            }
        }
        Witness::Remainder { quota, next, last } => {
            let quota = quota.map_or_else(|| "–".to_owned(), super::number::quota);
            let edge = match (last, next) {
                // Where a bound is in the way, or no seat is left over, no remainder decides.
                (Some(last), Some(next)) if last.whole == 0 && next.whole == 0 => format!(
                    "得到名额的最小余数为 {}，未得到的最大余数为 {}。",
                    decimal(last.rest, 4),
                    decimal(next.rest, 4)
                ),
                _ => String::new(),
            };
            let left = match last {
                Some(last) if last.whole < 0 => format!("最低名额占用较多，余数最小的{one}各少一个。"),
                _ => format!("余下的名额给余数最大的{one}。"),
            };
            format!("每 {quota} 人一个名额（手工固定的{one}及其名额除外），{left}{edge}")
        }
        Witness::UpperQuota { quota } => {
            let quota = quota.map_or_else(|| "–".to_owned(), super::number::quota);
            format!("任何{one}的名额不超过人数除以 {quota} 后进位的整数；名额逐个产生。")
        }
    }
}

const NOT_SAVED: &str = "未保存：浏览器没有接受。可以继续编辑；请用“分享”生成链接留存。";

fn not_saved(code: &str) -> &'static str {
    match code {
        "storage-quota" => "未保存：浏览器空间已满。可以继续编辑；请用“分享”生成链接留存。",
        "storage-unavailable" => {
            "未保存：此浏览器不提供存储（隐私窗口？）。可以继续编辑；请用“分享”生成链接留存。"
        }
        "storage-blocked" => "未保存：另一个标签页中的旧版页面占用了存储，请将其关闭；此处可以继续编辑。",
        "storage-silent" => "未保存：浏览器的存储没有响应。可以继续编辑；请用“分享”生成链接留存。",
        "storage-deleted" => "未保存：方案已在另一个标签页中删除。",
        "behind-conflict" => "本页载入方案后，该方案已在另一个标签页中修改。",
        "behind-deleted" => "方案已在另一个标签页中删除。",
        "storage-conflict" => "未保存：方案已在另一个标签页中修改。",
        "storage-too-long" => "未保存：方案超出浏览器所能保存的上限（64 MiB）。请在“分享”中保存为文件。",
        "storage-newer" => "未保存：更新版本的页面已在此保存，请重新载入。",
        _ => NOT_SAVED,
    }
}

fn grid_error(error: &GridError) -> String {
    match error {
        GridError::Empty => "表格是空的。".to_owned(),
        GridError::TooLarge { bytes } => format!("{} 字节超出上限（16 MiB）。", count(*bytes)),
        GridError::TooManyRows => format!("表格超过 {} 行。", count(MAX_UNITS)),
        GridError::TooManyColumns { row } => format!("第 {} 行超过 256 列。", count(*row)),
        GridError::TooManyCells => format!("表格超过 {} 个单元格。", count(MAX_CELLS)),
        GridError::NotText => "这不是文本文件。请另存为 CSV，或直接复制粘贴。".to_owned(),
    }
}

/// What a table put over the units of the same names comes to.
fn updates(update: &Update) -> String {
    let mut said =
        vec![format!("更新：表中有 {} 个单位与现有单位同名，只改动表中列出的内容。", count(update.known))];
    if !update.fresh.is_empty() {
        said.push(format!("另有 {} 个单位追加到末尾。", count(update.fresh.len())));
    }
    if update.others > 0 {
        said.push(format!("表中没有的 {} 个单位保持不变。", count(update.others)));
    }
    if update.unfit > 0 {
        said.push(format!("{} 个单元格的内容不合要求，保持原样。", count(update.unfit)));
    }
    if update.too_many > 0 {
        said.push(format!("超出单位数上限的 {} 行不导入。", count(update.too_many)));
    }
    said.push("替换：现有单位已填的内容全部去掉。".to_owned());
    said.concat()
}

/// What is said about files that come and go.
fn transfer(about: &TransferMsg<'_>) -> String {
    match about {
        TransferMsg::EmptyFile => "该文件是空的。".to_owned(),
        TransferMsg::BookError(error) => book_error(*error).to_owned(),
        TransferMsg::ReadAs(Encoding::Gb18030) => {
            "按 GB 18030 编码读取。如名称显示为乱码，请将文件另存为 UTF-8 编码。".to_owned()
        }
        TransferMsg::ReadAs(encoding) => format!("按 {} 编码读取。", encoding.name()),
        TransferMsg::NoMembers(column, heading) => {
            let heading = heading.map(|text| format!("（“{}”）", short(text))).unwrap_or_default();
            format!(
                "没有一列导入为人数。第 {column} 列{heading}全是整数，但未导入；如果它就是人数，请在该列上方选定。"
            )
        }
        TransferMsg::RowsShown(shown, all) => format!("共 {} 行，显示前 {} 行。", count(*all), count(*shown)),
        TransferMsg::Untaken(columns) => untaken(columns),
        TransferMsg::Update => "更新同名单位".to_owned(),
        TransferMsg::Updates(update) => updates(update),
        TransferMsg::NoNames => {
            "没有一列导入为选举单位，导入的单位将没有名称；请在名称所在列的上方选定“选举单位”。".to_owned()
        }
        TransferMsg::HeadingRow(row) => format!("第 {} 行是标题", count(*row)),
        TransferMsg::SheetChoice => "工作表".to_owned(),
        TransferMsg::Reading => "正在读取文件……".to_owned(),
        TransferMsg::DropHere => "松开鼠标即可预览该文件".to_owned(),
        TransferMsg::DropHint => "也可以把文件拖放到页面任意位置。".to_owned(),
        TransferMsg::SeveralFiles(n) => format!("一次拖入了 {} 个文件，请逐个打开。", count(*n)),
        TransferMsg::Folder => "这是文件夹，请打开其中的一个文件。".to_owned(),
        TransferMsg::PastedTable => "粘贴的内容带有标题行，已在此作为表格打开；单元格尚未改动。".to_owned(),
        TransferMsg::NoFile => "拖入的内容不是文件。".to_owned(),
        TransferMsg::SaveWorkbook => "Excel 工作簿（XLSX）".to_owned(),
        TransferMsg::Writing => "正在生成工作簿……".to_owned(),
        TransferMsg::Written => "工作簿已交给浏览器保存。".to_owned(),
        TransferMsg::QrTitle => "链接二维码".to_owned(),
        TransferMsg::QrFigures(qr) => format!(
            "版本 {}，{1} × {1} 个模块，最多可纠正约 {2}% 的污损。",
            qr.version(),
            qr.modules(),
            qr.correction().percent()
        ),
        TransferMsg::QrDense(qr) => format!(
            "该二维码有 {0} × {0} 个模块，过于细密，多数手机难以从屏幕扫描（不超过 {1} × {1}，即版本 {2}，较为可靠）。请以不小于 8 厘米的边长打印后扫描，或直接发送链接。",
            qr.modules(),
            Qr::modules_of(Qr::PRACTICAL),
            Qr::PRACTICAL
        ),
        TransferMsg::QrTooLong(bytes) => format!(
            "链接共 {} 字节，超出二维码容量上限（{} 字节）。请直接发送链接，或保存为文件。",
            count(*bytes),
            count(Qr::MAX_BYTES)
        ),
        TransferMsg::QrLocal => "本页面目前只在本机运行，其他设备扫码后无法打开。".to_owned(),
        TransferMsg::SaveQr => "保存为 SVG".to_owned(),
        TransferMsg::QrAlternative => "上述链接的二维码".to_owned(),
        TransferMsg::Item => "项目".to_owned(),
        TransferMsg::Figure => "数量".to_owned(),
        TransferMsg::Unlisted(n) => format!("还有 {} 处未在此列出，复制的文本中全部包含。", count(*n)),
        TransferMsg::TextCopied => "已复制。".to_owned(),
        TransferMsg::TextByHand => "无法访问剪贴板；请从下框中选取文本复制。".to_owned(),
    }
}

const fn book_error(error: BookError) -> &'static str {
    match error {
        BookError::Foreign(Foreign::OldExcel) => {
            "这是 Excel 97–2003 工作簿（.xls 格式，与文件名无关）。请用 Excel 或 WPS 打开后另存为 .xlsx。"
        }
        BookError::Foreign(Foreign::Encrypted) => "该工作簿设有密码。请取消密码保存后再打开。",
        BookError::Foreign(Foreign::BinaryExcel) => {
            "这是二进制工作簿（.xlsb）。请用 Excel 或 WPS 打开后另存为 .xlsx。"
        }
        BookError::Foreign(Foreign::OpenDocument) => {
            "这是 OpenDocument 电子表格（.ods）。请另存为 .xlsx 或 CSV。"
        }
        BookError::Foreign(Foreign::Markup) => {
            "该文件是网页或 XML。其中的表格请用 Excel 或 WPS 打开后另存为 .xlsx；其中的链接请复制后打开。"
        }
        BookError::Foreign(Foreign::NotATable) => {
            "该文件不是表格。可以打开 Excel（.xlsx）、CSV、TSV 和文本文件。"
        }
        BookError::Foreign(Foreign::OtherArchive) => "这是压缩包或其他文档，其中没有工作簿。",
        BookError::TooLarge => "工作簿超过 12 MiB。请把需要的工作表单独保存，或另存为 CSV。",
        BookError::TooManyParts => "该文件的组成部分多于任何工作簿，未打开。",
        BookError::Bomb => "该文件解压后超出本页面能处理的任何表格，未打开。",
        BookError::Lies => "该文件声明的大小或数量与实际内容不符，未打开。",
        BookError::OddPath => "该文件含有指向文件之外的路径，未打开。",
        BookError::Declaration => "该文件含有实体声明，电子表格不会写入此类内容，未打开。",
        BookError::Damaged => "工作簿已损坏或不完整。请用 Excel 或 WPS 打开并重新保存后再试。",
        BookError::NoSheet => "该工作簿中没有含数据的工作表。",
        BookError::Unavailable => "读写工作簿的模块未能载入。请联网后重试；CSV 不受影响。",
        BookError::Stopped => "未能处理该工作簿。请将工作表另存为 CSV，或直接复制粘贴。",
    }
}

fn import_summary(units: usize, left_out: &[usize], too_many: usize) -> String {
    let mut text = format!("将导入 {} 个单位。", count(units));
    text += &rows_left_out(left_out);
    if too_many > 0 {
        text += &format!("另有 {} 行超出上限 {}，未导入。", count(too_many), count(MAX_UNITS));
    }
    text
}

/// 不导入的列，只列前几列。
fn untaken(columns: &[UntakenColumn]) -> String {
    const SHOWN: usize = 8;
    let column = |UntakenColumn { column, heading }: &UntakenColumn| match heading {
        Some(heading) => format!("第 {column} 列（“{}”）", short(heading)),
        None => format!("第 {column} 列"),
    };
    let listed = columns.iter().take(SHOWN).map(column).collect::<Vec<_>>().join("、");
    let more =
        if columns.len() > SHOWN { format!("等 {} 列", count(columns.len())) } else { String::new() };
    format!("不导入的列：{listed}{more}。如需导入，请在该列上方选定。")
}

/// 未导入的行，只列前几行的行号。
fn rows_left_out(rows: &[usize]) -> String {
    const SHOWN: usize = 8;
    if rows.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = rows.iter().take(SHOWN).map(|row| count(*row)).collect();
    let more = if rows.len() > SHOWN { "等" } else { "" };
    format!("略过 {} 行（标题、空行或合计）：第 {} 行{more}。", count(rows.len()), numbers.join("、"))
}

fn import_problem(problem: &CellProblem) -> String {
    let instead = match problem.instead() {
        Instead::Nothing => "该单元格留空。",
        Instead::Zero => "该单元格记为 0。",
        Instead::Computed => "此处不锁定名额，仍按计算。",
    };
    format!(
        "第 {} 行第 {} 列（{}）：“{}”。{}{instead}",
        count(problem.row),
        problem.column,
        field(problem.field),
        short(&problem.text),
        cell_error(&problem.error)
    )
}

fn link_error(error: &LinkError) -> String {
    match error {
        LinkError::NotALink => "地址中 # 之后的部分不是方案。".to_owned(),
        LinkError::NewerVersion { .. } | LinkError::Payload(PayloadError::Newer { .. }) => {
            "该链接由更新的版本生成，请用新版本打开。".to_owned()
        }
        LinkError::TooLong => "链接过长或内容过多，不是本页面生成的链接。".to_owned(),
        LinkError::Incomplete => "链接不完整或在传递中被改动，校验不符。".to_owned(),
        LinkError::Payload(_) => "链接已损坏：其中的内容不是方案。".to_owned(),
    }
}

fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::OverAward { awarded } => {
            format!("按此商数，整数部分已占 {} 个名额，超过名额总数，请改用其他方法。", grouped(*awarded))
        }
        Refusal::BaseAboveHouse { sum } => {
            format!("基数与最低名额、锁定名额合计 {}，超过名额总数。", grouped(*sum))
        }
        Refusal::CapBelowHouse { sum } => {
            format!("在上限之内只能分出 {} 个名额，少于名额总数。", grouped(*sum))
        }
    }
}

/// A limit in bytes, and what that is in characters.
pub(super) fn too_long(bytes: usize, limit: usize) -> String {
    format!(
        "文字过长：最多 {} 字节（约 {} 个汉字或 {} 个英文字母），现有 {} 字节。",
        count(limit),
        count(limit / 3),
        count(limit),
        count(bytes)
    )
}

fn cell_error(error: &CellError) -> String {
    match error {
        CellError::Number(NumberError::NotANumber) => "不是数字。".to_owned(),
        CellError::Number(NumberError::NotWhole) => "只接受整数，不接受小数或科学记数。".to_owned(),
        CellError::Number(NumberError::Negative) => "此处不能为负数。".to_owned(),
        CellError::Number(NumberError::Grouping) => "分隔符只能位于每三位数字之间。".to_owned(),
        CellError::Number(NumberError::TooSmall { least }) => format!("不得少于 {}。", grouped(*least)),
        CellError::Number(NumberError::TooLarge { limit }) => format!("不得超过 {}。", grouped(*limit)),
        CellError::Name(NameError::TooLong { bytes, limit }) => too_long(*bytes, *limit),
        CellError::StrokeOrder(StrokeOrderError::NotAStroke) => {
            "笔顺只填 1 至 5（横 1、竖 2、撇 3、点 4、折 5）或笔画本身，字间空一格。".to_owned()
        }
        CellError::StrokeOrder(StrokeOrderError::TooManyOfOne) => {
            format!("一个字不超过 {} 笔，字与字之间请空一格。", grouped(MAX_STROKES.into()))
        }
        CellError::StrokeOrder(StrokeOrderError::TooMany) => {
            format!("笔顺合计不得超过 {} 笔。", grouped(MAX_STROKES_IN_ORDER.into()))
        }
        CellError::Follows(leader) => table::leader(leader).into_owned(),
        CellError::SeveralEntries => "该单位的资格终止分多项记录，请在名册下方逐项修改。".to_owned(),
    }
}

fn method(method: &Method) -> String {
    match method {
        Method::Remainders(quota) => match quota {
            Quota::Hare => "汉密尔顿法（最大余数）".to_owned(),
            Quota::Droop => "最大余数法，德鲁普数额".to_owned(),
            Quota::HagenbachBischoff => "最大余数法，哈根巴赫-比肖夫数额".to_owned(),
            Quota::Imperiali => "最大余数法，因佩里亚利数额".to_owned(),
        },
        Method::Divisor(which) => divisor(which),
        Method::Degressive(which) => format!("人数平方根，{}", divisor(which)),
        Method::QuotaMethod => "定额法（巴林斯基-扬）".to_owned(),
        Method::BaseProportional(plan) => {
            format!(
                "每单位基数 {} 个，其余按{}",
                grouped(plan.base().get().into()),
                self::method(plan.inner())
            )
        }
        Method::EqualShares => "平均分配".to_owned(),
    }
}

fn divisor(divisor: &Divisor) -> String {
    match divisor {
        Divisor::Adams => "亚当斯法（进位）".to_owned(),
        Divisor::Dean => "迪安法（调和平均）".to_owned(),
        Divisor::HuntingtonHill => "亨廷顿-希尔法（几何平均）".to_owned(),
        Divisor::Webster => "韦伯斯特法（圣拉古法）".to_owned(),
        Divisor::Jefferson => "杰斐逊法（洪德法）".to_owned(),
        Divisor::Danish => "丹麦法".to_owned(),
        Divisor::Condorcet => "孔多塞法".to_owned(),
        Divisor::Imperiali => "因佩里亚利除数法".to_owned(),
        Divisor::Macau => "澳门法".to_owned(),
        Divisor::ModifiedFirst(_) => {
            format!("修正圣拉古法（首个除数 {}）", divisor.setting().unwrap_or_default())
        }
        Divisor::Stationary(_) => format!("平稳除数法（界点 {}）", divisor.setting().unwrap_or_default()),
        Divisor::PowerMean(_) => format!("幂平均除数法（指数 {}）", divisor.setting().unwrap_or_default()),
    }
}

const fn method_hint(method: &Method) -> &'static str {
    match method {
        Method::Remainders(_) => {
            "先分整数份额，余下名额按最大余数分配。不越出份额上下限，但可能出现阿拉巴马悖论。"
        }
        Method::Divisor(Divisor::Webster) => "四舍五入；对大小单位都不偏袒。",
        Method::Divisor(Divisor::HuntingtonHill) => {
            "以几何平均为界取整；略偏向小单位。美国众议院自 1941 年采用。"
        }
        Method::Divisor(Divisor::Dean) => "以调和平均为界取整；略偏向小单位。",
        Method::Divisor(Divisor::Adams) => "一律进位；偏向小单位，有人数的单位至少一个名额。",
        Method::Divisor(Divisor::Jefferson) => "一律舍去；偏向大单位。",
        Method::Divisor(_) => "除数法：人数除以除数，按各方法的界点取整。",
        Method::Degressive(_) => "按人数的平方根分配：单位越大，每人对应的名额越少。",
        Method::QuotaMethod => "按杰斐逊法的次序，但不超过份额进位后的整数。",
        Method::BaseProportional(_) => "先给每个单位基数名额，其余按人数分配。",
        Method::EqualShares => "各单位名额相同，与人数无关。",
    }
}
