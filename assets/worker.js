// The worker of the page: the same module and its rest in a thread of its own. The page sends what it has compiled already;
// without a window its main() answers jobs. tools/lazy.py puts hashes into the names.

import init from "./app.js";

addEventListener("message", ({ data: [module, rest] }) => {
  globalThis.lendToRest = (main) => { new WebAssembly.Instance(rest, { m: main }); };
  init({ module_or_path: module }).catch(reportError);
}, { once: true });
