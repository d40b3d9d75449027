"""After the build: gives the files of the module for workbooks and of the worker names with their hashes, as Trunk gives the others.

Trunk leaves these names as they are. Without a hash a browser could put a kept file beside a newer page.
"""

import hashlib
import os
import pathlib

MODULE, SCRIPT = "xlsx_bg.wasm", "xlsx.js"
WORKER = "worker.js"


def digest(content: bytes) -> str:
    """What goes into a name."""
    return hashlib.sha256(content).hexdigest()[:16]


def put(text: str, name: str, hashed: str, where: str) -> str:
    """The text with one name in place of another, which must be there."""
    if f'"./{name}"' not in text:
        raise SystemExit(f"{where} does not load {name}")
    return text.replace(f'"./{name}"', f'"./{hashed}"')


def main() -> None:
    """Renames the files in Trunk's staging folder and tells the page, and the worker where the page's script is."""
    folder = pathlib.Path(os.environ["TRUNK_STAGING_DIR"])
    page = folder / "index.html"
    html = page.read_text(encoding="utf-8")
    module, script = folder / MODULE, folder / SCRIPT
    hashed = digest(module.read_bytes() + script.read_bytes())
    for path, name in ((module, f"xlsx-{hashed}_bg.wasm"), (script, f"xlsx-{hashed}.js")):
        html = put(html, path.name, name, "index.html")
        path.rename(folder / name)
    worker = folder / WORKER
    [app] = folder.glob("app-*.js")
    text = put(worker.read_text(encoding="utf-8"), "app.js", app.name, WORKER)
    worker.unlink()
    name = f"worker-{digest(text.encode())}.js"
    (folder / name).write_text(text, encoding="utf-8", newline="")
    page.write_text(put(html, WORKER, name, "index.html"), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
