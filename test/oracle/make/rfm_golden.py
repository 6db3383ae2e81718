"""Makes test/oracle/golden/rfm.json: a small synthetic shop and its RFM by all five binning rules.

Written from the definitions alone, in exact rational arithmetic and with none of the product's code:
    python3 test/oracle/make/rfm_golden.py
The table is made up by a fixed generator, so the file may be shipped and comes out the same each time.
"""

import json
import pathlib
from fractions import Fraction

AS_OF = 400
SEGMENTS = {
    "champions": "555 554 544 545 454 455 445",
    "loyal": "543 444 435 355 354 345 344 335",
    "potential-loyalist": "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323",
    "new": "512 511 422 421 412 411 311",
    "promising": "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313",
    "need-attention": "535 534 443 434 343 334 325 324",
    "about-to-sleep": "331 321 312 221 213 231 241 251",
    "at-risk": "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124",
    "cant-lose": "155 154 144 214 215 115 114 113",
    "hibernating": "332 322 233 232 223 222 132 123 122 212 211",
    "lost": "111 112 121 131 141 151",
}
SEGMENT_OF = {code: name for name, codes in SEGMENTS.items() for code in codes.split()}


def make_rows():
    """Rows (customer, day, amount in cents, order); many equal values, a refund here and there."""
    state = 20240229

    def below(n):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % n

    keys = [str(k) for k in range(1, 61)] + ["007", "客户甲", "é", "Zoë", "a"]
    rows = []
    order = 0
    for key in keys:
        start = below(300)
        for _ in range(1 + below(4) * below(4)):
            order += 1
            day = min(AS_OF, start + below(101))
            for _ in range(1 + below(3)):
                rows.append([key, day, 100 * (1 + below(9)) + (below(100) if below(2) else 0), f"o{order}"])
            if below(12) == 0:
                rows.append([key, min(AS_OF, day + below(20)), -50, f"o{order}"])
    return rows


def key_order(key):
    return (0, int(key), key) if key.isascii() and key.isdigit() else (1, 0, key)


def measure(rows, frequency, monetary, first_day):
    orders = {}
    for key, day, amount, order in rows:
        slot = orders.setdefault((key, order), [None, 0])
        slot[1] += amount
        if amount > 0:
            slot[0] = day if slot[0] is None else min(slot[0], day)
    people = {}
    for (key, _), (day, amount) in orders.items():
        if day is not None and amount > 0 and day >= first_day:
            people.setdefault(key, []).append((day, amount))
    result = []
    for key in sorted(people, key=key_order):
        days = [day for day, _ in people[key]]
        total = sum(amount for _, amount in people[key])
        result.append(
            (
                key,
                AS_OF - max(days),
                len(days) if frequency == "orders" else len(set(days)),
                Fraction(total) if monetary == "sum" else Fraction(total, len(days)),
            )
        )
    return result


def type7(values, bins):
    ordered = sorted(values)
    edges = []
    for j in range(1, bins):
        position = Fraction((len(ordered) - 1) * j, bins)
        low = position.numerator // position.denominator
        part = position - low
        high = ordered[min(low + 1, len(ordered) - 1)]
        edges.append(ordered[low] + part * (high - ordered[low]))
    return edges


def by_edges(values, edges, turned):
    bins = len(edges) + 1
    below = [sum(1 for edge in edges if edge < value) for value in values]
    return [bins - b if turned else 1 + b for b in below]


