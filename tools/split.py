"""After the build: takes the module apart into what draws the first screen, what the first keys there need, and the rest.

The parts share memory, globals and table. Where a function was moved, a stub stays that jumps through the table; a call of it that
comes too early loads the missing parts (`loadRest` in index.html). Which functions move is a matter of speed alone, never of what
the page does: `LATER` names rooms, tools/idle.txt and tools/keys.txt say what was seen, and what only they call goes with them.
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
from collections.abc import Callable, Iterable, Sequence

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
    r"\bapp::effects::storage::(?:add|bytes|change|check|delete|entries|list|load|opened|opened_last|purge|remember|rename|restore|save_now|stored)\b",
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
ROOMS = tuple(map(re.compile, LATER))
# What the first screen was seen not to run, and what only the first keys there run (tools/idle.py).
IDLE, KEYS = (pathlib.Path(__file__).with_name(what) for what in ("idle.txt", "keys.txt"))
# A crate's digest in a name, without the zeros it begins with; fewer digits are a type, as in `[f64]`.
HASH = re.compile(r"\[[0-9a-f]{9,16}\]|\.\d+$")
# The functions of a room move from so many bytes on. Those up to LEAST are not told by names, since the optimiser makes one of many
# alike and keeps any of their names, but by marks. Those up to FEW are smaller than what would stand in their place.
SMALL = 256
LEAST = 128
FEW = 8
# What the entries begin with that are no beginnings of names, as no name does: marks, and what stays though its room comes later.
MARK, STAYS = "=!"
# How long a piece is that says where in the source a panic is, and how the name of a file ends.
PLACE, SOURCE = 16, b".rs\0"
# Zeros that are written, rather than a new segment begun.
GAP = 16
FILLED = re.compile(rb"[^\0]+(?:\0{1,%d}[^\0]+)*" % GAP)
# A number that the linker did not write may be an address that wasm-opt worked out; what lies so near to it stays.
NEAR = 64
LOADER = "__wbg_loadRest_"
# What the script gives to the module, as wasm-bindgen names and indents it.
IMPORTED = re.compile(r"(?<=^ {8})__wb\w+(?=: )", re.M)
# The later parts, in their order.
PARTS = ("keys", "rest")
# Which function stands behind which place of the table, for those who look for one that is wanted too early.
MOVED = "moved.txt"


def plain(what: str) -> str:
    """A name without what changes from build to build."""
    return HASH.sub("", what)


def is_later(what: str) -> bool:
    """Whether a function belongs to a room that comes later, by its name."""
    return any(room.search(what) for room in ROOMS) and not ALIKE.match(what)


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
        # Nothing needs to know before a panic where it would be; one that comes before the rest is told without its place.
        self.unread = {at for at in range(len(self.pieces)) if self.is_place_of_panic(at)}

    def is_constant(self, start: int, end: int) -> bool:
        """Whether nothing there is ever written to."""
        return any(first <= start and end <= last for first, last in self.constants)

    def around(self, first: int, last: int) -> set[int]:
        """The pieces from one address to another."""
        low = bisect.bisect_right(self.begins, first) - 1
        return {*range(max(low, 0), bisect.bisect_right(self.begins, last))}

    def is_place_of_panic(self, at: int) -> bool:
        """Whether a piece says where in the source something is: its file, line and column, which only a panic reads."""
        start, end = self.pieces[at]
        files = (self.memory[slice(*self.pieces[file])] for file in self.within.get(at, ()))
        return end - start == PLACE and self.is_constant(start, end) and any(file.endswith(SOURCE) for file in files)

    def meant(self, number: int) -> set[int]:
        """The pieces that a number in code may be an address of."""
        if number in self.named:
            return self.named[number] | self.around(number, number)
        if self.begins[0] - NEAR <= number <= self.pieces[-1][1] + NEAR:
            return self.around(number - NEAR, number + NEAR)
        return set()

    def segments(self, held: Sequence[set[int]]) -> list[tuple[int, bytes]]:
        """The segments of each part: the pieces that it holds, without those of the parts before it."""
        parts, seen = [], set[int]()
        for here in held:
            mine = here - seen
            memory = bytearray(len(self.memory)) if parts else bytearray(self.memory)
            for at in range(len(self.pieces)):
                start, end = self.pieces[at]
                content = self.memory[start:end]
                memory[start:end] = content if at in mine else bytes(len(content))
            parts.append([found.span() for found in FILLED.finditer(memory)])
            seen |= here
        # What is filled between two pieces is the memory's own: a later part may write a constant again, and nothing else.
        if not all(self.is_constant(*span) for spans in parts[1:] for span in spans):
            sys.exit("a later part would write over what is not constant")
        return [wasm.written(self.memory, spans) for spans in parts]


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
        inner = inner - held - data.unread
        pieces |= inner
        held |= inner
    return Reach(stay, named, held)


def marks(module: Module) -> dict[int, str]:
    """What tells a small function in any build: its type, its body without addresses, and those of the functions it names."""

    def digests(told: Callable[[int], bytes]) -> dict[int, bytes]:
        outlines = {index: module.types[module.types_of[index]] + code.outline(told) for index, code in module.code.items()}
        return {index: hashlib.sha256(outline).digest()[:6] for index, outline in outlines.items()}

    known = dict(enumerate(map(str.encode, module.imported_functions))) | digests(lambda _: b"")
    return {index: MARK + mark.hex() for index, mark in digests(known.__getitem__).items()}


class Listed:
    """What a list of tools/idle.py says."""

    def __init__(self, entries: Iterable[str]) -> None:
        entries = frozenset(entries)
        self.marks = frozenset(entry for entry in entries if entry.startswith(MARK))
        self.stays = frozenset(entry.removeprefix(STAYS) for entry in entries if entry.startswith(STAYS))
        self.starts = tuple(entry for entry in entries if not entry.startswith((MARK, STAYS)))

    def has(self, size: int, what: str, mark: str) -> bool:
        """Whether a function is in it."""
        return what.startswith(self.starts) if size > LEAST else size > FEW and mark in self.marks


def lines(path: pathlib.Path) -> list[str]:
    """The entries of a list."""
    return path.read_text(encoding="utf-8").splitlines()


def listed(path: pathlib.Path) -> Listed:
    """What a list says."""
    return Listed(lines(path))


def movable(module: Module, is_later: Callable[[str], object], listed: Listed) -> set[int]:
    """The functions that move whoever calls them: those of the list, and the larger ones of the later rooms but for what was run."""
    sizes = {index: len(code.body) for index, code in module.code.items()}
    names, told = {index: plain(module.names.get(index, "")) for index in module.code}, marks(module)
    idle = {index for index, what in names.items() if listed.has(sizes[index], what, told[index])}
    return idle | {at for at, what in names.items() if sizes[at] > SMALL and is_later(what) and what not in listed.stays}


def shortened(module: Module, script: str) -> str:
    """Short names between the module and its script, where nobody reads them; the script with them."""
    given, names = IMPORTED.findall(script), {what: f"i{at}" for at, what in enumerate(module.imported_functions)}
    # The script may give more: what wasm-opt saw that nobody calls.
    if any(given.count(what) != 1 for what in names):
        sys.exit("the script does not give the module what it imports, or not by the names that tools/split.py knows")
    module.raw[wasm.IMPORTS] = module.renamed_imports(names)
    return IMPORTED.sub(lambda found: names.get(found[0], found[0]), script)


class Plan:
    """Who has what: a module in parts, of which each but the first stands on those before it.

    A function is in one part alone. In the first of the parts before it that name it stands a stub, which jumps through the table.
    """

    def __init__(self, module: Module, moves: Sequence[set[int]]) -> None:
        """`moves` has the functions that move, whoever calls them, into each part but the first."""
        self.module, data = module, Data(module)
        # What parts up to each one can come to; in the end all.
        reached = [reach(module, data, set[int]().union(*moves[at:])) for at in range(len(moves))]
        reached.append(Reach({*module.code}, {*module.code}, {*range(len(data.pieces))}))
        imported = range(len(module.imported_functions))
        self.part_of, self.stub_in = dict.fromkeys(imported, 0), dict[int, int]()
        for part, here in enumerate(reached):
            self.part_of |= dict.fromkeys(here.stay - self.part_of.keys(), part)
            self.stub_in |= dict.fromkeys(here.named - self.part_of.keys() - self.stub_in.keys(), part)
        self.data = data.segments([here.held for here in reached])
        # Like stands beside like, which compresses a hundredth better.
        self.own = [
            sorted(module.code.keys() & self.of(self.part_of, part), key=lambda at: (module.types_of[at], len(module.code[at].body), at))
            for part in range(len(reached))
        ]
        self.stubs = [sorted(self.of(self.stub_in, part)) for part in range(len(reached))]

        # Where a function stands in the table already, its part puts it there; the others get a place behind the table's end.
        self.places: dict[int, list[int]] = {index: [] for index in module.code}
        for at, index in sorted(module.elements.items()):
            self.places.setdefault(index, []).append(at)
        self.size = module.tables[0].least
        for index in sorted(self.stub_in):
            if not self.places[index]:
                self.places[index] = [self.size]
                self.size += 1

        calls = [set[int]().union(*(module.code[index].calls() for index in own)) for own in self.own]
        self.borrowed = [sorted(calls[part] - {*own} - {*self.stubs[part]}) for part, own in enumerate(self.own)]
        self.borrowed[0] = [*imported]
        self.lent: list[dict[int, str]] = [{} for _ in reached]
        for to in range(1, len(reached)):
            for index in self.borrowed[to]:
                lent = self.lent[self.lender(index, to)]
                lent.setdefault(index, f"f{len(lent)}")
        # Takes a place in the table and gives it back; takes nothing and gives nothing.
        self.types, self.enters, self.starts = module.with_types(([wasm.I32], [wasm.I32]), ([], []))
        # Counts the parts that are there.
        self.ready = len(module.globals)
        self.numbers = [self.numbered(part) for part in range(len(reached))]

    @staticmethod
    def of(parts: dict[int, int], wanted: int) -> set[int]:
        """The functions of a part."""
        return {index for index, part in parts.items() if part == wanted}

    def lender(self, index: int, to: int) -> int:
        """Where a part has a function from."""
        return self.part_of[index] if self.part_of[index] < to else self.stub_in[index]

    def doors(self, part: int) -> list[int]:
        """The later parts, each of which has a door."""
        return [*range(part + 1, len(self.own))]

    def numbered(self, part: int) -> dict[int, int]:
        """The functions of a part by their numbers there. The first one keeps the doors of the others behind its own."""
        before = len(self.borrowed[part]) + (len(self.doors(part)) if part else 0)
        numbers = {index: at for at, index in enumerate(self.borrowed[part])}
        return numbers | {index: before + at for at, index in enumerate([*self.own[part], *self.stubs[part]])}

    def door(self, part: int, to: int) -> int:
        """The number, in a part, of the function that has another part loaded."""
        at = self.doors(part).index(to)
        return at + (len(self.numbers[part]) if part == 0 else len(self.borrowed[part]))

    def stub(self, part: int, index: int) -> bytes:
        """Hands on what it is given, once the part is there that has the function."""
        kind = self.module.types_of[index]
        arguments = b"".join(b"\x20" + unsigned(at) for at in range(self.module.arguments[kind]))
        place = b"\x41" + signed(self.places[index][0]) + b"\x10" + unsigned(self.door(part, self.part_of[index]))
        return b"\0" + arguments + place + b"\x11" + unsigned(kind) + b"\0\x0b"

    def opened(self, to: int, loader: int) -> bytes:
        """A door: has the parts loaded that are missing, one after the other, and gives the place back. What cannot be loaded is
        missing in the table, where the call ends."""
        steps = (
            b"\x23" + unsigned(self.ready) + b"\x41" + signed(part) + b"\x48\x04\x40\x20\0\x10" + unsigned(loader) + b"\x0b"
            for part in range(1, to + 1)
        )
        return b"\0" + b"".join(steps) + b"\x20\0\x0b"

    def bodies(self, part: int) -> list[bytes]:
        """The code of a part's own functions and stubs."""
        own = (self.module.code[index].renumbered(self.numbers[part]) for index in self.own[part])
        return [*own, *(self.stub(part, index) for index in self.stubs[part])]

    def kinds(self, part: int) -> list[bytes]:
        """Their types."""
        return [unsigned(self.module.types_of[index]) for index in [*self.own[part], *self.stubs[part]]]

    def elements(self, part: int) -> bytes:
        """What a part puts into the table."""
        here = [index for index in self.numbers[part] if self.part_of[index] == part or self.stub_in.get(index) == part]
        # A place behind the table's end is empty until its function comes.
        return wasm.segments({
            at: self.numbers[part][index]
            for index in here
            for at in self.places.get(index, ())
            if at in self.module.elements or self.part_of[index] == part
        })

    def lends(self, part: int) -> dict[str, tuple[int, int]]:
        """What a part exports for those behind it."""
        return {what: (wasm.FUNCTION, self.numbers[part][index]) for index, what in self.lent[part].items()}

    def parts(self) -> list[bytes]:
        """All parts, in their order."""
        return [self.first(), *map(self.later, range(1, len(self.own)))]

    def told(self) -> str:
        """The stubs: place in the table, where the function is, its name."""
        lines = ((self.places[index][0], self.part_of[index], plain(self.module.names.get(index, ""))) for index in self.stub_in)
        return "".join(f"{place} {PARTS[part - 1]} {what}\n" for place, part, what in sorted(lines))

    def first(self) -> bytes:
        """The first part: what the whole module was to others, it is."""
        module = self.module
        [loader] = [at for at, what in enumerate(module.imported_functions) if what.startswith(LOADER)]
        exports = {what: (kind, self.numbers[0][at] if kind == wasm.FUNCTION else at) for what, (kind, at) in module.exports.items()}
        exports |= self.lends(0) | {f"g{at}": (wasm.GLOBAL, at) for at in range(self.ready + 1)}
        exports |= {f"t{at}": (wasm.TABLE, at) for at in range(len(module.tables))} | {"m": (wasm.MEMORY, 0)}
        exports |= {f"e{to}": (wasm.FUNCTION, self.door(0, to)) for to in self.doors(1)}
        doors = [self.opened(to, loader) for to in self.doors(0)]
        count, data = self.data[0]
        return Module.assemble({
            wasm.TYPES: self.types,
            wasm.IMPORTS: module.raw[wasm.IMPORTS],
            wasm.FUNCTIONS: wasm.vector([*self.kinds(0), *(unsigned(self.enters) for _ in doors)]),
            wasm.TABLES: wasm.vector(table.encoded() for table in self.tables()),
            wasm.MEMORIES: module.raw[wasm.MEMORIES],
            wasm.GLOBALS: wasm.vector([*module.globals, b"\x7f\x01\x41\0\x0b"]),
            wasm.EXPORTS: wasm.vector(name(what) + bytes([kind]) + unsigned(at) for what, (kind, at) in exports.items()),
            wasm.START: None if module.start is None else unsigned(self.numbers[0][module.start]),
            wasm.ELEMENTS: self.elements(0),
            wasm.DATA_COUNT: unsigned(count) if wasm.DATA_COUNT in module.raw else None,
            wasm.CODE: wasm.vector(unsigned(len(body)) + body for body in [*self.bodies(0), *doors]),
            wasm.DATA: data,
            wasm.CUSTOM: module.raw.get(wasm.CUSTOM),
        })

    def tables(self) -> list[wasm.Table]:
        """The tables with room for all stubs."""
        return [self.module.tables[0].grown(self.size), *self.module.tables[1:]]

    def later(self, part: int) -> bytes:
        """Another part. Its imports are named by the part that has them."""
        lenders = {index: self.lender(index, part) for index in self.borrowed[part]}
        imports = [
            *(
                name(str(lender)) + name(self.lent[lender][index]) + b"\0" + unsigned(self.module.types_of[index])
                for index, lender in lenders.items()
            ),
            *(name("0") + name(f"e{to}") + b"\0" + unsigned(self.enters) for to in self.doors(part)),
            *(name("0") + name(f"t{at}") + b"\x01" + table.encoded() for at, table in enumerate(self.tables())),
            name("0") + name("m") + b"\x02" + self.module.memory,
            *(name("0") + name(f"g{at}") + b"\x03" + kind for at, kind in enumerate([*self.module.global_types, b"\x7f\x01"])),
        ]
        started = b"\0\x41" + signed(part) + b"\x24" + unsigned(self.ready) + b"\x0b"
        return Module.assemble({
            wasm.TYPES: self.types,
            wasm.IMPORTS: wasm.vector(imports),
            wasm.FUNCTIONS: wasm.vector([*self.kinds(part), unsigned(self.starts)]),
            wasm.EXPORTS: wasm.vector(name(what) + bytes([kind]) + unsigned(at) for what, (kind, at) in self.lends(part).items()),
            wasm.START: unsigned(len(self.borrowed[part]) + len(self.doors(part)) + len(self.own[part]) + len(self.stubs[part])),
            wasm.ELEMENTS: self.elements(part),
            wasm.CODE: wasm.vector(unsigned(len(body)) + body for body in [*self.bodies(part), started]),
            wasm.DATA: self.data[part][1],
            wasm.CUSTOM: self.module.raw.get(wasm.CUSTOM),
        })


