"""PyTorch by hand: the chapter's equations on tensors, no autograd, updates in place."""
from protocol import compete


def load():
    import torch
    return 'torch %s' % torch.__version__


def open_session(task):
    import torch
    torch.set_num_threads(task.threads)
    x, y = torch.from_numpy(task.x), torch.from_numpy(task.y)
    ws = [torch.from_numpy(w) for w, _ in task.layers]
    bs = [torch.from_numpy(b) for _, b in task.layers]
    tanh = task.activation == 'tanh'
    pullback = torch.ops.aten.tanh_backward if tanh else torch.ops.aten.sigmoid_backward
    eta = -task.eta / task.batch

    def forward(a):
        activations = [a]
        for w, b in zip(ws, bs):
            z = torch.addmm(b, activations[-1], w.t())
            activations.append(z.tanh_() if tanh else z.sigmoid_())
        return activations

    def step(part):
        a = forward(x[part])
        delta = pullback(a[-1] - y[part], a[-1])
        for l in range(len(ws) - 1, -1, -1):
            below = pullback(delta @ ws[l], a[l]) if l > 0 else None
            ws[l].addmm_(delta.t(), a[l], alpha=eta)
            bs[l].add_(delta.sum(0), alpha=eta)
            delta = below

    class Session:
        note = 'no autograd, addmm in place; %d thread%s' % (task.threads, 's' * (task.threads > 1))

        def run(self, samples):
            with torch.inference_mode():
                for part in task.batches(samples):
                    if task.kind == 'train':
                        step(part)
                    else:
                        forward(x[part])

        def parameters(self):
            return [part.numpy() for pair in zip(ws, bs) for part in pair]

    return Session()


compete(load, open_session)
