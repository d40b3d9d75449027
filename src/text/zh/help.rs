//! 中文：帮助、示例、引导。

use crate::scenario::Example;
use crate::text::help::{HelpMsg, HelpWord, Stop, Topic};
use crate::text::number::grouped;
use std::borrow::Cow;

pub(super) fn say(msg: HelpMsg) -> Cow<'static, str> {
    Cow::Borrowed(match msg {
        HelpMsg::Word(which) => word(which),
        HelpMsg::Shows(example) => shows(example),
        HelpMsg::From(example) => from(example),
        HelpMsg::See(example) => see(example),
        HelpMsg::Topic(_) => "键盘操作",
        HelpMsg::Page(topic) => page(topic),
        HelpMsg::Stop(stop) => self::stop(stop).0,
        HelpMsg::StopText(stop) => self::stop(stop).1,
        HelpMsg::StopOf(at, of) => return Cow::Owned(format!("第 {at} 站，共 {of} 站")),
        HelpMsg::RowsLeft(n) => {
            return Cow::Owned(format!(
                "另有 {} 行未在此列出；保存的文本和工作簿中有全部各行。",
                grouped(n as u64)
            ));
        }
    })
}

pub(super) const fn word(word: HelpWord) -> &'static str {
    match word {
        HelpWord::Examples => "示例",
        HelpWord::ExamplesHint => {
            "每个示例打开后都是独立的方案，当前方案会先行保存。示例中的内容可以随意修改。"
        }
        HelpWord::OpenExample => "打开",
        HelpWord::Blank => "空白方案",
        HelpWord::Help => "帮助",
        HelpWord::HelpKey => "帮助（F1）",
        HelpWord::Topic => "内容",
        HelpWord::WhatToDo => "怎么做",
        HelpWord::Terms => "用语说明",
        HelpWord::Sources => "规则出处",
        HelpWord::Keys => "按键",
        HelpWord::Offer => "初次使用？六站引导，看一遍从名额到选票的全过程。",
        HelpWord::Tour => "开始引导",
        HelpWord::NotNow => "不用了",
        HelpWord::Back => "上一站",
        HelpWord::Next => "下一站",
        HelpWord::EndTour => "结束引导",
        HelpWord::Done => "完成",
        HelpWord::Hide => "隐藏提示",
    }
}

const fn shows(example: Example) -> &'static str {
    match example {
        Example::Congress => {
            "大会全过程：名额分配到 30 个选举单位、15 个代表团，选出 487 名，资格终止 3 名，实到 470 名。"
        }
        Example::House2020 => "亨廷顿—希尔法：最后一席归明尼苏达州，纽约州只差 89 人。",
        Example::House1880 => "阿拉巴马悖论：总席位增加一席，阿拉巴马州反而少一席。",
        Example::Union => "按档次确定代表名额；刚够法定人数，只能再离席 1 人；选举出现并列。",
        Example::Owners => "人数与面积两项标准须同时达到，参会与表决都是如此；另有一处并列，等待抽签。",
        Example::Blank => "从空白表格开始。",
    }
}

const fn from(example: Example) -> &'static str {
    match example {
        Example::Congress => {
            "合计数取自 2021 年 9 月 28 日的报纸版面；各选举单位的数字仅为示意，并非真实数据。"
        }
        Example::House2020 => "美国人口普查局，2020 年席位分配人口。",
        Example::House1880 => {
            "1880 年人口普查。总数及阿拉巴马、伊利诺伊、得克萨斯三州已核对出处，其余各州请核实。"
        }
        Example::Union => "虚构数据。档次取自英国工党 2022 年规则手册 C3.I.1.B。",
        Example::Owners => "虚构数据。规则：民法典第二百七十八条。",
        Example::Blank => "",
    }
}

pub(super) const fn see(example: Example) -> &'static str {
    match example {
        Example::Congress | Example::Blank => "",
        Example::House2020 => "选中明尼苏达州或纽约州，看“为什么是这个结果”；“比较”列出其他方法的结果。",
        Example::House1880 => {
            "总席位 299 时阿拉巴马州为 8 席；将名额总数改为 300，变为 7 席。“比较”标出每一处悖论。"
        }
        Example::Union => {
            "虚构数据。邮政工会 749 人，1 名代表；零售工会 750 人，2 名代表。再有 2 人离席即不足法定人数。委员会第七席须再次投票。"
        }
        Example::Owners => {
            "虚构数据。参与表决的业主 700 人（共 1,000 人），面积 85,000 平方米（共 120,000 平方米）。两项表决各需多少，见“选举”。1、4、9、10 号楼并列争三个名额，请抽签。"
        }
    }
}

