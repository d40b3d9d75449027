//! Bytes of a file to text, a table, a plan and a scenario that can be derived.
#![no_main]

use delegate_roster::exchange::{Grid, ImportPlan, decode_text};
use delegate_roster::language::Language;
use delegate_roster::scenario::{Scenario, derive};
use libfuzzer_sys::fuzz_target;
use std::rc::Rc;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = decode_text(data) else { return };
    for grid in [Grid::from_table(&text), Grid::from_clipboard(&text)].into_iter().flatten() {
        // Files have their delimiter guessed; between tabs nothing is, but for a mark at the very beginning.
        let tabs = grid.to_tsv();
        if !tabs.starts_with('\u{feff}') {
            assert_eq!(Grid::from_clipboard(&tabs).as_ref(), Ok(&grid));
        }
        let plan = ImportPlan::new(grid, Language::Chinese);
        let scenario = plan.replacing(&Scenario::blank());
        let _ = derive(&Rc::new(scenario), None);
    }
});
