#!/usr/bin/env python3
"""Links as rust-lld does, and leaves in the page's module a note of its data: the pieces, and what names them.

Once linked, data are bytes and an address is a number like others: nothing tells where a piece ends, or that a loop counts from
before a table's begin. The linker knows (`--emit-relocs`), but wasm-bindgen and wasm-opt lose it. So what it knows is written down
here, in addresses, which nothing changes later, as a section of its own. tools/split.py reads it and leaves it out.
Cargo does not see a change of this file: it wants a new link.

Source: the conventions for linking of WebAssembly's tool-conventions (Linking.md).
"""

import bisect
import json
import os
import pathlib
import subprocess
import sys
from collections.abc import Iterator

import wasm
from wasm import CODE, CUSTOM, DATA, HEAD, PIECES, Reader, name, unsigned

LINKER = "rust-lld"
# What is linked with a note, by the name of its file.
NOTED = "app-"
CONSTANTS = ".rodata"
# Parts of the section "linking": segments, symbols; kinds of symbols, and marks of them.
SEGMENTS, SYMBOLS = 5, 8
ONE_DATA, SECTION = 1, 3
UNDEFINED, NAMED, OWN_THREAD, ABSOLUTE = 0x10, 0x40, 0x100, 0x200
# Kinds of places that the linker filled in: addresses of data, and functions as places of the table, each with the kind that is
# found among data; others, with an addend or without one.
ADDRESSES, ENTRIES, AMONG_DATA = {3, 4, 5}, {1, 2}, {2, 5}
WITH_ADDEND, WITHOUT = {8, 9}, {0, 6, 7, 10, 13, 20}


class Linked:
    """What the linker says about the module."""

    def __init__(self, module: bytes) -> None:
        self.sections: list[tuple[int, str, bytes]] = []
        reader = Reader(module, len(HEAD))
        while reader.at < len(module):
            kind, content = reader.byte(), reader.take(reader.number())
            self.sections.append((kind, Reader(content).text() if kind == CUSTOM else "", content))
        # Address and bytes of each segment, and where its bytes stand in the section.
        [data] = [wasm.data_segments(content) for kind, _, content in self.sections if kind == DATA]
        self.segments = [(start, at, len(content)) for start, at, content in data]
        self.digest = wasm.digest(wasm.image(data))
        self.read_symbols()

    def read_symbols(self) -> None:
        """The segments' names, and begin and end of each symbol that is data."""
        [content] = [content for _, title, content in self.sections if title == "linking"]
        reader = Reader(content)
        reader.text()
        if reader.number() != 2:
            sys.exit("the linker's notes are of another version than tools/pieces.py knows")
        self.titles: list[str] = []
        self.symbols: list[tuple[int, int] | None] = []
        while reader.at < len(content):
            kind, part = reader.byte(), Reader(reader.take(reader.number()))
            if kind == SEGMENTS:
                for _ in range(part.number()):
                    self.titles.append(part.text())
                    part.number()
                    part.number()
            elif kind == SYMBOLS:
                self.symbols = [self.symbol(part) for _ in range(part.number())]

    def symbol(self, part: Reader) -> tuple[int, int] | None:
        """One symbol, if it is data."""
        kind, marks = part.byte(), part.number()
        if kind == ONE_DATA:
            title = part.text()
            if marks & (OWN_THREAD | ABSOLUTE):
                sys.exit(f"data of a kind that tools/pieces.py does not know: {title}")
            if marks & UNDEFINED:
                return None
            segment, offset, size = part.number(), part.number(), part.number()
            start = self.segments[segment][0] + offset
            return start, start + size
        part.number()
        if kind != SECTION and (not marks & UNDEFINED or marks & NAMED):
            part.text()
        return None

    def filled(self, section: int) -> Iterator[tuple[int, int, tuple[int, int] | None]]:
        """What the linker filled in within a section: where, which number, and for an address the piece that it is of."""
        content = next(content for kind, _, content in self.sections if kind == section)
        for _, title, note in self.sections:
            if not title.startswith("reloc."):
                continue
            reader = Reader(note)
            reader.text()
            if self.sections[reader.number()][0] != section:
                continue
            for _ in range(reader.number()):
                kind, at, symbol = reader.byte(), reader.number(), reader.number()
                number = int.from_bytes(content[at : at + 4], "little") if kind in AMONG_DATA else Reader(content, at).number()
                if kind in ADDRESSES:
                    piece, addend = self.symbols[symbol], reader.signed()
                    if piece is None or piece[0] + addend != number:
                        sys.exit(f"an address in the linked module is not what the linker says: {number:#x}")
                    yield at, number, piece
                elif kind in ENTRIES:
                    yield at, number, None
                elif kind in WITH_ADDEND:
                    reader.signed()
                elif kind not in WITHOUT:
                    sys.exit(f"a kind of relocation that tools/pieces.py does not know: {kind}")

    def note(self) -> dict[str, object]:
        """Begin and end of all pieces, and of what is constant; what code and pieces name: pieces, and places of the table."""
        titled = zip(self.segments, self.titles, strict=True)
        constants = [[start, start + length] for (start, _, length), title in titled if title.startswith(CONSTANTS)]
        # Pieces that share bytes are one.
        pieces: list[list[int]] = []
        for start, end in sorted({symbol for symbol in self.symbols if symbol}):
            if pieces and start < pieces[-1][1]:
                pieces[-1][1] = max(end, pieces[-1][1])
            else:
                pieces.append([start, end])
        begins = [start for start, _ in pieces]

        def at(address: int) -> int:
            return bisect.bisect_right(begins, address) - 1

        def source(offset: int) -> int:
            [address] = [start + offset - first for start, first, length in self.segments if first <= offset < first + length]
            if not pieces[at(address)][0] <= address < pieces[at(address)][1]:
                sys.exit(f"an address among the data that is in no piece: {address:#x}")
            return at(address)

        code, data = list(self.filled(CODE)), list(self.filled(DATA))
        return {
            "digest": self.digest,
            "pieces": pieces,
            "constants": constants,
            "named": sorted({(number, at(piece[0])) for _, number, piece in code if piece}),
            "within": sorted({(source(offset), at(piece[0])) for offset, _, piece in data if piece}),
            "places": sorted({number for _, number, piece in code if not piece}),
            "entries": sorted({(source(offset), number) for offset, number, piece in data if not piece}),
        }

    def noted(self) -> bytes:
        """The module with the note in place of what the linker left."""
        kept = [(kind, content) for kind, title, content in self.sections if title != "linking" and not title.startswith("reloc.")]
        kept.append((CUSTOM, name(PIECES) + json.dumps(self.note()).encode()))
        return HEAD + b"".join(bytes([kind]) + unsigned(len(content)) + content for kind, content in kept)


def main() -> None:
    """Takes the linker's arguments."""
    arguments = sys.argv[1:]
    output = pathlib.Path(arguments[arguments.index("-o") + 1])
    if not output.name.startswith(NOTED):
        os.execvp(LINKER, [LINKER, *arguments])
    subprocess.run([LINKER, *arguments, "--emit-relocs"], check=True)
    output.write_bytes(Linked(output.read_bytes()).noted())


if __name__ == "__main__":
    main()
