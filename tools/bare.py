"""After the build: the style sheet without what is there for its readers, comments and indents, a sixth of what it weighs on the way."""

import os
import pathlib
import re

from lazy import digest
from split import placed

# No text in the style sheet holds the signs of a comment.
COMMENT = re.compile(r"\s*/\*.*?\*/", re.S)
INDENT = re.compile(r"\n\s+")


def bare(style: str) -> str:
    """The same rules."""
    return INDENT.sub("\n", COMMENT.sub("", style))


def main() -> None:
    """Puts it in place of the one in Trunk's staging folder and tells the page."""
    folder = pathlib.Path(os.environ["TRUNK_STAGING_DIR"])
    [path] = folder.glob("app-*.css")
    content = bare(path.read_text(encoding="utf-8")).encode()
    page = folder / "index.html"
    html = placed(folder, page.read_text(encoding="utf-8"), path.name, f"app-{digest(content)}.css", content)
    page.write_text(html, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
