//! Chinese: work that takes longer than a moment.

use crate::text::number::grouped;
use crate::text::{WorkMsg, WorkWord};
use std::borrow::Cow;

pub(super) fn say(msg: WorkMsg) -> Cow<'static, str> {
    Cow::Borrowed(match msg {
        WorkMsg::Steps(done, of) => {
            return Cow::Owned(["已完成 ", &grouped(done.into()), " / ", &grouped(of.into())].concat());
        }
        WorkMsg::Word(word) => match word {
            WorkWord::Working => "正在计算……",
            WorkWord::WorkingAnew => "正在重新计算……目前显示的仍是修改前的结果。",
            WorkWord::Stop => "停止计算",
            WorkWord::Stopped => "计算已停止，没有完成。",
            WorkWord::Failed => "计算中断，没有结果，可能是浏览器内存不足。",
            WorkWord::Here => "此浏览器不能在后台计算，现由页面自行分步计算，可能稍慢。",
        },
    })
}
