"""Writes highPrecision.json: values and derivatives of the activations, and gradients of small networks, to 17 digits.

Everything is evaluated from its definition with 120 digits, and differentiated numerically at that precision (mpmath), so
that the file shares neither formulas of derivatives nor arithmetic with what is tested by it.

    python3 highPrecision.py > highPrecision.json        (mpmath 1.3)
"""
import json
import random

from mpmath import diff, erfc, exp, log, mp, mpf, sqrt, tanh

mp.dps = 120

SIGMA = {
    'sigmoid': lambda z: 1 / (1 + exp(-z)),
    'linear': lambda z: z,
    'tanh': tanh,
    'relu': lambda z: z if z > 0 else mpf(0),
    'leakyRelu': lambda z: z if z > 0 else z / 100,
    'elu': lambda z: z if z > 0 else exp(z) - 1,
    'gelu': lambda z: z * erfc(-z / sqrt(mpf(2))) / 2,
    'softplus': lambda z: log(1 + exp(z)),
    'softsign': lambda z: z / (1 + abs(z)),
}
POINTS = [0.001, 0.3, 0.75, 1.25, 1.5, 1.5000001, 2, 3.7, 6, 11.3, 20, 30]


def activate(layer, z):
    if layer['activation'] == 'softmax':
        total = sum(exp(zk) for zk in z)
        return [exp(zj) / total for zj in z]
    own = dict(layer['own'])
    return [SIGMA[own.get(j, layer['activation'])](zj) for j, zj in enumerate(z)]


def cost_of(name, a, y):
    if name == 'quadratic':
        return sum((aj - yj) ** 2 for aj, yj in zip(a, y)) / 2
    if name == 'crossEntropy':
        return -sum(yj * log(aj) + (1 - yj) * log(1 - aj) for aj, yj in zip(a, y))
    if name == 'logLikelihood':
        return -sum(yj * log(aj) for aj, yj in zip(a, y))
    if name == 'absolute':
        return sum(abs(aj - yj) for aj, yj in zip(a, y))
    rs = [abs(aj - yj) for aj, yj in zip(a, y)]
    return sum(r * r / 2 if r <= 1 else r - mpf(1) / 2 for r in rs)


def minibatch_cost(problem):
    inputs, weights = problem['inputs'], problem.get('weights')
    total = mpf(0)
    for i, x in enumerate(inputs):
        a = [mpf(v) for v in x]
        for layer in problem['layers']:
            a = activate(layer, [sum((mpf(w) * v for w, v in zip(row, a)), mpf(b)) for row, b in zip(layer['w'], layer['b'])])
        y = [mpf(v) for v in problem['targets'][i]]
        total += (mpf(weights[i]) if weights else 1) * cost_of(problem['cost'], a, y)
    return total / len(inputs)


def derivative(problem, row, k):
    kept = row[k]

    def at(value):
        row[k] = value
        return minibatch_cost(problem)

    slope = diff(at, mpf(kept), h=mpf(10) ** -40)
    row[k] = kept
    return float(slope)


def gradient(problem):
    return [
        {'w': [[derivative(problem, row, k) for k in range(len(row))] for row in layer['w']],
         'b': [derivative(problem, layer['b'], j) for j in range(len(layer['b']))]}
        for layer in problem['layers']
    ]


def problem(draw, sizes, activations, cost, m, reach, weighted, own=(), labels=False):
    layers = []
    for l in range(1, len(sizes)):
        layers.append({
            'w': [[draw.uniform(-reach, reach) for _ in range(sizes[l - 1])] for _ in range(sizes[l])],
            'b': [draw.uniform(-reach, reach) for _ in range(sizes[l])],
            'activation': activations[l - 1],
            'own': [list(pair) for pair in own] if l == 1 else [],
        })
    made = {
        'layers': layers,
        'cost': cost,
        'inputs': [[draw.uniform(-1, 1) for _ in range(sizes[0])] for _ in range(m)],
        'targets': [[float(j == i % sizes[-1]) if labels else draw.uniform(0.1, 0.9) for j in range(sizes[-1])] for i in range(m)],
    }
    if weighted:
        made['weights'] = [draw.uniform(0.2, 2) for _ in range(m)]
    return made


def problems():
    draw = random.Random(2)
    for hidden in [*SIGMA, 'softmax']:
        yield problem(draw, [2, 3, 2], [hidden, 'sigmoid'], 'quadratic', 2, 1, hidden == 'tanh')
    for output, cost in [('sigmoid', 'crossEntropy'), ('softmax', 'logLikelihood'), ('sigmoid', 'logLikelihood'), ('softmax', 'crossEntropy'),
                         ('softmax', 'quadratic'), ('linear', 'huber'), ('gelu', 'absolute'), ('softmax', 'huber')]:
        yield problem(draw, [2, 2, 3], ['tanh', output], cost, 3, 1.5, True)
    yield problem(draw, [3, 4, 2], ['sigmoid', 'tanh'], 'quadratic', 2, 1, False, own=((1, 'relu'), (3, 'gelu')))
    # Saturated, with the labels 0 and 1: here cost, a and σ′ of a naive evaluation in float64 keep few digits.
    yield problem(draw, [2, 3, 3], ['tanh', 'sigmoid'], 'crossEntropy', 3, 12, False, labels=True)
    yield problem(draw, [2, 3, 3], ['softsign', 'softmax'], 'logLikelihood', 3, 12, False, labels=True)
    yield problem(draw, [2, 3, 2], ['gelu', 'tanh'], 'quadratic', 2, 6, False)
    yield problem(draw, [1, 1, 1, 1, 1], ['sigmoid', 'tanh', 'softplus', 'elu'], 'huber', 1, 2, False)


print(json.dumps({
    'activations': {
        name: [{'z': z, 'f': float(f(mpf(z))), 'fPrime': float(diff(f, mpf(z), h=mpf(10) ** -40))} for p in POINTS for z in (p, -p)]
        for name, f in SIGMA.items()
    },
    'networks': [{'problem': p, 'cost': float(minibatch_cost(p)), 'gradient': gradient(p)} for p in problems()],
}))
