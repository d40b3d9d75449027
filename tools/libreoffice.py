"""Looks at a workbook with LibreOffice, which is not needed for anything else: tools/libreoffice.py FILE.xlsx

Opens it headless, lets it compute everything anew, and tells the formulas it found, what they come to, and whether any of
them is anything but the sum of the column above. Fails if one is, or if a sum is not that of its cells.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
SUM = re.compile(r"of:=SUM\(\[\.([A-Z]+)2:\.\1(\d+)\]\)")


# Left to itself LibreOffice shows the results that the file brings; this makes it compute them.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def converted(book: pathlib.Path) -> xml.Element:
    """The workbook as LibreOffice understands it."""
    with tempfile.TemporaryDirectory() as folder:
        user = pathlib.Path(folder, "profile", "user")
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir", folder, str(book)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return xml.parse(pathlib.Path(folder, book.stem + ".fods")).getroot()


def cells(table: xml.Element):
    """Every cell with its row and its column, from 0; repeated ones once each, as far as they hold anything."""
    row = 0
    for line in table.iter(TABLE + "table-row"):
        column = 0
        for cell in line:
            if cell.tag == TABLE + "table-cell":
                for _ in range(min(int(cell.get(TABLE + "number-columns-repeated", "1")), 64)):
                    yield row, column, cell
                    column += 1
        row += int(line.get(TABLE + "number-rows-repeated", "1"))


def main() -> None:
    """Prints what was found."""
    sums, others, wrong, texts = 0, [], [], 0
    for table in converted(pathlib.Path(sys.argv[1])).iter(TABLE + "table"):
        name, columns = table.get(TABLE + "name"), {}
        found = list(cells(table))
        for row, column, cell in found:
            value, formula = cell.get(OFFICE + "value"), cell.get(TABLE + "formula")
            texts += cell.get(OFFICE + "value-type") == "string"
            if formula is None:
                if value is not None and row > 0:
                    columns.setdefault(column, []).append(float(value))
                continue
            match = SUM.fullmatch(formula)
            if match is None or int(match[2]) != row:
                others.append((name, row, column, formula))
                continue
            sums += 1
            if float(value) != sum(columns.get(column, [])):
                wrong.append((name, row, column, value))
            else:
                print(f"{name}: {formula[3:]} = {value}")
    print(f"{sums} sums, {len(wrong)} of them wrong; {len(others)} other formulas among {texts} texts")
    for line in others + wrong:
        print("  ", line)
    sys.exit(bool(others or wrong or not sums))


if __name__ == "__main__":
    main()
