// The package for JavaScript, as somebody imports it: the contract, known answers, and arguments meant to harm.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as roster from "../../pkg/node.js";

const value = (answer) => {
  assert.equal(answer.ok, true, JSON.stringify(answer.error));
  return answer.value;
};
const units = (...weights) => weights.map((weight) => ({ weight }));
const census = readFileSync(new URL("../data/us2020.csv", import.meta.url), "utf8").trim().split("\n").slice(1).map((line) => line.split(","));

test("seats, witness and ties", () => {
  const settled = value(roster.apportion({ method: "sainte-lague", seats: 10, units: units(4160, 3380, 2460) }));
  assert.deepEqual(settled, { status: "settled", seats: [4, 3, 3], witness: { kind: "divisor", divisor: "980" }, stale_lots: [] });
  const request = { method: "hare", seats: 5, units: units(10, 10) };
  const tied = value(roster.apportion(request));
  assert.deepEqual([tied.status, tied.certain, tied.contested, tied.open], ["tied", [2, 2], [0, 1], 1]);
  const lots = [{ contenders: [{ unit: 0, certain: 2 }, { unit: 1, certain: 2 }], drawn: [1] }];
  assert.deepEqual(value(roster.apportion({ ...request, lots })).seats, [2, 3]);
  const changed = value(roster.apportion({ ...request, units: units(11, 10), lots }));
  assert.deepEqual([changed.seats, changed.stale_lots], [[3, 2], [0]]);
});

test("a tie and its lot are checked, too; weights stand for units without bounds", () => {
  const request = { method: "webster", seats: 5, weights: [10, 10] };
  const { certain, contested, open } = value(roster.apportion(request));
  const accepted = (more) => value(roster.verify({ ...request, ...more })).accepted;
  assert.equal(accepted({ result: { certain, contested, open } }), true);
  assert.equal(accepted({ result: { certain, contested: [0], open } }), false);
  assert.equal(accepted({ result: { certain: [3, 1], contested, open } }), false);
  assert.equal(accepted({ result: { seats: [3, 2] } }), false, "nobody has drawn");
  const lots = [{ contenders: [{ unit: 0, certain: 2 }, { unit: 1, certain: 2 }], drawn: [1] }];
  assert.equal(accepted({ lots, result: { seats: [2, 3] } }), true);
  assert.equal(accepted({ lots, result: { seats: [3, 2] } }), false, "the lot fell on the other");
  assert.equal(accepted({ lots, result: { certain, contested, open } }), false, "somebody has drawn");
  assert.equal(accepted({ lots, seats: 4, result: { seats: [2, 2] } }), true, "the lot settles nothing here");
  assert.deepEqual(roster.verify({ ...request, result: {} }).error.path, "result");
  assert.deepEqual(roster.apportion({ ...request, units: units(1) }).error.code, "ambiguous");
  assert.deepEqual(roster.apportion({ ...request, weights: [1, -1] }).error.path, "weights[1]");
});

// Quotas 6, 3.1 and 0.9, of which the first may have 3: 3.1 less four seats won the last one, 0.9 less two did not.
test("a remainder that a bound has moved comes with its whole part", () => {
  const { seats, witness } = value(roster.apportion({ method: "hamilton", seats: 10, units: [{ weight: 60, max: 3 }, { weight: 31 }, { weight: 9 }] }));
  assert.deepEqual([seats, witness], [[3, 5, 2], { kind: "remainder", quota: "10", next: "-11/10", last: "-9/10" }]);
});

// Adams gives a first seat before any second: for three any divisor above 50 will do, for two none.
test("first seats come with a divisor once everybody has one", () => {
  const adams = (seats) => value(roster.apportion({ method: "adams", seats, weights: [50, 30, 20], steps: true }));
  assert.deepEqual(adams(3).witness, { kind: "divisor", divisor: "60" });
  assert.deepEqual(adams(2).witness, { kind: "divisor", divisor: null });
  assert.deepEqual(adams(2).steps, Array(3).fill({ quotient: null, ground: "first-seat" }));
});

test("the working says which rule each unit's seats follow from", () => {
  const { steps } = value(roster.apportion({ method: "hamilton", seats: 10, weights: [4160, 3380, 2460], steps: true }));
  assert.deepEqual(steps, [
    { quotient: "104/25", ground: "whole" }, { quotient: "169/50", ground: "whole" }, { quotient: "123/50", ground: "remainder" },
  ]);
});

