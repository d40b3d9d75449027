//! `Layout`: which columns of a grid are shown and how wide they are, as a person set them on this device. What is kept of
//! it in the browser may have been written by anybody: it is read word by word, and what is not known in it is nothing.

use super::column::Column;
use super::hand::Hand;
use crate::prefs;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, window};

/// The narrowest and the widest column in pixels: two letters, and most of a screen.
const WIDTHS: (u16, u16) = (36, 900);
/// How much a key changes a width.
pub const STEP: u16 = 16;
/// What stands beside the text of a cell: padding, a border, room for a lock or a sign of the order.
const BESIDE: f64 = 34.0;
/// The bar of a deviation.
const BAR: f64 = 46.0;
/// What is hidden, in the place of a width.
const HIDDEN: &str = "hidden";

/// The columns as a person set them; those that are not named are as usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    hidden: Vec<Column>,
    widths: Vec<(Column, u16)>,
}

impl Layout {
    /// What was kept: `members=120 min=hidden`, in any order.
    pub fn read(text: &str, columns: &[Column]) -> Self {
        let mut layout = Self::default();
        for word in text.split_whitespace() {
            let Some((id, value)) = word.split_once('=') else { continue };
            let Some(column) = columns.iter().find(|column| column.id() == id) else { continue };
            match value {
                HIDDEN => layout.hide(*column),
                _ => {
                    if let Ok(width) = value.parse::<u16>() {
                        layout.set_width(*column, width);
                    }
                }
            }
        }
        layout
    }

    fn written(&self) -> String {
        let hidden = self.hidden.iter().map(|column| [column.id(), "=", HIDDEN].concat());
        let widths =
            self.widths.iter().map(|(column, width)| [column.id(), "=", &width.to_string()].concat());
        hidden.chain(widths).collect::<Vec<_>>().join(" ")
    }

    /// Whether all is as usual.
    pub fn is_usual(&self) -> bool {
        self.hidden.is_empty() && self.widths.is_empty()
    }

    /// Whether columns have widths of their own.
    pub fn is_sized(&self) -> bool {
        !self.widths.is_empty()
    }

    pub fn shows(&self, column: Column) -> bool {
        !self.hidden.contains(&column)
    }

    /// The columns on show. The name is always there.
    pub fn shown(&self, columns: &[Column]) -> Rc<[Column]> {
        columns.iter().copied().filter(|column| self.shows(*column)).collect()
    }

    pub fn hide(&mut self, column: Column) {
        if column != Column::Name && self.shows(column) {
            self.hidden.push(column);
        }
    }

    pub fn show(&mut self, column: Column) {
        self.hidden.retain(|hidden| *hidden != column);
    }

    pub fn width(&self, column: Column) -> Option<u16> {
        self.widths.iter().find(|(sized, _)| *sized == column).map(|(_, width)| *width)
    }

    pub fn set_width(&mut self, column: Column, width: u16) {
        let width = width.clamp(WIDTHS.0, WIDTHS.1);
        self.widths.retain(|(sized, _)| *sized != column);
        self.widths.push((column, width));
    }
}

/// What was kept of a grid.
pub fn kept(name: &str, columns: &[Column]) -> Layout {
    prefs::columns(name).map_or_else(Layout::default, |text| Layout::read(&text, columns))
}

impl Hand {
    /// Takes a layout over and keeps it.
    pub fn arrange(&self, layout: Layout) {
        prefs::set_columns(self.name, &layout.written());
        self.tools.layout.set(layout);
    }

    /// Hides a column. The hand stays on what it was on, or goes to the name.
    pub fn hide(&self, column: Column) {
        let mut layout = (*self.tools.layout).clone();
        layout.hide(column);
        self.follow(layout);
    }

    /// Shows or hides a column.
    pub fn toggle(&self, column: Column) {
        let mut layout = (*self.tools.layout).clone();
        if layout.shows(column) {
            layout.hide(column)
        } else {
            layout.show(column)
        }
        self.follow(layout);
    }

    /// Takes over a layout with other columns: the hand stays in its column.
    pub fn follow(&self, layout: Layout) {
        let now = self.now();
        let shown = layout.shown(self.all_columns);
        let column = self.columns.get(now.at.col);
        let col = shown.iter().position(|one| Some(one) == column).unwrap_or(0);
        self.cursor.set(super::cursor::Cursor::on(super::cursor::Spot { col, ..now.at }));
        self.arrange(layout);
    }

    /// The layout with a width for every column on show, as they are now: a table of fixed width would give what one
    /// column loses to the others.
    pub fn sized(&self) -> Layout {
        let mut layout = (*self.tools.layout).clone();
        for (col, column) in self.columns.iter().enumerate() {
            if layout.width(*column).is_none()
                && let Some(width) = self.heading(col).map(|heading| heading.offset_width())
            {
                layout.set_width(*column, u16::try_from(width).unwrap_or(WIDTHS.0));
            }
        }
        layout
    }

    /// The cell of a heading.
    pub fn heading(&self, col: usize) -> Option<HtmlElement> {
        let selector = ["thead [data-heading=\"", &col.to_string(), "\"]"].concat();
        self.scroller.cast::<Element>()?.query_selector(&selector).ok().flatten()?.dyn_into().ok()
    }

    /// Makes a column wider, or narrower.
    pub fn widen(&self, column: Column, by: i32) {
        let mut layout = self.sized();
        let width = i32::from(layout.width(column).unwrap_or(WIDTHS.0)) + by;
        layout.set_width(column, u16::try_from(width).unwrap_or(0));
        self.say_width(&layout, column);
        self.arrange(layout);
    }

    /// Makes a column as wide as what is in it.
    pub fn fit(&self, column: Column) {
        let Some(col) = self.columns.iter().position(|one| *one == column) else { return };
        let mut longest = (0, String::new());
        let (first, last) =
            (super::cursor::Spot { row: 0, col }, super::cursor::Spot { col, ..self.extent.last() });
        self.table().texts(first, last, &mut |_, _, text| {
            // Chinese letters are about twice as wide as others: enough to find the widest, which is then measured.
            let width: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            if width > longest.0 {
                longest = (width, text);
            }
        });
        let bar = if column == Column::Deviation { BAR } else { 0.0 };
        let Some(width) = self.measured(&longest.1) else { return };
        let mut layout = self.sized();
        layout.set_width(column, (width + BESIDE + bar).min(f64::from(WIDTHS.1)) as u16);
        self.say_width(&layout, column);
        self.arrange(layout);
    }

    fn say_width(&self, layout: &Layout, column: Column) {
        if let Some(width) = layout.width(column) {
            let heading = self.words.say(&column.heading(&self.report));
            self.tell(&delegate_roster::text::TableMsg::Width(&heading, width));
        }
    }

    /// How wide the browser draws a text in a cell.
    fn measured(&self, text: &str) -> Option<f64> {
        let block = self.scroller.cast::<Element>()?;
        let probe = window()?.document()?.create_element("span").ok()?;
        probe.set_class_name("measure");
        probe.set_text_content(Some(text));
        block.append_child(&probe).ok()?;
        let width = probe.get_bounding_client_rect().width();
        probe.remove();
        Some(width)
    }
}
