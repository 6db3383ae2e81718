"""The hold-out of customer value on two public data sets, by numpy and scipy, without a line of the product's code.

The last quarter of the days is held out; BG/NBD is fitted by Nelder-Mead to what came before, and the three simple
forecasts are worked out customer by customer, the cohort curve day by day of their lives. The difference of the model's error
to that of the best of them has an interval from 2,000 resamples of customers. Writes test/oracle/golden/holdout.json; the tests read it and never run
this script. It reads the folder of data sets that CLIENTELE_DATA names:
    python3 test/oracle/make/holdout.py
"""

import csv
import gzip
import json
import os
from collections import defaultdict
from datetime import date
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1
from scipy.stats import norm

DATA = Path(os.environ["CLIENTELE_DATA"])
OUT = Path(__file__).parents[1] / "golden" / "holdout.json"


def day(text):
    return date.fromisoformat(text[:10]).toordinal()


def online_retail():
    days = defaultdict(set)
    with gzip.open(DATA / "online-retail/online_retail.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["CustomerID"] == "" or row["InvoiceNo"].startswith("C"):
                continue
            if float(row["Quantity"]) <= 0 or float(row["UnitPrice"]) <= 0:
                continue
            days[row["CustomerID"]].add(day(row["InvoiceDate"]))
    return days


def cdnow_sample():
    days = defaultdict(set)
    for line in (DATA / "cdnow/CDNOW_sample.txt").read_text().split("\n"):
        cells = line.split()
        if len(cells) < 4:
            continue
        text = cells[2]
        days[cells[0]].add(day(f"{text[:4]}-{text[4:6]}-{text[6:8]}"))
    return days


def log_likelihood(logs, x, t_x, age, n):
    r, alpha, a, b = np.exp(logs)
    common = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    stayed = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + age)
    left = np.full(len(x), -np.inf)
    some = x > 0
    left[some] = betaln(a + 1, b + x[some] - 1) - betaln(a, b) - (r + x[some]) * np.log(alpha + t_x[some])
    return float(np.sum(n * (common + np.logaddexp(stayed, left))))


def fit(x, t_x, age, n):
    best = None
    for start in ([0, 1, 0, 1], [-1, 2, -1, 1]):
        found = minimize(
            lambda logs: -log_likelihood(logs, x, t_x, age, n),
            start,
            method="Nelder-Mead",
            options={"xatol": 1e-10, "fatol": 1e-10, "maxiter": 20000, "maxfev": 20000},
        )
        if best is None or found.fun < best.fun:
            best = found
    return np.exp(best.x), -best.fun


def expected(params, x, t_x, age, t):
    r, alpha, a, b = params
    gauss = hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + age + t))
    top = (a + b + x - 1) / (a - 1) * (1 - ((alpha + age) / (alpha + age + t)) ** (r + x) * gauss)
    some = x > 0
    below = np.ones(len(x))
    below[some] += a / (b + x[some] - 1) * ((alpha + age[some]) / (alpha + t_x[some])) ** (r + x[some])
    return top / below


def cohort_curve(days, until, held, ages):
    """Repeats a customer-day in steps of 30 days of age, added up."""
    repeats, watched = defaultdict(int), defaultdict(int)
    for own in days:
        first = own[0]
        for on in range(1, until - first + 1):
            watched[(on - 1) // 30] += 1
        for on in own[1:]:
            repeats[(on - first - 1) // 30] += 1
    steps = 0
    while watched[steps] >= 900:
        steps += 1
    rates = [repeats[k] / watched[k] for k in range(steps)]
    tail = range(max(0, steps - 3), steps)
    after = sum(repeats[k] for k in tail) / sum(watched[k] for k in tail)
    rate_on = lambda age: rates[age // 30] if age // 30 < steps else after
    by_age = np.concatenate([[0], np.cumsum([rate_on(k) for k in range(max(ages) + held)])])
    return np.array([by_age[age + held] - by_age[age] for age in ages])


def paired(model, rival, came, level, times=2000):
    """The difference of two root mean square errors, and its BCa interval from resampled customers."""
    chance = np.random.default_rng(1)
    off = np.stack([(model - came) ** 2, (rival - came) ** 2])
    n = len(came)
    difference = lambda means: np.sqrt(means[0]) - np.sqrt(means[1])
    found = difference(off.mean(1))
    drawn = np.array([difference(off[:, chance.integers(0, n, n)].mean(1)) for _ in range(times)])
    without = difference((off.sum(1, keepdims=True) - off) / (n - 1))
    pull = without.mean() - without
    a = np.sum(pull**3) / (6 * np.sum(pull**2) ** 1.5)
    bias = norm.ppf(np.mean(drawn < found))
    at = lambda z: float(np.quantile(drawn, norm.cdf(bias + (bias + z) / (1 - a * (bias + z)))))
    return float(found), at(norm.ppf((1 - level) / 2)), at(norm.ppf((1 + level) / 2))


def to_the_best(said, came):
    """The difference to the best rival: low ends that hold for all three at once, high ends for each."""
    rivals = [own for name, own in said.items() if name != "model"]
    each = [paired(said["model"], own, came, 0.95) for own in rivals]
    at_once = [paired(said["model"], own, came, 1 - 0.05 / len(rivals)) for own in rivals]
    difference, _, high = (max(own) for own in zip(*each))
    return {"difference": difference, "interval": [max(low for _, low, _ in at_once), high]}


def hold_out(all_days):
    days = [sorted(own) for own in all_days.values()]
    first, last = min(own[0] for own in days), max(own[-1] for own in days)
    held = (last - first + 1) // 4
    until = last - held
    before = [[on for on in own if on <= until] for own in days if own[0] <= until]
    came = np.array([sum(on > until for on in own) for own in days if own[0] <= until])
    x = np.array([len(own) - 1 for own in before], float)
    t_x = np.array([own[-1] - own[0] for own in before]) / 7
    ages = [until - own[0] for own in before]
    age = np.array(ages) / 7
    rows, back, n = np.unique(np.stack([x, t_x, age], 1), axis=0, return_inverse=True, return_counts=True)
    params, ll = fit(rows[:, 0], rows[:, 1], rows[:, 2], n)
    said = {
        "model": expected(params, x, t_x, age, held / 7),
        "last-period": np.array([sum(on > until - held for on in own[1:]) for own in before], float),
        "mean": np.full(len(x), x.sum() / sum(ages) * held),
        "cohort-curve": cohort_curve(before, until, held, ages),
    }
    group = np.minimum(x, 7)
    rmse = lambda own: float(np.sqrt(np.mean((own - came) ** 2)))
    rival = min((name for name in said if name != "model"), key=lambda name: rmse(said[name]))
    return {
        "days": held,
        "customers": len(x),
        "actual": int(came.sum()),
        "params": [float(own) for own in params],
        "logLikelihood": ll,
        "forecasts": {
            name: {
                "total": float(own.sum()),
                "rmse": rmse(own),
                "mae": float(np.mean(np.abs(own - came))),
            }
            for name, own in said.items()
        },
        "rival": rival,
        "paired": to_the_best(said, came),
        "calibration": [
            {
                "customers": int((group == k).sum()),
                "actual": float(came[group == k].mean()),
                **{name: float(own[group == k].mean()) for name, own in said.items()},
            }
            for k in range(8)
        ],
    }


if __name__ == "__main__":
    answers = {"online-retail": hold_out(online_retail()), "cdnow-sample": hold_out(cdnow_sample())}
    OUT.write_text(json.dumps(answers, indent=1) + "\n", encoding="utf-8")
