// Writes forged.txt: links that no page would make, each of which claims as much memory as one may, or more. By the book:
// from docs/FORMAT.md alone, sharing no code with the program. `node tests/data/links/forged.mjs`

import { writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

/** CRC-32 (ISO-HDLC), least significant byte first. */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  const out = Buffer.alloc(4);
  out.writeUInt32LE((sum ^ 0xffffffff) >>> 0);
  return out;
}

/** LEB128, shortest form. */
const number = (value) => {
  const bytes = [];
  for (let rest = BigInt(value); ; rest >>= 7n) {
    const more = rest > 127n;
    bytes.push(Number(rest & 127n) | (more ? 128 : 0));
    if (!more) return Buffer.from(bytes);
  }
};
const numbers = (...values) => Buffer.concat(values.map(number));
/** A row of the same small number. */
const row = (length, value) => Buffer.alloc(length, value);
/** Identities one after the other from the first on. */
const run = (first, length) => (length ? numbers(2 * first, length) : Buffer.alloc(0));

/** A fragment without its `#` around packed bytes. */
function sealed(codec, packed) {
  const sum = checksum(Buffer.concat([Buffer.from(`v1.${codec}`), packed]));
  return `v1.${codec}${Buffer.concat([packed, sum]).toString("base64url")}`;
}

/** A link of these sections: `[[tag, bytes], …]`, tags ascending. */
function link(sections) {
  const payload = Buffer.concat(sections.flatMap(([tag, bytes]) => [number(tag), number(bytes.length), bytes]));
  return sealed("d", deflateRawSync(payload, { level: 9 }));
}

/** The sections that every scenario has; units and sittings numbered from 1 on, `more` beside them. */
function scenario({ units = 0, sittings = 1, delegations = 0, more = [], next = 1_000_000, names }) {
  const head = Buffer.concat([numbers(delegations, units, sittings, next, 0, 500, 0, 0), Buffer.from("webster")]);
  const lines = names ?? "\n".repeat(delegations + units + sittings);
  const sections = [[2, head], [4, number(1)], [6, Buffer.from(lines)]];
  if (delegations) sections.push([8, run(200_000, delegations)]);
  if (units) sections.push([10, run(1, units)]);
  sections.push([30, run(300_000, sittings)], ...more);
  return link(sections.sort(([a], [b]) => a - b));
}

/** No title, so many different names, and nothing for the others. */
const named = (count, others) => `\n${Array.from({ length: count }, (_, at) => at.toString(36)).join("\n")}${"\n".repeat(others)}`;
/** `count` delegates without names, two bytes each. */
function people(count, rolls = []) {
  const ids = run(400_000, count);
  const each = Buffer.concat([numbers(2, 1), row(2 * (count - 1), 0).map((_, at) => at % 2)]);
  return [74, Buffer.concat([numbers(0, count, ids.length), ids, each, ...rolls])];
}
const marks = (count, value) => Buffer.concat([number(1), row(count, value)]);
/** Elections of a thousand candidates without names and votes. */
function elections(count) {
  const one = Buffer.concat([numbers(2, 0, 0, 1, 0, 0, 0, 0, 0, 1_000), row(2_000, 0), number(0)]);
  return [56, Buffer.concat([number(count), ...Array(count).fill(one)])];
}
/** Categories with figures and fixed seats for each unit. */
function categories(count, units) {
  const cells = Buffer.concat([number(units), row(2 * units, 0)]);
  return [60, Buffer.concat([number(count), ...Array.from({ length: count }, (_, at) => Buffer.concat([numbers(500_000 + at, 0, 0, 0), cells, cells]))])];
}
/** As many entries of ended mandates of each unit. */
const endings = (units, each) => [26, row(3 * units * each, 0).map((_, at) => (at % 3 === 2 || (at && at % (3 * each) === 0) ? 1 : 0))];
/** Of the units 1 and 2, one of whom is drawn. */
const lots = (count) => [34, Buffer.concat(Array(count).fill(numbers(2, 2, 0, 2, 0, 1, 0, 0)))];
const attendance = (sittings, units) => [32, row(sittings * units, 1)];

/** Links of few characters that claim as much as one may, `+`, or more, `-`. */
const FORGED = {
  "+ units": scenario({ units: 8_192 }),
  "+ delegations": scenario({ units: 8_192, delegations: 8_192, names: named(8_192, 8_193), more: [[12, row(8_192, 2)]] }),
  "+ attendance of many": scenario({ units: 8_192, sittings: 5, more: [attendance(5, 8_192)] }),
  "- attendance of many": scenario({ units: 8_192, sittings: 28, more: [attendance(28, 8_192)] }),
  "+ attendance of few": scenario({ units: 240, sittings: 256, more: [attendance(256, 240)] }),
  "- attendance of few": scenario({ units: 900, sittings: 256, more: [attendance(256, 900)] }),
  "+ ended mandates": scenario({ units: 86, more: [endings(86, 500)] }),
  "- ended mandates": scenario({ units: 174, more: [endings(174, 500)] }),
  "+ delegates": scenario({ units: 1, more: [people(16_000)].map(([tag, bytes]) => [tag, Buffer.concat([bytes, number(0)])]) }),
  "- delegates": scenario({ units: 1, more: [people(86_000)].map(([tag, bytes]) => [tag, Buffer.concat([bytes, number(0)])]) }),
  "+ marks": scenario({ units: 1, sittings: 14, more: [people(2_000, Array(14).fill(marks(2_000, 1)))] }),
  "- marks": scenario({ units: 1, sittings: 16, more: [people(14_000, Array(16).fill(marks(14_000, 1)))] }),
  "+ lots": scenario({ units: 2, more: [lots(16_000)] }),
  "- lots": scenario({ units: 2, more: [lots(37_000)] }),
  "+ candidates": scenario({ more: [elections(30), [58, Buffer.from("\n".repeat(30 * 1_001 - 1))]] }),
  "- candidates": scenario({ more: [elections(64), [58, Buffer.from("\n".repeat(64 * 1_001 - 1))]] }),
  "+ categories": scenario({ units: 900, more: [categories(32, 900)] }),
  "- categories": scenario({ units: 1_900, more: [categories(32, 1_900)] }),
  "+ names": scenario({ units: 8_192, names: Array.from({ length: 8_194 }, (_, at) => (at % 2 ? "a" : "一二三四")).join("\n") }),
  "- zeros": sealed("d", deflateRawSync(Buffer.alloc(46 << 20), { level: 9 })),
};

writeFileSync(new URL("forged.txt", import.meta.url), Object.entries(FORGED).map(([name, text]) => `${name}\t${text}\n`).join(""));
