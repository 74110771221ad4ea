"""The protocol of a competitor, for Python: `ready {...}`, `rate N` for each `round`, `end {...}`; see src/child/main.ts."""
import json
import os
import resource
import sys
import time

PATIENCE = 2


class Task:
    """A workload with its data: samples row after row, weights n_out x n_in."""

    def __init__(self, words):
        import numpy as np
        self.settings = settings = dict(word.split('=', 1) for word in words)
        self.kind, self.activation = settings['kind'], settings['activation']
        self.sizes = [int(size) for size in settings['sizes'].split(',')]
        self.batch, self.eta, self.threads = int(settings['batch']), float(settings['eta']), int(settings.get('threads', '1'))
        read = lambda name, dtype=np.float32: np.fromfile(os.path.join(settings['data'], name), dtype=dtype)
        self.x = read('x-%d.f32' % self.sizes[0]).reshape(-1, self.sizes[0])
        self.y = read('y-%d.f32' % self.sizes[-1]).reshape(-1, self.sizes[-1])
        self.count = len(self.x)
        self.layers, flat, at = [], read('start-%s.f32' % '-'.join(map(str, self.sizes))), 0
        for n_in, n_out in zip(self.sizes, self.sizes[1:]):
            w = flat[at:at + n_out * n_in].reshape(n_out, n_in).copy()
            at += n_out * n_in
            self.layers.append((w, flat[at:at + n_out].copy()))
            at += n_out
        if self.kind == 'epochs':
            digits = lambda name: (read(name + '.images', np.uint8).reshape(-1, self.sizes[0]), read(name + '.labels', np.uint8))
            self.training, self.test = digits('training'), digits('test')
        self.usable, self.at = self.count - self.count % self.batch, 0

    def batches(self, samples):
        """Slices of whole minibatches, going on where the last call ended."""
        for _ in range(0, samples, self.batch):
            yield slice(self.at, self.at + self.batch)
            self.at = (self.at + self.batch) % self.usable


def compete(load, open_session):
    """`load()` imports the library and returns its version; `open_session(task)` a session, or a string: the reason why there is none."""
    started = time.perf_counter()
    version = load()
    import_ms = 1000 * (time.perf_counter() - started)
    import numpy as np
    task = Task(sys.argv[1:])
    session = open_session(task)
    if isinstance(session, str):
        say('cannot', session)
        return

    def run(samples):
        begun = time.perf_counter()
        session.run(samples)
        return time.perf_counter() - begun

    facts = dict(version=version, importMs=import_ms, note=getattr(session, 'note', ''))
    if 'check' in task.settings:
        session.run(task.batch)
        parameters = getattr(session, 'parameters', None)
        if parameters:
            np.concatenate([np.asarray(part, dtype=np.float32).ravel() for part in parameters()]).tofile(task.settings['check'])
        say('ready', json.dumps(dict(facts, checked=bool(parameters))))
        return
    samples = pace(run, getattr(session, 'granularity', task.batch), float(task.settings['seconds']))
    say('ready', json.dumps(facts))
    for line in sys.stdin:
        if line.strip() == 'round':
            say('rate', samples / run(samples))
        else:
            break
    say('end', json.dumps(dict(rssMb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, correct=getattr(session, 'correct', None))))
    os._exit(0)


def pace(run, granularity, seconds):
    """Warms up, and chooses how many samples a round takes."""
    rounded = lambda samples: max(1, round(samples / granularity)) * granularity
    samples, spent = granularity, 0.0
    while True:
        took = run(samples)
        spent += took
        wanted = rounded(samples / max(took, 1e-9) * seconds)
        if (took > seconds / 2 and spent > PATIENCE * seconds) or spent > 2 * PATIENCE * seconds:
            if wanted != samples and took < 2 * seconds:
                run(wanted)
            return wanted
        samples = min(4 * samples, wanted)


def say(word, facts):
    print(word, facts, flush=True)
