"""Independent answers for the stage models and the board of the lifecycle, with Python's standard library only.

Reads Online Retail from the folder that CLIENTELE_DATA names, by the purchase rule of its other oracles (customer present,
no cancelled invoice, quantity and price above zero), and writes golden/stage_models.json. Two made-up facts stand in
for linked tables: a customer whose number ends in 7 answered 9, one whose number ends in 3 answered 4. Run it again
after a change of a definition:  python3 test/oracle/make/stage_models.py
"""

import csv
import datetime as dt
import gzip
import json
import os
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

SOURCE = Path(os.environ["CLIENTELE_DATA"]) / "online-retail" / "online_retail.csv.gz"
MATURE = 5


def quantile7(values, p):
    values = sorted(values)
    h = Fraction(len(values) - 1) * Fraction(p, 100)
    low = int(h)
    high = min(low + 1, len(values) - 1)
    return values[low] + (h - low) * (values[high] - values[low])


invoices = defaultdict(lambda: [None, None, Decimal(0)])
with gzip.open(SOURCE, "rt", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if row["CustomerID"] == "" or row["InvoiceNo"].startswith("C"):
            continue
        quantity, price = int(row["Quantity"]), Decimal(row["UnitPrice"])
        if quantity <= 0 or price <= 0:
            continue
        day = dt.date.fromisoformat(row["InvoiceDate"][:10])
        invoice = invoices[row["CustomerID"], row["InvoiceNo"]]
        invoice[0] = row["CustomerID"]
        invoice[1] = day if invoice[1] is None else min(day, invoice[1])
        invoice[2] += quantity * price * 1000

orders = defaultdict(list)
for customer, day, amount in invoices.values():
    orders[customer].append((day, int(amount)))
as_of = max(day for own in orders.values() for day, _ in own)

gaps, facts = [], {}
for customer, own in orders.items():
    days = sorted({day for day, _ in own})
    between = [(b - a).days for a, b in zip(days, days[1:])]
    gaps += between
    digit = customer.rstrip("0").rstrip(".")[-1]
    facts[customer] = {
        "orders": len(own),
        "silent": (as_of - days[-1]).days,
        "gap": between[-1] if between else None,
        "score": {"7": 9, "3": 4}.get(digit),
    }
p40, p80 = quantile7(gaps, 40), quantile7(gaps, 80)


def seven(f):
    if f["silent"] > p80:
        return "lost"
    if f["silent"] > p40:
        return "declining"
    if f["gap"] is not None and f["gap"] > p80:
        return "won-back"
    return "new" if f["orders"] == 1 else "growing" if f["orders"] < MATURE else "mature"


MODELS = {
    "seven": seven,
    "repeat": lambda f: "lost" if f["silent"] > p80 else "first" if f["orders"] == 1 else "repeat",
    "care": lambda f: "win-back" if f["silent"] > p80 else "nurture" if f["orders"] < MATURE else "retain",
    "loyalty": lambda f: "lost" if f["silent"] > p80 else "new" if f["orders"] < 3 else "loyal",
    "b2b": lambda f: "evangelist" if (f["score"] or 0) >= 9 else "customer",
    "aipl": lambda f: "loyalty" if f["orders"] >= 2 else "purchase",
}

stages = {name: defaultdict(int) for name in MODELS}
crossing = defaultdict(int)
for customer, f in facts.items():
    for name, rule in MODELS.items():
        stages[name][rule(f)] += 1
    crossing[f"{seven(f)} {MODELS['aipl'](f)}"] += 1

months = sorted({(day.year, day.month) for own in orders.values() for day, _ in own})
board = []
for at, month in enumerate(months):
    before = months[at - 1] if at else None
    here = lambda day: (day.year, day.month) == month
    new_orders = new_money = all_orders = all_money = 0
    new, active, returning, lost, back, away = set(), set(), set(), set(), set(), set()
    for customer, own in orders.items():
        first = min((day.year, day.month) for day, _ in own)
        mine = [(day, money) for day, money in own if here(day)]
        was = any((day.year, day.month) == before for day, _ in own)
        if mine:
            active.add(customer)
            all_orders += len(mine)
            all_money += sum(money for _, money in mine)
            if first == month:
                new.add(customer)
                new_orders += len(mine)
                new_money += sum(money for _, money in mine)
            elif was:
                returning.add(customer)
            else:
                back.add(customer)
        elif was:
            lost.add(customer)
        if first < month and not was:
            away.add(customer)
    base = len(returning) + len(lost)
    ratio = lambda part, whole: part / whole if whole else None
    board.append(
        {
            "month": f"{month[0]}-{month[1]:02d}",
            "newCustomers": len(new),
            "newFrequency": ratio(new_orders, len(new)),
            "newValue": ratio(new_money, len(new)),
            "renewal": ratio(len(returning), base),
            "frequency": ratio(all_orders, len(active)),
            "value": ratio(all_money, len(active)),
            "lost": len(lost),
            "lostRate": ratio(len(lost), base),
            "wonBack": len(back),
            "winBackRate": ratio(len(back), len(away)),
        }
    )

out = Path(__file__).parent / "golden" / "stage_models.json"
out.write_text(json.dumps({"stages": stages, "crossing": crossing, "board": board}, indent="\t") + "\n")
