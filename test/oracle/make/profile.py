"""Independent answers for the profile of columns, with Python's standard library only.

Reads golden/orders.csv (see lifecycle_retention.py) and writes golden/profile.json: the most frequent customers, and for
days and cents the quartiles, fences, rows beyond them and rows per bin, each row looked at one by one. The tests read it
and never run this script. Run it again after a change of a definition:  python3 test/oracle/make/profile.py
"""

import csv
import datetime as dt
import json
import statistics
from collections import Counter
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
EPOCH = dt.date(1970, 1, 1)
CENTS_A_BIN = 1000


def spread(values):
    first, middle, third = statistics.quantiles(values, n=4, method="inclusive")
    low, high = first - 3 * (third - first), third + 3 * (third - first)
    return {
        "distinct": len(set(values)),
        "low": min(values),
        "high": max(values),
        "median": middle,
        "fences": {"low": low, "high": high},
        "below": sum(value < low for value in values),
        "above": sum(value > high for value in values),
    }


def main():
    with open(GOLDEN / "orders.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    customers = Counter(row["customer"] for row in rows)
    days = [dt.date.fromisoformat(row["date"]) for row in rows]
    # A few large amounts, so that something lies beyond the fences.
    cents = [int(row["cents"]) * (40 if number % 97 == 0 else 1) for number, row in enumerate(rows)]
    money = spread(cents)
    within = [value for value in cents if money["fences"]["low"] <= value <= money["fences"]["high"]]
    bins = Counter(value // CENTS_A_BIN for value in within)
    months = Counter(day.strftime("%Y-%m") for day in days)
    answer = {
        "customer": {
            "distinct": len(customers),
            "top": sorted(([key, n] for key, n in customers.items()), key=lambda each: (-each[1], each[0]))[:10],
        },
        "day": {**spread([(day - EPOCH).days for day in days]), "months": sorted(months.items())},
        "amount": {**money, "bins": sorted([start * CENTS_A_BIN, n] for start, n in bins.items())},
    }
    (GOLDEN / "profile.json").write_text(json.dumps(answer, indent="\t") + "\n")


main()
