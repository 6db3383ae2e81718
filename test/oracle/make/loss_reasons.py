"""Makes test/oracle/golden/loss-reasons.json: why churned customers left, by brute force.

    python3 test/oracle/make/loss_reasons.py

Made-up orders and a made-up exit survey: several answers of a customer, on one day and on others, answers after the as-of
date and before the last order, ids that nobody has, rows without a reason, reasons that nobody mapped. Wilson's interval is
solved as the roots of (p − r)² = z² p (1 − p) ÷ n. The tests read the file and never run this script.
"""

import datetime as dt
import json
import math
import pathlib

AS_OF = dt.date(2024, 6, 30)
WINDOW = 60
CAUSES = ["company", "rival", "customer", "other", "unmapped", "unsaid"]
MAPPED = {"Too dear": "company", "Bad service": "company", "Went to Acme": "rival", "Moved away": "customer", "No idea": "other"}
VALUES = [*MAPPED, "Late parcel"]
Z = 1.959963984540054


def made_up():
    state = 4711

    def below(n):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % n

    orders, answers = [], []
    for n in range(1, 121):
        who = f"K{n:03}"
        day = AS_OF if n == 1 else AS_OF - dt.timedelta(days=below(150))
        for _ in range(1 + below(5)):
            orders.append((who, day, 10 + below(90)))
            day -= dt.timedelta(days=below(200))
        for _ in range(below(4)):
            on = AS_OF - dt.timedelta(days=below(170) - 10)
            answers.append((who, on, VALUES[below(len(VALUES))] if below(6) else ""))
    answers += [("X9", AS_OF, "Too dear"), ("X9", AS_OF, "Moved away")]
    return orders, answers


def wilson(k, n):
    a, b, c = 1 + Z * Z / n, -(2 * k / n + Z * Z / n), (k / n) ** 2
    root = math.sqrt(b * b - 4 * a * c)
    return [(-b - root) / (2 * a), (-b + root) / (2 * a)]


def main():
    orders, answers = made_up()
    rows = {cause: dict(customers=0, stake=0, who=[]) for cause in CAUSES}
    values = {}
    early = 0
    for who in sorted({who for who, _, _ in orders}):
        own = [(day, amount) for name, day, amount in orders if name == who]
        last = max(day for day, _ in own)
        if (AS_OF - last).days <= WINDOW:
            continue
        stake = sum(amount for day, amount in own if (last - day).days < 365)
        said = [(day, at, text) for at, (name, day, text) in enumerate(answers) if name == who and text and day <= AS_OF]
        text = max(said)[2] if said else None
        cause = "unsaid" if text is None else MAPPED.get(text, "unmapped")
        rows[cause]["customers"] += 1
        rows[cause]["stake"] += stake
        rows[cause]["who"].append(who)
        if text is not None:
            values.setdefault(text, dict(churned=0, answers=0, stake=0))
            values[text]["churned"] += 1
            values[text]["stake"] += stake
            early += max(said)[0] < last
    known = {who for who, _, _ in orders}
    for who, _, text in answers:
        if text and who in known:
            values.setdefault(text, dict(churned=0, answers=0, stake=0))["answers"] += 1
    n = sum(rows[cause]["customers"] for cause in CAUSES[:-1])
    money = sum(rows[cause]["stake"] for cause in CAUSES[:-1])
    for cause in CAUSES[:-1]:
        own = rows[cause]
        own["share"], own["interval"] = own["customers"] / n, wilson(own["customers"], n)
        own["stakeShare"] = own["stake"] / money
    golden = dict(
        source="made-up orders and answers, and what follows, by test/oracle/make/loss_reasons.py",
        window=WINDOW,
        mapped=[dict(value=value, cause=cause) for value, cause in MAPPED.items()],
        orders="\n".join(
            ["Order ID,Customer ID,Order date,Amount"]
            + [f"o{at},{who},{day},{amount}" for at, (who, day, amount) in enumerate(orders)]
        ),
        survey="\n".join(
            ["Response ID,Customer ID,Date,Score,Churn reason"]
            + [f"r{at},{who},{day},{at % 11},{text}" for at, (who, day, text) in enumerate(answers)]
        ),
        causes=rows,
        values=values,
        said=n,
        early=early,
    )
    path = pathlib.Path(__file__).parent.parent / "golden" / "loss-reasons.json"
    path.write_text(json.dumps(golden, indent=1) + "\n", encoding="utf-8")


main()
