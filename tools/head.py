"""After the build: what the page waits for is asked for first.

Trunk puts the links that begin to fetch the module and its script at the end of the head, behind the style sheet.
"""

import os
import pathlib
import re
import sys

LINK = re.compile(r'<link rel="(?:module)?preload" href="[^"]*"[^>]*>')
CHARSET = re.compile(r"<meta charset=[^>]*>")


def main() -> None:
    """Moves them in the page of Trunk's staging folder; the largest file goes first."""
    page = pathlib.Path(os.environ["TRUNK_STAGING_DIR"], "index.html")
    html = page.read_text(encoding="utf-8")
    links = sorted(LINK.findall(html), key=lambda link: "_bg.wasm" not in link)
    html, found = CHARSET.subn(lambda charset: charset.group() + "".join(links), LINK.sub("", html), count=1)
    if len(links) != 2 or not found:
        sys.exit("the page does not begin to fetch its module and its script before it needs them")
    page.write_text(html, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
