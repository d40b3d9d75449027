"""One HTML file that holds the whole page: tools/single_file.py DIST OUTPUT.

It opens by a double click, without any server. The modules are compressed (gzip, base64) and unpacked by the browser's own
DecompressionStream, the one for workbooks when the first of them is opened or saved; the rest of the page's own is there from the start; the policy allows exactly the scripts and the style in the file and no connection at all.
"""

import base64
import gzip
import pathlib
import re
import sys

import csp

POLICY = (
    "default-src 'none'; script-src 'wasm-unsafe-eval' {scripts}; style-src {styles}; img-src data: blob:; "
    "worker-src blob:; base-uri 'none'; form-action 'none'"
)
# The worker is this same script, from a blob: there the page sends the module. Browsers give a file no module as a worker, so
# nothing in here may need to be one.
START = """
const unpacked = async (name) => {
  const packed = Uint8Array.from(atob(document.getElementById(`${name}-module`).textContent), (c) => c.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};
// Each part stands on what those before it export.
const lend = (main, rest) => rest.reduce((lent, part) => [...lent, new WebAssembly.Instance(part, lent).exports], [main]);
if (typeof document === "undefined") {
  addEventListener("message", ({ data: [module, rest] }) => {
    globalThis.lendToRest = (main) => lend(main, rest);
    __wbg_init({ module_or_path: module }).catch(reportError);
  }, { once: true });
} else {
  window.loadWorkbooks = async () => {
    await workbooks.start({ module_or_path: await workbooks.module() });
    return workbooks;
  };
  const own = document.querySelector('script[type="module"]').textContent;
  const address = URL.createObjectURL(new Blob([own], { type: "text/javascript" }));
  const started = async () => {
    const rest = await Promise.all(["keys", "rest"].map(async (name) => WebAssembly.compile(await unpacked(name))));
    window.lendToRest = (main) => lend(main, rest);
    window.startRest = async () => {};
    window.openWorker = (module) => {
      const worker = new Worker(address);
      worker.postMessage([module, rest]);
      return worker;
    };
    return __wbg_init({ module_or_path: await unpacked("app") });
  };
  started();
}
"""
# Unpacked once; started each time, which does nothing after the first.
LAZY = """const workbooks = (() => {{
{script}
let module;
return {{ read, write, start: __wbg_init, module: () => (module ??= unpacked("xlsx")) }};
}})();
"""


def one(folder: pathlib.Path, pattern: str) -> pathlib.Path:
    """The only file of this kind."""
    [found] = folder.glob(pattern)
    return found


def packed(module: bytes) -> str:
    """A module as text."""
    return base64.b64encode(gzip.compress(module, 9, mtime=0)).decode()


def inline(script: str) -> str:
    """A module script without its exports; what it would fetch by default is given to it."""
    script = re.sub(r"^export (?=function|class|const)", "", script, flags=re.M)
    script = re.sub(r"^export \{[^}]*\};?$", "", script, flags=re.M)
    return re.sub(r"new URL\([^)]*import\.meta\.url\)", "undefined", script)


def main() -> None:
    """Writes the file."""
    dist, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    html = (dist / "index.html").read_text(encoding="utf-8")
    style = one(dist, "app-*.css").read_text(encoding="utf-8")
    icon = base64.b64encode(one(dist, "icon-*.svg").read_bytes()).decode()
    modules = {what: packed(one(dist, f"{what}-*_bg.wasm").read_bytes()) for what in ("app", "keys", "rest", "xlsx")}
    script = LAZY.format(script=inline(one(dist, "xlsx-*.js").read_text(encoding="utf-8")))
    script = inline(one(dist, "app-*.js").read_text(encoding="utf-8")) + script + START
    if "</script" in script or "</style" in style:
        sys.exit("a script or style would end its element early")
    html = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", html)
    html = re.sub(r"\s*<link rel=\"(?:manifest|modulepreload|preload|stylesheet|icon)\"[^>]*>", "", html)
    html = re.sub(r"<script(?: type=\"module\")?>.*?</script>", "", html, flags=re.S)
    policy = POLICY.format(scripts=csp.source_hash(script), styles=csp.source_hash(style))
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<link rel="icon" href="data:image/svg+xml;base64,{icon}"><style>{style}</style>'
    )
    html = html.replace('<meta charset="utf-8">', head, 1)
    blocks = "".join(f'<script type="text/plain" id="{name}-module">{text}</script>' for name, text in modules.items())
    tail = f'{blocks}<script type="module">{script}</script></body>'
    html = html.replace("</body>", tail, 1)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(html, encoding="utf-8", newline="")
    print(f"[single-file] {output}: {output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
