"""Serves a built page on this machine only: tools/serve.py FOLDER, with PORT=8080 or the next free port."""

import errno
import functools
import http.server
import os
import sys

TRIES = 50


class Page(http.server.SimpleHTTPRequestHandler):
    """Static files, never cached, so that a reload always shows the last build."""

    # Chromium compiles WebAssembly while it streams only if the type is right; systems differ in their tables.
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Silent: the address is the only line anybody needs."""


def listen(folder: str, port: int) -> http.server.ThreadingHTTPServer:
    """Binds the first free port from `port` on."""
    handler = functools.partial(Page, directory=folder)
    for candidate in range(port, port + TRIES):
        try:
            return http.server.ThreadingHTTPServer(("127.0.0.1", candidate), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    sys.exit(f"no free port from {port} to {port + TRIES - 1}; set PORT")


def main() -> None:
    """Serves until interrupted."""
    folder = sys.argv[1]
    if not os.path.isfile(os.path.join(folder, "index.html")):
        sys.exit(f"{folder}/index.html is missing: run `make build` first")
    with listen(folder, int(os.environ.get("PORT", "8080"))) as server:
        print(f"Delegate Roster is at http://127.0.0.1:{server.server_port}/ (Ctrl-C stops it)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
