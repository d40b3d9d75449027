//! Chinese: pictures, and another scenario beside the open one.

use super::{base, library};
use crate::text::key::said;
use crate::text::number::grouped;
use crate::text::{ChartMsg, ChartWord};
use crate::threshold::{Base, Known};
use std::borrow::Cow;

pub(super) fn say(msg: &ChartMsg<'_>) -> Cow<'static, str> {
    let n = |n: usize| grouped(n as u64);
    Cow::Owned(match msg {
        ChartMsg::Word(which) => return Cow::Borrowed(word(*which)),
        ChartMsg::Source(title) => format!("数据来源：{title}。由“代表名册”按精确数字绘制。"),
        ChartMsg::Assembly { seats, groups, by_unit, largest } => {
            let kind = if *by_unit { "个选举单位" } else { "个代表团" };
            let largest = largest
                .map(|(name, seats)| format!("，其中{name}最多，为 {} 名", grouped(seats)))
                .unwrap_or_default();
            format!("共 {} 个名额，分属 {} {kind}{largest}。", grouped(*seats), n(*groups))
        }
        ChartMsg::GroupsDrawn(drawn, of) => {
            format!("共 {} 组，图中单独画出名额最多的 {} 组，其余合并。", n(*of), n(*drawn))
        }
        ChartMsg::Labelled(labelled, of) => {
            format!("共 {} 组，图中标注名额最多的 {} 组；全部名称见数据表。", n(*of), n(*labelled))
        }
        ChartMsg::Deviations { most, least } => {
            format!("偏差最大的是{}（{}），最小的是{}（{}）。", most.0, most.1, least.0, least.1)
        }
        ChartMsg::Among(name, of) => format!("{name}等 {} 个单位", n(*of)),
        ChartMsg::DotsDrawn { named, drawn, of } if drawn == of => {
            format!("共 {} 个单位，全部画出，标注两端共 {} 个。", n(*of), n(*named))
        }
        ChartMsg::DotsDrawn { named, drawn, of } => {
            format!(
                "共 {} 个单位，均匀选取并包括两端，画出 {} 个，标注 {} 个。",
                n(*of),
                n(*drawn),
                n(*named)
            )
        }
        ChartMsg::PerSeat { average, fewest, most } => format!(
            "平均每名额代表 {average} 人；最少为{}的 {} 人，最多为{}的 {} 人。",
            fewest.0, fewest.1, most.0, most.1
        ),
        ChartMsg::WithoutSeats(units) => format!("另有 {} 个单位没有名额，未计入图中。", n(*units)),
        ChartMsg::Average(figure) => format!("平均 {figure}"),
        ChartMsg::FromBelow(from, to) => format!("{from} 至不足 {to}"),
        ChartMsg::Gini(figure) => {
            format!("基尼系数 {figure}：0 表示人人所占份额相同，越接近 1 表示名额越集中。")
        }
        ChartMsg::PointsDrawn(drawn, of) => format!("曲线共 {} 个点，画出 {} 个。", n(*of), n(*drawn)),
        ChartMsg::MeasureOf(sitting, Base::Area) => format!("{sitting}：面积（平方米）"),
        ChartMsg::MeasureOf(sitting, of) => format!("{sitting}：{}", base(*of)),
        ChartMsg::AgainstNeeded { counted, there, needed } => against_needed(*counted, *there, *needed),
        ChartMsg::Quorums { open, of, .. } if open == of => {
            format!("{} 次会议是否达到法定人数尚未判定。", n(*of))
        }
        ChartMsg::Quorums { met: 0, open: 0, of: 1 } => "这次会议未达到法定人数。".to_owned(),
        ChartMsg::Quorums { met: 1, open: 0, of: 1 } => "这次会议达到法定人数。".to_owned(),
        ChartMsg::Quorums { met: 0, open: 0, of } => format!("{} 次会议均未达到法定人数。", n(*of)),
        ChartMsg::Quorums { met, open: 0, of } if met == of => format!("{} 次会议均达到法定人数。", n(*of)),
        ChartMsg::Quorums { met, open: 0, of } => {
            format!("{} 次会议中有 {} 次达到法定人数。", n(*of), n(*met))
        }
        ChartMsg::Quorums { met, open, of } => {
            format!("{} 次会议中有 {} 次达到法定人数，{} 次尚未判定。", n(*of), n(*met), n(*open))
        }
        ChartMsg::BarsDrawn(drawn, of) => format!("共 {} 次会议，画出前 {} 次。", n(*of), n(*drawn)),
        ChartMsg::MarksDrawn(drawn, of) => format!("共 {} 处悖论，标出前 {} 处。", n(*of), n(*drawn)),
        ChartMsg::RowsShown(shown, of) => format!("数据共 {} 行，显示前 {} 行。", n(*of), n(*shown)),
        ChartMsg::SaveSvg(title) => format!("保存为 SVG：{title}"),
        ChartMsg::SavePng(title) => format!("保存为 PNG：{title}"),
        ChartMsg::OtherEntry(title, when) => format!("{title}（{when}）"),
        ChartMsg::OtherEmpty => format!(
            "本浏览器中没有其他方案。可在“{}”中用“{}”为当前方案另存一份后试排，或选择文件。",
            library::OPEN,
            library::DUPLICATE
        ),
        ChartMsg::OthersUnreadable(count) => {
            format!("本浏览器中另有 {} 个方案已损坏，无法比较；可在“打开”中查看。", n(*count))
        }
        ChartMsg::DiffersIn(places) => format!("（{} 处不同，见下）", n(*places)),
        ChartMsg::LotNumber(number) => format!("第 {} 次抽签", n(*number)),
        ChartMsg::ComparedWith(title) => format!("比较对象：{title}"),
    })
}

/// “470 ≥ 243，达到”；尚未报齐的，按已报人数说明。
fn against_needed(counted: Base, present: Option<Known>, needed: Option<u64>) -> String {
    let needed = needed.map(|needed| (needed, grouped(needed)));
    match (present, needed) {
        (Some(present), Some((needed, bar))) if present.count() >= needed => {
            format!("{} ≥ {bar}，达到", known(present))
        }
        (Some(Known::Exactly(present)), Some((_, bar))) => format!("{} < {bar}，未达到", grouped(present)),
        (Some(Known::AtLeast(present)), Some((_, bar))) => format!("已报 {}，需 {bar}", grouped(present)),
        (Some(present), None) if !counted.is_of_delegates() => format!("参加 {}", known(present)),
        (Some(Known::Exactly(present)), None) => format!("实到 {}", grouped(present)),
        (Some(Known::AtLeast(present)), None) => format!("至少实到 {}", grouped(present)),
        (None, Some((_, bar))) => format!("尚未报告，需 {bar}"),
        (None, None) => "尚未报告".to_owned(),
    }
}

fn known(known: Known) -> String {
    match known {
        Known::Exactly(count) => grouped(count),
        Known::AtLeast(count) => format!("至少 {}", grouped(count)),
    }
}

const fn every(word: ChartWord) -> &'static str {
    match word {
        ChartWord::Title => "图表",
        ChartWord::Which => "选择图表",
        ChartWord::Hint => "按本表数字绘制，可分别保存为图片文件。",
        ChartWord::Assembly => "各代表团名额分布",
        ChartWord::AssemblyByUnit => "各选举单位名额分布",
        ChartWord::Deviations => "各单位名额与应得份额的偏差",
        ChartWord::PerSeat => "各单位每名额代表人数分布",
        ChartWord::Lorenz => "名额与人数的洛伦茨曲线",
        ChartWord::ShortAssembly => "席位分布",
        ChartWord::ShortDeviations => "偏差",
        ChartWord::ShortPerSeat => "每名额人数",
        ChartWord::ShortLorenz => "洛伦茨曲线",
        ChartWord::NotSettled => "名额尚未确定；图中为已确定的部分。",
        ChartWord::NoSeats => "暂无可绘制的内容：各单位都还没有名额。",
        ChartWord::NoShares => "暂无可绘制的内容：请先填写人数和名额。",
        ChartWord::OpenSeats => "并列待定",
        ChartWord::Paradoxes => "阿拉巴马悖论",
        ChartWord::Others => "其余合计",
        ChartWord::ShareOfMembers => "占总人数",
        ChartWord::ShareOfSeats => "占总名额",
        ChartWord::ShareOfUnits => "占单位数",
        ChartWord::AllExact => "各单位名额均恰好等于应得份额。",
        ChartWord::DeviationsHint => {
            "偏差为名额减去应得份额，按大小排列；竖线右侧为多于应得份额，左侧为少于应得份额。"
        }
        ChartWord::MeasuresHint => {
            "宽条为计算基数，其中的窄条为参加表决的数目，竖线为规定须达到的数目；人数与面积各用一个比例尺。"
        }
        ChartWord::Whole => "基数",
        ChartWord::TakingPart => "参加表决",
        ChartWord::ShareOfWhole => "占基数",
        ChartWord::PerSeatHint => "每名额代表人数落在各区间的单位数；竖线为全部名额的平均值。",
        ChartWord::LorenzHint => "单位按代表程度由低到高累计。曲线越接近虚线，每人所占份额越平均。",
        ChartWord::MembersSoFar => "累计人数（代表程度由低到高）",
        ChartWord::SeatsSoFar => "纵轴：累计名额",
        ChartWord::EqualShares => "虚线：完全平均",
        ChartWord::LeastRepresented => "代表程度最低的人数",
        ChartWord::HoldSeats => "所占名额",
        ChartWord::SweepHint => "标记处为名额总数增加而有单位反而减少名额；实心为本单位，空心为其他单位。",
        ChartWord::LoseSeat => "在此减少名额的单位",
        ChartWord::Numbers => "本图数据",
        ChartWord::Svg => "保存为 SVG",
        ChartWord::Png => "保存为 PNG",
        ChartWord::Saved => "图片已交给浏览器保存。",
        ChartWord::NoPng => "本浏览器无法生成 PNG，可改存 SVG，内容相同。",
        ChartWord::WithPictures => "附图表",
        ChartWord::OtherTitle => "与其他方案比较",
        ChartWord::OtherHint => {
            "逐项列出其他方案与当前方案的差异。点“采用”之前不会更改当前方案；每采用一项，可单独撤销。"
        }
        ChartWord::OtherFrom => "本浏览器中的方案",
        ChartWord::OtherNone => "请选择方案",
        ChartWord::OtherFile => "或选择方案文件（JSON）",
        ChartWord::OtherListing => "正在查找方案……",
        ChartWord::OtherReading => "正在读取方案……",
        ChartWord::OtherPrevious => "该方案最近一次保存已损坏，以下按上一次保存的内容比较。",
        ChartWord::OtherDamaged => "该方案的所有存档均无法读取；在“打开”中删除之前会一直保留。",
        ChartWord::OtherTable => "该文件不是方案。表格请用“打开表格”打开。",
        ChartWord::OtherSwitch => "互换两个方案",
        ChartWord::OtherSwitchHint => "打开对方方案，并与现在这个方案比较；现在的方案会保留。",
        ChartWord::OtherEnd => "结束比较",
        ChartWord::IsThere => "有",
        ChartWord::OrderOf => "顺序",
        ChartWord::CopiedFrom => "复制自",
        ChartWord::Drawn => "抽中",
        ChartWord::Seed => "种子",
        ChartWord::KeyedHouse => "按标准逐单位确定时，名额总数由人数得出，不能另行假设。",
        ChartWord::DueUnknown => "各单位选出人数填齐后，才能假设到会人数。",
        ChartWord::OnlyWhole => "只能随整个方案采用",
    }
}

said!(pub(super) fn word(ChartWord), of every);