// Source: US Census Bureau, apportionment of 2020.
test("the House of 2020, checked, explained and swept", () => {
  const request = { method: "huntington-hill", seats: 435, units: census.map((row) => ({ weight: Number(row[1]), min: 1 })) };
  const { seats } = value(roster.apportion(request));
  assert.deepEqual(seats, census.map((row) => Number(row[2])));
  assert.deepEqual(value(roster.verify({ ...request, result: { seats } })), { accepted: true, reason: null });
  const moved = [...seats];
  moved[0] += 1;
  moved[1 + moved.slice(1).findIndex((n) => n > 1)] -= 1;
  assert.equal(value(roster.verify({ ...request, result: { seats: moved } })).accepted, false);
  const newYork = census.findIndex((row) => row[0] === "NewYork");
  const firm = value(roster.sensitivity({ ...request, explain: [newYork] }));
  assert.equal(firm.units[0].gain, 89);
  assert.equal(census[firm.last[0]][0], "Minnesota");
  const index = value(roster.indices({ weights: census.map((row) => Number(row[1])), seats }));
  assert.ok(Math.abs(index.loosemore_hanby - 0.0138784) < 1e-7);
});

// Source: Balinski and Young; weights 6, 6, 2.
test("a sweep marks the Alabama paradox", () => {
  const houses = value(roster.sweep({ method: "hamilton", seats: 11, units: units(6, 6, 2), houses: [10, 11] }));
  assert.deepEqual(houses, [{ house: 10, seats: [4, 4, 2], losers: [] }, { house: 11, seats: [5, 5, 1], losers: [2] }]);
});

test("a sweep that would take long is refused at its range", () => {
  const sweep = (method, last) => roster.sweep({ method, seats: 10, units: units(3, 2), houses: [1, last] });
  assert.equal(sweep("quota-method", 1_048_576).error.path, "houses");
  assert.equal(sweep("quota-method", 3_000).error.code, "too-large");
  assert.equal(value(sweep("quota-method", 2_000)).length, 2_000);
  assert.equal(value(sweep("webster", 3_000)).length, 3_000);
});

test("a matrix", () => {
  const answer = value(roster.biproportional({ matrix: [[123, 45, 815], [912, 714, 414], [312, 255, 215]], row_seats: [5, 11, 4], column_seats: [7, 5, 8] }));
  assert.deepEqual(answer.seats, [[1, 0, 4], [4, 4, 3], [2, 1, 1]]);
});

test("thresholds by profile and by rule", () => {
  const local = value(roster.thresholds({ profile: "cpc-local-2020", due: 484, present: 470 }));
  assert.deepEqual([local.quorum[0].needed, local.quorum[0].may_leave, local.majority[0].needed], [243, 227, 243]);
  const rule = { share: [4, 5], strict: false, base: "due" };
  assert.equal(value(roster.thresholds({ rule, due: 484, present: 470 })).quorum[0].needed, 388);
  assert.equal(value(roster.thresholds({ rule, present: 470 })).quorum[0].verdict, "figure-missing");
});

test("a scenario, its link and its report", () => {
  const example = value(roster.example());
  const { fragment } = value(roster.encode_link(example));
  assert.deepEqual(value(roster.decode_link(fragment)), example);
  const { totals, quorum, issues } = value(roster.report(example));
  assert.deepEqual([totals.seats, totals.elected, totals.actual, totals.present], [500, 487, 484, 470]);
  assert.match(quorum[0], /more than 1\/2 of 484 due = 243\. Present 470\. Met; 227 may still leave/);
  assert.deepEqual(issues, []);
  // Whatever the page keeps of a congress goes through a link and back.
  const [first, second] = example.units;
  const ended = [{ reason: "transferred", count: 1 }, { reason: "transferred", count: 2 }];
  const whole = {
    ...example,
    units: [{ ...first, byElected: 2, suspended: 1, ended }, ...example.units.slice(1)],
    sittings: [...example.sittings, { id: example.nextId, name: "Opening", kind: "opening", purpose: "open", registered: 480, counted: { whole: 471 } }],
    shown: example.nextId,
    nextId: example.nextId + 1,
  };
  const back = value(roster.decode_link(value(roster.encode_link(whole)).fragment));
  assert.deepEqual(back, whole);
  const there = value(roster.report(back));
  assert.deepEqual([there.totals.present, there.units[0].ended, there.units[0].by_elected, there.units[0].suspended], [471, 3, 2, 1]);
  // What nobody has reported is not zero.
  const sittings = example.sittings.map((one) => ({ ...one, attendance: one.attendance.filter(({ unit }) => unit !== second.id) }));
  const open = value(roster.report({ ...example, sittings }));
  assert.deepEqual([open.units[1].present, open.units[1].absent, open.units[1].present_missing], [null, null, 1]);
  assert.deepEqual([open.totals.present, open.totals.actual, open.totals.present_missing], [null, 484, 1]);
  const listed = { ...example, people: { delegates: [{ id: example.nextId, name: "A" }] }, nextId: example.nextId + 1 };
  assert.equal(value(roster.encode_link(listed)).names_left_out, 1);
  const refused = roster.report({ ...example, units: [{ ...first, memebers: 1 }] }).error;
  assert.deepEqual([refused.code, refused.path], ["document-unknown-field", "units[0].memebers"]);
  assert.match(value(roster.version()), /^\d+\.\d+\.\d+$/);
});

