// Reads the PDF files that Chromium prints, as far as tests need it: pages, their size, the text on each in the order of
// drawing, and how far the drawing was shrunk. Knows what Skia writes (plain objects, deflated streams, fonts with a map to
// Unicode) and nothing else: a file written in another way throws.

import { inflateSync } from 'node:zlib';
import assert from 'node:assert/strict';

/** The pages of a file: `{ width, height, landscape, text, runs }`, sizes and places in points; a run is a piece of text. */
export function pages(buffer) {
  const source = buffer.toString('latin1');
  assert.match(source, /^%PDF-1\.\d/);
  const objects = new Map();
  for (const [, id, body] of source.matchAll(/(\d+) 0 obj\b(.*?)endobj/gs)) objects.set(id, body);
  const stream = (id) => {
    const body = objects.get(id);
    const begin = body.search(/stream\r?\n/);
    const data = Buffer.from(body.slice(body.indexOf('\n', begin) + 1, body.lastIndexOf('endstream')), 'latin1');
    return (body.slice(0, begin).includes('/FlateDecode') ? inflateSync(data, { finishFlush: 2 }) : data).toString('latin1');
  };
  const found = [];
  for (const body of objects.values()) {
    if (!/\/Type\s*\/Page\b/.test(body)) continue;
    const [, , , width, height] = body.match(/\/MediaBox\s*\[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]/).map(Number);
    const contents = body.match(/\/Contents (\d+) 0 R/);
    assert.ok(contents, 'a page has one stream of content');
    const fonts = new Map();
    const list = body.match(/\/Font\s*<<(.*?)>>/s)?.[1] ?? '';
    for (const [, name, id] of list.matchAll(/\/(\w+) (\d+) 0 R/g)) {
      const font = objects.get(id);
      const map = font.match(/\/ToUnicode (\d+) 0 R/);
      // Fonts of drawn glyphs, as those for Chinese are, number them in one byte.
      const digits = font.includes('/Type3') ? 2 : 4;
      fonts.set(name, { digits, glyphs: map ? unicode(stream(map[1])) : new Map() });
    }
    const runs = drawn(stream(contents[1]), fonts);
    found.push({ width, height, landscape: width > height, runs, text: runs.map((run) => run.text).join('') });
  }
  assert.ok(found.length > 0, 'no page in the file');
  return found;
}

/** From the number of a glyph to its text. */
function unicode(map) {
  const glyphs = new Map();
  const text = (hex) => String.fromCharCode(...hex.match(/.{4}/g).map((unit) => parseInt(unit, 16)));
  for (const [, body] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph, to] of body.matchAll(/<(\w+)>\s*<(\w+)>/g)) glyphs.set(parseInt(glyph, 16), text(to));
  }
  for (const [, body] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from, last, to] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let glyph = parseInt(from, 16); glyph <= parseInt(last, 16); glyph += 1) {
        const unit = parseInt(to, 16) + glyph - parseInt(from, 16);
        glyphs.set(glyph, String.fromCharCode(unit));
      }
    }
  }
  return glyphs;
}

/** Follows the operators that move, turn and show text. */
function drawn(content, fonts) {
  const times = ([a, b, c, d, e, f], [A, B, C, D, E, F]) =>
    [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
  const runs = [];
  const kept = [];
  const none = { digits: 4, glyphs: new Map() };
  let [matrix, line, font] = [[1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 0, 0], none];
  let stack = [];
  for (const [token] of content.matchAll(/<[0-9A-Fa-f]*>|\[[^\]]*\]|\/[\w.-]+|[-+.\d]+|[A-Za-z*'"]+/g)) {
    if (!/^[A-Za-z*'"]/.test(token)) { stack.push(token); continue; }
    const numbers = () => stack.slice(-6).map(Number);
    if (token === 'q') kept.push(matrix);
    else if (token === 'Q') matrix = kept.pop() ?? matrix;
    else if (token === 'cm') matrix = times(numbers(), matrix);
    else if (token === 'BT') line = [1, 0, 0, 1, 0, 0];
    else if (token === 'Tm') line = numbers();
    else if (token === 'Td') line = times([1, 0, 0, 1, ...stack.slice(-2).map(Number)], line);
    else if (token === 'Tf') font = fonts.get(stack.at(-2).slice(1)) ?? none;
    else if (token === 'Tj' || token === 'TJ') {
      const codes = [...stack.at(-1).matchAll(/<([0-9A-Fa-f]*)>/g)].flatMap(([, hex]) => hex.match(new RegExp(`.{${font.digits}}`, 'g')) ?? []);
      // Ligatures are letters to whoever reads.
      const text = codes.map((code) => font.glyphs.get(parseInt(code, 16)) ?? '\ufffd').join('').normalize('NFKC');
      const [a, , , , x, y] = times(line, matrix);
      runs.push({ text, x, y, scale: Math.abs(a) });
    }
    stack = [];
  }
  return runs;
}
