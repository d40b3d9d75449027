//! Pictures of a scenario: a chart is worked out once as shapes with coordinates, and the page and the saved file both draw
//! those, so that screen and file cannot differ. A chart whose words a narrow screen would make too small is drawn for it as well, from
//! the same figures.
//!
//! Geometry is floats; whatever decides (order, bins, ticks) or is printed as a number is exact. Knows no screen.

mod arc;
mod axis;
mod bars;
mod chart;
mod dots;
mod histogram;
mod label;
mod lorenz;
mod shape;
mod steps;
mod svg;

pub use chart::{Chart, Kind};
pub use shape::{Element, Paint, Picture};
pub use svg::file;

#[cfg(test)]
mod tests;
