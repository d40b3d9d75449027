//! Names that would be formulas, commands or markup if anything took them for more than names.

/// Formulas as every spreadsheet knows them, with what people put before them, and what XML would take for markup.
pub(crate) const HOSTILE: [&str; 21] = [
    "=1+1",
    "=HYPERLINK(\"http://example.invalid\",\"x\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1",
    "－1",
    "'=1",
    " =1",
    "\u{a0}=1",
    "{=1+1}",
    "_x0041_",
    "<b>&amp;\"'",
    "]]>",
    "\u{202e}rtl",
    "＋1+1",
    "＠SUM(A1)",
    "=1\u{2028}=2",
    "x;=1+1",
    "=DDE(\"soffice\",\"x\",\"y\")",
];
