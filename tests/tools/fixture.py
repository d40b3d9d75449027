"""Small modules made by hand: what the tools of the build take apart, few enough bytes to know all of them."""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "tools"))

import wasm  # noqa: E402, I001
from wasm import HEAD, name, signed, unsigned, vector  # noqa: E402

# The numbers of the functions, and where those of the table stand.
LOADER, MAIN, NEAR_BY, LATER, BY_PLACE, BY_DATA, ONLY_LATER, UNKNOWN, LATER_DATA = range(9)
PLACES = {1: BY_PLACE, 2: BY_DATA, 3: UNKNOWN, 4: LATER_DATA, 5: LATER}
NAMES = ["loader", "main", "near_by", "app::ui::later::View", "by_place", "by_data", "only_later", "unknown", "later_data"]

# Pieces of data, by their numbers: what can be written to, what the first part reaches by its code, by other data and by a
# global, what only the moved part reaches.
WRITABLE, STRAIGHT, BESIDE, INNER, OF_GLOBAL, ONLY_MOVED, OF_MOVED = range(7)
PIECES = [[1024, 1032], [2048, 2056], [4096, 4104], [6144, 6152], [7168, 7172], [8192, 8200], [9000, 9004]]
CONSTANTS = [[2048, 9004]]
MEMORY = {start: bytes([at + 1]) * (end - start) for at, (start, end) in enumerate(PIECES)}


def constant(number: int) -> bytes:
    """Puts a number on the stack and takes it off."""
    return b"\x41" + signed(number) + b"\x1a"


def loaded(address: int) -> bytes:
    """Loads from a fixed address, as `i32.load offset=…` of zero."""
    return b"\x41\0\x28\x02" + unsigned(address) + b"\x1a"


def called(function: int) -> bytes:
    """Calls a function."""
    return b"\x10" + unsigned(function)


def body(*instructions: bytes) -> bytes:
    """A function without locals."""
    return b"\0" + b"".join(instructions) + b"\x0b"


BODIES = [
    # Calls one function, names another by its place in the table; one it calls moves.
    body(loaded(PIECES[STRAIGHT][0]), called(NEAR_BY), constant(1), b"\x41\0", called(LATER)),
    # Counts from four bytes before the piece that is meant.
    body(constant(PIECES[BESIDE][0] - 4)),
    body(constant(PIECES[ONLY_MOVED][0]), called(ONLY_LATER), called(NEAR_BY)),
    body(),
    body(),
    body(),
    body(),
    body(),
]


def note() -> dict[str, object]:
    """What tools/pieces.py would leave."""
    return {
        "digest": wasm.digest(wasm.image((start, 0, content) for start, content in MEMORY.items())),
        "pieces": PIECES,
        "constants": CONSTANTS,
        "named": [[PIECES[STRAIGHT][0], STRAIGHT], [PIECES[BESIDE][0] - 4, BESIDE], [PIECES[ONLY_MOVED][0], ONLY_MOVED]],
        # The first part's data name others, and so do those of the moved part.
        "within": [[STRAIGHT, INNER], [ONLY_MOVED, OF_MOVED]],
        "places": [1],
        "entries": [[INNER, 2], [ONLY_MOVED, 4], [STRAIGHT, 5]],
    }


def module(**other: object) -> bytes:
    """The module, with another note where told."""
    left = name("pieces") + json.dumps(note() | other).encode()
    names = unsigned(len(NAMES)) + b"".join(unsigned(at) + name(what) for at, what in enumerate(NAMES))
    sections = [
        # Nothing in and nothing out; one number in.
        (wasm.TYPES, vector([b"\x60\0\0", b"\x60\x01\x7f\0"])),
        (wasm.IMPORTS, vector([name("./app_bg.js") + name("__wbg_loadRest_0123456789abcdef") + b"\0\x01"])),
        (wasm.FUNCTIONS, vector(unsigned(at == LATER) for at in range(MAIN, len(NAMES)))),
        (wasm.TABLES, vector([b"\x70\0\x06"])),
        (wasm.MEMORIES, vector([b"\0\x01"])),
        (wasm.GLOBALS, vector(b"\x7f\x01\x41" + signed(PIECES[at][0]) + b"\x0b" for at in (WRITABLE, OF_GLOBAL))),
        (wasm.EXPORTS, vector([name("main") + b"\0" + unsigned(MAIN)])),
        (wasm.ELEMENTS, wasm.segments(PLACES)),
        (wasm.CODE, vector(unsigned(len(code)) + code for code in BODIES)),
        (wasm.DATA, vector(b"\0\x41" + signed(at) + b"\x0b" + unsigned(len(content)) + content for at, content in MEMORY.items())),
        (wasm.CUSTOM, left),
        (wasm.CUSTOM, name("name") + b"\x01" + unsigned(len(names)) + names),
    ]
    return HEAD + b"".join(bytes([kind]) + unsigned(len(content)) + content for kind, content in sections)
