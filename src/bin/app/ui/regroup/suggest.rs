//! Suggest a grouping: what is wanted, what it would come to, and taking it over as one step.

use super::preview::Preview;
use crate::store::Intent;
use crate::ui::dialog::Dialog;
use crate::ui::fields::Choice;
use crate::ui::number_field::NumberField;
use crate::ui::words::use_words;
use delegate_roster::limits::MAX_UNITS;
use delegate_roster::scenario::Report;
use delegate_roster::scenario::regroup::{Balance, Figure, Large, Wish};
use delegate_roster::text::{GroupingMsg, GroupingWord, Msg};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a delegation can be asked to have at most: all delegates of all units.
const MOST: u64 = 1 << 40;

const FIGURES: [Figure; 2] = [Figure::Actual, Figure::Seats];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

/// The button, and the dialog that it opens.
#[component]
pub fn Suggest(props: &Props) -> Html {
    let words = use_words();
    let word = |word| words.say(&Msg::Grouping(GroupingMsg::Word(word)));
    let open = use_state_eq(|| false);
    let wish = use_state_eq(Wish::default);
    let start = {
        let (open, wish, report) = (open.clone(), wish.clone(), props.report.clone());
        Callback::from(move |_: MouseEvent| {
            let now = Balance::of(&report, Figure::Actual).map_or(1, |balance| balance.delegations);
            wish.set(Wish { delegations: now, ..*wish });
            open.set(true);
        })
    };
    let on_close = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    let wants = |change: fn(&mut Wish, Option<u64>)| {
        let wish = wish.clone();
        Callback::from(move |value: Option<u64>| {
            let mut next = *wish;
            change(&mut next, value);
            wish.set(next);
        })
    };
    let delegations = wants(|wish, n| {
        wish.delegations = n.and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    });
    let least = wants(|wish, n| wish.least = n);
    let most = wants(|wish, n| wish.most = n);
    let on_figure = {
        let wish = wish.clone();
        Callback::from(move |at: usize| {
            wish.set(Wish { figure: FIGURES.get(at).copied().unwrap_or_default(), ..*wish });
        })
    };
    let on_large = {
        let wish = wish.clone();
        Callback::from(move |event: Event| {
            let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
            wish.set(Wish { large: if checked { Large::Stays } else { Large::Regrouped }, ..*wish });
        })
    };
    html! {
        <div class="suggest">
            <button type="button" onclick={start}>{ word(GroupingWord::Suggest) }</button>
            <Dialog id="suggest" title={word(GroupingWord::SuggestTitle)} open={*open} wide=true on_close={&on_close}>
                <div class="suggest-fields">
                    <NumberField id="suggest-delegations" label={word(GroupingWord::Wanted)} value={Some(wish.delegations as u64)}
                        limit={MAX_UNITS as u64} on_commit={delegations.reform(Some)} />
                    <NumberField id="suggest-least" label={word(GroupingWord::Least)} value={wish.least} limit={MOST}
                        on_commit={least.reform(Some)} on_clear={Some(least.reform(|()| None))} />
                    <NumberField id="suggest-most" label={word(GroupingWord::Most)} value={wish.most} limit={MOST}
                        on_commit={most.reform(Some)} on_clear={Some(most.reform(|()| None))} />
                    <Choice id="suggest-figure" label={word(GroupingWord::Counts)}
                        options={FIGURES.map(|figure| words.say(&Msg::Grouping(GroupingMsg::Figure(figure)))).to_vec()}
                        chosen={FIGURES.iter().position(|figure| *figure == wish.figure)} on_choose={on_figure} />
                </div>
                <div>
                    <label class="check">
                        <input type="checkbox" checked={wish.large == Large::Stays} onchange={on_large} aria-describedby="suggest-large" />
                        { word(GroupingWord::LeaveLarge) }
                    </label>
                    <p class="hint" id="suggest-large">{ word(GroupingWord::LeaveLargeHint) }</p>
                </div>
                <Preview report={props.report.clone()} wish={*wish} dispatch={&props.dispatch} {on_close} />
            </Dialog>
        </div>
    }
}
