//! Attendance against what is needed, sitting by sitting: the picture beside its figures. Decides nothing.

use super::chart::ChartView;
use super::words::use_words;
use delegate_roster::picture::Chart;
use delegate_roster::scenario::Report;
use delegate_roster::text::Key;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
}

#[component]
pub fn Attendance(props: &Props) -> Html {
    let words = use_words();
    let chart = use_memo((props.report.clone(), words.0), |(report, language)| {
        Rc::new(Chart::attendance(report, *language))
    });
    html! {
        <section class="attendance" aria-labelledby="attendance-title">
            <h2 id="attendance-title" class="visually-hidden">{ words.key(Key::AttendanceChart) }</h2>
            <ChartView id="attendance" chart={(*chart).clone()} language={words.0} report={Some(props.report.clone())} />
        </section>
    }
}
