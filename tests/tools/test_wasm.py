"""tools/wasm.py: numbers as the specification writes them, and a module as its parts."""

import unittest

import fixture
import wasm
from wasm import Code, Module, Reader


class Numbers(unittest.TestCase):
    """Known answers: Wikipedia, "LEB128", and the bounds of each length."""

    def test_unsigned(self) -> None:
        for number, encoded in ((0, "00"), (127, "7f"), (128, "8001"), (624_485, "e58e26"), (2**32 - 1, "ffffffff0f")):
            self.assertEqual(wasm.unsigned(number).hex(), encoded)
            self.assertEqual(Reader(bytes.fromhex(encoded)).number(), number)

    def test_signed(self) -> None:
        for number, encoded in ((0, "00"), (63, "3f"), (64, "c000"), (8191, "ff3f"), (8192, "80c000")):
            self.assertEqual(wasm.signed(number).hex(), encoded)
        for number, encoded in ((-1, "7f"), (-64, "40"), (-65, "bf7f"), (-123_456, "c0bb78"), (8192, "80c000")):
            self.assertEqual(Reader(bytes.fromhex(encoded)).signed(), number)


class Bodies(unittest.TestCase):
    """What an instruction names, wherever it stands."""

    def test_calls_and_numbers(self) -> None:
        code = Code(fixture.body(fixture.constant(300), fixture.called(200), fixture.loaded(70_000), fixture.called(3)))
        self.assertEqual(code.calls(), {200, 3})
        self.assertLessEqual({300, 70_000}, code.numbers())

    def test_halves_of_a_long_constant_and_bytes_that_look_like_calls(self) -> None:
        # i64.const with 0x10 (a call's code) among its bytes, f64.const of nothing but calls, and a list of branches.
        long = b"\x42" + wasm.signed(4096 << 32 | 2048) + b"\x1a"
        double, branches = b"\x44" + b"\x10" * 8 + b"\x1a", b"\x0e\x02\x10\x10\x00"
        code = Code(fixture.body(long, double, branches))
        self.assertEqual(code.calls(), set())
        self.assertLessEqual({2048, 4096}, code.numbers())

    def test_renumbered(self) -> None:
        code = Code(fixture.body(fixture.called(1), fixture.constant(16), fixture.called(2)))
        other = Code(code.renumbered({1: 300, 2: 0}))
        self.assertEqual([called for _, _, called in other.references()], [300, 0])
        self.assertEqual(other.numbers(), code.numbers())

    def test_an_unknown_instruction_ends_the_build(self) -> None:
        for unknown in (b"\xff", b"\xfc\x08\0\0", b"\x06"):
            with self.assertRaisesRegex(SystemExit, "does not know"):
                Code(fixture.body(unknown)).calls()
        with self.assertRaisesRegex(SystemExit, "within an instruction"):
            Code(b"\0\x44\0\0\x0b").calls()


class Parts(unittest.TestCase):
    """A module read, and put together again."""

    def test_read(self) -> None:
        module = Module(fixture.module())
        self.assertEqual(module.imported_functions, ["__wbg_loadRest_0123456789abcdef"])
        self.assertEqual(module.exports, {"main": (wasm.FUNCTION, fixture.MAIN)})
        self.assertEqual(module.elements, fixture.PLACES)
        self.assertEqual(module.names[fixture.LATER], "app::ui::later::View")
        self.assertEqual(module.first_values, {fixture.PIECES[at][0] for at in (fixture.WRITABLE, fixture.OF_GLOBAL)})
        self.assertEqual(sorted(module.code), list(range(1, len(fixture.NAMES))))
        self.assertEqual(module.note["pieces"], fixture.PIECES)

    def test_assembled_again_it_is_the_same(self) -> None:
        module = Module(fixture.module())
        again = Module(Module.assemble(module.raw))
        self.assertEqual(again.raw, module.raw)

    def test_the_memory_is_what_the_segments_leave(self) -> None:
        memory = wasm.image([(4, 0, b"abcd"), (6, 0, b"X"), (10, 0, b"\0\0")])
        self.assertEqual(memory, b"\0\0\0\0abXd")
        count, section = wasm.written(memory, [(4, 6), (7, 8)])
        self.assertEqual(count, 2)
        self.assertEqual([(at, content) for at, _, content in wasm.data_segments(section)], [(4, b"ab"), (7, b"d")])

    def test_places_of_the_table_in_runs(self) -> None:
        self.assertEqual(wasm.segments({1: 7, 2: 8, 5: 9}), b"\x02" b"\0\x41\x01\x0b\x02\x07\x08" b"\0\x41\x05\x0b\x01\x09")

    def test_what_is_no_module_is_refused(self) -> None:
        with self.assertRaisesRegex(SystemExit, "not a WebAssembly module"):
            Module(b"\0asm\x02\0\0\0")


if __name__ == "__main__":
    unittest.main()
