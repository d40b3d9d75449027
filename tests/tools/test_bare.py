"""tools/bare.py: the rules and the program stay as they are."""

import pathlib
import re
import unittest

import fixture  # finds the tools
from bare import SCRIPT, STYLE, bare

SHEET = pathlib.Path(__file__).parents[2] / "assets" / "app.css"


class Bare(unittest.TestCase):
    """What a browser reads is the same."""

    def test_comments_and_indents_of_a_style_go(self) -> None:
        style = '/* Tokens. */\n\n:root {\n  --rule: 1px; /* thin\n  lines */\n}\n\n.tick::before { content: "✓  "; }\n'
        self.assertEqual(bare(style, STYLE), '\n:root {\n--rule: 1px;\n}\n.tick::before { content: "✓  "; }\n')

    def test_comments_of_a_script_go_where_they_have_lines_to_themselves(self) -> None:
        script = 'a();\n  // Why.\n  /**\n   * @param {number} b\n   */\n  b("/** no */ // no"); // here\nc();\n'
        self.assertEqual(bare(script, SCRIPT), 'a();\nb("/** no */ // no"); // here\nc();\n')

    def test_no_text_of_the_style_sheet_looks_like_a_comment(self) -> None:
        texts = re.findall(r'"[^"\n]*"', re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.S))
        self.assertTrue(texts)
        self.assertFalse([text for text in texts if "/*" in text or "*/" in text])


if __name__ == "__main__":
    unittest.main()
