//! Workbooks of whole scenarios, hostile names among them: what is exported is imported as it was, totals are formulas and
//! nothing else is.

use calamine::{Data, Reader, Xlsx};
use delegate_roster::exchange::xlsx::{read, write};
use delegate_roster::exchange::{Cell, ImportPlan, decode_book};
use delegate_roster::language::Language;
use delegate_roster::num::Seats;
use delegate_roster::scenario::{Name, derive, example};
use delegate_roster::text::sheets::sheets;
use std::io::Cursor;
use std::rc::Rc;

#[path = "../data/hostile.rs"]
mod hostile;

use hostile::HOSTILE;

#[test]
fn what_is_exported_is_imported_as_it_was() {
    for language in Language::ALL {
        let mut scenario = example(language);
        let units = Rc::make_mut(&mut scenario.units);
        for (unit, name) in units.iter_mut().zip(HOSTILE) {
            Rc::make_mut(unit).name = Name::new(name).unwrap();
        }
        Rc::make_mut(&mut units[20]).locked = Some(Seats::from(17));
        let scenario = Rc::new(scenario);
        let sheets = sheets(&derive(&scenario, None), language);
        let file = write(&sheets).unwrap();
        let book = decode_book(&read(file.clone(), None)).unwrap();
        assert_eq!(book.names, sheets.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>());
        let back = ImportPlan::new(book.table.unwrap(), language).replacing(&scenario);
        assert_eq!(back.units.len(), scenario.units.len());
        for (read, was) in back.units.iter().zip(&*scenario.units) {
            assert_eq!(
                (&read.name, read.members, read.min, read.max, read.locked),
                (&was.name, was.members, was.min, was.max, was.locked)
            );
        }
        let roster = decode_book(&read(file, Some(1))).unwrap().table.unwrap();
        let back = ImportPlan::new(roster, language).replacing(&scenario);
        for (read, was) in back.units.iter().zip(&*scenario.units) {
            assert_eq!(
                (&read.name, read.mandates.elected, read.mandates.ended()),
                (&was.name, was.mandates.elected, was.mandates.ended())
            );
            assert_eq!(back.presence(read.id), scenario.presence(was.id));
        }
    }
}

#[test]
fn totals_are_formulas_and_names_are_not() {
    let mut scenario = example(Language::English);
    for (unit, name) in Rc::make_mut(&mut scenario.units).iter_mut().zip(HOSTILE) {
        Rc::make_mut(unit).name = Name::new(name).unwrap();
    }
    let sheets = sheets(&derive(&Rc::new(scenario), None), Language::English);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(write(&sheets).unwrap())).unwrap();
    let mut formulas = 0;
    for sheet in &sheets {
        let found = book.worksheet_formula(&sheet.name).unwrap();
        let values = book.worksheet_range(&sheet.name).unwrap();
        for (row, cells) in sheet.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let at = (u32::try_from(row + 1).unwrap(), u32::try_from(column).unwrap());
                let formula = found.get_value(at).filter(|text| !text.is_empty());
                assert_eq!(formula.is_some(), *cell == Cell::Sum, "{} {at:?}", sheet.name);
                match (cell, values.get_value(at)) {
                    (Cell::Empty, value) => assert!(value.is_none_or(|value| *value == Data::Empty)),
                    (Cell::Text(text), value) => assert_eq!(value, Some(&Data::String(text.clone()))),
                    (Cell::Whole(n), value) => assert_eq!(value, Some(&Data::Float(*n as f64))),
                    (Cell::Decimal(text), value) => {
                        assert_eq!(value, Some(&Data::Float(text.parse().unwrap())))
                    }
                    (Cell::Sum, value) => {
                        formulas += 1;
                        assert_eq!(value, Some(&Data::Float(sheet.sum(column) as f64)));
                        let letter = char::from(b'A' + u8::try_from(column).unwrap());
                        assert_eq!(formula.unwrap(), &format!("SUM({letter}2:{letter}{})", row + 1));
                    }
                }
            }
        }
    }
    // Nobody of the example is registered, so neither ledger adds that up.
    assert_eq!(formulas, 2 + 10 + 12);
}
