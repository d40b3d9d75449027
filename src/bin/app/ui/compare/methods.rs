//! All methods side by side: who gains and who loses against the one that is chosen, and what each index says of them.

use crate::effects::work::{Asked, use_work};
use crate::store::Intent;
use crate::ui::explained::{explained, explained_cell};
use crate::ui::problems::row_name;
use crate::ui::words::{Words, use_words};
use crate::ui::working::working;
use delegate_roster::apportion::Method;
use delegate_roster::index::{Disproportion, Inequality, Shown};
use delegate_roster::scenario::{
    Action, Figure, Given, Indicator, Problem, Report, Rival, Scheme, Standing, UnitId,
};
use delegate_roster::text::number::{self, grouped};
use delegate_roster::text::{Key, Msg};
use delegate_roster::work::{Answer, Ask};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The methods that need no setting, besides the classic ones.
const FURTHER: [&str; 8] = [
    "danish",
    "condorcet",
    "imperiali",
    "macau",
    "droop",
    "hagenbach-bischoff",
    "imperiali-quota",
    "quota-method",
];

/// Units shown at once; the rest is counted.
const SHOWN: usize = 200;

type Index = (Key, Indicator, fn(&Disproportion, &Inequality) -> Option<f64>, usize);

/// The indices, and the digits that tell methods apart. For all of them less is nearer to proportion.
const INDICES: [Index; 6] = [
    (Key::IndexLoosemoreHanby, Indicator::LoosemoreHanby, |d, _| Some(d.loosemore_hanby), 5),
    (Key::IndexGallagher, Indicator::Gallagher, |d, _| Some(d.gallagher), 4),
    (Key::IndexSainteLague, Indicator::SainteLague, |d, _| d.sainte_lague, 6),
    (Key::IndexDhondt, Indicator::Dhondt, |d, _| d.dhondt, 4),
    (Key::IndexGini, Indicator::Gini, |_, i| Some(i.gini), 5),
    (Key::IndexMaxMin, Indicator::MaxMin, |_, i| i.max_min_ratio, 3),
];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
    pub dispatch: Callback<Intent>,
}

#[component]
pub fn Methods(props: &Props) -> Html {
    let words = use_words();
    let only_differing = use_state_eq(|| false);
    let methods = methods(&props.report.scenario.allocating.method);
    let keyed = matches!(props.report.scenario.allocating.scheme, Scheme::Key(_));
    let nobody = props.report.units.is_empty();
    let idle = keyed || nobody;
    let ask = || Ask::Rivals(methods.iter().map(Method::to_string).collect());
    let work = use_work((!idle).then(|| Asked { report: Some(props.report.clone()), ask: ask() }), 0);
    let found = work.answered.as_deref().filter(|_| !idle).and_then(|answered| match &answered.answer {
        Answer::Rivals(found) => answered.asked.report.as_ref().map(|report| (report, found)),
        _ => None,
    });
    let on_only = {
        let only = only_differing.clone();
        Callback::from(move |event: Event| {
            only.set(event.target_unchecked_into::<HtmlInputElement>().checked())
        })
    };
    html! {
        <section class="methods-compared" aria-labelledby="methods-title">
            <h2 id="methods-title">{ words.key(Key::MethodsCompared) }</h2>
            <p class="hint">{ match (nobody, keyed) {
                (true, _) => words.say(&Msg::Problem(&Problem::NoUnits)),
                (false, true) => words.key(Key::KeyNeedsNoMethod),
                (false, false) => words.key(Key::MethodsComparedHint),
            } }</p>
            <div class="methods-ask">
                if found.is_some() {
                    <label class="check"><input type="checkbox" checked={*only_differing} onchange={on_only} />{ words.key(Key::OnlyDiffering) }</label>
                }
            </div>
            { working(words, &work) }
            <div class={classes!("methods-table", work.is_stale().then_some("stale"))}>
                if let Some((report, found)) = found { { table(words, report, found, (*only_differing, &props.dispatch)) } }
            </div>
        </section>
    }
}

fn methods(chosen: &Method) -> Vec<Method> {
    let further = FURTHER.iter().filter_map(|id| Method::parse(id));
    let known: Vec<Method> = Method::CLASSIC.into_iter().chain(further).collect();
    let own = (!known.contains(chosen)).then(|| chosen.clone());
    own.into_iter().chain(known).collect()
}

