//! Saving tables for other programs: the allocation and the roster, as CSV or TSV.

use super::words::use_words;
use crate::effects::download;
use delegate_roster::exchange::Sheet;
use delegate_roster::language::Language;
use delegate_roster::scenario::Report;
use delegate_roster::text::{Key, sheets};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub report: Rc<Report>,
}

#[derive(Clone, Copy)]
enum Format {
    Csv,
    Tsv,
}

#[component]
pub fn Files(props: &Props) -> Html {
    let words = use_words();
    let save = |sheet: fn(&Report, Language) -> Sheet, format: Format| {
        let report = Rc::clone(&props.report);
        Callback::from(move |_: MouseEvent| {
            let sheet = sheet(&report, words.0);
            let grid = sheet.to_grid();
            let (ending, bytes) = match format {
                Format::Csv => ("csv", grid.to_csv_file()),
                Format::Tsv => ("tsv", grid.to_tsv_file()),
            };
            download::bytes(&[&sheet.name, ".", ending].concat(), &bytes);
        })
    };
    let line = |name: Key, sheet: fn(&Report, Language) -> Sheet| {
        html! {
            <div class="buttons" role="group" aria-label={words.key(name)}>
                <span>{ words.key(name) }</span>
                <button type="button" onclick={save(sheet, Format::Csv)}>{ "CSV" }</button>
                <button type="button" onclick={save(sheet, Format::Tsv)}>{ "TSV" }</button>
            </div>
        }
    };
    html! {
        <section class="files" aria-labelledby="files-title">
            <h3 id="files-title">{ words.key(Key::SaveTables) }</h3>
            { line(Key::StepAllocation, sheets::allocation) }
            { line(Key::StepRoster, sheets::roster) }
            <p class="hint">{ words.key(Key::TablesAreGuarded) }</p>
        </section>
    }
}
