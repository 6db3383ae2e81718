"""The definitions of the field, read line by line and worked out on Online Retail in plain Python, customer by customer, in
whole numbers: what the default of every method should say. Nothing here is taken from the product's code.

Writes golden/definitions.json, which the tests read; they never run this script. It reads the folder of data sets that
CLIENTELE_DATA names:
    python3 test/oracle/make/definitions.py
"""

import csv
import gzip
import json
import math
import os
from collections import defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path

DATA = Path(os.environ["CLIENTELE_DATA"])
GOLDEN = Path(__file__).parent / "golden" / "definitions.json"


def load():
    """Valid orders: a customer, no cancellation, a quantity and a price. Per customer (day, thousandths), by day."""
    invoices = defaultdict(lambda: [None, 0])
    with gzip.open(DATA / "online-retail/online_retail.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["CustomerID"] == "" or row["InvoiceNo"].startswith("C"):
                continue
            quantity, price = int(row["Quantity"]), round(float(row["UnitPrice"]) * 1000)
            if quantity <= 0 or price <= 0:
                continue
            own = invoices[row["CustomerID"], row["InvoiceNo"]]
            day = date.fromisoformat(row["InvoiceDate"][:10]).toordinal()
            own[0] = day if own[0] is None else min(own[0], day)
            own[1] += quantity * price
    orders = defaultdict(list)
    for (who, _), (day, money) in invoices.items():
        orders[who].append((day, money))
    return {who: sorted(own) for who, own in orders.items()}


def quantile(values, p):
    """Type 7."""
    own = sorted(values)
    at = (len(own) - 1) * Fraction(p)
    low = math.floor(at)
    return own[low] + (at - low) * (own[min(low + 1, len(own) - 1)] - own[low])


def month(day):
    d = date.fromordinal(day)
    return d.year * 12 + d.month - 1


def month_end(index):
    return date((index + 1) // 12, (index + 1) % 12 + 1, 1).toordinal() - 1


orders = load()
people = sorted(orders)
as_of = max(own[-1][0] for own in orders.values())
days = {who: sorted({day for day, _ in own}) for who, own in orders.items()}
gaps_of = {who: [b - a for a, b in zip(own, own[1:])] for who, own in days.items()}
gaps = [gap for own in gaps_of.values() for gap in own]
spent = {who: sum(money for _, money in own) for who, own in orders.items()}
total = sum(spent.values())
p40, p80 = quantile(gaps, Fraction(2, 5)), quantile(gaps, Fraction(4, 5))
since = {who: as_of - own[-1] for who, own in days.items()}
first_month = {who: month(own[0]) for who, own in days.items()}
now_month = month(as_of)
say = float


def shares():
    """Fewest customers, the largest first, who make so much of the revenue; and what the largest x % bring."""
    falling = sorted(spent.values(), reverse=True)
    fewest = lambda share: next(k for k in range(len(falling) + 1) if sum(falling[:k]) >= share * total)
    top = lambda part: say(Fraction(sum(falling[: math.ceil(len(falling) * part)]), total))
    a, b = fewest(Fraction(7, 10)), fewest(Fraction(9, 10))
    n = len(falling)
    rising = falling[::-1]
    return {"tiers": [a, b - a, n - b], "eightyPercent": fewest(Fraction(4, 5)),
            "topTenth": top(Fraction(1, 10)), "topFifth": top(Fraction(1, 5)),
            "gini": say(1 - Fraction(sum((2 * (n - i) - 1) * x for i, x in enumerate(rising)), n * total)),
            "hhi": say(Fraction(sum(x * x for x in falling), total * total))}


def intervals():
    medians = [quantile(own, Fraction(1, 2)) for own in gaps_of.values() if own]
    # By the binomial distribution: the fewest values left out at either end that keep the chance at 95 %, or just under it.
    n, ranked = len(medians), sorted(medians)
    cut = max(k for k in range(n // 2) if sum(math.comb(n, i) for i in range(k + 1)) / Fraction(2**n) <= Fraction(1, 40))
    return {"customers": n, "low": say(ranked[cut]), "high": say(ranked[n - 1 - cut]), "cut": cut, **{name: say(quantile(medians, p)) for name, p in (
        ("gapP25", Fraction(1, 4)), ("gapMedian", Fraction(1, 2)), ("gapP75", Fraction(3, 4)),
        ("gapP90", Fraction(9, 10)))}}


def stickiness():
    active = [len({month(day) for day in own}) for own in days.values()]
    most = max(active)
    return {"exactly": [active.count(n) for n in range(1, most + 1)],
            "atLeast": [sum(own >= n for own in active) for n in range(1, most + 1)]}


def periods_of(length):
    """The last days and as many before them: who was active, who came for the first time, orders and revenue."""
    out = []
    for last in (as_of, as_of - length):
        inside = {who: [o for o in own if last - length < o[0] <= last] for who, own in orders.items()}
        out.append({"active": sum(bool(own) for own in inside.values()),
                    "new": sum(last - length < own[0] <= last for own in days.values()),
                    "orders": sum(map(len, inside.values())),
                    "revenue": sum(money for own in inside.values() for _, money in own)})
    return out


def bands():
    """Churned: silent for longer than p80 of all gaps; at risk: longer than p40."""
    band = lambda silent: 2 if silent > p80 else 1 if silent > p40 else 0
    return [sum(band(own) == b for own in since.values()) for b in range(3)]


def churn_by_month():
    """Active at a month's end: silent for no longer than p80 then. Lost ÷ active at the start."""
    def active(who, day):
        before = [own for own in days[who] if own <= day]
        return bool(before) and day - before[-1] <= p80
    out = []
    start = min(own[0] for own in days.values())
    for index in range(month(start), now_month + 1):
        begin, end = month_end(index - 1), min(month_end(index), as_of)
        was = {who for who in people if active(who, begin)}
        now = {who for who in people if active(who, end)}
        ever = {who for who in people if days[who][0] <= begin}
        fresh = now - was
        out.append({"start": len(was), "lost": len(was - now), "new": len(fresh - ever), "wonBack": len(fresh & ever),
                    "end": len(now), "everyone": len(ever)})
    return out


def won_back(within):
    """Silences declared churned at least so many days ago, and those that ended within them."""
    window = math.floor(p80)
    followed = returned = 0
    for own in days.values():
        for day, after in zip(own, own[1:] + [None]):
            declared = day + window + 1
            silent_until = as_of + 1 if after is None else after
            if silent_until - day <= window or as_of < declared + within or declared > as_of:
                continue
            followed += 1
            returned += after is not None and after <= declared + within
    return {"window": window, "followed": followed, "returned": returned}


def funnel():
    """Known, first, second, fifth order; lost: ever silent for longer than p80; won back: ordered after that."""
    silent = math.floor(p80) + 1
    count = lambda n: sum(len(own) >= n for own in orders.values())
    step = lambda a, b: [own[b][0] - own[a][0] for own in orders.values() if len(own) > b]
    lost, back = [], []
    for own in days.values():
        for day, after in zip(own, own[1:] + [None]):
            if (as_of if after is None else after) - day >= silent:
                lost.append(day + silent - own[0])
                if after is not None:
                    back.append(after - day - silent)
                break
    describe = lambda own: [say(quantile(own, Fraction(1, 2))), say(quantile(own, Fraction(9, 10)))]
    return {"customers": [count(0), count(1), count(2), count(5), len(lost), len(back)],
            "days": [describe(step(0, 1)), describe(step(1, 4)), describe(lost), describe(back)]}


def ltv():
    """Cumulative value by age ÷ cohort size, over the cohorts that have completed the age."""
    cohorts = sorted(set(first_month.values()))
    size = {c: sum(own == c for own in first_month.values()) for c in cohorts}
    complete = lambda c, n: month_end(c + n) <= as_of
    out = []
    for n in range(now_month - cohorts[0] + 1):
        reached = [c for c in cohorts if complete(c, n)]
        if not reached:
            break
        value = sum(money for who, own in orders.items() if first_month[who] in reached
                    for day, money in own if month(day) <= first_month[who] + n)
        out.append([sum(size[c] for c in reached), value])
    return out


def growth(length):
    """Who came, grew, shrank and went between the last days and as many before, and Shapley's parts by all six orders."""
    sums = []
    inside = []
    for last in (as_of - length, as_of):
        own = {who: [money for day, money in of if last - length < day <= last] for who, of in orders.items()}
        own = {who: of for who, of in own.items() if of}
        inside.append({who: sum(of) for who, of in own.items()})
        count = sum(map(len, own.values()))
        sums.append((Fraction(len(own)), Fraction(count, len(own)), Fraction(sum(inside[-1].values()), count)))
    before, now = inside
    kinds = {name: [0, 0] for name in ("new", "back", "grown", "steady", "shrunk", "lost")}
    for who in set(before) | set(now):
        a, b = before.get(who, 0), now.get(who, 0)
        earlier = days[who][0] <= as_of - length
        kind = ("lost" if who not in now else ("back" if earlier else "new") if who not in before
                else "grown" if b > a else "shrunk" if b < a else "steady")
        kinds[kind][0] += 1
        kinds[kind][1] += b - a
    parts = [Fraction(0)] * 3
    for order in ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)):
        at = list(sums[0])
        for factor in order:
            was = at[0] * at[1] * at[2]
            at[factor] = sums[1][factor]
            parts[factor] += (at[0] * at[1] * at[2] - was) / 6
    return {"moves": list(kinds.values()), "parts": [say(own) for own in parts]}


if __name__ == "__main__":
    answers = {"asOf": date.fromordinal(as_of).isoformat(), "gaps": len(gaps), "p40": say(p40), "p80": say(p80),
               "shares": shares(), "intervals": intervals(), "stickiness": stickiness(), "ninetyDays": periods_of(90),
               "bands": bands(), "churn": churn_by_month(), "wonBack": won_back(90), "funnel": funnel(), "ltv": ltv(),
               "growth": growth(180)}
    GOLDEN.write_text(json.dumps(answers, separators=(",", ":")) + "\n")
