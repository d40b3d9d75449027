//! The filter of the grid: which rows are on show. Rows are chosen when the filter is set, not while cells change: a row
//! whose cell was mended does not vanish under the hand, and rows that are new are always on show.

use super::hand::Hand;
use super::rows::{Rows, Same};
use crate::effects::announce;
use crate::effects::typing::is_composing;
use crate::store::Drafts;
use crate::ui::words::Words;
use delegate_roster::scenario::{Field, Filter, Name, Report, UnitId, Wanted};
use delegate_roster::text::{Msg, TableMsg, TableWord};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The filter as a person set it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sieve {
    filter: Filter,
    /// Counts the times it was set, so that the same one can be set again.
    turn: u32,
    /// Whether its fields are open.
    open: bool,
    /// Units that are on show although it hides them: something led to them.
    pub opened: Vec<UnitId>,
    /// A cell to go to once it is on show.
    pub wanted: Option<(UnitId, Field)>,
}

impl Sieve {
    /// Set anew.
    fn with(&self, filter: Filter) -> Self {
        Self { filter, turn: self.turn.wrapping_add(1), opened: Vec::new(), wanted: None, ..self.clone() }
    }

    /// Whether it hides anything.
    pub fn is_closed(&self) -> bool {
        !self.filter.is_open()
    }
}

/// What is hidden, with the name under which it was: another unit under the same number is not hidden.
#[derive(Default)]
struct Hidden {
    turn: u32,
    units: HashMap<UnitId, Name>,
}

/// The rows on show.
#[hook]
pub fn use_rows(report: &Rc<Report>, drafts: &Rc<Drafts>, sieve: &Sieve) -> Rows {
    let hidden = use_mut_ref(Hidden::default);
    let marked = Same(drafts.clone());
    let shown = use_memo(
        (Same(report.clone()), sieve.turn, sieve.opened.clone(), sieve.is_closed()),
        |(report, turn, opened, closed)| {
            let report = &report.0;
            closed.then(|| {
                if hidden.borrow().turn != *turn {
                    *hidden.borrow_mut() = sifted(report, &marked.0, &sieve.filter, *turn);
                }
                shown(report, &hidden, opened)
            })
        },
    );
    Rows::new(report.units.len(), (*shown).clone())
}

fn sifted(report: &Report, drafts: &Drafts, filter: &Filter, turn: u32) -> Hidden {
    let marked: HashSet<UnitId> = drafts.keys().map(|(unit, _)| *unit).collect();
    let units = report.scenario.units.iter().zip(filter.wanted(report, &marked));
    let hidden = units.filter(|(_, wanted)| !wanted).map(|(unit, _)| (unit.id, unit.name.clone()));
    Hidden { turn, units: hidden.collect() }
}

fn shown(report: &Report, hidden: &RefCell<Hidden>, opened: &[UnitId]) -> Rc<Vec<usize>> {
    let hidden = hidden.borrow();
    let rows = report.scenario.units.iter().enumerate().filter(|(_, unit)| {
        opened.contains(&unit.id) || hidden.units.get(&unit.id).is_none_or(|name| *name != unit.name)
    });
    Rc::new(rows.map(|(row, _)| row).collect())
}

impl Hand {
    fn sift(&self, filter: Filter) {
        self.stay_away();
        let next = self.tools.sieve.with(filter);
        self.tools.sieve.set(next);
    }

    /// Opens the fields of the filter, or closes them and shows everything.
    pub fn toggle_filter(&self) {
        let sieve = &*self.tools.sieve;
        let open = !sieve.open;
        let next = if open { sieve.clone() } else { sieve.with(Filter::default()) };
        self.tools.sieve.set(Sieve { open, ..next });
        if open {
            announce::select_soon([self.name, "-filter"].concat());
        }
    }

    pub fn is_filter_open(&self) -> bool {
        self.tools.sieve.open
    }
}

/// The fields of the filter; nothing until they are asked for.
pub fn bar(words: Words, hand: &Hand) -> Html {
    if hand.tools.sieve.open {
        open_bar(words, hand)
    } else {
        html! { <div class="grid-tool filter" hidden={true}></div> }
    }
}

#[inline(never)]
fn open_bar(words: Words, hand: &Hand) -> Html {
    let word = |which| words.say(&Msg::Table(TableMsg::Word(which)));
    let sieve = &*hand.tools.sieve;
    let (text, rows) = ([hand.name, "-filter"].concat(), [hand.name, "-filter-rows"].concat());
    let oninput = hand.on(|hand, event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        hand.sift(Filter { text: input.value(), ..hand.tools.sieve.filter.clone() });
    });
    let onchange = hand.on(|hand, event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let at = usize::try_from(select.selected_index()).unwrap_or(0);
        let wanted = Wanted::ALL.get(at).copied().unwrap_or_default();
        hand.sift(Filter { wanted, ..hand.tools.sieve.filter.clone() });
    });
    let onkeydown = hand.on(|hand, event: KeyboardEvent| {
        if event.key() == "Escape" && !is_composing(&event) {
            event.prevent_default();
            hand.come_back();
        }
    });
    let again = hand.on(|hand, _: MouseEvent| hand.sift(hand.tools.sieve.filter.clone()));
    let show_all = hand.on(|hand, _: MouseEvent| hand.sift(Filter::default()));
    let said = match (sieve.is_closed(), hand.rows.len()) {
        (false, _) => AttrValue::Static(""),
        (true, 0) => word(TableWord::NoneShown),
        (true, shown) => words.say(&Msg::Table(TableMsg::Shown(shown, hand.rows.all()))),
    };
    html! {
        <div class="grid-tool filter" role="group" aria-label={word(TableWord::Filter)} {onkeydown}>
            <label for={text.clone()}>{ word(TableWord::FilterText) }</label>
            <input id={text} type="text" autocomplete="off" spellcheck="false" value={sieve.filter.text.clone()} {oninput} />
            <span class="labelled">
                <label for={rows.clone()}>{ word(TableWord::FilterRows) }</label>
                <select id={rows} {onchange}>
                    { for Wanted::ALL.iter().map(|wanted| html! {
                        <option selected={*wanted == sieve.filter.wanted}>{ words.say(&Msg::Table(TableMsg::Wanted(*wanted))) }</option>
                    }) }
                </select>
            </span>
            <output class="count" aria-live="polite">{ said }</output>
            <button type="button" onclick={again} disabled={!sieve.is_closed()}>{ word(TableWord::Again) }</button>
            <button type="button" onclick={show_all} disabled={!sieve.is_closed()}>{ word(TableWord::ShowAll) }</button>
            <p class="hint" hidden={!sieve.is_closed()}>{ word(TableWord::FilterHint) }</p>
        </div>
    }
}
