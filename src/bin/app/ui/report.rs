//! The report step: the papers of the credentials committee, to read, print, copy and save.

use super::chart::{printed, word};
use super::copy_text::CopyText;
use super::explained::{explained, explained_cell};
use super::words::{Words, use_words};
use crate::effects::{download, print};
use delegate_roster::language::Language;
use delegate_roster::picture::{Chart, Kind};
use delegate_roster::scenario::{Figure, Report};
use delegate_roster::text::paper::{Paper, Sentence, Table};
use delegate_roster::text::{CalendarMsg, CalendarWord, ChartWord, HelpMsg, Key, Msg, PeopleMsg};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Rows of a table that the screen shows; the copied and the saved text have them all.
const SHOWN: usize = 2_000;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Credentials,
    Allocation,
    /// Offered while there is a day to plan back from.
    Timetable,
}

/// Whether a paper has its pictures in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pictured {
    Yes,
    No,
}

impl Which {
    /// A table is read with its picture; a report that is read out loud is words, unless somebody asks.
    const fn usual(self) -> Pictured {
        match self {
            Self::Allocation => Pictured::Yes,
            Self::Credentials | Self::Timetable => Pictured::No,
        }
    }

    fn charts(self, report: &Report, language: Language) -> Vec<Chart> {
        let of = |kind| Chart::of(report, kind, language);
        match self {
            Self::Allocation => vec![of(Kind::Assembly), of(Kind::Deviations)],
            Self::Credentials => vec![of(Kind::Assembly), Chart::attendance(report, language)],
            Self::Timetable => Vec::new(),
        }
    }
}

/// What is added to the credentials report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Annex {
    #[default]
    None,
    /// The list of delegates by name.
    Delegates,
}

#[component]
pub fn ReportStep(props: &Props) -> Html {
    let words = use_words();
    // A report goes to readers whose language need not be the page's.
    let language = use_state_eq(|| None::<Language>);
    let which = use_state_eq(|| Which::Credentials);
    let annex = use_state_eq(Annex::default);
    let pictured = use_state_eq(|| None::<Pictured>);
    let spoken = language.unwrap_or(words.0);
    let paper =
        use_memo((props.report.clone(), *which, spoken, *annex), |(report, which, language, annex)| {
            let paper = match which {
                Which::Credentials => Paper::credentials(report, *language),
                Which::Allocation => Paper::allocation(report, *language),
                Which::Timetable => Paper::timetable(report, *language)
                    .unwrap_or_else(|| Paper::allocation(report, *language)),
            };
            match (which, annex) {
                (Which::Credentials, Annex::Delegates) => paper.with_delegates(report, *language),
                _ => paper,
            }
        });
    let with_pictures = pictured.unwrap_or(which.usual());
    let charts = use_memo(
        (props.report.clone(), *which, spoken, with_pictures),
        |(report, which, language, pictured)| match pictured {
            Pictured::Yes => which.charts(report, *language),
            Pictured::No => Vec::new(),
        },
    );
    let on_pictures = {
        let pictured = pictured.setter();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            pictured.set(Some(if input.checked() { Pictured::Yes } else { Pictured::No }));
        })
    };
    let choose = |to: Which| {
        let which = which.setter();
        Callback::from(move |_: MouseEvent| which.set(to))
    };
    let speak = {
        let language = language.setter();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            language.set(Some(Language::of_tag(&select.value())));
        })
    };
    let text = use_callback(paper.clone(), |(), paper| paper.to_text());
    let save = use_callback(paper.clone(), |_: MouseEvent, paper| {
        download::bytes(&format!("{}.txt", paper.title), paper.to_text().as_bytes());
    });
    let names = props.report.scenario.people.delegates.len();
    let with_names = {
        let annex = annex.setter();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            annex.set(if input.checked() { Annex::Delegates } else { Annex::None });
        })
    };
    let tab = |to: Which, name: AttrValue| {
        html! {
            <button type="button" aria-pressed={(*which == to).to_string()} onclick={choose(to)}>{ name }</button>
        }
    };
    let timetable = words.say(&Msg::Calendar(CalendarMsg::Word(CalendarWord::Paper)));
    html! {
        <div class="step-report">
            <div class="report-tools">
                <div class="choice" role="group" aria-label={words.key(Key::StepReport)}>
                    { tab(Which::Credentials, words.key(Key::CredentialsReport)) }
                    { tab(Which::Allocation, words.key(Key::AllocationTable)) }
                    if props.report.calendar.day.is_some() { { tab(Which::Timetable, timetable) } }
                </div>
                <div class="field">
                    <label for="report-language">{ words.key(Key::ReportLanguage) }</label>
                    <select id="report-language" onchange={speak}>
                        { for Language::ALL.iter().map(|one| html! {
                            <option value={one.tag()} selected={*one == spoken}>{ name(*one) }</option>
                        }) }
                    </select>
                </div>
                <label class="check" hidden={*which != Which::Credentials || names == 0}>
                    <input id="report-names" type="checkbox" checked={*annex == Annex::Delegates} onchange={with_names} />
                    { words.say(&Msg::People(PeopleMsg::WithAnnex(names))) }
                </label>
                <label class="check" hidden={*which == Which::Timetable}>
                    <input id="report-pictures" type="checkbox" checked={with_pictures == Pictured::Yes} onchange={on_pictures} />
                    { word(words, ChartWord::WithPictures) }
                </label>
                <div class="report-actions">
                    <button type="button" class="primary" onclick={|_: MouseEvent| print::page()}>{ words.key(Key::Print) }</button>
                    <button type="button" onclick={save}>{ words.key(Key::SaveText) }</button>
                    <CopyText {text} />
                </div>
            </div>
            { sheet(&props.report, &paper, &charts, Words(spoken)) }
        </div>
    }
}

