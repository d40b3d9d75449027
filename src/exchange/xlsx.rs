//! Workbooks of Excel (Office Open XML, ECMA-376), behind the feature `xlsx`: the second module of the page.
//!
//! Reading goes in two steps. `package` walks the zip archive itself, unpacks every part that will be read without keeping
//! it, counts (`scan`), and builds a new archive of exactly those parts; only that archive is shown to the reader. So what
//! was counted is what is read: macros, pictures, links to other files, embedded documents and everything else that a
//! workbook may carry never get there, and no claim of the file about its own size is believed.

mod package;
mod read;
mod scan;
#[cfg(test)]
mod tests;
mod write;

pub use read::read;
pub use write::write;
