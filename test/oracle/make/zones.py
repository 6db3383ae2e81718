"""Independent answers for time zones: what day and time it is somewhere at an instant, by Python's zoneinfo.

Writes golden/zones.json beside it: per zone a list of [instant, local] in seconds since 1970-01-01 00:00, the first of UTC,
the second of the clock on the wall. Instants are seeded random ones, and those around each change of the clocks from 1970
to 2036. The tests read the file and never run this script:  python3 test/oracle/make/zones.py
"""

import datetime as dt
import json
import random
from pathlib import Path
from zoneinfo import ZoneInfo

ZONES = [
    "Asia/Shanghai",  # summer time from 1986 to 1991
    "Asia/Hong_Kong",
    "Asia/Kolkata",
    "Asia/Kathmandu",  # from +5:30 to +5:45 in 1986
    "America/New_York",
    "America/Sao_Paulo",  # clocks changed at midnight: days without 00:00
    "Europe/London",  # +1 throughout 1970 and 1971
    "Europe/Moscow",
    "Africa/Casablanca",  # suspended in Ramadan
    "Australia/Lord_Howe",  # by half an hour
    "Pacific/Apia",  # no 30 December 2011
    "UTC",
]
EPOCH = dt.datetime(1970, 1, 1)
LAST = 2_082_758_399  # the end of 2035


def offset(zone, instant):
    at = dt.datetime.fromtimestamp(instant, tz=zone)
    return int((at.replace(tzinfo=None) - EPOCH).total_seconds()) - instant


def changes(zone):
    day = 0
    while day * 86_400 < LAST:
        low, high = day * 86_400, (day + 1) * 86_400
        if offset(zone, low) != offset(zone, high):
            before = offset(zone, low)
            while high - low > 1:
                middle = (low + high) // 2
                if offset(zone, middle) == before:
                    low = middle
                else:
                    high = middle
            yield high
        day += 1


def main():
    rng = random.Random(20240310)
    golden = {}
    for name in ZONES:
        zone = ZoneInfo(name)
        turns = list(changes(zone))
        rng.shuffle(turns)
        instants = {at + d for at in turns[:24] for d in (-3600, -1, 0, 1, 3600)}
        instants |= {rng.randrange(0, LAST) for _ in range(40)}
        golden[name] = [[at, at + offset(zone, at)] for at in sorted(instants)]
    path = Path(__file__).parent / "golden" / "zones.json"
    path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


main()
