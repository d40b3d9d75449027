#!/usr/bin/env python3
"""Times the engine and its peers on the same members, in one run, and prints the table: `make bench`.

The members are drawn by a multiplicative generator (Park and Miller 1988) with a fixed seed and written to
target/bench, where every program reads them: n units of 1 to 1,000,000 members, 10 n seats. Each peer runs each case
in a process of its own; a case that exceeds LIMIT seconds (120) is shown so, and larger ones of the same method are not
tried. Times are of the allocation alone, without reading the file: the best of 15 runs here, of one to three there. What
a peer answers is compared with the seats here.

The peers are installed under target/bench and used for nothing else: PyPI votelib 0.4.0 and apportionment 1.0, npm
apportionment 2.0.3.
"""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "target" / "bench"
HERE = ROOT / "target/release/examples/allocate"
LIMIT = float(os.environ.get("LIMIT", "120"))
SIZES = [int(n) for n in os.environ.get("SIZES", "100 1000 10000 100000").split()]
PYTHON = ["votelib==0.4.0", "apportionment==1.0"]
NODE = "apportionment@2.0.3"
METHODS = {"hamilton": "Hare (Hamilton)", "jefferson": "D'Hondt (Jefferson)", "webster": "Sainte-Laguë (Webster)",
           "huntington-hill": "Huntington-Hill"}

# What a case prints: the best time in milliseconds, a space, and the seats as JSON.
VOTELIB = """
import json, sys, time
from votelib.evaluate.proportional import HighestAverages, LargestRemainder
method, path = sys.argv[1:]
members = [int(line) for line in open(path)]
evaluator = {"hamilton": lambda: LargestRemainder("hare"), "jefferson": lambda: HighestAverages("d_hondt"),
             "webster": lambda: HighestAverages("sainte_lague"),
             "huntington-hill": lambda: HighestAverages("huntington_hill")}[method]()
votes = dict(enumerate(members))
def once():
    start = time.perf_counter()
    result = evaluator.evaluate(votes, 10 * len(members))
    return time.perf_counter() - start, result
times = [once() for _ in range(3 if len(members) <= 1000 else 1)]
seats = [times[0][1].get(unit, 0) for unit in range(len(members))]
print(min(t for t, _ in times) * 1e3, json.dumps(seats))
"""
APPORTIONMENT = """
import json, sys, time
from apportionment import methods
method, path = sys.argv[1:]
members = [int(line) for line in open(path)]
name = {"hamilton": "largest_remainder", "jefferson": "dhondt", "webster": "saintelague", "huntington-hill": "huntington"}[method]
def once():
    start = time.perf_counter()
    result = methods.compute(name, members, 10 * len(members), parties=[str(unit) for unit in range(len(members))])
    return time.perf_counter() - start, result
times = [once() for _ in range(3 if len(members) <= 1000 else 1)]
print(min(t for t, _ in times) * 1e3, json.dumps([int(n) for n in times[0][1]]))
"""
NPM = """
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const [home, method, path] = process.argv.slice(1);
const peer = createRequire(home + "/node/")("apportionment");
const members = readFileSync(path, "utf8").trim().split("\\n").map(Number);
const name = { hamilton: "hamilton", jefferson: "jefferson", webster: "webster", "huntington-hill": "huntingtonHill" }[method];
let best = Infinity, result;
for (let i = 0; i < (members.length <= 1000 ? 3 : 1); i++) {
  const start = performance.now();
  result = peer[name](members, 10 * members.length);
  best = Math.min(best, performance.now() - start);
}
const seats = result.apportionment ?? result.exact?.apportionment ?? "no seats";
console.log(best, JSON.stringify(seats));
"""
WASM = """
import { readFileSync } from "node:fs";
const [root, method, path] = process.argv.slice(1);
const { apportion } = await import(root + "/pkg/node.js");
const weights = readFileSync(path, "utf8").trim().split("\\n").map(Number);
const best = (method) => {
  let best = Infinity, result;
  for (let i = 0; i < 15; i++) {
    const start = performance.now();
    result = apportion({ method, seats: 10 * weights.length, weights });
    best = Math.min(best, performance.now() - start);
  }
  return [best, result];
};
const [time, { value }] = best(method);
// Equal shares cost nothing but the way into the module and out again.
const [way] = best("equal-shares");
console.log(time, JSON.stringify({ seats: value.seats, way }));
"""


def members(count):
    state = 20_211_204
    for _ in range(count):
        state = state * 48_271 % 2_147_483_647
        yield state % 1_000_000 + 1


def set_up():
    HOME.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (HOME / f"{size}.txt").write_text("".join(f"{n}\n" for n in members(size)))
    python = HOME / "venv" / "bin" / "python"
    if not python.exists():
        venv.create(HOME / "venv", with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PYTHON], check=True)
    subprocess.run(["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", HOME / "node", NODE], check=True)
    subprocess.run(["cargo", "build", "--release", "--quiet", "--example", "allocate"], cwd=ROOT, check=True)
    return str(python)


def run(command):
    """The output of a case, or why there is none."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, cwd=ROOT)
    except subprocess.TimeoutExpired:
        return None, f"> {LIMIT:.0f} s"
    if done.returncode != 0:
        words = (done.stderr.strip().splitlines() or ["failed"])[-1]
        return None, "out of memory" if "memory" in words.lower() else f"fails: {words.split(':')[0]}"
    # One peer also prints remarks of its own.
    return (done.stdout if command[0] == HERE else done.stdout.strip().splitlines()[-1]), None


def here(method, path):
    out, why = run([HERE, method, path])
    assert out and not out.startswith("tied"), (method, why or "tied")
    first, *seats = out.split("\n")
    time, floor = map(float, first.split())
    return time, floor, [int(n) for n in seats if n]


def shown(ms):
    if ms < 0.1:
        return f"{ms * 1e3:.1f} µs"
    return f"{ms / 1e3:,.1f} s" if ms >= 1e4 else f"{ms:,.0f} ms" if ms >= 100 else f"{ms:.2f} ms"


def main():
    python = set_up()
    node = ["node", "--input-type=module", "-e"]
    peers = {
        "votelib 0.4.0": [python, "-c", VOTELIB],
        "apportionment 1.0 (PyPI)": [python, "-c", APPORTIONMENT],
        "apportionment 2.0.3 (npm)": [*node, NPM, HOME],
    }
    print("| method | units | here, native | here, wasm call (of it the way in and out) | "
          + " | ".join(peers) + " | one pass |")
    print("|---|---|---|---|" + "---|" * (len(peers) + 1))
    for method, name in METHODS.items():
        given_up = {}
        for size in SIZES:
            path = HOME / f"{size}.txt"
            time, floor, seats = here(method, path)
            out, why = run([*node, WASM, ROOT, method, path])
            wasm = why
            if out:
                spent, answer = out.split(" ", 1)
                answer = json.loads(answer)
                assert answer["seats"] == seats, "native and wasm differ"
                wasm = f"{shown(float(spent))} ({shown(answer['way'])})"
            cells = []
            for peer, command in peers.items():
                if peer in given_up:
                    cells.append(given_up[peer])
                    continue
                out, why = run([*command, method, path])
                if out is None:
                    given_up[peer] = why
                    cells.append(why)
                    continue
                spent, answer = out.split(" ", 1)
                note = "" if json.loads(answer) == seats else ", no seats" if "no seats" in answer else ", other seats"
                cells.append(f"{shown(float(spent))} ({float(spent) / time:,.0f} ×{note})")
            print(f"| {name} | {size:,} | {shown(time)} | {wasm} | " + " | ".join(cells) + f" | {shown(floor)} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
