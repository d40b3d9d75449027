//! Chinese: the list of steps.

use super::{count, field, key, method, minimum_rule, step};
use crate::language::Language;
use crate::scenario::{Fact, Leap, Name, Scheme, Step, Taken, Touched, UnitEdit, Where};
use crate::text::inside::{path, value};
use crate::text::number::grouped;
use crate::text::undo::left;
use crate::text::{Key, UndoMsg};
use std::borrow::Cow;

pub(super) fn say(msg: &UndoMsg<'_>) -> Cow<'static, str> {
    Cow::Owned(match msg {
        UndoMsg::Line(taken) => line(taken),
        UndoMsg::Beginning => return Cow::Borrowed("以上各步之前"),
        UndoMsg::Leapt(Leap::Back(steps)) => format!("已撤销 {} 步。", count(*steps)),
        UndoMsg::Leapt(Leap::Ahead(steps)) => format!("已重做 {} 步。", count(*steps)),
    })
}

fn line(taken: &Taken) -> String {
    let done = step(taken.step);
    match &taken.touched {
        Touched::Much => done,
        Touched::Unit(name) => [&done, "：", unit(name)].concat(),
        Touched::Column(which) => [&done, "：", field(*which)].concat(),
        Touched::Seats(was, is) => {
            [&done, "：", &grouped(was.get().into()), " → ", &grouped(is.get().into())].concat()
        }
        Touched::Method(to) => [&done, "：", &method(to)].concat(),
        Touched::MinimumRule(to) => [&done, "：", minimum_rule(*to)].concat(),
        Touched::Scheme(to) => [&done, "：", &scheme(to)].concat(),
        Touched::Title(title) if title.is_empty() => [&done, "：未命名方案"].concat(),
        Touched::Title(title) => [&done, "：", title.as_str()].concat(),
        Touched::Inside(way, values) => [&done, "：", &inside(way, values.as_ref())].concat(),
        Touched::Present(None, None) => done,
        Touched::Present(was, is) => [&done, "：", &present(*was, *is)].concat(),
        // Another reason or day for as many mandates.
        Touched::Cell(name, was, is) if taken.step == Step::Endings && stood(was) == stood(is) => {
            [&done, "：", unit(name)].concat()
        }
        Touched::Cell(name, was, is) => {
            let (from, to) = (stood(was), stood(is));
            let change = if from == to { String::new() } else { ["：", &from, " → ", &to].concat() };
            [unit(name), "，", field(is.field()), &change].concat()
        }
    }
}

/// The way to what changed within a setting, and a single value before and after.
fn inside(way: &[Where], values: Option<&(Fact, Fact)>) -> String {
    let value = |fact| value(Language::Chinese, fact);
    let change = values.map(|(was, is)| ["：", &value(was), " → ", &value(is)].concat());
    [path(Language::Chinese, way), change.unwrap_or_default()].concat()
}

/// Those present, counted in one way and then in another.
fn present(was: Option<u64>, is: Option<u64>) -> String {
    let known = |n: Option<u64>| n.map_or_else(|| "未知".to_owned(), grouped);
    let change = if was == is { known(is) } else { [&known(was), " → ", &known(is)].concat() };
    ["实到 ", &change].concat()
}

/// How the seats hang together; with two tiers also the method among the delegations.
fn scheme(scheme: &Scheme) -> String {
    let name = key(Key::of_scheme(scheme));
    match scheme {
        Scheme::TwoTier { upper } => [name, "，", &method(upper)].concat(),
        _ => name.to_owned(),
    }
}

fn unit(name: &Name) -> &str {
    if name.is_empty() { "未命名单位" } else { name.as_str() }
}

/// What stands in a cell.
fn stood(edit: &UnitEdit) -> String {
    match edit {
        UnitEdit::Locked(None) => "由计算得出".to_owned(),
        _ => Some(left(edit)).filter(|text| !text.is_empty()).unwrap_or_else(|| "空".to_owned()),
    }
}
