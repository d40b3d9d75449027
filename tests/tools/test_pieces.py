"""tools/pieces.py: what the linker leaves behind the module, and the note that is made of it."""

import json
import unittest

import fixture  # noqa: F401 (where the tools are)
import pieces
import wasm
from pieces import Linked
from wasm import HEAD, Reader, name, signed, unsigned, vector

# Kinds of relocations, as the conventions number them: a function as a place of the table among data and in code, an address in code
# and among data, a function, and an offset in the code.
PLACE_IN_DATA, PLACE_IN_CODE, ADDRESS_IN_CODE, ADDRESS_IN_DATA, FUNCTION, OFFSET = 2, 1, 4, 5, 0, 8
BEGIN, SECOND, WRITABLE = 1024, 1032, 2048


def padded(number: int) -> bytes:
    """A number of five bytes, as the linker writes it."""
    return bytes([number & 0x7F | 0x80, number >> 7 & 0x7F | 0x80, number >> 14 & 0x7F | 0x80, number >> 21 & 0x7F | 0x80, number >> 28])


def part(kind: int, content: bytes) -> bytes:
    """A section or a part of one."""
    return bytes([kind]) + unsigned(len(content)) + content


def relocation(kind: int, at: int, symbol: int, addend: bytes = b"") -> bytes:
    """One entry."""
    return bytes([kind]) + unsigned(at) + unsigned(symbol) + addend


# Two pieces of constants, of which the first holds the address of the second and the second a place of the table; one to write to.
CONSTANTS = SECOND.to_bytes(4, "little") + bytes(4) + (1).to_bytes(4, "little") + bytes(4)
DATA = vector([
    b"\0\x41" + signed(BEGIN) + b"\x0b" + unsigned(len(CONSTANTS)) + CONSTANTS,
    b"\0\x41" + signed(WRITABLE) + b"\x0b" + unsigned(4) + bytes(4),
])
FIRST = DATA.index(CONSTANTS)
# Counts from four bytes before the first piece, and names a place of the table.
BODY = b"\0\x41" + padded(BEGIN - 4) + b"\x1a\x41" + padded(1) + b"\x1a\x0b"
CODE = vector([unsigned(len(BODY)) + BODY])
IN_CODE = CODE.index(padded(BEGIN - 4))
SYMBOLS = [
    b"\x01\0" + name("first") + b"\0\0\x08",
    b"\x01\0" + name("second") + b"\0\x08\x08",
    b"\x01\0" + name("writable") + b"\x01\0\x04",
    b"\x00\0\0" + name("function"),
    b"\x03\0\x01",
    # Of another name and among the second's bytes: the two are one piece.
    b"\x01\0" + name("within") + b"\0\x0a\x02",
    # Somebody else's.
    b"\x01\x10" + name("undefined"),
]


def linked(*, before: int = -4, symbols: list[bytes] = SYMBOLS, version: int = 2, kind: int = FUNCTION) -> bytes:
    """A module with what the linker says about it."""
    segments = vector([name(".rodata") + b"\x02\0", name(".data") + b"\x02\0"])
    linking = name("linking") + unsigned(version) + part(5, segments) + part(8, vector(symbols))
    # minus four is one byte as a signed number.
    in_code = vector([
        relocation(ADDRESS_IN_CODE, IN_CODE, 0, bytes([before & 0x7F])), relocation(PLACE_IN_CODE, IN_CODE + 7, 3), relocation(kind, 0, 3),
        relocation(OFFSET, 0, 3, b"\0"),
    ])
    in_data = vector([relocation(ADDRESS_IN_DATA, FIRST, 1, b"\0"), relocation(PLACE_IN_DATA, FIRST + 8, 3)])
    return HEAD + b"".join([
        part(wasm.CODE, CODE), part(wasm.DATA, DATA), part(wasm.CUSTOM, linking),
        part(wasm.CUSTOM, name("reloc.CODE") + unsigned(0) + in_code), part(wasm.CUSTOM, name("reloc.DATA") + unsigned(1) + in_data),
        part(wasm.CUSTOM, name("producers") + b"\0"),
    ])


class Notes(unittest.TestCase):
    """The note, from what the linker said."""

    def test_pieces_and_what_names_them(self) -> None:
        note = Linked(linked()).note()
        self.assertEqual(note["pieces"], [[BEGIN, SECOND], [SECOND, SECOND + 8], [WRITABLE, WRITABLE + 4]])
        self.assertEqual(note["constants"], [[BEGIN, BEGIN + 16]])
        # The number lies before the piece and means it.
        self.assertEqual(note["named"], [(BEGIN - 4, 0)])
        self.assertEqual(note["within"], [(0, 1)])
        self.assertEqual((note["places"], note["entries"]), ([1], [(1, 1)]))

    def test_it_takes_the_place_of_what_the_linker_left(self) -> None:
        reader, titles, content = Reader(Linked(linked()).noted(), len(HEAD)), [], {}
        while reader.at < len(reader.data):
            kind, inner = reader.byte(), reader.take(reader.number())
            title = Reader(inner).text() if kind == wasm.CUSTOM else str(kind)
            titles.append(title)
            content[title] = inner
        self.assertEqual(titles, [str(wasm.CODE), str(wasm.DATA), "producers", wasm.PIECES])
        note = json.loads(content[wasm.PIECES][len(name(wasm.PIECES)) :])
        self.assertEqual(note["digest"], wasm.digest(wasm.image(wasm.data_segments(DATA))))
        self.assertEqual(note["named"], [[BEGIN - 4, 0]])

    def test_what_does_not_agree_with_the_module_ends_the_build(self) -> None:
        thread = b"\x01" + unsigned(pieces.OWN_THREAD) + name("own") + b"\0\0\x04"
        empty = b"\x01\0" + name("first") + b"\0\0\0"
        for why, wrong in (
            ("not what the linker says", linked(before=-8)),
            ("a kind of relocation", linked(kind=99)),
            ("another version", linked(version=3)),
            ("data of a kind", linked(symbols=[*SYMBOLS, thread])),
            ("in no piece", linked(symbols=[empty, *SYMBOLS[1:]])),
        ):
            with self.assertRaisesRegex(SystemExit, why):
                Linked(wrong).note()


if __name__ == "__main__":
    unittest.main()
