"""Softmax and its pullback in 400 digits from their definitions, rounded to doubles.

    python3 softmax.py > softmax.json

Needs mpmath. weights[j] = a_j sum_k a_k |g_j - g_k|, which the rounding of delta[j] is relative to.
"""
import json
from mpmath import mp, mpf, exp

mp.dps = 400
COLUMNS = [([0, 0, 0], [1, 2, 4]), ([1, -2, 0.5, 3], [0.25, -1, 2, 0.5]), ([20, 0, 1], [1, -1, 0.5]), ([40, 0, -3, 2], [1, 2, 3, -4]),
           ([700, 0.5], [1, -1]), ([-350, 350, 0, 349], [3, 1, -2, 0.5]), ([5], [2])]

rows = []
for z, g in COLUMNS:
    e = [exp(mpf(x)) for x in z]
    a = [x / sum(e) for x in e]
    n = range(len(z))
    rows.append({
        'z': z, 'g': g, 'a': [float(x) for x in a],
        # From the Jacobian da_k/dz_j = a_k (1 if j = k else 0) - a_j a_k.
        'delta': [float(sum(g[k] * ((a[k] if j == k else 0) - a[j] * a[k]) for k in n)) for j in n],
        'weights': [float(a[j] * sum(a[k] * abs(mpf(g[j]) - g[k]) for k in n)) for j in n],
    })
print('[\n' + ',\n'.join('  ' + json.dumps(row) for row in rows) + '\n]')
