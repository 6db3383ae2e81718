"""Independent answers for what stands out in Online Retail, by brute force.

Needs the data folder (CLIENTELE_DATA), and scipy and statsmodels for python3:
CLIENTELE_DATA=... python3 test/oracle/make/findings.py
Writes golden/findings.json. The purchase rule is that of the other oracles: customer present, invoice not starting with
C, quantity and price above zero; money in thousandths. Every customer and month is looked at one by one; retention and
segments have oracles of their own and are left out here.
"""

import csv
import datetime as dt
import gzip
import json
import math
import os
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

GOLDEN = Path(__file__).parent / "golden" / "findings.json"
EPOCH = dt.date(1970, 1, 1)
LONGEST, SETTLING, OUTLIER = 10, 183, 3.5


def load():
    """Orders as (customer, day, thousandths); an invoice's lines are one order, on the day of its first line."""
    invoices = {}
    with gzip.open(Path(os.environ["CLIENTELE_DATA"]) / "online-retail/online_retail.csv.gz", "rt", newline="") as file:
        for row in csv.DictReader(file):
            price = Decimal(row["UnitPrice"])
            if row["CustomerID"] == "" or row["InvoiceNo"].startswith("C") or int(row["Quantity"]) <= 0 or price <= 0:
                continue
            day = (dt.date.fromisoformat(row["InvoiceDate"][:10]) - EPOCH).days
            key = (row["CustomerID"], row["InvoiceNo"])
            before = invoices.get(key, (day, 0))
            invoices[key] = (min(before[0], day), before[1] + int(Decimal(int(row["Quantity"])) * price * 1000))
    return [(who, day, money) for (who, _), (day, money) in invoices.items()]


def month_of(day):
    date = EPOCH + dt.timedelta(days=day)
    return date.year * 12 + date.month - 1


