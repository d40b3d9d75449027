//! A chart on the page: the shapes of the library as they are, its sentence and its numbers beside it, and both ways to keep
//! it. Decides nothing and places nothing.

use super::explained::{explained, explained_cell};
use super::words::{Words, use_words};
use crate::effects::{download, raster};
use delegate_roster::language::Language;
use delegate_roster::picture::{Chart, Element, Picture, file};
use delegate_roster::scenario::Report;
use delegate_roster::text::{ChartMsg, ChartWord, Msg};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Names the parts of the figure; one of a kind on the page.
    pub id: AttrValue,
    pub chart: Rc<Chart>,
    /// The language of the chart.
    pub language: Language,
    /// Where its numbers are from, so that they can be asked about.
    #[prop_or_default]
    pub report: Option<Rc<Report>>,
}

#[component]
pub fn ChartView(props: &Props) -> Html {
    let words = use_words();
    let chart = &props.chart;
    let said = use_state_eq(|| None::<ChartWord>);
    // What was said is about the picture that was there.
    use_effect_with(chart.title.clone(), {
        let said = said.setter();
        move |_| said.set(None)
    });
    let svg = use_callback(
        (chart.clone(), props.language, said.setter()),
        |_: MouseEvent, (chart, language, said)| {
            download::bytes(&[&chart.title, ".svg"].concat(), file(chart, *language).0.as_bytes());
            said.set(Some(ChartWord::Saved));
        },
    );
    let png = use_callback(
        (chart.clone(), props.language, said.setter()),
        |_: MouseEvent, (chart, language, said)| {
            let (name, said) = ([&chart.title, ".png"].concat(), said.clone());
            let (text, size) = file(chart, *language);
            spawn_local(async move {
                let done = raster::save(&name, &text, size).await.is_some();
                said.set(Some(if done { ChartWord::Saved } else { ChartWord::NoPng }));
            });
        },
    );
    let say = |msg: ChartMsg<'_>| words.say(&Msg::Chart(msg));
    let caption = format!("{}-caption", props.id);
    html! {
        <figure class="chart" lang={props.language.tag()} aria-labelledby={caption.clone()}>
            <figcaption id={caption.clone()}>{ &chart.title }</figcaption>
            <div class="chart-body" hidden={chart.is_empty()}>
                <div class="chart-scroll" tabindex="0" role="group" aria-labelledby={caption.clone()}>{ drawn(chart) }</div>
                { numbers(words, chart, &props.id, props.report.as_deref()) }
            </div>
            <p class="sentence">{ match chart.about.as_ref().filter(|_| props.report.is_some()) {
                Some(about) => explained(about, chart.sentence.clone()),
                None => html! { { &chart.sentence } },
            } }</p>
            { for chart.notes.iter().map(|note| html! { <p class="hint">{ note }</p> }) }
            <div class="buttons" hidden={chart.is_empty()}>
                <button type="button" aria-label={say(ChartMsg::SaveSvg(&chart.title))} onclick={svg}>{ word(words, ChartWord::Svg) }</button>
                <button type="button" aria-label={say(ChartMsg::SavePng(&chart.title))} onclick={png}>{ word(words, ChartWord::Png) }</button>
                <p role="status" class="hint">{ said.map_or(AttrValue::Static(""), |said| word(words, said)) }</p>
            </div>
        </figure>
    }
}

/// A word about pictures.
pub fn word(words: Words, word: ChartWord) -> AttrValue {
    words.say(&Msg::Chart(ChartMsg::Word(word)))
}

/// A chart on paper: its numbers stand in the tables there.
pub fn printed(chart: &Chart) -> Html {
    html! {
        <figure class="chart printed">
            <figcaption>{ &chart.title }</figcaption>
            <div class="chart-scroll" tabindex="0" role="group" aria-label={chart.title.clone()}>{ drawn(chart) }</div>
            <p>{ &chart.sentence }</p>
            { for chart.notes.iter().map(|note| html! { <p class="hint">{ note }</p> }) }
        </figure>
    }
}

/// From this width on, in its own units, a picture takes the width of a page.
const LARGE: f64 = 700.0;

/// The picture: the same elements as in its file, painted by the style sheet. Where there is another one for narrow screens the style
/// sheet shows the one that fits.
fn drawn(chart: &Chart) -> Html {
    let label = [&chart.title, ". ", &chart.sentence].concat();
    let usual = match (&chart.narrow, chart.picture.width < LARGE) {
        (None, _) => "picture",
        (Some(_), false) => "picture wide",
        (Some(_), true) => "picture wide small",
    };
    html! {
        <>
            { svg(&chart.picture, usual, &label) }
            { for chart.narrow.iter().map(|picture| svg(picture, "picture narrow", &label)) }
        </>
    }
}

fn svg(picture: &Picture, class: &'static str, label: &str) -> Html {
    let mut svg = VTag::new("svg");
    let size = |n: f64| (n.ceil() as u32).to_string();
    let frame = ["0 0 ", &size(picture.width), " ", &size(picture.height)].concat();
    svg.add_attribute("class", class);
    svg.add_attribute("viewBox", frame);
    svg.add_attribute("role", "img");
    svg.add_attribute("aria-label", label.to_owned());
    svg.add_children(picture.elements().iter().map(element));
    svg.into()
}

fn element(of: &Element<'_>) -> Html {
    let mut tag = VTag::new(of.tag);
    for (name, value) in &of.attributes {
        tag.add_attribute(name, value.clone());
    }
    let fill = of.fill.map_or("", |paint| paint.fill());
    let stroke = of.stroke.map_or("", |paint| paint.stroke());
    if !fill.is_empty() || !stroke.is_empty() {
        tag.add_attribute("class", [fill, " ", stroke].concat());
    }
    if !of.text.is_empty() {
        tag.add_child(VText::new(of.text.to_owned()).into());
    }
    tag.add_children(of.children.iter().map(element));
    tag.into()
}

/// The numbers beside it.
fn numbers(words: Words, chart: &Chart, id: &AttrValue, report: Option<&Report>) -> Html {
    let table = &chart.table;
    let name = |line: &[String]| line.first().cloned().unwrap_or_default();
    // One number of the table is reached by Tab: the first of its first row.
    let cell = |row: Option<usize>, column: usize, text: &String| match report
        .and_then(|report| table.figure(report, row, column))
    {
        Some(figure) if (row, column) == (Some(0), 1) => explained(&figure, text.clone()),
        Some(figure) => explained_cell(&figure, text.clone()),
        None => html! { { text } },
    };
    let cells = |row: Option<usize>, line: &[String]| {
        let line = line.iter().enumerate().skip(1);
        line.map(|(column, text)| html! { <td class="col-count">{ cell(row, column, text) }</td> })
            .collect::<Html>()
    };
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label={word(words, ChartWord::Numbers)}>
            <table class="plain-table" id={format!("{id}-numbers")}>
                <thead><tr>
                    { for table.head.iter().enumerate().map(|(at, text)| html! {
                        <th scope="col" class={(at > 0).then_some("col-count")}>{ text }</th>
                    }) }
                </tr></thead>
                <tbody>
                    { for table.rows.iter().enumerate().map(|(row, line)| html! {
                        <tr><th scope="row"><bdi>{ name(line) }</bdi></th>{ cells(Some(row), line) }</tr>
                    }) }
                </tbody>
                <tfoot hidden={table.foot.is_empty()}><tr><th scope="row">{ name(&table.foot) }</th>{ cells(None, &table.foot) }</tr></tfoot>
            </table>
        </div>
    }
}
