"""Independent answers for lifecycle and retention, by brute force, with Python's standard library only.

Writes two files into golden/ beside it: orders.csv, a seeded synthetic table (customer,date,cents; a row of 0 cents makes its
customer known and is no order), and lifecycle_retention.json, what the definitions say of it. The tests read both and
never run this script. Run it again after a change of a definition:  python3 test/oracle/make/lifecycle_retention.py
"""

import csv
import datetime as dt
import json
import random
from fractions import Fraction
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
AS_OF = dt.date(2024, 3, 17)  # cuts its week, month and quarter short; a few orders lie after it
FROM = dt.date(2023, 2, 10)
WEEK_START = 7  # Sunday
ROLLING = {"day": 1, "week": 7, "month": 30, "quarter": 91}
LONGEST = {"day": 3, "week": 5, "month": 12, "quarter": 6}
MATURE = 5


def make_orders():
    rng = random.Random(20240317)
    rows = []
    for number in range(160):
        name = f"C{number:03d}"
        day = dt.date(2022, 11, 5) + dt.timedelta(days=int(rng.random() ** 1.5 * 500))
        if rng.random() < 0.3:
            rows.append((name, day, 0))
            day += dt.timedelta(days=rng.randrange(0, 40))
            if rng.random() < 0.3:
                continue
        rhythm = rng.choice([5, 14, 30, 60])
        for _ in range(rng.choice([1, 1, 2, 3, 4, 6, 9, 15])):
            if day > dt.date(2024, 4, 2):
                break
            rows.append((name, day, rng.randrange(100, 20000)))
            if rng.random() < 0.08:
                rows.append((name, day, rng.randrange(100, 20000)))
            day += dt.timedelta(days=int(rng.expovariate(1 / rhythm)) + (150 if rng.random() < 0.06 else 0))
    rng.shuffle(rows)
    return rows


def start_of(day, unit):
    """First day of the calendar period that holds a day."""
    if unit == "day":
        return day
    if unit == "week":
        while day.isoweekday() != WEEK_START:
            day -= dt.timedelta(days=1)
        return day
    month = day.month if unit == "month" else (day.month - 1) // 3 * 3 + 1
    return dt.date(day.year, month, 1)


def next_start(start, unit):
    day = start + dt.timedelta(days=1)
    while start_of(day, unit) == start:
        day += dt.timedelta(days=1)
    return day


def periods_to(first, last, unit):
    start = start_of(first, unit)
    while start <= last:
        yield start
        start = next_start(start, unit)


def quantile(values, p):
    """Type 7, in exact fractions."""
    if not values:
        return None
    values = sorted(values)
    h = (len(values) - 1) * p
    low = int(h)
    high = min(low + 1, len(values) - 1)
    return values[low] + (h - low) * (values[high] - values[low])


def number(value):
    return None if value is None else float(value)


def retention(orders, unit, rolling, recurring, after, since):
    length = ROLLING[unit]
    begin = min(days[0] for days in orders.values())
    cohorts = []
    for start in periods_to(begin, AS_OF, unit):
        if next_start(start, unit) <= (since or begin):
            continue
        entries = {}
        for name, days in orders.items():
            inside = [day for day in days if start_of(day, unit) == start]
            if inside and (recurring or inside[0] == days[0]):
                entries[name] = inside[0]
        if not entries:
            continue
        cells = []
        window = start
        for n in range(LONGEST[unit] + 1):
            base = active = cut = 0
            for name, entry in entries.items():
                first = entry + dt.timedelta(days=n * length) if rolling else window
                last = first + dt.timedelta(days=length - 1) if rolling else next_start(window, unit) - dt.timedelta(days=1)
                if first > AS_OF:
                    continue
                base += 1
                cut = cut or int(last > AS_OF)
                returns = [day for day in orders[name] if day >= entry and day >= first and (after or day <= last)]
                active += bool(returns)
            if base == 0:
                break
            cells.append([base, active, cut])
            window = next_start(window, unit)
        cohorts.append({"cohort": start.isoformat(), "size": len(entries), "cells": cells})
    curve = []
    for n in range(LONGEST[unit] + 1):
        complete = [c["cells"][n] for c in cohorts if n < len(c["cells"]) and not c["cells"][n][2]]
        if complete:
            curve.append([n, sum(c[0] for c in complete), sum(c[1] for c in complete), len(complete)])
    return {"cohorts": cohorts, "curve": curve}


