"""Values of every elementwise activation, its derivative and its complex form, in 60 digits from their definitions, rounded to doubles.

    python3 values.py > values.json

Needs mpmath. The derivatives are written from the textbook, not taken from the code under test: quotients of cosh, the normal density, powers.
"""
import json
from mpmath import mp, mpf, mpc, cosh, erfc, exp, log, pi, sqrt, tanh

mp.dps = 400
# Exact in both element types; the ends of both types' normal numbers are among them.
INPUTS = [-708.25, -700, -350.5, -104, -87.25, -43.5, -20, -17, -10, -5, -2.5, -1, -0.75, -0.5, -0.125, -2**-20, 0,
          2**-20, 0.125, 0.5, 0.75, 1, 2.5, 5, 10, 17, 20, 43.5, 87.25, 104, 350.5, 700, 708.25]
COMPLEX = [(-20, 0.25), (-2.5, -1), (-0.5, 2**-40), (0, 0.5), (0, -1.25), (0.5, 1), (2.5, -0.75), (20, 1.5)]

ACTIVATIONS = {
    'sigmoid': (lambda z: 1 / (1 + exp(-z)), lambda z: 1 / (4 * cosh(z / 2) ** 2)),
    'linear': (lambda z: z, lambda z: mpf(1)),
    'tanh': (tanh, lambda z: 1 / cosh(z) ** 2),
    'relu': (lambda z: z if z.real > 0 else z * 0, lambda z: mpf(1 if z > 0 else 0)),
    'leakyRelu': (lambda z: z if z.real > 0 else z * mpf(0.01), lambda z: mpf(1) if z > 0 else mpf(0.01)),
    'elu': (lambda z: z if z.real > 0 else exp(z) - 1, lambda z: mpf(1) if z > 0 else exp(z)),
    'gelu': (lambda z: z * erfc(-z / sqrt(mpf(2))) / 2, lambda z: erfc(-z / sqrt(mpf(2))) / 2 + z * exp(-z * z / 2) / sqrt(2 * pi)),
    'softplus': (lambda z: log(1 + exp(z)), lambda z: 1 / (1 + exp(-z))),
    'softsign': (lambda z: z / (1 + z) if z.real >= 0 else z / (1 - z), lambda z: 1 / (1 + abs(z)) ** 2),
}

table = {}
for name, (f, prime) in ACTIVATIONS.items():
    table[name] = {
        'real': [[float(z), float(f(mpf(z))), float(prime(mpf(z)))] for z in INPUTS],
        'complex': [[re, im, float(f(mpc(re, im)).real), float(f(mpc(re, im)).imag)] for re, im in COMPLEX] if name not in ('gelu', 'softplus') else [],
    }
print('{\n' + ',\n'.join(f'  "{name}": {{\n' + ',\n'.join(f'    "{kind}": [\n' + ',\n'.join('      ' + json.dumps(row) for row in rows) + '\n    ]' if rows else f'    "{kind}": []' for kind, rows in parts.items()) + '\n  }' for name, parts in table.items()) + '\n}')
