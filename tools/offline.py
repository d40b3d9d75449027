"""After the build: the manifest, and the service worker with the list of exactly the built files.

The version is the digest of all files and of the worker itself, so an unchanged page has an unchanged worker and nobody downloads it
again, and a changed worker never shares the files of the one before.
"""

import base64
import hashlib
import json
import os
import pathlib

MANIFEST = {
    "id": "./",
    "name": "代表名册 Delegate Roster",
    "short_name": "代表名册",
    "description": "代表大会的名额、代表、出席与法定人数。 Seats, delegates, attendance and quorum of a congress.",
    "start_url": "./",
    "scope": "./",
    "display": "standalone",
    "background_color": "#fbfaf7",
    "theme_color": "#1f4e79",
}


def digest(content: bytes) -> str:
    """The digest as an integrity value."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def main() -> None:
    """Adds the two files to Trunk's staging folder."""
    folder = pathlib.Path(os.environ["TRUNK_STAGING_DIR"])
    [icon] = folder.glob("icon-*.svg")
    icons = [{"src": icon.name, "type": "image/svg+xml", "sizes": "any", "purpose": use} for use in ("any", "maskable")]
    manifest = json.dumps(MANIFEST | {"icons": icons}, ensure_ascii=False, indent=1)
    (folder / "app.webmanifest").write_text(manifest, encoding="utf-8", newline="")
    files = {path.name: digest(path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()}
    worker = pathlib.Path("assets/sw.js").read_text(encoding="utf-8")
    version = hashlib.sha256((json.dumps(files) + worker).encode()).hexdigest()[:16]
    worker = worker.replace("@VERSION@", version).replace("@FILES@", json.dumps(files, indent=1))
    (folder / "sw.js").write_text(worker, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