test("nothing that is given makes a function throw, and errors say where", () => {
  const cyclic = {};
  cyclic.self = cyclic;
  const thrower = { get method() { throw new Error("boo"); } };
  const hostile = [
    undefined, null, 0, NaN, "x", 10n, Symbol("x"), () => 1, [], {}, cyclic, thrower, new Proxy({}, { ownKeys() { throw new Error("boo"); } }),
    { toJSON() { throw new Error("boo"); } }, { toJSON: () => undefined }, new Map(), new Date(NaN),
    { method: "webster", seats: 10n, units: [] }, { method: "webster", seats: 1, units: { length: 4294967295 } },
  ];
  for (const call of Object.values(roster)) {
    for (const argument of hostile) {
      const answer = call(argument);
      assert.equal(typeof answer.ok, "boolean");
      if (!answer.ok) assert.deepEqual(Object.keys(answer.error).sort(), ["code", "message", "path"]);
    }
  }
  const where = (request) => {
    const answer = roster.apportion(request);
    return [answer.ok, answer.error?.code, answer.error?.path];
  };
  const good = { method: "webster", seats: 3, units: units(1, 2) };
  assert.deepEqual(where({ ...good, method: "best" }), [false, "unknown-method", "method"]);
  assert.deepEqual(where({ ...good, units: [{ weight: 1 }, { weight: NaN }] }), [false, "wrong-type", "units[1].weight"]);
  for (const odd of [NaN, Infinity, -Infinity]) {
    assert.deepEqual(where({ ...good, units: [{ weight: 1, fixed: odd }] }), [false, "wrong-type", "units[0].fixed"]);
    assert.deepEqual(where({ ...good, minimum: odd }), [false, "wrong-type", "minimum"]);
    assert.deepEqual(where({ ...good, lots: odd }).slice(0, 2), [false, "wrong-type"]);
  }
  assert.equal(where({ ...good, units: [{ weight: 1, fixed: null }] })[0], true);
  assert.deepEqual(where({ ...good, units: [{ weight: -1 }] }), [false, "wrong-type", "units[0].weight"]);
  assert.deepEqual(where({ ...good, units: [{ weight: 2 ** 43 }] }), [false, "too-large", "units[0].weight"]);
  assert.deepEqual(where({ ...good, seats: 2 ** 20 + 1 }), [false, "too-large", "seats"]);
  assert.deepEqual(where({ ...good, units: [] }), [false, "no-units", "units"]);
  assert.deepEqual(where({ ...good, units: units(0, 0) }), [false, "no-members", "units"]);
  assert.deepEqual(where({ ...good, seats: 0 }), [false, "no-seats", "seats"]);
  assert.deepEqual(where({ ...good, units: [{ weight: 1, min: 4 }] }), [false, "minima-above-house", "units[0]"]);
  assert.deepEqual(where({ ...good, units: [{ weight: 1, max: 1 }] }), [false, "maxima-below-house", "units[0]"]);
  assert.deepEqual(where({ ...good, lots: [{ contenders: [{ unit: 0, certain: 1 }, { unit: 0, certain: 1 }], drawn: [0] }] }), [false, "lot-unit-repeated", "lots[0]"]);
  assert.equal(roster.biproportional({ matrix: [[1, 2]], row_seats: [1], column_seats: [1, 1] }).ok, false);
});