/// A language in its own words.
const fn name(language: Language) -> &'static str {
    match language {
        Language::Chinese => "中文",
        Language::English => "English",
    }
}

/// The paper as it is printed.
fn sheet(report: &Report, paper: &Paper, charts: &[Chart], words: Words) -> Html {
    html! {
        <article class="sheet" lang={words.0.tag()} aria-labelledby="sheet-title">
            <p class="congress"><bdi>{ paper.congress.clone() }</bdi></p>
            <h2 id="sheet-title">{ paper.title.clone() }</h2>
            { for paper.notes.iter().map(|note| html! { <p class="note">{ note.clone() }</p> }) }
            { for paper.paragraphs.iter().enumerate().map(|(at, text)| match paper.sentences.get(at) {
                Some(sentences) => html! { <p>{ for sentences.iter().map(|sentence| said(words, sentence)) }</p> },
                None => html! { <p>{ text.clone() }</p> },
            }) }
            { for paper.tables.iter().map(|table| drawn(report, table, words, "figures")) }
            { for paper.sections.iter().map(|section| html! {
                <section class="sheet-section">
                    <h3>{ section.title.clone() }</h3>
                    { for section.paragraphs.iter().zip(&section.asked).map(|(text, asked)| html! {
                        <p>{ said(words, &(text.clone(), asked.clone())) }</p>
                    }) }
                    { for section.tables.iter().map(|table| drawn(report, table, words, "figures")) }
                </section>
            }) }
            { for paper.rules.iter().map(|table| drawn(report, table, words, "applied")) }
            <div class="sheet-pictures">{ for charts.iter().filter(|chart| !chart.is_empty()).map(printed) }</div>
            { for paper.annexes.iter().map(|table| drawn(report, table, words, "annex")) }
        </article>
    }
}

/// A sentence that can be asked about, if it holds a figure; sentences of a language without gaps follow at once.
fn said(words: Words, (text, asked): &Sentence) -> Html {
    let gap = words.key(Key::BetweenSentences);
    html! {
        <>
            { match asked {
                Some(figure) => explained(figure, text.clone()),
                None => html! { { text.clone() } },
            } }
            { gap }
        </>
    }
}

fn drawn(report: &Report, table: &Table, words: Words, class: &'static str) -> Html {
    // One number of the table is reached by Tab: the first of its first row.
    let cell = |row: Option<usize>, column: usize, text: &String| match table.figure(report, row, column) {
        Some(figure) if (row, column) == (Some(0), 1) => explained(&figure, text.clone()),
        Some(figure) => explained_cell(&figure, text.clone()),
        None => html! { { text.clone() } },
    };
    let of_words = |column: usize| {
        // A figure of the roster is one with words as well: "over 2".
        let says = |(row, line): (usize, &Vec<String>)| {
            line.get(column).is_some_and(|text| text.chars().any(char::is_alphabetic))
                && !matches!(table.figure(report, Some(row), column), Some(Figure::Line(..)))
        };
        (column > 0 && table.rows.iter().enumerate().any(says)).then_some("words")
    };
    let kinds: Vec<Option<&'static str>> = (0..table.head.len()).map(of_words).collect();
    let kind = |column: usize| kinds.get(column).copied().flatten();
    let cells = |row: Option<usize>, line: &[String]| {
        let line = line.iter().enumerate().skip(1);
        line.map(|(column, text)| html! { <td class={kind(column)}>{ cell(row, column, text) }</td> })
            .collect::<Html>()
    };
    let name = |line: &[String]| line.first().cloned().unwrap_or_default();
    let more = table.rows.len().saturating_sub(SHOWN);
    html! {
        <div class={classes!("table-scroll", class)} tabindex="0" role="region" aria-label={table.caption.clone()}>
            <table class="plain-table">
                <caption>{ table.caption.clone() }</caption>
                <thead><tr>{ for table.head.iter().enumerate().map(|(column, text)| html! { <th scope="col" class={kind(column)}>{ text.clone() }</th> }) }</tr></thead>
                <tbody>
                    { for table.rows.iter().enumerate().take(SHOWN).map(|(row, line)| html! {
                        <tr><th scope="row"><bdi>{ name(line) }</bdi></th>{ cells(Some(row), line) }</tr>
                    }) }
                </tbody>
                <tfoot hidden={table.foot.is_empty()}><tr><th scope="row">{ name(&table.foot) }</th>{ cells(None, &table.foot) }</tr></tfoot>
            </table>
            <p class={classes!("hint", (more == 0).then_some("visually-hidden"))}>
                { if more > 0 { words.say(&Msg::Help(HelpMsg::RowsLeft(more))) } else { AttrValue::Static("") } }
            </p>
        </div>
    }
}
