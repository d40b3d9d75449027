"""A WebAssembly module as its parts: enough of the binary format to move functions from one module to another.

Source: WebAssembly Core Specification 2.0, chapter 5. Knows the instructions that rustc and wasm-opt write for this page; any other
ends the build, so that nothing is ever moved that was not understood.
"""

import dataclasses
import hashlib
import json
import sys
from collections.abc import Callable, Iterable

CUSTOM, TYPES, IMPORTS, FUNCTIONS, TABLES, MEMORIES, GLOBALS, EXPORTS, START, ELEMENTS, CODE, DATA, DATA_COUNT = range(13)
ORDER = (TYPES, IMPORTS, FUNCTIONS, TABLES, MEMORIES, GLOBALS, EXPORTS, START, ELEMENTS, DATA_COUNT, CODE, DATA, CUSTOM)
FUNCTION, TABLE, MEMORY, GLOBAL = range(4)
I32 = 0x7F
HEAD = b"\0asm\1\0\0\0"
# The name of the section that tools/pieces.py leaves.
PIECES = "pieces"

# What follows an instruction: nothing, one number, two, a list of numbers, bytes.
PLAIN, ONE, TWO, LIST, FOUR, EIGHT, CALL, KINDS, PREFIXED, UNKNOWN = range(10)
SHAPES = [UNKNOWN] * 256
CONSTANTS, ACCESS, INDIRECT = range(0x41, 0x43), range(0x28, 0x3F), 0x11
for first, last, shape in (
    (0x00, 0x01, PLAIN), (0x02, 0x04, ONE), (0x05, 0x05, PLAIN), (0x0B, 0x0B, PLAIN), (0x0C, 0x0D, ONE), (0x0E, 0x0E, LIST),
    (0x0F, 0x0F, PLAIN), (0x10, 0x10, CALL), (0x11, 0x11, TWO), (0x1A, 0x1B, PLAIN), (0x1C, 0x1C, KINDS), (0x20, 0x26, ONE),
    (0x28, 0x3E, TWO), (0x3F, 0x42, ONE), (0x43, 0x43, FOUR), (0x44, 0x44, EIGHT), (0x45, 0xC4, PLAIN), (0xD0, 0xD0, ONE),
    (0xD1, 0xD1, PLAIN), (0xFC, 0xFC, PREFIXED),
):
    SHAPES[first : last + 1] = [shape] * (last - first + 1)
# Conversions without traps; copying and filling of memory and tables. Those that name a data segment are not among them.
PREFIXES = {**{at: 0 for at in range(8)}, 10: 2, 11: 1, 14: 2, 15: 1, 16: 1, 17: 1}


def unsigned(number: int) -> bytes:
    """A number as LEB128."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def signed(number: int) -> bytes:
    """A number that is not negative as signed LEB128."""
    out = bytearray()
    while number > 0x3F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def vector(items: Iterable[bytes]) -> bytes:
    """Items behind their number."""
    items = list(items)
    return unsigned(len(items)) + b"".join(items)


def name(text: str) -> bytes:
    """A text behind its length."""
    return unsigned(len(text.encode())) + text.encode()


def segments(entries: dict[int, int]) -> bytes:
    """Active segments of the first table, one for each run of places."""
    runs: list[tuple[int, list[int]]] = []
    for at, index in sorted(entries.items()):
        if runs and runs[-1][0] + len(runs[-1][1]) == at:
            runs[-1][1].append(index)
        else:
            runs.append((at, [index]))
    return vector(b"\0\x41" + signed(at) + b"\x0b" + vector(map(unsigned, run)) for at, run in runs)


class Reader:
    """Reads from the front."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def byte(self) -> int:
        """One byte."""
        self.at += 1
        return self.data[self.at - 1]

    def number(self) -> int:
        """A number as unsigned LEB128."""
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return result

    def signed(self) -> int:
        """A number as signed LEB128."""
        start = self.at
        result = self.number()
        return result - (1 << 7 * (self.at - start)) if self.data[self.at - 1] & 0x40 else result

    def take(self, length: int) -> bytes:
        """Some bytes."""
        self.at += length
        return self.data[self.at - length : self.at]

    def text(self) -> str:
        """A text behind its length."""
        return self.take(self.number()).decode("utf-8", "replace")

    def since(self, start: int) -> bytes:
        """What was read from `start` on."""
        return self.data[start : self.at]


@dataclasses.dataclass
class Table:
    """A table's kind and limits."""

    kind: int
    least: int
    most: int | None

    def grown(self, least: int) -> "Table":
        """The table with more places."""
        return Table(self.kind, least, None if self.most is None else self.most + least - self.least)

    def encoded(self) -> bytes:
        """As bytes."""
        most = b"" if self.most is None else unsigned(self.most)
        return bytes([self.kind, self.most is not None]) + unsigned(self.least) + most


