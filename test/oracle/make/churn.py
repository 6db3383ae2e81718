"""Independent answers for churn, by brute force, with Python's standard library only.

Reads golden/orders.csv (see lifecycle_retention.py) and writes golden/churn.json: every day, silence and customer is
looked at one by one. The tests read it and never run this script. Run it again after a change of a definition:
python3 test/oracle/make/churn.py
"""

import csv
import datetime as dt
import json
from fractions import Fraction
from math import floor
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
EPOCH = dt.date(1970, 1, 1)
AS_OF = (dt.date(2024, 3, 17) - EPOCH).days
FROM = (dt.date(2023, 2, 10) - EPOCH).days


def quantile7(values, p):
    values = sorted(values)
    h = Fraction(len(values) - 1) * Fraction(p, 100)
    low = floor(h)
    high = min(low + 1, len(values) - 1)
    return values[low] + (h - low) * (values[high] - values[low])


def load():
    orders = {}
    with open(GOLDEN / "orders.csv", newline="") as file:
        for row in csv.DictReader(file):
            day = (dt.date.fromisoformat(row["date"]) - EPOCH).days
            if int(row["cents"]) > 0 and day <= AS_OF:
                orders.setdefault(row["customer"], []).append((day, int(row["cents"])))
    return {name: sorted(own, key=lambda order: order[0]) for name, own in sorted(orders.items())}


def days_of(own):
    return sorted({day for day, _ in own})


def silences(orders):
    """(start, length, ended, is first) of every silence."""
    for own in orders.values():
        days = days_of(own)
        for i, day in enumerate(days):
            if i + 1 < len(days):
                yield day, days[i + 1] - day, True, i == 0
            else:
                yield day, AS_OF - day, False, i == 0


def kaplan_meier(spells):
    """Rows (t, at risk, events, S) at every length with an event, S as a fraction."""
    s, rows = Fraction(1), []
    for t in sorted({length for length, ended in spells if ended}):
        risk = sum(length >= t for length, _ in spells)
        events = sum(ended and length == t for length, ended in spells)
        s *= 1 - Fraction(events, risk)
        rows.append([t, risk, events, float(s)])
    return rows


def backtest(orders, window, within):
    followed = [
        (length, ended)
        for start, length, ended, _ in silences(orders)
        if length > window and start + window + 1 + within <= AS_OF
    ]
    back = [length for length, ended in followed if ended and length <= window + 1 + within]
    silent = [ended for _, length, ended, _ in silences(orders) if length > window]
    return [window, len(silent), sum(silent), len(followed), len(back)]


def month_start(day):
    date = EPOCH + dt.timedelta(days=day)
    return (date.replace(day=1) - EPOCH).days


def quarter_start(day):
    date = EPOCH + dt.timedelta(days=day)
    return (dt.date(date.year, (date.month - 1) // 3 * 3 + 1, 1) - EPOCH).days


def starts_between(first, unit):
    start_of = {"month": month_start, "quarter": quarter_start}[unit]
    return sorted({start_of(day) for day in range(first, AS_OF + 1)})


def active_at(days, day, window):
    past = [own for own in days if own <= day]
    return bool(past) and day - past[-1] <= window


def periods(orders, window, unit, since):
    first = min(own[0][0] for own in orders.values())
    starts = starts_between(first, unit)
    rows = []
    for p, start in enumerate(starts):
        end = starts[p + 1] - 1 if p + 1 < len(starts) else AS_OF
        if since is not None and end < since:
            continue
        row = [start, 0, 0, 0, 0, 0, 0]
        for own in orders.values():
            days = days_of(own)
            before, now = active_at(days, start - 1, window), active_at(days, end, window)
            row[1] += before
            row[2] += before and not now
            row[3] += now and not before and days[0] >= start
            row[4] += now and not before and days[0] < start
            row[5] += now
            row[6] += days[0] < start
        rows.append(row)
    return rows


def revenue(orders, unit, since):
    first = min(own[0][0] for own in orders.values())
    starts = starts_between(first, unit)
    rows = []
    for p in range(1, len(starts)):
        end = starts[p + 1] - 1 if p + 1 < len(starts) else AS_OF
        if since is not None and end < since:
            continue
        row = [starts[p], 0, 0, 0, 0, 0, 0, 0]
        for own in orders.values():
            before = [cents for day, cents in own if starts[p - 1] <= day < starts[p]]
            now = [cents for day, cents in own if starts[p] <= day <= end]
            if not before:
                continue
            row[1] += 1
            row[2] += not now
            row[3] += sum(before)
            if not now:
                row[4] += sum(before)
            row[5] += max(0, sum(before) - sum(now)) if now else 0
            row[6] += max(0, sum(now) - sum(before)) if now else 0
            row[7] += sum(now)
        rows.append(row)
    return rows


def profiles(orders, risk, churned, stake_days, factor, drop):
    rows = {}
    for name, own in orders.items():
        days = days_of(own)
        gaps = [b - a for a, b in zip(days, days[1:])]
        silent = AS_OF - days[-1]
        band = 2 if silent > churned else 1 if silent > risk else 0
        stake = sum(cents for day, cents in own if day > days[-1] - stake_days)
        reasons = 0
        if len(gaps) >= 2 and silent > factor * quantile7(gaps, 50):
            reasons |= 1
        if len(own) >= 4:
            half = len(own) // 2
            early = sum(cents for _, cents in own[:half])
            late = sum(cents for _, cents in own[-half:])
            if Fraction(late, early) < 1 - Fraction(drop, 100):
                reasons |= 2
        if len(gaps) >= 4:
            half = len(gaps) // 2
            if Fraction(sum(gaps[:half]), sum(gaps[-half:])) < 1 - Fraction(drop, 100):
                reasons |= 4
        rows[name] = [band, silent, stake, 0 if band == 2 else reasons]
    return rows


def lifetimes(orders, window):
    spells = []
    for own in orders.values():
        days = days_of(own)
        gone = None
        for day in range(days[0], AS_OF + 1):
            past = [d for d in days if d < day or d == days[0]]
            if day - past[-1] > window:
                gone = day
                break
        spells.append((AS_OF - days[0], False) if gone is None else (gone - days[0], True))
    return spells


def main():
    orders = load()
    gaps = [length for _, length, ended, _ in silences(orders) if ended]
    risk, churned = floor(quantile7(gaps, 40)), floor(quantile7(gaps, 80))
    spells = [(length, ended, first) for _, length, ended, first in silences(orders)]
    golden = {
        "asOf": AS_OF,
        "from": FROM,
        "cuts": [risk, churned, len(gaps)],
        "backtest": {
            str(within): [backtest(orders, w, within) for w in range(1, 200)] for within in (30, 90)
        },
        "periods": {
            f"{unit} {window} {name}": periods(orders, window, unit, since)
            for unit in ("month", "quarter")
            for window in (7, churned)
            for name, since in (("all", None), ("window", FROM))
        },
        "revenue": {
            f"{unit} {name}": revenue(orders, unit, since)
            for unit in ("month", "quarter")
            for name, since in (("all", None), ("window", FROM))
        },
        "profiles": profiles(orders, risk, churned, 365, 2, 30),
        "survival": [
            kaplan_meier([(length, ended) for length, ended, _ in spells]),
            kaplan_meier([(length, ended) for length, ended, first in spells if first]),
            kaplan_meier([(length, ended) for length, ended, first in spells if not first]),
        ],
        "lifetime": kaplan_meier(lifetimes(orders, churned)),
    }
    (GOLDEN / "churn.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")


main()