fn table(
    words: Words,
    report: &Report,
    found: &[Rival],
    (only_differing, dispatch): (bool, &Callback<Intent>),
) -> Html {
    let chosen =
        found.iter().position(|rival| rival.method == report.scenario.allocating.method).unwrap_or(0);
    let differs = |row: usize| {
        let seats = |rival: &Rival| rival.seats.get(row).copied();
        let own = found.get(chosen).and_then(seats);
        found.iter().any(|rival| !refused(rival) && seats(rival) != own)
    };
    let rows: Vec<usize> = (0..report.units.len()).filter(|row| !only_differing || differs(*row)).collect();
    html! {
        <>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="methods-title">
                <table class="plain-table">
                    <thead><tr>
                        <th scope="col" class="col-name">{ words.key(Key::UnitsTable) }</th>
                        { for found.iter().enumerate().map(|(at, rival)| head(words, dispatch, rival, at == chosen)) }
                    </tr></thead>
                    <tbody>
                        { for rows.iter().take(SHOWN).map(|row| html! {
                            <tr>
                                <th scope="row" class="col-name"><bdi>{ row_name(words, report, *row) }</bdi></th>
                                { for found.iter().map(|rival| cell(rival, found.get(chosen), *row, report.units.get(*row).map(|unit| unit.id))) }
                            </tr>
                        }) }
                    </tbody>
                    <tfoot>
                        { for INDICES.iter().map(|index| index_row(words, found, index)) }
                    </tfoot>
                </table>
            </div>
            <p class="hint">
                if rows.len() > SHOWN { { words.say(&Msg::More(rows.len() - SHOWN)) } }
                { words.key(Key::BestMarked) }
            </p>
        </>
    }
}

fn head(words: Words, dispatch: &Callback<Intent>, rival: &Rival, is_chosen: bool) -> Html {
    let method = rival.method.clone();
    let choose = dispatch.reform(move |_: MouseEvent| Intent::Do(Action::SetMethod(method.clone())));
    html! {
        <th scope="col" class={classes!("col-count", is_chosen.then_some("chosen"))}>
            if is_chosen {
                <strong>{ words.say(&Msg::Method(&rival.method)) }</strong>
                <span class="hint">{ words.key(Key::ChosenMethod) }</span>
            } else {
                <button type="button" class="plain" title={words.key(Key::UseThisMethod)} onclick={choose}>{ words.say(&Msg::Method(&rival.method)) }</button>
            }
        </th>
    }
}

/// Whether the method gave no seats at all.
fn refused(rival: &Rival) -> bool {
    rival.given == Given::Nothing
}

fn cell(rival: &Rival, chosen: Option<&Rival>, row: usize, unit: Option<UnitId>) -> Html {
    let seats = |rival: &Rival| rival.seats.get(row).map_or(0, |seats| i64::from(seats.get()));
    let own = chosen.map_or(0, seats);
    let settled = |rival: &Rival| rival.standing.get(row) == Some(&Standing::Settled);
    let text = match rival.standing.get(row) {
        _ if refused(rival) => "–".to_owned(),
        Some(Standing::Contested) => format!("{}–{}", seats(rival), seats(rival) + 1),
        Some(Standing::Waiting) => "…".to_owned(),
        _ => grouped(seats(rival).unsigned_abs()),
    };
    let comparable = !refused(rival) && settled(rival) && chosen.is_some_and(settled);
    let change = if comparable { seats(rival) - own } else { 0 };
    let class = match change {
        0 => None,
        1.. => Some("gain"),
        _ => Some("loss"),
    };
    html! {
        <td class={classes!("col-count", class)}>
            if change != 0 { <small>{ number::signed(change) }</small>{ " " } }
            { match unit {
                Some(unit) => explained_cell(&Figure::Rival(rival.method.clone(), unit), text),
                None => html! { { text } },
            } }
        </td>
    }
}

/// An index that can be asked about; the first of the table is reached by Tab, the others by arrows.
fn ask(first: bool, rival: &Rival, index: Indicator, text: String) -> Html {
    let figure = Figure::Index(rival.method.clone(), index);
    if first { explained(&figure, text) } else { explained_cell(&figure, text) }
}

fn index_row(words: Words, found: &[Rival], (name, index, value, digits): &Index) -> Html {
    let values: Vec<Option<f64>> =
        found.iter().map(|rival| rival.indices.as_ref().and_then(|(d, i)| value(d, i))).collect();
    let best = values.iter().flatten().copied().fold(f64::INFINITY, f64::min);
    html! {
        <tr>
            <th scope="row" class="col-name">{ words.key(*name) }</th>
            { for values.into_iter().zip(found).enumerate().map(|(at, (value, rival))| html! {
                <td class={classes!("col-count", (value == Some(best)).then_some("best"))}>
                    { ask(at == 0 && *index == Indicator::LoosemoreHanby, rival, *index, value.map_or_else(|| "–".to_owned(), |value| number::index(Shown::new(value, *digits)))) }
                    if value == Some(best) { <span class="visually-hidden">{ words.key(Key::BestOfAll) }</span> }
                </td>
            }) }
        </tr>
    }
}
