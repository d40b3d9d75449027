"""What of the page's module the first screen does not run, by evidence: `tools/idle.txt` and `tools/keys.txt`, which tools/split.py reads.

`idle.py counted MODULE OUTPUT` writes a module that tells of each function when it is called (`__seen`); `idle.py list MODULE SEEN`
writes the lists from the numbers of those that were, before the first key and in all. `node tools/idle.mjs` does both, with a browser
in between. An entry is a beginning of names, or the mark of a small function: none that it tells was run, or only from the first key
on. Behind a sign stand the names that were run though their room comes later. A list that has grown old moves less than it could, or
has a part fetched too early, which `tests/browser/rest.test.mjs` notices; it changes nothing that the page does.
"""

import bisect
import itertools
import json
import pathlib
import re
import sys

import wasm
from split import FEW, IDLE, KEYS, LEAST, SMALL, STAYS, Data, is_later, lines, listed, marks, movable, plain, reach
from wasm import Module, Reader, name, signed, unsigned

# Where a name may end to stand for all that begin like it.
WORD = re.compile(r"\w+|\W")
# How characters are written hangs on what is written, a random number or the hour: no visit tells that it is not run.
EVER = re.compile(
    r" as core::fmt::Write>::|^<?core::fmt::(?:Formatter|num|rt|write)\b|^<(?:char|str|bool|[iu](?:8|16|32|64|128|size)) as core::fmt::(?!Debug)"
)
# Beginnings that say nothing.
SHORTEST = 3


def counted(module: Module) -> bytes:
    """The module with a call of `__seen` at the beginning of each function."""
    imported = len(module.imported_functions)
    types, one = module.with_types(([wasm.I32], []))
    reader = Reader(module.raw[wasm.IMPORTS])
    number = reader.number()
    imports = module.raw[wasm.IMPORTS][reader.at :]
    numbers = {at: at for at in range(imported)} | {index: index + 1 for index in module.code}
    bodies = []
    for index, code in module.code.items():
        body = Reader(code.renumbered(numbers))
        for _ in range(body.number()):
            body.number()
            body.byte()
        bodies.append(body.data[: body.at] + b"\x41" + signed(index) + b"\x10" + unsigned(imported) + body.data[body.at :])
    exports = {what: (kind, numbers[at] if kind == wasm.FUNCTION else at) for what, (kind, at) in module.exports.items()}
    return Module.assemble({
        **module.raw,
        wasm.TYPES: types,
        wasm.IMPORTS: unsigned(number + 1) + imports + name(reader.text()) + name("__seen") + b"\0" + unsigned(one),
        wasm.FUNCTIONS: wasm.vector(unsigned(module.types_of[index]) for index in module.code),
        wasm.EXPORTS: wasm.vector(name(what) + bytes([kind]) + unsigned(at) for what, (kind, at) in exports.items()),
        wasm.START: None if module.start is None else unsigned(numbers[module.start]),
        wasm.ELEMENTS: wasm.segments({at: numbers[index] for at, index in module.elements.items()}),
        wasm.CODE: wasm.vector(unsigned(len(body)) + body for body in bodies),
    })


def beginnings(idle: set[str], run: set[str]) -> list[str]:
    """The shortest beginnings of idle names that no other name has."""
    taken = sorted(run)

    def is_taken(start: str) -> bool:
        at = bisect.bisect_left(taken, start)
        return at < len(taken) and taken[at].startswith(start)

    found = set()
    for what in idle:
        words = WORD.findall(what)
        starts = ("".join(words[:at]) for at in range(SHORTEST, len(words) + 1))
        found |= {start for start in itertools.islice(itertools.filterfalse(is_taken, starts), 1)}
    return sorted(found)


def put(path: pathlib.Path, entries: list[str]) -> None:
    """Writes a list."""
    path.write_text("".join(f"{entry}\n" for entry in entries), encoding="utf-8", newline="")


def main() -> None:
    """Writes the counted module, or the list."""
    what, path, other = sys.argv[1:]
    module = Module(pathlib.Path(path).read_bytes())
    if what == "counted":
        pathlib.Path(other).write_bytes(counted(module))
        return
    seen = json.loads(pathlib.Path(other).read_text(encoding="utf-8"))
    names = {index: plain(module.names.get(index, "")) for index in module.code}
    ever = {index for index, what in names.items() if EVER.search(what)}
    shown, run = (ever.union(seen[when]) for when in ("shown", "run"))
    lists = {IDLE: (module.code.keys() - run, run), KEYS: (run - shown, shown)}
    for path, (idle, others) in lists.items():
        large, taken = {names[at] for at in idle if len(module.code[at].body) > LEAST}, {names[at] for at in others}
        put(path, beginnings(large - taken, taken))
    # Of the later rooms some is run all the same; a name may begin others, so these are whole.
    stays = {names[at] for at in shown if len(module.code[at].body) > SMALL and is_later(names[at])}
    put(IDLE, [*lines(IDLE), *sorted(map(STAYS.__add__, stays))])
    # Of the small ones only those are told that would be in the first part otherwise.
    moves = movable(module, is_later, listed(IDLE)) | movable(module, lambda _: False, listed(KEYS))
    here = {at for at in reach(module, Data(module), moves).stay if FEW < len(module.code[at].body) <= LEAST}
    told = marks(module)
    for path, (idle, others) in lists.items():
        put(path, [*lines(path), *sorted({told[at] for at in idle & here} - {told[at] for at in others})])
    for when, numbers in seen.items():
        size = sum(len(module.code[index].body) for index in numbers)
        print(f"[idle] {when}: {len(numbers)} functions of {size:,} bytes")


if __name__ == "__main__":
    main()