def ntile(values, bins, turned):
    ranked = sorted(range(len(values)), key=lambda i: (values[i], i))
    sizes = [len(values) // bins + (1 if t < len(values) % bins else 0) for t in range(bins)]
    tiles = [t + 1 for t, size in enumerate(sizes) for _ in range(size)]
    scores = [0] * len(values)
    for i, tile in zip(ranked, tiles):
        scores[i] = bins + 1 - tile if turned else tile
    return scores


def within(values, groups, bins):
    scores = [0] * len(values)
    for group in set(groups):
        own = [i for i, g in enumerate(groups) if g == group]
        part = [values[i] for i in own]
        for i, score in zip(own, by_edges(part, type7(part, bins), False)):
            scores[i] = score
    return scores


def score(columns, case):
    recency, frequency, monetary = columns
    bins = case["bins"]
    rule = case["binning"]
    if rule == "quantile":
        return [by_edges(c, type7(c, bins), c is recency) for c in columns]
    if rule == "fixed":
        cuts = case["cuts"]
        return [by_edges(c, cuts[name], c is recency) for c, name in zip(columns, ("recency", "frequency", "monetary"))]
    if rule == "ntile":
        return [ntile(c, bins, c is recency) for c in columns]
    if rule == "nested":
        r = by_edges(recency, type7(recency, bins), True)
        f = within(frequency, r, bins)
        return [r, f, within(monetary, list(zip(r, f)), bins)]
    mean = [Fraction(sum(c), len(c)) for c in columns]
    return [
        [2 if v < mean[0] else 1 for v in recency],
        [2 if v > mean[1] else 1 for v in frequency],
        [2 if v > mean[2] else 1 for v in monetary],
    ]


def high(columns, scores, case):
    if case["high"] == "mean-score":
        return [[s > Fraction(sum(c), len(c)) for s in c] for c in scores]
    if case["high"] == "score":
        return [[s >= case["highScore"] for s in c] for c in scores]
    means = [Fraction(sum(c), len(c)) for c in columns]
    return [[(v < m) if at == 0 else (v > m) for v in c] for at, (c, m) in enumerate(zip(columns, means))]


def places(sums):
    """Mid-ranks from the highest sum down."""
    return [sum(o > s for o in sums) + Fraction(sum(o == s for o in sums) + 1, 2) for s in sums]


def pearson_squared_and_sign(a, b):
    n = len(a)
    ma, mb = Fraction(sum(a), n), Fraction(sum(b), n)
    ab = sum((x - ma) * (y - mb) for x, y in zip(a, b))
    return ab * ab / (sum((x - ma) ** 2 for x in a) * sum((y - mb) ** 2 for y in b)), ab > 0


def rank(rows, case, weights):
    """Composite, rank by the weights, rank by equal weights of every customer; agreement; the first fifth."""
    base = measure(rows, case["frequency"], case["monetary"], case["from"] if case["from"] is not None else -1)
    scores = list(zip(*score([list(c) for c in zip(*[row[1:] for row in base])], case)))
    sums = [sum(w * s for w, s in zip(weights, own)) for own in scores]
    own, plain = places(sums), places([sum(s) for s in scores])
    squared, positive = pearson_squared_and_sign(own, plain)
    fifth = Fraction(len(base), 5)
    return {
        "weights": dict(zip(("recency", "frequency", "monetary"), weights)),
        "customers": [
            [row[0], float(Fraction(total, sum(weights))), float(a), float(b)]
            for row, total, a, b in zip(base, sums, own, plain)
        ],
        "agreement": float(squared) ** 0.5 * (1 if positive else -1),
        "topIn": sum(a <= fifth < b for a, b in zip(own, plain)),
        "topOut": sum(b <= fifth < a for a, b in zip(own, plain)),
    }


def solve(rows, case):
    base = measure(rows, case["frequency"], case["monetary"], case["from"] if case["from"] is not None else -1)
    columns = [list(c) for c in zip(*[row[1:] for row in base])]
    scores = score(columns, case)
    highs = high(columns, scores, case)
    bins = 2 if case["binning"] == "mean" else case["bins"]
    lines = []
    for i, (key, r, f, m) in enumerate(base):
        own = [column[i] for column in scores]
        segment = SEGMENT_OF["".join(map(str, own))] if bins == 5 else None
        kind = "".join("h" if column[i] else "l" for column in highs)
        lines.append([key, r, f, float(m), *own, segment, kind])
    return lines


def main():
    rows = make_rows()
    cuts5 = {"recency": [30, 90, 150, 250], "frequency": [1, 2, 4, 6], "monetary": [1000, 2500, 5000, 9000]}
    cases = []
    for binning in ("quantile", "ntile", "nested", "fixed", "mean"):
        cases += [
            dict(binning=binning, bins=5, frequency="orders", monetary="sum", high="mean-score", highScore=4),
            dict(binning=binning, bins=5, frequency="days", monetary="mean", high="mean-value", highScore=4),
        ]
        if binning != "fixed":
            cases += [
                dict(binning=binning, bins=3, frequency="orders", monetary="mean", high="score", highScore=2),
                dict(binning=binning, bins=7, frequency="days", monetary="sum", high="mean-score", highScore=4),
                dict(binning=binning, bins=10, frequency="orders", monetary="sum", high="mean-value", highScore=4),
            ]
    for at, case in enumerate(cases):
        case["cuts"] = cuts5 if case["binning"] == "fixed" else None
        case["from"] = 200 if at % 2 else None
    plain = cases[0]
    golden = {
        "source": "synthetic shop and answers by test/oracle/make/rfm_golden.py",
        "asOf": AS_OF,
        "rows": rows,
        "ranks": [rank(rows, plain, weights) for weights in ((100, 10, 1), (1, 1, 1), (0, 2, 5), (7, 0, 1))],
        "cases": [{**case, "customers": solve(rows, case)} for case in cases],
    }
    path = pathlib.Path(__file__).parent.parent / "golden" / "rfm.json"
    text = json.dumps(golden, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text.replace("]],", "]],\n").replace('{"binning"', '\n{"binning"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
