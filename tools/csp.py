"""After the build: gives the built page its Content-Security-Policy.

The page may load only what lies beside it, and run only the inline scripts found in it at build time, each
allowed by its hash. It therefore cannot send anybody's figures anywhere, even if a dependency wanted to.
"""

import base64
import hashlib
import os
import pathlib
import re
import sys

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hashes}; style-src 'self'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'"
)
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
CHARSET = re.compile(r"<meta charset=[^>]*>")


def source_hash(script: str) -> str:
    """The CSP source expression that allows exactly this script."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def with_policy(html: str) -> str:
    """The page with the policy right after its charset, before anything the policy governs."""
    hashes = " ".join(source_hash(script) for script in INLINE_SCRIPT.findall(html))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(hashes=hashes)}">'
    page, found = CHARSET.subn(lambda charset: charset.group() + meta, html, count=1)
    if not found:
        sys.exit("index.html has no <meta charset=…> to put the Content-Security-Policy behind")
    return page


def main() -> None:
    """Rewrites the page in Trunk's staging folder."""
    path = pathlib.Path(os.environ["TRUNK_STAGING_DIR"], "index.html")
    path.write_text(with_policy(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
