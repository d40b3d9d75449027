//! What people paste, in every field that takes a text: blocks with the HTML beside them, candidates, names, matrices, shares,
//! schemes; and the bytes between the page and its second module.
#![no_main]

use delegate_roster::apportion::biproportional::Rounding;
use delegate_roster::exchange::{
    CandidateColumn, Grid, ImportPlan, MatrixTable, PeoplePlan, candidates, decode_book, decode_sheets, encode_sheets, parse_attending,
    parse_day, parse_mandate, parse_share,
};
use delegate_roster::language::Language;
use delegate_roster::scenario::{Action, Filling, NewUnits, Placing, Scheme, StrokeOrder, apply, example};
use libfuzzer_sys::fuzz_target;

/// Rows that a list of candidates has left.
const ROOM: usize = 100;

fuzz_target!(|input: (&str, &str)| {
    let (text, beside) = input;
    let scenario = example(Language::English);
    for grid in [Grid::from_pasted(text), Grid::from_clipboard_beside(text, beside)].into_iter().flatten() {
        let block = grid.to_clipboard();
        // Nothing is guessed between tabs, but for a mark at the very beginning.
        if !block.starts_with('\u{feff}') {
            assert_eq!(Grid::from_clipboard(&block).as_ref(), Ok(&grid));
        }
        let _ = MatrixTable::of(&grid, Rounding::Nearest);
        let updated = ImportPlan::new(grid.clone(), Language::English).updating(&scenario).apply(&scenario);
        assert!(updated.check().is_ok());
        let imported = PeoplePlan::new(grid, &scenario).imported(&scenario);
        let _ = apply(&scenario, &Action::People(imported.action(Placing::Replace, NewUnits::Add, Filling::Fill)));
    }
    for column in CandidateColumn::ALL {
        if let Ok(pasted) = candidates(text, column, ROOM) {
            assert!(pasted.rows.len() <= ROOM);
        }
    }
    let _ = (parse_share(text), parse_day(text), parse_attending(text), parse_mandate(text));
    if let Some(scheme) = Scheme::parse(text) {
        assert_eq!(Scheme::parse(&scheme.to_string()), Some(scheme));
    }
    if let Ok(Some(order)) = StrokeOrder::parse(text) {
        assert_eq!(StrokeOrder::written(order.as_str()), Some(order));
    }
    let _ = decode_book(text.as_bytes());
    if let Some(sheets) = decode_sheets(text.as_bytes()) {
        assert_eq!(decode_sheets(&encode_sheets(&sheets)), Some(sheets));
    }
});
