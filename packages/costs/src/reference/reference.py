"""Writes the reference tables of the costs' tests: true values by mpmath, which shares nothing with our code.

    python3 reference.py        writes quadratic.json, crossEntropy.json, … beside this file

rows:     one sample each: type, a, y, value, gradient (the doubles nearest to the true numbers). Derivatives are taken from the
          formulas of the costs by mpmath, but for the kinks of absolute, where the gradient is 0 by definition.
complex:  one sample each at complex activations: aRe, aIm, y, re, im.
pairings: by kernel, one layer each: z, a (by mpmath, rounded), y, delta, the derivative of the cost by z.
Needs mpmath.
"""
import json
import random
from pathlib import Path

import mpmath
from mpmath import mp, mpc, mpf

# 1 − 2^-1022 needs 308 digits, and a difference of its logarithms as many again.
mp.dps = 750

# What a is clamped to where log a, log(1 - a), 1/a and 1/(1 - a) are taken: the smallest normal number and the last below 1.
CLAMPS = {
    'float64': (mpf(2) ** -1022, 1 - mpf(2) ** -53),
    'float32': (mpf(2) ** -126, 1 - mpf(2) ** -24),
}


def square(a, y):
    return (y - a) ** 2 / 2


def entropy(a, y):
    return -(y * mpmath.log(a) + (1 - y) * mpmath.log(1 - a))


def likelihood(a, y):
    return -y * mpmath.log(a)


def absolute(a, y):
    # Of a complex number: the continuation from the real axis, on either side of the kink.
    return a - y if mpmath.re(a - y) >= 0 else y - a


def huber(a, y):
    r = absolute(a, y)
    return r * r / 2 if mpmath.re(r) <= 1 else r - mpf(1) / 2


SLOPES = {
    square: lambda a, y: a - y,
    entropy: lambda a, y: (1 - y) / (1 - a) - y / a,
    likelihood: lambda a, y: -y / a,
    huber: lambda a, y: a - y if abs(a - y) <= 1 else mpmath.sign(a - y),
    absolute: lambda a, y: mpmath.sign(a - y),
}


def checked_slope(f, a, y):
    """The slope written above, held to a difference of f in 750 digits."""
    slope = SLOPES[f](a, y)
    if not (f is absolute and a == y):
        h = a * mpf(10) ** -60 if a else mpf(10) ** -60
        difference = (f(a + h, y) - f(a - h, y)) / (2 * h)
        assert abs(difference - slope) <= mpf(10) ** -20 * (1 + abs(slope)), (f, a, y, difference, slope)
    return slope


def nearest(x):
    return float(x)


def rounded(x, kind):
    import struct
    return struct.unpack('f', struct.pack('f', x))[0] if kind == 'float32' else x


def row(f, kind, a, y, low, high):
    a = [rounded(x, kind) for x in a]
    y = [rounded(x, kind) for x in y]
    inside = [min(max(mpf(x), low), high) for x in a]
    value = sum((f(p, mpf(t)) for p, t in zip(inside, y)), mpf(0))
    gradient = [checked_slope(f, p, mpf(t)) for p, t in zip(inside, y)]
    return {'type': kind, 'a': a, 'y': y, 'value': nearest(value), 'gradient': [nearest(g) for g in gradient]}


def complex_row(f, a, y):
    value = sum((f(mpc(*p), mpf(t)) for p, t in zip(a, y)), mpc(0))
    return {'aRe': [p[0] for p in a], 'aIm': [p[1] for p in a], 'y': y, 're': nearest(value.real), 'im': nearest(value.imag)}


def sigmoid(z):
    return [1 / (1 + mpmath.exp(-x)) for x in z]


def softmax(z):
    e = [mpmath.exp(x) for x in z]
    return [x / sum(e) for x in e]


