"""Independent answers for figures by profit, by brute force, with Python's standard library only.

Writes golden/profit-orders.csv, a seeded file of order lines with their costs (some blank, some above the amount, some
taken back), and golden/profit.json: control totals of the profits, tiers and the whale curve, gains and losses, RFM with M
by profit, value so far, value by cohort, and revenue and profit of a period. The tests import the file and never run this
script. Run it again after a change of a definition:  python3 test/oracle/make/profit.py
"""

import csv
import datetime as dt
import json
import random
from fractions import Fraction
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
EPOCH = dt.date(1970, 1, 1)
AS_OF = (dt.date(2024, 6, 30) - EPOCH).days
DAYS = 120


def make():
    rng = random.Random(88)
    lines = []
    number = 0
    for who in range(60):
        margin = rng.choice([-30, 5, 20, 35, 60])
        for _ in range(rng.choice([1, 1, 2, 3, 5, 9])):
            number += 1
            day = EPOCH + dt.timedelta(days=AS_OF - rng.randrange(-20, 500))
            for _ in range(rng.choice([1, 1, 2])):
                cents = rng.randrange(500, 40000)
                cost = cents * (100 - margin - rng.randrange(-8, 9)) // 100
                blank = rng.random() < 0.05
                lines.append([f"K{who:02}", number, day, cents, None if blank else cost])
            if rng.random() < 0.12:
                line = lines[-1]
                part = rng.choice([2, 1])
                cost = None if line[4] is None else -(line[4] // part)
                lines.append([line[0], number, day + dt.timedelta(days=9), -(line[3] // part), cost])
    rng.shuffle(lines)
    return lines


def text(cents):
    return "" if cents is None else f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"


def orders_of(lines):
    """Sales by customer and order, refunds taken off; an order's profit is that of all its lines, or unknown."""
    found = {}
    for who, number, day, cents, cost in lines:
        profit = None if cost is None else cents - cost
        own = found.setdefault((who, number), {"day": None, "cents": 0, "profit": 0})
        if cents > 0:
            day = (day - EPOCH).days
            own["day"] = day if own["day"] is None else min(own["day"], day)
        own["cents"] += cents
        own["profit"] = None if profit is None or own["profit"] is None else own["profit"] + profit
    return {
        key: own for key, own in found.items() if own["cents"] > 0 and own["day"] is not None and own["day"] <= AS_OF
    }


def quantile(values, p):
    ordered = sorted(values)
    at = Fraction(len(ordered) - 1) * p
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return Fraction(ordered[low]) + (at - low) * (ordered[high] - ordered[low])


def scores(values):
    edges = [quantile(list(values.values()), Fraction(k, 5)) for k in range(1, 5)]
    return {who: 1 + sum(edge < value for edge in edges) for who, value in values.items()}


def fewest(gains, part):
    """How few of the largest make at least so many tenths of what all gain."""
    need, total, count = 0, sum(gains), 0
    for gain in sorted(gains, reverse=True):
        if need * 10 >= total * part:
            break
        need += gain
        count += 1
    return count


def month(day):
    date = EPOCH + dt.timedelta(days=day)
    return (dt.date(date.year, date.month, 1) - EPOCH).days


def solve(lines):
    orders = orders_of(lines)
    known = {key: own for key, own in orders.items() if own["profit"] is not None}
    people = {}
    for (who, _), own in known.items():
        people.setdefault(who, []).append((own["day"], own["profit"]))
    profits = {who: sum(profit for _, profit in own) for who, own in people.items()}
    total = sum(profits.values())
    gains = [p for p in profits.values() if p > 0]
    falling = sorted(profits.values(), reverse=True)
    a, b = fewest(gains, 7), fewest(gains, 9)
    whale = [sum(falling[: -(-len(falling) * p // 100)]) for p in range(101)]
    recency = {who: AS_OF - max(day for day, _ in own) for who, own in people.items()}
    frequency = {who: len(own) for who, own in people.items()}
    r, f, m = scores(recency), scores(frequency), scores(profits)
    cohorts = {}
    for who, own in people.items():
        first = month(min(day for day, _ in own))
        size, value = cohorts.get(first, (0, 0))
        cohorts[first] = (size + 1, value + profits[who])
    in_period = [(key, own) for key, own in orders.items() if own["day"] > AS_OF - DAYS]
    of_known = [own for key, own in in_period if own["profit"] is not None]
    profit = sum(own["profit"] for own in of_known)
    told = [(c, c - k) for _, _, _, c, k in lines if k is not None]
    return {
        "asOf": AS_OF,
        "days": DAYS,
        "source": [len(told), sum(profit for _, profit in told)],
        "orders": len(orders),
        "knownOrders": len(known),
        "knownShares": [len(known) / len(orders), sum(o["cents"] for o in known.values()) / sum(o["cents"] for o in orders.values())],
        "total": total,
        "tiers": [a, b - a, len(profits) - b],
        "tierProfit": [sum(falling[:a]), sum(falling[a:b]), sum(falling[b:])],
        "whale": whale,
        "peak": sum(gains) / total,
        "sides": [len(gains), sum(p == 0 for p in profits.values()), sum(p < 0 for p in profits.values())],
        "rfm": {who: [6 - r[who], f[who], m[who], profits[who]] for who in sorted(people)},
        "cohorts": [[first, size, value] for first, (size, value) in sorted(cohorts.items())],
        "overview": [profit_all := sum(o["profit"] for o in known.values()), profit_all / sum(o["cents"] for o in known.values())],
        "period": [
            sum(own["cents"] for _, own in in_period),
            profit,
            profit / sum(own["cents"] for own in of_known),
            len(of_known) / len(in_period),
        ],
    }


if __name__ == "__main__":
    lines = make()
    with open(GOLDEN / "profit-orders.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["Customer ID", "Order ID", "Order Date", "Amount", "Cost"])
        for who, number, day, cents, cost in lines:
            out.writerow([who, f"O{number:03}", day.isoformat(), text(cents), text(cost)])
    (GOLDEN / "profit.json").write_text(json.dumps(solve(lines), indent="\t") + "\n")