def growth(orders, unit, since):
    begin = min(days[0] for days in orders.values())
    rows = []
    before, ever = set(), set()
    for start in periods_to(begin, AS_OF, unit):
        after = next_start(start, unit)
        now = {name for name, days in orders.items() if any(start <= day < after for day in days)}
        if after > (since or begin):
            rows.append(
                [
                    start.isoformat(),
                    len(now - ever),
                    len(now & before),
                    len((now & ever) - before),
                    len(before - now),
                    len(now),
                    int(after - dt.timedelta(days=1) > AS_OF or (since is not None and start < since)),
                ]
            )
        before, ever = now, ever | now
    return rows


def lifecycle(known, orders, money, since):
    gaps = []
    for days in orders.values():
        distinct = sorted(set(days))
        gaps += [(b - a).days for a, b in zip(distinct, distinct[1:])]
    p40, p80 = quantile(gaps, Fraction(2, 5)), quantile(gaps, Fraction(4, 5))
    stages = {s: [] for s in ["potential", "new", "growing", "mature", "declining", "lost", "won-back"]}
    steps = {s: [] for s in ["potential", "new", "growing", "mature", "lost", "won-back"]}
    for name, seen in known.items():
        steps["potential"].append((name, None))
        days = orders.get(name, [])
        if not days:
            stages["potential"].append(name)
            continue
        distinct = sorted(set(days))
        silent = (AS_OF - distinct[-1]).days
        if silent > p80:
            stage = "lost"
        elif silent > p40:
            stage = "declining"
        elif len(distinct) > 1 and (distinct[-1] - distinct[-2]).days > p80:
            stage = "won-back"
        else:
            stage = "new" if len(days) == 1 else "growing" if len(days) < MATURE else "mature"
        stages[stage].append(name)
        steps["new"].append((name, (days[0] - seen).days))
        if len(days) > 1:
            steps["growing"].append((name, (days[1] - days[0]).days))
        if len(days) >= MATURE:
            steps["mature"].append((name, (days[MATURE - 1] - days[1]).days))
        today = days[0]
        while today <= AS_OF:
            last = max([day for day in days if day < today], default=days[0])
            if (today - last).days > p80:
                steps["lost"].append((name, (today - days[0]).days))
                back = [day for day in days if day >= today]
                if back:
                    steps["won-back"].append((name, (back[0] - today).days))
                break
            today += dt.timedelta(days=1)
    cents = lambda name: sum(m for day, m in money.get(name, []) if since is None or day >= since)
    silence = lambda name: (AS_OF - orders[name][-1]).days
    return {
        "gaps": len(gaps),
        "p40": number(p40),
        "p80": number(p80),
        "stages": {
            s: {
                "customers": sorted(names),
                "cents": sum(map(cents, names)),
                "median": number(quantile([silence(n) for n in names if n in orders], Fraction(1, 2))),
            }
            for s, names in stages.items()
        },
        "funnel": {
            s: {
                "customers": sorted(name for name, _ in who),
                "median": number(quantile([t for _, t in who if t is not None], Fraction(1, 2))),
                "p90": number(quantile([t for _, t in who if t is not None], Fraction(9, 10))),
            }
            for s, who in steps.items()
        },
        "growth": {unit: growth(orders, unit, since) for unit in ["week", "month", "quarter"]},
    }


def main():
    rows = make_orders()
    with open(GOLDEN / "orders.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["customer", "date", "cents"])
        out.writerows((name, day.isoformat(), cents) for name, day, cents in rows)
    known, money = {}, {}
    for name, day, cents in rows:
        if day > AS_OF:
            continue
        known[name] = min(known.get(name, day), day)
        if cents > 0:
            money.setdefault(name, []).append((day, cents))
    orders = {name: sorted(day for day, _ in own) for name, own in money.items()}
    golden = {
        "asOf": AS_OF.isoformat(),
        "from": FROM.isoformat(),
        "weekStart": WEEK_START,
        "longest": LONGEST,
        "lifecycle": {"all": lifecycle(known, orders, money, None), "window": lifecycle(known, orders, money, FROM)},
        "retention": {
            f"{unit} {periods} {entry} {measure} {window}": retention(
                orders, unit, periods == "rolling", entry == "recurring", measure == "on-or-after", since
            )
            for unit in ROLLING
            for periods in ["calendar", "rolling"]
            for entry in ["first", "recurring"]
            for measure in ["on", "on-or-after"]
            for window, since in [("all", None), ("window", FROM)]
            if unit in ("month", "quarter") or window == "window"
        },
    }
    (GOLDEN / "lifecycle_retention.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")


main()
