"""After the build: gives the files of the second module names with their hashes, as Trunk gives the others.

Trunk leaves a worker's names as they are. Without a hash a browser could put a kept module beside a newer page.
"""

import hashlib
import os
import pathlib

MODULE, SCRIPT = "xlsx_bg.wasm", "xlsx.js"


def main() -> None:
    """Renames the two files in Trunk's staging folder and tells the page."""
    folder = pathlib.Path(os.environ["TRUNK_STAGING_DIR"])
    module, script = folder / MODULE, folder / SCRIPT
    digest = hashlib.sha256(module.read_bytes() + script.read_bytes()).hexdigest()[:16]
    page = folder / "index.html"
    html = page.read_text(encoding="utf-8")
    for path in (module, script):
        stem, ending = path.name.removesuffix("_bg.wasm").removesuffix(".js"), "_bg.wasm" if path == module else ".js"
        name = f"{stem}-{digest}{ending}"
        if f'"./{path.name}"' not in html:
            raise SystemExit(f"index.html does not load {path.name}")
        html = html.replace(f'"./{path.name}"', f'"./{name}"')
        path.rename(folder / name)
    page.write_text(html, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
