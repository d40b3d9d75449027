//! Workbooks written and read back, and files that are made to harm.

use super::{read, write};
use crate::exchange::{
    Book, BookError, Cell, Foreign, GridError, ImportPlan, MAX_BOOK_BYTES, Sheet, decode_book,
};
use crate::language::Language;
use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;

fn opened(file: &[u8]) -> Result<Book, BookError> {
    decode_book(&read(file.to_vec(), None))
}

fn rows(file: &[u8]) -> Vec<Vec<String>> {
    opened(file).unwrap().table.unwrap().rows().to_vec()
}

/// A part of an archive, and what is said about it.
#[derive(Clone)]
struct Part {
    name: String,
    text: Vec<u8>,
    /// The size it claims to unpack to.
    claimed: Option<u32>,
    flags: u16,
}

fn part(name: &str, text: &str) -> Part {
    Part { name: name.to_owned(), text: text.as_bytes().to_vec(), claimed: None, flags: 0 }
}

/// An archive of these parts, deflated, written by hand: no library would write what is needed here.
fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        let at = u32::try_from(out.len()).unwrap();
        let data = compress_to_vec(&part.text, 9);
        let size = part.claimed.unwrap_or(u32::try_from(part.text.len()).unwrap());
        let mut common: Vec<u8> =
            [20u16, part.flags, 8, 0, 0x21].iter().flat_map(|n| n.to_le_bytes()).collect();
        let sizes = [crc32(&part.text), u32::try_from(data.len()).unwrap(), size];
        common.extend(sizes.iter().flat_map(|n| n.to_le_bytes()));
        common.extend([u16::try_from(part.name.len()).unwrap(), 0].iter().flat_map(|n| n.to_le_bytes()));
        out.extend([b"PK\x03\x04", common.as_slice(), part.name.as_bytes(), &data].concat());
        directory.extend(
            [b"PK\x01\x02\x14\0", common.as_slice(), &[0; 10], &at.to_le_bytes(), part.name.as_bytes()]
                .concat(),
        );
    }
    end(&mut out, &directory, parts.len());
    out
}

