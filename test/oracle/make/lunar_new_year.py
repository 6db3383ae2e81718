"""The days of the Chinese New Year from 1990 to 2100, computed from the sun and the moon, with Python's standard library only.

The rule is that of GB/T 33661-2017: days are those of UTC+8; a month begins on the day of the new moon; the eleventh month
holds the winter solstice; where thirteen months lie between two eleventh months, the first of them without a mid-climate
(the sun at a multiple of 30 degrees) is a leap month; the year begins with the first month. New moons are those of J. Meeus,
Astronomical Algorithms, 2nd ed., chapter 49 (some seconds), the sun's place that of chapter 25 (0.01 degrees, a quarter of
an hour). The result is compared with days that the Hong Kong Observatory has published, those among them on which tables in
circulation are wrong (2027, 2030). Writes golden/lunar-new-year.json; the tests read the file and never run this script:
  python3 test/oracle/make/lunar_new_year.py
"""

import datetime as dt
import json
from math import cos, floor, radians, sin
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
EPOCH = 2440587.5  # 1970-01-01, 0 h UT, as a Julian day


def delta_t(year):
    """Dynamical minus universal time in days (Espenak and Meeus, for 1986 to 2150)."""
    t = year - 2000
    if year < 2005:
        s = 63.86 + 0.3345 * t - 0.060374 * t**2 + 0.0017275 * t**3 + 0.000651814 * t**4 + 0.00002373599 * t**5
    elif year < 2050:
        s = 62.92 + 0.32217 * t + 0.005589 * t**2
    else:
        s = -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year)
    return s / 86400


def new_moon(k):
    """The k-th new moon after that of 2000-01-06, as a Julian day in universal time."""
    t = k / 1236.85
    jde = 2451550.09766 + 29.530588861 * k + 0.00015437 * t**2 - 0.00000015 * t**3 + 0.00000000073 * t**4
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    m = radians(2.5534 + 29.1053567 * k - 0.0000014 * t**2)
    n = radians(201.5643 + 385.81693528 * k + 0.0107582 * t**2 + 0.00001238 * t**3)
    f = radians(160.7108 + 390.67050284 * k - 0.0016118 * t**2 - 0.00000227 * t**3)
    o = radians(124.7746 - 1.56375588 * k + 0.0020672 * t**2 + 0.00000215 * t**3)
    jde += (
        -0.4072 * sin(n) + 0.17241 * e * sin(m) + 0.01608 * sin(2 * n) + 0.01039 * sin(2 * f)
        + 0.00739 * e * sin(n - m) - 0.00514 * e * sin(n + m) + 0.00208 * e * e * sin(2 * m)
        - 0.00111 * sin(n - 2 * f) - 0.00057 * sin(n + 2 * f) + 0.00056 * e * sin(2 * n + m)
        - 0.00042 * sin(3 * n) + 0.00042 * e * sin(m + 2 * f) + 0.00038 * e * sin(m - 2 * f)
        - 0.00024 * e * sin(2 * n - m) - 0.00017 * sin(o) - 0.00007 * sin(n + 2 * m)
        + 0.00004 * sin(2 * n - 2 * f) + 0.00004 * sin(3 * m) + 0.00003 * sin(n + m - 2 * f)
        + 0.00003 * sin(2 * n + 2 * f) - 0.00003 * sin(n + m + 2 * f) + 0.00003 * sin(n - m + 2 * f)
        - 0.00002 * sin(n - m - 2 * f) - 0.00002 * sin(3 * n + m) + 0.00002 * sin(4 * n)
    )
    planets = (
        (299.77, 0.107408, 325), (251.88, 0.016321, 165), (251.83, 26.651886, 164), (349.42, 36.412478, 126),
        (84.66, 18.206239, 110), (141.74, 53.303771, 62), (207.14, 2.453732, 60), (154.84, 7.30686, 56),
        (34.52, 27.261239, 47), (207.19, 0.121824, 42), (291.34, 1.844379, 40), (161.72, 24.198154, 37),
        (239.56, 25.513099, 35), (331.55, 3.592518, 23),
    )
    jde += sum(size * 1e-6 * sin(radians(a + b * k - (0.009173 * t**2 if i == 0 else 0))) for i, (a, b, size) in enumerate(planets))
    return jde - delta_t(2000 + k / 12.3685)


def sun(jd):
    """The sun's apparent longitude in degrees."""
    t = (jd + delta_t(2000 + (jd - 2451545) / 365.25) - 2451545) / 36525
    m = radians(357.52911 + 35999.05029 * t - 0.0001537 * t**2)
    centre = (
        (1.914602 - 0.004817 * t - 0.000014 * t**2) * sin(m) + (0.019993 - 0.000101 * t) * sin(2 * m) + 0.000289 * sin(3 * m)
    )
    place = 280.46646 + 36000.76983 * t + 0.0003032 * t**2 + centre
    return (place - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))) % 360


def beijing_day(jd):
    return floor(jd - EPOCH + 8 / 24)


def start_of(day):
    """The Julian day at which a day begins at UTC+8."""
    return day + EPOCH - 8 / 24


def holds(first, last, degrees):
    """Whether the sun comes to a longitude on one of the days first .. last - 1."""
    away = lambda day: (sun(start_of(day)) - degrees + 180) % 360 - 180
    return away(first) < 0 <= away(last) or away(first) == 0


def months(year):
    """First days of the months from autumn of the year before to the end of the year."""
    k = floor((year - 2000 - 0.3) * 12.3685)
    return [beijing_day(new_moon(k + i)) for i in range(20)]


def eleventh(moons):
    return next(i for i in range(len(moons) - 1) if holds(moons[i], moons[i + 1], 270))


def new_year(year):
    moons = months(year)
    first = eleventh(moons)
    following = months(year + 1)
    second = moons.index(following[eleventh(following)])
    number, leap = 11, second - first == 12
    for i in range(first + 1, second):
        if not leap and second - first == 13 and not any(holds(moons[i], moons[i + 1], 30 * s) for s in range(12)):
            leap = True
            continue
        number = number % 12 + 1
        if number == 1:
            return moons[i]


published = {
    1990: "01-27", 2000: "02-05", 2011: "02-03", 2015: "02-19", 2020: "01-25", 2024: "02-10", 2025: "01-29",
    2026: "02-17", 2027: "02-06", 2028: "01-26", 2029: "02-13", 2030: "02-03", 2031: "01-23", 2032: "02-11", 2033: "01-31",
    2034: "02-19",
}
days = {year: new_year(year) for year in range(1990, 2101)}
texts = {year: (dt.date(1970, 1, 1) + dt.timedelta(days=day)).isoformat() for year, day in days.items()}
for year, text in published.items():
    assert texts[year] == f"{year}-{text}", (year, texts[year], text)
(GOLDEN / "lunar-new-year.json").write_text(json.dumps(list(texts.values())) + "\n")
