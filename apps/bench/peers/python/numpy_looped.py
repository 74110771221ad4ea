"""Numpy as the book's network.py uses it: sample by sample, columns, fresh arrays."""
import numpy_blas
from protocol import compete


def load():
    import numpy
    return 'numpy %s' % numpy.__version__


def open_session(task):
    import numpy as np
    tanh = task.activation == 'tanh'
    sigma = np.tanh if tanh else lambda z: 1 / (1 + np.exp(-z))
    prime = (lambda z: 1 - np.tanh(z) ** 2) if tanh else (lambda z: sigma(z) * (1 - sigma(z)))
    columns = lambda rows: [row.reshape(-1, 1) for row in rows]
    x, y = columns(task.x), columns(task.y)
    eta = np.float32(task.eta / task.batch)

    class Session:
        weights = [w for w, _ in task.layers]
        biases = [b.reshape(-1, 1) for _, b in task.layers]
        note = 'one sample at a time, as the book; ' + numpy_blas.name()

        def feedforward(self, a):
            for w, b in zip(self.weights, self.biases):
                a = sigma(np.dot(w, a) + b)
            return a

        def backprop(self, a, target):
            activations, zs = [a], []
            for w, b in zip(self.weights, self.biases):
                zs.append(np.dot(w, activations[-1]) + b)
                activations.append(sigma(zs[-1]))
            delta = (activations[-1] - target) * prime(zs[-1])
            nabla_b, nabla_w = [delta], [np.dot(delta, activations[-2].T)]
            for l in range(len(self.weights) - 2, -1, -1):
                delta = np.dot(self.weights[l + 1].T, delta) * prime(zs[l])
                nabla_b.insert(0, delta)
                nabla_w.insert(0, np.dot(delta, activations[l].T))
            return nabla_b, nabla_w

        def update_mini_batch(self, part):
            nabla_b = [np.zeros_like(b) for b in self.biases]
            nabla_w = [np.zeros_like(w) for w in self.weights]
            for a, target in zip(x[part], y[part]):
                delta_b, delta_w = self.backprop(a, target)
                nabla_b = [n + d for n, d in zip(nabla_b, delta_b)]
                nabla_w = [n + d for n, d in zip(nabla_w, delta_w)]
            self.weights = [w - eta * n for w, n in zip(self.weights, nabla_w)]
            self.biases = [b - eta * n for b, n in zip(self.biases, nabla_b)]

        def run(self, samples):
            for part in task.batches(samples):
                if task.kind == 'train':
                    self.update_mini_batch(part)
                else:
                    for a in x[part]:
                        self.feedforward(a)

        def parameters(self):
            return [part for pair in zip(self.weights, self.biases) for part in pair]

    return Session()


compete(load, open_session)
