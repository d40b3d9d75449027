"""Writes known_answers.csv: published allocations, and allocations computed here from the definitions.

Exact integers and fractions only, seat by seat, and independent of the product. Run: python3 known_answers.py
"""

import csv
import random
from fractions import Fraction as F
from math import isqrt
from pathlib import Path

ALL = "hamilton quota-method jefferson webster modified-webster huntington-hill adams dean"
BY = "Balinski and Young, The quota method of apportionment, Amer. Math. Monthly 82 (1975)"
ML = "martinlackner/apportionment, tests/test_methods.py"
PP = "polettif/proporz, tests/testthat"
VL = "simberaj/votelib, tests/evaluate/test_proportional.py"
AT = "Austrian National Council {}, official result (parties above 4 %), in martinlackner/apportionment"
IL = "Knesset {}, official result by surplus agreement, in martinlackner/apportionment"

PUBLISHED = [
    ("adams dean huntington-hill webster modified-webster", [5117, 4400, 162, 161, 160], [51, 43, 2, 2, 2], BY),
    ("jefferson", [5117, 4400, 162, 161, 160], [52, 45, 1, 1, 1], BY),
    ("hamilton", [5117, 4400, 162, 161, 160], [51, 44, 2, 2, 1], BY),
    ("quota-method", [5117, 4400, 162, 161, 160], [52, 44, 2, 1, 1], BY),
    ("adams", [9061, 7179, 5259, 3319, 1182], [9, 7, 5, 3, 2], BY),
    ("dean", [9061, 7179, 5259, 3319, 1182], [9, 7, 5, 4, 1], BY),
    ("huntington-hill", [9061, 7179, 5259, 3319, 1182], [9, 7, 6, 3, 1], BY),
    ("webster modified-webster", [9061, 7179, 5259, 3319, 1182], [9, 8, 5, 3, 1], BY),
    ("jefferson quota-method", [9061, 7179, 5259, 3319, 1182], [10, 7, 5, 3, 1], BY),
    ("hamilton", [9061, 7179, 5259, 3319, 1182], [9, 7, 5, 4, 1], BY),
    (ALL, [1], [1], ML),
    (ALL, [14, 28, 7, 35], [2, 4, 1, 5], ML),
    (ALL, [0, 14, 28, 0, 0], [0, 2, 4, 0, 0], ML),
    (ALL, [10, 9, 8, 8, 11, 12], [1, 0, 0, 0, 1, 1], ML),
    (ALL, [12, 12, 11, 12], [1, 1, 0, 1], ML),
    ("webster", [6, 1], [3, 1], ML),
    ("modified-webster", [6, 1], [4, 0], ML),
    ("jefferson", [1789417, 1011868, 772666, 387124, 664055], [71, 40, 31, 15, 26], AT.format(2019)),
    ("jefferson", [1361746, 1595526, 1316442, 268518, 223543], [52, 62, 51, 10, 8], AT.format(2017)),
    ("jefferson", [1258605, 1125876, 962313, 582657, 268679, 232946], [52, 47, 40, 24, 11, 9], AT.format(2013)),
    ("jefferson", [1430206, 1269656, 509936, 857029, 522933], [57, 51, 20, 34, 21], AT.format(2008)),
    ("jefferson", [1616493, 1663986, 519598, 520130, 193539], [66, 68, 21, 21, 7], AT.format(2006)),
    ("jefferson", [1792499, 491328, 2076833, 454980], [69, 18, 79, 17], AT.format(2002)),
    ("jefferson", [1532448, 1243672, 1244087, 342260], [65, 52, 52, 14], AT.format(1999)),
    ("jefferson", [1843474, 1370510, 1060377, 233208, 267026], [71, 52, 41, 9, 10], AT.format(1995)),
    ("jefferson", [1617804, 1281846, 1042332, 338538, 276580], [65, 52, 42, 13, 11], AT.format(1994)),
    ("jefferson", [1231148, 975576, 527760, 361570, 138450, 210469, 78974], [43, 34, 18, 12, 4, 7, 2], IL.format(19)),
    ("jefferson", [1269318, 951842, 446583, 371602, 530266, 451756], [38, 29, 13, 11, 16, 13], IL.format(20)),
    ("jefferson", [1299838, 1125881, 507324, 337108, 347343, 173004, 152756], [40, 35, 16, 10, 10, 5, 4], IL.format(21)),
    ("jefferson", [1461368, 1374272, 470211, 598974, 405277], [41, 39, 13, 16, 11], IL.format(22)),
    ("jefferson", [4160, 3380, 2460], [4, 4, 2], PP + "/test-divisor.R, from wahlrecht.de"),
    ("webster", [4160, 3380, 2460], [4, 3, 3], PP + "/test-divisor.R, from wahlrecht.de"),
    ("adams dean huntington-hill", [450, 350, 199, 1], [22, 17, 10, 1], PP + "/test-divisor.R"),
    ("adams dean huntington-hill", [43, 33, 12, 8, 4], [4, 3, 1, 1, 1], PP + "/test-divisor.R, from wahlrecht.de"),
    ("webster", [43, 33, 12, 8, 4], [5, 3, 1, 1, 0], PP + "/test-divisor.R, from wahlrecht.de"),
    ("jefferson", [43, 33, 12, 8, 4], [5, 4, 1, 0, 0], PP + "/test-divisor.R, from wahlrecht.de"),
    ("webster", [5200, 1700, 3100], [8, 2, 5], PP + "/test-divisor.R"),
    ("jefferson", [100, 80, 30, 20], [4, 3, 1, 0], PP + "/test-divisor.R"),
    ("webster", [100, 1, 0, 10, 0], [3, 0, 0, 0, 0], PP + "/test-proporz.R"),
    ("adams dean huntington-hill", [100, 1, 0, 10, 0], [1, 1, 0, 1, 0], PP + "/test-proporz.R"),
    ("webster", [11828277, 9990488, 6316080, 5155933, 4643272, 2830238], [173, 146, 93, 76, 68, 42],
     PP + "/test-proporz.R: German Bundestag 2009, 598 seats"),
    ("webster", [430739, 143607, 242942, 1297940, 102419, 348216, 202850, 348082, 2678956, 328753, 812721, 216593,
                 520990, 1120018, 1051198, 144464], [6, 2, 4, 19, 2, 5, 3, 5, 39, 5, 12, 3, 8, 16, 15, 2],
     PP + "/test-proporz.R: a German party's 146 seats over 16 states"),
    ("hamilton", [216, 310, 22, 32], [23, 32, 2, 3], PP + "/test-quota.R, from de.wikipedia.org"),
    ("hamilton", [47000, 16000, 15800, 12000, 6100, 3100], [5, 2, 1, 1, 1, 0], PP + "/test-quota.R, from en.wikipedia.org"),
    ("hamilton", [720257, 323524, 257466, 213138, 144392, 88315], [13, 6, 5, 4, 2, 1], PP + "/test-quota.R"),
    ("webster", [1347, 1014, 1444], [7, 5, 8], VL),
    ("webster", [983, 2040, 782], [5, 11, 4], VL),
    ("hamilton", [500, 300, 150, 40, 10], [10, 6, 3, 1, 0], "SPD Unterbezirk Hannover, before its minimum"),
]

