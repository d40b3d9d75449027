//! Units by delegation: moved by dragging, by a choice on the unit, or by keyboard; delegations renamed and dissolved.
//!
//! Events of units and drops are handled once, on the board. What is moved is one step of undo, and the focus stays on
//! the unit that was moved.

mod card;
mod groups;
mod hand;
mod mover;
mod name;
mod preview;
mod suggest;

pub use suggest::Suggest;

use super::words::{Words, use_words};
use crate::effects::announce;
use crate::store::Intent;
use card::Card;
use delegate_roster::scenario::regroup::{figures_that_stay, founded, moving};
use delegate_roster::scenario::{Report, UnitEdit, UnitId};
use delegate_roster::text::{GroupingMsg, GroupingWord, Key, Msg};
use groups::{Board, Target};
use hand::{Hand, Held, Opened, Pending};
use mover::MoveForm;
use std::rc::Rc;
use yew::prelude::*;

/// Says how many figures of attendance stay as counted where these units leave their delegations.
pub fn figures_stay(words: Words, report: &Report, moving: &[UnitId]) -> Option<AttrValue> {
    match figures_that_stay(&report.scenario, moving).len() {
        0 => None,
        stay => Some(words.say(&Msg::Grouping(GroupingMsg::FiguresStay(stay)))),
    }
}

/// What there is to say of edits that bring units to delegations: which of these are new, since a slip makes one as well, and what
/// does not go along.
pub fn brought(words: Words, report: &Report, edits: &[(UnitId, UnitEdit)]) -> Option<AttrValue> {
    let names: Vec<String> =
        founded(&report.scenario, edits).into_iter().map(|name| name.as_str().to_owned()).collect();
    let new = (!names.is_empty()).then(|| words.say(&Msg::Grouping(GroupingMsg::Founded(&names))));
    let stay = figures_stay(words, report, &moving(&report.scenario, edits));
    let told: Vec<AttrValue> = new.into_iter().chain(stay).collect();
    (!told.is_empty()).then(|| told.join(&*words.key(Key::BetweenSentences)).into())
}

/// Delegations that are shown before all are asked for.
const SHOWN: usize = 60;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn Regroup(props: &Props) -> Html {
    let words = use_words();
    let word = |word| words.say(&Msg::Grouping(GroupingMsg::Word(word)));
    let held = use_reducer_eq(Held::default);
    let said = use_state_eq(AttrValue::default);
    let pending = use_mut_ref(Pending::default);
    let board = use_memo(props.report.clone(), |report| Rc::new(Board::of(report)));
    use_effect_with(props.report.clone(), {
        let (pending, said, held) = (pending.clone(), said.clone(), held.clone());
        move |_| {
            let Pending { focus, words } = pending.take();
            said.set(words.unwrap_or_default());
            match focus {
                Some(id) => announce::focus_id(&id),
                // Undo took the unit that had the focus elsewhere.
                None => held.keep_focus(),
            }
        }
    });
    let shown = if held.all { usize::MAX } else { SHOWN };
    let layout = Rc::new(board.layout(&held, shown));
    let hand = Hand {
        report: props.report.clone(),
        board: (*board).clone(),
        layout: layout.clone(),
        held: held.clone(),
        pending,
        dispatch: props.dispatch.clone(),
        words,
    };
    let status = match held.chosen.len() {
        0 => (*said).clone(),
        n => words.say(&Msg::Grouping(GroupingMsg::Chosen(n))),
    };
    let tab_stop = layout.tab_stop(held.active);
    let hidden = board.groups.len().saturating_sub(layout.groups.len());
    let on_move = hand.on(|hand, to: Target| hand.move_opened(to));
    let on_cancel = hand.on(|hand, ()| hand.close());
    let form = |opened: Opened| {
        html! {
            <MoveForm key="form" label={hand.label(opened)} options={hand.options(opened)}
                confirm={word(if matches!(opened, Opened::Dissolve(_)) { GroupingWord::Dissolve } else { GroupingWord::Move })}
                on_move={&on_move} on_cancel={&on_cancel} />
        }
    };
    let show_all = hand.on(|hand, _: MouseEvent| hand.change(|held| held.all = true));
    html! {
        <div class="regroup" onclick={hand.on(|hand, event: MouseEvent| hand.click(&event))}
            onkeydown={hand.on(|hand, event: KeyboardEvent| hand.key(&event))}
            onfocusin={hand.on(|hand, event: FocusEvent| hand.entered(&event))}
            onfocusout={hand.on(|hand, event: FocusEvent| hand.left(&event))}
            ondragstart={hand.on(|hand, event: DragEvent| hand.drag(&event))}
            ondragover={hand.on(|hand, event: DragEvent| hand.over(&event))}
            ondrop={hand.on(|hand, event: DragEvent| hand.drop(&event))}
            ondragend={hand.on(|hand, _: DragEvent| hand.let_go())}>
            <p class="balance sentence">
                { match (&board.balance, props.report.units.is_empty()) {
                    (Some(balance), _) => words.say(&Msg::Grouping(GroupingMsg::Balance(balance))),
                    (None, true) => word(GroupingWord::NoUnits),
                    (None, false) => word(GroupingWord::NoDelegations),
                } }
            </p>
            <p class="hint" id="regroup-hint">{ word(GroupingWord::Hint) }</p>
            <p class="regroup-status" role="status">{ status }</p>
            <ul class="groups">
                { for layout.groups.iter().filter_map(|(at, units)| Some((board.groups.get(*at)?, *at, units))).map(|(group, at, units)| html! {
                    <Card key={group.target.code()} report={props.report.clone()} board={(*board).clone()} {at} units={units.clone()}
                        {tab_stop} chosen={held.chosen.clone()} over={held.over == Some(group.target)}
                        opened={held.open.filter(|opened| group.holds(*opened, &props.report))}
                        form={held.open.filter(|opened| group.holds(*opened, &props.report)).map(form)}
                        on_more={hand.on(|hand, target: Target| hand.widen(target))}
                        on_open={hand.on(|hand, opened: Opened| hand.open(opened))}
                        on_rename={hand.on(|hand, (id, name)| hand.rename(id, name))} />
                }) }
                <li key="new" class={classes!("group", "new", (held.over == Some(Target::New)).then_some("over"))} data-target={Target::New.code()}>
                    <p class="group-title">{ word(GroupingWord::NewDelegation) }</p>
                    <p class="hint">{ word(GroupingWord::NewHint) }</p>
                </li>
            </ul>
            <p hidden={hidden == 0}>
                <button type="button" onclick={show_all}>{ words.say(&Msg::Grouping(GroupingMsg::ShowMoreDelegations(hidden))) }</button>
            </p>
        </div>
    }
}