fn end(out: &mut Vec<u8>, directory: &[u8], count: usize) {
    let at = u32::try_from(out.len()).unwrap();
    out.extend(directory);
    let count = u16::try_from(count).unwrap().to_le_bytes();
    let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
    out.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &size, &at.to_le_bytes(), &[0, 0]].concat());
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    };
    !bytes.iter().fold(u32::MAX, step)
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook with one sheet and its shared texts, as XML.
fn workbook(data: &str, strings: &str) -> Vec<Part> {
    let relations = |list: &str| format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{list}</Relationships>");
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    vec![
        part("_rels/.rels", &relations(&relation("r1", "officeDocument", "xl/workbook.xml"))),
        part(
            "xl/workbook.xml",
            &format!(
                "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"名额\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        part(
            "xl/_rels/workbook.xml.rels",
            &relations(
                &[
                    relation("r1", "worksheet", "worksheets/sheet1.xml"),
                    relation("r2", "sharedStrings", "sharedStrings.xml"),
                    relation("r3", "styles", "styles.xml"),
                ]
                .concat(),
            ),
        ),
        part("xl/worksheets/sheet1.xml", &format!("{HEAD}<worksheet xmlns=\"{MAIN}\">{data}</worksheet>")),
        part("xl/sharedStrings.xml", &format!("{HEAD}<sst xmlns=\"{MAIN}\"{strings}</sst>")),
        part(
            "xl/styles.xml",
            &format!(
                "{HEAD}<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
    ]
}

const STRINGS: &str = " uniqueCount=\"2\"><si><t>单位</t></si><si><r><t>人</t></r><r><t>数</t></r></si>";
const TABLE: &str = "<dimension ref=\"A1:B4\"/><sheetData>\
    <row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
    <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A &amp; B</t></is></c><c r=\"B2\"><v>1E+05</v></c></row>\
    <row r=\"3\"><c r=\"A3\" t=\"str\"><f>\"C\"</f><v>C</v></c><c r=\"B3\" s=\"1\"><v>44467</v></c></row>\
    <row r=\"4\"><c r=\"A4\" t=\"b\"><v>1</v></c><c r=\"B4\"><v>8796093022207</v></c></row></sheetData>";

fn replaced(name: &str, text: &str) -> Vec<u8> {
    let mut parts = workbook(TABLE, STRINGS);
    let found = parts.iter_mut().find(|part| part.name == name).unwrap();
    found.text = text.as_bytes().to_vec();
    zip(&parts)
}

fn data(data: &str) -> Vec<u8> {
    zip(&workbook(data, STRINGS))
}

#[test]
fn cells_of_every_kind_are_read_as_a_person_would_type_them() {
    let file = zip(&workbook(TABLE, STRINGS));
    assert_eq!(
        rows(&file),
        [["单位", "人数"], ["A & B", "100000"], ["C", "2021-09-28"], ["TRUE", "8796093022207"]]
    );
    let plan = ImportPlan::new(opened(&file).unwrap().table.unwrap(), Language::Chinese);
    let imported = plan.imported();
    assert_eq!(imported.units.len(), 3);
    // The date stands where members are expected.
    let found: Vec<_> = imported.problems.iter().map(|p| (p.row, p.column, p.text.as_str())).collect();
    assert_eq!(found, [(3, 2, "2021-09-28")]);
}

#[test]
fn numbers_stay_exact() {
    for (written, read) in [
        ("1", "1"),
        ("46210", "46210"),
        ("1E+05", "100000"),
        ("1.0E5", "100000"),
        ("46210.0", "46210"),
        ("0.1", "0.1"),
        ("-3", "-3"),
        ("9007199254740991", "9007199254740991"),
        ("8796093022207", "8796093022207"),
    ] {
        let file = data(&format!("<sheetData><row><c><v>{written}</v></c></row></sheetData>"));
        assert_eq!(rows(&file), [[read]], "{written}");
    }
}

#[test]
fn what_is_not_needed_never_reaches_the_reader() {
    let plain = rows(&zip(&workbook(TABLE, STRINGS)));
    let mut parts = workbook(TABLE, STRINGS);
    // Macros, an embedded document, a bomb that nobody unpacks, a part with a document type.
    parts.push(part("xl/vbaProject.bin", "macro"));
    parts.push(Part { text: zip(&workbook(TABLE, STRINGS)), ..part("xl/embeddings/book.xlsx", "") });
    parts.push(Part { claimed: Some(3 << 30), ..part("xl/media/image1.bin", "bomb") });
    parts.push(part("docProps/app.xml", "<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>"));
    assert_eq!(rows(&zip(&parts)), plain);
}

#[test]
fn several_sheets_are_offered_and_the_first_with_cells_is_chosen() {
    let text = |text: &str| Cell::Text(text.to_owned());
    let sheet = |name: &str, rows: Vec<Vec<Cell>>| Sheet { name: name.to_owned(), head: Vec::new(), rows };
    let file = write(&[
        sheet("空", Vec::new()),
        sheet("一", vec![vec![text("a")]]),
        sheet("二", vec![vec![text("b")]]),
    ])
    .unwrap();
    let book = opened(&file).unwrap();
    assert_eq!((book.names.join(" "), book.chosen), ("空 一 二".to_owned(), 1));
    let book = decode_book(&read(file.clone(), Some(2))).unwrap();
    assert_eq!(book.table.unwrap().rows().last().unwrap(), &["b"]);
    let empty = decode_book(&read(file.clone(), Some(0))).unwrap();
    assert_eq!((empty.chosen, empty.table), (0, Err(GridError::Empty)));
    assert_eq!(decode_book(&read(file, Some(3))), Err(BookError::NoSheet));
}

#[test]
fn files_of_other_kinds_are_named() {
    let foreign = BookError::Foreign;
    let one = |name: &str, text: &str| zip(&[part(name, text)]);
    let mut locked = workbook(TABLE, STRINGS);
    locked[3].flags = 1;
    let mut stored = b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet".to_vec();
    end(&mut stored, &[], 0);
    for (file, why) in [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on".to_vec(), foreign(Foreign::OldExcel)),
        (b"%PDF-1.7".to_vec(), foreign(Foreign::NotATable)),
        (b"a,b\n1,2\n".to_vec(), foreign(Foreign::NotATable)),
        (b"<html><table>".to_vec(), foreign(Foreign::Markup)),
        (one("word/document.xml", "<w/>"), foreign(Foreign::OtherArchive)),
        (one("book.xlsx", "PK"), foreign(Foreign::OtherArchive)),
        (one("xl/workbook.bin", ""), foreign(Foreign::BinaryExcel)),
        (stored, foreign(Foreign::OpenDocument)),
        (zip(&locked), foreign(Foreign::Encrypted)),
    ] {
        assert_eq!(opened(&file), Err(why));
    }
}

#[test]
fn files_that_are_made_to_harm_are_refused() {
    let good = workbook(TABLE, STRINGS);
    let with = |change: &dyn Fn(&mut Vec<Part>)| {
        let mut parts = good.clone();
        change(&mut parts);
        zip(&parts)
    };
    let row = |cells: &str| data(&format!("<sheetData><row>{cells}</row></sheetData>"));
    let strings = |text: &str| zip(&workbook(TABLE, text));
    let styles = |text: String| replaced("xl/styles.xml", &format!("{HEAD}<styleSheet>{text}</styleSheet>"));
    // A part of a kind that is kept in memory, where only sheets are looked for.
    let elsewhere = with(&|parts| {
        parts[0].text = String::from_utf8(parts[0].text.clone())
            .unwrap()
            .replace("xl/workbook.xml", "xl/worksheets/workbook.xml")
            .into_bytes();
        parts.push(part("xl/worksheets/sharedStrings.xml", "<sst uniqueCount=\"4294967295\"/>"));
    });
    let mut overlapping = zip(&[good.as_slice(), &vec![good[3].clone(); 40]].concat());
    // Every part that follows the workbook's own points to the sheet.
    let sheet =
        u32::try_from(overlapping.windows(24).position(|w| w == b"xl/worksheets/sheet1.xml").unwrap() - 30)
            .unwrap();
    let starts: Vec<usize> =
        (0..overlapping.len() - 4).filter(|at| overlapping[*at..].starts_with(b"PK\x01\x02")).collect();
    for at in starts.iter().skip(good.len()) {
        overlapping[at + 42..at + 46].copy_from_slice(&sheet.to_le_bytes());
        overlapping[at + 46] = b'X';
    }
    let mut cut = zip(&good);
    cut.truncate(cut.len() / 2);
    let mut damaged = zip(&good);
    damaged[60] ^= 0x55;
    let cases = [
        ("a bomb in a sheet", with(&|parts| parts[3].claimed = Some(257 << 20)), BookError::Bomb),
        ("a bomb in the shared texts", with(&|parts| parts[4].claimed = Some(25 << 20)), BookError::Bomb),
        (
            "one text of 300 KiB",
            strings(&format!("><si><t>{}</t></si>", "x".repeat(300 << 10))),
            BookError::Bomb,
        ),
        ("1,200,000 shared texts", strings(&format!(">{}", "<si/>".repeat(1_200_000))), BookError::Bomb),
        ("4,294,967,295 shared texts among the sheets", elsewhere, BookError::Lies),
        (
            "a format of 260,000 characters for 400 kinds of cells",
            styles(format!(
                "<numFmts><numFmt numFmtId=\"165\" formatCode=\"{}\"/></numFmts><cellXfs>{}</cellXfs>",
                "0".repeat(260_000),
                "<xf numFmtId=\"165\"/>".repeat(400)
            )),
            BookError::Bomb,
        ),
        (
            "a font whose name has 260,000 characters for 400 kinds of cells",
            styles(format!(
                "<fonts><font><name val=\"{}\"/></font></fonts><cellXfs>{}</cellXfs>",
                "x".repeat(260_000),
                "<xf fontId=\"0\"/>".repeat(400)
            )),
            BookError::Bomb,
        ),
        (
            "4,000,000 kinds of cells",
            styles(format!("<cellXfs>{}</cellXfs>", "<xf/>".repeat(4_000_000))),
            BookError::Bomb,
        ),
        (
            "3,000,000 fonts",
            styles(format!("<fonts>{}</fonts>", "<font/>".repeat(3_000_000))),
            BookError::Bomb,
        ),
        (
            "one sheet under 20 names",
            with(&|parts| {
                let text = String::from_utf8(parts[1].text.clone()).unwrap();
                let again = "<sheet name=\"x\" sheetId=\"2\" r:id=\"r1\"/>".repeat(19) + "</sheets>";
                parts[1].text = text.replace("</sheets>", &again).into_bytes();
            }),
            BookError::Lies,
        ),
        ("a size below the true one", with(&|parts| parts[3].claimed = Some(100)), BookError::Lies),
        ("a size above the true one", with(&|parts| parts[3].claimed = Some(1 << 20)), BookError::Lies),
        ("a size of zip64", with(&|parts| parts[3].claimed = Some(u32::MAX)), BookError::Lies),
        ("4,294,967,295 shared texts", strings(" uniqueCount=\"4294967295\">"), BookError::Lies),
        ("the same part twice", with(&|parts| parts.push(parts[3].clone())), BookError::Lies),
        (
            "a path out of the archive",
            with(&|parts| parts.push(part("../../evil.xml", ""))),
            BookError::OddPath,
        ),
        ("an absolute path", with(&|parts| parts.push(part("/etc/x", ""))), BookError::OddPath),
        ("a drive", with(&|parts| parts.push(part("C:\\x", ""))), BookError::OddPath),
        (
            "5,000 parts",
            with(&|parts| parts.extend((0..5_000).map(|n| part(&format!("p{n}"), "")))),
            BookError::TooManyParts,
        ),
        (
            "a document type",
            replaced("xl/workbook.xml", "<!DOCTYPE lolz [<!ENTITY a \"b\">]><workbook>&a;</workbook>"),
            BookError::Declaration,
        ),
        ("a document type in a sheet", data("<!DOCTYPE x><sheetData/>"), BookError::Declaration),
        ("UTF-16", replaced("xl/workbook.xml", "<\0w\0/\0>\0"), BookError::Damaged),
        (
            "a row before the one before",
            data(
                "<sheetData><row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row></sheetData>",
            ),
            BookError::Damaged,
        ),
        ("a cell twice", row("<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>"), BookError::Damaged),
        ("a shared text that is not there", row("<c t=\"s\"><v>9</v></c>"), BookError::Damaged),
        ("a cell past counting", row("<c r=\"A4294967297\"><v>1</v></c>"), BookError::Damaged),
        ("tags that do not nest", data("<sheetData></worksheet>"), BookError::Damaged),
        ("half a file", cut, BookError::Damaged),
        ("more than 12 MiB", [b"PK\x03\x04".to_vec(), vec![0; MAX_BOOK_BYTES]].concat(), BookError::TooLarge),
    ];
    for (what, file, why) in cases {
        assert_eq!(opened(&file), Err(why), "{what}");
    }
    assert_eq!(opened(&overlapping), Err(BookError::Lies), "parts that lie over one another");
    assert!(opened(&damaged).is_err());
}

#[test]
fn tables_that_are_too_large_are_refused_where_they_are_read() {
    let cell = |place: &str| {
        data(&format!(
            "<dimension ref=\"A1:XFD1048576\"/><sheetData><row><c r=\"{place}\"><v>1</v></c></row></sheetData>"
        ))
    };
    let table = |file: Vec<u8>| opened(&file).unwrap().table.map(|grid| grid.rows().len());
    assert_eq!(table(cell("XFD1048576")), Err(GridError::TooManyRows));
    assert_eq!(table(cell("XFD2")), Err(GridError::TooManyColumns { row: 2 }));
    assert_eq!(table(cell("IV3")), Ok(3));
    assert_eq!(table(data("")), Err(GridError::Empty));
    let wide = |n: usize| format!("<row><c r=\"IV{n}\"><v>1</v></c></row>");
    let wide: String = (1..=7_813).map(wide).collect();
    assert_eq!(table(data(&format!("<sheetData>{wide}</sheetData>"))), Err(GridError::TooManyCells));
    // One text of 32 KiB in 513 cells.
    let strings = format!("><si><t>{}</t></si>", "x".repeat(32_767));
    let cells = "<row><c t=\"s\"><v>0</v></c></row>".repeat(513);
    let shared = zip(&workbook(&format!("<sheetData>{cells}</sheetData>"), &strings));
    assert!(matches!(table(shared), Err(GridError::TooLarge { .. })));
    // Rows that are formatted to the end of the sheet hold nothing.
    let formatted = "<sheetData><row><c><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row></sheetData>";
    assert_eq!(table(data(formatted)), Ok(1));
}

proptest! {
    #[test]
    fn any_text_comes_back(texts in proptest::collection::vec("[^\0]{1,40}", 1..8)) {
        let cells = texts.iter().map(|text| vec![Cell::Text(text.clone())]).collect();
        let file = write(&[Sheet { name: "x".to_owned(), head: vec!["name".to_owned()], rows: cells }]).unwrap();
        let read: Vec<String> = rows(&file).into_iter().skip(1).flatten().collect();
        // XML knows no lone carriage return, and a workbook none of the two code points that are no characters.
        let plain = |text: &String| text.replace("\r\n", "\n").replace('\r', "\n").replace(['\u{fffe}', '\u{ffff}'], "");
        prop_assert_eq!(read.iter().map(plain).collect::<Vec<_>>(), texts.iter().map(plain).collect::<Vec<_>>());
    }

    #[test]
    fn any_damage_is_borne(at in 0usize..2_000, byte in any::<u8>(), cut in 0usize..2_000) {
        let mut file = zip(&workbook(TABLE, STRINGS));
        let at = at % file.len();
        file[at] = byte;
        let _ = opened(&file);
        file.truncate(cut.min(file.len()));
        let _ = opened(&file);
    }

    #[test]
    fn any_sheet_is_borne(text in "(<|</|>|/>|c|row|v|is|t|sheetData|dimension| r=\"[A-Z]{0,4}[0-9]{0,9}\"| t=\"(s|str|n|d|e|b)\"|[0-9.eE+-]{0,12}|&amp;|&#x;|<!--|-->){0,40}") {
        let _ = opened(&data(&format!("<sheetData>{text}</sheetData>")));
        let _ = opened(&zip(&workbook(&text, &text)));
    }
}
