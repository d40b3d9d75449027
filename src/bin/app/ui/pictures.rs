//! The pictures of an allocation, one at a time, folded away until somebody looks: a picture that is not seen is not worked
//! out.

use super::chart::{ChartView, word};
use super::words::use_words;
use delegate_roster::picture::{Chart, Kind};
use delegate_roster::scenario::Report;
use delegate_roster::text::ChartWord;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
}

#[component]
pub fn Pictures(props: &Props) -> Html {
    let words = use_words();
    let open = use_state_eq(|| false);
    let kind = use_state_eq(|| Kind::Assembly);
    let seen = open.then(|| props.report.clone());
    let chart = use_memo((seen, *kind, words.0), |(seen, kind, language)| {
        seen.as_ref().map(|report| Rc::new(Chart::of(report, *kind, *language)))
    });
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            if let Some(details) = event.target_dyn_into::<HtmlElement>() {
                open.set(details.has_attribute("open"));
            }
        })
    };
    let choice = |to: Kind| {
        let choose = {
            let kind = kind.setter();
            Callback::from(move |_: MouseEvent| kind.set(to))
        };
        html! {
            <button type="button" aria-pressed={if *kind == to { "true" } else { "false" }} onclick={choose}>{ word(words, short(to)) }</button>
        }
    };
    html! {
        <section class="pictures" aria-labelledby="pictures-title">
            <details {ontoggle}>
                <summary><h2 id="pictures-title">{ word(words, ChartWord::Title) }</h2></summary>
                <p class="hint">{ word(words, ChartWord::Hint) }</p>
                <div class="choice" role="group" aria-label={word(words, ChartWord::Which)}>
                    { for Kind::ALL.into_iter().map(choice) }
                </div>
                <div class="pictures-one">
                    if let Some(chart) = chart.as_ref() {
                        <ChartView id="picture" chart={chart.clone()} language={words.0} report={Some(props.report.clone())} />
                    }
                </div>
            </details>
        </section>
    }
}

const fn short(kind: Kind) -> ChartWord {
    match kind {
        Kind::Assembly => ChartWord::ShortAssembly,
        Kind::Deviations => ChartWord::ShortDeviations,
        Kind::PerSeat => ChartWord::ShortPerSeat,
        Kind::Lorenz => ChartWord::ShortLorenz,
    }
}
