//! The calculator of a matrix: a pasted table of members with its row and column totals, rounded so that both are kept.

use super::super::fields::Choice;
use super::super::words::{Words, use_words};
use delegate_roster::apportion::biproportional::{
    MatrixAllocation, MatrixError, MatrixOutcome, MatrixTie, Rounding, solve,
};
use delegate_roster::exchange::{Grid, MatrixTable};
use delegate_roster::num::Seats;
use delegate_roster::text::number::grouped;
use delegate_roster::text::{Key, Msg};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// More cells would keep the page busy for longer than a blink.
const MAX_CELLS: usize = 10_000;

const ROUNDINGS: [(Rounding, Key); 3] =
    [(Rounding::Nearest, Key::RoundNearest), (Rounding::Down, Key::RoundDown), (Rounding::Up, Key::RoundUp)];

/// Three districts, three parties (Pukelsheim 2017), so that the form shows what it wants.
const FIRST: &str =
    "\tA\tB\tC\tΣ\n1\t123\t45\t815\t5\n2\t912\t714\t414\t11\n3\t312\t255\t215\t4\nΣ\t7\t5\t8\t\n";

/// What came of the table.
#[derive(Clone, PartialEq)]
enum Found {
    Said(AttrValue),
    Seats(Box<MatrixTable>, MatrixAllocation),
}

#[component]
pub fn Calculator() -> Html {
    let words = use_words();
    let text = use_state_eq(|| FIRST.to_owned());
    let rounding = use_state_eq(|| 0usize);
    let seed = use_state_eq(|| None::<u32>);
    let found = use_memo(((*text).clone(), *rounding, words), |(text, at, words)| {
        let rounding = ROUNDINGS.get(*at).map_or(Rounding::Nearest, |(rounding, _)| *rounding);
        compute(*words, text, rounding)
    });
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
            <div class="matrix-result" role="status">
                { match &*found {
                    Found::Said(why) => html! { <p class="trouble">{ why }</p> },
                    Found::Seats(table, allocation) => seats(words, table, allocation, *seed, &draw),
                } }
            </div>
        </div>
    }
}

fn compute(words: Words, text: &str, rounding: Rounding) -> Found {
    let grid = match Grid::from_table(text) {
        Ok(grid) => grid,
        Err(error) => return Found::Said(words.say(&Msg::GridError(&error))),
    };
    let table = match MatrixTable::of(&grid, rounding) {
        Ok(table) => table,
        Err(error) => return Found::Said(words.say(&Msg::MatrixTableError(&error))),
    };
    let (rows, columns) = (table.rows.len(), table.columns.len());
    let solved = if rows.saturating_mul(columns) > MAX_CELLS {
        Err(MatrixError::TooManyCells { rows, columns })
    } else {
        solve(&table.problem)
    };
    match solved {
        Ok(allocation) => Found::Seats(Box::new(table), allocation),
        Err(error) => Found::Said(words.say(&Msg::MatrixError(&error, &table.rows, &table.columns))),
    }
}

fn seats(
    words: Words,
    table: &MatrixTable,
    allocation: &MatrixAllocation,
    seed: Option<u32>,
    draw: &Callback<MouseEvent>,
) -> Html {
    match &allocation.outcome {
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
    let contested = tie.contested.iter().any(|cell| (cell.row, cell.column) == (row, column));
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