SIGNPOSTS = {  # d(n), or its square where that is what is rational
    "adams": lambda n: F(n),
    "dean": lambda n: F(2 * n * (n + 1), 2 * n + 1),
    "webster": lambda n: F(2 * n + 1, 2),
    "jefferson": lambda n: F(n + 1),
    "danish": lambda n: F(3 * n + 1, 3),
    "condorcet": lambda n: F(5 * n + 2, 5),
    "imperiali": lambda n: F(n + 2, 2),
    "macau": lambda n: F(2**n),
    "modified-webster:7/5": lambda n: F(7, 10) if n == 0 else F(2 * n + 1, 2),
    "modified-webster:6/5": lambda n: F(6, 10) if n == 0 else F(2 * n + 1, 2),
    "stationary:3/10": lambda n: F(10 * n + 3, 10),
}
SQUARES = {
    "huntington-hill": lambda n: F(n * (n + 1)),
    "power-mean:2": lambda n: F(n * n + (n + 1) ** 2, 2),
}


def claim(method, weight, held):
    """(infinite?, value): first seats under d(0) = 0 go to the most members."""
    if method.startswith("degressive:"):
        signpost, value = SIGNPOSTS[method[11:]](held) ** 2, F(weight)
    elif method in SQUARES:
        signpost, value = SQUARES[method](held), F(weight) ** 2
    else:
        signpost, value = SIGNPOSTS[method](held), F(weight)
    return (1, value) if signpost == 0 else (0, value / signpost)


