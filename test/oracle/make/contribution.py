"""Independent answers for growth and contribution, by brute force, with Python's standard library only.

Reads golden/orders.csv (see lifecycle_retention.py) and writes golden/contribution.json. The Shapley value of each factor
is taken from its definition: the mean, over the six orders in which the factors can change, of what the factor's change
does when its turn comes, in exact fractions. The tests read the file and never run this script. Run it again after a
change of a definition:  python3 test/oracle/make/contribution.py
"""

import csv
import datetime as dt
import json
from fractions import Fraction
from itertools import permutations
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
EPOCH = dt.date(1970, 1, 1)
AS_OF = (dt.date(2024, 3, 17) - EPOCH).days


def load():
    orders = {}
    with open(GOLDEN / "orders.csv", newline="") as file:
        for row in csv.DictReader(file):
            cents = int(row["cents"])
            if cents > 0:
                day = (dt.date.fromisoformat(row["date"]) - EPOCH).days
                orders.setdefault(row["customer"], []).append((day, cents))
    return orders


def within(own, first, last):
    return [cents for day, cents in own if first <= day <= last]


def shapley(before, now):
    parts = [Fraction(0)] * 3
    for order in permutations(range(3)):
        state = list(before)
        for factor in order:
            old = state[0] * state[1] * state[2]
            state[factor] = now[factor]
            parts[factor] += (state[0] * state[1] * state[2] - old) / 6
    return parts


def move(own, then, today, start):
    if not today:
        return "lost"
    if not then:
        return "new" if min(day for day, _ in own) >= start else "back"
    change = sum(today) - sum(then)
    return "grown" if change > 0 else "shrunk" if change < 0 else "steady"


def solve(orders, days, against):
    start = AS_OF - days + 1
    back = days if against == "before" else next(y * 365 for y in range(1, 100) if y * 365 >= days)
    people = {}
    for name, own in orders.items():
        own = [(day, cents) for day, cents in own if day <= AS_OF]
        then = within(own, start - back, AS_OF - back)
        today = within(own, start, AS_OF)
        if then or today:
            people[name] = (move(own, then, today, start), sum(then), sum(today), len(then), len(today))

    def factors(side):
        n = sum(1 for p in people.values() if p[3 + side])
        count = sum(p[3 + side] for p in people.values())
        money = sum(p[1 + side] for p in people.values())
        return (Fraction(n), Fraction(count, n), Fraction(money, count))

    sizes = [sorted((p[1 + side] for p in people.values() if p[3 + side]), reverse=True) for side in (0, 1)]
    totals = [sum(own) for own in sizes]
    return {
        "days": days,
        "against": against,
        "people": {name: list(p[:3]) for name, p in sorted(people.items())},
        "parts": [float(part) for part in shapley(factors(0), factors(1))],
        "change": totals[1] - totals[0],
        "hhi": [float(sum(Fraction(x, total) ** 2 for x in own)) for own, total in zip(sizes, totals)],
        "top": [
            [n, sum(sizes[1][:n]), sum(sizes[0][:n]) / totals[0]] for n in (1, 5, 10, 20, 50, 100) if n <= len(sizes[1])
        ],
    }


orders = load()
golden = {
    "asOf": AS_OF,
    "cases": [
        solve(orders, days, against) for days, against in ((90, "before"), (365, "before"), (120, "year"), (30, "before"))
    ],
}
(GOLDEN / "contribution.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
