"""After the build: takes out of the module what the first screen does not need, and puts it into a second one.

The two share memory, globals and table. Where a function was moved, a stub stays that jumps through the table; the first call
of any of them loads the second module (`loadRest` in index.html), if the page has not done so by itself by then. Which functions
move is a matter of speed alone, never of what the page does: `LATER` names the rooms, and what only they call goes with them.
Constants that none of the others reaches go too, by what the linker knew of them (tools/pieces.py).
"""

import base64
import bisect
import hashlib
import os
import pathlib
import re
import sys
from collections.abc import Callable

import wasm
from lazy import digest, put
from wasm import Module, name, signed, unsigned

# The rooms of the page that the first screen shows; what is new is not among them until somebody puts it here.
FIRST_SCREEN = (
    "app allocation chain chart explained fields grid header matrix method number_field on_paper over pictures problems scheme settings size "
    "steps why words"
)
# What comes later, by the names of functions: a function belongs to every room that its name mentions.
LATER = (
    rf"\bapp::ui::(?!(?:{FIRST_SCREEN.replace(' ', '|')})\b)[a-z_]+::",
    # Parts of the first screen's rooms that are not seen, or not used, at first.
    r"\bapp::ui::(?:chart::ChartView|fields::(?:Date|Text)Field|matrix::calculator|method::MethodSettings|why::tie)\b",
    r"\bapp::ui::(?:app::not_saved_choices|explained::(?:answer|open|toggle)|grid::(?:find|filter)::open_bar)\b",
    r"\bapp::ui::grid::(?:edits::(?!Table|text_at|parsed)|hand::Hand>::(?:cell_near|copy|cut|paste|reach_on)|menu::(?:Choice|Menu)\b)",
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
# What the first screen was seen not to run (tools/idle.py), by the beginnings of names.
IDLE = pathlib.Path(__file__).with_name("idle.txt")
HASH = re.compile(r"\[[0-9a-f]{16}\]|\.\d+$")
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


def chosen(module: Module, is_later: Callable[[str], bool], is_idle: Callable[[str], bool]) -> set[int]:
    """The functions to move: those of the later rooms or known to be idle, and those that nothing but moved ones can reach."""
    fixed = {index for kind, index in module.exports.values() if kind == wasm.FUNCTION} | set(module.elements.values())
    fixed |= set() if module.start is None else {module.start}
    names = {index: plain(module.names.get(index, "")) for index in module.code}
    idle = {index for index, code in module.code.items() if len(code.body) > LEAST and is_idle(names[index])}
    later = {index for index in module.code if is_later(names[index])} | idle
    callers: dict[int, set[int]] = {}
    for index, code in module.code.items():
        for called in code.calls():
            callers.setdefault(called, set()).add(index)
    waiting = [index for index in module.code if index not in later | fixed and index in callers]
    while True:
        more = {index for index in waiting if callers[index] <= later | {index}}
        if not more:
            break
        later |= more
        waiting = [index for index in waiting if index not in more]
    few = {index for index in later - idle if len(module.code[index].body) <= SMALL}
    while True:
        small = {index for index in few & later if index in fixed or callers.get(index, set()) - later}
        if not small:
            return later
        later -= small


def is_constant(note: dict, start: int, end: int) -> bool:
    """Whether nothing there is ever written to."""
    return any(first <= start and end <= last for first, last in note["constants"])


def idle_data(note: dict, kept: set[int]) -> list[tuple[int, int]]:
    """The constants that no kept function reaches: begin and end of each piece. `kept` are the numbers in these functions.

    To take too little is slow, to take too much is wrong: kept code would read zeros. So a number counts as an address wherever it
    can be one: of the piece that the linker meant by it, which may lie beside it (a loop that counts from one before its table's
    begin), and of the piece around it. What can be written to stays, since it may have changed by the time the rest comes.
    """
    pieces = note["pieces"]
    begins = [start for start, _ in pieces]

    def around(first: int, last: int) -> range:
        low = bisect.bisect_right(begins, first) - 1
        return range(max(low, 0), bisect.bisect_right(begins, last))

    named: dict[int, set[int]] = {}
    for number, piece in note["named"]:
        named.setdefault(number, set()).add(piece)
    within: dict[int, set[int]] = {}
    for piece, other in note["within"]:
        within.setdefault(piece, set()).add(other)
    waiting = {at for at, span in enumerate(pieces) if not is_constant(note, *span)}
    for number in kept:
        if number in named:
            waiting |= named[number] | {*around(number, number)}
        elif pieces[0][0] - NEAR <= number <= pieces[-1][1] + NEAR:
            waiting |= {*around(number - NEAR, number + NEAR)}
    reached: set[int] = set()
    while waiting:
        piece = waiting.pop()
        reached.add(piece)
        waiting |= within.get(piece, set()) - reached
    return [(start, end) for at, (start, end) in enumerate(pieces) if at not in reached]


def split_data(module: Module, kept: set[int]) -> tuple[tuple[int, bytes], tuple[int, bytes]]:
    """The segments of data of the first module, and those of the rest."""
    memory = wasm.image(wasm.data_segments(module.raw[wasm.DATA]))
    if module.note is None or module.note["digest"] != wasm.digest(memory):
        sys.exit("the module has no note of its data, or one of other data: tools/build.sh has it linked by tools/pieces.py")
    first, rest = bytearray(memory), bytearray(len(memory))
    for start, end in idle_data(module.note, kept):
        rest[start:end] = memory[start:end]
        first[start:end] = bytes(len(rest[start:end]))
    parts = [[found.span() for found in FILLED.finditer(part)] for part in (first, rest)]
    # What is filled between two pieces is the memory's own: the rest may write a constant again, and nothing else.
    if not all(is_constant(module.note, *span) for span in parts[1]):
        sys.exit("the rest would write over what is not constant")
    return wasm.written(memory, parts[0]), wasm.written(memory, parts[1])


def shortened(module: Module, script: str) -> str:
    """Short names between the module and its script, where nobody reads them; the script with them."""
    given, names = IMPORTED.findall(script), {what: f"i{at}" for at, what in enumerate(module.imported_functions)}
    # The script may give more: what wasm-opt saw that nobody calls.
    if any(given.count(what) != 1 for what in names):
        sys.exit("the script does not give the module what it imports, or not by the names that tools/split.py knows")
    module.raw[wasm.IMPORTS] = module.renamed_imports(names)
    return IMPORTED.sub(lambda found: names.get(found[0], found[0]), script)


def split(module: Module, moved: set[int]) -> tuple[bytes, bytes]:
    """The first module and the rest."""
    [loader] = [at for at, what in enumerate(module.imported_functions) if what.startswith(LOADER)]
    imported = len(module.imported_functions)
    kept = [index for index in module.code if index not in moved]
    called = {index for caller in kept for index in module.code[caller].calls()}
    exported = {index for kind, index in module.exports.values() if kind == wasm.FUNCTION}
    stubs = sorted(moved & (called | exported | set(module.elements.values())))

    # Where a function stands in the table already, the rest puts itself there; the others get a place behind the table's end.
    places: dict[int, list[int]] = {index: [] for index in stubs}
    for at, index in sorted(module.elements.items()):
        if index in moved:
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

    rest_calls = {index for caller in moved for index in module.code[caller].calls()} - moved
    borrowed = sorted(rest_calls)
    second = {index: at for at, index in enumerate(borrowed)}
    second |= {index: len(borrowed) + at for at, index in enumerate(sorted(moved))}
    entry = len(second)

    lends = {f"f{at}": (wasm.FUNCTION, first[index]) for at, index in enumerate(borrowed)}
    lends |= {f"g{at}": (wasm.GLOBAL, at) for at in range(ready + 1)}
    lends |= {f"t{at}": (wasm.TABLE, at) for at in range(len(module.tables))} | {"m": (wasm.MEMORY, 0)}

    numbers = {number for index in kept for number in module.code[index].numbers()} | module.first_values
    (count, data), (_, idle) = split_data(module, numbers)
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
        wasm.ELEMENTS: wasm.segments({at: first[index] for at, index in module.elements.items()}),
        wasm.DATA_COUNT: unsigned(count) if wasm.DATA_COUNT in module.raw else None,
        wasm.CODE: wasm.vector(unsigned(len(body)) + body for body in bodies),
        wasm.DATA: data,
        wasm.CUSTOM: module.raw.get(wasm.CUSTOM),
    })
    imports = [
        *(name("m") + name(f"f{at}") + b"\0" + unsigned(module.types_of[index]) for at, index in enumerate(borrowed)),
        *(name("m") + name(f"t{at}") + b"\x01" + table.encoded() for at, table in enumerate(tables)),
        name("m") + name("m") + b"\x02" + module.memory,
        *(name("m") + name(f"g{at}") + b"\x03" + kind for at, kind in enumerate([*module.global_types, b"\x7f\x01"])),
    ]
    started = b"\0\x41\x01\x24" + unsigned(ready) + b"\x0b"
    bodies = [*(module.code[index].renumbered(second) for index in sorted(moved)), started]
    two = Module.assemble({
        wasm.TYPES: types,
        wasm.IMPORTS: wasm.vector(imports),
        wasm.FUNCTIONS: wasm.vector(unsigned(t) for t in [*(module.types_of[i] for i in sorted(moved)), nothing]),
        wasm.START: unsigned(entry),
        wasm.ELEMENTS: wasm.segments({at: second[index] for index in stubs for at in places[index]}),
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
    moved = chosen(module, lambda what: rooms.search(what) is not None, lambda what: what.startswith(idle))
    [script] = folder.glob("app-*.js")
    short = shortened(module, script.read_text(encoding="utf-8")).encode()
    one, two = split(module, moved)
    page = folder / "index.html"
    html = page.read_text(encoding="utf-8")
    both = digest(one + two)
    html = placed(folder, html, path.name, f"app-{both}_bg.wasm", one)
    html = placed(folder, html, script.name, f"app-{digest(short)}.js", short)
    (folder / f"rest-{both}_bg.wasm").write_bytes(two)
    page.write_text(put(html, REST, f"rest-{both}_bg.wasm", "index.html"), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
