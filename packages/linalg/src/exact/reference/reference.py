"""Writes the reference tables of the exact functions' tests: true values by mpmath in 1,300 bits, which shares nothing with our code.

    python3 reference.py        writes exp.json, log.json, … beside this file: rows [x, value, rest]

value is the double nearest to the true one, rest what it lacks in units of its last place: true = value + rest * ulp(value).
powInt.json has rows [x, n, value, rest]. Needs mpmath.
"""
import json
import math
import random
from pathlib import Path

import mpmath
from mpmath import mp, mpf

# sin of the largest numbers needs their 1,024 bits and what cancels.
mp.prec = 1300

# The extremes that every activation and cost is tried on, and the smallest and largest numbers.
EXTREMES = [5e-324, 1e-45, 1e-8, 17.0, 37.0, 88.7, 104.0, 709.8, 745.2, 1e4, 1e16, 1e300,
            2.0**-1022, 2.0**-1022 - 5e-324, 1.7976931348623157e308, 0.5, 1.0, 2.0]
EXTREMES = EXTREMES + [-x for x in EXTREMES]
HALF_LN2 = 0.34657359027997264

# Where x lies (evenly between two numbers, or evenly in its exponent), and points at the borders of the reductions.
PLANS = {
    'exp': ([(-1, 1), (-40, 40), (-745.13, -708), (-708, 709.78)], [],
            [HALF_LN2, -HALF_LN2, 3 * HALF_LN2, 709.782712893384, -708.3964185322641, -745.1332191019411, -745.1332191019412, 1e-17, -1e-17]),
    'expm1': ([(-1, 1), (-3, 3), (-40, 0), (0, 709.78)], [(-60, 0)], [HALF_LN2, -HALF_LN2, 3 * HALF_LN2, -37.42994775023704, 709.782712893384]),
    'log': ([(0.5, 2), (0.9, 1.1)], [(-1074, 1023), (-3, 3)], [1 - 2**-53, 1 + 2**-52, 0.7071067811865476, 1.4142135623730951, 1e-310]),
    'log1p': ([(-0.9999, 1), (-0.5, 0.5)], [(-60, -1), (-3, 1000)], [-1 + 2**-53, 0.4142, 0.41421356, -0.2928, -0.29289322, 2.0**53, 2.0**54]),
    'tanh': ([(-1, 1), (-3, 3), (-20, 20)], [(-40, 0)], [0.575, 0.5749999999999998, 19.06, 22.0]),
    'sin': ([(-1, 1), (-7, 7), (-1e5, 1e5), (-1e6, 1e6)], [(-30, 0), (20, 1023)], []),
    'cos': ([(-1, 1), (-7, 7), (-1e5, 1e5), (-1e6, 1e6)], [(-30, 0), (20, 1023)], []),
    'erf': ([(-1, 1), (-3, 3), (-6, 6), (0.9, 1.1)], [(-40, 0)], [1 - 2**-53, 5.92, 5.93]),
    'erfc': ([(-1, 1), (0, 3), (-6, 1), (1, 26.5), (26, 27.2)], [], [0.75, 0.7499999999999999, 1 - 2**-53, 27.22, 27.3]),
}
# Multiples of pi/2 as doubles, and the double that of all lies nearest to one (W. Kahan; J.-M. Muller, Elementary Functions, table 11.1).
NEAR_MULTIPLES = [float(k * mpmath.pi / 2) for k in (1, 2, 3, 4, 5, 100, 12345, 65535, 600000)] + [math.ldexp(6381956970095103, 797)]
PLANS['sin'][2].extend(NEAR_MULTIPLES)
PLANS['cos'][2].extend(NEAR_MULTIPLES)
# The worst points of 300,000 to 400,000 random ones per function.
HARD = {
    'exp': [-0.9476352358104028, 33.61871528091065, -708.7853198987759, 138.28994852282585],
    'expm1': [0.389518377711211, 0.36498921592439926, 0.403047817242647, -37.11094369488362, 0.3675543742130886, -0.4063916752117891],
    'log': [0.6947778959501794, 0.7005842680042117, 0.9033882540264305, 0.7027458007152072],
    'log1p': [-0.2947352389445491, -0.29501632201341066, 0.4067062612594209, 0.2823785386879025, 0.41209320824613427, -0.3016837118515069],
    'tanh': [-0.5912615493399691, 0.5987297762581152, 0.5812787099688776, 0.6153763033767674, 0.2416773434528558, 0.5834555784295552],
    'sin': [-0.8156881553647521, -5.509179924129668, -51694.09861059086, -0.7918324527472502, -4.087760459509971e+47, 890285.6720230004],
    'cos': [0.825054906275617, -0.755605507612672, -14563.639097144027, 0.7993799208365189, 6.251289756684536e+52, -111148.77812598739],
    'erf': [0.961052514034026, -0.9930619943274617, -0.9494023125169075, -0.9708123720205944, 0.9677632669109536, 0.9454775151888732, -0.9924335649450857],
    'erfc': [0.8227131414203674, 2.1979476617621834, 0.8339816496687362, 20.322557067220696, 26.002955623257076, 2.344028263683523, 21.38857513087671],
}


def row(true):
    value = float(true)
    if math.isinf(value):
        return None
    return [value, round(float((true - mpf(value)) / mpf(math.ulp(value))), 4)]


def points(name):
    even, exponents, borders = PLANS[name]
    draw = random.Random(name)
    xs = EXTREMES + borders + HARD.get(name, [])
    for low, high in even:
        xs += [draw.uniform(low, high) for _ in range(70)]
    for low, high in exponents:
        xs += [2 ** draw.uniform(low, high) * (1 if name.startswith('log') else draw.choice([-1, 1])) for _ in range(70)]
    least = {'log': 5e-324, 'log1p': -1 + 2**-53}.get(name, -math.inf)
    f = getattr(mpmath, name)
    for x in xs:
        if x < least:
            continue
        # e^x of numbers like 1e300 is an integer of that many bits: known to overflow or to reach its limit instead.
        if name == 'exp' and abs(x) > 800:
            true = mpf(0) if x < 0 else mpf('inf')
        elif name in ('expm1', 'tanh', 'erf') and abs(x) > 800:
            true = mpf(math.copysign(1, x)) if x < 0 or name != 'expm1' else mpf('inf')
        elif name == 'erfc' and abs(x) > 30:
            true = mpf(0) if x > 0 else mpf(2)
        else:
            true = f(mpf(x))
        result = row(true)
        if result:
            yield [x, *result]


def powers():
    draw = random.Random('powInt')
    for low, high, largest in [(0.5, 1.5, 64), (-3, 3, 100), (0.9, 0.9999, 1000)]:
        for _ in range(70):
            x, n = draw.uniform(low, high), draw.randint(-largest, largest)
            result = row(mpf(x) ** n)
            if result and abs(result[0]) > 2.0**-1000:
                yield [x, n, *result]
    for x, n in [(2.0, -1074), (2.0, 1023), (0.5, 1074), (-2.0, -1073), (0.9, 6000), (0.999, 100000), (1e-200, -1), (10.0, 22), (10.0, -22)]:
        yield [x, n, *row(mpf(x) ** n)]


def write(name, rows):
    text = '[\n' + ',\n'.join(json.dumps(r, separators=(',', ':')) for r in rows) + '\n]\n'
    (Path(__file__).parent / f'{name}.json').write_text(text)


if __name__ == '__main__':
    for name in PLANS:
        write(name, points(name))
    write('powInt', powers())
