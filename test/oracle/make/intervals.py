"""Independent answers for the intervals of concentration and of forecast errors, by numpy and scipy.

Measures come from their definitions (Gini from all pairs), influences from their derivatives by moving a little weight to one
unit, BCa from scipy with the same resamples. Writes golden/intervals.json, which the tests read; they never run this script:
python3 test/oracle/make/intervals.py
"""

import json
import math
import random
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

GOLDEN = Path(__file__).parent / "golden" / "intervals.json"
rng = random.Random(20240911)
TIMES = 999
Z = stats.norm.ppf(0.975)
NAMES = ("gini", "topTenth", "topFifth")


def measure(name, x, w, n):
    """Of values x with weights w that add up to 1; the number of the largest is of n units."""
    mean = np.sum(w * x)
    if name == "gini":
        return np.sum(np.abs(x[:, None] - x[None, :]) * w[:, None] * w[None, :]) / (2 * mean)
    mass = math.ceil(n / (10 if name == "topTenth" else 5)) / n
    order = np.argsort(-x, kind="stable")
    taken = np.minimum(w[order], np.maximum(0, mass - (np.cumsum(w[order]) - w[order])))
    return np.sum(taken * x[order]) / mean


def influences(name, x):
    """What moving a little weight to one unit does, per weight moved. A share of the largest has an edge, where the derivative
    has a jump: Beach and Davidson's formula, with the smallest of the largest for the edge."""
    n, step = len(x), 1e-7
    if name.startswith("top"):
        k = math.ceil(n / (10 if name == "topTenth" else 5))
        top, edge = np.arange(n) >= n - k, x[n - k]
        above = np.where(top, x - edge, 0)
        return (above - above.mean() - x[top].sum() / x.sum() * (x - x.mean())) / x.mean()
    even = np.full(n, 1 / n)
    out = []
    for i in range(n):
        moved = even * (1 - step)
        moved[i] += step
        out.append((measure(name, x, moved, n) - measure(name, x, even, n)) / step)
    return np.array(out)


def bca(estimate, drawn, pull):
    below = np.mean(drawn < estimate) + np.mean(drawn == estimate) / 2
    bias = stats.norm.ppf(below)
    a = np.sum(pull**3) / (6 * np.sum(pull**2) ** 1.5)
    at = lambda z: np.quantile(drawn, stats.norm.cdf(bias + (bias + z) / (1 - a * (bias + z))))
    return [float(at(-Z)), float(at(Z))]


def concentration():
    cases = []
    for n in (60, 72):
        x = np.array(sorted(round(rng.lognormvariate(3, 1) * 10) for _ in range(n)), float)
        if n == 72:
            # Where the largest fifth begins, and among the small.
            x[3:6], x[56:59] = x[3], x[56]
        draws = [[rng.randrange(n) for _ in range(n)] for _ in range(TIMES)]
        even = np.full(n, 1 / n)
        case = {"values": x.tolist(), "draws": draws}
        for name in NAMES:
            drawn = np.array([round(measure(name, x[np.array(own)], even, n), 14) for own in draws])
            found = round(measure(name, x, even, n), 14)
            case[name] = {"value": float(found), "interval": bca(found, drawn, influences(name, x))}
        cases.append(case)
    return cases


def linearised():
    n = 1200
    x = np.array(sorted(round(rng.lognormvariate(3, 1) * 10) for _ in range(n)), float)
    even = np.full(n, 1 / n)
    out = {"values": x.tolist()}
    for name in NAMES:
        pull = influences(name, x)
        out[name] = {"value": float(measure(name, x, even, n)),
                     "half": float(Z * np.sqrt(np.sum(pull**2) / n / (n - 1)))}
    return out


def errors():
    """Errors of a model and three rivals for a few customers; the intervals are scipy's own BCa (by leaving one out)."""
    n = 25
    actual = np.array([rng.randrange(6) for _ in range(n)], float)
    said = [np.maximum(0, actual * f + np.array([rng.gauss(0, s) for _ in range(n)])) + rng.random() / 7
            for f, s in ((0.9, 0.6), (0.8, 1.0), (0.3, 0.5), (1.1, 1.1))]
    draws = [[rng.randrange(n) for _ in range(n)] for _ in range(TIMES)]
    rmse = lambda r, i: np.sqrt(np.mean((said[r][i] - actual[i]) ** 2))
    mae = lambda r, i: np.mean(np.abs(said[r][i] - actual[i]))
    whole = np.arange(n)
    best = min((1, 2, 3), key=lambda r: rmse(r, whole))
    apart = [lambda i, r=r: rmse(0, i) - rmse(r, i) for r in (1, 2, 3)]
    figures = [lambda i, r=r: rmse(r, i) for r in range(4)] + [lambda i, r=r: mae(r, i) for r in range(4)]
    def interval(figure, level=0.95):
        made = np.array([figure(np.array(own)) for own in draws])
        given = type("Given", (), {"bootstrap_distribution": made})()
        return stats.bootstrap((whole,), lambda i: figure(np.asarray(i, int)), vectorized=False, n_resamples=0,
                               bootstrap_result=given, method="BCa", confidence_level=level).confidence_interval

    # To whichever rival is truly best: low ends that hold for all three at once, high ends for each.
    out = [{"value": float(apart[best - 1](whole)),
            "interval": [float(max(interval(own, 1 - 0.05 / 3).low for own in apart)),
                         float(max(interval(own).high for own in apart))]}]
    for figure in figures:
        out.append({"value": float(figure(whole)), "interval": [float(v) for v in interval(figure)]})
    return {"actual": actual.tolist(), "said": [own.tolist() for own in said], "draws": draws, "best": best,
            "figures": out}


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps({"made": {"scipy": scipy.__version__, "numpy": np.__version__},
                                  "concentration": concentration(), "linearised": linearised(), "errors": errors()},
                                 separators=(",", ":")) + "\n")