const fn stop(stop: Stop) -> (&'static str, &'static str) {
    match stop {
        Stop::Units => (
            "选举单位与应得份额",
            "每行是一个选举单位及其人数。应得份额是它在名额总数中所占的份额，名额由此得出。任何一格都可以直接改，随时可以撤销。",
        ),
        Stop::Method => (
            "分配方法与并列",
            "在这里设定名额总数和分配方法。几个单位对最后名额的要求完全相等时，并列会显示在这里等待抽签，绝不暗中决定。",
        ),
        Stop::Roster => ("代表名册", "名额的去向：选举产生、资格终止、实到。上方的数字链与各表始终相符。"),
        Stop::Quorum => (
            "会议与法定人数",
            "出席情况按每次会议统计。结论是一句可以逐项核对的话，依据的规则在“法定人数与多数”中选定。",
        ),
        Stop::Elections => ("选举", "议程及各项选举：候选人应有多少，多少票当选，谁当选，并列时怎么办。"),
        Stop::Share => (
            "保存与分享",
            "输入的内容随时保存在本浏览器中。“分享”可生成链接或工作簿，报告可按 A4 打印。旁边的“?”有每一步的帮助。",
        ),
    }
}

const fn page(topic: Topic) -> &'static str {
    match topic {
        Topic::Allocation => {
            "\
每个选举单位分到多少名额，为什么正好这么多。
- 输入选举单位及其人数，或粘贴、打开电子表格；各列按标题识别。
- 设定名额总数，选择分配方法；方法下方说明它有利于谁。
- 在“名额”格中输入数字即锁定该单位；清空即恢复计算。
- 出现并列时，可在此抽签，也可录入已抽的结果。
- 选中一个单位，看“为什么是这个结果”：最后一个名额归谁，下一个轮到谁。
=选举单位|electoral unit|选出代表的单位
=名额|seat|一名代表的位置
=应得份额|exact quota|人数 × 名额总数 ÷ 总人数，可为分数
=偏差|deviation|名额减去应得份额；横条满格为一个名额，箭头表示更多
=并列|tie|对最后名额的要求完全相等
=最低名额|minimum|一个单位至少有的名额
@方法见 Balinski 与 Young《Fair Representation》（1982）、Pukelsheim《Proportional Representation》（2017）。各种档次、公式和范围的出处写在选项旁。"
        }
        Topic::Roster => {
            "\
从名额到实到：选出多少，终止多少，到会多少。
- 按单位填写选举产生人数；后来补选的填入“补选”。
- 资格终止在表下逐条填写原因、日期和说明。
- 报到、请假、实到属于上方数字链所示的那次会议。
- 用拖动或“移动”把单位编入代表团（触屏上轻点单位，再选择去向），也可由系统提出均衡的编团方案。
- 需要时可建代表名单：用来核对数字，或由名单生成数字。
=代表团|delegation|在一起开会、统计的若干单位
=未选出|unfilled|名额减去选举产生；选出多于名额的写作“超”，在文件中为负数
=资格终止|ended mandate|代表资格已经结束
=实有|actual|选举产生 + 补选 − 终止 − 暂停
=应到|due to attend|就会议而言的实有代表
@人大代表：代表法（2025）第六十一、六十二条。党代表：代表任期制暂行条例（2008）第二十五至二十八条。"
        }
        Topic::Rules => {
            "\
多少人到会方可开会、选举，多少票方可当选、通过。
- 选择本组织适用的规则；每个数值都注明出处。
- 标有“请核实”的，未在现行文本中读到，请对照原文。
- 与本组织规定不同的，可复制规则后逐条修改。
- 末尾的表列出其他各套规则的结论。
=法定人数|quorum|必须到会的人数
=多数|majority|当选或通过所需的票数
=过半数|more than|恰好一半不算
=不少于|at least|恰好达到即可
=基数|base|计算比例所依据的人数
@法律或文件写在每条旁边；没有的，由筹备者自定。"
        }
        Topic::Sittings => {
            "\
每次统计出席情况的会议，以及能否开会、选举、表决。
- 添加会议，注明用途：开幕、选举、表决。
- 出席情况可在名册中按单位填写，也可按代表团或只填总数。
- 选择上方数字链显示哪次会议。
- 可把应到人数固定为资格审查报告的数字，以后的变化即为补充报告。
- 筹备日程从首日倒排。
=会议|sitting|统计出席情况的一次会议
=实到|present|在场的人
=报到登记|registered|已报到的人，离开后仍计入
=筹备事项|milestone|大会之前应完成的事
@法定人数见“法定人数与多数”；各项时限注明出处。"
        }
        Topic::Elections => {
            "\
议程及其表决，以及每项选举从候选人到当选人名单的全过程。
- 填写议程各项及其要求：听取、表决、选举。
- 填写应选名额、候选人、选票和得票，系统判定当选人。
- 最后名额出现并列的，须再次投票，票数填在旁边。
- 候选人可从电子表格粘贴，每行为姓名、票数、笔画、笔顺。
- 名单按姓氏笔画排列而笔画相同的，再填笔顺：横 1、竖 2、撇 3、点 4、折 5。
- 业主表决时，除赞成人数外还须填写赞成者的专有部分面积。
=应选名额|seats to fill|一项选举选出的人数
=差额|differential|候选人多于应选名额
=再次投票|further ballot|在并列者中再投一次票
=姓氏笔画|strokes of the surname|名单排列的依据
=笔顺|stroke order|笔画相同时排列的依据
@规则及其出处写在每个结果旁边。"
        }
        Topic::Composition => {
            "\
代表中各类人员应有多少（妇女、一线、少数民族等），各单位各选派多少。
- 添加类别及目标：不少于、不超过或等于。
- 系统算出各单位应选派的人数，使行、列合计都相符。
- 在格中输入数字即锁定；互相矛盾的会指明。
=代表构成|composition|各类代表应有的人数
=目标|target|不少于、不超过或等于
=应占份额|fair share|按比例应有的人数，可为分数
=受控取整|controlled rounding|取整后行、列合计不变
@参考标准附有出处，不会自动采用。"
        }
        Topic::Compare => {
            "\
换一种做法会怎样：其他方法、其他总数、其他出席人数、另一个方案。
- 比较各种方法：谁多谁少，各项指数如何。
- 改变名额总数：标出每一处悖论。
- 滑块可随意拖动，确认之前什么都不会改变。
=除数法|divisor method|人数 ÷ 除数，按界点取整
=最大余数法|largest remainders|先取整数部分，余数大者再得一席
=偏差|deviation|名额减去应得份额
@指数与悖论见 Balinski 与 Young（1982）、Pukelsheim（2017）。"
        }
        Topic::Report => {
            "\
资格审查委员会的报告，数字与页面一致。
- 选择报告及其语言。
- 末尾列出所适用的规则及其依据。
- 按 A4 打印，或复制、保存为文本；Excel 工作簿在“分享”中。
- 需要时可附代表名单。
=代表|delegate|名单中的一人
=选举产生|elected|单位选出的代表
=暂停执行代表职务|suspended|暂停后可以恢复
@文字依照 2021 年 9 月 28 日刊载的资格审查报告。"
        }
        Topic::Keyboard => {
            "\
不用鼠标也能完成全部操作。Tab 键在各部分之间移动。
+↑ ↓ ← →|移到相邻单元格；加 Ctrl 到边缘
+Shift + ↑ ↓ ← →|扩大选择
+Enter, Tab|确认并移到下一格
+F2|编辑格中内容；直接输入则替换
+Esc|放弃输入；再按一次，Tab 即可离开表格；关闭对话框；结束引导
+Delete|清空所选单元格
+Home, End|移到行首、行末；加 Ctrl 到表首、表末
+Page Up, Page Down|上移、下移一屏
+Ctrl+A|全选
+Ctrl+C, Ctrl+X, Ctrl+V|复制、剪切、粘贴，可与电子表格互通
+Ctrl+D|向下填充
+Ctrl+F, F3|在表中查找；下一处
+Ctrl+Space, Shift+Space|选中整列、整行
+Alt+↑, Alt+↓|移动所选的行
+Alt+Insert, Alt+Delete|插入行、删除行
+Shift+F10|列的排序、隐藏和宽度
+Ctrl+Z, Ctrl+Y|撤销、重做；旁边的按钮列出最近的步骤
+F1, ?|打开帮助；未在输入时可按 ?"
        }
    }
}
