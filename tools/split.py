"""After the build: takes out of the module what the first screen does not need, and puts it into a second one.

The two share memory, globals and table. Where a function was moved, a stub stays that jumps through the table; the first call
of any of them loads the second module (`loadRest` in index.html), if the page has not done so by itself by then. Which functions
move is a matter of speed alone, never of what the page does: `LATER` names the rooms, and what only they call goes with them.
Constants that none of the others reaches go too, by what the linker knew of them (tools/pieces.py).
"""

import base64
import bisect
import dataclasses
import hashlib
import os
import pathlib
import re
import sys
from collections.abc import Callable, Iterable

import wasm
from lazy import digest, put
from wasm import Module, name, signed, unsigned

# The rooms of the page that the first screen shows; what is new is not among them until somebody puts it here.
FIRST_SCREEN = (
    "app allocation chain chart errand explained fields grid header matrix method number_field on_paper over pictures problems refused scheme settings "
    "size steps typed why words"
)
# What comes later, by the names of functions: a function belongs to every room that its name mentions.
LATER = (
    rf"\bapp::ui::(?!(?:{FIRST_SCREEN.replace(' ', '|')})\b)[a-z_]+::",
    # Parts of the first screen's rooms that are not seen, or not used, at first.
    r"\bapp::ui::(?:chart::ChartView|fields::(?:Date|Text)Field|matrix::calculator|method::MethodSettings|why::tie)\b",
    r"\bapp::ui::(?:app::not_saved_choices|explained::(?:answer|open|toggle)|grid::(?:find|filter)::open_bar)\b",
    r"\bapp::ui::grid::(?:edits::(?!Table|moving|parsed|text_at)|hand::Hand>::(?:cell_near|copy|cut|paste|reach_on)|menu::(?:Choice|Menu)\b)",
    r"\bapp::effects::(?:clipboard|collation|download|files|workbook)::",
    r"\bapp::effects::library::(?:Desk>::|use_library::inner_fn::\{closure#\d+\}::\{closure#0\}$)",
    # Saving waits for the rest by itself.
    r"\bapp::effects::storage::(?:add|bytes|change|check|delete|entries|list|load|opened|opened_last|purge|remember|rename|restore|save|stored)\b",
    r"\bdelegate_roster::codec::(?:document|generations|library|link|payload|qr|snapshot)\b",
    r"\bdelegate_roster::(?:exchange::(?!cell\b|number\b)|roster::grouping\b|index::power\b)",
    r"\bdelegate_roster::text::(?:paper|people|rules|sheets|undo|(?:en|zh)::(?:account|apart|chart(?!::word)|composition|explain|grouping|help(?!::(?:see|word))|later|library|obstacle|people|rules|transfer|undo|voting|work))\b",
    r"\bdelegate_roster::(?:picture|scenario::(?:reckon|reckoning)|text::explain(?!::Told)|work::(?:Job|run))\b|\bapp::effects::worker::serve\b",
    r"\bdelegate_roster::apportion::(?:biproportional|quota_method|remainder|two_tier)\b",
    r"\bdelegate_roster::apportion::(?:controlled::(?!problem)|open_house::(?!number))",
    r"\bdelegate_roster::scenario::(?:apply::people|compare|composition::plan::located|figure::apart|list_order|reckoning::apart|regroup|trail)\b",
    r"\bdelegate_roster::scenario::people::(?:check|settle::(?:fill|.*closure)|People>::(?:attendance|counts))\b",
    r"\bdelegate_roster::scenario::seating::(?:issues_of|last_good|lot)\b",
    # What the library does only with more than the example holds, or when something is taken away again.
    r"\bcore::slice::sort::(?:select|(?:un)?stable::(?:heapsort|quicksort))\b",
    r"\bcore::slice::sort::stable::drift::sort::<(?!\(delegate_roster::scenario::model::UnitId, delegate_roster::roster::ledger::)",
    r"^(?!.*\byew::).*\balloc::collections::btree::.*(?:bulk_push|bulk_steal|do_merge|fix_|Entry<|insert_fit|remove|split)",
    r"\b(?:console_error_panic_hook|csv_core|miniz_oxide|qrcodegen|serde_core|serde_json|serde_path_to_error)::",
    r" as core::fmt::Debug>::fmt$",
)
# Made alike for many types, so that the optimiser keeps one of them under any of their names.
ALIKE = re.compile(r"^<yew::functional::hooks::use_state::UseStateHandle<.* as core::clone::Clone>::clone$")
# What the first screen was seen not to run (tools/idle.py), by the beginnings of names.
IDLE = pathlib.Path(__file__).with_name("idle.txt")
# A crate's digest in a name, without the zeros it begins with; fewer digits are a type, as in `[f64]`.
HASH = re.compile(r"\[[0-9a-f]{9,16}\]|\.\d+$")
# Functions of few bytes stay where they are called: the optimiser makes one of many alike, and keeps any of their names. What was
# looked at may have fewer, since all of one name were.
SMALL = 256
LEAST = 128
# Zeros that are written, rather than a new segment begun.
GAP = 16
FILLED = re.compile(rb"[^\0]+(?:\0{1,%d}[^\0]+)*" % GAP)
# A number that the linker did not write may be an address that wasm-opt worked out; what lies so near to it stays.
NEAR = 64
LOADER = "__wbg_loadRest_"
# What the script gives to the module, as wasm-bindgen names and indents it.
IMPORTED = re.compile(r"(?<=^ {8})__wb\w+(?=: )", re.M)
REST = "rest_bg.wasm"


