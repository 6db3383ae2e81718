"""Movement between segments, value types and stages on two public data sets, by brute force, with Python's standard library only.

Segments: type-7 quantiles of recency, orders and revenue in exact fractions, the eleven by their codes, all orders up to
the day. Stages: the default rules over the gaps between order days. On the later day both are reckoned by its own cuts and
by those of the earlier day. Writes test/oracle/golden/migration.json (counts alone); the tests read it and never run this
script. It reads the folder of data sets that CLIENTELE_DATA names:
    python3 test/oracle/make/migration.py
"""

import csv
import gzip
import json
import os
from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path

from rfm_golden import SEGMENT_OF

DATA = Path(os.environ["CLIENTELE_DATA"])
OUT = Path(__file__).parents[1] / "golden" / "migration.json"
EPOCH = date(1970, 1, 1).toordinal()


def day(text):
    return date.fromisoformat(text[:10]).toordinal() - EPOCH


def online_retail():
    """Per customer the orders (day, money in thousandths), an invoice being one order on its first day."""
    invoices = {}
    with gzip.open(DATA / "online-retail/online_retail.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["CustomerID"] == "" or row["InvoiceNo"].startswith("C"):
                continue
            quantity, price = int(row["Quantity"]), Fraction(row["UnitPrice"])
            if quantity <= 0 or price <= 0:
                continue
            slot = invoices.setdefault((row["CustomerID"], row["InvoiceNo"]), [day(row["InvoiceDate"]), 0])
            slot[0] = min(slot[0], day(row["InvoiceDate"]))
            slot[1] += quantity * int(price * 1000)
    orders = defaultdict(list)
    for (customer, _), (on, money) in invoices.items():
        orders[customer].append((on, money))
    return orders


def cdnow():
    """Per customer the orders (day, cents): every line is one."""
    orders = defaultdict(list)
    for line in (DATA / "cdnow/CDNOW_master.txt").read_text().split("\n")[1:]:
        cells = line.split()
        if cells:
            text = cells[1]
            orders[cells[0]].append((day(f"{text[:4]}-{text[4:6]}-{text[6:8]}"), int(Fraction(cells[3]) * 100)))
    return orders


def quantile(ordered, p):
    at = (len(ordered) - 1) * p
    low = at.numerator // at.denominator
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])


def upto(orders, on):
    known = {who: sorted(o for o in own if o[0] <= on) for who, own in orders.items()}
    return {who: own for who, own in known.items() if own}


def segment_cuts(orders, on):
    measures = [measure(own, on) for own in upto(orders, on).values()]
    return [[quantile(sorted(m[i] for m in measures), Fraction(j, 5)) for j in (1, 2, 3, 4)] for i in range(3)]


def measure(own, on):
    return (on - own[-1][0], len(own), sum(money for _, money in own))


def scores(own, on, cuts):
    below = [sum(edge < value for edge in edges) for value, edges in zip(measure(own, on), cuts)]
    return (5 - below[0], 1 + below[1], 1 + below[2])


def segments(orders, on, cuts):
    return {who: SEGMENT_OF["%d%d%d" % scores(own, on, cuts)] for who, own in upto(orders, on).items()}


def type_cuts(orders, on):
    cuts = segment_cuts(orders, on)
    found = [scores(own, on, cuts) for own in upto(orders, on).values()]
    return cuts, [Fraction(sum(s[i] for s in found), len(found)) for i in range(3)]


def types(orders, on, held):
    cuts, means = held
    return {
        who: "".join("h" if s > m else "l" for s, m in zip(scores(own, on, cuts), means))
        for who, own in upto(orders, on).items()
    }


def stage_cuts(orders, on):
    gaps = []
    for own in upto(orders, on).values():
        days = sorted({o[0] for o in own})
        gaps += [b - a for a, b in zip(days, days[1:])]
    return [quantile(sorted(gaps), Fraction(p, 100)) for p in (40, 80)]


def stages(orders, on, cuts):
    decline, loss = cuts
    found = {}
    for who, own in upto(orders, on).items():
        days = sorted({o[0] for o in own})
        silent = on - days[-1]
        gap = days[-1] - days[-2] if len(days) > 1 else 0
        found[who] = (
            "lost" if silent > loss
            else "declining" if silent > decline
            else "won-back" if gap > loss
            else "new" if len(own) == 1
            else "growing" if len(own) < 5
            else "mature"
        )
    return found


def solve(name, orders, of, before, now):
    cut, label = {"segments": (segment_cuts, segments), "types": (type_cuts, types), "stages": (stage_cuts, stages)}[of]
    earlier = cut(orders, before)
    a, f, b = label(orders, before, earlier), label(orders, now, earlier), label(orders, now, cut(orders, now))
    money = lambda who: sum(m for on, m in orders[who] if before < on <= now)
    cells, revenue, parts = Counter(), Counter(), Counter()
    for who in b:
        start = a.get(who, "not-yet")
        cells[f"{start} {b[who]}"] += 1
        revenue[f"{start} {b[who]}"] += money(who)
        parts[f"{b[who]} now"] += 1
        if start == "not-yet":
            parts[f"{f[who]} came"] += 1
        else:
            parts[f"{start} before"] += 1
            if start != f[who]:
                parts[f"{f[who]} joined"] += 1
                parts[f"{start} left"] += 1
        if f[who] != b[who]:
            parts[f"{b[who]} cut-in"] += 1
            parts[f"{f[who]} cut-out"] += 1
    return {
        "data": name, "of": of, "before": before, "now": now,
        "cells": dict(sorted(cells.items())), "revenue": dict(sorted(revenue.items())), "parts": dict(sorted(parts.items())),
    }


retail, music = online_retail(), cdnow()
cases = [
    solve(name, orders, of, day(before), day(now))
    for name, orders, before, now in (
        ("online-retail", retail, "2011-08-31", "2011-11-30"),
        ("cdnow", music, "1997-09-30", "1998-06-30"),
    )
    for of in ("segments", "types", "stages")
]
OUT.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