def pairing_row(f, activation, z, y):
    z = [mpf(x) for x in z]
    total = lambda at: sum((f(a, mpf(t)) for a, t in zip(activation(at), y)), mpf(0))
    delta = []
    h = mpf(10) ** -20
    for j in range(len(z)):
        up, down = ([x + (s if k == j else 0) for k, x in enumerate(z)] for s in (h, -h))
        delta.append((total(up) - total(down)) / (2 * h))
    return {'z': [float(x) for x in z], 'a': [nearest(a) for a in activation(z)], 'y': y, 'delta': [nearest(d) for d in delta]}


def table(name, f, low=None, high=None, unit=False, extra=(), complex_rows=(), pairings=None):
    draw = random.Random(name)
    rows = []
    for kind in ('float64', 'float32'):
        least, largest = CLAMPS[kind]
        bounds = (least if low else mpf('-inf'), largest if high else mpf('inf'))
        for n in (1, 2, 3, 7):
            for _ in range(3):
                a = [draw.random() if unit else draw.uniform(-3, 3) for _ in range(n)]
                y = [draw.choice((0.0, 1.0, draw.random())) if unit else draw.uniform(-3, 3) for _ in range(n)]
                rows.append(row(f, kind, a, y, *bounds))
        rows += [row(f, kind, a, y, *bounds) for a, y in extra]
    result = {'rows': rows}
    if complex_rows:
        result['complex'] = [complex_row(f, a, y) for a, y in complex_rows]
    if pairings:
        result['pairings'] = {kernel: [pairing_row(f, activation, z, y) for z, y in at] for kernel, (activation, at) in pairings.items()}
    text = json.dumps(result).replace('{"type"', '\n  {"type"').replace('{"aRe"', '\n  {"aRe"').replace('{"z"', '\n  {"z"')
    Path(__file__).with_name(f'{name}.json').write_text(text + '\n')


ENDS = [([a], [y]) for a in (0.0, 1.0, 5e-324, 1e-45, 2.0 ** -130, 1e-30, 1e-8, 1 - 2.0 ** -24, 1 - 2.0 ** -20, 0.5) for y in (0.0, 1.0, 0.25)]
BEYOND = [([a], [y]) for a in (-2.0, 3.0) for y in (0.0, 1.0, 0.25)]
Z = [([0.3, -1.2, 2.5], [1.0, 0.0, 0.25]), ([-40.0, -5.0, 8.0], [1.0, 1.0, 0.0]), ([-700.0, 3.0], [1.0, 1.0])]
COMPLEX_UNIT = [([(0.3, 0.2)], [0.25]), ([(0.9, -0.4), (0.02, 0.01)], [1.0, 0.0]), ([(0.5, 1e-30), (0.7, -0.1)], [0.6, 0.3])]

table('quadratic', square, extra=[([1.5, -2.0], [1.0, 4.0]), ([1e10], [-1.0])],
      complex_rows=[([(0.3, 0.2), (-1.0, 2.5)], [0.25, 2.0]), ([(4.0, -1.0)], [1.0])])
table('crossEntropy', entropy, True, True, unit=True, extra=ENDS + BEYOND, complex_rows=COMPLEX_UNIT, pairings={'sigmoid': (sigmoid, Z)})
table('logLikelihood', likelihood, True, unit=True, extra=ENDS + BEYOND, complex_rows=COMPLEX_UNIT,
      pairings={'sigmoid': (sigmoid, Z), 'softmax': (softmax, Z + [([0.5, 1.0, -0.2], [0.7, 0.7, 0.1])])})
COMPLEX_REAL = [([(0.3, 0.2), (-1.0, 2.5)], [0.25, 2.0]), ([(4.0, -1.0)], [1.0]), ([(0.5, 1.5), (0.75, -0.5)], [1.0, -0.125])]
table('huber', huber, extra=[([a], [y]) for a in (1.25, 2.0, 2.5, 0.25, -0.75, -0.5, 1e10) for y in (1.0, 0.25)], complex_rows=COMPLEX_REAL)
table('absolute', absolute, extra=[([a], [y]) for a in (1.0, -4.0, 1e10, 0.25, 0.0) for y in (1.0, 0.25, 0.0)], complex_rows=COMPLEX_REAL)
