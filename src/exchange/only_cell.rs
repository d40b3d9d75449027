//! Whether a text on the clipboard is one cell, told by the HTML beside it: LibreOffice puts a single cell there as it is, with
//! its line breaks and tabs bare, so the text alone reads as several cells.
//!
//! Takes nothing from the HTML but this one answer, and knows no more of it than its tags: a table with one cell, in which
//! nothing stands but text, `<br>` and marks of letters, with as many breaks and tabs as the text has. All else is no single cell.
//!
//! Source: what LibreOffice 7.4 puts on the clipboard (`tests/data/clipboard`).

use super::grid::MAX_BYTES;

/// Tags of letters, which make no line.
const LETTERS: [&str; 12] = ["a", "b", "em", "font", "i", "s", "small", "span", "strong", "sub", "sup", "u"];

/// The text of the only cell, if the HTML beside it says that there is one.
pub(super) fn only_cell<'a>(text: &'a str, html: &str) -> Option<&'a str> {
    if html.len() > MAX_BYTES {
        return None;
    }
    let (breaks, tabs) = inside(html)?;
    let without_end = text.strip_suffix('\n').map(|text| text.strip_suffix('\r').unwrap_or(text));
    let as_many = |text: &&str| text.matches('\n').count() == breaks && text.matches('\t').count() == tabs;
    // Some programs end the text with a line end of its own.
    Some(text).filter(as_many).or_else(|| without_end.filter(as_many))
}

/// The line breaks and the tabs in the only cell of a table.
fn inside(html: &str) -> Option<(usize, usize)> {
    let (mut cells, mut inside, mut breaks, mut tabs) = (0, false, 0, 0);
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        if inside {
            tabs += text.matches('\t').count();
        }
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->")?.1;
            continue;
        }
        let (tag, after) = tag.split_once('>')?;
        rest = after;
        let (opens, name) = tag.strip_prefix('/').map_or((true, tag), |name| (false, name));
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end)?.to_ascii_lowercase();
        match (name.as_str(), opens) {
            ("td" | "th", true) if cells > 0 => return None,
            ("td" | "th", true) => (cells, inside) = (1, true),
            ("td" | "th", false) => inside = false,
            ("br", _) if inside => breaks += 1,
            (letters, _) if inside && !LETTERS.contains(&letters) => return None,
            _ => {}
        }
    }
    (cells == 1).then_some((breaks, tabs))
}

#[cfg(test)]
mod tests {
    use crate::exchange::Grid;
    use proptest::prelude::*;

    fn read(text: &str, html: &str) -> Vec<Vec<String>> {
        Grid::from_clipboard_beside(text, html).unwrap().rows().to_vec()
    }

    /// Source: put on the clipboard by LibreOffice 7.4.7.2, see `tests/data/clipboard/README.md`.
    #[test]
    fn what_libreoffice_puts_there() {
        macro_rules! both {
            ($name:literal) => {
                read(
                    include_str!(concat!("../../tests/data/clipboard/libreoffice-", $name, ".txt")),
                    include_str!(concat!("../../tests/data/clipboard/libreoffice-", $name, ".html")),
                )
            };
        }
        assert_eq!(both!("cell"), [["衡阳县\n1,000"]]);
        // With empty lines, two spaces and a break at the end.
        assert_eq!(both!("gaps"), [["a\n\nb  c\n"]]);
        // Of several cells each has its line.
        assert_eq!(both!("column"), [["Two lines"], ["a b"]]);
        assert_eq!(both!("block").len(), 6);
    }

    #[test]
    fn only_a_plain_cell_is_one() {
        let cell = |inside: &str| format!("<body><table><tr><td>{inside}</td></tr></table></body>");
        for (text, html, expected) in [
            // A tab in a cell.
            ("a\tb", cell("a\tb"), vec![vec!["a\tb"]]),
            ("a\nb\n", cell("a<br>b"), vec![vec!["a\nb"]]),
            ("a\r\nb\r\n", cell("a<BR />b"), vec![vec!["a\r\nb"]]),
            ("a\nb", cell("<font face=\"x\">a<br>b</font>"), vec![vec!["a\nb"]]),
            ("a\nb", "<table><tr><th>a<br>b</table>".to_owned(), vec![vec!["a"], vec!["b"]]),
            ("a\nb", "<!-- <td> --><table><td>a<br>b</td></table>".to_owned(), vec![vec!["a\nb"]]),
            // The breaks are not those of the text, so the HTML shows something else.
            ("a\nb\nc", cell("a<br>b"), vec![vec!["a"], vec!["b"], vec!["c"]]),
            ("a\nb", cell("a b"), vec![vec!["a"], vec!["b"]]),
            ("a\tb", cell("not this"), vec![vec!["a", "b"]]),
            // A table that holds paragraphs, a list, another table: the cell of a page, not of a spreadsheet.
            ("a\nb", cell("<p>a<br>b</p>"), vec![vec!["a"], vec!["b"]]),
            ("a\nb", cell("<table><tr><td>a<br>b</td></tr></table>"), vec![vec!["a"], vec!["b"]]),
            ("a\tb", "<table><tr><td>a</td><td>b</td></tr></table>".to_owned(), vec![vec!["a", "b"]]),
            // No table, no HTML, broken HTML.
            ("a\nb", "<p>a<br>b</p>".to_owned(), vec![vec!["a"], vec!["b"]]),
            ("a\nb", String::new(), vec![vec!["a"], vec!["b"]]),
            ("a\nb", "<table><td>a<br>b</td".to_owned(), vec![vec!["a"], vec!["b"]]),
            ("a\nb", "<!-- <td>a<br>b</td>".to_owned(), vec![vec!["a"], vec!["b"]]),
            // What reads as one cell by itself needs no HTML.
            ("\"Two\nlines\"\r\n", cell("Two<br>lines"), vec![vec!["Two\nlines"]]),
            // A mark before a formula is taken off here as well.
            ("'=1\n2", cell("'=1<br>2"), vec![vec!["=1\n2"]]),
        ] {
            assert_eq!(read(text, &html), expected, "{text:?} beside {html:?}");
        }
    }

    proptest! {
        /// Whatever stands beside it, no letter of the text is lost or added.
        #[test]
        fn html_adds_and_takes_nothing(
            text in "[a\t\n\"]{1,30}", html in "(<(/?(td|tr|br|p|font|table)|!--)( a=\"x\")?>|-->|[a<>]){0,12}",
        ) {
            let letters = |rows: Vec<Vec<String>>| -> usize {
                rows.iter().flatten().map(|cell| cell.matches('a').count()).sum()
            };
            prop_assert_eq!(letters(read(&text, &html)), text.matches('a').count());
        }
    }
}
