"""Independent answers for intervals of money: of what customers of a cohort bring, and of revenue churn, by numpy and scipy.

Hall's interval is found by turning his transformation round by bisection, from moments about the mean; the golden file also has how
often intervals hold a truth that is known. Writes golden/value-intervals.json, which the tests read; they never run this script:
python3 test/oracle/make/value_intervals.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy import optimize, stats

GOLDEN = Path(__file__).parent / "golden" / "value-intervals.json"
Z = stats.norm.ppf(0.975)
SIZES = (30, 100, 300, 1000)
TIMES = 20_000


def hall(x):
    """By its definition: g(T) = T + γT²/3 + γ²T³/27 + γ/6n rises, so the ends are where it is ±z/√n."""
    n, mean, spread = len(x), np.mean(x), np.std(x)
    skew = np.mean((x - mean) ** 3) / spread**3
    g = lambda t: t + skew * t**2 / 3 + skew**2 * t**3 / 27 + skew / (6 * n)
    at = lambda y: optimize.brentq(lambda t: g(t) - y, -50, 50, xtol=1e-15, rtol=1e-15)
    return [float(mean - spread * at(Z / np.sqrt(n))), float(mean - spread * at(-Z / np.sqrt(n)))]


def samples():
    rng = np.random.default_rng(20250107)
    made = [np.round(rng.lognormal(8, s, n)) for s, n in ((0.5, 30), (1, 60), (1.5, 200))]
    made.append(np.where(rng.random(90) < 0.7, 1000.0, 1000 + np.round(rng.lognormal(7, 1, 90))))
    # The other way round: most spend much.
    made.append(200_000 - np.round(rng.lognormal(8, 1, 80)))
    return [{"values": x.tolist(), "interval": hall(x)} for x in made]


def ends(x):
    """Of many samples at once: Hall's in closed form, and the textbook's."""
    n, mean, spread = x.shape[1], x.mean(1), x.std(1)
    skew = ((x - mean[:, None]) ** 3).mean(1) / spread**3
    inverse = lambda y: 3 / skew * (np.cbrt(1 + skew * (y - skew / (6 * n))) - 1)
    part = Z / np.sqrt(n)
    half = Z * x.std(1, ddof=1) / np.sqrt(n)
    return {"hall": (mean - spread * inverse(part), mean - spread * inverse(-part)),
            "textbook": (mean - half, mean + half)}


def rarely(rng, law, shape):
    """Values that are mostly equal, and their mean."""
    often, seldom, chance = {"3 % pay double": (10.0, 20.0, 0.03), "1 % pay 100 times": (10.0, 1000.0, 0.01)}[law]
    return np.where(rng.random(shape) < chance, seldom, often), often + chance * (seldom - often)


def churn_ends(before, now):
    """Wilson's ends of the share kept, as roots of (share - end)^2 = z^2 end (1 - end) / n, with n by Kish or by the residuals if less."""
    n, start = before.shape[1], before.sum(1)
    kept = now.sum(1) / start
    variance = ((now - kept[:, None] * before) ** 2).sum(1) * n / (n - 1) / start**2
    m = 1 / np.maximum((before**2).sum(1) / start**2, variance / np.maximum(kept * (1 - kept), 1e-300))
    a, b, c = m + Z * Z, -(2 * m * kept + Z * Z), m * kept**2
    root = np.sqrt(np.maximum(0, b * b - 4 * a * c))
    return (-b - root) / (2 * a), (-b + root) / (2 * a) + 1e-12


def held():
    laws = {
        "exponential": (lambda r, s: r.exponential(1, s), 1.0),
        "lognormal 1": (lambda r, s: r.lognormal(0, 1, s), np.exp(0.5)),
        "lognormal 1.5": (lambda r, s: r.lognormal(0, 1.5, s), np.exp(1.125)),
        "lognormal 2": (lambda r, s: r.lognormal(0, 2, s), np.exp(2)),
        "seven of ten buy once": (lambda r, s: 1 + r.lognormal(0, 1, s) * (r.random(s) < 0.3), 1 + 0.3 * np.exp(0.5)),
    }
    out = {}
    for name, (draw, truth) in laws.items():
        out[name] = {}
        for n in SIZES:
            rng = np.random.default_rng(11)
            count = {"hall": 0, "textbook": 0}
            for _ in range(TIMES // 1000):
                for kind, (low, high) in ends(draw(rng, (1000, n))).items():
                    count[kind] += int(((low <= truth) & (truth <= high)).sum())
            out[name][n] = {kind: round(times / TIMES, 4) for kind, times in count.items()}
    return out


def held_rarely():
    """Of samples of mostly equal values: in how many there are two values, and how many of those intervals hold the truth."""
    out = {}
    for law in ("3 % pay double", "1 % pay 100 times"):
        out[law] = {}
        for n in SIZES[:3]:
            x, truth = rarely(np.random.default_rng(13), law, (TIMES, n))
            x = x[x.std(1) > 1e-9]
            low, high = ends(x)["hall"]
            out[law][n] = {"said": round(len(x) / TIMES, 4), "held": round(float(((low <= truth) & (truth <= high)).mean()), 4)}
    return out


def held_churn():
    """Spending lognormal, each customer kept wholly or lost wholly, by chance."""
    out = {}
    for sigma in (1, 1.5):
        for share in (0.6, 0.9, 0.97, 0.99):
            name = f"{sigma}, {share}"
            out[name] = {}
            for n in SIZES[:3]:
                rng = np.random.default_rng(12)
                before = rng.lognormal(0, sigma, (TIMES, n))
                low, high = churn_ends(before, before * (rng.random(before.shape) < share))
                out[name][n] = round(float(((low <= share) & (share <= high)).mean()), 4)
    return out


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps({"made": {"scipy": scipy.__version__, "numpy": np.__version__},
                                  "samples": samples(), "held": held(),
                                  "rare": hall(np.array([10.0] * 29 + [100_000.0])),
                                  "rarely": held_rarely(), "churn": held_churn()}, separators=(",", ":")) + "\n")
