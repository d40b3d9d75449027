// The worker of the page: the same module in a thread of its own. The page sends what it has compiled already; without a
// window its main() answers jobs. tools/lazy.py puts hashes into the names.

import init from "./app.js";

addEventListener("message", ({ data }) => init({ module_or_path: data }).catch(reportError), { once: true });
