// Serves dist/ inside the test process, on a free port of this machine, at `/` and at `/deep/down/`:
// the page must work in any folder. Knows nothing of browsers.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
export const DEEP = '/deep/down/';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

async function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const inside = path.startsWith(DEEP) ? path.slice(DEEP.length) : path.slice(1);
  const file = normalize(join(DIST, inside || 'index.html'));
  try {
    if (!file.startsWith(normalize(DIST).replace(/[\\/]$/, '') + sep)) throw new Error('outside dist');
    const body = await readFile(file);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** A running server: its address, and a way to end it. */
export async function serve() {
  await readFile(join(DIST, 'index.html')).catch(() => {
    throw new Error('dist/index.html is missing: run `make build` first');
  });
  const server = createServer(answer);
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
