"""Derives the coefficients of the exact functions: weighted minimax polynomials, found by Remez exchange in 80 digits,
and one quotient of polynomials, found by Lawson's weights.

    python3 coefficients.py        prints every table, lowest power first, with the error that the rounded table keeps

Needs mpmath. Source of the method: E. W. Cheney, Introduction to Approximation Theory, 1966, chapter 3; C. L. Lawson, thesis, UCLA, 1961.
"""
from mpmath import mp, mpf, cos, erfc, exp, log, matrix, lu_solve, pi, sin, sqrt, erf, tanh

mp.dps = 80
GRID = 3000
ROUNDS = 12


def remez(f, weight, low, high, count, basis=lambda x, j: x**j):
    """Coefficients c so that max |weight(x) (f(x) - sum c_j basis(x, j))| over [low, high] is least."""
    grid = [low + (high - low) * (1 - cos(pi * (i + mpf(1) / 2) / GRID)) / 2 for i in range(GRID)]
    values = [(x, f(x), weight(x), [basis(x, j) for j in range(count)]) for x in grid]
    chosen = [round(i * (GRID - 1) / count) for i in range(count + 1)]
    for _ in range(ROUNDS):
        a, y = matrix(count + 1, count + 1), matrix(count + 1, 1)
        for row, i in enumerate(chosen):
            _, fx, wx, powers = values[i]
            for j in range(count):
                a[row, j] = powers[j]
            a[row, count] = (-1) ** row / wx
            y[row] = fx
        c = lu_solve(a, y)
        errors = [w * (fx - sum(c[j] * p[j] for j in range(count))) for _, fx, w, p in values]
        # One extremum of each run of equal sign; of too many, drop the smaller end.
        runs = []
        for i, e in enumerate(errors):
            if runs and (errors[runs[-1]] > 0) == (e > 0):
                if abs(e) > abs(errors[runs[-1]]):
                    runs[-1] = i
            else:
                runs.append(i)
        while len(runs) > count + 1:
            runs.pop(0 if abs(errors[runs[0]]) < abs(errors[runs[-1]]) else -1)
        if len(runs) < count + 1 or runs == chosen:
            break
        chosen = runs
    rounded = [float(c[j]) for j in range(count)]
    worst = max(abs(w * (fx - sum(mpf(k) * q for k, q in zip(rounded, p)))) for _, fx, w, p in values)
    return rounded, worst


def quotient(f, weight, nodes, m, n, rounds=12):
    """P of degree m over Q of degree n (its leading coefficient 1) with nearly the least weight(x) |f(x) - P(x) / Q(x)| over the nodes."""
    values = [(x, f(x), weight(x)) for x in nodes]
    below, lawson, best = [mpf(1)] * len(nodes), [mpf(1)] * len(nodes), None
    value = lambda c, x: sum(k * x**j for j, k in enumerate(c))
    for _ in range(rounds):
        size = m + n + 1
        a, y = matrix(size, size), matrix(size, 1)
        for (x, fx, wx), q, share in zip(values, below, lawson):
            w = sqrt(share) * wx / q
            row = [w * x**j for j in range(m + 1)] + [-w * fx * x**j for j in range(n)]
            for i in range(size):
                y[i] += row[i] * w * fx * x**n
                for j in range(size):
                    a[i, j] += row[i] * row[j]
        c = [float(k) for k in lu_solve(a, y)]
        above_c, below_c = c[:m + 1], c[m + 1:] + [1.0]
        below = [value(below_c, x) for x in nodes]
        errors = [wx * abs(value(above_c, x) / q - fx) for (x, fx, wx), q in zip(values, below)]
        worst = max(errors)
        if best is None or worst < best[2]:
            best = (above_c, below_c, worst)
        lawson = [share * (e / worst + mpf('0.02')) for share, e in zip(lawson, errors)]
    return best


def show_quotient(name, result):
    above, below, worst = result
    print(f'{name}: degree {len(above) - 1} over degree {len(below) - 1}, weighted error 2^{float(log(worst, 2)):.1f}')
    for c in above + below:
        print('   ', repr(c))


def show(name, result):
    rounded, worst = result
    print(f'{name}: {len(rounded)} coefficients, weighted error 2^{float(log(worst, 2)):.1f}')
    for c in rounded:
        print('   ', repr(c))


def tables():
    tiny = mpf(2) ** -20
    half_ln2 = log(2) / 2 + mpf(1) / 1000
    # (e^r - 1 - r - r^2/2) / r^3, error weighed as a share of the result e^r - 1 of about r.
    show('expRemainder', remez(lambda r: (exp(r) - 1 - r - r * r / 2) / r**3 if r else mpf(1) / 6,
                               lambda r: r * r + tiny, -half_ln2, half_ln2, 10))
    # log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)), s = f / (2 + f); R(z) = z (...) from 2 atanh s = 2 s + s R.
    z_end = ((sqrt(2) - 1) / (sqrt(2) + 1)) ** 2 * mpf('1.001')
    atanh_rest = lambda z: (log((1 + sqrt(z)) / (1 - sqrt(z))) / sqrt(z) - 2) / z
    show('logRemainder', remez(atanh_rest, lambda z: z, z_end / 10**6, z_end, 7))
    quarter = (pi / 4 * mpf('1.001')) ** 2
    show('sin', remez(lambda z: (sin(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, quarter / 10**6, quarter, 6))
    show('cos', remez(lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2, lambda z: z * z, quarter / 10**4, quarter, 6))
    show('erfRemainder', remez(lambda z: erf(sqrt(z)) / sqrt(z) - 1, lambda z: mpf(1), mpf(10) ** -6, mpf(1), 13))
    # x e^(x^2) erfc x - 1/2 from 0.75 on to where erfc x is the smallest subnormal number; nodes dense at the start.
    start, end, count = 1 / (mpf('27.3') + 2), 1 / mpf('2.75'), 160
    nodes = [1 / ((start + end) / 2 + (start - end) / 2 * cos(pi * (i + mpf(1) / 2) / count)) - 2 for i in range(count)]
    show_quotient('erfcTail', quotient(lambda x: x * exp(x * x) * erfc(x) - 0.5, lambda x: mpf(2), nodes, 9, 9))
    # (tanh x / x - 1) / x^2 in z = x^2.
    nodes = [mpf('0.34') / 2 * (1 - cos(pi * (i + mpf(1) / 2) / count)) for i in range(count)]
    show_quotient('tanh', quotient(lambda z: (tanh(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, nodes, 2, 3))


if __name__ == '__main__':
    tables()