def image(segments: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The memory as the segments leave it, without the zeros behind."""
    out = bytearray()
    for start, _, content in segments:
        out += bytes(max(0, start + len(content) - len(out)))
        out[start : start + len(content)] = content
    return bytes(out.rstrip(b"\0"))


def digest(memory: bytes) -> str:
    """What tells whether a memory begins the same."""
    return hashlib.sha256(memory).hexdigest()


def written(memory: bytes, spans: Iterable[tuple[int, int]]) -> tuple[int, bytes]:
    """Segments that write these parts of the memory: how many, and their section."""
    parts = [b"\0\x41" + signed(start) + b"\x0b" + unsigned(end - start) + memory[start:end] for start, end in spans]
    return len(parts), vector(parts)


def data_segments(content: bytes) -> list[tuple[int, int, bytes]]:
    """The segments of the section of data: address, where the bytes stand in the section, bytes."""
    reader, found = Reader(content), []
    for _ in range(reader.number()):
        if (reader.number(), reader.byte()) != (0, 0x41):
            sys.exit("a segment of data of a kind that tools/wasm.py does not know")
        start = reader.signed()
        reader.byte()
        length = reader.number()
        found.append((start, reader.at, reader.take(length)))
    return found


class Code:
    """The body of a function."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.found: list[tuple[int, int, int]] | None = None
        self.constants: set[bytes] = set()
        self.offsets: set[bytes] = set()
        # Where numbers stand that another build may write otherwise: large ones, which may be addresses, and those of types.
        self.passing: list[tuple[int, int]] = []

    def references(self) -> list[tuple[int, int, int]]:
        """The functions it names: where the number begins and ends, and the number."""
        if self.found is None:
            self.found = self.look()
        return self.found

    def look(self) -> list[tuple[int, int, int]]:
        """Goes through the instructions once."""
        body, found = self.body, []
        reader = Reader(body)
        for _ in range(reader.number()):
            reader.number()
            reader.byte()
        at, end = reader.at, len(body)
        while at < end:
            code = body[at]
            shape = SHAPES[code]
            at += 1
            if shape == PLAIN:
                continue
            numbers = 0
            if shape in (ONE, TWO):
                numbers = shape
            elif shape == CALL:
                reader.at = at
                called = reader.number()
                found.append((at, reader.at, called))
                at = reader.at
            elif shape in (FOUR, EIGHT):
                at += 4 if shape == FOUR else 8
            elif shape == LIST:
                reader.at = at
                numbers = reader.number() + 1
                at = reader.at
            elif shape == KINDS:
                reader.at = at
                reader.take(reader.number())
                at = reader.at
            elif shape == PREFIXED and body[at] in PREFIXES:
                numbers = PREFIXES[body[at]]
                at += 1
            else:
                sys.exit(f"an instruction that tools/wasm.py does not know: {body[at - 1 : at + 3].hex()}")
            begin = start = at
            for _ in range(numbers):
                start = at
                while body[at] >= 0x80:
                    at += 1
                at += 1
            if code in CONSTANTS:
                self.constants.add(body[start:at])
            elif code in ACCESS:
                self.offsets.add(body[start:at])
            if code in CONSTANTS or code in ACCESS:
                self.passing += [(start, at)] if at - start > 1 else []
            elif code == INDIRECT:
                self.passing.append((begin, start))
        if at != end:
            sys.exit("a function ends within an instruction")
        return found

    def calls(self) -> set[int]:
        """The functions it names."""
        return {called for _, _, called in self.references()}

    def numbers(self) -> set[int]:
        """All that could be an address: constants, the halves of long ones, and what loads and stores add."""
        self.references()
        constants = {Reader(raw).signed() for raw in self.constants}
        halves = {half & 0xFFFFFFFF for number in constants for half in (number, number >> 32)}
        return halves | {Reader(raw).number() for raw in self.offsets}

    def outline(self, told: Callable[[int], bytes]) -> bytes:
        """What of the body is alike from build to build, with what is told of each function it names."""
        names = [(begin, end, told(called)) for begin, end, called in self.references()]
        out, at = [], 0
        for begin, end, instead in sorted([*names, *((begin, end, b"") for begin, end in self.passing)]):
            out += [self.body[at:begin], instead]
            at = end
        return b"".join([*out, self.body[at:]])

    def renumbered(self, numbers: dict[int, int]) -> bytes:
        """The body with other numbers for the functions it names."""
        out, at = [], 0
        for begin, end, called in self.references():
            out += [self.body[at:begin], unsigned(numbers[called])]
            at = end
        return b"".join([*out, self.body[at:]])


class Module:
    """A module as its parts, functions by their numbers."""

    def __init__(self, data: bytes) -> None:
        if data[:8] != HEAD:
            sys.exit("not a WebAssembly module")
        self.raw: dict[int, bytes] = {}
        self.names: dict[int, str] = {}
        self.note: dict | None = None
        reader = Reader(data, len(HEAD))
        while reader.at < len(data):
            kind = reader.byte()
            content = reader.take(reader.number())
            if kind != CUSTOM:
                self.raw[kind] = content
            elif content.startswith(name("name")):
                self.read_names(content)
            elif content.startswith(name(PIECES)):
                self.note = json.loads(content[len(name(PIECES)) :])
            elif content.startswith(name("target_features")):
                self.raw[CUSTOM] = content
        self.read_types()
        self.read_imports()
        self.read_tables()
        self.read_globals()
        self.read_exports()
        self.read_elements()
        self.read_code()
        self.memory = self.raw[MEMORIES][1:]
        self.start = Reader(self.raw[START]).number() if START in self.raw else None

    def read_names(self, content: bytes) -> None:
        """The names of the functions."""
        reader = Reader(content)
        reader.text()
        while reader.at < len(content):
            kind, part = reader.byte(), Reader(reader.take(reader.number()))
            if kind == FUNCTION + 1:
                self.names = {part.number(): part.text() for _ in range(part.number())}

    def read_types(self) -> None:
        """How many arguments each type takes; the types are compared as bytes."""
        reader = Reader(self.raw[TYPES])
        self.types: list[bytes] = []
        self.arguments: list[int] = []
        for _ in range(reader.number()):
            start = reader.at
            if reader.byte() != 0x60:
                sys.exit("a type that is not a function's")
            self.arguments.append(reader.number())
            reader.take(self.arguments[-1])
            reader.take(reader.number())
            self.types.append(reader.since(start))

    def with_types(self, *wanted: tuple[list[int], list[int]]) -> tuple[bytes, ...]:
        """The section of types with these among them, and their numbers."""
        types = list(self.types)
        numbers = []
        for arguments, results in wanted:
            kind = b"\x60" + unsigned(len(arguments)) + bytes(arguments) + unsigned(len(results)) + bytes(results)
            if kind not in types:
                types.append(kind)
            numbers.append(types.index(kind))
        return vector(types), *numbers

    def read_imports(self) -> None:
        """The names of the imported functions, and the types of all."""
        reader = Reader(self.raw[IMPORTS])
        self.imported_functions: list[str] = []
        self.types_of: dict[int, int] = {}
        for _ in range(reader.number()):
            reader.text()
            what = reader.text()
            if reader.byte() != FUNCTION:
                sys.exit(f"{what} is imported and not a function")
            self.types_of[len(self.imported_functions)] = reader.number()
            self.imported_functions.append(what)
        reader = Reader(self.raw[FUNCTIONS])
        for _ in range(reader.number()):
            self.types_of[len(self.types_of)] = reader.number()

    def renamed_imports(self, names: dict[str, str]) -> bytes:
        """The section of imports with other names for the functions."""
        reader = Reader(self.raw[IMPORTS])
        return vector(
            name(reader.text()) + name(names[reader.text()]) + bytes([reader.byte()]) + unsigned(reader.number())
            for _ in range(reader.number())
        )

    def read_tables(self) -> None:
        """The tables; functions are in the first."""
        reader = Reader(self.raw[TABLES])
        self.tables = []
        for _ in range(reader.number()):
            kind, limited, least = reader.byte(), reader.byte(), reader.number()
            self.tables.append(Table(kind, least, reader.number() if limited else None))
        if self.tables[0].kind != 0x70:
            sys.exit("the first table does not hold functions")

    def read_globals(self) -> None:
        """The globals, their types alone, and what they begin as."""
        reader = Reader(self.raw[GLOBALS])
        self.globals: list[bytes] = []
        self.global_types: list[bytes] = []
        self.first_values: set[int] = set()
        for _ in range(reader.number()):
            start = reader.at
            self.global_types.append(reader.take(2))
            if reader.byte() not in (0x41, 0x42):
                sys.exit("a global that does not begin as a number")
            self.first_values.add(reader.signed())
            reader.byte()
            self.globals.append(reader.since(start))

    def read_exports(self) -> None:
        """What is exported, by name."""
        reader = Reader(self.raw[EXPORTS])
        self.exports = {}
        for _ in range(reader.number()):
            what = reader.text()
            self.exports[what] = (reader.byte(), reader.number())

    def read_elements(self) -> None:
        """Which function is where in the table."""
        reader = Reader(self.raw[ELEMENTS])
        self.elements: dict[int, int] = {}
        for _ in range(reader.number()):
            if (reader.number(), reader.byte()) != (0, 0x41):
                sys.exit("a segment of the table of a kind that tools/wasm.py does not know")
            at = reader.number()
            reader.byte()
            for _ in range(reader.number()):
                self.elements[at] = reader.number()
                at += 1

    def read_code(self) -> None:
        """The bodies."""
        reader = Reader(self.raw[CODE])
        first = len(self.imported_functions)
        self.code = {first + at: Code(reader.take(reader.number())) for at in range(reader.number())}

    @staticmethod
    def assemble(sections: dict[int, bytes | None]) -> bytes:
        """A module of these sections."""
        parts = ((kind, sections.get(kind)) for kind in ORDER)
        return HEAD + b"".join(bytes([kind]) + unsigned(len(part)) + part for kind, part in parts if part is not None)
