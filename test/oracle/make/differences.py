"""Independent answers for differences of two groups: Newcombe's interval, the two-proportion test, Mann-Whitney with
ties, BCa and percentile bootstrap intervals, the normal quantile, and median and spread.

Needs scipy (1.10 or later) and statsmodels for python3, and R (base) for the rank test and the test of proportions:
python3 test/oracle/make/differences.py
Writes golden/differences.json, which the tests read; they never run this script. The resamples of the bootstrap are
written out too, so that the same units are drawn in both programs.
"""

import json
import random
import subprocess
from pathlib import Path

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

GOLDEN = Path(__file__).parent / "golden" / "differences.json"
rng = random.Random(20240317)
TIMES = 199


def r(code):
    out = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout
    return [float(x) for x in out.split()]


def proportions():
    pairs = [(56, 70, 48, 80), (9, 10, 3, 10), (0, 10, 3, 10), (10, 10, 0, 20), (5, 56, 0, 29), (15, 148, 2, 148),
             (29, 30, 29, 30), (512, 5000, 431, 4000), (1, 3, 2, 7), (120000, 400000, 118000, 400000)]
    for _ in range(40):
        n1, n2 = rng.randint(1, 400), rng.randint(1, 400)
        pairs.append((rng.randint(0, n1), n1, rng.randint(0, n2), n2))
    rows = []
    for a, n1, b, n2 in pairs:
        low, high = confint_proportions_2indep(a, n1, b, n2, method="newcomb", compare="diff")
        row = {"first": [a, n1], "second": [b, n2], "low": float(low), "high": float(high)}
        if 0 < a + b < n1 + n2:
            z, p = proportions_ztest([a, b], [n1, n2])
            chi, rp = r(f"t <- suppressWarnings(prop.test(c({a},{b}),c({n1},{n2}),correct=FALSE));"
                        "cat(sprintf('%.17g %.17g', t$statistic, t$p.value))")
            assert abs(chi - z * z) <= 1e-9 * max(1, chi) and abs(rp - p) <= 1e-12
            row |= {"z": float(z), "p": float(p)}
        rows.append(row)
    return rows


def ranks():
    rows = []
    groups = [([1, 2, 2, 3], [2, 3, 4]), ([10, 20, 30], [40, 50]), ([5, 5, 5, 6], [5, 5])]
    for _ in range(25):
        span = rng.choice([3, 10, 1000])
        groups.append(([rng.randint(0, span) for _ in range(rng.randint(1, 60))],
                       [rng.randint(0, span) + rng.randint(0, 2) for _ in range(rng.randint(1, 60))]))
    for x, y in groups:
        if len(set(x + y)) == 1:
            continue
        t = stats.mannwhitneyu(x, y, method="asymptotic", use_continuity=True, alternative="two-sided")
        vector = lambda v: "c(" + ",".join(map(str, v)) + ")"
        w, p = r(f"t <- wilcox.test({vector(x)},{vector(y)},exact=FALSE,correct=TRUE);"
                 "cat(sprintf('%.17g %.17g', t$statistic, t$p.value))")
        assert w == t.statistic and abs(p - t.pvalue) < 1e-12
        rows.append({"first": sorted(x), "second": sorted(y), "u": float(t.statistic), "p": float(t.pvalue)})
    return rows


def ratio(of, by, i):
    return of[i].sum() / by[i].sum()


def bootstraps():
    rows = []
    for case in range(6):
        n1, n2 = rng.randint(6, 25), rng.randint(6, 25)
        make = lambda n: np.array([round(rng.lognormvariate(3, 1) * 100) for _ in range(n)], float)
        of1, of2 = make(n1), make(n2)
        counts = lambda n: np.array([1 if case < 3 else rng.randint(1, 5) for _ in range(n)], float)
        by1, by2 = counts(n1), counts(n2)
        draws1 = [[rng.randrange(n1) for _ in range(n1)] for _ in range(TIMES)]
        draws2 = [[rng.randrange(n2) for _ in range(n2)] for _ in range(TIMES)]
        made = np.array([ratio(of1, by1, np.array(a)) - ratio(of2, by2, np.array(b)) for a, b in zip(draws1, draws2)])

        def statistic(i, j):
            return ratio(of1, by1, np.asarray(i, int)) - ratio(of2, by2, np.asarray(j, int))

        # scipy reckons its interval from the distribution that it is given, and draws nothing itself.
        given = type("Given", (), {"bootstrap_distribution": made})()
        found = {kind: stats.bootstrap((np.arange(n1), np.arange(n2)), statistic, vectorized=False, n_resamples=0,
                                       bootstrap_result=given, method=kind).confidence_interval
                 for kind in ("BCa", "percentile")}
        rows.append({"first": [of1.tolist(), by1.tolist()], "second": [of2.tolist(), by2.tolist()],
                     "draws": [[a, b] for a, b in zip(draws1, draws2)],
                     "difference": float(statistic(np.arange(n1), np.arange(n2))),
                     "bca": [float(x) for x in found["BCa"]],
                     "percentile": [float(x) for x in found["percentile"]]})
    return rows


def welches():
    rows = []
    for _ in range(8):
        x = [rng.lognormvariate(3, 1) for _ in range(rng.randint(5, 80))]
        y = [rng.lognormvariate(3.2, 1) for _ in range(rng.randint(5, 80))]
        rows.append({"first": x, "second": y, "difference": float(np.mean(x) - np.mean(y)),
                     "error": float(np.sqrt(np.var(x, ddof=1) / len(x) + np.var(y, ddof=1) / len(y)))})
    return rows


def robusts():
    rows = []
    for n in (1, 2, 5, 8, 13, 40):
        values = [rng.randint(0, 500) for _ in range(n)]
        rows.append({"values": values, "median": float(np.median(values)),
                     "spread": float(stats.median_abs_deviation(values, scale="normal"))})
    return rows


if __name__ == "__main__":
    quantiles = [[p, float(stats.norm.ppf(p))] for p in
                 (1e-12, 1e-6, 0.001, 0.02, 0.02425, 0.025, 0.1, 0.3, 0.5, 0.7, 0.9, 0.975, 0.999, 1 - 1e-9)]
    GOLDEN.write_text(json.dumps({"made": {"scipy": __import__("scipy").__version__,
                                           "statsmodels": __import__("statsmodels").__version__,
                                           "R": subprocess.run(["Rscript", "-e", "cat(as.character(getRversion()))"],
                                                               capture_output=True, text=True).stdout},
                                  "proportions": proportions(), "ranks": ranks(), "bootstraps": bootstraps(),
                                  "welches": welches(), "robust": robusts(), "quantiles": quantiles},
                                 separators=(",", ":")) + "\n")