def start_of(month):
    return (dt.date(month // 12, month % 12 + 1, 1) - EPOCH).days


def quantile7(values, p):
    return float(np.quantile(values, p))


def spread(values):
    mad = float(np.median(np.abs(np.array(values) - np.median(values))))
    return mad / float(stats.norm.ppf(0.75)) if mad > 0 else \
        math.sqrt(math.pi / 2) * float(np.mean(np.abs(np.array(values) - np.median(values))))


def capped(size, unit):
    return LONGEST if unit == 0 else min(LONGEST, size / unit)


def main():
    orders = load()
    as_of = max(day for _, day, _ in orders)
    first_day = min(day for _, day, _ in orders)
    months = list(range(month_of(first_day), month_of(as_of) + 1))
    whole = [m for m in months if start_of(m) >= first_day and start_of(m + 1) - 1 <= as_of]
    cells = defaultdict(lambda: [0, 0])
    days = defaultdict(set)
    for who, day, money in orders:
        cell = cells[month_of(day), who]
        cell[0] += 1
        cell[1] += money
        days[who].add(day)
    born = {who: month_of(min(own)) for who, own in days.items()}
    people = {m: {who: cell for (month, who), cell in cells.items() if month == m} for m in months}

    gaps = [b - a for own in days.values() for a, b in zip(sorted(own), sorted(own)[1:])]
    window = math.floor(quantile7(gaps, 0.8))

    def active_at(day):
        return {who for who, own in days.items() if any(day - window <= d <= day for d in own)}

    def lost(m):
        before, now = active_at(start_of(m) - 1), active_at(start_of(m + 1) - 1)
        return len(before - now), len(before)

    def top_tenth(m):
        money = sorted((cell[1] for cell in people[m].values()), reverse=True)
        return sum(money[:math.ceil(len(money) / 10)]) / sum(money)

    revenue = {m: sum(c[1] for c in people[m].values()) for m in months}
    customers = {m: len(people[m]) for m in months}
    count = {m: sum(c[0] for c in people[m].values()) for m in months}
    repeaters = {m: sum(c[0] >= 2 for c in people[m].values()) for m in months}
    settled = [m for m in whole if start_of(m) >= first_day + SETTLING]
    losses = {m: lost(m) for m in settled}
    worth = float(np.median([revenue[m] / customers[m] for m in whole]))
    series = {
        "revenue": ({m: revenue[m] for m in whole}, lambda d, m: abs(d)),
        "customers": ({m: customers[m] for m in whole}, lambda d, m: abs(d) * worth),
        "orders-per-customer": ({m: count[m] / customers[m] for m in whole},
                                lambda d, m: abs(d) / (count[m] / customers[m]) * revenue[m]),
        "basket": ({m: revenue[m] / count[m] for m in whole}, lambda d, m: abs(d) * count[m]),
        "new-customers": ({m: sum(b == m for b in born.values()) for m in settled}, lambda d, m: abs(d) * worth),
        "lost": ({m: losses[m][0] / losses[m][1] for m in settled}, lambda d, m: abs(d) * losses[m][1] * worth),
        "repeat": ({m: repeaters[m] / customers[m] for m in whole}, lambda d, m: abs(d) * customers[m] * worth),
        "top-tenth": ({m: top_tenth(m) for m in whole}, lambda d, m: abs(d) * revenue[m]),
    }
    last = whole[-1]
    before = last - 1
    mean = (revenue[last] - revenue[before]) / math.log(revenue[last] / revenue[before])
    factor = {"customers": customers[last] / customers[before],
              "orders-per-customer": (count[last] / customers[last]) / (count[before] / customers[before]),
              "basket": (revenue[last] / count[last]) / (revenue[before] / count[before])}
    rates = {"lost": losses, "repeat": {m: (repeaters[m], customers[m]) for m in whole}}

    found, tests = [], {}
    for subject, (values, money) in series.items():
        now, was = values[last], values[before]
        if abs(now - was) >= 0.01 * abs(was) and now != was:
            sizes = [abs(values[m] - values[m - 1]) for m in values if m != last and m - 1 in values]
            usual = float(np.median(sizes)) / float(stats.norm.ppf(0.75))
            times = capped(abs(now - was), usual) if len(sizes) >= 6 else 1
            clear = True
            if subject in rates:
                (a, n), (b, k) = rates[subject][last], rates[subject][before]
                low, high = confint_proportions_2indep(a, n, b, k, method="newcomb", compare="diff")
                tests[subject] = {"low": float(low), "high": float(high), "p": float(proportions_ztest([a, b], [n, k])[1])}
                clear = low > 0 or high < 0
            elif subject in ("orders-per-customer", "basket"):
                part, of = (0, None) if subject == "orders-per-customer" else (1, 0)
                samples = [np.array([[c[part], 1 if of is None else c[of]] for c in people[m].values()], float)
                           for m in (last, before)]
                rng = np.random.default_rng(1)
                made = []
                for _ in range(4000):
                    x, y = (s[rng.integers(0, len(s), len(s))] for s in samples)
                    made.append(x[:, 0].sum() / x[:, 1].sum() - y[:, 0].sum() / y[:, 1].sum())
                low, high = np.quantile(made, [0.025, 0.975])
                x, y = (s[:, 0] / s[:, 1] for s in samples)
                tests[subject] = {"low": float(low), "high": float(high), "p": float(
                    stats.mannwhitneyu(x, y, method="asymptotic", use_continuity=True).pvalue)}
                clear = low > 0 or high < 0
            if times >= 1 and clear:
                stake = abs(mean * math.log(factor[subject])) if subject in factor else money(now - was, last)
                found.append(["changed", subject, "before", start_of(last), now, was, stake, times])
        best = None
        for m in range(last, last - 12, -1):
            others = [value for at, value in values.items() if at != m]
            if m not in values or len(others) < 8:
                continue
            middle = float(np.median(others))
            times = capped(abs(values[m] - middle), spread(others)) if values[m] != middle else 0
            if times >= OUTLIER and (best is None or times > best[7]):
                best = ["unusual", subject, "usual", start_of(m), values[m], middle, money(values[m] - middle, m), times]
        same = any(f[0] == "changed" and f[1] == subject and best and f[3] == best[3] for f in found)
        if best is not None and not same:
            found.append(best)

    parts = {"came": {}, "more": {}, "less": {}, "away": {}}
    for m in whole:
        if m - 1 not in whole:
            continue
        then, now = people[m - 1], people[m]
        parts["came"][m] = sum(c[1] for who, c in now.items() if who not in then)
        parts["away"][m] = sum(c[1] for who, c in then.items() if who not in now)
        moves = [c[1] - then[who][1] for who, c in now.items() if who in then]
        parts["more"][m] = sum(move for move in moves if move > 0)
        parts["less"][m] = -sum(move for move in moves if move < 0)
    for subject, values in parts.items():
        others = [value for m, value in values.items() if m != last]
        middle = float(np.median(others))
        times = capped(abs(values[last] - middle), spread(others))
        if times >= 1:
            found.append(["carries", subject, "usual", start_of(last), values[last], middle,
                          abs(values[last] - middle), times])

    moved = {who: people[last].get(who, [0, 0])[1] - people[before].get(who, [0, 0])[1]
             for who in people[last].keys() | people[before].keys()}
    up = sorted((change for change in moved.values() if change > 0), reverse=True)
    found.sort(key=lambda f: -f[6] * f[7])
    GOLDEN.write_text(json.dumps({"asOf": as_of, "worth": worth, "found": found, "tests": tests, "window": window,
                                  "movers": {"changes": up[:10], "moved": len(up), "all": sum(up)}}, indent=1) + "\n")


if __name__ == "__main__":
    main()
