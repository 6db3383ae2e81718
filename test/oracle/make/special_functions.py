"""Special functions by mpmath at 40 digits, as answers for core/math.

Writes test/oracle/golden/special-functions.json. The tests read it and never run this script:
    python3 test/oracle/make/special_functions.py
"""

import json
from pathlib import Path

import mpmath as mp

mp.mp.dps = 40
OUT = Path(__file__).parents[1] / "golden" / "special-functions.json"

xs = ["1e-8", "0.001", "0.1", "0.5", "0.99999", "1.00001", "1.5", "1.9999", "2.5", "4", "11.999", "12", "13.7", "100.25", "5e4", "1e9"]
betas = [(a, b) for a in ["0.01", "0.7", "3.5", "15", "900"] for b in ["0.02", "1.2", "12", "250.5", "1e7"]]
gauss = [
    (b, c, z)
    for b in ["0.05", "0.6", "3.2", "40.5", "300.3"]
    for c in ["0.3", "1.9", "8.1", "302"]
    for z in ["0", "0.05", "0.5", "0.95", "0.999"]
    # What the models ask for: c is above b, or hardly below it.
    if mp.mpf(c) > mp.mpf(b) - 1
]
integrals = [(s, z) for s in ["0", "0.4", "0.606", "1", "2.5", "30"] for z in ["0.001", "0.02", "0.24", "1", "7.5", "90"]]


def number(value):
    return float(mp.nstr(value, 17))


def slopes(b, c, z):
    b, c, z = mp.mpf(b), mp.mpf(c), mp.mpf(z)
    f = lambda b, c, z: mp.hyp2f1(1, b, c, z)
    if z == 0:
        return [1.0, 0.0, 0.0, number(b / c)]
    return [
        number(f(b, c, z)),
        number(mp.diff(lambda t: f(t, c, z), b)),
        number(mp.diff(lambda t: f(b, t, z), c)),
        number(mp.diff(lambda t: f(b, c, t), z)),
    ]


answers = {
    "lnGamma": [[float(x), number(mp.loggamma(mp.mpf(x)))] for x in xs],
    "digamma": [[float(x), number(mp.digamma(mp.mpf(x)))] for x in xs],
    "lnBeta": [[float(a), float(b), number(mp.log(mp.beta(mp.mpf(a), mp.mpf(b))))] for a, b in betas],
    "gaussSeries": [[float(b), float(c), float(z), *slopes(b, c, z)] for b, c, z in gauss],
    "scaledExponentialIntegral": [
        [float(s), float(z), number(mp.exp(mp.mpf(z)) * mp.expint(mp.mpf(s), mp.mpf(z)))] for s, z in integrals
    ],
}
OUT.write_text(json.dumps(answers, indent="\t") + "\n")