def settle(seats, weights, claims):
    """Takes the last seats back where an equal claim was not met."""
    last = min(claims(i, s - 1) for i, s in enumerate(seats) if s > 0)
    best = max(claims(i, s) for i, s in enumerate(seats) if weights[i] > 0)
    if last != best:
        return seats, [], 0
    holders = [i for i, s in enumerate(seats) if s > 0 and claims(i, s - 1) == last]
    others = [i for i, s in enumerate(seats) if weights[i] > 0 and claims(i, s) == last]
    certain = [s - (i in holders) for i, s in enumerate(seats)]
    return certain, sorted(holders + others), len(holders)


def divisor(method, weights, house):
    seats = [0] * len(weights)
    for _ in range(house):
        best = max((i for i in range(len(weights)) if weights[i]), key=lambda i: claim(method, weights[i], seats[i]))
        seats[best] += 1
    return settle(seats, weights, lambda i, s: claim(method, weights[i], s))


def remainders(method, weights, house):
    total = sum(weights)
    price = {"hamilton": F(total, house), "droop": F(total // (house + 1) + 1)}[method]
    quotas = [w / price for w in weights]
    seats = [int(q) for q in quotas]
    order = sorted(range(len(weights)), key=lambda i: quotas[i] - int(quotas[i]), reverse=True)
    for i in order[: house - sum(seats)]:
        seats[i] += 1
    return settle(seats, weights, lambda i, s: quotas[i] - s)


def solve(method, weights, house):
    return remainders(method, weights, house) if method in ("hamilton", "droop") else divisor(method, weights, house)


def computed():
    rng = random.Random(1832)  # the year Webster proposed his method
    methods = ["hamilton", "droop", *SIGNPOSTS, *SQUARES, "degressive:webster", "degressive:jefferson"]
    for scale, units, house in [(30, 4, 11), (100, 6, 20), (1000, 8, 57), (10**6, 10, 101), (10**12, 5, 60)]:
        for _ in range(3):
            weights = [rng.randint(1, scale) for _ in range(units)]
            for method in methods:
                yield method, weights, house, "computed from the definition, with exact fractions"


def near_ties():
    """Pairs whose geometric quotients differ by less than floating point sees."""
    rng = random.Random(1941)  # the year of the Huntington-Hill act
    found = 0
    while found < 24:
        m, n = rng.randint(1, 400), rng.randint(1, 400)
        q = rng.randint(10**12, 8 * 10**12)
        p = isqrt(q * q * m * (m + 1) // (n * (n + 1))) + rng.randint(0, 1)
        if not 10**11 < p < 2**43 or m == n:
            continue
        a, b = p * p * n * (n + 1), q * q * m * (m + 1)
        x, y = p / (m * (m + 1)) ** 0.5, q / (n * (n + 1)) ** 0.5
        if (a > b) - (a < b) != (x > y) - (x < y):
            found += 1
            yield "huntington-hill", [p, q], m + n + 1, "near tie that floating point decides wrongly, by exact integers"


def golden():
    note = "floating-point remainders go wrong here; by exact fractions"
    yield "hamilton", [1, 1, 4], 2, note
    yield "hamilton", [1, 6, 15], 22, note
    yield "hamilton", [13, 45, 39, 23], 15, "a tie that must not cost larger remainders their seat"
    for method in ("webster", "hamilton", "jefferson"):
        yield method, [450, 350, 199, 1], 50, "computed from the definition, with exact fractions"
    for method in ("hamilton", "adams", "webster", "jefferson", "huntington-hill", "dean", "macau"):
        yield method, [2, 1, 1, 2, 2], 2, "a tie in " + ML
        yield method, [11, 11, 11], 4, "a tie in " + ML


def main():
    with open(Path(__file__).with_name("known_answers.csv"), "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["method", "house", "weights", "seats", "contested", "open", "source"])
        join = lambda numbers: " ".join(map(str, numbers))
        for methods, weights, seats, source in PUBLISHED:
            for method in methods.split():
                out.writerow([method, sum(seats), join(weights), join(seats), "", 0, source])
        for rows in (golden(), near_ties(), computed()):
            for method, weights, house, source in rows:
                seats, contested, open_seats = solve(method, weights, house)
                out.writerow([method, house, join(weights), join(seats), join(contested), open_seats, source])


main()
