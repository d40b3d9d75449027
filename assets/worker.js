// The worker of the page: the same module and its other parts in a thread of its own. The page sends what it has compiled already;
// without a window its main() answers jobs. tools/lazy.py puts hashes into the names.

import init from "./app.js";

addEventListener("message", ({ data: [module, rest] }) => {
  // Each part stands on what those before it export.
  globalThis.lendToRest = (main) => { rest.reduce((lent, part) => [...lent, new WebAssembly.Instance(part, lent).exports], [main]); };
  init({ module_or_path: module }).catch(reportError);
}, { once: true });
