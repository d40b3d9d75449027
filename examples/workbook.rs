//! Writes the workbook of the example with names that are made to become formulas:
//! `cargo run --features xlsx --example workbook -- FILE [zh]`. tools/libreoffice.py looks at it with LibreOffice.

#[path = "../tests/data/hostile.rs"]
mod hostile;

use delegate_roster::exchange::xlsx::write;
use delegate_roster::language::Language;
use delegate_roster::scenario::{Name, derive, example};
use delegate_roster::text::sheets::sheets;
use std::rc::Rc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("the name of a file is missing")?;
    let language = Language::of_tag(&arguments.next().unwrap_or_default());
    let mut scenario = example(language);
    for (unit, name) in Rc::make_mut(&mut scenario.units).iter_mut().zip(hostile::HOSTILE) {
        Rc::make_mut(unit).name = Name::new(name).map_err(|error| format!("{error:?}"))?;
    }
    let sheets = sheets(&derive(&Rc::new(scenario), None), language);
    std::fs::write(file, write(&sheets).ok_or("too large")?)?;
    Ok(())
}
