"""PyTorch as its users write it: nn.Sequential, autograd, optim.SGD."""
from protocol import compete


def load():
    import torch
    return 'torch %s' % torch.__version__


def open_session(task):
    import torch
    torch.set_num_threads(task.threads)
    modules = []
    for w, b in task.layers:
        linear = torch.nn.Linear(w.shape[1], w.shape[0])
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(w))
            linear.bias.copy_(torch.from_numpy(b))
        modules += [linear, torch.nn.Tanh() if task.activation == 'tanh' else torch.nn.Sigmoid()]
    net = torch.nn.Sequential(*modules)
    x, y = torch.from_numpy(task.x), torch.from_numpy(task.y)
    # MSELoss is a mean over the outputs too: with this rate its step is that of the quadratic cost.
    optimizer = torch.optim.SGD(net.parameters(), lr=task.eta * task.sizes[-1] / 2)
    loss_of = torch.nn.MSELoss()

    class Session:
        note = 'nn.Sequential, autograd, optim.SGD; %d thread%s' % (task.threads, 's' * (task.threads > 1))

        def run(self, samples):
            if task.kind == 'train':
                for part in task.batches(samples):
                    loss = loss_of(net(x[part]), y[part])
                    optimizer.zero_grad()
                    loss.backward()
                    optimizer.step()
                return
            with torch.inference_mode():
                for part in task.batches(samples):
                    net(x[part])

        def parameters(self):
            return [parameter.detach().numpy() for parameter in net.parameters()]

    return Session()


compete(load, open_session)
