"""tools/split.py: what the first part reaches stays, all else moves, and nothing is lost between the two."""

import unittest

import fixture
import split
import wasm
from fixture import (
    BESIDE, BY_DATA, BY_PLACE, INNER, LATER, LATER_DATA, LOADER, MAIN, NEAR_BY, OF_GLOBAL, OF_MOVED, ONLY_LATER, ONLY_MOVED, PIECES,
    STRAIGHT, UNKNOWN, WRITABLE,
)
from wasm import Module, Reader


def made(**other: object) -> Module:
    """The module of the fixture, with another note where told."""
    return Module(fixture.module(**other))


def sections(module: bytes) -> dict[int, bytes]:
    """The sections of a module that imports more than functions."""
    reader, found = Reader(module, len(wasm.HEAD)), {}
    while reader.at < len(module):
        kind = reader.byte()
        found[kind] = reader.take(reader.number())
    return found


class Reached(unittest.TestCase):
    """From what is exported, over calls, the table and data."""

    def reach(self, moves: set[int], **other: object) -> split.Reach:
        """What stays of the fixture."""
        module = made(**other)
        return split.reach(module, split.Data(module), moves)

    def test_functions(self) -> None:
        reached = self.reach({LATER})
        self.assertEqual(reached.stay, {MAIN, NEAR_BY, BY_PLACE, BY_DATA, UNKNOWN})
        # What only the moved one calls, or only its data name, goes with it.
        self.assertFalse({LATER, ONLY_LATER, LATER_DATA} & reached.stay)
        # It is called from the first part, so a stub stays; the others leave none.
        self.assertIn(LATER, reached.named)
        self.assertFalse({ONLY_LATER, LATER_DATA} & reached.named)

    def test_data(self) -> None:
        reached = self.reach({LATER})
        self.assertEqual(reached.held, {WRITABLE, STRAIGHT, BESIDE, INNER, OF_GLOBAL})

    def test_places_of_panics_come_with_the_rest(self) -> None:
        module = made()
        data = split.Data(module)
        self.assertEqual(data.unread, set())
        # Its file, line and column; a piece as long that names no file, and a file itself.
        file = b"src/scenario/seats.rs\0"
        data.memory = bytes(32) + file
        data.pieces, data.within = [[0, 16], [16, 32], [32, 32 + len(file)]], {0: {2}}
        data.constants = [[0, len(data.memory)]]
        self.assertEqual([data.is_place_of_panic(at) for at in range(3)], [True, False, False])
        # What may be written to is more than such a place.
        data.constants = [[16, len(data.memory)]]
        self.assertFalse(data.is_place_of_panic(0))
        # Kept code names one, and does not read it.
        data = split.Data(module)
        data.unread = {STRAIGHT}
        self.assertEqual(split.reach(module, data, {LATER}).held, {WRITABLE, BESIDE, INNER, OF_GLOBAL})

    def test_nothing_moves_unless_told(self) -> None:
        reached = self.reach(set())
        self.assertEqual(reached.stay, set(range(MAIN, LATER_DATA + 1)))
        self.assertEqual(reached.held, set(range(len(PIECES))))
        self.assertIn(OF_MOVED, reached.held)

    def test_a_place_that_the_linker_does_not_know_stays(self) -> None:
        self.assertIn(UNKNOWN, self.reach({LATER}).stay)
        known = self.reach({LATER}, entries=[*fixture.note()["entries"], [ONLY_MOVED, 3]])
        self.assertNotIn(UNKNOWN, known.stay)

    def test_a_number_that_no_code_means_as_a_place_names_no_function(self) -> None:
        # The number 1 stands in the code; only as a place that code names is it one.
        self.assertNotIn(BY_PLACE, self.reach({LATER}, places=[], entries=[*fixture.note()["entries"], [ONLY_MOVED, 1]]).stay)

    def test_a_number_that_the_linker_did_not_write_keeps_what_lies_near(self) -> None:
        note = fixture.note()
        named = [pair for pair in note["named"] if pair[1] != BESIDE]
        self.assertIn(BESIDE, self.reach({LATER}, named=named).held)
        data = split.Data(made())
        self.assertEqual(data.meant(PIECES[INNER][0] - split.NEAR), {BESIDE, INNER})
        self.assertEqual(data.meant(PIECES[INNER][1] + split.NEAR), {INNER})
        self.assertEqual(data.meant(PIECES[-1][1] + split.NEAR + 1), set())


