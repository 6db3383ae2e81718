"""Makes test/oracle/golden/event-rfm.json: RFM of the rows of other tables than orders, by brute force.

    CLIENTELE_DATA=… python3 test/oracle/make/event_rfm.py

Scores, segments and types are those of rfm_golden.py, from the definitions and in exact fractions. Two tables:
- a made-up list of tickets with points beside a made-up list of orders: ids that nobody has, missing days, missing and
  negative points with up to two decimals, tickets after the as-of date;
- the coupon redemptions of Complete Journey (CC0), of the households that its sample of transactions has.
The tests read the file and never run this script.
"""

import csv
import datetime as dt
import json
import os
import pathlib
from fractions import Fraction

from rfm_golden import SEGMENT_OF, high, score

EPOCH = dt.date(1970, 1, 1)
AS_OF = dt.date(2024, 6, 30)
BASE = dict(high="mean-score", highScore=4, cuts=None)


def day_of(text):
    return (dt.date.fromisoformat(text) - EPOCH).days


def made_up():
    """Orders and tickets as the texts of two files."""
    state = 977

    def below(n):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % n

    people = [f"K{n:03}" for n in range(1, 71)]
    orders = ["Order ID,Customer ID,Order date,Amount"]
    for at, who in enumerate(people):
        day = AS_OF - dt.timedelta(days=below(300) if at else 0)
        orders.append(f"o{at},{who},{day},{10 + below(90)}")
    tickets = ["Ticket ID,Customer ID,Opened,Type,Points"]
    at = 0
    for who in people[:58] + ["X1", "X2", ""]:
        for _ in range(1 + below(4) * below(4)):
            at += 1
            day = "" if below(25) == 0 else AS_OF - dt.timedelta(days=below(420) - 15)
            points = f"{below(4000) / 100 - (5 if below(9) == 0 else 0):.2f}".rstrip("0").rstrip(".")
            kind = ("question", "repair")[below(2)]
            tickets.append(f"t{at},{who},{day},{kind},{'' if below(20) == 0 else points}")
    return "\n".join(orders), "\n".join(tickets)


def rows_of(text):
    return list(csv.DictReader(text.splitlines()))


def sort_rows(tickets, known, as_of, valued):
    """Rows that count, as (customer, day, value), and how many do not, by why."""
    left = dict(rows=len(tickets), orphans=0, undated=0, empty=0, later=0)
    kept = []
    for who, day, value in tickets:
        if who not in known:
            left["orphans"] += 1
        elif day == "":
            left["undated"] += 1
        elif valued and value == "":
            left["empty"] += 1
        elif day_of(day) > as_of:
            left["later"] += 1
        else:
            kept.append((who, day_of(day), Fraction(value) if valued else Fraction(1)))
    left["counted"] = len(kept)
    return kept, left


def solve(kept, case, as_of):
    first = case["from"] if case["from"] is not None else -(10**9)
    people = {}
    for who, day, value in kept:
        if day >= first:
            people.setdefault(who, []).append((day, value))
    names = sorted(people)
    recency = [as_of - max(day for day, _ in people[who]) for who in names]
    frequency = [
        len(people[who]) if case["frequency"] == "orders" else len({day for day, _ in people[who]}) for who in names
    ]
    total = [sum((value for _, value in people[who]), Fraction(0)) for who in names]
    monetary = total if case["monetary"] == "sum" else [t / len(people[who]) for t, who in zip(total, names)]
    columns = [recency, frequency, monetary]
    scores = score(columns, case)
    kinds = high(columns, scores, case)
    lines = []
    for at, who in enumerate(names):
        own = [column[at] for column in scores]
        segment = SEGMENT_OF["".join(map(str, own))] if case["bins"] == 5 and case["binning"] != "mean" else None
        lines.append(
            [who, recency[at], frequency[at], float(monetary[at]), float(total[at]), *own, segment]
            + ["".join("h" if column[at] else "l" for column in kinds)]
        )
    return lines


def segments(lines):
    found = {}
    for line in lines:
        own = found.setdefault(line[8], dict(customers=0, measure=0))
        own["customers"] += 1
        own["measure"] += line[4]
    return found


def journey():
    """Coupon redemptions: no column of numbers, so M counts what F counts."""
    folder = pathlib.Path(os.environ["CLIENTELE_DATA"]) / "completejourney"
    with open(folder / "transactions_sample.csv", newline="") as file:
        transactions = list(csv.DictReader(file))
    known = {row["household_id"] for row in transactions}
    as_of = max(day_of(row["transaction_timestamp"][:10]) for row in transactions)
    with open(folder / "coupon_redemptions.csv", newline="") as file:
        tickets = [(row["household_id"], row["redemption_date"], "") for row in csv.DictReader(file)]
    kept, left = sort_rows(tickets, known, as_of, False)
    case = dict(BASE, binning="quantile", bins=5, frequency="orders", monetary="sum")
    case["from"] = None
    lines = solve(kept, case, as_of)
    return dict(asOf=as_of, left=left, customers=len(lines), known=len(known), segments=segments(lines))


def main():
    orders, tickets = made_up()
    known = {row["Customer ID"] for row in rows_of(orders)}
    as_of = (AS_OF - EPOCH).days
    log = [(row["Customer ID"], row["Opened"], row["Points"]) for row in rows_of(tickets)]
    cases = []
    for value in ("Points", None):
        kept, left = sort_rows(log, known, as_of, value is not None)
        for binning in ("quantile", "ntile", "nested", "mean"):
            for frequency, monetary in (("orders", "sum"), ("days", "mean")):
                if value is None and monetary == "mean":
                    continue
                case = dict(BASE, binning=binning, bins=5, frequency=frequency, monetary=monetary)
                case["from"] = as_of - 200 if frequency == "days" else None
                cases.append(dict(value=value, **case, left=left, customers=solve(kept, case, as_of)))
    golden = dict(
        source="made-up tickets, Complete Journey (CC0), and answers by test/oracle/make/event_rfm.py",
        asOf=as_of,
        orders=orders,
        tickets=tickets,
        cases=cases,
        journey=journey(),
    )
    path = pathlib.Path(__file__).parent.parent / "golden" / "event-rfm.json"
    text = json.dumps(golden, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text.replace("],[", "],\n[").replace('{"value"', '\n{"value"') + "\n", encoding="utf-8")


main()