def placed(folder: pathlib.Path, html: str, old: str, new: str, content: bytes) -> str:
    """Writes a file of the page under another name; the page with that name and the file's digest."""
    (folder / old).unlink()
    (folder / new).write_bytes(content)
    integrity = "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()
    html, found = re.subn(rf'({re.escape(old)}"[^>]* integrity=")[^"]*', rf"\g<1>{integrity}", html)
    if not found:
        sys.exit(f"index.html does not name {old} with what it must be like")
    return html.replace(old, new)


def main() -> None:
    """Splits the module in Trunk's staging folder and tells the page."""
    folder = pathlib.Path(os.environ["TRUNK_STAGING_DIR"])
    [path] = folder.glob("app-*_bg.wasm")
    module = Module(path.read_bytes())
    rest, awaited = movable(module, is_later, listed(IDLE)), movable(module, lambda _: False, listed(KEYS))
    [script] = folder.glob("app-*.js")
    short = shortened(module, script.read_text(encoding="utf-8")).encode()
    plan = Plan(module, [awaited, rest])
    first, *parts = plan.parts()
    page = folder / "index.html"
    html = page.read_text(encoding="utf-8")
    hashed = digest(first + b"".join(parts))
    html = placed(folder, html, path.name, f"app-{hashed}_bg.wasm", first)
    html = placed(folder, html, script.name, f"app-{digest(short)}.js", short)
    for what, part in zip(PARTS, parts, strict=True):
        (folder / f"{what}-{hashed}_bg.wasm").write_bytes(part)
        html = put(html, f"{what}_bg.wasm", f"{what}-{hashed}_bg.wasm", "index.html")
    page.write_text(html, encoding="utf-8", newline="")
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", "target"))
    (target / MOVED).write_text(plan.told(), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
