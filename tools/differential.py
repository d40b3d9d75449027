#!/usr/bin/env python3
"""Compares the engine with votelib on random small instances: tools/differential.py [INSTANCES] [SEED].

Needs `make package`, Node, and votelib 0.4.0 (python3 -m venv target/peers; target/peers/bin/pip install votelib==0.4.0).
Ties are compared, too: the same contested units and the same number of open seats.

One difference is explained and counted apart: where the Droop quota is so coarse that whole quotas and one remainder seat
for each unit do not fill the house, votelib leaves seats unfilled; here the house is always filled. votelib's own
Huntington-Hill divisor cannot be evaluated (it divides a fraction by a decimal), so its evaluator is given the same
divisor squared, n(n + 1), and members squared, which orders the claims alike and is exact.
"""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from fractions import Fraction

from votelib.evaluate.core import Tie
from votelib.evaluate.proportional import HighestAverages, LargestRemainder

# The method's name here and there.
PEERS = {
    "hamilton": LargestRemainder("hare"),
    "droop": LargestRemainder("droop"),
    "jefferson": HighestAverages("d_hondt"),
    "webster": HighestAverages("sainte_lague"),
    "danish": HighestAverages("danish"),
    "imperiali": HighestAverages("imperiali"),
    "macau": HighestAverages("macau"),
    "huntington-hill": HighestAverages(lambda order: order * (order + 1)),
}

METHODS = []

OURS = """
import { createInterface } from "node:readline";
import { apportion } from "./pkg/node.js";
for await (const line of createInterface({ input: process.stdin })) {
  const [method, seats, weights] = JSON.parse(line);
  console.log(JSON.stringify(apportion({ method, seats, units: weights.map((weight) => ({ weight })) })));
}
"""


def instances(count, seed):
    rng = random.Random(seed)
    for _ in range(count):
        most = rng.choice([5, 40, 1000, 10**6])
        weights = [rng.randint(1, most) for _ in range(rng.randint(1, 8))]
        method = rng.choice(METHODS)
        # votelib takes Huntington-Hill only where everybody has a seat already.
        least = len(weights) + 1 if method == "huntington-hill" else 1
        yield method, rng.randint(least, 30), weights


def peer(method, seats, weights):
    """Certain seats, contested units and open seats, as votelib has them."""
    certain, contested, opened = [0] * len(weights), [], 0
    if method == "huntington-hill":
        certain = [1] * len(weights)
        votes, first = {unit: Fraction(weight**2) for unit, weight in enumerate(weights)}, dict(enumerate(certain))
        result = PEERS[method].evaluate(votes, seats, prev_gains=first)
    else:
        result = PEERS[method].evaluate({unit: Fraction(weight) for unit, weight in enumerate(weights)}, seats)
    for who, won in result.items():
        if isinstance(who, Tie):
            contested, opened = sorted(who), opened + won
        else:
            certain[who] += won
    return certain, contested, opened


def ours(answer):
    if not answer["ok"]:
        return answer["error"]["code"]
    value = answer["value"]
    if value["status"] == "settled":
        return value["seats"], [], 0
    return value["certain"], value["contested"], value["open"]


def main():
    METHODS.extend(os.environ.get("METHODS", " ".join(PEERS)).split())
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    todo = list(instances(count, seed))
    run = subprocess.run(
        ["node", "--input-type=module", "-e", OURS],
        input="\n".join(json.dumps(instance) for instance in todo), capture_output=True, text=True, check=True,
    )
    tallies, differences = Counter(), []
    for instance, line in zip(todo, run.stdout.splitlines(), strict=True):
        mine, theirs = ours(json.loads(line)), peer(*instance)
        tallies["tied" if theirs[1] else "settled"] += 1
        if instance[0] == "droop" and sum(theirs[0]) + theirs[2] < instance[1]:
            tallies["unfilled"] += 1
        elif mine != theirs:
            differences.append((instance, mine, theirs))
    for instance, mine, theirs in differences[:10]:
        print("differs:", instance, "here", mine, "there", theirs)
    print(f"{count} instances, seed {seed}: {tallies['settled']} settled, {tallies['tied']} tied, "
          f"{tallies['unfilled']} left unfilled there, {len(differences)} unexplained differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
