//! The seats of one unit as the house grows, with every paradox on the way marked.

use crate::effects::work::{Answered, Asked, use_work};
use crate::ui::chart::ChartView;
use crate::ui::fields::Choice;
use crate::ui::number_field::NumberField;
use crate::ui::problems::row_name;
use crate::ui::words::{Words, use_words};
use crate::ui::working::working;
use delegate_roster::apportion::sweep_work;
use delegate_roster::limits::MAX_SEATS;
use delegate_roster::picture::Chart;
use delegate_roster::scenario::{House, Problem, RIVAL_WORK, Report, Scheme};
use delegate_roster::text::{Key, Msg};
use delegate_roster::work::{Answer, Ask};
use std::rc::Rc;
use yew::prelude::*;

/// Houses on each side of the present one that are shown at first.
const AROUND: u32 = 25;

/// Houses in one drawing: a line of more points takes longer to draw than to work out.
const MOST_HOUSES: usize = 50_000;

/// Units offered by name, and paradoxes listed.
const OFFERED: usize = 1_000;
const LISTED: usize = 50;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
}

#[component]
pub fn Sweep(props: &Props) -> Html {
    let words = use_words();
    let report = &props.report;
    let row = use_state_eq(|| 0usize);
    let bounds = use_state_eq(|| None::<(u32, u32)>);
    let house = report.scenario.allocating.house.get();
    let (from, to) =
        bounds.unwrap_or((house.saturating_sub(AROUND).max(1), house.saturating_add(AROUND).min(MAX_SEATS)));
    let range = to.saturating_sub(from) as usize + 1;
    let looks = sweep_work(report.units.len(), &report.scenario.allocating.method, &(from..=to));
    let too_wide = range > MOST_HOUSES || looks > RIVAL_WORK;
    let one_tier = report.scenario.allocating.scheme == Scheme::OneTier;
    let nobody = report.units.is_empty();
    let idle = !one_tier || nobody;
    let ask = Ask::Houses { row: *row, from, to };
    let work = use_work((!idle && !too_wide).then(|| Asked { report: Some(report.clone()), ask }), 0);
    // The last answer, beside the report that it belongs to.
    let found = work.answered.as_deref().and_then(houses).filter(|(.., found)| !found.is_empty());
    let drawn = use_memo((work.answered.clone(), words.0), |(answered, language)| {
        let (report, row, found) = answered.as_deref().and_then(houses)?;
        Some(Rc::new(Chart::sweep(report, row, found, *language)))
    });
    let set = |put: fn((u32, u32), u32) -> (u32, u32)| {
        let bounds = bounds.clone();
        Callback::from(move |n: u64| {
            let (from, to) = put((from, to), u32::try_from(n).unwrap_or(MAX_SEATS).clamp(1, MAX_SEATS));
            bounds.set(Some((from.min(to), to.max(from))));
        })
    };
    let on_row = {
        let row = row.clone();
        Callback::from(move |at: usize| row.set(at))
    };
    let options: Vec<AttrValue> =
        (0..report.units.len().min(OFFERED)).map(|row| row_name(words, report, row)).collect();
    html! {
        <section class="sweep" aria-labelledby="sweep-title">
            <h2 id="sweep-title">{ words.key(Key::HouseSweep) }</h2>
            <p class="hint">{ match (nobody, one_tier) {
                (true, _) => words.say(&Msg::Problem(&Problem::NoUnits)),
                (false, true) => words.key(Key::HouseSweepHint),
                (false, false) => words.key(Key::HouseSweepOneTier),
            } }</p>
            <div class="sitting-fields" hidden={idle}>
                <Choice id="sweep-unit" label={words.key(Key::UnitOfEntry)} {options} chosen={Some(*row)} on_choose={on_row} />
                <NumberField id="sweep-from" label={words.key(Key::FromHouse)} value={Some(from.into())} limit={u64::from(MAX_SEATS)} on_commit={set(|(_, to), n| (n, to))} />
                <NumberField id="sweep-to" label={words.key(Key::ToHouse)} value={Some(to.into())} limit={u64::from(MAX_SEATS)} on_commit={set(|(from, _), n| (from, n))} />
            </div>
            <p class="trouble" hidden={!too_wide || idle}>{ words.key(Key::RangeTooWide) }</p>
            { working(words, &work) }
            <div class={classes!("sweep-result", work.is_stale().then_some("stale"))} hidden={too_wide || idle}>
                if let Some(((report, _, found), chart)) = found.zip((*drawn).clone()) {
                    <ChartView id="sweep" {chart} language={words.0} report={Some(report.clone())} />
                    { paradoxes(words, report, found) }
                }
            </div>
        </section>
    }
}

/// What an answer says of the houses, with its report and its row.
fn houses(answered: &Answered) -> Option<(&Rc<Report>, usize, &[House])> {
    match (&answered.asked, &answered.answer) {
        (Asked { report: Some(report), ask: Ask::Houses { row, .. } }, Answer::Houses(found)) => {
            Some((report, *row, found))
        }
        _ => None,
    }
}

fn paradoxes(words: Words, report: &Report, found: &[House]) -> Html {
    let all: Vec<&House> = found.iter().filter(|step| !step.losers.is_empty()).collect();
    html! {
        <div class="paradoxes">
            <p class="visually-hidden" role="status">{ words.say(&Msg::Paradoxes(all.len())) }</p>
            <ul>
                { for all.iter().take(LISTED).map(|step| {
                    let names: Vec<String> = step.losers.iter().take(12).map(|row| row_name(words, report, *row).to_string()).collect();
                    html! { <li>{ words.say(&Msg::ParadoxAt(step.size.get(), &names)) }</li> }
                }) }
            </ul>
        </div>
    }
}