class Segments(unittest.TestCase):
    """The memory in parts."""

    def test_together_they_are_the_memory(self) -> None:
        data = split.Data(made())
        everything = set(range(len(PIECES)))
        for held in ([{WRITABLE}], [{WRITABLE, STRAIGHT, INNER}], [{WRITABLE}, {WRITABLE, STRAIGHT}], [everything], [everything, everything]):
            parts = [wasm.data_segments(section) for _, section in data.segments([*held, everything])]
            self.assertEqual(len(parts), len(held) + 1)
            self.assertEqual(wasm.image(segment for part in parts for segment in part), data.memory)
            before = set[int]()
            for here, part in zip([*held, everything], parts, strict=True):
                memory = wasm.image(part)
                for at, (start, end) in enumerate(PIECES):
                    left = memory[start:end].ljust(end - start, b"\0")
                    self.assertEqual(any(left), at in here - before)
                before |= here

    def test_what_can_be_written_to_is_the_first_parts(self) -> None:
        data = split.Data(made())
        with self.assertRaisesRegex(SystemExit, "what is not constant"):
            data.segments([set(), {WRITABLE}])

    def test_a_note_of_other_data_is_refused(self) -> None:
        with self.assertRaisesRegex(SystemExit, "no note of its data"):
            split.Data(made(digest="another"))
        module = made()
        module.note = None
        with self.assertRaisesRegex(SystemExit, "no note of its data"):
            split.Data(module)


class Parts(unittest.TestCase):
    """The modules, and the ways from one to the other."""

    def setUp(self) -> None:
        """Takes the fixture apart; what comes second calls a function of what comes third."""
        module = made()
        module.code[NEAR_BY] = wasm.Code(fixture.body(fixture.constant(PIECES[BESIDE][0] - 4), fixture.called(ONLY_LATER)))
        self.plan = split.Plan(module, [{NEAR_BY}, {LATER, ONLY_LATER}])
        self.one, self.two, self.three = self.plan.parts()

    def test_the_first(self) -> None:
        one = Module(self.one)
        # Four that stay, two stubs, and two that have the later parts loaded.
        self.assertEqual(len(one.code), 8)
        second, third = sorted(one.code)[-2:]
        [near_by] = [index for index, code in one.code.items() if second in code.calls()]
        [later] = [index for index, code in one.code.items() if third in code.calls()]
        # The place of what moved is empty, but for a stub that has the place itself.
        self.assertEqual(sorted(one.elements), [1, 2, 3, 5])
        self.assertEqual(one.elements[5], later)
        # A stub hands its argument on, over the place where the moved one will stand: its own, or one behind the table's end.
        self.assertEqual(one.code[later].body, b"\0\x20\0\x41\x05\x10" + wasm.unsigned(third) + b"\x11\x01\0\x0b")
        self.assertEqual(one.code[near_by].body, b"\0\x41\x06\x10" + wasm.unsigned(second) + b"\x11\0\0\x0b")
        self.assertEqual(one.tables[0].least, 8)
        self.assertIsNone(one.note)

    def test_what_is_missing_is_loaded_in_order_and_once(self) -> None:
        one = Module(self.one)
        second, third = sorted(one.code)[-2:]
        # Where fewer parts are there than the number says, the loader is called with the place.
        missing = [b"\x23\x02\x41" + bytes([part]) + b"\x48\x04\x40\x20\0\x10" + bytes([LOADER]) + b"\x0b" for part in (1, 2)]
        self.assertEqual(one.code[second].body, b"\0" + missing[0] + b"\x20\0\x0b")
        self.assertEqual(one.code[third].body, b"\0" + missing[0] + missing[1] + b"\x20\0\x0b")

    def test_the_second(self) -> None:
        two = sections(self.two)
        # It brings the one that moved, a stub for what that one calls, and what counts the part.
        self.assertEqual(Reader(two[wasm.CODE]).number(), 3)
        self.assertTrue(two[wasm.CODE].endswith(b"\0\x41\x01\x24\x02\x0b"))
        self.assertEqual(two[wasm.ELEMENTS], wasm.segments({6: 1}))
        # The door to the third is the first part's.
        self.assertIn(wasm.name("0") + wasm.name("e2") + b"\0" + wasm.unsigned(self.plan.enters), two[wasm.IMPORTS])
        self.assertIn(wasm.name("f0") + b"\0\x01", two[wasm.EXPORTS])
        self.assertEqual([at for at, _, _ in wasm.data_segments(two[wasm.DATA])], [4096])

    def test_the_third(self) -> None:
        three = sections(self.three)
        # It brings the three that moved and what counts the part, and stands where they stood.
        self.assertEqual(Reader(three[wasm.CODE]).number(), 4)
        self.assertEqual(three[wasm.ELEMENTS], wasm.segments({4: 2, 5: 3, 7: 1}))
        # What the second part brought it has from there.
        self.assertIn(wasm.name("1") + wasm.name("f0") + b"\0\0", three[wasm.IMPORTS])
        written = wasm.data_segments(three[wasm.DATA])
        self.assertEqual([(at, len(content)) for at, _, content in written], [(8192, 8), (9000, 4)])

    def test_each_stub_is_told_by_its_place(self) -> None:
        told = self.plan.told().splitlines()
        self.assertEqual(told, ["5 rest app::ui::later::View", "6 keys near_by", "7 rest only_later"])

    def test_short_names(self) -> None:
        module = made()
        script = "    return {\n        __wbg_loadRest_0123456789abcdef: function() {},\n        __wbg_more_1: 1,\n    };\n"
        short = split.shortened(module, script)
        self.assertIn("        i0: function", short)
        self.assertIn("__wbg_more_1", short)
        self.assertEqual(Module(Module.assemble(module.raw)).imported_functions, ["i0"])
        with self.assertRaisesRegex(SystemExit, "does not give the module"):
            split.shortened(made(), "nothing of it")


