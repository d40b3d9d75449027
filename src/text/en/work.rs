//! English: work that takes longer than a moment.

use crate::text::number::grouped;
use crate::text::{WorkMsg, WorkWord};
use std::borrow::Cow;

pub(super) fn say(msg: WorkMsg) -> Cow<'static, str> {
    Cow::Borrowed(match msg {
        WorkMsg::Steps(done, of) => {
            return Cow::Owned([&grouped(done.into()), " of ", &grouped(of.into())].concat());
        }
        WorkMsg::Word(word) => match word {
            WorkWord::Working => "Being worked out…",
            WorkWord::WorkingAnew => "Being worked out anew… What is shown is from before the last change.",
            WorkWord::Stop => "Stop",
            WorkWord::Stopped => "Stopped before the end.",
            WorkWord::Failed => "This ended without a result; the browser may have run out of memory.",
            WorkWord::Here => {
                "This browser gives the page no worker in the background: the page does the work itself, in small steps."
            }
        },
    })
}
