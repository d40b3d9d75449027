//! Chinese for how the seats were allocated.

use super::{count, known_key, method, minimum_rule};
use crate::apportion::{Printed, open_house::Parts};
use crate::text::AccountMsg;
use crate::text::number::{decimal, grouped};

pub(super) fn say(msg: &AccountMsg<'_>) -> String {
    match msg {
        AccountMsg::TwoTier(upper, lower) => format!(
            "名额先分配到代表团（{}），再由各代表团分配到所属单位（{}）。",
            method(upper),
            method(lower)
        ),
        AccountMsg::Key(key) => format!("各单位名额按公布的标准由本单位人数确定：{}。", known_key(*key)),
        AccountMsg::Steps(scale) => {
            let parts = match scale.parts {
                Parts::Whole => "不足一级不计",
                Parts::OrPart => "不足一级按一级计",
                Parts::Nearest => "满半级按一级计",
            };
            let most = scale
                .most
                .map_or_else(String::new, |most| format!("，最多 {} 名", grouped(most.get().into())));
            format!(
                "各单位名额按阶梯标准由本单位人数确定：前 {} 人 {} 名，此后每 {} 人增加 {} 名（{parts}）{most}。",
                grouped(scale.covers.get()),
                grouped(scale.first.get().into()),
                grouped(scale.per.get()),
                grouped(scale.step.get().into())
            )
        }
        AccountMsg::Minimum(seats, rule) => {
            format!("有人数的单位至少 {} 名（{}）。", grouped((*seats).into()), minimum_rule(*rule))
        }
        AccountMsg::Bounds(units) => format!("另有最低或最高名额的单位：{} 个。", count(*units)),
        AccountMsg::Fixed(units, more) => format!("手工固定的名额：{}。", listed(units, *more)),
        AccountMsg::Drawn(names, more, seed) => {
            let seed = seed.map_or_else(String::new, |seed| format!("（种子 {seed}）"));
            format!("并列单位抽签，抽中：{}{seed}。", listed(names, *more))
        }
        AccountMsg::OpenEdge(open, rest) => {
            format!("余数同为 {} 的并列，尚有 {} 个名额待定。", decimal(*rest, 4), count(*open))
        }
        AccountMsg::Impossible => "按现有条件无法分配名额；所列名额为此前的或手工固定的名额。".to_owned(),
    }
}

/// Why no divisor is printed. Seldom said, so not among what comes first.
#[inline(never)]
pub(super) fn undivided(one: &str, rounding: &str, printed: Printed) -> String {
    match printed {
        Printed::Tied => format!("在除数处，有几个{one}恰好位于取整的界点上。"),
        Printed::Bounds => format!("受最低、最高名额和手工固定所限，各{one}只能是这些名额。"),
        Printed::FirstSeats => format!(
            "没有除数可得出这些名额：名额不够各{one}先得一个，只有人数最多的{one}各得一个（受最低、最高名额限制和手工固定的除外）。"
        ),
        Printed::TooLong | Printed::Divisor(_) => {
            format!("有除数可得出这些名额（{rounding}），但位数过多，不便列出。")
        }
    }
}

fn listed(names: &[String], more: usize) -> String {
    let names = names.join("、");
    if more == 0 { names } else { format!("{names}等，另有 {} 个", count(more)) }
}
