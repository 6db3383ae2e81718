"""Independent answers for what retention says beside its cohort matrix, by brute force, with Python's standard library only:
money kept, brackets, the newest cohort against the rest, repeat rate, stickiness, purchase intervals.

Reads golden/orders.csv (see lifecycle_retention.py), and CDNOW and Online Retail from the folder of data sets that
CLIENTELE_DATA names; writes golden/retention.json, which holds figures alone. Every customer, order, day and period is
looked at one by one. The tests read the file and never run this script. Run it again after a change of a definition:
CLIENTELE_DATA=... python3 test/oracle/make/retention.py
"""

import csv
import datetime as dt
import gzip
import itertools
import json
import math
import os
import statistics
from fractions import Fraction
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
DATA = Path(os.environ["CLIENTELE_DATA"])
DAY = dt.timedelta(days=1)
WINDOWS = {"week": 7, "month": 30, "quarter": 91}
DAY_BRACKETS = [[1, 3], [4, 7], [8, 14], [15, 30], [40, 200]]
PERIOD_BRACKETS = [[1, 1], [2, 4], [6, 8]]
BINS = [1, 8, 15, 31, 61, 91, 181, 366]
STOPS = {"week": [1, 4, 8, 12], "month": [1, 3, 6, 12], "quarter": [1, 2, 4, 8]}


def start_of(day, unit, week_start):
    if unit == "week":
        return day - DAY * ((day.isoweekday() - week_start) % 7)
    month = day.month if unit == "month" else (day.month - 1) // 3 * 3 + 1
    return dt.date(day.year, month, 1)


