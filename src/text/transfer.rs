//! What is said about files that come and go: workbooks, encodings, dropped files, the QR code of a link.

use crate::codec::qr::Qr;
use crate::exchange::{BookError, Encoding, UntakenColumn, Update};

/// A message about a file or a code.
#[derive(Clone, Copy, Debug)]
pub enum TransferMsg<'a> {
    /// There is nothing in the file.
    EmptyFile,
    /// Why a workbook cannot be read.
    BookError(BookError),
    /// In which encoding a text was read.
    ReadAs(Encoding),
    /// The row below a title holds headings.
    HeadingRow(usize),
    /// No column becomes the members, though this one, counted from 1, holds whole numbers; and its heading.
    NoMembers(usize, Option<&'a str>),
    /// The first so many of so many rows are in the preview.
    RowsShown(usize, usize),
    /// These columns become nothing, and where to change that.
    Untaken(&'a [UntakenColumn]),
    /// Put the table over the units of the same names.
    Update,
    /// What that comes to.
    Updates(&'a Update),
    /// No column becomes the names of the units.
    NoNames,
    /// Sheet.
    SheetChoice,
    /// Reading…
    Reading,
    /// A file can be dropped here.
    DropHere,
    /// A file can be dropped anywhere.
    DropHint,
    /// So many files were dropped at once.
    SeveralFiles(usize),
    /// A folder was dropped.
    Folder,
    /// What was pasted into the grid is a table of its own.
    PastedTable,
    /// Something was dropped that is no file.
    NoFile,
    /// Excel workbook.
    SaveWorkbook,
    /// The workbook is being written.
    Writing,
    /// The workbook was handed over.
    Written,
    /// QR code.
    QrTitle,
    /// The version, the modules and the correction of a code.
    QrFigures(&'a Qr),
    /// A code that is hard to read from a screen.
    QrDense(&'a Qr),
    /// A link of so many bytes is too long for any code.
    QrTooLong(usize),
    /// The address works on this device only.
    QrLocal,
    /// Save the code as SVG.
    SaveQr,
    /// What the code stands for, for those who do not see it.
    QrAlternative,
    /// Item, as a heading of what a figure is.
    Item,
    /// Figure.
    Figure,
    /// So many lines are not on the page, but in what is copied.
    Unlisted(usize),
    /// A text was copied.
    TextCopied,
    /// The clipboard is out of reach, so the text stands in a field.
    TextByHand,
}
