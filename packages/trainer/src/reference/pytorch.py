"""
Writes pytorch.json: what the optimizers and schedules of PyTorch make of the numbers below, in float64.

    python3 pytorch.py

PyTorch is another implementation of the same papers. Its momentum keeps v without the learning rate, which is the same while the
rate is one number.
"""

import json
from pathlib import Path

import torch

START = [0.5, -1.25, 2.0, 0.0]
# Sixteenths, so that they are the same numbers in float32.
GRADIENTS = [
    [0.75, -0.125, 3.0, 0.5],
    [-0.5, -0.25, 2.0, 0.0],
    [0.25, 4.0, -1.0, -0.0625],
    [0.0, 0.5, 0.5, 1.0],
    [-2.0, 0.125, 0.25, 0.75],
    [1.5, -0.75, -0.5, -0.25],
]
# The first three numbers are weights, the last is a bias.
WEIGHTS = 3


def steps(make):
    parameters = [torch.tensor([x], dtype=torch.float64, requires_grad=True) for x in START]
    optimizer = make(parameters)
    after = []
    for gradients in GRADIENTS:
        for parameter, gradient in zip(parameters, gradients):
            parameter.grad = torch.tensor([gradient], dtype=torch.float64)
        optimizer.step()
        after.append([parameter.item() for parameter in parameters])
    return after


def decayed(parameters):
    groups = [{"params": parameters[:WEIGHTS], "weight_decay": 0.05}, {"params": parameters[WEIGHTS:], "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=0.1)


def clipped(by):
    gradients = [torch.tensor([x], dtype=torch.float64, requires_grad=True) for x in START]
    results = []
    for row in GRADIENTS:
        for parameter, gradient in zip(gradients, row):
            parameter.grad = torch.tensor([gradient], dtype=torch.float64)
        by(gradients)
        results.append([parameter.grad.item() for parameter in gradients])
    return results


def rates(make, count, costs=None):
    optimizer = torch.optim.SGD([torch.tensor([1.0], dtype=torch.float64, requires_grad=True)], lr=0.5)
    schedule = make(optimizer)
    seen = []
    for i in range(count):
        seen.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step(*([] if costs is None else [costs[i]]))
    return seen


optim = torch.optim
lr = torch.optim.lr_scheduler
COSTS = [1.0, 0.9, 0.89995, 0.9, 0.95, 0.8, 0.81, 0.82, 0.83, 0.84, 0.85, 0.86]

result = {
    "program": f"PyTorch {torch.__version__}, packages/trainer/src/reference/pytorch.py",
    "start": START,
    "gradients": GRADIENTS,
    "weights": WEIGHTS,
    "optimizers": {
        "sgd": steps(lambda p: optim.SGD(p, lr=0.1)),
        "momentum": steps(lambda p: optim.SGD(p, lr=0.1, momentum=0.9)),
        "nesterov": steps(lambda p: optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True)),
        "adaGrad": steps(lambda p: optim.Adagrad(p, lr=0.1, eps=1e-8)),
        "rmsProp": steps(lambda p: optim.RMSprop(p, lr=0.1, alpha=0.9, eps=1e-8)),
        "adam": steps(lambda p: optim.Adam(p, lr=0.1, betas=(0.9, 0.999), eps=1e-8)),
        "adamW": steps(decayed),
    },
    "clipped": {
        "value": clipped(lambda p: torch.nn.utils.clip_grad_value_(p, 0.6)),
        "norm": clipped(lambda p: torch.nn.utils.clip_grad_norm_(p, 1.5)),
    },
    "schedules": {
        "stepDecay": rates(lambda o: lr.StepLR(o, step_size=3, gamma=0.5), 10),
        "exponentialDecay": rates(lambda o: lr.ExponentialLR(o, gamma=0.9), 10),
        "cosine": rates(lambda o: lr.CosineAnnealingLR(o, T_max=8, eta_min=0.01), 9),
        "oneCycle": rates(lambda o: lr.OneCycleLR(o, max_lr=0.5, total_steps=20, cycle_momentum=False), 20),
        "reduceOnPlateau": rates(lambda o: lr.ReduceLROnPlateau(o, factor=0.5, patience=2, min_lr=0.2), 12, COSTS),
    },
    "costs": COSTS,
}
Path(__file__).with_suffix(".json").write_text(json.dumps(result) + "\n")
