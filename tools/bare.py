"""After the build: what the page waits for without what is there for its readers, comments and indents."""

import os
import pathlib
import re

from lazy import digest
from split import placed

# No text in the style sheet holds the signs of a comment. In scripts only what has lines to itself is taken for one.
STYLE = re.compile(r"\s*/\*.*?\*/", re.S)
SCRIPT = re.compile(r"\n[ \t]*(?://[^\n]*|/\*\*.*?\*/)(?=\n)", re.S)
INDENT = re.compile(r"\n\s+")


def bare(text: str, comments: re.Pattern[str]) -> str:
    """The same rules, or the same program."""
    return INDENT.sub("\n", comments.sub("", text))


def main() -> None:
    """Puts them in place of those in Trunk's staging folder and tells the page."""
    folder = pathlib.Path(os.environ["TRUNK_STAGING_DIR"])
    page = folder / "index.html"
    html = bare(page.read_text(encoding="utf-8"), SCRIPT)
    for kind, comments in (("css", STYLE), ("js", SCRIPT)):
        [path] = folder.glob(f"app-*.{kind}")
        content = bare(path.read_text(encoding="utf-8"), comments).encode()
        html = placed(folder, html, path.name, f"app-{digest(content)}.{kind}", content)
    page.write_text(html, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