def after(start, unit, count=1):
    """First day of the period `count` later."""
    if unit == "week":
        return start + DAY * 7 * count
    months = start.year * 12 + start.month - 1 + count * (1 if unit == "month" else 3)
    return dt.date(months // 12, months % 12 + 1, 1)


def seeded():
    orders = {}
    with open(GOLDEN / "orders.csv", newline="") as file:
        for row in csv.DictReader(file):
            if int(row["cents"]) > 0:
                orders.setdefault(row["customer"], []).append((dt.date.fromisoformat(row["date"]), int(row["cents"])))
    return orders, dt.date(2024, 3, 17), 7


def cdnow():
    orders = {}
    for line in (DATA / "cdnow/CDNOW_master.txt").read_text().splitlines()[1:]:
        if line.strip():
            customer, date, _, dollars = line.split()
            orders.setdefault(customer, []).append((dt.datetime.strptime(date, "%Y%m%d").date(), int(Fraction(dollars) * 100)))
    return orders, max(day for own in orders.values() for day, _ in own), 1


def online_retail():
    invoices = {}
    with gzip.open(DATA / "online-retail/online_retail.csv.gz", "rt", newline="") as file:
        for row in csv.DictReader(file):
            quantity, price = int(row["Quantity"]), Fraction(row["UnitPrice"])
            if row["CustomerID"] == "" or row["InvoiceNo"].startswith("C") or quantity <= 0 or price <= 0:
                continue
            key = row["CustomerID"], row["InvoiceNo"]
            day = dt.date.fromisoformat(row["InvoiceDate"][:10])
            first, money = invoices.get(key, (day, 0))
            invoices[key] = min(first, day), money + int(quantity * price * 1000)
    orders = {}
    for (customer, _), order in invoices.items():
        orders.setdefault(customer, []).append(order)
    return orders, max(day for own in orders.values() for day, _ in own), 1


def entries_of(orders, since, unit, week_start, recurring):
    """Cohort start → the entries (day, all orders of the customer) of its members."""
    begin = min(day for own in orders.values() for day, _ in own)
    cohorts = {}
    for own in orders.values():
        days = sorted(day for day, _ in own)
        seen = set()
        for day in days if recurring else days[:1]:
            start = start_of(day, unit, week_start)
            if start in seen or after(start, unit) <= (since or begin):
                continue
            seen.add(start)
            cohorts.setdefault(start, []).append((day, own))
    return dict(sorted(cohorts.items()))


def bounds(start, entry, n, unit, rolling):
    if rolling:
        return entry + DAY * WINDOWS[unit] * n, entry + DAY * (WINDOWS[unit] * (n + 1) - 1)
    return after(start, unit, n), after(start, unit, n + 1) - DAY


def money_cells(cohorts, as_of, unit, rolling, longest):
    rows = []
    for start, members in cohorts.items():
        for n in range(longest + 1):
            base = kept = 0
            reached = False
            for entry, own in members:
                first, last = bounds(start, entry, n, unit, rolling)
                if first > as_of:
                    continue
                reached = True
                _, zero = bounds(start, entry, 0, unit, rolling)
                base += sum(money for day, money in own if entry <= day <= zero)
                kept += sum(money for day, money in own if max(entry, first) <= day <= last)
            if not reached:
                break
            rows.append([start.isoformat(), n, base, kept])
    return rows


def bracket_cells(cohorts, as_of, unit, rolling, bracket_unit, brackets):
    rows = []
    for start, members in cohorts.items():
        for number, (a, b) in enumerate(brackets):
            base = active = 0
            for entry, own in members:
                if bracket_unit == "day":
                    first, last = entry + DAY * a, entry + DAY * b
                else:
                    first, last = bounds(start, entry, a, unit, rolling)[0], bounds(start, entry, b, unit, rolling)[1]
                if last <= as_of:
                    base += 1
                    active += any(first <= day <= last for day, _ in own)
            rows.append([start.isoformat(), number, base, active, len(members) - base])
    return rows


def wilson(count, of):
    z = statistics.NormalDist().inv_cdf(0.975)
    p = count / of
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return middle - half, middle + half


def newest(cohorts, as_of, unit, rolling):
    rows = []
    for n in STOPS[unit]:
        complete = []
        for start, members in cohorts.items():
            spans = [bounds(start, entry, n, unit, rolling) for entry, _ in members]
            reached = [(span, own) for span, (_, own) in zip(spans, members) if span[0] <= as_of]
            if reached and all(last <= as_of for (_, last), _ in reached):
                back = sum(any(first <= day <= last for day, _ in own) for (first, last), own in reached)
                complete.append((start, len(reached), back))
        if len(complete) < 2:
            continue
        start, base, active = complete.pop()
        others, back = sum(row[1] for row in complete), sum(row[2] for row in complete)
        p1, p2 = active / base, back / others
        (l1, u1), (l2, u2) = wilson(active, base), wilson(back, others)
        pooled = (active + back) / (base + others)
        spread = math.sqrt(pooled * (1 - pooled) * (1 / base + 1 / others))
        z = (p1 - p2) / spread if spread else 0
        low = p1 - p2 - math.hypot(p1 - l1, u2 - p2)
        high = p1 - p2 + math.hypot(u1 - p1, p2 - l2)
        p = math.erfc(abs(z) / math.sqrt(2))
        rows.append([n, start.isoformat(), base, active, len(complete), others, back, p1 - p2, low, high, p])
    return rows


def quantile7(values, p):
    h = (len(values) - 1) * p
    low = math.floor(h)
    high = min(low + 1, len(values) - 1)
    return float(values[low] + (h - low) * (values[high] - values[low]))


def rhythm(orders, since, unit, week_start):
    orders_of, periods_of, gaps = [], [], []
    for own in orders.values():
        days = sorted(day for day, _ in own if since is None or day >= since)
        if not days:
            continue
        orders_of.append(len(days))
        periods_of.append(len({start_of(day, unit, week_start) for day in days}))
        distinct = sorted(set(days))
        if len(distinct) > 1:
            gaps.append(statistics.median(Fraction((b - a).days) for a, b in itertools.pairwise(distinct)))
    gaps.sort()
    return {
        "buyers": len(orders_of),
        "repeat": sum(count > 1 for count in orders_of),
        "exactly": [periods_of.count(n) for n in range(1, max(periods_of) + 1)],
        "gaps": len(gaps),
        "quantiles": [quantile7(gaps, Fraction(p, 100)) for p in (25, 50, 75, 90)],
        "bins": [sum(low <= gap and (high is None or gap < high) for gap in gaps) for low, high in zip(BINS, BINS[1:] + [None])],
    }


def main():
    answer = {"dayBrackets": DAY_BRACKETS, "periodBrackets": PERIOD_BRACKETS, "combinations": {}, "sets": {}}
    orders, as_of, week_start = seeded()
    orders = {name: [order for order in own if order[0] <= as_of] for name, own in orders.items()}
    orders = {name: own for name, own in orders.items() if own}
    for window, since in (("all", None), ("window", dt.date(2023, 2, 10))):
        for unit, rolling, recurring in itertools.product(["week", "month", "quarter"], [False, True], [False, True]):
            cohorts = entries_of(orders, since, unit, week_start, recurring)
            name = f"{window} {unit} {'rolling' if rolling else 'calendar'} {'recurring' if recurring else 'first'}"
            answer["combinations"][name] = {
                "money": money_cells(cohorts, as_of, unit, rolling, 5),
                "days": bracket_cells(cohorts, as_of, unit, rolling, "day", DAY_BRACKETS),
                "periods": bracket_cells(cohorts, as_of, unit, rolling, "period", PERIOD_BRACKETS),
                "newest": newest(cohorts, as_of, unit, rolling),
                "rhythm": rhythm(orders, since, unit, week_start),
            }
    for name, load in (("cdnow", cdnow), ("online-retail", online_retail)):
        orders, as_of, week_start = load()
        cohorts = entries_of(orders, None, "month", week_start, False)
        days = bracket_cells(cohorts, as_of, "month", False, "day", DAY_BRACKETS)
        answer["sets"][name] = {
            "money": money_cells(cohorts, as_of, "month", False, 18),
            "days": [[sum(row[at] for row in days if row[1] == number) for at in (2, 3, 4)] for number in range(len(DAY_BRACKETS))],
            "newest": newest(cohorts, as_of, "month", False),
            "rhythm": rhythm(orders, None, "month", week_start),
        }
    with open(GOLDEN / "retention.json", "w") as file:
        json.dump(answer, file, separators=(",", ":"))
        file.write("\n")


main()
