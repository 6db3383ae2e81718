"""Formulas and their results by Python's exact fractions: python3 test/oracle/make/formula.py > test/oracle/golden/formula.json

Each formula is drawn as a tree with a fixed seed, written in the language of the app, and reckoned with `fractions.Fraction`;
results are written to 12 decimals by `decimal`, half away from zero, as docs/recipes.md says.
"""

import json
import random
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

chance = random.Random(20240229)
MARKS = {"+": 6, "-": 6, "*": 7, "/": 7}


class NoValue(Exception):
    pass


def half_away(value: Fraction, decimals: int) -> Fraction:
    scale = Fraction(10) ** decimals
    scaled = abs(value) * scale
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(-units if value < 0 else units) / scale


def written(value: Fraction) -> str:
    rounded = half_away(value, 12)
    with localcontext() as context:
        context.prec = 400
        text = format((Decimal(rounded.numerator) / Decimal(rounded.denominator)).quantize(Decimal(1).scaleb(-12), ROUND_HALF_UP), "f")
    text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def number() -> tuple[str, Fraction]:
    decimals = chance.choice([0, 0, 1, 2, 3, 5])
    units = chance.randrange(10 ** chance.choice([1, 2, 4, 8, 17]))
    text = str(units) if decimals == 0 else f"{units // 10**decimals}.{units % 10**decimals:0{decimals}d}"
    return text, Fraction(text)


def draw(depth: int):
    """A formula as text, how tightly its outermost sign binds, and its value as a function."""
    if depth == 0 or chance.random() < 0.15:
        text, value = number()
        return text, 9, lambda: value
    kind = chance.random()
    if kind < 0.1:
        text, binds, inner = draw(depth - 1)
        return "-" + (f"({text})" if binds < 9 else text), 8, lambda: -inner()
    if kind < 0.2:
        text, _, inner = draw(depth - 1)
        places = chance.choice([-2, 0, 1, 2, 4])
        return f"round({text}, {places})", 9, lambda: half_away(inner(), places)
    if kind < 0.3:
        text, _, inner = draw(depth - 1)
        return f"abs({text})", 9, lambda: abs(inner())
    if kind < 0.4:
        a, _, left = draw(depth - 1)
        b, _, right = draw(depth - 1)
        c, _, third = draw(depth - 1)
        sign = chance.choice(["<", "<=", ">", ">=", "=", "<>"])
        tests = {"<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__", "=": "__eq__", "<>": "__ne__"}
        return f"if({a} {sign} {b}, {c}, {a})", 9, lambda: third() if getattr(left(), tests[sign])(right()) else left()
    sign = chance.choice("+-*/")
    binds = MARKS[sign]
    a, a_binds, left = draw(depth - 1)
    b, b_binds, right = draw(depth - 1)
    # Signs of one rank are read from the left: brackets only where they change something.
    first = f"({a})" if a_binds < binds else a
    second = f"({b})" if b_binds <= binds else b

    def value() -> Fraction:
        x, y = left(), right()
        if sign == "+":
            return x + y
        if sign == "-":
            return x - y
        if sign == "*":
            return x * y
        if y == 0:
            raise NoValue
        return x / y

    return f"{first} {sign} {second}", binds, value


cases = []
while len(cases) < 400:
    text, _, value = draw(chance.choice([1, 2, 3, 4]))
    if len(text) > 1500:
        continue
    try:
        cases.append([text, written(value())])
    except NoValue:
        cases.append([text, None])
print(json.dumps(cases, indent=0))
