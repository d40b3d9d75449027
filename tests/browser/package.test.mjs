// The package for JavaScript where a browser loads it: an ES module beside its WebAssembly, no bundler.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { test } from "node:test";
import { profile } from "./harness.mjs";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

// D'Hondt by hand: 4160, 3380, 2460, 2080, 1690, 1387, 1230, 1127, 1040 and 845 win the ten seats.
test("the package works in a browser", { timeout: 60_000 }, async (t) => {
  const server = createServer((request, response) => {
    if (request.url === "/") return response.writeHead(200, { "content-type": "text/html" }).end('<title>package</title><link rel="icon" href="data:,">');
    if (!TYPES[extname(request.url)]) return response.writeHead(404).end();
    const body = readFileSync(new URL(`../../pkg${request.url}`, import.meta.url));
    response.writeHead(200, { "content-type": TYPES[extname(request.url)] }).end(body);
  });
  await new Promise((ready) => { server.listen(0, "127.0.0.1", ready); });
  t.after(() => server.close());
  const address = `http://127.0.0.1:${server.address().port}/`;
  const { context } = await profile(t, { origins: [address] });
  const page = await context.newPage();
  await page.goto(address);
  const answers = await page.evaluate(async () => {
    const roster = await import("/browser.js");
    return [
      roster.apportion({ method: "dhondt", seats: 10, weights: [4160, 3380, 2460] }),
      roster.thresholds({ profile: "cpc-local-2020", due: 484, present: 470 }).value.quorum[0].needed,
      roster.apportion({ method: "best" }).ok,
    ];
  });
  assert.deepEqual(answers[0].value.seats, [4, 4, 2]);
  assert.deepEqual(answers.slice(1), [243, false]);
});
