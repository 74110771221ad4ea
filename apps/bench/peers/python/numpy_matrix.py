"""Numpy, full-matrix: a minibatch is one product per layer; arrays that a step needs are made once."""
import numpy_blas
from protocol import compete


def load():
    import numpy
    return 'numpy %s' % numpy.__version__


def open_session(task):
    import numpy as np
    eta = np.float32(task.eta / task.batch)
    tanh = task.activation == 'tanh'

    def sigma(z):
        if tanh:
            return np.tanh(z, out=z)
        np.negative(z, out=z)
        np.exp(z, out=z)
        z += 1
        return np.reciprocal(z, out=z)

    def prime(a, out):
        if tanh:
            np.multiply(a, a, out=out)
            return np.subtract(1, out, out=out)
        np.subtract(1, a, out=out)
        out *= a
        return out

    class Session:
        ws = [w for w, _ in task.layers]
        bs = [b for _, b in task.layers]
        granularity = task.batch
        correct = None

        def __init__(self):
            room = lambda: [np.empty((task.batch, n), dtype=np.float32) for n in task.sizes[1:]]
            self.a, self.delta, self.slope = room(), room(), room()
            self.gradient = [np.empty_like(w) for w in self.ws]
            self.bias = [np.empty_like(b) for b in self.bs]
            self.note = 'buffers reused; %s, %d thread%s' % (numpy_blas.name(), task.threads, 's' * (task.threads > 1))
            if task.kind == 'epochs':
                self.granularity = len(task.training[1])
                self.eye = np.eye(task.sizes[-1], dtype=np.float32)

        def forward(self, x, room):
            for w, b, z in zip(self.ws, self.bs, room):
                np.matmul(x, w.T, out=z)
                z += b
                x = sigma(z)
            return x

        def step(self, x, y):
            a, delta = self.a, self.delta
            np.subtract(self.forward(x, a), y, out=delta[-1])
            delta[-1] *= prime(a[-1], self.slope[-1])
            for l in range(len(self.ws) - 1, -1, -1):
                if l > 0:
                    np.matmul(delta[l], self.ws[l], out=delta[l - 1])
                    delta[l - 1] *= prime(a[l - 1], self.slope[l - 1])
                np.matmul(delta[l].T, a[l - 1] if l > 0 else x, out=self.gradient[l])
                self.gradient[l] *= eta
                self.ws[l] -= self.gradient[l]
                np.sum(delta[l], axis=0, out=self.bias[l])
                self.bias[l] *= eta
                self.bs[l] -= self.bias[l]

        def run(self, samples):
            if task.kind == 'epochs':
                return self.epochs(samples)
            for part in task.batches(samples):
                if task.kind == 'train':
                    self.step(task.x[part], task.y[part])
                else:
                    self.forward(task.x[part], self.a)

        def epochs(self, samples):
            images, labels = task.training
            x = np.empty((task.batch, task.sizes[0]), dtype=np.float32)
            scale = np.float32(1 / 255)
            for _ in range(0, samples, self.granularity):
                order = np.random.permutation(len(labels))
                for first in range(0, len(order), task.batch):
                    chosen = order[first:first + task.batch]
                    np.multiply(images[chosen], scale, out=x)
                    self.step(x, self.eye[labels[chosen]])
                digits, classes = task.test
                right = 0
                for first in range(0, len(classes), 1000):
                    part = digits[first:first + 1000] * scale
                    room = [np.empty((len(part), n), dtype=np.float32) for n in task.sizes[1:]]
                    right += int((self.forward(part, room).argmax(axis=1) == classes[first:first + 1000]).sum())
                self.correct = right

        def parameters(self):
            return [part for pair in zip(self.ws, self.bs) for part in pair]

    return Session()


compete(load, open_session)