def plain(what: str) -> str:
    """A name without what changes from build to build."""
    return HASH.sub("", what)


def grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    """The second numbers by the first."""
    found: dict[int, set[int]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return found


class Data:
    """The module's data as the linker knew them (tools/pieces.py): the pieces, by their numbers, and what names what."""

    def __init__(self, module: Module) -> None:
        self.memory = wasm.image(wasm.data_segments(module.raw[wasm.DATA]))
        note = module.note
        if note is None or note["digest"] != wasm.digest(self.memory):
            sys.exit("the module has no note of its data, or one of other data: tools/build.sh has it linked by tools/pieces.py")
        self.pieces, self.constants = note["pieces"], note["constants"]
        self.begins = [start for start, _ in self.pieces]
        # The pieces that a number in code means; the pieces and the places of the table that a piece names; the places that code names.
        self.named, self.within, self.entries = (grouped(note[what]) for what in ("named", "within", "entries"))
        self.places = set(note["places"])

    def is_constant(self, start: int, end: int) -> bool:
        """Whether nothing there is ever written to."""
        return any(first <= start and end <= last for first, last in self.constants)

    def around(self, first: int, last: int) -> set[int]:
        """The pieces from one address to another."""
        low = bisect.bisect_right(self.begins, first) - 1
        return {*range(max(low, 0), bisect.bisect_right(self.begins, last))}

    def meant(self, number: int) -> set[int]:
        """The pieces that a number in code may be an address of."""
        if number in self.named:
            return self.named[number] | self.around(number, number)
        if self.begins[0] - NEAR <= number <= self.pieces[-1][1] + NEAR:
            return self.around(number - NEAR, number + NEAR)
        return set()

    def segments(self, held: set[int]) -> tuple[tuple[int, bytes], tuple[int, bytes]]:
        """The segments with these pieces, and those with the others."""
        first, rest = bytearray(self.memory), bytearray(len(self.memory))
        for at, (start, end) in enumerate(self.pieces):
            if at not in held:
                rest[start:end] = self.memory[start:end]
                first[start:end] = bytes(len(rest[start:end]))
        parts = [[found.span() for found in FILLED.finditer(part)] for part in (first, rest)]
        # What is filled between two pieces is the memory's own: the rest may write a constant again, and nothing else.
        if not all(self.is_constant(*span) for span in parts[1]):
            sys.exit("the rest would write over what is not constant")
        return wasm.written(self.memory, parts[0]), wasm.written(self.memory, parts[1])


@dataclasses.dataclass
class Reach:
    """What can be come to from outside without a function that moves."""

    # Functions that stay, and those that are named by them or from outside: what moves and is among them leaves a stub.
    stay: set[int]
    named: set[int]
    # The pieces of data that stay.
    held: set[int]


def reach(module: Module, data: Data, moves: set[int]) -> Reach:
    """From what is exported, over calls, the table and data.

    To keep too much is slow, to keep too little is wrong: kept code would read zeros, or call where the table is empty. So a number
    in kept code counts as an address wherever it can be one: of the piece that the linker meant by it, which may lie beside it (a
    loop that counts from one before its table's begin), and of the piece around it; and as a place of the table if code names that
    place anywhere. What can be written to stays, since it may have changed by the time the rest comes.
    """
    # Of what others than the linker put into the table, nothing is known.
    known = data.places.union(*data.entries.values())
    named = {index for place, index in module.elements.items() if place not in known}
    named |= {index for kind, index in module.exports.values() if kind == wasm.FUNCTION}
    named |= set() if module.start is None else {module.start}
    held = {at for at, span in enumerate(data.pieces) if not data.is_constant(*span)}.union(*map(data.meant, module.first_values))
    stay = set[int]()
    functions, pieces = set(named), set(held)
    while functions or pieces:
        if pieces:
            piece = pieces.pop()
            places, inner = data.entries.get(piece, set()), data.within.get(piece, set())
            called = set[int]()
        else:
            index = functions.pop()
            if index in moves or index not in module.code:
                continue
            stay.add(index)
            numbers, called = module.code[index].numbers(), module.code[index].calls()
            places, inner = numbers & data.places, set[int]().union(*map(data.meant, numbers))
        called = called | {module.elements[place] for place in places & module.elements.keys()}
        functions |= called - named
        named |= called
        pieces |= inner - held
        held |= inner
    return Reach(stay, named, held)


def movable(module: Module, is_later: Callable[[str], object], is_idle: Callable[[str], bool]) -> set[int]:
    """The functions that move whoever calls them: those known to be idle, and the larger ones of the later rooms."""
    sizes = {index: len(code.body) for index, code in module.code.items()}
    names = {index: plain(module.names.get(index, "")) for index in module.code}
    idle = {index for index, what in names.items() if sizes[index] > LEAST and is_idle(what)}
    return idle | {index for index, what in names.items() if sizes[index] > SMALL and is_later(what)}


def shortened(module: Module, script: str) -> str:
    """Short names between the module and its script, where nobody reads them; the script with them."""
    given, names = IMPORTED.findall(script), {what: f"i{at}" for at, what in enumerate(module.imported_functions)}
    # The script may give more: what wasm-opt saw that nobody calls.
    if any(given.count(what) != 1 for what in names):
        sys.exit("the script does not give the module what it imports, or not by the names that tools/split.py knows")
    module.raw[wasm.IMPORTS] = module.renamed_imports(names)
    return IMPORTED.sub(lambda found: names.get(found[0], found[0]), script)


def split(module: Module, moves: set[int]) -> tuple[bytes, bytes]:
    """The first module and the rest."""
    data = Data(module)
    reached = reach(module, data, moves)
    [loader] = [at for at, what in enumerate(module.imported_functions) if what.startswith(LOADER)]
    imported = len(module.imported_functions)
    kept, moved = sorted(reached.stay), sorted(module.code.keys() - reached.stay)
    stubs = sorted(reached.named & set(moved))

    # Where a function stands in the table already, the rest puts itself there; the others get a place behind the table's end.
    places: dict[int, list[int]] = {index: [] for index in moved}
    for at, index in sorted(module.elements.items()):
        if index in places:
            places[index].append(at)
    size = module.tables[0].least
    for index in stubs:
        if not places[index]:
            places[index] = [size]
            size += 1

    first = {index: index for index in range(imported)}
    first |= {index: imported + at for at, index in enumerate([*kept, *stubs])}
    enter, ready = len(first), len(module.globals)
    indirect = {index: module.types_of[index] for index in stubs}
    bodies = [module.code[index].renumbered(first) for index in kept]
    for index in stubs:
        arguments = b"".join(b"\x20" + unsigned(at) for at in range(module.arguments[indirect[index]]))
        jump = b"\x41" + signed(places[index][0]) + b"\x10" + unsigned(enter) + b"\x11" + unsigned(indirect[index]) + b"\0\x0b"
        bodies.append(b"\0" + arguments + jump)
    # Takes a place in the table and gives it back, once the rest is there.
    bodies.append(b"\0\x23" + unsigned(ready) + b"\x45\x04\x40\x10" + unsigned(loader) + b"\x0b\x20\0\x0b")

    borrowed = sorted({index for caller in moved for index in module.code[caller].calls()} - set(moved))
    second = {index: at for at, index in enumerate([*borrowed, *moved])}
    entry = len(second)

    lends = {f"f{at}": (wasm.FUNCTION, first[index]) for at, index in enumerate(borrowed)}
    lends |= {f"g{at}": (wasm.GLOBAL, at) for at in range(ready + 1)}
    lends |= {f"t{at}": (wasm.TABLE, at) for at in range(len(module.tables))} | {"m": (wasm.MEMORY, 0)}

    (count, filled), (_, idle) = data.segments(reached.held)
    # `enter` takes a number and gives one; nothing else needs a type of its own.
    types, number, nothing = module.with_types(([wasm.I32], [wasm.I32]), ([], []))
    tables = [module.tables[0].grown(size), *module.tables[1:]]
    exports = {what: (kind, first[at] if kind == wasm.FUNCTION else at) for what, (kind, at) in module.exports.items()}
    one = Module.assemble({
        wasm.TYPES: types,
        wasm.IMPORTS: module.raw[wasm.IMPORTS],
        wasm.FUNCTIONS: wasm.vector(unsigned(t) for t in [*(module.types_of[i] for i in [*kept, *stubs]), number]),
        wasm.TABLES: wasm.vector(table.encoded() for table in tables),
        wasm.MEMORIES: module.raw[wasm.MEMORIES],
        wasm.GLOBALS: wasm.vector([*module.globals, b"\x7f\x01\x41\0\x0b"]),
        wasm.EXPORTS: wasm.vector(name(what) + bytes([kind]) + unsigned(at) for what, (kind, at) in (exports | lends).items()),
        wasm.START: None if module.start is None else unsigned(first[module.start]),
        wasm.ELEMENTS: wasm.segments({at: first[index] for at, index in module.elements.items() if index in first}),
        wasm.DATA_COUNT: unsigned(count) if wasm.DATA_COUNT in module.raw else None,
        wasm.CODE: wasm.vector(unsigned(len(body)) + body for body in bodies),
        wasm.DATA: filled,
        wasm.CUSTOM: module.raw.get(wasm.CUSTOM),
    })
    imports = [
        *(name("m") + name(f"f{at}") + b"\0" + unsigned(module.types_of[index]) for at, index in enumerate(borrowed)),
        *(name("m") + name(f"t{at}") + b"\x01" + table.encoded() for at, table in enumerate(tables)),
        name("m") + name("m") + b"\x02" + module.memory,
        *(name("m") + name(f"g{at}") + b"\x03" + kind for at, kind in enumerate([*module.global_types, b"\x7f\x01"])),
    ]
    started = b"\0\x41\x01\x24" + unsigned(ready) + b"\x0b"
    bodies = [*(module.code[index].renumbered(second) for index in moved), started]
    two = Module.assemble({
        wasm.TYPES: types,
        wasm.IMPORTS: wasm.vector(imports),
        wasm.FUNCTIONS: wasm.vector(unsigned(t) for t in [*(module.types_of[i] for i in moved), nothing]),
        wasm.START: unsigned(entry),
        wasm.ELEMENTS: wasm.segments({at: second[index] for index, of in places.items() for at in of}),
        wasm.CODE: wasm.vector(unsigned(len(body)) + body for body in bodies),
        wasm.DATA: idle,
        wasm.CUSTOM: module.raw.get(wasm.CUSTOM),
    })
    return one, two


def placed(folder: pathlib.Path, html: str, old: str, new: str, content: bytes) -> str:
    """Writes a file of the page under another name; the page with that name and the file's digest."""
    (folder / old).unlink()
    (folder / new).write_bytes(content)
    integrity = "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()
    html, found = re.subn(rf'({re.escape(old)}"[^>]* integrity=")[^"]*', rf"\g<1>{integrity}", html)
    if not found:
        sys.exit(f"index.html does not preload {old}")
    return html.replace(old, new)


def main() -> None:
    """Splits the module in Trunk's staging folder and tells the page."""
    folder = pathlib.Path(os.environ["TRUNK_STAGING_DIR"])
    [path] = folder.glob("app-*_bg.wasm")
    rooms = re.compile("|".join(LATER))
    module = Module(path.read_bytes())
    idle = tuple(IDLE.read_text(encoding="utf-8").splitlines())
    moves = movable(module, lambda what: rooms.search(what) and not ALIKE.match(what), lambda what: what.startswith(idle))
    [script] = folder.glob("app-*.js")
    short = shortened(module, script.read_text(encoding="utf-8")).encode()
    one, two = split(module, moves)
    page = folder / "index.html"
    html = page.read_text(encoding="utf-8")
    both = digest(one + two)
    html = placed(folder, html, path.name, f"app-{both}_bg.wasm", one)
    html = placed(folder, html, script.name, f"app-{digest(short)}.js", short)
    (folder / f"rest-{both}_bg.wasm").write_bytes(two)
    page.write_text(put(html, REST, f"rest-{both}_bg.wasm", "index.html"), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
