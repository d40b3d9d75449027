//! The calculator of a matrix: a pasted table of members with its row and column totals, rounded so that both are kept.

use super::super::fields::Choice;
use super::super::words::{Words, use_words};
use super::super::working::working;
use crate::effects::work::{Answered, Asked, use_work};
use delegate_roster::apportion::biproportional::{Cell, MatrixOutcome, MatrixTie, Rounding};
use delegate_roster::exchange::{Grid, GridError, MatrixTable, MatrixTableError};
use delegate_roster::num::Seats;
use delegate_roster::text::number::grouped;
use delegate_roster::text::{Key, Msg};
use delegate_roster::work::{Answer, Ask};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

const ROUNDINGS: [(Rounding, Key); 3] =
    [(Rounding::Nearest, Key::RoundNearest), (Rounding::Down, Key::RoundDown), (Rounding::Up, Key::RoundUp)];

/// Three districts, three parties (Pukelsheim 2017), so that the form shows what it wants.
const FIRST: &str =
    "\tA\tB\tC\tΣ\n1\t123\t45\t815\t5\n2\t912\t714\t414\t11\n3\t312\t255\t215\t4\nΣ\t7\t5\t8\t\n";

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Nobody waits for a table that is folded away.
    pub open: bool,
}

#[component]
pub fn Calculator(props: &Props) -> Html {
    let words = use_words();
    let text = use_state_eq(|| FIRST.to_owned());
    let rounding = use_state_eq(|| 0usize);
    let seed = use_state_eq(|| None::<u32>);
    let way = ROUNDINGS.get(*rounding).map_or(Rounding::Nearest, |(rounding, _)| *rounding);
    let table =
        use_memo(((*text).clone(), way, props.open), |(text, way, open)| open.then(|| read(text, *way)));
    let ask = matches!(*table, Some(Ok(_))).then(|| Ask::Matrix { table: (*text).clone(), rounding: way });
    let work = use_work(ask.map(|ask| Asked { report: None, ask }), 0);
    let oninput = {
        let (text, seed) = (text.clone(), seed.clone());
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            seed.set(None);
            text.set(area.value());
        })
    };
    let on_choose = {
        let (rounding, seed) = (rounding.clone(), seed.clone());
        Callback::from(move |at| {
            seed.set(None);
            rounding.set(at);
        })
    };
    let draw = {
        let seed = seed.clone();
        // Chance enters here alone; the seed is shown, so that anybody can draw again.
        Callback::from(move |_: MouseEvent| {
            seed.set(Some((js_sys::Math::random() * f64::from(u32::MAX)) as u32))
        })
    };
    html! {
        <div>
            <p class="hint">{ words.key(Key::MatrixHint) }</p>
            <div class="field">
                <label for="matrix-text">{ words.key(Key::MatrixTable) }</label>
                <textarea id="matrix-text" rows="7" spellcheck="false" value={(*text).clone()} {oninput} />
            </div>
            <Choice id="matrix-rounding" label={words.key(Key::MatrixRounding)}
                options={ROUNDINGS.map(|(_, key)| words.key(key)).to_vec()} chosen={Some(*rounding)} {on_choose} />
            { working(words, &work) }
            <div class={classes!("matrix-result", work.is_stale().then_some("stale"))} role="status">
                { match &*table {
                    None => html! { <p></p> },
                    Some(Err(why)) => html! { <p class="trouble">{ why.say(words) }</p> },
                    Some(Ok(_)) => match work.answered.as_deref() {
                        Some(answered) => found(words, answered, *seed, &draw),
                        None => html! { <p></p> },
                    },
                } }
            </div>
        </div>
    }
}

/// Why a text has no seats before anything is worked out.
#[derive(PartialEq)]
enum Fault {
    Grid(GridError),
    Table(MatrixTableError),
}

impl Fault {
    fn say(&self, words: Words) -> AttrValue {
        words.say(&match self {
            Self::Grid(error) => Msg::GridError(error),
            Self::Table(error) => Msg::MatrixTableError(error),
        })
    }
}

fn read(text: &str, rounding: Rounding) -> Result<MatrixTable, Fault> {
    let grid = Grid::from_pasted(text).map_err(Fault::Grid)?;
    MatrixTable::of(&grid, rounding).map_err(Fault::Table)
}

/// What was worked out last, with the names of the table that it belongs to.
fn found(words: Words, answered: &Answered, seed: Option<u32>, draw: &Callback<MouseEvent>) -> Html {
    let Ask::Matrix { table, rounding } = &answered.asked.ask else { return html! { <p></p> } };
    let Ok(table) = read(table, *rounding) else { return html! { <p></p> } };
    match &answered.answer {
        Answer::Matrix(Ok(outcome)) => seats(words, &table, outcome, seed, draw),
        Answer::Matrix(Err(error)) => {
            html! { <p class="trouble">{ words.say(&Msg::MatrixError(error, &table.rows, &table.columns)) }</p> }
        }
        _ => html! { <p></p> },
    }
}

fn seats(
    words: Words,
    table: &MatrixTable,
    outcome: &MatrixOutcome,
    seed: Option<u32>,
    draw: &Callback<MouseEvent>,
) -> Html {
    match outcome {
        MatrixOutcome::Settled(seats) => {
            drawn(table, |row, column| figure(seats, row, column), Html::default())
        }
        MatrixOutcome::Tied(tie) => {
            let settled = seed.and_then(|seed| tie.settle(&tie.draw(seed.into())).ok());
            let note = html! {
                <div class="buttons">
                    <span>{ words.say(&Msg::MatrixTie(tie.contested.len())) }</span>
                    <button type="button" onclick={draw.clone()}>{ words.key(Key::DrawLot) }</button>
                    <span>{ seed.map(|seed| words.say(&Msg::Seed(seed))) }</span>
                </div>
            };
            match settled {
                Some(seats) => drawn(table, |row, column| figure(&seats, row, column), note),
                None => drawn(table, |row, column| open(tie, row, column), note),
            }
        }
    }
}

fn figure(seats: &[Vec<Seats>], row: usize, column: usize) -> String {
    let seats = seats.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default();
    grouped(seats.get().into())
}

/// A contested cell has one seat more in some distributions.
fn open(tie: &MatrixTie, row: usize, column: usize) -> String {
    let certain = figure(&tie.certain, row, column);
    // They stand in reading order.
    let contested = tie.contested.binary_search(&Cell { row, column }).is_ok();
    if contested { format!("{certain} +1?") } else { certain }
}

fn drawn(table: &MatrixTable, figure: impl Fn(usize, usize) -> String, note: Html) -> Html {
    html! {
        <div>
            <div class="table-scroll" tabindex="0" role="group">
                <table class="plain-table">
                    <thead><tr>
                        <td></td>
                        { for table.columns.iter().map(|name| html! { <th scope="col" class="col-count"><bdi>{ name.clone() }</bdi></th> }) }
                    </tr></thead>
                    <tbody>
                        { for table.rows.iter().enumerate().map(|(row, name)| html! {
                            <tr>
                                <th scope="row"><bdi>{ name.clone() }</bdi></th>
                                { for (0..table.columns.len()).map(|column| html! { <td class="col-count">{ figure(row, column) }</td> }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            { note }
        </div>
    }
}
