"""Independent answers for origins, by brute force, with Python's standard library only.

Reads golden/orders.csv (see lifecycle_retention.py), gives every row a channel by a rule that the test knows too, and
writes golden/origins.json. The log-rank test is worked out from its definition with exact fractions (observed, expected,
covariance, Gauss–Jordan); its tail comes from the incomplete gamma function by series. The tests read the file and never
run this script. Run it again after a change of a definition:  python3 test/oracle/make/origins.py
"""

import csv
import datetime as dt
import json
import math
from fractions import Fraction
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
EPOCH = dt.date(1970, 1, 1)
AS_OF = (dt.date(2024, 3, 17) - EPOCH).days
FROM = (dt.date(2023, 2, 10) - EPOCH).days
VALUE_DAYS, MATURE, WINDOW, LONGEST = 90, 5, 30, 12
CHANNELS = ["web", "shop", "phone", ""]


def channel(customer, day):
    """The rule: from the number in the customer's name and the day of the row, so that ties of a day do not matter."""
    return CHANNELS[(int(customer[1:]) * 7 + day % 5) % 4]


def load():
    rows = {}
    with open(GOLDEN / "orders.csv", newline="") as file:
        for row in csv.DictReader(file):
            day = (dt.date.fromisoformat(row["date"]) - EPOCH).days
            cents = int(row["cents"])
            rows.setdefault(row["customer"], []).append((day, cents, channel(row["customer"], day)))
    # The stable order of a file without times: by day, then as the rows came.
    return {name: sorted(own, key=lambda row: row[0]) for name, own in sorted(rows.items())}


def customers(rows):
    for own in rows.values():
        orders = [row for row in own if row[1] > 0]
        value = orders[0][2] if orders else next((row[2] for row in own if row[2]), "")
        orders = [row for row in orders if row[0] <= AS_OF]
        seen = own[0][0]
        if orders or seen <= AS_OF:
            yield {"value": value, "seen": seen, "orders": [(day, cents) for day, cents, _ in orders]}


def quantile7(values, p):
    if not values:
        return None
    values = sorted(values)
    h = (len(values) - 1) * p
    low = math.floor(h)
    return float(values[low] + (h - low) * (values[min(low + 1, len(values) - 1)] - values[low]))


def row_of(members):
    buyers = [one for one in members if one["orders"]]
    gaps = [one["orders"][1][0] - one["orders"][0][0] for one in buyers if len(one["orders"]) > 1]
    followed = [one for one in buyers if one["orders"][0][0] + VALUE_DAYS - 1 <= AS_OF]
    within = sum(c for one in followed for d, c in one["orders"] if d < one["orders"][0][0] + VALUE_DAYS)
    mature = [o[MATURE - 1][0] - o[1][0] for o in (one["orders"] for one in buyers) if len(o) >= MATURE]
    curve = []
    for n in range(1, LONGEST + 1):
        base = [o for o in (one["orders"] for one in buyers) if o[0][0] + (n + 1) * WINDOW - 1 <= AS_OF]
        if base:
            curve.append([n, len(base), sum(any((d - o[0][0]) // WINDOW == n for d, _ in o) for o in base)])
    return {
        "known": len(members),
        "customers": len(buyers),
        "orders": sum(len(one["orders"]) for one in buyers),
        "revenue": sum(c for one in buyers for _, c in one["orders"]),
        "repeat": len(gaps),
        "mature": len(mature),
        "secondDays": [quantile7(gaps, Fraction(1, 2)), quantile7(gaps, Fraction(9, 10))],
        "matureDays": [quantile7(mature, Fraction(1, 2)), quantile7(mature, Fraction(9, 10))],
        "followed": len(followed),
        "within": within,
        "curve": curve,
    }


def log_rank(groups):
    spells = []
    for g, members in enumerate(groups):
        for one in members:
            o = one["orders"]
            if len(o) > 1:
                spells.append((g, o[1][0] - o[0][0], True))
            elif o:
                spells.append((g, AS_OF - o[0][0], False))
    k = len(groups)
    excess = [Fraction(0)] * k
    cov = [[Fraction(0)] * k for _ in range(k)]
    for t in sorted({length for _, length, ended in spells if ended}):
        risk = [sum(g == i and length >= t for g, length, _ in spells) for i in range(k)]
        dead = [sum(g == i and ended and length == t for g, length, ended in spells) for i in range(k)]
        n, d = sum(risk), sum(dead)
        for i in range(k):
            excess[i] += dead[i] - Fraction(d * risk[i], n)
            if n > 1:
                for j in range(k):
                    share = Fraction(risk[i], n) * ((i == j) - Fraction(risk[j], n))
                    cov[i][j] += share * Fraction(d * (n - d), n - 1)
    size = k - 1
    rows = [cov[i][:size] + [excess[i]] for i in range(size)]
    for i in range(size):
        pivot = next(r for r in range(i, size) if rows[r][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [cell / rows[i][i] for cell in rows[i]]
        for r in range(size):
            if r != i:
                rows[r] = [a - rows[r][i] * b for a, b in zip(rows[r], rows[i])]
    chi = float(sum(excess[i] * rows[i][size] for i in range(size)))
    return {"chiSquare": chi, "degrees": size, "p": tail(chi, size)}


def tail(x, degrees):
    """Upper tail of the chi-square distribution: 1 − the series of the lower incomplete gamma function."""
    a, half = degrees / 2, x / 2
    term = total = 1 / a
    n = a
    while term > total * 1e-17:
        n += 1
        term *= half / n
        total += term
    return 1 - total * math.exp(-half + a * math.log(half) - math.lgamma(a))


def answer(rows, since):
    came = [
        one
        for one in customers(rows)
        if since is None or (one["orders"][0][0] if one["orders"] else one["seen"]) >= since
    ]
    values = {}
    for one in came:
        values.setdefault(one["value"], []).append(one)
    ranked = sorted((value for value in values if value), key=lambda value: (-len(values[value]), value))
    groups = [{"label": value, **row_of(values[value])} for value in ranked]
    if "" in values:
        groups.append({"label": "(none)", **row_of(values[""])})
    groups.append({"label": "(all)", **row_of(came)})
    return {"groups": groups, "test": log_rank([values[value] for value in ranked])}


if __name__ == "__main__":
    table = load()
    result = {"asOf": AS_OF, "from": FROM, "all": answer(table, None), "window": answer(table, FROM)}
    with open(GOLDEN / "origins.json", "w") as file:
        json.dump(result, file, indent="\t", ensure_ascii=False)
        file.write("\n")
