//! Known answers of the allocation engine. Every row names its source.

mod known;
mod tables;