class Movable(unittest.TestCase):
    """Which functions are told to move."""

    def test_by_room_and_by_evidence(self) -> None:
        module = made()
        later = wasm.Code(fixture.body(*[fixture.constant(0)] * split.SMALL))
        idle = wasm.Code(fixture.body(*[fixture.constant(0)] * (split.LEAST // 2)))
        module.code |= {LATER: later, NEAR_BY: idle, BY_PLACE: idle}
        moves = split.movable(module, lambda what: "::later::" in what, split.Listed(["near"]))
        self.assertEqual(moves, {LATER, NEAR_BY})
        # What was run stays though its room comes later.
        moves = split.movable(module, lambda what: "::later::" in what, split.Listed(["near", "!app::ui::later::View"]))
        self.assertEqual(moves, {NEAR_BY})

    def test_small_ones_by_marks(self) -> None:
        def body(*code: bytes) -> wasm.Code:
            return wasm.Code(fixture.body(*code, *[fixture.constant(0)] * split.FEW))

        module = made()
        module.code |= {
            NEAR_BY: body(fixture.constant(8), fixture.called(LATER)),
            BY_PLACE: body(fixture.constant(8), fixture.called(MAIN)),
            LATER: body(fixture.constant(70_000)),
            ONLY_LATER: body(fixture.constant(80_000)),
            MAIN: body(fixture.constant(9)),
        }
        module.types_of |= dict.fromkeys(module.code, module.types_of[LATER])
        marks = split.marks(module)
        # Large numbers may be addresses, which every build sets anew; small ones and whom it calls tell a function.
        self.assertEqual(marks[LATER], marks[ONLY_LATER])
        self.assertEqual(len({marks[index] for index in (NEAR_BY, BY_PLACE, LATER, MAIN)}), 4)
        self.assertEqual(split.movable(module, lambda _: False, split.Listed([marks[BY_PLACE]])), {BY_PLACE})
        # Nor is a function that is no larger than a stub moved.
        module.code[BY_PLACE] = wasm.Code(fixture.body(fixture.constant(8)))
        self.assertEqual(split.movable(module, lambda _: False, split.Listed([split.marks(module)[BY_PLACE]])), set())

    def test_names_without_what_changes_from_build_to_build(self) -> None:
        self.assertEqual(split.plain("app[0123456789abcdef]::ui::view.12"), "app::ui::view")
        self.assertEqual(split.plain("<yew[b6303a2d4b59ed]::Queue>::pop::<[f64]>"), "<yew::Queue>::pop::<[f64]>")


if __name__ == "__main__":
    unittest.main()
